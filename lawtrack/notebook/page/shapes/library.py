"""What the page is told of the body of law: the collection, tables made of it, lists of powers."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from lawtrack.notebook.page.shapes.texts import Clause, FileMade


class ListingShown(TypedDict):
    """A table: each cell as runs of (does it stand out?, words); `count` rows in all, and the file where asked for."""

    title: str
    heads: list[str]
    rows: list[list[list[tuple[bool, str]]]]
    notes: list[str]
    count: int
    name: str
    file: NotRequired[FileMade]


class Affected(ListingShown):
    """What a changed law affects; so many rows are `certain` and go into the decision."""

    certain: int


class Package(TypedDict):
    """What is certain as one decision: its lines, the laws in it, those left out."""

    lines: list[str]
    titles: list[str]
    left: list[str]
    name: str
    file: NotRequired[FileMade]


class Progress(TypedDict):
    """How far the gathering of a collection is: running, done, stopped or failed."""

    folder: str
    done: int
    all: int
    state: str
    problem: str


class LibraryShown(TypedDict):
    """Is there a collection, of which folder, how large; what could not be read; what is being gathered."""

    there: bool
    drafts: list[list[str]]
    folder: str
    building: Progress | None
    count: int
    unread: list[list[str]]
    unread_count: int


class Folder(TypedDict):
    """A folder of this computer: the folders in it (name and path), and how many files of law lie in it itself."""

    folder: str
    up: str
    names: list[list[str]]
    files: int


class Hit(TypedDict):
    """An article that holds the words searched for, as runs of (is it a hit?, words)."""

    instrument: str
    title: str
    eid: str
    label: str
    runs: list[tuple[bool, str]]


class Hits(TypedDict):
    """The first hits, and how many there are in all, or, where they were not `counted` to the end, at least.

    `read` is how many clauses were read where reading ended before the list was full; None otherwise. `advice` says what
    the same finds asked otherwise where there is no hit.
    """

    rows: list[Hit]
    total: int
    counted: bool
    read: int | None
    advice: list[str]


class TextRead(TypedDict):
    """An instrument of the collection as it reads."""

    title: str
    rows: list[Clause]


class Titles(TypedDict):
    """Instruments: id, title, when it was last changed; and how many there are in all."""

    rows: list[list[str]]
    total: int


class PowersKept(TypedDict):
    """A list of powers that is kept, with the days of its versions."""

    list: str
    name: str
    days: list[str]


class PowersShown(TypedDict):
    """All lists of powers that are kept."""

    lists: list[PowersKept]
    today: str
    shallow: bool


class PowersRead(TypedDict):
    """A list of powers as it was read: items in all, by kind, bodies, and what is doubtful."""

    count: int
    kinds: list[tuple[str, int]]
    bodies: int
    doubts: list[str]


class PowersTaken(TypedDict):
    """The list and the day under which it was taken in."""

    list: str
    date: str


class PowersCompared(ListingShown):
    """Two days of a list: the sentence of the notice, what to look at, and of each kind how many there were and are."""

    sentence: str
    remarks: list[str]
    counted: list[tuple[str, int, int]]


class PowersGrounds(ListingShown):
    """What each item stands on, and the sentence that counts it."""

    sentence: str


class Proof(ListingShown):
    """What differs from what was decided; `faithful` says that nothing does."""

    faithful: bool
