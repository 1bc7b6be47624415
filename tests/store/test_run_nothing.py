"""A repository from elsewhere runs nothing and reads nothing, however its settings are laid."""

from __future__ import annotations

import ctypes
import os
import shutil
import struct
import subprocess
from contextlib import chdir, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lawtrack.cli import main
from lawtrack.errors import LawtrackError, UnusableInput
from lawtrack.store import Workspace
from lawtrack.store.git.environment import GitPlace
from lawtrack.store.git.repository import Repository
from lawtrack.store.team.looking import standing
from tests.texts import DRAFTER, FIRST, SECOND

if TYPE_CHECKING:
    from collections.abc import Callable

THIRD = SECOND.replace("控制吸烟工作", "控制吸烟的宣传工作")

COMMANDS = (
    "core.sshCommand", "core.fsmonitor", "core.pager", "core.editor", "core.askPass", "core.gitProxy",
    "core.alternateRefsCommand", "credential.helper", "credential.https://example.org.helper", "diff.external",
    "diff.lawtrack.textconv", "diff.lawtrack.command", "merge.lawtrack.driver", "filter.x.clean", "filter.x.smudge",
    "filter.x.process", "gpg.program", "gpg.ssh.program", "gpg.ssh.defaultKeyCommand", "sequence.editor",
    "remote.origin.uploadpack", "remote.origin.receivepack", "remote.origin.vcs", "alias.rev-parse", "alias.log",
    "uploadpack.packObjectsHook", "trailer.x.command", "trailer.x.cmd", "interactive.diffFilter", "mergetool.x.cmd",
)  # fmt: skip
"""Settings that name a program."""
HOOKS = (
    "pre-commit", "post-commit", "commit-msg", "reference-transaction", "post-index-change", "pre-auto-gc",
    "post-checkout", "pre-push", "fsmonitor-watchman", "sendemail-validate", "post-rewrite", "prepare-commit-msg",
)  # fmt: skip


@pytest.fixture
def trapped(workspace, save, git, tmp_path):
    """A workspace in which whatever can name a program names one that leaves a mark."""
    save()
    mark, script = tmp_path / "ran", tmp_path / "trap.sh"
    script.write_text(f'#!/bin/sh\necho "$0 $@" >> {mark}\nexit 1\n', encoding="utf-8")
    script.chmod(0o755)
    for name in COMMANDS:
        git("config", name, str(script))
    for name in (
        "commit.gpgSign",
        "push.gpgSign",
        "log.showSignature",
        "remote.origin.promisor",
        "core.commitGraph",
    ):
        git("config", name, "true")
    git("config", "remote.origin.url", "ssh://nobody@example.invalid/x.git")
    git("config", "remote.origin.partialCloneFilter", "blob:none")
    git("config", "core.attributesFile", str(tmp_path / "attributes"))
    (workspace.root / ".git/info/attributes").parent.mkdir(exist_ok=True)
    (workspace.root / ".git/info/attributes").write_text("* filter=x diff=x merge=x\n", encoding="utf-8")
    hooks = tmp_path / "hooks"
    for folder in (hooks, workspace.root / ".git/hooks"):
        folder.mkdir(exist_ok=True)
        for name in HOOKS:
            (folder / name).symlink_to(script)
    git("config", "core.hooksPath", str(hooks))
    git("config", "core.repositoryFormatVersion", "1")
    git("config", "extensions.partialClone", "origin")
    mark.unlink(missing_ok=True)
    return workspace.root, mark


def missing_object(root: Path) -> None:
    """One text of the past that is not there."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    told = subprocess.run(
        ["git", "-c", "extensions.partialClone=", "rev-parse", "HEAD~1:drafts/smoke-ban/text.md"],
        cwd=root, env=env, capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    (root / ".git/objects" / told[:2] / told[2:]).unlink()


def test_every_verb_on_a_trapped_repository_runs_nothing(trapped):
    root, mark = trapped
    workspace = Workspace.open(root)
    workspace.save("smoke-ban", SECOND, stage="passed", date="2020-08-28", author=DRAFTER)
    missing_object(root)
    for verb in (
        workspace.verify,
        workspace.versions,
        lambda: workspace.blame("smoke-ban"),
        lambda: workspace.text("smoke-ban@2020-07-30"),
        lambda: workspace.opinions("smoke-ban").follow(),
        lambda: workspace.merge("smoke-ban", "first-reading", "passed"),
        lambda: workspace.import_version("smoke-ban", FIRST, stage="filed", date="2021", author=DRAFTER),
    ):
        with suppress(LawtrackError):  # what is missing is said, and fetched from nowhere
            verb()
    assert not mark.exists(), mark.read_text("utf-8")


FILES = (
    "mailmap.file", "core.attributesFile", "core.excludesFile", "gpg.ssh.allowedSignersFile", "gpg.ssh.revocationFile",
    "receive.fsck.skipList", "fetch.fsck.skipList", "commit.template", "blame.ignoreRevsFile",
    "http.cookieFile", "http.sslCAInfo", "format.signatureFile", "sendemail.smtpEncryption", "core.gitProxy",
)  # fmt: skip
"""Settings that name a file."""
BORROWING = (
    "include.path",
    "includeIf.gitdir:/.path",
    "includeIf.onbranch:main.path",
    "core.worktree",
    "fsck.skipList",
)
"""Settings that no other can override: they are refused."""


@pytest.fixture
def watched(tmp_path):
    """A folder outside every repository, and a question: which of its files were opened since?"""
    inotify_init = getattr(ctypes.CDLL(None), "inotify_init1", None)
    if inotify_init is None:
        pytest.skip("only Linux tells which files were opened")
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    handle = inotify_init(os.O_NONBLOCK)
    assert ctypes.CDLL(None).inotify_add_watch(handle, bytes(folder), IN_OPEN) >= 0
    yield folder, lambda: _opened(handle)
    os.close(handle)


IN_OPEN = 0x20


def _opened(handle: int) -> set[str]:
    """The names in the events that wait (inotify(7)), without the folder's own."""
    names = set()
    with suppress(BlockingIOError):
        while told := os.read(handle, 65536):
            while told:
                length = struct.unpack_from("iIII", told)[3]
                names.add(told[16 : 16 + length].rstrip(b"\0").decode())
                told = told[16 + length :]
    return names - {""}


@pytest.fixture
def every_trap(workspace, save, git, watched):
    """A workspace of three versions in which each setting, hook, attribute, link and module leads elsewhere."""
    elsewhere, opened = watched
    save()
    save(SECOND, stage="second-reading", date="2020-08-10")
    workspace.import_version("parking", FIRST, stage="drafting", date="2020-08-12", author=DRAFTER)
    root, lost = workspace.root, git("rev-parse", "HEAD~1:drafts/smoke-ban/text.md").strip()
    (elsewhere / "program").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (elsewhere / "program").chmod(0o755)
    (elsewhere / "settings").write_text("[user]\n\tname = 别人\n", encoding="utf-8")
    (root / ".gitattributes").write_text(
        "* text filter=x diff=x merge=x\ndrafts/**/text.md filter=lawtrack diff=lawtrack merge=lawtrack\n",
        encoding="utf-8",
    )
    (root / ".gitmodules").write_text(
        f'[submodule "m"]\n\tpath = m\n\turl = {elsewhere}\n\tupdate = checkout\n',
        encoding="utf-8",
    )
    (root / "m").symlink_to(elsewhere)
    git("add", ".gitattributes", ".gitmodules")
    git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},module")
    git("commit", "-qm", "模块")
    git("replace", lost, git("rev-parse", "HEAD:drafts/parking/text.md").strip())
    for file in root.rglob("text.md"):  # younger than the index: git looks into them whenever it writes one
        os.utime(file, (4_000_000_000, 4_000_000_000))
    git("update-index", "-q", "--refresh")
    (root / ".git/info").mkdir(exist_ok=True)
    (root / ".git/info/attributes").write_text("* filter=x diff=x merge=x\n", encoding="utf-8")
    (root / ".git/info/grafts").write_text(git("rev-parse", "HEAD"), encoding="utf-8")
    (root / ".git/hooks").mkdir(exist_ok=True)
    for name in HOOKS:
        (root / ".git/hooks" / name).symlink_to(elsewhere / "program")
        (elsewhere / name).symlink_to("program")
    settings = dict.fromkeys(COMMANDS, str(elsewhere / "program"))
    settings |= dict.fromkeys(FILES, str(elsewhere / "settings"))
    settings |= {
        "diff.x.textconv": str(elsewhere / "program"),
        "filter.lawtrack.clean": str(elsewhere / "program"),
        "filter.lawtrack.smudge": str(elsewhere / "program"),
        "merge.x.driver": f"{elsewhere}/program %A",
        "submodule.m.update": f"!{elsewhere}/program",
        "submodule.m.url": f"ext::{elsewhere}/program",
        "submodule.recurse": "true",
        "protocol.ext.allow": "always",
        "core.hooksPath": str(elsewhere),
        "commit.gpgSign": "true",
        "log.showSignature": "true",
        "gpg.format": "ssh",
        "user.signingKey": str(elsewhere / "settings"),
        "remote.origin.url": f"ext::{elsewhere}/program",
        "remote.origin.promisor": "true",
        "remote.origin.partialCloneFilter": "blob:none",
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
    }
    config = root / ".git/config"
    for name, value in settings.items():
        git("config", "--file", str(config), name, value)
    opened()
    return root, elsewhere, opened, root / ".git/objects" / lost[:2] / lost[2:]


def test_a_repository_with_every_trap_runs_nothing_and_reads_nothing_elsewhere(every_trap):
    root, elsewhere, opened, lost = every_trap
    config, laid = root / ".git/config", (root / ".git/config").read_text("utf-8")
    for name in BORROWING:
        section, _, key = name.rpartition(".")
        head, _, sub = section.partition(".")
        config.write_text(
            f"{laid}\n[{head}{f' {chr(34)}{sub}{chr(34)}' if sub else ''}]\n\t{key} = {elsewhere}/settings\n",
            encoding="utf-8",
        )
        with pytest.raises(UnusableInput):
            Workspace.open(root)
    config.write_text(laid, encoding="utf-8")
    for file, told in (
        (root / ".git/objects/info/alternates", f"{elsewhere}\n"),
        (root / ".git/commondir", f"{elsewhere}\n"),
    ):
        file.write_text(told, encoding="utf-8")
        with pytest.raises(UnusableInput):
            Workspace.open(root)
        file.unlink()
    workspace = Workspace.open(root)
    assert opened() == set(), "opening it"
    text = root / "drafts/parking/text.md"
    for turn, harm in enumerate((lambda: None, lost.unlink, lambda: _link(text, elsewhere / "settings"))):
        harm()
        came = [_said(verb, opened) for verb in _verbs(workspace, turn)]
        # what has no network, and a text that is linked out of the workspace
        assert turn or came.count("done") >= len(came) - 3, came


def _link(file: Path, to: Path) -> None:
    file.unlink()
    file.symlink_to(to)


def _said(verb: Callable[[], object], opened: Callable[[], set[str]]) -> str:
    """What came of a verb; that it opened nothing elsewhere."""
    try:
        verb()
        told = "done"
    except LawtrackError as error:  # what is missing is said, and fetched from nowhere
        told = f"{error.code} {error}"
    assert opened() == set(), (verb, told)
    return told


def _verbs(workspace: Workspace, turn: int) -> list[Callable[[], object]]:
    text = THIRD.replace("宣传", f"宣传{turn}")
    return [
        workspace.verify,
        workspace.seal,
        workspace.versions,
        workspace.drafts,
        lambda: workspace.blame("smoke-ban"),
        lambda: workspace.text("smoke-ban@2020-07-30"),
        lambda: workspace.working_text("parking"),
        lambda: workspace.save("parking", stage="passed", date="2021", author=DRAFTER),
        lambda: workspace.opinions("smoke-ban").follow(),
        lambda: workspace.opinions("smoke-ban").new("建议保留。", clause="第一条"),
        lambda: workspace.merge("smoke-ban", "first-reading", "second-reading"),
        lambda: workspace.import_version("smoke-ban", text, stage="filed", date="2021", author=DRAFTER),
        lambda: workspace.restore("smoke-ban@second-reading", author=DRAFTER),
        lambda: workspace.rounds("smoke-ban").open(f"round{turn}", "如何？", author=DRAFTER),
        lambda: workspace.asides().all(),
        lambda: standing(workspace.repository, look=True),
        lambda: workspace.sync(author=DRAFTER),
    ]


@pytest.mark.parametrize("name", ["include.path", "includeIf.gitdir:/.path", "core.worktree"])
def test_settings_that_lead_to_other_files_are_refused(workspace, git, tmp_path, name):
    (tmp_path / "other").write_text("[user]\n\tname = 别人\n", encoding="utf-8")
    git("config", name, str(tmp_path / "other"))
    with pytest.raises(UnusableInput, match=r"(?i)include|worktree"):
        Workspace.open(workspace.root)


def test_objects_borrowed_from_elsewhere_are_refused(workspace, git, tmp_path):
    git("clone", "-q", "--shared", str(workspace.root), str(tmp_path / "shared"))
    with pytest.raises(UnusableInput, match="alternates"):
        Workspace.open(tmp_path / "shared")


def test_what_replaces_an_object_is_not_followed(workspace, save, git):
    first = save()
    text = workspace.text(first)
    other = _blob(git, workspace, "别的内容")
    git("replace", git("rev-parse", "HEAD:drafts/smoke-ban/text.md").strip(), other)
    assert workspace.text(first) == text


def _blob(git, workspace, words: str) -> str:
    file = workspace.root.parent / "words"
    file.write_text(words, encoding="utf-8")
    return git("hash-object", "-w", str(file)).strip()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows asks otherwise whose a folder is")
def test_a_repository_of_somebody_else_is_opened_when_git_would(workspace, monkeypatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(UnusableInput, match=r"safe\.directory"):
        Workspace.open(workspace.root)
    settings = Path(os.environ["GIT_CONFIG_GLOBAL"])
    settings.write_text(f'[safe]\n\tdirectory = "{workspace.root}"\n', encoding="utf-8")
    assert Workspace.open(workspace.root).slugs() == ()


def test_a_linked_working_tree_is_the_same_repository(workspace, save, git, tmp_path):
    version = save()
    git("worktree", "add", "-q", str(tmp_path / "linked"))
    linked = Workspace.open(tmp_path / "linked")
    assert linked.versions() == (version,)
    place = GitPlace.at(linked.root)
    assert place.common == (workspace.root / ".git").resolve()
    assert Repository.find(tmp_path / "linked") == linked.repository
    linked.import_version("smoke-ban", SECOND, stage="passed", date="2021", author=DRAFTER)
    assert len(linked.versions()) == 2
    assert len(workspace.versions()) == 1


LINKED = ("config", "index", "packed-refs", "shallow", "HEAD", "lawtrack.lock", "lawtrack-index", "info/attributes",
          "objects/ab", "objects/pack", "objects/info", "refs/heads/main", "refs/heads/round", "logs/HEAD", "refs")  # fmt: skip
"""What git, or we, look for in git's own folder by name."""


@pytest.mark.skipif(os.name == "nt", reason="Windows needs a privilege to make links")
@pytest.mark.parametrize("name", LINKED)
def test_a_link_in_gits_own_folder_that_leads_elsewhere_is_refused(workspace, watched, name):
    elsewhere, opened = watched
    target = elsewhere / "there"
    if name.startswith("objects") or name in {"refs", "refs/heads/round"}:
        target.mkdir()
    else:
        target.write_text("1" * 40 + "\n", encoding="utf-8")
    link = workspace.root / ".git" / name
    link.parent.mkdir(exist_ok=True, parents=True)
    if link.exists():
        link.rename(workspace.root / "moved")
    link.symlink_to(target)
    opened()
    with pytest.raises(UnusableInput, match="链接"):
        Workspace.open(workspace.root)
    assert opened() == set()


@pytest.mark.skipif(os.name == "nt", reason="Windows needs a privilege to make links")
def test_links_inside_gits_own_folder_and_a_linked_folder_are_opened(workspace, save, tmp_path):
    """As `HEAD` was a link once, and as people keep git's folder on another disk."""
    save()
    root = workspace.root
    (root / ".git/HEAD").unlink()
    (root / ".git/HEAD").symlink_to("refs/heads/main")
    assert Workspace.open(root).text("smoke-ban")
    (root / ".git").rename(tmp_path / "elsewhere.git")
    (root / ".git").symlink_to(tmp_path / "elsewhere.git")
    assert Workspace.open(root).text("smoke-ban")


@pytest.mark.skipif(os.name == "nt", reason="Windows needs a privilege to make links")
@pytest.mark.parametrize("path", ["plans/2020.yaml", "plans", "drafts/smoke-ban/text.md", "drafts/smoke-ban"])
def test_a_linked_file_of_the_workspace_is_neither_read_nor_written(workspace, save, watched, path, capsys):
    elsewhere, opened = watched
    save()
    workspace.commit_files({"plans/2020.yaml": b"year: 2020\n"}, "plan\n", author=DRAFTER)
    file = workspace.root / path
    if file.is_dir():
        shutil.move(file, elsewhere / "there")
        file.symlink_to(elsewhere / "there")
    else:
        (elsewhere / "secret").write_text("year: 2020\ntitle: 秘密\n", encoding="utf-8")
        file.unlink()
        file.symlink_to(elsewhere / "secret")
    before = {one: one.read_bytes() for one in elsewhere.rglob("*") if one.is_file()}
    opened()
    if path.startswith("plans"):
        with chdir(workspace.root):
            assert main(["plan", "status", "--year", "2020"]) == 2
        assert "链接" in capsys.readouterr().err
        with pytest.raises(LawtrackError):
            workspace.commit_files({"plans/2020.yaml": b"year: 2021\n"}, "plan\n", author=DRAFTER)
    else:
        with pytest.raises(LawtrackError):
            workspace.working_text("smoke-ban")
        with pytest.raises(LawtrackError):
            save(SECOND, stage="passed", date="2021")
    assert opened() == set()
    assert {one: one.read_bytes() for one in elsewhere.rglob("*") if one.is_file()} == before
