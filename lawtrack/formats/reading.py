"""Reads other people's files: plain text, Markdown, web pages, PDF, Word and what LibreOffice can turn into Word.

What a file is shows in its content; its name decides only between plain text and Markdown. The way in:

    bytes ─ kind ─ {charsets, html_text, markdown_text, word_text, office} ─ lines ─ law.parse
"""

from __future__ import annotations

import hashlib
import re
import warnings
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import IO, TYPE_CHECKING, Final, Literal

from lawtrack.errors import NotFound, Told, UnusableInput
from lawtrack.formats.kinds import SIZE_LIMIT, TRACKED, Kind, Tracked, bytes_of, converted, kind_of
from lawtrack.formats.layout import checked
from lawtrack.formats.shapes import hanging_rows
from lawtrack.formats.text.charsets import decode, tidy
from lawtrack.formats.text.preface import text_begins
from lawtrack.law import BLANK, instruments_in, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from os import PathLike

    from lawtrack.drafts import Table
    from lawtrack.formats.word.reading import Note
    from lawtrack.law import Instrument

_REPLACED: Final = re.compile("\ufffd")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")


_BOOKS: Final = frozenset({".xlsx", ".xlsm"})
_WORD: Final = frozenset({".docx", ".docm", ".doc", ".wps", ".odt", ".rtf"})
Counted = Literal["line", "paragraph", "page", "inside", "read"]


class ReadingWarning(Told, UserWarning):
    """Something that was left out of a file or changed on the way in: a `code` of the catalogue and its `details`."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """What a file says: its `text`, one structural paragraph a line, and the `warnings` that go with it.

    `sha256` is the hash of the file's bytes in hexadecimal. `preface` is the 说明 that stood before the text; `notes`
    are footnotes and comments, those of the preface at line 0. `begins` is the line of the file (from 1) at which the
    text begins. `places` has the number in the file of each line of the text, where the lines are not simply the
    file's; `counted` says what is numbered: lines of the file; paragraphs of a Word file (empty ones and those in tables
    too); lines of each page of a PDF, `pages` has the pages; lines of the page inside a web archive that keeps it as
    base64; or, where the file has none of these, lines of the text as it was read.
    """

    text: str
    warnings: tuple[ReadingWarning, ...]
    source_name: str
    sha256: str
    preface: str = ""
    notes: tuple[Note, ...] = ()
    begins: int = 1
    places: tuple[int, ...] = ()
    pages: tuple[int, ...] = ()
    counted: Counted = "line"
    tables: tuple[Table, ...] = ()
    """The tables of a Word file or a web page, with the widths and merged cells that their lines do not show."""

    def place(self, line: int) -> int:
        r"""The number in the file of a line of the text (from 1).

        >>> ReadText("甲\n乙", (), "a.docx", "", places=(3, 7), counted="paragraph").place(2)
        7
        """
        return self.places[line - 1] if 0 < line <= len(self.places) else line + self.begins - 1

    def page(self, line: int) -> int:
        """The page of a PDF on which a line of the text (from 1) begins; 0 in other files."""
        return self.pages[min(max(line, 1), len(self.pages)) - 1] if self.pages else 0


def read(
    source: str | PathLike[str] | IO[bytes],
    *,
    name: str | None = None,
    tracked: Tracked = "accepted",
    title: str = "",
    column: str = "",
) -> Instrument:
    r"""The instrument in a file: a path, or a binary file object with its `name`.

    `title`, or a part of it, chooses one of several instruments in the file. `column` chooses the text of a comparison
    table: "old", "new", the head of a column or its number from 1.

    Emits a `ReadingWarning` for each thing left out or changed on the way in. Raises UnusableInput for what cannot be
    read, NotFound for a path that is not there, MissingTool where LibreOffice is needed and missing.

    >>> import io
    >>> file = io.BytesIO("某市公园条例\n第一条　公园开放。".encode())
    >>> read(file, name="公园条例.txt").title
    '某市公园条例'
    """
    text = read_text(source, name=name, tracked=tracked, column=column)
    for warning in text.warnings:
        warnings.warn(warning, stacklevel=2)
    return called(text, title)[0] if title else parse(text.text)


def called(read: ReadText, title: str) -> tuple[Instrument, int]:
    r"""The instrument of that title, or with those words in it, and the line of the text (from 1) at which it begins.

    Raises NotFound where none, or more than one, is called so.

    >>> from lawtrack.formats import called, read_data
    >>> parts = "某市公园条例\n第一条　公园开放。", "某市控烟条例\n第一条　室内禁止吸烟。"
    >>> text = "\n".join(f"{part}\n第二条　本条例自公布之日起施行。\n" for part in parts)
    >>> doc, line = called(read_data(text.encode(), "汇编.txt"), "控烟条例")
    >>> doc.title, line
    ('某市控烟条例', 5)
    """
    instruments = instruments_in(read.text)
    plain = "".join(title.split()).strip("《》")
    exact = [doc for doc in instruments if doc.title == plain]
    likely = exact or [doc for doc in instruments if plain in doc.title]
    if len(likely) != 1:
        titles = "、".join(f"《{doc.title}》" for doc in instruments)
        raise NotFound("formats.no-title", title=title, name=read.source_name, titles=titles)
    before = "".join(doc.text for doc in instruments[: instruments.index(likely[0])])
    return likely[0], 1 + before.count("\n")


def read_text(
    source: str | PathLike[str] | IO[bytes],
    *,
    name: str | None = None,
    tracked: Tracked = "accepted",
    column: str = "",
) -> ReadText:
    """The text of a file, with what its reader should know.

    Raises NotFound for a path that is not there, UnusableInput for what cannot be read as text (as `read_data`).

    >>> import io
    >>> read_text(io.BytesIO("第一条　为了健康。".encode("gb18030")), name="a.txt").text
    '第一条　为了健康。'
    """
    if isinstance(source, (str, PurePath)) or hasattr(source, "__fspath__"):
        path = Path(source)
        read = read_data(bytes_of(path), name or path.name, tracked=tracked, column=column)
        return read if read.tables else replace(read, tables=tuple(_tables_beside(path)))
    name = name or PurePath(str(getattr(source, "name", "-"))).name
    data = source.read(SIZE_LIMIT + 1)
    return read_data(data, name, tracked=tracked, column=column)


def _tables_beside(path: Path) -> Iterator[Table]:
    """How the tables of a draft's text.md lay in the file that it came from, as a workspace keeps it."""
    folder = path.parent / "tables"
    if path.name == "text.md" and folder.is_dir():
        from lawtrack.drafts import read_table
        from lawtrack.records import read_file

        for file in sorted(folder.glob("*.yaml")):
            yield read_table(read_file(file), str(file))


def read_data(
    data: bytes, name: str, *, tracked: Tracked = "accepted", column: str = "", as_shown: bool = False
) -> ReadText:
    r"""The text in the bytes of a file that is called `name`.

    Raises UnusableInput for a file that is too large, empty or of no kind that is read, for a column that it has not, and
    for a table of opinions (意见汇总表, 征求意见表), because that is no text of law, unless it is to be read `as_shown`.

    >>> read_data("某市公园条例\n第一条　公园开放。".encode(), "公园条例.txt").text.splitlines()[0]
    '某市公园条例'
    """
    checked("tracked", tracked, TRACKED)
    if len(data) > SIZE_LIMIT:
        raise UnusableInput("formats.too-large", name=name, limit=SIZE_LIMIT // 1_000_000)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnusableInput("formats.empty", name=name)
    read = _of_column(data, name, tracked, column) or _read(data, name, kind_of(data, name), tracked)
    text = tidy(read.text)
    if not text.strip():
        raise UnusableInput("formats.empty", name=name)
    if not as_shown and _has_opinions(read.tables) and not parse(text).articles:
        raise UnusableInput("formats.opinions-table", name=name)
    remarks = list(read.warnings)
    if PurePath(name).suffix.lower() in _WORD and kind_of(data, name) == "text":
        remarks.append(ReadingWarning("formats.not-word", name=name))
    for code, odd in (("formats.replaced", _REPLACED), ("formats.private-use", _PRIVATE)):
        if found_at := [match.start() for match in odd.finditer(text)]:
            line = text.count("\n", 0, found_at[0]) + 1
            remarks.append(ReadingWarning(code, count=len(found_at), line=line))
    return ReadText(
        text,
        tuple(remarks),
        name,
        hashlib.sha256(data).hexdigest(),
        tidy(read.preface),
        read.notes,
        read.begins,
        read.places,
        read.pages,
        read.counted,
        read.tables,
    )


def _has_opinions(tables: Sequence[Table]) -> bool:
    """Does one of the tables of a file name columns of opinions? Their room is loaded for files with tables only."""
    if not tables:
        return False
    from lawtrack.opinions import has_head

    return any(has_head(table.rows_once) for table in tables)


def _of_column(data: bytes, name: str, tracked: Tracked, column: str) -> ReadText | None:
    """The text of one column, where the file is a comparison table. Raises UnusableInput where no column is chosen."""
    from lawtrack.formats.returned.reading import comparison_in
    from lawtrack.formats.tables_in import read_tables_data

    table = comparison_in(data, name, tracked=tracked)
    if table is None:
        if column:
            raise UnusableInput("formats.no-comparison", name=name)
        if PurePath(name).suffix.lower() in _BOOKS and _has_opinions(read_tables_data(data, name).tables):
            raise UnusableInput("formats.opinions-table", name=name)
        return None
    if not column:
        raise UnusableInput("formats.which-column", name=name, heads=table.heads_shown)
    text, remarks = table.text(column)
    told = tuple(ReadingWarning(code, count=count) for code, count in remarks)
    if PurePath(name).suffix.lower() in _WORD:  # what several people left open: undecided changes, comments
        told += _read_word(data, name, kind_of(data, name), tracked).warnings
    return ReadText(text, told, name, "", notes=table.notes, counted="read")


def _read(data: bytes, name: str, kind: Kind, tracked: Tracked) -> ReadText:
    """The text of `data` as its kind says, before it is tidied and hashed."""
    if kind in {"docx", "office"}:
        return _read_word(data, name, kind, tracked)
    if kind == "pdf":
        from lawtrack.formats.pdf.reading import read_pdf

        read = read_pdf(data, name)
        warned = [ReadingWarning("formats.pdf-reading", name=name, pages=read.pages)]
        if read.doubts:
            where = "；".join(f"p. {one.page} “…{one.words}”" for one in read.doubts[:5])
            warned.append(ReadingWarning("formats.pdf-unsure", count=len(read.doubts), places=where))
        pages, numbers = [page for page, _ in read.places], [number for _, number in read.places]
        pdf = _lines(read.lines, name, tuple(warned), places=numbers, counted="page")
        return replace(pdf, pages=tuple(pages[pdf.begins - 1 :]))
    if kind in {"html", "archive"}:
        from lawtrack.formats.web.reading import archive_lines, read_placed, web_archive

        lines, places = read_placed(web_archive(data) if kind == "archive" else data, name)
        own = archive_lines(data) if kind == "archive" else []
        places = [own[min(place, len(own)) - 1] for place in places] if own else places
        hidden = kind == "archive" and not own
        page = _lines(lines, name, places=places, counted="inside" if hidden else "line")
        return _with_tables(page, data, kind, "accepted") if any("\t" in line for line in lines) else page
    if kind == "akn":
        from lawtrack.formats.akn.reading import akn_placed

        words, places = akn_placed(data, name)
        return ReadText(words, (), name, "", places=tuple(places))
    text = tidy(decode(data, name))
    if kind == "text":
        return _plain(text, name)
    from lawtrack.formats.text.markdown import front_matter, markdown_places, read_markdown, remarks_in

    head = front_matter(text)
    told: tuple[ReadingWarning, ...] = ()
    if head:
        told = (ReadingWarning("formats.front-matter", lines=head.count("\n") + 1),)
    if left := [words for words in remarks_in(text) if words]:
        told = (*told, ReadingWarning("formats.markdown-remark", count=len(left), words=left[0][:30]))
    return _lines(read_markdown(text), name, told, places=markdown_places(text))


def _plain(text: str, name: str) -> ReadText:
    """A plain text without what programs put before its lines and pages on top of theirs."""
    from lawtrack.formats.text.heads import page_heads
    from lawtrack.formats.text.margins import without_margins

    lines, count, mark = without_margins(text.split("\n"))
    heads = page_heads(lines)
    told = [ReadingWarning("formats.margin", count=count, mark=mark)] if count else []
    if not heads:
        return _lines(lines, name, tuple(told))
    told.append(
        ReadingWarning("formats.page-heads", count=len(heads), words=lines[min(heads)].strip(BLANK)[:30])
    )
    kept = [at for at in range(len(lines)) if at not in heads]
    return _lines([lines[at] for at in kept], name, tuple(told), places=[at + 1 for at in kept])


def _lines(
    lines: list[str],
    name: str,
    remarks: tuple[ReadingWarning, ...] = (),
    notes: tuple[Note, ...] = (),
    places: Sequence[int] = (),
    counted: Counted = "line",
) -> ReadText:
    """Lines as text, with the 说明 before the text set apart."""
    begin = text_begins([line.strip(" \t　") for line in lines])
    if begin:
        remarks += (ReadingWarning("formats.preface", lines=begin, title=lines[begin].strip(" \t　")),)
        notes = tuple(replace(note, line=max(note.line - begin, 0)) for note in notes)
    return ReadText(
        "\n".join(lines[begin:]),
        remarks,
        name,
        "",
        "\n".join(lines[:begin]),
        notes,
        begin + 1,
        tuple(places[begin:]),
        counted=counted,
    )


def _read_word(data: bytes, name: str, kind: Kind, tracked: Tracked) -> ReadText:
    from lawtrack.formats.word.reading import read_docx

    remarks: list[ReadingWarning] = []
    if kind == "office":
        data = converted(data, name)
        remarks.append(ReadingWarning("formats.converted"))
    read = read_docx(data, name, tracked=tracked)
    remarks.extend(_remark(what, count, tracked) for what, count in sorted(read.seen.items()))
    word = _lines(read.lines, name, tuple(remarks), tuple(read.notes), read.places, "paragraph")
    return _with_tables(word, data, "docx", tracked) if any("\t" in line for line in read.lines) else word


def _with_tables(read: ReadText, data: bytes, kind: Kind, tracked: Tracked) -> ReadText:
    """The text with its tables beside it; a warning where rows begin in a cell of the row above."""
    if kind == "docx":
        from lawtrack.formats.word.grids import read_grids

        tables = tuple(read_grids(data, read.source_name, tracked=tracked)[0])
    else:
        from lawtrack.formats.web.grids import page_grids

        tables = page_grids(data, read.source_name, archive=kind == "archive")[0]
    told = read.warnings
    if count := hanging_rows(tables):
        told += (ReadingWarning("formats.table-cells", count=count),)
    return replace(read, tables=tables, warnings=told)


def _remark(what: str, count: int, tracked: Tracked) -> ReadingWarning:
    return ReadingWarning(
        f"formats.tracked-{tracked}" if what == "tracked" else f"formats.{what}", count=count
    )
