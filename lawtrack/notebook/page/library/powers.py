"""权责清单: the lists of the workspace by their days, taken in from files, two days compared."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lawtrack.drafts import is_slug, slug_for
from lawtrack.messages import translate
from lawtrack.notebook.page.answers import Done
from lawtrack.notebook.page.library.listings import listing_shown
from lawtrack.store import PowersLists

if TYPE_CHECKING:
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.powers import PowersData


def show(desk: Desk, _given: Given) -> dict[str, Any]:
    """The lists that are kept, each called as the newest file it came from, with the days of its versions."""
    kept = PowersLists(desk.workspace.repository)
    lists = []
    for slug in _slugs(desk):
        versions = kept.versions(slug)
        if versions:
            name = next((Path(each.source).stem for each in reversed(versions) if each.source), slug)
            lists.append({"list": slug, "name": name, "days": [each.date for each in versions]})
    return {"lists": lists, "today": desk.today().isoformat()}


def preview(_desk: Desk, given: Given) -> dict[str, Any]:
    """A list as it was read: how many items of each kind and body, and every place that is doubtful."""
    powers, _ = _read(given)
    return {
        "count": len(powers),
        "kinds": [[kind, count] for kind, count in powers.by_kind.items()],
        "bodies": len(powers.by_body),
        "doubts": [doubt.message for doubt in powers.doubts],
    }


def take(desk: Desk, given: Given) -> Done:
    """The list as the version of its day: of a list that is there, or of a new one."""
    powers, name = _read(given)
    date = given.words("date", needed=True)
    slug = given.words("list") or slug_for(given.words("title", needed=True), _slugs(desk))
    saved = PowersLists(desk.workspace.repository).save(slug, powers, date=date, source=name, when=desk.now())
    code = "bench.powers-taken" if saved else "bench.powers-same"
    return Done(translate(code, count=len(powers), date=date), {"list": slug, "date": date})


def compare(desk: Desk, given: Given) -> dict[str, Any]:
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
        "counted": [list(row) for row in comparison.counted],
    }


def _slugs(desk: Desk) -> tuple[str, ...]:
    repository = desk.workspace.repository
    head = repository.head()
    return tuple(filter(is_slug, repository.names(head, "powers/"))) if head else ()


def _read(given: Given) -> tuple[PowersData, str]:
    from lawtrack.formats import PowersList

    data, name = given.file("file")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / (Path(name).name or "list")
        file.write_bytes(data)
        return PowersList.read(file, body=given.words("body"), date=given.words("date")), Path(name).name


ACTIONS: Final = {
    "lists.show": show,
    "lists.preview": preview,
    "lists.take": take,
    "lists.compare": compare,
}
