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
        perhaps = _perhaps(change.perhaps)
        before = _side(change.old) + (() if change.old else perhaps)
        now = _side(change.new, change.old) + (() if change.new else perhaps)
        rows.append((len(rows) + 1, change.told, before, now))
    counts = "；".join(
        translate("powers.counted", kind=kind, before=before, now=now)
        for kind, before, now in comparison.counted
    )
    notes = tuple(filter(None, (comparison.new.notice, comparison.sentence, counts, *comparison.remarks)))
    heads = tuple(translate(f"powers.head-{head}") for head in ("number", "change", "before", "now"))
    return Listing(title or translate("powers.listing-title"), heads, (6, 12, 41, 41), rows, notes)


def _perhaps(items: tuple[Power, ...]) -> tuple[Span, ...]:
    """The items of the other side that an added or cancelled one may be, in the cell that is empty else."""
    names = "；".join(f"{item.name}（{item.body}）" if item.body else item.name for item in items)
    return (Span(translate("powers.perhaps", names=names)),) if items else ()


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
