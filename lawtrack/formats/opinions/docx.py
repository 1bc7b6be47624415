"""The 意见汇总及采纳情况表 in Word: across the page, the head on every page, by the clauses of the text as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.formats.office_settings import stage_and_day
from lawtrack.formats.opinions.columns import SHORT, headings, printed, seen_by
from lawtrack.formats.word.tables import CellText, document, plain
from lawtrack.messages import translate
from lawtrack.opinions import paragraphs, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.formats.layout import Layout
    from lawtrack.opinions import Report

WIDTHS: Final = (7, 13, 39, 14, 10, 29)
_STYLES: Final = ("TableBand", "TableRemark", "TableNarrow", "TableRemark", "TableRemark", "TableRemark")


def report_docx(report: Report, layout: Layout | None = None) -> bytes:
    """The table's bytes, the same each time: the numbers in words, the opinions, the paragraphs on those adopted."""
    stage = stage_and_day(report.version)
    return document(
        translate("opinions.table-title", title=report.title),
        [*filter(None, [report.notice]), translate("opinions.table-note", stage=stage), *sentences(report)],
        headings(SHORT),
        WIDTHS,
        _rows(report),
        seen_by(report, layout),
        after=_paragraphs(report),
    )


def _rows(report: Report) -> Iterator[tuple[CellText, ...]]:
    for row, cells in zip(report.rows, printed(report), strict=True):
        first, *others = (plain(words, style) for words, style in zip(cells, _STYLES, strict=True))
        yield (replace(first, key=row.opinion.id), *others)


def _paragraphs(report: Report) -> Iterator[CellText]:
    """The paragraphs on the opinions that were adopted, under a head of their own; nothing where there are none."""
    for at, words in enumerate(paragraphs(report)):
        if not at:
            yield plain(translate("opinions.paragraphs"), "TableHeading")
        yield plain(words, "TableClause")
