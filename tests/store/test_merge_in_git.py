"""Two branches of a workspace under plain `git merge`, and two versions of a draft by `Workspace.merge`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lawtrack.errors import NotFound
from lawtrack.law import parse
from lawtrack.merge.units import take_apart
from lawtrack.store import Workspace
from lawtrack.store.git.seed import DRIVER
from tests.texts import DRAFTER, FIRST, SECOND

THEIRS = FIRST.replace("在室内吸烟", "在室内、电梯内吸烟").replace("12月1日", "10月1日")
CLASH = FIRST.replace("在公共交通工具内吸烟", "在公共汽车内吸烟")
OTHER_CLASH = FIRST.replace("在公共交通工具内吸烟", "在出租车内吸烟")
FILE = "drafts/smoke-ban/text.md"


@pytest.fixture
def git(workspace: Workspace):
    """Git as a person uses it where lawtrack is installed (or not: `lawtrack=False`)."""

    def run(*arguments: str, status: int = 0, lawtrack: bool = True) -> str:
        env = {name: value for name, value in os.environ.items() if name != "GIT_INDEX_FILE"}
        if lawtrack:
            env["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"
        who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
        done = subprocess.run(
            ["git", *who, *arguments],
            cwd=workspace.root,
            env=env,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout

    return run


def branches(workspace: Workspace, save, git, ours: str, theirs: str) -> None:
    """Branch 司法局 with `theirs`, branch main with `ours`, both on the first reading."""
    save()
    git("checkout", "-q", "-b", "司法局")
    save(theirs, date="2020-07-31")
    git("checkout", "-q", "main")
    save(ours, date="2020-08-01")


def clauses(text: str) -> list[str]:
    return [clause.text for clause in take_apart(parse(text)).clauses]


@pytest.mark.parametrize("turned", [False, True])
def test_git_merges_two_branches_by_clause(workspace, save, git, turned):
    branches(workspace, save, git, *((THEIRS, SECOND) if turned else (SECOND, THEIRS)))
    git("merge", "--no-edit", "司法局")
    wanted = SECOND.replace("在室内吸烟", "在室内、电梯内吸烟").replace("12月1日", "10月1日")
    assert clauses(workspace.working_text("smoke-ban")) == clauses(wanted)
    assert git("status", "--porcelain") == ""


@pytest.mark.parametrize("turned", [False, True])
def test_only_what_both_changed_stands_between_markers(workspace, save, git, turned):
    branches(workspace, save, git, *((OTHER_CLASH, CLASH) if turned else (CLASH, OTHER_CLASH)))
    git("merge", "--no-edit", "司法局", status=1)
    lines = ["（二）在公共汽车内吸烟。", "（二）在出租车内吸烟。"]
    one, other = reversed(lines) if turned else lines
    marked = f"<<<<<<< ours\n{one}\n=======\n{other}\n>>>>>>> theirs\n"
    text = (workspace.root / FILE).read_text("utf-8")
    assert text.count("<<<<<<<") == 1
    assert marked in text
    assert git("status", "--porcelain") == f"UU {FILE}\n"
    (workspace.root / FILE).write_text(text.replace(marked, f"{one}\n"), "utf-8", newline="\n")
    git("commit", "-q", "-a", "-m", "merged")
    assert clauses(workspace.working_text("smoke-ban")) == clauses(OTHER_CLASH if turned else CLASH)


def test_without_lawtrack_git_merges_line_by_line(workspace, save, git, monkeypatch):
    branches(workspace, save, git, CLASH, OTHER_CLASH)
    monkeypatch.setenv("PATH", os.defpath)
    git("merge", "--no-edit", "司法局", lawtrack=False, status=1)
    assert "<<<<<<< ours" in (workspace.root / FILE).read_text("utf-8")


def test_what_lawtrack_cannot_read_git_merges(workspace, save, git):
    branches(workspace, save, git, CLASH, THEIRS)
    file = workspace.root / FILE
    file.write_bytes(CLASH.encode("gb18030"))
    git("commit", "-q", "-a", "-m", "not UTF-8")
    git("merge", "--no-edit", "司法局", status=1)
    assert b"<<<<<<< ours" in file.read_bytes()


def test_a_clone_is_prepared_when_it_is_opened(workspace, git, tmp_path):
    git("clone", "-q", str(workspace.root), str(tmp_path / "clone"))
    clone = Workspace.open(tmp_path / "clone")
    assert clone.repository.setting("merge.lawtrack.driver") == DRIVER
    assert "merge: lawtrack" in git("check-attr", "merge", FILE)


def test_versions_of_two_branches_become_the_next_version(workspace, save, git):
    branches(workspace, save, git, SECOND, THEIRS)
    version, done, three = workspace.merge("smoke-ban", "main", "司法局", author=DRAFTER)
    assert done.complete
    assert version is not None
    assert (version.stage, version.date) == ("first-reading", "2020-08-01")
    assert version.merges == (three.ours.sha, three.theirs.sha, three.base.sha)
    assert three.base.date == "2020-07-30"
    assert f"Lawtrack-Merges: {' '.join(version.merges)}" in git("log", "-1", "--format=%B")
    assert "电梯内" in workspace.text("smoke-ban")
    assert workspace.verify() == ()


def test_versions_saved_one_after_the_other_stand_on_the_one_before_them(workspace, save):
    save()
    save(CLASH, date="2020-08-01")
    save(OTHER_CLASH, date="2020-08-02")
    version, done, three = workspace.merge("smoke-ban", "2020-08-01", "2020-08-02", author=DRAFTER)
    assert (version, len(done.conflicts), three.base.date) == (None, 1, "2020-07-30")
    assert len(workspace.log("smoke-ban")) == 3
    version, done, _ = workspace.merge("smoke-ban", "2020-08-01", "2020-08-02", take="theirs", author=DRAFTER)
    assert done.complete
    assert version is not None
    assert "在出租车内吸烟" in workspace.text(version)
    with pytest.raises(NotFound):
        workspace.merge("smoke-ban", "2020-07-30", "2020-08-02")
