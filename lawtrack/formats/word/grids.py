"""The tables of a .docx with every cell in its column, and the lines outside of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.formats.grids import Cell, Grid, span_of
from lawtrack.formats.word.elements import keys_in
from lawtrack.formats.word.reading import Note, goes_on, inside, notes_of, open_docx
from lawtrack.formats.word.styles import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from lawtrack.drafts import Table
    from lawtrack.formats.kinds import Tracked
    from lawtrack.formats.word.reading import Reader


def read_grids(
    data: bytes, name: str, *, tracked: Tracked = "accepted"
) -> tuple[list[Table], list[str], list[Note], list[int]]:
    """The tables of the body in order, the lines between them, the notes, and how many lines stand before each table.

    Numbers that Word counts are written out.

    Raises UnusableInput for a file that is broken, encrypted or no text document.
    """
    reader, body, roots = open_docx(data, name, tracked)
    tables: list[Table] = []
    begins: list[int] = []
    for child in _blocks(body):
        if child.tag == W + "tbl":
            reader.finish()
            begins.append(len(reader.lines))
            tables.append(_table(reader, child, len(tables)))
        else:
            reader.blocks([child])
    reader.finish()
    return tables, reader.lines, notes_of(reader, roots, tracked), begins


def _blocks(body: _Element) -> list[_Element]:
    """The body's blocks, tables in content controls too."""
    blocks: list[_Element] = []
    for child in body:
        tables = [] if child.tag == W + "tbl" else list(inside(child, W + "tbl"))
        blocks += tables or [child]
    return blocks


def _table(reader: Reader, table: _Element, number: int) -> Table:
    grid = Grid()
    for row in reader.rows_of(table):
        reader.within = number, len(grid.rows)
        before = row.find(f"{W}trPr/{W}gridBefore")
        grid.add(
            [_cell(reader, cell) for cell in inside(row, W + "tc")],
            span_of(before.get(f"{W}val")) if before is not None else 0,
        )
    reader.within = None
    return grid.table(widths=_widths(table))


def _widths(table: _Element) -> list[int]:
    """The columns' widths in twips (ECMA-376 part 1, 17.4.48)."""
    told = (column.get(f"{W}w", "0") for column in table.iterfind(f"{W}tblGrid/{W}gridCol"))
    return [int(width) if width.isdecimal() else 0 for width in told]


def _cell(reader: Reader, cell: _Element) -> Cell:
    across = cell.find(f"{W}tcPr/{W}gridSpan")
    # what a row of ours is about stands in a bookmark, which nobody sees; it is read as if it stood in the cell
    words = "\n".join([*reader.cell(cell, whole=True), *keys_in(cell)])
    return Cell(words, 1 if across is None else span_of(across.get(f"{W}val")), 0 if goes_on(cell) else 1)
