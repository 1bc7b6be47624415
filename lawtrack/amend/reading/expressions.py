"""Regular expressions that are compiled when they are first used, so that importing the grammar costs nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Expression:
    """A regular expression with the methods of a compiled one; compiled once, on first use.

    >>> Expression("第(.)条").findall("第三条、第五条")
    ['三', '五']
    """

    __slots__ = ("_compiled", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        if self._compiled is None:
            self._compiled = re.compile(self.source)
        return self._compiled

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The match at `at`, or None."""
        return self.compiled.match(text, at)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole text, or None."""
        return self.compiled.fullmatch(text)

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The first match from `at` on, or None."""
        return self.compiled.search(text, at)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match, in order."""
        return self.compiled.finditer(text)

    def findall(self, text: str) -> list[str]:
        """The words of every match, or of its one group."""
        return self.compiled.findall(text)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """`text` with every match replaced."""
        return self.compiled.sub(new, text)
