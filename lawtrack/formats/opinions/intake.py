"""Opinions from files: Word (a table, or a letter), Excel, CSV, text, and the JSON that went out from here."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.errors import NotFound, UnusableInput
from lawtrack.formats.kinds import SIZE_LIMIT, converted, kind_of
from lawtrack.formats.packages import Package
from lawtrack.formats.reading import read_data
from lawtrack.formats.returned.reading import comparison_in
from lawtrack.formats.tables_in import read_tables_data, tables_in_text
from lawtrack.formats.text.charsets import decode
from lawtrack.formats.word.properties import PREFIX, source_in
from lawtrack.law import parse
from lawtrack.messages import translate
from lawtrack.opinions import (
    Clauses,
    Intake,
    Leftover,
    Received,
    Shown,
    completed,
    has_head,
    head_fields,
    kind_of_source,
    laid_down,
    read_letter,
    read_table,
    sender_of,
)

if TYPE_CHECKING:
    from lawtrack.drafts import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.formats.reading import ReadText
    from lawtrack.formats.word.reading import Note

_SEEN: Final = "lawtrack:"
"""What stands before the commit in the description of workbooks that earlier versions of lawtrack wrote."""
_JSON: Final = {
    "clause": "clause", "text": "text", "suggestion": "suggestion", "grounds": "grounds", "quote": "quote",
    "source": "source", "kind": "kind", "channel": "channel", "date": "date", "note": "note", "id": "id",
    "result": "result", "reason": "reason", "by": "answered_by", "answered": "answered",
    "carried_out": "carried_out_clause", "carried_out_stage": "carried_out_stage",
}  # fmt: skip
"""Field of Received → field of `Opinion.to_dict`."""


def read_opinions(path: str | Path, source: str = "") -> Intake:
    r"""The opinions in a file; `source` is who sent it, where the file does not say.

    Raises NotFound for a path that is not there, UnusableInput for a file that cannot be read or holds no opinion.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from lawtrack.formats import read_opinions
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "意见.csv").write_text("条款,意见建议\n第三条,建议删去。\n", encoding="utf-8")
    ...     [(one.clause, one.text) for one in read_opinions(Path(folder, "意见.csv"), "市财政局").received]
    [('第三条', '建议删去。')]
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise NotFound("formats.no-file", path=str(path)) from None
    return read_opinions_data(data, path.name, source)


def read_opinions_data(data: bytes, name: str, source: str = "") -> Intake:
    r"""The opinions in the bytes of a file that is called `name`.

    Raises UnusableInput for a file that is too large, cannot be read or holds no opinion.

    >>> from lawtrack.formats import read_opinions_data
    >>> table = "条款,意见建议\n第三条,建议删去。\n".encode()
    >>> [(one.clause, one.text) for one in read_opinions_data(table, "意见.csv").received]
    [('第三条', '建议删去。')]
    """
    if len(data) > SIZE_LIMIT:
        raise UnusableInput("formats.too-large", name=name, limit=SIZE_LIMIT // 1_000_000)
    told = name
    if Path(name).suffix.lower() not in _PLAIN and kind_of(data, name) == "office":
        data, name = (
            converted(data, name),
            f"{name}.docx",
        )  # once, so that what its properties say is seen too
    intake = _read(data, name, source)
    if not intake.received:
        form = _is_form(data, name)
        if not (form and intake.leftovers):  # comments in an empty form are told one by one
            raise UnusableInput("opinions.empty-form" if form else "opinions.none-read", file=told)
    return intake


def read_opinions_text(text: str, source: str = "") -> Intake:
    r"""The opinions in pasted text: rows with tabs between the cells, or a letter.

    >>> from lawtrack.formats import read_opinions_text
    >>> intake = read_opinions_text("条款\t意见建议\n第三条\t建议删去。", source="市财政局")
    >>> [(one.clause, one.source) for one in intake.received]
    [('第三条', '市财政局')]
    """
    cells = [line.split("\t") for line in text.splitlines()]
    wide = max(map(len, cells), default=0)
    rows = [[*row, *[""] * (wide - len(row))] for row in cells]
    if has_head(rows):
        return read_table(rows, source)
    pasted = tables_in_text(text)
    tables = [row for table in pasted.tables if has_head(table.rows) for row in table.rows]
    if not tables:
        return read_letter(text, source)
    letter = "\n".join(pasted.lines)
    return _around(read_table(tables, source or sender_of(letter)), letter, source)


def _around(table: Intake, letter: str, source: str) -> Intake:
    """What a table says, and the opinions in the letter around it; what the office itself says there is none."""
    rest = read_letter(letter, source)
    further = [one for one in rest.received if one.clause]
    said = [Leftover(one.line, one.text) for one in rest.received if not one.clause]
    return Intake((*table.received, *further), (*table.leftovers, *rest.leftovers, *said), table.seen)


def _read(data: bytes, name: str, source: str) -> Intake:
    if Path(name).suffix.lower() == ".json":
        return _records(data, name)
    read = read_tables_data(data, name)
    if (beside := _beside_texts(data, name)) is not None:
        return beside
    with_head = [
        [*_sheet_source(table, len(read.tables)), *rows]
        for table in read.tables
        if has_head(rows := laid_down(_rows(table)))
    ]
    if not with_head:
        if Path(name).suffix.lower() in {".xlsx", ".csv"}:
            rows = read.tables[0].rows_once if read.tables else []
            return read_table(rows, source)
        text = read_data(data, name)
        on_draft = _on_draft(text, source)
        return on_draft if on_draft is not None else read_opinions_text(text.text, source)
    letter = "\n".join(read.lines)
    rows = [row for table in with_head for row in _ordered(table)]
    version = _form_of(data)
    if version or _asks(rows):
        form = _form(rows, version, source or _unit(letter) or sender_of(letter))
        return replace(form, leftovers=(*form.leftovers, *_comments(read.notes)))
    table = read_table(rows, source or sender_of(letter))
    if seen := _source(data).get(f"{PREFIX}seen") or _described(read.description):
        table = Intake(table.received, table.leftovers, seen)
    if any(one.id for one in table.received):
        return table  # a table of ours: what stands around it we have written
    whole = _around(table, letter, source)
    return replace(whole, leftovers=(*whole.leftovers, *_comments(read.notes)))


_ENACTS: Final = re.compile("制定本|为了")


def _on_draft(read: ReadText, source: str) -> Intake | None:
    """The comments in the margin of a draft, each on the clause that it stands at; None for any other file.

    Without comments there is no opinion in it, however its articles are worded.
    """
    doc = parse(read.text)
    if len(doc.articles) < 2 or not doc.title or not _ENACTS.search(doc.articles[0].words):
        return None
    if any(_LETTER.search(block.text) for block in doc.blocks):
        return None
    clauses = Clauses(doc)
    starts = [0, *(match.end() for match in re.finditer("\n", read.text))]
    received = []
    for note in read.notes:
        if note.kind == "comment":
            at = starts[note.line - 1] if 0 < note.line <= len(starts) else -1
            around = [node for node in doc.by_eid.values() if node.start <= at < node.end]
            label = clauses.label(around[-1].eid) if around else ""
            received.append(Received(note.line, note.text, label, source=note.author or source))
    return Intake(tuple(map(completed, received)))


def _sheet_source(table: Table, sheets: int) -> list[list[str]]:
    """A row that says who sent the opinions of a sheet, where each of several sheets is called after a body."""
    name = table.name.strip()
    return [[f"反馈单位：{name}"]] if sheets > 1 and kind_of_source(name) != "other" else []


def _comments(notes: Iterable[Note]) -> Iterator[Leftover]:
    """Word's comments: nobody knows which words of a table they are on, so a person has to say."""
    for note in notes:
        if note.kind == "comment":
            words = translate(
                "opinions.comment-by", author=note.author or "–", words=" ".join(note.text.split())
            )
            yield Leftover(note.line, words, translate("opinions.comment"))


_SPANNING: Final = frozenset({"source", "clause", "kind", "channel", "date"})
"""Fields that a cell over several rows says of each of them; words of an opinion are said once."""
_OPINION: Final = re.compile(r"(?P<source>.*?)(?:的|反馈|修改)?(?:意见|建议)(?:和建议|建议)?$")


def _rows(table: Table) -> list[list[str]]:
    """The rows with what merged cells say of each row that they span."""
    rows = [list(row) for row in table.rows_once]
    fields = next((named for row in rows if (named := head_fields(row))), ())
    for at, column in table.below:
        if column < len(fields) and fields[column] in _SPANNING:
            rows[at][column] = table.rows[at][column]
    return rows


def _beside_texts(data: bytes, name: str) -> Intake | None:
    """The opinions in a comparison table that came back: its columns of opinions and the comments of Word, each on its clause.

    Reasons, remarks and notes beside the clauses are no opinions. None for any other file, and for a table without
    such a column or comment.
    """
    table = comparison_in(data, name)
    if table is None:
        return None
    named = [match["source"] for head in table.heads if (match := _OPINION.fullmatch(head))]
    bodies = any(kind_of_source(name) != "other" for name in named)
    if {"quote", "suggestion"} & {*head_fields(table.heads)} and not bodies:
        return None  # 原文 and 建议修改为 of an opinion, no texts
    received = [
        Received(
            line,
            clause=remark.label,
            text=remark.words,
            source=remark.author or (heard["source"] if heard else ""),
        )
        for line, remark in enumerate(table.remarks(), 1)
        if (heard := _OPINION.fullmatch(remark.head)) or remark.author
    ]
    if not received:
        return None
    return Intake(tuple(completed(one) for one in received), tuple(_comments(table.loose)))


_SHOWN: Final = 3
"""Columns of a form that went out from here which only show the clause: 序号, 条款, 条文内容."""
_FORMS: Final = frozenset({"solicitation", "deliberation"})
_ASKS: Final = ["序号", "条款", "条文内容"]
"""The heads of those columns: a form is known by them where a program threw away what its properties said."""
_LETTER: Final = re.compile("(?:意见|建议|反馈)如下|收悉|意见建议")
_UNIT: Final = re.compile(
    r"(?:反馈|填报|填写)单位[:：][ \t\u3000_]*(?P<unit>[^\s_:：]{2,40}?)(?=[\s_（(]|联系人|联系电话|电话|$)"
)
_PLAIN: Final = frozenset({".json", ".xlsx", ".xlsm", ".csv", ".tsv"})


def _asks(rows: Iterable[Sequence[str]]) -> bool:
    return any([cell.strip() for cell in row[:_SHOWN]] == _ASKS for row in rows)


def _ordered(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows of a form with 序号, 条款 and 条文内容 first, wherever somebody put them; 序号 may have been taken out.

    A row with words in its first cell only spans all columns: a heading, which has no order. Other tables stay.
    """
    heads = next(
        (told for row in rows if {*_ASKS[1:]} <= {*(told := [cell.strip() for cell in row])}), list(_ASKS)
    )
    first = [heads.index(head) if head in heads else -1 for head in _ASKS]
    if first == [*range(_SHOWN)]:
        return [list(row) for row in rows]
    order = [*first, *(at for at in range(len(heads)) if at not in first)]
    return [
        [row[at] if 0 <= at < len(row) else "" for at in order] if any(map(str.strip, row[1:])) else list(row)
        for row in rows
    ]


def _is_form(data: bytes, name: str) -> bool:
    """Is it a form that went out from here, filled in or not?"""
    if Path(name).suffix.lower() in _PLAIN:
        return False
    return any(_asks(_ordered(table.rows_once)) for table in read_tables_data(data, name).tables)


def _unit(lines: str) -> str:
    """Who filled in the form, by the line above its table; "" where that was left blank."""
    match = _UNIT.search(lines)
    return match["unit"] if match else ""


def _source(data: bytes) -> dict[str, str]:
    """What a Word file or a workbook says of where it went out from; {} for other files."""
    return source_in(Package(data, "")) if data.startswith(b"PK") else {}


def _described(description: str) -> str:
    """The commit that a workbook's description names; "" where it names none."""
    return description.removeprefix(_SEEN) if description.startswith(_SEEN) else ""


def _form_of(data: bytes) -> str:
    """The commit of the version that a 征求意见表 or 审议意见表 of ours asks about; "" for any other file."""
    told = _source(data)
    return told.get(f"{PREFIX}versions", "") if told.get(f"{PREFIX}kind") in _FORMS else ""


def _form(rows: list[list[str]], version: str, source: str) -> Intake:
    """The rows of a form in which somebody wrote something; the clause's own words are no opinion and no quotation."""
    filled = []
    for row in rows:
        if has_head([row]):
            filled.append(row)
        elif any(cell.strip() for cell in row[_SHOWN:]):
            filled.append([*row[: _SHOWN - 1], "", *row[_SHOWN:]])
        else:
            filled.append([])  # the number of the row in the file stays what it was
    intake = read_table(filled, source)
    return Intake(
        tuple(replace(one, on=one.on or version, source=one.source or source) for one in intake.received),
        intake.leftovers,
        shown=tuple(_shown(rows, version)),
    )


def _shown(rows: list[list[str]], version: str) -> Iterator[Shown]:
    """What each row says in the columns that are not there to be filled in; a heading stands in the first of them.

    A row that was added for a second opinion on a clause shows no words, and takes none away.
    """
    worded = {row[1].strip() for row in rows if len(row) >= _SHOWN and row[2].strip()}
    for line, row in enumerate(rows, 1):
        number, clause, words = (cell.strip() for cell in (*row, "", "", "")[:_SHOWN])
        if has_head([row]) or not (clause or words or not number.isdecimal()):
            continue
        if clause in worded and not words:
            continue
        if number or clause or words:
            yield Shown(line, clause, words, version) if clause or words else Shown(line, "", number, version)


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
