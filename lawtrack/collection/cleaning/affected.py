"""Which clauses of a collection cite a changed law's provisions, and what is to be done about each."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lawtrack.amend import apply, read
from lawtrack.collection.cleaning.fates import fates_of
from lawtrack.collection.cleaning.instead import Place, held_back, rewritten, spelled
from lawtrack.collection.cleaning.instead import renamed as named_anew
from lawtrack.collection.cleaning.versions import texts_aside
from lawtrack.collection.tables import query
from lawtrack.collection.titles import dates_of, history_of, title_key
from lawtrack.collection.working import spread
from lawtrack.errors import UnusableInput
from lawtrack.law import Instrument, parse

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from pathlib import Path

    from lawtrack.collection.cleaning.fates import Fate

COLUMNS: Final = (
    "instrument", "title", "eid", "label", "place", "text", "start", "end",
    "words", "cited", "cites", "fate", "now", "how", "todo", "doubt", "instead",
)  # fmt: skip
WHAT_TO_DO: Final = {
    "same": "keep",
    "renumbered": "renumber",
    "amended": "look",
    "deleted": "gone",
    "missing": "look",
}
"""What a fate asks for: keep as it is, renumber (the new number is proposed), look at it, or it is gone."""
_CITING: Final = """
    SELECT r.instrument, i.title, r.eid, r."start", r."end", r.words, r.cited, r.label, r.sure, i.changed,
           coalesce(a.label, r.eid) AS article, coalesce(c.place, '') AS place, coalesce(c.text, '') AS text
    FROM "references" r JOIN instruments i USING (instrument)
    LEFT JOIN clauses c ON c.instrument = r.instrument AND c.eid = r.eid
    LEFT JOIN clauses a ON a.instrument = c.instrument AND a.eid = c.article
    WHERE list_contains(?, r.key) AND NOT list_contains(?, i.key) AND NOT r.quoted AND i.kind != 'amending-decision'
    ORDER BY r.instrument, r."start", r."end"
"""


LEAST: Final = 16
"""Places a worker is sent at least: the two texts are compared anew by each."""


class Change(NamedTuple):
    """A law before and after; `new` is None where it was repealed, `day` when the new text was made, "" if unknown."""

    old: Instrument
    new: Instrument | None
    day: str


def change_of(old: str | Instrument, new: str | Instrument | None) -> Change:
    """The change from `old` to `new`, which may be the amending decision itself.

    Raises UnusableInput for an old text without a title or articles, and for a decision that cannot be applied whole.
    """
    before = parse(old) if isinstance(old, str) else old
    if not before.title or not before.articles:
        raise UnusableInput("collection.no-law")
    if new is None:
        return Change(before, None, "")
    after = parse(new) if isinstance(new, str) else new
    if re.search(r"关于(?:修改|修正|修订).*(?:决定|决议)$|修正案(?:[（(].{1,4}[）)])?$", after.title):
        decision = read(after.text)
        done = apply(before, decision)
        if not done.complete:
            raise UnusableInput("collection.not-applied", title=after.title)
        return Change(before, parse(done.text), decision.adopted or "")
    if not after.articles:
        raise UnusableInput("collection.no-law")
    return Change(before, after, dates_of(history_of(after))[2])


def affected(
    folder: Path, change: Change, *, whole: bool = False, executor: Executor | None = None
) -> list[tuple[Any, ...]]:
    """The rows of `COLUMNS`: one a citation, in the order of the instruments. The law itself and decisions are left out.

    Of files with the same text one is counted; a text of which the collection has a newer version asks for nothing (`doubt`
    is older); 该法 that can be another law is told as such (`doubt` is unclear). With `whole`, and where the law is
    repealed or has another name now, clauses that name it without a provision too.
    """
    keys = [title_key(change.old.title)]
    if change.new is not None and change.new.title:
        keys.append(title_key(change.new.title))
    renamed = change.new is not None and len(set(keys)) > 1
    copies, older = texts_aside(folder)
    citing = query(folder, _CITING, [sorted(set(keys)), sorted(set(keys))]).to_dict("records")
    fates = _fates(change, sorted({cited["label"] for cited in citing if cited["label"]}), executor)
    wanted = [
        cited
        for cited in citing
        if cited["instrument"] not in copies
        and (
            cited["label"]
            or whole
            or change.new is None
            or (renamed and title_key(cited["cited"]) == keys[0])
        )
    ]
    title = change.new.title if renamed and change.new is not None else ""
    texts = _texts(folder, sorted({cited["instrument"] for cited in wanted})) if title else {}
    rows = []
    for _, group in groupby(wanted, key=lambda cited: (cited["instrument"], cited["eid"])):
        rows += _clause(list(group), change, fates, keys=keys, older=older, title=title, texts=texts)
    return rows


def _clause(
    citing: list[dict[Any, Any]],
    change: Change,
    fates: dict[str, Fate],
    *,
    keys: list[str],
    older: frozenset[str],
    title: str,
    texts: dict[str, str],
) -> list[tuple[Any, ...]]:
    """The rows of one clause; `title` is the law's new name, "" where it kept its own."""
    told = [
        fates[cited["label"]] if cited["label"] else _whole(change, renamed=bool(title)) for cited in citing
    ]
    doubts = [_doubt(cited, change, keys, older) for cited in citing]
    places: list[Place] = []
    todos = []
    for cited, (fate, now, _), doubt in zip(citing, told, doubts, strict=True):
        place = Place(int(cited["start"]), int(cited["end"]), cited["words"], cited["label"], now)
        todo = WHAT_TO_DO[fate]
        if cited["label"] and fate in {"same", "renumbered"}:
            place = rewritten(place, places[-1] if places else None)
            if title and title_key(cited["cited"]) == keys[0] and not doubt:
                place = named_anew(place, texts[cited["instrument"]], cited["cited"], title)
            todo = (
                "keep"
                if place.instead in {place.words, spelled(place.words)}
                or (fate == "same" and not place.instead)
                else "renumber"
            )
            if not place.instead and todo == "renumber":
                todo = "look"
        places.append(place)
        todos.append("keep" if doubt == "older" else "look" if doubt and todo != "keep" else todo)
    certain = [todo == "renumber" or bool(place.instead) for todo, place in zip(todos, places, strict=True)]
    for at in held_back(places, certain):
        if todos[at] == "renumber":
            todos[at], doubts[at] = "look", "list"
    return [
        (cited["instrument"], cited["title"], cited["eid"], cited["article"], cited["place"], cited["text"],
         place.start, place.end, place.words, cited["cited"], cited["label"], fate, now,
         how if change.new else "repealed", todo, doubt,
         place.instead if todo == "renumber" else "")
        for cited, place, (fate, now, how), todo, doubt in zip(citing, places, told, todos, doubts, strict=True)
    ]  # fmt: skip


def _doubt(cited: dict[Any, Any], change: Change, keys: list[str], older: frozenset[str]) -> str:
    """Why nothing is proposed as certain for a citation; "" where nothing speaks against it."""
    if cited["instrument"] in older:
        return "older"
    knows = len(set(keys)) > 1 and title_key(cited["cited"]) == keys[1]
    if knows or (change.day and cited["changed"] >= change.day):
        return "later"  # a text that knows the new name may have the new numbers too
    return "" if cited["sure"] else "unclear"  # 该法, and two were named: perhaps another one


def _texts(folder: Path, instruments: list[str]) -> dict[str, str]:
    """The texts of some instruments, by id."""
    found = query(
        folder, "SELECT instrument, text FROM texts WHERE list_contains(?, instrument)", [instruments]
    )
    return dict(zip(found["instrument"], found["text"], strict=True))


def _fates(change: Change, labels: list[str], executor: Executor | None) -> dict[str, Fate]:
    """What became of each place; on an executor a part of them a worker, which is sent the two texts and sends back words."""
    size = (
        max(LEAST, -(-len(labels) // int(getattr(executor, "_max_workers", 0) or 4)))
        if executor
        else max(len(labels), 1)
    )
    new = change.new.text if change.new else None
    tasks: list[tuple[object, ...]] = [
        (change.old.text, new, labels[at : at + size]) for at in range(0, len(labels), size)
    ]
    parts = spread(fates_of, tasks, executor)
    return dict(zip(labels, (fate for part in parts for fate in part), strict=True))


def _whole(change: Change, *, renamed: bool) -> tuple[str, str, str]:
    """The fate of the law itself."""
    if change.new is None:
        return "deleted", "", "repealed"
    return ("amended", change.new.title, "renamed") if renamed else ("same", "", "")
