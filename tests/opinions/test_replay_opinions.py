"""The sample's opinions come in and are answered on their days, between the texts that they are on and the next."""

from __future__ import annotations

import pytest

from lawtrack.errors import InvalidRecord
from lawtrack.opinions import paragraphs
from lawtrack.opinions.model import opinion_id
from lawtrack.store import replay, sample_root

STAGES = """
title: 某市控制吸烟条例
stages:
  - {stage: first-reading, file: stages/1.md, date: 2020-07-30, author: 甲 <a@example.cn>, message: 一审稿}
  - {stage: passed, file: stages/2.md, date: 2020-08-28, author: 乙 <b@example.cn>, message: 表决稿}
"""
OPINION = """# 示例
text: 建议修改。
date: 2020-08-05
anchor: {stage: first-reading, eids: [art_1], label: 第一条}
answer: {result: adopted, date: 2020-08-20}
"""


@pytest.fixture
def sample(tmp_path):
    root = tmp_path / "sample"
    (root / "plans").mkdir(parents=True)
    for folder in ("stages", "opinions"):
        (root / "drafts/smoke-ban" / folder).mkdir(parents=True)
    (root / "drafts/smoke-ban/draft.yaml").write_text(STAGES, encoding="utf-8")
    for number in "12":
        text = f"某市控制吸烟条例\n第一条　第{number}稿。\n"
        (root / f"drafts/smoke-ban/stages/{number}.md").write_text(text, encoding="utf-8")
    (root / "drafts/smoke-ban/opinions/kd2.yaml").write_text(OPINION, encoding="utf-8")
    return root


def test_an_opinion_comes_in_before_it_is_answered_and_both_before_the_next_text(sample, tmp_path, git):
    workspace = replay(sample, tmp_path / "ws")
    told = git("log", "--reverse", "--format=%an %ad %s", "--date=short", cwd=workspace.root).splitlines()
    assert told[2:] == [
        "甲 2020-07-30 一审稿",
        "乙 2020-08-05 意见：smoke-ban 新增 1 条",
        "乙 2020-08-20 意见：smoke-ban 答复 1 条",
        "乙 2020-08-28 表决稿",
    ]
    file = "drafts/smoke-ban/opinions/kd2.yaml"
    assert "answer" not in git("show", f"HEAD~2:{file}", cwd=workspace.root)
    assert (workspace.root / file).read_text("utf-8") == OPINION
    assert workspace.verify() == ()


def test_the_same_opinions_are_the_same_commits(sample, tmp_path, git):
    first, second = (replay(sample, tmp_path / name) for name in "ab")
    heads = [git("rev-parse", "HEAD", cwd=workspace.root) for workspace in (first, second)]
    assert heads[0] == heads[1]


def test_an_opinion_that_cannot_be_read_stops_the_replay_with_its_file(sample, tmp_path):
    (sample / "drafts/smoke-ban/opinions/kd2.yaml").write_text("text: [", encoding="utf-8")
    with pytest.raises(InvalidRecord, match=r"kd2\.yaml"):
        replay(sample, tmp_path / "ws")
    assert not (tmp_path / "ws").exists()


def test_the_projects_own_opinions_show_every_fate_and_are_marked(root, tmp_path):
    files = sorted((root / "drafts/patriotic-health/opinions").glob("*.yaml"))
    assert all(file.read_text("utf-8").startswith("# 示例") for file in files)
    opinions = replay(sample_root(), tmp_path / "ws").opinions("patriotic-health")
    report = opinions.follow("passed")

    assert report.problems == ()
    assert len(report.rows) == len(files)
    assert all("示例" in row.opinion.source for row in report.rows)
    assert [row.opinion.id for row in report.rows] == [opinion_id(row.opinion) for row in report.rows]
    assert {row.fate for row in report.rows} == {"unchanged", "amended", "merged", "deleted"}
    assert any(row.moved for row in report.rows)
    assert [remark.code for row in report.rows for remark in row.remarks] == ["opinions.warn-unanswered"]
    assert len(paragraphs(report)) == 7
