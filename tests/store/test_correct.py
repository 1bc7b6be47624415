from __future__ import annotations

from datetime import UTC, datetime

import pytest

from lawtrack.errors import Conflict, NotFound, UnusableInput
from lawtrack.store import Source
from tests.texts import DRAFTER, FIRST, SECOND

FILE = Source("草案.docx", "0" * 64)


def dates(workspace):
    return [(version.stage, version.date) for version in workspace.log("smoke-ban")]


def test_a_wrong_date_is_put_right_and_the_first_record_stays_in_git(workspace, save, git):
    wrong = save(date="2020-07-03", source=FILE)
    save(SECOND, stage="passed", date="2020-08-28")

    right = workspace.correct(wrong, date="2020年7月30日", meeting="第五次会议", author=DRAFTER)

    assert (right.fresh, right.sha, right.date, right.meeting) == (
        True,
        wrong.sha,
        "2020-07-30",
        "第五次会议",
    )
    assert dates(workspace) == [("first-reading", "2020-07-30"), ("passed", "2020-08-28")]
    assert "更正：原记为一审 2020-07-03" in workspace.log("smoke-ban")[0].message
    assert workspace.text(right) == workspace.text(wrong)
    assert "Lawtrack-Date: 2020-07-03" in git("show", "--format=%B", "--no-patch", wrong.sha)
    assert git("show", "--format=", "--name-only", "HEAD") == ""
    assert workspace.verify() == ()


def test_a_correction_can_be_corrected_and_only_what_changes_is_saved(workspace, save, git):
    version = save(source=FILE)
    workspace.correct(version, date="2020-07-29", author=DRAFTER)
    last = workspace.correct(version, stage="二审", author=DRAFTER)  # as it was when somebody took it in hand
    assert dates(workspace) == [("second-reading", "2020-07-29")]
    before = git("rev-parse", "HEAD")
    assert not workspace.correct(last, date="2020-07-29", author=DRAFTER).fresh
    assert git("rev-parse", "HEAD") == before


def test_importing_the_file_again_gives_the_corrected_version(workspace, save):
    workspace.correct(save(date="2020-07-03", source=FILE), date="2020-07-30", author=DRAFTER)
    again = save(date="2020-07-03", source=FILE)
    assert (again.fresh, again.date) == (False, "2020-07-30")


def test_a_correction_survives_a_rebase(workspace, save, git):
    git("branch", "other")
    version = save(source=FILE)
    workspace.correct(version, date="2020-07-29", author=DRAFTER)
    git("checkout", "-q", "other")
    git("commit", "-q", "--allow-empty", "-m", "somebody else")
    git("checkout", "-q", "main")
    git("rebase", "-q", "other")
    assert workspace.log("smoke-ban")[0].sha != version.sha
    assert dates(workspace) == [("first-reading", "2020-07-29")]


def test_of_two_versions_recorded_alike_the_last_is_corrected_first(workspace, save):
    first, second = save(), save(SECOND)
    with pytest.raises(Conflict) as refused:
        workspace.correct(first, date="2020-07-29", author=DRAFTER)
    assert second.reference in str(refused.value)
    workspace.correct(second, date="2020-07-31", author=DRAFTER)
    workspace.correct(first, date="2020-07-29", author=DRAFTER)
    assert [date for _, date in dates(workspace)] == ["2020-07-29", "2020-07-31"]


def test_what_is_no_date_and_no_stage_is_refused(workspace, save):
    version = save()
    with pytest.raises(UnusableInput):
        workspace.correct(version, date="tomorrow", author=DRAFTER)
    with pytest.raises(NotFound):
        workspace.correct(version, stage="frist-reading", author=DRAFTER)
    assert len(workspace.log("smoke-ban")) == 1


def test_a_correction_of_nothing_is_told_by_verify(workspace, save, git):
    save()
    record = "Lawtrack-Draft: smoke-ban\nLawtrack-Stage: passed\nLawtrack-Date: 2020-08-28"
    git("commit", "-q", "--allow-empty", "-m", f"By hand\n\n{record}\nLawtrack-Corrects: passed 2020-08-27")
    (finding,) = workspace.verify()
    assert finding.code == "store.verify-correction"
    assert dates(workspace) == [("first-reading", "2020-07-30")]


def test_unsaved_words_in_the_working_tree_are_left_alone(workspace, save):
    version = save()
    file = workspace.root / "drafts" / "smoke-ban" / "text.md"
    file.write_text("未保存的文字", encoding="utf-8")
    workspace.correct(version, date="2020-07-29", author=DRAFTER, when=datetime(2020, 8, 1, tzinfo=UTC))
    assert file.read_text(encoding="utf-8") == "未保存的文字"
    assert workspace.text(version) == workspace.text("smoke-ban@2020-07-29")
    assert FIRST.splitlines()[1] in workspace.text(version)
