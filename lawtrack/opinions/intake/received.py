"""What a document of opinions gave: each opinion in its words, what was not understood, what a form shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Received:
    """One opinion as a document has it, every field in the document's words; `line` is its line or row.

    `id`, `result` and what goes with it stand in tables that came from here and were filled in.

    >>> from lawtrack.opinions import Received
    >>> Received(2, "建议写明主体。", clause="第三条", source="某局").source
    '某局'
    """

    line: int
    text: str = ""
    clause: str = ""
    suggestion: str = ""
    grounds: str = ""
    quote: str = ""
    source: str = ""
    kind: str = ""
    channel: str = ""
    date: str = ""
    note: str = ""
    on: str = ""
    id: str = ""
    result: str = ""
    reason: str = ""
    by: str = ""
    answered: str = ""
    carried_out: str = ""
    carried_out_stage: str = ""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Something that was not understood: its line or row, its words, and why where that is known.

    >>> from lawtrack.opinions import read_table
    >>> read_table([["条款", "意见建议"], ["第三条", ""], ["共计", "", "三十"]]).leftovers
    (Leftover(line=2, words='第三条', why=''), Leftover(line=3, words='共计 三十', why=''))
    """

    line: int
    words: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of a form: its `line`, the `clause` that it names ("" for a heading), the `words` that it shows of it.

    `on` is the version that the form asks about, "" where the file does not say.

    >>> from lawtrack.opinions import Shown
    >>> Shown(2, "第一条", "第一条　公园开放。").clause
    '第一条'
    """

    line: int
    clause: str
    words: str
    on: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read, and what was not understood; `seen` is the commit that a table which came back went out from.

    `shown` has what the rows of a form say of the clauses that they ask about, to be held against the text.

    >>> from lawtrack.opinions import read_table
    >>> intake = read_table([["条款", "意见建议"], ["第三条", "建议删去。"]])
    >>> len(intake.received), intake.leftovers
    (1, ())
    """

    received: tuple[Received, ...]
    leftovers: tuple[Leftover, ...] = ()
    seen: str = ""
    shown: tuple[Shown, ...] = ()
