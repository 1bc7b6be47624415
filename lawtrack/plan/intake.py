"""A published plan becomes a plan: numbered lists with brackets, and tables; what was not understood is listed.

The forms are those in which cities print their plans: `3.某某条例（市科技局牵头起草；8月底前提交草案送审稿）`,
`4.某某条例（3月常委会会议二审）`, items with lines `起草主体：…` below, and tables headed 法规名称｜起草单位｜….
Nothing is guessed: a clause that fits no form stays, word for word, in the item's note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.messages import translate
from lawtrack.plan.lines import (
    act_in,
    acted_projects,
    category_of,
    each_project,
    inline_projects,
    is_category,
    is_project,
    listed_projects,
    plain_brackets,
    unwrapped,
)
from lawtrack.plan.model import PlanData
from lawtrack.plan.projects import (
    DraftItem,
    add_target,
    field_of,
    instrument_of,
    stage_of_column,
    take_labelled,
    take_line,
    take_remark,
    titled,
)
from lawtrack.plan.prose import projects_told
from lawtrack.plan.wording import (
    ACTIONS,
    BAND,
    CATEGORY_CELL,
    CLAUSED,
    HEADING,
    HEADLINE,
    ITEM,
    KINDS,
    LABELLED,
    NOUN,
    NUMBER_HEADS,
    OWN_TITLE,
    PAGE,
    PROJECT,
    SPACED,
    TICKS,
    TOTAL,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lawtrack.plan.model import InstrumentKind


_SAYS_MORE: Final = re.compile(r"起草|牵头|负责|提请|\d月|季度")
"""A sentence under a category that says more of its projects than what is done to them."""


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


def read_list(text: str, *, year: int, title: str, jurisdiction: str) -> Intake:
    """The plan in a numbered list, one item a line, with brackets or labelled lines below.

    >>> found = read_list("1.种子条例（省农业农村厅起草；3月常委会会议二审）", year=2024, title="计划", jurisdiction="湖北省")
    >>> item = found.plan.items[0]
    >>> item.title, item.drafting_unit, [(t.stage, str(t.date)) for t in item.targets]
    ('种子条例', '省农业农村厅', [('second-reading', '2024-03')])
    """
    drafts: list[DraftItem] = []
    leftovers: list[Leftover] = []
    band: str | None = None
    for line, printed in unwrapped(text.splitlines()):
        words = plain_brackets(printed)
        if not words.strip() or PAGE.fullmatch(words):
            continue
        counted = BAND.fullmatch(words)
        headline = not counted and HEADLINE.fullmatch(words) is not None
        if not (drafts or band or counted or headline) and OWN_TITLE.fullmatch(words):
            continue
        if titles := acted_projects(words):
            pass
        elif (inline := inline_projects(words)) is not None:
            band, titles = inline
        else:
            titles = [] if headline else _projects(words, band)
        begun = [titled(one, len(drafts) + at, band, year) for at, one in enumerate(titles, 1)]
        leftovers += [Leftover(line, note) for draft in begun for note in draft.notes]
        if begun:
            drafts += begun
        elif headline or (counted and is_category(words)):
            band = category_of(words.strip("【】 　"))
        elif not counted and drafts and LABELLED.fullmatch(words):
            left = take_line(drafts[-1], words, year)
            leftovers += [Leftover(line, one) for one in left]
        elif (
            not counted
            and drafts
            and (spaced := SPACED.fullmatch(words))
            and take_labelled(drafts[-1], spaced, year)
        ):
            continue
        elif band and (said := _in_words(words, band, drafts)):
            drafts += said  # a sentence under a category: 制定《甲》《乙》，修订《丙》。
            leftovers += [Leftover(line, words.strip())] if _says_more(words, said) else []
        else:
            leftovers.append(Leftover(line, words.strip()))
    return _intake(drafts, leftovers, year, title, jurisdiction)


def _says_more(words: str, said: list[DraftItem]) -> bool:
    """Has a sentence a unit, a month or a title that its projects do not show?"""
    rest = words
    for draft in said:
        rest = rest.replace(draft.title, "")
    return (
        _SAYS_MORE.search(rest) is not None or re.search(rf"[^《》，。；：、]{{2}}{NOUN}", rest) is not None
    )


def _in_words(words: str, band: str, before: list[DraftItem]) -> list[DraftItem]:
    """The projects that a sentence tells, with what it says is done to them; [] where it names others, or one again."""
    told = projects_told(words)
    known = {draft.title for draft in before}
    if told.others or any(one.action is None or one.title in known for one in told.projects):
        return []
    return [
        DraftItem(at, one.title, band, instrument_of(band), one.action or "enact")
        for at, one in enumerate(told.projects, len(before) + 1)
    ]


def _projects(words: str, band: str | None) -> list[str]:
    """The projects that a line names, each with what is said of it: behind a number, or below a category without one."""
    if listed := listed_projects(words):
        return listed
    if counted := BAND.fullmatch(words):
        return each_project(counted["words"]) if is_project(counted["words"]) else []
    if match := ITEM.fullmatch(words) or CLAUSED.fullmatch(words):
        return each_project(match["words"])
    return [words.strip()] if band and is_project(words.strip()) else []


def _blocks(rows: Iterable[Sequence[str]]) -> list[tuple[int, list[str]]]:
    """The rows with their numbers; tables that lie side by side one below the other.

    制定项目 over 名称 and 起草单位, 修改项目 over 名称 and 起草单位: two tables.
    """
    numbered = [(line, [re.sub(r"\s+", "", cell) for cell in cells]) for line, cells in enumerate(rows, 1)]
    for _, words in numbered:
        at = [column for column, word in enumerate(words) if field_of(word) == "title" and word]
        if len(at) > 1 and len({words[column] for column in at}) == 1 and len(set(words)) > 1:
            before = at[0]  # 序号 before 名称
            starts = [0, *(column - before for column in at[1:])]
            if all(words[start : start + before] == words[:before] for start in starts):
                cuts = [*zip(starts, [*starts[1:], len(words)], strict=True)]
                return [(line, row[left:right]) for left, right in cuts for line, row in numbered]
    return numbered


def read_table(rows: Iterable[Sequence[str]], *, year: int, title: str, jurisdiction: str) -> Intake:
    """The plan in the rows of a table; the row with 名称 in it is the heading, a row of one cell a category.

    >>> rows = [["序号", "法规名称", "起草单位"], ["1", "某市清洁空气条例", "市环保局"]]
    >>> intake = read_table(rows, year=2020, title="计划", jurisdiction="某市")
    >>> [(item.title, item.drafting_unit) for item in intake.plan.items], intake.leftovers
    ([('某市清洁空气条例', '市环保局')], ())
    """
    drafts: list[DraftItem] = []
    leftovers: list[Leftover] = []
    heads: list[str] = []
    headed = -1  # the row of the last heading
    band: str | None = None
    for line, words in _blocks(rows):
        filled = {word for word in words if word}
        if len(filled) == 1 and not heads and HEADING.search(min(filled)):
            if not OWN_TITLE.fullmatch(min(filled)):  # else the title of the plan, over the table
                leftovers.append(Leftover(line, min(filled)))
        elif any(TOTAL.fullmatch(word) for word in words):
            leftovers.append(Leftover(line, " ".join(dict.fromkeys(word for word in words if word))))
        elif any(field_of(word) == "title" for word in words):
            heads = _joined_heads(heads if line == headed + 1 else [], words)
            headed = line
        elif len(filled) == 1 and not min(filled).isdecimal() and not (heads and is_project(min(filled))):
            band = category_of(min(filled))
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
    drafts: list[DraftItem], leftovers: list[Leftover], year: int, title: str, jurisdiction: str
) -> Intake:
    items = tuple(draft.finished(year) for draft in drafts)
    return Intake(PlanData(year, title, jurisdiction, items), tuple(leftovers))


def read_prose(text: str, *, year: int, title: str, jurisdiction: str) -> Intake:
    """The plan in running words: 年内将制定《甲》《乙》，修订《丙》，重点推进《丁》政府规章的修订工作.

    Every title that a verb of law-making governs, before it or behind it, is a project; other titles in 《》 are listed. A
    project of which the words do not say whether it is new is written as one to be enacted, with a note that says so.

    >>> found = read_prose("年内将制定《甲条例》，废止《乙办法》。", year=2024, title="计划", jurisdiction="某市")
    >>> [(item.title, item.action) for item in found.plan.items]
    [('甲条例', 'enact'), ('乙办法', 'repeal')]
    """
    drafts: list[DraftItem] = []
    leftovers: list[Leftover] = []
    seen: set[str] = set()
    for line, words in enumerate(text.splitlines(), 1):
        told = projects_told(words)
        for one in told.projects:
            if one.title in seen:
                continue
            seen.add(one.title)
            kind: InstrumentKind = "government-rule" if one.is_rule else "local-regulation"
            draft = DraftItem(len(drafts) + 1, one.title, None, kind, one.action or "enact")
            if one.action is None:
                draft.notes.append(translate("plan.action-assumed", words=one.verb))
            drafts.append(draft)
        leftovers += [Leftover(line, f"《{title}》") for title in told.others if title not in seen]
    return _intake(drafts, leftovers, year, title, jurisdiction)


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


def _from_row(
    heads: list[str], words: list[str], number: int, band: str | None, year: int
) -> DraftItem | None:
    """The item in a row, or None for one without a title."""
    cells = dict(zip(heads, words, strict=False))
    title = next((cell for head, cell in cells.items() if field_of(head) == "title"), "")
    if (beside := cells.get("", "")) and PROJECT.fullmatch(beside) and not PROJECT.fullmatch(title):
        title, band = beside, title or band  # 项目 stands over two columns: the category, and the title
    if not title:
        return None
    draft = titled(plain_brackets(title), number, band, year)
    for head, cell in cells.items():
        name, stage = field_of(head), stage_of_column(head)
        if head in ACTIONS and cell in TICKS:
            draft.action = ACTIONS[head]
            continue
        if name == "title" or not cell or head in NUMBER_HEADS or cell in {"—", "——", "-", "/", "无"}:
            continue
        if name == "action":
            kind = next((known for words, known in KINDS if words in cell), None)
            if (act := ACTIONS.get(cell) or act_in(cell)) is not None:
                draft.action = act
            elif CATEGORY_CELL.fullmatch(cell) and "类" in head:
                draft.category = cell
            elif kind is not None:
                draft.instrument = kind
            else:
                draft.notes.append(f"{head}：{cell}")
            continue
        if name or stage:
            taken = draft.hold(name, cell) if name else add_target(draft, stage or "", cell, year)
            draft.notes += [] if taken else [f"{head}：{cell}"]
        elif left := take_remark(draft, cell, year):
            draft.notes.append(f"{head}：{'，'.join(left)}")
    return draft
