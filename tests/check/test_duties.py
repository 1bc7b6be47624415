"""Duties and penalties: made-up ordinances by the hundreds, and what was judged by hand on the corpus."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from lawtrack.check import amounts, check, duty_table

LABELS = Path(__file__).with_name("labels") / "duties.txt"
THINGS = ("游船", "煤气瓶", "广告牌", "渔网", "鸽舍", "窨井盖", "快递柜", "售货亭")
VERBS = ("应当登记", "必须年检", "不得出租", "不得改装")
HEAD = (
    "某市{thing}管理条例\n第一章　总则\n第一条　为了管理{thing}，制定本条例。\n"
    "第二条　本条例所称{thing}，是指自用的{thing}。\n第二章　管理\n"
)


def ordinance(thing: str, verb: str, penalty: str) -> str:
    return (
        HEAD.format(thing=thing)
        + f"第三条　{thing}所有人{verb}{thing}。\n第四条　公安机关应当建立{thing}档案。\n"
        + f"第五条　任何单位和个人不得毁损{thing}标牌。\n第三章　法律责任\n{penalty}\n"
        + "第八条　国家工作人员玩忽职守的，依法给予处分。\n第四章　附则\n第九条　本条例自2021年1月1日起施行。\n"
    )


def found(text: str) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for finding in check(text):
        told.setdefault(finding.code, []).append(finding.eid.partition("__")[0])
    return told


@pytest.mark.parametrize(("thing", "verb"), list(product(THINGS, VERBS)))
def test_a_cited_duty_has_its_penalty_and_the_other_has_none(thing, verb):
    text = ordinance(thing, verb, "第七条　违反本条例第三条规定的，由公安机关处二百元以上五百元以下罚款。")
    told = found(text)
    assert told["duty-without-penalty"] == ["art_5"]
    assert not {"penalty-without-duty", "penalty-of-purpose", "fine-order"} & set(told)


@pytest.mark.parametrize("thing", THINGS)
def test_a_duty_is_found_by_the_words_that_its_penalty_repeats(thing):
    penalty = f"第七条　违反本条例规定，毁损{thing}标牌的，由公安机关处二百元罚款。"
    rows = [
        (row.duty.label, row.tie)
        for row in duty_table(ordinance(thing, "应当登记", penalty)).rows
        if row.duty and row.penalty
    ]
    assert rows == [("第五条", "words")]


@pytest.mark.parametrize(("thing", "place"), list(product(THINGS, ("第一条", "第二条", "第九条"))))
def test_a_penalty_for_an_article_that_cannot_be_broken(thing, place):
    penalty = f"第六条　违反本条例第三条规定的，处二百元罚款。\n第七条　违反本条例{place}规定的，由公安机关处二百元罚款。"
    assert found(ordinance(thing, "应当登记", penalty))["penalty-of-purpose"] == ["art_7"]


@pytest.mark.parametrize("basis", ["根据《某法》", "依据《某法》的规定", "依照《某法》，结合本市实际"])
def test_an_article_that_only_names_the_legal_basis_cannot_be_broken_either(basis):
    text = f"某市游船条例\n第一条　{basis}，制定本条例。\n第二条　游船应当登记。\n第三条　违反本条例第一条规定的，处二百元罚款。\n"
    assert found(text)["penalty-of-purpose"] == ["art_3"]


@pytest.mark.parametrize("thing", THINGS)
def test_a_penalty_that_names_no_duty(thing):
    penalty = "第六条　违反本条例第三条、第五条规定的，处二百元罚款。\n第七条　在桥上悬挂彩灯招揽顾客的，由公安机关处二百元罚款。"
    assert found(ordinance(thing, "应当登记", penalty))["penalty-without-duty"] == ["art_7"]


SUMS = (
    ("二百元", "五百元"),
    ("一千元", "五千元"),
    ("5000元", "2万元"),
    ("3万元", "10万元"),
    ("一倍", "三倍"),
)
GRAVER = ("情节严重的", "拒不改正的", "逾期不改正的", "造成严重后果的", "情节恶劣的")


@pytest.mark.parametrize(("lighter", "graver", "words"), list(product(SUMS[:4], SUMS[:4], GRAVER)))
def test_a_graver_breach_is_fined_no_less(lighter, graver, words):
    penalty = (
        f"第七条　违反本条例第三条规定的，处{lighter[0]}以上{lighter[1]}以下罚款；"
        f"{words}，处{graver[0]}以上{graver[1]}以下罚款。"
    )
    reversed_ = SUMS.index(graver) < SUMS.index(lighter)
    assert ("fine-order" in found(ordinance("游船", "应当登记", penalty))) is reversed_


@pytest.mark.parametrize(("person", "unit"), list(product(SUMS[:4], SUMS[:4])))
def test_a_unit_is_fined_no_less_than_a_person(person, unit):
    penalty = (
        f"第七条　违反本条例第三条规定的，对个人处{person[0]}以上{person[1]}以下罚款，"
        f"对单位处{unit[0]}以上{unit[1]}以下罚款。"
    )
    assert ("fine-order" in found(ordinance("游船", "应当登记", penalty))) is (
        SUMS.index(unit) < SUMS.index(person)
    )


def test_another_conduct_may_be_fined_less():
    penalty = "第七条　违反本条例第三条规定的，逾期不改正的，处五千元罚款；擅自涂改标牌，逾期不改正的，处五百元罚款。"
    assert "fine-order" not in found(ordinance("游船", "应当登记", penalty))


def test_duties_of_authorities_principles_and_conditions_are_no_duties():
    text = (
        "某市游船条例\n第一条　游船管理应当坚持安全第一的原则。\n第二条　市人民政府及其有关部门应当加强管理。\n"
        "第三条　申请登记应当符合下列条件：\n（一）有船；\n（二）有人。\n"
        "第四条　公安机关收到申请后，应当受理；不符合条件的，应当说明理由。\n"
        "第五条　公民应当增强安全意识。\n第六条　机关、企业事业单位和其他组织应当设置标牌。\n第七条　违反第六条规定的，处罚款。"
    )
    assert [row.duty.label for row in duty_table(text).rows if row.duty] == ["第六条"]


@pytest.mark.parametrize(
    ("cited", "lacking"),
    [
        ("第二条第一项", ["第二条第二项", "第二条第三项"]),
        ("第二条第一项、第三项", ["第二条第二项"]),
        ("第二条第一项至第三项", []),
        ("第二条", []),
    ],
)
def test_items_that_no_penalty_cites_are_told(cited, lacking):
    text = (
        "某市游船条例\n第一条　为了管理游船，制定本条例。\n第二条　禁止下列行为：\n（一）超载；\n（二）夜航；\n（三）酒后驾驶。\n"
        f"第三条　违反本条例{cited}规定的，处二百元罚款。\n"
    )
    table = duty_table(text)
    assert [row.duty.label for row in table.rows if row.duty and not row.penalty] == lacking
    assert [row.duty.label for row in table.rows if row.duty and row.penalty] == ["第二条"]


def test_a_penalty_for_what_lays_no_duty_is_to_be_looked_at():
    text = "某市游船条例\n第一条　为了管理游船，制定本条例。\n第二条　游船应当登记。\n第三条　违反第一条规定的，处罚款。\n"
    rows = duty_table(text).rows
    assert [
        (row.duty.label, row.duty.binds, row.wants_looking_at) for row in rows if row.duty and row.penalty
    ] == [("第一条", False, True)]


def test_the_amounts_are_read_as_ranges():
    assert [(a.low, a.high) for a in amounts("处二千元以上一万元以下罚款")] == [(2000.0, 10000.0)]


def judged() -> list[tuple[str, str, set[tuple[str, str]], set[str]]]:
    read = []
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        head, _, rest = line.partition(":")
        group, _, name = head.partition(" ")
        rest, _, unsure = rest.partition("?")
        rest, _, free = rest.partition("free")
        rows = {
            (duty, one)
            for each in rest.split()
            for duty, ones in [each.split(">")]
            for one in ones.split(",")
        }
        read.append((group, name.strip(), rows | {("-", one) for one in free.split()}, set(unsure.split())))
    return read


def told(text: str) -> set[tuple[str, str]]:
    """The rows of a text by article, "-" for what is lacking; what is told as doubtful is neither found nor lacking."""
    pairs: dict[str, set[str]] = {}
    doubted: set[tuple[str, str]] = set()
    sure: set[tuple[str, str]] = set()
    for row in duty_table(text).rows:
        duty, penalty = (
            one.eid.partition("__")[0].removeprefix("art_") if one else "-" for one in (row.duty, row.penalty)
        )
        pairs.setdefault(duty, set()).update({penalty} - {"-"})
        if row.duty and row.penalty:
            (doubted if row.tie == "perhaps" else sure).add((duty, penalty))
    free = pairs.pop("-", set()) - {one for ones in pairs.values() for one in ones}
    rows = {(duty, one) for duty, ones in pairs.items() for one in ones or {"-"}}
    return rows - (doubted - sure) | {("-", one) for one in free}


@pytest.mark.parametrize(
    ("group", "precision", "recall"),
    [
        ("A", 0.96, 0.95),
        ("B", 0.96, 0.9),
        ("C", 0.95, 0.95),
        ("D", 0.95, 0.91),
        ("E", 0.9, 0.85),
        ("F", 0.97, 0.95),
        ("G", 0.9, 0.88),
        ("H", 0.91, 0.83),
        ("I", 0.87, 0.89),
        ("J", 0.88, 0.73),
        ("K", 0.83, 0.75),
        ("L", 0.85, 0.91),
        ("M", 0.77, 0.79),
        ("N", 0.78, 0.9),
        ("O", 0.78, 0.85),
    ],
)
def test_what_was_judged_by_hand(corpus, group, precision, recall):
    right = shown = wanted = 0
    for each, name, rows, unsure in judged():
        if each != group:
            continue
        mine = {
            row for row in told((corpus / f"{name}.txt").read_text(encoding="utf-8")) if not unsure & set(row)
        }
        theirs = {row for row in rows if not unsure & set(row)}
        right, shown, wanted = right + len(theirs & mine), shown + len(mine), wanted + len(theirs)
    assert right / shown >= precision
    assert right / wanted >= recall
