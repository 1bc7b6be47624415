"""Sharing and rounds of review by mouse, in the real JupyterLab; how many clicks each takes."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.store import Workspace
from tests.notebook.conftest import clicks

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser
DRAFT = "patriotic-health"


def test_a_clash_with_a_colleague_is_decided_by_mouse(page: Any, lab: tuple[str, Path], tmp_path: Path) -> None:  # fmt: skip
    meeting = tmp_path / "共享.git"
    page.locator(".bar.top").get_by_role("button", name="共享").first.click()
    page.get_by_label("共享点（").fill(str(meeting))
    page.get_by_role("button", name="设为共享点并同步").click()
    page.locator(".standing", has_text="与同事一致").wait_for()
    page.keyboard.press("Escape")

    subprocess.run(["git", "clone", "-q", str(meeting), str(tmp_path / "同事")], check=True)
    colleague = Workspace.open(tmp_path / "同事")
    text = colleague.text(DRAFT)  # whatever the tests before left of it
    first = next(line for line in text.splitlines() if line.startswith("第一条")).removesuffix("。")
    for workspace, words in ((colleague, "部门配合"), (Workspace.open(lab[1]), "部门协力")):
        changed = text.replace(first, f"{first}，{words}", 1)
        workspace.import_version(DRAFT, changed, stage="third-reading", date="2020-09-20")
    colleague.sync()

    clicks(page)
    page.locator(".bar.top").get_by_role("button", name="共享").first.click()
    page.locator(".standing", has_text="同事有 1 次新的保存").wait_for()
    page.get_by_role("button", name="同步", exact=True).click()
    page.locator(".notice", has_text="1 处与同事的改动相冲突").wait_for()
    page.get_by_role("button", name="去决定").click()
    clash = page.locator(".conflict")
    clash.wait_for()
    assert "部门配合" in clash.inner_text()
    clash.locator("div > div", has_text="自己的").get_by_role("button", name="用这一稿").click()
    page.get_by_role("button", name="看采纳后的文本").click()
    page.get_by_role("button", name="存为新的一稿").click()
    page.locator(".said", has_text="已存为新的一稿").wait_for()
    assert clicks(page) <= 8
    assert "部门协力" in Workspace.open(lab[1]).text(DRAFT)


def test_a_round_of_review_from_the_question_to_the_version(page: Any, lab: tuple[str, Path]) -> None:
    page.locator(".row", has_text="爱国卫生").first.click()
    page.get_by_role("button", name="征求修改建议").click()
    page.locator("[role=dialog] :is(.fields, .chips)").first.wait_for()
    if page.get_by_role("button", name="+ 开始一轮").count():
        page.get_by_role("button", name="+ 开始一轮").click()
    page.get_by_label("要问的问题").fill("第一条怎样写？")
    page.get_by_label("截止日").fill("2099-09-30")
    page.get_by_role("button", name="开始征求").click()
    page.get_by_role("button", name="+ 提修改建议").click()
    words = page.get_by_label("建议改为")
    page.wait_for_function("document.querySelector('.card-form textarea')?.value")
    words.fill(words.input_value() + "由市人民政府组织实施。")
    page.get_by_label("理由", exact=True).fill("写明责任")
    page.locator(".card-form").get_by_role("button", name="保存").click()
    card = page.locator(".suggestion", has_text="写明责任")
    card.get_by_role("button", name="采纳", exact=True).click()
    card.locator(".kind", has_text="已采纳").wait_for()
    page.get_by_role("button", name="看采纳后的文本").click()
    page.get_by_role("button", name="存为新的一稿").click()
    page.locator(".said", has_text="已存为新的一稿").wait_for()
    assert "由市人民政府组织实施" in Workspace.open(lab[1]).text(DRAFT)
