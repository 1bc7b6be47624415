"""What the page is told of colleagues: the meeting point, rounds of review, the record of the workspace."""

from __future__ import annotations

from typing import TypedDict

from lawtrack.notebook.page.shapes.texts import Compared


class Wordings(TypedDict):
    """What a field said before, what waits, and what stands now."""

    base: str
    aside: str
    stands: str


class Clash(TypedDict):
    """A field that waits for a decision; `stands` is what the decision is about, as it is kept (JSON)."""

    id: str
    where: str
    author: str
    date: str
    stands: str
    shown: Wordings


class Aside(TypedDict):
    """A draft with words put aside that nobody has decided."""

    draft: str
    title: str
    open: int


class Sharing(TypedDict):
    """How the workspace stands to the meeting point; `by` names whose saves wait there, None where nobody asked."""

    place: str
    unsent: int
    waiting: int | None
    by: list[str]
    problem: str
    aside: list[Aside]
    clashes: list[Clash]


class Remark(TypedDict):
    """Something said about a suggestion."""

    by: str
    text: str
    date: str


class SuggestionShown(TypedDict):
    """A suggested wording against the words it is about, as (mark, words), and what became of it."""

    id: str
    clause: str
    spot: str
    before: str
    text: str
    runs: list[list[str]]
    author: str
    date: str
    reason: str
    decision: str
    decided_by: str
    decided: str
    why: str
    thread: list[Remark]
    talked: bool


class RoundShown(TypedDict):
    """A round of review; `aside` where it holds what a sync put aside."""

    name: str
    aside: bool
    question: str
    due: str
    late: bool
    on: str
    by: str
    opened: str
    closed: str
    tally: dict[str, int]
    suggestions: list[SuggestionShown]


class RoundsShown(TypedDict):
    """Every round of a draft, and what its forms offer."""

    rounds: list[RoundShown]
    today: str
    stage: str
    clauses: list[list[str]]


class RoundOpened(TypedDict):
    """The name of a round that was opened."""

    round: str


class ClauseWords(TypedDict):
    """An article with its words, to be changed."""

    eid: str
    label: str
    words: str


class RoundResult(Compared):
    """The text with all that was accepted; `open` suggestions and `threads` of talk are left."""

    open: int
    threads: int


class RecordVerified(TypedDict):
    """What is wrong with the record, or that nothing is."""

    problems: list[str]
    well: list[str]


class RecordSealed(TypedDict):
    """The line that proves the record as it is now."""

    receipt: str
