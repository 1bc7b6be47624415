"""共享与同步: how the workspace stands to the meeting point, exchanging work there, and deciding what clashed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from lawtrack.drafts import DRAFTS
from lawtrack.errors import Conflict, LawtrackError, NotFound
from lawtrack.messages import catalogue, translate
from lawtrack.notebook.page.answers import Done
from lawtrack.records import told_at
from lawtrack.store import standing

if TYPE_CHECKING:
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import Aside, Clash, Sharing
    from lawtrack.plan import Plan
    from lawtrack.store import Pending, Standing, Sync

ASIDE: Final = "aside"
"""The round that holds words put aside in a sync."""


def state(desk: Desk, _given: Given) -> Sharing:
    """How the workspace stands, as far as is known here without asking anybody."""
    return _told(desk, standing(desk.workspace.repository))


def look(desk: Desk, _given: Given) -> Sharing:
    """How it stands after the meeting point was asked; a failure is a sentence beside what is known here."""
    repository = desk.workspace.repository
    try:
        return _told(desk, standing(repository, look=True))
    except LawtrackError as problem:
        return {**_told(desk, standing(repository)), "problem": problem.message()}


def share(desk: Desk, given: Given) -> Done[Sharing]:
    """The workspace meets colleagues at a server or in a folder from now on, and is synced."""
    place = given.words("address", needed=True)
    return _done(desk, desk.workspace.share(place, when=desk.now()), "bench.shared")


def sync(desk: Desk, _given: Given) -> Done[Sharing]:
    """What colleagues saved comes here, what was saved here goes there."""
    return _done(desk, desk.workspace.sync(when=desk.now()), "bench.synced")


def decide(desk: Desk, given: Given) -> Done[None]:
    """A field that waits since a sync: the words put aside are put into it (`take` "ours"), or those that stand stay.

    Raises NotFound where nothing waits under this `id`, Conflict where the field says something else than the page showed.
    """
    asides, wanted = desk.workspace.asides(), given.words("id", needed=True)
    one = next((each for each in asides.all() if each.id == wanted), None)
    if one is None or not _is_record(one.path):
        raise NotFound("bench.no-record", path=one.path if one else wanted)
    if _standing(desk, one) != given.text("stands"):
        raise Conflict("bench.settled-since")
    what = translate("bench.commit-settled", lang="zh", where=f"{one.path} {one.place}")
    if given.words("take") == "ours":
        if one.place and _held(desk, one) is None:
            raise NotFound("bench.no-record", path=one.path)
        _, token = desk.undoable(lambda: asides.decide(one.id, "ours", when=desk.now()), what)
        return Done(translate("bench.settled"), None, token)
    _, token = desk.undoable(lambda: asides.decide(one.id, "theirs", when=desk.now()), what)
    return Done(translate("bench.settled-stands"), None, token)


def _is_record(path: str) -> bool:
    return path.startswith(("plans/", DRAFTS)) and path.endswith(".yaml") and ".." not in path


def _held(desk: Desk, one: Pending) -> bytes | None:
    """The file in which something waits to be decided, None where it is gone."""
    repository = desk.workspace.repository
    head = repository.head()
    return repository.read(head, one.path) if head else None


def _standing(desk: Desk, one: Pending) -> str:
    """What stands now where something waits, as JSON; "" where nothing does."""
    text = (_held(desk, one) or b"").decode("utf-8", "replace")
    return told_at(text, one.place, one.path) if one.place and text else text


def _clashes(desk: Desk) -> list[Clash]:
    """Every field that waits for a decision, whoever put it aside: what it said before, what waits, what stands now."""
    titles = {draft.slug: draft.title for draft in desk.workspace.drafts()}
    return [
        {
            "id": one.id,
            "where": _where(desk, one.path, one.place, titles),
            "author": one.author,
            "date": one.date,
            "stands": stands,
            "shown": {"base": _plain(one.base), "aside": _plain(one.ours), "stands": _plain(stands)},
        }
        for one in desk.workspace.asides().all()
        for stands in (_standing(desk, one),)
    ]


def _told(desk: Desk, now: Standing) -> Sharing:
    clashes, problem = desk.for_head("clashes", lambda: _quietly(desk))
    return {
        "place": now.url,
        "unsent": now.unsent,
        "waiting": now.waiting,
        "by": list(now.by),
        "problem": problem,
        "aside": desk.for_rounds("aside", lambda: _aside(desk)) if now.url else [],
        "clashes": clashes,
    }


def _quietly(desk: Desk) -> tuple[list[Clash], str]:
    """What waits, and what kept it from being read."""
    try:
        return _clashes(desk), ""
    except LawtrackError as problem:
        return [], problem.message()


def _aside(desk: Desk) -> list[Aside]:
    """The drafts with words put aside that nobody has decided."""
    open_ones: list[Aside] = []
    for draft in desk.workspace.drafts():
        try:
            held = desk.workspace.rounds(draft.slug).get(ASIDE)
        except LawtrackError:
            continue
        if held.open and not held.closed:
            open_ones.append({"draft": draft.slug, "title": draft.title, "open": len(held.open)})
    return open_ones


def _done(desk: Desk, done: Sync, code: str) -> Done[Sharing]:
    """What a sync did; the clauses put aside are in the round `aside`, the fields under `clashes`."""
    texts = sum(one.path.endswith("/text.md") for one in done.aside)
    sentence = translate(code, received=done.received, sent=done.sent, came=done.came, went=done.went)
    if done.aside:
        sentence += translate("bench.synced-aside", texts=texts, fields=len(done.aside) - texts)
    return Done(sentence, _told(desk, standing(desk.workspace.repository)))


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
