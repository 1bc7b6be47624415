r"""What a regular expression requires: words that stand in every text which it fits, as a question to the index.

The expression is taken apart by Python's own parser. Of each part is known, where it can be, all that it can be
(`exact`), how it begins (`head`) and how it ends (`tail`); what stands side by side joins. So 自.{1,20}之日起 requires 自
and 之日起, and `\d+日` one of 1日, 2日, …, of the digits that the collection has. What the parser of a later Python
should not be known by requires nothing, and every clause is read.
"""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from lawtrack.collection.index import folded, tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

MOST: Final = 48
"""So many words one of which must stand are asked for; more are known by what begins or ends them."""
COPIES: Final = 8
"""So often a repeated part is written out."""
_NOTHING: Final = frozenset({""})


@dataclass(frozen=True, slots=True)
class Need:
    """Words of which all must stand in a text, or (`one`) at least one; parts may be needs themselves."""

    parts: tuple[Need | str, ...]
    one: bool = False

    def met(self, text: str) -> bool:
        """Does `text`, without white space and folded, hold what is needed?

        >>> Need((Need(("罚", "款"), one=True), "元")).met("罚一元")
        True
        """
        met = (part in text if isinstance(part, str) else part.met(text) for part in self.parts)
        return any(met) if self.one else all(met)

    def match(self) -> str:
        """The need as FTS5 asks for it; "" where nothing is needed.

        >>> Need(("罚", Need(("元", "万"), one=True))).match()
        '("罚" AND ("元" OR "万"))'
        """
        parts = [_phrase(part) if isinstance(part, str) else part.match() for part in self.parts]
        said = [part for part in parts if part]
        return f"({(' OR ' if self.one else ' AND ').join(said)})" if said else ""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of an expression: all that it can be (None: unknown), how it begins and ends, what stands in it besides."""

    exact: frozenset[str] | None = None
    head: frozenset[str] = _NOTHING
    tail: frozenset[str] = _NOTHING
    needs: tuple[Need | str, ...] = ()

    def all_needs(self) -> tuple[Need | str, ...]:
        ends = (self.exact,) if self.exact is not None else (self.head, self.tail)
        return _telling((*self.needs, *(need for end in ends for need in _one_of(end))))


_UNKNOWN: Final = _Part()
_EMPTY: Final = _Part(_NOTHING)


def required(pattern: str, known: Collection[str] = "0123456789") -> Need:
    r"""What stands in every text that `pattern` fits; `known` are the characters that any text has, folded.

    Raises re.error for a pattern that is none.

    >>> required("自.{1,20}之日起").match(), required("罚款?元|没收").match()
    ('("自" AND "之 日 起")', '(("没 收" OR "罚 元" OR "罚 款 元"))')
    >>> required(r"\d+日", "123日").match()
    '(("1 日" OR "2 日" OR "3 日"))'
    """
    re.compile(pattern)
    try:
        tree = importlib.import_module("re._parser").parse(pattern)
        return Need(_Reading(frozenset(known)).sequence(tree, tree.state.flags).all_needs())
    except (ImportError, AttributeError, TypeError, ValueError):
        return Need(())


def _phrase(word: str) -> str:
    return '"' + tokens(word).replace('"', '""') + '"'


def _one_of(words: frozenset[str]) -> tuple[Need | str, ...]:
    """One of these words must stand; nothing where one of them is nothing."""
    if not words or "" in words:
        return ()
    shortest = sorted(word for word in words if not any(less in word for less in words - {word}))
    return tuple(shortest) if len(shortest) == 1 else (Need(tuple(shortest), one=True),)


def _telling(needs: Iterable[Need | str]) -> tuple[Need | str, ...]:
    """The needs without those that others bring with them: whoever has 1日 has 1."""
    kept: list[Need | str] = []
    for need in dict.fromkeys(needs):
        if not any(_brings(other, need) for other in kept):
            kept = [other for other in kept if not _brings(need, other)]
            kept.append(need)
    return tuple(kept)


def _brings(one: Need | str, other: Need | str) -> bool:
    """Does whatever meets `one` surely meet `other` too?"""
    if isinstance(one, Need):
        return (all if one.one else any)(_brings(part, other) for part in one.parts)
    if isinstance(other, Need):
        return (any if other.one else all)(_brings(one, part) for part in other.parts)
    return other in one


def _joined(before: frozenset[str], after: frozenset[str]) -> frozenset[str] | None:
    """Each word of `before` with each of `after` behind it; None where that is too many."""
    if len(before) * len(after) > MOST:
        return None
    return frozenset(one + other for one, other in product(before, after))


def _chain(before: _Part, after: _Part) -> _Part:
    """Two parts side by side."""
    needs = (*before.needs, *after.needs)
    if before.exact is not None and after.exact is not None:
        exact = _joined(before.exact, after.exact)
        if exact is not None:
            return _Part(exact, needs=needs)
        ends = (*_one_of(before.exact), *_one_of(after.exact))
        return _Part(None, before.exact, after.exact, (*needs, *ends))
    if before.exact is not None:
        head = _joined(before.exact, after.head)
        lost = () if head is not None else _one_of(after.head)
        return _Part(None, before.exact if head is None else head, after.tail, (*needs, *lost))
    if after.exact is not None:
        tail = _joined(before.tail, after.exact)
        lost = () if tail is not None else _one_of(before.tail)
        return _Part(None, before.head, after.exact if tail is None else tail, (*needs, *lost))
    middle = _joined(before.tail, after.head)
    joint = _one_of(middle) if middle is not None else (*_one_of(before.tail), *_one_of(after.head))
    return _Part(None, before.head, after.tail, (*needs, *joint))


def _either(parts: Sequence[_Part]) -> _Part:
    """One of several parts."""
    exacts = [part.exact for part in parts if part.exact is not None]
    if len(exacts) == len(parts) and len(every := frozenset().union(*exacts)) <= MOST:
        inner = tuple(need for part in parts for need in part.needs) if len(parts) == 1 else ()
        return _Part(every, needs=inner)
    heads = frozenset().union(*(part.head if part.exact is None else part.exact for part in parts))
    tails = frozenset().union(*(part.tail if part.exact is None else part.exact for part in parts))
    sides = [part.all_needs() for part in parts]
    needs = (Need(tuple(Need(side) for side in sides), one=True),) if all(sides) else ()
    return _Part(
        None, heads if len(heads) <= MOST else _NOTHING, tails if len(tails) <= MOST else _NOTHING, needs
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads the tree that Python's parser makes; `known` are the characters that texts have."""

    known: frozenset[str]

    def sequence(self, tree: Iterable[tuple[Any, Any]], flags: int) -> _Part:
        """Parts one after another."""
        part = _EMPTY
        for operator, argument in tree:
            part = _chain(part, self.one(str(operator), argument, flags))
        return part

    def one(self, operator: str, argument: Any, flags: int) -> _Part:
        """What one part of the tree can be; operators that are not named here can be anything."""
        match operator:
            case "LITERAL" | "IN":
                members = [(operator, argument)] if operator == "LITERAL" else argument
                letters = self.letters(members, flags)
                return _UNKNOWN if letters is None else _Part(letters)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                low, high, tree = argument
                return self.repeated(self.sequence(tree, flags), int(low), int(high))
            case "BRANCH":
                return _either([self.sequence(tree, flags) for tree in argument[1]])
            case "SUBPATTERN":
                _, added, dropped, tree = argument
                return self.sequence(tree, flags & ~dropped | added)
            case "ATOMIC_GROUP":
                return self.sequence(argument, flags)
            case "ASSERT":
                return _Part(_NOTHING, needs=self.sequence(argument[1], flags).all_needs())
            case "AT" | "ASSERT_NOT":
                return _EMPTY
        return _UNKNOWN

    def repeated(self, part: _Part, low: int, high: int) -> _Part:
        """A part `low` to `high` times."""
        if part.exact == _NOTHING:
            return part if low else _EMPTY
        if low == 0:
            return _either([_EMPTY, part]) if high == 1 and part.exact is not None else _UNKNOWN
        written = part
        for _ in range(min(low, COPIES) - 1):
            written = _chain(written, part)
        if low == high <= COPIES or written.exact is None:
            return written
        return _Part(None, written.exact, written.exact, written.needs)

    def letters(self, members: Iterable[tuple[Any, Any]], flags: int) -> frozenset[str] | None:
        """The characters of a class as the index has them, white space as nothing; None for too many to be named."""
        letters: set[str] = set()
        for operator, argument in members:
            match str(operator), argument:
                case "LITERAL", int(code):
                    letters.add(chr(code))
                case "RANGE", (low, high):
                    if high - low >= MOST and not 0x2E80 <= low <= high < 0xA4D0:
                        return None  # outside of Chinese characters lie other forms of known letters
                    named = range(low, high + 1) if high - low < MOST else map(ord, self.known)
                    letters |= {chr(code) for code in named if low <= code <= high}
                case "CATEGORY", kind if str(kind) == "CATEGORY_DIGIT":
                    letters |= {each for each in self.known if each.isdecimal()}
                case "CATEGORY", kind if str(kind) == "CATEGORY_SPACE":
                    letters.add(" ")
                case _:
                    return None
        kept = [_as_kept(letter, flags) for letter in letters]
        if not kept or len(kept) > MOST or None in kept:
            return None
        return frozenset(letter for letter in kept if letter is not None)


def _as_kept(letter: str, flags: int) -> str | None:
    """A character as the index keeps it, white space as ""; None where capitals and others may stand for it."""
    narrow = folded(letter)
    cased = letter.lower() != letter.upper()
    if cased and (flags & re.IGNORECASE or not narrow.isascii()):
        return None
    return tokens(letter)
