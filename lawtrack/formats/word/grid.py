"""Ruled tables of Word: columns of fixed widths, rows with or without a head, the tables that stand inside a text."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from lawtrack.formats.shapes import arranged
from lawtrack.formats.word.elements import element, fixed, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

    from lawtrack.drafts import Table
    from lawtrack.formats.shapes import Spot

SMALL: Final = 12
"""A table of at most so many rows stays on one page."""
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(twips: Sequence[int], rows: Iterable[Element], inset: int = 100) -> Element:
    """A ruled table with columns of fixed widths in twips; `inset` twips lie left and right of the words."""
    rule = {"val": "single", "sz": 4, "space": 0, "color": "auto"}
    edges = {"top": 40, "left": inset, "bottom": 40, "right": inset}
    return element(
        "tbl",
        element(
            "tblPr",
            element("tblW", w=sum(twips), type="dxa"),
            element("jc", val="center"),
            element("tblBorders", *(element(side, **rule) for side in _SIDES)),
            element("tblLayout", type="fixed"),
            element("tblCellMar", *(element(side, w=room, type="dxa") for side, room in edges.items())),
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in twips)),
        *rows,
    )


def row(cells: Iterable[Element], *, head: bool = False, whole: bool = True) -> Element:
    """A row; a `head` is repeated on every page, a `whole` one is never torn."""
    return element("tr", _row_properties(head=head, whole=whole) if whole or head else None, *cells)


@cache
def _row_properties(*, head: bool, whole: bool) -> Element:
    return fixed("trPr", fixed("cantSplit") if whole else None, fixed("tblHeader") if head else None)


def cell(width: int, *content: Element, span: int = 1, above: str = "", middle: bool = False) -> Element:
    """A cell of so many twips; `above` is "restart" or "continue" where it is one with the cells below it or above it."""
    return element("tc", _cell_properties(width, span, above, middle=middle), *content)


@lru_cache(maxsize=1024)
def _cell_properties(width: int, span: int, above: str, *, middle: bool) -> Element:
    return fixed(
        "tcPr",
        fixed("tcW", w=width, type="dxa"),
        fixed("gridSpan", val=span) if span > 1 else None,
        fixed("vMerge", val=above) if above else None,
        fixed("vAlign", val="center") if middle else None,
    )


def text_table(
    lines: Sequence[Sequence[str]], style: str, inner: int, tables: Iterable[Table] = ()
) -> Element:
    """The rows of a text's own table over `inner` twips; its first row is repeated on every page.

    Widths and merged cells are those of the table of `tables` that has these rows. A short table stays on one page.
    """
    plan = arranged(lines, tables)
    twips = plan.twips(inner)
    short = len(lines) <= SMALL
    return table(
        twips,
        (
            row(
                spotted(spots, twips, style, _words(line, style, keep=short and at < len(lines) - 1)),
                head=at == 0 < len(lines) - 1,
            )
            for at, (line, spots) in enumerate(zip(lines, plan.rows, strict=True))
        ),
    )


def spotted(
    spots: Iterable[Spot], twips: Sequence[int], style: str, content: Sequence[Sequence[Element]]
) -> Iterator[Element]:
    """The cells of a row at their spots; `content` has what stands in each cell of the line, in order."""
    for spot in spots:
        shown = content[spot.cell] if spot.cell is not None and spot.cell < len(content) else ()
        width = sum(twips[spot.column : spot.column + spot.across])
        yield cell(width, *(shown or [paragraph(style)]), span=spot.across, above=spot.above)


def _words(cells: Iterable[str], style: str, *, keep: bool) -> list[list[Element]]:
    return [[paragraph(style, run(part), keep=keep) for part in told.split("\n")] for told in cells]
