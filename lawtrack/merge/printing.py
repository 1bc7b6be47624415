"""Lines as a text, laid out as ours lays out its own; and the same with git's conflict markers."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from lawtrack.merge.order import SIDES
from lawtrack.merge.references import is_sign
from lawtrack.merge.units import ARTICLE, PARAGRAPH

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lawtrack.merge.lines import Out
    from lawtrack.merge.order import Side
    from lawtrack.merge.references import Followed
    from lawtrack.merge.units import Line, Parts

_MARKED: Final = "<<<<<<< ours\n{}=======\n{}>>>>>>> theirs"
_FIRST: Final = "first"
"""The place of a paragraph that stands on the line of its article's number."""


def said(out: Out, followed: Mapping[Side, Followed]) -> str:
    """The words of a line with its references as `followed` says them."""
    if not out.words or not is_sign(max(out.words)):
        return out.words
    return "".join(_spoken(out, char, followed) if is_sign(char) else char for char in out.words)


def speaker(out: Out, sign: str, followed: Mapping[Side, Followed]) -> tuple[Side, int] | None:
    """The side and its line that say what stands for a sign; None where the character is no sign."""
    for side in out.source:
        own = [out.places[side]] if side in out.places else []
        for at in (*own, *out.knot.on(side)):
            if sign in followed[side].words.get(at, {}):
                return side, at
    return None


def _spoken(out: Out, sign: str, followed: Mapping[Side, Followed]) -> str:
    place = speaker(out, sign, followed)
    return followed[place[0]].words[place[1]][sign] if place else sign


class Printer:
    """Knows what each text puts between its lines."""

    def __init__(self, parts: Mapping[Side, Parts]) -> None:
        self.parts = parts
        self.lines = {side: parts[side].lines for side in SIDES}
        self.kinds = {side: _kinds(lines) for side, lines in self.lines.items()}
        gaps: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for kind, line in list(zip(self.kinds["ours"], self.lines["ours"], strict=True))[1:]:
            gaps[kind][line.gap] += 1
        self.usual = {kind: counted.most_common(1)[0][0] for kind, counted in gaps.items()}

    def text(self, outs: Sequence[Out]) -> tuple[str, list[int]]:
        """The text, and where each line begins in it."""
        text, starts = self._joined(outs)
        return text + self.parts["ours"].rest, starts

    def _joined(self, outs: Sequence[Out]) -> tuple[str, list[int]]:
        pieces: list[str] = []
        starts: list[int] = []
        at = 0
        for place, out in enumerate(outs):
            gap = self._gap(out, outs[place - 1] if place else None)
            pieces += [gap, out.label, out.line.sep, out.said]
            starts.append(at + len(gap))
            at += sum(map(len, pieces[-4:]))
        return "".join(pieces), starts

    def _without_gap(self, outs: Sequence[Out]) -> str:
        """The lines without what stands before the first."""
        text, starts = self._joined(outs)
        return text[starts[0] :] if starts else ""

    def _gap(self, out: Out, before: Out | None) -> str:
        """Ours as it is where the line stands as it stood; else as such lines usually stand in ours, or in theirs."""
        kind = _kind(out.kind, before.kind if before else "")
        for side in ("ours", "theirs", "base"):
            at = out.places.get(side, -1)
            stood = at >= 0 and self.kinds[side][at] == kind and (at == 0) == (before is None)
            if stood and (side == "ours" or kind not in self.usual):
                return self.lines[side][at].gap
        if before is None:
            return ""
        return self.usual.get(kind) or ("　" if kind == _FIRST else self.usual.get(ARTICLE, "\n"))

    def marked(self, outs: Sequence[Out], sides: Callable[[str], tuple[list[Out], list[Out]]]) -> str:
        """The text with both sides' lines, which `sides` gives for a conflict, between git's markers."""
        text, starts = self.text(outs)
        done, at, place = "", 0, 0
        while place < len(outs):
            conflict = outs[place].conflict
            if not conflict:
                place += 1
                continue
            last = place
            while last + 1 < len(outs) and outs[last + 1].conflict == conflict:
                last += 1
            joined = place > 0 and _kind(outs[place].kind, outs[place - 1].kind) == _FIRST
            head = [outs[place - 1]] if joined else []
            start = starts[place - len(head)]
            end = starts[last] + len(outs[last].label + outs[last].line.sep + outs[last].said)
            begins = text.rfind("\n", 0, start) + 1
            stops = text.find("\n", end) if "\n" in text[end:] else len(text)
            ours, theirs = (
                text[begins:start] + self._without_gap([*head, *lines]) + text[end:stops]
                for lines in sides(conflict)
            )
            done += text[at:begins] + _MARKED.format(*(side and side + "\n" for side in (ours, theirs)))
            at = stops
            place = last + 1
        return done + (text[at:] or "\n")


def _kinds(lines: Sequence[Line]) -> list[str]:
    before = ""
    kinds = []
    for line in lines:
        kinds.append(_kind(line.kind, before))
        before = line.kind
    return kinds


def _kind(kind: str, before: str) -> str:
    return _FIRST if kind == PARAGRAPH and before == ARTICLE else kind
