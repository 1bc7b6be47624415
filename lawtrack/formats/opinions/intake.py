"""Opinions from files: Word (a table, or a letter), Excel, CSV, text, and the JSON that went out from here."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lawtrack.errors import NotFound, UnusableInput
from lawtrack.formats.packages import Package
from lawtrack.formats.reading import SIZE_LIMIT, kind_of, read_data
from lawtrack.formats.sheets.cells import FORMULA
from lawtrack.formats.sheets.opening import open_workbook
from lawtrack.formats.text.charsets import decode
from lawtrack.formats.word.office import convert
from lawtrack.messages import translate
from lawtrack.opinions import Intake, Leftover, Received, has_head, read_letter, read_table, sender_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

Rows = list[list[str]]
SEEN: Final = "lawtrack:"
"""What stands, in a workbook of ours, before the commit that it went out from: in the description of its properties."""
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WIDEST: Final = 64
"""Columns that a cell may claim to span."""
_JSON: Final = {
    "clause": "clause", "text": "text", "suggestion": "suggestion", "grounds": "grounds", "quote": "quote",
    "source": "source", "kind": "kind", "channel": "channel", "date": "date", "note": "note", "id": "id",
    "result": "result", "reason": "reason", "by": "answered_by", "answered": "answered",
    "carried_out": "carried_out_clause", "carried_out_stage": "carried_out_stage",
}  # fmt: skip
"""Field of Received → field of `Opinion.to_dict`."""


def read_opinions(path: str | Path, source: str = "") -> Intake:
    """The opinions in a file; `source` is who sent it, where the file does not say.

    Raises NotFound for a path that is not there, UnusableInput for a file that cannot be read or holds no opinion.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise NotFound("formats.no-file", path=str(path)) from None
    return read_opinions_data(data, path.name, source)


def read_opinions_data(data: bytes, name: str, source: str = "") -> Intake:
    """The same for the bytes of a file that is called `name`."""
    if len(data) > SIZE_LIMIT:
        raise UnusableInput("formats.too-large", name=name, limit=SIZE_LIMIT // 1_000_000)
    found = _read(data, name, source)
    if not found.received:
        raise UnusableInput("opinions.none-read", file=name)
    return found


def read_opinions_text(text: str, source: str = "") -> Intake:
    """The opinions in pasted text: rows with tabs between the cells, or a letter."""
    rows = [line.split("\t") for line in text.splitlines()]
    return read_table(rows, source) if has_head(rows) else read_letter(text, source)


def _read(data: bytes, name: str, source: str) -> Intake:
    suffix = Path(name).suffix.lower()
    if suffix == ".xlsx":
        return _workbook(data, name, source)
    if suffix == ".csv":
        rows = [[_typed(cell) for cell in row] for row in csv.reader(io.StringIO(decode(data, name)))]
        return read_table(rows, source)
    if suffix == ".json":
        return _records(data, name)
    kind = kind_of(data, name)
    if kind == "office":
        data, kind = convert(data, suffix, name), "docx"
    rows, lines = _word(data, name) if kind == "docx" else ([], [])
    if has_head(rows):
        letter = "\n".join(lines)
        table = read_table(rows, source or sender_of(letter))
        if any(one.id for one in table.received):
            return table  # a table of ours: what stands around it we have written
        rest = read_letter(letter, source)
        return Intake(table.received + rest.received, table.leftovers + rest.leftovers)
    return read_opinions_text(read_data(data, name).text, source)


def _typed(cell: str) -> str:
    """A cell as it was before `sheets.inert` made it harmless."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip(" ").startswith(FORMULA) else cell


def _workbook(data: bytes, name: str, source: str) -> Intake:
    """The first sheet that has a head of opinions."""
    book = open_workbook(data, name)
    sheets = [_sheet(sheet) for sheet in book.worksheets]
    rows = next((rows for rows in sheets if has_head(rows)), sheets[0] if sheets else [])
    found = read_table(rows, source)
    told = str(book.properties.description or "")
    return Intake(found.received, found.leftovers, told.removeprefix(SEEN) if told.startswith(SEEN) else "")


def _sheet(sheet: Any) -> Rows:
    """The rows of a sheet; every cell of a merged range says what its first one says."""
    rows = [[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    for merged in sheet.merged_cells.ranges:
        first = rows[merged.min_row - 1][merged.min_col - 1] if merged.min_row <= len(rows) else ""
        for row in rows[merged.min_row - 1 : merged.max_row] if merged.min_col == merged.max_col else ():
            row[merged.min_col - 1] = first
    return rows


def _cell(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else str(value)


def _records(data: bytes, name: str) -> Intake:
    """A list of `Opinion.to_dict`, or a report that has one: what `opinion export` and a failed save leave."""
    try:
        told = json.loads(decode(data, name))
    except ValueError as problem:
        raise UnusableInput("formats.damaged", name=name) from problem
    entries = told.get("opinions") if isinstance(told, dict) else told
    received, leftovers = [], []
    for at, entry in enumerate(entries if isinstance(entries, list) else [], 1):
        if isinstance(entry, dict) and str(entry.get("text") or "").strip():
            held = {own: str(entry.get(theirs) or "") for own, theirs in _JSON.items()}
            clause = str(entry.get("eids") or "") or held.pop("clause")
            on = str(entry.get("commit") or "")[:10] or str(entry.get("stage") or "")
            received.append(Received(at, on=on, **(held | {"clause": clause})))
        else:
            leftovers.append(
                Leftover(at, json.dumps(entry, ensure_ascii=False), translate("opinions.no-text"))
            )
    return Intake(tuple(received), tuple(leftovers))


def _word(data: bytes, name: str) -> tuple[Rows, list[str]]:
    """The rows of all tables of a Word document, and the lines that stand outside them."""
    package = Package(data, name)
    part = package.related("", "officeDocument")
    if part is None:
        return [], []
    rows: Rows = []
    lines: list[str] = []
    for block in package.xml(part).iterfind(f"{_W}body/*"):
        if block.tag == f"{_W}tbl":
            rows += _table(block)
        elif words := _words(block):
            lines.append(words)
    return rows, lines


def _table(table: _Element) -> Rows:
    """Cells that are merged downwards all say what the first one says; one that spans columns is followed by empty ones."""
    rows: Rows = []
    for row in table.iterchildren(f"{_W}tr"):
        cells: list[str] = []
        for cell in row.iterchildren(f"{_W}tc"):
            merged, span = (cell.find(f"{_W}tcPr/{_W}{tag}") for tag in ("vMerge", "gridSpan"))
            above = rows[-1][len(cells)] if rows and len(cells) < len(rows[-1]) else ""
            goes_on = merged is not None and merged.get(f"{_W}val", "continue") == "continue"
            cells.append(above if goes_on else "\n".join(filter(None, map(_words, cell.iter(f"{_W}p")))))
            wide = span.get(f"{_W}val", "1") if span is not None else "1"
            cells += [""] * (min(int(wide), _WIDEST) - 1 if wide.isdecimal() else 0)
        rows.append(cells)
    return rows


def _words(block: _Element) -> str:
    return "".join(_pieces(block)).strip()


def _pieces(block: _Element) -> Iterator[str]:
    for piece in block.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        yield (piece.text or "") if piece.tag == f"{_W}t" else "\n" if piece.tag == f"{_W}br" else "　"
