"""What a published plan gave: the plan, and every word that was not understood; no title is lost on the way.

Nothing is guessed: a clause that fits no form stays, word for word, in the item's note and is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from lawtrack.messages import translate
from lawtrack.plan.intake.prose import NO_LAW
from lawtrack.plan.intake.timing import take_time
from lawtrack.plan.intake.wording import NOUN, OWN_TITLE, TITLE_MARKS
from lawtrack.plan.model import PlanData

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.plan.intake.timing import DraftItem


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


def _joined(drafts: list[DraftItem]) -> Iterator[Leftover]:
    """Take a project that is named twice once, with the stages of both; what the second says otherwise is told."""
    first: dict[str, DraftItem] = {}
    for draft in [*drafts]:
        held = first.setdefault(_plain(draft.title), draft)
        if held is draft:
            continue
        if draft.action not in {held.action, "enact"}:
            continue  # 制定《甲》 and 废止《甲》 are two
        drafts.remove(draft)
        held.targets += [one for one in draft.targets if one not in held.targets]
        held.notes += [note for note in draft.notes if note not in held.notes]
        taken = [name for name, value in draft.held.items() if held.hold(name, value)]
        left = [value for name, value in draft.held.items() if name not in taken]
        yield Leftover(
            0,
            translate(
                "plan.named-twice",
                title=draft.title,
                words="；".join([*filter(None, [draft.category]), *left]),
            ),
        )
    for number, draft in enumerate(drafts, 1):
        draft.number = number


def finished(
    drafts: list[DraftItem], leftovers: list[Leftover], year: int, title: str, jurisdiction: str
) -> Intake:
    """The plan of the projects that were read, with what was not understood."""
    for draft in drafts:
        take_time(draft, year)
    told = list(_joined(drafts))
    items = tuple(draft.finished(year) for draft in drafts)
    leftovers = [*leftovers, *told]
    return Intake(PlanData(year, title, jurisdiction, items), tuple(leftovers))


_LONGEST_TITLE: Final = 30
_PAGE_HEAD: Final = 6
"""Lines that a page may have over the plan's title."""
_ABOVE: Final = re.compile(
    "[^，。；：、《》>›]*(?:年|政府|常委会|规章|项目|目录|计划|规划|表)[^，。；：、《》>›]*"
)
"""A line of the plan's own title, which may stand in several."""


def with_kind_of_title(intake: Intake, lines: Iterable[str]) -> Intake:
    r"""The plan with government rules in it where its own title, among the lines above it, speaks of rules alone.

    >>> from lawtrack.plan import read_list
    >>> text = "某市人民政府2024年度规章立法计划\n1.某市招牌管理办法（市城管局）"
    >>> read_list(text, year=2024, title="计划", jurisdiction="某市").plan.items[0].instrument
    'government-rule'
    """
    said = [line.strip() for line in lines if line.strip()]
    titles = [
        OWN_TITLE.fullmatch(line) or (len(line) < _LONGEST_TITLE and _ABOVE.fullmatch(line)) for line in said
    ]
    first = next((at for at, title in enumerate(titles[:_PAGE_HEAD]) if title), 0)
    heading = "".join(
        line for line, _ in takewhile(itemgetter(1), zip(said[first:], titles[first:], strict=True))
    )
    if "政府" in heading and not re.search("规章|法规|条例|常委会|人大", heading):
        return kinds_told(intake, heading)
    if "规章" not in heading or re.search("法规|条例", heading):
        return intake
    items = tuple(
        replace(item, instrument="government-rule")
        if item.instrument == "local-regulation" and not _says_regulation(item.title, item.category)
        else item
        for item in intake.plan.items
    )
    return replace(intake, plan=replace(intake.plan, items=items))


def kinds_told(intake: Intake, heading: str) -> Intake:
    """A government's plan may hold drafts of regulations and rules: of what is no 条例, the plan does not say which."""
    open_ones = [
        item.id
        for item in intake.plan.items
        if item.instrument == "local-regulation" and not _says_regulation(item.title, item.category)
    ]
    told = translate("plan.kind-assumed", words=heading)
    items = tuple(
        replace(item, note="；".join(filter(None, (item.note, told))))
        if item.id in open_ones and told not in (item.note or "")
        else item
        for item in intake.plan.items
    )
    names = "、".join(item.title for item in items if item.id in open_ones)
    left = (Leftover(1, f"{names}：{told}"),) if open_ones else ()
    return replace(intake, plan=replace(intake.plan, items=items), leftovers=(*intake.leftovers, *left))


def _says_regulation(title: str, category: str | None) -> bool:
    return title.endswith("条例") or "法规" in (category or "")


_OTHER: Final = re.compile("修订|修改|修正|废止")


def doubted(drafts: Iterable[DraftItem]) -> Iterator[Leftover]:
    """Projects of which nobody can tell what is to be done: their category names several verbs, or their name has one in it.

    They are noted as to be enacted, with a note that says so.
    """
    for draft in drafts:
        name = re.sub(TITLE_MARKS, "", draft.title)
        words = draft.doubt or (name if draft.action == "enact" and _OTHER.search(name) else "")
        if words and not draft.sure:
            told = translate("plan.action-assumed", words=words)
            draft.notes.append(told)
            yield Leftover(draft.line, f"{draft.title}：{told}")
        if draft.kinds and draft.instrument == "local-regulation" and not draft.title.endswith("条例"):
            told = translate("plan.kind-assumed", words=draft.kinds)
            draft.notes.append(told)
            yield Leftover(draft.line, f"{draft.title}：{told}")


_ODD: Final = re.compile(
    rf"^(?:\d{{1,3}}[.．、]|[（(]\d|[①-⑳])|》[^》]*《|{NOUN}(?!》|〉|和|及|与|制定)[^（(]{{3,}}{NOUN}$|^(?:管理|实施|保护|暂行|促进)*{NOUN}$"
)


_WHOLE: Final = re.compile(
    rf"(?:{NOUN}|决定|决议|法规?|规章|立法|案|项目|工作|规划)(?:[（(][^（()）]*[)）])?$"
)
"""How the name of a project ends."""


def is_odd(title: str) -> bool:
    """Can a title hardly be that of one project: two in one, a number before it, 保护条例 alone, no word for its kind?

    >>> is_odd("某市停车条例"), is_odd("《甲条例》《乙条例》"), is_odd("保护条例"), is_odd("某市历史文化名城名镇")
    (False, True, True, True)
    """
    begins = re.match(r"[\u4e00-\u9fffA-Za-z《〈“]", title) is not None
    return not begins or _ODD.search(title) is not None or _WHOLE.search(title) is None


def lost_titles(
    lines: Iterable[tuple[int, str]], drafts: Sequence[DraftItem], leftovers: Sequence[Leftover]
) -> Iterator[Leftover]:
    """Titles in 《》 that stand in no project and in nothing that was told."""
    kept = "\n".join(
        [
            *(f"{draft.title}\n{' '.join(draft.notes)}" for draft in drafts),
            *(left.words for left in leftovers),
        ]
    )
    bare = _plain(kept)
    for line, words in lines:
        for match in re.finditer(TITLE_MARKS, words):
            name = match.group()[1:-1]
            if not NO_LAW.search(name) and _plain(_NOTE.sub("", name)) not in bare:
                yield Leftover(line, match.group())


_NOTE: Final = re.compile(r"[（(][^（()）]*[)）]$")


def _plain(words: str) -> str:
    return re.sub(r"[\s〈〉《》]", "", words)
