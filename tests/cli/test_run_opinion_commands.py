"""The opinion commands, from a department's table to the table for the report."""

from __future__ import annotations

import json

import pytest

from lawtrack.cli.root import main

FIRST = "某市控制吸烟条例\n第一条　为了健康，制定本条例。\n第二条　本条例自2020年12月1日起施行。\n"
SECOND = (
    FIRST.replace("健康", "公众健康")
    .replace("第二条", "第三条")
    .replace("第三条", "第二条　室内禁止吸烟。\n第三条")
)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command in a workspace with two versions of one draft; gives status, output, errors."""
    (tmp_path / "gitconfig").write_text("[user]\nname = 李娜\nemail = li@example.cn\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("LAWTRACK_LANG", "zh")
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main(arguments)
        told = capsys.readouterr()
        return status, told.out, told.err

    assert command("init", "区")[0] == 0
    monkeypatch.chdir("区")
    for name, text, stage, date in [
        ("一", FIRST, "一审", "2020-07-30"),
        ("二", SECOND, "表决稿", "2020-08-28"),
    ]:
        file = tmp_path / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        assert command("import", str(file), "--draft", "smoke-ban", "--stage", stage, "--date", date)[0] == 0
    return command


def add(run, *more: str) -> str:
    told = ["--clause", "第1条", "--on", "一审", "--source", "某局", "--kind", "部门和单位", *more]
    status, out, _ = run("opinion", "add", "smoke-ban", "建议写明公众。", *told)
    assert status == 0
    return out.split()[1].partition("：")[0]


def test_an_opinion_is_entered_answered_listed_and_shown(run):
    made = add(run, "--quote", "健康", "--date", "2020年8月5日")
    assert add(run, "--quote", "健康", "--date", "2020年8月5日") != ""  # there already
    status, out, _ = run("opinion", "list", "smoke-ban", "--exit-code")
    assert status == 1
    assert made in out
    assert "仍未答复" in out

    assert run("opinion", "answer", "smoke-ban", made, "采纳", "--by", "法制委员会")[1].startswith(
        f"已答复 {made}"
    )
    status, out, _ = run("opinion", "list", "smoke-ban", "--exit-code")
    assert (status, out.splitlines()[-2:]) == (
        0,
        ["共收到意见1条（来自1个单位和个人），其中采纳1条。", "按来源分：部门和单位1条。"],
    )
    assert made not in run("opinion", "list", "smoke-ban", "--open")[1]
    shown = run("opinion", "show", "smoke-ban", made)[1]
    assert "一审 第一条 → 表决通过 第一条" in shown
    assert "为了{+公众+}健康" in shown
    assert "所引文字仍在" in shown
    told = json.loads(run("opinion", "show", "smoke-ban", made, "--json")[1])
    assert (told["result"], told["fate"], told["kind"]) == ("adopted", "amended", "department")
    assert json.loads(run("opinion", "list", "smoke-ban", "--json")[1])["tally"]["adopted"] == 1


def test_a_clause_that_is_not_there_is_told_and_can_be_named(run):
    status, out, err = run(
        "opinion", "add", "smoke-ban", "建议修改。", "--clause", "第九十条", "--on", "一审"
    )
    made = out.split()[1].partition("：")[0]
    assert status == 0
    assert "没有找到" in err
    assert "第二条" in run("opinion", "correct", "smoke-ban", made, "--clause", "第二条")[1]
    assert "第二条 （现第三条）" in run("opinion", "list", "smoke-ban")[1]


def test_a_table_comes_in_and_goes_out(run, tmp_path):
    table = tmp_path / "反馈.csv"
    table.write_text(
        "条款,意见建议,单位\n第一条,=建议写明公众,某局\n第九十条,甲,某局\n,,某厅\n", encoding="utf-8"
    )
    status, out, err = run(
        "opinion", "import", "smoke-ban", str(table), "--on", "一审", "--date", "2020-08-05"
    )
    assert (status, out) == (0, "新增 2 条，答复 0 条，原来就有 0 条。\n")
    assert "第九十条" in err
    assert "第 4 行没有读懂：某厅" in err
    assert run("opinion", "import", "smoke-ban", str(table), "--on", "一审", "--date", "2020-08-05")[
        1
    ].startswith("新增 0 条")

    for suffix in (".docx", ".xlsx", ".csv", ".json", ".md"):
        assert run("opinion", "export", "smoke-ban", "-o", str(tmp_path / f"表{suffix}"))[0] == 0
        assert (tmp_path / f"表{suffix}").stat().st_size > 100
    assert (
        run("opinion", "import", "smoke-ban", str(tmp_path / "表.xlsx"))[1]
        == "新增 0 条，答复 0 条，原来就有 2 条。\n"
    )
    assert run("opinion", "export", "smoke-ban")[1].startswith("共收到意见2条")


@pytest.mark.parametrize(
    "arguments",
    [
        ("answer", "smoke-ban", "kd2", "采纳"),
        ("answer", "smoke-ban", "../../x", "采纳"),
        ("show", "smoke-ban", "kd2"),
        ("add", "smoke-ban", "甲", "--kind", "邻居"),
        ("add", "smoke-ban", "甲", "--on", "三审"),
        ("add", "no-such", "甲"),
        ("import", "smoke-ban", "没有.docx"),
        ("export", "smoke-ban", "-o", "a.odp"),
    ],
)
def test_a_failure_is_one_sentence(run, arguments):
    status, _, err = run("opinion", *arguments)
    assert status == 2
    assert "Traceback" not in err
    assert err.strip()


def test_a_letter_cannot_steer_the_terminal(run):
    made = add(run, "--note", "\x1b[2J红")
    for command in (("list", "smoke-ban"), ("show", "smoke-ban", made), ("export", "smoke-ban")):
        assert "\x1b" not in run("opinion", *command)[1]


def test_the_commands_speak_english(run):
    add(run)
    out = run("--lang", "en", "opinion", "list", "smoke-ban")[1]
    assert "1 opinion was received (from 1 body or person): not answered 1." in out
