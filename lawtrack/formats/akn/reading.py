"""Akoma Ntoso read as text: labels, headings and words in the order of the document, metadata left beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lawtrack.errors import UnusableInput
from lawtrack.formats.flow import article_lines, heading_line
from lawtrack.formats.packages import safe_xml
from lawtrack.law import labelled

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED: Final = frozenset({"meta", "authorialNote", "remark", "del", "noteRef", "coverPage"})
_LINES: Final = frozenset(
    {"p", "listIntroduction", "listWrapUp", "tocItem", "docTitle", "block", "crossHeading"}
)

_NESTED: Final = frozenset({"num", "quotedStructure", "blockList", "table"})


def akn_text(data: bytes, name: str) -> str:
    """The text of an Akoma Ntoso document, a blank line between its units. Raises as `akn_placed` does."""
    return akn_placed(data, name)[0]


def akn_placed(data: bytes, name: str) -> tuple[str, list[int]]:
    """The text of an Akoma Ntoso document, and for each of its lines the line of the file (from 1) where its unit begins.

    Raises UnusableInput for what is not well-formed, declares a document type, or is no Akoma Ntoso.
    """
    root = safe_xml(data, name)
    if _tag(root) != "akomaNtoso":
        raise UnusableInput("formats.not-akn", name=name)
    reader = _Reader()
    reader.read(root)
    places = [
        place
        for line, place in zip(reader.lines, reader.places, strict=True)
        for _ in range(line.count("\n") + 2)
    ]
    return "".join(f"{line}\n\n" for line in reader.lines), places


class _Reader:
    """One pass over a document; the schema nests, and lxml opens, no more than 256 levels."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.places: list[int] = []
        self._at = 1  # the line of the file that is being read
        self._labelled = 1  # the one of the label at hand
        self._label = ""
        self._article = False

    def read(self, element: _Element) -> None:
        """Write down `element` and what is below it."""
        tag = _tag(element)
        if tag in _SKIPPED or not tag:
            return
        self._at = _line_of(element)
        if tag == "table":
            self._table(element)
        elif tag in _LINES and not any(_tag(below) in _NESTED for below in element.iterdescendants()):
            self._say(_words(element))
        else:
            self._hierarchy(element)

    def _hierarchy(self, element: _Element) -> None:
        parts = {_tag(child): child for child in element if _tag(child) in ("num", "heading")}
        label, heading = (_words(parts[tag]) if tag in parts else "" for tag in ("num", "heading"))
        if parts:
            self._flush()
            self._labelled = _line_of(next(iter(parts.values())))
        if _tag(element) == "article":
            self._label, self._article = label + (f"〖{heading}〗" if heading else ""), True
        elif heading:
            self._add([heading_line(label, heading)], self._labelled)
        elif label:
            self._label, self._article = label, False
        self._between(element.text)
        for child in element:
            if child not in parts.values():
                self.read(child)
            self._between(child.tail)
        if parts:
            self._flush()

    def _between(self, words: str | None) -> None:
        """Words beside the elements of a container, as in a paragraph that quotes an article."""
        if words and words.strip():
            self._say(words.strip())

    def _flush(self) -> None:
        """A label whose provision has no words stands on a line of its own."""
        if self._label:
            self._add([self._label], self._labelled)
        self._label = ""

    def _add(self, lines: list[str], at: int) -> None:
        self.lines += lines
        self.places += [at] * len(lines)

    def _say(self, words: str) -> None:
        label, self._label = self._label, ""
        if label and self._article:
            self._add([first + rest for first, rest in article_lines(label, words)], self._labelled)
        elif label or words:
            self._add([labelled(label, words)], self._labelled if label else self._at)

    def _table(self, table: _Element) -> None:
        for row in table.iter("{*}tr"):
            self._at = _line_of(row)
            self._say("\t".join(_words(cell) for cell in row if _tag(cell) in ("td", "th")))


def _line_of(element: _Element) -> int:
    """The line of the file at which the words of an element begin."""
    line: Any = element.sourceline  # its stubs give no type
    opening = element.text or ""
    return int(line or 1) + opening[: len(opening) - len(opening.lstrip())].count("\n")


def _tag(element: _Element) -> str:
    """The name without its namespace; "" for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _words(element: _Element) -> str:
    """The words in an element as a reader reads them: notes left out, line ends and indents of the XML gone."""
    pieces = [element.text or ""]
    for child in element:
        if _tag(child) not in _SKIPPED:
            pieces.append("\n" if _tag(child) in ("eol", "br") else _words(child))
        pieces.append(child.tail or "")
    return "".join(pieces).strip(" \t\r\n")
