"""Published plans from files: Word, HTML, Excel, CSV and text, as rows of a table or as lines of a list."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.formats.packages import Package
from lawtrack.formats.reading import read_data
from lawtrack.formats.sheets.opening import open_workbook
from lawtrack.formats.text.charsets import decode
from lawtrack.plan import Intake, read_list, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

Rows = list[list[str]]
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WIDEST: Final = 64
"""Columns that a cell may claim to span."""


def read_published(path: str | Path, *, year: int, title: str, jurisdiction: str) -> Intake:
    """The plan in the file, from its tables where one is headed 名称, else from its lines.

    Raises UnusableInput for a file that cannot be read, or in which nothing is a plan item.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnusableInput("records.no-file", file=str(path), reason=error.strerror or str(error)) from error
    rows = _rows(data, path.name)
    found = read_table(rows, year=year, title=title, jurisdiction=jurisdiction)
    if not found.plan.items and path.suffix.lower() not in {".xlsx", ".csv"}:
        text = read_data(data, path.name).text
        found = read_list(text, year=year, title=title, jurisdiction=jurisdiction)
    if not found.plan.items:
        raise UnusableInput("plan.no-items", file=path.name)
    return found


def _rows(data: bytes, name: str) -> Rows:
    """The rows of every table in the file, one after the other."""
    suffix = Path(name).suffix.lower()
    if suffix == ".xlsx":
        return list(_sheet_rows(data, name))
    if suffix == ".csv":
        return [list(row) for row in csv.reader(io.StringIO(decode(data, name)))]
    if suffix == ".docx":
        return list(_word_rows(data, name))
    return list(_page_rows(data, name)) if suffix in {".html", ".htm"} else []


def _sheet_rows(data: bytes, name: str) -> Iterator[list[str]]:
    for sheet in open_workbook(data, name).worksheets:
        for row in sheet.iter_rows(values_only=True):
            yield ["" if value is None else str(value) for value in row]


def _word_rows(data: bytes, name: str) -> Iterator[list[str]]:
    """A cell that spans columns is followed by empty ones, so that the columns below keep their headings."""
    package = Package(data, name)
    part = package.related("", "officeDocument")
    if part is None:
        return
    for row in package.xml(part).iter(f"{_W}tr"):
        cells: list[str] = []
        for cell in row.iterchildren(f"{_W}tc"):
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            wide = span.get(f"{_W}val", "1") if span is not None else "1"
            cells.append("".join(text.text or "" for text in cell.iter(f"{_W}t")))
            cells += [""] * (min(int(wide), _WIDEST) - 1 if wide.isdecimal() else 0)
        yield cells


def _page_rows(data: bytes, name: str) -> Iterator[list[str]]:
    from lxml import html

    page = decode(data, name)
    if not page.strip():
        return
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    for row in html.document_fromstring(page.encode(), parser=parser).iter("tr"):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            wide = cell.get("colspan", "1")
            cells.append("".join(map(str, cell.itertext())).strip())
            cells += [""] * (min(int(wide), _WIDEST) - 1 if wide.isdecimal() else 0)
        yield cells
