"""The instruments that a draft is laid beside, and their other versions, which only tell what goes with what."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from lawtrack.collection.tables import query
from lawtrack.collection.titles import title_key
from lawtrack.errors import NotFound
from lawtrack.law import Instrument, parse

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_NAMED: Final = """
    SELECT i.instrument, i.title, i.key, i.changed, t.text FROM instruments i JOIN texts t USING (instrument)
    WHERE list_contains(?, i.key) OR list_contains(?, i.title) OR list_contains(?, i.instrument)
    ORDER BY i.changed DESC, i.instrument
"""


@dataclass(frozen=True, slots=True)
class Other:
    """An instrument of the collection that a draft is laid beside."""

    instrument: str
    title: str
    doc: Instrument


def named(
    folder: Path, draft: Instrument, titles: Sequence[str]
) -> tuple[tuple[Other, ...], tuple[Instrument, ...]]:
    """The instruments of those titles, of several of one title the one changed last; of each and of the draft another version.

    Raises NotFound for a title that the collection has not, with those that come near.
    """
    keys = [title_key(title) for title in titles]
    own = title_key(draft.title)
    rows = _rows(folder, [*keys, own], titles)
    others = []
    for title, key in zip(titles, keys, strict=True):
        found = next((row for row in rows if key == row[2] or title in row[:2]), None)
        if found is None:
            known = query(folder, "SELECT title FROM instruments ORDER BY title")["title"].tolist()
            near = [name for name in known if key in name] or get_close_matches(title, known, 3, 0.5)
            raise NotFound("collection.no-title", title=title, near="、".join(near[:3]) or "—")
        others.append(found)
    rows += _rows(folder, [row[2] for row in others], [])
    texts = {draft.text, *(row[3] for row in others)}
    versions: dict[str, str] = {}
    for _, _, key, text in rows:
        if key and text not in texts:
            versions.setdefault(key, text)
    chosen = tuple(Other(row[0], row[1], parse(row[3])) for row in others)
    kept = dict.fromkeys((own, *(row[2] for row in others)))
    return chosen, tuple(parse(versions[key]) for key in kept if key in versions)


def _rows(folder: Path, keys: Sequence[str], titles: Sequence[str]) -> list[tuple[str, ...]]:
    """(instrument, title, key, text) of what has one of those keys, titles or names, what was changed last first."""
    frame = query(folder, _NAMED, [list(keys), list(titles), list(titles)])
    return [
        tuple(str(value) for value in row) for row in frame[["instrument", "title", "key", "text"]].to_numpy()
    ]
