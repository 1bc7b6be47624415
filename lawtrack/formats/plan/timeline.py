"""The timeline of a plan as SVG: planned, actual, statutory time limits and the day, one row an item.

Readable in black and white: what is meant stands in shapes, hatching and words; colour only repeats it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from lawtrack.formats.plan.screen import width
from lawtrack.formats.web.svg import HATCHED, NAMES, TOP, WIDTH, picture, text, tip
from lawtrack.messages import translate
from lawtrack.plan import OPEN, Precision, aims_of, as_day, deadlines_of, progress_in, stage_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.plan import Deadline, Plan, Progress

_ROW: Final = 40
_TITLE: Final = 25
"""Characters of a title that fit one of its two lines."""
_COLUMN: Final = 5.2
"""Pixels that half a Chinese character of a label takes."""
_SMALL: Final = 'font-size="10" text-anchor="middle"'

Label = tuple[float, str]
"""Where words stand, and the words."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days across the picture."""

    first: date
    last: date

    def x(self, day: date) -> float:
        inside = min(max(day, self.first), self.last)
        return round(NAMES + WIDTH * (inside - self.first).days / max(1, (self.last - self.first).days), 1)

    def months(self) -> Iterator[date]:
        """The first day of each month; of each quarter where more than two years are shown."""
        step = 1 if (self.last - self.first).days < 731 else 3
        year, month = self.first.year, 1
        while date(year, month, 1) <= self.last:
            yield date(year, month, 1)
            year, month = year + (month + step > 12), (month + step - 1) % 12 + 1


def timeline_svg(plans: Sequence[Plan], as_of: date | str) -> str:
    """One row an item: ● what happened (○ not after that day, or vaguer), ◇ what is planned.

    Hatched: from the start of an open time limit to its end. What happened is named above the row, what is to come
    below it. A dashed line marks the day; what had not happened by then is not shown; an unknown item says so.
    """
    day = as_day(as_of)
    rows = list(progress_in(plans, day))
    axis = _Axis(date(min((plan.year for plan in plans), default=day.year), 1, 1), _end(rows, day))
    height = TOP + _ROW * len(rows) + 40
    drawn = [_row(progress, axis, TOP + _ROW * number + _ROW // 2) for number, progress in enumerate(rows)]
    legend = text(NAMES, height - 12, translate("plan.picture-legend"))
    return picture(
        height,
        translate("plan.picture-timeline", day=day),
        "".join([_frame(axis, height, day), *drawn, legend]),
    )


def _end(rows: Sequence[Progress], day: date) -> date:
    """The end of the last year that anything on the picture falls into."""
    days = [day]
    for progress in rows:
        days += [held.date.latest for held in progress.reached.values() if held.date.latest]
        days += [window.due for window in windows(progress) if window.due]
        days += [aim.now.latest for aim in aims_of(progress) if aim.now and aim.now.latest]
    return date(max(days).year, 12, 31)


def windows(progress: Progress) -> list[Deadline]:
    """The time limits that are open and have a last day."""
    deadlines = deadlines_of(progress)
    return [
        one for one in deadlines if one.due and one.start.latest and one.state in OPEN and not one.minimum
    ]


def _frame(axis: _Axis, height: int, day: date) -> str:
    bottom = height - 34
    parts = []
    for month in axis.months():
        x = axis.x(month)
        parts.append(f'<path d="M{x} {TOP - 8}V{bottom}" stroke="#ccc"/>')
        parts.append(text(x + 2, TOP - 12, str(month.year if month.month == 1 else month.month)))
    x = axis.x(day)
    dashed = 'stroke="#000" stroke-width="1.5" stroke-dasharray="5 3"'
    parts.append(f'<path d="M{x} {TOP - 30}V{bottom}" {dashed}/>')
    parts.append(text(x, TOP - 32, str(day), 'text-anchor="middle" font-weight="bold"'))
    return "".join(parts)


def _row(progress: Progress, axis: _Axis, y: int) -> str:
    if progress.current is None:
        happened = text(NAMES + 4, y + 4, stage_label(progress.stage), 'fill="#555"')
    else:
        happened = _happened(progress, axis, y)
    return _name(progress.item.title, y) + _to_come(progress, axis, y) + happened


def _name(title: str, y: int) -> str:
    """The title on two lines at most; a longer one is cut, and stands whole in the tooltip."""
    first, second = title[:_TITLE], title[_TITLE:]
    if len(second) > _TITLE:
        second = second[: _TITLE - 1] + "…"
    lines = text(0, y - 3, first) + text(0, y + 12, second) if second else text(0, y + 4, first)
    return f"<g>{lines}{tip(title)}</g>"


def _happened(progress: Progress, axis: _Axis, y: int) -> str:
    """A circle a stage, its name above; of what lies before the picture only the last is told, at its edge."""
    shapes, labels, before = [], [], ""
    dated = [(held.date.latest, held) for held in progress.reached.values() if held.date.latest]
    for last, held in sorted(dated, key=lambda pair: pair[0]):
        words = stage_label(held.stage)
        if last < axis.first:
            before = f"← {words}"
            continue
        fill = "#1f4e79" if held.date.precision is Precision.DAY else "#fff"
        circle = f'<circle cx="{axis.x(last)}" cy="{y}" r="4.5" fill="{fill}" stroke="#1f4e79">'
        shapes.append(f"{circle}{tip(f'{words} {held.date.iso}')}</circle>")
        labels.append((axis.x(last), words))
    if before:
        labels.insert(0, (NAMES, before))
    return "".join(shapes) + _labels(labels, y - 9)


def _to_come(progress: Progress, axis: _Axis, y: int) -> str:
    """Hatching for each time limit, a diamond for each target, their names below."""
    shapes, labels = [], []
    for window in windows(progress):
        assert window.due is not None, "`windows` gives no other"
        assert window.start.latest is not None, "the same"
        start, end = axis.x(window.start.latest), axis.x(window.due)
        stage = stage_label(window.stage)
        words = tip(translate("plan.picture-limit", stage=stage, due=window.due, basis=window.basis))
        box = f'x="{start}" y="{y - 5}" width="{round(end - start, 1)}" height="10"'
        shapes.append(f"<rect {box} {HATCHED}>{words}</rect>")
        labels.append((end, f"{stage} {window.due:%m-%d}"))
    for aim in aims_of(progress):
        if aim.now and aim.now.latest:
            x, stage = axis.x(aim.now.latest), stage_label(aim.stage)
            words = tip(f"{stage} {aim.now.written or aim.now.iso}")
            shapes.append(f'<path d="M{x} {y - 7}l6 7l-6 7l-6 -7z" fill="#fff" stroke="#000">{words}</path>')
            labels.append((x, stage))
    return "".join(shapes) + _labels(labels, y + 17)


def _labels(labels: Sequence[Label], y: int) -> str:
    """Words under or over their marks, none across another: where two do not fit, the later one stays."""
    parts, room = [], float(NAMES + WIDTH + 20)
    for x, words in sorted(labels, key=lambda label: label[0])[::-1]:
        half = width(words) * _COLUMN / 2
        middle = max(NAMES + half, min(x, NAMES + WIDTH + 20 - half))
        if middle + half <= room:
            parts.append(text(round(middle, 1), y, words, _SMALL))
            room = middle - half - 4
    return "".join(parts)
