"""Two people in two clones hold a round of review by mouse, from the question to the version that both have.

    python benchmarks/two_by_mouse.py PICTURES

Two workbenches run at once, a Chromium page on each. How often each person clicks is printed, and a picture of each step
lies in the folder PICTURES afterwards. What came of it is asked of both workspaces: the same text, nothing to verify.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from lawtrack.store import Workspace, replay, sample_root
from tests.notebook.conftest import CHROMIUM, LONGEST, QUIET, clicks, lab_process, program

DRAFT, PROJECT = "patriotic-health", "爱国卫生"
QUESTION = "前两条怎样写？"
WANTED = (("由市人民政府组织实施。", "写明责任"), ("鼓励社会参与。", "便于动员"))
"""What is added to the first two articles, and why; the first is accepted, the second is not."""

FILLED = "before => ![before, ''].includes(document.querySelector('.card-form textarea')?.value ?? '')"
"""Are the words of the clause there, and others than before?"""


class Person:
    """One person before one workbench."""

    def __init__(self, name: str, page: Any, pictures: Path) -> None:
        self.name, self.page, self.pictures = name, page, pictures

    def does(self, what: str) -> None:
        """A picture of what was done, and the clicks that it took."""
        number = len(list(self.pictures.glob("*.png"))) + 1
        self.page.screenshot(path=str(self.pictures / f"{number:02}-{self.name}-{what}.png"))
        print(self.name, what, clicks(self.page))

    def press(self, words: str, within: Any = None) -> None:
        """A click on the button of that name."""
        (within or self.page).get_by_role("button", name=words, exact=True).first.click()

    def sharing(self) -> None:
        self.page.locator(".bar.top").get_by_role("button", name="共享").first.click()

    def sync(self) -> None:
        """By the button, until both sides are the same."""
        self.sharing()
        self.page.locator(".standing").wait_for()
        self.press("同步")
        self.page.locator(".standing", has_text="与同事一致").wait_for()
        self.does("同步")
        self.page.keyboard.press("Escape")

    def rounds(self) -> None:
        """The dialog with the rounds of the project."""
        self.page.get_by_role("button", name="征求修改建议").click()
        self.page.locator("[role=dialog] :is(.fields, .chips)").first.wait_for()

    def suggest(self, nth: int, words: str, why: str) -> None:
        """Words put behind those of the article number `nth`."""
        self.press("+ 提修改建议")
        text = self.page.get_by_label("建议改为")
        self.page.wait_for_function(FILLED, arg="")
        if nth:
            before = text.input_value()
            self.page.locator(".card-form select").first.select_option(index=nth)
            self.page.wait_for_function(FILLED, arg=before)
        text.fill(text.input_value() + words)
        self.page.get_by_label("理由", exact=True).fill(why)
        self.press("保存", self.page.locator(".card-form"))
        self.page.locator(".suggestion", has_text=why).wait_for()


def walk(chair: Person, clerk: Person) -> None:
    """The round: asked by the chair, answered by the clerk, decided and saved by the chair, received by the clerk."""
    chair.page.locator(".row", has_text=PROJECT).first.click()
    chair.rounds()
    if chair.page.get_by_role("button", name="+ 开始一轮").count():
        chair.press("+ 开始一轮")
    chair.page.get_by_label("要问的问题").fill(QUESTION)
    chair.page.get_by_label("截止日").fill("2099-09-30")
    chair.press("开始征求")
    chair.page.get_by_role("button", name="+ 提修改建议").wait_for()
    chair.does("开始一轮")
    chair.page.keyboard.press("Escape")
    chair.sync()

    clerk.sync()
    clerk.page.locator(".row", has_text=PROJECT).first.click()
    clerk.rounds()
    for nth, (words, why) in enumerate(WANTED):
        clerk.suggest(nth, words, why)
    clerk.does("提出两条")
    clerk.page.keyboard.press("Escape")
    clerk.sync()

    chair.sync()
    chair.rounds()
    for (_, why), verb in zip(WANTED, ("采纳", "不采纳"), strict=True):
        card = chair.page.locator(".suggestion", has_text=why)
        chair.press(verb, card)
        card.get_by_role("button", name="重新讨论").wait_for()
    chair.does("决定两条")
    chair.press("看采纳后的文本")
    chair.press("存为新的一稿")
    chair.page.locator(".said", has_text="已存为新的一稿").wait_for()
    chair.does("形成新稿")
    chair.page.keyboard.press("Escape")
    chair.sync()
    clerk.sync()


def opened(browser: Any, address: str) -> Any:
    """The workbench at that address, which counts its clicks."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(LONGEST)
    page.add_init_script("window.clicked = 0; addEventListener('click', () => { clicked += 1; }, true);")
    page.goto(f"{address}/lab?token=test")
    page.locator(".lawtrack-bench .row").first.wait_for()
    return page


def own(folder: Path, name: str, mail: str) -> Path:
    """The clone in a folder, whose saves carry that name."""
    for key, value in (("user.name", name), ("user.email", mail)):
        subprocess.run(["git", "-C", str(folder), "config", key, value], check=True)
    return folder


def main(pictures: Path) -> None:
    """Print the clicks of each step and what came of it."""
    from playwright.sync_api import sync_playwright

    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as told, sync_playwright() as playwright:
        folder = Path(told)
        homes = [folder / "chair", folder / "clerk"]
        for home in homes:
            home.mkdir()
        here = own(replay(sample_root(), homes[0] / "work").root, "张三", "zhang@example.cn")
        browser = playwright.chromium.launch(executable_path=program(*CHROMIUM), args=list(QUIET))
        with lab_process(homes[0], here) as address:
            chair = Person("张三", opened(browser, address), pictures)
            chair.sharing()
            chair.page.get_by_label("共享点（").fill(str(folder / "meeting.git"))
            chair.press("设为共享点并同步")
            chair.page.locator(".standing", has_text="与同事一致").wait_for()
            chair.does("设共享点")
            chair.page.keyboard.press("Escape")
            there = homes[1] / "work"
            subprocess.run(["git", "clone", "-q", str(folder / "meeting.git"), str(there)], check=True)
            with lab_process(homes[1], own(there, "李四", "li@example.cn")) as other:
                walk(chair, Person("李四", opened(browser, other), pictures))
        browser.close()
        workspaces = [Workspace.open(each) for each in (here, there)]
        texts = [each.text(DRAFT) for each in workspaces]
        (accepted, _), (rejected, _) = WANTED
        assert texts[0] == texts[1], "both have the same"
        assert accepted in texts[0]
        assert rejected not in texts[0]
        assert not any(each.verify() for each in workspaces)
        print("the same text on both sides, nothing to verify")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()))
