"""The workbench as a page of the real Voilà: nothing is fetched from elsewhere, and what goes out is a download."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.notebook.conftest import lab_process

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser
PATIENCE = 40_000


def test_the_workbench_in_voila_asks_nobody_and_gives_files(chromium: Any, tmp_path: Path) -> None:
    pytest.importorskip("voila")
    with lab_process(tmp_path, tmp_path / "工作区", "--voila", ready="/voila/static/voila.js") as address:
        tab = chromium.new_page(viewport={"width": 1280, "height": 720})
        tab.set_default_timeout(PATIENCE)
        answered: set[str] = set()
        tab.on("requestfinished", lambda request: answered.add(urlsplit(request.url).hostname or ""))
        tab.goto(f"{address}/?token=test")
        tab.locator(".lawtrack-bench .row", has_text="爱国卫生").click()
        tab.locator(".lt-change").first.wait_for()
        tab.get_by_role("button", name="出文").click()
        tab.get_by_role("button", name="修改决定").click()
        tab.locator(".proof", has_text="逐字一致").wait_for()
        with tab.expect_download() as got:
            tab.get_by_role("button", name="下载").click()
        assert got.value.suggested_filename.endswith(".docx")
        assert answered <= {"127.0.0.1", ""}
        tab.close()
