"""What is checked out is read from two small files where that is enough, and is always what git itself says."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from lawtrack.drafts import Author
from lawtrack.store import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lawtrack.store.git.repository import Repository


def git(root: Path, *words: str) -> str:
    run = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
    return run.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    author = Author("王小明", "wang@example.cn")
    made = Workspace.create(tmp_path / "工作区", author=author)
    for words in (b"a", b"b"):
        made.commit_files({"a.txt": words}, "words", base=made.repository.head(), author=author)
    return made.repository


def packed(root: Path) -> None:
    git(root, "pack-refs", "--all")


def packed_and_moved(root: Path) -> None:
    packed(root)
    git(root, "update-ref", "refs/heads/main", "HEAD~1")


def detached(root: Path) -> None:
    git(root, "checkout", "-q", "--detach", "HEAD~1")


def a_branch_in_chinese(root: Path) -> None:
    git(root, "checkout", "-q", "-b", "会议/二审", "HEAD~1")


def through_another_name(root: Path) -> None:
    git(root, "branch", "other", "HEAD~1")
    git(root, "symbolic-ref", "refs/heads/alias", "refs/heads/other")
    git(root, "symbolic-ref", "HEAD", "refs/heads/alias")


def nothing_yet(root: Path) -> None:
    git(root, "symbolic-ref", "HEAD", "refs/heads/empty")


def a_file_that_leads_elsewhere(root: Path) -> None:
    (root / ".git" / "refs" / "heads" / "evil").mkdir()
    (root / ".git" / "planted").write_text(git(root, "rev-parse", "HEAD~1") + "\n", "ascii")
    (root / ".git" / "HEAD").write_text("ref: refs/heads/evil/../../../planted\n", "ascii")


STATES: tuple[Callable[[Path], None], ...] = (
    lambda _root: None,
    packed,
    packed_and_moved,
    detached,
    a_branch_in_chinese,
    through_another_name,
    nothing_yet,
    a_file_that_leads_elsewhere,
)


@pytest.mark.parametrize("change", STATES)
def test_the_head_is_what_git_says(repository: Repository, change: Callable[[Path], None]) -> None:
    change(repository.root)
    told = git(repository.root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    assert (repository.head() or "") == told


def test_a_linked_working_tree_has_a_head_of_its_own(repository: Repository, tmp_path: Path) -> None:
    git(repository.root, "worktree", "add", "-q", "-b", "linked", str(tmp_path / "又一处"), "HEAD~1")
    other = type(repository).find(tmp_path / "又一处")
    assert other is not None
    assert other.head() == git(repository.root, "rev-parse", "HEAD~1") != repository.head()


def test_the_tips_are_those_that_git_has(repository: Repository) -> None:
    git(repository.root, "branch", "round/park/a", "HEAD~1")
    assert repository.tips("refs/heads/round/") == {
        "refs/heads/round/park/a": git(repository.root, "rev-parse", "HEAD~1")
    }
