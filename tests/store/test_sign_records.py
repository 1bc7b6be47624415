"""Signatures made with real ssh keys: whose they are, what they vouch for, and what `verify` says of each other one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lawtrack.messages import use_language
from lawtrack.store import Author
from lawtrack.store.record.signing import ALLOWED, _of
from tests.texts import DRAFTER, FIRST, SECOND

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="no ssh-keygen")

LI = Author("李小红", "li@example.cn")
STRANGER = Author("陌生人", "nobody@example.com")
THIRD = SECOND.replace("控制吸烟工作", "控制吸烟的宣传工作")


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    """Three real keys: the drafter's, a colleague's, a stranger's."""
    folder = tmp_path_factory.mktemp("keys")
    for who in (DRAFTER, LI, STRANGER):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / who.email)]
        subprocess.run(command, check=True)
    return {who: folder / f"{who.email}.pub" for who in (DRAFTER, LI, STRANGER)}


@pytest.fixture
def at_work(keys):
    """Who is at work from now on, and with whose key (None: without a signature)."""

    def now(who: Author, key: Author | None) -> None:
        told = f"[user]\n\tname = {who.name}\n\temail = {who.email}\n"
        if key:
            told += f"\tsigningKey = {keys[key]}\n[commit]\n\tgpgSign = true\n[gpg]\n\tformat = ssh\n"
        Path(os.environ["GIT_CONFIG_GLOBAL"]).write_text(told, encoding="utf-8")

    return now


def line(keys: dict[Author, Path], who: Author, options: str = "", key: Author | None = None) -> str:
    return f"{who.email} {options}{keys[key or who].read_text('utf-8').strip()}\n"


@pytest.fixture
def ruled(workspace, keys, at_work):
    """A workspace in which two people have to sign, begun by the first."""
    at_work(DRAFTER, DRAFTER)
    words = f"# 可以签名的人\n{line(keys, DRAFTER)}{line(keys, LI)}"
    workspace.commit_files({ALLOWED: words.encode()}, "签名\n")
    workspace.import_version("smoke-ban", FIRST, stage="first-reading", date="2020-08-01")
    assert workspace.verify() == ()
    return workspace


def told(workspace) -> list[tuple[str, str]]:
    """The codes of what is found, and why a signature does not count."""
    with use_language("en"):
        found = [(one.code, one.message) for one in workspace.verify()]
    whys = ("no signature", "does not fit", "not listed")
    return [(code, next((why for why in whys if why in message), "")) for code, message in found]


def save(workspace, text: str = SECOND, day: str = "2020-08-02", **signed: Author) -> str:
    return workspace.import_version("smoke-ban", text, stage="second-reading", date=day, **signed).sha


def test_each_signs_with_his_own_key(ruled, at_work, git):
    at_work(LI, LI)
    save(ruled, author=DRAFTER)
    assert "-----BEGIN SSH SIGNATURE-----" in git("cat-file", "commit", "HEAD")
    assert git("log", "-1", "--format=%an|%cn").strip() == "王小明|李小红"
    assert told(ruled) == []


@pytest.mark.parametrize(
    ("who", "key", "why"),
    [
        (DRAFTER, None, "no signature"),
        (STRANGER, None, "no signature"),
        (STRANGER, STRANGER, "not listed"),
        (DRAFTER, STRANGER, "not listed"),
        (DRAFTER, LI, "not listed"),
    ],
    ids=["unsigned", "a stranger unsigned", "a stranger", "a key nobody knows", "the key of a colleague"],
)
def test_what_is_not_signed_by_who_saved_it_is_named(ruled, at_work, who, key, why):
    at_work(who, key)
    save(ruled)
    at_work(DRAFTER, DRAFTER)
    save(ruled, THIRD, "2020-08-03")
    assert told(ruled) == [("unsigned", why)], "the record after it is signed"


def test_a_record_changed_under_its_signature_is_named(ruled, git):
    save(ruled)
    commit = git("cat-file", "commit", "HEAD").replace("second-reading", "third-reading")
    file = ruled.root.parent / "forged"
    file.write_text(commit, "utf-8", newline="\n")
    git("update-ref", "HEAD", git("hash-object", "-w", "-t", "commit", str(file)).strip())
    assert ("unsigned", "does not fit") in told(ruled)


def listed(workspace, words: str) -> str:
    """The list with other words, saved by lawtrack."""
    return workspace.commit_files({ALLOWED: words.encode()}, "名单\n")


def by_git(workspace, git: Callable[..., str], words: str) -> str:
    """The list with other words, committed by git alone."""
    (workspace.root / ALLOWED).write_text(words, "utf-8")
    git("commit", "-qam", "list", "-S")
    return git("rev-parse", "HEAD").strip()


@pytest.mark.parametrize("plain", [False, True], ids=["by lawtrack", "by git"])
def test_nobody_puts_himself_on_the_list(ruled, keys, at_work, git, plain):
    at_work(STRANGER, STRANGER)
    words = f"{line(keys, DRAFTER)}{line(keys, STRANGER)}"
    by_git(ruled, git, words) if plain else listed(ruled, words)
    save(ruled)
    assert told(ruled) == [("unsigned", "not listed")], "the commit that changed the list"


def test_nobody_ends_the_rule_by_taking_the_list_away(ruled, at_work, git):
    at_work(STRANGER, None)
    git("rm", "-q", ALLOWED)
    git("commit", "-qm", "tidy")
    assert told(ruled) == [("unsigned", "no signature")]


def test_who_leaves_keeps_what_he_signed_and_signs_no_more(ruled, keys, at_work):
    at_work(LI, LI)
    save(ruled)
    at_work(DRAFTER, DRAFTER)
    listed(ruled, line(keys, DRAFTER))
    assert told(ruled) == []
    at_work(LI, LI)
    save(ruled, THIRD, "2020-08-03")
    assert told(ruled) == [("unsigned", "not listed")]


def test_who_comes_signs_from_then_on(ruled, keys, at_work):
    at_work(STRANGER, STRANGER)
    save(ruled)
    at_work(DRAFTER, DRAFTER)
    listed(ruled, f"{line(keys, DRAFTER)}{line(keys, STRANGER)}")
    at_work(STRANGER, STRANGER)
    save(ruled, THIRD, "2020-08-03")
    assert told(ruled) == [("unsigned", "not listed")], "only what was saved before"


@pytest.mark.parametrize(
    ("options", "wrong"),
    [('namespaces="git" ', []), ('valid-before="20200101" ', [("unsigned", "not listed")]),
     ('namespaces="file" ', [("unsigned", "does not fit")])],
)  # fmt: skip
def test_the_options_of_a_line_hold(ruled, keys, at_work, options, wrong):
    listed(ruled, line(keys, DRAFTER) + line(keys, LI, options))
    at_work(LI, LI)
    save(ruled)
    assert told(ruled) == wrong


@pytest.mark.parametrize(
    ("principals", "meant"),
    [("li@example.cn,wang@example.cn", True), ("*@example.cn", True), ('"x@example.cn,l?@example.cn"', True),
     ("*@example.cn,!li@example.cn", False), ("!li@example.cn", False), ("l@example.cn", False),
     ("[l]i@example.cn", False), ("LI@Example.cn", True), ("#li@example.cn", False)],
)  # fmt: skip
def test_a_line_may_name_several_people(principals, meant):
    assert bool(_of("li@example.cn", f"\n{principals} ssh-ed25519 A\n".encode())) == meant


def test_one_key_of_several_people_is_known_for_each(ruled, keys, at_work):
    listed(ruled, line(keys, DRAFTER) + line(keys, LI, key=DRAFTER))
    at_work(LI, DRAFTER)
    save(ruled)
    assert told(ruled) == []


def test_without_a_list_nobody_has_to_sign(workspace, at_work):
    at_work(DRAFTER, STRANGER)
    save(workspace)
    assert workspace.verify() == ()
