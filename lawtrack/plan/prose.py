"""Projects in running words: which titles a sentence names, and what its verbs say becomes of each.

    制定《甲》、修订《乙》 · 完成《甲》的制定 · 对《甲》进行修正 · 《甲》（修订）
    审议项目2件：《甲》《乙》（修改） · 制定甲条例、修订乙条例

A verb governs the titles of its own clause, before or behind it. 立法后评估, 执法检查 and what was passed last year are no
projects. Where the words only say that a text comes up (审议, 起草), they do not say whether it is new.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.plan.wording import ACT, ACTIONS, NOUN, TITLE_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.plan.model import Action

_NOTE: Final = r"(?:[ 　]*[（(][^（()）]*[)）])"
_NAMED: Final = rf"{TITLE_MARKS}{_NOTE}*"
_JOINED: Final = r"(?:[、和及与]|以及)?"
_PLAIN: Final = rf"(?:(?!{ACT}|出台)[^《》，。；：、（()）\s]){{2,30}}?{NOUN}(?=[、，。；和及与（(等]|$)"
_PLAIN_LED: Final = rf"(?:(?!{ACT}|出台)[^《》，。；：、（()）\s]){{2,30}}?{NOUN}(?=[、和及等的进])"
_RUN: Final = re.compile(rf"{_NAMED}(?:{_JOINED}{_NAMED})*")
_PLAIN_RUN: Final = re.compile(rf"(?:{ACT}|出台)(?P<run>{_PLAIN}{_NOTE}*(?:、{_PLAIN}{_NOTE}*)*)")
_LED_RUN: Final = re.compile(
    rf"(?:完成|做好|抓好|推进|推动|加快|启动|开展|抓紧|抓实|做实|对)(?P<run>{_PLAIN_LED}(?:[、和及]{_PLAIN_LED})*)(?:等[^，。；、《》]{{0,10}})?(?:的|进行)(?P<verb>{ACT})"
)
"""完成甲条例、乙条例的制定: the verb behind titles without marks."""
_COUNTED_RUN: Final = re.compile(
    r"[0-9一二两三四五六七八九十]+[件部项个][，,]?(?:分别(?:是|为)|即|包括|为)?[：:](?P<run>[^《》，。；\s]{4,200})$"
)
"""审议法规2件，分别是：甲条例、乙条例（修订）"""
_KIND_SAID: Final = re.compile("(规章|法规)(?:方面|项目|类|中)?[，：:]")
"""政府规章方面，制定……: of which kind those are that follow."""
_ONE: Final = re.compile(rf"(?P<name>{TITLE_MARKS}|[^《》、（(]+{NOUN})(?P<note>{_NOTE}*)")
_SENTENCE: Final = re.compile(r"(?:《[^《》]*(?:《[^《》]*》[^《》]*)*》|[^。；;\n])+")
_BEFORE: Final = re.compile(rf"(?P<verb>{ACT}|出台)(?![的了过])")
_BEHIND: Final = re.compile(
    rf"[^，。；《》、]{{0,16}}?的?(?P<verb>{ACT}|出台)(?:工作|任务|项目|调研|论证|起草|审议|草案|进程|立法)*"
    r"(?=[，。；、和及与以已正将]|$)"
)
_COMES_UP: Final = re.compile(
    r"审议(?!通过|了|过)|起草(?!单位|部门|人|组|工作组|小组)|立法(?![前后中]?评估|[^，。；]{0,4}(?:评估|宣传|检查))|推进|论证|调研|预备|储备"
)
_COMES_UP_BEHIND: Final = re.compile(
    r"(?:等[^，。；、]{0,12})?(?:开展|进行|启动|组织)?的?(?:起草|审议(?!通过|了)|立法|论证|调研)(?:进程|工作|项目|调研|论证|任务)*(?=[，。；、和及与以]|$)"
)
_NAMING: Final = re.compile("(?:，|：)?(?:其中)?(?:即|为|是|包括|有|分别[是为]|主要[是有]|依次[是为])[：:]?$")
"""Between what is to be done and the titles: 继续审议1件，即《甲条例》."""
_BASIS: Final = re.compile(
    r"(?:依据|根据|按照|依照|遵照|参照|对照|符合|违反|执行|遵守|落实)[^，。；《》]{0,6}$"
)
"""What stands right before a title that the sentence rests on: 按照《立法计划编制办法》的要求制定《甲条例》."""
_LAST_YEAR: Final = re.compile(r"去年|上一?年度?|前年|此前")
_THIS_YEAR: Final = re.compile(r"今年|本年|当年|年内|明年|将")
_NO_LAW: Final = re.compile(
    r"(?:计划|规划|方案|报告|纲要|要点|名单|目录|通知|公告|清单|汇报|说明)(?:[（(][^（()）]*[)）])?》?$"
)
"""What stands in marks and is no instrument: 通过《2024年立法计划（草案）》."""
_PAST: Final = re.compile(r"去年|上年|此前|已经?(?:审议|表决)?通过|贯彻|学习|宣传|执法检查|评估|实施情况")
_ON: Final = re.compile(r"[，、；]?(?:和|及|以及|与)?[ 　]*")
_GENERIC: Final = re.compile(
    rf"(?:有关|相关|配套|具体|本|其|该|各|一|这|相应|详细|专项|操作|新的)|.*[的等]|(?:管理|实施|工作|暂行|考核|评价|地方性?|政府)*{NOUN}$"
)
"""制定有关规定, 制定管理办法: no title."""


class Named(NamedTuple):
    """A project that a sentence names: the title, what is to be done (None where the words do not say), the verb, its kind."""

    title: str
    action: Action | None
    verb: str
    is_rule: bool


class Told(NamedTuple):
    """What a line says: its projects, and the titles that no verb of law-making governs."""

    projects: tuple[Named, ...]
    others: tuple[str, ...]


def projects_told(line: str) -> Told:
    """The projects in a line of running words.

    >>> told = projects_told("继续审议《甲条例》，修订《乙条例》，对《丙条例》开展立法后评估。")
    >>> [(one.title, one.action) for one in told.projects], told.others
    ([('甲条例', None), ('乙条例', 'revise')], ('丙条例',))
    """
    projects: list[Named] = []
    others: list[str] = []
    for sentence in _SENTENCE.findall(line):
        for named in _in_sentence(sentence):
            if named.verb:
                projects.append(named)
            else:
                others.append(named.title)
    return Told(tuple(projects), tuple(others))


def _in_sentence(sentence: str) -> Iterator[Named]:
    """Every title of a sentence; one without a verb is no project."""
    done, verb = 0, ""
    for start, end, governed in sorted({*_marked(sentence), *_unmarked(sentence)}):
        if start < done:
            continue
        clause = sentence[done:start]
        here = governed or _verb(sentence, clause, end)
        going_on = _ON.fullmatch(clause) is not None
        verb = here or (verb if going_on and not _COMES_UP_BEHIND.match(sentence, end) else "")
        kinds = _KIND_SAID.findall(re.sub(TITLE_MARKS, "", sentence[:start]))
        rule = "规章" in sentence[start : end + 24].partition("，")[0] or kinds[-1:] == ["规章"]
        for one in _ONE.finditer(sentence, start, end):
            yield _named(one["name"], one["note"], "" if _NO_LAW.search(one["name"]) else verb, is_rule=rule)
        done = end


def _marked(sentence: str) -> Iterator[tuple[int, int, str]]:
    for run in _RUN.finditer(sentence):
        yield run.start(), run.end(), ""


def _unmarked(sentence: str) -> Iterator[tuple[int, int, str]]:
    """Titles without marks, right behind a verb: 制定洱湖保护条例、停车条例."""
    for run in _PLAIN_RUN.finditer(sentence):
        names = [one["name"] for one in _ONE.finditer(run["run"])]
        if not any(map(_GENERIC.match, names)):
            yield run.start("run"), run.end("run"), sentence[run.start() : run.start("run")]
    for run in _COUNTED_RUN.finditer(sentence):
        before = sentence[: run.start()]
        verbs = [*_BEFORE.findall(before), *(one.group() for one in _COMES_UP.finditer(before))]
        if verbs and all(map(_ONE.fullmatch, run["run"].split("、"))):
            yield run.start("run"), run.end("run"), verbs[-1]
    for run in _LED_RUN.finditer(sentence):
        names = [one["name"] for one in _ONE.finditer(run["run"])]
        if not any(map(_GENERIC.match, names)):
            yield run.start("run"), run.end("run"), run["verb"]


def _verb(sentence: str, clause: str, end: int) -> str:
    """The verb that governs the titles between `clause` and sentence[end:], behind them or before; "" for none."""
    if _BASIS.search(clause) or _was(clause):
        return ""
    behind = _BEHIND.match(sentence, end)
    if behind:
        return behind["verb"]
    near = _NAMING.sub("", clause).rpartition("，")[2]
    before = _BEFORE.findall(near)
    if before:
        return str(before[-1])
    tail = sentence[end : end + 24].partition("，")[0]
    if _PAST.search(near) or _PAST.search(tail):
        return ""
    comes_up = _COMES_UP_BEHIND.match(sentence, end) or _COMES_UP.search(near)
    return comes_up.group() if comes_up else ""


def _was(clause: str) -> bool:
    """Is last year the time that the clause names last?"""
    last = max((one.start() for one in _LAST_YEAR.finditer(clause)), default=-1)
    return last > max((one.start() for one in _THIS_YEAR.finditer(clause)), default=-1)


def _named(name: str, note: str, verb: str, *, is_rule: bool) -> Named:
    """A title with what its brackets say: 《甲（修订）》, 《甲》（修订草案）; they say more than the verb."""
    title = name.removeprefix("《").removesuffix("》")
    inner = re.search(r"[（(]([^（()）]*)[)）]$", title)
    said = [*re.findall(r"[（(]([^（()）]*)[)）]", note), *([inner[1]] if inner else [])]
    actions = [ACTIONS[words] for words in said if words in ACTIONS]
    if inner and (inner[1] in ACTIONS or inner[1] == "草案"):
        title = title[: inner.start()]
    action = actions[0] if actions else ACTIONS.get(verb)
    return Named(title, action, verb or ("（" if actions else ""), is_rule)
