"""The comparison's front end in Chromium, with the exported page's stub in the place of a kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.formats.comparison.html import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.browser
Opened = Any


@pytest.fixture
def read(chromium: Any, tmp_path: Path, comparison: dict[str, Any]) -> Iterator[Callable[..., Opened]]:
    """Opens the exported page from disk; what it asks for or complains of is in `.heard`."""
    opened: list[Any] = []

    def open_page(given: dict[str, Any] | None = None, *, lang: str = "zh", **options: Any) -> Opened:
        file = tmp_path / "对照.html"
        html = page(given or comparison, title="水源保护条例", heads=("一审稿", "表决稿"), lang=lang)
        file.write_text(html, encoding="utf-8")
        tab = chromium.new_page(**options)
        tab.heard = []
        tab.on("request", lambda request: tab.heard.append(request.url))
        tab.on("pageerror", lambda error: tab.heard.append(f"error: {error}"))
        tab.on("console", lambda message: tab.heard.append(f"console: {message.text}"))
        tab.goto(file.as_uri())
        tab.wait_for_selector(".lt-body .lt-row")
        opened.append(tab)
        return tab

    yield open_page
    for tab in opened:
        tab.close()


def has_rows(tab: Opened, rows: list[str] | int) -> None:
    """The list shows these rows, or so many.

    Here and below it is `expect` that reads the page: it asks until the answer is right. The rows have
    `content-visibility: auto`, and what a browser has not drawn yet has no `innerText`.
    """
    from playwright.sync_api import expect

    found = tab.locator(".lt-body .lt-row .lt-number, .lt-body .lt-fold")
    expect(found).to_have_count(rows) if isinstance(rows, int) else expect(found).to_have_text(rows)


def is_on(tab: Opened, words: str) -> None:
    """The focus is on the row that says `words` of itself, as soon as the page has moved it."""
    from playwright.sync_api import expect

    expect(tab.locator(".lt-row:focus :is(.lt-number, td > span)").first).to_have_text(words)


def says(tab: Opened, words: str) -> None:
    """The live region says `words`, sooner or later: screen readers are told a moment after the fact."""
    from playwright.sync_api import expect

    expect(tab.get_by_role("status")).to_have_text(words)


def test_opens_from_disk_and_fetches_nothing(read: Callable[..., Opened]) -> None:
    tab = read()
    addresses = [each for each in tab.heard if not each.startswith(("file:", "blob:"))]
    assert addresses == []


def test_what_a_document_says_stays_text(read: Callable[..., Opened]) -> None:
    from playwright.sync_api import expect

    tab = read()
    expect(tab.locator(".lt-body")).to_contain_text("<img src=x")
    assert tab.title() == "水源保护条例"
    assert tab.locator(".lt-body img").count() == 0


def test_reads_as_a_table_of_insertions_and_deletions(read: Callable[..., Opened]) -> None:
    snapshot = read().locator(".lt-body .lt-row", has_text="情况").aria_snapshot()
    assert "insertion: 书面" in snapshot
    assert "deletion: 情况" in snapshot
    assert "rowheader" in snapshot


def test_a_new_number_alone_is_not_marked_as_a_change(read: Callable[..., Opened]) -> None:
    from playwright.sync_api import expect

    tab = read()
    tab.get_by_role("button", name="显示未改 2 条").click()
    row = tab.locator(".lt-row", has_text="河长制")
    expect(row.locator(".lt-number")).to_have_text("第三条 → 第四条")
    assert row.locator("ins, del").count() == 0


def test_chips_narrow_the_list_and_say_so(read: Callable[..., Opened]) -> None:
    tab = read()
    tab.get_by_role("button", name="删去 1").click()
    has_rows(tab, ["第七条"])
    says(tab, "显示 1 条。")
    tab.get_by_role("button", name="删去 1").click()
    has_rows(tab, 9)


def test_search_finds_clauses_and_escape_ends_it(read: Callable[..., Opened]) -> None:
    tab = read()
    tab.keyboard.press("Tab")
    tab.get_by_role("searchbox").fill("宣传月")
    has_rows(tab, ["第三条"])
    tab.keyboard.press("Escape")
    has_rows(tab, 9)
    is_on(tab, "标题")


def test_keys_walk_the_list(read: Callable[..., Opened]) -> None:
    tab = read()
    tab.locator(".lt-body .lt-row").first.focus()
    tab.keyboard.press("j")
    is_on(tab, "未改动 1 条　第一条")
    tab.keyboard.press("Enter")
    is_on(tab, "第一条")
    tab.keyboard.press("n")
    is_on(tab, "第二条")
    tab.keyboard.press("End")
    is_on(tab, "第八条")
    tab.keyboard.press("p")
    is_on(tab, "第七条")
    tab.keyboard.press("Home")
    is_on(tab, "标题")
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.type") == "search"


def test_one_tab_stop_in_the_list(read: Callable[..., Opened]) -> None:
    tab = read()
    tab.locator(".lt-body .lt-row").nth(3).focus()
    assert tab.locator('.lt-body [tabindex="0"]').count() == 1


def test_copies_a_clause_with_its_marks_even_without_the_clipboard_api(read: Callable[..., Opened]) -> None:
    tab = read()
    tab.evaluate(
        "addEventListener('copy', (e) => { window.copied = e.clipboardData.getData('text/plain'); })"
    )
    tab.locator(".lt-row", has_text="情况").focus()
    tab.keyboard.press("y")
    says(tab, "已复制 1 条。")
    tab.get_by_role("searchbox").focus()
    tab.keyboard.press("Control+V")
    assert tab.get_by_role("searchbox").input_value() == "第二条 单位应当{+书面+}报告[-情况-]。"


def test_english_page_shows_no_chinese_of_ours(
    read: Callable[..., Opened], comparison: dict[str, Any]
) -> None:
    tab = read(lang="en")
    assert tab.locator(".lawtrack-comparison").get_attribute("lang") == "en"
    assert not any("一" <= letter <= "鿿" for letter in tab.locator(".lt-bar").inner_text())


def test_narrow_pages_stack_old_above_new(read: Callable[..., Opened]) -> None:
    tab = read(viewport={"width": 420, "height": 700})
    row = tab.locator(".lt-row", has_text="情况")
    old, new = (row.locator(".lt-side").nth(at).bounding_box() for at in (0, 1))
    assert old["y"] + old["height"] <= new["y"] + 1
    assert tab.evaluate("document.documentElement.scrollWidth") <= 420


def test_text_keeps_its_contrast_in_the_dark(read: Callable[..., Opened]) -> None:
    tab = read(color_scheme="dark")
    ink, ground = tab.evaluate("""() => {
        const canvas = document.createElement('canvas').getContext('2d');
        const light = (colour) => { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data; return (r * 2 + g * 5 + b) / 8; };
        const style = getComputedStyle(document.querySelector('.lawtrack-comparison'));
        return [light(style.color), light(style.backgroundColor)];
    }""")
    assert ink > 200
    assert ground < 60


def test_five_thousand_clauses_open(read: Callable[..., Opened], comparison: dict[str, Any]) -> None:
    many = [{**comparison["rows"][1], "new": [f"第{at}条"]} for at in range(5000)]
    tab = read({"rows": many, "summary": {}})
    has_rows(tab, 5000)
