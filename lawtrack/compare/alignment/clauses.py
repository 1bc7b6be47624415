"""Pieces told by the clauses of their whole: what an item or a half-sentence says that nothing else took up.

Prohibitions become the items of one list, penalties the cases of one sentence, and an article of three duties three articles, of
which one is written anew. The whole has its counterpart; of one of its rules hardly a word stands there, and a unit
that is left over says it. Beside what the whole became less of the rule will do than elsewhere. A rule is known by what it
begins with, or whole: phrases from the middle of sentences stand everywhere (本人自愿并且符合条件的).
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.compare.alignment.absorbing import PENALTY
from lawtrack.compare.alignment.similarity import bigrams
from lawtrack.compare.alignment.splitting import sides_of
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.match import Match
    from lawtrack.compare.alignment.splitting import Side

    Said = tuple[set[int], float]

CUT: Final = 0.45  # so much of what a rule says stands in a piece beside the rest of the whole that was cut
JOINED: Final = 0.35  # or that joined several: who joins keeps the parts shorter
ELSEWHERE: Final = 0.7  # and in one that stands elsewhere
KEPT: Final = 0.5  # a rule of which more stands in what is known of its whole was not given away
SAID: Final = 0.6  # as much as a pair of characters that tells is what a rule has to say
SAID_ELSEWHERE: Final = 2.0
NEXT: Final = 0.06  # and right before or after two that are known, in the place of the rule, a word will do
SAID_NEXT: Final = 0.25
MEANT: Final = 0.15  # and among many units so much of what the piece says in all
_RULE: Final = compile_on_use(r"[；;。\n]|\([一二三四五六七八九十]{1,3}\)|[，,]?(?:或者|以及)")
_CLAUSE: Final = compile_on_use("[，,：:]")
_WORDS: Final = compile_on_use("、")


class Claim(NamedTuple):
    """How much of a rule a piece says, the whole that has the rule, and the piece."""

    share: float
    whole: int
    piece: int


def find_by_clauses(match: Match, evidence: Evidence) -> None:
    """Add to `match` the pieces that clauses tell, the clearest first, until none is left."""
    for new in (True, False):
        clauses = Clauses(sides_of(match, evidence)[not new], evidence, match.apart, new=new)
        while best := clauses.clearest():
            clauses.take(best)
            match.in_place.add((best.whole, best.piece) if new else (best.piece, best.whole))


class Clauses:
    """What the rules of one side say that nothing else took up, and who of the other side says it."""

    def __init__(
        self, side: Side, evidence: Evidence, apart: AbstractSet[tuple[int, int]], *, new: bool
    ) -> None:
        self.side, self.evidence, self.apart, self.new = side, evidence, apart, new
        self.words = evidence.alike.new_words if new else evidence.alike.old_words
        self.own_clauses, self.asked = (_heads, CUT) if new else (_clauses, JOINED)
        self._own: dict[int, tuple[list[Said], set[int]]] = {}
        self._rules: dict[int, list[Said]] = {}
        self._rest: dict[int, set[int]] = {}
        self._open: dict[int, tuple[list[Said], set[int]]] = {}
        self._penalties: dict[str, bool] = {}
        self._shares: dict[int, dict[tuple[int, bool], float]] = {}
        self._claims: dict[int, list[Claim]] = {}
        self._asking: defaultdict[int, set[int]] = defaultdict(set)
        for k in side.parts:
            self._ask(k)

    def clearest(self) -> Claim | None:
        """The claim of the greatest share, of the first of equals; None where there is none."""
        claims = chain.from_iterable(self._claims.values())
        return max(claims, key=lambda claim: (claim.share, -claim.piece, -claim.whole), default=None)

    def take(self, claim: Claim) -> None:
        """Let the piece be one of the whole, of which other rules are open now, and ask those again whom that concerns."""
        side = self.side
        side.pieces[claim.piece] = claim.whole
        self._shares.pop(claim.whole, None)
        self._open.pop(claim.whole, None)
        self._rest.pop(claim.whole, None)
        concerned = {claim.piece, *self._asking[claim.whole]}
        for step in (-1, 1):
            at = claim.piece + step
            while at in side.parts and at not in side.partner:
                concerned.add(at)
                at += step
        for k in concerned:
            self._ask(k)

    def _ask(self, k: int) -> None:
        """What `k` says, if it is left over, of wholes beside it, and of those that it is most like."""
        side = self.side
        self._claims.pop(k, None)
        if k in side.partner or k in side.pieces:
            return
        near = set(_near(side, k))
        for whole in near.union(side.likeliest.get(k, ())):
            if side.pair(k, whole) in self.apart:
                continue
            self._asking[whole].add(k)
            known = self._shares.setdefault(whole, {})
            share = known.get((k, whole in near))
            if share is None:
                share = known[k, whole in near] = self._share(k, whole, beside=whole in near)
            if share:
                self._claims.setdefault(k, []).append(Claim(share, whole, k))

    def _share(self, k: int, whole: int, *, beside: bool) -> float:
        """How much `k` says of a rule that `whole` gave away, 0 where that is too little."""
        side, evidence = self.side, self.evidence
        if whole not in side.wholes or whole not in side.back:
            return 0.0
        least = 0.0 if evidence.alike.few else MEANT * evidence.says(k, new=self.new)
        asked, said = (self.asked, max(SAID, least)) if beside else (ELSEWHERE, max(SAID_ELSEWHERE, least))
        step = _goes_on(side, k, whole)
        enough = SAID_NEXT if step else said
        # no clause has words that its unit has not: most pairs of units are done with here
        if evidence.shares_less(*side.pair(k, whole), enough):
            return 0.0
        if evidence.weigh(self._given_away(whole) & side.parts[k]) < enough:
            return 0.0
        if self._is_penalty(side.texts[whole]) != self._is_penalty(self.words[k]):
            return 0.0
        given, words = self._given(whole)
        if not given:
            return 0.0
        if k not in self._own:
            self._own[k] = _with_all(_said(self.own_clauses(self.words[k]), evidence))
        own, own_words = self._own[k]
        most = evidence.weigh(words & own_words)  # no two of their clauses share more
        if most < SAID_NEXT:
            return 0.0
        share = _share(given, own, evidence, asked, said) if most >= said else 0.0
        if not share and step:
            share = _share(_outermost(given, step), own, evidence, NEXT, SAID_NEXT)
        return share

    def _is_penalty(self, words: str) -> bool:
        known = self._penalties.get(words)
        if known is None:
            known = self._penalties[words] = PENALTY.search(words) is not None
        return known

    def _given(self, whole: int) -> tuple[list[Said], set[int]]:
        """The rules of `whole` of which most stands in nothing that it is known to have become; and their words."""
        known = self._open.get(whole)
        if known is None:
            known = self._open[whole] = _with_all(list(self._open_rules(whole)))
        return known

    def _given_away(self, whole: int) -> set[int]:
        """The words of `whole` that stand in nothing that it is known to have become; none where that is left out here."""
        rest = self._rest.get(whole)
        if rest is None:
            side = self.side
            seen = all(at in side.parts for at in side.known(whole))
            rest = self._rest[whole] = side.wholes[whole] - side.covered(whole) if seen else set()
        return rest

    def _open_rules(self, whole: int) -> Iterator[Said]:
        if whole not in self._rules:
            self._rules[whole] = _said(_heads(self.side.texts[whole]), self.evidence)
        rest = self._given_away(whole)
        for grams, says in self._rules[whole]:
            if self.evidence.weigh(open_words := grams & rest) > KEPT * says:
                yield open_words, says


def _near(side: Side, k: int) -> Iterator[int]:
    """The wholes of what stands beside `k` with nothing else in between that has a partner, and the one that stood there."""
    for step in (-1, 1):
        at = k + step
        while at in side.parts and at not in side.partner:
            if at in side.pieces:
                yield side.pieces[at]
            at += step
        if at in side.partner:
            yield side.partner[at]
    whole = side.partner.get(k - 1, -2) + 1
    if side.partner.get(k + 1) == whole + 1:
        yield whole


def _goes_on(side: Side, k: int, whole: int) -> int:
    """Does `k` stand right before (-1) or after (1) two pieces of a whole, and nothing beside this that it could be instead?"""
    known = sorted(side.known(whole))
    if len(known) != known[-1] - known[0] + 1 or len(known) < 2:
        return 0
    if any(at in side.wholes and at not in side.back for at in (whole - 1, whole + 1)):
        return 0
    return -1 if k == known[0] - 1 else int(k == known[-1] + 1)


def _outermost(given: list[Said], step: int) -> list[Said]:
    """The first rule of those given away, or the last one, with what it says word by word."""
    first = [at for at, (grams, _) in enumerate(given) if not any(grams <= other for other, _ in given[:at])]
    return given[: first[1] if len(first) > 1 else None] if step < 0 else given[first[-1] :]


def _with_all(said: list[Said]) -> tuple[list[Said], set[int]]:
    """What clauses say, and the pairs of characters of all of them."""
    return said, set().union(*(grams for grams, _ in said))


def _said(clauses: Iterable[str], evidence: Evidence) -> list[Said]:
    """The pairs of characters of clauses that say anything, and how much each says."""
    said = ((grams, evidence.weigh(grams)) for grams in map(bigrams, clauses))
    return [(grams, says) for grams, says in said if says >= SAID]


def _heads(text: str) -> Iterator[str]:
    """What each rule of a text begins with, as a whole and by its words; what leads to items is none."""
    for rule in _RULE.split(text):
        if "下列" in rule:
            continue
        head = next(
            (clause for clause in _CLAUSE.split(rule) if clause and not clause.startswith("违反")), ""
        )
        yield head
        if "、" in head:
            yield from _WORDS.split(head)


def _clauses(text: str) -> Iterator[str]:
    for rule in _RULE.split(text):
        yield from _CLAUSE.split(rule)


def _share(given: list[Said], own: list[Said], evidence: Evidence, asked: float, said: float) -> float:
    """How much one of the rules `given` away has in common with one of a unit's `own`; 0 below what is `asked` and `said`."""
    best = 0.0
    for rule, says in given:
        for clause, means in own:
            shared = evidence.weigh(rule & clause)
            share = shared / min(says, means)
            if share > best and share >= asked and shared >= said:
                best = share
    return best
