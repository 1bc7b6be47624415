"""What the page is told of one clause, of opinions, and of what an edit would do."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from lawtrack.check import FindingRecord
from lawtrack.merge import ConflictRecord
from lawtrack.notebook.page.shapes.texts import Compared


class Step(TypedDict):
    """The clause in one version: its numbers there, how it came from the version before, its words as (mark, words)."""

    name: str
    labels: list[str]
    kind: str
    moved: bool
    in_place: bool
    doubtful: bool
    runs: list[list[str]]
    who: str
    why: str
    meeting: str


class OpinionShown(TypedDict):
    """One opinion: its words, whose it is, what it is on, and its answer."""

    id: str
    seen: str
    text: str
    suggestion: str
    no_comment: bool
    source: str
    date: str
    on: str
    result: str
    result_label: str
    reason: str
    remarks: list[str]


class OpinionFollowed(OpinionShown):
    """An opinion followed to a version: where its clause is there ("" where it is gone), and what became of it."""

    clause: str
    eid: str
    chapter: str
    fate: str
    changed: bool


class Reference(TypedDict):
    """A reference: its words, the law that it names, the article it leads to; `label` where it comes from elsewhere."""

    words: str
    law: str
    eid: str
    label: NotRequired[str]


class References(TypedDict):
    """Where an article points, and who points at it."""

    points: list[Reference]
    pointed: list[Reference]


class Choices(TypedDict):
    """What the forms about opinions offer, as pairs of code and name."""

    results: list[list[str]]
    kinds: list[list[str]]
    clauses: list[list[str]]
    today: str


class ClauseShown(References, Choices):
    """All that there is to say about one article of a version."""

    eid: str
    label: str
    lines: list[str]
    history: list[Step]
    opinions: list[OpinionShown]
    findings: list[FindingRecord]


class Fixed(TypedDict):
    """An article with one finding put right."""

    eid: str
    words: str


class EditShown(Compared):
    """What an edit would do: articles with other numbers, references that follow and that are lost."""

    renumbered: list[list[str]]
    references: list[list[str]]
    lost: list[list[str]]
    problems: list[str]


class Kept(TypedDict):
    """Is anything kept of what is being typed?"""

    kept: bool


class TypedKept(TypedDict):
    """What was being typed when the page was left, as the page kept it (JSON); "" where nothing was."""

    typed: str


class RegisterShown(Choices):
    """Every opinion on a draft, followed to a version."""

    rows: list[OpinionFollowed]
    chapters: list[str]
    problems: list[str]


class Left(TypedDict):
    """What was not understood: line, words, why."""

    left: list[list[str]]


class OpinionsRead(Left):
    """What a letter or a table says: clause, words, whose."""

    rows: list[list[str]]


class ConflictShown(ConflictRecord):
    """A conflict of a merge, and the sentence that explains it."""

    message: str


class Merged(TypedDict):
    """Two texts made one: what is in conflict, how much came from where, and the text; `all` counts decided ones too."""

    complete: bool
    conflicts: list[ConflictShown]
    summary: dict[str, int]
    notes: list[str]
    text: str
    all: int
