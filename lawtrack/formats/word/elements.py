"""Elements of WordprocessingML: built from Python, printed as a part of a package.

A long table has half a million of them. The standard library makes one in a fifth of the time of lxml, which gives each
element a document of its own and walks through all of its children whenever it gets a parent. What others wrote is read
by lxml (`lawtrack.formats.packages`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

from lawtrack.formats.packages import legal_xml

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W: Final = f"{{{NAMESPACE}}}"
_SHORT: Final = {NAMESPACE: "w", RELATIONS: "r", "http://www.w3.org/XML/1998/namespace": "xml"}
_ROOT: Final = f' xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONS}"'
_FIRST: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_BREAKS: Final = re.compile("([\t\n])")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_QUOTED: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def element(tag: str, *children: Element | None, **attributes: object) -> Element:
    """The element `w:tag` with its children in order (None is left out) and its attributes, each of them `w:…` too.

    >>> printed_part(element("p", element("jc", val="right"), None)).decode()[-27:]
    '<w:jc w:val="right"/></w:p>'
    """
    made = Element(_name(tag))
    for name, value in attributes.items():
        made.set(_name(name), str(value))
    made.extend([child for child in children if child is not None])
    return made


class Fixed(Element):
    """An element that stands in many places of many documents and never changes: it is printed once.

    Properties of paragraphs, runs and cells are half of the elements of a table, and there are a few dozen of them.
    """

    printed: str = ""


def fixed(tag: str, *children: Element | None, **attributes: object) -> Fixed:
    """`element` for one that is kept; nobody may change it.

    >>> centred = fixed("pPr", fixed("jc", val="center"))
    >>> printed_part(element("tc", element("p", centred), element("p", centred))).count(b"center")
    2
    """
    made = Fixed(_name(tag), {_name(name): str(value) for name, value in attributes.items()})
    made.extend([child for child in children if child is not None])
    pieces: list[str] = []
    _print(made, pieces.append)
    made.printed = "".join(pieces)
    return made


@cache
def _name(tag: str) -> str:
    """A name of the schema in its namespace, put together once."""
    return W + tag


def printed_part(root: Element) -> bytes:
    """The part of a package with this root, in UTF-8, without the characters that XML cannot hold.

    An element has words or children, never both.
    """
    pieces = [_FIRST]
    _print(root, pieces.append, _ROOT)
    return "".join(pieces).encode()


def _print(node: Element, put: Callable[[str], None], names: str = "") -> None:
    """`put` an element with all that is in it; `names` stands behind its own name."""
    name = _printed_name(node.tag)
    begin = f"{name}{names}"
    for pair in node.items():
        begin += _printed_attribute(*pair)
    words = node.text
    if words:
        if "&" in words or "<" in words or ">" in words:
            words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        put(f"<{begin}>{words}</{name}>")
    elif len(node):
        put(f"<{begin}>")
        for child in node:
            if type(child) is Fixed:
                put(child.printed)
            else:
                _print(child, put)
        put(f"</{name}>")
    else:
        put(f"<{begin}/>")


@cache
def _printed_name(tag: str) -> str:
    space, _, name = tag[1:].partition("}")
    return f"{_SHORT[space]}:{name}"


@lru_cache(maxsize=4096)
def _printed_attribute(name: str, value: str) -> str:
    return f' {_printed_name(name)}="{legal_xml(value).translate(_QUOTED)}"'


@cache
def fonts(name: str) -> Element:
    """The `w:rFonts` of a Chinese font; the hint keeps “ ” and — in it, which Word would set in the Latin font."""
    return fixed("rFonts", ascii="Times New Roman", hAnsi="Times New Roman", eastAsia=name, hint="eastAsia")


def text(words: str, tag: str = "t") -> Element:
    """A `w:t` (or `w:delText`) of `words` without the characters that XML cannot hold; white space is kept."""
    made = Element(_name(tag), {_SPACE: "preserve"})
    made.text = legal_xml(words)
    return made


def run(words: str, font: str | None = None, *marks: Element, gone: bool = False) -> Element:
    """A run of words, in a font of its own where one is named; `gone` inside a tracked deletion.

    `marks` are further properties in the schema's order (CT_RPr).
    """
    properties = run_properties(font, *marks) if marks else _looks(font)
    return element("r", properties, *pieces_of(words, "delText" if gone else "t"))


@cache
def _looks(font: str | None) -> Element:
    """The properties of a run without marks."""
    return run_properties(font)


def run_properties(font: str | None, *marks: Element) -> Element:
    """The `w:rPr` of runs in that font with these marks; nobody may change it."""
    return fixed("rPr", fonts(font) if font else fixed("rFonts", hint="eastAsia"), *marks)


def pieces_of(words: str, tag: str = "t") -> list[Element]:
    """The words with each tab and each line break as Word's own."""
    if "\t" not in words and "\n" not in words:
        return [text(words, tag)]
    first, *others = _BREAKS.split(words)
    pieces = [text(first, tag)]
    for mark, other in zip(others[::2], others[1::2], strict=True):
        pieces += [element("tab" if mark == "\t" else "br"), text(other, tag)]
    return pieces


def field(code: str, *properties: Element) -> list[Element]:
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
        runs.append(element("r", element("rPr", *properties), inside))
    return runs


def paragraph(style: str, *runs: Element, keep: bool = False) -> Element:
    """A paragraph in a style; `keep` holds it on one page with the next."""
    return element("p", _in_style(style, keep=keep), *runs)


@cache
def _in_style(style: str, *, keep: bool) -> Element:
    return fixed("pPr", fixed("pStyle", val=style), fixed("keepNext") if keep else None)


MARK: Final = "lawtrack_"
"""What the names of our own bookmarks begin with: they carry, unseen, which opinion or clause a row is about."""


def bookmark(key: str, number: int) -> list[Element]:
    """The two ends of a bookmark that carries `key`; `number` tells it from the others of the document."""
    name = f"{MARK}{key.replace('-', '_')}"
    return [element("bookmarkStart", id=number, name=name), element("bookmarkEnd", id=number)]


def keys_in(part: _Element) -> list[str]:
    """The keys that our bookmarks in `part` carry."""
    names = (str(mark.get(f"{W}name", "")) for mark in part.iter(f"{W}bookmarkStart"))
    return [name.removeprefix(MARK).replace("_", "-") for name in names if name.startswith(MARK)]
