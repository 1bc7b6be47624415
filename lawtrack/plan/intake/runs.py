"""Titles in running words: in 《》 or without, alone or side by side, with what the brackets behind them say.

A title without marks ends in the word for an instrument (条例, 办法 …); it begins behind the verb, the mark or the 和 before
it. Whether it is a project is for the verbs of its sentence to say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.patterns import compile_on_use
from lawtrack.plan.intake.wording import ACT, INNER_NUMBER, NOUN, TITLE_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOTE: Final = r"(?:[ 　]*[（(][^（()）]*[)）])"
_MARKED: Final = re.compile(rf"(?P<name>{TITLE_MARKS})(?P<note>{_NOTE}*)")
_PLACE: Final = rf"[（(](?!{ACT}|草案|[一二三初]审)[\u4e00-\u9fff]{{1,3}}[)）](?=[\u4e00-\u9fff])"
"""中国（某省）自由贸易试验区条例: a bracket within a title."""
_BARE: Final = compile_on_use(
    rf"(?P<name>(?:[^《》，。；：:、（()）“”\s]|{_PLACE}){{2,44}}?{NOUN})(?P<draft>(?:修[订正改]案?)?草案|修正案)?(?P<note>{_NOTE}*)"
    rf"(?=[、，。；：:和与及等的进列作纳予〉“”\s]|以及|并|两|\d|{ACT}|立法|起草|审议|调研|论证|草案|提请|一审|二审|初审|$)"
)
_JOIN: Final = re.compile(r"[ 　]*(?:、?(?:和|及|与|以及|以|并)?)[ 　]*")
_AHEAD: Final = re.compile(rf".*?(?:{ACT}|出台)+(?!地方性法规|政府规章)")
_LEAD: Final = re.compile(
    r"(?:(?:\d{4}年)?(?:[^，。]{0,16}?(?:常委会|人大|政府|委员会|局|处|委|办)(?=将|拟|计划|审议|提请|要))?"
    r"(?:今年|明年|年内|全年|将|拟|要|还|还将|计划|适时|重点|加快|抓紧|抓好|抓实|做实|研究|启动|推进|推动|完成|做好|开展|继续|初次|首次|再次"
    r"|提请|审议|初审|论证|调研|起草|安排|新增|对|将|把|由|包括|分别[为是]|即|分别|是|为|和|及|与|以及|并|及时|按程序|依法|同步|完善|重新|统筹|力争|争取"
    r"|(?:[一二三四五六七八九十]是)|其[一二三四五]|关于))+"
)
_LEADS_TO: Final = re.compile(
    r"^.*(?:包括|如下|以下|(?:项目|法规|规章|草案|审议的|初审的|调研的|论证的|起草的)(?:主要)?[有为是]|分别[为是])(?=.{3})"
)
"""项目包括甲条例: what leads to a title is no part of it."""
_SENTENCE_WORD: Final = re.compile(
    r"今年|年内|将|拟|我[市省]|我们|以及|正在|已经|根据|按照|依照|依据|围绕|结合|贯彻|落实|学习|遵守|违反"
)
"""What no title has in it: the words run on from before."""
GENERIC: Final = re.compile(
    rf"(?:有关|相关|配套|具体|本|其|该|各|一|这|相应|详细|专项|操作|新的|上述|以上|部分|现行|法律法规|国家|法定|地方性法规)"
    rf"|.*[的等]|(?:管理|实施|工作|暂行|考核|评价|地方性?|政府|单行|自治|立法|议事)*{NOUN}$"
)
"""制定有关规定, 制定管理办法: no title."""


class Title(NamedTuple):
    """A title without its marks, and what each bracket behind it says."""

    name: str
    notes: tuple[str, ...]
    marked: bool


class Run(NamedTuple):
    """Titles side by side: where they begin and end in their sentence."""

    start: int
    end: int
    titles: tuple[Title, ...]


def title_runs(sentence: str) -> list[Run]:
    """The titles of a sentence, those that stand side by side together.

    >>> [[title.name for title in run.titles] for run in title_runs("制定《甲条例》《乙条例》，修订丙条例和丁条例。")]
    [['甲条例', '乙条例'], ['丙条例', '丁条例']]
    """
    runs: list[Run] = []
    for start, end, title in _titles(sentence):
        if (
            runs
            and runs[-1].titles[-1].marked == title.marked
            and _JOIN.fullmatch(sentence[runs[-1].end : start])
        ):
            runs[-1] = Run(runs[-1].start, end, (*runs[-1].titles, title))
        else:
            runs.append(Run(start, end, (title,)))
    return runs


def runs_on(name: str) -> bool:
    """Does what looks like a title begin with words of its sentence that nobody could tell from it?

    >>> runs_on("某市停车条例"), runs_on("我市正在推进的停车条例")
    (False, True)
    """
    return _SENTENCE_WORD.search(name) is not None


def _titles(sentence: str) -> Iterator[tuple[int, int, Title]]:
    at = 0
    for match in _MARKED.finditer(sentence):
        yield from _bare(sentence, at, match.start())
        yield match.start(), match.end(), _title(match, marked=True)
        at = match.end()
    yield from _bare(sentence, at, len(sentence))


def _bare(sentence: str, start: int, end: int) -> Iterator[tuple[int, int, Title]]:
    """The titles without marks in a part of the sentence."""
    for match in _BARE.finditer(sentence, start, end):
        name = re.sub(r"^.{0,24}?(?:将|拟)(?=.{4})", "", INNER_NUMBER.sub("", match["name"]))
        name = _LEADS_TO.sub("", name)
        for lead in (_AHEAD, _LEAD):
            name = (
                name[ahead.end() :] if (ahead := lead.match(name)) and ahead.end() < len(name) - 2 else name
            )
        if len(name) > len("条例") and not GENERIC.match(name):
            notes = (*filter(None, [match["draft"]]), *_notes(match["note"]))
            yield match.end("name") - len(name), match.end(), Title(name, notes, marked=False)


def _title(match: re.Match[str], *, marked: bool) -> Title:
    return Title(match["name"].removeprefix("《").removesuffix("》"), _notes(match["note"]), marked)


def _notes(words: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[（(]([^（()）]*)[)）]", words))
