"""A concordance in the front end of the comparison, in Chromium, from the exported page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.compare import concordance
from lawtrack.formats import Layout, write_concordance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from lawtrack.compare import Concordance

pytestmark = pytest.mark.browser
HEADS = ("现行文本\n2013-06-28", "一审\n2020-07-30", "表决通过\n2020-08-28")
Opened = Any


@pytest.fixture
def read(chromium: Any, tmp_path: Path, versions: Concordance) -> Iterator[Callable[..., Opened]]:
    """Opens the exported page from disk; what it complains of is in `.heard`."""
    opened: list[Any] = []

    def open_page(found: Concordance | None = None, **options: Any) -> Opened:
        file = tmp_path / "各稿.html"
        write_concordance(found or versions, file, Layout(heads=() if found else HEADS))
        tab = chromium.new_page(**options)
        tab.heard = []
        tab.on("pageerror", lambda error: tab.heard.append(f"error: {error}"))
        tab.on("console", lambda message: tab.heard.append(f"console: {message.text}"))
        tab.goto(file.as_uri())
        tab.wait_for_selector(".lt-body .lt-row")
        opened.append(tab)
        return tab

    yield open_page
    for tab in opened:
        assert tab.heard == []
        tab.close()


def lines(tab: Opened) -> list[str]:
    """The rows by their number, and what each column has of them, cut short."""
    return tab.evaluate("""() => [...document.querySelectorAll('.lt-body > .lt-row')].map((row) =>
        [...row.children].map((cell) => cell.textContent.replace(/\\s+/g, '').slice(0, 8)).join('|'))""")


def test_each_clause_stands_in_one_row_through_all_versions(read: Callable[..., Opened]) -> None:
    tab = read()
    assert tab.get_by_role("columnheader").all_inner_texts() == [
        "条号", "现行文本2013-06-28", "一审2020-07-30", "表决通过2020-08-28",
    ]  # fmt: skip
    assert lines(tab) == [
        "第一章|第一章总则|第一章总则|第一章总则",
        "未改动1条第一条",
        "第二条|第二条单位应当在|修改第二条单位应|第二条单位应当在",
        "第三条|第三条禁止在水源|删去|",
        "第三条||新增第三条每年三|第三条每年三月为",
        "第四条|第四条本条例自公|删去|新增第四条本条例",
    ]


CHAPTERS = (
    "河道条例\n第一章　总则\n第一条　市政府制定规划。\n第二章　监督\n第二条　公布名录。\n第三章　奖惩\n第三条　表彰。\n附件\n名录",
    "河道条例\n第一章　总则\n第一条　市政府制定规划。\n第二章　检查\n第二条　逐月巡查堤岸。\n第三章　监督管理\n第三条　公布名录。",
)


def test_headings_title_and_annexes_stand_in_their_columns(read: Callable[..., Opened]) -> None:
    tab = read(concordance(CHAPTERS))
    assert [line for line in lines(tab) if not line[2:].startswith("条")] == [
        "未改动1条第一条",
        "第二章||新增第二章检查",
        "第三章|第二章监督|修改第三章监督管",
        "未改动1条第三条",
        "第三章|第三章奖惩|删去",
        "附件|附件名录|删去",
    ]
    tab.get_by_role("button", name="显示未改").click()
    assert lines(tab)[:2] == ["标题|河道条例|河道条例", "第一章|第一章总则|第一章总则"]
    renamed = tab.locator(".lt-heading", has_text="监督管理")
    assert renamed.locator("ins, del").all_inner_texts() == ["管理"]
    assert tab.locator(".lt-come").first.inner_text().split("\n")[-1] == "第二章\u3000检查"


def test_a_chapter_folds_away_with_its_articles(read: Callable[..., Opened]) -> None:
    tab = read(concordance(CHAPTERS))
    tab.locator(".lt-heading", has_text="监督管理").locator(".lt-head").click()
    left = [line.partition("|")[0] for line in lines(tab)]
    assert left == ["未改动1条第一条", "第二章", "第二条", "第三章", "第三章", "第三条", "附件"]


def test_words_are_marked_against_the_versions_beside(read: Callable[..., Opened]) -> None:
    cells = read().locator(".lt-row", has_text="取水情况").locator(".lt-side")
    assert [cells.nth(at).locator("ins, del").all_inner_texts() for at in range(3)] == [
        ["三十"], ["十五"], [],
    ]  # fmt: skip
    assert cells.nth(0).locator("del").count() == cells.nth(1).locator("ins").count() == 1


def test_all_clauses_or_those_that_changed(read: Callable[..., Opened]) -> None:
    tab = read()
    tab.get_by_role("button", name="显示未改 1 条").click()
    assert any(line.startswith("第一条|第一条市人民政") for line in lines(tab))
    tab.get_by_role("button", name="新增 2").click()
    assert [line.partition("|")[0] for line in lines(tab)] == ["第一章", "第三条", "第四条"]


def test_search_looks_into_every_version(read: Callable[..., Opened]) -> None:
    tab = read()
    tab.get_by_role("searchbox").fill("倾倒垃圾")
    assert [line.partition("|")[0] for line in lines(tab)] == ["第一章", "第三条"]


def test_keys_walk_the_changes_and_move_sideways(read: Callable[..., Opened], versions: Concordance) -> None:
    tab = read(concordance([*versions.versions, *versions.versions]), viewport={"width": 800, "height": 600})
    tab.locator(".lt-body .lt-row").first.focus()
    for key in ("n", "n"):
        tab.keyboard.press(key)
    assert tab.evaluate("document.activeElement.querySelector('.lt-number').innerText") == "第三条"
    number, head = tab.locator(".lt-row:focus .lt-head"), tab.locator(".lt-columns > th").first
    number.wait_for()
    before = number.bounding_box()["x"], head.bounding_box()["y"]
    tab.keyboard.press("ArrowRight")
    tab.wait_for_function("document.querySelector('.lt-scroll').scrollLeft > 0")
    assert (number.bounding_box()["x"], head.bounding_box()["y"]) == before


def test_a_row_is_copied_as_a_line_of_a_table(read: Callable[..., Opened]) -> None:
    tab = read()
    tab.locator(".lt-row", has_text="取水情况").focus()
    tab.keyboard.press("y")
    tab.get_by_role("searchbox").focus()
    tab.keyboard.press("Control+V")
    assert tab.get_by_role("searchbox").input_value().split() == [
        "第二条", "单位应当在[-三十-]日内报告取水情况。",
        "第二条", "单位应当在{+十五+}日内报告取水情况。",
        "第二条", "单位应当在十五日内报告取水情况。",
    ]  # fmt: skip


def test_what_a_document_says_stays_text(read: Callable[..., Opened]) -> None:
    tab = read()
    tab.wait_for_timeout(100)
    assert tab.title() == "《水源保护条例》各稿对照表"
    assert tab.locator(".lt-body img").count() == 0


def test_narrow_pages_stack_the_versions_under_their_names(read: Callable[..., Opened]) -> None:
    tab = read(viewport={"width": 420, "height": 700})
    cells = tab.locator(".lt-row", has_text="取水情况").locator(".lt-side")
    first, second = cells.nth(0).bounding_box(), cells.nth(1).bounding_box()
    assert first["y"] + first["height"] <= second["y"] + 1
    name = cells.nth(1).evaluate("(cell) => getComputedStyle(cell, '::before').content")
    assert name == '"一审 2020-07-30"'
    assert not cells.nth(2).is_visible()
    assert tab.evaluate("document.documentElement.scrollWidth") <= 420


def test_two_hundred_articles_in_five_versions_open_and_filter(read: Callable[..., Opened]) -> None:
    texts = [
        "\n".join(f"第{at}条　第{at}项工作在{at * (at % 5 > version)}日内完成。" * 3 for at in range(1, 201))
        for version in range(5)
    ]
    tab = read(concordance(texts))
    tab.get_by_role("button", name="显示未改").click()
    assert tab.locator(".lt-body > .lt-row").count() == 200
    tab.get_by_role("searchbox").fill("第77项")
    assert tab.locator(".lt-body > .lt-row").count() == 1
