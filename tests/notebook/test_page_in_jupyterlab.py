"""The page of `lawtrack lab` in the real JupyterLab: it opens, it cannot be broken, it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.browser
PATIENCE = 60_000


@pytest.fixture
def page(chromium: Any, lab: tuple[str, Path]) -> Iterator[Any]:
    """The page as staff open it; the hosts that were asked are in `.hosts`."""
    tab = chromium.new_page(viewport={"width": 1280, "height": 720})
    tab.set_default_timeout(PATIENCE)
    tab.hosts = set()
    tab.on("request", lambda request: tab.hosts.add(urlsplit(request.url).hostname or ""))
    tab.goto(f"{lab[0]}/lab?token=test")
    tab.locator(".lawtrack-bench .row").first.wait_for()
    yield tab
    assert tab.hosts <= {"127.0.0.1", ""}, "nothing was fetched from elsewhere"
    tab.close()


def rows(page: Any) -> list[str]:
    return page.locator(".lawtrack-bench .row .title b").all_inner_texts()


def test_nothing_that_is_pressed_or_clicked_outside_a_field_harms_the_page(page: Any) -> None:
    before = rows(page)
    places = [lambda: page.mouse.click(640, 700), lambda: page.locator(".row").nth(2).focus(),
              lambda: page.evaluate("document.activeElement.blur()")]  # fmt: skip
    for place in places:
        place()
        if page.locator(".lawtrack-bench .row").count() == 0:  # the click was on a row
            page.get_by_role("button", name="返回年度计划").click()
            page.locator(".row").first.wait_for()
        for key in (
            "a",
            "b",
            "d",
            "d",
            "x",
            "Shift+Enter",
            "Control+b",
            "Control+Shift+c",
            "m",
            "y",
            "0",
            "0",
        ):
            page.keyboard.press(key)
        page.keyboard.press("Escape")
        page.mouse.click(640, 700, button="right")
        page.keyboard.press("Escape")
    assert page.locator(".lm-Menu").count() == 0
    assert page.locator(".jp-Cell").count() == 0
    assert page.locator(".lawtrack-bench").is_visible()
    page.locator(".row").first.wait_for()
    assert rows(page) == before


def test_a_kernel_that_dies_while_one_types_takes_nothing_with_it(page: Any) -> None:
    row = page.locator(".row", has_text="大气污染防治条例")
    row.hover()
    row.get_by_role("button", name="登记环节").click()
    page.get_by_label("会议", exact=True).fill("第三十一次会议")
    page.evaluate(
        """async () => { const wire = window.lawtrackWire;
           wire.kernel.requestExecute({code: "import os; os._exit(1)"}, true); }"""
    )
    page.locator(".lost").wait_for()
    assert page.get_by_label("会议", exact=True).input_value() == "第三十一次会议"
    page.get_by_role("button", name="重新连接").click()
    page.locator(".lost").wait_for(state="detached")
    assert page.get_by_label("会议", exact=True).input_value() == "第三十一次会议"
    page.reload()
    page.locator(".row").first.wait_for()
    row.hover()
    row.get_by_role("button", name="登记环节").click()
    assert page.get_by_label("会议", exact=True).input_value() == "第三十一次会议"
    page.get_by_role("button", name="取消").click()


def test_a_stage_is_recorded_by_mouse_and_taken_back(page: Any, lab: tuple[str, Path]) -> None:
    file = lab[1] / "plans" / "2020.yaml"
    before = file.read_bytes()
    row = page.locator(".row", has_text="大气污染防治条例")
    row.hover()
    row.get_by_role("button", name="登记环节").click()
    page.get_by_label("环节", exact=True).select_option(label="备案")
    page.get_by_label("日期*", exact=True).fill("2021-03-20")
    page.get_by_role("button", name="保存").click()
    page.locator(".said", has_text="已登记").wait_for()
    assert b"2021-03-20" in file.read_bytes()
    page.locator(".said").get_by_role("button", name="撤销").click()
    page.locator(".said", has_text="已撤销").wait_for()
    assert file.read_bytes() == before
