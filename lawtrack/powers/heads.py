"""The head of a list of powers: which column says what, in one row of headings or in several below one another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.powers.model import columns, endings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DEEPEST: Final = 3
"""Rows that a head has at most."""
_NOTE: Final = re.compile(r"（[^（）]*）|\([^()]*\)")
_SPACE: Final = re.compile(r"[\s　（）()*]+")


class Head(NamedTuple):
    """A head of so many rows: field → column, and the columns that nobody foresaw by their headings."""

    rows: int
    columns: Mapping[str, int]
    others: Mapping[str, int]


def head_at(rows: Sequence[Sequence[str]], at: int) -> Head | None:
    """The head that begins in row `at`, None where none does.

    >>> head_at([["序号", "职权", "", "依据"], ["", "名称", "类型", ""]], 0).columns
    {'serial': 0, 'name': 1, 'kind': 2, 'basis': 3}
    >>> head_at([["1", "养犬登记", "行政确认", ""]], 0) is None
    True
    """
    words = list(rows[at])
    if not any(map(field_of, words)):
        return None
    found = None
    for depth in range(1, DEEPEST + 1):
        columns, others = _columns(words)
        named = {"name", "main", "sub"} & set(columns)
        if named and len(columns) >= 2 and len(columns) >= len(others):
            found = Head(depth, columns, others)
        below = rows[at + depth] if at + depth < len(rows) else ()
        if not _goes_on(words, below):
            break
        words = [low or high for low, high in zip(below, words, strict=True)]
    return found


def field_of(heading: str) -> str:
    """The field that a heading names: by the words of columns.yaml, a note in brackets aside, or by how it ends.

    >>> field_of("权力 类型（9+X）"), field_of("行政处罚事项名称"), field_of("办理地点")
    ('kind', 'name', '')
    """
    return _exactly(heading) or next(
        (field for field, ends in endings().items() if _plain(heading).endswith(ends)), ""
    )


def _exactly(heading: str) -> str:
    return _FIELD_OF.get(_SPACE.sub("", heading)) or _FIELD_OF.get(_plain(heading)) or ""


def _plain(heading: str) -> str:
    return _SPACE.sub("", _NOTE.sub("", heading))


def _goes_on(above: Sequence[str], below: Sequence[str]) -> bool:
    """Does the head go on in the row below: headings of columns that have none yet, or one that spans them?"""
    own = [at for at, word in enumerate(below) if word and word != above[at]]
    if not own or sum(bool(field_of(below[at])) for at in own) * 2 < len(own):
        return False
    return all(not above[at] or _spans(above, below, at) or not field_of(above[at]) for at in own)


def _spans(above: Sequence[str], below: Sequence[str], at: int) -> bool:
    """Does the heading of a column hold for the one beside it too: said again there, or with nothing over a heading there?"""
    beside = (*above[max(at - 1, 0) : at], *above[at + 1 : at + 2])
    return above[at] in beside or (above[at + 1 : at + 2] == [""] and bool(below[at + 1]))


def _columns(words: Sequence[str]) -> tuple[dict[str, int], dict[str, int]]:
    """Field → column, and other heading → column; of two columns with one heading the second is kept by its words."""
    columns: dict[str, int] = {}
    for known in (_exactly, field_of):
        for column, word in enumerate(words):
            field = known(word)
            if field and column not in columns.values():
                columns.setdefault(field, column)
    others: dict[str, int] = {}
    taken = set(columns.values())
    for column, word in enumerate(words):
        if word and column not in taken:
            again = sum(1 for before in words[:column] if before == word) + 1
            others[word if again == 1 else f"{word}（{again}）"] = column
    return dict(sorted(columns.items(), key=lambda pair: pair[1])), others


_FIELD_OF: Final = {heading: field for field, headings in columns().items() for heading in headings}
