"""What articles begin with, where two lay claim to one: the subject stands first, and after it often what is said of many.

本人申请，经审核符合条件的，予以批准 and 由……责令改正，处……罚款 are said of whom and of what comes before; two articles that share
no more are not one another's, however long it is. So the heads decide between rivals wherever they tell.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain, product
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Indel

from lawtrack.compare.alignment.absorbing import PENALTY
from lawtrack.compare.alignment.telling import Telling, telling
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from lawtrack.compare.alignment.characters import Characters
    from lawtrack.compare.alignment.evidence import Evidence

    Indexes = tuple[int, int]

SAYS: Final = (
    1.0  # clauses that say less, as much as a pair of characters that nobody else has, are no head yet
)
TOLD: Final = 0.3  # heads that share less tell nothing
LEAD: Final = 1.0  # so much more the heads of a pair share than those of its rival
AS_ALIKE: Final = 0.05  # and so much more alike they are to the letter
LEAD_OF_DEED: Final = 0.4  # or so much more, where all say what is punished
ALIKE: Final = 0.25  # or so much more alike they are to the letter,
HALF: Final = 0.6  # if so much is the same
OWN_TOPIC: Final = 0.15  # what the characters of a head tell, at least, that another unit has not
TOPIC: Final = 0.4  # and so much of what all of them tell
DOUBTED: Final = 0.2  # and so much, that the reader is told
CARRIED: Final = 0.5  # of which so much stands in the unit that carries on
FOREIGN: Final = 0.1  # which lacks so little of what the other has of the head
AS_TELLING: Final = -0.1  # and they share no less that tells
LEANS: Final = 0.3  # and where a rival has so much more, the reader is told
EVERYWHERE: Final = 3  # units that are something else's: what stands in so many, the whole text is about
SPEAKS: Final = 1.5  # so much two share that stand in the same place, where their heads alone speak for them,
SPEAKS_ALIKE: Final = 0.45  # as alike as they are to the letter
MOSTLY: Final = 0.5  # and so much of what the shorter tells
KNOWN: Final = 0.25  # of what a piece is about so much stands in the whole that it was cut from
SAME_DEED: Final = 0.4  # and so much of a deed in the penalty that has several
DEED_SAYS: Final = 0.5  # what says less (构成犯罪的) is no deed
BEGIN: Final = 120  # characters within which a head ends
_CLAUSE: Final = compile_on_use("[,，。:：;；\n]|$")
_BREACH: Final = compile_on_use("违反[^,，。:：]{0,40}?规定[,，]")
_DEED: Final = compile_on_use(
    "(?:对)?([^。;；]{2,}?的)[,，](?:应当|可以)?(?:由|处|给予|责令|依照|依法|按照|承担|予以)"
    "|(?:对)?([^。;；,，]{2,}?的)[,，][^。;；,，]{2,24}?(?:应当|可以)(?:责令|给予|予以|依法|没收|处)"
)
"""What is punished, and not how."""
SUBJECT: Final = compile_on_use("[^,，。:：;；]{2,30}?(?=应当|不得|可以|必须|负责|由|的[,，])")
_ITEM: Final = compile_on_use(r"\([一二三四五六七八九十]{1,3}\)")
_PARTS: Final = compile_on_use("[,，、]|或者|以及")
_NUMBER: Final = compile_on_use("第[〇零一二三四五六七八九十百千0-9]+[条款项章]")


class Head(NamedTuple):
    """What an article begins with: the words, what each pair of characters in them tells, and whether it is a deed."""

    words: str
    tells: Mapping[int, float]
    deed: bool


class Heads:
    """The heads of units of both sides, and which of two pairs they speak for."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._heads: dict[str, Head] = {}

        self.text = Telling(evidence)

    @property
    def characters(self) -> Characters:
        """What characters the units share: asked for where few are left over."""
        return self._evidence.characters

    def prefer(self, pair: Indexes, rival: Indexes) -> bool:
        """Are the two of `pair` so much nearer one another than those of its `rival` by what they are about?"""
        one, other = self._both(*pair), self._both(*rival)
        common, common_to_rival = _common(*one), _common(*other)
        lead = self._own(common - common_to_rival, *one) - self._own(common_to_rival - common, *other)
        if lead < AS_TELLING or _says(common, *one) < TOLD:
            return False
        deeds = all(head.deed for head in (*one, *other))
        if deeds and lead >= LEAD_OF_DEED:
            return True
        alike = Indel.normalized_similarity(one[0].words, one[1].words)
        more = alike - Indel.normalized_similarity(other[0].words, other[1].words)
        return (lead >= LEAD and more >= AS_ALIKE) or (more >= ALIKE and alike >= HALF)

    def carry_on(self, pair: Indexes, rival: Indexes) -> bool:
        """Does what one is about that its `rival` lacks stand in the other of `pair`, and is the rival about something else?

        A new article may take over a procedure word for word; then the topic stands in its neighbour, in other words.
        """
        own, kept, said, foreign = self._topic(pair, rival)
        return own >= max(OWN_TOPIC, TOPIC * said) and kept >= CARRIED * own and foreign <= FOREIGN * said

    def may_carry_on(self, pair: Indexes, rival: Indexes) -> bool:
        """Does so much of what one is about that its `rival` lacks stand in the other of `pair` that the reader is told?"""
        own, kept, said, _ = self._topic(pair, rival)
        return own >= max(OWN_TOPIC, DOUBTED * said) and kept >= CARRIED * own

    def _topic(self, pair: Indexes, rival: Indexes) -> tuple[float, float, float, float]:
        """What the head of the unit that both have tells that its rival lacks, and of this the other of `pair` has; all that

        it tells; and what it shares with the head of its rival alone. Nothing where the rival is about nothing else.
        """
        new = pair[0] == rival[0]  # one old unit, and two new ones that claim it; or the other way round
        alike = self._evidence.alike
        ones, others = (alike.old_words, alike.new_words) if new else (alike.new_words, alike.old_words)
        one, other, claimant = ones[pair[not new]], others[pair[new]], others[rival[new]]
        letters, head = self._letters_of(one)
        of_claimant, head_of_claimant = self._letters_of(claimant)
        of_other, _ = self._letters_of(other)
        tell = self.characters.tell
        if tell(claimant, head_of_claimant - letters) < OWN_TOPIC:
            return 0.0, 0.0, 0.0, 0.0
        own = head - of_claimant
        alone = (head & head_of_claimant) - of_other
        return tell(one, own), tell(one, own & of_other), tell(one, head), tell(one, alone)

    def _letters_of(self, words: str) -> tuple[AbstractSet[int], AbstractSet[int]]:
        """The characters of a unit, and those of its head."""
        return self.characters.of(words), self.characters.of(self._of(words).words)

    def lean_to(self, rival: Indexes, pair: Indexes) -> bool:
        """Do the heads of a `rival` share more than those of `pair`, if not enough to prefer it?"""
        one, other = self._both(*rival), self._both(*pair)
        common, common_to_pair = _common(*one), _common(*other)
        return self._own(common - common_to_pair, *one) >= self._own(common_to_pair - common, *other) + LEANS

    def are_strange_deeds(self, i: int, j: int) -> bool:
        """Does either punish something of which the other does not speak?"""
        alike = self._evidence.alike
        one, other = self._both(i, j)
        return one.deed and other.deed and _unknown(one, alike.new[j]) and _unknown(other, alike.old[i])

    def speak_for(self, i: int, j: int, *, alone: bool = False) -> bool:
        """Do the heads of the two share most of what the shorter of them tells?

        Of two that are left `alone` in one place less will do: a word of their deeds.
        """
        one, other = self._both(i, j)
        shared = _says(_common(one, other) - self._everywhere, one, other)
        said = min(sum(one.tells.values()), sum(other.tells.values()))
        if one.deed and other.deed and (alone or shared >= SAME_DEED * said) and shared >= TOLD:
            return True
        likely = shared >= max(SPEAKS, MOSTLY * said)
        return likely and Indel.normalized_similarity(one.words, other.words) >= SPEAKS_ALIKE

    def is_deed(self, words: str) -> bool:
        """Does a unit say what is punished?"""
        return self._of(words).deed

    def punishes(self, words: str) -> bool:
        """Does a unit say what is punished, and how?"""
        return self.is_deed(words) and PENALTY.search(words) is not None

    def deeds(self, words: str) -> int:
        """How many deeds a penalty has: its items, or the parts of its head."""
        return max(len(_ITEM.findall(words)), len(_PARTS.split(self._of(words).words)))

    def is_deed_of(self, piece: str, whole: AbstractSet[int], covered: AbstractSet[int]) -> bool:
        """Is the deed that `piece` punishes one of those of `whole`, beside those that are `covered`?"""
        head = self._of(piece)
        own = head.tells.keys() - covered
        said, known = (sum(map(head.tells.__getitem__, grams)) for grams in (own, own & whole))
        if not head.deed or said < DEED_SAYS:
            return False
        return len(own & whole) >= SAME_DEED * len(own) or known >= max(TOLD, SAME_DEED * said)

    def known(self, words: str, grams: AbstractSet[int]) -> float:
        """What part of what a unit begins with stands among pairs of characters."""
        tells = self._of(words).tells
        return sum(map(tells.__getitem__, tells.keys() & grams)) / (sum(tells.values()) or 1.0)

    def tells(self, words: str) -> AbstractSet[int]:
        """The pairs of characters of a unit's head."""
        return self._of(words).tells.keys()

    def is_foreign(self, piece: str, whole: AbstractSet[int], partner: AbstractSet[int]) -> bool:
        """Does hardly anything of what `piece` is about stand in `whole`, but for what its `partner` says too?"""
        tells = self._of(piece).tells
        own = tells.keys() - partner
        said = sum(map(tells.__getitem__, own))
        return sum(tells.values()) >= SAYS and sum(map(tells.__getitem__, own & whole)) < KNOWN * said

    def refused(self) -> dict[Indexes, set[Indexes]]:
        """Pairs to which the heads prefer others that claim one of the two, and those; what shares most chooses first."""
        alike = self._evidence.alike
        shared = {}
        for pair in product(alike.old, alike.new):
            one, other = self._both(*pair)
            shared[pair] = _says(_common(one, other), one, other)
        refused: defaultdict[Indexes, set[Indexes]] = defaultdict(set)
        for rival, pair in self._crossed(shared):
            refused[rival].add(pair)
        by_topic = [
            (pair, rival)
            for pair, rival in product(shared, shared)
            if (pair[0] == rival[0]) != (pair[1] == rival[1]) and self.carry_on(pair, rival)
        ]
        for pair, rival in by_topic:
            if (rival, pair) not in by_topic:
                refused[rival].add(pair)
        for pair in sorted(shared, key=lambda one: (-shared[one], one)):
            if pair not in refused:
                rivals = [one for one in shared if (one[0] == pair[0]) != (one[1] == pair[1])]
                for rival in rivals:
                    if self.prefer(pair, rival):
                        refused[rival].add(pair)
        for pair in sorted(shared, key=lambda one: (-self.text.shared(one), one)):
            if pair not in refused:
                for rival in shared:
                    one_shared = (rival[0] == pair[0]) != (rival[1] == pair[1])
                    if one_shared and self.text.share_more(pair, rival) and not self.lean_to(rival, pair):
                        refused[rival].add(pair)
        return dict(refused)

    def _own(self, grams: Iterable[int], one: Head, other: Head) -> float:
        """What pairs of characters tell in two heads that have them: the less, the more heads of a side do."""
        return sum(max(one.tells[gram], other.tells[gram]) / self._count[gram] ** 2 for gram in grams)

    @cached_property
    def _everywhere(self) -> set[int]:
        """Pairs of characters that stand in many units that are something else's: what the whole text is about."""
        counts = Counter(chain.from_iterable(grams for grams, _ in self._evidence.others))
        return {
            gram for gram, count in counts.items() if count >= max(EVERYWHERE, len(self._evidence.others) / 4)
        }

    @cached_property
    def _count(self) -> dict[int, int]:
        """In how many heads each pair of characters stands, on the side where it stands in more."""
        alike = self._evidence.alike
        old, new = (
            Counter(chain.from_iterable(self._of(words).tells for words in units.values()))
            for units in (alike.old_words, alike.new_words)
        )
        return {gram: max(old[gram], new[gram]) for gram in old.keys() | new.keys()}

    def _crossed(self, pairs: Iterable[Indexes]) -> Iterator[tuple[Indexes, Indexes]]:
        """Pairs of which either has the subject of another's, who has theirs, and who has it: two that changed places."""
        subjects = {pair: [SUBJECT.match(head.words) for head in self._both(*pair)] for pair in pairs}
        same = [pair for pair, (one, other) in subjects.items() if one and other and one[0] == other[0]]
        for (i, j), (k, m) in product(same, same):
            if i != k and j != m and not {(i, m), (k, j)}.intersection(same):
                yield from product(((i, m), (k, j)), ((i, j), (k, m)))

    def _both(self, i: int, j: int) -> tuple[Head, Head]:
        alike = self._evidence.alike
        return self._of(alike.old_words[i]), self._of(alike.new_words[j])

    def _of(self, words: str) -> Head:
        """The head of a unit: the deed, or down to the first comma at which it tells something."""
        head = self._heads.get(words)
        if head is None:
            weight = self._evidence.weight
            deed = deed_of(words)
            if deed:
                head = Head(deed, telling(deed, weight), deed=True)
            else:
                begin = _begin(words)
                ends = (begin[: end.start()] for end in _CLAUSE.finditer(begin))
                made = ((words, telling(words, weight)) for words in ends)
                *_, last = _until(made)
                head = Head(*last, deed=False)
            self._heads[words] = head
        return head


def deed_of(words: str) -> str:
    """What a unit says is punished, "" where it says nothing of the kind.

    >>> deed_of("违反本条例规定,攀折花木的,处五十元罚款。")
    '攀折花木的'
    """
    deed = _DEED.match(_begin(words))
    said = (deed[1] or deed[2]) if deed else ""
    return said if "," not in said or PENALTY.search(words) else ""


def _begin(words: str) -> str:
    """What a unit begins with, behind what every penalty does."""
    breach = _BREACH.match(words)
    return _NUMBER.sub("", words[breach.end() if breach else 0 :][:BEGIN])


def _until(made: Iterable[tuple[str, dict[int, float]]]) -> Iterator[tuple[str, dict[int, float]]]:
    for head in made:
        yield head
        if sum(head[1].values()) >= SAYS:
            return


def _unknown(head: Head, words: AbstractSet[int]) -> bool:
    said = sum(head.tells.values())
    return said >= SAYS and sum(head.tells[gram] for gram in head.tells.keys() & words) < KNOWN * said


def _common(one: Head, other: Head) -> set[int]:
    return one.tells.keys() & other.tells.keys()


def _says(grams: Iterable[int], one: Head, other: Head) -> float:
    """What pairs of characters tell in two heads that have them."""
    return sum(max(one.tells[gram], other.tells[gram]) for gram in grams)
