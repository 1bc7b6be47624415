"""Random published plans, lists and tables: whatever stands around a title, its project is taken in or told."""

from __future__ import annotations

import random
from typing import Any, Final, NamedTuple

import pytest

from lawtrack.plan import Intake, Item, read_list, read_table

HOW: dict[str, Any] = {"year": 2024, "title": "计划", "jurisdiction": "某市"}
TITLES: Final = (
    "某市养犬管理条例", "某市数据条例", "某市停车场管理办法", "某市献血条例", "某市燃气管理规定", "某市志愿服务若干规定",
    "某市人民代表大会议事规则", "某市实施〈中华人民共和国工会法〉办法", "某市城市（镇）绿化条例", "某市不动产登记实施细则",
)  # fmt: skip
UNITS: Final = ("市公安局", "市住房和城乡建设局", "市大数据局、市委网信办", "市人大常委会法工委", "团市委")
ACTS: Final = {"制定": "enact", "修订": "revise", "修改": "amend", "废止": "repeal"}
WAYS: Final = (
    "{t}", "《{t}》", "{t}（{v}）", "《{t}》（{v}）", "{v}《{t}》", "{v}{t}", "{t}{v}", "对《{t}》进行{v}", "《{t}》的{v}",
    "{t}（草案）", "《{t}（修订草案）》", "{t}修正案", "继续审议《{t}》", "提请审议《{t}（草案）》的议案", "{t}（{v}项目）",
)  # fmt: skip
BEHIND: Final = (
    "", "。", "，由{u}起草", "（{u}）", "　{u}　{m}月", "\t{u}\t{m}月", "，{m}月提请审议", "——{u}", "　起草单位：{u}", "  {u}",
    "（{u}起草，{m}月提请市人大常委会审议）", "；责任单位：{u}；完成时限：年底前", "（拟于{m}月一审、12月二审）",
    "，起草单位{u}，{m}月审议", " （{u}负责起草）（{m}月）", "，计划{m}月份提请审议。",
)  # fmt: skip
NUMBERS: Final = (
    "{n}.", "{n}、", "{n}．", "（{n}）", "{n})", "（{c}）", "{c}、", "- ", "● ", "○ ", "　　{n}.", "第{n}项 ", "0{n} ", "{n} ", "",
)  # fmt: skip
CATEGORIES: Final = (
    "一、审议项目（5件）", "二、预备项目", "（一）提请审议的地方性法规", "第一类 年内提请审议", "三、调研论证类",
    "二、提请审议的条例案（2件）",
    "一、 继续审议项目：", "（二） 政府规章项目", "第二类：清理任务",
)  # fmt: skip


class Line(NamedTuple):
    """A line, and what is to come of it; None where the line does not say."""

    words: str
    title: str
    action: str | None
    unit: str | None
    month: int | None


def drawn(chance: random.Random, number: int, title: str, numbering: str) -> Line:
    """A project in one of the ways in which they are printed."""
    way, behind = chance.choice(WAYS), chance.choice(BEHIND)
    verb, unit, month = chance.choice(list(ACTS)), chance.choice(UNITS), chance.randint(1, 9)
    words = numbering.format(n=number, c="一二三四五六七"[number - 1])
    words += (way + behind).format(t=title, v=verb, u=unit, m=month)
    fixed = {"修订草案": "revise", "修正案": "amend"}
    action = ACTS[verb] if "{v}" in way else next((act for said, act in fixed.items() if said in way), None)
    return Line(words, title, action, unit if "{u}" in behind else None, month if "{m}" in behind else None)


def plan(chance: random.Random) -> tuple[list[Line], Intake]:
    """Some projects below categories, and what is read."""
    numbering = chance.choice(NUMBERS)
    lines, text = [], [chance.choice(CATEGORIES)]
    for number, title in enumerate(chance.sample(TITLES, chance.randint(2, 6)), 1):
        lines.append(drawn(chance, number, title, numbering))
        text += [lines[-1].words, *([chance.choice(CATEGORIES)] if chance.random() < 0.3 else [])]
    return lines, read_list("\n".join(text), **HOW)


def holds(line: Line, item: Item) -> None:
    """What the line says stands in the item."""
    assert line.action in (None, item.action), line
    assert line.unit in (None, item.drafting_unit), line
    dates = [str(target.date) for target in item.targets]
    assert line.month is None or f"2024-{line.month:02d}" in dates, line


@pytest.mark.parametrize("seed", range(40))
def test_every_project_is_taken_in_as_its_line_says(seed: int) -> None:
    for member in range(10):
        lines, intake = plan(random.Random(f"{seed} {member}"))
        items = {item.title: item for item in intake.plan.items}
        assert list(items) == [line.title for line in lines], [line.words for line in lines]
        for line in lines:
            item = items[line.title]
            assert line.action in (None, item.action), line
            assert line.unit in (None, item.drafting_unit), line
            assert line.month is None or f"2024-{line.month:02d}" in [
                str(one.date) for one in item.targets
            ], line
        told = [leftover.words for leftover in intake.leftovers]
        assert all(note in told for item in items.values() for note in (item.note or "").split("；") if note)


HEADS: Final = {
    "number": ("序号", "编号", ""),
    "title": (
        "法规名称",
        "项目名称",
        "立法项目",
        "项目",
        "名称",
        "规章名称",
        "法规规章名称",
        "拟制定法规名称",
        "法规草案名称",
        "题目",
    ),
    "unit": (
        "起草单位",
        "责任单位",
        "牵头起草单位",
        "起草部门",
        "牵头单位",
        "起草责任单位",
        "承办单位",
        "主办单位",
    ),
    "action": (
        "立法形式",
        "类型",
        "立法类型",
        "制定/修改",
        "制定、修改或废止",
        "项目性质",
        "备注（制定/修订）",
        "立法性质",
    ),
    "time": (
        "提请审议时间",
        "审议时间",
        "提请时间",
        "拟提请市人大常委会审议时间",
        "上会时间",
        "计划审议月份",
    ),
    "note": ("备注", "说明"),
}


def table(chance: random.Random) -> tuple[list[Line], list[list[str]]]:
    """Projects in the rows of a table with some of the columns in any order, categories between them."""
    columns = ["number", "title", *chance.sample(["unit", "action", "time", "note"], chance.randint(1, 4))]
    chance.shuffle(columns)
    heads = {column: chance.choice(HEADS[column]) for column in columns}
    lines, rows = [], [[heads[column] for column in columns]]
    for number, title in enumerate(chance.sample(TITLES, chance.randint(2, 5)), 1):
        if chance.random() < 0.25:
            rows.append([chance.choice(CATEGORIES)] * len(columns))
        verb, unit, month = chance.choice(list(ACTS)), chance.choice(UNITS), chance.randint(1, 12)
        ways = ("{t}", "《{t}》") if "action" in heads else ("{t}（{v}）", "《{t}》（{v}）", "{v}《{t}》")
        cells = {
            "number": str(number), "title": chance.choice(ways).format(t=title, v=verb), "unit": unit, "action": verb,
            "time": f"{month}月", "note": chance.choice(("", "视情", "上位法已修改")),
        }  # fmt: skip
        rows.append([cells[column] for column in columns])
        told = (ACTS[verb], unit if "unit" in heads else None, month if "time" in heads else None)
        lines.append(Line(" ".join(rows[-1]), title, *told))
    return lines, rows


@pytest.mark.parametrize("seed", range(40))
def test_every_project_is_taken_in_as_its_row_says(seed: int) -> None:
    for member in range(10):
        lines, rows = table(random.Random(f"{seed} {member}"))
        items = {item.title: item for item in read_table(rows, **HOW).plan.items}
        assert list(items) == [line.title for line in lines], rows
        for line in lines:
            holds(line, items[line.title])
