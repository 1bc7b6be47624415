"""What is checked out is read from two small files where that is enough, and is always what git itself says."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from lawtrack.drafts import Author
from lawtrack.store import Workspace
from lawtrack.store.git.process import file_settings

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


def loose(root: Path) -> None:
    for name in ("round/park/a", "round/park/二审", "round/bus/a", "rounds"):
        git(root, "branch", name, "HEAD~1")


def loose_and_packed(root: Path) -> None:
    loose(root)
    packed(root)
    git(root, "branch", "-f", "round/park/a", "HEAD")
    git(root, "branch", "-D", "round/bus/a")


def through_another(root: Path) -> None:
    loose(root)
    git(root, "symbolic-ref", "refs/heads/round/park/z", "refs/heads/round/park/a")


def a_strange_name(root: Path) -> None:
    loose(root)
    git(root, "branch", "round/park/é", "HEAD~1")
    git(root, "branch", "round/park/a(1)", "HEAD~1")


def one_that_is_being_written(root: Path) -> None:
    loose(root)
    (root / ".git" / "refs" / "heads" / "round" / "park" / "b.lock").write_text("", "ascii")


def none(_root: Path) -> None:
    return None


@pytest.mark.parametrize(
    "change",
    [none, loose, loose_and_packed, through_another, a_strange_name, one_that_is_being_written],
)
def test_the_branches_are_those_that_git_has(repository: Repository, change: Callable[[Path], None]) -> None:
    change(repository.root)
    told = git(repository.root, "for-each-ref", "--format=%(refname) %(objectname)", "refs/heads/round/")
    assert [
        f"{name} {sha}" for name, sha in repository.branches("refs/heads/round/").items()
    ] == told.splitlines()


def test_what_is_not_there_is_asked_for_again(repository: Repository) -> None:
    before, after = git(repository.root, "rev-parse", "HEAD~1"), repository.head() or ""
    assert repository.read(before, "b.txt") is None
    assert repository.read(after, "a.txt") == repository.read("HEAD", "a.txt") == b"b"
    assert repository.read("HEAD", "a.txt") == repository.read(after, "a.txt")
    author = Author("王小明", "wang@example.cn")
    Workspace.open(repository.root).commit_files({"a.txt": b"c"}, "words", base=after, author=author)
    assert repository.read("HEAD", "a.txt") == b"c"
    assert repository.names("HEAD", "./") == repository.names(after, "./")


def test_where_much_is_read_everything_is_still_right(repository: Repository) -> None:
    author = Author("王小明", "wang@example.cn")
    workspace = Workspace.open(repository.root)
    files = {f"big/{at}.txt": bytes([65 + at]) * 9_000_000 for at in range(5)}
    sha = workspace.commit_files(dict(files), "words", author=author)
    places = [(repository.head() or sha, name) for name in files]
    for asked in (places[:2], places, [*places[3:], *places[:1]]):
        assert [content for _, content in repository.read_many(asked)] == [files[name] for _, name in asked]


def test_settings_that_were_changed_are_read_again(repository: Repository) -> None:
    file = repository.root / ".git" / "config"
    for told in ("a", "b", "c"):
        git(repository.root, "config", "lawtrack.test", told)
        assert dict(file_settings(file))["lawtrack.test"] == told


def test_a_tree_is_what_git_lists(repository: Repository) -> None:
    author = Author("王小明", "wang@example.cn")
    files = {"drafts/a/text.md": b"1", "drafts/a-b/text.md": b"2", "drafts/a.md": b"3", "法规/一 二.md": b"4"}
    Workspace.open(repository.root).commit_files(dict(files), "words", author=author)
    head = repository.head() or ""
    for folder in ("drafts/", "drafts/a/", "drafts/a-b/", "法规/", "plans/"):
        told = git(
            repository.root, "-c", "core.quotePath=false", "ls-tree", "--name-only", head, "--", folder
        )
        assert [folder + name for name in repository.names(head, folder)] == told.splitlines()
    asked = [(head, name) for name in (*files, "drafts/a", "drafts/none.md")]
    assert [content for _, content in repository.read_many(asked)] == [*files.values(), None, None]
    assert repository.read_many(asked) == repository.afresh().read_many(asked)
