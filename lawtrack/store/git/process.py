"""One git command as a process. GitPython carries it, and is imported nowhere else."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from stat import S_ISREG
from typing import TYPE_CHECKING

from lawtrack.errors import MissingTool, UnusableInput
from lawtrack.store.git.environment import outside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class GitFailed(UnusableInput):
    """A git command that said no; `status` is its exit status, the message holds git's own words."""

    def __init__(self, command: str, status: int, output: str) -> None:
        super().__init__("store.git-failed", command=command, output=output or status)
        self.status = status


def file_settings(file: Path) -> list[tuple[str, str]]:
    """The names and values in one file of settings, without following what it includes; [] where there is none."""
    try:
        found = file.stat()
    except OSError:
        return []
    if not S_ISREG(found.st_mode):
        return []
    # git writes a file anew and puts it in the place of the old one, so what was changed is another file
    return list(_settings(file, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns))


@lru_cache(maxsize=64)
def _settings(file: Path, *_version: int) -> tuple[tuple[str, str], ...]:
    told = run_git(
        file.parent, ["config", "--file", str(file), "--no-includes", "--null", "--list"], env=outside()
    )
    return tuple(_pairs(told))


def user_settings(folder: Path) -> list[tuple[str, str]]:
    """The settings of the user and of the system, which no repository can change."""
    return list(_pairs(run_git(folder, ["config", "--null", "--list"], env=outside())))


def _pairs(told: bytes) -> Iterator[tuple[str, str]]:
    for entry in told.decode("utf-8", "replace").split("\0"):
        name, _, value = entry.partition("\n")
        if entry:
            yield name, value


def ask_git(folder: Path, arguments: list[str], env: Mapping[str, str]) -> tuple[int, str, str]:
    """Run git in `folder` and give its status, standard output and standard error. Raises MissingTool."""
    try:
        from git import Git
        from git.exc import GitCommandNotFound
    except ImportError:
        raise MissingTool("store.no-git") from None
    try:
        status, out, complaint = Git(folder).execute(
            ["git", *arguments], env=dict(env), with_extended_output=True, with_exceptions=False
        )
    except GitCommandNotFound:
        raise MissingTool("store.no-git") from None
    return int(status), str(out), str(complaint)


def run_git(
    folder: Path, arguments: list[str], given: bytes = b"", env: Mapping[str, str] | None = None
) -> bytes:
    """Run git in `folder`. The message of a failure is git's own, in English whatever the locale."""
    try:
        from git import Git
        from git.exc import GitCommandError, GitCommandNotFound
    except ImportError:  # GitPython looks for the program when it is imported
        raise MissingTool("store.no-git") from None
    with tempfile.TemporaryFile() as stdin:
        stdin.write(given)
        stdin.seek(0)
        try:
            output: bytes = Git(folder).execute(
                ["git", *arguments],
                istream=stdin,
                env=dict(env or {}),
                stdout_as_string=False,
                strip_newline_in_stdout=False,
            )
        except GitCommandNotFound:
            raise MissingTool("store.no-git") from None
        except GitCommandError as failure:
            words = str(failure.stderr).strip().removeprefix("stderr: '").removesuffix("'").strip()
            status = failure.status if isinstance(failure.status, int) else 0
            verb = next((word for word in arguments if not word.startswith("-") and "=" not in word), "git")
            raise GitFailed(verb, status, words) from None
    return output
