"""Regular expressions that are compiled when they are first used, so that importing the grammar costs nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Expression:
    """A regular expression with the methods of a compiled one; compiled once, on first use.

    `needs` are words of which every match has one: a text without any of them is not worth compiling for.

    >>> Expression("第(.)条").findall("第三条、第五条")
    ['三', '五']
    >>> Expression("[", needs=("条",)).search("第三款") is None  # never compiled
    True
    """

    __slots__ = ("_compiled", "needs", "source")

    def __init__(self, source: str, needs: tuple[str, ...] = ()) -> None:
        self.source, self.needs = source, needs
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        if self._compiled is None:
            self._compiled = re.compile(self.source)
        return self._compiled

    def hopeless(self, text: str) -> bool:
        """Has the text none of the words that a match needs?"""
        return bool(self.needs) and not any(word in text for word in self.needs)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The match at `at`, or None."""
        return None if self.hopeless(text) else self.compiled.match(text, at)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole text, or None."""
        return None if self.hopeless(text) else self.compiled.fullmatch(text)

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The first match from `at` on, or None."""
        return None if self.hopeless(text) else self.compiled.search(text, at)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match, in order."""
        return iter(()) if self.hopeless(text) else self.compiled.finditer(text)

    def findall(self, text: str) -> list[str]:
        """The words of every match, or of its one group."""
        return [] if self.hopeless(text) else self.compiled.findall(text)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """`text` with every match replaced."""
        return text if self.hopeless(text) else self.compiled.sub(new, text)
