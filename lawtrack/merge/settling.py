"""The merged text from what was decided: its lines in order, numbered, their references made words again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law import parse
from lawtrack.merge.deciding import Decided, Deciding, Depth, Pick
from lawtrack.merge.lines import Lines, Out
from lawtrack.merge.numbering import Numbering, relabelled
from lawtrack.merge.order import SIDES, Side
from lawtrack.merge.printing import Printer, said
from lawtrack.merge.units import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lawtrack.law import Instrument

_CONTENTS: Final = frozenset({"目录", "目次"})


class Plan:
    """Everything about a merge but how its conflicts are decided.

    `open` gives the conflicts' ids by clause and pick; `exact` is the merged text where one of the texts is it, to
    the character.
    """

    def __init__(self, docs: Mapping[Side, Instrument], depth: Depth, exact: str | None) -> None:
        self.deciding, self.exact = Deciding(docs, depth), exact
        self.parts = self.deciding.parts
        self.decided = self.deciding.run()
        if exact is not None:
            self.decided = [_uncontested(one) for one in self.decided]
        self.numbering = Numbering(self.parts)
        self.lines = Lines(self.deciding)
        self.printer = Printer(self.parts)
        self.zero = any("〇" in line.label for line in self.parts["ours"].lines)
        self.open: dict[tuple[int, int], str] = {}
        for i, clause in enumerate(self.decided):
            for p, pick in enumerate(clause.picks):
                if pick.why:
                    self.open[i, p] = f"c{len(self.open) + 1}"


def _uncontested(clause: Decided) -> Decided:
    """A merge without conflicts: where one of the texts is the merged text there are none."""
    picks = tuple(Pick(pick.knot, "both") if pick.why else pick for pick in clause.picks)
    return Decided(clause.knot, clause.kind, picks)


class Settled:
    """The merged lines under some decisions: `outs` in order, and clause by clause in `of_clause`."""

    def __init__(self, plan: Plan, choices: Mapping[str, str]) -> None:
        self.plan, self.choices = plan, choices
        self.of_clause = [
            [out for p, pick in enumerate(clause.picks) for out in self._outs(i, p, pick)]
            for i, clause in enumerate(plan.decided)
        ]
        self.outs = [out for outs in self.of_clause for out in outs]
        self.followed = {side: plan.deciding.referring[side].follow({}) for side in SIDES}
        self._number()
        self._say(self.outs)
        if any(one.lines for one in plan.deciding.referring.values()):
            self._follow()
        self._list_contents()

    @property
    def text(self) -> str:
        """The merged text."""
        return self.plan.printer.text(self.outs)[0] if self.plan.exact is None else self.plan.exact

    @property
    def marked(self) -> str:
        """The merged text with git's markers around both sides' words of each open conflict."""
        at = {name: place for place, name in self.plan.open.items()}

        def sides(conflict: str) -> tuple[list[Out], list[Out]]:
            i, p = at[conflict]
            return self._alternative(i, p, "ours"), self._alternative(i, p, "theirs")

        return self.plan.printer.marked(self.outs, sides)

    def _outs(self, i: int, p: int, pick: Pick) -> list[Out]:
        conflict = self.plan.open.get((i, p), "")
        choice = self.choices.get(conflict, "")
        lines = self.plan.lines
        if not conflict:
            return lines.of_pick(i, pick)
        for side in SIDES:
            if choice == side:
                return lines.of_side(i, pick, side)
        if choice:
            return lines.typed(i, pick, choice)
        # nobody's words go while it is open: what one side deleted and the other changed stands
        return lines.of_side(i, pick, "ours" if pick.knot.ours else "theirs", conflict)

    def _alternative(self, i: int, p: int, side: Side) -> list[Out]:
        """One side's lines of a conflict, with the numbers of those that stand."""
        pick = self.plan.decided[i].picks[p]
        outs = self.plan.lines.of_side(i, pick, side)
        standing = [out for out in self.of_clause[i] if out.conflict == self.plan.open[i, p]]
        for place, out in enumerate(outs):
            near = standing[place] if place < len(standing) else out
            number = near.number if near.kind == out.kind and near is not out else out.line.number
            out.label = relabelled(out.line, number, zero=self.plan.zero)
        self._say(outs)
        return outs

    def _number(self) -> None:
        kinds, places = [out.kind for out in self.outs], [out.places for out in self.outs]
        for out, number in zip(self.outs, self.plan.numbering.number(kinds, places), strict=True):
            out.number = number
            out.label = relabelled(out.line, number, zero=self.plan.zero)

        for members in self.plan.numbering.lists(kinds):
            _closed([self.outs[at] for at in members], self.plan.numbering)

    def _say(self, outs: Sequence[Out]) -> None:
        for out in outs:
            out.said = said(out, self.followed)

    def _follow(self) -> None:
        """Make the references say the new numbers; where each provision is, the text with the old ones tells."""
        text, starts = self.plan.printer.text(self.outs)
        addresses = {(node.start, str(node.level)): node.eid for node in parse(text).provisions}
        for out, start in zip(self.outs, starts, strict=True):
            out.eid = addresses.get((start, out.kind), "")
        referring = self.plan.deciding.referring
        self.followed = {side: referring[side].follow(dict(self._mapping(side))) for side in SIDES}
        self._say(self.outs)

    def _mapping(self, side: Side) -> Iterator[tuple[str, str | None]]:
        """Where each provision of one text is in the merged one, None for what is gone."""
        for i, clause in enumerate(self.plan.decided):
            outs = [out for out in self.of_clause[i] if out.eid]
            went = {out.places[side]: out.eid for out in outs if side in out.places}
            kept = {(one, at) for out in outs for one, at in out.places.items()}
            for k in clause.knot.on(side):
                inner = self.plan.parts[side].clauses[k]
                places = range(inner.first, inner.first + len(inner.lines))
                if not inner.lines[0].eid:
                    continue
                first = next((went[at] for at in places if at in went), outs[0].eid if outs else None)
                yield inner.lines[0].eid, first
                for at, line in zip(places[1:], inner.lines[1:], strict=True):
                    knot = self.plan.lines.knots[side, at]
                    if at in went:
                        yield line.eid, went[at]
                    elif not any((one, place) in kept for one in SIDES for place in knot.on(one)):
                        yield line.eid, None

    def _list_contents(self) -> None:
        """A contents page lists the headings that the merged text has."""
        listed = [out for out in self.outs if out.kind == "contents"]
        if not listed:
            return
        side = listed[0].source[0]
        own = [(line.label, line.words) for line in self.plan.parts[side].lines if line.kind in HEADINGS]
        now = [(out.label, out.said) for out in self.outs if out.kind in HEADINGS]
        if own == now:
            return
        titles = [out for out in listed if "".join(out.said.split()) in _CONTENTS]
        model = next((out for out in listed if out not in titles), listed[0])
        made = [Out(model.line, model.clause, "", {}, model.source, model.knot) for _ in now]
        for out, (label, name) in zip(made, now, strict=True):
            out.said = f"{label}　{name}" if label else name
        self.of_clause[model.clause] = [*titles, *made]
        self.outs = [out for outs in self.of_clause for out in outs]


def _closed(outs: Sequence[Out], numbering: Numbering) -> None:
    """Items end with ；and the last one with 。, also where another one is the last now than in its own text."""
    ends = [out.words[-1:] for out in outs]
    if len(outs) < 2 or not {*ends} <= {"；", "。"} or not {"；"} < {*ends, "。"}:
        return
    for place, out in enumerate(outs):
        was = {numbering.is_last(side, at) for side, at in out.places.items()}
        last = place == len(outs) - 1
        if last not in was and was:
            out.words = out.words[:-1] + ("。" if last else "；")
