"""`lawtrack amend` with files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from lawtrack.cli import main
from lawtrack.formats import read_text

if TYPE_CHECKING:
    from pathlib import Path

OLD = "某市控烟条例\n第一条　公园内禁止吸烟。\n第二条　学校内禁止吸烟，违者予以警告。\n"
NEW = "某市控烟条例\n第一条　公园内禁止吸烟。\n第二条　医院内禁止吸烟。\n第三条　学校内禁止吸烟，违者予以警告。\n"
DECISION = "一、增加一条，作为第二条：“医院内禁止吸烟。”\n"


@pytest.fixture
def files(tmp_path):
    made = []
    for name, text in (("old.txt", OLD), ("new.txt", NEW), ("decision.txt", DECISION)):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="\n")
        made.append(str(path))
    return made


def test_a_decision_is_applied_to_its_base(files, tmp_path, capsys):
    old, _, decision = files
    assert main(["amend", "apply", old, decision]) == 0
    assert capsys.readouterr().out == NEW
    target = tmp_path / "amended.txt"
    assert main(["amend", "apply", old, decision, "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8") == NEW


def test_what_could_not_be_applied_is_said_and_gives_status_three(files, tmp_path, capsys):
    bad = tmp_path / "bad.txt"
    bad.write_text("一、删去第九条。\n", encoding="utf-8")
    assert main(["amend", "apply", files[0], str(bad), "--json"]) == 3
    shown = capsys.readouterr()
    assert json.loads(shown.out)["complete"] is False
    assert "第九条" in shown.err


def test_a_written_decision_applies_again(files, tmp_path, capsys):
    old, new, _ = files
    target = tmp_path / "decision.txt"
    assert main(["amend", "write", old, new, "-o", str(target), "--effective", "2024年7月1日"]) == 0
    assert "自2024年7月1日起施行" in target.read_text(encoding="utf-8")
    capsys.readouterr()
    assert main(["amend", "apply", old, str(target)]) == 0
    assert capsys.readouterr().out == NEW


@pytest.mark.parametrize("suffix", ["md", "docx"])
def test_a_decision_is_written_by_the_ending_of_its_name(files, tmp_path, suffix):
    target = tmp_path / f"decision.{suffix}"
    assert main(["amend", "write", files[0], files[1], "-o", str(target)]) == 0
    assert "增加一条，作为第二条：“医院内禁止吸烟。”" in read_text(target).text


def test_the_page_and_the_account_are_asked_for_by_their_endings(files, tmp_path, capsys):
    old, _, decision = files
    page, account = tmp_path / "a.html", tmp_path / "a.json"
    for target in (page, account):
        assert main(["amend", "apply", old, decision, "-o", str(target)]) == 0
        assert capsys.readouterr().out == f"已写入 {target}\n"
    assert 'href="#c-art_2"' in page.read_text(encoding="utf-8")
    assert json.loads(account.read_text(encoding="utf-8"))["effects"][0]["new_clause"] == "第二条"


@pytest.mark.parametrize("command", ["apply", "write"])
def test_a_folder_takes_decision_table_text_and_page(files, tmp_path, capsys, command):
    folder = tmp_path / "上会"
    texts = [files[0], files[2] if command == "apply" else files[1]]
    assert main(["amend", command, *texts, "--folder", str(folder)]) == 0
    assert len(list(folder.iterdir())) == capsys.readouterr().out.count("已写入") == 5
    assert "医院内禁止吸烟" in read_text(folder / "修改后文本.docx").text


def test_an_ending_that_nobody_writes_is_refused(files, tmp_path, capsys):
    for command in (["apply", files[0], files[2]], ["write", files[0], files[1]]):
        assert main(["amend", *command, "-o", str(tmp_path / "a.odt")]) == 2
        assert ".docx" in capsys.readouterr().err


def test_too_few_or_too_many_texts_are_refused_with_what_to_write(files, capsys):
    for arguments in (
        ["apply", files[0]],
        ["apply", *files],
        ["apply", files[0], files[2], "--stage", "passed"],
        ["apply", *files[:2], "--draft", "smoke-ban", "--stage", "passed", "--date", "2020"],
        ["apply", files[2], "--draft", "smoke-ban", "--stage", "passed"],
        ["write", files[0]],
        ["write", *files, *files[:2]],
    ):
        assert main(["amend", *arguments]) == 2
        told = capsys.readouterr().err
        assert "请写两个文件" in told or "--draft" in told or "成对给出文件" in told


def test_a_decision_is_read_as_operations(files, capsys):
    assert main(["amend", "read", files[2], "--json"]) == 0
    (instruction,) = json.loads(capsys.readouterr().out)["instructions"]
    assert [operation["op"] for operation in instruction["operations"]] == ["insert"]
    assert main(["amend", "read", files[2]]) == 0
    assert "增加\t第二条" in capsys.readouterr().out


def test_a_part_without_a_number_is_called_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = "某市公园条例\n第一条　公园开放。\n第二条　公园收费。\n"
    decision = "关于修改《某市公园条例》的决定\n将第二条修改为：“公园免费。”\n本决定自公布之日起施行。\n"
    printed = base.replace("公园条例", "公园管理条例").replace("公园收费", "公园免费")
    files = [tmp_path / name for name in ("b.txt", "d.txt", "p.txt")]
    for file, text in zip(files, (base, decision, printed), strict=True):
        file.write_text(text, encoding="utf-8")
    assert main(["--lang", "zh", "amend", "verify", *map(str, files)]) == 1
    assert capsys.readouterr().out.startswith("标题\t")
