from __future__ import annotations

import shutil

import pytest

from lawtrack.errors import Conflict, InvalidRecord
from lawtrack.law import parse, render
from lawtrack.store import PowersLists, replay, sample_root
from lawtrack.store import sample as sample_module

STAGES = """
# 样例
title: 某市控制吸烟条例  # 名称
notice: 示例文本
stages:
  - stage: second-reading
    file: stages/2.md
    date: 2020-08-28
    author: 甲 <a@example.cn>
    message: 二审稿
    note: 说明
  - stage: in-force-text
    file: stages/1.md
    date: 1954-09-20
    meeting: 第一次会议
    author: 甲 <a@example.cn>
    message: 现行
"""


@pytest.fixture
def sample(tmp_path):
    """A small sample: one draft with two dated texts, listed the wrong way round, and one without any."""
    root = tmp_path / "sample"
    (root / "drafts/smoke-ban/stages").mkdir(parents=True)
    (root / "drafts/clean-air").mkdir()
    (root / "plans").mkdir()
    (root / "drafts/smoke-ban/draft.yaml").write_text(STAGES, encoding="utf-8")
    (root / "drafts/clean-air/draft.yaml").write_text("title: 某市大气条例\n", encoding="utf-8")
    (root / "plans/2020.yaml").write_text("year: 2020\n", encoding="utf-8")
    for number in "12":
        text = f"某市控制吸烟条例\n第一条　第{number}稿。\n"
        (root / f"drafts/smoke-ban/stages/{number}.md").write_text(text, encoding="utf-8")
    return root


def test_the_sample_is_replayed_with_its_stages_dates_and_authors(sample, tmp_path, git):
    workspace = replay(sample, tmp_path / "新 区")

    told = git("log", "--reverse", "--format=%an %cn %at %s", cwd=workspace.root).splitlines()
    assert told == [
        "lawtrack lawtrack 0 建立 lawtrack 工作区",
        "lawtrack lawtrack 0 示例：年度计划和草案名录",
        "甲 lawtrack 0 现行",
        "甲 lawtrack 1598576400 二审稿",
    ]
    assert [(one.stage, one.date) for one in workspace.log()] == [
        ("in-force-text", "1954-09-20"),
        ("second-reading", "2020-08-28"),
    ]
    assert workspace.log()[1].message == "二审稿\n\n说明"
    assert [draft.slug for draft in workspace.drafts()] == ["clean-air", "smoke-ban"]
    assert (workspace.root / "drafts/smoke-ban/draft.yaml").read_text("utf-8") == (
        "# 样例\ntitle: 某市控制吸烟条例  # 名称\nnotice: 示例文本\n"
    )
    assert (workspace.root / "plans/2020.yaml").read_text("utf-8") == "year: 2020\n"
    assert workspace.verify() == ()


def test_the_same_sample_gives_the_same_commits_whoever_replays_it(sample, tmp_path, git, monkeypatch):
    first = replay(sample, tmp_path / "a")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2001-01-01T00:00:00Z")
    monkeypatch.setenv("GIT_COMMITTER_NAME", "Somebody")
    monkeypatch.setenv("TZ", "America/New_York")
    second = replay(sample, tmp_path / "b")

    raw = [git("log", "--format=raw", cwd=workspace.root) for workspace in (first, second)]
    assert raw[0] == raw[1]


def test_the_projects_own_sample_is_whole(root, tmp_path):
    workspace = replay(sample_root(), tmp_path / "sample")

    assert sample_root() == root
    assert workspace.verify() == ()
    assert "示例" in workspace.draft("patriotic-health").notice
    for version, name in zip(
        workspace.log("patriotic-health"), ("01-in-force-text", "02-first-reading", "03-passed"), strict=True
    ):
        source = root / "drafts/patriotic-health/stages" / f"{name}.md"
        assert workspace.text(version) == render(parse(source.read_text("utf-8")))


def test_a_folder_in_use_is_left_alone(sample, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").touch()
    with pytest.raises(Conflict):
        replay(sample, tmp_path / "mine")

    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_a_replay_that_is_broken_off_leaves_nothing(sample, tmp_path, monkeypatch):
    (tmp_path / "new").mkdir()

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replay(sample, tmp_path / "new" / "ws", stop)

    assert list((tmp_path / "new").iterdir()) == []


def test_a_stage_without_its_date_is_told_with_its_file(sample, tmp_path):
    record = sample / "drafts/smoke-ban/draft.yaml"
    record.write_text(STAGES.replace("    date: 1954-09-20\n", ""), encoding="utf-8")

    with pytest.raises(InvalidRecord, match=r"draft\.yaml.*date"):
        replay(sample, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_an_installed_package_carries_its_own_sample(sample, tmp_path, monkeypatch):
    package = tmp_path / "site/lawtrack"
    (package / "store").mkdir(parents=True)
    shutil.copytree(sample, package / "sample")
    monkeypatch.setattr(sample_module, "__file__", str(package / "store/sample.py"))

    assert sample_root() == package / "sample"


def test_a_sample_of_nothing_but_lists_of_powers_is_played(tmp_path):
    folder = tmp_path / "sample" / "powers" / "city"
    folder.mkdir(parents=True)
    for day in ("2020-06-30", "2019-06-30"):
        (folder / f"{day}.csv").write_text(f"事项名称,职权类型\n示例许可{day[:4]},行政许可\n", "utf-8")
    workspace = replay(tmp_path / "sample", tmp_path / "made")
    assert [one.date for one in PowersLists(workspace.repository).versions("city")] == [
        "2019-06-30",
        "2020-06-30",
    ]
