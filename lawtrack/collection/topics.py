"""Whether an article speaks of what a power is called, where nothing but a number says that it stands on that article."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law import citations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawtrack.law import Instrument

_MOULD: Final = re.compile(
    r"^对|等?(?:违法)?行为的?|的?(?:行政)?(?:处罚|处理|强制措施|强制执行|强制|许可|审批|审核|核准|核发|确认|奖励|给付|征收|裁决|备案|检查|监督检查)$"
    r"|[（(][^（）()]*[）)]"
)
"""What a name says of the kind of the power, not of its matter."""
_PENAL: Final = re.compile(r"罚款|警告|没收|吊销|暂扣|责令|处罚|拘留")
_FINES: Final = re.compile(r"处罚")
FEWEST: Final = 2
"""Pairs of characters of a name that the instrument must have anywhere for its articles to be told apart."""
SPOKEN_OF: Final = 0.4
"""Of the weight of those pairs so much in the article cited: it speaks of the matter."""
NOT_A_WORD: Final = 0.25
ELSEWHERE: Final = 0.65
"""At most so much there and at least so much in another article: the matter stands in the other one."""


class Looked(NamedTuple):
    """What came of it: `spoken` (does the article speak of the matter?), None where that cannot be told; else where it stands."""

    spoken: bool | None
    elsewhere: str = ""


class Topics:
    r"""The articles of one instrument, asked for what the names of powers say.

    >>> from lawtrack.law import parse
    >>> law = parse("某条例\n第一条　设置户外广告，应当经批准。\n第二条　临街单位应当保持门前清洁。")
    >>> Topics(law).look("户外广告设置审批", ["art_2"])
    Looked(spoken=False, elsewhere='art_1')
    >>> Topics(law).look("户外广告设置审批", ["art_1"]).spoken
    True
    """

    def __init__(self, doc: Instrument) -> None:
        self.words = {article.eid: article.words for article in doc.articles}
        self.penal = {eid for eid, words in self.words.items() if _PENAL.search(words)}
        own = {eid: _pairs(words) for eid, words in self.words.items()}
        self.counts = Counter(pair for pairs in own.values() for pair in pairs)
        broken: dict[str, set[str]] = {}
        for cited in citations(doc):
            if cited.internal:
                broken.setdefault(cited.holder.partition("__")[0], set()).update(
                    eid.partition("__")[0] for eid in cited.targets
                )
        self.pairs = {
            eid: pairs.union(*(own.get(each, frozenset()) for each in broken.get(eid, ())))
            for eid, pairs in own.items()
        }

    def look(self, name: str, cited: Iterable[str]) -> Looked:
        """Does one of the articles at the places `cited` speak of what `name` says, or else another one?"""
        wanted = {pair for pair in _pairs(_MOULD.sub("", name)) if self.counts[pair]}
        total = sum(map(self._weight, wanted))
        if len(wanted) < FEWEST or not total:
            return Looked(None)
        there = {eid.partition("__")[0] for eid in cited}
        shares = {eid: sum(map(self._weight, wanted & pairs)) / total for eid, pairs in self.pairs.items()}
        spoken = max((shares.get(eid, 0.0) for eid in there), default=0.0)
        if spoken >= SPOKEN_OF:
            return Looked(True)
        fits = self.penal if _FINES.search(name) else self.words.keys() - self.penal
        best = max(shares, key=lambda eid: (shares[eid] >= ELSEWHERE, eid in fits, shares[eid]))
        if spoken <= NOT_A_WORD and shares[best] >= ELSEWHERE:
            return Looked(False, best)
        return Looked(None)

    def _weight(self, pair: str) -> float:
        """How much a pair says: one that stands in few articles says most."""
        return math.log((1 + len(self.words)) / self.counts[pair])


def _pairs(words: str) -> frozenset[str]:
    return frozenset(
        piece[at : at + 2] for piece in re.findall("[一-鿿]+", words) for at in range(len(piece) - 1)
    )
