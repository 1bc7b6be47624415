"""Makes the guide's pictures: of the real workbench in Chromium, and of the real Word files through LibreOffice.

    python docs/pictures.py [FOLDER]

Writes FOLDER/{zh,en}/NAME.png (docs/guide/pictures if left out) from a freshly replayed sample. What a machine lacks
(Chromium, LibreOffice, pdftoppm) is said and left out; the pages show their words without it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import lawtrack
from lawtrack.formats import Layout, write_comparison, write_decision, write_opinions
from lawtrack.messages import use_language
from lawtrack.store import replay, sample_root

if TYPE_CHECKING:
    from collections.abc import Iterator

SCREEN: Final = {"width": 1280, "height": 720}
TITLE: Final = "昆明市爱国卫生工作条例"
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WORDS: Final = {
    "zh": {
        "board": "看板",
        "line": "时间轴",
        "opinions": "意见",
        "edit": "编辑",
        "out": "出文",
        "new": "新的一稿",
        "en": "English",
    },
    "en": {
        "board": "Board",
        "line": "Timeline",
        "opinions": "Opinions",
        "edit": "Edit",
        "out": "Hand out",
        "new": "New version",
        "en": "",
    },
}


def main(folder: Path) -> None:
    """Make every picture that this machine can make."""
    for language in WORDS:
        (folder / language).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        workspace = Path(place) / "workspace"
        replay(sample_root(), workspace)
        take_papers(workspace, folder)
        take_screens(workspace, folder)


def take_papers(workspace: Path, folder: Path) -> None:
    """The first page of each kind of Word file, as LibreOffice prints it; the same for readers of both languages."""
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        print("no LibreOffice or no pdftoppm: pictures of Word files are left out", file=sys.stderr)
        return
    space = lawtrack.Workspace.open(workspace)
    old, new = (space.instrument("patriotic-health", stage) for stage in ("first-reading", "passed"))
    with use_language("zh"), tempfile.TemporaryDirectory() as place:
        papers = Path(place)
        comparison = lawtrack.compare(old, new)
        write_comparison(
            comparison, papers / "table.docx", Layout(heads=("一审 2020-07-30", "表决 2020-08-28"))
        )
        write_comparison(
            comparison,
            papers / "tracked.docx",
            Layout(tracked=True, author="法工委", date="2020-08-28T00:00:00Z"),
        )
        write_decision(lawtrack.amend.write(old, new), papers / "decision.docx")
        write_opinions(space.opinions("patriotic-health").follow("passed"), papers / "adoption.docx")
        for paper in sorted(papers.glob("*.docx")):
            home = f"-env:UserInstallation=file://{papers / 'office'}"
            office = [
                "soffice",
                "--headless",
                home,
                "--convert-to",
                "pdf",
                "--outdir",
                str(papers),
                str(paper),
            ]
            subprocess.run(office, check=True, capture_output=True)
            drawn = papers / paper.stem
            subprocess.run(
                [
                    "pdftoppm",
                    "-png",
                    "-r",
                    "80",
                    "-f",
                    "1",
                    "-l",
                    "1",
                    "-singlefile",
                    str(paper.with_suffix(".pdf")),
                    str(drawn),
                ],
                check=True,
            )
            for language in WORDS:
                shutil.copy(drawn.with_suffix(".png"), folder / language / f"paper-{paper.stem}.png")


def take_screens(workspace: Path, folder: Path) -> None:
    """The workbench at each step of the guide, in both languages."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("no Chromium: pictures of the workbench are left out", file=sys.stderr)
        return
    from playwright.sync_api import sync_playwright

    with serving(workspace) as address, sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for language, words in WORDS.items():
            page = chromium.new_page(viewport=SCREEN, locale="zh-CN" if language == "zh" else "en-GB")
            page.goto(address)
            page.get_by_text(TITLE).first.wait_for(timeout=120_000)
            if language == "en":
                page.get_by_role("button", name="English").click()
            walk(page, words, folder / language)
            page.close()
        chromium.close()


def walk(page: Any, words: dict[str, str], folder: Path) -> None:
    """Through the workbench as the guide does, a picture at each step."""

    def shot(name: str) -> None:
        page.wait_for_timeout(600)
        page.screenshot(path=str(folder / f"{name}.png"))

    shot("year")
    for view in ("board", "line"):
        page.get_by_role("button", name=words[view], exact=True).click()
        shot(f"year-{view}")
    page.reload()
    page.get_by_text(TITLE).first.click()
    page.get_by_text("属地管理").first.wait_for(timeout=60_000)
    shot("compare")
    page.get_by_text("属地管理").first.click()
    page.wait_for_timeout(1500)
    shot("clause")
    for tab in ("opinions", "edit"):
        page.get_by_role("tab", name=re.compile(words[tab])).or_(
            page.get_by_role("button", name=re.compile(f"^{words[tab]}"))
        ).first.click()
        shot(f"clause-{tab}")
    page.keyboard.press("Escape")
    page.get_by_role("button", name=words["out"], exact=True).click()
    page.wait_for_timeout(2500)
    shot("hand-out")
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile(words["new"])).first.click()
    shot("new-version")


@contextmanager
def serving(workspace: Path) -> Iterator[str]:
    """The address of a workbench on `workspace`, for as long as the block runs."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as told:
        lab = subprocess.Popen(
            [sys.executable, "-m", "lawtrack", "lab", str(workspace), "--no-browser", "--port", "8899"],
            stdout=told,
            stderr=subprocess.STDOUT,
            env={**os.environ, "LAWTRACK_LANG": "zh"},
        )
        try:
            yield address_of(lab, told)
        finally:
            lab.terminate()
            lab.wait(timeout=30)


def address_of(lab: subprocess.Popen[bytes], told: Any) -> str:
    """Where the workbench is, as soon as it says so."""
    for _ in range(600):
        told.seek(0)
        if match := re.search(r"http://(?:127\.0\.0\.1|localhost):\d+/\S+", told.read()):
            return match[0]
        if lab.poll() is not None:
            break
        time.sleep(0.2)
    raise SystemExit("the workbench did not start")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "guide" / "pictures")
