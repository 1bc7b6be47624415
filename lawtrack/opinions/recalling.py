"""Opinions and their followed rows in a form that can be kept: plain data, believed only where it fits.

A row is named by the opinion word for word and by the whole story that it was followed through (`Follower.story`), so
the name of a row never means two answers. It holds no words of the clause: those lie in its trail, which it names
together with a hash of it.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from lawtrack.opinions.files import as_record
from lawtrack.opinions.following import Followed, Remark
from lawtrack.opinions.model import Anchor, Answer, Opinion
from lawtrack.opinions.quotes import Quote
from lawtrack.opinions.trails import Place, Trail

if TYPE_CHECKING:
    from lawtrack.opinions.following import Fate, Follower, Order


def kept_opinion(opinion: Opinion) -> Any:
    """The opinion as plain data without its id, None where that would not give it back.

    >>> from lawtrack.opinions import Opinion
    >>> kept_opinion(Opinion("kd2", "建议删去本条。", source="市财政局"))
    {'text': '建议删去本条。', 'source': '市财政局', 'kind': 'other'}
    """
    told = as_record(opinion)
    return told if opinion_of(told, opinion.id) == opinion else None


def opinion_of(told: Any, name: str, seen: str = "") -> Opinion | None:
    """The opinion that `kept_opinion` told of, with the id `name`; None for what is none.

    >>> opinion_of(kept_opinion(Opinion("kd2", "建议删去本条。")), "kd2")
    Opinion(id='kd2', text='建议删去本条。', anchor=Anchor(stage='', date='', commit='', eids=(), label='', quote=''), \
source='', kind='other', channel='', date='', suggestion='', grounds='', note='', answer=None)
    """
    try:
        anchor = Anchor(**{**told.get("anchor", {}), "eids": tuple(told.get("anchor", {}).get("eids", ()))})
        answer = Answer(**told["answer"]) if "answer" in told else None
        return Opinion(**{**told, "id": name, "seen": seen, "anchor": anchor, "answer": answer})
    except (TypeError, AttributeError):
        return None


def kept_row(row: Followed, order: Order, follower: Follower) -> Any:
    """A followed opinion as plain data; None where its clause was not there, so that it is looked for each time."""
    start = follower.start_of(row.opinion.anchor)
    if row.fate == "unknown" and start is not None:
        return None
    told: list[Any] = [
        row.fate,
        row.label,
        row.before,
        [[one.eid, one.label, one.text] for one in row.places],
    ]
    if row.trail is not None and start is not None:
        name = follower.trail_name(start, row.opinion.anchor.eids)
        told = [name, _proof(follower.memory.recall(name))]
    remarks = [[one.code, [list(pair) for pair in one.details]] for one in row.remarks]
    return [start, list(order), [row.quote.state, row.quote.words], remarks, told]


def row_of(told: Any, opinion: Opinion, follower: Follower) -> tuple[Followed, Order] | None:
    """The row and the key of its place that `kept_row` told of; None for what is none, or does not fit trail or text."""
    try:
        start, order, (state, words), noted, what = told
        remarks = tuple(Remark(code, tuple((name, held) for name, held in pairs)) for code, pairs in noted)
        first, second, third, fourth, day, name = order
        quote = Quote(state, words)
        read = _on_its_trail if len(what) == 2 else _alone
        row = read(what, opinion, start, follower)
    except (TypeError, ValueError, IndexError):
        return None
    if row is None or not all(isinstance(one, int) for one in (first, second, third, fourth)):
        return None
    return replace(row, quote=quote, remarks=remarks), (first, second, third, fourth, str(day), str(name))


def _on_its_trail(told: Any, opinion: Opinion, start: int, follower: Follower) -> Followed | None:
    """A row of a clause; None where its trail is not the one that it was kept with, or the text does not read so."""
    name, proof = told
    kept = follower.memory.recall(name)
    if kept is None or _proof(kept) != proof:
        return None
    gone = Trail.of(kept)
    if not all(place.text in follower.text for place in gone.end.places):
        return None
    follower.memory.used[name] = kept
    return follower.row_of_clause(opinion, start, gone)


def _alone(told: Any, opinion: Opinion, start: int | None, follower: Follower) -> Followed:
    """A row without a trail."""
    fate, label, before, listed = told
    places = tuple(Place(*place) for place in listed)
    anchored = None if start is None else follower.versions[start]
    return Followed(
        opinion, follower.versions[follower.target], anchored, cast("Fate", fate), label=label, before=before,
        places=places,
    )  # fmt: skip


def _proof(told: Any) -> str:
    return hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:32]
