"""What a plan says of its own number of projects, held against what was read: 审议项目4件, 《甲》等3件, 共安排12件.

A project that no form of the reader fits is lost without a word; the count that the plan itself gives shows it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.messages import translate
from lawtrack.plan.intake.kinds import kind_in
from lawtrack.plan.intake.wording import ACT, ACTIONS, NOUN, TITLE_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NUMBERS: Final = {sign: at for at, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_OF_LAW: Final = "法规|规章|项目|草案|条例|立法|审议|预备|调研|论证|储备"
_MENTION: Final = re.compile(
    r"(?P<ahead>[^，。；：《》]{0,24}?)(?<![第\d])(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>[件部项个])"
    r"(?P<behind>[^，。；：、《》]{0,12})"
)
_NO_COUNT: Final = re.compile("去年|上年|此前|累计|现行|以来|已经?|届|议案|执法检查|报告|任务")
_LIST_OPENS: Final = re.compile(
    r"[^，。；：《》]{0,10}[，]?(?:其中)?(?:分别)?[：:为是即]|[^，。；：《》]{0,8}，?(?:包括|分别|有|[一1]是|其一)"
)
_ACT_OPENS: Final = re.compile(rf"[^《》]{{0,12}}(?:{ACT})")
_OTHER_ACT: Final = re.compile(rf"[，；][^《》，；]{{0,8}}(?:{ACT})")
_COUNTED_BAND: Final = re.compile(
    r"(?<![第\d一二两三四五六七八九十])(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:[件项个]|部(?!分|门))"
)


class Counted(NamedTuple):
    """A project that was read: its title and what is to be done."""

    title: str
    action: str
    category: str = ""
    kind: str | None = None
    """The kind of instrument; None where nothing has said it."""


_GROUP: Final = re.compile("继续审议|初次审议|预备|调研|论证|储备|备选|正式|审议")


def number_in(words: str) -> int | None:
    """The number of projects that a category names; None where it names none.

    >>> number_in("一、审议项目（5件）"), number_in("二、预备项目十二件"), number_in("调研项目")
    (5, 12, None)
    """
    match = _COUNTED_BAND.search(re.sub(TITLE_MARKS, "", words))
    return _number(match["n"]) if match else None


def _number(words: str) -> int:
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    return (_NUMBERS.get(tens, 1) * 10 if ten else 0) + _NUMBERS.get(ones, 0)


def miscounted(words: str, said: int, read: int) -> str | None:
    """What is to be told where a plan says another number of projects than was read; None where both agree."""
    return (
        None if said == read else translate("plan.count-differs", said=said, read=read, words=words.strip())
    )


def counts_told(line: str, projects: Sequence[Counted]) -> Iterator[str]:
    """What is to be told of the counts in a line of running words; `projects` are all that the text names.

    >>> list(counts_told("修订2件：《甲条例》。", [Counted("甲条例", "revise")]))
    ['原文说2件，读到1件：修订2件：《甲条例》。']
    """
    mentions = [one for one in _MENTION.finditer(line) if _is_count(one)]
    for at, one in enumerate(mentions):
        stops = [mentions[at + 1].start() if at + 1 < len(mentions) else len(line)]
        stops += [stop for stop in [line.find("。", one.end("n"))] if stop >= 0]
        begins = mentions[at - 1].end("unit") if at else 0
        expected = _expected(line, one, begins, min(stops), projects)
        if told := miscounted(line[one.start() : min(stops) + 1], _number(one["n"]), expected):
            yield told


def _is_count(one: re.Match[str]) -> bool:
    said = one["ahead"] + one["behind"]
    if _NO_COUNT.search(said):
        return False
    near = re.search(rf"{_OF_LAW}|{ACT}", said)
    return (
        one["unit"] in "件部"
        if near is None
        else one["unit"] in "件部" or re.search(_OF_LAW, said) is not None
    )


def _expected(line: str, one: re.Match[str], begins: int, stop: int, projects: Sequence[Counted]) -> int:
    """The number of projects that a count speaks of: those listed behind it, those before it, those of its verb, or all."""
    start = one.end("unit")
    scope = line[start:stop]
    if not _ACT_OPENS.match(scope) and (other := _OTHER_ACT.search(scope)):
        scope = scope[
            : other.start()
        ]  # 2件为《甲》《乙》；废止《丙》: what another verb governs is not counted
    behind = _named(scope, projects)
    if behind and _LIST_OPENS.match(line, start):
        return behind
    edge = max(begins - 1, *(line.rfind(mark, 0, one.start("n")) for mark in "。；："))
    before = line[edge + 1 : one.start("n")]
    if re.search(rf"(?:》|[)）]|{NOUN})等?$", before):
        clause = re.split(rf"，(?=[^《》]*(?:{ACT}))", before)[-1]
        return _named(clause, projects)
    verb = re.findall(ACT, one["ahead"] + one["behind"])
    acted = [each for each in projects if len(verb) != 1 or each.action == ACTIONS[verb[0]]]
    kind = kind_in(re.split("[、，]", one["ahead"])[-1] + one["behind"])
    if kind and any(each.kind not in {kind, None} for each in projects):
        known = sum(each.kind == kind for each in acted)
        unsaid = sum(each.kind is None for each in acted)
        return min(max(known, _number(one["n"])), known + unsaid)
    if len(verb) == 1:
        return len(acted)
    group = _GROUP.findall(re.split("[、，]", one["ahead"])[-1]) or _GROUP.findall(one["behind"])
    if group and any(each.category for each in projects):
        return sum((_GROUP.findall(each.category) or [""])[0] == group[0] for each in projects)
    return len(projects)


def _named(words: str, projects: Iterable[Counted]) -> int:
    return sum(each.title in words for each in {one.title: one for one in projects}.values())
