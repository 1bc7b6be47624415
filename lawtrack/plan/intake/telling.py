"""A published plan in running words: every line's projects as one plan, each with what its sentences say of it."""

from __future__ import annotations

from lawtrack.messages import translate
from lawtrack.plan.intake.counting import Counted, counts_told
from lawtrack.plan.intake.groups import Speaking
from lawtrack.plan.intake.kinds import kind_of
from lawtrack.plan.intake.plain import plain_line
from lawtrack.plan.intake.projects import take_said
from lawtrack.plan.intake.prose import NO_LAW, Named, projects_told
from lawtrack.plan.intake.taken import Intake, Leftover, finished
from lawtrack.plan.intake.timing import DraftItem


def read_prose(text: str, *, year: int, title: str, jurisdiction: str) -> Intake:
    """The plan in running words: 年内将制定《甲》《乙》，修订《丙》，重点推进《丁》政府规章的修订工作.

    Every title that a verb of law-making governs, before it or behind it, is a project; other titles in 《》 are listed. A
    project of which the words do not say whether it is new is written as one to be enacted, with a note that says so.

    >>> found = read_prose("年内将制定《甲条例》，废止《乙办法》。", year=2024, title="计划", jurisdiction="某市")
    >>> [(item.title, item.action) for item in found.plan.items]
    [('甲条例', 'enact'), ('乙办法', 'repeal')]
    """
    reading = _Prose(year)
    lines = text.splitlines()
    for line, words in enumerate(lines, 1):
        reading.read(line, words)
    counted = [
        Counted(draft.title, draft.action, draft.category or "", kind_of(draft)) for draft in reading.drafts
    ]
    for line, words in enumerate(lines, 1):
        reading.leftovers += [Leftover(line, told) for told in counts_told(plain_line(words), counted)]
    return finished(
        reading.drafts, reading.leftovers, lines, year=year, title=title, jurisdiction=jurisdiction
    )


class _Prose:
    """Running words while their lines are read: the projects so far, and what is told of each line."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.drafts: list[DraftItem] = []
        self.leftovers: list[Leftover] = []
        self.seen: dict[str, DraftItem] = {}
        self.speaking = Speaking()

    def read(self, line: int, words: str) -> None:
        told = projects_told(plain_line(words), self.speaking)
        loose = [*told.loose]
        for one in told.projects:
            loose += self._again(one) if one.title in self.seen else self._take(line, one)
        self.leftovers += [
            Leftover(line, f"《{title}》")
            for title in told.others
            if title not in self.seen and not NO_LAW.search(title)
        ]
        self.leftovers += [Leftover(line, clause) for clause in dict.fromkeys(loose)]

    def _take(self, line: int, one: Named) -> list[str]:
        """A project that is named for the first time; the clauses of it that are not understood."""
        draft = DraftItem(
            len(self.drafts) + 1, one.title, one.category, one.kind.kind, one.action or "enact", line=line
        )
        draft.kinds, draft.near = one.kind.doubt, one.category or ""
        if one.action is None:
            draft.notes.append(translate("plan.action-assumed", words=one.verb))
        self.seen[one.title] = draft
        self.drafts.append(draft)
        return self._said(draft, one)

    def _again(self, one: Named) -> list[str]:
        """A project that was named before: what is said of it now is added; another action than before is told."""
        draft = self.seen[one.title]
        draft.kind = draft.kind or one.kind.kind
        assumed = translate("plan.action-assumed", words="")[:6]
        if one.action is not None and draft.action != one.action:
            if not any(note.startswith(assumed) for note in draft.notes):
                return [f"{one.verb}《{one.title}》", *self._said(draft, one)]
            draft.action = one.action
        if one.action is not None:
            draft.notes = [note for note in draft.notes if not note.startswith(assumed)]
        return self._said(draft, one)

    def _said(self, draft: DraftItem, one: Named) -> list[str]:
        return [left for clause in one.said for left in take_said(draft, clause, self.year)]
