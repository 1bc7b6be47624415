"""A sentence that was split into items keeps the words that nobody touched, and back again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.compare import compare, marked
from lawtrack.compare.showing.splitting import split_sides
from lawtrack.law import item_label

DEEDS = ("倾倒垃圾", "擅自取土", "烧荒", "投放毒饵", "放养家禽", "采挖野生植物", "搭建棚屋", "洗车")
JOINTS = ("、", "，", "以及", "或者", "和")


@given(st.lists(st.sampled_from(DEEDS), min_size=2, max_size=6, unique=True), st.data())
def test_the_words_of_each_item_stay(deeds, data):
    joints = [data.draw(st.sampled_from(JOINTS)) for _ in deeds[1:]]
    sentence = deeds[0] + "".join(joint + deed for joint, deed in zip(joints, deeds[1:], strict=True))
    items = "；\n".join(item_label(at) + deed for at, deed in enumerate(deeds, 1))
    one = f"某市条例\n第一条 在湿地范围内禁止{sentence}。\n第二条 本条例自公布之日起施行。\n"
    other = f"某市条例\n第一条 在湿地范围内禁止下列行为：\n{items}。\n第二条 本条例自公布之日起施行。\n"
    for old, new in ((one, other), (other, one)):
        row = compare(old, new).rows[0].to_dict()
        kept = "\n".join(words for kind, words in row["ops"] if kind == "equal")
        assert all(deed in kept for deed in deeds), row["ops"]


@given(
    st.lists(
        st.sampled_from(("虫害", "霉变", "鼠患", "渗漏", "结露", "蛀蚀")), min_size=2, max_size=5, unique=True
    )
)
def test_links_of_two_characters_stay_where_words_come_behind_them(faults):
    sentence = f"第一条　仓库应当查验粮食有无{'、'.join(faults)}。"
    items = "；\n".join(f"{item_label(at)}{fault}造成的" for at, fault in enumerate(faults, 1))
    row = compare(sentence, f"第一条　仓库应当查验粮食有无下列损害：\n{items}。").rows[0]
    kept = "\n".join(words for kind, words in row.ops if kind == "equal")
    assert all(fault in kept for fault in faults), row.ops


SPLITS = (
    (
        "不得占用盲道、乱倒污水和销售变质食品。",
        "不得有下列行为：\n（一）占用盲道；\n（二）乱倒污水；\n（三）销售变质食品。",
        ("、", "和"),
    ),
    (
        "应当有固定场地，配备管理人员，设置公厕，并向街道办事处备案。",
        "应当具备下列条件，并向街道办事处备案：\n（一）有固定场地；\n（二）配备三名以上管理人员；\n（三）设置公厕。",
        ("，", "，"),
    ),
    (
        "禁止取土、种植深根植物以及修建建筑物。",
        "禁止下列活动：\n（一）取土；\n（二）种植深根植物；\n（三）擅自修建建筑物、构筑物。",
        ("、", "以及"),
    ),
)


@pytest.mark.parametrize(("sentence", "items", "gone"), SPLITS)
def test_a_split_sentence_is_marked_link_by_link(sentence: str, items: str, gone: tuple[str, ...]) -> None:
    one, several = f"某市夜市条例\n第一条　经营者{sentence}\n", f"某市夜市条例\n第一条　经营者{items}\n"
    for old, new in ((one, several), (several, one)):
        (row,) = compare(old, new).rows
        sides = dict(zip((old, new), marked(row), strict=True))
        assert tuple(piece.words for piece in sides[one] if piece.changed) == gone
        assert all("".join(piece.words for piece in side) in text for text, side in sides.items())


def test_a_list_of_other_things_is_new_as_a_whole() -> None:
    old = "某市夜市条例\n第一条　夜市应当有固定场地，由街道办事处统一划定摊位，接受居民监督。\n"
    new = "某市夜市条例\n第一条　夜市由街道办事处统一划定摊位，接受居民监督，并且：\n（一）按时收摊；\n（二）分类投放垃圾。\n"
    (row,) = compare(old, new).rows
    assert split_sides(row) is None
