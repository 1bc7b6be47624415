"""征求意见表 and 审议意见表: a row a clause with empty cells; filled in, they are read back as opinions on that version."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.formats.office_settings import stage_and_day
from lawtrack.formats.word.tables import CellText, document, plain
from lawtrack.law import HEADING_LEVELS
from lawtrack.opinions import ANNEX

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.formats.procedure.dossier import Dossier
    from lawtrack.law import Instrument, Provision

FORMS: Final = {
    "solicitation": (
        "征求意见表",
        ("序号", "条款", "条文内容", "修改意见", "修改理由"),
        (6, 9, 40, 29, 20),
        (
            "请在有意见的条款右侧填写修改意见和理由，没有意见的条款留空；可以增加行，请保留“条款”一栏。",
            "反馈单位：　　　　　　　　　　　　　联系人：　　　　　　　　　电话：",
        ),
    ),
    "deliberation": (
        "审议意见表",
        ("序号", "条款", "条文内容", "审议意见", "意见理由", "提出人"),
        (6, 9, 38, 25, 16, 10),
        ("请在有意见的条款右侧填写审议意见，没有意见的条款留空。",),
    ),
}
"""Kind → title, heads, widths of the columns, what stands above the table."""
SHOWN: Final = 3
"""So many columns tell which clause a row is about; the others are to be filled in."""


def form_docx(dossier: Dossier, kind: str) -> bytes:
    """The bytes of one of FORMS, the same each time; its properties name the version that it asks about."""
    name, heads, widths, notes = FORMS[kind]
    origin = replace(
        dossier.layout.origin,
        kind=kind,
        versions=(dossier.version.sha,),
        stages=(stage_and_day(dossier.version),),
    )
    return document(
        f"《{dossier.title}》{name}",
        [*filter(None, [dossier.notice]), *notes],
        heads,
        widths,
        _rows(dossier.new, len(heads)),
        replace(dossier.layout, origin=origin),
    )


def _rows(doc: Instrument, columns: int) -> Iterator[list[CellText]]:
    number = 0
    for label, words in _asked(doc):
        if not label:
            yield [plain(words, "TableHeading")]
            continue
        number += 1
        told = (str(number), label, words)
        styles = ("TableBand", "TableRemark", "TableNarrow")
        cells = [plain(words, style) for words, style in zip(told, styles, strict=True)]
        yield [*cells, *(plain("", "TableRemark") for _ in range(columns - SHOWN))]


def _asked(doc: Instrument) -> Iterator[tuple[str, str]]:
    """Label and words of what is asked about, in the order of reading; a heading has no label. Annexes come last."""
    for node in _flat(doc.body):
        if node.level in HEADING_LEVELS:
            yield "", f"{node.label}　{node.heading}".strip("　")
        else:
            yield node.label, node.text
    for block in doc.blocks:
        if block.kind == "annex":
            yield block.label or ANNEX, block.text


def _flat(body: Sequence[Provision]) -> Iterator[Provision]:
    """Headings and articles in the order of reading; what stands outside of articles on its own."""
    for node in body:
        yield node
        if node.level in HEADING_LEVELS:
            yield from _flat(node.children)
