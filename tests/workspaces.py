"""Fixtures of the rooms that keep things in git: a workspace in a folder with a space and Chinese in its name.

Their git knows nobody; a room's conftest takes them with `from tests.workspaces import ...`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from lawtrack.store import Workspace
from tests.texts import DRAFTER, FIRST

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def forget_everybody(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """No user, no system settings, and the variables that a git hook would leave behind."""
    empty = folder / "gitconfig"
    empty.touch()
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"):
        patch.delenv(name, raising=False)
    patch.setenv("GIT_CONFIG_GLOBAL", str(empty))
    patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    patch.setenv("GIT_INDEX_FILE", str(folder / "somebody-elses-index"))


@pytest.fixture(autouse=True)
def strange_git(tmp_path_factory, monkeypatch):
    """A git that knows nobody."""
    forget_everybody(monkeypatch, tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def prepared(once) -> Callable[[str, Callable[[Workspace], object]], Path]:
    """A function from a name and what is done in a new workspace to that workspace's folder, made once in a run, to be copied."""

    def made(name: str, do: Callable[[Workspace], object] = lambda _workspace: None) -> Path:
        def make(folder: Path) -> None:
            with pytest.MonkeyPatch.context() as patch:
                forget_everybody(patch, folder)
                do(Workspace.create(folder / "工作 区"))

        return once(name, make) / "工作 区"

    return made


@pytest.fixture
def workspace(tmp_path: Path, prepared) -> Workspace:
    """A new workspace: a copy, which takes a fifth of the time that git needs for another."""
    return Workspace.open(shutil.copytree(prepared("workspace"), tmp_path / "工作 区"))


@pytest.fixture
def git(workspace: Workspace):
    """Git as a person uses it in the workspace's folder."""

    def run(*arguments: str, cwd: Path | None = None) -> str:
        env = {name: value for name, value in os.environ.items() if name != "GIT_INDEX_FILE"}
        env["FILTER_BRANCH_SQUELCH_WARNING"] = "1"  # it waits ten seconds for a person to read it
        who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
        done = subprocess.run(
            ["git", *who, *arguments],
            cwd=cwd or workspace.root,
            env=env,
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        return done.stdout

    return run


@pytest.fixture
def save(workspace: Workspace):
    """One version of the draft smoke-ban, saved by the drafter."""

    def run(text: str = FIRST, stage: str = "first-reading", date: str = "2020-07-30", **more):
        return workspace.import_version("smoke-ban", text, stage=stage, date=date, author=DRAFTER, **more)

    return run
