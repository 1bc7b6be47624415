"""`undo`: the last save that still stands is taken back; twice goes back two saves, and nothing leaves the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lawtrack.drafts import Author
from lawtrack.errors import Conflict, NotFound, UnusableInput
from lawtrack.store import Workspace

if TYPE_CHECKING:
    from pathlib import Path

WHO = Author("起草人", "drafter@example.cn")
STAGES = ["drafting", "submitted", "first-reading", "second-reading", "passed"]


def text(number: int) -> str:
    return f"某市公园条例\n第一条　公园每日开放{number}小时。\n第二条　本条例自公布之日起施行。\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace.create(tmp_path / "w")
    for number, stage in enumerate(STAGES):
        made.import_version("park", text(number), stage=stage, date=f"2020-0{number + 1}", author=WHO)
    return made


def shown(workspace: Workspace, slug: str = "park") -> tuple[int, str, str]:
    last = workspace.versions(slug)[-1]
    return int(workspace.text(last).split("开放")[1][0]), last.stage, last.date


def test_each_undo_goes_back_one_save_more(workspace: Workspace) -> None:
    for number in (3, 2, 1, 0):
        undone = workspace.undo("park", author=WHO)
        assert undone.fresh
        assert shown(workspace) == (number, STAGES[number], f"2020-0{number + 1}")
    with pytest.raises(NotFound):
        workspace.undo("park", author=WHO)
    assert len(workspace.versions("park")) == 9
    assert not workspace.verify()


def test_what_is_saved_after_an_undo_is_taken_back_first(workspace: Workspace) -> None:
    workspace.undo("park", author=WHO)
    workspace.import_version("park", text(7), stage="passed", date="2020-09", author=WHO)
    workspace.undo("park", author=WHO)
    assert shown(workspace) == (3, "second-reading", "2020-04")
    workspace.undo("park", author=WHO)
    assert shown(workspace) == (2, "first-reading", "2020-03")


def test_a_save_that_only_changed_the_stage_is_taken_back_with_it(workspace: Workspace) -> None:
    workspace.import_version("park", text(4), stage="promulgated", date="2020-08", meeting="会", author=WHO)
    undone = workspace.undo("park", author=WHO)
    assert shown(workspace) == (4, "passed", "2020-05")
    assert undone.meeting == ""


def test_without_a_name_the_last_save_of_any_draft_is_taken_back(workspace: Workspace) -> None:
    for number in (5, 6):
        workspace.import_version("lake", text(number), stage="drafting", date=f"2021-0{number}", author=WHO)
    workspace.import_version("park", text(8), stage="promulgated", date="2020-08", author=WHO)
    assert workspace.undo(author=WHO).draft == "park"
    assert workspace.undo(author=WHO).draft == "lake"
    assert (shown(workspace)[0], shown(workspace, "lake")[0]) == (4, 5)


def test_a_version_that_is_named_is_taken_back_even_if_it_took_another_back(workspace: Workspace) -> None:
    undone = workspace.undo("park", author=WHO)
    workspace.undo(undone.reference, author=WHO)
    assert shown(workspace) == (4, "passed", "2020-05")
    with pytest.raises(Conflict):
        workspace.undo(undone.reference, author=WHO)


def test_one_version_is_no_merge(workspace: Workspace) -> None:
    before = len(workspace.versions("park"))
    with pytest.raises(UnusableInput, match="同一稿"):
        workspace.merge("park", "passed", "2020-05", author=WHO)
    assert len(workspace.versions("park")) == before
