"""The lines of a merged text: each with where it comes from, before and after it has its number and its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lawtrack.law import parse, read_lines, to_chinese
from lawtrack.merge.order import SIDES, Knot, Side
from lawtrack.merge.units import ARTICLE, HEADINGS, PARAGRAPH, Line, take_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.law import Number
    from lawtrack.merge.deciding import Deciding, Pick

_COUNTED: Final = frozenset({"item", "point"})


@dataclass(slots=True)
class Out:
    """One line of the merged text.

    `line` is the model of its number and layout; `words` are signed (references as signs), `said` as printed. `places`
    tell which line of each text it is, `source` from which sides its words may come, likeliest first. `conflict` names
    the open conflict that it stands in.
    """

    line: Line
    clause: int
    words: str
    places: dict[Side, int]
    source: tuple[Side, ...]
    knot: Knot
    conflict: str = ""
    number: Number = (0, 0)
    label: str = ""
    said: str = ""
    eid: str = ""

    @property
    def kind(self) -> str:
        """A level, or a block's kind."""
        return self.line.kind

    @property
    def printed(self) -> Line:
        """The line as the merged text has it."""
        return Line(self.kind, "", self.label, self.line.sep, self.said, 0, 0, self.number, self.eid)


@dataclass(slots=True)
class Lines:
    """Makes lines of what was decided."""

    deciding: Deciding
    knots: dict[tuple[Side, int], Knot] = field(init=False)

    def __post_init__(self) -> None:
        tied = (knot for lines in self.deciding.lines for knot in lines)
        self.knots = {(side, at): knot for knot in tied for side in SIDES for at in knot.on(side)}

    def of_pick(self, clause: int, pick: Pick) -> list[Out]:
        """The lines of what nobody has to decide."""
        if pick.origin == "words":
            return list(self._merged(clause, pick))
        side: Side = "theirs" if pick.origin == "theirs" else "ours"
        return self.of_side(clause, pick, self._reworded(pick) if pick.origin == "base" else side)

    def _reworded(self, pick: Pick) -> Side:
        """The side whose references already follow its numbers, in its own words; the base where there is none."""
        words = {side: [self._at(side, at).words for at in pick.knot.on(side)] for side in SIDES}
        sides: tuple[Side, ...] = ("ours", "theirs")
        return next((side for side in sides if words[side] and words[side] != words["base"]), "base")

    def of_side(self, clause: int, pick: Pick, side: Side, conflict: str = "") -> list[Out]:
        """One side's lines."""
        return [self._line(clause, side, at, conflict) for at in pick.knot.on(side)]

    def typed(self, clause: int, pick: Pick, text: str) -> list[Out]:
        """Lines of a text that somebody wrote to decide a conflict; its references count as they stand."""
        knot, typed = pick.knot, []
        for place, line in enumerate(self._read(pick, text)):
            places = {side: knot.on(side)[place] for side in SIDES if place < len(knot.on(side))}
            same = {side: at for side, at in places.items() if self._at(side, at).kind == line.kind}
            model = self._at(*next(iter(same.items()))) if same else line
            shown = model if model.shape == line.shape else line
            typed.append(Out(shown, clause, line.words, same, (), knot))
        return typed

    def _at(self, side: Side, at: int) -> Line:
        return self.deciding.parts[side].lines[at]

    def _line(self, clause: int, side: Side, at: int, conflict: str) -> Out:
        knot, own = self.knots[side, at], self._at(side, at)
        place = knot.on(side).index(at)
        places: dict[Side, int] = {one: knot.on(one)[place] for one in SIDES if place < len(knot.on(one))}
        mine = self._at("ours", places["ours"]) if "ours" in places else own
        words = self.deciding.referring[side].signed(at)
        source = (side, *(one for one in SIDES if one != side))
        return Out(mine if mine.shape == own.shape else own, clause, words, places, source, knot, conflict)

    def _merged(self, clause: int, pick: Pick) -> Iterator[Out]:
        knot = pick.knot
        for place, (shape, words) in enumerate(pick.merged):
            places: dict[Side, int] = {
                side: knot.on(side)[place] for side in SIDES if place < len(knot.on(side))
            }
            near = [self._at(side, places[side]) for side in ("ours", "theirs", "base") if side in places]
            every = [self._at(side, at) for side in SIDES for at in knot.on(side)]
            model = next(line for line in (*near, *every) if line.shape == shape)
            yield Out(model, clause, words, places, ("ours", "theirs", "base"), knot)

    def _read(self, pick: Pick, text: str) -> Sequence[Line]:
        """The lines of what was typed for lines of these kinds, with their numbers or without."""
        lines = [self._at(side, at) for side in SIDES for at in pick.knot.on(side)]
        kind = lines[0].kind
        if kind in HEADINGS:
            headings = parse(text).headings
            return [_typed(kind, headings[0].heading if headings else text.strip())]
        if kind == ARTICLE:
            typed = text.strip() if parse(text.strip()).articles else f"第一条　{text.strip()}"
            return [line for clause in take_apart(parse(typed)).clauses for line in clause.lines]
        rows = read_lines(text)
        counted = [row.kind if row.kind in _COUNTED and lines[0].eid else kind for row in rows]
        if len(rows) > 1 and kind in _COUNTED:
            counted = [row.kind if row.kind in _COUNTED else PARAGRAPH for row in rows]
        return [
            _typed(level, text[row.words if level in _COUNTED else row.start : row.end], row.label)
            for level, row in zip(counted, rows, strict=True)
        ]


def _typed(kind: str, words: str, label: str = "") -> Line:
    return Line(kind, "", label if kind in _COUNTED else "", "", words, 0, 0)


def path_of(lines: Sequence[Line], wanted: Line) -> str:
    """How a reader names a line of a clause: 第三条第二款第一项, 第二章, "" for what has no name."""
    article = paragraph = item = ""
    several = sum(line.kind == PARAGRAPH for line in lines) > 1
    count = 0
    for line in lines:
        if line.kind == ARTICLE:
            article, paragraph, item, count = line.label, "", "", 0
        elif line.kind == PARAGRAPH:
            count += 1
            paragraph, item = f"第{to_chinese(min(count, 9999))}款" if several else "", ""
        elif line.kind == "item":
            item = f"第{line.label}项"
        if line is wanted:
            return article + paragraph + item if article else line.label
    return ""
