"""How many clicks a job takes, from the first screen, in the real JupyterLab; docs/guide/zh/clicks.md tells the same."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from tests.notebook.conftest import clicks

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser
MOST = 8
ROW = "爱国卫生"
JOBS = {
    "compare": "看最新两稿的对照",
    "form": "发出征求意见表",
    "opinion": "登记对一条的意见",
    "clause": "更正意见针对的条款",
}


def filled_in(form: bytes) -> bytes:
    """The form with an opinion on its third clause."""
    document = Document(io.BytesIO(form))
    row = next(row for row in document.tables[0].rows if row.cells[1].text == "第三条")
    row.cells[3].text = "建议写明经费来源。"
    filled = io.BytesIO()
    document.save(filled)
    return filled.getvalue()


def test_no_job_takes_more_than_a_few_clicks(page: Any, root: Path) -> None:
    told: dict[str, int] = {}
    page.locator(".row", has_text=ROW).first.click()
    page.locator(".lt-row").first.wait_for()
    told["compare"] = clicks(page)

    page.get_by_role("button", name="出文").click()
    page.get_by_role("button", name="征求意见表").click()
    page.locator(".paper.lines p").first.wait_for()
    with page.expect_download() as got:
        page.get_by_role("button", name="下载").click()
    form = filled_in(got.value.path().read_bytes())
    told["form"] = told["compare"] + clicks(page)
    page.keyboard.press("Escape")

    # what comes back is recognised where it is dropped
    data = page.evaluate_handle(
        """([bytes, name]) => { const held = new DataTransfer();
           held.items.add(new File([new Uint8Array(bytes)], name)); return held; }""",
        [list(form), "征求意见表.docx"],
    )
    clicks(page)
    page.locator("main.project").dispatch_event("drop", {"dataTransfer": data})
    page.get_by_role("dialog", name="收入意见").get_by_text("建议写明经费来源").wait_for()
    page.keyboard.press("Escape")

    page.locator(".lt-row", has_text="第三条").first.click()
    page.get_by_role("tab", name="意见").click()
    page.get_by_role("button", name="+ 登记意见").click()
    page.get_by_label("意见内容*").fill("建议写明牵头单位。")
    page.locator(".card-form").get_by_role("button", name="保存").click()
    page.locator(".said button", has_text="撤销").wait_for()
    told["opinion"] = told["compare"] + clicks(page)
    card = page.locator(".opinion", has_text="牵头单位")
    card.get_by_role("button", name="更正条款").click()
    card.get_by_label("更正条款").select_option(label="第五条")
    page.locator(".said", has_text="现在针对第五条").wait_for()
    told["clause"] = clicks(page)
    page.locator(".said button", has_text="撤销").click()
    page.locator(".said", has_text="已撤销").wait_for()

    assert told["compare"] <= 2
    assert max(told.values()) <= MOST, told
    text = (root / "docs" / "guide" / "zh" / "clicks.md").read_text(encoding="utf-8")
    for job, count in told.items():
        assert f"| {JOBS[job]} | {count} |" in text, (job, count)
