"""How many clicks each job of the page takes from the first screen; docs/guide/{zh,en}/clicks.md tells the same."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.notebook.everything import DRAFT, desk_on
from tests.notebook.jobs import COUNTING, JOBS
from tests.notebook.pages import begin, opened, settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lawtrack.notebook.page.desk import Desk

MOST = 8
QUICK = 2
"""The two newest versions are compared within so many."""


def told(root: Path, lang: str) -> dict[str, int]:
    """The table of the guide: job → clicks."""
    text = (root / "docs" / "guide" / lang / "clicks.md").read_text(encoding="utf-8")
    return {what: int(count) for what, count in re.findall(r"^\| (.+?) \| (\d+) \|$", text, re.MULTILINE)}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_guide_tells_every_job_and_none_takes_long(root: Path, lang: str) -> None:
    table = told(root, lang)
    assert list(table) == [getattr(job, lang) for job in JOBS.values()]
    assert max(table.values()) <= MOST
    assert table[getattr(JOBS["compare"], lang)] <= QUICK
    assert list(table.values()) == list(told(root, "zh").values())


def git(desk: Desk, *words: str, given: str = "") -> str:
    """What git says of the workspace."""
    run = subprocess.run(
        ["git", *words], cwd=desk.workspace.root, input=given, text=True, capture_output=True, check=True
    )
    return run.stdout


class Reset:
    """Lays a workspace as it was after each job, so that what was read and compared of it once is still known."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        git(
            desk, "checkout", "-q", "--", f"drafts/{DRAFT}/text.md"
        )  # what somebody changed outside is a job of its own
        self.refs = self.now()

    def now(self) -> dict[str, str]:
        """Every branch, and what it points at."""
        lines = git(self.desk, "for-each-ref", "--format=%(refname) %(objectname)").splitlines()
        return dict(line.split() for line in lines)

    def __call__(self) -> None:
        now = self.now()
        lines = [f"delete {name}" for name in now if name not in self.refs]
        lines += [f"update {name} {sha}" for name, sha in self.refs.items() if now.get(name) != sha]
        git(self.desk, "update-ref", "--stdin", given="".join(f"{line}\n" for line in lines))
        git(self.desk, "reset", "-q", "--hard")


@pytest.fixture(scope="module")
def desk(full: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_on(full, tmp_path_factory.mktemp("jobs"))


@pytest.fixture(scope="module")
def page(chromium: Any, desk: Desk) -> Iterator[tuple[Any, Reset]]:
    """One tab for all jobs: what opening and the first comparison cost is paid once."""
    reset = Reset(desk)
    with opened(chromium, desk) as tab:
        tab.desk = desk
        tab.evaluate(COUNTING)
        yield tab, reset


@pytest.mark.browser
@pytest.mark.parametrize("name", JOBS)
def test_a_job_takes_as_many_clicks_as_the_guide_tells(
    page: tuple[Any, Reset], root: Path, name: str
) -> None:
    tab, reset = page
    reset()
    begin(tab)
    tab.evaluate(COUNTING)
    JOBS[name].act(tab)
    settled(tab)
    assert tab.evaluate("clicked") == told(root, "zh").get(JOBS[name].zh)
    assert tab.trouble == []
