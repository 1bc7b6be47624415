"""Tables as the page shows them, and as files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lawtrack.notebook.page.naming import file_name
from lawtrack.notebook.page.written import as_file

if TYPE_CHECKING:
    from lawtrack.formats import Listing
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import ListingShown

_MOST: Final = 400
"""So many rows are shown; the file has all."""


def listing_shown(desk: Desk, given: Given, listing: Listing) -> ListingShown:
    """The table: its cells as runs of words with what stands out; with `file` the file too, in the form asked for."""
    from lawtrack.formats import write_listing

    name = file_name(listing.title, desk.today().isoformat()) + (given.words("kind") or ".docx")
    shown: ListingShown = {
        "title": listing.title,
        "heads": list(listing.heads),
        "rows": [[runs_of(cell) for cell in row] for row in listing.rows[:_MOST]],
        "notes": [*listing.notes, *listing.after],
        "count": len(listing.rows),
        "name": name,
    }
    if given.flag("file"):
        shown["file"] = as_file(name, lambda path: write_listing(listing, path))
    return shown


def runs_of(cell: Any) -> list[tuple[bool, str]]:
    """A cell as [does it stand out, words]."""
    from lawtrack.formats import plain_words

    if not isinstance(cell, tuple):
        return [(False, plain_words(cell))]
    return [(span.new or span.gone, span.words) for span in cell]
