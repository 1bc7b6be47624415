"""Signatures: written where the user signs, checked where the workspace says who may (ssh keys, git-commit(1)).

Whether comes from git's settings; with which key, and which program makes the signature, only from the user's own: those
of a repository may name a key by its words (ssh-…), never a file or a program.

Who may sign stands in the file `allowed_signers` at the root of the workspace
(ssh-keygen(1), "ALLOWED SIGNERS"): where it is there, signing is the rule, each save with a key of who saved it.
"""

from __future__ import annotations

import re
import tempfile
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from lawtrack.store.git.process import file_settings, user_settings

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from lawtrack.drafts import Author, Commit
    from lawtrack.store.git.repository import Repository

ALLOWED: Final = "allowed_signers"
"""The file that says whose signatures count."""


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


Why = Literal["none", "bad", "stranger"]
"""What is wrong with a signature: there is none, it does not fit the record, its key is not that of who saved."""


def unsigned(
    repository: Repository, commits: Sequence[Commit], records: Container[str]
) -> Iterator[tuple[Commit, Why]]:
    """Those of `commits`, each behind its parents, that had to be signed by who saved them and are not.

    The rule for each is the list as it was before it, so who is put on the list later vouches for nothing earlier, who is
    taken off it later keeps what he signed, and nobody puts himself there. The commit with which a list begins is held
    against that list. `records` are saves of lawtrack; others have to be signed where they change the list.
    """
    rules: dict[str, str] = {}
    groups: dict[tuple[str, str], list[Commit]] = {}
    for commit in commits:
        before = next((rules[sha] for sha in commit.parents[:1] if sha in rules), "")
        changed = dict(commit.changes).get(ALLOWED)
        rules[commit.sha] = before if changed is None else changed
        rule = before or rules[commit.sha]
        if rule and (commit.sha in records or changed is not None):
            mail = (commit.committer or commit.author).email
            groups.setdefault((rule, mail), []).append(commit)
    wrong: dict[str, Why] = {}
    for (rule, mail), several in groups.items():
        wrong.update(
            _judged(repository, [one.sha for one in several], _of(mail, repository.blobs([rule])[0]))
        )
    yield from ((commit, wrong[commit.sha]) for commit in commits if commit.sha in wrong)


def _judged(repository: Repository, commits: Sequence[str], allowed: bytes) -> dict[str, Why]:
    """What is wrong with the signatures of `commits`, where only the keys of `allowed` count."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, ALLOWED)
        file.write_bytes(allowed)
        settings = {"gpg.ssh.allowedSignersFile": str(file), "gpg.ssh.program": "ssh-keygen"}
        told = repository.run(
            "log", "--no-walk=unsorted", "--format=%H %G? %GF", "--stdin",
            given="\n".join(commits).encode(), settings=settings,
        ).decode("ascii", "replace")  # fmt: skip
    verdicts = {sha: rest for sha, _, rest in (line.partition(" ") for line in told.splitlines())}
    return {sha: why for sha in commits if (why := _wrong(verdicts.get(sha, "N")))}


def _wrong(verdict: str) -> Why | None:
    """What git's verdict (git-log(1), %G?) means here: U is a right signature with a key that is not on the list.

    >>> _wrong("G SHA256:8d4g"), _wrong("U SHA256:8d4g"), _wrong("N "), _wrong("B SHA256:8d4g")
    (None, 'stranger', 'none', 'bad')
    """
    kind, _, key = verdict.partition(" ")
    if kind == "G" and key.startswith("SHA256:"):  # so git names ssh keys only
        return None
    return "none" if kind == "N" else "bad" if kind == "B" else "stranger"


def _of(mail: str, allowed: bytes | None) -> bytes:
    r"""The lines of a list of signers that are about the person of that address (ssh-keygen(1), ALLOWED SIGNERS).

    >>> _of("wang@example.cn", b"wang@example.cn ssh-ed25519 A\nli@example.cn ssh-ed25519 B\n")
    b'wang@example.cn ssh-ed25519 A'
    """
    lines = (allowed or b"").decode("utf-8", "replace").splitlines()
    return "\n".join(line for line in lines if _is_about(line, mail.lower())).encode("utf-8")


def _is_about(line: str, mail: str) -> bool:
    """Do the principals at the beginning of a line, patterns with * and ?, mean that address?"""
    quoted = re.match(r'"([^"]*)"\s|(\S+)\s', line.strip())
    if quoted is None or line.lstrip().startswith("#"):
        return False
    patterns = (quoted[1] or quoted[2] or "").lower().split(",")
    named = {one for one in patterns if fnmatchcase(mail, one.lstrip("!").replace("[", "[[]"))}
    return bool(named) and not any(one.startswith("!") for one in named)
