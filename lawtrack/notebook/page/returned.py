"""What comes back: a form that was filled in, a table of opinions, an edited comparison table, or the text of a draft."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from lawtrack.errors import LawtrackError

if TYPE_CHECKING:
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import Returned

TABLES: Final = frozenset({".docx", ".doc", ".wps", ".xlsx", ".csv", ".html", ".htm"})
"""Files that may hold a table."""


def look(desk: Desk, given: Given) -> Returned:
    """What a file is: "opinions" with the version that its form asks about, "comparison", or "text"; nothing is saved.

    A form without an opinion in it is "opinions" too: whoever takes it in is told that it is empty.
    """
    data, name = given.file("file")
    asked = _asked(data, name) if is_form(data, name) else None
    if not asked and PurePath(name).suffix.lower() in TABLES:
        from lawtrack.formats import comparison_in

        if _quietly(lambda: comparison_in(data, name)) is not None:
            return {"kind": "comparison", "version": ""}
    if asked is None:
        return {"kind": "text", "version": ""}
    slug = given.words("draft")
    known = [version.sha for version in desk.workspace.log(slug)] if slug in desk.workspace.slugs() else []
    return {"kind": "opinions", "version": asked if asked in known else ""}


def is_form(data: bytes, name: str) -> bool:
    """Is the file a form or a table for opinions, by the heads of its columns, filled in or not?"""
    if PurePath(name).suffix.lower() not in TABLES:
        return False
    from lawtrack.formats import read_tables_data
    from lawtrack.opinions import has_head

    tables = _quietly(lambda: read_tables_data(data, name).tables) or ()
    return any(has_head(table.rows_once) for table in tables)


def _asked(data: bytes, name: str) -> str:
    """The version that a form of ours asks about, "" for another table of opinions and for an empty one."""
    from lawtrack.formats import read_opinions_data

    intake = _quietly(lambda: read_opinions_data(data, name))
    return next((one.on for one in intake.received if one.on), "") if intake else ""


def _quietly(read: Any) -> Any:
    """What `read` gives, None where the file is not of that kind."""
    try:
        return read()
    except LawtrackError:
        return None


ACTIONS: Final = {"returned.look": look}
