"""权责清单: the lists of the workspace by their days, taken in from files, two days compared."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lawtrack.drafts import is_slug, slug_for
from lawtrack.messages import translate
from lawtrack.notebook.page.answers import Done
from lawtrack.notebook.page.library.listings import listing_shown
from lawtrack.notebook.page.library.shelf import library_of
from lawtrack.notebook.page.written import put_down
from lawtrack.store import PowersLists

if TYPE_CHECKING:
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import (
        PowersCompared,
        PowersGrounds,
        PowersKept,
        PowersRead,
        PowersShown,
        PowersTaken,
    )
    from lawtrack.powers import PowersData

_STANDS: Final = "in-force"
_COUNTED: Final = {
    "inforce": (_STANDS,),
    "amended": ("amended",),
    "moved": ("moved",),
    "doubtful": ("doubtful",),
    "repealed": ("repealed",),
    "missing": ("not-found", "no-article"),
    "unread": ("unread",),
}
"""How the sentence counts what `check_powers` found."""


def show(desk: Desk, _given: Given) -> PowersShown:
    """The lists that are kept with their days, each called as the newest file it came from whose name is no bare date."""
    kept = PowersLists(desk.workspace.repository)
    lists: list[PowersKept] = []
    for slug in _slugs(desk):
        versions = kept.versions(slug)
        if versions:
            stems = (Path(each.source).stem for each in reversed(versions))
            name = next((stem for stem in stems if any(sign.isalpha() for sign in stem)), slug)
            lists.append({"list": slug, "name": name, "days": [each.date for each in versions]})
    return {"lists": lists, "today": desk.today().isoformat(), "shallow": desk.workspace.shallow}


def preview(_desk: Desk, given: Given) -> PowersRead:
    """A list as it was read: how many items of each kind and body, and every place that is doubtful."""
    powers, _ = _read(given)
    return {
        "count": len(powers),
        "kinds": list(powers.by_kind.items()),
        "bodies": len(powers.by_body),
        "doubts": [doubt.message for doubt in powers.doubts],
    }


def take(desk: Desk, given: Given) -> Done[PowersTaken]:
    """The list as the version of its day: of a list that is there, or of a new one."""
    powers, name = _read(given)
    date = given.words("date", needed=True)
    slug = given.words("list") or slug_for(given.words("title", needed=True), _slugs(desk))
    saved = PowersLists(desk.workspace.repository).save(slug, powers, date=date, source=name, when=desk.now())
    code = "bench.powers-taken" if saved else "bench.powers-same"
    return Done(translate(code, count=len(powers), date=date), {"list": slug, "date": date})


def compare(desk: Desk, given: Given) -> PowersCompared:
    """Two days of a list: the sentence of the notice, the numbers by kind, what became of each item; with `file` the table."""
    from lawtrack.formats import powers_listing
    from lawtrack.powers import compare_powers

    kept, slug = PowersLists(desk.workspace.repository), given.words("list", needed=True)
    days = sorted([given.words("old", needed=True), given.words("new", needed=True)])
    old, new = (kept.read(slug, day) for day in days)
    comparison = compare_powers(new, old)
    title = f"{given.words('title')} {days[0]}—{days[1]}".strip()
    return {
        **listing_shown(desk, given, powers_listing(comparison, title=title)),
        "sentence": comparison.sentence,
        "remarks": list(comparison.remarks),
        "counted": list(comparison.counted),
    }


def grounds(desk: Desk, given: Given) -> PowersGrounds:
    """What each item of one day's list stands on, as the collection has it, what is not in force first; with `file` the table.

    Raises NotFound where no collection was gathered.
    """
    from lawtrack.formats import Listing

    library = library_of(desk)
    powers = PowersLists(desk.workspace.repository).read(
        given.words("list", needed=True), given.words("date", needed=True)
    )
    told = library.check_powers(powers).to_dict("records")
    told.sort(key=lambda row: row["status"] == _STANDS)  # stable: else in the order of the list
    counts = Counter(row["status"] for row in told)
    numbers: dict[str, Any] = {
        name: sum(counts[status] for status in statuses) for name, statuses in _COUNTED.items()
    }
    sentence = translate("powers.checked", count=len(told), **numbers)
    title = translate(
        "panels.grounds-title", title=given.words("title"), date=powers.date or given.words("date")
    )
    heads = tuple(translate(f"panels.grounds-{head}") for head in ("item", "body", "ground", "status", "now"))
    listing = Listing(title, heads, (30, 16, 30, 12, 12), [_ground(row) for row in told], (sentence,))
    return {**listing_shown(desk, given, listing), "sentence": sentence}


def _ground(row: dict[Any, Any]) -> tuple[Any, ...]:
    """One row of the table; what is not in force stands out."""
    from lawtrack.collection import ground_words, looked_words
    from lawtrack.compare import Span

    status = translate(f"powers.status-{row['status']}") + looked_words(row)
    told = status if row["status"] == _STANDS else (Span(status, new=True),)
    return row["name"], row["body"], ground_words(row), told, row["now"] or row["by"]


def _slugs(desk: Desk) -> tuple[str, ...]:
    repository = desk.workspace.repository
    head = repository.head()
    return tuple(filter(is_slug, repository.names(head, "powers/"))) if head else ()


def _read(given: Given) -> tuple[PowersData, str]:
    from lawtrack.formats import PowersList

    data, name = given.file("file")
    with put_down(data, name) as file:
        return PowersList.read(file, body=given.words("body"), date=given.words("date")), Path(name).name


ACTIONS: Final = {
    "lists.show": show,
    "lists.preview": preview,
    "lists.take": take,
    "lists.compare": compare,
    "lists.grounds": grounds,
}
