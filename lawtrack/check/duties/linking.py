"""Which duty a conduct breaks: the provision that is cited, or the one whose rare words it repeats."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ENOUGH: Final = 0.45
"""Of the weight of a conduct's words so much must stand in a provision that it may be what the conduct breaks."""
OF_PART: Final = 0.6
NEAR: Final = 0.92
_NOISE: Final = re.compile(
    r"[^一-鿿0-9A-Za-z]+|违反|规定|行为|下列|之一|应当|不得|必须|禁止|本条例|本办法|或者|以及|而[不未]|按照|依法|擅自|情形|未经?|不按"
)
_OR: Final = re.compile(r"，?或者|，|；")
_ALIKE: Final = (
    (
        re.compile(r"(?:拒绝|拒不|阻碍|阻挠|妨碍)[^，。]{0,60}(?:检查|调查|监督)"),
        re.compile(
            r"(?:不得|应当)[^。；]{0,16}(?:拒绝|阻挠|阻碍|妨碍|配合|接受|协助)[^。；]{0,20}(?:检查|调查|监督)"
            r"|(?:检查|调查)[^。；]{0,30}(?:应当|不得)[^。；]{0,8}(?:配合|阻挠|拒绝)"
        ),
        0.0,
    ),
    (
        re.compile(
            r"(?:未经|没有)[^，。]{0,16}(?:批准|许可|同意|审批|审核|核准)|未取得[^，。]{0,16}(?:许可|批准|资格|证)|未按[^，。]{0,4}批准"
        ),
        re.compile(r"(?:申请|经[^，。；]{0,30}(?:批准|许可|同意|核准)|按照批准的)"),
        0.6,
    ),
)
"""A conduct in other words than the duty that it breaks, what such a duty says, and how much of the conduct's words beside."""


class Index:
    """Provisions by the pairs of characters in their words; a pair in few of them says most."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words
        self.pairs = {eid: pairs_of(text) for eid, text in words.items()}
        self.counts = Counter(pair for pairs in self.pairs.values() for pair in pairs)

    def weight(self, pair: str) -> float:
        """How much a pair says."""
        return math.log((1 + len(self.pairs)) / max(self.counts[pair], 0.5))

    def nearest(self, conduct: str) -> list[tuple[float, str]]:
        """The provisions that hold enough of a conduct's words, the nearest first; only those close to the nearest."""
        best: dict[str, float] = {}
        for part in dict.fromkeys((conduct, *_OR.split(conduct))):
            for score, eid in self._scored(pairs_of(part), whole=part == conduct):
                best[eid] = max(score, best.get(eid, 0.0))
        top = max(best.values(), default=OF_PART)
        best.update({eid: top for eid, always in self._in_other_words(conduct) if always or not best})
        top = max(best.values(), default=0.0)
        return sorted(
            ((score, eid) for eid, score in best.items() if score >= NEAR * top),
            key=lambda one: (-one[0], one[1]),
        )

    def _in_other_words(self, conduct: str) -> list[tuple[str, bool]]:
        """The provisions that say in words of duties what the conduct breaks, of the same thing; True where of any thing."""
        told: list[tuple[str, bool]] = []
        for broken, owed, least in _ALIKE:
            if not broken.search(conduct):
                continue
            known = {pair for pair in pairs_of(broken.sub(" ", conduct)) if self.counts[pair]}
            total = sum(map(self.weight, known))
            for eid, pairs in self.pairs.items():
                shared = sum(map(self.weight, known & pairs)) / total if total else 0.0
                if owed.search(self.words[eid]) and shared >= least:
                    told.append((eid, not least))
        return told

    def closest(self, conduct: str) -> float:
        """How much of a conduct's words, by weight, stands in the provision that has most of them; 0 to 1."""
        wanted = pairs_of(conduct)
        total = sum(map(self.weight, wanted))
        shared = (sum(map(self.weight, wanted & pairs)) for pairs in self.pairs.values())
        return max(shared, default=0.0) / total if total else 0.0

    def _scored(self, wanted: frozenset[str], *, whole: bool) -> list[tuple[float, str]]:
        """The provisions that hold enough of some pairs; of a part of a conduct more is asked."""
        total = sum(map(self.weight, wanted))
        if len(wanted) < (2 if whole else 4) or not total:
            return []
        least = ENOUGH if whole else OF_PART
        scored = (
            (sum(self.weight(pair) for pair in wanted & pairs) / total, eid)
            for eid, pairs in self.pairs.items()
        )
        return [(score, eid) for score, eid in scored if score >= least]


def pairs_of(words: str) -> frozenset[str]:
    """The pairs of neighbouring characters, words that every norm has left out."""
    return frozenset(
        piece[at : at + 2] for piece in _NOISE.sub(" ", words).split() for at in range(len(piece) - 1)
    )


def within(eid: str, others: Sequence[str]) -> bool:
    """Is a provision one of `others`, part of one, or does it hold one?"""
    return any(
        eid == other or eid.startswith(f"{other}__") or other.startswith(f"{eid}__") for other in others
    )
