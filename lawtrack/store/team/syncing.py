"""`sync`: what others did comes here, what we did goes there, and both become one.

Fetch; join clause by clause; save the result as a commit on both lines; push; and again, where somebody was faster.
Words that clash with what is shared already are put aside, to be decided: clauses as suggestions of the round `aside`,
fields of plans and records as `asides`.
"""

from __future__ import annotations

import random
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from lawtrack.drafts import Suggestion, is_slug, read_round, round_folder, suggestion_id, write_record
from lawtrack.errors import Conflict, LawtrackError
from lawtrack.messages import translate
from lawtrack.store.git.repository import NO_COMMIT
from lawtrack.store.git.saving import Change, advance, commit, commit_beside, point
from lawtrack.store.history.reading import head_of, versions_at
from lawtrack.store.team.asides import files_of
from lawtrack.store.team.joining import Aside, join
from lawtrack.store.team.remote import (
    REMOTE,
    SHARED,
    Faster,
    failure,
    is_folder,
    make_meeting_point,
    meeting,
    meeting_url,
    set_meeting,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawtrack.store.git.repository import Repository
    from lawtrack.store.git.stamps import Stamp

TRIES: Final = 12
"""How often we try at least where somebody was faster."""
PATIENCE: Final = 120.0
"""Seconds in which we go on trying after that."""
MAIN: Final = SHARED[0]
ASIDE: Final = "aside"
"""The round that holds words put aside."""


@dataclass(frozen=True, slots=True)
class Sync:
    """What a sync did: versions that came, versions that went, words put aside, and where.

    `came` and `went` count saves of any kind: versions, opinions, plans, suggestions and what was said about them.

    >>> Sync("/共享.git", received=2, sent=1).received
    2
    """

    url: str
    received: int
    sent: int
    aside: tuple[Aside, ...] = ()
    came: int = 0
    went: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        names = ("draft", "path", "place", "base", "ours", "theirs")
        told = [{name: getattr(one, name) for name in names} for one in self.aside]
        counts = {name: getattr(self, name) for name in ("received", "sent", "came", "went")}
        return {"url": self.url, **counts, "aside": told}


def share(repository: Repository, url: str, signed: Stamp) -> Sync:
    """The workspace meets at `url` from now on, and is synced; a folder that is not there, or empty, is made ready.

    Raises UnusableInput for what is no address, Conflict for a folder in use, and as `sync` does: then it goes on meeting
    where it met before, if it did.
    """
    from pathlib import Path as Folder

    before = meeting_url(repository)
    address = set_meeting(repository, url)
    try:
        if is_folder(address):
            make_meeting_point(Folder(address))
        return sync(repository, signed)
    except LawtrackError as problem:
        if not before or before == address:
            raise
        set_meeting(repository, before)
        raise Conflict("team.meets-as-before", reason=problem.message(), address=before) from problem


def sync(repository: Repository, signed: Stamp) -> Sync:
    """Everything shared, both ways. Raises NotFound where no meeting point is set up, Conflict with the reason in words."""
    if not repository.branch():
        raise Conflict("store.detached-head", head=(repository.head() or "–")[:10])
    if repository.branch() != MAIN:
        raise Conflict("team.not-main", branch=repository.branch().removeprefix("refs/heads/") or "HEAD")
    aside: list[Aside] = []
    began = _written(repository, head_of(repository))
    own = [head_of(repository), *_own_rounds(repository).values()]
    sent = received = 0
    attempt, until = 0, time.monotonic() + PATIENCE
    busy: list[tuple[str, dict[str, str]]] = []
    while attempt < TRIES or time.monotonic() < until:
        attempt += 1
        with meeting(repository) as there:
            branches = there.fetch()
            try:
                theirs = branches.get(MAIN)
                known = _written(repository, theirs) if theirs else 0
                aside += _bring(repository, theirs, signed)
                moves = {MAIN: head_of(repository), **_rounds(repository, branches, signed)}
                moves = {name: sha for name, sha in moves.items() if branches.get(name) != sha}
                if moves:
                    there.push(moves)
            except Faster as problem:
                busy.append((str(problem.details["words"]), branches))
                time.sleep(random.uniform(0.05, 0.3) * min(attempt, 5))  # noqa: S311 - only to get out of step
                continue
            except Conflict as problem:
                if problem.code != "store.overtaken":
                    raise
                continue
            now = _written(repository, head_of(repository))
            sent, received = now - known, now - began
            _remember(repository, {**branches, **moves})
            came = _saves(repository, branches.values(), own)
            went = _saves(repository, moves.values(), branches.values())
            return Sync(there.url, max(received, 0), max(sent, 0), tuple(aside), came, went)
    raise _not_our_turn(busy, there.url, attempt)


def _written(repository: Repository, commit: str) -> int:
    """How many versions people saved up to there: what only joins two of them is nobody's."""
    return sum(version.origin != "merged" for version in versions_at(repository, commit))


def _not_our_turn(busy: list[tuple[str, dict[str, str]]], url: str, tries: int) -> LawtrackError:
    """Why no try came through: a lock that stays while nothing moves there, or colleagues who were faster each time."""
    if len(busy) > 1 and busy[-1][1] == busy[-2][1]:
        locked = failure(busy[-1][0], url)
        if locked.code == "team.remote-locked":
            return locked
    return Conflict("team.remote-busy", tries=tries)


def _bring(repository: Repository, theirs: str | None, signed: Stamp) -> tuple[Aside, ...]:
    """What the main line there has, into ours."""
    ours = head_of(repository)
    if theirs is None or _stands_on(repository, ours, theirs):
        return ()
    if _stands_on(repository, theirs, ours):
        advance(repository, theirs, ours)
        return ()
    joined = join(repository, ours, theirs)
    files = {**joined.files, **put_aside(repository, theirs, joined.aside, signed)}
    message = _message(joined.aside)
    commit(repository, Change(files, message, signed, ours, joins=(theirs,)))
    return joined.aside


def put_aside(
    repository: Repository, theirs: str, aside: tuple[Aside, ...], signed: Stamp
) -> dict[str, bytes | None]:
    """Files with our words where somebody was there before us: suggestions for clauses, `asides` for fields."""
    files = files_of(aside, signed)
    for one in aside:
        if not one.path.endswith("/text.md") or not is_slug(one.draft):
            continue
        name = suggestion_id(one.draft, ASIDE, one.place, one.ours, signed.author.name)
        told = Suggestion(
            name, one.place, one.ours, one.theirs, author=signed.author.name, date=signed.day,
            reason=translate("team.aside-reason", lang="zh"),
        )  # fmt: skip
        folder = round_folder(one.draft, ASIDE)
        if f"{folder}round.yaml" not in files:
            files |= _begun(repository, theirs, one.draft)
        files[f"{folder}{name}.yaml"] = write_record(told).encode("utf-8")
    return files


def _begun(repository: Repository, theirs: str, slug: str) -> dict[str, bytes | None]:
    """The round `aside` made ready: begun where there is none, begun anew without what was settled where one was closed."""
    folder = round_folder(slug, ASIDE)
    sides = theirs, head_of(repository)
    held = [text for side in sides if (text := repository.read(side, f"{folder}round.yaml")) is not None]
    rounds = [read_round(slug, ASIDE, text.decode("utf-8")) for text in held]
    if rounds and not any(one.closed for one in rounds):
        return {}
    settled = {name for side in sides for name in repository.names(side, folder) if name.startswith("s-")}
    fresh = write_record(_aside_round(slug, translate("team.aside-question", lang="zh")))
    return {**{folder + name: None for name in settled}, f"{folder}round.yaml": fresh.encode("utf-8")}


def _aside_round(slug: str, question: str) -> Any:
    from lawtrack.drafts import Round

    return Round(slug, ASIDE, question)


def _message(aside: tuple[Aside, ...]) -> str:
    """The subject, and below it every wording that was put aside: what is in the message cannot be lost."""
    lines = [translate("team.joined-subject", lang="zh")]
    for one in aside:
        where = f"{one.path} {one.place}".strip()
        lines += ["", translate("team.joined-aside", lang="zh", where=where), *one.ours.splitlines()]
    return "\n".join(lines) + "\n"


def _rounds(repository: Repository, branches: dict[str, str], signed: Stamp) -> dict[str, str]:
    """The rounds here and there, joined: what each branch is to be there; branches here follow."""
    own = _own_rounds(repository)
    moves: dict[str, str] = {}
    refs: dict[str, tuple[str, str | None]] = {}
    for name in sorted({*own, *(name for name in branches if name.startswith(SHARED[1]))}):
        mine, other = own.get(name), branches.get(name)
        if mine is None:
            moves[name] = other or ""
            refs[name] = moves[name], NO_COMMIT
        elif other is None or _stands_on(repository, mine, other):
            moves[name] = mine
        elif _stands_on(repository, other, mine):
            moves[name] = other
            refs[name] = other, mine
        else:
            joined = join(repository, mine, other)
            files = {**joined.files, **files_of(joined.aside, signed)}
            message = _message(joined.aside)
            change = Change(files, message, signed, mine, joins=(other,))
            moves[name] = commit_beside(repository, name, change)
    point(repository, refs)
    return moves


def _own_rounds(repository: Repository) -> dict[str, str]:
    """The branches of rounds here, by full name."""
    return repository.tips(SHARED[1])


def _saves(repository: Repository, tips: Iterable[str], known: Iterable[str]) -> int:
    """How many saves the commits `tips` stand on that `known` do not; what only joins two lines is none."""
    wanted = sorted({*tips})
    if not wanted:
        return 0
    return int(repository.run("rev-list", "--count", "--no-merges", *wanted, "--not", *sorted({*known})))


def _stands_on(repository: Repository, commit_: str, other: str) -> bool:
    """Is `other` among what `commit_` stands on?"""
    return repository.attempt("merge-base", "--is-ancestor", other, commit_)[0] == 0


def _remember(repository: Repository, branches: dict[str, str]) -> None:
    """What is there, where plain git looks for it."""
    here = f"refs/remotes/{REMOTE}/"
    with suppress(Conflict):  # somebody fetches at this moment: it is told there then
        refs = {here + name.removeprefix("refs/heads/"): (sha, None) for name, sha in branches.items()}
        point(repository, refs)
