"""The workbench as staff meet it: `lawtrack lab` on a replayed sample, in JupyterLab, in Chromium."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from lawtrack.store import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
START = "import sys; from lawtrack.cli import main; sys.exit(main())"
PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Address and workspace of a running `lawtrack lab`, which knows nothing of the user's own Jupyter."""
    folder = tmp_path_factory.mktemp("lab")
    port = free_port()
    own = {
        name: str(folder / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    }
    env = {
        **os.environ,
        **own,
        "JUPYTER_TOKEN": "test",
        "PORT": str(port),
        "BROWSER": "none",
        "LAWTRACK_LANG": "zh",
    }
    env["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    log = folder / "lab.log"
    workspace = folder / "工作区"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-c", START, "lab", str(workspace), "--sample"],
            env=env, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/api?token=test", process, log)
        yield address, workspace
    finally:
        process.terminate()
        process.wait(PATIENCE)


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(url).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(log.read_text(encoding="utf-8", errors="replace"))


def test_two_versions_are_compared_in_jupyterlab_with_the_cable_out(
    chromium: Any, lab: tuple[str, Path]
) -> None:
    address, folder = lab
    hosts: set[str] = set()
    tab = chromium.new_page(viewport={"width": 1400, "height": 1000})
    tab.on("request", lambda request: hosts.add(urlsplit(request.url).hostname or ""))
    tab.goto(f"{address}/lab/tree/workbench.ipynb?reset&token=test")
    # nobody pressed a key: the cell was run before JupyterLab opened
    tab.wait_for_selector(".lawtrack-comparison .lt-change", timeout=PATIENCE * 1000)

    # pick two stages
    tab.get_by_label("修改前").select_option(label="现行文本 2013-06-28")
    tab.get_by_label("修改后").select_option(label="表决通过 2020-08-28")
    tab.locator(".lt-detail", has_text="现行文本").wait_for()

    # find a changed clause
    passed = Workspace.open(folder).instrument("patriotic-health", "passed")
    words = passed.articles[0].words[:12]
    tab.get_by_role("searchbox", name="查找条文").fill(words)
    clause = tab.locator(".lt-body .lt-change", has_text=passed.articles[0].label).first
    clause.wait_for()
    assert clause.locator("ins").count() > 0
    tab.get_by_role("searchbox", name="查找条文").fill("")

    # keys stay in the viewer: `a` would insert a cell, `d d` would delete one
    cells = tab.locator(".jp-Cell").count()
    clause.locator(".lt-number").click()
    for key in ("a", "b", "d", "d", "j", "n"):
        tab.keyboard.press(key)
    tab.wait_for_timeout(300)
    assert tab.locator(".jp-Cell").count() == cells
    assert tab.evaluate("document.activeElement.classList.contains('lt-row')")
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.classList.contains('jp-Cell')")

    # the page that one sends to others
    tab.get_by_role("button", name="导出网页").first.click()
    tab.locator(".lawtrack-line", has_text="已导出到").wait_for()
    assert (folder / "exports" / "patriotic-health-in-force-text-passed.html").is_file()

    # several versions side by side
    tab.get_by_role("button", name="多稿并排").click()
    columns = tab.get_by_role("grid", name="条文对照").get_by_role("columnheader")
    columns.nth(3).wait_for()
    assert columns.all_inner_texts() == [
        "条号", "现行文本2013-06-28", "一审2020-07-30", "表决通过2020-08-28",
    ]  # fmt: skip
    tab.get_by_label("一审 2020-07-30").uncheck()
    columns.nth(3).wait_for(state="detached")
    tab.get_by_role("button", name="导出 Excel").first.click()
    tab.locator(".lawtrack-line", has_text="versions-in-force-text-passed.xlsx").wait_for()

    # the plan on another day, computed by the kernel
    tab.get_by_role("tab", name="计划").click()
    item = tab.get_by_role("row", name="昆明市爱国卫生工作条例")
    tab.get_by_label("截至").fill("2020-09-01")
    item.get_by_text("表决通过", exact=True).wait_for()
    timeline = tab.get_by_role("img", name="立法计划时间表（截至2020-09-01）")
    timeline.wait_for()
    assert timeline.evaluate("image => image.complete && image.naturalWidth > 0")

    # a file becomes a version
    tab.get_by_role("tab", name="导入").click()
    with tab.expect_file_chooser() as chooser:
        tab.get_by_role("button", name="选择文件").click()
    text = "第一条　为了健康，制定本条例。\n第二条　本条例自公布之日起施行。\n"
    chooser.value.set_files(
        {"name": "二审稿.txt", "mimeType": "text/plain", "buffer": text.encode("gb18030")}
    )
    tab.get_by_label("阶段").select_option(label="二审")
    tab.get_by_label("日期").fill("2020-08-20")
    tab.keyboard.press("Tab")
    tab.get_by_role("button", name="存为新的一稿").click()
    tab.locator(".lawtrack-line", has_text="已存为《昆明市爱国卫生工作条例》二审（2020-08-20）").wait_for()
    assert Workspace.open(folder).instrument("patriotic-health", "second-reading").text.startswith("第一条")

    tab.get_by_role("button", name="English").click()
    tab.get_by_role("tab", name="Compare").click()
    tab.get_by_role("searchbox", name="Find in the text").wait_for()
    assert hosts <= {"127.0.0.1", ""}
    tab.close()
