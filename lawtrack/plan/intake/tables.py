"""A published plan in the rows of a table, whatever its heads are called: 法规名称｜起草单位｜…."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from lawtrack.messages import translate
from lawtrack.plan.intake.bands import Bands, Over
from lawtrack.plan.intake.counting import miscounted, number_in
from lawtrack.plan.intake.headless import with_heads
from lawtrack.plan.intake.kinds import KIND_HEAD, kind_in, kinds_in
from lawtrack.plan.intake.lines import act_in, acts_in, category_of, is_project, listed_projects
from lawtrack.plan.intake.lists import each_title
from lawtrack.plan.intake.plain import plain_line, plain_months
from lawtrack.plan.intake.projects import field_of, take_completion, take_remark, titled
from lawtrack.plan.intake.taken import (
    Intake,
    Leftover,
    doubted,
    finished,
    is_odd,
    lost_titles,
)
from lawtrack.plan.intake.timing import add_target, bare_stage, stage_of_column, take_target
from lawtrack.plan.intake.wording import (
    ACT,
    ACTIONS,
    BAND_HEADS,
    CATEGORY_CELL,
    HEADING,
    NOUN,
    NUMBER_HEADS,
    OWN_TITLE,
    PROJECT,
    TICKS,
    TOTAL,
    WHEN,
)
from lawtrack.plan.model import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lawtrack.plan.intake.timing import DraftItem


def _blocks(rows: Iterable[Sequence[str]]) -> list[tuple[int, list[str]]]:
    """The rows with their numbers; tables that lie side by side one below the other.

    制定项目 over 名称 and 起草单位, 修改项目 over 名称 and 起草单位: two tables.
    """
    numbered = _laid_down([(line, [_cell(cell) for cell in cells]) for line, cells in enumerate(rows, 1)])
    for _, words in numbered:
        at = [column for column, word in enumerate(words) if field_of(word) == "title" and word]
        if len(at) > 1 and len({words[column] for column in at}) == 1 and len(set(words)) > 1:
            before = at[0]  # 序号 before 名称
            starts = [0, *(column - before for column in at[1:])]
            if all(words[start : start + before] == words[:before] for start in starts):
                cuts = [*zip(starts, [*starts[1:], len(words)], strict=True)]
                return [(line, row[left:right]) for left, right in cuts for line, row in numbered]
    return numbered


def read_table(
    rows: Iterable[Sequence[str]], *, year: int, title: str, jurisdiction: str, around: Iterable[str] = ()
) -> Intake:
    """The plan in the rows of a table; the row with 名称 in it is the heading, a row of one cell a category.

    `around` are the lines of the page outside of it, which may say whose plan it is.

    >>> rows = [["序号", "法规名称", "起草单位"], ["1", "某市清洁空气条例", "市环保局"]]
    >>> intake = read_table(rows, year=2020, title="计划", jurisdiction="某市")
    >>> [(item.title, item.drafting_unit) for item in intake.plan.items], intake.leftovers
    ([('某市清洁空气条例', '市环保局')], ())
    """
    reading = _Table(year)
    rows = [*rows]
    numbered = _blocks(with_heads(rows))
    for line, words in numbered:
        reading.read(line, words)
    drafts, left = reading.drafts, reading.leftovers
    if drafts:
        left += [Leftover(line, said) for line, said in reading.bands.miscounted(len(drafts))]
        left += doubted(drafts)
        left += lost_titles(((line, "\n".join(words)) for line, words in numbered), drafts, left)
    around = [*around, *reading.titles]
    return finished(drafts, left, around, year=year, title=title, jurisdiction=jurisdiction)


class _Table:
    """A table while its rows are read: its heads, the projects so far, the category that they stand under."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.drafts: list[DraftItem] = []
        self.leftovers: list[Leftover] = []
        self.bands = Bands()
        self.titles: list[str] = []
        self.heads: list[str] = []
        self.headed = -1  # the row of the last heading
        self.above: dict[str, str] | None = None  # the categories in the row above; None where none is

    def read(self, line: int, words: list[str]) -> None:
        """One row, its cells without spaces."""
        filled = {word for word in words if word}
        if len(filled) == 1 and not self.heads and HEADING.search(min(filled)):
            self.titles.append(min(filled))
            self.bands.title = self.bands.title or min(filled)
            if not OWN_TITLE.fullmatch(min(filled)):  # else the title of the plan, over the table
                self.leftovers.append(Leftover(line, min(filled)))
        elif any(TOTAL.fullmatch(word) for word in words):
            self._counts(line, " ".join(dict.fromkeys(word for word in words if word)))
        elif not (len(filled) == 1 and self.heads) and _is_head(words):
            bare = [_bare(word) for word in words]
            self.heads = _joined_heads(self.heads if line == self.headed + 1 else [], bare)
            self.headed, self.above = line, None
        elif (
            len(filled) == 1 and not min(filled).isdecimal() and not (self.heads and is_project(min(filled)))
        ):
            self.bands.add(line, min(filled), len(self.drafts))
            self.above = None
        elif self.heads and _is_band(words):
            self.bands.add(line, max(words, key=len), len(self.drafts))
            self.above = None
        elif filled and (self.bands.is_off() or not (self.heads and self._takes(line, words))):
            self.leftovers.append(Leftover(line, " ".join(word for word in words if word)))

    def _counts(self, line: int, words: str) -> None:
        """The last row, which counts the ones above it."""
        self.leftovers.append(Leftover(line, words))
        said = number_in(words)
        if said is not None and (told := miscounted(words, said, len(self.drafts))):
            self.leftovers.append(Leftover(line, told))

    def _takes(self, line: int, words: list[str]) -> bool:
        """Is there a project in the row, or several that its cell of titles names?"""
        words = self._with_above(words)
        begun = [
            draft
            for row in _each_row(self.heads, words)
            if (draft := _from_row(self.heads, row, len(self.drafts) + 1, self.bands.over(), self.year))
        ]
        for draft in begun:
            draft.line = line
            draft.doubt = draft.doubt or self.bands.over().open_words
            draft.kinds = self.bands.over().open_kinds if draft.kind is None else ""
            draft.number = len(self.drafts) + 1
            self.drafts.append(draft)
        self.leftovers += [
            Leftover(line, note) for note in dict.fromkeys(note for draft in begun for note in draft.notes)
        ]
        self.leftovers += [Leftover(line, draft.title) for draft in begun if is_odd(draft.title)]
        return bool(begun)

    def _with_above(self, words: list[str]) -> list[str]:
        """The row with the categories that are written once, in the first of the rows that they stand for."""
        cells = dict(zip(self.heads, words, strict=False))
        said = {
            head: cell
            for head, cell in cells.items()
            if head in self._ahead() and _may_stand_for_more(head, cell)
        }
        if self.above is None:
            self.above = said
            return words
        for head, cell in self.above.items():
            cells[head] = cells.get(head) or cell
        self.above |= {head: cell for head, cell in said.items() if head in self.above}
        return [
            word or (cells.get(head, "") if head in self.above else "")
            for head, word in zip_longest(self.heads, words, fillvalue="")
        ]

    def _ahead(self) -> list[str]:
        """The heads before that of the titles, under which a category may stand once; those behind speak of their row alone."""
        at = next((at for at, head in enumerate(self.heads) if field_of(head) == "title"), 0)
        return [head for head in self.heads[:at] if self.heads.count(head) == 1]


def _may_stand_for_more(head: str, cell: str) -> bool:
    """Is it the cell of a category or of a kind of instrument, which one writes once over several rows?"""
    if (
        not cell
        or field_of(head) not in {"action", None}
        or stage_of_column(head)
        or head in NUMBER_HEADS - {""}
    ):
        return False
    name = category_of(cell) or ""
    return not acts_in(name) and (
        KIND_HEAD.fullmatch(name) is not None or CATEGORY_CELL.fullmatch(name) is not None
    )


def _each_row(heads: list[str], words: list[str]) -> list[list[str]]:
    """One row a project where the cell of titles names several: 《甲》《乙》, 打包修改《甲》《乙》."""
    at = next((at for at, head in enumerate(heads) if field_of(head) == "title"), None)
    if at is None or at >= len(words):
        return [words]
    cell = plain_line(words[at])
    titles = listed_projects(cell)
    titles = titles if len(titles) > 1 else each_title(cell)
    return [[*words[:at], title, *words[at + 1 :]] for title in titles] or [words]


_READING: Final = re.compile("审次|审级|审议(?:次数|阶段|次序)|阶段|审别|第?几审")
"""The head of a column that says which reading comes up."""
_SCHEDULED: Final = re.compile("时间|时限|进度|节点|安排")
_NEXT: Final = re.compile(
    r"\s*\n\s*(?=\d{1,2}[.．、]|[（(]\d{1,2}[)）]|[①-⑳]|《)|(?<=》)\s*(?=\d{1,2}[.．、]《|[①-⑳])"
)
"""Between two titles that a cell counts or sets one below the other."""


def _cell(words: str) -> str:
    """The words of a cell without spaces; what stands one below the other in it parted by a semicolon."""
    return re.sub(r"\s+", "", _NEXT.sub("；", words.strip()))


def _is_head(words: list[str]) -> bool:
    """Does a row name the columns, one of them that of the titles? 规章 in a row that has a title is a kind."""
    filled = {_bare(word) for word in words if word}
    named = {word for word in filled if field_of(word) == "title"}
    known = {
        word
        for word in filled
        if field_of(word) or stage_of_column(word) or word in ACTIONS or word in NUMBER_HEADS
    }
    sure = len(known) > 1 or (named and not named & BAND_HEADS)
    return bool(named and sure) and not any(map(is_project, filled))


def _bare(head: str) -> str:
    """A head without what its brackets say: 制定（新法）."""
    said = re.sub(r"[（(][^（()）]*[)）]", "", head)
    return said if said and not re.search(ACT, re.sub(re.escape(said), "", head)) else head


def _laid_down(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """Forms whose heads stand down the left side, one row a project: 项目名称 | 甲条例, 起草单位 | 市水务局."""
    pairs = [(line, [word for word in dict.fromkeys(words) if word]) for line, words in rows]
    named = [(line, field_of(cells[0]), cells) for line, cells in pairs if len(cells) == 2]
    titles = [line for line, name, cells in named if name == "title" and is_project(cells[1])]
    known = {cells[0] for _, name, cells in named if name or stage_of_column(cells[0])}
    if not titles or len(known) < 3 or any(len(cells) > 2 for _, cells in pairs):
        return rows
    heads = [*dict.fromkeys(cells[0] for line, _, cells in named if line >= titles[0])]
    forms: list[tuple[int, dict[str, str]]] = [(line, {}) for line in titles]
    for line, _, cells in named:
        for at, form in reversed(forms):
            if at <= line:
                form[cells[0]] = cells[1]
                break
    return [(titles[0], heads), *((line, [form.get(head, "") for head in heads]) for line, form in forms)]


def _joined_heads(above: list[str], words: list[str]) -> list[str]:
    """Heads in two rows as one: 审议安排 over 一审 is 审议安排一审, 单位 over 起草 起草单位; what spans both is said once."""
    if len(above) != len(words):
        return words
    return [_joined(upper, lower) for upper, lower in zip(above, words, strict=True)]


def _joined(upper: str, lower: str) -> str:
    if upper in ("", lower) or lower in ACTIONS:
        return lower
    known = field_of(upper + lower) or stage_of_column(upper + lower)
    return lower + upper if not known and field_of(lower + upper) else upper + lower  # 单位 over 起草


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


def _from_row(heads: list[str], words: list[str], number: int, over: Over, year: int) -> DraftItem | None:
    """The item in a row, or None for one without a title."""
    cells = dict(zip(heads, words, strict=False))
    title = next((cell for head, cell in cells.items() if field_of(head) == "title"), "")
    if (beside := cells.get("", "")) and PROJECT.fullmatch(beside) and not PROJECT.fullmatch(title):
        # 项目 stands over two columns: the category, and the title
        title, over = beside, Over(title or over.category, (*filter(None, [title]), *over.words), over.time)
    if title.isdecimal():  # 项目 | 内容: a number, and the title in a column of another name
        head = next((head for head, cell in cells.items() if is_project(plain_line(cell))), "")
        title = cells.pop(head, "")
    if not re.search("[\u4e00-\u9fff]", title) or (field_of(title) and not re.search(NOUN, title)):
        return None
    draft = titled(plain_line(title), number, over, year)
    named = next((head for head in heads if field_of(head) == "title" and kinds_in(head)), "")
    draft.kind = draft.kind or kind_in(named)
    draft.near += " ".join(
        f" {head} {cell}" for head, cell in cells.items() if cell and field_of(head) != "title"
    )
    for head, cell in sorted(cells.items(), key=lambda one: _READING.fullmatch(one[0]) is None):
        _take_cell(draft, head, cell, year)
    acts = [head for head in cells if head in ACTIONS or field_of(head) == "action"]
    if acts and not any(cells[head] for head in acts) and over.action is None:
        draft.doubt = translate("plan.cell-empty", heads="、".join(acts))
    return draft


def _take_cell(draft: DraftItem, head: str, cell: str, year: int) -> None:
    """What a cell says of the project of its row."""
    cell = plain_months(cell)
    name, stage = field_of(head), stage_of_column(head)
    if head in ACTIONS and cell in TICKS:
        draft.act(ACTIONS[head], head)
    elif name == "title" or not cell or head in NUMBER_HEADS or cell in {"—", "——", "-", "/", "无"}:
        return
    elif _READING.fullmatch(head) and (step := bare_stage(cell)):  # 审次 beside 月份: one stage and its time
        draft.targets.append(Target(step, None))
        draft.bare = True
    elif WHEN.fullmatch(head) and (step := bare_stage(cell)):  # a column for each month
        add_target(draft, step, head, year)
    elif name == "action":
        _take_kind(draft, head, cell)
    elif take_completion(draft, head, cell, year):
        return
    elif name or stage:
        taken = draft.hold(name, cell) if name else add_target(draft, stage or "", cell, year)
        steps = [] if taken or name else [one for one in re.split("[，,；;。]", cell) if one]
        left = [one for one in steps if not take_target(draft, one, year)] if len(steps) > 1 else [cell]
        draft.notes += [] if taken or not left else [f"{head}：{'，'.join(left)}"]
    elif (
        _SCHEDULED.search(head) and len(WHEN.findall(cell)) == 1 and take_target(draft, cell, year)
    ):  # 完成时间 | 9月底前报市政府常务会议
        return
    elif left := take_remark(draft, cell, year):
        draft.notes.append(f"{head}：{cell if len(left) > 1 else left[0]}")


def _take_kind(draft: DraftItem, head: str, cell: str) -> None:
    """What a cell says of what is to be done, of the category or of the kind of instrument."""
    kind = kind_in(cell)
    if (act := ACTIONS.get(cell) or act_in(cell)) is not None:
        draft.act(act, cell)
        draft.kind = kind or draft.kind  # 政府规章（修订）
    elif CATEGORY_CELL.fullmatch(cell) and "类" in head:
        draft.category = cell
    elif kind is not None:
        draft.kind = kind
    else:
        draft.notes.append(f"{head}：{cell}")
