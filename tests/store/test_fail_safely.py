"""Whatever fails, and whenever: the last good state stands, and the new text lies on disk."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from lawtrack.errors import Conflict, MissingTool, NotSaved
from lawtrack.law import parse, render
from lawtrack.store import Workspace
from lawtrack.store.git import saving
from lawtrack.store.git.repository import Repository
from tests.texts import DRAFTER, FIRST, SECOND

FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def stands(workspace, save, git):
    """Save a first version; the test then says, by calling the result, that nothing has changed since."""
    first = save()
    before = git("status", "--short", "--ignored")

    def nothing_changed() -> None:
        assert git("rev-parse", "HEAD").strip() == first.sha
        assert workspace.log("smoke-ban") == (first,)
        assert workspace.working_text("smoke-ban") == render(parse(FIRST))
        assert git("status", "--short", "--ignored") in (before, before + "!! unsaved/\n")
        assert not (workspace.root / ".git/index.lock").exists()
        git("fsck", "--strict")

    return nothing_changed


def failing_run(monkeypatch, verb: str) -> None:
    """Let the git command `verb` fail from here on, as git does on a full disk."""
    real = Repository.run

    def run(self, *arguments, **more):
        if arguments[0] == verb and not (verb == "update-ref" and "-m" not in arguments):
            raise FULL
        return real(self, *arguments, **more)

    monkeypatch.setattr(Repository, "run", run)


@pytest.mark.parametrize(
    "verb", ["hash-object", "read-tree", "update-index", "write-tree", "commit-tree", "update-ref"]
)
def test_a_git_command_that_fails_leaves_the_last_good_state(save, stands, monkeypatch, verb):
    with monkeypatch.context() as patch:
        failing_run(patch, verb)
        with pytest.raises(NotSaved, match="No space left") as caught:
            save(SECOND, stage="passed")

    stands()
    assert caught.value.details["kept"].read_text("utf-8") == render(parse(SECOND))
    assert save(SECOND, stage="passed").fresh


@pytest.mark.parametrize("name", ["mkstemp", "fsync", "replace", "index"])
def test_a_file_that_cannot_be_written_leaves_the_last_good_state(save, stands, monkeypatch, name):
    """The text is kept first; from then on every write to the workspace fails."""

    real = os.replace

    def fail(*_arguments, **_more):
        raise FULL

    with monkeypatch.context() as patch:
        patch.setattr(saving, "_build", lambda *a, build=saving._build: (strike(patch), build(*a))[1])

        def strike(patch):
            if name == "mkstemp":
                patch.setattr(tempfile, "mkstemp", fail)
            elif name == "fsync":
                patch.setattr(os, "fsync", fail)
            elif name == "replace":
                patch.setattr(os, "replace", fail)
            else:  # the very last step: the version is already at HEAD
                patch.setattr(os, "replace", lambda a, b: fail() if Path(b).name == "index" else real(a, b))

        with pytest.raises(NotSaved) as caught:
            save(SECOND, stage="passed")

    stands()
    assert caught.value.details["kept"].read_text("utf-8") == render(parse(SECOND))


def test_a_full_disk_keeps_the_text_in_the_temporary_folder(workspace, save, stands, monkeypatch, tmp_path):
    real = tempfile.mkstemp
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path / "tmp"))

    def fail_in_workspace(*_arguments, **more):
        if workspace.root in Path(more["dir"], "x").parents:
            raise FULL
        return real(**more)

    with monkeypatch.context() as patch:
        patch.setattr(tempfile, "mkstemp", fail_in_workspace)
        with pytest.raises(NotSaved) as caught:
            save(SECOND, stage="passed")

    assert tmp_path / "tmp" in caught.value.details["kept"].parents
    assert caught.value.details["kept"].read_text("utf-8") == render(parse(SECOND))
    stands()


def test_a_text_that_no_disk_takes_is_said_to_be_nowhere(save, stands, monkeypatch):
    def fail(*_arguments, **_more):
        raise FULL

    with monkeypatch.context() as patch:
        patch.setattr(tempfile, "mkstemp", fail)
        with pytest.raises(NotSaved, match="不要关闭窗口"):
            save(SECOND, stage="passed")
    stands()


KILLED = """
import os, sys
from lawtrack.store import Author, Workspace
from lawtrack.store import Workspace
from lawtrack.store.git import saving
step = sys.argv[2]
real = getattr(saving, step)
def killed(*arguments, **more):
    if sys.argv[3] == "after":
        real(*arguments, **more)
    os._exit(9)
setattr(saving, step, killed)
Workspace.open(sys.argv[1]).import_version(
    "smoke-ban", sys.stdin.read(), stage="passed", date="2020", author=Author("a", "a@b")
)
"""


@pytest.mark.parametrize("step", ["_take_lock", "_build", "prepare_index", "_move_head"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_kill_at_any_step_leaves_a_readable_state_and_the_text(workspace, save, git, step, when):
    first = save()
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(workspace.root), step, when],
        input=SECOND,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode == 9

    versions = workspace.log("smoke-ban")
    kept = {path.read_text("utf-8") for path in workspace.unsaved()}
    if (step, when) == ("_move_head", "after"):
        assert workspace.text(versions[-1]) == render(parse(SECOND))
    else:
        assert versions == (first,)
        assert kept == {render(parse(SECOND))}
    assert any(finding.code == "store.verify-unsaved" for finding in workspace.verify())

    (workspace.root / ".git/index.lock").unlink(missing_ok=True)  # as the message of a locked workspace says
    again = save(SECOND, stage="passed", date="2020")
    assert workspace.log("smoke-ban") == (first, again)
    assert git("status", "--short") == "" or not again.fresh


def test_a_locked_workspace_names_the_lock(workspace, save, stands, monkeypatch):
    monkeypatch.setattr(saving, "PATIENCE", 0.1)
    lock = workspace.root / ".git/index.lock"
    lock.touch()
    with pytest.raises(Conflict, match=r"index\.lock"):
        save(SECOND, stage="passed")
    assert lock.exists()
    lock.unlink()
    stands()


def test_the_second_of_two_who_save_the_same_draft_is_told_and_keeps_the_text(workspace, save, monkeypatch):
    opened = save()
    save(SECOND, stage="second-reading")
    mine = FIRST.replace("公共交通工具", "出租汽车")

    with pytest.raises(Conflict, match="别人已经保存了") as caught:
        workspace.save("smoke-ban", mine, stage="second-reading", date="2020", on=opened, author=DRAFTER)

    assert caught.value.details["kept"].read_text("utf-8") == render(parse(mine))
    assert workspace.log("smoke-ban")[-1].stage == "second-reading"
    assert workspace.working_text("smoke-ban") == render(parse(SECOND))


def test_another_draft_saved_meanwhile_is_no_conflict(workspace, save):
    opened = save()
    workspace.import_version("clean-air", FIRST, stage="drafting", date="2020", author=DRAFTER)

    saved = workspace.save("smoke-ban", SECOND, stage="passed", date="2020", on=opened, author=DRAFTER)

    assert workspace.log()[-1] == saved
    assert workspace.slugs() == ("clean-air", "smoke-ban")


def test_head_moves_only_from_the_commit_that_was_built_on(workspace, save, git, monkeypatch):
    save()

    def build_while_somebody_commits(*arguments, build=saving._build):
        made = build(*arguments)
        tree = git("rev-parse", "HEAD^{tree}").strip()
        git("update-ref", "HEAD", git("commit-tree", "-m", "meanwhile", "-p", "HEAD", tree).strip())
        return made

    with monkeypatch.context() as patch:
        patch.setattr(saving, "_build", build_while_somebody_commits)
        with pytest.raises(Conflict) as caught:
            save(SECOND, stage="passed")

    assert git("log", "-1", "--format=%s") == "meanwhile\n"
    assert git("status", "--short") == ""
    assert caught.value.details["kept"].exists()


def test_an_unknown_author_is_told_how_to_introduce_himself(workspace, stands):
    with pytest.raises(NotSaved, match=r"git config --global user\.name") as caught:
        workspace.import_version("smoke-ban", SECOND, stage="passed", date="2020")

    assert caught.value.details["kept"].exists()
    stands()


def test_the_author_is_gits_user_unless_given(workspace, git):
    git("config", "user.name", "李娜")
    git("config", "user.email", "li@example.cn")

    version = workspace.import_version("smoke-ban", FIRST, stage="passed", date="2020")

    assert str(version.author) == "李娜 <li@example.cn>"
    assert workspace.unsaved() == ()


def test_without_git_one_sentence_says_what_to_install(workspace, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingTool, match="git-scm"):
        workspace.slugs()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows needs a privilege to make links")
def test_a_link_that_leads_out_of_the_workspace_is_not_followed(workspace, save, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (workspace.root / "drafts").mkdir()
    (workspace.root / "drafts/smoke-ban").symlink_to(outside)

    with pytest.raises(Conflict, match="工作区以外"):
        save()

    assert list(outside.iterdir()) == []


def test_a_strangers_clone_runs_nothing(workspace, save, tmp_path):
    hook = workspace.root / ".git/hooks/reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
    hook.chmod(0o755)
    workspace.repository.configure({"core.fsmonitor": f"touch {tmp_path}/ran", "commit.gpgSign": "true"})

    save()

    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "name", ["config", "HEAD", "packed-refs", "refs/heads/main", "refs/heads/round/smoke-ban/a", "refs/remotes/origin/main"]
)  # fmt: skip
def test_a_lock_that_a_killed_git_left_is_swept_and_an_older_one_is_not(workspace, save, name):
    save()
    lock, older = (workspace.root / f".git/{each}.lock" for each in (name, "refs/heads/another"))
    lock.parent.mkdir(parents=True, exist_ok=True)
    for each in (lock, older):
        each.touch()
    os.utime(older, (1_000_000_000, 1_000_000_000))
    note = {"user": "wang", "host": "here", "pid": 1, "since": lock.stat().st_mtime}
    (workspace.root / ".git/lawtrack.lock").write_text(json.dumps(note), "utf-8")  # and nobody holds it
    Workspace.open(workspace.root)
    assert (lock.exists(), older.exists()) == (False, True)
    save(SECOND, stage="passed")


def test_a_save_that_git_had_logged_and_not_done_is_done(workspace, save):
    """Git writes its log of the branch before it moves it; killed in between, the log told of a version that never was."""
    save()
    before = workspace.repository.head()
    save(SECOND, stage="passed")
    made, text, git = workspace.repository.head(), workspace.text("smoke-ban"), workspace.root / ".git"
    log = (git / "logs/refs/heads/main").read_bytes()
    workspace.repository.run(
        "update-ref", "refs/heads/main", before, made
    )  # as it was, but that the log has the save
    (git / "logs/refs/heads/main").write_bytes(log)
    files = ["drafts/smoke-ban/text.md"]
    note = {"pid": 1, "since": time.time(), "made": made, "parent": before, "files": files, "known": []}
    (git / "lawtrack.lock").write_text(json.dumps(note), "utf-8")

    opened = Workspace.open(workspace.root)

    assert opened.repository.head() == made
    assert [one.code for one in opened.verify()] == []
    assert opened.text("smoke-ban") == text
