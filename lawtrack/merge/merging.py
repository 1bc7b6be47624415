"""`merge`: two revisions of one text become one, clause by clause."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.law import Instrument, parse
from lawtrack.merge.deciding import DEPTHS
from lawtrack.merge.lines import path_of
from lawtrack.merge.model import Conflict, Merge, MergeRow, Note
from lawtrack.merge.order import SIDES, Side
from lawtrack.merge.printing import speaker
from lawtrack.merge.references import is_sign
from lawtrack.merge.settling import Plan, Settled
from lawtrack.merge.units import ARTICLE, HEADINGS, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lawtrack.merge.deciding import Decided, Depth, Origin, Pick
    from lawtrack.merge.lines import Out

BEGINNING: Final = 12
"""So many characters name a clause without a number."""


def merge(
    base: str | Instrument, ours: str | Instrument, theirs: str | Instrument, *, depth: Depth = "words"
) -> Merge:
    r"""`ours` and `theirs`, both made from `base`, as one text.

    Clauses are known by content and order, never by number (law 4). What one side changed is taken from it; a clause
    that both changed is merged by paragraphs and items, then by words where the changes leave each other alone
    (`depth` "lines" stops before the words, "clauses" merges no clause that both changed). What is left is a conflict:
    it stands as ours has it, or as theirs where ours deleted it, until `Merge.resolve`. Then everything is numbered
    anew, references inside the text follow, and the layout is that of ours. Raises UnusableInput for another `depth`.

    >>> base = "第一条　公园禁止吸烟。\n第二条　违反第一条的，予以警告。"
    >>> ours = base.replace("公园", "公园和学校")
    >>> theirs = "第一条　为了健康，制定本条例。\n第二条　公园禁止吸烟。\n第三条　违反第二条的，处五十元罚款。"
    >>> found = merge(base, ours, theirs)
    >>> print(found.text)
    第一条　为了健康，制定本条例。
    第二条　公园和学校禁止吸烟。
    第三条　违反第二条的，处五十元罚款。
    >>> found.complete, [row.origin for row in found.rows]
    (True, ['theirs', 'ours', 'theirs'])
    """
    if depth not in DEPTHS:
        raise UnusableInput("merging.depth", given=depth, known=DEPTHS)
    docs: dict[Side, Instrument] = {
        side: parse(text) if isinstance(text, str) else text
        for side, text in zip(SIDES, (base, ours, theirs), strict=True)
    }
    texts = {side: doc.text for side, doc in docs.items()}
    exact = None
    if texts["ours"] in (texts["base"], texts["theirs"]):
        exact = texts["theirs"]
    elif texts["theirs"] == texts["base"]:
        exact = texts["ours"]
    return settle(Plan(docs, depth, exact), {})


def settle(plan: Plan, choices: Mapping[str, str]) -> Merge:
    """The merge with some of its conflicts decided."""
    settled = Settled(plan, choices)
    conflicts = tuple(
        _conflict(settled, i, plan.decided[i].picks[p], name)
        for (i, p), name in plan.open.items()
        if name not in choices
    )
    text = settled.text
    return Merge(
        text=text,
        marked=settled.marked if conflicts else text,
        conflicts=conflicts,
        rows=tuple(_row(settled, i, clause) for i, clause in enumerate(plan.decided)),
        notes=tuple(dict.fromkeys(_notes(settled))),
        ids=frozenset(plan.open.values()),
        _again=partial(_settle_more, plan, choices),
    )


def _settle_more(plan: Plan, before: Mapping[str, str], more: Mapping[str, str]) -> Merge:
    return settle(plan, {**before, **more})


def _conflict(settled: Settled, i: int, pick: Pick, name: str) -> Conflict:
    plan, outs = settled.plan, settled.of_clause[i]
    clause = plan.decided[i]
    lines = {side: tuple(plan.parts[side].lines[at] for at in pick.knot.on(side)) for side in SIDES}
    assert pick.why
    return Conflict(
        name,
        clause.kind,
        pick.why,
        {side: _path(plan, side, clause, pick) for side in SIDES},
        {side: written(own) for side, own in lines.items()},
        next((_path_in(outs, out) for out in outs if out.conflict == name), ""),
    )


def _path(plan: Plan, side: Side, clause: Decided, pick: Pick) -> str:
    for k in clause.knot.on(side):
        inner = plan.parts[side].clauses[k]
        for at in pick.knot.on(side)[:1]:
            if inner.first <= at < inner.first + len(inner.lines):
                return path_of(inner.lines, inner.lines[at - inner.first])
    return ""


def _path_in(outs: list[Out], wanted: Out) -> str:
    lines = [out.printed for out in outs]
    return path_of(lines, lines[outs.index(wanted)])


def _row(settled: Settled, i: int, clause: Decided) -> MergeRow:
    outs = settled.of_clause[i]
    labels: dict[str, str] = {}
    texts: dict[str, str] = {}
    for side in SIDES:
        clauses = [settled.plan.parts[side].clauses[k] for k in clause.knot.on(side)]
        labels[side] = "、".join(one.label for one in clauses if one.label)
        texts[side] = "\n".join(one.text for one in clauses)
    labels["merged"] = "、".join(out.label for out in outs if out.kind == ARTICLE or clause.kind in HEADINGS)
    texts["merged"] = written(tuple(out.printed for out in outs))
    still = tuple(dict.fromkeys(out.conflict for out in outs if out.conflict))
    moved = tuple(side for side in SIDES if side in clause.knot.moved)
    return MergeRow(clause.kind, _origin(clause, still), labels, texts, moved, clause.knot.beside, still)


def _origin(clause: Decided, still: tuple[str, ...]) -> Origin:
    """Whose words stand in the clause as a whole."""
    if still:
        return "conflict"
    origins = {pick.origin for pick in clause.picks} - {"base"}
    if not origins:
        return "base"
    return origins.pop() if len(origins) == 1 else "words"


def _notes(settled: Settled) -> Iterator[Note]:
    for clause, outs in zip(settled.plan.decided, settled.of_clause, strict=True):
        for code, told in (
            ("merging.beside", clause.knot.beside),
            ("merging.moved-twice", len(clause.knot.moved) > 1),
        ):
            if told and outs:
                yield Note(code, outs[0].label or outs[0].said[:BEGINNING])
        for out in outs:
            if out.knot.beside and len(clause.picks) > 1:
                yield Note("merging.beside", _path_in(outs, out) or out.said[:BEGINNING])
            for sign in filter(is_sign, out.words):
                spoken = speaker(out, sign, settled.followed)
                if spoken and (spoken[1], sign) in settled.followed[spoken[0]].lost:
                    words = settled.followed[spoken[0]].words[spoken[1]][sign]
                    yield Note("merging.reference-lost", _path_in(outs, out), words)
