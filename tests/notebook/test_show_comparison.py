"""The comparison without a browser: rows for the front end, the static table, the widget's Python side."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from lawtrack.compare import compare, comparison_table, viewer_rows
from lawtrack.formats.comparison.html import page
from lawtrack.messages import catalogue, use_language
from lawtrack.notebook import ComparisonViewer

SANITISED = {"style", "svg", "script", "link", "iframe"}


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_rows_for_the_front_end_start_with_the_title_and_keep_every_word(comparison: dict[str, Any]) -> None:
    rows = viewer_rows(comparison)
    assert [row["level"] for row in rows] == ["title"] + ["article"] * 8
    assert len({row["id"] for row in rows}) == len(rows)
    for shown, given in zip(rows[1:], comparison["rows"], strict=True):
        assert "".join(text for op, text in shown["ops"] if op != "insert") == given["old_text"]


def test_headings_stand_before_the_articles_that_they_head() -> None:
    old = "某市公园条例\n第一章　总则\n第一条　甲乙丙丁。\n第二章　管理\n第二条　戊己庚辛。\n第三章　附则\n第三条　壬癸子丑。"
    new = "某市公园条例\n第一章　总则\n第一条　甲乙丙丁。\n第二章　附则\n第二条　壬癸子丑。"
    rows = [(row["level"], row["kind"], row["new"] or row["old"]) for row in viewer_rows(compare(old, new))]
    assert rows == [
        ("title", "unchanged", []),
        ("chapter", "unchanged", ["第一章"]),
        ("article", "unchanged", ["第一条"]),
        ("chapter", "deleted", ["第二章"]),
        ("article", "deleted", ["第二条"]),
        ("chapter", "unchanged", ["第二章"]),
        ("article", "unchanged", ["第二条"]),
    ]


def test_widths_and_new_numbers_are_not_marked() -> None:
    found = viewer_rows(compare("第一条　单位(含个人)应当报告。", "第二条　单位（含个人）应当书面报告。"))
    (row,) = [row for row in found if row["level"] == "article"]
    old, new = row["sides"] or ([], [])
    assert [text for op, text in (*old, *new) if op != "equal"] == ["书面"]


def test_changed_parts_are_named_from_the_paragraph_down() -> None:
    old = "第一条　本市实行下列制度：\n（一）周末清扫制度；\n（二）门前责任制度。\n具体办法由市政府制定。"
    new = old.replace("（二）门前责任制度。", "（二）定期检查制度；\n（三）门前责任制度。")
    (row,) = viewer_rows(compare(old, new))
    assert ["第一款（二）", "added"] in row["parts"]


def test_static_table_survives_jupyterlabs_sanitiser(comparison: dict[str, Any]) -> None:
    found = Tags(comparison_table(comparison, lang="zh"))
    assert not SANITISED & set(found.tags)
    assert found.attributes <= {"style", "scope", "colspan", "lang"}
    assert {"table", "caption", "ins", "del", "th"} <= set(found.tags)


def test_static_table_escapes_what_a_document_says(comparison: dict[str, Any]) -> None:
    found = Tags(comparison_table(comparison, lang="zh"))
    assert "img" not in found.tags
    assert "<img src=x" in found.text


def test_static_table_counts_unchanged_runs_instead_of_printing_them(comparison: dict[str, Any]) -> None:
    text = Tags(comparison_table(comparison, lang="zh")).text
    assert "未改动 1 条　第四条" in text
    assert "河长制" not in text


def test_static_table_says_what_a_limit_leaves_out(comparison: dict[str, Any]) -> None:
    html = comparison_table(comparison, lang="en", limit=3)
    assert html.count('<th scope="row"') < comparison_table(comparison, lang="en").count('<th scope="row"')
    assert "6 more rows" in html


def test_static_table_is_the_same_bytes_each_time(comparison: dict[str, Any]) -> None:
    assert comparison_table(comparison, lang="zh") == comparison_table(comparison, lang="zh")


def test_page_cannot_be_left_by_what_a_document_says(comparison: dict[str, Any]) -> None:
    html = page(comparison, title="<script>alert(1)</script>", lang="zh")
    assert Tags(html).tags.count("script") == 3
    assert "alert(1)</script>" not in html


def test_page_carries_a_policy_and_no_address(comparison: dict[str, Any]) -> None:
    html = page(comparison, title="对照", lang="zh")
    assert (
        "default-src 'none'; script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; img-src data:"
        in html
    )
    assert not re.search(r"https?://", html)


def test_page_says_everything_in_the_chosen_language(comparison: dict[str, Any]) -> None:
    state = page(comparison, title="x", lang="en").partition('id="state">')[2].partition("</script>")[0]
    words = json.loads(state)["messages"]
    assert words["column-old"] == "Before"
    assert not re.search(r"[一-鿿]", json.dumps(words, ensure_ascii=False))


def test_viewer_has_a_short_name_that_stays_the_same(comparison: dict[str, Any]) -> None:
    viewer = ComparisonViewer(comparison, lang="zh")
    assert (
        repr(viewer) == "<ComparisonViewer: 新增 1　删去 1　修改 2　拆分 1　合并 1　移动 1　改号 3　未改 2>"
    )


def test_viewer_carries_the_static_table_for_saved_notebooks(comparison: dict[str, Any]) -> None:
    bundle, _ = ComparisonViewer(comparison, lang="zh")._repr_mimebundle_()
    assert bundle["text/html"] == comparison_table(comparison, lang="zh", limit=200)
    assert "application/vnd.jupyter.widget-view+json" in bundle


def test_viewer_starts_in_the_language_in_use_and_can_change_it(comparison: dict[str, Any]) -> None:
    with use_language("en"):
        viewer = ComparisonViewer(comparison)
    assert viewer.messages["copy"] == "Copy"
    viewer.lang = "zh"
    assert viewer.messages["copy"] == "复制"


def test_viewer_shows_another_comparison_in_its_place(comparison: dict[str, Any]) -> None:
    viewer = ComparisonViewer(comparison, lang="zh")
    viewer.selected = "r3"
    viewer.show({"rows": [], "summary": {}}, heads=("甲", "乙"))
    assert (viewer.rows, viewer.columns, viewer.selected) == ([], [("修改前", "甲"), ("修改后", "乙")], "")


@pytest.mark.parametrize("code", sorted(catalogue("viewer")))
def test_both_languages_name_the_same_details(code: str) -> None:
    zh, en = catalogue("viewer")[code]
    assert set(re.findall(r"{(\w+)", zh)) == set(re.findall(r"{(\w+)", en))
