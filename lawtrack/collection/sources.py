"""Which files a collection is made of: folders walked in order, each file with an id that is the same on every machine."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.errors import NotFound
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TEXTS: Final = frozenset(
    [
        ".txt",
        ".md",
        ".markdown",
        ".docx",
        ".doc",
        ".wps",
        ".odt",
        ".rtf",
        ".html",
        ".htm",
        ".mht",
        ".mhtml",
        ".xml",
        ".pdf",
    ]
)
"""Endings of files that may hold an instrument; what a file is, its content says."""
_RECORDS: Final = frozenset({".yaml", ".yml", ".json", ".py", ".ipynb", ".css", ".js", ".toml"})
"""What lies beside drafts in a workspace and is no text of law."""


class SourceFile(NamedTuple):
    """One file: its id in the collection, where it lies, and the hash of its bytes."""

    instrument: str
    path: str
    sha256: str


class Unread(NamedTuple):
    """A file that is not in the collection, and why: a code of the catalogue, its sentence in Chinese, what it names."""

    file: str
    code: str
    message: str
    details: str = "{}"


def find_sources(
    places: Iterable[str | os.PathLike[str]], *, apart: Path | None = None
) -> tuple[list[SourceFile], list[Unread]]:
    """Two lists sorted by id: the files at and below `places` that may hold an instrument, and those that hold none.

    The folder `apart`, hidden files, Word's lock files (~$…) and a workspace's records are passed over. Two folders
    of one name are told apart by a number. Raises NotFound for a place that is not there.
    """
    files: list[SourceFile] = []
    unread: list[Unread] = []
    taken: dict[str, int] = {}
    own = apart.resolve() if apart else None
    for place in map(Path, places):
        if not place.exists():
            raise NotFound("formats.no-file", path=str(place))
        name = place.resolve().name
        taken[name] = taken.get(name, 0) + 1
        top = name if taken[name] == 1 else f"{name} ({taken[name]})"
        for path, below in _files(place):
            instrument = f"{top}/{below}" if below else top
            ending = path.suffix.lower()
            if ending in _RECORDS or (own and path.resolve().is_relative_to(own)):
                continue
            if below and ending not in TEXTS:
                unread.append(unread_as(instrument, "collection.not-a-text", ending=ending))
                continue
            try:
                files.append(SourceFile(instrument, str(path), _hash(path)))
            except OSError as problem:
                reason = problem.strerror or str(problem)
                unread.append(unread_as(instrument, "collection.unreadable", reason=reason))
    return sorted(files), sorted(unread)


def _files(place: Path) -> Iterator[tuple[Path, str]]:
    """The files below `place` with their paths below it, with /; a file itself with ""."""
    if place.is_file():
        yield place, ""
        return
    for folder, folders, files in os.walk(place):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith((".", "~$")):
                path = Path(folder, name)
                yield path, path.relative_to(place).as_posix()


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def unread_as(file: str, code: str, /, **details: object) -> Unread:
    """What is kept of a file that could not be read."""
    kept = json.dumps(details, ensure_ascii=False, sort_keys=True, default=str)
    return Unread(file, code, translate(code, lang="zh", **details), kept)


def why_unread(code: str, message: str, details: str) -> str:
    """The reason in the language in use; `message` where it can be said in Chinese only.

    >>> why_unread("collection.failed", "读不懂", "")
    '读不懂'
    """
    if not details:
        return message
    named = json.loads(details)
    return translate(code, **named) if translate(code, lang="zh", **named) == message else message
