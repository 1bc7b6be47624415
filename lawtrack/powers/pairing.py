"""Which item of an old list is which of a new one: partners by falling certainty, then mergers and pieces.

The same in all that names it, the same code, the same name in the body that took the place of its own, a name grown by a
word, the same ground in another body. Two that cannot be told apart are not paired: what each may be is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.powers.likeness import ALIKE, core, ground_keys, likeness, may_share_a_code, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from lawtrack.powers.model import Power

CLEAR: Final = 8
"""So much more alike than any other must a partner be."""
KEPT: Final = 0.5
"""Of the items that kept name, body and kind so many kept their code, or codes say nothing."""
MOST: Final = 0.5
MOST_TOLD: Final = 3


class BodyChange(NamedTuple):
    """A body that the new list does not have, and where most of its items went: `moved` of `total` to `new`."""

    old: str
    new: str
    moved: int
    total: int


def _by_ground(places: Iterable[int], items: tuple[Power, ...]) -> dict[tuple[str, str], list[int]]:
    standing: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at in places:
        for key in sorted(ground_keys(items[at])):
            standing[key].append(at)
    return standing


class Pairing:
    """Partners of two lists: `partner` new → old, `doubted` the new items whose partner is not sure."""

    def __init__(self, old: tuple[Power, ...], new: tuple[Power, ...]) -> None:
        self.old, self.new = old, new
        self.partner: dict[int, int] = {}
        self.doubted: set[int] = set()
        self.perhaps: dict[
            int, list[int]
        ] = {}  # a cancelled old one → new ones that it may have become or gone into
        self.origins: dict[
            int, list[int]
        ] = {}  # an added new one → old ones that it may have been or come out of
        self.taken: set[int] = set()
        self.pieces: dict[int, list[int]] = {}  # old → new ones cut out of it
        self.cut: set[int] = set()
        self.homes = [plain(item.body) for item in old]  # the body of today, as far as it is known
        self.followed: dict[str, str] = {}
        self.standing = [Counter(key for item in side for key in ground_keys(item)) for side in (old, new)]
        self._named_alike()
        self._coded()
        self._by(lambda item: (plain(item.name), plain(item.body)))
        self._follow_bodies()
        self._at_home()
        self._moved()
        self._renamed()
        self._elsewhere()

    def _named_alike(self) -> None:
        self._by(
            lambda item: (
                plain(item.name), plain(item.main), plain(item.body), item.kind, item.code, plain(item.basis),
            )
        )  # fmt: skip
        self._by(
            lambda item: (plain(item.name), plain(item.main), plain(item.body), item.kind, ground_keys(item))
        )
        self._by(lambda item: (plain(item.name), plain(item.main), plain(item.body), item.kind))
        self._by(lambda item: (plain(item.name), plain(item.body), item.kind))

    def _coded(self) -> None:
        """Pair what kept its code, where codes are kept; a code given to something else is no identity."""
        both = [(self.old[old].code, self.new[new].code) for new, old in self.partner.items()]
        told = [before == now for before, now in both if before and now]
        if told and sum(told) < KEPT * len(told):
            return
        self._by(lambda item: item.code or None, may_share_a_code)

    def _follow_bodies(self) -> None:
        """Where most items of a body that is gone went: by what is paired, by their names, by their grounds."""
        there = {plain(item.body) for item in self.new}
        known = {plain(item.body) for item in self.old}
        votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for new, old in self.partner.items():
            votes[self.homes[old]][plain(self.new[new].body)] += 1
        olds, news = self._left()
        for key in (lambda item: (plain(item.name), item.kind), lambda item: (ground_keys(item), item.kind)):
            where: defaultdict[Hashable, list[int]] = defaultdict(list)
            for at in news:
                where[key(self.new[at])].append(at)
            for at in olds:
                found = {plain(self.new[each].body) for each in where.get(key(self.old[at]), ())}
                if len(found) == 1 and self.homes[at] not in there:
                    votes[self.homes[at]][found.pop()] += 1
        totals = Counter(self.homes)
        follow: dict[str, str] = {}
        for body in dict.fromkeys(self.homes):
            if body in there or not votes[body] or not body:
                continue
            likely, count = max(
                votes[body].items(), key=lambda pair: (pair[1], pair[0] not in known, pair[0])
            )
            if count > MOST * sum(votes[body].values()) and (count > 1 or totals[body] == 1):
                follow[body] = likely
        self.homes = [follow.get(body, body) for body in self.homes]
        self.followed = follow

    def _at_home(self) -> None:
        """Pair what has the same name in the body that took the place of its own."""
        if self.followed:
            self._by(
                lambda item: (plain(item.name), plain(item.main), plain(item.body), item.kind), home=True
            )
            self._by(lambda item: (plain(item.name), plain(item.body)), home=True)

    def _moved(self) -> None:
        """Pair what has the same name and kind in any other body; of several those on the same ground first."""
        self._by(
            lambda item: (ground_keys(item) and (plain(item.name), item.kind, ground_keys(item))) or None,
            alone=True,
        )
        self._by(lambda item: (plain(item.name), item.kind), alone=True)
        self._by(
            lambda item: (ground_keys(item) and (plain(item.name), ground_keys(item))) or None, alone=True
        )

    def _left(self) -> tuple[list[int], list[int]]:
        olds = [at for at in range(len(self.old)) if at not in self.taken]
        return olds, [at for at in range(len(self.new)) if at not in self.partner]

    def _take(self, old: int, new: int, *, sure: bool = True) -> None:
        self.partner[new] = old
        self.taken.add(old)
        if not sure:
            self.doubted.add(new)

    def _by(
        self,
        key: Callable[[Power], Hashable],
        fits: Callable[[Power, Power], bool] | None = None,
        *,
        home: bool = False,
        alone: bool = False,
    ) -> None:
        """Pair what is left and has the same key, in order; items without a key are left.

        With `home` an old item counts in the body that took the place of its own; with `alone` a pair is sure only
        where nothing else has that key.
        """
        olds, news = self._left()
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for at in olds:
            item = self.old[at]
            if home:
                item = replace(item, body=self.homes[at])
            if (value := key(item)) is not None:
                waiting[value].append(at)
        wanted = Counter(key(self.new[at]) for at in news) if alone else Counter()
        several = {value for value, each in waiting.items() if alone and max(len(each), wanted[value]) > 1}
        for at in news:
            value = key(self.new[at])
            candidates = waiting.get(value, [])
            chosen = next(
                (each for each in candidates if fits is None or fits(self.old[each], self.new[at])), None
            )
            if chosen is not None:
                candidates.remove(chosen)
                self._take(chosen, at, sure=value not in several)

    def _renamed(self) -> None:
        """Pair items of one body and kind whose names are much alike, the most alike first."""
        olds, news = self._left()
        groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for at in olds:
            groups[self.homes[at], self.old[at].kind].append(at)
        scored = []
        for at in news:
            item = self.new[at]
            scored += [
                (alike.score, each, at, alike.sure)
                for each in groups.get((plain(item.body), item.kind), [])
                if (alike := likeness(self.old[each], item, alone=self._alone(each, at))) is not None
            ]
        self._settle(scored)

    def _elsewhere(self) -> None:
        """Pair items on one ground whose names are alike though body or kind is another."""
        olds, news = self._left()
        index = _by_ground(olds, self.old)
        scored = []
        for at in news:
            item = self.new[at]
            keys = ground_keys(item)
            near = {each for key in keys for each in index.get(key, ())}
            for each in sorted(near):
                alike = likeness(self.old[each], item, alone=self._alone(each, at))
                if alike is not None and (self.old[each].kind == item.kind or alike.score >= ALIKE):
                    scored.append((alike.score, each, at, alike.sure))
        self._settle(scored)

    def _alone(self, old: int, new: int) -> bool:
        """Do the two share a ground on which nothing else stands in either list?"""
        shared = ground_keys(self.old[old]) & ground_keys(self.new[new])
        return any(self.standing[0][key] == self.standing[1][key] == 1 for key in shared)

    def _settle(self, scored: list[tuple[float, int, int, bool]]) -> None:
        """Pair the most alike first; where another is nearly as alike, the pair is doubted."""
        by_old: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        by_new: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        for score, old, new, _ in scored:
            by_old[old].append((score, new))
            by_new[new].append((score, old))
        for score, old, new, sure in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
            if old in self.taken or new in self.partner:
                continue
            rivals = [other for other, at in by_old[old] if at != new and at not in self.partner]
            rivals += [other for other, at in by_new[new] if at != old and at not in self.taken]
            self._take(old, new, sure=sure and all(score - other >= CLEAR for other in rivals))

    def mergers(self) -> dict[int, list[int]]:
        """New item → old ones without a partner whose whole ground it stands on: they went into it."""
        olds, _ = self._left()
        grown = [at for at in range(len(self.new)) if at not in self.partner or self._ground_moved(at) > 0]
        drawn_into: dict[int, list[int]] = {}
        index = _by_ground(grown, self.new)
        for each in olds:
            into = next(
                (
                    at
                    for at in self._holders(self.old[each], index, self.new)
                    if plain(self.new[at].body) == self.homes[each]
                ),
                None,
            )
            if into is not None:
                drawn_into.setdefault(into, []).append(each)
        for at in [at for at, drawn in drawn_into.items() if at not in self.partner and len(drawn) < 2]:
            old = drawn_into.pop(at)[0]  # one old item, one new one on its ground: a new name, perhaps
            self.perhaps[old], self.origins[at] = [at], [old]
        return drawn_into

    def find_pieces(self) -> None:
        """Find new items without a partner whose ground is part of that of an old one which goes on: they were cut out of it."""
        _, news = self._left()
        shrunk = [old for new, old in self.partner.items() if self._ground_moved(new) < 0]
        index = _by_ground(shrunk, self.old)
        for at in news:
            body = plain(self.new[at].body)
            origin = next(
                (each for each in self._holders(self.new[at], index, self.old) if self.homes[each] == body),
                None,
            )
            if origin is not None:
                self.pieces.setdefault(origin, []).append(at)
                self.cut.add(at)

    def look_around(self, gone: Iterable[int], come: Iterable[int]) -> None:
        """What a cancelled item may have gone into and an added one may have come out of: like names on one ground."""
        for places, mine, others, told in (
            (gone, self.old, self.new, self.perhaps),
            (come, self.new, self.old, self.origins),
        ):
            index = _by_ground(range(len(others)), others)
            for at in places:
                near = {each for key in ground_keys(mine[at]) for each in index.get(key, ())}
                like = [
                    each
                    for each in sorted(near)
                    if others[each].kind == mine[at].kind
                    and self._at_one_place(at, each, new=mine is self.new)
                    and likeness(mine[at], others[each]) is not None
                ]
                if like and at not in told:
                    told[at] = like[:MOST_TOLD]

    def _at_one_place(self, at: int, each: int, *, new: bool) -> bool:
        return (
            (plain(self.new[at].body) == self.homes[each])
            if new
            else (self.homes[at] == plain(self.new[each].body))
        )

    @staticmethod
    def parted(whole: Power, parts: Sequence[Power]) -> bool:
        """Does each of the parts stand on grounds of its own of the whole's, and share words with it? Else it is not sure."""
        told = Counter(key for part in parts for key in ground_keys(part))
        words = core(whole.name)
        apart = all(count == 1 for key, count in told.items() if key in ground_keys(whole))
        return apart and all(
            any(name[at : at + 2] in words for at in range(len(name) - 1))
            for name in (core(part.name) for part in parts)
        )

    def _ground_moved(self, new: int) -> int:
        """On how many provisions more an item stands than its partner did; the same words are not taken apart."""
        now, before = self.new[new], self.old[self.partner[new]]
        if plain(now.basis) == plain(before.basis):
            return 0
        return len(ground_keys(now)) - len(ground_keys(before))

    @staticmethod
    def _holders(
        item: Power, index: dict[tuple[str, str], list[int]], items: tuple[Power, ...]
    ) -> Iterable[int]:
        """The items of the same kind that stand on all that `item` stands on."""
        keys = ground_keys(item)
        if not keys:
            return ()
        near = index.get(min(keys), [])
        return (at for at in near if items[at].kind == item.kind and keys <= ground_keys(items[at]))

    def bodies_followed(self) -> tuple[BodyChange, ...]:
        """The bodies that are gone with where most of their items went, counted when all is paired."""
        went: Counter[tuple[str, str]] = Counter()
        for new, old in self.partner.items():
            went[plain(self.old[old].body), plain(self.new[new].body)] += 1
        totals = Counter(plain(item.body) for item in self.old)
        printed = {plain(item.body): item.body for item in (*self.old, *self.new)}
        return tuple(
            BodyChange(printed[old], printed[new], went[old, new], totals[old])
            for old, new in self.followed.items()
            if went[old, new] > MOST * totals[old]
        )
