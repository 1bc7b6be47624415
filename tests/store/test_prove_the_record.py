"""Eleven ways to damage or forge a record, each named for what it is; receipts."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from lawtrack.errors import UnusableInput
from lawtrack.law import parse, render
from lawtrack.store import Author, Workspace
from tests.texts import DRAFTER, FIRST, SECOND

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILE = "drafts/smoke-ban/text.md"
THIRD = SECOND.replace("控制吸烟工作", "控制吸烟的宣传工作")
FORGED = "sed -i s/烟草/香料/ drafts/smoke-ban/text.md"


def three_versions(workspace: Workspace) -> None:
    """Three versions of a draft, one opinion, a second draft; and a receipt that holds for them."""
    for text, stage, day in (
        (FIRST, "first-reading", "2020-07-30"),
        (SECOND, "second-reading", "2020-08-10"),
    ):
        workspace.import_version("smoke-ban", text, stage=stage, date=day, author=DRAFTER)
    opinions = workspace.opinions("smoke-ban")
    opinions.add(opinions.new("建议写明处罚的种类。", source="某局", date="2020-08-11"), author=DRAFTER)
    workspace.import_version("parking", FIRST, stage="drafting", date="2020-08-12", author=DRAFTER)
    workspace.import_version("smoke-ban", THIRD, stage="third-reading", date="2020-08-20", author=DRAFTER)
    assert workspace.verify(workspace.seal()) == ()


@pytest.fixture
def history(workspace: Workspace, prepared) -> Workspace:
    """The workspace of `git` and `save`, with what `three_versions` does."""
    shutil.rmtree(workspace.root)
    shutil.copytree(prepared("history", three_versions), workspace.root)
    return workspace


def codes(workspace: Workspace, receipt: str | None = None) -> set[str]:
    found = Workspace(workspace.repository).verify(receipt)
    assert all(one.message and one.to_dict()["code"] == one.code for one in found)
    return {one.code for one in found}


def at_text(workspace: Workspace, words: str) -> None:
    (workspace.root / FILE).write_text(words, "utf-8", newline="\n")


def old_text_rewritten(workspace: Workspace, git) -> None:
    git("filter-branch", "-f", "--tree-filter", f"test ! -f {FILE} || {FORGED}", "HEAD")


def last_version_amended(workspace: Workspace, git) -> None:
    at_text(workspace, render(parse(THIRD.replace("烟草", "香料"))))
    git("commit", "-q", "--amend", "--no-edit", "-a")


def trailers_changed(workspace: Workspace, git) -> None:
    git(
        "filter-branch",
        "-f",
        "--msg-filter",
        "sed 's/second-reading/first-reading/;s/2020-08-10/2020-08-01/'",
        "HEAD",
    )


def last_trailers_changed(workspace: Workspace, git) -> None:
    told = git("log", "-1", "--format=%B").replace("third-reading", "passed")
    git("commit", "-q", "--amend", "-m", told)


def changed_without_trailers(workspace: Workspace, git) -> None:
    at_text(workspace, render(parse(THIRD.replace("烟草", "香料"))))
    git("commit", "-qam", "typo")


def rebase_half_done(workspace: Workspace, git) -> None:
    git("-c", "sequence.editor=sed -i 1s/pick/edit/", "rebase", "-i", "HEAD~3")


def reset_to_an_older_version(workspace: Workspace, git) -> None:
    git("reset", "-q", "--hard", "HEAD~1")


def forged_correction(workspace: Workspace, git) -> None:
    trailers = "Lawtrack-Draft: parking\nLawtrack-Stage: passed\nLawtrack-Date: 2020-08-12\nLawtrack-Corrects: drafting 2020-08-12"
    git("commit", "-q", "--allow-empty", "-m", f"更正\n\n{trailers}")


def draft_deleted(workspace: Workspace, git) -> None:
    git("rm", "-rq", "drafts/smoke-ban")
    git("commit", "-qm", "tidy")


def text_of_the_second(git) -> str:
    return git("rev-parse", f"HEAD~3:{FILE}").strip()


def object_replaced(workspace: Workspace, git) -> None:
    git("replace", text_of_the_second(git), git("rev-parse", f"HEAD:{FILE}").strip())


def loose_file(workspace: Workspace, sha: str) -> Path:
    file = workspace.root / ".git/objects" / sha[:2] / sha[2:]
    file.chmod(0o644)
    return file


def object_damaged(workspace: Workspace, git) -> None:
    file = loose_file(workspace, text_of_the_second(git))
    file.write_bytes(file.read_bytes()[:-20] + b"x" * 20)


def object_of_other_content(workspace: Workspace, git) -> None:
    other = loose_file(workspace, git("rev-parse", f"HEAD:{FILE}").strip())
    shutil.copyfile(other, loose_file(workspace, text_of_the_second(git)))


def object_missing(workspace: Workspace, git) -> None:
    loose_file(workspace, text_of_the_second(git)).unlink()


def opinion_rewritten(workspace: Workspace, git) -> None:
    git(
        "filter-branch",
        "-f",
        "--tree-filter",
        "sed -i s/处罚/奖励/ drafts/smoke-ban/opinions/*.yaml || true",
        "HEAD",
    )


def opinion_edited(workspace: Workspace, git) -> None:
    (file,) = (workspace.root / "drafts/smoke-ban/opinions").glob("*.yaml")
    file.write_text(file.read_text("utf-8").replace("处罚", "奖励"), "utf-8")
    git("commit", "-qam", "x")


def middle_version_dropped(workspace: Workspace, git) -> None:
    git("rebase", "-q", "--onto", "HEAD~3", "HEAD~2")
    shutil.rmtree(workspace.root / ".git/logs")


def head_detached(workspace: Workspace, git) -> None:
    git("checkout", "-q", "--detach")


def markers_committed(workspace: Workspace, git) -> None:
    at_text(
        workspace, FIRST.replace("第三条", "<<<<<<< ours\n第三条").replace("第四条", ">>>>>>> theirs\n第四条")
    )
    git("commit", "-qam", "merged")


DAMAGES: dict[Callable[..., None], set[str]] = {
    old_text_rewritten: {"text-changed"},
    last_version_amended: {"text-changed"},
    trailers_changed: {"record-changed"},
    last_trailers_changed: {"record-changed"},
    changed_without_trailers: {"outside-edit"},
    rebase_half_done: {"version-removed", "detached"},
    reset_to_an_older_version: {"version-removed"},
    forged_correction: {"record-changed"},
    draft_deleted: {"draft-removed", "opinion-changed"},
    object_replaced: {"object-replaced"},
    object_damaged: {"object-damaged"},
    object_of_other_content: {"object-damaged", "text-changed"},
    object_missing: {"object-missing"},
    opinion_rewritten: {"opinion-changed"},
    opinion_edited: {"opinion-changed"},
    middle_version_dropped: {"version-removed"},
    head_detached: {"detached"},
    markers_committed: {"conflict-markers", "outside-edit"},
}
"""Each damage, and what `verify` calls it: that and nothing else."""
ADDED = {
    changed_without_trailers, forged_correction, draft_deleted, object_replaced, head_detached, markers_committed,
    opinion_edited,
}  # fmt: skip
"""What only adds to the record: a receipt of all that was before holds."""


@pytest.mark.parametrize("damage", DAMAGES, ids=[damage.__name__ for damage in DAMAGES])
def test_a_damage_is_named_for_what_it_is_and_for_nothing_else(history, git, damage):
    receipt = history.seal()
    damage(history, git)
    assert codes(history) == DAMAGES[damage]
    assert ("receipt-broken" in codes(history, receipt)) == (damage not in ADDED)


def test_a_shallow_clone_says_so(history, git, tmp_path):
    git("clone", "-q", "--depth", "1", f"file://{history.root}", str(tmp_path / "shallow"))
    assert "shallow" in codes(Workspace.open(tmp_path / "shallow"))


def test_a_receipt_holds_while_the_record_grows(history, save, git, tmp_path):
    receipt = history.seal()
    assert receipt.startswith("lawtrack-seal 1 ")
    assert len(receipt.splitlines()) == 1
    save(FIRST, stage="passed", date="2020-09-01")
    assert codes(history, receipt) == set()
    git("clone", "-q", str(history.root), str(tmp_path / "clone"))
    assert codes(Workspace.open(tmp_path / "clone"), receipt) == set()
    with pytest.raises(UnusableInput):
        history.verify("lawtrack-seal 1 2020-01-01 x")


def test_records_from_before_the_chain_can_be_sealed(workspace, git):
    told = "Lawtrack-Draft: old\nLawtrack-Stage: {}\nLawtrack-Date: 2019"
    (workspace.root / "drafts/old").mkdir(parents=True)
    for stage, text in (("drafting", FIRST), ("passed", SECOND)):
        (workspace.root / "drafts/old/text.md").write_text(text, "utf-8", newline="\n")
        git("add", ".")
        git("commit", "-qm", f"old\n\n{told.format(stage)}")
    bare = workspace.root.parent / "old"
    git("clone", "-q", str(workspace.root), str(bare))
    git("filter-branch", "-f", "--msg-filter", "sed /Lawtrack-[FAR]/d", "HEAD", cwd=bare)
    shutil.rmtree(bare / ".git/logs")
    old = Workspace.open(bare)
    assert old.verify() == ()
    receipt = old.seal()
    old.import_version("old", THIRD, stage="filed", date="2021", author=DRAFTER)
    assert old.verify(receipt) == ()
    git(
        "filter-branch",
        "-f",
        "--tree-filter",
        "sed -i s/烟草/香料/ drafts/old/text.md || true",
        "HEAD",
        cwd=bare,
    )
    assert {"record-changed", "receipt-broken"} <= codes(old, receipt)


def test_a_rebase_that_only_moves_saves_breaks_no_chain(history, save, git, tmp_path):
    git("clone", "-q", str(history.root), str(tmp_path / "clone"))
    other = Workspace.open(tmp_path / "clone")
    other.import_version("parking", SECOND, stage="passed", date="2020-09-02", author=DRAFTER)
    save(FIRST, stage="passed", date="2020-09-01")
    git("pull", "-q", "--rebase", str(other.root), "main")
    assert codes(history) == set()
    assert len(history.versions()) == 6


def test_an_edit_from_outside_is_taken_over(history, git):
    changed_without_trailers(history, git)
    outside = history.versions("smoke-ban")[-1]
    taken = history.adopt("smoke-ban", author=DRAFTER)
    assert taken.adopts == outside.sha
    assert history.text(taken) == history.text(outside)
    assert codes(history) == set()
    assert not history.adopt("smoke-ban", author=DRAFTER).fresh


@pytest.mark.parametrize(
    ("saved", "told"), [("adopted", {"text-changed"}), ("corrected", {"text-changed", "outside-edit"})]
)
def test_a_text_put_into_a_record_that_changed_no_file_is_named(history, git, saved, told):
    if saved == "adopted":
        at_text(history, render(parse(THIRD.replace("宣传", "教育"))))
        git("commit", "-q", "-a", "-m", "改")
        history.adopt("smoke-ban", author=DRAFTER)
    else:
        history.correct(history.version("smoke-ban"), date="2020-08-21", author=DRAFTER)
    assert codes(history) == set()
    at_text(history, history.text("smoke-ban").replace("烟草", "香料"))
    git("commit", "-q", "--amend", "--no-edit", "-a")
    git("reflog", "expire", "--expire=all", "--all")
    assert codes(history) == told


def test_an_old_text_comes_back_as_a_new_version(history):
    last = history.versions("smoke-ban")[-1]
    back = history.restore("smoke-ban@first-reading", author=DRAFTER)
    assert back.fresh
    assert history.text("smoke-ban") == history.text("smoke-ban", "first-reading")
    undone = history.undo("smoke-ban", author=DRAFTER)
    assert history.text(undone) == history.text(last)
    assert (undone.stage, undone.date) == (last.stage, last.date)
    assert codes(history) == set()


def test_a_text_with_conflict_markers_is_not_taken(history):
    with pytest.raises(UnusableInput, match="冲突标记"):
        history.import_version(
            "parking", FIRST + "\n<<<<<<< ours\n", stage="passed", date="2021", author=DRAFTER
        )


def test_author_saver_and_time_are_real(workspace, git):
    git("config", "user.name", "保存人")
    git("config", "user.email", "saver@example.cn")
    version = workspace.import_version("any", FIRST, stage="passed", date="2020-08-28", author=DRAFTER)
    assert git("log", "-1", "--format=%an|%cn|%ad", "--date=short").strip() == "王小明|保存人|2020-08-28"
    assert git("log", "-1", "--format=%ct").strip() > "1700000000"
    assert version.committer == Author("保存人", "saver@example.cn")


@pytest.mark.parametrize("name", ["王\0小明", "王\n小明", " 王小明. ", "<王>", "a\x1b[2J"])
def test_a_name_that_git_would_not_take_is_cleaned(workspace, name):
    workspace.import_version("any", FIRST, stage="passed", date="2020", author=Author(name, "x@example.cn"))
    assert workspace.verify() == ()
