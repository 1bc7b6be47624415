"""The office's own .docx as a template: {{字段}} in body, head, foot and notes become what is known, everything else stays."""

from __future__ import annotations

import io
import re
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from lawtrack.errors import NotFound, UnusableInput
from lawtrack.formats.packages import Package, legal_xml, safe_xml
from lawtrack.formats.word.elements import W

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

    from lxml.etree import _Element

_FIELD: Final = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
_BROKEN: Final = re.compile(r"[{｛]{2}[^{}｛｝]*[}｝]?|[^{}｛｝]*[}｝]{2}|[{｛][^{}｛｝]+[}｝]{2}")
"""What somebody wanted to be a field: one brace too few, or the full-width ones of a Chinese keyboard."""
_FILLED: Final = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def filled_template(path: str | PathLike[str], fields: Mapping[str, str]) -> bytes:
    """The bytes of the template at `path` with its fields filled; what is not known stands there as 【字段】.

    A value of several lines becomes as many paragraphs of the same look. The same fields give the same bytes. Raises
    NotFound, UnusableInput for a file that is no .docx, asks for a field that there is not or has one without its braces.
    """
    place = Path(path)
    if not place.is_file():
        raise NotFound("formats.no-file", path=str(place))
    data = place.read_bytes()
    package = Package(data, place.name)
    if "word/document.xml" not in package.parts:
        raise UnusableInput("formats.other-package", name=place.name)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = package.read(name)
            if _FILLED.fullmatch(name):
                content = _filled(safe_xml(content, place.name), fields, place.name)
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, content)
    return stream.getvalue()


def _filled(root: _Element, fields: Mapping[str, str], name: str) -> bytes:
    for paragraph in list(root.iter(f"{W}p")):
        words = [node for node in paragraph.iter(f"{W}t") if _holder(node) is paragraph]
        text = "".join(node.text or "" for node in words)
        if broken := _BROKEN.search(_FIELD.sub("", text)):
            raise UnusableInput("formats.broken-field", words=broken[0][:40], name=name)
        if not _FIELD.search(text):
            continue
        for asked in _FIELD.findall(text):
            if asked not in fields:
                raise UnusableInput("formats.no-field", field=asked, name=name, known=tuple(fields))
        _spread(paragraph, words, fields)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _spread(paragraph: _Element, words: list[_Element], fields: Mapping[str, str]) -> None:
    """Put the values into the runs in which their fields begin: Word likes to cut a field into several runs."""
    starts, at = [], 0
    for node in words:
        starts.append(at)
        at += len(node.text or "")
    text = "".join(node.text or "" for node in words)
    pieces = [""] * len(words)
    done = 0
    for match in _FIELD.finditer(text):
        _put_plain(pieces, starts, text, done, match.start())
        value = fields[match[1]] or f"【{match[1]}】"
        pieces[_place(starts, match.start())] += legal_xml(value)
        done = match.end()
    _put_plain(pieces, starts, text, done, len(text))
    for node, piece in zip(words, pieces, strict=True):
        node.text = piece
        node.set(_SPACE, "preserve")
    _break_lines(paragraph, words)


def _put_plain(pieces: list[str], starts: list[int], text: str, start: int, end: int) -> None:
    """The words between two fields go back to the runs that they came from."""
    for at in range(start, end):
        pieces[_place(starts, at)] += text[at]


def _place(starts: list[int], at: int) -> int:
    return max(index for index, start in enumerate(starts) if start <= at)


def _break_lines(paragraph: _Element, words: list[_Element]) -> None:
    """A line break in a value begins a paragraph of the same look, with what stands behind it on the line."""
    texts = [node.text or "" for node in words]
    lines = "".join(texts).split("\n")
    parent = paragraph.getparent()
    if len(lines) == 1 or parent is None:
        return
    place, at = parent.index(paragraph), 0
    for number, line in enumerate(lines):
        begins = [sum(map(len, texts[:one])) for one in range(len(texts))]
        pieces = [
            text[max(at - begin, 0) : max(at + len(line) - begin, 0)]
            for text, begin in zip(texts, begins, strict=True)
        ]
        if number:
            parent.insert(place + number, _twin(paragraph, words, pieces))
        else:
            first = pieces
        at += len(line) + 1
    for node, piece in zip(words, first, strict=True):
        node.text = piece


def _twin(paragraph: _Element, words: list[_Element], pieces: list[str]) -> _Element:
    """A paragraph that looks like this one, with other words in runs that look like its own."""
    twin = etree.Element(f"{W}p")
    look = paragraph.find(f"{W}pPr")
    if look is not None:
        twin.append(deepcopy(look))
        for section in twin.iter(f"{W}sectPr"):
            twin[0].remove(section)
    for node, piece in zip(words, pieces, strict=True):
        if not piece:
            continue
        run = etree.SubElement(twin, f"{W}r")
        holder = node.getparent()
        own = None if holder is None else holder.find(f"{W}rPr")
        if own is not None:
            run.append(deepcopy(own))
        told = etree.SubElement(run, f"{W}t")
        told.text = piece
        told.set(_SPACE, "preserve")
    return twin


def _holder(node: _Element) -> _Element | None:
    """The paragraph that a piece of text stands in; the inner one where a text box holds paragraphs of its own."""
    return next(node.iterancestors(f"{W}p"), None)
