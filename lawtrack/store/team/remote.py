"""The meeting point: a git server, or a bare repository in a shared folder.

Every command that goes out runs in an empty bare repository of its own that borrows our objects. So nothing in the
configuration of the workspace decides what runs or whom it asks; the user's own settings (ssh, proxy, passwords) hold.
"""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.errors import Conflict, LawtrackError, NotFound, UnusableInput
from lawtrack.store.git.environment import NETWORK, network
from lawtrack.store.git.process import ask_git, file_settings
from lawtrack.store.git.turns import configured

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lawtrack.store.git.repository import Repository

REMOTE: Final = "origin"
SHARED: Final = ("refs/heads/main", "refs/heads/round/")
"""What is shared: the main line and the rounds of review."""
APPEND_ONLY: Final = {
    "receive.denyNonFastForwards": "true",
    "receive.denyDeletes": "true",
    "receive.fsckObjects": "true",
    "core.sharedRepository": "group",
}
"""Settings of a meeting point: history there only grows."""
_PLAIN: Final = re.compile(
    r"(?:https?|ssh|file)://[^\s]+|[\w.-]+@[\w.-]+:[^\s]+|[^:\s-][^\n]*|[A-Za-z]:[\\/][^\n]*"
)

WORDS: Final = (
    ("team.remote-unsafe", ("dubious ownership",)),
    (
        "team.remote-no-right",
        (
            "permission denied", "error: 403", "http 403", "error: 401", "http 401", "authentication failed",
            "could not read user", "could not read pass",
            "publickey", "access denied", "read-only file system", "unable to create temporary",
            "insufficient permission", "not allowed to push",
        ),
    ),
    (
        "team.remote-no-network",
        (
            "could not resolve", "connection refused", "timed out", "network is unreachable", "no route to host",
            "failed to connect", "connection reset", "couldn't connect", "connection closed", "early eof", "host key",
        ),
    ),
    (
        "team.remote-not-there",
        ("does not appear to be a git repository", "not found", "no such file", "does not exist", "error: 404", "http 404"),
    ),
    (
        "team.remote-locked",
        ("unable to lock", "cannot lock ref", ".lock", "failed to update ref", "failed to lock", "already exists"),
    ),
    ("team.remote-rejected", ("remote rejected", "hook declined", "denying", "protected branch", "pre-receive")),
)  # fmt: skip
"""What git says when it cannot reach, read or change the meeting point, and what that is in words."""


OVERTAKEN: Final = (
    "non-fast-forward", "fetch first", "stale info", "cannot lock ref", "failed to update ref", "unable to lock",
    "failed to lock", "incorrect old value", "already exists", "atomic transaction failed", "atomic push failed",
)  # fmt: skip
"""What git says when somebody pushed first, or is pushing at this moment."""


class Faster(LawtrackError):
    """Somebody pushed meanwhile, or is pushing at this moment: fetch again."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting point at `url`, spoken to from the bare repository `place`."""

    repository: Repository
    url: str
    place: Path

    def fetch(self) -> dict[str, str]:
        """The branches that are shared there, by full name; their commits are here afterwards."""
        status, told, words = self._git("ls-remote", self.url)
        if status:
            raise failure(words, self.url)
        pairs = [line.split("\t") for line in told.splitlines() if "\t" in line]
        shared = {name: sha for sha, name in pairs if name.startswith(SHARED)}
        if shared:
            self._have()
            specs = [f"+{name}:refs/there/{name}" for name in shared]
            status, _, words = self._git(
                "fetch", "--no-tags", "--no-write-fetch-head", *self._program("upload"), self.url, *specs
            )
            if status:
                raise failure(words, self.url)
            listed = self._git("for-each-ref", "--format=%(refname) %(objectname)", "refs/there")[1]
            shared = {
                name.removeprefix("refs/there/"): sha
                for name, sha in (line.split() for line in listed.splitlines())
            }
        return shared

    def push(self, branches: Mapping[str, str]) -> None:
        """Move branches there forward to these commits. Raises Faster where they have moved meanwhile."""
        specs = [f"{sha}:{name}" for name, sha in branches.items()]
        status, told, words = self._git(
            "push", "--porcelain", "--atomic", *self._program("receive"), self.url, *specs
        )
        if status == 0:
            return
        said = f"{told}\n{words}"
        if any(word in said.lower() for word in OVERTAKEN) and not any(
            word in said for word in ("declined", "denying")
        ):
            raise Faster("team.remote-faster", words=said)
        raise failure(said, self.url)

    def _have(self) -> None:
        """Tell git what is here already, so that only what is new comes."""
        head = self.repository.head()
        if head:
            self._git("update-ref", "refs/here/head", head)

    def _program(self, verb: str) -> list[str]:
        """In a folder the program there runs here: without the hooks that lie there."""
        if Path(self.url).is_absolute():
            return [f"--{verb}-pack=git -c core.hooksPath={os.devnull} {verb}-pack"]
        return [f"--{verb}-pack=git-{verb}-pack"]

    def _git(self, *arguments: str) -> tuple[int, str, str]:
        env = network(self.place, self.repository.place.common / "objects")
        return ask_git(self.place, [*NETWORK, *arguments], env)


@contextmanager
def meeting(repository: Repository, url: str = "") -> Iterator[Meeting]:
    """The meeting point of the workspace, or the one at `url`. Raises NotFound where none is set up."""
    address = url or meeting_url(repository)
    if not address:
        raise NotFound("team.no-meeting")
    with tempfile.TemporaryDirectory(prefix="lawtrack-") as folder:
        place = Path(folder, "out.git")
        status, _, words = ask_git(
            Path(folder), ["init", "--quiet", "--bare", "--template=", str(place)], network(place, None)
        )
        if status:
            raise failure(words, address)
        shallow = repository.place.common / "shallow"
        if shallow.is_file():
            (place / "shallow").write_bytes(shallow.read_bytes())
        yield Meeting(repository, address, place)


def meeting_url(repository: Repository) -> str:
    """Where the workspace meets, "" where nowhere; a folder relative to the workspace as a full path."""
    settings = dict(file_settings(repository.place.common / "config"))
    return _checked(repository, settings.get(f"remote.{REMOTE}.url", ""))


def set_meeting(repository: Repository, url: str) -> str:
    """Remember where the workspace meets, and give the address in full. Raises UnusableInput for what is none."""
    address = _checked(repository, url)
    if not address:
        raise UnusableInput("team.bad-meeting", url=url)
    configured(
        repository,
        {f"remote.{REMOTE}.url": address, f"remote.{REMOTE}.fetch": f"+refs/heads/*:refs/remotes/{REMOTE}/*"},
    )
    return address


def make_meeting_point(folder: Path) -> None:
    """A bare, append-only repository in `folder`, or the settings of one in that which is there.

    Raises Conflict for a folder that holds something else.
    """
    if not (folder / "HEAD").is_file():
        if folder.exists() and any(folder.iterdir()):
            raise Conflict("team.meeting-in-use", path=folder)
        folder.mkdir(parents=True, exist_ok=True)
        ask_git(
            folder,
            ["init", "--quiet", "--bare", "--template=", "--shared=group", str(folder)],
            network(folder, None),
        )
        ask_git(folder, ["symbolic-ref", "HEAD", SHARED[0]], network(folder, None))
    for name, value in APPEND_ONLY.items():
        ask_git(folder, ["config", "--file", str(folder / "config"), name, value], network(folder, None))


def is_folder(url: str) -> bool:
    """Is it a folder, and no address of a server?

    >>> is_folder("/srv/office.git"), is_folder("https://git.example.cn/office.git"), is_folder("git@host:office.git")
    (True, False, False)
    """
    return "://" not in url and not re.match(r"[\w.-]+@[\w.-]+:", url)


def failure(words: str, url: str) -> LawtrackError:
    """What went wrong with the meeting point, in words for people who do not know git; git's own at the end."""
    last = " ".join(line.strip() for line in words.splitlines() if line.strip())[-300:]
    said = words.lower()
    for address in {url, _without_password(url), _without_user(url)}:
        said = said.replace(address.lower(), "")  # a port or a folder may read like one of the phrases
    for code, phrases in WORDS:
        if any(phrase in said for phrase in phrases):
            return Conflict(code, url=_without_password(url), words=last)
    return Conflict("team.remote-failed", url=_without_password(url), words=last)


def _checked(repository: Repository, url: str) -> str:
    """`url` if it is an address of a known kind, a folder as a full path; "" for what could start a program."""
    if not url or url.startswith("-") or not _PLAIN.fullmatch(url) or "::" in url:
        return ""
    if url.startswith("file://"):
        url = url.removeprefix("file://")
    if is_folder(url):
        return str((repository.root / Path(url).expanduser()).resolve())
    return url if re.match(r"(?:https?|ssh)://[^-]|[\w.-]+@[\w.]", url) else ""


def _without_password(url: str) -> str:
    return re.sub(r"(://[^/@:]+):[^/@]+@", r"\1@", url)


def _without_user(url: str) -> str:
    return re.sub(r"://[^/@]+@", "://", url)
