"""The body of law and the lists of powers by mouse, in the real JupyterLab; how many clicks each job takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.collection import Collection
from lawtrack.store import Workspace
from tests.notebook.conftest import clicks

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser
LAW = "水源保护法\n第一条　水源由市人民政府保护。\n第二条　取水应当报告水务局。\n"
NEWER = "水源保护法\n第一条　立法目的。\n第二条　水源由市人民政府保护。\n第三条　取水应当报告水务局。\n"
CITY = (
    "甲市水源条例\n第一条　取水的，依照《水源保护法》第二条报告。\n第二条　违反规定取水的，处五百元罚款。\n"
)
OTHER = (
    "乙市水源条例\n第一条　取水的，报告水务局。\n第二条　禁止在水源地放牧、垂钓。\n"
    "第三条　自来水价格由价格主管部门听证后核定。\n"
)
DRAFT = "本市水源条例\n第一条　取水的，应当报告。\n第二条　水源地设立界桩、界标。\n"
LIST = "类别,名称,实施依据,实施主体\n行政许可,取水许可,《水源保护法》第二条,水务局\n"
MORE = LIST + "行政处罚,对违法取水的处罚,《水源保护法》第二条,水务局\n"


@pytest.fixture
def books(lab: tuple[str, Path], tmp_path: Path) -> None:
    """A body of law of three instruments, gathered."""
    folder = tmp_path / "法规"
    folder.mkdir()
    for name, text in (("law.txt", LAW), ("city.txt", CITY), ("other.txt", OTHER)):
        (folder / name).write_text(text, encoding="utf-8")
    common = Workspace.open(lab[1]).repository.place.common
    Collection.build([folder], common / "lawtrack" / "library")


@pytest.fixture
def page(books: None, page: Any) -> Any:
    """The page opened over them."""
    return page


def sent(name: str, text: str) -> dict[str, Any]:
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def test_search_cleaning_and_lists_of_powers(page: Any) -> None:
    page.get_by_role("button", name="法规库").click()
    page.get_by_label("要找的词").fill("取水 罚款")
    page.keyboard.press("Enter")
    page.locator(".law-hits mark").first.wait_for()
    page.locator(".law-hits button").first.click()
    page.locator(".text .in-hand", has_text="五百元").wait_for()
    page.get_by_label("按什么找").select_option("式样")
    page.get_by_label("要找的式样").fill("取(水")
    page.keyboard.press("Enter")
    page.get_by_text("没有对应的").first.wait_for()
    page.get_by_label("要找的式样").fill("取水.+罚款")
    page.keyboard.press("Enter")
    page.locator(".law-hits mark", has_text="罚款").first.wait_for()

    clicks(page)
    page.get_by_role("tab", name="上位法与外地").click()
    page.get_by_label("要比较的文稿").select_option("一个文件")
    page.locator(".choose-law input[type=file]").set_input_files(sent("本稿.txt", DRAFT))
    for city in ("甲市水源条例", "乙市水源条例"):
        page.locator(".titles button", has_text=city).click()
    page.get_by_role("button", name="各地一栏一地").click()
    page.get_by_role("button", name="比较", exact=True).click()
    page.locator(".paper th", has_text="乙市水源条例").wait_for()
    assert page.locator(".paper td", has_text="未规定").count() >= 1
    assert page.locator(".paper th", has_text="本稿没有的").count() == 1
    with page.expect_download() as got:
        page.get_by_role("button", name="Word").click()
    assert got.value.suggested_filename.endswith(".docx")
    assert clicks(page) <= 8

    page.get_by_role("tab", name="法规清理").click()
    old, new = (page.locator(".choose-law").nth(at) for at in (0, 1))
    old.get_by_role("button", name="从法规库选").click()
    old.locator(".titles button", has_text="水源保护法").click()
    new.locator("input[type=file]").set_input_files(sent("新法.txt", NEWER))
    page.get_by_role("button", name="查受影响的条文").click()
    page.locator(".paper td", has_text="甲市水源条例").wait_for()
    with page.expect_download() as got:
        page.get_by_role("button", name="Word").click()
    assert got.value.suggested_filename.endswith(".docx")
    assert clicks(page) <= 8
    page.get_by_role("button", name="写成一揽子修改决定").click()
    page.locator(".proof").wait_for()

    page.get_by_role("tab", name="权责清单").click()
    for day, text in (("2019-12-31", LIST), ("2020-06-30", MORE)):
        page.get_by_role("button", name="收入清单…").click()
        page.locator("[role=dialog] input[type=file]").set_input_files(sent("市级清单.csv", text))
        page.get_by_label("截至哪一天").fill(day)
        page.get_by_text("读出").wait_for()
        page.get_by_role("button", name="收入", exact=True).click()
        page.locator("[role=dialog]").wait_for(state="detached")
    page.locator(".standing", has_text="增加1项").wait_for()


def test_the_day_that_is_typed_while_a_list_is_still_read_stays(page: Any) -> None:
    """A file takes a moment to read; what was typed in that moment was forgotten."""
    page.evaluate(
        """() => { const read = FileReader.prototype.readAsDataURL;
           FileReader.prototype.readAsDataURL = function (file) { setTimeout(() => read.call(this, file), 400); }; }"""
    )
    page.get_by_role("button", name="法规库").click()
    page.get_by_role("tab", name="权责清单").click()
    page.get_by_role("button", name="收入清单…").click()
    page.locator("[role=dialog] input[type=file]").set_input_files(sent("市级清单.csv", LIST))
    page.get_by_label("截至哪一天").fill("2020-06-30")
    page.get_by_text("读出").wait_for()
    assert page.get_by_label("截至哪一天").input_value() == "2020-06-30"
    page.get_by_role("button", name="收入", exact=True).click()
    page.locator("[role=dialog]").wait_for(state="detached")
