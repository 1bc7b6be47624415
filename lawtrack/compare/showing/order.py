"""The rows of a comparison as a reader meets them: title, preamble, headings among the articles, annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law import HEADING_LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare.model import ComparisonData, Row

BEFORE_BODY: Final = frozenset({"order", "title", "header", "contents", "preamble"})
AFTER_BODY: Final = frozenset({"annex", "tail"})


def in_order(comparison: ComparisonData) -> tuple[Row, ...]:
    r"""Every row of `comparison`, each once; a heading stands before the first article that follows it.

    >>> from lawtrack.compare import compare
    >>> found = compare("某市控烟条例\n第一章　总则\n第一条　甲。", "某市控烟条例\n第一章　总则\n第一条　甲。")
    >>> [row.level for row in in_order(found)]
    ['title', 'chapter', 'article']
    """
    headings = [row for row in comparison.other if row.level in HEADING_LEVELS]
    return (
        *(row for row in comparison.other if row.level in BEFORE_BODY),
        *_body(comparison.rows, headings),
        *(row for row in comparison.other if row.level in AFTER_BODY),
    )


def _body(rows: Sequence[Row], headings: Sequence[Row]) -> Iterator[Row]:
    """Headings of the new text by its offsets, those that are gone by the old ones."""
    new = sorted((row for row in headings if row.new_provisions), key=lambda row: row.new_provisions[0].start)
    gone = sorted(
        (row for row in headings if not row.new_provisions), key=lambda row: row.old_provisions[0].start
    )
    for row in rows:
        if row.new_provisions:
            while new and new[0].new_provisions[0].start < row.new_provisions[0].start:
                yield new.pop(0)
        if row.old_provisions and not row.moved:
            while gone and gone[0].old_provisions[0].start < row.old_provisions[0].start:
                yield gone.pop(0)
        yield row
    yield from (*new, *gone)
