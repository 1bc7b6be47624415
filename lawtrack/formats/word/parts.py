"""A .docx from its parts: paragraphs, tables and the styles of Chinese official documents, the same bytes each time.

Page, fonts and sizes follow GB/T 9704-2012 (党政机关公文格式): A4, type area 156 × 225 mm, 仿宋 三号, 28 characters a line.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from lawtrack.formats.packages import legal_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
TIGHTER: Final = -5
"""Between characters, in twentieths of a point: 28 of 三号 then fill a line of 156 mm (GB/T 9704-2012, 5.2.3)."""

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every part: zip's first moment, so that the same text gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: sizes in points, spacing in lines, indents in characters, `outline` from 0.

    `together` keeps a single line of a paragraph from standing alone on a page.
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
    together: bool = False

    def xml(self) -> str:
        """The `w:style` element."""
        spacing = f'w:before="{round(self.before * LINE * 20)}" w:after="{round(self.after * LINE * 20)}"'
        indent = f'w:firstLineChars="{self.first * 100}" w:firstLine="{round(self.first * self.size * 20)}"'
        left = (
            f' w:leftChars="{self.left * 100}" w:left="{round(self.left * self.size * 20)}"'
            if self.left
            else ""
        )
        outline = "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>'
        keep = "" if self.outline is None else "<w:keepNext/>"
        grid = "" if self.line == LINE else '<w:snapToGrid w:val="0"/>'
        normal = self.key == "Normal"
        based, kind = (
            ("", 'w:default="1"') if normal else ('<w:basedOn w:val="Normal"/>', 'w:customStyle="1"')
        )
        return (
            f'<w:style w:type="paragraph" {kind} w:styleId="{self.key}">'
            f"<w:name w:val={quoteattr(self.name)}/>{based}<w:qFormat/>"
            f'<w:pPr>{keep}{"<w:pageBreakBefore/>" if self.new_page else ""}<w:widowControl w:val="{int(self.together)}"/>{grid}'
            f'<w:spacing {spacing} w:line="{self.line * 20}" w:lineRule="exact"/><w:ind{left} {indent}/>'
            f'<w:jc w:val="{self.align}"/>{outline}</w:pPr>'
            f'<w:rPr>{fonts(self.font)}<w:sz w:val="{round(self.size * 2)}"/><w:szCs w:val="{round(self.size * 2)}"/></w:rPr>'
            "</w:style>"
        )


def fonts(name: str) -> str:
    """The `w:rFonts` of a Chinese font; the hint keeps “ ” and — in it, which Word would set in the Latin font."""
    return f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{name}" w:hint="eastAsia"/>'


def run(words: str, font: str | None = None, marks: str = "") -> str:
    """A run of words, in a font of its own where one is named; `marks` are further properties, in XML."""
    properties = fonts(font) if font else '<w:rFonts w:hint="eastAsia"/>'
    return f'<w:r><w:rPr>{properties}{marks}</w:rPr><w:t xml:space="preserve">{clean(words)}</w:t></w:r>'


def clean(words: str) -> str:
    """`words` escaped for XML, without the characters that XML cannot hold."""
    return escape(legal_xml(words))


def paragraph(style: str, *runs: str) -> str:
    """A paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def table(rows: Sequence[Sequence[str]], style: str) -> str:
    """A ruled table over the whole width; its first row is repeated on every page."""
    widest = max(map(len, rows))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _widths(rows, widest))
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        + "".join(_row(row, widest, style, head=at == 0 < len(rows) - 1) for at, row in enumerate(rows))
        + "</w:tbl>"
    )


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    """Twips for each column, by its longest cell; no column is squeezed and none takes it all."""
    longest = [max(len(row[at]) if at < len(row) else 0 for row in rows) for at in range(columns)]
    shares = [min(max(length, 4), 24) for length in longest]
    return [8845 * share // sum(shares) for share in shares]


def _row(cells: Sequence[str], widest: int, style: str, *, head: bool) -> str:
    span = widest - len(cells) + 1
    spans = ["", *[""] * (len(cells) - 2), f'<w:gridSpan w:val="{span}"/>'] if span > 1 else [""] * len(cells)
    body = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>{more}</w:tcPr>{paragraph(style, run(cell))}</w:tc>'
        for cell, more in zip(cells, spans[-len(cells) :], strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{body}</w:tr>"


def package(body: Iterable[str], styles: Iterable[Style], title: str, *, section: str | None = None) -> bytes:
    """The bytes of a .docx with this body on pages numbered — n —, odd ones at the right, even at the left.

    `section` is the XML of the page's size and margins, `landscape()` or the upright A4 of the standard.
    """
    section = section or _SECTION
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{_R}/officeDocument", "word/document.xml"),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{clean(title)}</dc:title></cp:coreProperties>'
        ),
        "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{"".join(body)}{section}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relations(
            *((f"{_R}/{kind}", target) for kind, target in (
                ("styles", "styles.xml"), ("settings", "settings.xml"), ("fontTable", "fontTable.xml"),
                ("footer", "footer1.xml"), ("footer", "footer2.xml"),
            ))
        ),
        "word/styles.xml": _styles(styles),
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _font_table(),
        "word/footer1.xml": _footer("right"),
        "word/footer2.xml": _footer("left"),
    }  # fmt: skip
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, (_HEAD + content).encode("utf-8"), compresslevel=6)
    return stream.getvalue()


_SETTINGS: Final = f'<w:settings xmlns:w="{_W}"><w:evenAndOddHeaders/></w:settings>'
# GB/T 9704-2012, 5.2: top margin 37 mm, binding margin 28 mm, type area 156 × 225 mm; in twips. The lines
# keep to a grid; a character grid would be truer to 5.2.3, but LibreOffice gives each 16 pt character two of its cells.
_SECTION: Final = (
    '<w:sectPr><w:footerReference w:type="default" r:id="r3"/><w:footerReference w:type="even" r:id="r4"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1304" w:gutter="0"/>'
    '<w:docGrid w:type="lines" w:linePitch="560"/></w:sectPr>'
)


def landscape(width: int = 16838, height: int = 11906) -> str:
    """The section of a wide table: A4 across (in twips) with margins of 20 mm."""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="r3"/><w:footerReference w:type="even" r:id="r4"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}" w:orient="landscape"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
        "</w:sectPr>"
    )


def _content_types() -> str:
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "fontTable": "fontTable",
             "footer1": "footer", "footer2": "footer"}  # fmt: skip
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        + "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE.format(kind)}"/>'
            for part, kind in kinds.items()
        )
        + "</Types>"
    )


def _relations(*rows: tuple[str, str]) -> str:
    body = "".join(
        f'<Relationship Id="r{at}" Type="{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(rows)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{body}</Relationships>'


def _styles(styles: Iterable[Style]) -> str:
    size = f'<w:spacing w:val="{TIGHTER}"/><w:sz w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    defaults = f"<w:rPr>{fonts(FANGSONG)}{size}</w:rPr>"
    return (
        f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault>{defaults}</w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        + "".join(style.xml() for style in styles)
        + "</w:styles>"
    )


def _font_table() -> str:
    rows = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in FALLBACKS.items()
    )
    return f'<w:fonts xmlns:w="{_W}">{rows}</w:fonts>'


def _footer(side: str) -> str:
    """GB/T 9704-2012, 7.5: 四号 宋体, a dash on each side, one character in from the outer edge."""
    font = (
        f'<w:rPr><w:rFonts w:ascii="{SONG}" w:hAnsi="{SONG}" w:eastAsia="{SONG}"/><w:sz w:val="28"/></w:rPr>'
    )
    indent = f'<w:ind w:firstLineChars="0" w:firstLine="0" w:{side}Chars="100" w:{side}="280"/>'
    dash = '<w:r>{0}<w:t xml:space="preserve">{1}</w:t></w:r>'
    return (
        f'<w:ftr xmlns:w="{_W}"><w:p><w:pPr>{indent}<w:jc w:val="{side}"/></w:pPr>{dash.format(font, "— ")}'
        f'<w:fldSimple w:instr=" PAGE "><w:r>{font}<w:t>1</w:t></w:r></w:fldSimple>{dash.format(font, " —")}</w:p></w:ftr>'
    )
