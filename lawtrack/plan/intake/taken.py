"""What a published plan gave: the plan, and every word that was not understood; no title is lost on the way.

Nothing is guessed: a clause that fits no form stays, word for word, in the item's note and is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.messages import translate
from lawtrack.plan.intake.kinds import settled, whose
from lawtrack.plan.intake.prose import NO_LAW
from lawtrack.plan.intake.timing import take_time
from lawtrack.plan.intake.wording import NOUN, TITLE_MARKS
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
        held.kind = held.kind or draft.kind
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
    drafts: list[DraftItem],
    leftovers: list[Leftover],
    around: Iterable[str],
    *,
    year: int,
    title: str,
    jurisdiction: str,
) -> Intake:
    """The plan of the projects that were read, with what was not understood; `around` are the lines that are no project's."""
    for draft in drafts:
        take_time(draft, year)
    told = list(_joined(drafts))
    told += [Leftover(*each) for each in settled(drafts, whose(title, around))]
    items = tuple(draft.finished(year) for draft in drafts)
    leftovers = [*leftovers, *told]
    return Intake(PlanData(year, title, jurisdiction, items), tuple(leftovers))


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
