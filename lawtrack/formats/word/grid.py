"""Ruled tables of Word: columns of fixed widths, rows with or without a head, the tables that stand inside a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.formats.word.elements import element, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

SMALL: Final = 12
"""A table of at most so many rows stays on one page."""
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(twips: Sequence[int], rows: Iterable[_Element], inset: int = 100) -> _Element:
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


def row(cells: Iterable[_Element], *, head: bool = False, whole: bool = True) -> _Element:
    """A row; a `head` is repeated on every page, a `whole` one is never torn."""
    properties = (element("cantSplit") if whole else None, element("tblHeader") if head else None)
    return element("tr", element("trPr", *properties) if whole or head else None, *cells)


def cell(width: int, *content: _Element, span: int = 1, above: str = "", middle: bool = False) -> _Element:
    """A cell of so many twips; `above` is "restart" or "continue" where it is one with the cells below it or above it."""
    return element(
        "tc",
        element(
            "tcPr",
            element("tcW", w=width, type="dxa"),
            element("gridSpan", val=span) if span > 1 else None,
            element("vMerge", val=above) if above else None,
            element("vAlign", val="center") if middle else None,
        ),
        *content,
    )


def text_table(lines: Sequence[Sequence[str]], style: str, inner: int) -> _Element:
    """The rows of a text's own table over `inner` twips; its first row is repeated on every page.

    A row with fewer cells than the widest has its last one span the rest. A short table stays on one page.
    """
    columns = max(map(len, lines))
    twips = widths_of(lines, columns, inner)
    short = len(lines) <= SMALL
    return table(
        twips,
        (
            row(
                _cells(line, twips, style, keep=short and at < len(lines) - 1),
                head=at == 0 < len(lines) - 1,
            )
            for at, line in enumerate(lines)
        ),
    )


def widths_of(lines: Sequence[Sequence[str]], columns: int, inner: int) -> list[int]:
    """Twips for each column, by its longest cell; no column is squeezed and none takes it all.

    >>> widths_of([["序号", "对中小学校园周边环境进行治理"], ["1", "登记"]], 2, 9000)
    [2000, 7000]
    """
    longest = [max((len(line[at]) for line in lines if at < len(line)), default=0) for at in range(columns)]
    shares = [min(max(length, 4), 24) for length in longest]
    return [inner * share // sum(shares) for share in shares]


def _cells(words: Sequence[str], twips: Sequence[int], style: str, *, keep: bool) -> Iterable[_Element]:
    last = len(words) - 1
    for at, told in enumerate(words):
        width = sum(twips[at:]) if at == last else twips[at]
        content = [paragraph(style, run(part), keep=keep) for part in told.split("\n")]
        yield cell(width, *content, span=len(twips) - at if at == last else 1)
