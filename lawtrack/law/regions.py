"""Where the body of a text begins and ends, and the blocks around it. Nothing here looks inside an article."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law.after import annex_starts, find_ends, text_behind_decision, titles_behind
from lawtrack.law.around import is_cover_above, page_lines_behind
from lawtrack.law.before import PAGE, covered_title, label_end, read_before
from lawtrack.law.model import Block
from lawtrack.law.shapes import (
    MOST_RESTS,
    SENTENCE_ENDS,
    heading_rests,
    is_annex,
    is_contents_entry,
    is_ended_heading,
    is_heading,
    is_open_heading,
    is_reference,
    rank,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.law.lines import Line

RUNNING: Final = "title-again"


class Regions(NamedTuple):
    """The body is `lines[first:last]`; `units` names the kind of line that is an article."""

    first: int
    last: int
    units: str  # article, ordinal, or item where the text has neither
    blocks: tuple[Block, ...]
    running: tuple[Block, ...]
    odd: bool = False  # lines are in the tail that are neither a signature nor footnotes
    others: tuple[str, ...] = ()  # the titles of further instruments


def find_regions(text: str, lines: Sequence[Line], source: str) -> Regions:
    """The regions of the plain `text`, their blocks in `source`. A text without articles has an empty body."""
    shown = page_lines_behind(text, lines)
    footer, lines = lines[shown:], lines[:shown]
    behind = text_behind_decision(text, lines)
    own = lines[:behind]
    units = units_of(text, own)
    covered = covered_title(text, own, len(own)) if units != "article" else None
    if covered is not None and (below := _units_in(text, own[covered:])):
        units = below  # the notice above has a 一、 of its own
    else:
        covered = None
    articles = _articles(text, own, units, covered or 0)
    first = tail = annexes = len(own)
    another, odd = behind, False  # where an instrument of its own begins
    if articles:
        first = _first_heading(text, own, articles[0], units)
        tail, annexes, second, odd = find_ends(text, own, articles)
        another = second if second is not None or behind is None else _begins_behind(own, annexes)
    before = []
    for kind, begin, stop in read_before(text, lines, first):
        name = label_end(text, lines[begin]) if kind == "title" else lines[begin].start
        if name > lines[begin].start:
            before.append(Block(PAGE, lines[begin].start, name, source))
        before.append(Block(kind, name, lines[stop - 1].end, source))
    blocks = [block for block in before if block.kind not in (RUNNING, PAGE)]
    if tail < annexes:
        blocks.append(_block(source, "tail", lines[tail:annexes]))
    for begin, stop in pairwise([*annex_starts(text, lines, annexes, another), len(lines)]):
        head = lines[begin]
        label = head.label.rstrip(":：") if head.kind == "annex" else ""
        blocks.append(_block(source, "annex", lines[begin:stop], label, instrument=begin == another))
    running = [block for block in before if block.kind in (RUNNING, PAGE)]
    if footer:
        running.append(_block(source, PAGE, footer))
    others = () if another is None else tuple(titles_behind(text, lines, another))
    return Regions(first, tail, units, tuple(blocks), tuple(running), odd, others)


def units_of(text: str, lines: Sequence[Line]) -> str:
    """What the text counts as its articles: 第X条, else 一、, else （一）; an annex may count otherwise.

    A text without 第X条 whose first 一、 comes before its first （一） is numbered 一、二、三、.
    """
    annex = len(lines)
    for i, line in enumerate(lines):
        if line.kind == "article" and not is_reference(text, line):
            return "article"
        if is_annex(text, line):
            annex = i
            break
    if (
        annex < len(lines)
        and is_cover_above(text, lines[:annex])
        and _units_in(text, lines[annex:]) == "article"
    ):
        return "article"
    return _units_in(text, lines[:annex]) or _units_in(text, lines[annex:]) or "ordinal"


def _units_in(text: str, lines: Sequence[Line]) -> str:
    """What a stretch of lines is numbered by; "" where nothing is counted."""
    if any(line.kind == "article" and not is_reference(text, line) for line in lines):
        return "article"
    kinds = [line.kind for line in lines if line.kind in ("ordinal", "item") and line.number[0] == 1]
    return kinds[0] if kinds and "ordinal" not in kinds else "ordinal" if kinds else ""


def _articles(text: str, lines: Sequence[Line], units: str, begin: int) -> list[int]:
    """The lines from `begin` that look like articles, from the one that opens the body: the first 第一条, else the first.

    An article that a contents page lists does not open the body.
    """
    shaped = [
        i
        for i, line in enumerate(lines)
        if line.kind == units
        and i >= begin
        and not (line.words == line.start + len(line.label) and is_reference(text, line))
    ]
    numbers = [lines[i].number for i in shaped]
    if (1, 0) not in numbers:
        return shaped
    first = numbers.index((1, 0))
    if any(line.kind == "contents" for line in lines[: shaped[first]]) and (1, 0) in numbers[first + 1 :]:
        second = numbers.index((1, 0), first + 1)
        entry = lines[shaped[first]]
        between = lines[shaped[first] : shaped[second]]
        said = any(text[line.end - 1] == "。" for line in between)  # the first article is wrapped
        if is_contents_entry(text, entry) or (text[entry.end - 1] not in SENTENCE_ENDS and not said):
            return shaped[second:]
    return shaped[first:]


def _first_heading(text: str, lines: Sequence[Line], start: int, units: str) -> int:
    """Walk up from the first article over the headings that open the body: each outranks the one below it.

    Over articles 一、二、 only 第一章 is a heading. The line above is a contents page's last entry, or something else.
    """
    first, below = start, 4
    index = start - 1
    while index >= 0:
        rests = next((n for n in range(1, MOST_RESTS + 1) if _is_cut(text, lines, index - n, n)), 0)
        index -= rests  # the heading's name, or the rest of it, on lines of its own
        line = lines[index]
        if units != "article" and line.kind != "heading":
            break
        named = rests > 0 or is_heading(text, line) or is_ended_heading(text, line)
        if not named or rank(line) >= below:
            break
        first, below = index, rank(line)
        index -= 1
    return first


def _is_cut(text: str, lines: Sequence[Line], at: int, rests: int) -> bool:
    """Is the line an open heading, and are the lines below it, `rests` of them, the rest of its name?"""
    return at >= 0 and is_open_heading(text, lines[at]) and heading_rests(text, lines, at + 1) >= rests


def _begins_behind(own: Sequence[Line], annexes: int) -> int | None:
    """Where the text behind a decision begins: at 附件 alone above it; not where the last annex opens right above its title."""
    above = len(own) - 1
    if annexes < above:
        return len(own) if own[above].kind != "annex" else None
    labelled = annexes == len(own) or own[annexes].words == own[annexes].end
    return annexes if labelled else None


def _block(
    source: str, kind: str, lines: Sequence[Line], label: str = "", *, instrument: bool = False
) -> Block:
    return Block(kind, lines[0].start, lines[-1].end, source, label, instrument)
