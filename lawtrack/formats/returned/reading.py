"""Comparison tables (对照表) that come back: ours or a colleague's, found in files by their heads and clauses.

    条号 | 现行条例 | 修订草案 | 修改理由

It is no instrument; read as one it would hold every clause twice. Its columns are found by their heads, or by the
clauses that stand in them. docs/comparison.md says what is understood.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.formats.kinds import TRACKED, Tracked, bytes_of, kind_of
from lawtrack.formats.layout import checked
from lawtrack.formats.returned.cells import CLAUSE, HEADING, is_article, is_aside, plain
from lawtrack.formats.returned.heads import (
    LABELS,
    REMARK,
    head_of,
    is_labels,
    is_newer,
    is_text,
    names_text,
    title_of,
)
from lawtrack.formats.returned.table import ReturnedTable
from lawtrack.formats.tables_in import read_tables_data

if TYPE_CHECKING:
    from os import PathLike

    from lawtrack.drafts import Table
    from lawtrack.formats.tables_in import FileTables
    from lawtrack.formats.word.reading import Note

_SHEETS: Final = frozenset({".csv", ".tsv", ".xlsx", ".xlsm"})
_HEAD_ROWS: Final = 6
_SENTENCE: Final = re.compile("[。；;：:，]|.{16}")
_OF_OPINIONS: Final = frozenset({"id", "source", "result"})
"""Columns of a table of opinions, whose 原文 and 建议修改为 are words of clauses and no texts."""
_TEXT: Final = re.compile("条文$|文本$|文稿$|版本?$")
_GOES_ON: Final = re.compile(r"\s*[（(]?(?:续表?|接上页|转下页)[)）]?\s*")


def read_comparison(source: str | PathLike[str], *, tracked: Tracked = "accepted") -> ReturnedTable:
    r"""The comparison table in a file. Raises NotFound, and UnusableInput for a file that holds none.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from lawtrack.compare import compare
    >>> from lawtrack.formats import read_comparison, write_comparison
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = write_comparison(compare("第一条　公园开放。", "第一条　公园全天开放。"), Path(folder, "对照表.docx"))
    ...     read_comparison(file).text("new")[0]
    '（无标题）\n第一条\u3000公园全天开放。\n'
    """
    path = Path(source)
    table = comparison_in(bytes_of(path), path.name, tracked=tracked)
    if table is None:
        raise UnusableInput("formats.no-comparison", name=path.name)
    return table


def comparison_in(data: bytes, name: str, *, tracked: Tracked = "accepted") -> ReturnedTable | None:
    r"""The comparison table that a file is; None for an instrument, whatever tables it has.

    >>> rows = "现行条例,修订草案\n第一条　甲。,第一条　乙。\n第二条　丙。,（删除）\n"
    >>> table = comparison_in(rows.encode(), "对照表.csv")
    >>> table.text("new")[0]
    '第一条　乙。\n'
    """
    checked("tracked", tracked, TRACKED)
    suffix = PurePath(name).suffix.lower()
    if suffix in {".json", ".xml"} or (suffix not in _SHEETS and not _may_hold_a_table(data, name)):
        return None
    file = read_tables_data(data, name, tracked=tracked)
    if any(map(is_article, file.lines)):
        return None  # articles outside the table: it stands within an instrument
    read: ReturnedTable | None = None
    for number in range(len(file.tables)):
        more = _comparison(file, number)
        if read is None:
            read = more
        elif more is not None and (len(more.heads), more.texts) == (len(read.heads), read.texts):
            count = len(read.rows)  # goes on on the next page, in a table of its own
            notes = (*read.notes, *(_in_row(note, note.row[1] + count) for note in more.notes if note.row))
            read = replace(read, rows=read.rows + more.rows, notes=notes, aside=read.aside + more.aside)
    if read is not None:
        placed = {(note.kind, note.text, note.author, note.line) for note in read.notes}
        loose = [note for note in file.notes if (note.kind, note.text, note.author, note.line) not in placed]
        read = replace(read, notes=(*read.notes, *(replace(note, row=None) for note in loose)))
    return read


def _may_hold_a_table(data: bytes, name: str) -> bool:
    """Is there a table at all? Cheap, so that texts without one are read once only."""
    kind = kind_of(data, name)
    if kind == "docx":
        from lawtrack.formats.packages import Package

        package = Package(data, name)
        main = package.related("", "officeDocument")
        return main is not None and b"<w:tbl>" in package.read(main)
    if kind in {"html", "archive"}:
        return b"<table" in data.lower()
    return kind in {"markdown", "text"} and (b"\t" in data or b"|" in data)


def _lists_opinions(heads: list[str]) -> bool:
    from lawtrack.opinions import (
        head_fields,
    )  # only for a table that may be one: a room that takes as long as all others here

    return not _OF_OPINIONS.isdisjoint(head_fields(heads))


def _comparison(file: FileTables, number: int) -> ReturnedTable | None:
    """The comparison table that one table of a file is; None for any other."""
    table = file.tables[number]
    if not table.rows or len(table.rows[0]) < 2:
        return None
    rows = [list(map(plain, row)) for row in table.rows]
    for at, column in table.below:
        rows[at][column] = ""  # said once, in the row where the cell begins
    wide = range(len(rows[0]))
    head = head_of(table.rows[:_HEAD_ROWS])
    body = rows[head + 1 :]
    filled = [[row[column] for row in body if row[column].strip()] for column in wide]
    texts = [column for column in wide if is_text(filled[column], len(body))]
    heads = [re.sub(r"\s+", "", cell) for cell in table.rows[head]] if head >= 0 else [""] * len(rows[0])
    named = [column for column in wide if names_text(heads[column])]
    labels = next((column for column in wide if LABELS.search(heads[column]) and column not in named), -1)
    if labels < 0:
        labels = next((column for column in wide if is_labels(filled[column])), -1)
    # 条款 and 现条款 of a list of opinions (第三条, 全文): without a sentence there are no words of law
    wordless = {at for at in wide if filled[at] and not any(_SENTENCE.search(cell) for cell in filled[at])}
    beside = {labels, *wordless, *(at for at in wide if at not in named and REMARK.search(heads[at]))}
    texts = [column for column in texts if column not in beside]
    if len(texts) < 2 and head >= 0 and not _lists_opinions(heads):
        texts = [column for column in named if column not in wordless and not REMARK.search(heads[column])]
        if len(texts) == 1 and labels >= 0 and any(map(CLAUSE.match, filled[labels])):
            texts = sorted({*texts, *_other_text(heads, filled, texts[0], beside)})
    if len(texts) < 2 or not any(CLAUSE.match(cell) for cells in filled for cell in cells):
        return None
    if len(texts) == 2 and is_newer(heads[texts[0]], heads[texts[-1]]):
        texts.reverse()
    for at, column in table.below:
        if column not in texts and column != labels:
            rows[at][column] = table.rows[at][
                column
            ]  # a reason that is merged over several clauses is each one's
    kept = _kept(table, rows, head)
    over = _heading_over(file, number, len(wide), texts)
    place = {at: len(over) + new for new, at in enumerate(kept)}
    return ReturnedTable(
        title_of(rows[: max(head, 0)], file.lines),
        tuple(heads),
        (*over, *(tuple(rows[at]) for at in kept)),
        tuple(texts),
        labels,
        tuple(
            _in_row(note, place[note.row[1]])
            for note in file.notes
            if note.row and note.row[0] == number and note.row[1] in place
        ),
        sum(is_aside(row) for row in body),
    )


def _other_text(heads: list[str], filled: list[list[str]], named: int, beside: set[int]) -> list[int]:
    """The one column beside that of a named text whose head speaks of a text and that says as much: 条次 | 现行条文 | 调整条文."""
    said = [
        at
        for at, cells in enumerate(filled)
        if at not in {named, *beside}
        and _TEXT.search(heads[at])
        and sum(map(bool, map(_SENTENCE.search, cells))) * 2 > len(filled[named])
    ]
    return said if len(said) == 1 else []


def _in_row(note: Note, row: int) -> Note:
    return replace(note, row=(0, row))


def _kept(table: Table, rows: list[list[str]], head: int) -> list[int]:
    """The rows below the head that are the table's own: no head said again on a further page, nothing aside."""
    heads = ["".join("".join(row).split()) for row in table.rows[: head + 1]]
    said = {at: "".join("".join(row).split()) for at, row in enumerate(table.rows) if at > head}
    return [
        at
        for at, words in said.items()
        if words not in heads and not _GOES_ON.fullmatch(table.rows[at][0]) and not is_aside(rows[at])
    ]


def _heading_over(file: FileTables, number: int, wide: int, texts: list[int]) -> list[tuple[str, ...]]:
    """The headings right above a table, as rows of it: 第一章　总则 between two tables of one comparison."""
    if number >= len(file.begins):
        return []
    lines = [line for line in file.lines[: file.begins[number]] if line.strip()]
    over: list[str] = []
    while lines and HEADING.match(lines[-1]):
        over.insert(0, lines.pop().strip())
    return [tuple(line if column in texts else "" for column in range(wide)) for line in over]
