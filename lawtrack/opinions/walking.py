"""A clause's trail: remembered, gone on from one that is remembered, or walked from its beginning.

What is remembered is held against the text at its end before it is believed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lawtrack.opinions.trails import Stand, Stretch, Trail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.opinions.tracing import Tracer
    from lawtrack.opinions.trails import Memory

BACK: Final = 8
"""How many versions ago a way may have ended for it to be gone on from."""


def trail(tracer: Tracer, memory: Memory, way: Sequence[int], eids: Sequence[str]) -> Trail | None:
    """The way of the clauses `eids` of the version `way[0]` along `way`; None where one of them is not there."""
    name = memory.name("trail", way, *eids)
    if (known := _fitting(tracer, way, memory.recall(name))) is None:
        known = _gone_on(tracer, memory, way, eids) or _walked(tracer, way, eids)
    if known is not None:
        memory.used[name] = known.plain()
    return known


def _fitting(tracer: Tracer, way: Sequence[int], told: Any) -> Trail | None:
    """What is kept, if it is a trail whose end reads so in the text where it ends, else None."""
    try:
        known = Trail.of(told)
    except (TypeError, ValueError):
        return None
    if not _whole(known, len(way) - 1):
        return None
    return known if not known.end.places or tracer.stands(way[-1], known.end) else None


def _whole(known: Trail, steps: int) -> bool:
    """Do the stretches lead to the end, over so many steps, or to where nothing is left?"""
    counted = sum(one.count for one in known.stretches)
    last = known.stretches[-1] if known.stretches else None
    if not known.end.places:
        return last is not None and (last.kind, last.labels) == ("deleted", ()) and counted <= steps
    return counted == steps and (
        last is None or last.labels == tuple(place.label for place in known.end.places)
    )


def _gone_on(tracer: Tracer, memory: Memory, way: Sequence[int], eids: Sequence[str]) -> Trail | None:
    """The trail on from one that ended a few versions before, None where none is known."""
    if not memory.known:
        return None
    for last in range(len(way) - 1, max(0, len(way) - 1 - BACK), -1):
        before = _fitting(tracer, way[:last], memory.recall(memory.name("trail", way[:last], *eids)))
        if before is None:
            continue
        if not before.end.places:
            return before
        rest = _walked(tracer, way[last - 1 :], before.end.eids)
        if rest is not None:
            return Trail(before.start, _joined([*before.stretches, *rest.stretches]), rest.end)
    return None


def _walked(tracer: Tracer, way: Sequence[int], eids: Sequence[str]) -> Trail | None:
    """The trail by the comparisons of each two versions on the way."""
    nodes = tracer.nodes(way[0], eids)
    if nodes is None:
        return None
    start = tracer.stand(way[0], nodes)
    stretches = []
    for count, at, successors in tracer.strides(way, nodes):
        nodes = successors.nodes
        labels = tuple(tracer.label(at, node) for node in nodes)
        stretches.append(Stretch(count, successors.kind, successors.moved, labels))
    return Trail(start, _joined(stretches), tracer.stand(way[-1], nodes) if nodes else Stand((), ""))


def _joined(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Neighbours that say the same as one."""
    joined: list[Stretch] = []
    for one in stretches:
        last = joined[-1] if joined else None
        if last and (last.kind, last.moved, last.labels) == (one.kind, one.moved, one.labels):
            joined[-1] = Stretch(last.count + one.count, one.kind, one.moved, one.labels)
        else:
            joined.append(one)
    return tuple(joined)
