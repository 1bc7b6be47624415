"""The one door to git: a repository, and the few plumbing commands that lawtrack needs.

Nothing that a user or a document supplies is ever an option, a refspec or a revision: commits are named by full
hashes that git itself gave us, paths by names that `names.valid_slug` let through, and every other text goes in by
standard input. What a repository's own configuration could start is still (`environment`), so that opening a
stranger's clone runs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from lawtrack.drafts import Author, Commit
from lawtrack.errors import UnusableInput
from lawtrack.store.git.environment import GitPlace, refused, stilled, variables
from lawtrack.store.git.environment import arguments as options
from lawtrack.store.git.heads import branches_under, loose_head
from lawtrack.store.git.process import GitFailed, ask_git, file_settings, run_git
from lawtrack.store.git.remembering import Remembered
from lawtrack.store.git.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

FIRST_BRANCH: Final = "refs/heads/main"
NO_COMMIT: Final = "0" * 40

_FORMAT: Final = "%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%P%x00%B%x00"
_FIELDS: Final = 8


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository with a working tree: `root` is the working tree, `git_dir` where git keeps its own.

    `still` are settings that keep the filters of its own configuration still.
    """

    root: Path
    git_dir: Path
    still: tuple[tuple[str, str], ...] = ()
    _files: Remembered[tuple[str, bytes]] = field(default_factory=Remembered, compare=False, repr=False)
    _trees: Remembered[Tree] = field(default_factory=Remembered, compare=False, repr=False)

    @classmethod
    def find(cls, path: Path) -> Repository | None:
        """The repository that holds `path`, or None.

        Raises UnusableInput where it belongs to somebody else, or its configuration sends git to other files;
        MissingTool where git is not installed.
        """
        path = path.absolute()
        root = next((folder for folder in (path, *path.parents) if (folder / ".git").exists()), None)
        if root is None:
            return None
        place = GitPlace.at(root)
        own = _looked_at(place)
        return cls(root, place.git_dir, tuple(stilled(own).items()))

    @classmethod
    def create(cls, root: Path) -> Repository:
        """A new repository in `root`, which is made if need be; its first branch is main."""
        root = root.absolute()
        root.mkdir(parents=True, exist_ok=True)
        place = GitPlace(root, root / ".git", root / ".git")
        run_git(root, ["init", "--quiet", "--template="], env=variables(place))
        created = cls(root, place.git_dir)
        created.run("symbolic-ref", "HEAD", FIRST_BRANCH)
        return created

    def afresh(self) -> Repository:
        """This repository with nothing remembered, for who must know what its files say now."""
        return replace(self, _files=Remembered(), _trees=Remembered())

    @property
    def place(self) -> GitPlace:
        """Where it lies."""
        return GitPlace.at(self.root)

    def run(
        self,
        *arguments: str,
        given: bytes = b"",
        index: Path | None = None,
        stamp: Mapping[str, str] | None = None,
        settings: dict[str, str] | None = None,
    ) -> bytes:
        """Standard output of one git command; `given` is its standard input, `index` an index other than the own.

        `settings` are those of this call. Raises GitFailed when git says no, MissingTool where there is no git.
        """
        env = {**variables(self.place, index), **(stamp or {})}
        return run_git(self.root, [*self._options(settings), *arguments], given, env)

    def _options(self, settings: dict[str, str] | None) -> list[str]:
        return options({**dict(self.still), **(settings or {})})

    def head(self) -> str | None:
        """The commit that is checked out, or None before the first."""
        if told := loose_head(self.git_dir, self.place.common):
            return told
        try:
            return self.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}").decode("ascii").strip()
        except GitFailed as failure:
            if failure.status == 1:
                return None
            raise

    def tips(self, *patterns: str) -> dict[str, str]:
        """Each reference under these (git-for-each-ref(1)) by its full name, and the object that it names."""
        told = self.run("for-each-ref", "--format=%(refname) %(objectname)", *patterns).decode(
            "utf-8", "replace"
        )
        return {name: sha for name, _, sha in (line.rpartition(" ") for line in told.splitlines())}

    def branches(self, folder: str) -> dict[str, str]:
        """Each branch in `folder` ("refs/heads/round/") by its full name, and its commit."""
        told = branches_under(self.place.common, folder)
        return self.tips(folder) if told is None else told

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
        status, listed, _ = self.attempt("config", "--null", "--get-regexp", r"^user\.(name|email)$")
        told = dict(
            entry.split("\n", 1) for entry in listed.split("\0") if "\n" in entry
        )  # the last one holds
        name, email = (told.get(key, "").strip() for key in ("user.name", "user.email"))
        return Author(name, email) if status == 0 and name and email else None

    def signature(self) -> Author:
        """Who git says is at work. Raises UnusableInput, with the commands that set it, where git does not know."""
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
        named = {place: self._named(*place) for place in places}
        told: dict[tuple[str, str], tuple[str, bytes | None] | None]
        told = {name: self._files.get(*name) for name in named.values() if name}
        asked = [name for name, known in told.items() if known is None]
        for name, (sha, content) in zip(asked, self._read(asked) if asked else (), strict=True):
            told[name] = sha, content
            if content is not None:
                self._files.keep(*name, (sha, content), size=len(content))
        return [(name and told[name]) or ("", None) for place in places for name in (named[place],)]

    def _named(self, commit: str, path: str) -> tuple[str, str] | None:
        """By what git is asked for a file: its own hash, where the tree of the commit is known; None where it has none."""
        tree = self._trees.get(commit, "") if path else None
        if tree is None:
            return commit, path
        sha = tree.files.get(path)
        return (sha, "") if sha else None

    def _read(self, places: Sequence[tuple[str, str]]) -> Iterator[tuple[str, bytes | None]]:
        """What git says of each place, one process for all."""
        names = "".join(f"{commit}:{path}\n" if path else f"{commit}\n" for commit, path in places)
        answer = self.run("cat-file", "--batch", given=names.encode("utf-8"))
        at = 0
        for _ in places:
            line_end = answer.index(b"\n", at)
            head = answer[at:line_end].split(b" ")
            at = line_end + 1
            if head[-1] == b"missing":
                yield "", None
                continue
            size = int(head[-1])
            content = answer[at : at + size]
            at += size + 1
            yield (head[0].decode("ascii"), content) if head[1] == b"blob" else ("", None)

    def blobs(self, hashes: Sequence[str]) -> list[bytes | None]:
        """The content of each object by its own full hash, None where it is missing or no file."""
        return [content for _, content in self.read_many([(sha, "") for sha in hashes])] if hashes else []

    def attempt(
        self, *arguments: str, stamp: Mapping[str, str] | None = None, settings: dict[str, str] | None = None
    ) -> tuple[int, str, str]:
        """One git command that may say no: its status, what it said and what it complained of."""
        env = {**variables(self.place), **(stamp or {})}
        return ask_git(self.root, [*self._options(settings), *arguments], env)

    def branch(self) -> str:
        """The full name of the branch that is checked out, "" where HEAD is detached."""
        told = (self.git_dir / "HEAD").read_text("utf-8", "replace").strip()
        return told.removeprefix("ref: ") if told.startswith("ref: ") else ""

    @property
    def shallow(self) -> bool:
        """Was the repository cloned without its whole past?"""
        return (self.place.common / "shallow").is_file()

    @property
    def cut(self) -> frozenset[str]:
        """The commits with which a clone begins that has no whole past (git-clone(1), --depth): what they stand on is not here."""
        file = self.place.common / "shallow"
        return frozenset(file.read_text("ascii", "replace").split()) if file.is_file() else frozenset()

    def read_as_of(self, day: date, path: str) -> bytes | None:
        """The file at `path` as it was committed by the end of `day`, or None where there was none."""
        before = f"--before={day}T23:59:59"
        made = self.run("rev-list", "--max-count=1", before, "HEAD", "--", path).decode("ascii").strip()
        return self.read(made, path) if made else None

    def names(self, commit: str, folder: str) -> tuple[str, ...]:
        """What lies directly in `folder` ("a/b/") in `commit`: names without the folder, sorted by git."""
        return self._tree(commit).names(folder)

    def _tree(self, commit: str) -> Tree:
        if known := self._trees.get(commit, ""):
            return known
        listed = self.run("ls-tree", "-r", "-t", "-z", commit, "--").decode("utf-8", "replace")
        tree = Tree.listed(listed)
        self._trees.keep(commit, "", tree, size=2 * len(listed))
        return tree

    def entries(self, commit: str, *paths: str) -> dict[str, str]:
        """Git's hash of each file at `paths` in `commit`, of a folder ("a/b/") of all that lies directly in it.

        "" stands for what is no file; nothing is given where the commit is not there.
        """
        status, listed, words = self.attempt("ls-tree", "-z", commit, "--", *paths)
        if (
            status
            and "not a valid object name" not in words.lower()
            and "not a tree object" not in words.lower()
        ):
            raise GitFailed("ls-tree", status, words)
        pairs = (entry.partition("\t") for entry in listed.split("\0") if entry)
        told = ((path, head.split(" ")) for head, _, path in pairs)
        return {path: sha if kind == "blob" else "" for path, (_, kind, sha) in told}

    def told(self, commit: str) -> Commit:
        """What git knows about one commit, without the files that it changed."""
        listed = self.run("rev-list", "--max-count=1", f"--format={_FORMAT}", commit, "--")
        # rev-list puts "commit <hash>" on a line of its own before the format
        _, told = listed.decode("utf-8", "replace").split("\n", 1)
        return _commit(commit, told.split("\0"), ())

    def history(self, commit: str) -> Iterator[Commit]:
        """All commits up to and including `commit`, oldest first, with the files that each changed.

        Of a merge those are told that differ from its first parent.
        """
        listed = self.run(
            "log", "--topo-order", "--reverse", "--no-color", "--no-ext-diff", "--raw", "--no-abbrev",
            "--no-renames", "--diff-merges=first-parent", "--root", "-z", f"--format=%x01%H%x00{_FORMAT}", commit, "--",
        )  # fmt: skip
        told = listed.decode("utf-8", "replace").split("\0")
        at = 0
        while at + _FIELDS < len(told):
            sha, fields = told[at].lstrip("\n\x01"), told[at + 1 : at + 1 + _FIELDS]
            at += 1 + _FIELDS
            changes = []
            while at < len(told) and not told[at].startswith("\x01"):
                entry = told[at].lstrip("\n")
                if entry.startswith(":"):
                    blob = entry.split(" ")[3]
                    changes.append((told[at + 1], "" if blob == NO_COMMIT else blob))
                    at += 1
                at += 1
            yield _commit(sha, fields, tuple(changes))

    def difference(self, old: str | None, new: str) -> dict[str, bytes | None]:
        """The files that the tree or commit `new` has otherwise than `old` (None: an empty one); None where it has none."""
        sides = (
            [old, new]
            if old
            else [self.run("hash-object", "-w", "-t", "tree", "--stdin").decode("ascii").strip(), new]
        )
        told = self.run("diff-tree", "-r", "--raw", "--no-renames", "--no-abbrev", "-z", *sides, "--")
        entries = told.decode("utf-8", "surrogateescape").split("\0")
        pairs = [
            (path, entry.split(" ")[3]) for entry, path in zip(entries[::2], entries[1::2], strict=False)
        ]
        held = self.blobs([blob for _, blob in pairs if blob != NO_COMMIT])
        contents = iter(held)
        return {path: None if blob == NO_COMMIT else next(contents) for path, blob in pairs}

    def holds(self, path: str, content: bytes, commit: str) -> bool:
        """Did `path` ever read exactly like `content` in a commit up to `commit`?"""
        blob = self.run("hash-object", "--no-filters", "--stdin", given=content).decode("ascii").strip()
        changes = self.run("rev-list", "--objects", commit, "--", path).decode("utf-8", "replace")
        return any(line.startswith(f"{blob} ") for line in changes.splitlines())


def _commit(sha: str, told: Sequence[str], changes: tuple[tuple[str, str], ...]) -> Commit:
    name, email, saved, committer, address, committed, parents, message = told[:_FIELDS]
    return Commit(
        sha,
        Author(name, email),
        saved,
        message,
        committer=Author(committer, address),
        committed=committed,
        parents=tuple(parents.split()),
        changes=changes,
    )


def _looked_at(place: GitPlace) -> list[tuple[str, str]]:
    """A repository's own settings. Raises UnusableInput where nobody should work in it before having looked at it."""
    if place.astray:
        raise UnusableInput("store.strange-settings", path=place.root, settings=place.astray.name)
    if links := place.links:
        raise UnusableInput("store.strange-links", path=place.root, file=links[0])
    files = (place.common / "config", place.common / "config.worktree", place.git_dir / "config.worktree")
    told = [setting for file in dict.fromkeys(files) for setting in file_settings(file)]
    if wrong := refused(told, place):
        raise UnusableInput("store.strange-settings", path=place.root, settings=", ".join(wrong))
    if place.alternates.exists():
        raise UnusableInput("store.strange-alternates", path=place.root, file=place.alternates)
    try:
        # without --git-dir git looks for itself, and refuses what belongs to somebody else (safe.directory)
        run_git(place.root, [*options(), "rev-parse", "--git-dir"], env={"GIT_CEILING_DIRECTORIES": ""})
    except GitFailed as failure:
        if "dubious ownership" in str(failure):
            raise UnusableInput("store.not-yours", path=place.root) from None
        raise
    return told
