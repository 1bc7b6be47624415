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


def test_fixes_are_asked_for_by_rule(draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mended = tmp_path / "mended.txt"
    assert main(["check", str(draft), "-o", str(mended)]) == 0
    assert mended.read_text(encoding="utf-8") == TEXT, "nothing is changed that was not asked for"
    assert main(["check", str(draft), "--fix", "pay", "-o", str(mended)]) == 0
    assert mended.read_text(encoding="utf-8") == TEXT
    capsys.readouterr()
    for words in (["--fix", "other"], ["--fix", "pay,other"], ["--fix", "pay", "other"]):
        assert main(["check", str(draft), *words, "-o", str(mended)]) == 0
        assert mended.read_text(encoding="utf-8") == TEXT.replace("其它", "其他")
        told = capsys.readouterr().err
        assert "- 第一条　其它单位参照执行。" in told
        assert "+ 第一条　其他单位参照执行。" in told
    assert main(["check", str(draft), "--fix", "no-such-rule"]) == 2


def test_many_findings_of_a_kind_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    lines = [f"第{n}条　甲,乙。" for n in range(1, 201)]
    path.write_text("某市条例\n" + "\n".join(lines) + "\n第201条　本条例自公布之日起施行。\n", "utf-8")
    main(["--lang", "en", "check", str(path)])
    shown = capsys.readouterr()
    assert [line for line in shown.out.splitlines() if "[half-width]" in line and "200 in all" in line]
    assert shown.out.count("[half-width]") == 1
    main(["check", str(path), "--each"])
    assert capsys.readouterr().out.count("[half-width]") == 200


@pytest.mark.filterwarnings("ignore::lawtrack.formats.reading.ReadingWarning")
@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.txt", "某市条例\n\n\n第一条　其它。\n", 4),
        ("a.md", "某市条例\n\n\n第一条　其它。\n", 4),
        ("text.md", "# 某市条例\n\n## 第一章　总则\n\n第一条　甲。\n\n第二条　其它。\n", 7),
        ("a.md", "---\ntitle: 某市条例\n---\n\n<!-- 两行\n注释 -->\n::: tip\n第一条　其它。\n:::\n", 8),
        ("b.txt", "关于《某市条例（草案）》的说明\n一、必要性\n某市条例（草案）\n第一条　其它。\n", 4),
    ],
)
def test_a_finding_names_the_line_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, line: int
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="\n")
    main(["check", str(path), "--json"])
    assert [
        record["line"] for record in json.loads(capsys.readouterr().out) if record["code"] == "other"
    ] == [line]


def test_no_article_is_never_nothing_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("某市人大常委会召开会议\n会议听取了汇报。\n", encoding="utf-8")
    assert main(["check", str(path), "--exit-code"]) == 1
    assert "[no-article]" in capsys.readouterr().out


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


def test_of_several_files_those_without_a_finding_are_named(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean = tmp_path / "clean.txt"
    clean.write_text(
        "某市公园条例\n第一条　公园开放。\n第二条　本条例自2020年1月1日起施行。\n", encoding="utf-8"
    )
    main(["--lang", "zh", "check", str(draft), str(clean)])
    assert f"{clean}：没有发现问题" in capsys.readouterr().err
