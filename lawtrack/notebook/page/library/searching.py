"""Searching the body of law; a hit opens its clause in its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.law import parse
from lawtrack.notebook.page.library.listings import runs_of
from lawtrack.notebook.page.library.shelf import library_of

if TYPE_CHECKING:
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import Hit, Hits, TextRead, Titles

_MOST: Final = 200
"""So many hits are shown; how many there are is told."""


def search(desk: Desk, given: Given) -> Hits:
    """The articles that hold all the words or fit a pattern, each with its hits marked; how many there are.

    With `count` they are read to the end, however long that takes.
    """
    from lawtrack.formats import marked_words

    words = given.words("words")
    if not words and not given.flag("penalties"):
        return {"rows": [], "total": 0, "counted": True, "read": None, "advice": []}
    pattern = words if given.flag("pattern") else ""
    hits = library_of(desk).search(
        "" if pattern else words, pattern=pattern, title=given.words("title"), kind=given.words("kind") or None,
        penalties=given.flag("penalties"), limit=_MOST, count=given.flag("count"),
    )  # fmt: skip
    rows: list[Hit] = [
        {
            "instrument": row["instrument"],
            "title": row["title"],
            "eid": row["eid"],
            "label": row["label"],
            "runs": runs_of(marked_words(row["text"], row["marks"])),
        }
        for row in hits.to_dict("records")
    ]
    told = hits.attrs
    return {
        "rows": rows,
        "total": told["at_least"],
        "counted": told["total"] is not None,
        "read": told["read"],
        "advice": list(told["advice"]),
    }


def text(desk: Desk, given: Given) -> TextRead:
    """An instrument of the collection as it reads: title and clauses, each with its address."""
    doc = parse(library_of(desk).text(given.words("instrument", needed=True)))
    if not doc.text:
        raise UnusableInput("bench.no-instrument")
    kept = {node.eid for node in (*doc.headings, *doc.articles)}
    return {
        "title": doc.title,
        "rows": [
            {
                "eid": node.eid,
                "level": str(node.level),
                "label": node.label,
                "heading": node.heading,
                "lines": node.words.split("\n") if str(node.level) == "article" else [],
            }
            for node in doc.provisions
            if node.eid in kept
        ],
    }


def titles(desk: Desk, given: Given) -> Titles:
    """Instruments by words of their title, the newest first: id, title, when it was last changed."""
    wanted = "".join(given.words("words").split())
    table = library_of(desk).instruments
    rows = [
        [str(row.instrument), str(row.title), str(row.changed or "")]
        for row in table.itertuples()
        if row.title and wanted in "".join(str(row.title).split())
    ]
    rows.sort(key=lambda row: row[2], reverse=True)
    return {"rows": rows[:_MOST], "total": len(rows)}


ACTIONS: Final = {"library.search": search, "library.text": text, "library.titles": titles}
