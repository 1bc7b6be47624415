"""Pictures of the workbench in every state, in both languages and themes and on two screens, for a person to look at.

    python -m tests.notebook.look FOLDER [--only PART] [--screens zh-light-1280,en-dark-1920]

Writes FOLDER/{zh,en}-{light,dark}-{1024,1280,1920}/STATE.png, and sheets of six of them beside that, and says which words
are cut off or covered. `STATES` of `pages` are
those that every test run opens; `MORE` are others that a reader meets: each purpose of 出文, what failed, what is empty.
"""

from __future__ import annotations

import argparse
import errno
import os
import re
import shutil
import sys
import tempfile
from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PIL import Image, ImageDraw

from lawtrack.notebook.page import bench
from lawtrack.notebook.page.desk import Desk
from lawtrack.store import Workspace, replay, sample_root
from tests.notebook import jobs
from tests.notebook.everything import TEXT, desk_on, fill
from tests.notebook.pages import STATES, opened, play, settled
from tests.notebook.test_count_the_clicks import Reset

if TYPE_CHECKING:
    from collections.abc import Callable

    State = Callable[[Any], object]

SCREENS: Final = {1024: 768, 1280: 720, 1920: 1080}
LOOKS: Final = [
    f"{lang}-{theme}-{wide}" for lang, theme, wide in product(("zh", "en"), ("light", "dark"), SCREENS)
]
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
PURPOSES: Final = (
    "对照表", "花脸稿", "修改决定", "多稿对照", "征求意见表", "审议意见表", "采纳情况表", "审议结果报告素材", "草案说明",
    "修改情况的汇报", "审议结果的报告", "备案报告", "送审文本", "义务与责任对照表",
)  # fmt: skip
FULL: Final = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "plans/2020.yaml")


def _out(purpose: str) -> State:
    def act(tab: Any) -> None:
        jobs.opened(tab)
        jobs.button(tab, "出文")
        tab.locator(".outgoing nav button", has=tab.locator("b", has_text=re.compile(f"^{purpose}$"))).click()

    return act


def _wetland(tab: Any) -> None:
    tab.locator(".loose button", has_text="湿地").click()
    tab.locator(".lt-row").first.wait_for()


def _applied(tab: Any) -> None:
    _wetland(tab)
    jobs.menu(tab, "新的一稿", "决定")
    jobs.put(tab, "决定.txt", jobs.WETLAND_DECISION, "[role=dialog]")
    tab.locator("[role=dialog] .proof").wait_for()


def _merged(tab: Any) -> None:
    text = jobs.open_text(tab, "wetland").replace("公布,更新。", "公布,调整。")
    _wetland(tab)
    jobs.menu(tab, "新的一稿", "合并")
    jobs.put(tab, "同事.txt", text, "[role=dialog]")
    tab.locator(".conflict").first.wait_for()


def _found(tab: Any) -> None:
    _wetland(tab)
    tab.locator(".dot").last.click()
    jobs.button(tab, "检查", ".outline", exact=False)
    tab.locator(".outline .found button", has_text="标点").first.click()
    tab.locator(".drawer .found button").first.wait_for()


def _inserting(tab: Any) -> None:
    jobs.clause(tab)
    tab.get_by_role("tab", name="编辑").click()
    jobs.button(tab, "在后面增加一条", exact=False)
    tab.locator(".drawer .new textarea").fill("每年四月为爱国卫生月。")
    jobs.button(tab, "看改动并保存")
    tab.locator(".effects details").first.wait_for()


def _opinion_form(tab: Any) -> None:
    jobs.clause(tab)
    tab.get_by_role("tab", name="意见").click()
    jobs.button(tab, "+ 登记意见")


def _strange(tab: Any) -> None:
    jobs.opened(tab)
    jobs.drop(tab, "取水条例.txt", TEXT.encode())
    tab.locator(".intake .problem").wait_for()


def _damaged(tab: Any) -> None:
    jobs.opened(tab)
    jobs.drop(tab, "修改稿.docx", b"PK\x03\x04 not a Word file")
    tab.locator(".intake .problem").wait_for()


def _recorded(tab: Any) -> None:
    row = tab.locator(".row", has_text=jobs.PLANNED)
    row.hover()
    row.get_by_role("button", name="登记环节").click()
    tab.get_by_label("日期*").fill("2020-08-31")
    jobs.button(tab, "保存", "form.inplace")


def _full(tab: Any) -> None:
    """The disk is full: what the kernel says of it, word for word."""
    action = bench.ACTIONS["year.record"]
    bench.ACTIONS["year.record"] = _refuse  # type: ignore[index]
    try:
        _recorded(tab)
        tab.locator("form.inplace .problem").wait_for()
    finally:
        bench.ACTIONS["year.record"] = action  # type: ignore[index]


def _refuse(_desk: Desk, _given: object) -> None:
    raise FULL


def _played(do: State, **plays: str) -> State:
    def act(tab: Any) -> None:
        play(tab, **plays)
        do(tab)
        tab.wait_for_timeout(600)

    return act


def _slow(tab: Any) -> None:
    play(tab, project__show="slow")
    tab.locator(".row", has_text=jobs.ORDINANCE).click()
    tab.wait_for_timeout(4500)


def _grounds(tab: Any) -> None:
    jobs.library(tab, "权责清单")
    jobs.button(tab, "核对依据", ".views")
    jobs.button(tab, "在法规库里查")
    tab.locator(".standing").wait_for()


def _package(tab: Any) -> None:
    jobs.library(tab, "法规清理")
    jobs.laws_chosen(tab)
    jobs.button(tab, "写成一揽子修改决定")
    tab.locator(".paper.lines").wait_for()


def _pattern(pattern: str, shown: str) -> State:
    def act(tab: Any) -> None:
        jobs.button(tab, "法规库")
        tab.get_by_label("按什么找").select_option("式样")
        tab.get_by_label("要找的式样").fill(pattern)
        tab.keyboard.press("Enter")
        tab.locator(shown).first.wait_for()

    return act


def _cities(tab: Any) -> None:
    jobs.library(tab, "上位法与外地")
    tab.locator(".titles button").first.click()
    jobs.button(tab, "一栏一地", exact=False)
    jobs.button(tab, "比较")
    tab.locator(".shelf :is(.paper td, .empty)").first.wait_for()


def _where(tab: Any) -> None:
    jobs.drop(tab, "养犬条例.txt", "某市养犬条例\n第一条　养犬应当登记。\n".encode())
    tab.locator("[role=dialog]").wait_for()


def _menu(name: str) -> State:
    return lambda tab: jobs.button(tab, name, exact=False)


def _steps(*acts: State) -> State:
    def act(tab: Any) -> None:
        for each in acts:
            each(tab)

    return act


def _plan_out(tab: Any) -> None:
    jobs.button(tab, "出文")
    tab.locator(".outgoing nav button", has_text="计划表").click()


def _row_menu(tab: Any) -> None:
    row = tab.locator(".row", has_text=jobs.PLANNED)
    row.hover()
    row.locator(".menu > button").click()


def _version_menu(tab: Any) -> None:
    jobs.opened(tab)
    tab.locator(".line-of-versions li").nth(0).locator(".menu > button").click()


def _row_form(entry: str) -> State:
    return lambda tab: jobs.row_menu(tab, entry)


def _searched_in_text(tab: Any) -> None:
    jobs.newest(tab)
    tab.get_by_label("在条文中查找").fill("卫生")


def _whole_comparison(tab: Any) -> None:
    jobs.opened(tab)
    tab.get_by_label("查找条文").fill("单位")
    tab.wait_for_timeout(400)


MORE: dict[str, State] = {
    **{f"out: {purpose}": _out(purpose) for purpose in PURPOSES},
    "year out: plan": _plan_out,
    "year menu": _menu("新增"), "row menu": _row_menu, "version menu": _version_menu,
    "project menu": _steps(jobs.opened, _menu("新的一稿")),
    "row: withdraw": _row_form("撤回"), "row: take out": _row_form("调出计划"),
    "row: carry over": _row_form("结转"), "row: rename": _row_form("更名"),
    "project help": _steps(jobs.opened, lambda tab: tab.keyboard.press("?")),
    "comparison: searched": _whole_comparison, "reading: searched": _searched_in_text,
    "decision: whole": _applied, "merge: conflict": _merged, "drawer: finding": _found, "editing: inserted": _inserting,
    "opinion: form": _opinion_form, "library: package": _package, "library: grounds": _grounds, "library: cities": _cities,
    "library: pattern": _pattern("取水.{1,9}报", ".law-hits mark"), "library: no pattern": _pattern("取(水", ".problem"),
    "record: verified": jobs.verify, "record: sealed": jobs.seal,
    "dropped: where": _where, "dropped: strange": _strange, "dropped: damaged": _damaged,
    "said: undo": _steps(_recorded, lambda tab: tab.locator(".said p").wait_for()),
    "failed: disk full": _full,
    "failed: refused": _played(_recorded, year__record="refused"),
    "failed: not read": _played(lambda tab: tab.locator(".row", has_text=jobs.ORDINANCE).click(), project__show="refused"),
    "failed: while saving": _played(_recorded, year__record="lost"),
    "slow": _slow,
}  # fmt: skip
EMPTY: dict[str, State] = {
    "empty: no plan": lambda _tab: None,
    "empty: library": lambda tab: jobs.button(tab, "法规库"),
    "empty: powers": _steps(_menu("法规库"), lambda tab: tab.get_by_role("tab", name="权责清单").click()),
    "empty: sharing": _steps(_menu("共享"), lambda tab: tab.locator("[role=dialog] input").first.wait_for()),
    "empty: new text": lambda tab: jobs.button(tab, "新的法规文稿"),
}  # fmt: skip
"""What somebody sees who has nothing yet."""
UNSETTLED: Final = frozenset({"slow", "lost", "failed: while saving"})
"""States in which an answer is still to come."""


CUT: Final = """() => {
    const clips = (style, way) => ["hidden", "clip"].includes(style[way]);
    const scrolls = (style, way) => ["auto", "scroll"].includes(style[way]);
    const over = [...document.querySelectorAll(".veil")].at(-1) ?? document.querySelector(".lawtrack-bench");
    const told = [];
    const walker = document.createTreeWalker(over, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const holder = node.parentElement;
        if (!node.data.trim() || holder.closest(".unseen, option, .dots, script, style")) continue;
        if (!holder.checkVisibility({ visibilityProperty: true })) continue;
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
            if (box.width < 2) continue;
            let why = "", shown = true;
            for (let each = holder; each && !why && shown; each = each.parentElement) {
                const style = getComputedStyle(each), frame = each.getBoundingClientRect();
                const beside = box.left < frame.left - 2 || box.right > frame.right + 2;
                const below = box.top < frame.top - 3 || box.bottom > frame.bottom + 3;
                const away = box.bottom > frame.bottom || box.top < frame.top;
                if (away && scrolls(style, "overflowY")) shown = false;
                else if (beside && clips(style, "overflowX")) why = "cut at the side";
                else if (beside && scrolls(style, "overflowX")) why = "to be scrolled sideways";
                else if (below && clips(style, "overflowY") && !each.matches(".view, .lawtrack-bench")) why = "cut above or below";
            }
            const y = box.top + box.height / 2;
            for (const x of [box.left + 3, box.left + box.width / 2, box.right - 3]) {
                if (why || !shown || y < 0 || y > innerHeight || x < 0 || x > innerWidth) continue;
                const top = document.elementFromPoint(x, y);
                if (top && !holder.contains(top) && !top.contains(holder)) why = `covered by ${top.className || top.tagName}`;
            }
            if (!why || !shown) continue;
            told.push(`${why}: ${node.data.trim().slice(0, 40)} (${holder.closest("[class]")?.className})`);
            break;
        }
    }
    return told;
}"""
"""Words that the reader does not see whole though they lie on the screen."""


def shots(tab: Any, folder: Path, name: str, looks: list[str]) -> None:
    """A picture of the state as it stands, in each of the looks; `name` becomes the file's."""
    file = re.sub(r"[^\w一-鿿]+", "-", name).strip("-") + ".png"
    spoken = "zh"
    for look in sorted(looks, key=lambda each: (each[:2] != "zh", each)):
        lang, theme, wide = look.split("-")
        if lang != spoken:
            spoken = lang
            tab.evaluate("document.querySelector('.bar.top button[lang]')?.click()")
        tab.set_viewport_size({"width": int(wide), "height": SCREENS[int(wide)]})
        tab.emulate_media(color_scheme=theme)
        if name not in UNSETTLED:
            settled(tab)
        tab.wait_for_timeout(250)
        (folder / look).mkdir(parents=True, exist_ok=True)
        tab.screenshot(path=str(folder / look / file))
        for words in tab.evaluate(CUT):
            sys.stderr.write(f"{look} {name}: {words}\n")


def sheets(folder: Path, look: str) -> None:
    """Six pictures a sheet, each under its name."""
    files = sorted((folder / look).glob("*.png"))
    for at in range(0, len(files), 6):
        sheet = Image.new("RGB", (1600, 3 * 470), "white")
        for place, file in enumerate(files[at : at + 6]):
            x, y = place % 2 * 800, place // 2 * 470
            with Image.open(file) as picture:
                sheet.paste(picture.convert("RGB").resize((792, 446), Image.Resampling.LANCZOS), (x, y + 20))
            ImageDraw.Draw(sheet).text((x + 4, y + 4), f"{look} {file.stem}", fill="black")
        sheet.save(folder / f"sheet-{look}-{at // 6:02}.png")


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--only", default="")
    asked.add_argument("--screens", default=",".join(LOOKS))
    told = asked.parse_args()
    looks = told.screens.split(",")
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, BROWSERS))),
            args=["--no-sandbox", "--disable-gpu"],
        )
        sample = replay(sample_root(), Path(place) / "sample").root
        desk = desk_on(sample, Path(place))
        fill(desk, Path(place))
        empty = Desk(Workspace.create(Path(place) / "empty"), lambda: date(2020, 9, 1))
        reset = Reset(desk)
        for states, at in ((STATES | MORE, desk), (EMPTY, empty)):
            for name in (each for each in states if re.search(told.only, each)):
                reset()
                draw(browser, at, told.folder, (name, states[name]), looks)
        browser.close()
    for look in looks:
        sheets(told.folder, look)


def draw(browser: Any, desk: Desk, folder: Path, named: tuple[str, State], looks: list[str]) -> None:
    """One state, in a tab of its own, with what it changed taken back."""
    name, state = named
    try:
        with opened(browser, desk) as tab:
            tab.desk = desk
            if name == "outside edit":
                jobs.change_outside(tab)
            state(tab)
            shots(tab, folder, name, looks)
            tab.trouble.clear()
    except Exception as error:  # noqa: BLE001 -- the other states are drawn all the same
        sys.stderr.write(f"not drawn: {name}: {str(error)[:300]}\n")


if __name__ == "__main__":
    main()
