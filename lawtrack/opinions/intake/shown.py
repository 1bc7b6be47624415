"""What a form shows of the clauses that it asks about: words that somebody wrote there are told, not passed over.

A form has a column with the words of each clause, to be read, and columns beside it to be filled in. Whoever writes a
new wording into the first leaves no opinion; what the cell says is held against the version that the form asks about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.compare import fold, word_ops
from lawtrack.messages import translate
from lawtrack.opinions.intake.received import Leftover

if TYPE_CHECKING:
    from lawtrack.law import Instrument
    from lawtrack.opinions.clauses import Clauses
    from lawtrack.opinions.intake.received import Shown

_AROUND: Final = 6
"""Characters of what stays that are shown on either side of a change."""


def rewritten(shown: Shown, clauses: Clauses, version: str) -> Leftover | None:
    r"""What is to be told of the row: its words, and how they differ from `version`; None where they are the text's own.

    >>> from lawtrack.law import parse
    >>> from lawtrack.opinions import Clauses, Shown
    >>> clauses = Clauses(parse("第一条　公园开放。\n第二条　公园免费。"))
    >>> rewritten(Shown(2, "第一条", "第一条　公园开放。"), clauses, "一审")
    >>> rewritten(Shown(2, "第一条", "第一条　公园全天开放。"), clauses, "一审").words
    '第一条：第一条 公园〔增：全天〕开放。'
    """
    words = _words(shown, clauses)
    if words is None:
        said = f"{shown.clause} {shown.words}".strip()
        return Leftover(shown.line, said, translate("opinions.shown-unknown", version=version))
    if fold(shown.words) == fold(words):
        return None
    changed = f"{shown.clause}：{_changes(words, shown.words)}"
    return Leftover(shown.line, changed, translate("opinions.shown-rewritten", version=version))


def _words(shown: Shown, clauses: Clauses) -> str | None:
    """What the row should say; None where the text has no such clause or heading. Of a row without words, nothing."""
    if not shown.clause:
        return shown.words if fold(shown.words) in _headings(clauses.doc) else None
    if (annex := clauses.annex(shown.clause)) is not None:
        return annex.text
    eids = clauses.named(shown.clause).eids
    if not eids and not shown.words:
        return ""  # a row that somebody added for an opinion of their own
    return "\n".join(clauses.doc.by_eid[eid].text for eid in eids) if eids else None


def _headings(doc: Instrument) -> frozenset[str]:
    return frozenset(fold(f"{node.label}{node.heading}") for node in doc.headings)


def _changes(old: str, new: str) -> str:
    """What went and what came, each between brackets, with a few of the characters around."""
    told = ""
    ops = word_ops(old, new)
    for at, (op, said) in enumerate(ops):
        words = " ".join(said.split())
        if op != "equal":
            told += f"〔{translate(f'opinions.shown-{op}')}：{words}〕" if words else ""
        elif len(words) <= 2 * _AROUND:
            told += words
        else:
            first, last = words[:_AROUND] if at else "", words[-_AROUND:] if at + 1 < len(ops) else ""
            told += f"{first}……{last}" if first or last else words
    return told
