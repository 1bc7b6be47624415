"""A comparison of two lists of powers as a table: the sentence of the notice, the counts, every change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lawtrack.compare import Span
from lawtrack.formats.listing.model import Listing
from lawtrack.messages import translate

if TYPE_CHECKING:
    from lawtrack.powers import Power, PowersComparison


def powers_listing(comparison: PowersComparison, *, title: str = "") -> Listing:
    """The table of changes under the sentence that is printed, kinds counted before and now.

    >>> from lawtrack.formats import powers_listing
    >>> from lawtrack.powers import Power, PowersData, compare_powers
    >>> comparison = compare_powers(PowersData((Power("养犬登记", body="市公安局"),)), PowersData(()))
    >>> [row[1] for row in powers_listing(comparison).rows]
    ['新增']
    """
    rows: list[tuple[Any, ...]] = []
    for change in comparison.changes:
        if change.kind == "unchanged":
            continue
        told = "、".join(translate(f"powers.change-{kind}") for kind in (change.kind, *change.also))
        rows.append((len(rows) + 1, told, _side(change.old), _side(change.new, change.old)))
    counts = "；".join(
        translate("powers.counted", kind=kind, before=before, now=now)
        for kind, before, now in comparison.counted
    )
    notes = tuple(filter(None, (comparison.new.notice, comparison.sentence, counts)))
    heads = tuple(translate(f"powers.head-{head}") for head in ("number", "change", "before", "now"))
    return Listing(title or translate("powers.listing-title"), heads, (6, 12, 41, 41), rows, notes)


def _side(items: tuple[Power, ...], before: tuple[Power, ...] = ()) -> tuple[Span, ...]:
    """The items of one side, three lines each: code and name, kind and body, basis; what differs from before stands out."""
    old = before[0] if len(before) == len(items) == 1 else None
    spans: list[Span] = []
    for item in items:
        for names in (("code", "name"), ("kind", "body"), ("basis",)):
            fields = [(name, getattr(item, name)) for name in names if getattr(item, name)]
            for at, (name, words) in enumerate(fields):
                lead = "　" if at else "\n" if spans else ""
                changed = old is not None and getattr(old, name) != words
                spans += [Span(lead)] if lead else []
                spans.append(Span(words, new=changed))
    return tuple(spans)
