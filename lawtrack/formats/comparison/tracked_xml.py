"""Tracked changes as Word writes them (ECMA-376 part 1, 17.13.5): insertions, deletions, moves, rows of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.compare import word_ops
from lawtrack.formats.comparison.tracked_pairs import LawLine
from lawtrack.formats.shapes import arranged
from lawtrack.formats.word.elements import W, element, run
from lawtrack.formats.word.grid import cell, table
from lawtrack.formats.word.package import UPRIGHT
from lawtrack.formats.word.style_sheet import HEITI

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

    from lawtrack.drafts import Table
    from lawtrack.formats.shapes import Spot


class Piece(NamedTuple):
    """Words and what happens to them: equal, delete, insert, from (moved away), to (moved here).

    from-start, from-end, to-start and to-end mark the edges of a move, whose number is their words.
    """

    op: str
    words: str


NO_DAY: Final = "1980-01-01T00:00:00Z"
"""What the edges of a move have for a date where no day is known: they need one (17.13.5.24), and nobody is shown it."""
_TAGS: Final = {"delete": "del", "insert": "ins", "from": "moveFrom", "to": "moveTo"}
_SIDES: Final = {"equal": ("delete", "insert"), "from": ("delete",), "to": ("insert",)}
"""The texts in which words stand, called by what happens to words of one of them only."""
_EDGES: Final = frozenset({"from-start", "from-end", "to-start", "to-end"})


class TrackedXml:
    """Writes changes signed by `author` at `moment` ("" for no date) and numbers them through the document."""

    def __init__(self, author: str, moment: str) -> None:
        self._signature = {"author": author, **({"date": moment} if moment else {})}
        self._changes = 0
        self._ranges: dict[str, int] = {}

    def paragraphs(
        self, pieces: Sequence[Piece], old: Sequence[LawLine], new: Sequence[LawLine], *, ends: bool
    ) -> Iterator[Element]:
        """The paragraphs of a stretch whose lines are `old` and `new`; `ends` says that its last piece ends a line."""
        place = _Place(old, new)
        runs: list[Element] = []
        for op, words in pieces:
            if op in _EDGES:
                runs.append(self._edge(op, words))
                continue
            first, *others = words.split("\n")
            runs += self._runs(op, first, place)
            for other in others:
                yield self._paragraph(runs, op, place)
                runs = self._runs(op, other, place)
        if runs or not ends:
            yield self._paragraph(runs, "equal", place)

    def table(self, rows: Sequence[tuple[str | None, str | None]], tables: Iterable[Table] = ()) -> Element:
        """A table whose rows are (old, new), cells between tabs; rows of as many cells are compared cell by cell.

        Widths and merged cells are those of the table of `tables` that has these rows.
        """
        drawn: list[tuple[str, list[Sequence[tuple[str, str]]], list[str]]] = []
        for old, new in rows:
            if old is not None and new is not None and old.count("\t") == new.count("\t"):
                cells = zip(old.split("\t"), new.split("\t"), strict=True)
                drawn.append(("", [word_ops(*pair) for pair in cells], new.split("\t")))
                continue
            for words, op in ((old, "delete"), (new, "insert")):
                if words is not None:
                    drawn.append((op, [[(op, one)] for one in words.split("\t")], words.split("\t")))
        plan = arranged([said for _, _, said in drawn], tables)
        twips = plan.twips(UPRIGHT.inner)
        lines = (
            self._row(spots, cells, twips, op) for spots, (op, cells, _) in zip(plan.rows, drawn, strict=True)
        )
        return table(twips, lines)

    def _row(
        self, spots: Sequence[Spot], cells: Sequence[Sequence[tuple[str, str]]], twips: Sequence[int], op: str
    ) -> Element:
        """A row; the whole of it is new or gone where `op` says so."""
        mark = self._signed(_TAGS[op]) if op else None
        made = element("tr", element("trPr", element("cantSplit"), mark))
        for spot in spots:
            shown = spot.cell is not None and spot.cell < len(cells)
            pieces = cells[spot.cell] if shown and spot.cell is not None else ()
            runs = [part for name, words in pieces for part in self._changed(name, words)]
            end = element("rPr", self._signed(_TAGS[op])) if op else None
            line = element("p", element("pPr", element("pStyle", val="LawTable"), end), *runs)
            room = sum(twips[spot.column : spot.column + spot.across])
            made.append(cell(room, line, span=spot.across, above=spot.above))
        return made

    def _paragraph(self, runs: list[Element], op: str, place: _Place) -> Element:
        """One paragraph; its end is inserted, deleted or moved with what runs into it, a new style can be taken back."""
        style = place.line("delete" if op in ("delete", "from") else "insert").style
        was = place.line("delete").style if op == "equal" else style
        end = None if op == "equal" else element("rPr", self._signed(_TAGS[op]))
        change = None
        if was != style:
            change = self._signed("pPrChange")
            change.append(element("pPr", element("pStyle", val=was)))
        place.end_line(_SIDES.get(op, (op,)))
        return element("p", element("pPr", element("pStyle", val=style), end, change), *runs)

    def _runs(self, op: str, words: str, place: _Place) -> list[Element]:
        """The words as runs: an article's number in 黑体, as in the clean copy."""
        label = place.label_left("delete" if op in ("delete", "from") else "insert")
        place.pass_words(_SIDES.get(op, (op,)), len(words))
        return [*self._changed(op, words[:label], HEITI), *self._changed(op, words[label:])]

    def _changed(self, op: str, words: str, font: str | None = None) -> list[Element]:
        if not words:
            return []
        made = run(words, font, gone=op == "delete")
        if op == "equal":
            return [made]
        change = self._signed(_TAGS[op])
        change.append(made)
        return [change]

    def _edge(self, op: str, name: str) -> Element:
        """Where a move begins or ends; both of its places have one name."""
        side, _, edge = op.partition("-")
        tag = f"move{side.capitalize()}Range{edge.capitalize()}"
        if edge == "end":
            return element(tag, id=self._ranges.pop(side))
        made = self._signed(tag)
        made.set(f"{W}name", f"move{name}")
        if f"{W}date" not in made.attrib:
            made.set(f"{W}date", NO_DAY)
        self._ranges[side] = self._changes
        return made

    def _signed(self, tag: str) -> Element:
        """The element of a change, still empty, with its number and its signature."""
        self._changes += 1
        return element(tag, id=self._changes, **self._signature)


class _Place:
    """Which line of either text the writer stands in, and how many of its characters are behind."""

    def __init__(self, old: Sequence[LawLine], new: Sequence[LawLine]) -> None:
        self._lines = {"delete": old, "insert": new}
        self._at = {"delete": 0, "insert": 0}
        self._column = {"delete": 0, "insert": 0}

    def line(self, side: str) -> LawLine:
        """The line of that text."""
        lines = self._lines[side]
        return lines[min(self._at[side], len(lines) - 1)] if lines else LawLine("LawBody", "")

    def label_left(self, side: str) -> int:
        """How many characters of the line's number are still to come."""
        return max(len(self.line(side).label) - self._column[side], 0)

    def pass_words(self, sides: Sequence[str], count: int) -> None:
        """Go on by so many characters."""
        for side in sides:
            self._column[side] += count

    def end_line(self, sides: Sequence[str]) -> None:
        """Go to the next line."""
        for side in sides:
            self._at[side] += 1
            self._column[side] = 0
