"""Bodies and deadlines that a clause names: made-up clauses whose bodies are known, some of words that no list has."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, Final

import pytest

from lawtrack.collection.facts.bodies import bodies
from lawtrack.collection.facts.deadlines import deadlines

if TYPE_CHECKING:
    from collections.abc import Callable

KNOWN: Final = (
    "城市管理",
    "水务",
    "民政",
    "生态环境",
    "文化和旅游",
    "住房和城乡建设",
    "邮政管理",
    "农业农村",
    "气象",
)
STRANGE: Final = ("索道", "夜间经济", "蜂业", "游乐设施", "再生资源")
WHOLE: Final = (
    "公安机关交通管理部门", "公安机关", "消防救援机构", "税务机关", "不动产登记机构", "动物卫生监督机构", "市水务局",
    "县农业农村局", "市卫生健康委员会", "市人民政府", "县级以上人民政府", "乡镇人民政府", "丁原市人民政府", "各级人民政府",
    "县级以上人民政府水务主管部门", "街道办事处", "居民委员会",
    "城市管理综合执法部门", "风景名胜区管理机构", "人民法院",
)  # fmt: skip
NO_BODIES: Final = (
    "有关部门",
    "有关主管部门",
    "医疗机构",
    "养老服务机构",
    "检测机构",
    "建设单位",
    "物业服务企业",
)
CLAUSES: Final = (
    "由{}责令改正，处二百元罚款。", "应当取得{}颁发的许可证。", "应当在三日内向{}备案。", "报{}批准。",
    "经{}同意后方可施工，期限为十五日。", "{}应当加强对{}的监督。", "拒绝{}检查的，由{}处罚。", "应当接受{}和{}的检查。",
    "可以委托{}实施。", "征得{}同意的除外。", "不服{}决定的，向{}申请复议。",
    "市有关单位应当向所在地{}报告。", "由{}或者{}依法查处。",
)  # fmt: skip


def department(rng: random.Random) -> tuple[str, tuple[str, ...]]:
    field = rng.choice((*KNOWN, *STRANGE))
    name = field + ("部门" if field.endswith("管理") else rng.choice(("部门", "主管部门", "行政主管部门")))
    if rng.random() < 0.2:
        first, last = rng.choice((("市", "县"), ("区", "县"), ("省", "市")))
        return f"{first}、{last}{name}", (first + name, last + name)
    level = rng.choice(("", "", "市", "县", "县级以上"))
    return level + name, (level + name,)


def several(rng: random.Random) -> tuple[str, tuple[str, ...]]:
    fields = rng.sample(KNOWN, rng.choice((2, 3)))
    joined = rng.choice(("、".join(fields), "、".join(fields[:-1]) + "和" + fields[-1]))
    return joined + rng.choice(("部门", "等部门", "等有关部门")), tuple(f"{field}部门" for field in fields)


def whole(rng: random.Random) -> tuple[str, tuple[str, ...]]:
    if rng.random() < 0.15:
        return "市、县（市、区）人民政府", ("市人民政府", "县人民政府")
    name = rng.choice(WHOLE)
    return name, (name,)


def nobody(rng: random.Random) -> tuple[str, tuple[str, ...]]:
    return rng.choice(NO_BODIES), ()


KINDS: Final[tuple[Callable[[random.Random], tuple[str, tuple[str, ...]]], ...]] = (
    department,
    department,
    several,
    whole,
    whole,
    nobody,
)


@pytest.mark.parametrize("seed", range(4))
def test_bodies_are_drawn_whole_and_no_others(seed: int) -> None:
    rng = random.Random(seed)
    right = shown = wanted = 0
    for _ in range(250):
        known: set[str] = set()

        def put(_match: re.Match[str], known: set[str] = known) -> str:
            words, names = rng.choice(KINDS)(rng)
            known.update(names)
            return words

        found = set(bodies(re.sub(r"\{\}", put, rng.choice(CLAUSES))))
        right, shown, wanted = right + len(found & known), shown + len(found), wanted + len(known)
    assert right >= 0.99 * shown
    assert right >= 0.99 * wanted


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("物业服务企业应当向小区物业管理机构报告。", ("小区物业管理机构",)),
        ("（三）市人民政府决定的事项；", ("市人民政府",)),
        ("由邮政管理、商务部门责令改正。", ("邮政管理部门", "商务部门")),
        ("建议市人民政府撤销。", ("市人民政府",)),
        ("由开发区管理委员会实施。", ("开发区管理委员会",)),
        ("滨江新区管理委员会受市人民政府委托。", ("滨江新区管理委员会", "市人民政府")),
        ("市、区两级人民政府应当支持。", ("市人民政府", "区人民政府")),
        ("设区的市级人民政府可以划定禁渔区。", ("设区的市级人民政府",)),
        ("报告本级人民政府，经本机关负责人批准。", ()),
        ("向原许可机关、原批准机关申请。", ("原许可机关", "原批准机关")),
        ("公安机关消防机构可以查封。", ("公安机关消防机构",)),
    ],
)
def test_where_a_name_begins(text: str, named: tuple[str, ...]) -> None:
    assert bodies(text) == named


@pytest.mark.parametrize("noun", ["期限", "有效期", "批准期限", "公示期", "办理时限", "保存期限", "宽限期"])
@pytest.mark.parametrize(
    ("words", "number", "unit"), [("十五日", 15, "day"), ("三个月", 3, "month"), ("2年", 2, "year")]
)
def test_a_term_is_a_deadline(noun: str, words: str, number: int, unit: str) -> None:
    for said in (f"许可的{noun}为{words}。", f"许可的{noun}{words}，期满失效。"):
        assert [(each.number, each.unit) for each in deadlines(said)] == [(number, unit)]


@pytest.mark.parametrize(("words", "number", "unit"), [("半年内", 6, "month"), ("半个月内", 15, "day")])
def test_half_of_a_term(words: str, number: int, unit: str) -> None:
    assert [(each.number, each.unit) for each in deadlines(f"应当在{words}开工。")] == [(number, unit)]
