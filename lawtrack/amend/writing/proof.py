"""The proof of a written decision: applied to the old text, does it give the new one?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.applying import apply
from lawtrack.amend.applying.words import fold
from lawtrack.law import HEADING_LEVELS, NUMERAL_CLASS, Level, parse
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from lawtrack.amend.model import Outcome
    from lawtrack.law import Instrument, Provision

_SPACE: Final = re.compile(r"[\s　]+")
_NOT_HAN: Final = re.compile("[^\u4e00-\u9fff、。]+")
"""What lies between Chinese characters, which NFKC leaves as they are: the same few stretches come again and again."""
_CITED: Final = compile_on_use(
    rf"(?:本[法条例规定办细则解释]{{0,3}})?第[（(]?[{NUMERAL_CLASS}]+[）)]?[条款项](?:之[一二三四五六七八九十]+)?"
)
_ON_HEADINGS: Final = compile_on_use(
    rf"^(?:[{NUMERAL_CLASS}]+、)?(?:在第[^“]{{1,8}}[编章节])?(?:增加一(?:编|分编|章|节)|包括第|.{{0,12}}[章节]名)"
)
"""How an instruction on headings begins."""
AROUND: Final = {"title": "title", "preamble": "preamble", "annex": "after", "tail": "after"}


@dataclass(slots=True)
class Wrong:
    """What did not come out: labels of the old and new articles, and whether numbers or headings are among it."""

    old: set[str] = field(default_factory=set)
    new: set[str] = field(default_factory=set)
    numbers: bool = False
    headings: bool = False
    rest: bool = False
    moves: bool = False
    around: bool = False

    def __bool__(self) -> bool:
        flags = (self.numbers, self.headings, self.rest, self.moves, self.around)
        return bool(self.old or self.new or any(flags))


def preamble_lines(doc: Instrument) -> list[str]:
    """The lines of the preamble, without a title printed again."""
    title = plain(doc.title)
    return [
        line
        for block in doc.blocks
        if block.kind == "preamble"
        for line in block.lines
        if plain(line) not in title
    ]


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """What two texts must share to read the same: white space and width do not count."""
    return _SPACE.sub("", _NOT_HAN.sub(_normal, fold(text)[0]))


def _normal(stretch: re.Match[str]) -> str:
    return _normal_words(stretch[0])


@lru_cache(maxsize=4096)
def _normal_words(words: str) -> str:
    return unicodedata.normalize("NFKC", words)


class Proof:
    """Knows the two texts and compares what a decision makes of the first with the second."""

    def __init__(self, old: Instrument, new: Instrument) -> None:
        self.old, self.new = old, new
        self.wanted = [(plain(a.label), _words(a), a.label) for a in new.articles]
        self.headings = _headings(new)
        self.blocks = _blocks(new)

    def faults(self, decision: str) -> Wrong | None:
        """What the decision does not bring out, or None."""
        done = apply(self.old, decision)
        got = parse(done.text)
        wrong = Wrong()
        mine = [(plain(a.label), _words(a)) for a in got.articles]
        if [label for label, _ in mine] != [label for label, *_ in self.wanted]:
            wrong.numbers = True
        words = dict(mine)
        wrong.new |= {shown for label, text, shown in self.wanted if words.get(label) != text}
        if wrong.numbers and len(wrong.new) > 3:
            wrong.new = set()
        wrong.headings = not wrong.numbers and _headings(got) != self.headings
        wrong.around = not self._same_around(got)
        for outcome in done.instructions:
            if {fault.code for fault in outcome.faults} == {"amend.unlisted-moves"}:
                wrong.moves = True
            elif outcome.faults and _ON_HEADINGS.search(outcome.instruction.source):
                wrong.headings = True
            elif outcome.faults:
                wrong.old |= _blamed(outcome)
                wrong.rest = True
        for doubt in done.apart:
            wrong.headings |= doubt.code == "amend.heading-empty"
            details = dict(doubt.details)
            wrong.old |= {str(details["place"])} if "place" in details else set()
        wrong.rest |= not done.complete
        return wrong or None

    def unlike(self) -> bool:
        """Do the two texts differ in their articles, headings, title, preamble or annexes?"""
        articles = [(plain(a.label), _words(a)) for a in self.old.articles]
        same = articles == [(label, words) for label, words, _ in self.wanted]
        return not (same and _headings(self.old) == self.headings and self._same_around(self.old))

    def _same_around(self, got: Instrument) -> bool:
        """Is what stands before and after the body as wanted? A preamble that begins with a date may read as a header."""
        blocks, wanted = _blocks(got), dict(self.blocks)
        preamble = wanted.pop("preamble", "")
        if preamble and blocks.pop("preamble", "") != preamble:
            front = got.text[: got.body[0].start] if got.body else got.text
            return blocks == wanted and preamble in plain(front)
        return blocks == wanted

    @staticmethod
    def only_numbers(old: str, new: str) -> bool:
        """Do the two differ in nothing but the numbers that they cite and their own?"""
        return plain(_CITED.sub("§", old)) == plain(_CITED.sub("§", new))

    def body_lines(self) -> list[str]:
        """The new body, one structural unit a line, with its headings and labels."""
        lines: list[str] = []
        for node in self.new.body:
            _spell(node, lines)
        return lines


_ARTICLE: Final = re.compile(rf"第[{NUMERAL_CLASS}]+条(?:之[一二三四五六七八九十]+)?")


def _blamed(outcome: Outcome) -> set[str]:
    """The articles in which an instruction failed: those that its reasons name, or else all that it is about."""
    places = [str(dict(fault.details).get("place", "")) for fault in outcome.faults]
    named = [match[0] for place in places if (match := _ARTICLE.match(place))]
    if named and len(named) == len(places):
        return set(named)
    return set(outcome.touched_old) or set(_ARTICLE.findall(outcome.instruction.source.split("：")[0]))


def _spell(node: Provision, lines: list[str]) -> None:
    if node.level in HEADING_LEVELS:
        own = node.source[node.start : node.children[0].start if node.children else node.end]
        lines.append("　".join(" ".join(own.split()).split(" ", 1)))
        for child in node.children:
            _spell(child, lines)
    elif node.level is Level.ARTICLE:
        caption = node.source[node.start + len(node.label) : node.words_start].strip()
        first, *rest = node.words.split("\n")
        lines += [f"{node.label}　{caption}{first}", *rest]


def _words(article: Provision) -> str:
    return plain(article.source[article.start + len(article.label) : article.end])


def _headings(doc: Instrument) -> list[tuple[str, str, int]]:
    """Every heading with its number, its name and how many articles come before it."""
    headings: list[tuple[str, str, int]] = []
    count = 0
    for node in doc.provisions:
        if node.level is Level.ARTICLE:
            count += 1
        elif node.level in HEADING_LEVELS:
            own = node.source[node.start : node.children[0].start if node.children else node.end]
            headings.append((str(node.level), plain(own), count))
    return headings


def _blocks(doc: Instrument) -> dict[str, str]:
    """The stretches around the body; a title printed twice is no preamble."""
    texts: dict[str, str] = {}
    title = plain(doc.title)
    for block in doc.blocks:
        if block.kind in AROUND:
            lines = [
                line for line in map(plain, block.lines) if block.kind != "preamble" or line not in title
            ]
            texts[AROUND[block.kind]] = texts.get(AROUND[block.kind], "") + "".join(lines)
    return {kind: text for kind, text in texts.items() if text}
