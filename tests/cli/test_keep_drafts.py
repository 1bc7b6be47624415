"""The commands on a workspace, from an empty folder to a checked history."""

from __future__ import annotations

import json
import subprocess
import time
from datetime import datetime

import pytest

from lawtrack.cli.root import main

FIRST = "某市控制吸烟条例\n第一条　为了健康，制定本条例。\n第二条　本条例自2020年12月1日起施行。\n"
SECOND = FIRST.replace("第二条", "第三条").replace("第三条", "第二条　室内禁止吸烟。\n第三条")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command in a folder of its own, as a user whom git knows; gives status, output, errors."""
    (tmp_path / "gitconfig").write_text("[user]\nname = 李娜\nemail = li@example.cn\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("LAWTRACK_LANG", "zh")
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")

    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main(arguments)
        told = capsys.readouterr()
        return status, told.out, told.err

    return command


@pytest.fixture
def filled(run, tmp_path, monkeypatch):
    """The same, in a workspace with two versions of one draft."""
    assert run("init", "区")[0] == 0
    monkeypatch.chdir("区")
    for name, text, stage, date in [
        ("一.txt", FIRST, "一审", "2020-07-30"),
        ("二.txt", SECOND, "表决稿", "2020-08-28"),
    ]:
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert (
            run("import", str(tmp_path / name), "--draft", "smoke-ban", "--stage", stage, "--date", date)[0]
            == 0
        )
    return run


def test_init_makes_a_workspace_dated_now(run, tmp_path):
    status, out, _ = run("init", "新 区")

    assert (status, out) == (0, f"工作区：{tmp_path / 'desk' / '新 区'}\n")
    dated = subprocess.run(
        ["git", "log", "-1", "--format=%aI %an"],
        cwd="新 区",
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.split()
    assert abs(datetime.fromisoformat(dated[0]).timestamp() - time.time()) < 60
    assert dated[1] == "李娜"


def test_import_says_what_it_saved_and_what_was_there(filled, tmp_path):
    again = [
        "import",
        str(tmp_path / "二.txt"),
        "--draft",
        "smoke-ban",
        "--stage",
        "passed",
        "--date",
        "2020-08-28",
    ]
    status, out, err = filled(*again)

    assert (status, err) == (0, "")
    assert out.startswith(
        "同一文件、同一阶段的这一稿已经有了，没有另存：smoke-ban 表决通过 2020-08-28（smoke-ban@"
    )
    assert len(json.loads(filled("log", "smoke-ban", "--json")[1])) == 2


def test_a_wrong_date_is_corrected_as_the_second_import_says(filled, tmp_path):
    again = ["import", str(tmp_path / "二.txt"), "--draft", "smoke-ban", "--stage", "passed"]
    said = filled(*again, "--date", "2020-08-29")[1]
    assert "2020-08-28" in said
    command = said.partition("lawtrack ")[2].split()[:2]
    status, out, _ = filled(*command, "--date", "2020-08-29", "--meeting", "第三十次会议")
    assert (status, "已更正 smoke-ban 表决通过 2020-08-29" in out) == (0, True)
    assert "没有改动" in filled(*command, "--date", "2020-08-29")[1]
    listed = filled("log", "smoke-ban")[1]
    assert "2020-08-29  表决通过" in listed
    assert "更正：原记为表决通过 2020-08-28" in listed
    assert filled("verify") == (0, "2 稿，记录无误。\n", "")


def test_import_takes_meeting_message_title_and_author(filled, tmp_path):
    more = [
        "--meeting",
        "第三十次会议",
        "--message",
        "说明",
        "--title",
        "控烟",
        "--author",
        "甲 <a@example.cn>",
    ]
    filled(
        "import", str(tmp_path / "一.txt"), "--draft", "other", "--stage", "drafting", "--date", "2020", *more
    )

    (one,) = json.loads(filled("log", "other", "--json")[1])
    assert (one["meeting"], one["message"], one["author"]) == ("第三十次会议", "说明", "甲")
    assert (one["source"], len(one["sha256"])) == ("一.txt", 64)


@pytest.mark.parametrize("wrong", [b"", b"%PDF-1.7", b"\0\1\2\3" * 50])
def test_an_unusable_file_gives_one_error_and_writes_nothing(filled, tmp_path, wrong):
    (tmp_path / "x.txt").write_bytes(wrong)
    status, out, err = filled(
        "import", str(tmp_path / "x.txt"), "--draft", "smoke-ban", "--stage", "filed", "--date", "2020"
    )

    assert (status, out) == (2, "")
    assert "Traceback" not in err
    assert len(json.loads(filled("log", "smoke-ban", "--json")[1])) == 2


def test_log_lists_the_versions_and_show_prints_one(filled):
    _, out, _ = filled("log", "smoke-ban")
    lines = out.splitlines()
    assert lines[0].endswith("2020-07-30  一审  李娜")
    assert lines[1].strip() == "一审：某市控制吸烟条例"

    assert (
        filled("show", "smoke-ban@一审")[1]
        == "# 某市控制吸烟条例\n\n" + "\n\n".join(FIRST.splitlines()[1:]) + "\n"
    )
    assert filled("show", "smoke-ban@2020-08-01") == filled("show", "smoke-ban@first-reading")
    status, _, err = filled("show", "smoke-ban@三审")
    assert status == 2
    assert "一审 2020-07-30" in err


def test_diff_shows_writes_and_reports_the_difference(filled, tmp_path):
    status, out, _ = filled("diff", "smoke-ban", "一审", "表决稿")
    assert status == 0
    assert "新增  第二条\n  {+第二条　室内禁止吸烟。+}\n" in out
    assert "改号  第二条 → 第三条\n" in out

    found = json.loads(filled("diff", "smoke-ban", "一审", "passed", "--json")[1])
    assert [row["kind"] for row in found["rows"]] == ["unchanged", "added", "unchanged"]
    assert filled("diff", "smoke-ban", "一审", "passed", "--exit-code")[0] == 1
    assert filled("diff", "smoke-ban", "一审", "一审", "--exit-code")[0] == 0

    assert filled("diff", "smoke-ban", "一审", "passed", "-o", str(tmp_path / "对照.html"))[0] == 0
    assert "室内禁止吸烟" in (tmp_path / "对照.html").read_text("utf-8")


def test_blame_names_the_version_of_each_clause(filled):
    _, out, _ = filled("blame", "smoke-ban")
    told = [line.split()[1:4] for line in out.splitlines()]
    assert told == [
        ["2020-07-30", "一审", "第一条"],
        ["2020-08-28", "表决通过", "第二条"],
        ["2020-07-30", "一审", "第三条"],
    ]
    (one,) = json.loads(filled("blame", "smoke-ban", "3", "--json")[1])
    assert (one["clause"], one["stage"]) == ("第三条", "first-reading")


def test_verify_exits_with_1_where_something_is_wrong(filled):
    assert filled("verify") == (0, "2 稿，记录无误。\n", "")

    message = "x\n\nLawtrack-Draft: smoke-ban\nLawtrack-Stage: filed\nLawtrack-Date: soon\x1b[31m"
    subprocess.run(["git", "commit", "-q", "--allow-empty", "-m", message], check=True)
    status, out, _ = filled("verify")

    assert status == 1
    assert "soon\\x1b[31m" in out
    assert json.loads(filled("verify", "--json")[1])[0]["code"] == "store.verify-date"


def test_a_command_finds_the_workspace_named_by_c(filled, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert filled("log", "smoke-ban")[0] == 2
    assert filled("log", "smoke-ban", "-C", "desk/区/drafts")[0] == 0


def test_demo_replays_the_sample_once_and_marks_it_wherever_shown(run, monkeypatch):
    assert run("demo", "示例")[1].endswith("（7 部草案，3 稿）\n")
    assert run("demo", "示例")[1].endswith("已经是工作区，没有改动。\n")

    monkeypatch.chdir("示例")
    for command in (["log"], ["diff", "一审", "passed"], ["blame"]):
        told = run(command[0], "patriotic-health", *command[1:])[1]
        assert told.startswith("示例文本，非正式文本\n")
    assert "示例文本" in run("show", "patriotic-health@passed")[1]
