"""What the page is told of texts: two side by side, one to read, a file that is to become a version."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from lawtrack.check import FindingRecord
from lawtrack.compare import ViewerRow
from lawtrack.formats import ConcordanceRow
from lawtrack.law import ProblemRecord


class FileMade(TypedDict):
    """A file for the browser to download: its name, and its content in base64."""

    name: str
    data: str


class Landing(TypedDict):
    """What to show after a save: the versions to compare, and the new one; `draft` where it may have been begun."""

    chosen: list[str]
    version: str
    draft: NotRequired[str]


class Restored(TypedDict):
    """The version that was made of an earlier one."""

    version: str


class Compared(TypedDict):
    """Two texts clause by clause; `places` has for a row's id where its clause is: side and address, or nothing."""

    rows: list[ViewerRow]
    columns: list[tuple[str, str]]
    summary: str
    places: NotRequired[dict[str, list[str]]]


class ComparedVersions(Compared):
    """Two versions, by their hashes; `more` where `rows` are those of a first screen only."""

    old: str
    new: str
    more: bool


class ComparedFiles(Compared):
    """Two files, and what was doubtful in reading them."""

    warnings: list[str]


class Beside(TypedDict):
    """Two to eight versions side by side; `new` is the hash of the last, to which `places` point."""

    rows: list[ConcordanceRow]
    columns: list[tuple[str, str]]
    places: dict[str, list[str]]
    new: str


class VersionShown(TypedDict):
    """A version as it is told of."""

    sha: str
    name: str
    stage: str
    label: str
    date: str
    meeting: str
    source: str
    author: str
    message: str
    saved: str


class ProjectShown(TypedDict):
    """A project and its versions in time; `stages` and `drafts` are pairs of code and name."""

    draft: str
    title: str
    notice: str
    versions: list[VersionShown]
    newest: str
    stages: list[list[str]]
    drafts: list[list[str]]
    opinions: int
    unanswered: int
    suggestions: int
    shallow: bool
    outside: bool
    today: str


class Clause(TypedDict):
    """A heading or an article of a text as it reads."""

    eid: str
    level: str
    label: str
    heading: str
    lines: list[str]


class ClauseRead(Clause):
    """A clause beside what is known of it: how many findings (`severe`: an error among them) and opinions."""

    findings: int
    severe: bool
    opinions: int


class Heading(TypedDict):
    """A line of the outline."""

    eid: str
    label: str
    heading: str
    level: str


class VersionRead(TypedDict):
    """A version as it reads, with what the checks found."""

    version: VersionShown
    title: str
    note: str
    rows: list[ClauseRead]
    outline: list[Heading]
    findings: list[FindingRecord]
    problems: list[ProblemRecord]
    count: int


class Resemblance(TypedDict):
    """How a text that came resembles the draft's newest version; `alike` in hundredths, None where there is none."""

    before: str
    summary: str
    strange: bool
    alike: int | None
    known_title: str


class Brought(Resemblance):
    """A file as it was read, before it is saved; `columns` and `column` where it is a comparison table."""

    name: str
    title: str
    count: int
    lines: list[str]
    warnings: list[str]
    problems: list[str]
    stage: str
    date: str
    meeting: str
    columns: list[list[str]]
    column: str
    reasons: list[str]
    elsewhere: list[str]


class Belonging(TypedDict):
    """Where a file belongs: the draft or the project of its title, "" where none has it."""

    title: str
    draft: str
    item: str


class Returned(TypedDict):
    """What a file is that came back (opinions, comparison, text), and the version that it asks about."""

    kind: str
    version: str


class Outcome(TypedDict):
    """What came of one instruction of a decision."""

    number: str
    source: str
    status: str
    reason: str
    old: str
    new: str


class Applied(Compared):
    """A decision applied to a version."""

    name: str
    title: str
    amends: list[str]
    complete: bool
    instructions: list[Outcome]
    doubts: list[str]
