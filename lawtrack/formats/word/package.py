"""A .docx from its paragraphs and tables: pages, head and foot, properties, settings; the same bytes each time.

Page, fonts and sizes follow GB/T 9704-2012 (党政机关公文格式): A4, type area 156 × 225 mm, 仿宋 三号, 28 characters a line.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING, Final

from lxml import etree

from lawtrack.formats.layout import Layout
from lawtrack.formats.word.elements import RELATIONS, W, element, printed_part
from lawtrack.formats.word.margins import foot, head
from lawtrack.formats.word.properties import core, extended, own
from lawtrack.formats.word.style_sheet import font_table, style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from xml.etree.ElementTree import Element

    from lxml.etree import _Element

    from lawtrack.formats.word.style_sheet import Style

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every part: zip's first moment, so that the same text gives the same bytes."""
_EAST_ASIAN: Final = re.compile(rb'(<w:rFonts [^>]*?w:eastAsia=")([^"]*)')
"""The name of a Chinese font in a printed part."""
_PROPERTIES: Final = {
    "docProps/core.xml": (
        f"{_PACKAGE}/relationships/metadata/core-properties",
        "application/vnd.openxmlformats-package.core-properties+xml",
    ),
    "docProps/app.xml": (
        f"{RELATIONS}/extended-properties",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
    "docProps/custom.xml": (
        f"{RELATIONS}/custom-properties",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
}
"""Part → its relation to the package, its type."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page in twips: size, margins (top, right, bottom, left), how far head and foot lie from its edges.

    `numbers` is "dashed" for — 1 — at the outer edge (GB/T 9704-2012, 7.5), "total" for 第1页 共9页. `grid` is the
    distance of the lines, 0 for none.
    """

    width: int = 11906
    height: int = 16838
    margins: tuple[int, int, int, int] = (2098, 1474, 1984, 1587)
    edges: tuple[int, int] = (851, 1304)
    numbers: str = "dashed"
    grid: int = 560

    @property
    def inner(self) -> int:
        """Twips between the margins."""
        return self.width - self.margins[1] - self.margins[3]

    def to_xml(self, parts: Mapping[str, str]) -> Element:
        """The `w:sectPr`; `parts`: "header-default" … → the relation's id."""
        references = []
        for name, key in parts.items():
            kind, _, which = name.partition("-")
            references.append(element(f"{kind}Reference", type=which))
            references[-1].set(f"{{{RELATIONS}}}id", key)
        across = {"orient": "landscape"} if self.width > self.height else {}
        top, right, bottom, left = self.margins
        # a character grid would be truer to 5.2.3, but LibreOffice gives each 16 pt character two of its cells
        grid = element("docGrid", type="lines", linePitch=self.grid) if self.grid else None
        return element(
            "sectPr",
            *references,
            element("pgSz", w=self.width, h=self.height, **across),
            element(
                "pgMar", top=top, right=right, bottom=bottom, left=left, header=self.edges[0], footer=self.edges[1],
                gutter=0,
            ),
            grid,
        )  # fmt: skip


UPRIGHT: Final = Page()
"""GB/T 9704-2012, 5.2: top margin 37 mm, binding margin 28 mm, type area 156 × 225 mm."""
_ACROSS: Final = (1134, 1134, 1134, 1134)
A4_ACROSS: Final = Page(16838, 11906, _ACROSS, (567, 567), "total", 0)
A3_ACROSS: Final = Page(23811, 16838, _ACROSS, (567, 567), "total", 0)
"""Wide tables: margins of 20 mm."""


def package(
    body: Iterable[Element],
    styles: Iterable[Style],
    title: str,
    layout: Layout | None = None,
    page: Page = UPRIGHT,
) -> bytes:
    """The bytes of a .docx with this body; styles that no paragraph has are left out.

    `layout.office` gives the fonts and the mark at the head, `layout.origin` what properties and foot say of the
    versions that the document comes from.
    """
    layout = layout or Layout()
    content = element("body", *body)
    used = {style.get(f"{W}val") for style in content.iter(f"{W}pStyle")} | {"Normal"}
    parts: dict[str, Element] = {
        "word/styles.xml": style_sheet(style for style in styles if style.key in used),
        "word/settings.xml": _settings(sided=page.numbers == "dashed"),
        "word/fontTable.xml": element("fonts"),
        **_margins(title, layout, page),
    }
    relations = {name: f"r{at}" for at, name in enumerate(parts)}
    kinds = ("default", "even") if page.numbers == "dashed" else ("default",)
    references = {
        f"{kind}-{which}": relations[f"word/{kind}{at}.xml"]
        for kind in ("header", "footer")
        for at, which in enumerate(kinds, 1)
        if f"word/{kind}{at}.xml" in parts
    }
    content.append(page.to_xml(references))
    parts = {"word/document.xml": element("document", content), **parts}
    told, names = _dressed(parts, dict(layout.office.fonts))
    told["word/fontTable.xml"] = printed_part(font_table(names))
    plumbing = {name: _printed(root) for name, root in _plumbing(parts, title, layout).items()}
    return _zipped({**plumbing, **told})


def _margins(title: str, layout: Layout, page: Page) -> dict[str, Element]:
    """Head and foot: two of each where the sides of a sheet differ; no head where there is nothing to say in it."""
    sides = ("right", "left") if page.numbers == "dashed" else ("right",)
    parts: dict[str, Element] = {}
    for at, side in enumerate(sides, 1):
        above = head(title if page.numbers == "total" else "", layout, page.inner)
        if above is not None:
            parts[f"word/header{at}.xml"] = above
        parts[f"word/footer{at}.xml"] = foot(layout, page.numbers, side, page.inner)
    return parts


def _dressed(parts: Mapping[str, Element], chosen: Mapping[str, str]) -> tuple[dict[str, bytes], list[str]]:
    """The parts as they are printed, the office's own fonts in the place of the standard's; the fonts that they name."""
    names: dict[str, None] = {}

    def dressed(named: re.Match[bytes]) -> bytes:
        name = chosen.get(unescape(named[2].decode()), "")
        mine = escape(name).encode() if name else named[2]
        names[unescape(mine.decode())] = None
        return named[1] + mine

    told = {name: _EAST_ASIAN.sub(dressed, printed_part(root)) for name, root in parts.items()}
    return told, list(names)


def _settings(*, sided: bool) -> Element:
    """Word's settings: the mode of Word 2013 and later, so that it shows no notice of compatibility; Chinese."""
    uri = "http://schemas.microsoft.com/office/word"
    modes = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
    }
    return element(
        "settings",
        element("zoom", percent=100),
        element("evenAndOddHeaders") if sided else None,
        element("characterSpacingControl", val="compressPunctuation"),
        element(
            "compat",
            element("balanceSingleByteDoubleByteWidth"),
            element("useFELayout"),
            *(element("compatSetting", name=name, uri=uri, val=mode) for name, mode in modes.items()),
        ),
        element("themeFontLang", val="en-US", eastAsia="zh-CN"),
    )


def _plumbing(parts: Iterable[str], title: str, layout: Layout) -> dict[str, _Element]:
    """The types of the parts, the relations between them, the properties."""
    told = {"docProps/core.xml": core(title, layout), "docProps/app.xml": extended(layout)}
    mine = own(layout)
    if mine is not None:
        told["docProps/custom.xml"] = mine
    around = {name: _PROPERTIES[name][0] for name in told}
    inside = [name for name in parts if name != "word/document.xml"]
    return {
        "[Content_Types].xml": _content_types(parts, told),
        "_rels/.rels": _relations({"word/document.xml": f"{RELATIONS}/officeDocument", **around}),
        "word/_rels/document.xml.rels": _relations(
            {name[5:]: f"{RELATIONS}/{_kind(name)}" for name in inside}
        ),
        **told,
    }


def _kind(part: str) -> str:
    """What a part is: word/footer2.xml is a footer."""
    return part.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")


def _content_types(parts: Iterable[str], told: Iterable[str]) -> _Element:
    namespace = f"{_PACKAGE}/content-types"
    root = etree.Element(f"{{{namespace}}}Types", nsmap=_default(namespace))
    for ending, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, f"{{{namespace}}}Default", Extension=ending, ContentType=kind)
    for name in (*told, *parts):
        kind = _PROPERTIES[name][1] if name in _PROPERTIES else _word_type(_kind(name))
        etree.SubElement(root, f"{{{namespace}}}Override", PartName=f"/{name}", ContentType=kind)
    return root


def _word_type(kind: str) -> str:
    return _WORD.format("document.main" if kind == "document" else kind)


def _default(namespace: str) -> dict[str, str]:
    """A namespace that needs no prefix."""
    return {None: namespace}  # type: ignore[dict-item]  # the stubs forget the namespace without a prefix


def _relations(targets: Mapping[str, str]) -> _Element:
    namespace = f"{_PACKAGE}/relationships"
    root = etree.Element(f"{{{namespace}}}Relationships", nsmap=_default(namespace))
    for at, (target, kind) in enumerate(targets.items()):
        etree.SubElement(root, f"{{{namespace}}}Relationship", Id=f"r{at}", Type=kind, Target=target)
    return root


def _printed(root: _Element) -> bytes:
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data, compresslevel=6)
    return stream.getvalue()
