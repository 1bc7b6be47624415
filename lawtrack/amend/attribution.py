"""`effects`: for each instruction the clauses that it touched, for each clause the instruction that did it.

Read off what `apply` reports and off the two texts, never off the words of a reason: the places that the operations
name in the old numbering, followed into the new text by what the instruction declares, else by the comparison. What
changed without being named (a number pushed on, a reference that follows, the header note) is a consequence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from lawtrack.amend.tracing import NOWHERE, Clause, Side, Tracer, within
from lawtrack.amend.writing.proof import Proof
from lawtrack.compare import compare, in_order
from lawtrack.law import HEADING_LEVELS, Level, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from lawtrack.amend.model import Applied, Outcome
    from lawtrack.compare import Comparison, Row
    from lawtrack.law import Instrument

CONSEQUENCE: Final = "consequence"
"""The status of what no instruction names: operation renumber, references, note or contents."""
UNEXPLAINED: Final = "unexplained"
"""The operation of a change that neither an instruction nor a rule accounts for: a reader must look at it."""
COLUMNS: Final = (
    "instruction",
    "source",
    "status",
    "operation",
    "old_clause",
    "new_clause",
    "reason",
    "old_eid",
    "new_eid",
)
_RULES: Final = {"header": "note", "contents": "contents"}
_BLOCKS: Final = {
    "title": ("title",),
    "preamble": ("preamble",),
    "annex": ("annex", "after"),
    "tail": ("after",),
}
_HEADINGS: Final = ("heading", "headings", "sections", "chapters", "body")


@dataclass(frozen=True, slots=True)
class Effect:
    r"""One operation of one instruction at one clause.

    `index` is the instruction's place in the decision, None for a consequence. `old` and `new` are NOWHERE where there
    is no such clause: what is inserted has no old one, what is deleted no new one.

    >>> from lawtrack.amend import apply, effects
    >>> old = "某市公园条例\n第一条　公园开放。\n第二条　公园由市园林局管理。"
    >>> decision = "关于修改《某市公园条例》的决定\n一、将第二条中的“市园林局”修改为“市绿化局”。"
    >>> row, = effects(apply(old, decision), old).rows
    >>> row.number, row.operation, row.status, row.new.label
    ('一', 'replace-words', 'applied', '第二条')
    """

    index: int | None
    number: str
    source: str
    status: str
    operation: str
    old: Clause
    new: Clause
    reason: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """One flat record, named as the columns of the DataFrame."""
        values = (
            self.number,
            self.source,
            self.status,
            self.operation,
            self.old.label,
            self.new.label,
            self.reason,
        )
        return dict(zip(COLUMNS, (*values, self.old.eid, self.new.eid), strict=True))


@dataclass(frozen=True, slots=True)
class Effects:
    r"""What `effects` returns: the effects in the order of the decision, then the consequences in that of the text.

    >>> from lawtrack.amend import apply, effects
    >>> old = "某市公园条例\n第一条　公园开放。\n第二条　公园由市园林局管理。"
    >>> decision = "关于修改《某市公园条例》的决定\n一、将第二条中的“市园林局”修改为“市绿化局”。"
    >>> [(row.number, row.operation, row.old.label) for row in effects(apply(old, decision), old).rows]
    [('一', 'replace-words', '第二条')]
    """

    rows: tuple[Effect, ...]
    comparison: Comparison = field(repr=False)

    def of_instruction(self, index: int) -> tuple[Effect, ...]:
        """What the instruction at that place of `Applied.instructions` did."""
        return tuple(effect for effect in self.rows if effect.index == index)

    def of_clause(self, eid: str, *, old: bool = False) -> tuple[Effect, ...]:
        """What touched the clause `eid` of the new text (of the old one with `old`), or anything below or above it."""
        sides = ((effect, effect.old.eid if old else effect.new.eid) for effect in self.rows)
        return tuple(effect for effect, side in sides if side and (within(side, eid) or within(eid, side)))

    def to_frame(self) -> pd.DataFrame:
        """A DataFrame, one row an effect, all strings: COLUMNS. The reason is None where there is nothing to say."""
        import pandas as pd

        return pd.DataFrame([effect.to_dict() for effect in self.rows], columns=list(COLUMNS), dtype=object)


def effects(applied: Applied, base: str | Instrument) -> Effects:
    r"""The effects of what `apply(base, decision)` gave, instruction by instruction, and the consequences.

    >>> from lawtrack.amend import apply
    >>> base = "某市河道条例\n第一条　甲。\n第二条　乙市民。\n第三条　违反第二条的，罚款。"
    >>> decision = "一、增加一条，作为第二条：“丙。”\n二、将第二条改为第三条，其中的“市民”修改为“公民”。"
    >>> for one in effects(apply(base, decision), base).rows:
    ...     print(one.number, one.operation, one.old.label, "→", one.new.label)
    一 insert  → 第二条
    二 renumber 第二条 → 第三条
    二 replace-words 第二条 → 第三条
     renumber 第三条 → 第四条
     references 第三条 → 第四条
    """
    old = parse(base) if isinstance(base, str) else base
    comparison = compare(old, parse(applied.text))
    tracer = Tracer(comparison)
    named = [
        effect
        for index, outcome in enumerate(applied.instructions)
        for effect in _named(index, outcome, tracer)
    ]
    return Effects((*named, *_consequences(comparison, applied, named)), comparison)


def _named(index: int, outcome: Outcome, tracer: Tracer) -> Iterator[Effect]:
    """The effects of one instruction; one without clauses where it names none, or is none of this text's."""
    pairs = () if outcome.status == "ignored" else dict.fromkeys(tracer.pairs(outcome))
    told = outcome.instruction
    for operation, old, new in pairs or (("", NOWHERE, NOWHERE),):
        yield Effect(index, told.number, told.source, outcome.status, operation, old, new, outcome.reason)


def _consequences(comparison: Comparison, applied: Applied, named: list[Effect]) -> Iterator[Effect]:
    """What changed although no instruction names it, each with the rule by which it did."""
    reached = {effect.old.article for effect in named}, {effect.new.article for effect in named}
    blocks = {
        place.block or ("heading" if place.headings else "")
        for outcome in applied.instructions
        if outcome.status != "ignored"
        for operation in outcome.instruction.operations
        if (place := operation.at or operation.to) and not place.article
    }
    olds, news = Side(comparison.old), Side(comparison.new)
    for row in in_order(comparison):
        eids = [node.eid for node in row.old_provisions], [node.eid for node in row.new_provisions]
        if reached[0].isdisjoint(eids[0]) and reached[1].isdisjoint(eids[1]):
            rules = _article_rules(row) if row.level == Level.ARTICLE else _other_rules(row, blocks)
            yield from (_consequence(rule, row, olds, news) for rule in rules)


def _article_rules(row: Row) -> Iterator[str]:
    if row.renumbered or row.moved:
        yield "renumber"
    if row.changed:
        yield "references" if Proof.only_numbers(row.old_text, row.new_text) else UNEXPLAINED


def _other_rules(row: Row, blocks: set[str]) -> Iterator[str]:
    """The rules that changed a stretch that is no article; nothing where an instruction names the stretch."""
    if row.level in HEADING_LEVELS and row.renumbered:
        yield "renumber"
    if row.changed and row.level in _RULES:
        yield _RULES[row.level]
    elif row.changed and not blocks & set(
        _HEADINGS if row.level in HEADING_LEVELS else _BLOCKS.get(row.level, ())
    ):
        yield UNEXPLAINED


def _consequence(rule: str, row: Row, olds: Side, news: Side) -> Effect:
    old = olds.clause(row.old_provisions[0]) if row.old_provisions else Clause("", "".join(row.old))
    new = news.clause(row.new_provisions[0]) if row.new_provisions else Clause("", "".join(row.new))
    return Effect(None, "", "", CONSEQUENCE, rule, old, new)
