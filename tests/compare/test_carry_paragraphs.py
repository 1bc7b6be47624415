"""`carried`: a paragraph that is in another article now is told as that, not as deleted here and added there."""

from __future__ import annotations

from lawtrack.compare import compare, followed, remark
from lawtrack.compare.moved_paragraphs import carried

PLAN = "停车场由市人民政府统一规划，每五年修订一次。"
FEES = "收费标准在停车场入口公示，调整的提前十日公告。"
PLACES = "停车场应当为残疾人保留靠近出口的车位，并设置标志。"


def text(*articles: str) -> str:
    return "\n".join(
        f"第{number}条　{words}" for number, words in zip("一二三四五六", articles, strict=False)
    )


def names(old: str, new: str) -> list[tuple[str, str]]:
    return [(one.old.name, one.new.name) for one in carried(compare(old, new))]


def remarks(old: str, new: str) -> list[str]:
    found = compare(old, new)
    return [remark(row, notes) for row, notes in zip(found.rows, followed(found), strict=True)]


def test_a_paragraph_that_went_to_another_article_is_told_in_both_rows():
    old, new = text(f"{PLAN}\n{PLACES}", FEES), text(PLAN, f"{FEES}\n{PLACES}")
    assert remarks(old, new) == ["原第一条第二款移至第二条第二款", "第二条第二款由原第一条第二款移来"]


def test_it_is_told_beside_what_else_changed():
    old = text(f"{PLAN}\n{PLACES}", FEES)
    new = text(PLAN.replace("五年", "三年"), f"{FEES}\n{PLACES.replace('并设置', '设置')}")
    assert remarks(old, new)[0] == "第一款修改。原第一条第二款移至第二条第二款。期限：五年→三年"


def test_what_only_shares_a_set_phrase_was_not_carried():
    old = text(f"{PLAN}\n违反规定的，由主管部门责令改正，处二百元罚款。", FEES)
    new = text(PLAN, f"{FEES}\n拒绝公示的，由主管部门没收违法所得并吊销许可证。")
    assert names(old, new) == []


def test_what_is_short_is_left_alone():
    old = text(f"{PLAN}\n具体办法另行制定。", FEES)
    new = text(PLAN, f"{FEES}\n具体办法另行制定。")
    assert names(old, new) == []


def test_a_paragraph_goes_to_one_place_only():
    old = text(f"{PLAN}\n{PLACES}", FEES, "夜间停车减半收费，节假日除外。")
    new = text(PLAN, f"{FEES}\n{PLACES}", f"夜间停车减半收费，节假日除外。\n{PLACES}")
    assert names(old, new) == [("第一条第二款", "第二条第二款")]
