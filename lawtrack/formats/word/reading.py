"""A .docx as the lines that its reader sees, with the automatic numbers written out.

Headers, footers and page-number fields live outside the text and are left there; footnotes and comments become notes
beside it. Tracked changes are read as accepted or as rejected. docs/word.md has the whole table.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.formats.packages import Package
from lawtrack.formats.scripts import in_script
from lawtrack.formats.word.fields import Fields, prints_page
from lawtrack.formats.word.numbering import Numbering
from lawtrack.formats.word.styles import Styles, W, is_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from lawtrack.formats.kinds import Tracked

_CHOICE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_INSERTED: Final = frozenset({W + "ins", W + "moveTo"})
_DELETED: Final = frozenset({W + "del", W + "moveFrom"})
_WRAPPERS: Final = frozenset(
    W + tag
    for tag in (
        "hyperlink",
        "smartTag",
        "sdtContent",
        "sdt",
        "customXml",
        "fldSimple",
        "bdo",
        "dir",
        "ruby",
        "rubyBase",
    )
)
_FIXED: Final = {W + "tab": "　", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "　"}
_NOTE_MARKS: Final = {
    W + "footnoteReference": "footnote",
    W + "endnoteReference": "endnote",
    W + "commentReference": "comment",
}
_LEFT_OUT: Final = {
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip": "picture-left-out",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "picture-left-out",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "picture-left-out",
    "{urn:schemas-microsoft-com:vml}imagedata": "picture-left-out",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "embedded",
}
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FINISHED: Final = frozenset("。；：！？…")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, endnote or comment: its `kind`, its words, who wrote it, and the line (from 1) that carries it.

    `row` is the table and the row, from 0, that carry it where tables are read as such.
    """

    kind: str
    text: str
    author: str
    line: int
    row: tuple[int, int] | None = None


@dataclass(slots=True)
class WordText:
    """What a .docx says: its lines, the notes beside them, and how often each thing worth a warning occurred.

    `places` has for each line the number of the paragraph that it ends in, counted from 1 through the body, empty
    paragraphs and those in tables too.
    """

    lines: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    places: list[int] = field(default_factory=list)


def read_docx(data: bytes, name: str, *, tracked: Tracked = "accepted") -> WordText:
    """The text of a .docx. Raises UnusableInput for one that is broken, encrypted or no text document."""
    reader, body, roots = open_docx(data, name, tracked)
    reader.blocks(body)
    reader.finish()
    return WordText(reader.lines, notes_of(reader, roots, tracked), reader.seen, reader.places)


def open_docx(
    data: bytes, name: str, tracked: Tracked
) -> tuple[Reader, _Element, dict[str, _Element | None]]:
    """A reader for a .docx, the body to give it, and the roots of the other parts. Raises as `read_docx` does."""
    package = Package(data, name)
    main = package.related("", "officeDocument")
    if main is None:
        raise UnusableInput(
            "formats.damaged" if "[Content_Types].xml" in package.parts else "formats.other-package",
            name=name,
        )
    body = package.xml(main).find(f"{W}body")
    if body is None:
        raise UnusableInput("formats.other-package", name=name)
    parts = {
        kind: package.related(main, kind)
        for kind in ("numbering", "styles", "footnotes", "endnotes", "comments")
    }
    roots = {kind: None if part is None else package.xml(part) for kind, part in parts.items()}
    styles = Styles(roots["styles"])
    return Reader(Numbering(roots["numbering"], styles), styles, tracked), body, roots


def notes_of(reader: Reader, roots: dict[str, _Element | None], tracked: Tracked) -> list[Note]:
    """The notes whose marks the reader has met; each kind is counted in what it has `seen`."""
    notes: list[Note] = []
    for kind, key, line, row in reader.marks:
        for note in _note(kind, key, line, roots[f"{kind}s"], tracked):
            notes.append(replace(note, row=row))
            reader.seen[kind] += 1
    return notes


class Reader:
    """One pass over the blocks of a document, in the order of reading."""

    def __init__(self, numbering: Numbering, styles: Styles, tracked: Tracked) -> None:
        self.lines: list[str] = []
        self.places: list[int] = []
        self.marks: list[tuple[str, str, int, tuple[int, int] | None]] = []
        self.within: tuple[int, int] | None = None  # the table and the row that somebody reads cell by cell
        self.seen: Counter[str] = Counter()
        self._numbering = numbering
        self._styles = styles
        self._gone = _DELETED if tracked == "accepted" else _INSERTED
        self._tracked = tracked
        self._words: list[str] = []
        self._boxes: list[_Element] = []
        self._fields = Fields()
        self._noted: list[tuple[str, str]] = []
        self._count = 0  # paragraphs so far
        self._row = 0  # the line of the table row being read, 0 outside of tables

    def blocks(self, parent: Iterable[_Element]) -> None:
        """Read paragraphs and tables, through every wrapper around them."""
        for child in parent:
            if child.tag == W + "p":
                self._paragraph(child)
            elif child.tag == W + "tbl":
                self._table(child)
            elif child.tag == _CHOICE:
                self.blocks(_branch(child))
            elif child.tag == W + "altChunk":
                self.seen["embedded"] += 1
            elif child.tag in _WRAPPERS or (child.tag in _INSERTED | _DELETED and not self._dropped(child)):
                self.blocks(child)

    def finish(self) -> None:
        """Write down what a deleted last paragraph mark left open."""
        if self._words:
            self._emit()

    def _dropped(self, element: _Element) -> bool:
        """Is this tracked change out of the reading asked for? Counted either way."""
        self.seen["tracked"] += 1
        return element.tag in self._gone

    def _paragraph(self, paragraph: _Element) -> None:
        self._count += 1
        self._inline(paragraph)
        self._fields.end_paragraph()
        properties = paragraph.find(f"{W}pPr")
        if self._mark_gone(properties):
            return
        if self._tracked == "rejected" and properties is not None:
            before = properties.find(f"{W}pPrChange/{W}pPr")
            properties = properties if before is None else before
        self._emit(self._numbering.label(properties), indented=self._styles.indented(properties))
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _mark_gone(self, properties: _Element | None) -> bool:
        """Is the end of this paragraph deleted, so that it runs on into the next one?"""
        return self._any_dropped(None if properties is None else properties.find(f"{W}rPr"))

    def _any_dropped(self, properties: _Element | None) -> bool:
        children = () if properties is None else properties
        changes = [child for child in children if child.tag in _INSERTED | _DELETED]
        return sum(map(self._dropped, changes)) > 0

    def _emit(self, label: str = "", *, indented: bool = False) -> None:
        """Write a paragraph down; a blank line says that an indented one is no wrapped rest of an unfinished line."""
        words, self._words = "".join(self._words), []
        pieces = [line for raw in words.split("\n") if (line := raw.strip())]
        if label := label.strip():
            gap = "　" if pieces and label[-1].isalnum() else ""
            pieces[:1] = [label + gap + (pieces[0] if pieces else "")]
        elif (indented or words.startswith("　　")) and self.lines and self.lines[-1][-1:] not in _FINISHED:
            self._write([""] if pieces else [])
        at = self._row or len(self.lines) + 1
        self.marks += [(kind, key, at, self.within) for kind, key in self._noted]
        self._noted.clear()
        self._write(pieces)

    def _write(self, lines: list[str], place: int = 0) -> None:
        self.lines += lines
        self.places += [place or self._count] * len(lines)

    def _inline(self, parent: _Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self._run(child)
            elif tag == W + "fldSimple":
                if not prints_page(child.get(f"{W}instr", "")):
                    self._inline(child)
            elif tag in (_MATH + "oMath", _MATH + "oMathPara"):
                self.seen["formula"] += 1
                self._say("".join(piece.text or "" for piece in child.iter(_MATH + "t")))
            elif tag == _CHOICE:
                self._inline(_branch(child))
            elif tag in _WRAPPERS or (tag in _INSERTED | _DELETED and not self._dropped(child)):
                self._inline(child)

    def _run(self, run: _Element) -> None:
        if is_on(run.find(f"{W}rPr"), "vanish"):
            self.seen["hidden"] += 1
            return
        raised = run.find(f"{W}rPr/{W}vertAlign")
        script = "" if raised is None else raised.get(f"{W}val", "").removesuffix("script")
        for child in run:
            tag = child.tag
            if tag in (W + "t", W + "delText"):
                self._say(in_script(child.text or "", script))
            elif tag in _FIXED:
                self._say(_FIXED[tag])
            elif tag == W + "sym":
                self._symbol(child)
            elif tag == W + "fldChar":
                self._say(self._fields.mark(child.get(f"{W}fldCharType", "")))
            elif tag == W + "instrText":
                self._fields.code(child.text or "")
            elif tag in _NOTE_MARKS:
                self._noted.append((_NOTE_MARKS[tag], child.get(f"{W}id", "")))
            elif tag == W + "ruby":
                self._inline(child)
            elif tag in (W + "drawing", W + "pict", W + "object", _CHOICE):
                self._drawing(_branch(child) if tag == _CHOICE else child)

    def _say(self, words: str) -> None:
        if not self._fields.silent:
            self._words.append(words.replace("\t", "　"))

    def _symbol(self, element: _Element) -> None:
        """A character of a symbol font: told where Unicode has it, counted where only the font does."""
        code = element.get(f"{W}char", "")
        point = int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,5}", code) else 0
        if point >= 0x20 and not 0xD800 <= point <= 0xF8FF:
            self._say(chr(point))
        else:
            self.seen["symbol"] += 1

    def _drawing(self, drawing: _Element) -> None:
        """Its text boxes are read after the paragraph; its pictures are counted."""
        for child in drawing:
            if child.tag == W + "txbxContent":
                self._boxes.append(child)
                self.seen["textbox"] += 1
            elif child.tag == _CHOICE:
                self._drawing(_branch(child))
            elif child.tag in _LEFT_OUT:
                self.seen[_LEFT_OUT[child.tag]] += 1
            else:
                self._drawing(child)

    def _table(self, table: _Element) -> None:
        for row in self.rows_of(table):
            cells = list(inside(row, W + "tc"))
            if len(cells) == 1:
                self.blocks(cells[0])
                self.finish()
                continue
            first = self._count + 1
            texts = [self.cell(cell) for cell in cells]
            if any(texts):
                self._write(["\t".join(" ".join(text) for text in texts)], first)

    def rows_of(self, table: _Element) -> Iterator[_Element]:
        """The rows of a table that stand in the reading asked for."""
        for row in inside(table, W + "tr"):
            if not self._any_dropped(row.find(f"{W}trPr")):
                yield row

    def cell(self, cell: _Element, *, whole: bool = False) -> list[str]:
        """The lines of a cell; its tabs would be taken for cell borders and become spaces.

        One that is merged into the cell above has none, unless the `whole` of it is asked for.
        """
        lines, places, row = self.lines, self.places, self._row
        self.lines, self.places, self._row = [], [], row or len(lines) + 1
        self.blocks(cell)
        self.finish()
        words = [line.replace("\t", "　") for line in self.lines if line]
        self.lines, self.places, self._row = lines, places, row
        return words if whole or not goes_on(cell) else []


def goes_on(cell: _Element) -> bool:
    """Is the cell merged into the one above it?"""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(f"{W}val") != "restart"


def _branch(choice: _Element) -> _Element:
    """The branch of an AlternateContent that is read: the first; `choice` itself (empty) where it has none."""
    return next(iter(choice), choice)


def inside(parent: _Element, tag: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, through content controls and tracked wrappers."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from inside(child, tag)


def _note(kind: str, key: str, line: int, root: _Element | None, tracked: Tracked) -> Iterator[Note]:
    for element in () if root is None else root.iterchildren(W + kind):
        if element.get(f"{W}id") == key:
            reader = Reader(Numbering(None, Styles(None)), Styles(None), tracked)
            reader.blocks(element)
            reader.finish()
            yield Note(kind, "\n".join(reader.lines), element.get(f"{W}author", ""), line)
