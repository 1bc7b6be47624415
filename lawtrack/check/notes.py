"""The header note, commencement and repeal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.check.model import Hit, Severity
from lawtrack.check.rule import LEGISLATION_LAW, NORM_1, rule
from lawtrack.law import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.check.subject import Subject
    from lawtrack.law import Event

_COMMENCES: Final = re.compile(r"(?:施行|实施|生效|执行)")
_REPEALS: Final = re.compile("同时废止")
_MADE: Final = frozenset({EventKind.ADOPTED, EventKind.AMENDED, EventKind.REVISED})
_CHANGED: Final = frozenset({EventKind.AMENDED, EventKind.REVISED})
_MADE_BY_PEOPLES_CONGRESS: Final = "代表大会"


@rule("note-date", Severity.ERROR, f"{LEGISLATION_LAW}第六十五条")
def note_date(subject: Subject) -> Iterator[Hit]:
    """A date of the header note that no calendar has: 2月30日."""
    yield from _dates(subject, "law.date-impossible")


@rule("note-event", Severity.ERROR, f"{LEGISLATION_LAW}第六十五条")
def note_event(subject: Subject) -> Iterator[Hit]:
    """A date of the header note that does not say what happened: 通过, 批准, 公布, 修正."""
    yield from _dates(subject, "law.date-without-event")


def _dates(subject: Subject, code: str) -> Iterator[Hit]:
    for problem in subject.history.problems:
        if problem.code == code:
            yield Hit(problem.details["start"], problem.details["end"])


@rule("note-order", Severity.WARNING, f"{LEGISLATION_LAW}第六十五条")
def note_order(subject: Subject) -> Iterator[Hit]:
    """Events of the header note out of the order of time."""
    before = ""
    for step in _steps(subject.history.events):
        dates = [event.date for event in step]
        if max(dates) < before:
            yield Hit(step[0].start, step[-1].end)
        before = max(before, min(dates))


def _steps(events: Sequence[Event]) -> list[list[Event]]:
    """The events of the note, those of one adoption together: the province may be named before the city.

    根据某日某省……批准的某日某市……《关于修改……的决定》修正 tells of the approval first, and the decision is older.
    """
    steps: list[list[Event]] = []
    for event in events:
        if not event.note or event.kind is EventKind.IN_FORCE or len(event.date) < 10:
            continue
        last = steps[-1][-1] if steps else None
        one_decision = last is not None and bool(event.decision) and event.decision == last.decision
        one_decision = one_decision and not (last and {last.kind, event.kind} <= _CHANGED)  # two of one name
        approved = last is not None and last.kind is EventKind.APPROVED and event.kind in _MADE
        first = last is not None and approved and (one_decision or not (last.decision or event.decision))
        if one_decision or (first and len(steps[-1]) == 1):
            steps[-1].append(event)
        else:
            steps.append([event])
    return steps


@rule("amended-or-revised", Severity.ERROR, f"{NORM_1}第26、27项")
def amended_or_revised(subject: Subject) -> Iterator[Hit]:
    """修订 by a decision to amend, which makes it 修正."""
    for event in subject.history.events:
        by_decision = event.kind is EventKind.REVISED and "关于修改" in event.decision
        if by_decision and _MADE_BY_PEOPLES_CONGRESS in event.body:
            at = subject.text.rindex("修订", event.start, event.end)
            yield Hit(at, at + 2)  # no fix: the note tells what happened


@rule("amendment-count", Severity.WARNING, f"{NORM_1}第26项")
def amendment_count(subject: Subject) -> Iterator[Hit]:
    """第n次修正 that does not count on from the one before."""
    counted = [
        event
        for event in subject.history.events
        if event.kind is EventKind.AMENDED and event.note and event.count
    ]
    for expected, event in enumerate(counted, counted[0].count if counted else 1):
        if event.count != expected:
            yield Hit(event.start, event.end, details={"expected": expected})


@rule("no-commencement", Severity.WARNING, f"{LEGISLATION_LAW}第六十一条")
def no_commencement(subject: Subject) -> Iterator[Hit]:
    """A text that does not say from when it is in force."""
    if not subject.enacting or not subject.doc.articles or subject.judicial:
        return
    says = any(event.kind is EventKind.IN_FORCE for event in subject.history.events)
    last = subject.doc.articles[-1]
    if not says and not _COMMENCES.search(subject.text, last.start, subject.end):
        yield Hit(last.start, last.start + len(last.label))


@rule("repeal-unnamed", Severity.WARNING, f"{NORM_1}第28项")
def repeal_unnamed(subject: Subject) -> Iterator[Hit]:
    """A repeal that names no instrument."""
    for match in subject.find(_REPEALS):
        begin = subject.text.rfind("。", subject.start, match.start()) + 1
        sentence = subject.text[max(begin, subject.text.rfind("\n", 0, match.start()) + 1) : match.start()]
        if "《" not in subject.text[max(subject.start, match.start() - 400) : match.start()] or not (
            "《" in sentence or "下列" in sentence or "：" in sentence
        ):
            yield Hit(*match.span())
