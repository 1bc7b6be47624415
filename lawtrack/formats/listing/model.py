"""`Listing`: a table with its title, its notes and what follows it, before it becomes a file of any kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lawtrack.compare import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

ListingCell = str | int | float | tuple[Span, ...]
"""Words, a number, or words of which some stand out (`Span.new`); a line break begins a paragraph."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One table: `heads` over the columns, `widths` their shares of the page, `rows` of as many cells.

    A row of a single cell is a heading across the table. `notes` stand above it and `after` below, each a paragraph;
    `page` is the paper on which Word lays it out, across.

    >>> from lawtrack.formats import Listing
    >>> listing = Listing("公园名录", ("序号", "名称"), (10, 90), [(1, "东湖公园"), (2, "西山公园")], notes=("共2处。",))
    >>> len(listing.rows), listing.page
    (2, 'A4')
    """

    title: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: Sequence[tuple[ListingCell, ...]] = field(repr=False)
    notes: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    page: Literal["A4", "A3"] = "A4"


def plain_words(cell: ListingCell) -> str:
    """The words of a cell without its marks.

    >>> from lawtrack.compare import Span
    >>> from lawtrack.formats import plain_words
    >>> plain_words((Span("处"), Span("罚款", new=True)))
    '处罚款'
    """
    if isinstance(cell, tuple):
        return "".join(span.words for span in cell)
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def marked_words(words: str, marks: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """`words` with the stretches `marks` standing out.

    >>> [span.words for span in marked_words("处罚款二百元", [(1, 3)]) if span.new]
    ['罚款']
    """
    spans, at = [], 0
    for start, end in marks:
        spans += [Span(words[at:start]), Span(words[start:end], new=True)]
        at = end
    return tuple(span for span in (*spans, Span(words[at:])) if span.words)
