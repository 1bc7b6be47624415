"""An article is gone and another of its mould, about something else, stands in its place: never paired without a word."""

from __future__ import annotations

import random

import pytest

from lawtrack.compare import Row, compare
from lawtrack.law import article_label

MEMBERS = 40
BEFORE = (
    "为了规范{}管理，维护公共秩序，制定本条例。",
    "市人民政府应当加强对{}工作的领导。",
    "{}主管部门应当公布举报电话，接到举报后及时处理。",
    "有关单位应当建立{}台账，台账保存三年。",
)
AFTER = ("本条例自2024年5月1日起施行。",)
FIELDS = ("游园", "湿地", "夜市", "校车", "古井", "温泉")
ACTS = ("露天演出", "设置摊点", "举办龙舟赛", "爆破作业", "放养牲畜", "架设索道", "拍摄婚纱照", "堆放木料")
MOULDS = (
    "{}应当提前十日向主管部门提出申请，提交方案和承诺书；主管部门自受理之日起七日内决定，不予批准的，书面说明理由。",
    "{}的，应当与管理单位签订书面协议，约定时间、费用和退出事项，并报街道办事处备案。",
    "{}的，由主管部门责令限期改正，处五百元以上二千元以下罚款。",
    "违反本条例规定，{}的，由公安机关给予警告，并处二百元罚款；造成损失的，依法承担赔偿责任。",
)
TERMS = (
    ("重点区域", "车站、码头、机场和学校周边二百米以内的区域"),
    ("经营者", "从事相关活动并取得营业执照的单位和个人"),
    ("设施", "固定安装并向公众开放使用的器具和构筑物"),
    ("高峰时段", "每日七时至九时和十七时至十九时"),
)


def _rows(rng: random.Random, old: str, new: str) -> list[Row]:
    """The rows of an ordinance in which one article stands for another, but for those that say the same."""
    field, at = rng.choice(FIELDS), rng.randint(2, len(BEFORE))
    texts = []
    for words in (old, new):
        articles = [*BEFORE[:at], words, *BEFORE[at:], *AFTER]
        texts.append(
            "\n".join(
                f"{article_label((k, 0))}\u3000{one.format(field)}" for k, one in enumerate(articles, 1)
            )
        )
    return [row for row in compare(*texts).rows if row.kind != "unchanged"]


@pytest.mark.parametrize("mould", MOULDS)
def test_another_act_in_the_same_mould_is_told(mould: str) -> None:
    silent = 0
    for member in range(MEMBERS):
        rng = random.Random(f"{mould} {member}")
        one, other = rng.sample(ACTS, 2)
        rows = _rows(rng, mould.format(one), mould.format(other))
        silent += any(row.old and row.new and not (row.doubtful or row.in_place) for row in rows)
    assert silent <= MEMBERS // 10


def test_definitions_of_different_terms_are_two_articles() -> None:
    for member in range(MEMBERS):
        rng = random.Random(member)
        (one, means), (other, means_other) = rng.sample(TERMS, 2)
        rows = _rows(rng, f"本条例所称{one}，是指{means}。", f"本条例所称{other}，是指{means_other}。")
        assert sorted(row.kind for row in rows) == ["added", "deleted"]


def test_an_act_that_stays_is_not_doubted() -> None:
    """Its fine is another, its body another, its time shorter: what it is about is the same."""
    doubted = 0
    for member in range(MEMBERS):
        rng = random.Random(member)
        act, mould = rng.choice(ACTS), rng.choice(MOULDS)
        new = mould.replace("十日", "五日").replace("二千元", "三千元").replace("公安机关", "城市管理部门")
        rows = _rows(rng, mould.format(act), f"{new.format(act)}具体办法由市人民政府规定。")
        doubted += any(row.doubtful or row.in_place for row in rows)
        assert all(row.old and row.new for row in rows)
    assert doubted == 0


PENALTIES = (
    ("占用盲道摆卖的", "在盲道上摆设摊点的"),
    ("攀折花木的", "攀折、刻划花木的"),
    ("不束犬链遛犬的", "遛犬未束犬链的"),
    ("倾倒污水的", "向路面倾倒污水的"),
)
STRANGERS = (("燃放孔明灯的", "冒用通行证的"), ("拒缴押金的", "噪声超标的"), ("私设路障的", "逃票乘船的"))


def test_of_penalties_that_change_places_the_one_that_is_gone_finds_no_stranger() -> None:
    apart = 0
    for member in range(MEMBERS):
        rng = random.Random(member)
        (one, one_anew), (two, two_anew) = rng.sample(PENALTIES, 2)
        gone, come = rng.choice(STRANGERS)
        fines = [
            f"，由公安机关处{fine}元罚款。"
            for fine in rng.sample(("五十", "一百", "二百", "五百", "一千"), 3)
        ]
        old, new = ((one, two, gone), (two_anew, come, one_anew))
        texts = []
        for deeds in (old, new):
            penalties = [deed + fine for deed, fine in zip(deeds, fines, strict=True)]
            articles = [*(words.format("游园") for words in BEFORE), *penalties, *AFTER]
            texts.append(
                "\n".join(f"{article_label((k, 0))}\u3000{words}" for k, words in enumerate(articles, 1))
            )
        rows = [row for row in compare(*texts).rows if gone in row.old_text and row.new]
        apart += not rows
        assert all(row.doubtful or row.in_place for row in rows)
    assert apart >= MEMBERS * 3 // 4
