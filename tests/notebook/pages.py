"""The workbench's page in Chromium, its requests answered by Python in this process: no server, no kernel, no wait.

What JupyterLab and a kernel do for the page is played by `PLAYED`; everything else is what staff get: the extension's
modules, the front end as the kernel sends it, and the answers of `bench.answer`. `play` lets a request fail.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import lawtrack.notebook
from lawtrack.notebook.page.bench import answer
from lawtrack.notebook.page.front import bundle
from tests.notebook.everything import DECISION, LAW, LIST, PLAN, TEXT, sent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lawtrack.notebook.page.desk import Desk

HOST = "http://workbench.test"
PATIENCE = 10_000
_STATIC = Path(lawtrack.notebook.labextension_folder()) / "lawtrack" / "static"
_SHELL = "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>-</title><body></body></html>"
PLAYED = """async (given) => {
    const front = (window.lawtrackFront ??= given);
    const acts = [], watchers = [];
    const wire = {
        page: true, asked: 0, lost: false, plays: {}, sentence: "",
        connect: async () => front,
        send(data) {
            const played = wire.plays[data.do];
            if (played === "lost") wire.lose();
            else if (played === "refused") Promise.resolve().then(() => {
                for (const act of acts) act({ id: data.id, ok: false, kind: played, say: wire.sentence });
            });
            if (played) return; // "slow" has no answer at all
            wire.asked += 1;
            window.answered(data).then((message) => { wire.asked -= 1; if (!wire.lost) for (const act of acts) act(message); });
        },
        listen: (act) => acts.push(act),
        watch: (act) => watchers.push(act),
        tell: (state) => { for (const act of watchers) act(state); },
        lose() { wire.lost = true; wire.tell("lost"); },
        async reconnect() { wire.lost = false; wire.tell("open"); },
        async interrupt() {},
    };
    const { show } = await import("/static/workbench.js");
    window.lawtrackEnd = await show(wire);
}"""
ENDED = """async () => {
    if (!window.lawtrackEnd) return false;
    lawtrackEnd();
    // Preact runs its effects after the next frame; were that taken away from it, it would never run one again
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    await frame();
    await frame();
    for (let timer = setTimeout(() => {}); timer > 0; timer -= 1) { clearTimeout(timer); clearInterval(timer); }
    localStorage.clear();
    return true;
}"""
"""Ends the workbench of a document, and what it would still do; false where none is shown."""


@contextmanager
def opened(browser: Any, desk: Desk, **options: Any) -> Iterator[Any]:
    """A tab with the workbench of `desk`; what went wrong on the page is in `.trouble`, which must stay empty."""
    tab = browser.new_page(
        **{"viewport": {"width": 1280, "height": 720}, "reduced_motion": "reduce", **options}
    )
    tab.set_default_timeout(PATIENCE)
    tab.trouble = []
    tab.on("pageerror", lambda error: tab.trouble.append(str(error)))
    tab.on("console", lambda message: message.type == "error" and tab.trouble.append(message.text))
    tab.expose_function("answered", lambda request: answer(desk, request))
    tab.route("**/*", _fulfil(tab.trouble))
    begin(tab)
    yield tab
    tab.close()
    assert tab.trouble == []


def begin(tab: Any, *, forget: bool = True) -> None:
    """Opens the page anew, by default as if it had never been open.

    Then a document that is there is kept, because to load its modules again takes as long as a whole test.
    """
    if forget and tab.url.startswith(HOST) and tab.evaluate(ENDED):
        tab.evaluate(PLAYED, None)
    else:
        tab.goto(HOST)
        if forget:
            tab.evaluate("localStorage.clear()")
        tab.evaluate(PLAYED, bundle())
    tab.locator(".lawtrack-bench .view h1").first.wait_for()


def settled(tab: Any) -> None:
    """Waits until every request has its answer and the page has shown it."""
    tab.wait_for_function("!document.querySelector('.busy, .waiting') && window.lawtrackWire.asked === 0")
    tab.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    # colours that are still on their way, as after a change of theme, are no state of the page
    tab.evaluate(
        """Promise.allSettled(
            document.getAnimations()
                .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
                .map((one) => one.finished)
        ).then(() => null)"""
    )


SENTENCE = "这一步现在不能做，因为这是测试。"
"""What a request is refused with by `play`."""


def play(tab: Any, **plays: str) -> None:
    """From here on these requests, `.` written as `__`, are "refused", "lost" (and the connection with them) or "slow"."""
    named = {name.replace("__", "."): how for name, how in plays.items()}
    tab.evaluate(
        "([plays, sentence]) => Object.assign(window.lawtrackWire, { plays, sentence })", [named, SENTENCE]
    )


def fields(tab: Any) -> list[str]:
    """What stands in every field of the page."""
    return list(
        tab.evaluate(
            "[...document.querySelectorAll('input:not([type=search]), textarea, select')].map((one) => one.value)"
        )
    )


def _fulfil(trouble: list[str]) -> Callable[[Any], None]:
    def fulfil(route: Any) -> None:
        place = urlsplit(route.request.url)
        if f"{place.scheme}://{place.netloc}" != HOST:
            trouble.append(f"asked for {route.request.url}")
            route.abort()
        elif place.path.startswith("/static/"):
            route.fulfill(path=_STATIC / Path(place.path).name, content_type="text/javascript")
        else:
            route.fulfill(body=_SHELL, content_type="text/html")

    return fulfil


# ---- the states in which the page can be, each reached from the year by mouse ----


def _row(tab: Any, title: str) -> Any:
    return tab.locator(".row", has_text=title)


def _year_form(tab: Any, name: str) -> None:
    row = _row(tab, "大气污染防治条例")
    row.hover()
    row.get_by_role("button", name=name).click()
    tab.locator("form.inplace").wait_for()


def _project(tab: Any, title: str = "爱国卫生工作条例") -> None:
    _row(tab, title).click()
    tab.locator(".project h1").wait_for()


def _compared(tab: Any) -> None:
    _project(tab)
    tab.locator(".lt-change").first.wait_for()


def _read(tab: Any) -> None:
    _project(tab)
    tab.locator(".dot").last.click()
    tab.locator(".reading article").first.wait_for()


def _beside(tab: Any) -> None:
    _compared(tab)
    tab.locator(".line-of-versions input").first.check()
    tab.locator(".lt-many").wait_for()


def _drawer(tab: Any, name: str) -> None:
    _read(tab)
    tab.locator("article", has_text="第二条").first.click()
    tab.locator(".drawer h2", has_text="第").wait_for()
    tab.get_by_role("tab", name=name).click()


def _edited(tab: Any) -> None:
    _drawer(tab, "编辑")
    tab.locator(".drawer textarea").first.fill("第二条　本市行政区域内的爱国卫生工作，适用本条例，改过。")


def _menu(tab: Any, name: str, entry: str) -> None:
    tab.get_by_role("button", name=name).click()
    tab.get_by_role("menuitem", name=entry).click()


def _in_project(tab: Any, name: str, entry: str = "") -> None:
    _compared(tab)
    if entry:
        _menu(tab, name, entry)
    else:
        tab.get_by_role("button", name=name).click()
    tab.locator("[role=dialog]").wait_for()


def _version_menu(tab: Any, entry: str) -> None:
    _compared(tab)
    tab.locator(".line-of-versions li").first.locator(".menu > button").click()
    tab.get_by_role("menuitem", name=entry).click()
    tab.locator("[role=dialog]").wait_for()


def _button(tab: Any, name: str, within: str = ".lawtrack-bench", *, exact: bool = True) -> None:
    tab.locator(within).get_by_role("button", name=name, exact=exact).last.click()


def _put(tab: Any, name: str, text: str, at: int = 0) -> None:
    tab.locator("input[type=file]").nth(at).set_input_files(sent(name, text))


def _library(tab: Any, name: str) -> None:
    _button(tab, "法规库")
    tab.get_by_role("tab", name=name).click()
    tab.locator(".shelf").wait_for()


def _law_opened(tab: Any) -> None:
    _library(tab, "查条文")
    tab.get_by_label("要找的词").fill("取水")
    tab.keyboard.press("Enter")
    tab.locator(".law-hits button").first.click()
    tab.locator(".two-panes > .text article").first.wait_for()


def _gathering(tab: Any) -> None:
    _library(tab, "查条文")
    _button(tab, "重新建库…")
    tab.locator("[role=dialog] .formacts").wait_for()


def _cleaned(tab: Any) -> None:
    _library(tab, "法规清理")
    _put(tab, "旧法.txt", LAW)
    tab.get_by_label("这部法已经废止").check()
    _button(tab, "查受影响的条文")
    tab.locator(".paper td").first.wait_for()


def _beside_laws(tab: Any) -> None:
    _library(tab, "上位法与外地")
    tab.locator(".titles button").first.click()
    _button(tab, "比较")
    tab.locator(".shelf :is(.paper td, .empty)").first.wait_for()


def _lists(tab: Any) -> None:
    _library(tab, "权责清单")
    tab.locator(".paper td").first.wait_for()


def _list_read(tab: Any) -> None:
    _lists(tab)
    _button(tab, "收入清单…")
    _put(tab, "清单.csv", LIST)
    tab.locator("[role=dialog] p.quiet").wait_for()


def _sharing(tab: Any) -> None:
    _button(tab, "共享", exact=False)
    tab.locator("[role=dialog] .conflict").wait_for()


def _meeting_point(tab: Any) -> None:
    _sharing(tab)
    _button(tab, "换共享点")


def _lost(tab: Any) -> None:
    _compared(tab)
    tab.evaluate("window.lawtrackWire.lose()")


def _rounds(tab: Any, chip: str) -> None:
    _compared(tab)
    _button(tab, "征求修改建议", exact=False)
    _button(tab, chip, "[role=dialog] .chips", exact=False)


def _in_round(tab: Any, name: str, sign: str) -> None:
    _rounds(tab, "第二条怎样写")
    _button(tab, name)
    tab.locator(sign).first.wait_for()


def _pasted(tab: Any, entry: str, field: str, words: str, sign: str) -> None:
    _in_project(tab, "新的一稿", entry)
    tab.get_by_label(field).fill(words)
    _button(tab, "读取")
    tab.locator(sign).first.wait_for()


def _letters_read(tab: Any) -> None:
    _in_project(tab, "全部意见")
    _button(tab, "收入意见…")
    tab.get_by_label("粘贴文字").fill("第二条：建议写明主体。")
    _button(tab, "读取")
    tab.locator(".preview").wait_for()


def _answering(tab: Any) -> None:
    _in_project(tab, "全部意见")
    tab.locator(".opinion").first.wait_for()
    tab.get_by_role("button", name="答复").last.click()


def _merged(tab: Any) -> None:
    _in_project(tab, "新的一稿", "合并")
    _put(tab, "甲.txt", TEXT)
    tab.locator("[role=dialog] [role=status]").first.wait_for()


def _plan_read(tab: Any) -> None:
    _menu(tab, "新增", "导入")
    _put(tab, "计划.txt", PLAN)
    tab.locator(".preview").wait_for()


def _files_compared(tab: Any) -> None:
    _menu(tab, "新增", "对照两个文件")
    _put(tab, "甲.txt", TEXT)
    _put(tab, "乙.txt", TEXT.replace("报告", "书面报告"), 1)
    tab.locator(".lt-row").first.wait_for()


def _edits_shown(tab: Any) -> None:
    _edited(tab)
    _button(tab, "看改动并保存")
    tab.locator(".effects").wait_for()


def _outside_shown(tab: Any) -> None:
    _compared(tab)
    _button(tab, "查看")
    tab.locator("[role=dialog] .lt-row").first.wait_for()


def _searched(tab: Any, words: str) -> None:
    tab.get_by_role("searchbox").fill(words)


STATES: dict[str, Callable[[Any], object]] = {
    "year": lambda _tab: None,
    "year: nothing matches": lambda tab: _searched(tab, "没有这样的项目"),
    "year: searched": lambda tab: _searched(tab, "条例"),
    "year: board": lambda tab: tab.get_by_role("button", name="看板").click(),
    "year: timeline": lambda tab: tab.get_by_role("button", name="时间轴").click(),
    "year: details": lambda tab: (_row(tab, "大气污染防治条例").focus(), tab.keyboard.press("Space")),
    "year: record a stage": lambda tab: _year_form(tab, "登记环节"),
    "year: postpone": lambda tab: _year_form(tab, "延期"),
    "year: add": lambda tab: _menu(tab, "新增", "新增项目"),
    "year: import": lambda tab: _menu(tab, "新增", "导入"),
    "year: compare files": lambda tab: _menu(tab, "新增", "对照两个文件"),
    "year: hand out": lambda tab: tab.get_by_role("button", name="出文").click(),
    "year: help": lambda tab: tab.keyboard.press("?"),
    "project without a text": lambda tab: _project(tab, "大气污染防治条例"),
    "comparison": _compared,
    "side by side": _beside,
    "reading": _read,
    "drawer: history": lambda tab: _drawer(tab, "经过"),
    "drawer: opinions": lambda tab: _drawer(tab, "意见"),
    "drawer: findings": lambda tab: _drawer(tab, "检查"),
    "drawer: references": lambda tab: _drawer(tab, "引用"),
    "editing": _edited,
    "intake": lambda tab: _in_project(tab, "新的一稿", "从文件"),
    "paste": lambda tab: _in_project(tab, "新的一稿", "粘贴"),
    "decision": lambda tab: _in_project(tab, "新的一稿", "决定"),
    "merge": lambda tab: _in_project(tab, "新的一稿", "合并"),
    "opinions": lambda tab: _in_project(tab, "全部意见"),
    "hand out": lambda tab: _in_project(tab, "出文"),
    "year: plan read": _plan_read,
    "year: files compared": _files_compared,
    "edits shown": _edits_shown,
    "outside edit": _outside_shown,
    "intake: read": lambda tab: _pasted(tab, "粘贴", "粘贴文字", TEXT, ".preview"),
    "decision: read": lambda tab: _pasted(tab, "决定", "或者粘贴决定全文", DECISION, "[role=dialog] .boxed"),
    "merge: read": _merged,
    "opinions: read": _letters_read,
    "opinions: answer": _answering,
    "rounds": lambda tab: _rounds(tab, "第二条怎样写"),
    "rounds: aside": lambda tab: _rounds(tab, "搁置待定"),
    "rounds: new": lambda tab: _in_round(tab, "+ 开始一轮", "[role=dialog] .fields"),
    "rounds: suggest": lambda tab: _in_round(tab, "+ 提修改建议", ".card-form textarea"),
    "rounds: end": lambda tab: _in_round(tab, "看采纳后的文本", ".card-form p"),
    "sharing": _sharing,
    "sharing: meeting point": _meeting_point,
    "library": lambda tab: _library(tab, "查条文"),
    "library: law": _law_opened,
    "library: gather": _gathering,
    "library: cleaning": _cleaned,
    "library: beside": _beside_laws,
    "library: lists": _lists,
    "library: take a list": _list_read,
    "lost": _lost,
    "proofread": lambda tab: _version_menu(tab, "校对"),
    "correct": lambda tab: _version_menu(tab, "更正"),
    "restore": lambda tab: _version_menu(tab, "恢复"),
}
"""Every state by its name, and the way there."""
