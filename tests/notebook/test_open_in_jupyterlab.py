"""The workbench as staff meet it: `lawtrack lab` on a replayed sample, in JupyterLab, in Chromium."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from lawtrack.store import Workspace
from tests.notebook.conftest import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser
PATIENCE = 60.0


def opened(chromium: Any, address: str, name: str) -> Any:
    """The workbench in Chinese on the tab of that name; the hosts that the page has asked are in `.hosts`.

    Nobody presses a key: the cell was run before JupyterLab opened.
    """
    page = chromium.new_page(viewport={"width": 1400, "height": 1000})
    page.set_default_timeout(PATIENCE * 1000)
    page.hosts = set()
    page.on("request", lambda request: page.hosts.add(urlsplit(request.url).hostname or ""))
    page.goto(f"{address}/lab/tree/workbench.ipynb?reset&token=test")
    page.get_by_role("button", name="中文").click()
    page.get_by_role("tab", name=name).click()
    return page


def keys_stay_in(page: Any, *keys: str) -> None:
    """Presses keys of which JupyterLab makes cells, and some that move the focus; when it has moved, all were heard."""
    cells = page.locator(".jp-Cell").count()
    page.evaluate("window.before = document.activeElement")
    for key in ("a", "b", "d", "d", *keys):
        page.keyboard.press(key)
    page.wait_for_function(
        "document.activeElement !== window.before && document.activeElement.tagName === 'TR'"
    )
    assert page.locator(".jp-Cell").count() == cells
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.classList.contains('jp-Cell')")
    assert page.locator(".jp-Cell").count() == cells


def test_two_versions_are_compared_in_jupyterlab_with_the_cable_out(
    chromium: Any, lab: tuple[str, Path]
) -> None:
    from playwright.sync_api import expect

    address, folder = lab
    tab = opened(chromium, address, "对照")
    tab.wait_for_selector(".lawtrack-comparison .lt-change")

    # pick two stages
    tab.get_by_label("修改前").select_option(label="现行文本 2013-06-28")
    tab.get_by_label("修改后").select_option(label="表决通过 2020-08-28")
    tab.locator(".lt-detail", has_text="现行文本").wait_for()

    # find a changed clause
    passed = Workspace.open(folder).instrument("patriotic-health", "passed")
    words = passed.articles[0].words[:12]
    tab.get_by_role("searchbox", name="查找条文").fill(words)
    clause = tab.locator(".lt-body .lt-change", has_text=passed.articles[0].label).first
    expect(clause.locator("ins").first).to_be_visible()
    tab.get_by_role("searchbox", name="查找条文").fill("")

    # keys stay in the viewer: `a` would insert a cell, `d d` would delete one
    clause.locator(".lt-number").click()
    keys_stay_in(tab, "j", "n")

    # the page that one sends to others
    tab.get_by_role("button", name="导出网页").first.click()
    tab.locator(".lawtrack-line", has_text="已导出到").wait_for()
    assert (folder / "exports" / "patriotic-health-in-force-text-passed.html").is_file()

    # several versions side by side
    tab.get_by_role("button", name="多稿并排").click()
    columns = tab.get_by_role("grid", name="条文对照").get_by_role("columnheader")
    expect(columns).to_have_text(["条号", "现行文本2013-06-28", "一审2020-07-30", "表决通过2020-08-28"])
    tab.get_by_label("一审 2020-07-30").uncheck()
    expect(columns).to_have_text(["条号", "现行文本2013-06-28", "表决通过2020-08-28"])
    tab.get_by_role("button", name="导出 Excel").first.click()
    tab.locator(".lawtrack-line", has_text="versions-in-force-text-passed.xlsx").wait_for()

    # the plan on another day, computed by the kernel
    tab.get_by_role("tab", name="计划").click()
    item = tab.get_by_role("row", name="昆明市爱国卫生工作条例")
    tab.get_by_label("截至").fill("2020-09-01")
    item.get_by_text("表决通过", exact=True).wait_for()
    timeline = tab.get_by_role("img", name="立法计划时间表（截至2020-09-01）")
    timeline.evaluate("image => image.decode()")

    # a file becomes a version
    tab.get_by_role("tab", name="导入").click()
    with tab.expect_file_chooser() as chooser:
        tab.get_by_role("button", name="选择文件").click()
    text = "第一条　为了健康，制定本条例。\n第二条　本条例自公布之日起施行。\n"
    chooser.value.set_files(
        {"name": "二审稿.txt", "mimeType": "text/plain", "buffer": text.encode("gb18030")}
    )
    tab.get_by_label("阶段", exact=True).select_option(label="二审")
    tab.get_by_label("日期", exact=True).fill("2020-08-20")
    tab.keyboard.press("Tab")
    tab.get_by_role("button", name="存为新的一稿").click()
    tab.locator(".lawtrack-line", has_text="已存为《昆明市爱国卫生工作条例》二审（2020-08-20）").wait_for()
    assert Workspace.open(folder).instrument("patriotic-health", "second-reading").text.startswith("第一条")

    tab.get_by_role("button", name="English").click()
    tab.get_by_role("tab", name="Compare").click()
    tab.get_by_role("searchbox", name="Find in the text").wait_for()
    assert tab.hosts <= {"127.0.0.1", ""}
    tab.close()


def test_an_opinion_is_added_and_answered_in_jupyterlab(chromium: Any, lab: tuple[str, Path]) -> None:
    from playwright.sync_api import expect

    address, folder = lab
    opinions = Workspace.open(folder).opinions("patriotic-health")
    before = len(opinions.register())
    tab = opened(chromium, address, "意见")

    def field(label: str) -> Any:
        return tab.get_by_label(label, exact=True).locator("visible=true")

    # add one, with words that would be markup if anything read them so
    tab.get_by_role("button", name="新增一条").click()
    field("针对哪一稿").select_option(label="一审 2020-07-30")
    field("条款").fill("第二条")
    field("意见内容").fill(f"建议写明由哪个部门负责。{HOSTILE}")
    field("提出者").fill("某局")
    field("提出日期").fill("2020-08-05")
    tab.get_by_role("button", name="保存意见").click()
    tab.locator(".lawtrack-line", has_text="已保存对第二条的意见").wait_for()
    assert len(opinions.register()) == before + 1

    # it stands in the table, and is chosen there
    tab.get_by_role("button", name="查看和答复").click()
    row = tab.locator(".lawtrack-choice tr", has_text="建议写明由哪个部门负责")
    expect(row).to_have_attribute("aria-selected", "true")
    expect(row).to_contain_text("未答复")
    expect(row).to_contain_text(HOSTILE)
    assert row.locator("img").count() == 0
    assert "owned" not in tab.title()

    # its clause then and now, and the answer to it
    expect(tab.get_by_role("grid", name="条文对照")).to_contain_text("第二条")
    field("采纳情况").last.select_option(label="部分采纳")
    field("理由").fill("职责已在第五条写明。")
    field("答复人").fill("法制委员会")
    tab.get_by_role("button", name="保存答复").click()
    tab.locator(".lawtrack-line", has_text="已保存答复：部分采纳").wait_for()
    expect(row).to_contain_text("职责已在第五条写明")
    answered = next(one for one in opinions.register() if "由哪个部门负责" in one.text)
    assert answered.answer is not None
    assert answered.answer.result == "partly-adopted"
    subjects = git(folder, "log", "-2", "--format=%s").split("\n")
    assert subjects == ["意见：patriotic-health 答复 1 条", "意见：patriotic-health 新增 1 条"]
    assert git(folder, "status", "--porcelain", "drafts") == ""

    # filters and keys
    field("查找").fill("没有这样的话")
    tab.get_by_text("没有符合条件的意见。").wait_for()
    field("查找").fill("")
    expect(row).to_be_visible()  # the kernel has answered; nothing takes the focus before
    row.focus()
    tab.keyboard.press("Home")
    keys_stay_in(tab, "ArrowDown" if before else "ArrowUp")
    assert tab.hosts <= {"127.0.0.1", ""}
    tab.close()


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return done.stdout.strip()
