"""The tables of a web page, and the lines outside of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from lawtrack.formats.grids import Cell, Grid, span_of
from lawtrack.formats.web.reading import page_lines, page_tree, web_archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from lawtrack.drafts import Table


_HERE: Final = "\ue0ff{}\ue0fe"
"""Characters of private use around the number of a table, put where it stood, to count the lines before it."""
_STOOD: Final = re.compile("\ue0ff([0-9]+)\ue0fe")


def page_grids(
    data: bytes, name: str, *, archive: bool = False
) -> tuple[tuple[Table, ...], tuple[str, ...], tuple[int, ...]]:
    """The tables of a page in order, its lines without them, and how many of these stand before each table.

    A table that holds others only lays out the page.

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
        cell = etree.SubElement(etree.SubElement(element, "tr"), "td")
        cell.text = _HERE.format(len(tables) - 1)
    lines: list[str] = []
    begins = [0] * len(tables)
    for line in page_lines(root):
        for stood in _STOOD.finditer(line):
            begins[int(stood[1])] = len(lines)
        if (words := _STOOD.sub("", line).strip(" \t")) or not _STOOD.search(line):
            lines.append(words)
    return tuple(tables), tuple(lines), tuple(begins)


def page_links(data: bytes, name: str, *, archive: bool = False) -> frozenset[str]:
    """The words of all links of a page. Raises UnusableInput for a page that cannot be read.

    >>> page_links("<p>甲条例<p><a href=1>乙条例</a>".encode(), "a.html")
    frozenset({'乙条例'})
    """
    root = page_tree(web_archive(data) if archive else data, name)
    return frozenset(" ".join(page_lines(link)) for link in root.iter("a"))


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
