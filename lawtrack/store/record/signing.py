"""Signatures: written where the user signs, checked where the workspace says who may (ssh keys, git-commit(1)).

Whether comes from git's settings; with which key, and which program makes the signature, only from the user's own: those
of a repository may name a key by its words (ssh-…), never a file or a program.

Who may sign stands in the file `allowed_signers` at the root of the workspace
(ssh-keygen(1), "ALLOWED SIGNERS"): where it is there, signing is the rule.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.store.git.repository import file_settings, user_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.drafts import Author
    from lawtrack.store.git.repository import Repository

ALLOWED: Final = "allowed_signers"
"""The file that says whose signatures count."""
GOOD: Final = frozenset("GU")
"""What git says of a signature that is right (git-log(1), %G?)."""


def signing(repository: Repository, committer: Author) -> dict[str, str]:
    """The settings by which a commit of `committer` is signed, {} where nobody signs."""
    own = {name.lower(): value for name, value in file_settings(repository.place.common / "config")}
    if committer.email.endswith(".invalid") or own.get("commit.gpgsign", "").lower() in {
        "false",
        "no",
        "off",
        "0",
    }:
        return {}
    users = {name.lower(): value for name, value in user_settings(repository.root)}
    told = {**users, **{name: own[name] for name in own if name in _FROM_HERE}}
    if own.get("user.signingkey", "").startswith(_LITERAL):
        told["user.signingkey"] = own["user.signingkey"]
    if told.get("commit.gpgsign", "").lower() not in {"true", "yes", "on", "1"}:
        return {}
    key = told.get("user.signingkey", "")
    if told.get("gpg.format", "openpgp") == "ssh":
        literal = key.startswith(_LITERAL)
        if not key or not (literal or Path(key).expanduser().is_file()):
            return {}
        return {
            "gpg.format": "ssh",
            "user.signingkey": key,
            "gpg.ssh.program": users.get("gpg.ssh.program", "ssh-keygen"),
        }
    if users.get("commit.gpgsign", "").lower() not in {"true", "yes", "on", "1"}:
        return {}
    return {"gpg.format": "openpgp", "gpg.program": users.get("gpg.program", "gpg")}


_FROM_HERE: Final = frozenset({"commit.gpgsign", "gpg.format"})
_LITERAL: Final = ("key::", "ssh-")
"""A key that is written out, not the name of a file."""


def unsigned(repository: Repository, commits: Sequence[str], allowed: bytes) -> list[str]:
    """Those of `commits` that no signer in `allowed`, the content of the file, has signed."""
    if not commits:
        return []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, ALLOWED)
        file.write_bytes(allowed)
        settings = {"gpg.ssh.allowedSignersFile": str(file), "gpg.ssh.program": "ssh-keygen"}
        told = repository.run(
            "log", "--no-walk=unsorted", "--format=%H %G?", "--stdin",
            given="\n".join(commits).encode(), settings=settings,
        ).decode("ascii", "replace")  # fmt: skip
    verdicts = dict(line.split(" ", 1) for line in told.splitlines() if " " in line)
    return [sha for sha in commits if verdicts.get(sha, "N") not in GOOD]
