"""A published plan becomes a plan: numbered lists with brackets, and tables; what was not understood is listed.

The forms are those in which cities print their plans: `3.某某条例（市科技局牵头起草；8月底前提交草案送审稿）`,
`4.某某条例（3月常委会会议二审）`, items with lines `起草主体：…` below, and tables headed 法规名称｜起草单位｜….
Nothing is guessed: a clause that fits no form stays, word for word, in the item's note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawtrack.errors import InvalidRecord
from lawtrack.messages import translate
from lawtrack.plan.dates import VagueDate
from lawtrack.plan.lines import (
    act_in,
    action_of,
    category_of,
    each_project,
    inline_projects,
    is_category,
    is_project,
    listed_projects,
    parted,
)
from lawtrack.plan.model import Item, PlanData, Target
from lawtrack.plan.prose import projects_told
from lawtrack.plan.wording import (
    ACT,
    ACTIONS,
    BAND,
    BRACKET,
    CLAUSED,
    DRAFTED,
    FIELDS,
    HEADLINE,
    ITEM,
    KINDS,
    LABELLED,
    LABELLED_BARE,
    NOUN,
    NUMBER_HEADS,
    PROJECT,
    STAGED,
    STAGES,
    TICKS,
    TITLE_HEADS,
    UNIT,
    WHEN,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lawtrack.plan.model import Action, InstrumentKind


@dataclass(frozen=True, slots=True)
class Leftover:
    """Something that was not understood: its line (or row), its words."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Intake:
    r"""The plan that was read, and what was not understood.

    >>> from lawtrack.plan import read_list
    >>> text = "一、审议项目\n1.某市清洁空气条例（市环保局起草；8月提请初审）\n（联系人待定）"
    >>> intake = read_list(text, year=2020, title="计划", jurisdiction="某市")
    >>> intake.plan.items[0].drafting_unit, [left.words for left in intake.leftovers]
    ('市环保局', ['（联系人待定）'])
    """

    plan: PlanData
    leftovers: tuple[Leftover, ...]


@dataclass
class _Draft:
    """An item while its lines are still coming in."""

    number: int
    title: str
    category: str | None
    instrument: InstrumentKind
    action: Action = "enact"
    held: dict[str, str] = field(default_factory=dict)
    targets: list[Target] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def hold(self, name: str, value: str) -> bool:
        """Take `value` for a field. False where another stands there: neither may push the other out."""
        return self.held.setdefault(name, value) == value

    def finished(self, year: int) -> Item:
        """The item, now that all its lines are in."""
        return Item(
            id=f"item-{year}-{self.number:02d}",
            title=self.title,
            instrument=self.instrument,
            action=self.action,
            category=self.category,
            targets=tuple(self.targets),
            note="；".join(self.notes) or None,
            **self.held,  # type: ignore[arg-type] # the keys are those of FIELDS
        )


def read_list(text: str, *, year: int, title: str, jurisdiction: str) -> Intake:
    """The plan in a numbered list, one item a line, with brackets or labelled lines below.

    >>> found = read_list("1.种子条例（省农业农村厅起草；3月常委会会议二审）", year=2024, title="计划", jurisdiction="湖北省")
    >>> item = found.plan.items[0]
    >>> item.title, item.drafting_unit, [(t.stage, str(t.date)) for t in item.targets]
    ('种子条例', '省农业农村厅', [('second-reading', '2024-03')])
    """
    drafts: list[_Draft] = []
    leftovers: list[Leftover] = []
    band: str | None = None
    for line, words in enumerate(text.splitlines(), 1):
        if not words.strip():
            continue
        counted = BAND.fullmatch(words)
        headline = not counted and HEADLINE.fullmatch(words) is not None
        if (inline := inline_projects(words)) is not None:
            band, titles = inline
        else:
            titles = [] if headline else _projects(words, band)
        begun = [_titled(one, len(drafts) + at, band, year) for at, one in enumerate(titles, 1)]
        leftovers += [Leftover(line, note) for draft in begun for note in draft.notes]
        if begun:
            drafts += begun
        elif headline or (counted and is_category(words)):
            band = category_of(words)
        elif counted or not (
            drafts and (match := LABELLED.fullmatch(words)) and _take(drafts[-1], match, year)
        ):
            leftovers.append(Leftover(line, words.strip()))
    return _intake(drafts, leftovers, year, title, jurisdiction)


def _projects(words: str, band: str | None) -> list[str]:
    """The projects that a line names, each with what is said of it: behind a number, or below a category without one."""
    if listed := listed_projects(words):
        return listed
    if counted := BAND.fullmatch(words):
        return each_project(counted["words"]) if is_project(counted["words"]) else []
    if match := ITEM.fullmatch(words) or CLAUSED.fullmatch(words):
        return each_project(match["words"])
    return [words.strip()] if band and is_project(words.strip()) else []


def read_table(rows: Iterable[Sequence[str]], *, year: int, title: str, jurisdiction: str) -> Intake:
    """The plan in the rows of a table; the row with 名称 in it is the heading, a row of one cell a category.

    >>> rows = [["序号", "法规名称", "起草单位"], ["1", "某市清洁空气条例", "市环保局"]]
    >>> intake = read_table(rows, year=2020, title="计划", jurisdiction="某市")
    >>> [(item.title, item.drafting_unit) for item in intake.plan.items], intake.leftovers
    ([('某市清洁空气条例', '市环保局')], ())
    """
    drafts: list[_Draft] = []
    leftovers: list[Leftover] = []
    heads: list[str] = []
    headed = -1  # the row of the last heading
    band: str | None = None
    for line, cells in enumerate(rows, 1):
        words = [re.sub(r"\s+", "", cell) for cell in cells]
        filled = {word for word in words if word}
        if any(_field(word) == "title" for word in words):
            heads = _joined_heads(heads if line == headed + 1 else [], words)
            headed = line
        elif len(filled) == 1 and not filled.copy().pop().isdecimal():
            band = category_of(filled.pop())
        elif heads and _is_band(words):
            band = category_of(max(words, key=len))
        elif filled and heads and (draft := _from_row(heads, words, len(drafts) + 1, band, year)):
            drafts.append(draft)
            leftovers += [Leftover(line, note) for note in draft.notes]
        elif filled:
            leftovers.append(Leftover(line, " ".join(word for word in words if word)))
    return _intake(drafts, leftovers, year, title, jurisdiction)


def _joined_heads(above: list[str], words: list[str]) -> list[str]:
    """Heads in two rows as one: 审议安排 over 一审 is 审议安排一审; a cell that spans both is said once."""
    if len(above) != len(words):
        return words
    return [
        lower if upper in ("", lower) or lower in ACTIONS else upper + lower
        for upper, lower in zip(above, words, strict=True)
    ]


def _intake(
    drafts: list[_Draft], leftovers: list[Leftover], year: int, title: str, jurisdiction: str
) -> Intake:
    items = tuple(draft.finished(year) for draft in drafts)
    return Intake(PlanData(year, title, jurisdiction, items), tuple(leftovers))


def _titled(words: str, number: int, band: str | None, year: int) -> _Draft:
    """An item from its title, the brackets behind it, and what follows: （制定），由市林草局起草，3月提请审议."""
    words, clauses = parted(words)
    inners: list[str] = []
    while match := BRACKET.search(words):
        if _is_part_of_title(words, match):
            break
        inners.insert(0, match["inner"])
        words = words[: match.start()].rstrip()
    title, action = action_of(words.strip("；;。 "))
    if action == "enact" and band and (named := act_in(band)):
        action = named
    draft = _Draft(number, title, band, _instrument(band), action)
    for inner in inners:
        for clause in re.split("[；;，,]", inner):
            _take_bare(draft, clause.strip(), year)
    for clause in clauses:
        _take_bare(draft, clause, year)
    return draft


def _take_bare(draft: _Draft, clause: str, year: int) -> None:
    """A clause behind a title or in its brackets: a unit alone, a month alone, or what is said in words."""
    if (match := LABELLED_BARE.fullmatch(clause)) and _take(draft, match, year):
        return
    if UNIT.fullmatch(clause) and "drafting_unit" not in draft.held:
        draft.hold("drafting_unit", clause)
    elif (when := WHEN.fullmatch(clause)) and _add_target(draft, "introduced", when[0], year):
        return
    else:
        _take_clause(draft, clause, year)


def read_prose(text: str, *, year: int, title: str, jurisdiction: str) -> Intake:
    """The plan in running words: 年内将制定《甲》《乙》，修订《丙》，重点推进《丁》政府规章的修订工作.

    Every title that a verb of law-making governs, before it or behind it, is a project; other titles in 《》 are listed. A
    project of which the words do not say whether it is new is written as one to be enacted, with a note that says so.

    >>> found = read_prose("年内将制定《甲条例》，废止《乙办法》。", year=2024, title="计划", jurisdiction="某市")
    >>> [(item.title, item.action) for item in found.plan.items]
    [('甲条例', 'enact'), ('乙办法', 'repeal')]
    """
    drafts: list[_Draft] = []
    leftovers: list[Leftover] = []
    seen: set[str] = set()
    for line, words in enumerate(text.splitlines(), 1):
        told = projects_told(words)
        for one in told.projects:
            if one.title in seen:
                continue
            seen.add(one.title)
            kind: InstrumentKind = "government-rule" if one.is_rule else "local-regulation"
            draft = _Draft(len(drafts) + 1, one.title, None, kind, one.action or "enact")
            if one.action is None:
                draft.notes.append(translate("plan.action-assumed", words=one.verb))
            drafts.append(draft)
        leftovers += [Leftover(line, f"《{title}》") for title in told.others if title not in seen]
    return _intake(drafts, leftovers, year, title, jurisdiction)


def _is_part_of_title(words: str, match: re.Match[str]) -> bool:
    """区（市）: a bracket with the title going on behind it, or one that is all there is."""
    return match.start() == 0 or words[match.end() :].strip("；;。 ") != ""


def _take_clause(draft: _Draft, clause: str, year: int) -> None:
    if clause in ACTIONS:
        draft.action = ACTIONS[clause]
    elif clause in {"草案", "一件", "1件"}:
        return
    elif (stage := next((known for words, known in STAGES if words == clause), None)) is not None:
        draft.targets.append(Target(stage, None))
    elif clause in {"暂定名", "暂名", "名称暂定"}:
        draft.title += f"（{clause}）"
    elif match := LABELLED.fullmatch(clause):
        if not _take(draft, match, year):
            draft.notes.append(clause)
    elif match := DRAFTED.fullmatch(clause):
        if not draft.hold("drafting_unit", match["unit"]):
            draft.notes.append(clause)
    elif not _take_target(draft, clause, year) and clause:
        draft.notes.append(clause)


def _take_target(draft: _Draft, clause: str, year: int) -> bool:
    """The stage and the time of it in a clause; each in 4月一审、8月二审. False where it does not say both."""
    several = clause.split("、")
    if len(several) > 1 and all(WHEN.search(one) and _stage_in(one) for one in several):
        taken = [_take_target(draft, one, year) for one in several]
        return all(taken)
    when, stage = WHEN.search(clause), _stage_in(clause)
    if when is None or stage is None:
        return False
    return _add_target(draft, stage, when[0], year)


def _stage_in(clause: str) -> str | None:
    return next((stage for words, stage in STAGES if words in clause), None)


def _add_target(draft: _Draft, stage: str, when: str, year: int) -> bool:
    """A target; 待定 is one without a date, an empty cell none. False for words that are no date."""
    if when in {"", "/", "-", "—", "——"}:
        return True
    if match := STAGED.fullmatch(when):  # 4月（二审）
        named = next((known for words, known in STAGES if words in match["stage"]), None)
        stage, when = (named, match["when"]) if named else (stage, when)
    try:
        undated = when in {"待定", "适时", "视情", "条件成熟时"}
        draft.targets.append(Target(stage, None if undated else VagueDate.parse(when, year)))
    except InvalidRecord:
        return False
    return True


def _take(draft: _Draft, match: re.Match[str], year: int) -> bool:
    """A labelled line or clause: `起草主体：市城管局`, `提请市人大常委会审议时间：8月`. False where it says nothing new to us."""
    name = _field(match["label"])
    if name and name != "title":
        return draft.hold(name, match["value"])
    stage = _column_stage(match["label"])
    return bool(stage) and _add_target(draft, stage or "", match["value"], year)


def _field(head: str) -> str | None:
    if head in TITLE_HEADS:
        return "title"
    if head == "性质" or (len(re.findall(ACT, head)) > 1 and not re.search("时间|单位|依据|理由", head)):
        return "action"
    return next((name for name, words in FIELDS if any(word in head for word in words)), None)


def _column_stage(head: str) -> str | None:
    """The stage behind a heading that names a time (送司法局审查时间, 提请审议截止)."""
    if not re.search("时间|日期|截止|月份|报送|审查|提请|安排|^[一二三初]审$|^表决$", head):
        return None
    return next((stage for words, stage in STAGES if words in head), None)


def _is_band(words: list[str]) -> bool:
    """Does a category span the row beside its number: 一 | 继续审议项目 | 继续审议项目 | …?"""
    filled = [word for word in words if word]
    if (
        len(filled) == 2
        and len(words) > 2
        and re.fullmatch(r"[（(]?[一二三四五六七八九十]+[)）]?、?", filled[0])
    ):
        return re.search(NOUN, filled[1]) is None  # 一 | 审议项目 | and nothing else
    said = {word for word in filled if not re.fullmatch(r"[一二三四五六七八九十]+、?", word)}
    return len(said) == 1 and len(filled) > 2 and len(filled) >= len(words) - 1


def _from_row(heads: list[str], words: list[str], number: int, band: str | None, year: int) -> _Draft | None:
    """The item in a row, or None for one without a title."""
    cells = dict(zip(heads, words, strict=False))
    title = next((cell for head, cell in cells.items() if _field(head) == "title"), "")
    if (beside := cells.get("", "")) and PROJECT.fullmatch(beside) and not PROJECT.fullmatch(title):
        title, band = beside, title or band  # 项目 stands over two columns: the category, and the title
    if not title:
        return None
    draft = _titled(title, number, band, year)
    for head, cell in cells.items():
        name, stage = _field(head), _column_stage(head)
        if head in ACTIONS and cell in TICKS:
            draft.action = ACTIONS[head]
            continue
        if name == "title" or not cell or head in NUMBER_HEADS or cell in {"—", "——", "-", "/", "无"}:
            continue
        if name == "action":
            kind = next((known for words, known in KINDS if words in cell), None)
            if (act := ACTIONS.get(cell) or act_in(cell)) is not None:
                draft.action = act
            elif kind is not None:
                draft.instrument = kind
            else:
                draft.notes.append(f"{head}：{cell}")
            continue
        taken = (
            draft.hold(name, cell) if name else bool(stage) and _add_target(draft, stage or "", cell, year)
        )
        if not taken:
            draft.notes.append(f"{head}：{cell}")
    return draft


def _instrument(band: str | None) -> InstrumentKind:
    if band and "规范性文件" in band:
        return "normative-document"
    return "government-rule" if band and "规章" in band and "法规" not in band else "local-regulation"
