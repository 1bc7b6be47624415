"""What the header note (题注) says happened to an instrument, and what its own last articles say.

立法法 (2023) art. 65: the note under the title names the body that made the instrument and the date it was adopted,
and for an amended one every amending body and date in order. 修正 is counted, 修订 is a new text
(立法技术规范（试行）（一）第26–28项).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law.model import Problem
from lawtrack.law.numerals import NUMERAL_CLASS, to_int
from lawtrack.law.script import simplified
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.law.model import Instrument


class EventKind(StrEnum):
    """What can happen to an instrument.

    >>> EventKind.ADOPTED.value
    'adopted'
    """

    ADOPTED = "adopted"  # 通过
    APPROVED = "approved"  # 批准
    PROMULGATED = "promulgated"  # 公布, 发布
    IN_FORCE = "in-force"  # 施行
    AMENDED = "amended"  # 修正
    REVISED = "revised"  # 修订
    REPEALED = "repealed"  # 废止
    REPLACES = "replaces"  # 《……》同时废止: what this instrument puts an end to


@dataclass(frozen=True, slots=True)
class Event:
    r"""One thing that happened. Whatever the text does not say is "" or 0.

    `date` is ISO 8601 (2020-08-28, 2020-08). `body` and `meeting` are as printed (第十四届……常务委员会, 第五次会议), `number`
    an order's (第406号). `decision` is the title of the amending decision; with adopted and approved it says that the
    event is the decision's. `count` is the n of 第n次修正. `instrument` is what a replacing text repeals. `start` and
    `end` are the offsets of the words.

    >>> from lawtrack.law import parse, read_history
    >>> doc = parse("某市公园条例\n（2020年8月28日某市人民代表大会常务委员会通过）\n第一条　公园开放。")
    >>> event, = read_history(doc).events
    >>> event.date, event.body
    ('2020-08-28', '某市人民代表大会常务委员会')
    """

    kind: EventKind
    date: str
    start: int
    end: int
    body: str = ""
    meeting: str = ""
    number: str = ""
    decision: str = ""
    count: int = 0
    instrument: str = ""
    note: bool = True
    """Does the header note say so, rather than the text's own articles?"""


class History(NamedTuple):
    r"""The events, and a problem for every date of the note that belongs to none.

    >>> from lawtrack.law import parse, read_history
    >>> doc = parse("某市公园条例\n（2020年8月28日某市人民代表大会常务委员会通过）\n第一条　公园开放。")
    >>> len(read_history(doc).events), read_history(doc).problems
    (1, ())
    """

    events: tuple[Event, ...]
    problems: tuple[Problem, ...]


_DAY: Final = (
    rf"(?P<year>[0-9０-９〇○零一二三四五六七八九]{{4}})[ 　]*年[ 　]*(?P<month>[{NUMERAL_CLASS}]{{1,3}})[ 　]*月"
    rf"(?:[ 　]*(?P<day>[{NUMERAL_CLASS}]{{1,3}})[ 　]*日)?"
)
DATE: Final = compile_on_use(_DAY)
_TITLE: Final = re.compile(r"《(?:[^《》]|《[^《》]{0,200}》){0,300}》")
_UNMARKED: Final = re.compile(r"关于[^，。；《》0-9]{2,60}?的?决定(?=[^，。；]{0,12}(?:修正|修订|修改))")
"""An amending decision named without 《》: 某会议关于修改部分地方性法规的决定第一次修正."""
_ACT: Final = re.compile(
    rf"(?:第(?P<count>[{NUMERAL_CLASS}]{{1,4}})次)?"
    r"(?P<act>修订通过|通过|批准|公布施行|公布|发布|施行|实施|修正(?!案)|修订|修改|废止)"
)
_KINDS: Final = {
    "修订通过": (EventKind.REVISED,),
    "通过": (EventKind.ADOPTED,),
    "批准": (EventKind.APPROVED,),
    "公布施行": (EventKind.PROMULGATED, EventKind.IN_FORCE),
    "公布": (EventKind.PROMULGATED,),
    "发布": (EventKind.PROMULGATED,),
    "施行": (EventKind.IN_FORCE,),
    "实施": (EventKind.IN_FORCE,),
    "修正": (EventKind.AMENDED,),
    "修改": (EventKind.AMENDED,),
    "修订": (EventKind.REVISED,),
    "废止": (EventKind.REPEALED,),
}
_OPENS: Final = compile_on_use(r"^[ \t　\r\n]*(?:经|經|由|起)?[ \t　\r\n]*")
_MEETING: Final = compile_on_use(rf"第[{NUMERAL_CLASS}]+次?[^第届]{{0,8}}会议|[一-鿿]{{2}}办公会议")
_NUMBER: Final = re.compile(rf"(?:令|公告)(?:第[ 　]*(?P<number>[{NUMERAL_CLASS}]+)[ 　]*号)?")
_CHANGES: Final = re.compile("决定|决议|修正案|关于|修改")
"""In the title of what changes an instrument; 修正的《某市条例》 names the instrument itself."""
_SHARES: Final = compile_on_use("[、和]$|(?:审判|检察)委员会.{0,16}会议$")
"""The verb is still to come, with another date: 2018年7月30日审判委员会第1745次会议　2018年10月19日检察委员会……通过."""
_THEN: Final = re.compile(r"(?P<act>公布|发布)之日起?(?:施行|实施)")
_COMMENCES: Final = compile_on_use(
    rf"本[一-鿿]{{1,8}}(?:由[一-鿿]{{4,30}}通过，)?自(?:{_DAY}|(?P<then>公布|发布|印发|通过|批准)之日)起(?:正式)?(?:施行|实施|执行|生效)"
)
_REPEALS: Final = re.compile(r"废止|失效")


def history(doc: Instrument) -> tuple[Event, ...]:
    r"""What happened to the instrument, in the order in which its text tells it.

    >>> from lawtrack.law.parsing import parse
    >>> doc = parse("某市条例\n（2020年8月28日某市人大常委会第五次会议通过）\n第一条　本条例自2020年10月1日起施行。")
    >>> [(event.kind.value, event.date, event.meeting) for event in history(doc)]
    [('adopted', '2020-08-28', '第五次会议'), ('in-force', '2020-10-01', '')]
    """
    return read_history(doc).events


def read_history(doc: Instrument) -> History:
    r"""The events together with what could not be read: no date of the header note is passed over in silence.

    >>> from lawtrack.law import parse
    >>> doc = parse("某市公园条例\n（2020年8月28日某市人民代表大会常务委员会通过）\n第一条　公园开放。")
    >>> [(event.kind.value, event.date) for event in read_history(doc).events]
    [('adopted', '2020-08-28')]
    """
    events: list[Event] = []
    problems: list[Problem] = []
    for block in doc.blocks:
        if block.kind == "header":
            _Note(doc, block.start, block.end).read(events, problems)
    promulgated = next((event.date for event in reversed(events) if event.kind is EventKind.PROMULGATED), "")
    adopted = next((event.date for event in reversed(events) if event.kind is EventKind.ADOPTED), "")
    events += _own_clauses(doc, promulgated or adopted)
    return History(tuple(events), tuple(problems))


class _Clause(NamedTuple):
    """One date of a note and the words up to the next one."""

    day: str  # "" for a date that no calendar has
    start: int
    words: int
    end: int


class _Note:
    """Reads one header note."""

    def __init__(self, doc: Instrument, start: int, end: int) -> None:
        self.doc, self.text, self.start, self.end = doc, simplified(doc.text), start, end
        self.titles = [match.span() for match in _TITLE.finditer(doc.text, start, end)]
        self.pending: list[_Clause] = []  # clauses of a decision whose title is still to come

    def read(self, events: list[Event], problems: list[Problem]) -> None:
        """Add what the note says to `events` and `problems`."""
        borrowed: list[_Clause] = []
        for clause in self._clauses():
            own = self._events(clause, events) if clause.day else []
            if own:
                for earlier in borrowed:  # 法院会议、检察院会议通过: two dates share one verb
                    events += self._events(earlier._replace(end=clause.end), events, until=earlier.end)
                borrowed = []
                events += own
            elif clause.day and _SHARES.search(self.text[clause.words : clause.end].rstrip()):
                borrowed.append(clause)
            else:
                borrowed.append(clause)
                problems += [self._problem(each) for each in borrowed]
                borrowed = []
        problems += [self._problem(each) for each in borrowed]
        for then in _THEN.finditer(self.text, self.start, self.end):
            day = next((event.date for event in reversed(events) if event.kind is EventKind.PROMULGATED), "")
            events.append(Event(EventKind.IN_FORCE, day, then.start(), then.end()))

    def _clauses(self) -> list[_Clause]:
        dates = [match for match in DATE.finditer(self.text, self.start, self.end) if not self._titled(match)]
        ends = [match.start() for match in dates[1:]] + [self.end]
        return [
            _Clause(iso(match), match.start(), match.end(), end)
            for match, end in zip(dates, ends, strict=False)
        ]

    def _titled(self, match: re.Match[str]) -> bool:
        return any(start < match.start() < end for start, end in self.titles)

    def _events(self, clause: _Clause, before: list[Event], until: int | None = None) -> list[Event]:
        """What one clause says; `until` cuts off the words of the body when the verb is borrowed."""
        blank = _TITLE.sub(lambda title: "　" * len(title.group()), self.text[clause.words : clause.end])
        blank = _UNMARKED.sub(lambda title: "　" * len(title.group()), blank)
        blank = _THEN.sub(lambda then: "　" * len(then.group()), blank)
        acts = list(_ACT.finditer(blank))
        if not acts or _is_prose(blank[: acts[0].start()]):
            return []
        decision = self._decision(clause)
        who = self._who(clause.words, until or clause.words + acts[0].start())
        last = acts[-1]
        changes = last["act"] in ("修正", "修订", "修改") and bool(decision)
        if self.text[: clause.start].rstrip().endswith("根据") and not changes:
            self.pending.append(clause)
            kind = EventKind.APPROVED if last["act"] == "批准" else EventKind.ADOPTED
            return [Event(kind, clause.day, clause.start, clause.words + last.end(), *who, "?")]
        shown = acts[-1:] if changes else acts
        told = [
            Event(
                kind,
                clause.day,
                clause.start,
                clause.words + act.end(),
                *who,
                decision if changes else "",
                to_int(act["count"]) if act["count"] else 0,
            )
            for act in shown
            for kind in _KINDS[act["act"]]
        ]
        return [*self._settled(clause, acts, decision, before), *told] if changes else told

    def _settled(
        self, clause: _Clause, acts: list[re.Match[str]], decision: str, before: list[Event]
    ) -> list[Event]:
        """The decision's title has come: name it in the events that waited for it; its approval is one of its own."""
        for place, event in enumerate(before):
            if event.decision == "?":
                before[place] = Event(
                    event.kind,
                    event.date,
                    event.start,
                    event.end,
                    event.body,
                    event.meeting,
                    event.number,
                    decision,
                )
        if acts[0]["act"] != "批准":
            return []
        end = clause.words + acts[0].start()
        return [
            Event(
                EventKind.APPROVED, clause.day, clause.start, end + 2, *self._who(clause.words, end), decision
            )
        ]

    def _decision(self, clause: _Clause) -> str:
        titles = [
            span
            for span in self.titles
            if clause.words <= span[0] < clause.end and _CHANGES.search(self.text, *span)
        ]
        if titles:
            return "".join(self.doc.text[titles[-1][0] + 1 : titles[-1][1] - 1].split())
        unmarked = _UNMARKED.search(self.text, clause.words, clause.end)
        return "".join(self.doc.text[slice(*unmarked.span())].split()) if unmarked else ""

    def _who(self, start: int, end: int) -> tuple[str, str, str]:
        """(body, meeting, number of the order) out of the words between a date and its verb."""
        first = next((span[0] for span in self.titles if start <= span[0] < end), end)
        unmarked = _UNMARKED.search(self.text, start, end + len("修正"))
        first = min(first, unmarked.start()) if unmarked else first
        words = _closed(self.text[start:first])
        shown = _closed(self.doc.text[start:first])
        meeting, number = _MEETING.search(words), _NUMBER.search(words)
        stop = min(match.start() for match in (meeting, number) if match) if meeting or number else len(words)
        return shown[:stop].strip("、"), shown[slice(*meeting.span())] if meeting else "", _order(number)

    def _problem(self, clause: _Clause) -> Problem:
        words = self.doc.text[clause.start : min(clause.end, clause.start + 24)]
        details = {"words": "".join(words.split()), "start": clause.start, "end": clause.words}
        code = "law.date-without-event" if clause.day else "law.date-impossible"
        return Problem(code, self.doc.line_of(clause.start), details)


def _closed(words: str) -> str:
    """What stands between a date and its verb, its words joined by 、."""
    return "、".join(_OPENS.sub("", words).strip(" 　\r\n（(、，").split())


def _is_prose(words: str) -> bool:
    """Are the words between a date and its verb a sentence that got here astray, not a body with its meeting?"""
    return len("".join(words.split())) > 60 or "，" in words.strip("， 　\r\n")


def iso(match: re.Match[str]) -> str:
    """The date that `DATE` found, as ISO 8601; "" for one that no calendar has."""
    year, month = to_int(match["year"]), to_int(match["month"])
    day = to_int(match["day"]) if match["day"] else 0
    try:
        exact = date(year, month, day or 1)
    except ValueError:
        return ""
    return exact.isoformat() if day else f"{year:04}-{month:02}"


def _order(number: re.Match[str] | None) -> str:
    return f"第{number['number']}号" if number and number["number"] else ""


def _own_clauses(doc: Instrument, promulgated: str) -> Iterator[Event]:
    """What the text itself says: 本条例自……起施行; 《……》同时废止."""
    text, day = simplified(doc.text), ""
    for article in doc.articles[-6:]:
        for match in _COMMENCES.finditer(text, article.start, article.end):
            day = promulgated if match["then"] else iso(match)
            yield Event(EventKind.IN_FORCE, day, match.start(), match.end(), note=False)
        for start, end in _repealing(text, article.start, article.end):
            for title in _TITLE.finditer(text, start, end):
                named = "".join(doc.text[title.start() + 1 : title.end() - 1].split())
                yield Event(EventKind.REPLACES, day, title.start(), title.end(), instrument=named, note=False)


def _repealing(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences that say that something is repealed."""
    at = start
    for match in _REPEALS.finditer(text, start, end):
        if match.start() >= at:
            opens = max(text.rfind("。", at, match.start()), text.rfind("\n", at, match.start())) + 1
            stop = text.find("。", match.end(), end)
            at = stop if stop >= 0 else end
            yield max(opens, start), at
