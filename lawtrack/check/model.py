"""What a rule objects to, what a check makes of it, and the fix that can come with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Severity(StrEnum):
    """How much it matters.

    >>> [str(each) for each in Severity]
    ['error', 'warning', 'hint']
    """

    ERROR = "error"  # the text cannot mean what it says: a reference to nothing, a number twice
    WARNING = "warning"  # against a rule of the drafting norms
    HINT = "hint"  # worth a second look


class FindingRecord(TypedDict):
    """A `Finding` as plain data: `fix` is what to write instead, None where the rule knows nothing.

    >>> from lawtrack.check import check
    >>> [record["fix"] for record in (each.to_dict() for each in check("第一条　其它单位应当报告。")) if record["words"] == "其它"]
    ['其他']
    """

    code: str
    severity: str
    line: int
    eid: str
    words: str
    message: str
    source: str
    start: int
    end: int
    fix: str | None
    reason: str


class Hit(NamedTuple):
    """One place that a rule objects to; `better` replaces it where the rule knows what to write."""

    start: int
    end: int
    better: str | None = None
    details: dict[str, object] = {}  # noqa: RUF012 - never written to; a NamedTuple has no default factory


@dataclass(frozen=True, slots=True)
class Fix:
    """Replace the source's [start:end] by `replacement`.

    >>> "公园开放．"[:4] + Fix(4, 5, "。").replacement
    '公园开放。'
    """

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    r"""One place that breaks one rule.

    `code` is the rule's, `source` its legal or technical basis (Chinese, as cited). `start` and `end` are offsets in
    the text, `line` counts from 1, `eid` is the provision that holds the place, "" outside the body. `reason` says
    why the rule is switched off here; "" for a finding that stands.

    >>> from lawtrack.check import check
    >>> finding = check("某市公园条例\n第一条　公园应当开放。")[0]
    >>> finding.code, finding.line, finding.words
    ('no-commencement', 2, '第一条')
    """

    code: str
    severity: Severity
    source: str
    start: int
    end: int
    line: int
    eid: str
    words: str
    details: Mapping[str, object] = field(default_factory=dict)
    fix: Fix | None = None
    reason: str = ""

    @property
    def message(self) -> str:
        """The sentence in the language in use."""
        return translate(f"check.{self.code}", lang=None, words=self.words, **self.details)

    def to_dict(self) -> FindingRecord:
        """The finding as plain data."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            "line": self.line,
            "eid": self.eid,
            "words": self.words,
            "message": self.message,
            "source": self.source,
            "start": self.start,
            "end": self.end,
            "fix": None if self.fix is None else self.fix.replacement,
            "reason": self.reason,
        }


def apply_fixes(text: str, findings: Iterable[Finding]) -> str:
    """The text with every fix made; of two that overlap the one that starts first.

    >>> finding = Finding(
    ...     code="other", severity=Severity.HINT, source="", start=0, end=2, line=1, eid="", words="其它",
    ...     fix=Fix(0, 2, "其他"),
    ... )
    >>> apply_fixes("其它单位", [finding])
    '其他单位'
    """
    fixes = sorted((finding.fix for finding in findings if finding.fix), key=lambda fix: (fix.start, fix.end))
    pieces, at = [], 0
    for fix in fixes:
        if fix.start >= at:
            pieces += [text[at : fix.start], fix.replacement]
            at = fix.end
    return "".join([*pieces, text[at:]])


def before_and_after(text: str, findings: Iterable[Finding]) -> list[tuple[int, str, str]]:
    """Each line that the fixes change: its number, its words before and after.

    >>> finding = Finding(
    ...     code="other", severity=Severity.HINT, source="", start=0, end=2, line=1, eid="", words="其它",
    ...     fix=Fix(0, 2, "其他"),
    ... )
    >>> before_and_after("其它单位", [finding])
    [(1, '其它单位', '其他单位')]
    """
    marked = apply_fixes(text, findings).split("\n")
    return [
        (number, old, new)
        for number, (old, new) in enumerate(zip(text.split("\n"), marked, strict=False), 1)
        if old != new
    ]
