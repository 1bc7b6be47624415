"""Findings are placed where the file has them: lines of text, Markdown, web pages and XML, paragraphs of Word, pages of PDF."""

from __future__ import annotations

import base64
import io
import json
import quopri
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.cli import main
from lawtrack.errors import UnusableInput
from lawtrack.formats import read_comparison, read_data, read_tables_data
from lawtrack.formats.akn.writing import akn_bytes
from lawtrack.formats.instruments.docx import docx_bytes
from lawtrack.formats.word.office import convert, soffice
from lawtrack.law import parse, to_chinese
from tests.strategies import edited

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


def placed(data: bytes, name: str) -> list[tuple[str, int, int]]:
    """Each article's first words, its line in the file and its page."""
    read = read_data(data, name)
    told = []
    for article in parse(read.text).articles:
        line = read.text.count("\n", 0, article.start) + 1
        told.append((article.words.split("\n")[0], read.place(line), read.page(line)))
    return told


@given(edited(), st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_line_of_akoma_ntoso_is_the_line_of_the_file(pair: object, apart: bool) -> None:
    xml = akn_bytes(parse(pair.new))  # type: ignore[attr-defined] # a pair of texts
    if apart:
        xml = xml.replace(b"><", b">\n<")
    lines = xml.decode().split("\n")
    for article, (_, line, _) in zip(
        parse(read_data(xml, "a.xml").text).articles, placed(xml, "a.xml"), strict=True
    ):
        label = "".join(article.label.split())
        assert label in "".join("".join(lines[line - 1 :]).split())
        assert not apart or f">{label}</num>" in lines[line - 1].replace("\u3000", "").replace(" ", "")


def archive(page: str, way: str, ends: bytes) -> bytes:
    """A page as Word and browsers keep it in one file."""
    plain = page.encode()
    held = {
        "8bit": plain,
        "quoted-printable": quopri.encodestring(plain),
        "base64": base64.encodebytes(plain),
    }[way]
    head = (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=edge\n\n--edge\n"
        f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: {way}\n\n"
    )
    return (head.encode() + held + b"\n--edge--\n").replace(b"\r\n", b"\n").replace(b"\n", ends)


@given(
    st.lists(st.sampled_from(["", "<!-- 略 -->", "<div>", "</div>", "<p>导航</p>"]), max_size=6),
    st.sampled_from(["8bit", "quoted-printable", "base64"]),
    st.sampled_from([b"\n", b"\r\n"]),
)
@settings(max_examples=80, deadline=None)
def test_a_line_of_a_web_archive_is_the_line_of_the_file(above: list[str], way: str, ends: bytes) -> None:
    body = [f"<p>{words}</p>" for words in ("某市条例", *ARTICLES)]
    page = "\n".join(["<html><body>", *above, *body, "</body></html>"])
    data = archive(page, way, ends)
    for at, (_, line, _) in enumerate(placed(data, "a.mht")):
        if way == "base64":
            assert ARTICLES[at] in page.split("\n")[line - 1]
        elif way == "8bit":
            assert ARTICLES[at] in data.decode().split("\n")[line - 1]
        else:
            rest = b"\n".join(data.split(b"\n")[line - 1 :]).replace(b"\r", b"")
            assert ARTICLES[at] in quopri.decodestring(rest).decode("utf-8", "replace").split("\n")[0]


@pytest.mark.office
@pytest.mark.filterwarnings("ignore::lawtrack.formats.reading.ReadingWarning")
@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")
def test_a_finding_in_a_pdf_has_its_page_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import pdfplumber

    words = "市文物、水务、城市管理等部门应当按照各自职责做好古桥保护、修缮和利用的相关工作，建立古桥档案并向社会公布。"
    articles = "\n".join(
        f"第{to_chinese(number)}条　严禁在第{number}号古桥上烧烤。{words * (number % 3)}"
        for number in range(1, 25)
    )
    data = convert(docx_bytes(parse(f"某市古桥条例\n{articles}\n")), ".docx", "a.docx", to="pdf")
    with pdfplumber.open(io.BytesIO(data)) as file:
        shown = [page.extract_text().split("\n") for page in file.pages]
    told = placed(data, "a.pdf")
    assert len(told) == 24
    assert {page for _, _, page in told} >= {1, 2}
    for words, line, page in told:
        assert words[:8] in shown[page - 1][line - 1].replace(" ", "")
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    assert main(["check", "--each", str(path)]) == 0
    assert "第2页第" in capsys.readouterr().out
    main(["check", "--json", str(path)])
    assert {one["page"] for one in json.loads(capsys.readouterr().out)} >= {1, 2}
