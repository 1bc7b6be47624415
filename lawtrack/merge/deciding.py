"""What becomes of each clause and each line: whose words stand, what is merged, what somebody has to decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from lawtrack.merge.matching import Match
from lawtrack.merge.order import SIDES, Knot, Side
from lawtrack.merge.references import Referring, Signs
from lawtrack.merge.units import ARTICLE, take_apart
from lawtrack.merge.words import merge_words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from lawtrack.law import Instrument

Depth = Literal["words", "lines", "clauses"]
DEPTHS: Final[tuple[Depth, ...]] = ("words", "lines", "clauses")
"""How far down a clause that both changed is merged: to words, to paragraphs and items, or not at all."""
Origin = Literal["base", "ours", "theirs", "both", "words", "conflict"]
Why = Literal["both-changed", "both-added", "deleted-changed", "changed-deleted"]

_BREAK: Final = "\n"
Signed = tuple[tuple[str, str], ...]
"""Lines as they are compared: the shape of each, and its words with signs for references."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Lines that are one thing in the three texts, and whose words stand; `why` is set where that is open."""

    knot: Knot
    origin: Origin
    why: Why | None = None
    merged: Signed = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """One clause of the merge: its places among the clauses of each text, and its lines in order."""

    knot: Knot
    kind: str
    picks: tuple[Pick, ...]


class Deciding:
    """Three texts taken apart, their references as signs, and what is decided about each clause."""

    def __init__(self, docs: Mapping[Side, Instrument], depth: Depth) -> None:
        self.depth: Depth = depth
        self.parts = {side: take_apart(doc) for side, doc in docs.items()}
        match = Match(self.parts)
        self.knots = match.clauses()
        self.lines = [match.lines(knot) for knot in self.knots]
        signs = Signs([doc.text for doc in docs.values()])
        self.referring = {
            side: Referring(self.parts[side], dict(self._places(side)), signs) for side in SIDES
        }

    def _places(self, side: Side) -> Iterator[tuple[str, Hashable]]:
        """What each provision of one text is in all three."""
        parts = self.parts[side]
        for number, (knot, lines) in enumerate(zip(self.knots, self.lines, strict=True)):
            for place, k in enumerate(knot.on(side)):
                node = parts.clauses[k].node
                if node is not None:
                    yield node.eid, (number, place)
            for below, tied in enumerate(lines):
                for at in tied.on(side):
                    line = parts.lines[at]
                    if line.eid and line.kind != ARTICLE:
                        yield line.eid, (number, "line", below)

    def run(self) -> list[Decided]:
        """Every clause, in the merged order."""
        return [self._clause(knot, lines) for knot, lines in zip(self.knots, self.lines, strict=True)]

    def _clause(self, knot: Knot, lines: list[Knot]) -> Decided:
        kind = next(self.parts[side].clauses[knot.on(side)[0]].kind for side in SIDES if knot.on(side))
        base, ours, theirs = (tuple(sorted(at for line in lines for at in line.on(side))) for side in SIDES)
        whole = Knot(base, ours, theirs)
        pick = self._pick(whole)
        absent = not all(knot.on(side) for side in SIDES)
        if kind == "contents":  # lists the chapters; is written anew, never fought over
            picks = [pick if pick.why is None else Pick(whole, "ours" if whole.ours else "theirs")]
        elif absent or (pick.why and self.depth == "clauses"):
            picks = [pick]
        else:
            picks = [self._pick(line) for line in lines]
            several = any(len(knot.on(side)) > 1 for side in SIDES)
            if several and any(one.why for one in picks):
                picks = [pick]
        return Decided(knot, kind, tuple(picks))

    def _pick(self, knot: Knot) -> Pick:
        base, ours, theirs = (self._signed(knot, side) for side in SIDES)
        if ours == base or self._untouched(knot, "ours"):
            same = theirs == base or self._untouched(knot, "theirs")
            return Pick(knot, "base" if same and (knot.base or not knot.theirs) else "theirs")
        if theirs == base or self._untouched(knot, "theirs"):
            return Pick(knot, "ours")
        if ours == theirs:
            return Pick(knot, "both")
        if not base:
            return Pick(knot, "conflict", "both-added")
        if not ours or not theirs:
            return Pick(knot, "conflict", "changed-deleted" if ours else "deleted-changed")
        merged = self._merged(base, ours, theirs) if self.depth == "words" else None
        return Pick(knot, "words", merged=merged) if merged else Pick(knot, "conflict", "both-changed")

    def _signed(self, knot: Knot, side: Side) -> Signed:
        lines = self.parts[side].lines
        return tuple([(lines[at].shape, self.referring[side].signed(at)) for at in knot.on(side)])

    def _untouched(self, knot: Knot, side: Side) -> bool:
        """Does it read as in the base, though its references count in another numbering (forgotten, not changed)?"""
        base, now = self.parts["base"].lines, self.parts[side].lines
        olds, news = knot.base, knot.on(side)
        return len(olds) == len(news) > 0 and all(
            (base[i].shape, base[i].words) == (now[j].shape, now[j].words)
            for i, j in zip(olds, news, strict=True)
        )

    @staticmethod
    def _merged(base: Signed, ours: Signed, theirs: Signed) -> Signed | None:
        """Word by word; a line break of the clause is a character like others, so that a split can be merged too."""
        shapes: dict[str, str] = {}
        for shape, _ in (*base, *ours, *theirs):
            shapes.setdefault(shape, chr(0xE000 + len(shapes)))
        texts = [
            _BREAK.join(shapes[shape] + words.replace(_BREAK, "\x00") for shape, words in side)
            for side in (base, ours, theirs)
        ]
        merged = merge_words(*texts)
        back = {sign: shape for shape, sign in shapes.items()}
        lines = (merged or "").split(_BREAK)
        if not merged or any(line[:1] not in back for line in lines):
            return None
        return tuple((back[line[0]], line[1:].replace("\x00", _BREAK)) for line in lines)
