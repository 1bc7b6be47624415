"""Tables of a plan for Word, and its pictures drawn as tables: they need no picture format, and print anywhere.

Readable in black and white: marks, shading and thick rules say what is meant.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.formats.plan.tallies import by_stage, by_unit
from lawtrack.formats.plan.timeline import windows
from lawtrack.formats.web.svg import counted
from lawtrack.formats.word.elements import element, paragraph, run
from lawtrack.formats.word.grid import row, table
from lawtrack.formats.word.style_sheet import KAITI, Style
from lawtrack.messages import translate
from lawtrack.plan import Precision, aims_of, progress_in, stage_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from xml.etree.ElementTree import Element

    from lawtrack.formats.plan.tallies import Tally
    from lawtrack.plan import Plan, Progress

STYLES: Final = (
    Style("ReportTable", "报告表格", size=10.5, line=16, align="left"),
    Style("ReportCaption", "heading 2", KAITI, 14, before=0.5, align="center", outline=1),
    Style("ReportMarks", "报告图形", size=11, line=14, align="center"),
    Style("ReportName", "报告图例", size=9, line=13, align="left"),
)
_INNER: Final = 8845
"""Twips between the margins of an upright page (GB/T 9704-2012: 156 mm)."""
_BLOCKS: Final = 20
"""Blocks of the longest bar."""
_BEFORE, _AFTER = 0, 13
"""The columns of a timeline on either side of the months."""


class Cell(NamedTuple):
    """A cell: its words, the paragraph style, whether it is hatched, whether thick rules run beside it."""

    words: str = ""
    style: str = "ReportTable"
    hatched: bool = False
    ruled: bool = False


def ruled(shares: Sequence[int], rows: Sequence[Sequence[Cell]], inset: int = 60) -> Element:
    """A table over the page's width, its columns in these shares; the first row is repeated on every page."""
    twips = [_INNER * share // sum(shares) for share in shares]
    lines = (row(map(_cell, cells, twips), head=at == 0) for at, cells in enumerate(rows))
    return table(twips, lines, inset)


def pictures(plan: Plan, day: date) -> Iterator[Element]:
    """The timeline of the plan's year, how many items at each stage, lateness by unit, each under its title."""
    rows = list(progress_in([plan], day))
    if not rows:
        return
    yield _caption("timeline", day)
    yield paragraph("ReportName", run(translate("plan.report-legend")))
    yield _timeline(plan.year, rows, day)
    yield _caption("funnel", day)
    yield _bars("plan.col-stage_label", by_stage([plan], day))
    if tallies := by_unit([plan], day):
        yield _caption("lateness", day)
        yield _bars("plan.col-who", tallies)


def _caption(name: str, day: date) -> Element:
    return paragraph("ReportCaption", run(translate(f"plan.picture-{name}", day=day)))


def _timeline(year: int, rows: Sequence[Progress], day: date) -> Element:
    """A column a month; what lies before or after the year has a column only where there is anything."""
    drawn = [_marks(year, progress) for progress in rows]
    now = _column(year, day)
    used = {now, *(column for line in drawn for column in line)}
    columns = [column for column in range(_AFTER + 1) if _BEFORE < column < _AFTER or column in used]
    edges = {_BEFORE: translate("plan.report-before"), _AFTER: translate("plan.report-after")}
    head = [Cell(edges.get(column, str(column)), "ReportMarks", ruled=column == now) for column in columns]
    drawing = [[Cell(translate("plan.col-title"), "ReportName"), *head]]
    for progress, line in zip(rows, drawn, strict=True):
        cells = (line.get(column, Cell(style="ReportMarks")) for column in columns)
        name = progress.item.title if progress.current else _unknown(progress)
        drawing.append(
            [
                Cell(name, "ReportName"),
                *(cell._replace(ruled=at == now) for at, cell in zip(columns, cells, strict=True)),
            ]
        )
    return ruled([60, *[14] * len(columns)], drawing, inset=20)


def _unknown(progress: Progress) -> str:
    return translate(
        "plan.report-nothing-known", title=progress.item.title, stage=stage_label(progress.stage)
    )


def _marks(year: int, progress: Progress) -> dict[int, Cell]:
    """By column: ● what happened, ○ what happened at a vaguer date, ◇ what is planned; hatched while a limit runs."""
    words: dict[int, str] = {}
    for held in progress.reached.values():
        if held.date.latest:
            column = _column(year, held.date.latest)
            words[column] = words.get(column, "") + ("●" if held.date.precision is Precision.DAY else "○")
    for aim in aims_of(progress):
        if aim.now and aim.now.latest:
            column = _column(year, aim.now.latest)
            words[column] = words.get(column, "") + "◇"
    hatched: set[int] = set()
    for window in windows(progress):
        if window.start.latest and window.due:
            hatched |= set(range(_column(year, window.start.latest), _column(year, window.due) + 1))
    return {
        column: Cell(words.get(column, ""), "ReportMarks", hatched=column in hatched)
        for column in {*words, *hatched}
    }


def _column(year: int, day: date) -> int:
    return day.month if day.year == year else _BEFORE if day.year < year else _AFTER


def _bars(of: str, tallies: Sequence[Tally]) -> Element:
    """Bars of blocks: ■ what is late, □ the rest; so a bar of stages, where nothing is late, is hollow."""
    most = max(tally.count for tally in tallies)
    head = [Cell(translate(of)), Cell(), Cell(translate("plan.report-count"))]
    rows = [[Cell(tally.name), Cell(blocks(tally, most)), Cell(counted(tally))] for tally in tallies]
    return ruled([36, 44, 20], [head, *rows])


def blocks(tally: Tally, most: int) -> str:
    """A bar of which the longest counts `most`: a block each, fewer where it would be too long, never none."""
    scale = min(1.0, _BLOCKS / most)
    late = ceil(tally.late * scale)
    return "■" * late + "□" * (ceil(tally.count * scale) - late)


def _cell(cell: Cell, width: int) -> Element:
    thick = {"val": "single", "sz": 18, "space": 0, "color": "auto"}
    edges = element("tcBorders", element("left", **thick), element("right", **thick))
    ground = element("shd", val="thinDiagStripe", color="808080", fill="FFFFFF")
    return element(
        "tc",
        element(
            "tcPr",
            element("tcW", w=width, type="dxa"),
            edges if cell.ruled else None,
            ground if cell.hatched else None,
            element("vAlign", val="center"),
        ),
        paragraph(cell.style, run(cell.words)),
    )
