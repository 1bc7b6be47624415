"""In every state of the page: no key and no click outside a field harms it, and nobody is kept out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.notebook.everything import desk_on
from tests.notebook.pages import STATES, begin, fields, opened, settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lawtrack.notebook.page.desk import Desk

pytestmark = pytest.mark.browser

KEYS = ("a", "b", "d", "d", "x", "y", "m", "0", "0", "z", "Delete", "Backspace", "Shift+Enter", "Control+Enter", "Alt+Enter",
        "Control+b", "Control+s", "Control+Shift+c", "Control+Shift+d", "Control+Shift+l", "Control+Shift+q",
        "ArrowDown")  # fmt: skip


@pytest.fixture(scope="module")
def shared(full: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk for all states: none of these tests changes anything."""
    return desk_on(full, tmp_path_factory.mktemp("states"))


@pytest.fixture(scope="module")
def page(chromium: Any, shared: Desk) -> Iterator[Any]:
    with opened(chromium, shared) as tab:
        yield tab


@pytest.fixture
def tab(page: Any) -> Any:
    begin(page)
    return page


def press_everything(tab: Any) -> None:
    """Each key where no field has the focus, and a right click into blank space."""
    tab.evaluate("document.activeElement.blur()")
    for key in KEYS:
        tab.keyboard.press(key)
    tab.locator(".lawtrack-bench").click(button="right", position={"x": 640, "y": 715}, force=True)
    settled(tab)


def grave(tab: Any, *, only: str = "") -> list[object]:
    """What axe finds serious or critical on the page, with the places."""
    from axe_playwright_python.sync_playwright import Axe

    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if only:
        options["runOnly"] = [only]
    if tab.evaluate("'axe' in window"):  # from a run before
        told = tab.evaluate("(options) => axe.run(options)", options)
    else:
        told = Axe().run(tab, options=options).response
    return [
        (one["id"], node["target"], node["failureSummary"])
        for one in told["violations"]
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"][:4]
    ]


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_open_to_all_and_harmed_by_nothing(tab: Any, shared: Desk, state: str) -> None:
    """Nothing serious for axe in either theme; then what is pressed outside a field changes nothing."""
    STATES[state](tab)
    settled(tab)
    assert grave(tab) == []
    tab.emulate_media(color_scheme="dark")
    settled(tab)
    in_the_dark = grave(tab, only="color-contrast")
    tab.emulate_media(color_scheme="light")
    assert in_the_dark == []

    head, typed, plan = shared.workspace.repository.head(), fields(tab), shared.plan_file(2020).read_bytes()
    press_everything(tab)
    assert tab.locator("#lawtrack-page .lawtrack-bench .view").is_visible()
    assert tab.evaluate("document.body.children.length") == 1
    assert fields(tab)[: len(typed)] == typed
    for _ in range(2):
        tab.keyboard.press("Escape")
    settled(tab)
    assert tab.locator(".lawtrack-bench .view").is_visible()
    assert (shared.workspace.repository.head(), shared.plan_file(2020).read_bytes()) == (head, plan)
    assert tab.trouble == []


def test_what_is_typed_outlives_a_lost_connection_esc_and_a_reload(tab: Any) -> None:
    STATES["year: record a stage"](tab)
    meeting = tab.get_by_label("会议", exact=True)
    meeting.fill("第三十一次会议")
    tab.evaluate("window.lawtrackWire.lose()")
    tab.get_by_role("alert").get_by_text("连接断了").wait_for()
    tab.get_by_role("button", name="保存").click()
    assert meeting.input_value() == "第三十一次会议"
    tab.get_by_role("button", name="重新连接").click()
    tab.locator(".lost").wait_for(state="detached")
    assert meeting.input_value() == "第三十一次会议"
    meeting.press("Escape")
    tab.locator("form.inplace").wait_for(state="detached")
    STATES["year: record a stage"](tab)
    assert meeting.input_value() == "第三十一次会议"
    begin(tab, forget=False)
    STATES["year: record a stage"](tab)
    assert meeting.input_value() == "第三十一次会议"
