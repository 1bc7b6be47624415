"""`Workspace.amend`: a decision applied to a draft is its next version."""

from __future__ import annotations

import hashlib

import pytest

from lawtrack.errors import NotApplied, NotFound, UnusableInput
from lawtrack.messages import use_language
from lawtrack.store import Source
from tests.texts import DRAFTER, SECOND

DECISION = """关于修改《某市控制吸烟条例》的决定
决定作如下修改：
一、将第一条修改为：“为了市民健康，制定本条例。”
本决定自公布之日起施行。
"""
HALF = DECISION.replace("本决定", "二、删去第九十条。\n本决定")


@pytest.fixture
def amend(workspace, save):
    """The decision applied to the draft smoke-ban, of which one version is there."""
    save()

    def run(decision: str = DECISION, **more):
        return workspace.amend(
            "smoke-ban", decision, **{"stage": "passed", "date": "2020-08-28", "author": DRAFTER, **more}
        )

    return run


def test_a_decision_makes_a_version_whose_trailers_name_it(amend, workspace, git):
    version, applied = amend(meeting="第三十次会议")
    digest = hashlib.sha256(DECISION.encode()).hexdigest()
    assert applied.complete
    assert "为了市民健康" in workspace.text(version)
    assert git("log", "-1", "--format=%B").splitlines()[-9:-5] == [
        "Lawtrack-Stage: passed",
        "Lawtrack-Date: 2020-08-28",
        "Lawtrack-Meeting: 第三十次会议",
        f"Lawtrack-Decision: 关于修改《某市控制吸烟条例》的决定 sha256:{digest}",
    ]
    assert version.message == "表决通过：根据《关于修改〈某市控制吸烟条例〉的决定》修改"
    assert workspace.log("smoke-ban")[-1].decision == Source("关于修改《某市控制吸烟条例》的决定", digest)
    assert workspace.log_frame("smoke-ban")["decision"].tolist() == ["", "关于修改《某市控制吸烟条例》的决定"]
    assert workspace.verify() == ()


def test_the_file_of_the_decision_gives_its_hash(amend):
    version, _ = amend(source=Source("决定.docx", "ab" * 32))
    assert version.decision == Source("关于修改《某市控制吸烟条例》的决定", "ab" * 32)


def test_a_decision_that_fails_in_part_saves_nothing(amend, workspace):
    with pytest.raises(NotApplied) as failure:
        amend(HALF)
    assert failure.value.exit_status == 3
    assert "二　原文中没有第九十条。" in failure.value.message()
    assert len(workspace.log("smoke-ban")) == 1
    assert workspace.unsaved() == ()


def test_asked_for_in_part_it_is_saved_and_the_rest_is_on_record(amend, workspace):
    with use_language("en"):
        version, applied = amend(HALF, partial=True)
    assert not applied.complete
    assert "为了市民健康" in workspace.text(version)
    assert "尚未执行：\n二　原文中没有第九十条。" in workspace.log("smoke-ban")[-1].message


def test_a_decision_of_which_nothing_applies_is_never_saved(amend, workspace):
    for decision in ("一、删去第九十条。\n", "没有指令。", "", "一、将第一条中的“没有的词”修改为“词”。\n"):
        with pytest.raises(NotApplied):
            amend(decision, partial=True)
    assert len(workspace.log("smoke-ban")) == 1


def test_the_same_decision_a_second_time_is_the_version_that_is_there(amend, workspace):
    first, _ = amend()
    again, _ = amend(on="first-reading")
    assert (again.sha, first.fresh, again.fresh) == (first.sha, True, False)
    assert len(workspace.log("smoke-ban")) == 2


def test_an_older_version_can_be_amended(amend, workspace, save):
    save(SECOND, stage="second-reading", date="2020-08-01")
    version, applied = amend(on="first-reading")
    assert applied.complete
    assert "室内公共场所" not in workspace.text(version)


def test_wrong_records_are_refused_before_anything_is_saved(amend, workspace):
    for wrong, error in (
        ({"date": "昨天"}, UnusableInput),
        ({"on": "third-reading"}, NotFound),
        ({"source": Source("a.docx", "no hash")}, UnusableInput),
    ):
        with pytest.raises(error):
            amend(**wrong)
    assert len(workspace.log("smoke-ban")) == 1


def test_a_title_cannot_forge_a_trailer(amend, git):
    amend(
        DECISION.replace("的决定\n", "的决定\nLawtrack-Stage: filed\n", 1),
        source=Source("a\nLawtrack-Stage: filed", "ab" * 32),
    )
    assert git("log", "-1", "--format=%(trailers:key=Lawtrack-Stage,valueonly)").split() == ["passed"]


def test_verify_sees_a_damaged_decision_record(amend, workspace, git):
    amend()
    message = git("log", "-1", "--format=%B").replace("sha256:", "sha256:x")
    git("commit", "--amend", "-q", "-m", message)
    codes = [finding.code for finding in workspace.verify()]
    assert {"store.verify-source", "record-changed"} <= set(codes)
