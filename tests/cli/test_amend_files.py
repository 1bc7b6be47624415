"""`lawtrack amend` with files."""

from __future__ import annotations

import json

import pytest

from lawtrack.cli import main
from lawtrack.formats.reading import read_text

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


def test_a_decision_is_read_as_operations(files, capsys):
    assert main(["amend", "read", files[2], "--json"]) == 0
    (instruction,) = json.loads(capsys.readouterr().out)["instructions"]
    assert [operation["op"] for operation in instruction["operations"]] == ["insert"]
    assert main(["amend", "read", files[2]]) == 0
    assert "insert\t第二条" in capsys.readouterr().out
