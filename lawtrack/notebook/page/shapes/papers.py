"""What the page is told of papers that are handed out: which there are, and what each will look like."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from lawtrack.compare import ViewerRow
from lawtrack.formats import ConcordanceRow
from lawtrack.notebook.page.shapes.texts import FileMade


class Purpose(TypedDict):
    """A purpose for which something is handed out, and why it cannot be served now, "" where it can."""

    id: str
    name: str
    what: str
    no: str


class Offer(TypedDict):
    """All purposes."""

    purposes: list[Purpose]


class ComparisonPreview(TypedDict):
    """The first rows of a comparison, or of versions side by side."""

    kind: Literal["comparison"]
    rows: list[ViewerRow] | list[ConcordanceRow]
    columns: list[tuple[str, str]]
    summary: str


class DecisionPreview(TypedDict):
    """A decision, whether applying it gives the later text, and what each instruction touches."""

    kind: Literal["decision"]
    lines: list[str]
    proof: str
    proved: bool
    effects: list[list[str]]
    doubts: list[str]


class TablePreview(TypedDict):
    """A table; `notes` stand above it."""

    kind: Literal["table"]
    heads: list[str]
    rows: list[list[str]]
    notes: NotRequired[list[str]]


class LinesPreview(TypedDict):
    """A text, line by line."""

    kind: Literal["lines"]
    lines: list[str]


Preview = ComparisonPreview | DecisionPreview | TablePreview | LinesPreview


class Paper(TypedDict):
    """What is handed out: its preview, the name of its file, and the file where it was asked for."""

    preview: Preview
    name: str
    file: NotRequired[FileMade]
