"""The tables of a web page, and the lines outside of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.formats.grids import Cell, Grid, span_of
from lawtrack.formats.web.reading import page_lines, page_tree, web_archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from lawtrack.drafts import Table


def page_grids(data: bytes, name: str, *, archive: bool = False) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """The tables of a page in order, and its lines without them; a table that holds others only lays out the page.

    Raises UnusableInput for a page that cannot be read.
    """
    root = page_tree(web_archive(data) if archive else data, name)
    tables: list[Table] = []
    for element in [
        table for table in root.iter("table") if next(table.iterdescendants("table"), None) is None
    ]:
        tables.append(_table(element))
        for child in list(element):
            element.remove(child)
        element.text = None
    return tuple(tables), tuple(page_lines(root))


def _table(element: _Element) -> Table:
    grid = Grid()
    for row in _rows(element):
        grid.add(
            Cell(
                "\n".join(page_lines(cell)),
                span_of(cell.get("colspan")),
                span_of(cell.get("rowspan"), rows=True),
            )
            for cell in row.iterchildren("td", "th")
        )
    return grid.table()


def _rows(element: _Element) -> Iterator[_Element]:
    return element.iterdescendants("tr")
