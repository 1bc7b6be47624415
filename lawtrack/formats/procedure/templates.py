"""The office's own .docx as a template: {{字段}} in body, head and foot become what is known, everything else stays."""

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
_FILLED: Final = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def filled_template(path: str | PathLike[str], fields: Mapping[str, str]) -> bytes:
    """The bytes of the template at `path` with its fields filled; what is not known stands there as 【字段】.

    A value of several lines becomes as many paragraphs of the same look. The same fields give the same bytes. Raises
    NotFound, UnusableInput for a file that is no .docx or asks for a field that there is not.
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
    """A line break in a value begins a paragraph with the same properties."""
    node = next((node for node in words if "\n" in (node.text or "")), None)
    parent = paragraph.getparent()
    if node is None or parent is None:
        return
    first, *others = (node.text or "").split("\n")
    node.text = first
    run = node.getparent()
    assert run is not None, "a w:t stands in a run"
    at = parent.index(paragraph)
    for number, line in enumerate(others, 1):
        more = etree.Element(f"{W}p")
        for look in (paragraph.find(f"{W}pPr"),):
            if look is not None:
                more.append(deepcopy(look))
        twin = etree.SubElement(more, f"{W}r")
        look = run.find(f"{W}rPr")
        if look is not None:
            twin.append(deepcopy(look))
        told = etree.SubElement(twin, f"{W}t")
        told.text = line
        told.set(_SPACE, "preserve")
        parent.insert(at + number, more)


def _holder(node: _Element) -> _Element | None:
    """The paragraph that a piece of text stands in; the inner one where a text box holds paragraphs of its own."""
    return next(node.iterancestors(f"{W}p"), None)
