"""What a text's own words say about the stage, the day and the meeting of a version: a likely answer for a form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.drafts.names import iso_date
from lawtrack.errors import UnusableInput
from lawtrack.law import NUMERAL_CLASS, EventKind, history
from lawtrack.messages import catalogue

if TYPE_CHECKING:
    from lawtrack.law import Instrument

_STAGES: Final = {
    EventKind.ADOPTED: "passed",
    EventKind.REVISED: "passed",
    EventKind.AMENDED: "passed",
    EventKind.APPROVED: "approved",
    EventKind.PROMULGATED: "promulgated",
}
_NAMES: Final = (
    ("征求意见", "public-comment"), ("三审", "third-reading"), ("三次审议", "third-reading"), ("二审", "second-reading"),
    ("二次审议", "second-reading"), ("一审", "first-reading"), ("初审", "first-reading"), ("首次审议", "first-reading"),
    ("表决", "passed"), ("通过", "passed"), ("批准", "approved"), ("公布", "promulgated"), ("送审", "submitted"),
    ("草拟", "drafting"), ("起草", "drafting"), ("现行", "in-force-text"),
)  # fmt: skip


_DATED: Final = re.compile(r"[ 　]*\d{4}[ 　]*年[ 　]*\d{1,2}[ 　]*月(?:[ 　]*\d{1,2}[ 　]*日)?")
_READINGS: Final = {"一": "first", "1": "first", "初": "first", "首": "first", "二": "second", "2": "second",
                    "三": "third", "3": "third"}  # fmt: skip
_READING: Final = re.compile(
    rf"[（(][ 　]*(?P<who>[^（()）《》，。；]{{4,80}}?第[{NUMERAL_CLASS}]+次(?:[^（()）《》，。；]{{0,6}})会议)[ 　]*"
    r"(?:第?(?P<count>[一二三123初首])次?)?审(?:议(?:稿)?)?(?:稿)?[ 　]*[）)]"
)
"""（……第五次会议第二次审议稿）; （2025年8月27日提请……会议审议）, which reading it is the title says."""


class Likely(NamedTuple):
    """What a version is likely to be; "" for what neither the text nor its file's name says.

    >>> from lawtrack.drafts import Likely
    >>> Likely(stage="first-reading", date="2020-07-30").meeting
    ''
    """

    stage: str = ""
    date: str = ""
    meeting: str = ""


def _reading(doc: Instrument) -> Likely | None:
    """What a note under the title says of a reading (（2025年3月某会第三次会议第一次审议）); what it does not name stays open."""
    first = doc.articles[0].start if doc.articles else len(doc.text)
    match = _READING.search(doc.text, 0, first)
    if not match:
        return None
    stage = f"{_READINGS[match['count']]}-reading" if match["count"] else _named(doc.title)
    if stage and f"stages.{stage}" not in catalogue("stages"):
        return None
    dated = _DATED.match(match["who"])
    who = match["who"][dated.end() :] if dated else match["who"]
    try:
        day = iso_date("".join(dated.group().split())) if dated else ""
    except UnusableInput:  # 2025年13月
        day = ""
    return Likely(stage, day, "".join(who.split()).removeprefix("提请"))


def likely(doc: Instrument, name: str = "") -> Likely:
    r"""Stage, day and meeting as the last event of the header note has them; without a note, the stage in the file's name.

    >>> from lawtrack.law import parse
    >>> note = "（2020年8月28日某市人大常委会第五次会议通过）"
    >>> likely(parse(f"某市条例\n{note}\n第一条　为了水源。"))
    Likely(stage='passed', date='2020-08-28', meeting='某市人大常委会第五次会议')
    >>> likely(parse("第一条　为了水源。"), "条例（二次审议稿）.docx").stage
    'second-reading'
    """
    if reading := _reading(doc):
        return reading
    told = [event for event in history(doc) if event.note and event.kind in _STAGES and event.date]
    if told:
        last = max(enumerate(told), key=lambda pair: (pair[1].date, pair[0]))[1]
        return Likely(_STAGES[last.kind], last.date, last.body + last.meeting)
    return Likely(_named(f"{name} {doc.title}"))


def _named(words: str) -> str:
    """The stage that a title or a file's name speaks of."""
    stage = next((stage for sign, stage in _NAMES if sign in words), "")
    return stage if f"stages.{stage}" in catalogue("stages") else ""
