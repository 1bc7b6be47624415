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
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import lawtrack
from lawtrack.collection import Collection, cleaning_table
from lawtrack.formats import Layout, write_comparison, write_decision, write_listing, write_opinions
from lawtrack.messages import translate, use_language
from lawtrack.store import replay, sample_root

if TYPE_CHECKING:
    from collections.abc import Iterator

SCREEN: Final[Any] = {"width": 1280, "height": 720}
TITLE: Final = "昆明市爱国卫生工作条例"
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LANGUAGES: Final = ("zh", "en")
WHEN: Final = datetime(2020, 9, 1, tzinfo=UTC)
DRAFT: Final = "patriotic-health"
LAW: Final = """示例水源保护法
第一条　为了保护水源，制定本法。
第二条　水源由县级以上人民政府保护。
第三条　禁止向水源排放污水；违反的，由水务部门处二千元以上二万元以下罚款。
"""
LAW_AFTER: Final = LAW.replace("第三条", "第四条").replace(
    "第二条", "第二条　水源分级保护，具体办法由国务院规定。\n第三条"
)
"""The law with an article put in: what cites it has to follow. Its sentences are this project's own, as are those below."""
LAWS: Final = {
    "水源保护法.txt": LAW,
    "取水条例.txt": "示例市取水条例\n第一条　取水应当节约。\n第二条　取水由市水务局许可，依照《示例水源保护法》第二条办理。\n"
    "第三条　未经许可取水的，依照《示例水源保护法》第三条处以罚款。\n",
    "湿地办法.txt": "示例市湿地办法\n第一条　湿地名录由市人民政府公布。\n"
    "第二条　向湿地排放污水的，依照《示例水源保护法》第三条处以罚款。\n",
}


def main(folder: Path) -> None:
    """Make every picture that this machine can make."""
    for language in LANGUAGES:
        (folder / language).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        workspace = Path(place) / "workspace"
        replay(sample_root(), workspace)
        colleague = lay(workspace, Path(place))
        take_papers(workspace, folder)
        take_screens(workspace, folder, colleague)


def lay(workspace: Path, place: Path) -> Path:
    """What the pages on several people and on the body of law speak of; the file of a colleague, changed meanwhile."""
    space = lawtrack.Workspace.open(workspace)
    space.repository.configure({"user.name": "示例起草组", "user.email": "drafting@example.cn"})
    rounds = space.rounds(DRAFT)
    rounds.open("round", "第二条的适用范围怎样写？", when=WHEN)
    label, old, new = "第二条", "适用本条例", "也适用本条例"
    article = next(each for each in space.instrument(DRAFT, "passed").articles if each.label == label)
    made = rounds.suggest(
        "round", label, f"{label}　{article.words.replace(old, new)}", reason="与总则一致。", when=WHEN
    )
    rounds.say("round", made.id, "“也”字可以不要。", when=WHEN)
    laws = place / "法规"
    laws.mkdir()
    for name, text in LAWS.items():
        (laws / name).write_text(text, encoding="utf-8")
    Collection.build([laws], space.repository.place.common / "lawtrack" / "library")
    colleague = place / "同事的稿.txt"
    colleague.write_text(space.text(DRAFT).replace("部门协同", "部门协力"), encoding="utf-8")
    return colleague


def take_papers(workspace: Path, folder: Path) -> None:
    """The first page of each kind of Word file, as LibreOffice prints it; the same for readers of both languages."""
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        print("no LibreOffice or no pdftoppm: pictures of Word files are left out", file=sys.stderr)
        return
    space = lawtrack.Workspace.open(workspace)
    old, new = (space.instrument(DRAFT, stage) for stage in ("first-reading", "passed"))
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
        write_opinions(space.opinions(DRAFT).follow("passed"), papers / "adoption.docx")
        library = Collection.open(space.repository.place.common / "lawtrack" / "library")
        touched: Any = library.affected(lawtrack.parse(LAW), LAW_AFTER).to_dict("records")
        write_listing(cleaning_table(touched, law="《示例水源保护法》"), papers / "cleaning.docx")
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
            for language in LANGUAGES:
                shutil.copy(drawn.with_suffix(".png"), folder / language / f"paper-{paper.stem}.png")


def take_screens(workspace: Path, folder: Path, colleague: Path) -> None:
    """The workbench at each step of the guide, in both languages."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("no Chromium: pictures of the workbench are left out", file=sys.stderr)
        return
    from playwright.sync_api import sync_playwright

    with serving(workspace) as address, sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for language in LANGUAGES:
            page = chromium.new_page(viewport=SCREEN, locale="zh-CN" if language == "zh" else "en-GB")
            page.goto(address)
            page.get_by_text(TITLE).first.wait_for(timeout=120_000)
            if language == "en":
                page.get_by_role("button", name="English").click()
            with use_language(language):
                walk(Walk(page, folder / language))
                walk_together(Walk(page, folder / language), colleague)
                walk_library(Walk(page, folder / language))
            page.close()
        chromium.close()


@dataclass(frozen=True, slots=True)
class Walk:
    """A reader before the screen, who presses what the page calls so, and takes pictures."""

    page: Any
    folder: Path

    def shot(self, name: str) -> None:
        """A picture, when all is there."""
        self.page.wait_for_timeout(600)
        self.page.locator(".lawtrack-bench :is(.busy, .waiting)").first.wait_for(
            state="detached", timeout=60_000
        )
        self.page.screenshot(path=str(self.folder / f"{name}.png"))

    def press(self, code: str, role: str = "button") -> None:
        """Presses the last button, tab or entry of a menu that begins with those words of the catalogue."""
        words = re.escape(translate(code).rstrip("…"))
        self.page.get_by_role(role, name=re.compile(rf"^\+? ?{words}")).last.click()


def walk(here: Walk) -> None:
    """Through the workbench as the guide does, a picture at each step."""
    page, shot, press = here.page, here.shot, here.press
    shot("year")
    press("screen.view-board")
    shot("year-board")
    press("screen.view-timeline")
    shot("year-line")
    press("screen.view-table")
    page.get_by_text(TITLE).first.click()
    page.get_by_text("属地管理").first.wait_for(timeout=60_000)
    shot("compare")
    page.get_by_text("属地管理").first.click()
    page.locator(".history li").first.wait_for()
    shot("clause")
    press("screen.tab-opinions", "tab")
    shot("clause-opinions")
    press("screen.tab-edit", "tab")
    shot("clause-edit")
    page.keyboard.press("Escape")
    press("screen.hand-out")
    page.locator(".paper").first.wait_for(timeout=60_000)
    shot("hand-out")
    page.keyboard.press("Escape")
    press("screen.new-version")
    shot("new-version")
    page.keyboard.press("Escape")


def walk_together(here: Walk, colleague: Path) -> None:
    """From the project on: a round of review, two files merged, sharing and the record."""
    page, shot, press = here.page, here.shot, here.press
    press("panels.suggestions")
    page.locator(".suggestion").first.wait_for()
    shot("team-round")
    page.keyboard.press("Escape")
    press("screen.new-version")
    press("screen.by-merge", "menuitem")
    page.locator("[role=dialog] input[type=file]").set_input_files(str(colleague))
    page.locator(".conflict").first.wait_for(timeout=60_000)
    shot("team-merge")
    page.keyboard.press("Escape")
    press("panels.team")
    press("panels.record-verify")
    page.locator(".record-found").first.wait_for(timeout=60_000)
    shot("team-share")
    page.keyboard.press("Escape")
    page.get_by_role("button", name=translate("screen.back-year")).click()


def walk_library(here: Walk) -> None:
    """From the year on: clauses found, what a changed law affects, lists of powers."""
    page, shot, press = here.page, here.shot, here.press
    press("panels.library")
    page.get_by_label(translate("panels.search-law")).fill("罚款")
    press("panels.search-go")
    page.locator(".law-hits button").first.click()
    page.locator(".two-panes > .text article").first.wait_for()
    shot("law-search")
    press("panels.tab-cleaning", "tab")
    for name, text in (("旧法.txt", LAW), ("新法.txt", LAW_AFTER)):
        page.locator(".choose-law input[type=file]").first.set_input_files(
            {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
        )
        page.locator(".choose-law span", has_text=name).wait_for()
    press("panels.clean-go")
    page.locator(".paper td").first.wait_for(timeout=60_000)
    shot("law-cleaning")
    press("panels.tab-powers", "tab")
    page.locator(".paper td").first.wait_for(timeout=60_000)
    shot("law-powers")


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
