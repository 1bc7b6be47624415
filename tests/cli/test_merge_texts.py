"""`lawtrack merge`: on files, and on versions of a draft."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from lawtrack.cli.root import main
from lawtrack.store import Author, Workspace

if TYPE_CHECKING:
    from pathlib import Path

BASE = "某市停车条例\n第一条　禁止占用消防通道停车。\n第二条　停车场应当在七日内报告停业情况。\n"
OURS = """某市停车条例
第一条　为了规范停车，制定本条例。
第二条　禁止占用消防通道停车。
第三条　停车场应当在五日内报告停业情况。
"""
THEIRS = BASE.replace("消防通道", "消防车通道")
CLASH = BASE.replace("七日", "十日")
MERGED = OURS.replace("消防通道", "消防车通道")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("base", BASE), ("ours", OURS), ("theirs", THEIRS), ("clash", CLASH)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_merged_text_goes_to_standard_output(files, capfd):
    assert main(["merge", "base.txt", "ours.txt", "theirs.txt"]) == 0
    told = capfd.readouterr()
    assert told.out == MERGED
    assert "冲突 0" in told.err


def test_the_heads_of_the_report_name_the_files_as_people_do(files):
    assert main(["merge", "base.txt", "ours.txt", "theirs.txt", "--report", "合并情况.md"]) == 0
    told = (files / "合并情况.md").read_text("utf-8")
    assert "ours" in told
    assert ".txt" not in told


def test_a_conflict_is_told_with_all_words_and_leaves_3(files, capfd):
    assert main(["merge", "base.txt", "ours.txt", "clash.txt", "-o", "out.txt"]) == 3
    told = capfd.readouterr()
    assert [line.split()[0] for line in told.err.splitlines()[1:]] == ["c1", "原稿", "甲稿", "乙稿"]
    assert "十日内" in told.err
    assert (files / "out.txt").read_text("utf-8") == OURS


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--take", "theirs"], "十日内"),
        (["--decide", "c1=base"], "七日内"),
        (["--decide", "c1=@own.txt"], "九日内"),
    ],
)
def test_conflicts_are_decided_on_the_command_line(files, capfd, options, words):
    (files / "own.txt").write_text("停车场应当在九日内报告停业情况。", encoding="utf-8")
    assert main(["merge", "base.txt", "ours.txt", "clash.txt", *options]) == 0
    assert f"第三条　停车场应当在{words}报告停业情况。" in capfd.readouterr().out


def test_the_depth_of_merging_can_be_chosen(files, capfd):
    (files / "more.txt").write_text(BASE.replace("停业情况", "停业和歇业情况"), encoding="utf-8")
    assert main(["merge", "base.txt", "ours.txt", "more.txt"]) == 0
    assert main(["merge", "base.txt", "ours.txt", "more.txt", "--depth", "clauses"]) == 3


def test_json_holds_rows_conflicts_and_text(files, capfd):
    assert main(["merge", "base.txt", "ours.txt", "clash.txt", "--json"]) == 3
    found = json.loads(capfd.readouterr().out)
    assert found["complete"] is False
    assert [one["id"] for one in found["conflicts"]] == ["c1"]
    assert found["numbers"] == [["第一条", "第二条"], ["第二条", "第三条"]]


def test_what_cannot_be_meant_is_refused(files, capfd):
    assert main(["merge", "base.txt", "ours.txt", "theirs.txt", "--stage", "一审"]) == 2
    assert main(["merge", "base.txt", "ours.txt", "clash.txt", "--decide", "c1=mine"]) == 2
    assert main(["merge", "base.txt", "ours.txt", "clash.txt", "--decide", "c7=ours"]) == 2
    assert main(["merge", "base.txt", "ours.txt", "theirs.txt", "--report", "table.csv"]) == 2


def test_versions_of_a_draft_are_merged_and_saved_when_whole(files, capfd):
    workspace = Workspace.create(files / "w")
    drafter = Author("王小明", "wang@example.cn")
    for text, date in (
        (BASE, "2020-07-01"),
        (OURS, "2020-07-02"),
        (CLASH, "2020-07-03"),
        (THEIRS, "2020-07-04"),
    ):
        workspace.import_version("parking", text, stage="drafting", date=date, author=drafter)
    who = ["--author", str(drafter), "-C", str(workspace.root)]
    assert main(["merge", "parking", "2020-07-02", "2020-07-03", *who]) == 3
    assert "没有保存" in capfd.readouterr().err
    assert len(workspace.log("parking")) == 4
    given = ["--base", "2020-07-01", "--stage", "一审", "--date", "2020-07-05", "--report", "table.md"]
    assert main(["merge", "parking", "2020-07-02", "2020-07-04", *given, *who]) == 0
    told = capfd.readouterr()
    assert "已保存 parking 一审 2020-07-05" in told.out
    assert (files / "table.md").exists()
    last = workspace.version("parking")
    assert "消防车通道" in workspace.text(last)
    assert len(last.merges) == 3


def test_clauses_in_which_both_sides_changed_words_are_named(files, capfd):
    (files / "ours.txt").write_text(BASE.replace("七日内", "七日内书面"), encoding="utf-8")
    (files / "theirs.txt").write_text(BASE.replace("停业情况", "停业的原因"), encoding="utf-8")
    assert "停业情况" in BASE
    assert main(["--lang", "zh", "merge", "base.txt", "ours.txt", "theirs.txt"]) == 0
    told = capfd.readouterr()
    assert "书面" in told.out
    assert "停业的原因" in told.out
    assert "请核对：第二条" in told.err


def test_what_was_decided_is_no_conflict_any_more(files, capfd):
    main(["--lang", "zh", "merge", "base.txt", "ours.txt", "clash.txt", "--take", "theirs"])
    assert "冲突 0（另有 1 处已决定）" in capfd.readouterr().err


def test_a_conflict_in_the_header_note_has_a_name(tmp_path, capfd):
    texts = [
        f"某市公园条例\n（202{year}年1月1日某市人大常委会通过）\n第一条　公园开放。\n" for year in range(3)
    ]
    for name, text in zip("abc", texts, strict=True):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert main(["--lang", "zh", "merge", *(str(tmp_path / f"{name}.txt") for name in "abc")]) == 3
    assert "c1  题注" in capfd.readouterr().err
