"""A sentence that was split into items keeps the words that nobody touched, and back again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lawtrack.compare import compare
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
