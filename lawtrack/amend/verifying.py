"""`verify`: the text that was published, held against what the decision makes of the base.

This is how a legislature proofreads before it prints: each clause that differs from the applied text is told apart into
what the decision says and the print lacks (not-done), and what the print says and no instruction does (not-decided), with
the likely reason: a reference that followed a new number, the new name of an institution, a mark.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from lawtrack.amend.applying.applying import apply
from lawtrack.amend.applying.words import fold, same
from lawtrack.amend.model import Fault, fault
from lawtrack.compare import compare, inline_ops
from lawtrack.law import HEADING_LEVELS, NUMERAL_CLASS, parse
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.amend.model import AmendingInstrument, Applied, Instruction, Outcome
    from lawtrack.compare import Comparison, Row
    from lawtrack.law import Instrument

AS_DECIDED: Final = "as-decided"
NOT_DECIDED: Final = "not-decided"
NOT_DONE: Final = "not-done"
SHORT: Final = 24
"""So many characters of an instruction are enough to find it."""

_REFERENCE: Final = compile_on_use(rf"第[{NUMERAL_CLASS}]+(?=[编章节条款项目])|(?<=条)之[{NUMERAL_CLASS}]+")
_MARKS: Final = re.compile(r"[^\w]")
_INSTITUTION: Final = re.compile(
    r"部门|局|委员会|委|办公室|办|厅|法院|检察院|人民政府|政府|机关|机构|署|院|中心|大队|支队"
)
_ASIDE: Final = frozenset({"header", "contents", "tail"})
"""What a republished text prints of its own: the header note, the contents page, the signature."""


@dataclass(frozen=True, slots=True)
class CheckedClause:
    r"""One clause that differs: what it was, what the decision makes of it, what was published, and the verdict.

    `reason` says why the difference is likely there; `instructions` are the numbers of those that touch the clause.

    >>> from lawtrack.amend import verify
    >>> old = "某市公园条例\n第一条　公园开放。\n第二条　公园由市园林局管理。"
    >>> decision = "关于修改《某市公园条例》的决定\n一、将第二条中的“市园林局”修改为“市绿化局”。"
    >>> one, = verify(old, decision, old).articles
    >>> one.decided, one.published, one.instructions
    ('公园由市绿化局管理。', '公园由市园林局管理。', ('一',))
    """

    label: str
    verdict: str
    reason: Fault
    before: str = field(default="", repr=False)
    decided: str = field(default="", repr=False)
    published: str = field(default="", repr=False)
    instructions: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """One record of the contract; "code" is the reason's."""
        return {
            "label": self.label,
            "verdict": self.verdict,
            "reason": self.reason.message,
            "code": self.reason.code.removeprefix("amend.verify-"),
            "instructions": list(self.instructions),
            "before": self.before,
            "decided": self.decided,
            "published": self.published,
        }


@dataclass(frozen=True, slots=True)
class Verified:
    r"""What `verify` returns: the clauses that differ, and what came of applying the decision.

    `as_decided` counts the articles that the decision changes and the published text prints so.

    >>> from lawtrack.amend import verify
    >>> old = "某市公园条例\n第一条　公园开放。\n第二条　公园由市园林局管理。"
    >>> decision = "关于修改《某市公园条例》的决定\n一、将第二条中的“市园林局”修改为“市绿化局”。"
    >>> verified = verify(old, decision, old)
    >>> verified.as_decided, [(one.label, one.verdict) for one in verified.articles]
    (0, [('第二条', 'not-done')])
    """

    applied: Applied
    articles: tuple[CheckedClause, ...]
    as_decided: int
    title: str = ""

    @property
    def faithful(self) -> bool:
        """Is the published text what the decision makes of the base, and was every instruction understood?"""
        return self.applied.complete and not self.articles

    def to_dict(self) -> dict[str, Any]:
        """`{"faithful", "complete", "articles", "summary", "instructions", "doubts"}`; instructions are those that failed."""
        verdicts = [clause.verdict for clause in self.articles]
        return {
            "title": self.title,
            "faithful": self.faithful,
            "complete": self.applied.complete,
            "articles": [clause.to_dict() for clause in self.articles],
            "summary": {
                AS_DECIDED: self.as_decided + verdicts.count(AS_DECIDED),
                NOT_DECIDED: verdicts.count(NOT_DECIDED),
                NOT_DONE: verdicts.count(NOT_DONE),
            },
            "instructions": [one.to_dict() for one in self.applied.instructions if one.status == "failed"],
            "doubts": [doubt.message for doubt in self.applied.doubts],
        }


def verify(
    base: str | Instrument, decision: str | AmendingInstrument, published: str | Instrument
) -> Verified:
    r"""The published text held against the decision applied to the base, clause by clause; never raises for their words.

    >>> base = "某市河道条例\n第一条　市民爱护河道。\n第二条　违反第一条的，由水利局处罚款。"
    >>> decision = "一、将第一条中的“市民”修改为“公民”。"
    >>> published = "某市河道条例\n第一条　市民爱护河道。\n第二条　违反第一条的，由水务局处罚款。"
    >>> [(clause.label, clause.verdict) for clause in verify(base, decision, published).articles]
    [('第一条', 'not-done'), ('第二条', 'not-decided')]
    """
    old = parse(base) if isinstance(base, str) else base
    printed = parse(published) if isinstance(published, str) else published
    applied = apply(old, decision)
    ours = parse(applied.text)
    check = _Check(applied, compare(old, ours))
    clauses = tuple(check.clauses(compare(ours, printed)))
    changed = [row for row in check.made.rows if row.changed and row.new]
    differing = {clause.label for clause in clauses}
    kept = sum(differing.isdisjoint(row.new) for row in changed)
    return Verified(applied, clauses, kept, printed.title)


class _Check:
    """Where each clause of the applied text comes from, and which instruction touched it."""

    def __init__(self, applied: Applied, made: Comparison) -> None:
        self.applied, self.made = applied, made
        self.before = {label: row for row in made.rows for label in row.new}
        self.gone = [row for row in made.rows if not row.new]
        self.asides = {(row.level, row.new_text): row for row in _paired(list(made.other))}

    def clauses(self, print_: Comparison) -> Iterator[CheckedClause]:
        """A record for each clause that differs, in the order of the published text."""
        rows = [row for row in print_.other if row.level not in _ASIDE and row.changed]
        for row in _paired(rows):
            if not same(row.old_text, row.new_text):
                yield self._aside(row)
        for row in print_.rows:
            if row.changed or row.renumbered:
                checked = self._article(row)
                if checked is not None:
                    yield checked

    def _aside(self, row: Row) -> CheckedClause:
        """A title, a heading, a preamble, an annex."""
        label = (*row.new, *row.old, row.level)[0]
        made = self.asides.get((row.level, row.old_text))
        before = made.old_text if made else ""
        return self._clause(label, before, row.old_text, row.new_text, ())

    def _article(self, row: Row) -> CheckedClause | None:
        label = (*row.new, *row.old)[0]
        decided, published = _words(row.old_text, row.old), _words(row.new_text, row.new)
        if row.new and row.old and same(decided, published):
            if not row.renumbered:
                return None
            reason = fault("amend.verify-number", decided=row.old[0], published=row.new[0])
            return CheckedClause(label, NOT_DECIDED, reason, "", row.old_text, row.new_text)
        origin = self.before.get(row.old[0]) if row.old else None
        before = _words(origin.old_text, origin.old) if origin else ""
        return self._clause(label, before, decided, published, row.old or row.new)

    def _clause(
        self, label: str, before: str, decided: str, published: str, where: tuple[str, ...]
    ) -> CheckedClause:
        touching = [one for one in self.applied.instructions if set(where) & set(one.touched_new)]
        numbers = tuple(dict.fromkeys(one.instruction.number for one in touching if one.instruction.number))
        verdict, reason = self._judged(before, decided, published, touching, where)
        return CheckedClause(label, verdict, reason, before, decided, published, numbers)

    def _judged(
        self, before: str, decided: str, published: str, touching: list[Outcome], where: tuple[str, ...]
    ) -> tuple[str, Fault]:
        if not published:
            code = NOT_DONE if not before else NOT_DECIDED
            return code, fault("amend.verify-missing", where="、".join(where))
        if not decided:
            restored = any(same(_words(row.old_text, row.old), published) for row in self.gone)
            return (
                (NOT_DONE, fault("amend.verify-not-deleted"))
                if restored
                else (NOT_DECIDED, fault("amend.verify-added"))
            )
        code = _likely(decided, published)
        if code == "reference" and not _told(touching, decided, published):
            left = _REFERENCE.findall(before) == _REFERENCE.findall(published)
            if left:  # it should have followed the new numbers
                return NOT_DONE, fault("amend.verify-reference-left")
            return NOT_DECIDED, fault("amend.verify-reference")
        given = (
            not before and bool(touching) and code != "punctuation"
        )  # a new article is printed as it was decided
        if given or _undone(before, decided, published):
            words = "；".join(_shortened(one.instruction) for one in touching)
            return NOT_DONE, fault("amend.verify-not-done", words=words)
        if self._failed_at(where):
            return NOT_DECIDED, fault("amend.verify-failed")
        told = [*self.applied.choices, *(reason for one in touching for reason in one.faults)]
        inferred = any(reason.code == "amend.mark-inferred" for reason in told)
        if inferred and code == "punctuation":
            return AS_DECIDED, fault("amend.verify-mark")
        return NOT_DECIDED, fault(f"amend.verify-{code}")

    def _failed_at(self, where: tuple[str, ...]) -> bool:
        """Does an instruction that could not be carried out name the clause?"""
        origins = {label for one in where if (row := self.before.get(one)) for label in row.old}
        return any(
            operation.at is not None and operation.at.label.startswith(tuple(origins))
            for outcome in self.applied.instructions
            if outcome.status == "failed" and origins
            for operation in outcome.instruction.operations
        )


def _paired(rows: list[Row]) -> list[Row]:
    """Rows of headings, a renamed one as one row: the comparison sees a name that came and one that went."""
    gone = {(row.level, row.old): row for row in rows if row.level in HEADING_LEVELS and not row.new}
    paired: list[Row] = []
    for row in rows:
        other = gone.get((row.level, row.new)) if row.level in HEADING_LEVELS and not row.old else None
        if other is not None:
            paired.append(replace(row, kind="amended", old=other.old, old_text=other.old_text))
        elif row.new or row.level not in HEADING_LEVELS or not _taken(row, rows):
            paired.append(row)
    return paired


def _taken(row: Row, rows: list[Row]) -> bool:
    return any(other.level == row.level and other.new == row.old and not other.old for other in rows)


def _words(text: str, labels: tuple[str, ...]) -> str:
    """The words of one clause or several, without their numbers."""
    lines = text.split("\n")
    for label in labels:
        for at, line in enumerate(lines):
            if line.startswith(label):
                lines[at] = line[len(label) :].lstrip(" 　\t")
                break
    return "\n".join(lines)


def _shortened(one: Instruction) -> str:
    """An instruction as a proofreader finds it: its number and its first words, with …… where there is more."""
    line = one.source.split("\n", maxsplit=1)[0]
    return line if line == one.source and len(line) <= SHORT else line[:SHORT].rstrip("：。；“") + "……"


def _undone(before: str, decided: str, published: str) -> bool:
    """Does the print keep old words where the decision put new ones?"""
    if before and same(before, published):
        return not same(before, decided)
    put_in, taken_out = _changes(before, decided)
    gone, at = "", 0
    for op, words in (*inline_ops(decided, published), ("equal", "")):
        if op == "delete":
            gone, start = words, at
            at += len(words)
            if any(low < at and start < high for low, high in put_in) and words not in before:
                return True
        elif op == "insert":
            if any(abs(place - at) <= max(1, len(gone)) and _part(words, old) for place, old in taken_out):
                return True
            if any(low < at < high for low, high in put_in) and words.strip("，。；、：\n "):
                return True  # words inside those that the decision gives
        else:
            gone = ""
            at += len(words)
    return False


def _told(touching: list[Outcome], decided: str, published: str) -> bool:
    """Does an instruction give one of the references that the print has otherwise?"""
    ours, theirs = _REFERENCE.findall(decided), _REFERENCE.findall(published)
    differing = {a for a, b in zip(ours, theirs, strict=False) if a != b}
    texts = [op.text or "" for one in touching for op in one.instruction.operations]
    return any(reference in text for reference in differing for text in texts)


def _part(words: str, old: str) -> bool:
    return len(words.strip("，。；、")) > 1 and (words in old or old in words)


def _changes(before: str, decided: str) -> tuple[list[tuple[int, int]], list[tuple[int, str]]]:
    """Where in the decided text the new words are, and the old words with the place that they stood at."""
    put_in, taken_out, at = [], [], 0
    for op, words in inline_ops(before, decided) if before else ():
        if op == "delete":
            taken_out.append((at, words))
            continue
        if op == "insert":
            put_in.append((at, at + len(words)))
        at += len(words)
    return put_in, taken_out


def _likely(decided: str, published: str) -> str:
    """Why a clause likely differs: reference, punctuation, institution, or wording."""
    ours, theirs = fold(decided)[0], fold(published)[0]
    if _REFERENCE.sub("#", ours) == _REFERENCE.sub("#", theirs):
        return "reference"
    if _MARKS.sub("", ours) == _MARKS.sub("", theirs):
        return "punctuation"
    at, pairs = 0, []
    ops = (*inline_ops(ours, theirs), ("equal", ""))
    for (op, words), (following, came) in itertools.pairwise(ops):
        if op == "delete":
            pairs.append((words + ours[at + len(words) :][:4], came if following == "insert" else ""))
        if op != "insert":
            at += len(words)
    named = [_INSTITUTION.search(gone) is not None and bool(came) for gone, came in pairs]
    return "institution" if named and all(named) else "wording"
