"""The monthly report to the 主任会议 in Word: sentences and a table, every number computed, laid out as GB/T 9704-2012."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from lawtrack.formats.plan.columns import column_word, dates_in_words, headings, row
from lawtrack.formats.plan.tables import STYLES as TABLE_STYLES
from lawtrack.formats.plan.tables import Cell, pictures, ruled
from lawtrack.formats.word.elements import W, paragraph, run
from lawtrack.formats.word.package import package
from lawtrack.formats.word.style_sheet import HEITI, KAITI, XIAOBIAOSONG, Style
from lawtrack.messages import translate
from lawtrack.plan import as_day, followed, stage_label, status_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from xml.etree.ElementTree import Element

    from lawtrack.formats.layout import Layout
    from lawtrack.plan import Plan, StatusRecord

STYLES: Final = (
    Style("Normal", "Normal"),
    Style("ReportTitle", "Title", XIAOBIAOSONG, 22, line=36, align="center"),
    Style("ReportNote", "报告日期", KAITI, align="center", after=0.5),
    Style("ReportHead", "heading 1", HEITI, first=2, before=0.5, outline=0),
    Style("ReportBody", "报告正文", first=2),
    *TABLE_STYLES,
)
_COLUMNS: Final = {
    "title": 30, "stage_label": 17, "stage_date": 18, "next_label": 17, "due": 18, "certainty": 12,
}  # fmt: skip
"""What the table of items shows, with the share of the page's width that each column takes."""


def status_docx(plans: Sequence[Plan], as_of: date | str, layout: Layout | None = None) -> bytes:
    """The report's bytes, one part a plan; the same bytes for the same input."""
    day = as_day(as_of)
    body = [part for plan in followed(plans) for part in _report(plan, day)]
    return package(map(_dated, body), STYLES, dates_in_words(translate("plan.report-title", day=day)), layout)


def _dated(block: Element) -> Element:
    """A paragraph or table with its dates as documents write them."""
    for words in block.iter(f"{W}t"):
        words.text = dates_in_words(words.text or "")
    return block


def _report(plan: Plan, day: date) -> Iterator[Element]:
    records = status_records([plan], day)
    yield paragraph("ReportTitle", run(translate("plan.report-heading", title=plan.title)))
    yield paragraph("ReportNote", run(translate("plan.report-day", day=_written(day))))
    yield from _part("plan.report-overall", [_overall(plan, records)])
    yield paragraph("ReportHead", run(translate("plan.report-items")))
    if records:
        shown = tuple(_COLUMNS)
        rows = [headings(shown), *(row(record, shown).cells for record in records)]
        yield ruled(tuple(_COLUMNS.values()), [[Cell(str(words)) for words in line] for line in rows])
    yield from pictures(plan, day)
    yield from _part("plan.report-limits", list(_limits(records)) or [translate("plan.report-no-limits")])
    yield from _part("plan.report-remarks", list(_remarks(records)) or [translate("plan.report-no-remarks")])
    yield from _part(
        "plan.report-changes", list(_changes(plan, day)) or [translate("plan.report-no-changes")]
    )


def _part(code: str, sentences: list[str]) -> Iterator[Element]:
    yield paragraph("ReportHead", run(translate(code)))
    for sentence in sentences:
        yield paragraph("ReportBody", run(sentence))


def _overall(plan: Plan, records: list[StatusRecord]) -> str:
    """How many items, at which stages, how many late, soon due, unknown."""
    kinds = Counter(record["instrument"] for record in records)
    stages = Counter(record["stage_label"] for record in records)
    comma = translate("plan.report-comma")
    return translate(
        "plan.report-counts",
        title=plan.title,
        count=len(records),
        kinds=comma.join(
            translate("plan.report-of", what=column_word("instrument", kind), count=n)
            for kind, n in kinds.items()
        ),
        stages=comma.join(translate("plan.report-of", what=stage, count=n) for stage, n in stages.items()),
        late=sum(record["overdue"] for record in records),
        soon=sum(row(record).soon for record in records),
    )


def _limits(records: list[StatusRecord]) -> Iterator[str]:
    for record in records:
        left, stage = record["days_left"], record["due_stage"]
        if left is None or stage is None:
            continue
        code = (
            "plan.report-late"
            if record["overdue"]
            else "plan.report-runs"
            if left >= 0
            else "plan.report-silent"
        )
        sentence = translate(
            code,
            title=record["title"],
            stage=stage_label(stage),
            due=record["due"],
            basis=record["due_basis"],
            days=abs(left),
        )
        noted = left >= 0 and record["note"]
        yield sentence + (translate("plan.report-note", note=record["note"]) if noted else "")


def _remarks(records: list[StatusRecord]) -> Iterator[str]:
    for record in records:
        for warning in (record["warnings"] or "").splitlines():
            yield translate("plan.report-remark", title=record["title"], words=warning)


def _changes(plan: Plan, day: date) -> Iterator[str]:
    for change in plan.changes:
        if change.date.certainly_by(day):
            yield translate(
                "plan.report-change",
                date=change.date.iso,
                body=change.body or translate("plan.report-unknown"),
                title=plan.item(change.item).title,
                kind=column_word("change", change.kind),
                reason=change.reason or translate("plan.report-unknown"),
            )


def _written(day: date) -> str:
    return translate("plan.report-date", year=day.year, month=day.month, day=day.day)
