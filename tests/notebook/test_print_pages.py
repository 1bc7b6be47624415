"""The exported pages on paper: A4 across, printed by Chromium, read back page by page."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.compare import compare, concordance
from lawtrack.formats import Layout, write_comparison, write_concordance

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser
HEADS = ("现行文本", "一审稿", "表决稿")
MATTERS = "取水 排污 巡查 监测 养殖 航运 采砂 绿化 垃圾 农药 公示 举报 保险 补偿 培训 演练 评估 宣传".split()
NUMBERS = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八".split()


def version(days: int) -> str:
    """Eighteen chapters of one article each, too long for two lines and too short to be torn."""
    articles = [
        f"第{number}条　从事{matter}的，应当在{days}日内将{matter}的地点和{matter}的起止时间告知{matter}主管部门，"
        + f"{matter}记录至少保存三年，不得拒绝{matter}检查。" * (at % 5 + 3)
        for at, (number, matter) in enumerate(zip(NUMBERS, MATTERS, strict=True))
    ]
    chapters = (f"第{number}章　专项\n{article}" for number, article in zip(NUMBERS, articles, strict=True))
    return "\n".join(["水源保护条例", *chapters])


def pages(chromium: Any, pdftotext: str, file: Path) -> list[str]:
    """The words of each page, as printed."""
    tab = chromium.new_page(color_scheme="dark")
    tab.goto(file.as_uri())
    tab.wait_for_selector(".lt-body .lt-row")
    printed = tab.pdf(prefer_css_page_size=True)
    tab.close()
    done = subprocess.run([pdftotext, "-layout", "-", "-"], input=printed, capture_output=True, check=True)
    return done.stdout.decode("utf-8").rstrip("\f").split("\f")


@pytest.fixture(scope="module", params=[2, 3], ids=["comparison", "concordance"])
def printed(
    request: pytest.FixtureRequest, chromium: Any, pdftotext: str, tmp_path_factory: pytest.TempPathFactory
) -> list[str]:
    file = tmp_path_factory.mktemp("printed") / "对照.html"
    texts = [version(days) for days in (30, 15, 10)[: request.param]]
    layout = Layout(heads=HEADS[: request.param])
    if request.param == 2:
        write_comparison(compare(*texts), file, layout)
    else:
        write_concordance(concordance(texts), file, layout)
    return pages(chromium, pdftotext, file)


def test_heads_come_again_on_every_page(printed: list[str]) -> None:
    assert len(printed) > 1
    for page in printed:
        top = page.strip().splitlines()[0:4]
        assert any("条号" in line and "现行文本" in line and "一审稿" in line for line in top), top


def test_the_first_page_says_how_changes_are_marked_and_has_no_controls(printed: list[str]) -> None:
    assert "只改条号的，不作标记" in printed[0]
    assert "显示未改" not in "".join(printed)
    assert "复制" not in "".join(printed)


def test_pages_are_numbered(printed: list[str]) -> None:
    feet = [page.strip().splitlines()[-1].replace(" ", "") for page in printed]
    assert feet == [f"{at}/{len(printed)}" for at in range(1, len(printed) + 1)]


def test_a_short_clause_stays_on_one_page(printed: list[str]) -> None:
    for matter in MATTERS:
        assert sum(matter in page for page in printed) == 1


def test_no_chapter_heading_is_left_at_the_foot(printed: list[str]) -> None:
    last = [[line for line in page.splitlines() if line.strip()][-2] for page in printed]
    assert not [line for line in last if "章" in line]
