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


COLOURS = """() => {
    const channels = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
    const ground = (node) => { // the colour behind a text, mixed of every layer down to one that lets nothing through
        const layers = [], more = [];
        for (let one = node; one; one = one.parentElement) {
            const style = getComputedStyle(one);
            const [red, green, blue, alpha = 1] = channels(style.backgroundColor);
            if (!style.backgroundColor.startsWith("rgb")) more.push(style.backgroundColor); // of another kind of numbers
            if (style.backgroundImage !== "none" || style.opacity !== "1" || style.filter !== "none")
                more.push(style.backgroundImage, style.opacity, style.filter);
            layers.unshift([red, green, blue, alpha]);
            if (alpha === 1) break;
        }
        const mixed = layers.reduce((under, [red, green, blue, alpha]) =>
            [red, green, blue].map((one, at) => one * alpha + under[at] * (1 - alpha)), [255, 255, 255]);
        return [...mixed.map(Math.round), ...more];
    };
    const written = (node) => [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
    const texts = [...document.querySelectorAll("body *")].filter((node) => node.checkVisibility() && written(node));
    return [...new Set(texts.map((node) => {
        const { color, fontSize, fontWeight, textShadow } = getComputedStyle(node);
        const large = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
        return [color, large, textShadow, ...ground(node)].join("; ");
    }))];
}"""
"""All that the contrast of a text depends on, of each text on the page: its colour, whether it is large, what is behind."""


def grave(tab: Any, *, known: set[str], only_colours: bool = False) -> list[tuple[Any, ...]]:
    """What axe finds serious or critical on the page, with the places.

    Three quarters of its time go into the contrast of colours, of which nearly every state has those of the others:
    it is asked where a text has colours that are not `known` to be good, and these are known from there on.
    """
    from axe_playwright_python.sync_playwright import Axe

    if not tab.evaluate("'axe' in window"):  # a run that is no use but to bring it
        Axe().run(tab, options={"runOnly": ["document-title"]})
    unknown = set(tab.evaluate(COLOURS)) - known
    runs: list[dict[str, Any]] = [] if only_colours else [{"rules": {"color-contrast": {"enabled": False}}}]
    if unknown:
        runs.append({"runOnly": ["color-contrast"]})
    told = [
        (one["id"], node["target"], node["failureSummary"])
        for options in runs
        for one in tab.evaluate("(options) => axe.run(options)", {"resultTypes": ["violations"], **options})[
            "violations"
        ]
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"][:4]
    ]
    if not told:
        known |= unknown
    return told


@pytest.fixture(scope="module")
def known() -> set[str]:
    """The colours of texts that were found readable."""
    return set()


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_open_to_all_and_harmed_by_nothing(
    tab: Any, shared: Desk, known: set[str], state: str
) -> None:
    """Nothing serious for axe in either theme; then what is pressed outside a field changes nothing."""
    STATES[state](tab)
    settled(tab)
    assert grave(tab, known=known) == []
    tab.emulate_media(color_scheme="dark")
    settled(tab)
    in_the_dark = grave(tab, known=known, only_colours=True)
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


def test_unreadable_colours_are_found(tab: Any, known: set[str]) -> None:
    """Where every other colour is known and good, pale words are still found, and not taken for good."""
    for _ in range(2):
        tab.evaluate("document.querySelector('h1').style.color = '#eee'")
        assert [one[0] for one in grave(tab, known=known, only_colours=True)] == ["color-contrast"]


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
