"""A repository from elsewhere runs nothing and reads nothing, however its settings are laid."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from lawtrack.errors import LawtrackError, UnusableInput
from lawtrack.store import Workspace
from lawtrack.store.git.environment import GitPlace
from lawtrack.store.git.repository import Repository
from tests.texts import DRAFTER, FIRST, SECOND

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
