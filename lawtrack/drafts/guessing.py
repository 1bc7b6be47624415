"""What a text's own words say about the stage, the day and the meeting of a version: a likely answer for a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law import EventKind, history
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


class Likely(NamedTuple):
    """What a version is likely to be; "" for what neither the text nor its file's name says.

    >>> from lawtrack.drafts import Likely
    >>> Likely(stage="first-reading", date="2020-07-30").meeting
    ''
    """

    stage: str = ""
    date: str = ""
    meeting: str = ""


def likely(doc: Instrument, name: str = "") -> Likely:
    r"""Stage, day and meeting as the last event of the header note has them; without a note, the stage in the file's name.

    >>> from lawtrack.law import parse
    >>> note = "（2020年8月28日某市人大常委会第五次会议通过）"
    >>> likely(parse(f"某市条例\n{note}\n第一条　为了水源。"))
    Likely(stage='passed', date='2020-08-28', meeting='某市人大常委会第五次会议')
    >>> likely(parse("第一条　为了水源。"), "条例（二次审议稿）.docx").stage
    'second-reading'
    """
    told = [event for event in history(doc) if event.note and event.kind in _STAGES and event.date]
    if told:
        last = max(enumerate(told), key=lambda pair: (pair[1].date, pair[0]))[1]
        return Likely(_STAGES[last.kind], last.date, last.body + last.meeting)
    words = f"{name} {doc.title}"
    stage = next((stage for sign, stage in _NAMES if sign in words), "")
    return Likely(stage if f"stages.{stage}" in catalogue("stages") else "")
