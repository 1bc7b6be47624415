"""What comes back: a form that was filled in, a table of opinions, an edited comparison table, or the text of a draft."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from lawtrack.errors import LawtrackError

if TYPE_CHECKING:
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk

_TABLES: Final = frozenset({".docx", ".doc", ".wps", ".xlsx", ".csv", ".html", ".htm"})


def look(desk: Desk, given: Given) -> dict[str, Any]:
    """What a file is: "opinions" with the version that its form asks about, "comparison", or "text"; nothing is saved."""
    data, name = given.file("file")
    if PurePath(name).suffix.lower() not in _TABLES:
        return {"kind": "text", "version": ""}
    asked = _opinions(data, name)
    if asked is None or not asked:
        from lawtrack.formats import comparison_in

        if _quietly(lambda: comparison_in(data, name)) is not None:
            return {"kind": "comparison", "version": ""}
    if asked is None:
        return {"kind": "text", "version": ""}
    slug = given.words("draft")
    known = [version.sha for version in desk.workspace.log(slug)] if slug in desk.workspace.slugs() else []
    return {"kind": "opinions", "version": asked if asked in known else ""}


def _opinions(data: bytes, name: str) -> str | None:
    """The version that a form of ours asks about, "" for another table of opinions, None for what is none."""
    from lawtrack.formats import read_opinions_data, read_tables_data
    from lawtrack.opinions import has_head

    tables = _quietly(lambda: read_tables_data(data, name).tables) or ()
    if not any(has_head(table.rows_once) for table in tables):
        return None
    found = _quietly(lambda: read_opinions_data(data, name))
    if found is None:
        return None
    return next((one.on for one in found.received if one.on), "")


def _quietly(read: Any) -> Any:
    """What `read` gives, None where the file is not of that kind."""
    try:
        return read()
    except LawtrackError:
        return None


ACTIONS: Final = {"returned.look": look}
