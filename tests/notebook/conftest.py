"""A small comparison with every kind of row, and a Chromium that shows pages."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from lawtrack.compare import concordance
from lawtrack.notebook.page.bench import answer
from lawtrack.notebook.page.desk import Desk
from lawtrack.store import Workspace, replay, sample_root
from tests.notebook.everything import desk_on, fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lawtrack.compare import Concordance

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
PATIENCE = 30_000
"""Milliseconds for which a busy machine may keep what `expect` waits for."""
LONGEST = 60_000
"""Milliseconds for which a page in JupyterLab is waited for."""
ROOT = Path(__file__).parents[2]
START = "import sys; from lawtrack.cli import main; sys.exit(main())"
LAB_PATIENCE = 60.0
HOSTILE = "<img src=x onerror=\"document.title='owned'\"></script><script>document.title='owned'</script>"


def row(kind: str, old: str, new: str, ops: list[tuple[str, str]], **flags: bool) -> dict[str, Any]:
    found = {
        "kind": kind,
        "renumbered": False,
        "moved": False,
        "old": old.split(),
        "new": new.split(),
        "old_text": "".join(text for op, text in ops if op != "insert"),
        "new_text": "".join(text for op, text in ops if op != "delete"),
        "ops": [list(op) for op in ops],
    }
    return {**found, **flags}


def a_comparison() -> dict[str, Any]:
    """Eight clauses of a made-up ordinance: one of each kind, two unchanged, and a hostile one."""
    rows = [
        row("unchanged", "第一条", "第一条", [("equal", "第一条 为了保护水源，制定本条例。")]),
        row("amended", "第二条", "第二条", [
            ("equal", "第二条 单位应当"), ("insert", "书面"), ("equal", "报告"), ("delete", "情况"), ("equal", "。"),
        ]),
        row("added", "", "第三条", [("insert", "第三条 每年三月为宣传月。")]),
        row("unchanged", "第三条", "第四条", [
            ("equal", "第"), ("delete", "三"), ("insert", "四"), ("equal", "条 本市实行河长制。"),
        ], renumbered=True),
        row("split", "第四条", "第五条 第六条", [
            ("equal", "第"), ("delete", "四"), ("insert", "五"), ("equal", "条 市、县分级负责。"),
            ("insert", "\n第六条 "), ("equal", "乡镇协助。"),
        ], renumbered=True),
        row("merged", "第五条 第六条", "第七条", [
            ("equal", "第"), ("delete", "五"), ("insert", "七"), ("equal", "条 禁止倾倒。"),
            ("delete", "\n第六条 "), ("equal", "禁止填埋。"),
        ], renumbered=True),
        row("deleted", "第七条", "", [("delete", "第七条 本办法由某局解释。")]),
        row("amended", "第八条", "第八条", [("equal", "第八条 罚款"), ("delete", "五百元"), ("insert", HOSTILE)], moved=True),
    ]  # fmt: skip
    other = [
        {
            **row("amended", "", "", [("equal", "水源保护"), ("delete", "管理"), ("equal", "条例")]),
            "level": "title",
        }
    ]
    summary = {
        "unchanged": 2,
        "amended": 2,
        "added": 1,
        "deleted": 1,
        "split": 1,
        "merged": 1,
        "renumbered": 3,
        "moved": 1,
    }
    return {"rows": rows, "other": other, "summary": summary}


@pytest.fixture
def comparison() -> dict[str, Any]:
    return a_comparison()


@pytest.fixture
def versions() -> Concordance:
    """Three versions of a made-up ordinance: a clause each that changes, comes, goes, comes back, and stays."""
    title, chapter = "水源保护条例", "第一章　总则"
    stays, changes = "市人民政府应当制定水源保护规划。", "单位应当在三十日内报告取水情况。"
    comes, goes = f"每年三月为水源保护宣传月。{HOSTILE}", "禁止在水源保护区内倾倒垃圾。"
    back = "本条例自公布之日起施行。"
    later = "单位应当在十五日内报告取水情况。"
    bodies = [[stays, changes, goes, back], [stays, later, comes], [stays, later, comes, back]]
    return concordance(
        [
            "\n".join([title, chapter, *(f"第{'一二三四'[at]}条　{words}" for at, words in enumerate(body))])
            for body in bodies
        ]
    )


def program(*names: str) -> str:
    """The path of the first of these programs; skips where there is none, but fails in CI, where a skip would hide a
    broken page."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        missing = f"no {names[0]} on this machine: `make test` installs it where it may"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return found


@pytest.fixture(scope="session")
def pdftotext() -> str:
    """The path of the program that reads the words of a PDF."""
    return program("pdftotext")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A running Chromium."""
    found = program(*CHROMIUM)
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Address and workspace of a running `lawtrack lab`, one for each file of tests: they change what they find."""
    folder = tmp_path_factory.mktemp("lab")
    workspace = folder / "工作区"
    with lab_process(folder, workspace) as address:
        yield address, workspace


@pytest.fixture
def page(chromium: Any, lab: tuple[str, Path]) -> Iterator[Any]:
    """The workbench as staff open it. It asks no host but its own; `clicks` tells how often the mouse was pressed."""
    tab = chromium.new_page(viewport={"width": 1280, "height": 720})
    tab.set_default_timeout(LONGEST)
    tab.add_init_script("window.clicked = 0; addEventListener('click', () => { clicked += 1; }, true);")
    hosts = set()
    tab.on("request", lambda request: hosts.add(urlsplit(request.url).hostname or ""))
    tab.goto(f"{lab[0]}/lab?token=test")
    tab.locator(".lawtrack-bench .row").first.wait_for()
    yield tab
    tab.close()
    assert hosts <= {"127.0.0.1", ""}, "nothing was fetched from elsewhere"


def clicks(page: Any) -> int:
    """The clicks on the page since this was last asked."""
    told = int(page.evaluate("clicked"))
    page.evaluate("clicked = 0")
    return told


@contextmanager
def lab_process(
    folder: Path, workspace: Path, *options: str, ready: str = "/api?token=test"
) -> Iterator[str]:
    """The address of a `lawtrack lab` on `workspace`, which knows nothing of the user's own Jupyter."""
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
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-c", START, "lab", str(workspace), "--sample", *options],
            env=env, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}{ready}", process, log)
        yield address
    finally:
        process.terminate()
        process.wait(LAB_PATIENCE)


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    give_up = time.monotonic() + LAB_PATIENCE
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


@pytest.fixture(scope="session")
def sample(once: Callable[..., Path]) -> Path:
    """The sample's workspace; to be copied by whoever changes it."""
    return once("sample", lambda folder: replay(sample_root(), folder / "工作区")) / "工作区"


@pytest.fixture(scope="session")
def full(sample: Path, once: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with something of everything, and a meeting point of its own; to be copied by whoever changes it."""
    made = once("everything", lambda folder: fill(desk_on(sample, folder), folder))
    own = shutil.copytree(made, tmp_path_factory.mktemp("everything") / "own")
    repository = Workspace.open(own / "工作区").repository
    repository.run("remote", "set-url", repository.run("remote").decode().strip(), str(own / "共享.git"))
    return own / "工作区"


@pytest.fixture
def desk(sample: Path, tmp_path: Path) -> Desk:
    shutil.copytree(sample, tmp_path / "工作区")
    return Desk(Workspace.open(tmp_path / "工作区"), lambda: date(2020, 9, 1))


@pytest.fixture
def ask(desk: Desk) -> Callable[..., dict[str, Any]]:
    def asked(name: str, /, *, lang: str = "zh", **given: Any) -> dict[str, Any]:
        reply = answer(desk, {"id": 1, "do": name, "lang": lang, "given": given})
        json.dumps(reply)  # plain data
        return reply

    return asked
