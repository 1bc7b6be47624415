"""A plan's calendar (RFC 5545): statutory time limits that are open, the plan's own targets, meetings that were held.

Every event lasts a day; open time limits ring a week and a day before. Unique ids come from what the event is, so a
calendar that imports the file again updates its entries instead of doubling them.
"""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from lawtrack.messages import translate
from lawtrack.plan import OPEN, Outcome, aims_of, as_day, deadlines_of, progress_in, stage_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.plan import Plan, Progress

_BEFORE: Final = (7, 1)
_LINE: Final = 75


def status_ics(plans: Sequence[Plan], as_of: date | str) -> bytes:
    """The calendar as of the day, CRLF lines folded at 75 octets."""
    day = as_day(as_of)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//lawtrack//plan//ZH", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_text(translate('plan.calendar'))}")
    for progress in progress_in(plans, day):
        lines += [line for event in _events(progress) for line in event]
    lines.append("END:VCALENDAR")
    return "".join(folded(line) + "\r\n" for line in lines).encode()


def _events(progress: Progress) -> Iterator[list[str]]:
    title, day = progress.item.title, progress.as_of
    for found in deadlines_of(progress):
        if found.due and found.state in OPEN and not found.minimum:
            what = translate("plan.calendar-due", stage=stage_label(found.stage), title=found.title or title)
            key = (progress.plan.year, progress.item.id, "due", found.limit)
            yield _event(key, found.due, what, found.basis, day, alarms=_BEFORE)
    for aim in aims_of(progress):
        if aim.now and aim.now.latest and aim.outcome is Outcome.PENDING:
            what = translate("plan.calendar-target", stage=stage_label(aim.stage), title=title)
            key = (progress.plan.year, progress.item.id, "target", aim.stage)
            yield _event(key, aim.now.latest, what, aim.now.written or aim.now.iso, day, alarms=_BEFORE)
    for number, held in enumerate(progress.item.milestones):
        if held.date.earliest and held.date.earliest == held.date.latest and held.date.certainly_by(day):
            what = translate("plan.calendar-event", stage=stage_label(held.stage), title=title)
            about = " ".join(
                part for part in (held.meeting or held.body, progress.plan.cited(held.source)) if part
            )
            key = (progress.plan.year, progress.item.id, f"milestone {number}", held.stage)
            yield _event(key, held.date.earliest, what, about, day)


def _event(
    key: tuple[object, ...], day: date, summary: str, about: str, as_of: date, alarms: tuple[int, ...] = ()
) -> list[str]:
    uid = hashlib.sha256("\n".join(map(str, key)).encode()).hexdigest()[:32]
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid}@lawtrack.invalid",
        f"DTSTAMP:{as_of:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(summary)}",
        f"DESCRIPTION:{_text(about)}",
        "TRANSP:TRANSPARENT",
    ]
    for days in alarms:
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"TRIGGER:-P{days}D",
            f"DESCRIPTION:{_text(summary)}",
            "END:VALARM",
        ]
    return [*lines, "END:VEVENT"]


def _text(words: str) -> str:
    r"""`words` as a TEXT value: `\`, `;`, `,` and line breaks escaped, control characters gone.

    >>> _text("a;b,c")
    'a\\;b\\,c'
    """
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    escaped = escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(char for char in escaped if char >= " " and char != "\x7f")


def folded(line: str) -> str:
    r"""`line` cut so that no piece is longer than 75 octets, never inside a character (RFC 5545, 3.1).

    >>> max(len(piece.encode()) for piece in folded("条" * 60).split("\r\n"))
    75
    """
    pieces, piece, used = [], "", 0
    for char in line:
        size = len(char.encode())
        if used + size > _LINE:
            pieces.append(piece)
            piece, used = " ", 1
        piece, used = piece + char, used + size
    return "\r\n".join([*pieces, piece])
