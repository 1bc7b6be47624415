"""How the page behaves where it is easily forgotten: files let fall, days, two people at once, keys, names, failures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.messages import translate
from lawtrack.notebook.page import bench
from tests.notebook.everything import DRAFT, TEXT, desk_on
from tests.notebook.jobs import drop
from tests.notebook.pages import STATES, begin, opened, settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from lawtrack.notebook.page.desk import Desk

pytestmark = pytest.mark.browser
PLANNED = "大气污染防治条例"


@pytest.fixture(scope="module")
def desk(full: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_on(full, tmp_path_factory.mktemp("manners"))


@pytest.fixture(scope="module")
def page(chromium: Any, desk: Desk) -> Iterator[Any]:
    """The page in a browser that is set to English."""
    with opened(chromium, desk, locale="en-US") as tab:
        yield tab


@pytest.fixture
def tab(page: Any) -> Any:
    begin(page)
    return page


# ---- files let fall ----


def test_a_file_on_the_year_goes_to_the_project_of_its_title(tab: Any) -> None:
    drop(tab, "稿.txt", f"昆明市{PLANNED}（草案）\n第一条　为了防治大气污染，制定本条例。\n".encode())
    tab.locator(".project h1", has_text=PLANNED).wait_for()
    tab.locator("[role=dialog] .preview").wait_for()


def test_a_file_of_another_title_asks_where_it_belongs(tab: Any) -> None:
    drop(tab, "取水.txt", TEXT.encode())
    asked = tab.get_by_role("dialog", name="这份文件放到哪里？")
    asked.get_by_text("某市取水条例").wait_for()
    asked.get_by_role("button", name=PLANNED).click()
    tab.locator(".project h1", has_text=PLANNED).wait_for()
    tab.locator("[role=dialog] .preview", has_text="某市取水条例").wait_for()


def test_a_file_can_begin_a_text_of_its_own(tab: Any) -> None:
    drop(tab, "取水.txt", TEXT.encode())
    tab.get_by_role("button", name="作为新的法规文稿").click()
    tab.locator("[role=dialog] .preview", has_text="某市取水条例").wait_for()
    assert tab.get_by_label("题名").input_value() == "某市取水条例"


def test_a_view_that_takes_no_file_says_where_to_drop_it(tab: Any) -> None:
    STATES["library"](tab)
    drop(tab, "稿.txt", TEXT.encode())
    tab.locator(".said .failed", has_text="请拖到年度页或项目页").wait_for()
    assert tab.locator(".library").is_visible()


# ---- days ----


@pytest.mark.parametrize("typed", ["2020-10-01", "2020.10.1", "2020/10/1", "2020年10月1日"])
def test_the_day_is_written_the_same_in_every_browser(tab: Any, typed: str) -> None:
    from playwright.sync_api import expect

    day = tab.get_by_label("截至")
    expect(day).to_have_value("2020-09-01")
    day.fill(typed)
    day.press("Enter")
    tab.get_by_role("button", name="回到 2020-09-01").wait_for()
    expect(day).to_have_value("2020-10-01")


@pytest.mark.parametrize("typed", ["", "明天", "2020-13-01", "2021-02-29", "2020-9", "10/01/2020"])
def test_what_is_no_day_is_said_and_changes_nothing(tab: Any, typed: str) -> None:
    from playwright.sync_api import expect

    day = tab.get_by_label("截至")
    day.fill(typed)
    day.press("Enter")
    tab.locator(".said .failed", has_text="不是日期").wait_for()
    expect(day).to_have_value("2020-09-01")


# ---- two people at once ----


def test_an_answer_meets_a_colleagues_who_was_faster(tab: Any, desk: Desk) -> None:
    STATES["opinions"](tab)
    card = tab.locator(".opinion", has=tab.locator(".kind.open")).first
    words = card.locator("p").first.inner_text()
    card = tab.locator(".opinion", has_text=words)
    card.get_by_role("button", name="答复").click()
    card.get_by_label("理由").fill("甲写的理由")
    book = desk.workspace.opinions(DRAFT)
    one = next(each for each in book.register().opinions if each.text == words)
    book.answer(one, "not-adopted", reason="乙写的理由", by="乙", date="2020-09-01", when=desk.now())

    card.get_by_role("button", name="保存").click()
    card.locator(".problem", has_text="已经由乙答复").wait_for()
    card.locator(".quiet", has_text="乙写的理由").wait_for()
    assert card.get_by_label("理由").input_value() == "甲写的理由"
    settled(tab)
    card.get_by_role("button", name="保存").click()
    card.locator(".quiet", has_text="甲写的理由").wait_for()
    tab.locator(".said", has_text="撤销").wait_for()


# ---- names after a change of language ----


def test_the_tab_and_files_follow_the_language(tab: Any) -> None:
    assert tab.title() == "法规文稿工作台"
    STATES["hand out"](tab)
    name = tab.locator(".out-main .quiet", has_text=".docx")
    name.filter(has_text="对照表").wait_for()
    tab.evaluate("document.querySelector('.bar.top button[lang=en]').click()")
    name.filter(has_text="comparison-table").wait_for()
    assert tab.title() == "Legislative workbench"
    assert tab.evaluate("document.documentElement.lang") == "en"
    with tab.expect_download() as got:
        tab.get_by_role("button", name="Download").click()
    assert "_comparison-table_" in got.value.suggested_filename


def test_what_was_shown_before_speaks_the_new_language(tab: Any) -> None:
    STATES["year: files compared"](tab)
    tab.locator("[role=dialog]", has_text="修改 1").wait_for()
    tab.locator("[role=dialog] .lt-search").fill("第")
    tab.evaluate("document.querySelector('.bar.top button[lang=en]').click()")
    tab.locator("[role=dialog]", has_text="amended 1").wait_for()
    search = tab.locator("[role=dialog] .lt-search")
    search.and_(tab.get_by_placeholder("Find in the text")).wait_for()
    assert search.input_value() == "第", "what the reader searches for stays"


# ---- a failure of ours is no refusal ----


def test_a_failure_of_the_workbench_is_told_apart_from_a_refusal(tab: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    STATES["year: record a stage"](tab)
    tab.get_by_label("日期*").fill("下个月")
    tab.locator("form.inplace").get_by_role("button", name="保存").click()
    tab.locator("form.inplace .problem:not(.erred)").wait_for()

    def breaks(*_given: object) -> object:
        raise RuntimeError

    monkeypatch.setitem(bench.ACTIONS, "year.record", breaks)
    tab.locator("form.inplace").get_by_role("button", name="保存").click()
    tab.locator("form.inplace .problem.erred", has_text="工作台自己出了错").wait_for()
    assert tab.get_by_label("日期*").input_value() == "下个月"


# ---- the keys that the help panel names ----


def _focus_row(tab: Any) -> None:
    tab.locator(".row", has_text=PLANNED).focus()


def _arrows(tab: Any) -> None:
    _focus_row(tab)
    tab.keyboard.press("ArrowDown")
    after = tab.evaluate("document.activeElement.textContent")
    assert PLANNED not in after
    tab.keyboard.press("ArrowUp")
    assert PLANNED in tab.evaluate("document.activeElement.textContent")


def _enter(tab: Any) -> None:
    _focus_row(tab)
    tab.keyboard.press("Enter")
    tab.locator(".project h1", has_text=PLANNED).wait_for()


def _escape(tab: Any) -> None:
    STATES["hand out"](tab)
    tab.keyboard.press("Escape")
    tab.locator("[role=dialog]").wait_for(state="detached")
    tab.keyboard.press("Escape")
    tab.locator(".year .row").first.wait_for()


def _slash(tab: Any) -> None:
    _focus_row(tab)
    tab.keyboard.press("/")
    tab.keyboard.type("大气")
    tab.wait_for_function("document.querySelectorAll('.table .row').length === 1")


def _form(key: str, name: str) -> Callable[[Any], None]:
    def act(tab: Any) -> None:
        _focus_row(tab)
        tab.keyboard.press(key)
        tab.locator(f"form.inplace[aria-label^={name}]").wait_for()

    return act


def _space(tab: Any) -> None:
    _focus_row(tab)
    tab.keyboard.press("Space")
    tab.locator(".row .detail").wait_for()


def _plus(tab: Any) -> None:
    _focus_row(tab)
    tab.keyboard.press("+")
    tab.get_by_label("题名*").wait_for()


def _next(tab: Any) -> None:
    STATES["comparison"](tab)
    tab.locator(".lt-body .lt-row").first.focus()
    at = "document.activeElement.textContent"
    tab.keyboard.press("n")
    first = tab.evaluate(at)
    tab.keyboard.press("n")
    assert tab.evaluate(at) != first
    tab.keyboard.press("p")
    assert tab.evaluate(at) == first


def _clause(key: str, sign: str) -> Callable[[Any], None]:
    def act(tab: Any) -> None:
        STATES["comparison"](tab)
        tab.locator(".lt-change", has_text="第三条").first.focus()
        tab.keyboard.press(key)
        tab.locator(f".drawer {sign}").first.wait_for()

    return act


def _question(tab: Any) -> None:
    tab.keyboard.press("?")
    tab.get_by_role("dialog", name="键盘与帮助").wait_for()
    tab.keyboard.press("Escape")
    tab.get_by_role("dialog").wait_for(state="detached")


KEYS: dict[str, Callable[[Any], None]] = {
    "↑ ↓": _arrows,
    "Enter": _enter,
    "Esc": _escape,
    "/": _slash,
    "r": _form("r", "登记环节"),
    "d": _form("d", "延期"),
    "Space": _space,
    "+": _plus,
    "n p": _next,
    "e": _clause("e", "textarea"),
    "o": _clause("o", ".card-form textarea"),
    "?": _question,
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_help_panel_names_the_keys_that_are_tried(lang: str) -> None:
    assert [line.split("\t")[0] for line in translate("screen.keys", lang).split("\n")] == list(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_a_key_does_what_the_help_panel_says(tab: Any, key: str) -> None:
    KEYS[key](tab)
