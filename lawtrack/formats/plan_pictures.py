"""Pictures of a plan as SVG: the timeline of the year, how many items at each stage, lateness by unit.

Readable in black and white: what is meant stands in shapes, hatching and words; colour only repeats it. Fonts are the
reader's own, nothing is fetched.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Final

from lawtrack.messages import say
from lawtrack.plan.changes import aims_of
from lawtrack.plan.dates import Precision
from lawtrack.plan.deadlines import OPEN, State, deadlines_of
from lawtrack.plan.status import as_day, progress_in, stage_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.plan import Plan
    from lawtrack.plan.progress import Progress

_FONT: Final = "system-ui,'Noto Sans CJK SC','Microsoft YaHei',sans-serif"
_NAMES: Final = 330
"""Pixels for the names on the left; a longer one is cut, its whole stands in the tooltip."""
_WIDTH: Final = 720
_ROW: Final = 26
_TOP: Final = 46
_HATCH: Final = (
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><path d="M0 0V6" stroke="#555" stroke-width="2"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days across the picture."""

    first: date
    last: date

    def x(self, day: date) -> float:
        inside = min(max(day, self.first), self.last)
        return round(_NAMES + _WIDTH * (inside - self.first).days / max(1, (self.last - self.first).days), 1)

    def months(self) -> Iterator[date]:
        """The first day of each month; of each quarter where more than two years are shown."""
        step = 1 if (self.last - self.first).days < 731 else 3
        year, month = self.first.year, 1
        while date(year, month, 1) <= self.last:
            yield date(year, month, 1)
            year, month = year + (month + step > 12), (month + step - 1) % 12 + 1


def status_svg(plans: Sequence[Plan], as_of: date | str) -> bytes:
    """The timeline as a file."""
    return timeline_svg(plans, as_of).encode()


def timeline_svg(plans: Sequence[Plan], as_of: date | str) -> str:
    """One row an item: ● what happened (○ not after that day, or vaguer), ◇ what is planned.

    Hatched: from the start of an open time limit to its end.

    A dashed line marks the day. What had not happened by then is not shown; an unknown item says so.
    """
    day = as_day(as_of)
    rows = list(progress_in(plans, day))
    axis = _Axis(date(min((plan.year for plan in plans), default=day.year), 1, 1), _end(rows, day))
    height = _TOP + _ROW * len(rows) + 40
    body = [_frame(axis, height, day)]
    for number, progress in enumerate(rows):
        body.append(_row(progress, axis, _TOP + _ROW * number + _ROW // 2))
    legend = say("plan.picture-legend")
    body.append(f'<text x="{_NAMES}" y="{height - 12}">{escape(legend)}</text>')
    return _svg(_NAMES + _WIDTH + 20, height, say("plan.picture-timeline", day=day), "".join(body))


def funnel_svg(plans: Sequence[Plan], as_of: date | str) -> str:
    """How many items stand at each stage, in the order of the procedure, unknown ones last."""
    rows = list(progress_in(plans, as_of))
    place = {"unknown": 1000}
    for progress in rows:
        place.setdefault(progress.stage, progress.profile.order.get(progress.stage, 999))
    counted = Counter(progress.stage for progress in rows)
    bars = [
        (stage_label(stage), counted[stage], 0) for stage in sorted(counted, key=lambda stage: place[stage])
    ]
    return _bars(say("plan.picture-funnel", day=as_of), bars)


def lateness_svg(plans: Sequence[Plan], as_of: date | str) -> str:
    """Time limits and targets by who answers for them: how many in all, and hatched how many late."""
    every: Counter[str] = Counter()
    late: Counter[str] = Counter()
    for progress in progress_in(plans, as_of):
        for found in deadlines_of(progress):
            who = found.who or say("plan.report-unknown")
            every[who] += 1
            late[who] += found.state in {State.OVERDUE, State.MET_LATE}
        for aim in aims_of(progress):
            who = progress.item.drafting_unit or say("plan.report-unknown")
            every[who] += 1
            late[who] += aim.outcome in {"late", "missed"}
    ranked = sorted(every, key=lambda who: (-late[who], -every[who], who))
    return _bars(say("plan.picture-lateness", day=as_of), [(who, every[who], late[who]) for who in ranked])


def pictures_html(plans: Sequence[Plan], as_of: date | str) -> str:
    """The three pictures, one below the other, for a page."""
    drawn = (draw(plans, as_of) for draw in (timeline_svg, funnel_svg, lateness_svg))
    return "".join(f"<figure>{svg}</figure>" for svg in drawn)


def _end(rows: Sequence[Progress], day: date) -> date:
    """The end of the last year that anything on the picture falls into."""
    days = [day]
    for progress in rows:
        days += [held.date.latest for held in progress.reached.values() if held.date.latest]
        days += [found.due for found in deadlines_of(progress) if found.due and found.state in OPEN]
        days += [aim.now.latest for aim in aims_of(progress) if aim.now and aim.now.latest]
    return date(max(days).year, 12, 31)


def _frame(axis: _Axis, height: int, day: date) -> str:
    bottom = height - 34
    parts = [_HATCH]
    for month in axis.months():
        x = axis.x(month)
        name = f"{month.year}" if month.month == 1 else str(month.month)
        parts.append(
            f'<path d="M{x} {_TOP - 8}V{bottom}" stroke="#ccc"/><text x="{x + 2}" y="{_TOP - 12}">{name}</text>'
        )
    x = axis.x(day)
    parts.append(
        f'<path d="M{x} {_TOP - 30}V{bottom}" stroke="#000" stroke-width="1.5" stroke-dasharray="5 3"/>'
    )
    parts.append(f'<text x="{x}" y="{_TOP - 32}" text-anchor="middle" font-weight="bold">{day}</text>')
    return "".join(parts)


def _row(progress: Progress, axis: _Axis, y: int) -> str:
    title = progress.item.title
    short = title if len(title) <= 25 else title[:24] + "…"
    parts = [f'<text x="0" y="{y + 4}">{escape(short)}<title>{escape(title)}</title></text>']
    for found in deadlines_of(progress):
        if found.due and found.start.latest and found.state in OPEN and not found.minimum:
            start, end = axis.x(found.start.latest), axis.x(found.due)
            tip = say("plan.picture-limit", stage=stage_label(found.stage), due=found.due, basis=found.basis)
            box = f'x="{start}" y="{y - 5}" width="{round(end - start, 1)}" height="10"'
            parts.append(f'<rect {box} fill="url(#hatch)" stroke="#333"><title>{escape(tip)}</title></rect>')
    for aim in aims_of(progress):
        if aim.now and aim.now.latest:
            x = axis.x(aim.now.latest)
            tip = f"{stage_label(aim.stage)} {aim.now.written or aim.now.iso}"
            parts.append(
                f'<path d="M{x} {y - 7}l6 7l-6 7l-6 -7z" fill="#fff" stroke="#000"><title>{escape(tip)}</title></path>'
            )
    for stage, held in progress.reached.items():
        if held.date.latest:
            tip = f"{stage_label(stage)} {held.date.iso}"
            fill = "#1f4e79" if held.date.precision is Precision.DAY else "#fff"
            circle = (
                f'<circle cx="{axis.x(held.date.latest)}" cy="{y}" r="4.5" fill="{fill}" stroke="#1f4e79">'
            )
            parts.append(f"{circle}<title>{escape(tip)}</title></circle>")
    if progress.current is None:
        parts.append(
            f'<text x="{_NAMES + 4}" y="{y + 4}" fill="#555">{escape(stage_label("unknown"))}</text>'
        )
    return "".join(parts)


def _bars(title: str, bars: Sequence[tuple[str, int, int]]) -> str:
    """Horizontal bars with their numbers; the hatched part is what is late."""
    most = max((count for _, count, _ in bars), default=1)
    unit = (_WIDTH - 120) / most
    parts = [_HATCH]
    for number, (name, count, late) in enumerate(bars):
        y = _TOP + _ROW * number
        box = f'y="{y - 12}" height="16" stroke="#333"'
        parts.append(f'<text x="{_NAMES - 8}" y="{y}" text-anchor="end">{escape(name)}</text>')
        parts.append(f'<rect x="{_NAMES}" width="{round(count * unit, 1)}" {box} fill="#c9d7e6"/>')
        if late:
            parts.append(f'<rect x="{_NAMES}" width="{round(late * unit, 1)}" {box} fill="url(#hatch)"/>')
        words = say("plan.picture-late", count=count, late=late) if late else str(count)
        parts.append(f'<text x="{round(_NAMES + count * unit + 6, 1)}" y="{y}">{escape(words)}</text>')
    return _svg(_NAMES + _WIDTH + 20, _TOP + _ROW * len(bars) + 6, title, "".join(parts))


def _svg(width: int, height: int, title: str, body: str) -> str:
    name = escape(title)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="{_FONT}" font-size="12" role="img" aria-label="{name}"><title>{name}</title>'
        f'<rect width="100%" height="100%" fill="#fff"/><text x="0" y="14" font-size="14" font-weight="bold">{name}</text>'
        f"{body}</svg>"
    )
