"""Titles as citations are matched by them, and the kind of instrument that a title and its header note tell."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from lawtrack.law import TO_SIMPLIFIED, EventKind, history

if TYPE_CHECKING:
    from lawtrack.law import Event, Instrument

_TRAILING: Final = re.compile(r"[（(][^（）()]*(?:修订|修正|年|稿|试行|第[^（）()]*次)[^（）()]*[）)]$")
_MARKS: Final = str.maketrans("", "", "《》〈〉<>＜＞“”\"' 　\t\r\n")
_AMENDING: Final = re.compile(
    r"关于(?:修改|修订|修正|废止|公布修改).*(?:决定|决议)$|修正案(?:[（(].{1,4}[）)])?$"
)
_INSTRUCTS: Final = re.compile(
    r"(?:作|作出)(?:如下|以下)(?:修改|修正)|修改如下[：:]"
    r"|^[ \t　]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|[0-9]{1,3}[.．、])[ 　]*"
    r"[^。\n]{0,30}第[^。\n]{1,20}[条款项][^。\n]{0,30}(?:修改为|改为|删去|增加一[条款项])"
    r"|^[ \t　]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])[ 　]*(?:删去第|增加一[条款项]，作为第)",
    re.MULTILINE,
)
"""What a decision without a title does: 对……作如下修改, 一、将第三条修改为."""
_PLACE: Final = re.compile(
    r"^(?:[一-鿿]{2,12}?|[某甲乙丙丁])(?:省|市|自治区|自治州|自治县|特别行政区|经济特区|县|区)"
)
"""A place, one without a name too: 某市."""
_CONGRESS: Final = re.compile("人民代表大会|人大常委会")
_LAW: Final = re.compile("(?<!办)法$|法典$")


KINDS: Final = (
    "law", "administrative-regulation", "local-regulation", "government-rule", "judicial-interpretation",
    "amending-decision", "other",
)  # fmt: skip
"""What `kind_of_instrument` gives."""


@cache
def title_key(title: str) -> str:
    """What two printings of one title share: no 中华人民共和国, no marks, no year or 试行 in brackets at the end.

    Traditional characters count as the simplified ones where a law is made of them (條例, 規定, 中華).

    >>> title_key("《中华人民共和国行政处罚法》（2021年修订）"), title_key("某市控烟条例（试行）")
    ('行政处罚法', '某市控烟条例')
    """
    plain = title.translate(_MARKS).translate(TO_SIMPLIFIED)
    plain = _TRAILING.sub("", plain) or plain
    return plain.replace("中华人民共和国", "") or plain


def kind_of_instrument(doc: Instrument, events: tuple[Event, ...]) -> str:
    r"""The kind by title and maker (立法法 2023 arts. 10, 72, 80–82, 91, 93); "other" where neither says it.

    >>> from lawtrack.law import parse
    >>> kind_of_instrument(parse("某省控烟条例\n（2020年1月1日某省人民代表大会常务委员会通过）\\n第一条　略。"), ())
    'local-regulation'
    >>> kind_of_instrument(parse("停车管理办法\n（2017年3月1日某市人民政府令第50号公布）\n第一条　略。"), ())
    'government-rule'
    """
    title = doc.title
    if re.match(r"最高人民(?:法院|检察院)|人民检察院", title):
        return "judicial-interpretation"
    if _AMENDING.search(title) or (title[-1:] in ("", "：", ":") and _INSTRUCTS.search(doc.text)):
        return "amending-decision"
    header = doc.block("header")
    maker = " ".join(event.body for event in events) + (header.text if header else "")
    plain = title_key(title)
    national = title.startswith("中华人民共和国") or not _PLACE.match(plain)
    if national and (_LAW.search(plain) or ("全国人民代表大会" in maker and "条例" not in plain)):
        return "law"
    # 规章制定程序条例 (2017) art. 7: no rule is called 条例, so one without a place is the State Council's
    if national and (
        "国务院" in maker
        or title.startswith("国务院")
        or (plain.endswith("条例") and not _CONGRESS.search(maker))
        or (title.startswith("中华人民共和国") and plain.endswith("细则"))
    ):
        return "administrative-regulation"
    if _CONGRESS.search(maker + title) or (_PLACE.match(plain) and plain.endswith("条例")):
        return "local-regulation"
    if re.search(r"人民政府|[部委局]令|令第", maker):
        return "government-rule"
    return "other"


def dates_of(events: tuple[Event, ...]) -> tuple[str, str, str, str]:
    """(body, adopted, last changed, in force) out of what happened; "" for what the text does not say."""
    adopted = [
        event
        for event in events
        if event.kind in {EventKind.ADOPTED, EventKind.REVISED} and not event.decision
    ]
    promulgated = [event for event in events if event.kind is EventKind.PROMULGATED]
    changing = {EventKind.ADOPTED, EventKind.REVISED, EventKind.AMENDED, EventKind.PROMULGATED}
    changes = [event.date for event in events if event.kind in changing and event.date]
    force = [event.date for event in events if event.kind is EventKind.IN_FORCE and event.date]
    first = (adopted or promulgated)[:1]
    body = next((event.body for event in events if event.body), "")
    return body, first[0].date if first else "", max(changes, default=""), force[-1] if force else ""


def history_of(doc: Instrument) -> tuple[Event, ...]:
    """What happened to the instrument."""
    return history(doc)
