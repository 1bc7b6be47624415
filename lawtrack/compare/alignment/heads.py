"""What articles begin with: the subject stands first, and after it often what is said of many.

本人申请，经审核符合条件的，予以批准 and 由……责令改正，处……罚款 are said of whom and of what comes before; two articles that share
no more are not one another's, however long it is. So the heads decide between rivals wherever they tell (`contests`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Indel

from lawtrack.compare.alignment.absorbing import PENALTY
from lawtrack.compare.alignment.telling import telling
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from lawtrack.compare.alignment.evidence import Evidence

SAYS: Final = (
    1.0  # clauses that say less, as much as a pair of characters that nobody else has, are no head yet
)
TOLD: Final = 0.3  # heads that share less tell nothing
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
    """What an article begins with: the words, what each pair of characters in them tells and all do, and whether it is a deed."""

    words: str
    tells: Mapping[int, float]
    said: float
    deed: bool


class Heads:
    """The heads of units of both sides, and what they say of a pair."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._heads: dict[str, Head] = {}

    def are_strange_deeds(self, i: int, j: int) -> bool:
        """Does either punish something of which the other does not speak?"""
        alike = self._evidence.alike
        one, other = self.both(i, j)
        return one.deed and other.deed and _unknown(one, alike.new[j]) and _unknown(other, alike.old[i])

    def speak_for(self, i: int, j: int, *, alone: bool = False) -> bool:
        """Do the heads of the two share most of what the shorter of them tells?

        Of two that are left `alone` in one place less will do: a word of their deeds.
        """
        one, other = self.both(i, j)
        common = one.tells.keys() & other.tells.keys()
        if says(common, one, other) < TOLD:
            return False
        shared, said = says(common - self._everywhere(common), one, other), min(one.said, other.said)
        if one.deed and other.deed and (alone or shared >= SAME_DEED * said) and shared >= TOLD:
            return True
        likely = shared >= max(SPEAKS, MOSTLY * said)
        return likely and Indel.normalized_similarity(one.words, other.words) >= SPEAKS_ALIKE

    def is_deed(self, words: str) -> bool:
        """Does a unit say what is punished?"""
        return self.of(words).deed

    def punishes(self, words: str) -> bool:
        """Does a unit say what is punished, and how?"""
        return self.is_deed(words) and PENALTY.search(words) is not None

    def deeds(self, words: str) -> int:
        """How many deeds a penalty has: its items, or the parts of its head."""
        return max(len(_ITEM.findall(words)), len(_PARTS.split(self.of(words).words)))

    def is_deed_of(self, piece: str, whole: AbstractSet[int], covered: AbstractSet[int]) -> bool:
        """Is the deed that `piece` punishes one of those of `whole`, beside those that are `covered`?"""
        head = self.of(piece)
        own = head.tells.keys() - covered
        said, known = (sum(map(head.tells.__getitem__, grams)) for grams in (own, own & whole))
        if not head.deed or said < DEED_SAYS:
            return False
        return len(own & whole) >= SAME_DEED * len(own) or known >= max(TOLD, SAME_DEED * said)

    def known(self, words: str, grams: AbstractSet[int]) -> float:
        """What part of what a unit begins with stands among pairs of characters."""
        head = self.of(words)
        return sum(map(head.tells.__getitem__, head.tells.keys() & grams)) / (head.said or 1.0)

    def tells(self, words: str) -> AbstractSet[int]:
        """The pairs of characters of a unit's head."""
        return self.of(words).tells.keys()

    def is_foreign(self, piece: str, whole: AbstractSet[int], partner: AbstractSet[int]) -> bool:
        """Does hardly anything of what `piece` is about stand in `whole`, but for what its `partner` says too?"""
        head = self.of(piece)
        if head.said < SAYS:
            return False
        own = head.tells.keys() - partner
        known, said = (sum(map(head.tells.__getitem__, grams)) for grams in (own & whole, own))
        return known < KNOWN * said

    def _everywhere(self, grams: set[int]) -> set[int]:
        """Those that stand in many units that are something else's: what the whole text is about."""
        others = [words for words, _ in self._evidence.others]
        most = max(EVERYWHERE, len(others) / 4)
        return {gram for gram in grams if sum([gram in words for words in others]) >= most}

    def both(self, i: int, j: int) -> tuple[Head, Head]:
        """The heads of old unit `i` and of new unit `j`."""
        alike = self._evidence.alike
        return self.of(alike.old_words[i]), self.of(alike.new_words[j])

    def of(self, words: str) -> Head:
        """The head of a unit: the deed, or down to the first comma at which it tells something."""
        head = self._heads.get(words)
        if head is None:
            head = self._heads[words] = self._begun(words)
        return head

    def _begun(self, words: str) -> Head:
        begin = _begin(words)
        deed = _deed_in(begin, words)
        for said in [deed] if deed else (begin[: end.start()] for end in _CLAUSE.finditer(begin)):
            tells = telling(said, self._evidence.weight)
            head = Head(said, tells, sum(tells.values()), deed != "")
            if head.said >= SAYS:
                break
        return head


def deed_of(words: str) -> str:
    """What a unit says is punished, "" where it says nothing of the kind.

    >>> deed_of("违反本条例规定,攀折花木的,处五十元罚款。")
    '攀折花木的'
    """
    return _deed_in(_begin(words), words)


def _deed_in(begin: str, words: str) -> str:
    deed = _DEED.match(begin)
    said = (deed[1] or deed[2]) if deed else ""
    return said if "," not in said or PENALTY.search(words) else ""


def _begin(words: str) -> str:
    """What a unit begins with, behind what every penalty does."""
    breach = _BREACH.match(words)
    return _NUMBER.sub("", words[breach.end() if breach else 0 :][:BEGIN])


def _unknown(head: Head, words: AbstractSet[int]) -> bool:
    if head.said < SAYS:
        return False
    return sum(head.tells[gram] for gram in head.tells.keys() & words) < KNOWN * head.said


def says(grams: Iterable[int], one: Head, other: Head) -> float:
    """What pairs of characters tell in two heads that have them."""
    return sum(max(one.tells[gram], other.tells[gram]) for gram in grams)
