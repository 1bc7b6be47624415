"""Elements of WordprocessingML, built by lxml: names and attributes in their namespaces, words made fit for XML."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from lawtrack.formats.packages import legal_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W: Final = f"{{{NAMESPACE}}}"
# a map of names in every element would take two thirds of the time of a long document
etree.register_namespace("w", NAMESPACE)
etree.register_namespace("r", RELATIONS)
_BREAKS: Final = re.compile("([\t\n])")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def element(tag: str, *children: _Element | None, **attributes: object) -> _Element:
    """The element `w:tag` with its children in order (None is left out) and its attributes, each of them `w:…` too.

    >>> etree.tostring(element("p", element("jc", val="right"), None)).decode().partition(">")[2]
    '<w:jc w:val="right"/></w:p>'
    """
    made = etree.Element(_name(tag))
    for name, value in attributes.items():
        made.set(_name(name), legal_xml(value) if isinstance(value, str) else str(value))
    made.extend(child for child in children if child is not None)
    return made


@cache
def _name(tag: str) -> str:
    """A name of the schema in its namespace, put together once."""
    return W + tag


def fonts(name: str) -> _Element:
    """The `w:rFonts` of a Chinese font; the hint keeps “ ” and — in it, which Word would set in the Latin font."""
    return element("rFonts", ascii="Times New Roman", hAnsi="Times New Roman", eastAsia=name, hint="eastAsia")


def text(words: str, tag: str = "t") -> _Element:
    """A `w:t` (or `w:delText`) of `words` without the characters that XML cannot hold; white space is kept."""
    made = element(tag)
    made.text = legal_xml(words)
    made.set(_SPACE, "preserve")
    return made


def run(words: str, font: str | None = None, *marks: _Element, gone: bool = False) -> _Element:
    """A run of words, in a font of its own where one is named; `gone` inside a tracked deletion.

    `marks` are further properties in the schema's order (CT_RPr).
    """
    properties = element("rPr", fonts(font) if font else element("rFonts", hint="eastAsia"), *marks)
    return element("r", properties, *_pieces(words, "delText" if gone else "t"))


def _pieces(words: str, tag: str) -> list[_Element]:
    """The words with each tab and each line break as Word's own."""
    first, *others = _BREAKS.split(words)
    pieces = [text(first, tag)]
    for mark, other in zip(others[::2], others[1::2], strict=True):
        pieces += [element("tab" if mark == "\t" else "br"), text(other, tag)]
    return pieces


def field(code: str, *properties: _Element) -> list[_Element]:
    """The runs of a field such as PAGE, with 1 as its value until Word reckons it."""
    marks = (
        element("fldChar", fldCharType="begin"),
        None,
        element("fldChar", fldCharType="separate"),
        text("1"),
        element("fldChar", fldCharType="end"),
    )
    runs = []
    for mark in marks:
        inside = text(f" {code} ", "instrText") if mark is None else mark
        runs.append(element("r", element("rPr", *map(_copy, properties)), inside))
    return runs


def paragraph(style: str, *runs: _Element, keep: bool = False) -> _Element:
    """A paragraph in a style; `keep` holds it on one page with the next."""
    properties = element("pPr", element("pStyle", val=style), element("keepNext") if keep else None)
    return element("p", properties, *runs)


MARK: Final = "lawtrack_"
"""What the names of our own bookmarks begin with: they carry, unseen, which opinion or clause a row is about."""


def bookmark(key: str, number: int) -> list[_Element]:
    """The two ends of a bookmark that carries `key`; `number` tells it from the others of the document."""
    name = f"{MARK}{key.replace('-', '_')}"
    return [element("bookmarkStart", id=number, name=name), element("bookmarkEnd", id=number)]


def keys_in(part: _Element) -> list[str]:
    """The keys that our bookmarks in `part` carry."""
    names = (str(mark.get(f"{W}name", "")) for mark in part.iter(f"{W}bookmarkStart"))
    return [name.removeprefix(MARK).replace("_", "-") for name in names if name.startswith(MARK)]


def _copy(made: _Element) -> _Element:
    """An element can stand in one place only."""
    twin: _Element = etree.fromstring(etree.tostring(made))
    return twin
