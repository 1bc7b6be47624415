"""What a row alone does not tell: references that only follow a new number, paragraphs that other rows have.

The comparison says where every clause went; `lawtrack.law.references.renumbering` rewrites the old text's references to follow.
What the new text then says to the letter was no change of substance.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lawtrack.compare.folding import fold
from lawtrack.compare.inline import inline_ops
from lawtrack.compare.moved_paragraphs import carried
from lawtrack.law import Change, renumber

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.compare.model import ComparisonData, Row
    from lawtrack.compare.moved_paragraphs import Carried


@dataclass(frozen=True, slots=True)
class Followed:
    """For one row: the references that only follow, as (old, new) words, and whether nothing else changed in it.

    `left` and `came` are its paragraphs that went to other rows or were in them.
    """

    references: tuple[tuple[str, str], ...] = ()
    nothing_else: bool = field(default=False)
    left: tuple[Carried, ...] = field(default=(), repr=False)
    came: tuple[Carried, ...] = field(default=(), repr=False)


def followed(comparison: ComparisonData) -> tuple[Followed, ...]:
    r"""One entry for each of `comparison.rows`.

    >>> from lawtrack.compare import compare
    >>> text = "某市控烟条例\n{}第{}条　公园禁止吸烟。\n第{}条　违反第{}条规定的，予以警告。"
    >>> found = compare(text.format("", "一", "二", "一"), text.format("第一条　新增一条。\n", "二", "三", "二"))
    >>> followed(found)[2]
    Followed(references=(('第一条', '第二条'),), nothing_else=True)
    """
    mapping = dict(addresses(comparison.rows))
    changes = renumber(comparison.old, mapping).changes
    by_row = [_followed(row, changes) if row.kind == "amended" else Followed() for row in comparison.rows]
    for one in carried(comparison):
        left, came = by_row[one.old.row], by_row[one.new.row]
        by_row[one.old.row] = replace(left, left=(*left.left, one))
        by_row[one.new.row] = replace(came, came=(*came.came, one))
    return tuple(by_row)


def addresses(rows: tuple[Row, ...]) -> Iterator[tuple[str, str | None]]:
    r"""Old eid → new eid of every clause that moved as a whole, None for a deleted one.

    >>> from lawtrack.compare import compare
    >>> found = compare("第一条　公园禁止吸烟。", "第一条　新增一条。\n第二条　公园禁止吸烟。")
    >>> dict(addresses(found.rows))
    {'art_1': 'art_2'}
    """
    for row in rows:
        if len(row.old_provisions) == 1 or len(row.new_provisions) == 1:
            for node in row.old_provisions:
                yield node.eid, row.new_provisions[0].eid if row.new_provisions else None
        yield from addresses(row.parts)


def _followed(row: Row, changes: tuple[Change, ...]) -> Followed:
    node = row.old_provisions[0]
    here = [change for change in changes if node.words_start <= change.start and change.end <= node.end]
    if not here:
        return Followed()
    new = row.new_provisions[0]
    expected, spans = _rewritten(node.source[node.words_start : node.end], node.words_start, here)
    words = new.source[new.words_start : new.end]
    kept = _kept(expected, words)
    renumbered = tuple(
        (change.old, change.new)
        for change, (start, end) in zip(here, spans, strict=True)
        if any(low <= start and end <= high for low, high in kept)
    )
    return Followed(renumbered, nothing_else=fold(expected) == fold(words))


def _rewritten(text: str, offset: int, changes: list[Change]) -> tuple[str, list[tuple[int, int]]]:
    """The words with `changes` made, and where each of them now stands."""
    done, at = "", 0
    spans = []
    for change in changes:
        done += text[at : change.start - offset]
        spans.append((len(done), len(done) + len(change.new)))
        done += change.new
        at = change.end - offset
    return done + text[at:], spans


def _kept(old: str, new: str) -> list[tuple[int, int]]:
    """The stretches of `old` that are in `new` as they are."""
    spans, at = [], 0
    for op, words in inline_ops(old, new):
        if op == "equal":
            spans.append((at, at + len(words)))
        if op != "insert":
            at += len(words)
    return spans
