"""Two lists of powers, item by item whatever the order: added, cancelled, merged, split, transferred, renamed, changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from lawtrack.messages import translate
from lawtrack.powers.likeness import plain, plain_basis
from lawtrack.powers.model import FIELDS, columns
from lawtrack.powers.pairing import Pairing

if TYPE_CHECKING:
    from lawtrack.powers.model import Power, PowersData
    from lawtrack.powers.pairing import BodyChange

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


@dataclass(frozen=True, slots=True)
class PowerChange:
    """What became of one item, or of several: `old` and `new` are the items on each side, () on the side that has none.

    Where `sure` is False two items were paired by likeness alone, or others could be meant as well. `perhaps` are those
    of the other side that an added or cancelled item may be, too unlike to be called one. `columns` are the headings in
    which an edited item differs.

    >>> from lawtrack.powers import Power, PowersData, compare_powers
    >>> added = compare_powers(PowersData((Power("养犬登记"),)), PowersData(())).changes[0]
    >>> added.kind, added.old, added.new[0].name
    ('added', (), '养犬登记')
    """

    kind: str
    old: tuple[Power, ...]
    new: tuple[Power, ...]
    also: tuple[str, ...] = ()
    sure: bool = True
    perhaps: tuple[Power, ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What became of it in words: 划转、变更名称（请核对）."""
        kinds = "、".join(translate(f"powers.change-{kind}") for kind in (self.kind, *self.also))
        if self.columns:
            kinds = translate("powers.change-in", kinds=kinds, columns="、".join(self.columns))
        return kinds if self.sure else translate("powers.unsure", kinds=kinds)

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "kind": self.kind, "also": list(self.also), "sure": self.sure, "columns": list(self.columns),
            "perhaps": [item.to_dict() for item in self.perhaps],
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
    bodies: tuple[BodyChange, ...] = field(default=(), repr=False)

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
    def remarks(self) -> tuple[str, ...]:
        """Where most items of each body that is gone went, what is to be looked at, columns that one list only has."""
        told = [translate("powers.body-followed", **body._asdict()) for body in self.bodies]
        unsure = sum(not change.sure for change in self.changes)
        perhaps = sum(bool(change.perhaps) for change in self.changes)
        if unsure or perhaps:
            told.append(translate("powers.to-look-at", unsure=unsure, perhaps=perhaps))
        before, now = columns_of(self.old), columns_of(self.new)
        for code, gone in (("powers.columns-added", now - before), ("powers.columns-gone", before - now)):
            if gone and len(self.old) and len(self.new):
                headings = (columns()[name][0] if name in FIELDS else name for name in sorted(gone))
                told.append(translate(code, columns="、".join(headings)))
        return tuple(told)

    @property
    def counted(self) -> tuple[tuple[str, int, int], ...]:
        """(kind, before, now) of every kind that either list has."""
        names = dict.fromkeys([*self.new.by_kind, *self.old.by_kind])
        return tuple((kind, self.old.by_kind.get(kind, 0), self.new.by_kind.get(kind, 0)) for kind in names)

    def to_dict(self) -> dict[str, Any]:
        """`{"summary", "sentence", "kinds", "bodies", "changes"}`; items that stayed as they were are counted only."""
        return {
            "summary": self.summary,
            "sentence": self.sentence,
            "kinds": [{"kind": kind, "before": before, "now": now} for kind, before, now in self.counted],
            "bodies": [body._asdict() for body in self.bodies],
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
    pairing = Pairing(old.items, new.items)
    shared = columns_of(old) & columns_of(new)
    partner = pairing.partner
    merged = pairing.mergers()
    pairing.find_pieces()
    gone = set(range(len(old.items))) - pairing.taken - {each for olds in merged.values() for each in olds}
    come = [
        at for at in range(len(new.items)) if at not in partner and at not in merged and at not in pairing.cut
    ]
    pairing.look_around(sorted(gone), come)
    changes: list[tuple[int, PowerChange]] = []
    for at, item in enumerate(new.items):
        olds = tuple(
            old.items[each]
            for each in sorted([*([partner[at]] if at in partner else []), *merged.get(at, [])])
        )
        cut = tuple(new.items[each] for each in sorted(pairing.pieces.get(partner.get(at, -1), [])))
        if merged.get(at):
            changes.append((at, PowerChange("merged", olds, (item,), sure=pairing.parted(item, olds))))
        elif cut and at in partner:
            sure = pairing.parted(olds[0], (item, *cut))
            changes.append((at, PowerChange("split", olds, (item, *cut), sure=sure)))
        elif at in pairing.cut:
            continue
        elif at in partner:
            changes.append((at, _pair(old.items[partner[at]], item, shared, sure=at not in pairing.doubted)))
        else:
            perhaps = tuple(old.items[each] for each in pairing.origins.get(at, ()))
            changes.append((at, PowerChange("added", (), (item,), perhaps=perhaps)))
    cancelled = [
        PowerChange(
            "cancelled",
            (old.items[each],),
            (),
            perhaps=tuple(new.items[at] for at in pairing.perhaps.get(each, ())),
        )
        for each in sorted(gone)
    ]
    return PowersComparison(
        old, new, (*(change for _, change in changes), *cancelled), pairing.bodies_followed()
    )


def _pair(old: Power, new: Power, shared: frozenset[str], *, sure: bool) -> PowerChange:
    """How two versions of one item differ in the columns that both lists have."""
    told = [
        kind
        for kind, column, differs in (
            ("transferred", "body", plain(old.body) != plain(new.body)),
            ("renamed", "name", plain(old.name) != plain(new.name)),
            ("kind-changed", "kind", old.kind != new.kind),
            ("basis", "basis", plain_basis(old.basis) != plain_basis(new.basis)),
        )
        if differs and column in shared
    ]
    if told:
        return PowerChange(told[0], (old,), (new,), tuple(told[1:]), sure)
    before, now = _laid_out(old, shared), _laid_out(new, shared)
    edited = [name for name in dict.fromkeys([*before, *now]) if before.get(name, "") != now.get(name, "")]
    headings = tuple(columns()[name][0] if name in FIELDS else name for name in edited)
    return PowerChange("edited" if edited else "unchanged", (old,), (new,), sure=sure, columns=headings)


def _laid_out(item: Power, shared: frozenset[str]) -> dict[str, str]:
    """What an item says in those columns, however its cells are broken into lines and its grounds numbered."""
    said = {name: plain(getattr(item, name)) for name in FIELDS if name in shared}
    more = {heading: words for heading, words in item.more if heading in shared}
    return {**more, **said, "basis": plain_basis(item.basis) if "basis" in shared else ""}


def columns_of(powers: PowersData) -> frozenset[str]:
    """The columns in which any item of a list says something: fields, and headings that nobody foresaw.

    >>> from lawtrack.powers import Power, PowersData
    >>> sorted(columns_of(PowersData((Power("养犬登记", unit="一科", more=(("电话", "12319"),)),))))
    ['name', 'unit', '电话']
    """
    fields = {name for name in FIELDS for item in powers.items if getattr(item, name)}
    return frozenset(fields | {heading for item in powers.items for heading, words in item.more if words})
