"""Akoma Ntoso read as text: labels, headings and words in the order of the document, metadata left beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
    """The text of an Akoma Ntoso document, a blank line between its units.

    Raises UnusableInput for what is not well-formed, declares a document type, or is no Akoma Ntoso.
    """
    root = safe_xml(data, name)
    if _tag(root) != "akomaNtoso":
        raise UnusableInput("formats.not-akn", name=name)
    reader = _Reader()
    reader.read(root)
    return "".join(f"{line}\n\n" for line in reader.lines)


class _Reader:
    """One pass over a document; the schema nests, and lxml opens, no more than 256 levels."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._label = ""
        self._article = False

    def read(self, element: _Element) -> None:
        """Write down `element` and what is below it."""
        tag = _tag(element)
        if tag in _SKIPPED or not tag:
            return
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
        if _tag(element) == "article":
            self._label, self._article = label + (f"〖{heading}〗" if heading else ""), True
        elif heading:
            self.lines.append(heading_line(label, heading))
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
            self.lines.append(self._label)
        self._label = ""

    def _say(self, words: str) -> None:
        label, self._label = self._label, ""
        if label and self._article:
            self.lines += [first + rest for first, rest in article_lines(label, words)]
        elif label or words:
            self.lines.append(labelled(label, words))

    def _table(self, table: _Element) -> None:
        for row in table.iter("{*}tr"):
            self._say("\t".join(_words(cell) for cell in row if _tag(cell) in ("td", "th")))


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
