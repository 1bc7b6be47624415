"""The table of which a row can be chosen, in Chromium, with a stub in the place of a kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.formats import front_end
from tests.notebook.conftest import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.browser
STATE = {
    "caption": "意见",
    "columns": ["条款", "意见"],
    "rows": [[[["strong", f"第{at}条"]], [["words", "甲"], ["quiet", HOSTILE]]] for at in "一二三四"],
    "ids": ["a", "b", "c", "d"],
    "shown": ["a", "b", "d"],
    "chosen": "",
}
RENDER = """async ([source, state]) => {
    const heard = new Map();
    window.model = {
        get: (name) => state[name], on: (event, act) => heard.set(event, act), off: () => {}, save_changes: () => {},
        set: (name, value) => { state[name] = value; heard.get(`change:${name}`)?.(); },
    };
    window.escaped = [];
    addEventListener("keydown", (event) => window.escaped.push(event.key));
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    (await import(address)).default.render({ model: window.model, el: document.querySelector("main") });
}"""


@pytest.fixture
def tab(chromium: Any) -> Iterator[Any]:
    page = chromium.new_page()
    page.set_content(f"<style>{front_end('table.css')}</style><main></main>")
    page.evaluate(RENDER, [front_end("table.js"), STATE])
    yield page
    page.close()


def chosen(tab: Any) -> str:
    return str(tab.evaluate("window.model.get('chosen')"))


def focused(tab: Any) -> str:
    return str(tab.evaluate("document.activeElement.dataset.id"))


def test_keys_walk_the_rows_that_are_shown_and_choose_one(tab: Any) -> None:
    tab.keyboard.press("Tab")
    assert focused(tab) == "a"
    for key in ("ArrowDown", "j"):
        tab.keyboard.press(key)
    assert focused(tab) == "d"
    assert chosen(tab) == ""
    tab.keyboard.press("Enter")
    assert chosen(tab) == "d"
    assert tab.locator('tr[aria-selected="true"]').get_attribute("data-id") == "d"
    tab.keyboard.press("Home")
    tab.keyboard.press("Space")
    assert chosen(tab) == "a"


def test_no_key_but_tab_and_escape_leaves_the_table(tab: Any) -> None:
    tab.keyboard.press("Tab")
    for key in ("a", "d", "d", "ArrowUp", "Enter", "Escape", "Tab"):
        tab.keyboard.press(key)
    assert tab.evaluate("window.escaped") == ["Tab", "Escape", "Tab"]


def test_one_tab_stop_and_a_click_chooses(tab: Any) -> None:
    tab.locator("tr[data-id=b] td").click()
    assert chosen(tab) == "b"
    assert tab.locator('tbody [tabindex="0"]').count() == 1


def test_the_focus_stays_with_its_row_when_the_rows_come_anew(tab: Any) -> None:
    tab.locator("tr[data-id=b]").focus()
    tab.evaluate("window.model.set('rows', window.model.get('rows').slice())")
    assert focused(tab) == "b"


def test_words_stay_words(tab: Any) -> None:
    assert tab.locator("img, script").count() == 0
    assert "<img src=x" in tab.locator("tr[data-id=a]").text_content()


def test_reads_as_a_grid_with_a_name(tab: Any) -> None:
    grid = tab.get_by_role("grid", name="意见")
    assert grid.get_by_role("row", selected=True).count() == 0
    assert grid.get_by_role("rowheader", name="第一条").count() == 1
