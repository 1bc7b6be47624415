"""The one door to git: a repository, and the few plumbing commands that lawtrack needs.

Nothing that a user or a document supplies is ever an option, a refspec or a revision: commits are named by full
hashes that git itself gave us, paths by names that `names.valid_slug` let through, and every other text goes in by
standard input. What a repository's own configuration could start (hooks, monitors, signing) is switched off, so that
opening a stranger's clone runs nothing. GitPython carries the processes; it is imported nowhere else.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.drafts import Author, Commit
from lawtrack.errors import MissingTool, UnusableInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

FIRST_BRANCH: Final = "refs/heads/main"
NO_COMMIT: Final = "0" * 40

_FIXED: Final = {
    "core.fsmonitor": "false",
    "core.hooksPath": "/dev/null",
    "i18n.commitEncoding": "utf-8",
}
"""Settings that hold for every command of ours, whatever the user's or the repository's say."""

_FORMAT: Final = "%an%x00%ae%x00%aI%x00%B%x00"
_FIELDS: Final = 4


class GitFailed(UnusableInput):
    """A git command that said no; `status` is its exit status, the message holds git's own words."""

    def __init__(self, command: str, status: int, output: str) -> None:
        super().__init__("store.git-failed", command=command, output=output or status)
        self.status = status


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository with a working tree: `root` is the working tree, `git_dir` where git keeps its own."""

    root: Path
    git_dir: Path

    @classmethod
    def find(cls, path: Path) -> Repository | None:
        """The repository that holds `path`, or None. Raises MissingTool where git is not installed."""
        path = path.absolute()
        root = next((folder for folder in (path, *path.parents) if (folder / ".git").exists()), None)
        if root is None:
            return None
        # `.git` is a file in a linked working tree or a submodule: git knows where it points.
        found = cls(root, root / ".git").run("rev-parse", "--absolute-git-dir")
        return cls(root, Path(found.decode("utf-8").removesuffix("\n")))

    @classmethod
    def create(cls, root: Path) -> Repository:
        """A new repository in `root`, which is made if need be; its first branch is main."""
        root = root.absolute()
        root.mkdir(parents=True, exist_ok=True)
        _git(root, [f"--git-dir={root / '.git'}", "init", "--quiet"])
        created = cls(root, root / ".git")
        created.run("symbolic-ref", "HEAD", FIRST_BRANCH)
        return created

    def run(
        self,
        *arguments: str,
        given: bytes = b"",
        index: Path | None = None,
        stamp: Mapping[str, str] | None = None,
    ) -> bytes:
        """Standard output of one git command; `given` is its standard input, `index` an index other than the own.

        Raises GitFailed when git says no, MissingTool where there is no git.
        """
        settings = [part for key, value in _FIXED.items() for part in ("-c", f"{key}={value}")]
        place = [f"--git-dir={self.git_dir}", f"--work-tree={self.root}"]
        env = {"GIT_INDEX_FILE": str(index or self.git_dir / "index"), **(stamp or {})}
        return _git(self.root, [*place, *settings, *arguments], given, env)

    def head(self) -> str | None:
        """The commit that is checked out, or None before the first."""
        try:
            return self.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}").decode("ascii").strip()
        except GitFailed as failure:
            if failure.status == 1:
                return None
            raise

    def setting(self, name: str) -> str:
        """A value of git's configuration, of this repository or of the user; "" where it is not set."""
        try:
            return self.run("config", "--get", name).decode("utf-8", "replace").strip()
        except GitFailed as failure:
            if failure.status == 1:
                return ""
            raise

    def configure(self, settings: Mapping[str, str]) -> None:
        """Write settings into this repository's own configuration."""
        for name, value in settings.items():
            self.run("config", "--local", name, value)

    def identity(self) -> Author | None:
        """Who git says is at work (user.name and user.email), or None where it does not know."""
        name, email = self.setting("user.name"), self.setting("user.email")
        return Author(name, email) if name and email else None

    def signature(self) -> Author:
        """The same. Raises UnusableInput, with the commands that set it, where git does not know."""
        identity = self.identity()
        if identity is None:
            raise UnusableInput("store.no-identity")
        return identity

    def dated(self, commit: str) -> datetime:
        """When `commit` was made."""
        told = self.run("rev-list", "--max-count=1", "--format=%cI", commit, "--").decode("ascii")
        return datetime.fromisoformat(told.split()[-1])

    def read(self, commit: str, path: str) -> bytes | None:
        """The file at `path` in `commit`, or None where there is none."""
        return self.read_many([(commit, path)])[0][1]

    def read_many(self, places: Sequence[tuple[str, str]]) -> list[tuple[str, bytes | None]]:
        """For each (commit, path) the blob's own hash and its bytes; ("", None) where there is no such file."""
        names = "".join(f"{commit}:{path}\n" for commit, path in places)
        answer = self.run("cat-file", "--batch", given=names.encode("utf-8"))
        found: list[tuple[str, bytes | None]] = []
        at = 0
        for _ in places:
            line_end = answer.index(b"\n", at)
            head = answer[at:line_end].split(b" ")
            at = line_end + 1
            if head[-1] == b"missing":
                found.append(("", None))
                continue
            size = int(head[-1])
            content = answer[at : at + size]
            at += size + 1
            found.append((head[0].decode("ascii"), content) if head[1] == b"blob" else ("", None))
        return found

    def read_as_of(self, day: date, path: str) -> bytes | None:
        """The file at `path` as it was committed by the end of `day`, or None where there was none."""
        before = f"--before={day}T23:59:59"
        made = self.run("rev-list", "--max-count=1", before, "HEAD", "--", path).decode("ascii").strip()
        return self.read(made, path) if made else None

    def names(self, commit: str, folder: str) -> tuple[str, ...]:
        """What lies directly in `folder` ("a/b/") in `commit`: names without the folder, sorted by git."""
        listed = self.run("ls-tree", "-z", "--name-only", commit, "--", folder).decode("utf-8", "replace")
        return tuple(path.removeprefix(folder) for path in listed.split("\0") if path)

    def told(self, commit: str) -> Commit:
        """What git knows about one commit."""
        return next(self._commits("--max-count=1", commit))

    def history(self, commit: str, *, grep: str) -> Iterator[Commit]:
        """The commits up to and including `commit` whose message has a line that matches `grep`, oldest first."""
        return self._commits("--topo-order", "--reverse", f"--grep={grep}", commit)

    def _commits(self, *which: str) -> Iterator[Commit]:
        listed = self.run("rev-list", "--encoding=UTF-8", f"--format={_FORMAT}", *which, "--")
        told = listed.decode("utf-8", "replace").split("\0")
        for at in range(0, len(told) - _FIELDS + 1, _FIELDS):
            first, email, saved, message = told[at : at + _FIELDS]
            # rev-list puts "commit <hash>" on a line of its own before the format
            sha, name = first.strip("\n").removeprefix("commit ").split("\n", 1)
            yield Commit(sha, Author(name, email), saved, message)

    def holds(self, path: str, content: bytes, commit: str) -> bool:
        """Did `path` ever read exactly like `content` in a commit up to `commit`?"""
        blob = self.run("hash-object", "--no-filters", "--stdin", given=content).decode("ascii").strip()
        changes = self.run("rev-list", "--objects", commit, "--", path).decode("utf-8", "replace")
        return any(line.startswith(f"{blob} ") for line in changes.splitlines())


def _git(
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
                env={"GIT_LITERAL_PATHSPECS": "1", "GIT_TERMINAL_PROMPT": "0", **(env or {})},
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
