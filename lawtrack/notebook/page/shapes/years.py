"""What the page is told of the annual plan, and of what it needs to begin."""

from __future__ import annotations

from typing import TypedDict

from lawtrack.plan import BoardRecord


class Begun(TypedDict):
    """What the page needs before it shows anything: all words of both languages, and whose workspace it is."""

    words: dict[str, dict[str, str]]
    viewer: dict[str, dict[str, str]]
    lang: str
    drafts: dict[str, str]
    unsigned: bool
    folder: str


class YearRow(BoardRecord):
    """One project of the plan as of a day, with the draft that belongs to it and what is there of it.

    `instrument` and `action` are words here; `steps` are the stages that can be recorded, as pairs of code and name.
    """

    draft: str
    versions: int
    newest: str
    remark: str
    opinions: int
    unanswered: int
    steps: list[list[str]]


class LooseDraft(TypedDict):
    """A draft that no row of the plan shows."""

    draft: str
    title: str


class ItemChoices(TypedDict):
    """What a new project can be, as pairs of code and name."""

    instrument: list[list[str]]
    action: list[list[str]]


class NoYear(TypedDict):
    """A workspace without a plan."""

    years: list[int]
    year: None
    rows: list[YearRow]
    counts: dict[str, int]
    shallow: bool
    drafts: list[LooseDraft]


class YearShown(TypedDict):
    """The plan of a year as of a day; `stages` are the columns of the board, `counts` projects by timeliness."""

    years: list[int]
    year: int
    title: str
    place: str
    public: bool
    note: str
    as_of: str
    opening: str
    today: str
    rows: list[YearRow]
    counts: dict[str, int]
    unanswered: int
    stages: list[list[str]]
    shallow: bool
    choices: ItemChoices
    drafts: list[LooseDraft]


class ItemAdded(TypedDict):
    """The id of a project that was added."""

    item: str


class ItemRead(TypedDict):
    """One project as a published plan says it."""

    title: str
    action: str
    instrument: str
    unit: str
    targets: list[str]


class LineLeft(TypedDict):
    """A line of a published plan that was not understood."""

    line: int
    words: str


class PlanRead(TypedDict):
    """A published plan as it was read."""

    items: list[ItemRead]
    left: list[LineLeft]


class PlanTaken(TypedDict):
    """The year of the plan that was taken in."""

    year: int
