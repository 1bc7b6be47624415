"""Which duty a conduct breaks: the provision that is cited, or the one whose rare words it repeats."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from lawtrack.check.duties.omitting import everywhere, forbidding, of_formality, of_licence, of_omission
from lawtrack.check.duties.phrases import pairs_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ENOUGH: Final = 0.45
"""Of the weight of a conduct's words so much must stand in a provision that it may be what the conduct breaks."""
OF_PART: Final = 0.6
"""So much, where only a part of the conduct is looked for, and where it is to be sure."""
FAINT: Final = 0.25
AHEAD: Final = 1.5
"""An article that has `FAINT` of a conduct is it where no other article comes nearer than by the factor `AHEAD`."""
SURE: Final = 0.8
"""A part of a conduct of which so much stands in a provision breaks that one, whatever the other parts break."""
RARE: Final = 3
"""A word that stands in so few provisions names one by itself: 违反回避规定的."""
SHARE: Final = 0.3
"""A part of a conduct that weighs less of it says whose it is, not what was done."""
UNHEARD: Final = 0.5
"""What a pair that stands in no norm weighs of what it would: often it is only where two words meet."""
NEAR: Final = 0.92
_OR: Final = re.compile(r"，?或者|，|的、|；|或(?=[不未拒擅私非违])")
_BREAKS: Final = re.compile(r"[不未拒无]|没有|擅自|私自|非法|违反|违法|违规|超[出过]|伪造|隐瞒")
_ASIDE: Final = re.compile(
    r"^(?:造成|危害(?=[^，。]{0,8}(?:安全|健康|利益|秩序|后果)的?$)|影响|导致|致使|引起|引发|情节|后果|数额|尚[不未]|构成|经责令|拒不改正|逾期|限期|未造成)"
)
"""A part of a conduct that says what came of it, not what was done."""
_WHOSE: Final = re.compile(
    r"(?:单位|机构|人员|企业|公司|组织|个人|学校|场所|[^法的本他为]者|[有用货业]人|(?:活动|作业|经营|执业|履行职责|过程)[时中])$"
)
"""A part of a conduct that says whose it is or when; 未配备人员 is done."""
_NOT_DONE: Final = re.compile(r"^(?:[^，。；]{0,8}(?<!对))?(?:未|没有|擅自|拒绝|拒不|不(?!同|足))")
_AND_OTHERS: Final = re.compile(r"(?:和|以及|等)其他[^，。]{0,60}(?:活动|行为|情形)的?$")
_ROLE: Final = re.compile(
    r"^(?P<role>[^，、或者和]{2,8}?)(?:拒不|拒绝|不|未)(?:依法|按照?规定)?履行(?P<duties>[^，。]{2,12}?)(?:义务|责任|职责)的?"
)
_DEED: Final = re.compile(r"未经(?P<deed>[一-鿿]{2})(?=或者|[^一-鿿]|合格|[的即擅]|$)")
_NAMED_RULE: Final = re.compile(r"^违反[^，。]{2,6}(?:规定|制度)的?$")
"""违反回避规定的: one word names the rule."""
_ANY_OTHER: Final = re.compile(
    r"(?:法律|法规|规章|规定|约定)[^，。]{0,24}其他[^，。]{0,12}(?:情形|行为|活动)的?$"
    r"|^其他[^，。]{0,30}(?:情形|行为)的?$"
)
_UNLICENSED: Final = re.compile(
    r"^(?:无|(?:未|没有)(?:依法)?(?:取得|领取|持有))[^，。]{2,10}(?:证|照|许可|资格)"
)
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
        _UNLICENSED,
        re.compile(r"(?:取得|领取|持有?|凭|申领|申请办理)(?![的换补])[^。；，]{2,60}(?:证|照|许可|资格)"),
        0.4,
    ),
    (
        re.compile(r"^未(?:经|取得)[^，。；]{0,16}(?:批准|许可|同意|核准)"),
        re.compile(r"未(?:经|取得)[^，。；]{0,16}(?:批准|许可|同意|核准)，?[^。；]{0,24}不得"),
        0.3,
    ),
    (
        re.compile(
            r"(?:未经|没有)[^，。]{0,16}(?:批准|许可|同意|审批|审核|核准|合格|认证)|未取得[^，。]{0,16}(?:许可|批准|资格|证)|未按[^，。]{0,4}批准"
        ),
        re.compile(
            r"申请|经[^，。；]{0,30}(?:批准|许可|同意|核准|合格|认证)|按照批准的|未(?:经|取得)[^，。；]{2,20}，?[^。；]{0,24}(?:不得|禁止)"
        ),
        0.6,
    ),
)
"""A conduct in other words than the duty that it breaks, what such a duty says, and how much of the conduct's words beside."""


_WITHOUT: Final = re.compile(r"未(?:经|取得)[^。；]{0,40}(?:不得|禁止)")
"""A provision that forbids whatever leave is lacking."""
_BESIDES: Final = re.compile(r"，或者|；")
"""What follows is another conduct."""


class Index:
    """Provisions by the pairs of characters in their words; a pair in few of them says most."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words
        self.pairs = {eid: pairs_of(text) for eid, text in words.items()}
        self.counts = Counter(pair for pairs in self.pairs.values() for pair in pairs)

    def weight(self, pair: str) -> float:
        """How much a pair says."""
        known = self.counts[pair]
        return math.log((1 + len(self.pairs)) / max(known, 0.5)) * (1 if known else UNHEARD)

    def nearest(self, conduct: str) -> list[tuple[float, str]]:
        """The provisions that hold enough of a conduct's words, the nearest first; only those close to the nearest."""
        best = {eid: score for score, eid in self._near(conduct)}
        best.update(
            {eid: max(best.get(eid, 0.0), OF_PART) for eid in forbidding(conduct, self.words, self.weight)}
        )
        return sorted(((score, eid) for eid, score in best.items()), key=lambda one: (-one[0], one[1]))

    def _near(self, conduct: str) -> list[tuple[float, str]]:
        """The nearest by words, by what is left out, and by what says the same in other words."""
        best: dict[str, float] = {}
        own: set[str] = set()
        whole: set[str] = set()
        if _ANY_OTHER.search(conduct):
            return []
        all_of_it = sum(map(self.weight, pairs_of(conduct)))
        for part in parts_of(conduct):
            weight = sum(map(self.weight, pairs_of(part)))
            if weight < SHARE * all_of_it and not _BREAKS.search(part):
                continue
            scored = self._doing(part, self._scored(part, whole=part == conduct))
            if part == conduct:
                whole = near_the_top(scored)
            elif everywhere(eid for _, eid in scored):
                continue
            elif whole & near_the_top(scored):
                scored = [(score, eid) for score, eid in scored if eid in whole]
            nearest = max((score for score, _ in scored), default=0.0)
            sure = part != conduct and nearest >= SURE
            for score, eid in scored:
                best[eid] = max(score, best.get(eid, 0.0))
                if sure and score >= NEAR * nearest:
                    own.add(eid)
        if not best:
            best = self._far_ahead(conduct)
        top = max(best.values(), default=OF_PART)
        best.update(dict.fromkeys(self._of_role(conduct), top))
        licensed = of_licence(conduct, self.words)
        told = [
            (eid, always)
            for eid, always in self._in_other_words(conduct)
            if not licensed or _WITHOUT.search(self.words[eid])
        ]
        if licensed and not _BESIDES.search(conduct):
            best = {}
        left_out = (
            *of_formality(conduct, self.words, self.pairs, self.weight),
            *licensed,
            *of_omission(conduct, self.words),
        )
        best.update(dict.fromkeys(left_out, max(top, OF_PART)))
        if _UNLICENSED.search(conduct) and told and not _BESIDES.search(conduct):
            best = {}
        best.update({eid: max(top, OF_PART) for eid, always in told if always or not best})
        top = max(best.values(), default=0.0)
        return sorted(
            ((score, eid) for eid, score in best.items() if score >= NEAR * top or eid in own),
            key=lambda one: (-one[0], one[1]),
        )

    def _far_ahead(self, conduct: str) -> dict[str, float]:
        """The one article that has much more of a conduct's words than any other, though not enough of them by itself."""
        wanted = pairs_of(conduct)
        total = sum(map(self.weight, wanted))
        if len(wanted) < 4 or not total:
            return {}
        ranked = sorted(
            ((sum(map(self.weight, wanted & pairs)) / total, eid) for eid, pairs in self.pairs.items()),
            reverse=True,
        )
        score, first = ranked[0] if ranked else (0.0, "")
        article = first.partition("__")[0]
        second = next((each for each, eid in ranked if eid.partition("__")[0] != article), 0.0)
        return {first: score} if score >= FAINT and score >= AHEAD * second else {}

    def _of_role(self, conduct: str) -> list[str]:
        """All that a role owes, where the conduct is that it does not do its duties as such: 赡养人拒不履行赡养义务."""
        named = _ROLE.search(conduct)
        if not named or not pairs_of(named["role"]) & pairs_of(named["duties"]):
            return []
        owes = re.compile(rf"{re.escape(named['role'])}(?:应当|必须|不得)")
        return [eid for eid, words in self.words.items() if owes.search(words)]

    def _in_other_words(self, conduct: str) -> list[tuple[str, bool]]:
        """The provisions that say in words of duties what the conduct breaks, of the same thing; True where of any thing."""
        told: list[tuple[str, bool]] = []
        for broken, owed, least in _ALIKE:
            part = next((each for each in _BESIDES.split(conduct) if broken.search(each)), "")
            if not part:
                continue
            known = {pair for pair in pairs_of(broken.sub(" ", part)) if self.counts[pair]}
            total = sum(map(self.weight, known))
            for eid, pairs in self.pairs.items():
                shared = sum(map(self.weight, known & pairs)) / total if total else 0.0
                if owed.search(self.words[eid]) and shared >= least:
                    told.append((eid, not least))
        return told

    def _doing(self, part: str, scored: list[tuple[float, str]]) -> list[tuple[float, str]]:
        """Those that name the deed too, where any does: 未经验收 breaks what says 验收, not what speaks of the same thing."""
        deed = _DEED.search(part)
        named = [(score, eid) for score, eid in scored if deed and deed["deed"] in self.words[eid]]
        return named or scored

    def closest(self, conduct: str) -> float:
        """How much of a conduct's words, by weight, stands in the provision that has most of them; 0 to 1."""
        wanted = pairs_of(conduct)
        total = sum(map(self.weight, wanted))
        shared = (sum(map(self.weight, wanted & pairs)) for pairs in self.pairs.values())
        return max(shared, default=0.0) / total if total else 0.0

    def _scored(self, conduct: str, *, whole: bool) -> list[tuple[float, str]]:
        """The provisions that hold enough of some pairs; of a part of a conduct more is asked."""
        wanted = pairs_of(conduct)
        total = sum(map(self.weight, wanted))
        few = _NAMED_RULE.search(conduct) and all(self.counts[pair] <= RARE for pair in wanted)
        if len(wanted) < (1 if few else 2 if whole else 4) or not total:
            return []
        least = ENOUGH if whole else OF_PART
        scored = (
            (sum(self.weight(pair) for pair in wanted & pairs) / total, eid)
            for eid, pairs in self.pairs.items()
        )
        return [(score, eid) for score, eid in scored if score >= least]


def near_the_top(scored: Sequence[tuple[float, str]]) -> set[str]:
    """The nearest of some scored provisions, and those that come close to it."""
    top = max((score for score, _ in scored), default=0.0)
    return {eid for score, eid in scored if score >= NEAR * top}


def parts_of(conduct: str) -> list[str]:
    """The conduct whole, and each thing that it is about; whose it is and what came of it are left out.

    >>> parts_of("养犬人或者管理人拒不登记犬只，或者擅自转让犬只，情节严重的")
    ['养犬人或者管理人拒不登记犬只，或者擅自转让犬只，情节严重的', '管理人拒不登记犬只', '擅自转让犬只']
    """
    split = (_AND_OTHERS.sub("", part) for part in _OR.split(conduct))
    parts = [
        part
        for part in split
        if part and not _ASIDE.search(part) and (_NOT_DONE.search(part) or not _WHOSE.search(part))
    ]
    if any(_BREAKS.search(part) for part in parts):
        parts = [
            part
            for at, part in enumerate(parts)
            if _BREAKS.search(part) or any(map(_BREAKS.search, parts[:at]))
        ]
    return list(dict.fromkeys((conduct, *parts)))


def within(eid: str, others: Sequence[str]) -> bool:
    """Is a provision one of `others`, part of one, or does it hold one?"""
    return any(
        eid == other or eid.startswith(f"{other}__") or other.startswith(f"{eid}__") for other in others
    )
