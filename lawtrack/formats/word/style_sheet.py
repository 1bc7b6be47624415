"""Paragraph styles of Chinese official documents (GB/T 9704-2012): 仿宋 三号, 28 characters a line, exact line heights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.formats.word.elements import element, fonts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

FANGSONG, KAITI, HEITI, XIAOBIAOSONG, SONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"
FALLBACKS: Final = {
    FANGSONG: "仿宋",
    KAITI: "楷体",
    HEITI: "SimHei",
    XIAOBIAOSONG: "华文中宋",
    SONG: "SimSun",
}
"""What Word shows where a font of the standard is missing (w:altName): these come with Windows or Office."""
LINE: Final = 28
"""Points from line to line."""
TIGHTER: Final = -6
"""Between characters, in twentieths of a point: 28 of 三号 then fill a line of 156 mm (GB/T 9704-2012, 5.2.3).

At −5 they fill it to a point, and LibreOffice's PDF drops one in eighty of the marks that hang behind such a line.
"""
_BUILT_IN: Final = ("Normal", "Title", "header", "footer")


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: sizes in points, spacing in lines, indents in characters, `outline` from 0.

    `name` is what Word lists; "Title" and "heading 1" … are its own, by which its navigation pane and its table of
    contents know a heading. `together` keeps a single line of a paragraph from standing alone on a page.
    """

    key: str
    name: str
    font: str = FANGSONG
    size: float = 16
    line: int = LINE
    align: str = "both"
    first: int = 0
    left: int = 0
    before: float = 0
    after: float = 0
    outline: int | None = None
    new_page: bool = False
    together: bool = True

    def to_xml(self) -> Element:
        """The `w:style` element."""
        normal = self.key == "Normal"
        own = not (self.name in _BUILT_IN or self.name.startswith("heading "))
        head = {"type": "paragraph", "styleId": self.key}
        return element(
            "style",
            element("name", val=self.name),
            None if normal else element("basedOn", val="Normal"),
            element("qFormat"),
            self._paragraph(),
            element("rPr", fonts(self.font), *_sizes(self.size)),
            **head,
            **({"default": "1"} if normal else {"customStyle": "1"} if own else {}),
        )

    def _paragraph(self) -> Element:
        spacing = {"before": round(self.before * LINE * 20), "after": round(self.after * LINE * 20)}
        indent = (
            {"leftChars": self.left * 100, "left": round(self.left * self.size * 20)} if self.left else {}
        )
        indent |= {"firstLineChars": self.first * 100, "firstLine": round(self.first * self.size * 20)}
        return element(
            "pPr",
            None if self.outline is None else element("keepNext"),
            element("pageBreakBefore") if self.new_page else None,
            element("widowControl", val=int(self.together)),
            None if self.line == LINE else element("snapToGrid", val="0"),
            element("spacing", **spacing, line=self.line * 20, lineRule="exact"),
            element("ind", **indent),
            element("jc", val=self.align),
            None if self.outline is None else element("outlineLvl", val=self.outline),
        )


def _sizes(points: float) -> tuple[Element, Element]:
    return element("sz", val=round(points * 2)), element("szCs", val=round(points * 2))


def style_sheet(styles: Iterable[Style]) -> Element:
    """The root of word/styles.xml: Chinese text in 仿宋 unless a style says otherwise."""
    language = element("lang", val="en-US", eastAsia="zh-CN")
    defaults = element(
        "rPr", fonts(FANGSONG), element("spacing", val=TIGHTER), element("sz", val="32"), language
    )
    return element(
        "styles",
        element("docDefaults", element("rPrDefault", defaults), element("pPrDefault")),
        *(style.to_xml() for style in styles),
    )


def font_table(names: Iterable[str]) -> Element:
    """The root of word/fontTable.xml: each font with what stands in for it."""
    rows = []
    for name in names:
        other = FALLBACKS.get(name)
        rows.append(
            element(
                "font",
                element("altName", val=other) if other else None,
                element("charset", val="86"),
                name=name,
            )
        )
    return element("fonts", *rows)
