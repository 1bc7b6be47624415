"""The table of a merge: conflicts first, every change marked, nothing of a document taken for markup."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from lawtrack.errors import UnusableInput
from lawtrack.formats import write_merge
from lawtrack.formats.comparison.merge_files import to_docx, to_html, to_markdown
from lawtrack.formats.comparison.merge_rows import rows_of
from lawtrack.merge import merge

BASE = """某市停车条例
第一章　总则
第一条　为了规范停车，制定本条例。
第二条　停车场应当在七日内报告停业情况。
第三条　禁止占用通道停车。
"""
OURS = BASE.replace("七日", "五日").replace("通道停车", "消防通道停车")
THEIRS = BASE.replace("七日", "十日").replace("禁止占用", "禁止<b>占用")
NAMES = ("现行", "法工委稿", "司法局稿")


@pytest.fixture
def merged():
    return merge(BASE, OURS, THEIRS)


def test_conflicts_stand_first_and_each_change_is_marked(merged):
    shown = list(rows_of(merged))
    assert [row.kind for row in shown] == [
        "band",
        "conflict",
        "band",
        "heading",
        "band",
        "changed",
        "changed",
    ]
    base, ours, theirs, _ = shown[1].cells
    assert [span.words for span in base if span.gone] == ["七"]
    assert [span.words for side in (ours, theirs) for span in side if span.new] == ["五", "十"]
    assert "".join(span.words for span in shown[-1].cells[3]) == "第三条　禁止<b>占用消防通道停车。"


def test_what_a_side_lacks_is_said(merged):
    gone = merge(BASE, BASE.replace("第三条　禁止占用通道停车。\n", ""), OURS)
    shown = next(row for row in rows_of(gone) if row.kind == "conflict")
    assert ["".join(span.words for span in cell) for cell in shown.cells][1] == "（无）"


def test_the_word_table_has_five_columns_and_the_same_bytes(merged):
    data = to_docx(merged, NAMES)
    assert data == to_docx(merged, NAMES)
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert body.count("<w:gridCol") == 5
    words = re.sub("<[^>]*>", "", body)
    assert words.index("需要决定的冲突") < words.index("全部修改") < words.index("&lt;b&gt;")
    assert "司法局稿" in words


def test_page_and_markdown_escape_the_document(merged):
    page, table = to_html(merged, NAMES).decode(), to_markdown(merged, NAMES).decode()
    assert "<b>" not in page
    assert "&lt;b&gt;" in page
    assert "default-src 'none'" in page
    assert "<b>" not in table
    assert "**消防**" in table


def test_an_ending_that_nobody_writes_is_refused(merged, tmp_path):
    assert write_merge(merged, tmp_path / "合并情况.docx", NAMES).exists()
    with pytest.raises(UnusableInput):
        write_merge(merged, tmp_path / "table.csv")
