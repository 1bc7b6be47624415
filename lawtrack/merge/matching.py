"""Which clauses and lines of three texts are one thing: by content and order, never by number (law 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel

from lawtrack.compare import Group, align_units, compare, fold
from lawtrack.merge.order import Knot, Side, weave
from lawtrack.merge.units import ARTICLE, HEADINGS, Parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lawtrack.compare import Row
    from lawtrack.merge.units import Clause, Line

ALIKE: Final = 0.70
"""Insertions of both sides at one place that share so much are one clause, worded twice."""
_AS_ONE: Final = frozenset({"order", "title", "header", "contents", "preamble", "tail"})
"""Blocks that a text has once."""


class Match:
    """Finds the knots of three texts, first of their clauses, then of the lines of each clause."""

    def __init__(self, parts: Mapping[Side, Parts]) -> None:
        self.parts = parts

    def clauses(self) -> list[Knot]:
        """Every clause of the three texts, in the merged order."""
        base, ours, theirs = (self.parts[side] for side in ("base", "ours", "theirs"))

        def same(i: int | None, j: int, k: int) -> bool:
            one, other = ours.clauses[j], theirs.clauses[k]
            if i is not None:
                return base.clauses[i].kind == one.kind == other.kind
            return one.kind == other.kind and (one.kind in _AS_ONE or _alike(one.key, other.key))

        return weave(_clause_groups(base, ours), _clause_groups(base, theirs), same)

    def lines(self, knot: Knot) -> list[Knot]:
        """The lines of one clause, by their places in the three texts."""
        base, ours, theirs = (self._lines_of(knot, side) for side in ("base", "ours", "theirs"))
        if not base and ours and theirs:  # inserted by both: ours stands for the base
            groups = _line_groups(self._of("ours", ours), self._of("theirs", theirs))
            return [
                Knot((), tuple(ours[i] for i in old), tuple(theirs[j] for j in new))
                for old, new, *_ in groups
            ]

        def same(i: int | None, j: int, k: int) -> bool:
            one, other = self.parts["ours"].lines[ours[j]], self.parts["theirs"].lines[theirs[k]]
            if i is not None:
                return self.parts["base"].lines[base[i]].kind == one.kind == other.kind
            return one.kind == other.kind and _alike(fold(one.words), fold(other.words))

        mine = _line_groups(self._of("base", base), self._of("ours", ours))
        other = _line_groups(self._of("base", base), self._of("theirs", theirs))
        return [
            woven._replace(
                base=tuple(base[i] for i in woven.base),
                ours=tuple(ours[j] for j in woven.ours),
                theirs=tuple(theirs[k] for k in woven.theirs),
            )
            for woven in weave(mine, other, same)
        ]

    def _lines_of(self, knot: Knot, side: Side) -> list[int]:
        clauses = [self.parts[side].clauses[k] for k in knot.on(side)]
        return [at for clause in clauses for at in range(clause.first, clause.first + len(clause.lines))]

    def _of(self, side: Side, places: Iterable[int]) -> list[Line]:
        return [self.parts[side].lines[at] for at in places]


def _alike(one: str, other: str) -> bool:
    """Are the words of two insertions so much alike that they are one?"""
    return one == other or Indel.normalized_similarity(one, other) >= ALIKE


def _clause_groups(base: Parts, side: Parts) -> list[Group]:
    """Groups of clauses, of each kind among themselves; every clause of both in one of them."""
    if base.doc.text == side.doc.text:
        return [Group((k,), (k,)) for k in range(len(base.clauses))]
    groups = [group for kind in _kinds(base, side) for group in _of_kind(base, side, kind)]
    compared = compare(base.doc, side.doc)
    olds = {clause.node.eid: k for k, clause in enumerate(base.clauses) if clause.node}
    news = {clause.node.eid: k for k, clause in enumerate(side.clauses) if clause.node}
    rows = [*compared.rows, *(row for row in compared.other if row.level in HEADINGS)]
    provisions = [_group(row, olds, news) for row in rows]
    return groups + _renamed(provisions, base.clauses, side.clauses)


def _kinds(base: Parts, side: Parts) -> list[str]:
    """What `compare` does not pair clause by clause."""
    kinds = dict.fromkeys(clause.kind for clause in (*base.clauses, *side.clauses))
    return [kind for kind in kinds if kind != ARTICLE and kind not in HEADINGS]


def _of_kind(base: Parts, side: Parts, kind: str) -> list[Group]:
    olds = [k for k, clause in enumerate(base.clauses) if clause.kind == kind]
    news = [k for k, clause in enumerate(side.clauses) if clause.kind == kind]
    if kind in _AS_ONE and len(olds) == len(news) == 1:
        return [Group(tuple(olds), tuple(news))]
    groups = align_units([base.clauses[k].key for k in olds], [side.clauses[k].key for k in news])
    return [Group(tuple(olds[i] for i in group.old), tuple(news[j] for j in group.new)) for group in groups]


def _group(row: Row, olds: Mapping[str, int], news: Mapping[str, int]) -> Group:
    return Group(
        tuple(sorted(olds[node.eid] for node in row.old_provisions)),
        tuple(sorted(news[node.eid] for node in row.new_provisions)),
    )


def _renamed(groups: list[Group], olds: Sequence[Clause], news: Sequence[Clause]) -> list[Group]:
    """A heading that is gone and one that came before the same article are one heading with another name."""
    partner = {j: group.old[0] for group in groups if group.old for j in group.new[:1]}
    came = {}
    for group in groups:
        if not group.old and news[group.new[0]].kind in HEADINGS:
            came[news[group.new[0]].kind, _following(news, group.new[0], partner)] = group
    gone = [group for group in groups if not group.new and olds[group.old[0]].kind in HEADINGS]
    kept = {i: i for i in partner.values()}
    for group in gone:
        following = _following(olds, group.old[0], kept)
        other = came.pop((olds[group.old[0]].kind, following), None)
        if other is not None and following is not None:
            groups = [one for one in groups if one not in (group, other)]
            groups.append(Group(group.old, other.new))
    return groups


def _following(clauses: Sequence[Clause], at: int, partner: Mapping[int, int]) -> int | None:
    """The base place of the next article that both texts have; None where a heading of its level or the end is nearer."""
    for k in range(at + 1, len(clauses)):
        if clauses[k].kind == clauses[at].kind:
            return None
        if clauses[k].kind == ARTICLE and k in partner:
            return partner[k]
    return None


def _line_groups(olds: Sequence[Line], news: Sequence[Line]) -> list[Group]:
    """Groups of the lines of one clause; articles' own lines go with the words that follow them."""
    before = [_known_by(line) for line in olds]
    after = [_known_by(line) for line in news]
    if len(before) == len(after) and (before == after or len(before) == 1):
        return [Group((k,), (k,)) for k in range(len(before))]
    worded = [[k for k, line in enumerate(side) if line.kind != ARTICLE] for side in (olds, news)]
    groups = [
        Group(tuple(worded[0][i] for i in group.old), tuple(worded[1][j] for j in group.new))
        for group in align_units([before[k] for k in worded[0]], [after[k] for k in worded[1]])
    ]
    return groups + _numbers(olds, news, groups)


def _known_by(line: Line) -> str:
    """What a line is known by: its words, and of a row of a table the number in its first cell too, which is a cell's words."""
    return fold(f"{line.label}{line.words}" if "\t" in line.sep else line.words)


def _numbers(olds: Sequence[Line], news: Sequence[Line], groups: list[Group]) -> list[Group]:
    """The first articles of both are the same; another one is where the first line below it is."""
    heads = [[k for k, line in enumerate(side) if line.kind == ARTICLE] for side in (olds, news)]
    pairs = dict(zip(heads[0][:1], heads[1][:1], strict=False))
    into = {i: group.new for group in groups for i in group.old}
    for i in heads[0][1:]:
        wanted = {j - 1 for j in into.get(i + 1, ())}
        j = next((j for j in heads[1] if j in wanted and j not in pairs.values()), None)
        if j is not None:
            pairs[i] = j
    paired = [Group((i,), (pairs[i],) if i in pairs else ()) for i in heads[0]]
    return paired + [Group((), (j,)) for j in heads[1] if j not in pairs.values()]
