"""The page of `lawtrack lab` in the real JupyterLab: it opens, it cannot be broken, it comes back."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from tests.notebook.jobs import drop

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser
PATIENCE = 60_000


def filled_in(form: Path) -> bytes:
    """The form with an opinion on its third article."""
    document, held = Document(str(form)), io.BytesIO()
    row = next(row for row in document.tables[0].rows if row.cells[1].text == "第三条")
    row.cells[3].text = "建议写明牵头单位。"
    document.save(held)
    return held.getvalue()


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


def test_where_the_library_is_not_shared_the_page_lies_over_jupyterlab(
    chromium: Any, lab: tuple[str, Path]
) -> None:
    """Another build of JupyterLab: it begins as ever, and cannot be reached below the page."""
    tab = chromium.new_page(viewport={"width": 1280, "height": 720})
    tab.set_default_timeout(PATIENCE)

    def without(route: Any) -> None:
        response = route.fetch()
        route.fulfill(
            response=response, body=response.text().replace("@jupyterlab/services", "@elsewhere/services")
        )

    tab.route("**/lawtrack/static/remoteEntry.js", without)
    tab.goto(f"{lab[0]}/lab?token=test")
    tab.locator(".lawtrack-bench .row").first.wait_for()
    tab.locator("#main, .jp-LabShell").first.wait_for(state="attached")
    tab.mouse.click(640, 700)
    if tab.locator(".lawtrack-bench .row").count() == 0:
        tab.get_by_role("button", name="返回年度计划").click()
        tab.locator(".row").first.wait_for()
    tab.evaluate("document.activeElement.blur()")
    for key in ("a", "d", "d", "x", "Shift+Enter", "Control+b", "Control+Shift+c", "Control+Shift+l"):
        tab.keyboard.press(key)
    tab.mouse.click(640, 700, button="right")
    assert tab.locator(".lm-Menu, .jp-Cell, .jp-Dialog").count() == 0
    assert tab.locator(".lawtrack-bench .row").count() > 0
    tab.close()


def test_an_address_that_names_a_document_opens_jupyterlab(chromium: Any, lab: tuple[str, Path]) -> None:
    tab = chromium.new_page()
    tab.goto(f"{lab[0]}/lab/tree/python-api.ipynb?token=test")
    tab.locator(".jp-Notebook").wait_for(timeout=PATIENCE)
    assert tab.locator(".lawtrack-bench").count() == 0
    tab.close()


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


def test_from_the_year_to_a_decision_by_mouse(page: Any, lab: tuple[str, Path], tmp_path: Path) -> None:
    """A file is dropped in, two versions compared, a clause read and edited, a decision handed out."""
    # one click from the start: the comparison of the two newest versions
    page.locator(".row", has_text="爱国卫生工作条例").click()
    page.locator(".lt-change").first.wait_for()
    assert "一审 2020-07-30" in page.locator(".lt-columns").inner_text()

    # a clause opens its drawer; its references lead on
    page.locator(".lt-row", has_text="第三条").first.click()
    page.locator(".history li").nth(2).wait_for()

    # an opinion is added and answered where it stands
    page.get_by_role("tab", name="意见").click()
    page.get_by_role("button", name="+ 登记意见").click()
    page.get_by_label("意见内容*").fill("建议再斟酌“协同”。")
    page.get_by_label("提出者").fill("某局")
    page.locator(".card-form").get_by_role("button", name="保存").click()
    page.locator(".said", has_text="已登记对第三条的意见").wait_for()
    card = page.locator(".opinion", has_text="建议再斟酌")
    card.get_by_role("button", name="答复").click()
    card.get_by_label("采纳情况").select_option(label="未采纳")
    card.get_by_label("理由").fill("与上位法一致")
    card.get_by_role("button", name="保存").click()
    page.locator(".said", has_text="已答复：未采纳").wait_for()

    # a file becomes a version, and lands on the comparison with the one before
    page.get_by_role("button", name="新的一稿 ▾").click()
    page.get_by_role("menuitem", name="从文件").click()
    text = (lab[1] / "drafts" / "patriotic-health" / "text.md").read_text(encoding="utf-8")
    file = tmp_path / "三次审议稿.txt"
    file.write_bytes(text.replace("部门协同", "部门配合").encode("gb18030"))
    page.locator(".dropzone input").set_input_files(file)
    page.get_by_text("相同文字").wait_for()
    page.get_by_label("环节*").select_option(label="三审")
    page.get_by_label("日期*").fill("2020-09-20")
    page.get_by_role("button", name="存为新的一稿").click()
    page.locator(".said", has_text="已存为新的一稿：三审 2020-09-20").wait_for()
    page.locator(".lt-detail", has_text="三审 2020-09-20").wait_for()

    # a clause is edited: what follows is told before it is saved
    page.locator(".dot", has_text="三审").click()
    page.locator("article", has_text="第二条").first.click()
    page.get_by_role("tab", name="编辑").click()
    page.get_by_role("button", name="+ 在后面增加一条").click()
    page.get_by_label("接在第二条之后的新条").fill("每年四月为爱国卫生月。")
    page.get_by_role("button", name="看改动并保存").click()
    page.locator(".effects", has_text="条改号").wait_for()
    page.locator(".editbar").get_by_label("环节*").select_option(label="表决通过")
    page.locator(".editbar").get_by_label("日期*").fill("2020-09-25")
    page.get_by_role("button", name="存为新的一稿").click()
    page.locator(".lt-detail", has_text="表决通过 2020-09-25").wait_for()

    # a decision goes out with its proof
    page.get_by_role("button", name="出文").click()
    page.get_by_role("button", name="修改决定").click()
    page.locator(".proof", has_text="逐字一致").wait_for()
    with page.expect_download() as got:
        page.get_by_role("button", name="下载").click()
    assert got.value.suggested_filename.startswith("昆明市爱国卫生工作条例_修改决定_三审-表决通过_")

    # a form for opinions goes out, and comes back filled in
    page.get_by_role("button", name="征求意见表").click()
    page.locator(".out-main .quiet", has_text="_征求意见表_").wait_for()
    with page.expect_download() as form:
        page.get_by_role("button", name="下载").click()
    page.keyboard.press("Escape")
    page.locator("[role=dialog]").wait_for(state="detached")
    drop(page, "征求意见表（某局）.docx", filled_in(form.value.path()))
    page.locator("[role=dialog] .preview", has_text="建议写明牵头单位").wait_for()
    page.get_by_label("提出者").fill("某局")
    page.get_by_role("button", name="收入", exact=True).click()
    page.locator(".said", has_text="新增 1 条").wait_for()

    # all in English at once
    page.keyboard.press("Escape")
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Hand out").wait_for()
    page.wait_for_function(
        "document.title === 'Legislative workbench'"
    )  # an effect sets it after the page is drawn
    page.get_by_role("button", name="中文").click()
