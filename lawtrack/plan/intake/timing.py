"""One project of a published plan while its words come in, and the stages and times that its clauses say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lawtrack.errors import InvalidRecord
from lawtrack.messages import translate
from lawtrack.plan.dates import VagueDate
from lawtrack.plan.intake.wording import STAGED, STAGES, UNDATED, WHEN
from lawtrack.plan.model import Item, Target

if TYPE_CHECKING:
    from lawtrack.plan.model import Action, InstrumentKind

_PAST: Final = re.compile("去年|上年|上一年|前年|已于|已经?在")
"""A time that is over is no target."""
_READING: Final = re.compile("(?:提请|进行|第)?(?:[一二三初]审|初次审议|继续审议|[一二三]次审议|表决)")


_FIRST: Final = re.compile("一审|初审|初次|首次|第一次")


@dataclass
class DraftItem:
    """An item while its lines are still coming in."""

    number: int
    title: str
    category: str | None
    kind: InstrumentKind | None
    """The kind of instrument; None as long as nothing has said it."""
    action: Action = "enact"
    held: dict[str, str] = field(default_factory=dict)
    targets: list[Target] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    bare: bool = False
    """Was the last target named without its date?"""
    sure: bool = False
    """Does the source say what is to be done, at the project itself?"""
    doubt: str = ""
    """The words of a category that names several things to be done."""
    kinds: str = ""
    """What is to be told where the words that are nearest leave the kind open."""
    near: str = ""
    """The words beside it and over it, which may say who deliberates on it."""
    time: str = ""
    """The words of a heading that names a time: 6月."""
    line: int = 0

    def act(self, action: Action, words: str) -> None:
        """Take what is to be done; where the source said something else before, its words are kept."""
        if self.sure and action != self.action:
            self.notes.append(translate("plan.action-twice", words=words))
        self.action, self.sure = action, True

    def hold(self, name: str, value: str) -> bool:
        """Take `value` for a field. False where another stands there: neither may push the other out."""
        return self.held.setdefault(name, value) == value

    def finished(self, year: int) -> Item:
        """The item, now that all its lines are in."""
        return Item(
            id=f"item-{year}-{self.number:02d}",
            title=self.title,
            instrument=self.kind or "local-regulation",
            action=self.action,
            category=self.category,
            targets=tuple(self.targets),
            note="；".join(self.notes) or None,
            **self.held,  # type: ignore[arg-type] # the keys are those of FIELDS
        )


def take_time(draft: DraftItem, year: int) -> None:
    """The time that a heading gives to what stands below it; a project with a time of its own keeps that alone."""
    words = draft.time
    if any(target.date for target in draft.targets):
        return
    if (when := WHEN.search(words)) is not None:
        stage = draft.targets[-1].stage if draft.bare else stage_in(words) or "introduced"
        draft.targets = [] if draft.bare else draft.targets
        draft.bare = False
        add_target(draft, stage, when[0], year)


def add_date(draft: DraftItem, when: str, year: int) -> bool:
    """A date alone: of the stage named just before it (二审，3月), else of the introduction."""
    last = draft.targets[-1] if draft.targets else None
    if last is None or last.date is not None or not draft.bare:
        return add_target(draft, "introduced", when, year)
    draft.targets.pop()
    draft.bare = False
    return add_target(draft, last.stage, when, year)


def take_target(draft: DraftItem, clause: str, year: int) -> bool:
    """The stage and the time of it in a clause; each in 4月一审、8月二审. False where it does not say both."""
    several = clause.split("、")
    if len(several) > 1 and all(WHEN.search(one) and stage_in(one) for one in several):
        taken = [take_target(draft, one, year) for one in several]
        return all(taken)
    when, stage = WHEN.search(clause), stage_in(clause)
    if when is None or stage is None or _PAST.search(clause):
        return False
    if draft.bare and stage == "first-reading" and not _FIRST.search(clause):
        return add_date(draft, when[0], year)  # 二审, and behind it 7月审议
    return add_target(draft, stage, when[0], year)


def bare_stage(clause: str) -> str | None:
    """The stage that a clause names and nothing else."""
    return next((known for words, known in STAGES if words == clause), None)


def stage_in(clause: str) -> str | None:
    """The stage that a clause speaks of, among other things."""
    return next((stage for words, stage in STAGES if words in clause), None)


def take_target_each(draft: DraftItem, words: str, year: int) -> bool:
    """Each stage with its own time in a clause: 4月一审、8月二审."""
    parts = re.split("[、和]", words)
    if all(WHEN.search(part) and stage_in(part) for part in parts):
        taken = [take_target(draft, part, year) for part in parts]
        return all(taken)
    several = _dated_stages(words)
    draft.targets += [Target(step, VagueDate.parse(date, year)) for step, date in several]
    return bool(several)


def add_target(draft: DraftItem, stage: str, when: str, year: int) -> bool:
    """A target; 待定 is one without a date, an empty cell none. False for words that are no date."""
    if draft.bare and stage == "introduced" and draft.targets and WHEN.fullmatch(when):
        return add_date(draft, when, year)
    if when in {"", "/", "-", "—", "——"}:
        return True
    pieces = when.split("、")
    staged = [STAGED.fullmatch(piece) is not None for piece in pieces]
    if len(pieces) > 1 and any(staged) and all(map(_is_timed, pieces)):  # 5月、7月（二审）
        taken = [add_target(draft, stage, piece, year) for piece in pieces]
        return all(taken)
    if several := _dated_stages(when):
        draft.targets += [Target(step, VagueDate.parse(date, year)) for step, date in several]
        return True
    if match := STAGED.fullmatch(when):  # 4月（二审）
        named = next((known for words, known in STAGES if words in match["stage"]), None)
        stage, when = (named, match["when"]) if named else (stage, when)
    try:
        undated = when in UNDATED
        draft.targets.append(Target(stage, None if undated else VagueDate.parse(when, year)))
    except InvalidRecord:
        return False
    return True


def _is_timed(piece: str) -> bool:
    return WHEN.fullmatch(piece) is not None or STAGED.fullmatch(piece) is not None


def _dated_stages(words: str) -> list[tuple[str, str]]:
    """Each stage with its date where the words say several: 2月一审6月二审; [] for anything else."""
    dates = [*WHEN.finditer(words)]
    if not dates or (len(dates) == 1 and not _READING.fullmatch(words[dates[0].end() :])):
        return []
    ends = [*(date.start() for date in dates[1:]), len(words)]
    said = [(stage_in(words[date.end() : end]), date[0]) for date, end in zip(dates, ends, strict=True)]
    known = [(stage, date) for stage, date in said if stage is not None]
    return known if len(known) == len(said) and dates[0].start() == 0 else []


def stage_of_column(head: str) -> str | None:
    """The stage behind a heading that names a time (送司法局审查时间, 提请审议截止)."""
    if re.fullmatch("(?:计划|立法|初步)?(?:时间|月份|季度)(?:安排|节点|进度)?|进度安排", head):
        return "introduced"
    head = re.sub("第?([一二三])次审议", r"\1审", head)
    if not re.search("时间|日期|截止|月份|报送|提交|审查|提请|安排|[一二三初]审$|^表决$|^审议$", head):
        return None
    return next((stage for words, stage in STAGES if words in head), None)
