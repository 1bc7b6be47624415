"""What stands in the head and the foot of every page: the office's mark, the document, its versions, the page's number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.formats.word.elements import element, field, fonts, run
from lawtrack.formats.word.style_sheet import FANGSONG, HEITI, SONG
from lawtrack.messages import translate

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from lawtrack.formats.layout import Layout

_SMALL: Final = 21
"""Half points: 五号."""


def head(title: str, layout: Layout, inner: int) -> Element | None:
    """The office's mark at the left in 黑体, the document's title at the right; None where there is neither."""
    mark = layout.office.mark
    if not (mark or title):
        return None
    at_left = [run(mark, HEITI, *_size(24))] if mark else []
    at_right = [_tab(), run(title, FANGSONG, *_size(_SMALL))] if title else []
    return element("hdr", element("p", _line(inner, rule=bool(title)), *at_left, *at_right))


def foot(layout: Layout, numbers: str, side: str, inner: int) -> Element:
    """The page's number: as `numbers` says; with the versions and their days at the left where it gives the total."""
    if numbers == "dashed":
        return element("ftr", _dashed(side))
    said = run("　".join(layout.origin.stages), FANGSONG, *_size(_SMALL))
    before, between, after = translate("formats.page-of").split("|")
    count = [
        run(before, FANGSONG, *_size(_SMALL)),
        *field("PAGE", fonts(FANGSONG), *_size(_SMALL)),
        run(between, FANGSONG, *_size(_SMALL)),
        *field("NUMPAGES", fonts(FANGSONG), *_size(_SMALL)),
        run(after, FANGSONG, *_size(_SMALL)),
    ]
    return element("ftr", element("p", _line(inner), said, _tab(), *count))


def _dashed(side: str) -> Element:
    """GB/T 9704-2012, 7.5: 四号 宋体, a dash on each side, one character in from the outer edge."""
    font = element("rFonts", ascii=SONG, hAnsi=SONG, eastAsia=SONG)
    indent = element("ind", **{f"{side}Chars": 100, side: 280}, firstLineChars=0, firstLine=0)
    line = element("pPr", indent, element("jc", val=side))
    page = field("PAGE", font, *_size(28))
    return element("p", line, run("— ", SONG, *_size(28)), *page, run(" —", SONG, *_size(28)))


def _line(inner: int, *, rule: bool = False) -> Element:
    """The paragraph of a margin, with a tab at the right edge; `rule` draws a line under it."""
    border = element("pBdr", element("bottom", val="single", sz=4, space=1, color="auto")) if rule else None
    return element(
        "pPr",
        border,
        element("tabs", element("tab", val="right", pos=inner)),
        element("snapToGrid", val=0),
        element("spacing", line=240, lineRule="auto"),
        element("ind", firstLineChars=0, firstLine=0),
        element("jc", val="left"),
    )


def _tab() -> Element:
    return element("r", element("tab"))


def _size(half_points: int) -> tuple[Element, Element]:
    return element("sz", val=half_points), element("szCs", val=half_points)
