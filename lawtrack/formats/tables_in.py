"""Tables of other people's files, one way for all: Word, Excel, CSV, web pages, pasted text → rows with merged cells filled.

Plans, opinions, lists of powers and returned comparison tables are read through it, so that a merged cell never
shifts the ones beside it and a unit that stands once for three rows is said in all three.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final

from lawtrack.errors import UnusableInput
from lawtrack.formats.grids import Grid
from lawtrack.formats.kinds import SIZE_LIMIT, TRACKED, Tracked, bytes_of, converted, kind_of
from lawtrack.formats.layout import checked
from lawtrack.formats.sheets.cells import FORMULA
from lawtrack.formats.text.charsets import decode
from lawtrack.formats.text.spaced import spaced_rows
from lawtrack.formats.text.stacked import stacked_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from lawtrack.drafts import Table
    from lawtrack.formats.word.reading import Note

_DELIMITERS: Final = ",\t;"
_PIPE: Final = re.compile(r"(?<!\\)\|")
_BREAK: Final = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
_MARKED: Final = re.compile(r"(\*\*|~~)(?=\S)([^*~]{1,5000}?)(?<=\S)\1")
_OVERHANG: Final = 1000
"""Rows below the last filled one that a merged cell of a workbook may add."""


@dataclass(frozen=True, slots=True)
class FileTables:
    """The tables of a file in order, the `lines` outside of them (of Word and web pages), and what the file says of itself.

    `description` is that of a workbook's properties. `notes` are the comments of a Word file, at lines counted from 1
    in `lines`, 0 for those in tables.

    >>> FileTables((), lines=("上文",)).lines
    ('上文',)
    """

    tables: tuple[Table, ...]
    lines: tuple[str, ...] = ()
    description: str = ""
    notes: tuple[Note, ...] = ()
    begins: tuple[int, ...] = ()
    """How many of the `lines` stand before each table; () for sheets, which have none."""


def read_tables(source: str | PathLike[str]) -> FileTables:
    r"""The tables of the file at that path.

    Raises NotFound for a path that is not there, UnusableInput for a file that cannot be read.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "清单.csv")
    ...     _ = file.write_text("名称,主体\n养犬登记,市公安局\n", encoding="utf-8")
    ...     read_tables(file).tables[0].rows
    (('名称', '主体'), ('养犬登记', '市公安局'))
    """
    path = Path(source)
    return read_tables_data(bytes_of(path), path.name)


def read_tables_data(data: bytes, name: str, *, tracked: Tracked = "accepted") -> FileTables:
    r"""The tables in the bytes of a file that is called `name`. Raises UnusableInput for what cannot be read.

    >>> from lawtrack.formats import read_tables_data
    >>> page = "<table><tr><td>甲<td rowspan=2>乙<tr><td>丙</table>".encode()
    >>> read_tables_data(page, "a.html").tables[0].rows
    (('甲', '乙'), ('丙', '乙'))
    >>> read_tables_data("条款,意见\n第一条,删去\n".encode(), "a.csv").tables[0].rows
    (('条款', '意见'), ('第一条', '删去'))
    """
    checked("tracked", tracked, TRACKED)
    if len(data) > SIZE_LIMIT:
        raise UnusableInput("formats.too-large", name=name, limit=SIZE_LIMIT // 1_000_000)
    suffix = PurePath(name).suffix.lower()
    if suffix in {".xlsx", ".xlsm"}:
        return _workbook(data, name)
    if suffix in {".csv", ".tsv"}:
        return FileTables((_delimited(decode(data, name), name, None if suffix == ".csv" else "\t"),))
    kind = kind_of(data, name)
    if kind == "office":
        data, kind = converted(data, name), "docx"
    if kind == "docx":
        from lawtrack.formats.word.grids import read_grids

        tables, lines, notes, at = read_grids(data, name, tracked=tracked)
        return FileTables(tuple(tables), tuple(lines), notes=tuple(notes), begins=tuple(at))
    if kind in {"html", "archive"}:
        from lawtrack.formats.web.grids import page_grids

        grids, outside, begins = page_grids(data, name, archive=kind == "archive")
        return FileTables(grids, outside, begins=begins)
    if kind == "pdf":
        from lawtrack.formats.pdf.reading import read_pdf

        return _plain("\n".join(read_pdf(data, name).lines))
    return _plain(decode(data, name))


def tables_in_text(text: str) -> FileTables:
    r"""The tables in pasted text: rows with tabs between the cells; Markdown's with | around them.

    >>> from lawtrack.formats import tables_in_text
    >>> tables_in_text("序号\t名称\n1\t东湖公园").tables[0].rows
    (('序号', '名称'), ('1', '东湖公园'))
    """
    return _plain(text)


def _plain(text: str) -> FileTables:
    """Stretches of lines with tabs or pipes, and cells that stand one a line; all other lines stand outside."""
    tables: list[Table] = []
    lines: list[str] = []
    begins: list[int] = []
    grid = Grid()
    every = text.splitlines()
    stacked = stacked_table(every)
    spaced = 0  # where a table with spaces between its cells ends
    for at, line in enumerate([*every, ""]):
        if at < spaced:
            continue
        if rows := spaced_rows(every, at):
            _close(grid, tables, begins, len(lines))
            _close(Grid(rows), tables, begins, len(lines))
            grid, spaced = Grid(), at + len(rows)
            continue
        if stacked and stacked.first <= at < stacked.last:
            if at == stacked.first:
                _close(grid, tables, begins, len(lines))
                grid = Grid(stacked.rows)
            if at in stacked.outside:
                lines.append(line)
            if at + 1 == stacked.last:
                _close(grid, tables, begins, len(lines))
                grid, stacked = Grid(), stacked_table(every, stacked.last)
            continue
        cells = _pieces(line)
        if len(cells) > 1:
            if any(set(cell) - set(":- ") for cell in cells):
                grid.rows.append(cells)
            continue
        _close(grid, tables, begins, len(lines))
        grid = Grid()
        lines.append(line)
    return FileTables(tuple(tables), tuple(lines), begins=tuple(begins))


def _close(grid: Grid, tables: list[Table], begins: list[int], at: int) -> None:
    if grid.rows:
        tables.append(grid.table())
        begins.append(at)


def _pieces(line: str) -> list[str]:
    piped = line.strip()
    if len(piped) > 1 and piped[0] == piped[-1] == "|":
        return [_unmarked(cell.strip()) for cell in _PIPE.split(piped[1:-1])]
    if piped.endswith("|") and len(cells := _PIPE.split(piped[:-1])) > 1:
        return [cell.strip() for cell in cells]
    return [cell.strip() for cell in line.split("\t")] if "\t" in line.strip() else [line]


def _unmarked(cell: str) -> str:
    """The words of a Markdown cell, without the marks of new and of deleted ones; a line break is one again."""
    return _MARKED.sub(r"\2", _BREAK.sub("\n", cell)).replace("\\|", "|")


def _delimited(text: str, name: str, delimiter: str | None) -> Table:
    """The rows of a CSV file; what stands most often in its first lines is what parts its cells."""
    head = "\n".join(text.splitlines()[:20])
    mark = delimiter or max(_DELIMITERS, key=lambda one: (head.count(one), one == ","))
    grid = Grid()
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            grid.rows.append([_typed(cell) for cell in row])
    except csv.Error as problem:
        raise UnusableInput("formats.damaged", name=name) from problem
    return grid.table()


def _typed(cell: str) -> str:
    """A cell as it was before `sheets.inert` made it harmless."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip(" ").startswith(FORMULA) else cell


def _workbook(data: bytes, name: str) -> FileTables:
    from lawtrack.formats.sheets.opening import open_workbook

    book = open_workbook(data, name)
    tables = tuple(_sheet(sheet) for sheet in book.worksheets)
    return FileTables(tables, description=str(book.properties.description or ""))


def _sheet(sheet: Any) -> Table:
    """The rows of a worksheet down to the last that says something."""
    grid, empty = Grid(), 0
    for row in sheet.iter_rows(values_only=True):
        words = [_cell(value) for value in row]
        if any(words):
            grid.rows += [[""] * len(words) for _ in range(empty)]
            grid.rows.append(words)
            empty = 0
        else:
            empty += 1
    for merged in sheet.merged_cells.ranges:
        _fill(grid, merged.min_row - 1, merged.min_col - 1, merged.max_row, merged.max_col)
    return grid.table(sheet.title)


def _fill(grid: Grid, top: int, left: int, bottom: int, right: int) -> None:
    """Say the words of the first place of a merged range at all its places."""
    words = grid.rows[top][left] if top < len(grid.rows) and left < len(grid.rows[top]) else ""
    if words:
        wide = len(grid.rows[top])
        grid.rows += [[""] * wide for _ in range(min(bottom - len(grid.rows), _OVERHANG))]
    for at, column in _places(grid, top, left, bottom, right) if words else ():
        grid.rows[at][column] = words
        if column > left:
            grid.spread.add((at, column))
        if at > top:
            grid.below.add((at, column))


def _places(grid: Grid, top: int, left: int, bottom: int, right: int) -> Iterator[tuple[int, int]]:
    for at in range(top, min(bottom, len(grid.rows))):
        for column in range(left, min(right, len(grid.rows[at]))):
            yield at, column


def _cell(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
