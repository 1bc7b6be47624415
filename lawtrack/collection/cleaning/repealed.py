"""Bases that are no longer in force: instruments that a text rests on or cites, and that another one repealed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lawtrack.collection.cleaning.names import old_names
from lawtrack.collection.cleaning.versions import texts_aside
from lawtrack.collection.tables import query

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS: Final = ("instrument", "title", "eid", "label", "text", "cited", "cites", "basis", "by")
_CITED: Final = """
    SELECT r.instrument, i.title, r.eid, coalesce(a.label, r.eid) AS label, coalesce(a.text, c.text, '') AS text,
           r.cited, r.label AS cites, r.key, r."start"
    FROM "references" r JOIN instruments i USING (instrument)
    LEFT JOIN clauses c ON c.instrument = r.instrument AND c.eid = r.eid
    LEFT JOIN clauses a ON a.instrument = c.instrument AND a.eid = c.article
    WHERE r.key != '' AND NOT r.quoted AND r.sure AND i.kind != 'amending-decision' AND list_contains(?, r.key) AND i.key != r.key
      AND NOT regexp_matches(coalesce(c.text, ''), '废止')
    ORDER BY r.instrument, r."start"
"""
_ENDED: Final = """
    SELECT DISTINCT r.key, i.title FROM "references" r JOIN instruments i USING (instrument)
    JOIN clauses c ON c.instrument = r.instrument AND c.eid = r.eid
    WHERE r.label = '' AND r.key != '' AND i.key != r.key
      AND regexp_matches(c.text, '》[^。；]{0,60}(同时|即行|自行|予以)废止')
    ORDER BY r.key, i.title
"""
_BASIS: Final = ("根据", "依据", "依照", "按照")


def repealed_bases(folder: Path) -> list[tuple[Any, ...]]:
    """The rows of `COLUMNS`: each place that cites an instrument which was repealed; of several versions the newest's.

    Another text of the collection says so, or the list of old names. `basis`: the text says that it was made on that
    ground; `by`: what repealed it or took its place.
    """
    ended = {name.old: name.now for name in old_names() if name.kind == "laws"}
    ended.update((row["key"], str(row["title"])) for row in query(folder, _ENDED, []).to_dict("records"))
    rows = []
    aside = frozenset().union(*texts_aside(folder))
    for cited in query(folder, _CITED, [sorted(ended)]).to_dict("records"):
        if cited["instrument"] in aside:
            continue
        text = str(cited["text"])
        named = text.find(str(cited["cited"]))
        opening = text[:named].rpartition("。")[2] if named >= 0 else ""
        basis = "制定" in text[named:] and any(word in opening for word in _BASIS)
        rows.append(
            (cited["instrument"], cited["title"], cited["eid"], cited["label"], text, cited["cited"], cited["cites"],
             basis, ended[cited["key"]])
        )  # fmt: skip
    return rows
