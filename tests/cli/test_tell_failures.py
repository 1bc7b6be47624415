"""A failure is one sentence in the user's language and an exit status, never a traceback."""

from __future__ import annotations

import io
import sys

import click
import pytest

from lawtrack.cli import main
from lawtrack.cli.root import COMMANDS, lawtrack

TEXT = "某市控烟条例\n第一条　为了健康，制定本条例。\n第二条　本条例自公布之日起施行。\n"


@pytest.fixture(autouse=True)
def locale(monkeypatch):
    for name in ("LAWTRACK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def files(tmp_path):
    (tmp_path / "old.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "new.txt").write_text(TEXT.replace("健康", "公众健康"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense"], "没有命令“nonsense”"),
        (["parse"], "缺少参数 FILE"),
        (["parse", "a.txt", "--nope"], "没有选项 --nope"),
        (["import", "a.txt"], "缺少选项 --draft"),
        (["plan", "import", "a.txt", "--title", "计划"], "缺少选项 --year"),
        (["plan", "import", "a.txt", "--year", "2024", "--title", "计划"], "缺少选项 --jurisdiction"),
        (["plan", "status", "--year", "x"], "1949–2200"),
        (["check", "a.txt", "--config", "no-such-file.yaml"], "没有这个文件"),
        (["parse", "no-such-file.txt"], "no-such-file.txt"),
        (["plan", "status", "--as-of", "2020-13-01"], "2020-08-28 这样的日期"),
        (["--lang", "xx", "parse"], "只能是：zh、en"),
    ],
)
def test_wrong_usage_says_what_and_exits_with_2(arguments, words, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert words in told.err
    assert "Traceback" not in told.err
    assert told.out == ""


def test_the_language_follows_the_option_then_the_environment(capsys, monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    main(["nonsense"])
    assert "There is no command" in capsys.readouterr().err
    main(["--lang", "zh", "nonsense"])
    assert "没有命令" in capsys.readouterr().err


def test_differences_exit_with_1_only_when_asked(files, capsys):
    pair = [str(files / "old.txt"), str(files / "new.txt")]
    assert main(["compare", *pair]) == 0
    assert main(["compare", *pair, "--exit-code"]) == 1
    assert main(["compare", pair[0], pair[0], "--exit-code"]) == 0
    capsys.readouterr()


def test_a_dash_reads_standard_input(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gb18030"))))
    assert main(["parse", "-"]) == 0
    assert "某市控烟条例" in capsys.readouterr().out


def test_an_output_of_unknown_kind_is_refused_before_anything_is_written(files, capsys):
    target = files / "out.odp"
    assert main(["compare", str(files / "old.txt"), str(files / "new.txt"), "-o", str(target)]) == 2
    assert ".docx" in capsys.readouterr().err
    assert not target.exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(name, capsys):
    assert main([name, "--help"]) == 0
    told = capsys.readouterr().out
    assert "用法：" in told
    assert f"lawtrack {name}" in told


def test_the_front_page_lists_every_command(capsys):
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(f"\n  {name} " in told for name in lawtrack.list_commands(click.Context(lawtrack)))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["plan", "check", "a.yaml", "b"], "多写了参数：a.yaml b"),
        (["merge", "a.txt", "b.txt"], "应当写 3 个"),
        (["lab", "--port"], "选项 --port 后面要写一个值"),
        (["collection", "search", "水", "--limit", "0"], "≥1"),
    ],
)
def test_what_click_says_in_english_is_said_in_chinese(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "zh", *arguments]) == 2
    told = capsys.readouterr().err
    assert says in told
    assert "Got " not in told
    assert "takes" not in told


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (["collection", "duties", "a.txt"], "lawtrack duties"),
        (["beside", "a.txt"], "lawtrack collection beside"),
        (["powers", "status"], "lawtrack plan status"),
        (["plan", "compare"], "lawtrack compare"),
    ],
)
def test_a_command_typed_in_the_wrong_place_is_told_where_it_stands(typed, written, capsys, monkeypatch):
    for language in ("zh", "en"):
        monkeypatch.setenv("LAWTRACK_LANG", language)
        assert main(typed) == 2
        assert written in capsys.readouterr().err
