"""`lawtrack parse`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import lawtrack
from lawtrack.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "某市路灯条例\n第一章　总则\n第一条　为了照亮道路，制定本条例。\n第二条　禁止：\n（一）攀爬；\n（二）挂物。\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8", newline="\n")
    return path


def test_the_outline_names_title_chapters_and_problems(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft.write_text(TEXT + "第五条　本条例自公布之日起施行。\n— 1 —\n", encoding="utf-8")
    assert main(["--lang", "zh", "parse", str(draft)]) == 0
    told = capsys.readouterr().out
    assert "某市路灯条例" in told
    assert "第一章　总则  第一条–第五条" in told
    assert "第8行：有1处页码或者分隔线混在正文中" in told
    assert "第7行：第二条之后是第五条" in told


def test_the_tree_as_json(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(draft), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == lawtrack.parse(TEXT).to_dict()


@pytest.mark.parametrize("suffix", [".docx", ".html", ".md", ".txt", ".json", ".xml"])
def test_a_file_of_each_kind_holds_the_same_articles(
    draft: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = draft.with_name(f"copy{suffix}")
    assert main(["--lang", "zh", "parse", str(draft), "-o", str(target)]) == 0
    assert str(target) in capsys.readouterr().out
    if suffix == ".json":
        labels = [article["label"] for article in json.loads(target.read_text(encoding="utf-8"))["articles"]]
    else:
        labels = [article.label for article in lawtrack.read(target).articles]
    assert labels == ["第一条", "第二条"]


def test_an_ending_that_nobody_writes_is_refused(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "zh", "parse", str(draft), "-o", str(draft.with_suffix(".odp"))]) == 2
    assert ".docx" in capsys.readouterr().err
    assert not draft.with_suffix(".odp").exists()
