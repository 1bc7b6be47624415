"""A plan's calendar (RFC 5545): statutory time limits that are open, the plan's own targets, meetings that were held.

Every event lasts a day; open time limits ring a week and a day before. Unique ids come from what the event is, so a
calendar that imports the file again updates its entries instead of doubling them.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from lawtrack.messages import translate
from lawtrack.plan import OPEN, Outcome, aims_of, as_day, deadlines_of, progress_in, stage_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from icalendar import Alarm, Event

    from lawtrack.plan import Plan, Progress

_BEFORE: Final = (7, 1)


def status_ics(plans: Sequence[Plan], as_of: date | str) -> bytes:
    """The calendar as of the day, as the bytes of an `.ics` file."""
    from icalendar import Calendar  # 0.1 s at import

    day = as_day(as_of)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//lawtrack//plan//ZH")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", translate("plan.calendar"))
    for progress in progress_in(plans, day):
        for event in _events(progress):
            calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _events(progress: Progress) -> Iterator[Event]:
    title, day = progress.item.title, progress.as_of
    for deadline in deadlines_of(progress):
        if deadline.due and deadline.state in OPEN and not deadline.minimum:
            what = translate(
                "plan.calendar-due", stage=stage_label(deadline.stage), title=deadline.title or title
            )
            key = (progress.plan.year, progress.item.id, "due", deadline.limit)
            yield _event(key, deadline.due, what, deadline.basis, day, alarms=_BEFORE)
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
) -> Event:
    from icalendar import Event

    event = Event()
    unique = hashlib.sha256("\n".join(map(str, key)).encode()).hexdigest()[:32]
    event.add("uid", f"{unique}@lawtrack.invalid")
    # The day asked for, not the moment of writing: what is asked again gives the same bytes.
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", _printable(summary))
    event.add("description", _printable(about))
    event.add("transp", "TRANSPARENT")
    for days in alarms:
        event.add_component(_alarm(days, summary))
    return event


def _alarm(days: int, summary: str) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(days=-days))
    alarm.add("description", _printable(summary))
    return alarm


def _printable(words: str) -> str:
    r"""`words` without control characters, which a calendar may not hold; line breaks stay.

    >>> _printable("公园\x00条例\r\n草案")
    '公园条例\n草案'
    """
    return "".join(
        char for char in words.replace("\r\n", "\n").replace("\r", "\n") if char >= " " or char == "\n"
    ).replace("\x7f", "")
