"""第三项 where only the number stands: the article that was named before has it; and words that are no references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.law import citations, parse, renumber, to_chinese

LEADS = (
    "违反本条例第{n}条规定的，按照下列规定处罚：",
    "违反本条例第{n}条规定，有下列情形之一的，由市林草部门责令改正：",
    "有本条例第{n}条规定行为的，依照下列规定处理：",
)
BREACHES = ("违反第{k}项规定的，处一百元罚款", "有第{k}项行为的，处警告", "违反其中第{k}项的，处二百元罚款")
SEPARATE = (
    "违反本条例第{n}条第{j}项规定的，责令改正；违反第{k}项规定的，处五十元罚款。",
    "违反本条例第{n}条第{j}项的，处警告；情节严重的，处罚款；违反第{k}项的，没收工具。",
)


def ordinance(duties: int, items: int, penalty: str) -> str:
    """An ordinance whose `duties` articles have `items` items each, before one penalty and the commencement."""
    lines = ["某市湿地保护条例", "第一条　为了保护湿地，制定本条例。"]
    for number in range(2, duties + 2):
        lines.append(f"第{to_chinese(number)}条　禁止从事下列活动：")
        ends = ["；"] * (items - 1) + ["。"]
        lines += [f"（{to_chinese(i)}）事项{number}之{i}{end}" for i, end in enumerate(ends, 1)]
    lines.append(f"第{to_chinese(duties + 2)}条　{penalty}")
    lines.append(f"第{to_chinese(duties + 3)}条　本条例自2024年1月1日起施行。")
    return "\n".join(lines) + "\n"


@st.composite
def penalty_lists(draw: st.DrawFn) -> tuple[str, int, list[int]]:
    """A text with a list of penalties, the article that it leans on, and the items cited in order."""
    duties, items = draw(st.integers(1, 5)), draw(st.integers(2, 9))
    named = draw(st.integers(2, duties + 1))
    cited = draw(st.lists(st.integers(1, items), min_size=1, max_size=6))
    lines = [draw(st.sampled_from(LEADS)).format(n=to_chinese(named))]
    for place, item in enumerate(cited, 1):
        end = "。" if place == len(cited) else "；"
        breach = draw(st.sampled_from(BREACHES)).format(k=to_chinese(item))
        lines.append(f"（{to_chinese(place)}）{breach}{end}")
    return ordinance(duties, items, "\n".join(lines)), named, cited


@given(penalty_lists())
def test_a_bare_item_is_that_of_the_article_named_in_the_lead(case: tuple[str, int, list[int]]) -> None:
    text, named, cited = case
    doc = parse(text)
    bare = [one for one in citations(doc) if one.words.endswith("项")]
    assert [one.targets for one in bare] == [(f"art_{named}__para_1__item_{item}",) for item in cited]


@given(penalty_lists(), st.sampled_from(("所列行为之一", "规定情形之一", "第一项行为")))
def test_conduct_listed_in_an_earlier_paragraph_is_that_of_the_article_itself(
    case: tuple[str, int, list[int]], conduct: str
) -> None:
    text, named, _ = case
    listed = "工作人员有下列情形之一的，给予处分：\n（一）收受财物的；\n（二）徇私舞弊的。\n"
    later = (
        f"未按照第{to_chinese(named)}条第一款规定记录的，给予处分。\n单位有第一款{conduct}的，责令改正。\n"
    )
    doc = parse(text.rstrip("\n") + "\n第九十条　" + listed + later)
    own = [one.targets for one in citations(doc) if one.words.startswith("第一款")]
    item = "__item_1" if "项" in conduct else ""
    assert own == [(f"art_90__para_1{item}",)]


@given(penalty_lists(), st.integers(1, 5))
def test_renumbering_leaves_bare_items_alone(case: tuple[str, int, list[int]], place: int) -> None:
    text, named, _ = case
    doc = parse(text)
    mapping: dict[str, str | None] = {
        article.eid: f"art_{article.number[0] + 1}" for article in doc.articles if article.number[0] > place
    }
    changes = renumber(doc, mapping).changes
    assert {change.old for change in changes} <= {f"第{to_chinese(named)}条"}
    assert len(changes) == (named > place)


@given(st.integers(1, 4), st.integers(2, 9), st.data())
def test_a_bare_item_in_a_later_clause_goes_on_from_the_one_before(
    duties: int, items: int, data: st.DataObject
) -> None:
    named = data.draw(st.integers(2, duties + 1))
    first, then = data.draw(st.integers(1, items)), data.draw(st.integers(1, items))
    words = data.draw(st.sampled_from(SEPARATE))
    penalty = words.format(n=to_chinese(named), j=to_chinese(first), k=to_chinese(then))
    found = [one.targets for one in citations(parse(ordinance(duties, items, penalty)))]
    assert found == [(f"art_{named}__para_1__item_{item}",) for item in (first, then)]


def test_a_renumbered_item_follows() -> None:
    doc = parse(
        ordinance(
            1,
            4,
            "违反本条例第二条规定的：\n（一）违反第四项规定的，处罚款；\n（二）违反第一项规定的，处警告。",
        )
    )
    moved = renumber(doc, {"art_2": "art_7", "art_2__para_1__item_4": "art_7__para_1__item_5"})
    assert [(one.old, one.new) for one in moved.changes] == [("第二条", "第七条"), ("第四项", "第五项")]


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("有第一款规定情形的，应当登记。", ["art_3__para_1"]),
        ("依照前款第一项办理。", ["art_3__para_1__item_1"]),
        ("第一项和第二项情形应当公示。", ["art_3__para_1__item_1", "art_3__para_1__item_2"]),
        ("依照本条例第二条登记的，第一款第二项的人员应当到场。", ["art_2", "art_3__para_1__item_2"]),
    ],
)
def test_a_bare_number_that_the_own_article_has_is_its_own(words: str, targets: list[str]) -> None:
    lists = "第二条　事项：\n（一）乙；\n（二）丙。\n第三条　人员：\n（一）丁；\n（二）戊。"
    text = f"某市条例\n第一条　甲。\n{lists}\n{words}\n第四条　完。"
    assert [eid for one in citations(parse(text)) for eid in one.targets] == targets


ORDINARY = """
    应当在第八条地铁线设站 应当执行第三条线路时刻表 现行第二条地铁线 没有第二条路可走 企业推出第九款车型 第七章鱼养殖项目
    每周第三节课 在第五项目部设立学校 第二款产品 第三款手机 第四条生产线 第二条高速公路 第六节车厢 第二编队
    不得在互联网上编造谣言 网上编程 上章鱼数 晚上节目 会上一条建议 资本项下的收入 账户项下 经常项下
    本编制内人员 本款产品 前款车型 成本项 文本章节 当前款项 第一条件 第二项目 第一目标 第三章程草案
    本条例 该条例 本章程 本节目
""".split()


@pytest.mark.parametrize("words", ORDINARY)
def test_ordinary_words_are_no_references(words: str) -> None:
    doc = parse(f"某市条例\n第一条　甲。\n第二条　{words}。\n第三条　完。")
    assert citations(doc) == ()


REFERENCES = """
    从事前款规定的活动 依照第二条前段办理 第二条后半段 第二条但书 违反第二条第三句的 第二条除外 本条例第二条道路运输规定
    违反第二条消息发布规定的 依照前条办理 本条第一款 依照上一条办理 适用第一章 有前款情形 依照本章执行
    第二条、＿第一条 第一、＿二条 第一条的规定 对第二条规定的行为 第二条所称单位 第二条中的人员
""".split()


@pytest.mark.parametrize("words", REFERENCES)
def test_references_stay_references(words: str) -> None:
    doc = parse(
        f"某市条例\n第一章　总则\n第一条　甲。\n第二条　乙。\n第三条　丙。\n{words.replace(chr(0xFF3F), chr(32))}。\n第四条　完。"
    )
    assert [one for one in citations(doc) if one.targets], words


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("前款第（一）（二）项", ["前款第一项", "前款第二项"]),
        ("第二条第（一）（三）项", ["第二条第一项", "第二条第三项"]),
        ("第二条第（一）（二）（三）项", ["第二条第一项", "第二条第二项", "第二条第三项"]),
        ("第1-3条", ["第一条至第三条"]),
        ("第一～三条", ["第一条至第三条"]),
        ("第二条第（一）－（三）项", ["第二条第一项至第三项"]),
    ],
)
def test_numbers_without_a_comma_between(words: str, labels: list[str]) -> None:
    doc = parse(
        "某市条例\n第一条　甲。\n第二条　事项：\n（一）甲；\n（二）乙；\n（三）丙。\n第三条　丁：\n（一）甲；\n（二）乙。\n"
        f"依照{words}规定处理。\n"
    )
    assert [cited.label for cited in citations(doc)] == labels


DONE = (
    ("违反本条例{}规定的", "违反{}规定的"),
    ("未履行本条例{}义务的", "未履行{}义务的"),
    ("不履行{}职责的", "不履行{}职责的"),
    ("有本条例{}行为的", "有{}行为的"),
    ("实施{}行为的", "实施{}行为的"),
    ("存在{}情形的", "存在{}情形的"),
    ("不符合{}条件的", "不符合{}条件的"),
    ("从事本条例{}活动的", "从事{}活动的"),
)


@pytest.mark.parametrize(
    ("first", "second"), [(one, other) for one in DONE for other in DONE if one[0][:2] != other[0][:2]]
)
def test_a_bare_item_goes_on_with_what_was_done_to_it(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    """违反第三条第一项的，……；未履行第二条第二项义务的，……；未履行*第一项*义务的: of 第二条, whose items are the duties."""
    lists = "".join(f"第{n}条　管理人：\n（一）甲；\n（二）乙；\n（三）丙。\n" for n in "二三")
    said = "；".join(
        (
            f"{first[0].format('第三条第一项')}，处五十元罚款",
            f"{second[0].format('第二条第二项')}，处一百元罚款",
            f"{second[1].format('第一项')}，处二百元罚款",
            f"{second[1].format('第三项')}，给予警告",
        )
    )
    doc = parse(f"某市水塔条例\n第一条　为了保护水塔，制定本条例。\n{lists}第四条　{said}。\n")
    assert [(cited.words, cited.targets) for cited in citations(doc)] == [
        ("第三条第一项", ("art_3__para_1__item_1",)),
        ("第二条第二项", ("art_2__para_1__item_2",)),
        ("第一项", ("art_2__para_1__item_1",)),
        ("第三项", ("art_2__para_1__item_3",)),
    ]
