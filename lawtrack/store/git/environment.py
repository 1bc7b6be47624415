"""The one place that says what git may do for us: settings, environment, and which repositories are opened at all.

A repository that somebody sent is not only data: its configuration may name programs (hooks, monitors, drivers, ssh
commands, helpers for objects that are missing) and other files (includes, alternates, attributes). Three things keep
them still:

- settings on the command line, which win over every file (`SETTINGS`);
- variables that switch off what no setting can: replaced objects, grafts, fetching of what is missing, transports;
- a look at the configuration as data, before git reads it as configuration: what nothing can override is refused.

Ownership is git's own judgement (`safe.directory`). Network commands never see the repository's configuration: they run
in a bare repository of their own that borrows its objects (`team/remote.py`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS: Final = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.attributesFile": os.devnull,
    "core.excludesFile": os.devnull,
    "core.alternateRefsCommand": "",
    "core.sshCommand": "",
    "core.askPass": "",
    "core.pager": "cat",
    "core.editor": "false",
    "core.commitGraph": "false",  # a forged one tells another history than the commits do
    "core.quotePath": "false",
    "credential.helper": "",
    "diff.external": "",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "advice.graftFileDeprecated": "false",
    "log.mailmap": "false",
    "mailmap.file": os.devnull,
    "commit.template": "",
    "blame.ignoreRevsFile": "",
    "log.showSignature": "false",
    "log.showRoot": "true",
    "gpg.program": "false",
    "gpg.ssh.program": "false",
    "gpg.x509.program": "false",
    "i18n.commitEncoding": "utf-8",
    "i18n.logOutputEncoding": "utf-8",
}
"""Settings that hold for every command of ours, whatever the user's or the repository's say."""

OFFLINE: Final = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1"}
"""No transport at all: an object that is missing is missing, and nobody is asked for it."""

REFUSED: Final = ("include.", "includeif.", "core.worktree", "fsck.skiplist")
"""Settings that send git to other files and cannot be overridden (of fsck.skipList git reads every one, not the last).

So are filters with = in their names, which an option of the command line cannot name."""


@dataclass(frozen=True, slots=True)
class GitPlace:
    """Where a repository lies: working tree, its own folder, and the folder that linked working trees share."""

    root: Path
    git_dir: Path
    common: Path

    @classmethod
    def at(cls, root: Path) -> GitPlace:
        """The place of the repository whose working tree is `root`, read without git (gitrepository-layout(5))."""
        told = root / ".git"
        git_dir = told
        if told.is_file():
            pointer = told.read_text("utf-8", "replace").removeprefix("gitdir:").strip()
            git_dir = (root / pointer).resolve()
        shared = git_dir / "commondir"
        common = (git_dir / shared.read_text("utf-8").strip()).resolve() if shared.is_file() else git_dir
        return cls(root, git_dir, common)

    @property
    def astray(self) -> Path | None:
        """A file in a repository's own folder that would send git to another repository, None where there is none.

        Only a linked working tree has such a file, and its `.git` is no folder.
        """
        told = self.root / ".git" / "commondir"
        return told if told.exists() else None

    @property
    def links(self) -> list[Path]:
        """What is a link in git's own folders and leads out of them: git would read, or write, files elsewhere.

        Hooks are left out, because none is run; so is `.git` itself, which may lie where its owner wants it.
        """
        own = {self.git_dir.resolve(), self.common.resolve()}
        entries = (entry for folder in own for each in _folders(folder) for entry in os.scandir(each))
        links = [Path(entry.path) for entry in entries if entry.is_symlink() and entry.name != "hooks"]
        return sorted(
            link for link in links if not any(link.resolve().is_relative_to(folder) for folder in own)
        )

    @property
    def alternates(self) -> Path:
        """The file by which a repository borrows the objects of another (gitrepository-layout(5))."""
        return self.common / "objects" / "info" / "alternates"


def _folders(own: Path) -> Iterator[Path]:
    """The folders in git's own that hold what it reads by name, without those that are links."""
    named = (own, own / "info", own / "objects", own / "objects/info", own / "objects/pack")
    yield from (folder for folder in named if folder.is_dir() and (folder == own or not folder.is_symlink()))
    for name in ("refs", "logs"):
        if not (own / name).is_symlink():
            yield from (Path(folder) for folder, _, _ in os.walk(own / name))


def arguments(settings: dict[str, str] | None = None) -> list[str]:
    """The options before a git command: every setting of ours, then those of this call."""
    return [
        part for key, value in {**SETTINGS, **(settings or {})}.items() for part in ("-c", f"{key}={value}")
    ]


def variables(place: GitPlace, index: Path | None = None) -> dict[str, str]:
    """The environment of a command on the repository at `place`, with another index than its own if given."""
    return {
        "GIT_DIR": str(place.git_dir),
        "GIT_WORK_TREE": str(place.root),
        "GIT_COMMON_DIR": str(place.common),
        "GIT_OBJECT_DIRECTORY": str(place.common / "objects"),
        "GIT_INDEX_FILE": str(index or place.git_dir / "index"),
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_NO_REPLACE_OBJECTS": "1",
        **OFFLINE,
        **_QUIET,
    }


NETWORK: Final = [
    part
    for key, value in {
        "core.hooksPath": os.devnull,
        "gc.auto": "0",
        "maintenance.auto": "false",
        "fetch.fsckObjects": "true",
        "fetch.recurseSubmodules": "no",
        "push.recurseSubmodules": "no",
        "push.followTags": "false",
        "push.gpgSign": "false",
        "http.lowSpeedLimit": "1000",
        "http.lowSpeedTime": "30",
    }.items()
    for part in ("-c", f"{key}={value}")
]
"""The options of every command that goes out."""


def network(place: Path, objects: Path | None) -> dict[str, str]:
    """The environment of a command that goes out from the bare repository `place`, with the objects of another."""
    return {
        "GIT_DIR": str(place),
        "GIT_COMMON_DIR": str(place),
        "GIT_OBJECT_DIRECTORY": str(objects or place / "objects"),
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_ALLOW_PROTOCOL": "file:http:https:ssh",
        "GIT_NO_LAZY_FETCH": "1",
        **_QUIET,
    }


def outside(more: dict[str, str] | None = None) -> dict[str, str]:
    """The environment of a command that must not find any repository: it reads the user's own settings, or one file."""
    return {"GIT_DIR": os.devnull, **_QUIET, **(more or {})}


_QUIET: Final = {
    "GIT_ALTERNATE_OBJECT_DIRECTORIES": "",
    "GIT_NAMESPACE": "",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
}
"""What holds everywhere; a hook that started us may have left other values behind."""


FILTER: Final = {"clean": "", "smudge": "", "process": "", "required": "false"}
"""What leaves a filter (gitattributes(5)) without effect."""


def stilled(settings: list[tuple[str, str]]) -> dict[str, str]:
    """Settings for every command that still the filters which a repository's own `settings` name.

    Writing an index runs them on files of the same second as the index, whatever the command is about.

    >>> stilled([("filter.x.clean", "run-me"), ("user.name", "王小明")])["filter.x.clean"]
    ''
    """
    names = {name.rpartition(".")[0] for name, _ in settings if name.lower().startswith("filter.")}
    return {f"{name}.{key}": value for name in sorted(names) for key, value in FILTER.items()}


def refused(settings: list[tuple[str, str]], place: GitPlace) -> list[str]:
    """The names among a repository's own `settings` that send git to other files and cannot be overridden."""
    return [
        name
        for name, value in settings
        if (name.lower().startswith(REFUSED) or (name.lower().startswith("filter.") and "=" in name))
        # a submodule's own settings name its working tree, where it is
        and not (
            name.lower() == "core.worktree" and (place.git_dir / value).resolve() == place.root.resolve()
        )
    ]
