"""Two lists of powers, item by item whatever the order: added, cancelled, merged, split, transferred, renamed, changed."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final

from rapidfuzz import fuzz

from lawtrack.messages import translate
from lawtrack.powers.basis import grounds

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from lawtrack.powers.model import Power, PowersData

KINDS: Final = (
    "added",
    "cancelled",
    "merged",
    "split",
    "transferred",
    "renamed",
    "kind-changed",
    "basis",
    "edited",
    "unchanged",
)
"""What can become of an item; the first that fits tells it, `PowerChange.also` adds the others."""
ALIKE: Final = 80
"""Names so alike (of 100) are versions of one; less where the basis is the same."""
ALIKE_ON_SAME_GROUND: Final = 55
_PLAIN: Final = re.compile(r"[\s　，。、；：,;:“”\"'（）()《》〈〉]+")

ALIKE_ON_OTHER_GROUND: Final = 85
"""Of what the names say beyond their mould."""
_MOULD: Final = re.compile(
    r"^对|(?:的?行为)?的?(?:行政)?(?:处罚|处理|强制措施|强制执行|许可|检查|监督检查|确认|奖励|给付|征收|裁决|备案)$|等?行为|情况"
)


@dataclass(frozen=True, slots=True)
class PowerChange:
    """What became of one item, or of several: `old` and `new` are the items on each side, () on the side that has none.

    >>> from lawtrack.powers import Power, PowersData, compare_powers
    >>> added = compare_powers(PowersData((Power("养犬登记"),)), PowersData(())).changes[0]
    >>> added.kind, added.old, added.new[0].name
    ('added', (), '养犬登记')
    """

    kind: str
    old: tuple[Power, ...]
    new: tuple[Power, ...]
    also: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "kind": self.kind, "also": list(self.also),
            "old": [item.to_dict() for item in self.old], "new": [item.to_dict() for item in self.new],
        }  # fmt: skip


@dataclass(frozen=True)
class PowersComparison:
    """The changes from one list to another, in the order of the new list, what is gone behind.

    >>> from lawtrack.powers import Power, PowersData, compare_powers
    >>> old, new = (PowersData((Power("养犬登记", body=body),)) for body in ("市公安局", "市城管局"))
    >>> [change.kind for change in compare_powers(new, old).changes]
    ['transferred']
    """

    old: PowersData = field(repr=False)
    new: PowersData = field(repr=False)
    changes: tuple[PowerChange, ...] = field(repr=False)

    @cached_property
    def summary(self) -> dict[str, int]:
        """`items` now, `before`, `net`, and how many items each kind of change concerns.

        cancelled counts items that are gone, merged those drawn into others, split those cut out of others.
        """
        counts = dict.fromkeys(KINDS, 0)
        for change in self.changes:
            counts[change.kind] += _weight(change)
            for also in change.also:
                counts[also] += 1
        return {
            "items": len(self.new),
            "before": len(self.old),
            "net": len(self.new) - len(self.old),
            **counts,
        }

    @property
    def sentence(self) -> str:
        """The sentence of the notice, every number computed: 共有行政职权6212项，减少585项。"""
        net = len(self.new) - len(self.old)
        code = "powers.more" if net > 0 else "powers.fewer" if net < 0 else "powers.as-many"
        return translate(code, count=len(self.new), difference=abs(net))

    @property
    def counted(self) -> tuple[tuple[str, int, int], ...]:
        """(kind, before, now) of every kind that either list has."""
        names = dict.fromkeys([*self.new.by_kind, *self.old.by_kind])
        return tuple((kind, self.old.by_kind.get(kind, 0), self.new.by_kind.get(kind, 0)) for kind in names)

    def to_dict(self) -> dict[str, Any]:
        """`{"summary", "sentence", "kinds", "changes"}`; items that stayed as they were are counted only."""
        return {
            "summary": self.summary,
            "sentence": self.sentence,
            "kinds": [{"kind": kind, "before": before, "now": now} for kind, before, now in self.counted],
            "changes": [change.to_dict() for change in self.changes if change.kind != "unchanged"],
        }


def _weight(change: PowerChange) -> int:
    """How many items a change concerns: of a merger those that were drawn in, of a split those that were cut out."""
    if change.kind == "merged":
        return len(change.old) - (1 if len(change.new) == 1 else 0)
    return len(change.new) - 1 if change.kind == "split" else 1


def compare_powers(new: PowersData, old: PowersData) -> PowersComparison:
    """What became of each item of `old` in `new`. Neither order nor numbering counts; an item has one partner.

    >>> from lawtrack.powers import Power, PowersData
    >>> old = PowersData((Power("养犬登记", body="市公安局"),))
    >>> new = PowersData((Power("养犬登记", body="市城管局"),))
    >>> [change.kind for change in compare_powers(new, old).changes]
    ['transferred']
    """
    pairing = _Pairing(old.items, new.items)
    partner = pairing.partner
    merged = pairing.mergers()
    pairing.find_pieces()
    changes: list[tuple[int, PowerChange]] = []
    for at, item in enumerate(new.items):
        olds = tuple(
            old.items[each]
            for each in sorted([*([partner[at]] if at in partner else []), *merged.get(at, [])])
        )
        cut = tuple(new.items[each] for each in sorted(pairing.pieces.get(partner.get(at, -1), [])))
        if merged.get(at):
            changes.append((at, PowerChange("merged", olds, (item,))))
        elif cut and at in partner:
            changes.append((at, PowerChange("split", olds, (item, *cut))))
        elif at in pairing.cut:
            continue
        elif at in partner:
            changes.append((at, _pair(old.items[partner[at]], item)))
        else:
            changes.append((at, PowerChange("added", (), (item,))))
    gone = (
        set(range(len(old.items)))
        - set(partner.values())
        - {each for olds in merged.values() for each in olds}
    )
    cancelled = [PowerChange("cancelled", (old.items[each],), ()) for each in sorted(gone)]
    return PowersComparison(old, new, (*(change for _, change in changes), *cancelled))


def _pair(old: Power, new: Power) -> PowerChange:
    """How two versions of one item differ."""
    told = [
        kind
        for kind, differs in (
            ("transferred", plain(old.body) != plain(new.body)),
            ("renamed", plain(old.name) != plain(new.name)),
            ("kind-changed", old.kind != new.kind),
            ("basis", plain(old.basis) != plain(new.basis)),
        )
        if differs
    ]
    if told:
        return PowerChange(told[0], (old,), (new,), tuple(told[1:]))
    return PowerChange("unchanged" if old.to_dict() == new.to_dict() else "edited", (old,), (new,))


@lru_cache(maxsize=1 << 16)
def plain(words: str) -> str:
    """`words` without white space and marks, which lists put in and leave out as it comes."""
    return _PLAIN.sub("", words)


def _is_new_name(old: Power, new: Power, score: float) -> bool:
    """May two names that are alike by `score` be one item's, as far as the grounds bear it out?

    Items of one office are made from one mould (对…行为的处罚): on other provisions what the mould holds must be alike.
    """
    before, now = ground_keys(old), ground_keys(new)
    if before & now:
        return True
    if before and now:
        return fuzz.ratio(*(_MOULD.sub("", plain(item.name)) for item in (old, new))) >= ALIKE_ON_OTHER_GROUND
    return score >= ALIKE


class _Pairing:
    """Partners by falling certainty: the same in all that names it, the same code, another body, another name."""

    def __init__(self, old: tuple[Power, ...], new: tuple[Power, ...]) -> None:
        self.old, self.new = old, new
        self.partner: dict[int, int] = {}  # new → old
        self.taken: set[int] = set()
        self.pieces: dict[int, list[int]] = {}  # old → new ones cut out of it
        self.cut: set[int] = set()
        self._by(
            lambda item: (
                plain(item.name),
                plain(item.main),
                plain(item.body),
                item.kind,
                item.code,
                plain(item.basis),
            )
        )
        self._by(lambda item: (plain(item.name), plain(item.main), plain(item.body), item.kind))
        self._by(lambda item: (plain(item.name), plain(item.body), item.kind))
        self._by(lambda item: item.code or None, self._plausible)
        self._by(lambda item: (plain(item.name), plain(item.body)))
        self._by(lambda item: (plain(item.name), item.kind))
        self._renamed()

    def _left(self) -> tuple[list[int], list[int]]:
        olds = [at for at in range(len(self.old)) if at not in self.taken]
        return olds, [at for at in range(len(self.new)) if at not in self.partner]

    def _take(self, old: int, new: int) -> None:
        self.partner[new] = old
        self.taken.add(old)

    def _by(
        self, key: Callable[[Power], Hashable], fits: Callable[[Power, Power], bool] | None = None
    ) -> None:
        """Pair what is left and has the same key, in order; items without a key are left."""
        olds, news = self._left()
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for at in olds:
            if (value := key(self.old[at])) is not None:
                waiting[value].append(at)
        for at in news:
            candidates = waiting.get(key(self.new[at]), [])
            chosen = next(
                (each for each in candidates if fits is None or fits(self.old[each], self.new[at])), None
            )
            if chosen is not None:
                candidates.remove(chosen)
                self._take(chosen, at)

    @staticmethod
    def _plausible(old: Power, new: Power) -> bool:
        """May one code stand for both, or was it used again for something else?"""
        alike = fuzz.ratio(plain(old.name), plain(new.name))
        return alike >= ALIKE_ON_SAME_GROUND or (bool(old.basis) and plain(old.basis) == plain(new.basis))

    def _renamed(self) -> None:
        """Pair items of one body and kind whose names are much alike, the most alike first."""
        olds, news = self._left()
        groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for at in olds:
            groups[plain(self.old[at].body), self.old[at].kind].append(at)
        scored = []
        for at in news:
            item = self.new[at]
            for each in groups.get((plain(item.body), item.kind), []):
                score = fuzz.ratio(plain(self.old[each].name), plain(item.name))
                if score >= ALIKE_ON_SAME_GROUND and _is_new_name(self.old[each], item, score):
                    scored.append((-score, each, at))
        for _, each, at in sorted(scored):
            if each not in self.taken and at not in self.partner:
                self._take(each, at)

    def mergers(self) -> dict[int, list[int]]:
        """New item → old ones without a partner whose whole ground it stands on: they went into it."""
        olds, _ = self._left()
        grown = [at for at in range(len(self.new)) if at not in self.partner or self._ground_moved(at) > 0]
        drawn_into: dict[int, list[int]] = {}
        index = _by_ground(grown, self.new)
        for each in olds:
            into = self._holder(self.old[each], index, self.new)
            if into is not None:
                drawn_into.setdefault(into, []).append(each)
        alone = [at for at, drawn in drawn_into.items() if at not in self.partner and len(drawn) < 2]
        for (
            at
        ) in alone:  # one old item, one new one: not a merger, and the names are too different for a new name
            del drawn_into[at]
        return drawn_into

    def find_pieces(self) -> None:
        """Find new items without a partner whose ground is part of that of an old one which goes on: they were cut out of it."""
        _, news = self._left()
        shrunk = [old for new, old in self.partner.items() if self._ground_moved(new) < 0]
        index = _by_ground(shrunk, self.old)
        for at in news:
            origin = self._holder(self.new[at], index, self.old)
            if origin is not None:
                self.pieces.setdefault(origin, []).append(at)
                self.cut.add(at)

    def _ground_moved(self, new: int) -> int:
        """On how many provisions more an item stands than its partner did; the same words are not taken apart."""
        now, before = self.new[new], self.old[self.partner[new]]
        if plain(now.basis) == plain(before.basis):
            return 0
        return len(ground_keys(now)) - len(ground_keys(before))

    @staticmethod
    def _holder(item: Power, index: dict[tuple[str, str], list[int]], items: tuple[Power, ...]) -> int | None:
        """The item of the same body and kind that stands on all that `item` stands on."""
        keys = ground_keys(item)
        if not keys:
            return None
        for at in index.get(min(keys), []):
            other = items[at]
            if (
                other.kind == item.kind
                and plain(other.body) == plain(item.body)
                and keys <= ground_keys(other)
            ):
                return at
        return None


def _by_ground(places: Iterable[int], items: tuple[Power, ...]) -> dict[tuple[str, str], list[int]]:
    standing: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at in places:
        for key in sorted(ground_keys(items[at])):
            standing[key].append(at)
    return standing


def ground_keys(item: Power) -> frozenset[tuple[str, str]]:
    """The provisions that an item stands on, as (title, place)."""
    return _keys(item.basis)


@lru_cache(maxsize=1 << 15)
def _keys(basis: str) -> frozenset[tuple[str, str]]:
    return frozenset((ground.title, ground.label) for ground in grounds(basis))
