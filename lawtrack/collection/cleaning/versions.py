"""Which texts of a collection ask for nothing: files that repeat another one's text, and versions with a newer one beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lawtrack.collection.tables import query
from lawtrack.collection.titles import title_key

if TYPE_CHECKING:
    from pathlib import Path

_SAME_TITLE: Final = """
    SELECT i.instrument, i.key, i.changed, md5(t.text) AS digest FROM instruments i JOIN texts t USING (instrument)
    WHERE i.key IN (SELECT key FROM instruments GROUP BY key HAVING count(*) > 1) ORDER BY i.instrument
"""


def texts_aside(folder: Path) -> tuple[dict[str, str], frozenset[str]]:
    """(files that repeat another one's text → that one, texts of which the collection has a newer version), by id.

    Of files with one text the one that is called as its title counts, else the first. A text without a date is nobody's
    older version: it is told as any other.
    """
    copies: dict[str, str] = {}
    older: set[str] = set()
    frame = query(folder, _SAME_TITLE, [])
    for _, group in frame.groupby("key", sort=True):
        known: dict[str, str] = {}
        newest = max(group["changed"])
        for row in sorted(group.to_dict("records"), key=_called_otherwise):
            if (first := known.setdefault(row["digest"], row["instrument"])) != row["instrument"]:
                copies[row["instrument"]] = first
            elif row["changed"] and row["changed"] < newest:
                older.add(row["instrument"])
    return copies, frozenset(older)


def _called_otherwise(row: dict[Any, Any]) -> bool:
    """Has a file another name than its title (供水条例（副本）.txt)?"""
    name = str(row["instrument"]).rpartition("/")[2].partition("#")[0]
    return title_key(name.rpartition(".")[0]) != str(row["key"])
