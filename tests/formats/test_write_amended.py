"""What came of applying a decision: the page of effects, the text, and the folder with everything."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from lawtrack.amend import apply, write
from lawtrack.errors import UnusableInput
from lawtrack.formats import read, read_text, write_amended, write_applied
from lawtrack.formats.instruments.amended_files import FILES
from lawtrack.formats.instruments.amended_html import amended_html
from lawtrack.law import parse
from lawtrack.messages import use_language

if TYPE_CHECKING:
    from pathlib import Path

BASE = """某市控烟条例
第一章　总则
第一条　为了市民健康，制定本条例。
第二条　公园可以设置吸烟区。
第三条　本市鼓励戒烟。
第二章　罚则
第四条　违反第二条规定的，由城市管理部门予以警告。
"""
NEW = """某市公共场所控烟条例
第一章　总则
第一条　为了市民健康，制定本条例。
第二条　车站内禁止吸烟。
第三条　公园内可以设置吸烟区。
第二章　罚则
第四条　违反第三条规定的，由城市管理部门予以警告。
"""
DECISION = write(BASE, NEW, body="某市人民代表大会常务委员会")
DONE = apply(BASE, DECISION)


def page(base: str = BASE, decision: str = DECISION) -> str:
    return amended_html(apply(base, decision), base)


def test_instructions_and_clauses_are_linked_both_ways():
    assert DONE.complete
    found = page()
    assert set(re.findall(r'<article id="(i-\d+)"', found)) >= {"i-1", "i-2", "i-3", "i-4"}
    targets = set(re.findall(r'href="#([^"]+)"', found))
    ids = re.findall(r' id="([^"]+)"', found)
    assert len(ids) == len(set(ids))
    assert targets <= set(ids)
    assert {"c-art_2", "c-art_3", "o-art_3", "b-0", "i-1"} <= targets
    clause = found.partition('id="c-art_3"')[2].partition("</div>")[0]
    assert "三 增加词语" in clause
    assert "<ins>内</ins>" in clause


def test_what_only_followed_says_so_and_is_not_linked_to_an_instruction():
    clause = page().partition('id="c-art_4"')[2].partition("</div>")[0]
    assert "随之：第四条 所引条号随之调整" in clause
    assert "href" not in clause


def test_what_failed_is_shown_with_its_reason():
    found = page(decision="一、删去第九条。\n二、第三条中的“鼓励”修改为“支持”。\n")
    assert "未执行 1 项" in found
    failed = found.partition('class="failed"')[2].partition("</article>")[0]
    assert "原文中没有第九条" in failed


def test_words_of_both_documents_are_escaped_and_nothing_is_fetched():
    base = '某市<b>条例\n第一条　<script>alert(1)</script>甲"。\n第二条　乙。'
    found = page(base, "一、第二条中的“乙”修改为“<img src=x onerror=alert(1)>”。\n二、<script>二</script>")
    assert "<script" not in found
    assert "<img" not in found
    assert "&lt;img src=x onerror=alert(1)&gt;" in found
    assert "default-src 'none'" in found
    assert not re.search(r"https?:|src=\"|@import|url\(", found)


def test_the_page_speaks_english_where_its_reader_does():
    with use_language("en"):
        found = page()
    assert '<html lang="en">' in found
    assert "The amended text" in found


def test_the_folder_holds_decision_table_text_and_page(tmp_path: Path):
    paths = write_amended(DONE, BASE, DECISION, tmp_path / "上会材料")
    assert tuple(path.name for path in paths) == FILES
    decision, markdown, table, text, effects = paths
    for path in (decision, markdown):
        assert apply(BASE, read_text(path).text).text == DONE.text
    assert [article.words for article in parse(read_text(table, column="new").text).articles] == [
        article.words for article in parse(DONE.text).articles
    ]
    assert [article.words for article in read(text).articles] == [
        article.words for article in parse(DONE.text).articles
    ]
    assert "关于修改《某市控烟条例》的决定</h1>" in effects.read_text(encoding="utf-8")


def test_the_same_decision_gives_the_same_files(tmp_path: Path):
    first, second = (write_amended(DONE, BASE, DECISION, tmp_path / name) for name in "ab")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


@pytest.mark.parametrize("suffix", [".docx", ".md", ".txt"])
def test_the_amended_text_is_written_by_the_ending_of_its_name(tmp_path: Path, suffix: str):
    path = write_applied(DONE, BASE, DECISION, tmp_path / f"a{suffix}")
    assert [article.label for article in read(path).articles] == ["第一条", "第二条", "第三条", "第四条"]
    assert "车站内禁止吸烟" in read_text(path).text


def test_the_account_as_json_tells_the_effects(tmp_path: Path):
    told = json.loads(write_applied(DONE, BASE, DECISION, tmp_path / "a.json").read_text(encoding="utf-8"))
    assert (told["text"], told["complete"]) == (DONE.text, True)
    assert {"references", "delete", "insert-words"} <= {one["operation"] for one in told["effects"]}


def test_an_ending_that_nobody_writes_is_refused(tmp_path: Path):
    with pytest.raises(UnusableInput, match=r"\.docx"):
        write_applied(DONE, BASE, DECISION, tmp_path / "a.odp")
