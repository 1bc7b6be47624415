"""A comparison and a concordance as files: what they say, that they are harmless, that they are the same each time."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from lawtrack.compare import compare, concordance
from lawtrack.errors import UnusableInput
from lawtrack.formats import MARKS, Layout, write_comparison, write_concordance
from lawtrack.formats.comparison.concordance_docx import concordance_docx
from lawtrack.formats.comparison.docx import comparison_docx
from lawtrack.formats.comparison.files import CONCORDANCE_WRITERS, WRITERS
from lawtrack.formats.packages import safe_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STAGES = Path(__file__).resolve().parents[2] / "drafts" / "patriotic-health" / "stages"
EVIL = '=HYPERLINK("http://x")<script>alert(1)</script>|`]]>\x07'


@pytest.fixture(scope="module")
def texts():
    return [path.read_text(encoding="utf-8") for path in sorted(STAGES.glob("*.md"))]


@pytest.fixture(scope="module")
def found(texts):
    return compare(texts[1], texts[2])


def body(data):
    return safe_xml(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"), "x").find(f"{W}body")


def words(element):
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def table(data):
    return [[words(cell) for cell in row.iter(f"{W}tc")] for row in body(data).iter(f"{W}tr")]


def squeezed(text):
    return re.sub(r"\s", "", text)


def test_the_table_holds_every_clause_of_both_texts(found):
    rows = table(comparison_docx(found))
    for side, texts in ((0, [row.old_text for row in found.rows]), (1, [row.new_text for row in found.rows])):
        printed = {squeezed(row[side]) for row in rows if len(row) == 3}
        assert {squeezed(text) for text in texts if text} <= printed


def test_the_head_is_repeated_and_short_rows_are_not_torn(found):
    rows = list(body(comparison_docx(found)).iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows].index(False) == 1
    for row in rows:
        if max(len(words(cell)) for cell in row.iter(f"{W}tc")) < 45:
            assert row.find(f"{W}trPr/{W}cantSplit") is not None


def test_the_page_lies_across(found):
    size = body(comparison_docx(found)).find(f"{W}sectPr/{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) == ("16838", "11906", "landscape")


@pytest.mark.parametrize(
    ("marks", "new", "gone"), [("print", "b", "shd"), ("frame", "b", "bdr"), ("colour", "u", "strike")]
)
def test_changed_words_are_marked_as_chosen(marks, new, gone):
    data = comparison_docx(
        compare("第一条　在七日内如实报告情况。", "第一条　在五日内如实报告情况。"), Layout(marks=marks)
    )
    runs = {
        words(run): {child.tag[len(W) :] for child in run.find(f"{W}rPr")} for run in body(data).iter(f"{W}r")
    }
    assert gone in runs["七"]
    assert new in runs["五"]
    assert not {"b", "shd", "bdr", "u", "strike"} & runs["日内如实报告情况。"]


def test_changed_only_tells_what_it_leaves_out(found):
    whole, short = table(comparison_docx(found)), table(comparison_docx(found, Layout(changed_only=True)))
    assert len(short) < len(whole)
    assert any("未作修改" in row[0] for row in short if len(row) == 1)
    quiet = next(row for row in found.rows if row.kind == "unchanged" and not row.moved)
    assert not any(squeezed(quiet.new_text) == squeezed(cell) for row in short for cell in row)


def test_the_third_column_says_what_happened(found):
    notes = [row[2] for row in table(comparison_docx(found)) if len(row) == 3]
    assert "新增" in notes
    assert "删去" in notes
    assert any("合并为" in note for note in notes)
    assert any("金额：" in note for note in notes)


def test_versions_are_named_in_the_head(found):
    head = table(comparison_docx(found, Layout(heads=("一审稿", "通过稿"))))[0]
    assert head == ["修改前一审稿", "修改后通过稿", "修改依据/说明"]


def test_the_concordance_has_a_column_for_each_version(texts):
    rows = table(concordance_docx(concordance(texts), Layout(heads=("现行", "一审", "通过"))))
    assert rows[0] == ["现行", "一审", "通过"]
    assert any(
        row[0].startswith("第二条") and "第三条" in row[0] and row[1].startswith("第二条") for row in rows
    )
    assert ["（删去）" in row[1] for row in rows if row[0].startswith("第二十八条")] == [True]


def test_many_columns_have_smaller_type_than_a_few(texts):
    def styles(found):
        with zipfile.ZipFile(io.BytesIO(concordance_docx(found))) as package:
            return set(
                re.findall(
                    r'w:pStyle w:val="(Table(?:Clause|Heading|Narrow|NarrowHeading))"',
                    package.read("word/document.xml").decode(),
                )
            )

    assert styles(concordance(texts)) == {"TableClause", "TableHeading"}
    assert styles(concordance([*texts, *texts])) == {"TableNarrow", "TableNarrowHeading"}


def test_a_clause_that_only_moved_is_among_the_changed_ones():
    first, second, third = "企业应当报告排污情况。", "公民有权举报污染行为。", "市政府每年公布环境状况。"
    texts = [
        f"第一条　{a}\n第二条　{b}\n第三条　{c}"
        for a, b, c in ((first, second, third), (third, first, second))
    ]
    found = concordance(texts)
    assert [(row.changed, row.moved) for row in found.rows] == [(False, True), (False, False), (False, False)]
    rows = table(concordance_docx(found, Layout(changed_only=True)))
    assert [row[0] for row in rows[1:]] == [
        f"第三条　{third}",
        "第二条至第三条（原第一条至第二条）未作修改",
    ]


def test_headings_stand_in_their_columns_in_a_style_of_their_own():
    one = "河道条例\n第一章　总则\n第一条　甲乙丙丁戊己庚辛。\n第二章　监督\n第二条　子丑寅卯辰巳午未。"
    two = one.replace("第二章　监督", "第二章　规划\n第二条　天地玄黄宇宙洪荒。\n第三章　监督考核").replace(
        "第二条　子丑", "第三条　子丑"
    )
    rows = list(body(concordance_docx(concordance([one, two]), Layout(changed_only=True))).iter(f"{W}tr"))
    shown = [
        (cell.find(f".//{W}pStyle").get(f"{W}val"), words(cell))
        for row in rows[1:]
        for cell in row.iter(f"{W}tc")
    ]
    assert [cell for cell in shown if cell[0] == "TableHeading"] == [
        ("TableHeading", "河道条例"), ("TableHeading", "河道条例"),
        ("TableHeading", "第一章　总则"), ("TableHeading", "第一章　总则"),
        ("TableHeading", ""), ("TableHeading", "第二章　规划"),
        ("TableHeading", "第二章　监督"), ("TableHeading", "第三章　监督考核"),
    ]  # fmt: skip
    assert ("TableBand", "第一条未作修改") in shown
    bold = [
        words(run) for row in rows[1:] for run in row.iter(f"{W}r") if run.find(f"{W}rPr/{W}b") is not None
    ]
    assert bold == ["第二章　规划", "第二条　天地玄黄宇宙洪荒。", "考核"]


def test_words_of_a_title_that_are_about_to_go_are_marked():
    found = concordance(["河道管理条例\n第一条　甲。", "河道条例\n第一条　甲。"])
    runs = body(concordance_docx(found)).iter(f"{W}r")
    assert [words(run) for run in runs if run.find(f"{W}rPr/{W}shd") is not None] == ["管理"]


def test_what_came_back_is_new_as_a_whole():
    without, whole = "第一条　甲乙丙丁。", "第一条　甲乙丙丁。\n第二条　子丑寅卯辰巳午未。"
    runs = list(body(concordance_docx(concordance([whole, without, whole]))).iter(f"{W}r"))
    assert [words(run) for run in runs if run.find(f"{W}rPr/{W}b") is not None] == [
        "第二条　子丑寅卯辰巳午未。"
    ]


def test_a_vanished_heading_says_so_where_it_stood():
    texts = [
        "第一章　甲事\n第一条　甲乙丙丁。\n第二章　奖惩\n第二条　戊己庚辛。",
        "第一章　甲事\n第一条　甲乙丙丁。\n第二条　戊己庚辛。",
    ]
    assert table(concordance_docx(concordance(texts)))[3] == ["第二章　奖惩", "（删去）"]


@pytest.mark.parametrize("suffix", WRITERS)
def test_every_kind_of_comparison_file_is_the_same_each_time(found, tmp_path, suffix):
    one, other = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    assert write_comparison(found, one) == one
    write_comparison(found, other)
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("suffix", CONCORDANCE_WRITERS)
def test_every_kind_of_concordance_file_is_the_same_each_time(texts, tmp_path, suffix):
    one, other = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    write_concordance(concordance(texts), one, Layout(changed_only=True))
    write_concordance(concordance(texts), other, Layout(changed_only=True))
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("suffix", WRITERS)
def test_document_words_do_no_harm(tmp_path, suffix, marks):
    target = tmp_path / f"a{suffix}"
    found = compare(f"{EVIL}条例\n第一条　{EVIL}一事。", f"{EVIL}条例\n第一条　{EVIL}两事。\n{EVIL}")
    write_comparison(found, target, Layout(marks=marks))
    if suffix in (".html", ".md"):
        assert "<script>alert" not in target.read_text(encoding="utf-8")
    if suffix == ".csv":
        cells = re.split(r'","|\r\n|,"', target.read_text(encoding="utf-8-sig"))
        assert not [cell for cell in cells if cell.lstrip('"').startswith(("=", "+", "-", "@"))]


def test_concordance_pages_escape_and_fetch_nothing(tmp_path):
    target = tmp_path / "a.html"
    write_concordance(
        concordance([f"第一条　{EVIL}一事。", f"第一条　{EVIL}两事。"]), target, Layout(heads=("<b>", "&"))
    )
    page = target.read_text(encoding="utf-8")
    assert page.count("<script") == 3
    assert "<b>" not in page
    assert "<script>alert" not in page
    assert "default-src 'none'" in page
    assert not re.search(r"(src|href)=", page)


def test_an_unknown_kind_is_refused_with_what_is_possible(found, texts, tmp_path):
    with pytest.raises(UnusableInput, match=r"\.docx"):
        write_comparison(found, tmp_path / "a.odp")
    with pytest.raises(UnusableInput, match=r"\.docx"):
        write_comparison(found, tmp_path / "a.md", Layout(tracked=True))
    with pytest.raises(UnusableInput, match=r"\.docx"):
        write_concordance(concordance(texts), tmp_path / "a.csv")
    assert list(tmp_path.iterdir()) == []


def test_json_keeps_the_published_schema(found, root, tmp_path):
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((root / "docs" / "comparison.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    write_comparison(found, tmp_path / "a.json")
    data = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(data)
    data["rows"][0]["kind"] = "rewritten"
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(data))


def test_the_pieces_of_markdown_are_balanced(found, tmp_path):
    write_comparison(found, tmp_path / "a.md", Layout(changed_only=True))
    lines = (tmp_path / "a.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| ")][1:]
    assert all(line.count("**") % 2 == 0 and line.count("~~") % 2 == 0 for line in rows)
    assert len(rows) == sum(row.changed or row.moved for row in (*found.rows, *found.other))
