"""`lawtrack check`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from lawtrack.check import rules
from lawtrack.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "某市条例\n第一条　其它单位参照执行。\n第二条　本条例自2020年1月1日起施行。\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "text.md"
    path.write_text(TEXT, encoding="utf-8", newline="\n")
    return path


def test_findings_are_told_and_the_status_stays_0(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "zh", "check", str(draft)]) == 0
    told = capsys.readouterr().out
    assert f"{draft}:2:" in told
    assert "其他" in told
    assert "[other]" in told


def test_the_status_is_1_only_when_asked_for(draft: Path) -> None:
    assert main(["check", str(draft), "--exit-code"]) == 1
    (draft.parent / "draft.yaml").write_text("title: 某市条例\nchecks: {other: 沿用原文}\n", encoding="utf-8")
    assert main(["check", str(draft), "--exit-code"]) == 0


def test_findings_as_json(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(draft), "--json"])
    records = json.loads(capsys.readouterr().out)
    assert [(record["code"], record["line"], record["fix"]) for record in records] == [("other", 2, "其他")]


def test_fixes_are_written(draft: Path, tmp_path: Path) -> None:
    mended = tmp_path / "mended.txt"
    assert main(["check", str(draft), "-o", str(mended)]) == 0
    assert "其他单位" in mended.read_text(encoding="utf-8")


def test_a_record_in_another_encoding_is_refused_in_a_sentence(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (draft.parent / "draft.yaml").write_text("title: 某市条例\n", encoding="gb18030")
    assert main(["check", str(draft)]) == 2
    assert "draft.yaml" in capsys.readouterr().err


def test_the_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--rules", "--json"]) == 0
    assert [row["code"] for row in json.loads(capsys.readouterr().out)] == list(rules())


@pytest.mark.parametrize(
    "arguments", [["check"], ["check", "no-such-file.txt"], ["check", "a", "b", "-o", "c"]]
)
def test_wrong_usage_is_2(arguments: list[str]) -> None:
    assert main(arguments) == 2


def test_a_bad_switch_is_2(draft: Path) -> None:
    (draft.parent / "draft.yaml").write_text("title: 某市条例\nchecks: {nothing: 因为}\n", encoding="utf-8")
    assert main(["check", str(draft)]) == 2
