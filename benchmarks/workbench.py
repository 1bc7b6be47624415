"""How soon the workbench is there, how soon a very long comparison shows, and how smoothly it scrolls.

    python benchmarks/workbench.py [CLAUSES]

`lawtrack lab` is started on a workspace of its own: the sample, and a made-up ordinance of CLAUSES articles (5,000) in two
versions, one article in five reworded. Chromium opens the page four times, the first time with an empty cache as soon as
the server answers, and comes from the year to the comparison by one click. Then every article is shown and scrolled
through, a screen a frame. Printed in milliseconds.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from lawtrack.law import article_label
from lawtrack.store import Workspace, replay, sample_root
from tests.notebook.conftest import CHROMIUM, QUIET, lab_process, program

TITLE = "某市长篇条例"
WORDS = "市县区乡镇人民政府部门单位应当依法报告公布制定计划保护管理监督检查处理登记申请批准许可使用建设维护"
FRAMES = 300
AIMING, SETTLING = 400, 3000
"""Milliseconds between the pointer's coming and the click, and until everything else has come as well."""
SCROLL = """async (frames) => {
    const list = document.querySelector(".lt-scroll"), gaps = [];
    let last = await new Promise(requestAnimationFrame);
    for (let at = 0; at < frames; at += 1) {
        list.scrollTop += list.clientHeight;
        const now = await new Promise(requestAnimationFrame);
        gaps.push(now - last);
        last = now;
    }
    return gaps;
}"""


def texts(clauses: int) -> list[str]:
    """Two versions of an ordinance of that many articles."""
    rng = random.Random(clauses)

    def sentence() -> str:
        return "".join(rng.choices(WORDS, k=rng.randint(30, 110))) + "。"

    old = [sentence() for _ in range(clauses)]
    new = [words[:8] + sentence()[:12] + words[20:] if rng.random() < 0.2 else words for words in old]
    return ["\n".join([TITLE, *map(numbered, range(1, clauses + 1), side)]) for side in (old, new)]


def numbered(at: int, words: str) -> str:
    return f"{article_label((at, 0))}　{words}"


def lay(root: Path, clauses: int) -> None:
    """The workspace that is measured."""
    workspace = replay(sample_root(), root)
    workspace.add_draft("long", TITLE)
    for text, day in zip(texts(clauses), ("2020-01-01", "2020-02-01"), strict=True):
        Workspace.open(root).save("long", text, stage="first-reading", date=day)


def opened(browser: Any, address: str) -> tuple[Any, float]:
    """A tab with the year, and the milliseconds that it took."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    began = time.perf_counter()
    page.goto(f"{address}/lab?token=test", wait_until="commit")
    page.locator(".lawtrack-bench .row").first.wait_for(timeout=60_000)
    return page, (time.perf_counter() - began) * 1e3


def timed(page: Any, click: Any, sign: str) -> float:
    began = time.perf_counter()
    click()
    page.locator(sign).first.wait_for(timeout=60_000)
    return (time.perf_counter() - began) * 1e3


def main() -> None:
    from playwright.sync_api import sync_playwright

    clauses = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "workspace"
        lay(root, clauses)
        with lab_process(Path(folder), root) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program(*CHROMIUM), args=list(QUIET))
            first, *again = [opened(browser, address) for _ in range(4)]
            print(
                f"open page to the year's rows: {first[1]:.0f} at first, then {statistics.median(ms for _, ms in again):.0f}"
            )
            page = again[-1][0]
            for say in ("the first time", "again"):
                loose = page.locator(".loose button", has_text=TITLE)
                loose.hover()  # as a hand does, which aims before it clicks
                page.wait_for_timeout(AIMING)
                click = loose.click
                spent = timed(page, click, ".lt-row.lt-change")
                print(f"click to the first rows of {clauses:,} clauses, {say}: {spent:.0f}")
                page.wait_for_timeout(SETTLING)
                if say == "the first time":
                    page.keyboard.press("Escape")
            spent = timed(page, page.locator(".lt-bar > button[aria-pressed]").click, ".lt-quiet")
            print(f"all clauses shown: {spent:.0f}")
            gaps = sorted(page.evaluate(SCROLL, FRAMES))
            middle, most, worst = gaps[len(gaps) // 2], gaps[int(len(gaps) * 0.95)], gaps[-1]
            print(f"a frame while scrolling: p50 {middle:.0f}, p95 {most:.0f}, worst {worst:.0f}")
            browser.close()


if __name__ == "__main__":
    main()
