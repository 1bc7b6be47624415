"""Every penalty of a text stands in a row of the table or is named beside it, and each row stands once: made up."""

from __future__ import annotations

from itertools import product

import pytest

from lawtrack.check import duty_table

THINGS = ("游船", "煤气瓶", "广告牌", "渔网", "鸽舍", "窨井盖", "快递柜", "售货亭")
HEAD = "某市管理条例\n第一章　总则\n第一条　为了加强管理，制定本条例。\n第二章　管理\n"


def rows(text: str) -> list[tuple[str, str, str]]:
    return [
        (row.duty.label if row.duty else "", row.penalty.label if row.penalty else "", row.tie)
        for row in duty_table(HEAD + text).rows
    ]


DONE = (
    "有第三条第二项行为的",
    "有本条例第三条第二项情形的",
    "实施第三条第二项行为的",
    "有第三条第二项违法行为之一的",
)


@pytest.mark.parametrize(("done", "thing"), list(product(DONE, THINGS)))
def test_having_done_what_an_item_lists_is_a_breach(done, thing):
    text = (
        f"第三条　禁止在下列地点停放{thing}：\n（一）门厅；\n（二）电梯；\n（三）出口；\n（四）走道。\n第三章　法律责任\n"
        f"第四条　违反本条例第三条第一项、第三项规定的，由公安机关处五百元罚款；{done}，处一千元罚款。"
    )
    assert rows(text) == [("第三条", "第四条", "cited"), ("第三条第四项", "", "")]


@pytest.mark.parametrize("thing", THINGS)
def test_what_may_be_done_only_then_is_a_duty(thing):
    text = (
        f"第三条　{thing}经登记并领取号牌后，方可上道路行驶。\n第三章　法律责任\n"
        f"第四条　驾驶未登记的{thing}上道路行驶的，由公安机关处五十元罚款。"
    )
    assert [row[:2] for row in rows(text)] == [("第三条", "第四条")]


@pytest.mark.parametrize("thing", THINGS)
def test_a_penalty_near_no_duty_only_is_told_all_the_same(thing):
    text = (
        f"第三条　市人民政府应当推广{thing}消毒制度和消毒标志。\n第三章　法律责任\n"
        f"第四条　冒用{thing}消毒标志的，由公安机关处五十元罚款。"
    )
    told = rows(text)
    assert [penalty for _, penalty, _ in told] == ["第四条"]
    assert told[0][2] in {"", "perhaps"}


@pytest.mark.parametrize("thing", THINGS)
def test_a_penalty_of_two_conducts_on_one_duty_stands_once_by_what_is_surest(thing):
    text = (
        f"第三条　单位不得在码头堆放{thing}；在桥头新设{thing}的，高度不得超过二米。\n第三章　法律责任\n"
        f"第四条　违反本条例第三条规定的，责令改正，在码头堆放{thing}的，处二百元罚款；在桥头新设{thing}超高的，处一百元罚款。"
    )
    assert rows(text) == [("第三条", "第四条", "cited")]


@pytest.mark.parametrize(("thing", "kind"), list(product(THINGS, ("条例", "办法", "规定"))))
def test_the_provision_is_named_behind_the_kind_of_the_text(thing, kind):
    text = f"第三条　单位不得堆放{thing}。\n第三章　法律责任\n第四条　违反本{kind}第三条规定的，由公安机关处一百元罚款。"
    (row,) = duty_table(HEAD.replace("管理条例", f"管理{kind}").replace("本条例", f"本{kind}") + text).rows
    assert row.penalty is not None
    assert (row.tie, row.penalty.conduct) == ("cited", "")


@pytest.mark.parametrize("thing", THINGS)
def test_what_stands_in_no_row_is_named_beside_the_table(thing):
    table = duty_table(
        HEAD
        + f"第三条　单位不得堆放{thing}。\n第三章　法律责任\n第四条　违反第三条的，处二百元罚款。\n"
        + "第五条　违反本条例规定的，由公安机关依法处罚。\n第六条　行政机关工作人员玩忽职守的，依法给予处分。\n"
        + f"第七条　{thing}检验机构工作人员泄露资料的，依法给予处分。\n"
        + "第八条　当事人对处罚不服的，可以申请行政复议。\n第四章　附则\n第九条　本条例自2021年1月1日起施行。"
    )
    assert [sanction.label for sanction in table.rest] == ["第五条"]
    assert [sanction.label for sanction in table.official] == ["第六条", "第七条"]
    assert table.unread == ("第八条",)


@pytest.mark.parametrize("thing", THINGS)
def test_the_items_that_were_done_are_those_that_are_punished(thing):
    text = (
        f"第三条　禁止下列行为：\n（一）焚烧{thing}；\n（二）涂改{thing}；\n（三）抛撒{thing}。\n第三章　法律责任\n"
        "第四条　违反本条例第三条规定，有第一项行为的，由公安机关处五百元罚款；有第二项行为的，由公安机关处三百元罚款。"
    )
    assert rows(text) == [("第三条", "第四条", "cited"), ("第三条第三项", "", "")]


@pytest.mark.parametrize("thing", THINGS)
def test_a_penalty_whose_items_say_what_follows_and_one_that_only_criticises(thing):
    text = (
        f"第三条　{thing}所有人应当登记{thing}，不得改装{thing}。\n第四条　{thing}管理单位应当定期清扫码头。\n"
        "第五条　违反本条例第三条规定的，由公安机关按照下列规定处理：\n"
        f"（一）未登记{thing}的，处二百元罚款；\n（二）改装{thing}的，处五百元罚款。\n"
        f"第六条　{thing}管理单位不清扫码头的，由公安机关通报批评；造成事故的，对负责人处一千元罚款。"
    )
    assert [row[:2] for row in rows(text)] == [
        ("第三条", "第五条第一项"),
        ("第三条", "第五条第二项"),
        ("第四条", "第六条"),
    ]


@pytest.mark.parametrize(("thing", "told"), list(product(THINGS, ("劝阻；不听劝阻的", "制止；经制止不改的"))))
def test_what_was_not_heeded_is_the_conduct_before(thing, told):
    text = (
        f"第三条　不得在禁火区焚烧{thing}。\n第四条　占道摆放{thing}的，街道办事处应当劝阻。\n第三章　法律责任\n"
        f"第五条　在禁火区焚烧{thing}的，由管理单位{told}，由公安机关处二百元罚款。"
    )
    assert [row[:2] for row in rows(text)] == [("第三条", "第五条")]


@pytest.mark.parametrize("thing", THINGS)
def test_who_forges_a_paper_does_not_surely_break_the_duty_that_names_it(thing):
    text = (
        f"第三条　{thing}经营者不得向没有{thing}检验证明的人出售{thing}。\n第三章　法律责任\n"
        f"第四条　伪造{thing}检验证明的，由公安机关处二百元罚款。"
    )
    assert all(tie in {"perhaps", ""} for _, _, tie in rows(text))


@pytest.mark.parametrize("thing", THINGS)
def test_a_fine_that_is_not_understood_is_named_without_a_chapter_too(thing):
    table = duty_table(
        f"某市条例\n第一条　为了加强管理，制定本条例。\n第二条　{thing}所有人可以申请检验。\n"
        f"第三条　{thing}检验不合格的，应当整修，公安机关应当责令整修，也可以处二百元罚款。"
    )
    assert table.unread == ("第三条",) or any(row.penalty for row in table.rows)
