"""Two lines of work become one: texts clause by clause, records field by field, the rest line by line.

What only one side changed is taken from it. Where both changed the same words differently, those that are shared
already stand, and the others are put aside for a decision: nothing waits for it, and nothing is lost.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.drafts import DRAFTS
from lawtrack.errors import Conflict, LawtrackError
from lawtrack.law import parse
from lawtrack.merge import merge
from lawtrack.records import merge_records

if TYPE_CHECKING:
    from lawtrack.store.git.repository import Repository

_TEXT: Final = re.compile(rf"{re.escape(DRAFTS)}([^/]+)/text\.md")


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of ours that clash with what is shared: the file, the clause or field, and all three wordings.

    `draft` is "" where it is no draft's.
    """

    path: str
    place: str
    base: str
    ours: str
    theirs: str
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """The files in which the joined tree differs from ours (None: taken away), and what was put aside."""

    files: dict[str, bytes | None]
    aside: tuple[Aside, ...]


def join(repository: Repository, ours: str, theirs: str) -> Joined:
    """The commit `theirs` joined into `ours`. Raises Conflict where the two have nothing in common."""
    status, told, _ = repository.attempt("merge-base", ours, theirs)
    if status:
        raise Conflict("team.unrelated")
    base = told.split()[0]
    mine, other = repository.difference(base, ours), repository.difference(base, theirs)
    files: dict[str, bytes | None] = {}
    aside: list[Aside] = []
    for path, content in other.items():
        if path not in mine:
            files[path] = content
        elif mine[path] != content:
            was = repository.read(base, path)
            kept, clashes = joined_file(path, was, mine[path], content)
            aside += clashes
            if kept != mine[path]:
                files[path] = kept
    return Joined(files, tuple(aside))


def joined_file(
    path: str, base: bytes | None, ours: bytes | None, theirs: bytes | None
) -> tuple[bytes | None, list[Aside]]:
    """One file that both sides changed; what one side deleted and the other changed is kept."""
    if ours is None or theirs is None:
        return ours or theirs, []
    try:
        was, mine, other = (side.decode("utf-8") for side in (base or b"", ours, theirs))
        if (text := _TEXT.fullmatch(path)) and base is not None:
            return _clauses(path, text[1], was, mine, other)
        if path.endswith((".yaml", ".yml")):
            return _fields(path, was, mine, other)
    except (UnicodeDecodeError, LawtrackError):
        pass  # no text of that kind: line by line
    return _lines(path, base or b"", ours, theirs)


def _clauses(path: str, slug: str, was: str, mine: str, other: str) -> tuple[bytes, list[Aside]]:
    done = merge(parse(was), parse(mine), parse(other))
    aside = [
        Aside(
            path,
            one.merged or one.labels["theirs"] or one.labels["ours"] or one.labels["base"],
            one.texts["base"],
            one.texts["ours"],
            one.texts["theirs"],
            slug,
        )
        for one in done.conflicts
    ]
    while not done.complete:  # a decision may bring another to light
        done = done.resolve(dict.fromkeys(done.ids, "theirs"))
    return done.text.encode("utf-8"), aside


def _fields(path: str, was: str, mine: str, other: str) -> tuple[bytes, list[Aside]]:
    merged, clashes = merge_records(was, mine, other, path)
    draft = path.split("/")[1] if path.startswith(DRAFTS) else ""
    return merged.encode("utf-8"), [
        Aside(path, one.place, one.base, one.ours, one.theirs, draft) for one in clashes
    ]


def _lines(path: str, base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, list[Aside]]:
    """By lines, theirs where both changed them (git-merge-file(1)); then ours is put aside whole."""
    from lawtrack.store.git.process import ask_git

    with tempfile.TemporaryDirectory() as folder:
        names = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for file, content in zip(names, (ours, base, theirs), strict=True):
            file.write_bytes(content)
        clean = (
            ask_git(Path(folder), ["merge-file", "-q", *map(str, names)], {"GIT_DIR": "/dev/null"})[0] == 0
        )
        merged = names[0].read_bytes()
    if clean:
        return merged, []
    told = (side.decode("utf-8", "replace") for side in (base, ours, theirs))
    return theirs, [Aside(path, "", *told)]
