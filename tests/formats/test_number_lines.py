"""Findings are placed where the file has them: lines of text, Markdown and web pages, paragraphs of Word files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.cli import main
from lawtrack.errors import UnusableInput
from lawtrack.formats import read_comparison, read_data, read_tables_data
from lawtrack.law import parse

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = ["第一条　甲。", "第二条　严禁乙。", "第三条　丙。"]
AROUND = st.lists(
    st.sampled_from(["", "  ", "<!-- 略 -->", "<!-- 一\n二 -->", "<div>", "</div>"]), max_size=4
)
PLACED = st.sampled_from(
    ["<p>{}</p>", "<p\n class=a>{}</p>", "<div>\n{}\n</div>", "{}<br>", "<b>{}</b><br/>"]
)


@given(st.lists(st.tuples(AROUND, PLACED), min_size=3, max_size=3))
@settings(max_examples=150)
def test_a_line_of_a_page_is_the_line_of_the_file(ways: list[tuple[list[str], str]]) -> None:
    page = "<html><body>\n" + "\n".join(
        "\n".join([*above, form.format(words)]) for (above, form), words in zip(ways, ARTICLES, strict=True)
    )
    read = read_data(page.encode(), "a.html")
    for article in parse(read.text).articles:
        line = read.text.count("\n", 0, article.start) + 1
        assert article.text.strip() in page.split("\n")[read.place(line) - 1]


@given(st.lists(st.sampled_from(["", "甲<br>乙", "# 题", "<!-- 一\n二 -->", "---", "::: tip"]), max_size=6))
def test_a_line_of_markdown_is_the_line_of_the_file(above: list[str]) -> None:
    text = "\n".join([*above, "", *ARTICLES])
    read = read_data(text.encode(), "a.md")
    line = read.text[: read.text.index("第二条")].count("\n") + 1
    assert "第二条" in text.split("\n")[read.place(line) - 1]


def test_a_finding_in_word_has_the_number_of_its_paragraph(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    for words in ("某市条例", "", "第一条　甲。"):
        document.add_paragraph(words)
    table = document.add_table(2, 2)
    for at, words in enumerate(("类别", "面积", "一级", "十公顷")):
        table.cell(at // 2, at % 2).text = words
    document.add_paragraph("第二条　严禁烧荒。")
    document.add_paragraph("第三条　本条例自2024年1月1日起施行。")
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert main(["check", str(path)]) == 0
    told = capsys.readouterr()
    assert f"{path}:8: " in told.out
    assert "段落" in told.err


@pytest.mark.parametrize("way", [read_data, read_tables_data])
def test_a_wrong_way_to_read_tracked_changes_is_refused(way: object) -> None:
    assert callable(way)
    with pytest.raises(UnusableInput, match="accepted、rejected"):
        way("第一条　甲。".encode(), "a.txt", tracked="final")


def test_a_wrong_way_is_refused_for_returned_tables_too(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("现行条例,修订草案\n第一条　甲。,第一条　乙。\n", encoding="utf-8")
    with pytest.raises(UnusableInput, match="rejected"):
        read_comparison(path, tracked="all")  # type: ignore[arg-type] # what a script may pass
