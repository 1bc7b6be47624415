"""Published plans from files: Word, HTML, Excel, CSV and text, as rows of a table or as lines of a list."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.formats.kinds import kind_of
from lawtrack.formats.reading import read_data
from lawtrack.formats.tables_in import read_tables_data
from lawtrack.plan import (
    Intake,
    is_heading,
    read_list,
    read_table,
    read_text,
    without_page,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.formats.tables_in import FileTables


def read_published(path: str | Path, *, year: int, title: str, jurisdiction: str) -> Intake:
    r"""The plan in the file, from its tables where one is headed 名称, else from its lines.

    Raises UnusableInput for a file that cannot be read, or in which nothing is a plan item.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from lawtrack.formats import read_published
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "计划.txt")
    ...     _ = file.write_text("一、审议项目\n1.某市清洁空气条例（市环保局起草）\n", encoding="utf-8")
    ...     intake = read_published(file, year=2020, title="计划", jurisdiction="某市")
    >>> [(item.title, item.drafting_unit) for item in intake.plan.items]
    [('某市清洁空气条例', '市环保局')]
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnusableInput("records.no-file", file=str(path), reason=error.strerror or str(error)) from error
    file = read_tables_data(data, path.name)
    links = _links(data, path)
    page = without_page(file.lines, links)
    rows, lines = _in_order(replace(file, lines=tuple(page.lines)), links)
    intake = read_table(rows, year=year, title=title, jurisdiction=jurisdiction, around=lines)
    if intake.plan.items:
        read = _with_list(intake, lines, year=year, title=title, jurisdiction=jurisdiction)
        return replace(read, leftovers=(*read.leftovers, *page.told))
    if path.suffix.lower() not in {".xlsx", ".csv"}:
        text = read_data(data, path.name, as_shown=True).text
        intake = read_text(text, year=year, title=title, jurisdiction=jurisdiction, links=links)
    if not intake.plan.items:
        raise UnusableInput("plan.no-items", file=path.name)
    return intake


_DATE: Final = re.compile(r"[\[（(]?\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?[\]）)]?")


def _links(data: bytes, path: Path) -> frozenset[str]:
    """The words of the links of a web page; none of any other file."""
    if path.suffix.lower() in {".xlsx", ".csv"} or (kind := kind_of(data, path.name)) not in {
        "html",
        "archive",
    }:
        return frozenset()
    from lawtrack.formats.web.grids import page_links

    return page_links(data, path.name, archive=kind == "archive")


def _of_plan(rows: Sequence[tuple[str, ...]], links: frozenset[str]) -> list[tuple[str, ...]]:
    """The rows of a table without those in which a page names another text: 上一篇：甲条例."""
    said = [
        {word.strip() for word in row if word.strip() and not _DATE.fullmatch(word.strip())} for row in rows
    ]
    alone = ["".join(words) if len(words) == 1 else "" for words in said]
    kept = without_page(alone, links).lines
    return [row for row, was, word in zip(rows, alone, kept, strict=True) if word or not was]


def _in_order(file: FileTables, links: frozenset[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    """The rows of all tables, a category that stands over a table as a row of its own; and the lines outside.

    The name of a sheet counts as a category where there are several sheets.
    """
    rows: list[tuple[str, ...]] = []
    at = 0
    for number, table in enumerate(file.tables):
        until = file.begins[number] if number < len(file.begins) else at
        over = [line.strip() for line in file.lines[at:until] if is_heading(line)]
        if table.name and len(file.tables) > 1 and is_heading(table.name):
            over.append(table.name)
        rows += [(line,) for line in over]
        rows += _of_plan(table.rows, links)
        at = until
    return rows, list(file.lines)


def _with_list(intake: Intake, lines: list[str], *, year: int, title: str, jurisdiction: str) -> Intake:
    """What a table says, and after it the projects that a list outside of it has beside."""
    outside = read_list("\n".join(lines), year=year, title=title, jurisdiction=jurisdiction)
    known = {"".join(item.title.split()) for item in intake.plan.items}
    more = [item for item in outside.plan.items if "".join(item.title.split()) not in known]
    count = len(intake.plan.items)
    items = (
        *intake.plan.items,
        *(replace(item, id=f"item-{year}-{at:02d}") for at, item in enumerate(more, count + 1)),
    )
    named = [left for left in outside.leftovers if "《" in left.words]
    return replace(
        intake,
        plan=replace(intake.plan, items=items),
        leftovers=(*intake.leftovers, *(named if more else ())),
    )
