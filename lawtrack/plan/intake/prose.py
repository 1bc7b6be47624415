"""Projects in running words: which titles a sentence names, and what its verbs say becomes of each.

    制定《甲》、修订《乙》 · 完成《甲》的制定 · 对《甲》进行修正 · 《甲》（修订） · 《甲》列为审议项目
    审议项目2件：《甲》《乙》（修改） · 制定的2件为《甲》《乙》 · 制定甲条例、修订乙条例

A verb governs the titles of its own clause, before or behind it, and those that go on from them. 立法后评估, 执法检查, what was
passed last year and what is put off are no projects. Where the words only say that a text comes up (审议, 起草), they do not
say whether it is new; where they say two things, neither is taken.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.patterns import compile_on_use
from lawtrack.plan.intake.clauses import clauses_said, says_more
from lawtrack.plan.intake.groups import KindSaid, Speaking, kinds_said
from lawtrack.plan.intake.kinds import KIND_WORDS, kind_in
from lawtrack.plan.intake.lines import act_alone, action_of
from lawtrack.plan.intake.runs import Run, Title, runs_on, title_runs
from lawtrack.plan.intake.wording import ACT, ACTIONS, AMENDING, DECISION, NOUN, TITLE_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.plan.model import Action

_SENTENCE: Final = re.compile(r"(?:《[^《》]*(?:《[^《》]*》[^《》]*)*》|[^。\n])+")
_COUNT: Final = r"(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})[件部项个]"
_BEFORE: Final = re.compile(
    rf"(?P<verb>{ACT}|出台)(?!的(?![^，。；《》]{{0,12}}(?:{_COUNT}|有|是|为|包括))|[了过])"
)
_SEVERAL_ACTS: Final = re.compile(rf"(?:{ACT})(?:[、和及或/]|以及)?(?={ACT})")
_KIND: Final = r"(?:地方性法规|政府规章|法规|规章|条例|办法|规定)"
_BEHIND: Final = re.compile(
    rf"(?:等?(?:{_COUNT})?(?:[^，。；《》、和]{{0,14}}?{_KIND})?|[^，。；《》、]{{0,16}}?)"
    rf"的?(?:进行|予以|作出?|开展|实施)?(?P<verb>{ACT}|出台)(?:草案|案)*"
    r"(?:工作|任务|项目|调研|论证|起草|审议|草案|进程|进度|步伐|力度|程序|立法|研究|前期|准备|的)*"
    r"(?=[，。；、：和及与以已正将等（]|$)"
)
_COMES_UP: Final = re.compile(
    r"审议(?!通过|了|过)|[一二三初]审|起草(?!单位|部门|人|组|工作组|小组)|立法(?!机关|计划|规划|法|[前中后]?评估|[^，。；]{0,4}(?:评估|宣传|检查))"
    rf"|(?<!现行)(?<!有效)(?<!现有)(?:政府规章|规章|地方性法规|(?<!律)法规)(?:草案)?(?=[^，。；《》]{{0,4}}{_COUNT})"
    r"|推进|论证|调研|预备|储备|新增|启动|结转|(?:增加|增补|增列|调入)(?=[^，。；《》]{0,8}$)"
)
_COMES_UP_BEHIND: Final = re.compile(
    rf"(?:等(?:{_COUNT})?[^，。；、]{{0,12}}|{_COUNT}[^，。；、]{{0,8}})?(?:开展|进行|启动|组织)?的?(?:协同|区域)?"
    r"(?:起草|继续审议|审议(?!通过|了)|[一二三初]审|立法|论证|调研)(?:进程|工作|项目|调研|论证|任务|步伐|进度|研究|草案)*(?=[，。；、和及与以：]|$)"
)
_LISTED_AS: Final = re.compile(
    r"[^，。；《》]{0,6}?(?:列为|列入|作为|确定为|纳入|转为)[^，。；《》]{0,12}?"
    rf"(?P<what>审议|预备|调研|论证|储备|正式|备选|起草|立法计划|{ACT})[^，。；《》、]{{0,8}}"
)
_CARRIED: Final = re.compile(r"[^，。；《》]{0,8}?(?P<what>继续审议|再次审议|继续推进|结转)(?!通过|了|过)")
"""What goes on from last year's plan."""
_SET: Final = re.compile(r"[^，。；《》]{0,12}(?:提请|报请|报送|[一二三初]审|审议|表决|上会)")
"""《甲》下半年提请审议: the clause of the title says when it comes up."""
_NAMING: Final = re.compile(
    rf"(?:{_COUNT}[^，。；《》：]{{0,10}})?[，：:]?(?:其中)?(?:即|为|是|包括|有|分别[为是]|主要[是有为]|依次[是为])?[：:]?"
    r"(?:[一二三四五六七八九十]是|其[一二三四五六七八九十]|[（(]?\d{1,2}[)）.．、]|[①-⑳])?$"
)
"""Between what is to be done and the titles: 继续审议1件，即《甲条例》."""
_GOES_ON: Final = compile_on_use(
    r"[，、；：:]?(?:和|以及|及|与|并)?[ 　]*"
    r"(?:[一二三四五六七八九十]是|其[一二三四五六七八九十]|[（(]?\d{1,2}[)）.．、]|[①-⑳])?[ 　]*"
    rf"(?:{KIND_WORDS})?"
)
_BASIS: Final = re.compile(
    r"(?:依据|根据|按照|依照|遵照|参照|对照|符合|违反|执行|遵守|落实|贯彻)[^，。；《》]{0,6}$"
)
"""What stands right before a title that the sentence rests on: 按照《立法计划编制办法》的要求制定《甲条例》."""
_LAST_YEAR: Final = re.compile(r"去年|上一?年度?|前年|此前|近年来")
_THIS_YEAR: Final = re.compile(r"今年|本年|当年|年内|明年|将|结转")
NO_LAW: Final = re.compile(
    r"(?:计划|规划|方案|报告|纲要|要点|名单|目录|通知|公告|清单|汇报|说明)(?:[（(][^（()）]*[)）])?$"
)
"""What stands in marks and is no instrument: 通过《2024年立法计划（草案）》."""
_PAST: Final = re.compile(
    r"已经?(?:审议|表决)?通过|(?:审议|表决|修订|修改)通过|贯彻|学习|宣传|执法检查|评估|实施情况|解读|培训|起施行|正式施行"
)
_WILL: Final = re.compile("将|拟|计划|力争|争取|确保|推动|年内|今年|明年")
_OFF: Final = re.compile(
    rf"(?:暂缓|暂不|不再|不予|取消|停止|终止|中止|撤回|推迟|延期|延后|移出|调出|退出|搁置|删去|删除|放弃|不宜|未能|没有|未)"
    rf"[^，。；《》]{{0,8}}(?:{ACT}|安排|审议|立法|列入|提请|起草|$)|(?:取消|终止|撤回|搁置|暂缓|移出|调出)[^，。；《》]{{0,6}}$"
)
"""What is put off, taken out or not to be: 暂缓制定《甲》, 《乙》推迟到明年审议."""
_OFF_BEHIND: Final = re.compile(
    r"[^，。；《》]{0,28}(?:推迟|延期|延后|暂缓|取消|终止|中止|撤回|搁置|移出|调出|退出|不再|暂不|不列入|未列入)"
)
_UNTITLED: Final = re.compile(
    rf"(?:{ACT}|论证|调研|起草|出台)[^，。；：]{{1,40}}(?:立法项目|地方性法规|政府规章|领域的?立法|方面的?(?:立法|法规|规章))"
)
_CATEGORY: Final = re.compile(
    r"(?:继续|初次|首次|新增|新安排|年内|正式|重点|预备|提请)?(?:审议|调研论证|立法调研|调研|论证|预备|储备|备选|正式|结转|起草|[一二三四]类)的?(?:类|项目|法规)+"
    r"|(?:地方性?法规|政府规章|法规|规章)(?:草案)?(?:(?:立法|制定)?类?项目|类)"
)


_COUNTED_BEHIND: Final = re.compile(rf"等?{_COUNT}(?P<category>(?:{_CATEGORY.pattern}))")
"""甲条例、乙条例2件继续审议项目: the category stands behind those that it counts."""
_LINE_NUMBER: Final = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d))\s*"
)


class Named(NamedTuple):
    """A project that a sentence names, and what the sentence says of it.

    `action` is None where the words do not say it, `said` are the clauses that may have its unit, its stages and dates.
    """

    title: str
    action: Action | None
    verb: str
    kind: KindSaid = KindSaid()
    category: str | None = None
    said: tuple[str, ...] = ()


class Told(NamedTuple):
    """What a line says: its projects, and the titles that no verb of law-making governs; clauses that are of no title."""

    projects: tuple[Named, ...]
    others: tuple[str, ...]
    loose: tuple[str, ...] = ()


def projects_told(line: str, speaking: Speaking | None = None) -> Told:
    """The projects in a line of running words; `speaking` is what the lines before it said of kinds.

    >>> told = projects_told("继续审议《甲条例》，修订《乙条例》，对《丙条例》开展立法后评估。")
    >>> [(one.title, one.action) for one in told.projects], told.others
    ([('甲条例', None), ('乙条例', 'revise')], ('丙条例',))
    """
    projects: list[Named] = []
    others: list[str] = []
    loose: list[str] = []
    line = _LINE_NUMBER.sub("", line)
    speaking = speaking or Speaking()
    for match in _SENTENCE.finditer(line):
        reading = _Reading(match.group(), speaking)
        for named, marked in reading.named():
            if named.verb:
                projects.append(named)
            elif marked:
                others.append(named.title)
        loose += reading.loose
    return Told(tuple(projects), tuple(others), tuple(loose))


class _Around(NamedTuple):
    """A run with the words around it: those since what came before, the clause it stands in, what follows in that clause."""

    run: Run
    since: str
    near: str
    tail: str


class _Reading:
    """One sentence while its titles are read in order; what one verb says holds for the titles that go on from it."""

    def __init__(self, sentence: str, speaking: Speaking) -> None:
        self.sentence = sentence
        self.runs = title_runs(sentence)
        self.kinds = kinds_said(sentence, self.runs, speaking)
        self.loose: list[str] = []
        self.verb = ""
        self.category: str | None = None

    def named(self) -> Iterator[tuple[Named, bool]]:
        """Every title of the sentence, and has it marks; one without a verb is no project."""
        done = 0
        said = clauses_said(self.sentence, self.runs)
        self.loose += said.loose
        for at, run in enumerate(self.runs):
            until = self.runs[at + 1].start if at + 1 < len(self.runs) else len(self.sentence)
            here = _around(self.sentence, done, run, until)
            own = _governing(self.sentence, here)
            goes_on = _GOES_ON.fullmatch(here.since) is not None
            self.verb = own or (self.verb if own is not None and goes_on and not _is_past(here) else "")
            self._categorise(here, goes_on=goes_on)
            behind = _BEHIND.match(self.sentence, run.end)
            done = behind.end() if behind else run.end
            if counted := _COUNTED_BEHIND.match(self.sentence, run.end):
                self.category, done = counted["category"], max(done, counted.end())
            for title in run.titles:
                if title.marked or not runs_on(title.name):
                    yield self._one(title, self.kinds[at], said.by_run[at]), title.marked
            if run.titles[-1].notes and len(run.titles) > 1 and not any(one.notes for one in run.titles[:-1]):
                self.loose += [
                    note for note in run.titles[-1].notes if says_more(note)
                ]  # of the last, or of all?
            if not run.titles[0].marked and (not self.verb or any(runs_on(one.name) for one in run.titles)):
                self.loose.append(_piece(self.sentence, run))
        self.loose += [clause for clause in _untitled(self.sentence, self.runs) if clause not in self.loose]

    def _categorise(self, here: _Around, *, goes_on: bool) -> None:
        ahead = [match.group() for match in _CATEGORY.finditer(re.sub(TITLE_MARKS, "", here.since))]
        if (listed := _LISTED_AS.match(here.tail)) and (behind := _CATEGORY.search(here.tail)):
            ahead.append(behind.group() if listed else "")
        self.category = ahead[-1] if ahead else self.category if goes_on else None

    def _one(self, title: Title, kind: KindSaid, said: tuple[str, ...]) -> Named:
        """A title with what its brackets say: 《甲（修订）》, 《甲》（修订草案）; they say more than the verb."""
        name = title.name
        inner = re.search(r"[（(]([^（()）]*)[)）]$", name)
        notes = [*title.notes, *([inner[1]] if inner else [])]
        pieces = [piece.strip() for note in notes for piece in re.split("[，,；;]", note)]
        actions = [act for words in pieces if (act := act_alone(words))]
        if inner and (act_alone(inner[1]) or inner[1] == "草案"):
            name = name[: inner.start()]
        if title.marked and (draft := re.fullmatch(rf"(.*{NOUN})草案", name)):
            name = draft[1]
        decided = action_of(name)[1] if DECISION.match(name) else None  # 审议《关于废止〈甲〉的决定》
        if title.marked and (amending := AMENDING.fullmatch(name)):  # 《甲条例修正案（草案）》
            name, decided = amending["title"], ACTIONS[amending["verb"]]
        action = actions[0] if actions else decided or ACTIONS.get(self.verb)
        verb = "" if NO_LAW.search(title.name) else self.verb or ("（" if actions else "")
        own = tuple(
            piece
            for note in title.notes
            for piece in re.split("[，,；;]", note)
            if piece != "草案" and act_alone(piece) is None
        )
        noted = next((found for piece in pieces if (found := kind_in(piece))), None)
        kind = KindSaid(noted) if noted else kind
        return Named(name, action, verb, kind, self.category, (*own, *said))


def _around(sentence: str, done: int, run: Run, until: int) -> _Around:
    since = sentence[done : run.start]
    pieces = re.split("(?<=[，；：])", since)
    near = pieces.pop()
    while pieces and _NAMING.fullmatch(near):
        near = pieces.pop() + near  # 继续审议1件，即：《甲》: what is to be done stands before
    tail = re.split("[，；：]", sentence[run.end : until])[0]
    return _Around(run, since, near, tail)


_LINK: Final = compile_on_use(
    rf"等?(?:{_COUNT})?[^，。；《》]{{0,6}}?(?:{KIND_WORDS})(?:和|及|与|以及|、)(?:{TITLE_MARKS}(?:、|和|及|与)?)+"
)
"""两件规章和《乙》: the verb stands behind all of them."""


def _behind(sentence: str, at: int) -> re.Match[str] | None:
    """The verb right behind titles, or behind more titles that the kind of the first ones parts from them."""
    while link := _LINK.match(sentence, at):
        at = link.end()
    return _BEHIND.match(sentence, at)


def _governing(sentence: str, here: _Around) -> str | None:
    """The verb that governs a run, behind it or before; "" where none is said, None where the words say it is no project."""
    if _BASIS.search(here.near):
        return None
    if carried := _CARRIED.match(here.tail):  # 去年列入计划的《甲》继续审议
        return carried["what"]
    if _was(here.since):
        return None
    if _OFF.search(here.near) or _OFF_BEHIND.match(here.tail):
        return None
    behind = _behind(sentence, here.run.end)
    before = _before(here.near)
    if behind and before and ACTIONS.get(before) != ACTIONS.get(behind["verb"]) and before != "出台":
        return f"{before}……{behind['verb']}"
    if behind:
        return behind["verb"]
    if drafted := re.match("(?:修订草案|修正案草案|修正草案|修正案)", here.tail):
        return drafted.group()
    if before:
        return before
    if _is_past(here):
        return None
    if listed := _LISTED_AS.match(here.tail):
        return listed["what"]
    comes_up = (
        _COMES_UP_BEHIND.match(sentence, here.run.end)
        or _COMES_UP.search(here.near)
        or _CATEGORY.search(here.near)
        or _SET.match(here.tail)
        or (_WILL.search(here.near) and re.search("(?:审议|表决)通过", here.near))
    )
    return comes_up.group() if comes_up else ""


def _before(near: str) -> str:
    """The last verb before a run; several joined by a mark are given together, because they say nothing of each title."""
    if several := [*_SEVERAL_ACTS.finditer(near)]:
        last = re.match(ACT, near[several[-1].end() :])
        rest = near[several[-1].end() + (last.end() if last else 0) :]
        if not _BEFORE.search(rest):
            return several[-1].group() + (last.group() if last else "")
    verbs: list[str] = _BEFORE.findall(near)
    return verbs[-1] if verbs else ""


def _is_past(here: _Around) -> bool:
    """Do the words around a run tell what was done with it, or what is done with law in force?"""
    near = re.sub("(?:审议|表决)通过", "", here.near) if _WILL.search(here.near) else here.near
    tail = re.sub("(?:审议|表决)通过", "", here.tail) if _WILL.search(here.tail) else here.tail
    return _PAST.search(near) is not None or _PAST.search(tail) is not None


def _was(clause: str) -> bool:
    """Is last year the time that the clause names last?"""
    last = max((one.start() for one in _LAST_YEAR.finditer(clause)), default=-1)
    return last > max((one.start() for one in _THIS_YEAR.finditer(clause)), default=-1)


def _untitled(sentence: str, runs: Sequence[Run]) -> Iterator[str]:
    """Clauses that tell of law to be made and name no title: 论证数据安全等领域的立法项目."""
    at = 0
    for piece in re.split("(?<=[，；：。])", sentence):
        names = any(run.start < at + len(piece) and run.end > at for run in runs)
        if not names and _UNTITLED.search(piece) and not re.search(f"{_COUNT}|去年|计划|执法检查", piece):
            yield piece.strip("，；：。 ")
        at += len(piece)


def _piece(sentence: str, run: Run) -> str:
    """The clause that a run stands in."""
    start = max(sentence.rfind(mark, 0, run.start) for mark in "，；：。") + 1
    ends = [at for mark in "，；：。" if (at := sentence.find(mark, run.end)) >= 0]
    return sentence[start : min(ends, default=len(sentence))].strip()
