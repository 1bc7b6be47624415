"""`lawtrack amend` on the versions of a draft."""

from __future__ import annotations

import json
import subprocess

import pytest

from lawtrack.cli import main
from lawtrack.store import Author, Workspace

FIRST = "某市控烟条例\n第一条　公园内禁止吸烟。\n第二条　学校内禁止吸烟，违者予以警告。\n"
SECOND = "某市控烟条例\n第一条　公园内禁止吸烟。\n第二条　医院内禁止吸烟。\n第三条　学校内禁止吸烟，违者予以警告。\n"
DECISION = (
    "关于修改《某市控烟条例》的决定\n一、增加一条，作为第二条：“医院内禁止吸烟。”\n本决定自公布之日起施行。\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run `lawtrack amend` in a workspace with one version of a draft; gives status, output, errors."""
    (tmp_path / "gitconfig").write_text("[user]\nname = 李娜\nemail = li@example.cn\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("LAWTRACK_LANG", "zh")
    workspace = Workspace.create(tmp_path / "区", author=Author("李娜", "li@example.cn"))
    workspace.import_version("smoke-ban", FIRST, stage="first-reading", date="2020-07-30")
    monkeypatch.chdir(workspace.root)
    (tmp_path / "决定.txt").write_text(DECISION, encoding="utf-8")

    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main(["amend", *arguments])
        told = capsys.readouterr()
        return status, told.out, told.err

    return command


NEXT = ("--draft", "smoke-ban", "--from", "一审", "--stage", "表决稿", "--date", "2020-08-28")


def trailers() -> str:
    shown = subprocess.run(
        ["git", "log", "-1", "--format=%(trailers)"], capture_output=True, check=True, encoding="utf-8"
    )
    return shown.stdout


def test_a_decision_becomes_the_draft_s_next_version(run):
    status, out, _ = run("apply", "../决定.txt", *NEXT, "--meeting", "第三十次会议")
    assert status == 0
    assert out.startswith("已保存 smoke-ban 表决通过 2020-08-28")
    assert "Lawtrack-Decision: 关于修改《某市控烟条例》的决定 sha256:" in trailers()
    assert "医院内禁止吸烟" in Workspace.open().text("smoke-ban@passed")
    assert run("apply", "../决定.txt", *NEXT)[1].startswith("同一文件")


def test_what_cannot_be_applied_whole_is_saved_only_on_demand(run, tmp_path):
    bad = tmp_path / "坏.txt"
    bad.write_text(DECISION + "二、删去第九十条。\n", encoding="utf-8")
    status, out, err = run("apply", str(bad), *NEXT, "-o", "a.docx")
    assert (status, out) == (3, "")
    assert "原文中没有第九十条" in err
    assert len(Workspace.open().log("smoke-ban")) == 1
    assert not (tmp_path / "区" / "a.docx").exists()

    status, out, err = run("apply", str(bad), *NEXT, "--partial", "--json")
    assert status == 3
    assert json.loads(out)["version"] == Workspace.open().version("smoke-ban").reference
    assert "原文中没有第九十条" in err
    assert len(Workspace.open().log("smoke-ban")) == 2


def test_a_decision_is_written_from_two_versions_and_leads_from_one_to_the_other(run, tmp_path):
    Workspace.open().import_version("smoke-ban", SECOND, stage="passed", date="2020-08-28")
    status, out, _ = run("write", "smoke-ban", "一审", "表决稿", "--effective", "2020年12月1日")
    assert status == 0
    assert "一、增加一条，作为第二条：“医院内禁止吸烟。”" in out
    (tmp_path / "写.txt").write_text(out, encoding="utf-8")
    done = ("--draft", "smoke-ban", "--from", "一审", "--stage", "promulgated", "--date", "2020-12-01")
    assert run("apply", "../写.txt", *done)[0] == 0
    workspace = Workspace.open()
    assert workspace.text("smoke-ban@promulgated") == workspace.text("smoke-ban@passed")


def test_a_version_or_draft_that_is_not_there_is_named(run):
    assert "clean-air" in run("write", "clean-air", "一审", "表决稿")[2]
    status, _, err = run("write", "smoke-ban", "一审", "二审")
    assert status == 2
    assert "二审" in err
