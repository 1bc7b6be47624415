"""A published plan outside of tables: a list, or running words, whichever the text is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawtrack.plan.intake.lists import is_list, read_list
from lawtrack.plan.intake.pages import without_page
from lawtrack.plan.intake.telling import read_prose

if TYPE_CHECKING:
    from collections.abc import Collection

    from lawtrack.plan.intake.taken import Intake


def read_text(text: str, *, year: int, title: str, jurisdiction: str, links: Collection[str] = ()) -> Intake:
    """The plan in lines or in running words: where no line is a project's own, whichever names more projects.

    What a web page shows around it is left out, and told where it names a title; `links` are the words of its links.

    >>> from lawtrack.plan import read_text
    >>> found = read_text("继续审议《甲条例》。审议项目：《乙条例》。", year=2024, title="计划", jurisdiction="某市")
    >>> [item.title for item in found.plan.items]
    ['甲条例', '乙条例']
    """
    page = without_page(text.splitlines(), links)
    text = "\n".join(page.lines)
    read = _read(text, year=year, title=title, jurisdiction=jurisdiction)
    return replace(read, leftovers=(*read.leftovers, *page.told)) if read.plan.items else read


def _read(text: str, *, year: int, title: str, jurisdiction: str) -> Intake:
    listed = read_list(text, year=year, title=title, jurisdiction=jurisdiction)
    if listed.plan.items and is_list(text):
        return listed
    told = read_prose(text, year=year, title=title, jurisdiction=jurisdiction)
    more = {item.title for item in listed.plan.items} < {item.title for item in told.plan.items}
    return told if more else listed
