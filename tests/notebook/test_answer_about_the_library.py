"""What the page asks about the body of law and lists of powers, and documents of the procedure; without a browser."""

from __future__ import annotations

import base64
import time
from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.formats import read_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Ask = Callable[..., dict[str, Any]]

DRAFT = "patriotic-health"
LAW = "水源保护法\n第一条　水源由市人民政府保护。\n第二条　取水应当报告水务局。\n"
NEWER = "水源保护法\n第一条　立法目的。\n第二条　水源由市人民政府保护。\n第三条　取水应当报告水务局。\n"
LAWS = {
    "甲市水源条例.txt": "甲市水源条例\n第一条　取水的，依照《水源保护法》第二条报告。\n第二条　违反规定取水的，处五百元罚款。\n",
    "乙市水源办法.txt": "乙市水源办法\n第一条　单位取水应当书面报告。\n第二条　违反规定取水的，处二千元罚款。\n",
    "水源保护法.txt": LAW,
}
LIST = (
    "类别,名称,实施依据,实施主体\n"
    "行政许可,取水许可,《水源保护法》第二条,水务局\n"
    "行政处罚,对违法取水的处罚,《水源保护法》第二条,水务局\n"
)


def sent(name: str, text: str) -> dict[str, str]:
    return {"name": name, "data": base64.b64encode(text.encode()).decode()}


@pytest.fixture
def laws(tmp_path: Path) -> Path:
    folder = tmp_path / "法规"
    folder.mkdir()
    for name, text in LAWS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def gathered(ask: Ask, laws: Path) -> Ask:
    assert ask("library.build", folder=str(laws))["ok"]
    for _ in range(600):
        now = ask("library.progress")["result"]
        if now["state"] != "running":
            break
        time.sleep(0.1)
    assert now["state"] == "done", now
    return ask


def ids(ask: Ask) -> dict[str, str]:
    return {title: instrument for instrument, title, _ in ask("library.titles", words="")["result"]["rows"]}


def test_before_it_is_gathered_the_page_says_so_and_a_folder_is_chosen_by_mouse(ask: Ask, laws: Path) -> None:
    assert not ask("library.state")["result"]["there"]
    assert "法规库" in ask("library.search", words="罚款")["say"]
    assert [laws.name, str(laws)] in ask("library.folders", folder=str(laws.parent))["result"]["names"]
    shown = ask("library.folders", folder=str(laws))["result"]
    assert (shown["files"], shown["names"], shown["up"]) == (3, [], str(laws.parent))
    assert not ask("library.folders", folder=str(laws / "nirgends"))["ok"]
    assert not ask("library.build", folder="")["ok"]


def test_words_are_found_marked_and_open_their_text(gathered: Ask) -> None:
    found = gathered("library.search", words="取水 罚款")["result"]
    assert found["total"] == 2
    first = found["rows"][0]
    assert {words for out, words in first["runs"] if out} == {"取水", "罚款"}
    text = gathered("library.text", instrument=first["instrument"])["result"]
    assert any(row["eid"] == first["eid"] for row in text["rows"])
    assert gathered("library.search", words="取水", title="乙市")["result"]["total"] == 2
    assert gathered("library.search", words="")["result"]["rows"] == []
    fitting = gathered("library.search", words="取水.+罚款", pattern=True)["result"]
    assert (fitting["total"], fitting["read"]) == (2, None)
    assert all(any(out and words.startswith("取水") for out, words in row["runs"]) for row in fitting["rows"])
    assert "没有对应的" in gathered("library.search", words="取(水", pattern=True)["say"]
    assert not gathered("library.text", instrument="none")["ok"]


def test_a_changed_law_gives_the_table_and_the_package(gathered: Ask) -> None:
    given = {"old": ids(gathered)["水源保护法"], "new-file": sent("新法.txt", NEWER)}
    table = gathered("library.affected", **given)["result"]
    assert (table["count"], table["certain"]) == (1, 1)
    assert "甲市水源条例" in str(table["rows"])
    made = gathered("library.package", **given, file=True)["result"]
    assert made["titles"] == ["甲市水源条例"]
    assert any("第三条" in line for line in made["lines"])
    for kind in (".docx", ".xlsx"):
        file = gathered("library.affected", **given, file=True, kind=kind)["result"]["file"]
        assert file["name"].endswith(kind)
        assert file["data"]
    repealed = gathered("library.affected", old=given["old"], repealed=True)["result"]
    assert repealed["count"] == 1
    assert not gathered("library.package", old=given["old"], repealed=True, file=True)["ok"]


def test_a_text_lies_beside_others_clause_by_clause_or_city_by_city(gathered: Ask) -> None:
    there = ids(gathered)
    chosen = [there["甲市水源条例"], there["乙市水源办法"]]
    pairs = gathered("library.beside", text=there["水源保护法"], instruments=chosen)["result"]
    assert pairs["rows"]
    cities = gathered("library.beside", text=there["水源保护法"], instruments=chosen, cities=True)
    assert cities["result"]["heads"][1:] == ["水源保护法", "甲市水源条例", "乙市水源办法"]
    newest = gathered("project.show", draft=DRAFT)["result"]["newest"]
    assert gathered("library.beside", draft=DRAFT, version=newest, instruments=chosen[:1])["ok"]
    assert not gathered("library.beside", draft=DRAFT, version=newest, instruments=[])["ok"]


def test_gathering_can_be_stopped_and_leaves_what_was_there(gathered: Ask, laws: Path) -> None:
    (laws / "丙.txt").write_text("丙市条例\n第一条　取水。\n", encoding="utf-8")
    assert gathered("library.build", folder=str(laws))["ok"]
    gathered("library.stop")
    for _ in range(600):
        if gathered("library.progress")["result"]["state"] != "running":
            break
        time.sleep(0.1)
    assert gathered("library.progress")["result"]["state"] == "stopped"
    assert gathered("library.state")["result"]["count"] == 3


def test_a_list_of_powers_is_read_kept_and_compared(ask: Ask) -> None:
    file = sent("市级权责清单.csv", LIST)
    assert ask("lists.preview", file=file)["result"]["count"] == 2
    taken = ask("lists.take", file=file, title="市级权责清单", date="2019-12-31")
    assert taken["ok"], taken
    slug = taken["result"]["list"]
    fewer = sent("市级权责清单.csv", "\n".join(LIST.splitlines()[:2]))
    assert ask("lists.take", file=fewer, list=slug, date="2020-06-30")["ok"]
    lists = ask("lists.show")["result"]["lists"]
    assert {"list": slug, "name": "市级权责清单", "days": ["2019-12-31", "2020-06-30"]} in lists
    assert [one["name"] for one in lists if one["list"] != slug] == ["sample-city"], (
        "the sample has one of its own"
    )
    told = ask("lists.compare", list=slug, old="2020-06-30", new="2019-12-31", file=True, kind=".xlsx")
    assert "1项" in told["result"]["sentence"]
    assert told["result"]["file"]["name"].endswith(".xlsx")
    assert not ask("lists.take", file=file, title="", date="2020-06-30")["ok"]
    assert not ask("lists.preview", file=sent("x.txt", "没有表格"))["ok"]


@pytest.mark.parametrize(
    "purpose", ["solicitation", "deliberation", "explanation", "changes", "review", "filing"]
)
def test_a_document_of_the_procedure_is_shown_and_handed_out(ask: Ask, purpose: str) -> None:
    versions = [version["sha"] for version in ask("project.show", draft=DRAFT)["result"]["versions"]][-2:]
    made = ask("out.make", draft=DRAFT, versions=versions, purpose=purpose, file=True)
    assert made["ok"], made
    preview = made["result"]["preview"]
    if purpose in ("solicitation", "deliberation"):  # forms, shown as the tables that they are
        assert preview["heads"][:3] == ["序号", "条款", "条文内容"]
        assert any(row[1] == "第一条" and "爱国卫生" in row[2] for row in preview["rows"])
    else:
        assert "爱国卫生" in "".join(preview["lines"])
    data = base64.b64decode(made["result"]["file"]["data"])
    assert "爱国卫生" in read_data(data, "a.docx", as_shown=True).text


def test_what_a_list_of_powers_stands_on_is_looked_up(gathered: Ask) -> None:
    """What is not in force stands first and stands out; without a body of law the refusal says what to do."""
    rows = "类别,名称,实施依据,实施主体\n行政许可,取水许可,《水源保护法》第一条,水务局\n行政许可,排水许可,《排水法》第三条,水务局\n"
    taken = gathered("lists.take", file=sent("水务.csv", rows), title="水务清单", date="2020-06-30")
    told = gathered(
        "lists.grounds", list=taken["result"]["list"], title="水务清单", date="2020-06-30", file=True
    )
    assert told["ok"], told
    assert [row[0][0][1] for row in told["result"]["rows"]] == ["排水许可", "取水许可"]
    assert [row[3][0][0] for row in told["result"]["rows"]] == [True, False]
    assert "未找到1" in told["result"]["sentence"]
    assert told["result"]["file"]["name"].startswith("水务清单依据核对")
    assert not gathered("lists.grounds", list=taken["result"]["list"], date="1999-01-01")["ok"]


def test_without_a_body_of_law_nothing_is_looked_up(ask: Ask) -> None:
    taken = ask("lists.take", file=sent("清单.csv", LIST), title="清单", date="2020-06-30")
    refused = ask("lists.grounds", list=taken["result"]["list"], date="2020-06-30")
    assert not refused["ok"]
    assert "法规库" in refused["say"]
