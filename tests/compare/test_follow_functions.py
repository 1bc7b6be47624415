"""What an article is there for outlasts its words: its penalty, its scope, the law that punishes instead."""

from __future__ import annotations

import random

import pytest

from lawtrack.compare import Row, compare
from lawtrack.law import article_label

MEMBERS = 30
THINGS = ("水井", "风车", "石桥", "古道", "茶亭", "渡口")
FINES = (
    "一百元",
    "二百元",
    "五百元",
    "一千元",
    "二百元以上一千元以下",
    "三百元以上九百元以下",
    "一千元以上五千元以下",
)
OTHERS = ("《中华人民共和国无障碍环境建设法》", "道路交通安全法律、法规", "《中华人民共和国治安管理处罚法》")


def _rows(old: list[str], new: list[str]) -> list[Row]:
    texts = (
        "\n".join(f"{article_label((k, 0))}\u3000{words}" for k, words in enumerate(one, 1))
        for one in (old, new)
    )
    return list(compare(*texts).rows)


def _labels(*numbers: int) -> tuple[str, ...]:
    return tuple(article_label((number, 0)) for number in numbers)


def test_a_penalty_follows_the_duty_that_it_names_whatever_fines_stand_beside() -> None:
    for member in range(MEMBERS):
        rng = random.Random(member)
        thing = rng.choice(THINGS)
        begin = [f"为了保护{thing}，制定本条例。", f"文物部门主管{thing}保护工作。"]
        duties = [f"不得在{thing}旁堆放杂物。", f"修缮{thing}应当使用原有材料。"]
        come = f"每年四月为{thing}保护宣传月。"
        old = [*begin, *duties]
        old += [f"违反本条例第{at}条规定的，处{rng.choice(FINES)}罚款。" for at in "三四"]
        new = [*begin, come, *duties]
        new.append(f"违反本条例第四条规定的，由文物部门责令改正，处{rng.choice(FINES)}罚款。")
        new.append(f"违反本条例第五条规定，使用其他材料的，由文物部门依照{rng.choice(OTHERS)}处理。")
        end = [f"本条例自20{rng.randint(10, 25)}年1月1日起施行。"]
        rows = _rows([*old, *end], [*new, *end])
        met = {(row.old, row.new) for row in rows}
        assert {(_labels(5), _labels(6)), (_labels(6), _labels(7))} <= met


@pytest.mark.parametrize("back", [False, True])
def test_what_an_annex_clause_said_goes_into_the_scope_which_stays_the_scope(back: bool) -> None:
    for member in range(MEMBERS):
        rng = random.Random(member)
        thing = rng.choice(THINGS)
        also = f"村镇{thing}的保护，参照本条例执行。"
        middle = [
            f"文物部门主管{thing}保护工作。",
            f"不得损毁{thing}。",
            f"损毁{thing}的，处{rng.choice(FINES)}罚款。",
        ]
        begin, end = f"为了保护{thing}，制定本条例。", "本条例自2015年1月1日起施行。"
        old = [begin, f"本市城区内{thing}的保护，适用本条例。", *middle, also, end]
        new = [begin, f"本市行政区域内{thing}的保护及其管理活动，适用本条例。{also}", *middle, end]
        (row,) = [row for row in _rows(*((new, old) if back else (old, new))) if row.kind != "unchanged"]
        several, one = (row.new, row.old) if back else (row.old, row.new)
        assert several == _labels(2, 6)
        assert one == _labels(2)
        assert row.in_place
        assert not row.moved


def test_penalties_give_way_to_the_law_that_punishes_instead() -> None:
    for member in range(MEMBERS):
        rng = random.Random(member)
        thing = rng.choice(THINGS)
        begin = [f"为了保护{thing}，制定本条例。", f"文物部门主管{thing}保护工作。", f"不得损毁{thing}。"]
        deeds = rng.sample(
            (
                "抄录档案的，给予警告",
                "丢失图纸的，给予记过处分",
                "倒卖构件的，没收所得",
                "擅自测绘的，责令改正",
            ),
            3,
        )
        old = [*begin, *(f"{deed}。" for deed in deeds), "本条例自2015年1月1日起施行。"]
        new = [*begin, f"违反{thing}管理规定的，依照{OTHERS[0]}给予处分、处罚。", old[-1]]
        row = next(row for row in _rows(old, new) if row.kind != "unchanged")
        assert (row.old, row.new) == (_labels(4, 5, 6), _labels(4))
        assert row.in_place
