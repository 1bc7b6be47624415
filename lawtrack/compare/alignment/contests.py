"""Where two of a few pairs lay claim to one unit: which of them what the units are about speaks for.

The heads decide wherever they tell, then the topic, then what telling words are shared: what shares only a formula, however
long it is, gives way to what shares the subject, the deed, or words that hardly another law has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain, product
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Indel

from lawtrack.compare.alignment.heads import SUBJECT, TOLD, says
from lawtrack.compare.alignment.telling import MORE, Telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.heads import Head, Heads

    Indexes = tuple[int, int]
    Refused = defaultdict[Indexes, set[Indexes]]

LEAD: Final = 1.0  # so much more the heads of a pair share than those of its rival
AS_ALIKE: Final = 0.05  # and so much more alike they are to the letter
LEAD_OF_DEED: Final = 0.4  # or so much more, where all say what is punished
ALIKE: Final = 0.25  # or so much more alike they are to the letter,
HALF: Final = 0.6  # if so much is the same
AS_TELLING: Final = -0.1  # and they share no less that tells
LEANS: Final = 0.3  # and where a rival has so much more, the reader is told
OWN_TOPIC: Final = 0.15  # what the characters of a head tell, at least, that another unit has not
TOPIC: Final = 0.4  # and so much of what all of them tell
DOUBTED: Final = 0.2  # and so much, that the reader is told
CARRIED: Final = 0.5  # of which so much stands in the unit that carries on
FOREIGN: Final = 0.1  # which lacks so little of what the other has of the head
TOO: Final = 0.6  # so much of what either shares of telling words, that the reader is told


class Topic(NamedTuple):
    """The characters of the head of a unit that one who claims it lacks, and those that his head has too.

    And what the first tell, and what all of the head do.
    """

    own: AbstractSet[int]
    shared: AbstractSet[int]
    own_says: float
    says: float


class Contests:
    """Which of two pairs that claim one of the few units are preferred."""

    def __init__(self, evidence: Evidence, heads: Heads) -> None:
        self._evidence, self._heads = evidence, heads
        self._telling = Telling(evidence)
        self._pairs = list(product(evidence.alike.old, evidence.alike.new))
        self._common: dict[Indexes, set[int]] = {}
        self._topics: dict[tuple[str, str], Topic | None] = {}

    def refused(self) -> dict[Indexes, set[Indexes]]:
        """Pairs to which others that claim one of the two are preferred, and those; what shares most chooses first."""
        refused: Refused = defaultdict(set)
        if len(self._pairs) > 1:
            for rival, pair in chain(self._crossed(), self._carried_on()):
                refused[rival].add(pair)
            self._refuse_by_heads(refused)
            self._refuse_by_words(refused)
        return dict(refused)

    def may_prefer(self, rival: Indexes, pair: Indexes) -> bool:
        """Does so much speak for a `rival` of a pair that the reader is told?"""
        return self._carries_on(rival, pair, DOUBTED) or self._telling.share_more(rival, pair, TOO)

    def lean_to(self, rival: Indexes, pair: Indexes) -> bool:
        """Do the heads of a `rival` share more than those of `pair`, if not enough to prefer it?"""
        return self._lead(rival, pair) >= LEANS

    def _rivals(self, pair: Indexes) -> list[Indexes]:
        """The pairs that claim one of the two."""
        return [one for one in self._pairs if (one[0] == pair[0]) != (one[1] == pair[1])]

    def _crossed(self) -> Iterator[tuple[Indexes, Indexes]]:
        """Pairs of which either has the subject of another's, who has theirs, and who has it: two that changed places."""
        alike = self._evidence.alike
        if min(len(alike.old), len(alike.new)) == 1:
            return
        old = {i: self._subject(words) for i, words in alike.old_words.items()}
        new = {j: self._subject(words) for j, words in alike.new_words.items()}
        same = [(i, j) for i, j in self._pairs if old[i] and old[i] == new[j]]
        for (i, j), (k, m) in product(same, same):
            if i != k and j != m and not {(i, m), (k, j)}.intersection(same):
                yield from product(((i, m), (k, j)), ((i, j), (k, m)))

    def _subject(self, words: str) -> str:
        subject = SUBJECT.match(self._heads.of(words).words)
        return subject[0] if subject else ""

    def _carried_on(self) -> Iterator[tuple[Indexes, Indexes]]:
        """Pairs and those that claim one of the two and carry on its topic, where either does not do it for the other."""
        found = {
            (rival, pair)
            for pair in self._pairs
            for rival in self._rivals(pair)
            if self._carries_on(pair, rival, TOPIC, FOREIGN)
        }
        return ((rival, pair) for rival, pair in found if (pair, rival) not in found)

    def _carries_on(self, pair: Indexes, rival: Indexes, least: float, most: float | None = None) -> bool:
        """Does what one is about that its `rival` lacks stand in the other of `pair`, and is the rival about something else?

        A new article may take over a procedure word for word; then the topic stands in its neighbour, in other words.
        `least` is what part of the head the rival has to lack, and `most` what part of it only the rival may have.
        """
        alike = self._evidence.alike
        new = pair[0] == rival[0]  # one old unit, and two new ones that claim it; or the other way round
        ones, others = (alike.old_words, alike.new_words) if new else (alike.new_words, alike.old_words)
        one, other = ones[pair[not new]], others[pair[new]]
        topic = self._topic(one, others[rival[new]])
        if topic is None or topic.own_says < least * topic.says:
            return False
        characters = self._evidence.characters
        of_other, tell = characters.of(other), characters.tell
        if tell(one, topic.own & of_other) < CARRIED * topic.own_says:
            return False
        return most is None or tell(one, topic.shared - of_other) <= most * topic.says

    def _topic(self, one: str, claimant: str) -> Topic | None:
        """What a unit is about, as seen by one that claims it; None where this one lacks none of it or is about nothing else."""
        if (one, claimant) not in self._topics:
            characters = self._evidence.characters
            head, of_claimant = characters.of(self._heads.of(one).words), characters.of(claimant)
            own, topic = head - of_claimant, None
            says = characters.tell(one, own)
            if says >= OWN_TOPIC:
                head_of_claimant = characters.of(self._heads.of(claimant).words)
                if characters.tell(claimant, head_of_claimant - characters.of(one)) >= OWN_TOPIC:
                    topic = Topic(own, head & head_of_claimant, says, characters.tell(one, head))
            self._topics[one, claimant] = topic
        return self._topics[one, claimant]

    def _refuse_by_heads(self, refused: Refused) -> None:
        shared = {pair: says(self._common_to(pair), *self._heads.both(*pair)) for pair in self._pairs}
        told = [pair for pair in self._pairs if shared[pair] >= TOLD]
        for pair in sorted(told, key=lambda one: (-shared[one], one)):
            if pair not in refused:
                for rival in self._rivals(pair):
                    if pair not in refused.get(rival, ()) and self._prefers(pair, rival):
                        refused[rival].add(pair)

    def _prefers(self, pair: Indexes, rival: Indexes) -> bool:
        """Are the two of `pair` so much nearer one another than those of its `rival` by what they begin with?"""
        lead = self._lead(pair, rival)
        if lead < AS_TELLING:
            return False
        one, other = self._heads.both(*pair), self._heads.both(*rival)
        if lead >= LEAD_OF_DEED and all(head.deed for head in (*one, *other)):
            return True
        alike = Indel.normalized_similarity(one[0].words, one[1].words)
        more = alike - Indel.normalized_similarity(other[0].words, other[1].words)
        return (lead >= LEAD and more >= AS_ALIKE) or (more >= ALIKE and alike >= HALF)

    def _refuse_by_words(self, refused: Refused) -> None:
        telling = self._telling
        better = [
            (pair, rival)
            for pair in self._pairs
            if pair not in refused and self._evidence.shared(*pair) >= MORE
            for rival in self._rivals(pair)
            if pair not in refused.get(rival, ())
            and telling.share_more(pair, rival)
            and not self.lean_to(rival, pair)
        ]
        for pair, rival in sorted(better, key=lambda both: (-telling.shared(both[0]), both)):
            if pair not in refused:
                refused[rival].add(pair)

    def _lead(self, pair: Indexes, rival: Indexes) -> float:
        """How much more the heads of `pair` share that tells than those of its `rival`."""
        common, common_to_rival = self._common_to(pair), self._common_to(rival)
        own = self._own(common - common_to_rival, *self._heads.both(*pair))
        return own - self._own(common_to_rival - common, *self._heads.both(*rival))

    def _own(self, grams: Iterable[int], one: Head, other: Head) -> float:
        """What pairs of characters tell in two heads that have them: the less, the more heads of a side do."""
        return sum(max(one.tells[gram], other.tells[gram]) / self._count[gram] ** 2 for gram in grams)

    @cached_property
    def _count(self) -> dict[int, int]:
        """In how many heads each pair of characters stands, on the side where it stands in more."""
        alike, of = self._evidence.alike, self._heads.of
        old, new = (
            Counter(chain.from_iterable(of(words).tells for words in units.values()))
            for units in (alike.old_words, alike.new_words)
        )
        return {gram: max(count, new[gram]) for gram, count in old.items()}

    def _common_to(self, pair: Indexes) -> set[int]:
        """The pairs of characters that both heads of a pair have."""
        common = self._common.get(pair)
        if common is None:
            one, other = self._heads.both(*pair)
            common = self._common[pair] = one.tells.keys() & other.tells.keys()
        return common
