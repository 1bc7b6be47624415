"""Fixtures of the rooms that keep things in git: a workspace in a folder with a space and Chinese in its name.

Their git knows nobody; a room's conftest takes them with `from tests.workspaces import ...`.
"""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from lawtrack.store import Workspace
from tests.texts import DRAFTER, FIRST

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def strange_git(tmp_path_factory, monkeypatch):
    """No user, no system settings, and the variables that a git hook would leave behind."""
    empty = tmp_path_factory.mktemp("home") / "gitconfig"
    empty.touch()
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(empty))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_INDEX_FILE", str(empty.with_name("somebody-elses-index")))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "工作 区")


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
