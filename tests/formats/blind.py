"""What each kind of field input gives, as plain data, to be held against what was written down before it was run."""

from __future__ import annotations

import csv
from contextlib import chdir
from typing import TYPE_CHECKING, Any, NamedTuple

import docx
import openpyxl

from lawtrack.check import apply_fixes, check
from lawtrack.cli import main
from lawtrack.compare import compare
from lawtrack.drafts import likely
from lawtrack.formats import read, read_comparison, read_opinions, read_published
from lawtrack.law import citations, instruments_in, parse, read_history
from lawtrack.opinions import Clauses, Opinion, new_answer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Data = Any
"""A text, or the rows of a table: a row of one cell stands over it."""


class Case(NamedTuple):
    """An input: its kind, what is asked of it, the data, the expected answer, the name of its file."""

    kind: str
    ask: str
    data: Data
    expected: Any
    name: str = "t.txt"
    draft: str = ""


def written(folder: Path, name: str, data: Data) -> Path:
    """The file of an input."""
    path = folder / name
    if isinstance(data, str):
        path.write_text(data, encoding="utf-8")
    elif path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(data)
    elif path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in data:
            book.worksheets[0].append(row)
        book.save(path)
    else:
        _word(data).save(str(path))
    return path


def _word(data: Sequence[Sequence[str]]) -> Any:
    document = docx.Document()
    for row in data:
        if len(row) == 1:
            document.add_paragraph(row[0])
    rows = [row for row in data if len(row) > 1]
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.cell(at, column).text = cell
    return document


def answer(case: Case, folder: Path, capsys: Any) -> Any:
    """What the program says, in the form in which `case.expected` was written."""
    return globals()[f"_{case.ask}"](case, folder, capsys)


def _refs(case: Case, _folder: Path, _capsys: Any) -> list[str]:
    told: list[str] = []
    for one in citations(parse(case.data)):
        outside = [f"《{one.instrument}》{one.label}"] if one.instrument else []
        told += outside or list(one.targets) or [f"?{one.label}"]
    return told


def _findings(case: Case, _folder: Path, _capsys: Any) -> list[str]:
    return sorted(finding.code for finding in check(parse(case.data)))


def _fixed(case: Case, _folder: Path, _capsys: Any) -> list[str]:
    """The lines that all fixes together change."""
    mended = apply_fixes(case.data, check(parse(case.data))).split("\n")
    before = case.data.split("\n")
    assert len(mended) == len(before)
    return [after for old, after in zip(before, mended, strict=True) if old != after]


def _structure(case: Case, folder: Path, _capsys: Any) -> dict[str, Any]:
    """Of the text read from the file, what the expectation asks for."""
    doc = read(written(folder, case.name, case.data))
    told = {
        "title": doc.title,
        "articles": len(doc.articles),
        "headings": len(doc.headings),
        "items": [
            sum(eid.startswith(f"{one.eid}__") and "__item_" in eid for eid in doc.by_eid)
            for one in doc.articles
        ],
        "first": doc.articles[0].words.strip(),
        "last": doc.articles[-1].text.strip(),
    }
    around = {block.kind for block in (*doc.blocks, *doc.running)}
    told |= {"around": [kind for kind in case.expected.get("around", ()) if kind in around]}
    return {key: told[key] for key in case.expected}


def _several(case: Case, _folder: Path, _capsys: Any) -> list[tuple[str, int]]:
    return [(doc.title, len(doc.articles)) for doc in instruments_in(case.data)]


def _note(case: Case, _folder: Path, _capsys: Any) -> tuple[list[tuple[str, str]], list[str]]:
    doc = parse(case.data)
    codes = sorted(one.code for one in check(doc) if one.code.startswith(("note", "amend")))
    return [(one.kind.value, one.date) for one in read_history(doc).events if one.note], codes


def _likely(case: Case, _folder: Path, _capsys: Any) -> tuple[str, str, str]:
    said = likely(parse(case.data))
    return said.stage, said.date, said.meeting


def _table(case: Case, folder: Path, _capsys: Any) -> dict[str, Any]:
    """Of a returned table: articles of both texts, remarks, and those of the expected words that the new one has."""
    path = written(folder, case.name, case.data)
    new = read(path, column="new")
    return {
        "old": len(read(path, column="old").articles),
        "new": len(new.articles),
        "remarks": [(one.label, one.words) for one in read_comparison(path).remarks()],
        "says": [words for words in case.expected["says"] if words in new.text],
    }


def _plan(case: Case, folder: Path, _capsys: Any) -> Any:
    """Title, action, unit and dates of each project; the leftovers too where the expectation has them."""
    intake = read_published(
        written(folder, case.name, case.data), year=2025, title="计划", jurisdiction="某市"
    )
    items = [
        (one.title, one.action, one.drafting_unit or "", *(str(target.date) for target in one.targets))
        for one in intake.plan.items
    ]
    return (items, [left.words for left in intake.leftovers]) if isinstance(case.expected, tuple) else items


def _opinions(case: Case, folder: Path, _capsys: Any) -> list[tuple[str, ...]]:
    """Place, who, and what became of it of each opinion; "-" for the place of a reply that there is none."""
    clauses = Clauses(parse(case.draft))
    return [
        (
            "-" if Opinion("", one.text).no_comment else " ".join(clauses.named(one.clause).eids),
            one.source,
            new_answer(one.result).result if one.result else "",
        )
        for one in read_opinions(written(folder, case.name, case.data)).received
    ]


def _kept(case: Case, _folder: Path, _capsys: Any) -> list[str]:
    """Those of the expected words that the comparison shows as unchanged."""
    old, new = case.data
    rows = compare(parse(old), parse(new)).to_dict()["rows"]
    equal = [words for row in rows for kind, words in row.get("ops") or () if kind == "equal"]
    return [words for words in case.expected if any(words in one for one in equal)]


def _told(case: Case, folder: Path, capsys: Any) -> list[str]:
    """Those of the expected words that a command says."""
    arguments, files = case.data
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    with chdir(folder):
        main(["--lang", "zh", *arguments])
    shown = capsys.readouterr()
    return [words for words in case.expected if words in shown.out + shown.err]
