"""What speaks for a piece where few units are left over: clause by clause, by characters and by pairs of them.

Of a whole each clause is of the unit that it shares most with; what clauses an article without a counterpart wins, beyond
what is known of the whole and beyond all others that are left, speaks for it. So do its characters that stand in the whole and
nowhere else, its place, what kind of rule it is, and whether it stands in one row with others of its mould while the whole
enumerates as many. A penalty that names its duty by number says what the duty says.
"""

from __future__ import annotations

from math import fsum, log1p
from operator import mul
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Indel

from lawtrack.compare.alignment.absorbing import PENALTY
from lawtrack.compare.alignment.evidence import UNIT
from lawtrack.compare.alignment.heads import deed_of
from lawtrack.compare.alignment.similarity import bigrams
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawtrack.compare.alignment.context import Context
    from lawtrack.compare.alignment.piece_places import Places


class Signs(NamedTuple):
    """What speaks for a piece: what it wins of the clauses of the whole, what it shares with it, where it stands, what it is."""

    won: float
    won_pairs: float
    best: float
    of_lone: float
    of_rest: float
    share: float
    lead: float
    head: float
    pairs: float
    new_part: float
    grown: float
    between: float
    alone: float
    distance: float
    term: float
    strange_kind: float
    penalties: float
    crowd: float
    mould: float
    row: float
    room: float


class Weights(NamedTuple):
    """What each sign adds to the log-odds, and the log-odds of what has none."""

    signs: Signs
    base: float

    def sum(self, signs: Signs) -> float:
        """What signs add to the log-odds."""
        return fsum(map(mul, self.signs, signs))


NO_SIGNS: Final = Signs(*[0.0] * len(Signs._fields))
OF_WHOLE: Final = Weights(
    Signs(
        won=-0.17,
        won_pairs=-0.31,
        best=2.93,
        of_lone=2.20,
        of_rest=-1.90,
        share=4.76,
        lead=4.42,
        head=0.03,
        pairs=1.87,
        new_part=-1.18,
        grown=0.20,
        between=-0.95,
        alone=-1.87,
        distance=-1.70,
        term=1.32,
        strange_kind=-1.90,
        penalties=-0.75,
        crowd=2.03,
        mould=2.21,
        row=0.26,
        room=0.45,
    ),
    base=-0.44,
)
OF_OPEN: Final = Weights(
    Signs(
        won=-0.15,
        won_pairs=-0.23,
        best=3.31,
        of_lone=0.67,
        of_rest=4.89,
        share=4.43,
        lead=3.63,
        head=0.38,
        pairs=0.17,
        new_part=0.00,
        grown=-0.67,
        between=2.60,
        alone=0.62,
        distance=1.96,
        term=0.00,
        strange_kind=-3.20,
        penalties=0.67,
        crowd=1.87,
        mould=2.74,
        row=-2.29,
        room=1.65,
    ),
    base=-6.92,
)
ALIKE: Final = 0.5  # to the letter, of units of one mould
HARDLY: Final = 0.5  # what tells no more is no large part of very little
ASKED: Final = 0.7  # log-odds at which a unit is a piece of a whole that has a counterpart
SHARED: Final = 0.05  # of what its own characters tell a piece has more in the whole
SHARED_PAIRS: Final = 0.3  # or as much by pairs of them
HOPE: Final = -2.0  # log-odds without clauses that these make up for: they add 3 at most
BREACH: Final = "违反"
_CLAUSE: Final = compile_on_use(r"[,，。;；:：、\n]|\([一二三四五六七八九十]{1,3}\)|或者|以及|并且")
_BREACH: Final = compile_on_use("^违反[^,，。:：]{0,60}?规定[,，]")
_HEAD: Final = compile_on_use("[^,，。:：;；\n]*")
_ITEM: Final = compile_on_use(r"\([一二三四五六七八九十]{1,3}\)")
_MEMBER: Final = compile_on_use("、|或者|以及|[,，]|和")
_SENTENCE: Final = compile_on_use("[。；;\\n]")
_TERM: Final = compile_on_use(
    "(?:^|[。\\n,，]|所称的?|中的?)[“‘]?((?!本)[^,，。;；、：“”‘’\\n]{2,12}?)[”’]?[，,]?(?:[是系]指|指)"
)
"""A term that a sentence defines."""


class Text(NamedTuple):
    """What a unit says: its words, its characters and the pairs of them."""

    words: str
    letters: frozenset[int]
    pairs: set[int]


class FewWeighing:
    """Weighs units that have no counterpart against wholes, where few are left over."""

    def __init__(self, places: Places, context: Context) -> None:
        self._places, self._context = places, context
        self._characters = places.evidence.characters
        self._texts: dict[tuple[int, bool], Text] = {}
        self._clauses: dict[int, list[tuple[str, set[int]]]] = {}

    def odds(self, k: int, whole: int) -> float | None:
        """The log-odds that unit `k` is a piece of a whole; None where hardly anything speaks for it."""
        weights = OF_WHOLE if whole in self._places.side.back else OF_OPEN
        signs = self.signs(k, whole, HOPE - weights.base)
        if signs is None or (
            weights is OF_WHOLE and signs.lead <= 0
        ):  # as much stands in another: a set phrase
            return None
        return weights.base + weights.sum(signs)

    def forget(self, whole: int) -> None:
        """Another piece of a whole is known: nothing is kept of what was known before."""

    def signs(self, k: int, whole: int, hope: float | None = None) -> Signs | None:
        """What speaks for unit `k` being a piece of a whole; None where that is hardly anything.

        `hope`: without as much as this the clauses are not looked at, which are most of the work.
        """
        characters, known = self._characters, self._known(whole)
        own, there = self._text(k), self._text(whole, of_whole=True)
        alone = own.letters - known.letters
        told = characters.tell(own.words, alone) + HARDLY
        share = characters.tell(own.words, alone & there.letters) / told
        pairs = log1p(self._says((own.pairs & there.pairs) - known.pairs))
        if share < SHARED and pairs < SHARED_PAIRS:
            return None
        signs = self._plain(k, whole, known)._replace(
            share=share, lead=share - self._by_chance(own.words, alone, k, whole) / told, pairs=pairs
        )
        if hope is not None:
            weights = OF_WHOLE if whole in self._places.side.back else OF_OPEN
            if weights.sum(signs) < hope:
                return None
        won, won_pairs, best = self._won(own, k, whole)
        return signs._replace(
            won=log1p(won),
            won_pairs=log1p(won_pairs),
            best=best,
            of_lone=won / (characters.said(own.words) + 1.0),
        )

    def _plain(self, k: int, whole: int, known: Text) -> Signs:
        """What is told without looking at clauses, but for what is shared."""
        places, characters = self._places, self._characters
        own, there = self._text(k), self._text(whole, of_whole=True)
        head = _HEAD.match(_BREACH.sub("", own.words))[0]  # type: ignore[index]  # it matches anything
        rest = characters.tell(there.words, there.letters - known.letters)
        punish = PENALTY.search(own.words) is not None, PENALTY.search(there.words) is not None
        mould, row = self._row(k, whole)
        return NO_SIGNS._replace(
            of_rest=characters.tell(there.words, (own.letters & there.letters) - known.letters)
            / (rest + 1.0),
            head=characters.tell(head, there.letters - known.letters)
            / (characters.tell(head, characters.of(head) - known.letters) + HARDLY),
            new_part=rest / (characters.said(there.words) or 1.0),
            grown=log1p(len(there.words)) - log1p(len(known.words) or len(own.words)),
            between=float(places.is_between(k, whole)),
            alone=float(places.is_alone(k)),
            distance=places.distance(k, whole),
            term=float(_define_one_term(own.words, there.words)),
            strange_kind=float(punish[0] != punish[1]),
            penalties=float(all(punish)),
            crowd=places.crowd(k),
            mould=mould,
            row=float(row > 1),
            room=float(1 < row <= _members(places.side.texts[whole])),
        )

    def _known(self, whole: int) -> Text:
        """All that a whole is known to have become."""
        known = [self._text(at) for at in self._places.known(whole)]
        return Text(
            "".join(one.words for one in known),
            frozenset[int]().union(*(one.letters for one in known)),
            set[int]().union(*(one.pairs for one in known)),
        )

    def _won(self, own: Text, k: int, whole: int) -> tuple[float, float, float]:
        """What clauses of a whole tell that is of unit `k` more than of anybody else; the same by pairs; the most of one."""
        characters, says = self._characters, self._says
        rivals = [self._text(at) for at in {*self._places.known(whole), *self._places.side.parts} if at != k]
        won = won_pairs = best = 0.0
        for words, pairs in self._clauses_of(whole):
            tells = characters.said(words)
            mine = characters.tell(words, own.letters)
            if mine:
                mine -= max([characters.tell(words, other.letters) for other in rivals], default=0.0)
            if mine > 0:
                won += mine
                best = max(best, mine / (tells + HARDLY))
            common = pairs & own.pairs
            if common:
                more = says(common) - max([says(pairs & other.pairs) for other in rivals], default=0.0)
                won_pairs += max(0.0, more)
        return won, won_pairs, best

    def _by_chance(self, words: str, alone: frozenset[int], k: int, whole: int) -> float:
        """What of the own characters of a unit stands in another of those that it is no piece of, at most."""
        characters, side = self._characters, self._places.side
        others = [self._text(at, of_whole=True).letters for at in side.likeliest.get(k, ()) if at != whole]
        others += map(characters.of, self._places.evidence.other_words)
        return max([characters.tell(words, alone & other) for other in others], default=0.0)

    def _row(self, k: int, whole: int) -> tuple[float, int]:
        """How alike `k` is to those beside it that may be of the whole too, and how many of its mould stand in a row with it."""
        side, row, mould = self._places.side, 1, 0.0
        for step in (-1, 1):
            at = k + step
            while at in side.parts and whole == side.partner.get(at, side.pieces.get(at, whole)):
                alike = Indel.normalized_similarity(side.own_texts[k], side.own_texts[at])
                mould = max(mould, alike)
                if alike < ALIKE:
                    break
                row, at = row + 1, at + step
        return mould, row

    def _text(self, unit: int, *, of_whole: bool = False) -> Text:
        """What a unit says, with what it punishes by number."""
        known = self._texts.get((unit, of_whole))
        if known is None:
            side, new = self._places.side, self._places.new is not of_whole
            words = (side.texts if of_whole else side.own_texts)[unit]
            cited = self._context.cited[new][unit]
            if cited and BREACH in words and PENALTY.search(words):
                words = "\n".join([words, *(self._context.words(at, new=new) for at in sorted(cited))])
            known = self._texts[unit, of_whole] = Text(words, self._characters.of(words), bigrams(words))
        return known

    def _clauses_of(self, whole: int) -> list[tuple[str, set[int]]]:
        """The clauses of a whole, each with its pairs of characters."""
        known = self._clauses.get(whole)
        if known is None:
            clauses = _CLAUSE.split(self._text(whole, of_whole=True).words)
            known = self._clauses[whole] = [(words, bigrams(words)) for words in clauses if len(words) > 1]
        return known

    def _says(self, pairs: Iterable[int]) -> float:
        """What pairs of characters say; nothing where no unit has them that is left over."""
        weight = self._places.evidence.weight
        return sum([weight.get(pair, 0) for pair in pairs]) / UNIT


def _members(text: str) -> int:
    """How many a whole enumerates: items, deeds, or what stands between 、 in one sentence."""
    items = len(_ITEM.findall(text))
    if items > 1:
        return items
    deed = deed_of(text)
    return max(len(_MEMBER.split(part)) for part in ([deed] if deed else _SENTENCE.split(text)))


def _define_one_term(one: str, other: str) -> bool:
    """Do two units define one term?"""
    if "指" not in one or "指" not in other:
        return False
    terms = {found[1] for found in _TERM.finditer(one)}
    return any(found[1] in terms for found in _TERM.finditer(other))
