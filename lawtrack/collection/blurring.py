"""Expressions held against texts, folded only where that can make a difference: folding takes longer than the search.

Width and capitals don't count in a search, so an expression is looked for in the folded text, and where it is not
there, in the text as it is. Which characters folding changes for an expression is read from the characters that it
names: 处.{1,9}罚款 names none that have two forms, `[0-9]+元` digits, whose wide forms (０) hardly stand anywhere.
"""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from lawtrack.collection.index import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALWAYS: Final = re.compile("")
_EVERY: Final = ((0, 0xFFFFF),)
_TWO_FORMS: Final = tuple(map(chr, (*range(0xFF01, 0xFF5F), *range(ord("A"), ord("Z") + 1), 0x212A)))
"""Characters that folding makes another of which an expression may name: wide ones, capitals, the sign of Kelvin."""
_PLAIN: Final = ((0, 0x7F), (0x2010, 0x2027), (0x2E80, 0xA4CF), (0xFF00, 0xFF60))
"""Where characters lie of which we know whether they have two forms: ASCII, dashes and quotation marks, Chinese, wide."""


@dataclass(frozen=True)
class Sought:
    """An expression to be found in texts whatever their width and capitals.

    >>> Sought(re.compile("[0-9]元")).spans("罚３元")
    [(1, 3)]
    """

    expression: re.Pattern[str]

    @cached_property
    def blurs(self) -> re.Pattern[str] | None:
        """Finds a character for whose sake a text must be folded; None where none is."""
        return blurring(self.expression)

    def stands(self, text: str) -> bool:
        """Is the expression found in `text`, with at least one character?"""
        first = self.expression.search(text)
        if first and first.end() > first.start():
            return True
        return bool(first or self._blurred(text)) and bool(self.spans(text))

    def _blurred(self, text: str) -> bool:
        return self.blurs is not None and self.blurs.search(text) is not None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where it stands in `text`: folded, or, where it does not stand there, as it is."""
        plain = folded(text) if self._blurred(text) else text
        hits = _spans(self.expression, plain)
        return hits or (_spans(self.expression, text) if plain is not text else [])


def _spans(expression: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in expression.finditer(text) if match.end() > match.start()]


def blurring(expression: re.Pattern[str]) -> re.Pattern[str] | None:
    """Finds those characters without which a text fits `expression` folded just where it fits as it is; None: all texts do.

    >>> blurring(re.compile("处.{1,9}罚款")), blurring(re.compile("[0-2]"))
    (None, re.compile('[０１２]'))
    """
    try:
        ranges = list(_named(importlib.import_module("re._parser").parse(expression.pattern)))
    except (ImportError, AttributeError, TypeError, ValueError):
        return _ALWAYS
    if expression.flags & re.IGNORECASE or not all(
        any(first <= low <= high <= last for first, last in _PLAIN) for low, high in ranges
    ):
        return _ALWAYS
    blurs = [
        each for each in _TWO_FORMS
        if any(low <= ord(form) <= high for form in (each, folded(each)) for low, high in ranges)
    ]  # fmt: skip
    return re.compile("[" + "".join(map(re.escape, blurs)) + "]") if blurs else None


def _named(tree: Any) -> Iterator[tuple[int, int]]:
    """The ranges of characters that the tree of an expression names, wherever; what tells words apart names _ too."""
    for operator, argument in tree:
        match str(operator), argument:
            case (("LITERAL" | "NOT_LITERAL"), code):
                yield code, code
            case "RANGE", (low, high):
                yield low, high
            case "CATEGORY" | "AT", kind:
                if "WORD" in str(kind) or "BOUNDARY" in str(kind):
                    yield ord("_"), ord("_")
            case (("ANY" | "NEGATE" | "GROUPREF"), _):
                pass
            case name, _:
                inner = _inner(name, argument)
                yield from _EVERY if inner is None else (each for one in inner for each in _named(one))


def _inner(operator: str, argument: Any) -> list[Any] | None:
    """The trees within one part of a tree; None where it cannot be told what it names."""
    match operator:
        case "IN" | "ATOMIC_GROUP":
            return [argument]
        case "BRANCH":
            return list(argument[1])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT" | "ASSERT" | "ASSERT_NOT":
            return [argument[-1]]
        case "SUBPATTERN" if not argument[1]:
            return [argument[-1]]
    return None
