"""共享与同步: how the workspace stands to the meeting point, exchanging work there, and deciding what clashed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from lawtrack.drafts import DRAFTS
from lawtrack.errors import Conflict, LawtrackError, NotFound
from lawtrack.messages import catalogue, translate
from lawtrack.notebook.page.answers import Done
from lawtrack.records import settled, told_at
from lawtrack.store import standing

if TYPE_CHECKING:
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.plan import Plan
    from lawtrack.store import Standing, Sync

ASIDE: Final = "aside"
"""The round that holds words put aside in a sync."""


def state(desk: Desk, _given: Given) -> dict[str, Any]:
    """How the workspace stands, as far as is known here without asking anybody."""
    return _told(desk, standing(desk.workspace.repository))


def look(desk: Desk, _given: Given) -> dict[str, Any]:
    """How it stands after the meeting point was asked; a failure is a sentence beside what is known here."""
    repository = desk.workspace.repository
    try:
        return _told(desk, standing(repository, look=True))
    except LawtrackError as problem:
        return {**_told(desk, standing(repository)), "problem": problem.message()}


def share(desk: Desk, given: Given) -> Done:
    """The workspace meets colleagues at a server or in a folder from now on, and is synced."""
    place = given.words("address", needed=True)
    return _done(desk, desk.workspace.share(place, when=desk.now()), "bench.shared")


def sync(desk: Desk, _given: Given) -> Done:
    """What colleagues saved comes here, what was saved here goes there."""
    return _done(desk, desk.workspace.sync(when=desk.now()), "bench.synced")


def decide(desk: Desk, given: Given) -> Done:
    """The field of a plan or another record that clashed says what was put aside, instead of what a colleague wrote."""
    path, place = given.words("path", needed=True), given.words("field", needed=True)
    repository = desk.workspace.repository
    head = repository.head()
    data = repository.read(head, path) if head and _is_record(path) else None
    if data is None:
        raise NotFound("bench.no-record", path=path)
    before = data.decode("utf-8")
    if told_at(before, place, path) != given.text("theirs"):
        raise Conflict("bench.settled-since")
    after = settled(before, place, given.text("ours"), path)
    what = translate("bench.commit-settled", lang="zh", where=f"{path} {place}")
    waiting = desk.workspace.asides().waiting(path, place)
    gone = dict.fromkeys(waiting)
    desk.workspace.commit_files({path: after.encode("utf-8"), **gone}, what, base=head, when=desk.now())

    def back() -> str:
        now = repository.head()
        if now is None or repository.read(now, path) != after.encode("utf-8"):
            raise Conflict("bench.changed-since")
        undone = translate("bench.commit-undone", lang="zh", what=what)
        again = {path: before.encode("utf-8"), **waiting}
        desk.workspace.commit_files(again, undone, base=now, when=desk.now())
        return translate("bench.undone")

    return Done(translate("bench.settled"), undo=desk.remember(back))


def _is_record(path: str) -> bool:
    return path.startswith(("plans/", DRAFTS)) and path.endswith(".yaml") and ".." not in path


def _told(desk: Desk, now: Standing) -> dict[str, Any]:
    return {
        "place": now.url,
        "unsent": now.unsent,
        "waiting": now.waiting,
        "by": list(now.by),
        "problem": "",
        "aside": _aside(desk) if now.url else [],
    }


def _aside(desk: Desk) -> list[dict[str, Any]]:
    """The drafts with words put aside that nobody has decided."""
    open_ones = []
    for draft in desk.workspace.drafts():
        try:
            held = desk.workspace.rounds(draft.slug).get(ASIDE)
        except LawtrackError:
            continue
        if held.open and not held.closed:
            open_ones.append({"draft": draft.slug, "title": draft.title, "open": len(held.open)})
    return open_ones


def _done(desk: Desk, done: Sync, code: str) -> Done:
    """What a sync did, and each clash of a record with its three wordings; those of a text are in the round `aside`."""
    titles = {draft.slug: draft.title for draft in desk.workspace.drafts()}
    clashes = [
        {
            "path": one.path,
            "field": one.place,
            "where": _where(desk, one.path, one.place, titles),
            "base": one.base,
            "ours": one.ours,
            "theirs": one.theirs,
            "shown": {side: _plain(getattr(one, side)) for side in ("base", "ours", "theirs")},
        }
        for one in done.aside
        if not one.path.endswith("/text.md")
    ]
    texts = len(done.aside) - len(clashes)
    sentence = translate(code, received=done.received, sent=done.sent)
    if done.aside:
        sentence += translate("bench.synced-aside", texts=texts, fields=len(clashes))
    return Done(sentence, {**_told(desk, standing(desk.workspace.repository)), "clashes": clashes})


def _plain(told: str) -> str:
    """A field's value without the signs of JSON, where it is words."""
    try:
        value = json.loads(told)
    except ValueError:
        return told
    return value if isinstance(value, str) else told


def _where(desk: Desk, path: str, place: str, titles: dict[str, str]) -> str:
    """What a clash is about, as a reader says it: the project of a plan, or the draft, and the field."""
    name = place.rpartition(".")[2] or place
    known = catalogue("bench")
    field = translate(f"bench.field-{name}") if f"bench.field-{name}" in known else name
    if path.startswith("plans/"):
        plan = next((each for each in _plans(desk) if path == f"plans/{each.year}.yaml"), None)
        item = place.partition("[")[2].partition("]")[0]
        title = plan.by_id[item].title if plan and item in plan.by_id else ""
        return translate("bench.where-plan", year=plan.year if plan else "", title=title, field=field)
    slug = path.removeprefix(DRAFTS).partition("/")[0]
    return translate("bench.where-draft", title=titles.get(slug, slug), field=field)


def _plans(desk: Desk) -> list[Plan]:
    try:
        return desk.plans()
    except LawtrackError:
        return []


ACTIONS: Final = {
    "share.state": state,
    "share.look": look,
    "share.share": share,
    "share.sync": sync,
    "share.decide": decide,
}
