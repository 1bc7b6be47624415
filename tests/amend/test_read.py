"""`read`: every way of quoting, every form of words, nothing dropped."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.amend import read
from lawtrack.amend.reading.addresses import places
from lawtrack.amend.reading.grammar import FORMS

REOPENED = "一、将第五条修改为：“甲：\n“（一）乙；\n“（二）丙。\n“称为‘丁’。”\n二、删去第六条。"
ONE_PAIR = "一、将第五条修改为：\n“甲：\n（一）乙；\n（二）丙。\n称为‘丁’。”\n二、删去第六条。"
STRAIGHT = '一、将第五条修改为："甲：\n"（一）乙；\n"（二）丙。\n"称为\'丁\'。"\n二、删去第六条。'
UNQUOTED = "1.将第五条修改为：\n甲：\n（一）乙；\n（二）丙。\n称为“丁”。\n2.删去第六条。"
DROPPED = "一、将第五条修改为：“甲：\n（一）乙；\n（二）丙。\n称为‘丁’。\n二、删去第六条。"


@pytest.mark.parametrize("text", [REOPENED, ONE_PAIR, STRAIGHT, UNQUOTED, DROPPED])
def test_every_way_of_quoting_reads_the_same(text: str):
    first, second = read(text).instructions
    assert [(o.op, o.target, o.text) for o in first.operations] == [
        ("replace", "第五条", "甲：\n（一）乙；\n（二）丙。\n称为“丁”。")
    ]
    assert [(o.op, o.target) for o in second.operations] == [("delete", "第六条")]
    assert not first.problem
    assert not second.problem


SENTENCES = [
    ("第十二条第一款第（三）项修改为：“（三）甲；”", [("replace", "第十二条第一款第三项", "")]),
    ("将第四条改为第五条，修改为：“甲。”", [("renumber", "第四条", "第五条"), ("replace", "第五条", "")]),
    (
        "将第三条、第五条中的“甲”统一修改为“乙”。",
        [("replace-words", "第三条", ""), ("replace-words", "第五条", "")],
    ),
    ("第二十条增加第三款：“甲。”", [("insert", "第二十条第三款", "")]),
    ("在第六条中增加“甲。”作为第二款。", [("insert", "第六条第二款", "")]),
    ("将第二章名称修改为“总则”。", [("replace", "第二章章名", "")]),
    ("将第十条移至第二章，作为第十五条。", [("renumber", "第十条", "第二章第十五条")]),
    ("第五条与第六条合并为一条，作为第五条：“甲。”", [("join", "第五条、第六条", "第五条")]),
    ("第九条第一款单独作为一条，作为第十条。", [("move", "第九条第一款", "第十条")]),
    (
        "将第三条第二款单作一条，作为第四条，修改为：“甲。”",
        [("move", "第三条第二款", "第四条"), ("replace", "第四条", "")],
    ),
    (
        "将第十五条中的“甲”和“乙”分别修改为“丙”和“丁”。",
        [("replace-words", "第十五条", ""), ("replace-words", "第十五条", "")],
    ),
    ("将第五条修改为：申请人应当在三日内提交材料。", [("replace", "第五条", "")]),
    (
        "删去第六条至第八条、第十条第二款。",
        [("delete", label, "") for label in ("第六条", "第七条", "第八条", "第十条第二款")],
    ),
    ("将第三、四款改为第四、五款。", None),
    ("第二十条最后增加一句：“甲。”", [("insert-words", "第二十条末尾", "")]),
    ("删去第五条第二款第二句。", [("delete", "第五条第二款第二句", "")]),
    (
        "将第九条中的“甲”修改为“乙”，并作为第十条。",
        [("replace-words", "第九条", ""), ("renumber", "第九条", "第十条")],
    ),
    ("将本条例中的“甲”均修改为“乙”。", [("replace-words", "全文", "")]),
    (
        "删去第七条第一款中的“甲”和第二款中的“乙”。",
        [("delete-words", "第七条第一款", ""), ("delete-words", "第七条第二款", "")],
    ),
    ("增加一章，作为第三章，章名为“监督”。", [("insert", "第三章", "")]),
    ("将引言修改为：“甲。”", [("replace", "引言", "")]),
    ("将第五条第二款移至第八条，作为第八条第三款。", [("move", "第五条第二款", "第八条第三款")]),
    ("将第十条移至第五条之后，作为第六条。", [("renumber", "第十条", "第六条")]),
    ("第十二条第一款删去“甲”字样。", [("delete-words", "第十二条第一款", "")]),
    (
        "删去第五条第二款、第三款中的“甲”。",
        [("delete-words", "第五条第二款", ""), ("delete-words", "第五条第三款", "")],
    ),
    ("第五条、第六条中的“甲”全部删除。", [("delete-words", "第五条", ""), ("delete-words", "第六条", "")]),
    ("在第六条与第七条之间增加一条，作为第七条：“甲。”", [("insert", "第七条", "")]),
    ("第十二条第一款由“甲”修改为“乙”。", [("replace-words", "第十二条第一款", "")]),
    ("第十二条修改如下：“甲。”", [("replace", "第十二条", "")]),
    ("第十二条第一款句末增加“甲”。", [("insert-words", "第十二条第一款末尾", "")]),
    ("第十二条首句修改为：“甲。”", [("replace", "第十二条第一句", "")]),
    (
        "将第十条第（三）项删除，其后各项序号依次递补。",
        [("delete", "第十条第三项", ""), ("renumber", "条文序号", "条文序号")],
    ),
    ("此外，对条文顺序作相应调整。", [("renumber", "条文序号", "条文序号")]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_a_sentence_means_what_a_drafter_means(sentence: str, expected: list[tuple[str, str, str]] | None):
    (instruction,) = read(f"一、{sentence}").instructions
    if (
        expected is None
    ):  # a paragraph without an article is nowhere: it must not be read as if it were somewhere
        assert all(
            o.target.startswith("第三款") or o.target.startswith("第四款") for o in instruction.operations
        )
        return
    assert instruction.problem is None
    with_target = ("renumber", "move", "join", "split")
    found = [
        (o.op, o.target, o.to.label if o.to and o.op in with_target else "") for o in instruction.operations
    ]
    assert found == expected


@pytest.mark.parametrize("form", FORMS, ids=[f"{form.name}: {form.example}" for form in FORMS])
def test_every_row_of_the_grammar_reads_its_own_example(form):
    example = form.example.removeprefix("……，").replace("……", "甲。")
    (instruction, *_) = read(f"一、将第八条第一款修改为：“乙。”{example}").instructions
    assert instruction.problem is None
    assert len(instruction.operations) > 1


def test_an_article_carries_over_to_the_sentences_below_it():
    text = "一、将第十九条改为第二十条，第一款修改为：“甲。”\n第三款中的“乙”修改为“丙”。\n增加一款，作为第四款：“丁。”"
    (instruction,) = read(text).instructions
    assert [(o.op, o.target) for o in instruction.operations] == [
        ("renumber", "第十九条"),
        ("replace", "第二十条第一款"),
        ("replace-words", "第二十条第三款"),
        ("insert", "第二十条第四款"),
    ]
    assert [o.at.label for o in instruction.operations if o.at] == [
        "第十九条",
        "第十九条第一款",
        "第十九条第三款",
        "第十九条",
    ]


def test_a_package_knows_which_instrument_each_instruction_amends():
    text = "一、对《甲条例》的修改\n1.删去第二条。\n二、对《乙条例》的修改\n1.删去第三条。\n"
    decision = read(text)
    assert decision.form == "package"
    assert decision.amends == ("甲条例", "乙条例")
    assert [(i.number, i.instrument) for i in decision.instructions if i.operations] == [
        ("一.1", "甲条例"),
        ("二.1", "乙条例"),
    ]


def test_title_form_and_commencement_are_read():
    decision = read(
        "某市人大常委会关于修改《甲条例》的决定\n（2024年5月1日通过）\n会议决定对《甲条例》作如下修改：\n"
        "一、删去第二条。\n本决定自2024年7月1日起施行。\n"
    )
    assert (decision.form, decision.amends, decision.effective) == ("decision", ("甲条例",), "2024-07-01")
    assert read("刑法修正案（二）\n一、将刑法第三条修改为：“甲。”").form == "amendment"


@pytest.mark.parametrize(
    "sentence",
    [
        "将第十二条、第十三条与第十四条对调。",
        "将第十二条、第十三条轮换。",
        "将第二十条移至第十八条附近。",
        "第九条第三款不再沿用。",
        "在第九条“甲”与第十条“乙”之间增加“丙”。",
        "将十一条修改为：“甲。”",
        "将第十二条前段修改为：“甲。”",
    ],
)
def test_a_form_of_words_that_is_not_in_the_table_is_a_problem(sentence: str):
    (instruction,) = read(f"一、{sentence}").instructions
    assert instruction.effect == "text"
    assert instruction.problem


def test_what_is_not_understood_is_listed_with_its_words():
    (instruction,) = read("一、把第三条弄得更好一些，增加若干内容。").instructions
    assert "弄得更好" in (instruction.problem or "")


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("第二条第一款、第三款和第五条", ["第二条第一款", "第二条第三款", "第五条"]),
        (
            "第二十九条第三款和第四款、第三十六条第一款",
            ["第二十九条第三款", "第二十九条第四款", "第三十六条第一款"],
        ),
        ("第二条第一、二、三项", ["第二条第一项", "第二条第二项", "第二条第三项"]),
        ("第二款至第四款", ["第九条第二款", "第九条第三款", "第九条第四款"]),
        ("第一百三十三条之一第二款", ["第一百三十三条之一第二款"]),
        ("原第三款", ["第九条第三款"]),
        ("第三编第二章章名", ["第三编第二章章名"]),
    ],
)
def test_places_are_read_as_lists_and_ranges(words: str, labels: list[str]):
    from lawtrack.amend import Address

    assert [address.label for address in places(words, Address(article=(9, 0)))] == labels


MARKS = '“ ” ‘ ’ " ： 。 ； ，'.split(" ")
WORDS = "将 删去 增加 第三条 第二款 第（一）项 修改为 改为 作为 一、 1. （二） 《甲法》 中的 后 一款 一条 原 合并".split(
    " "
)
BITS = ["\n", *MARKS, *WORDS]


@given(st.lists(st.sampled_from(BITS), max_size=30).map("".join))
def test_reading_never_raises_and_drops_no_line(text: str):
    decision = read(text)
    kept = "".join(instruction.source for instruction in decision.instructions)
    assert decision.to_dict()["instructions"] is not None
    if len([line for line in text.splitlines() if line.strip()]) == 1 and decision.instructions:
        assert kept


def test_a_title_in_markdown_is_read_without_its_mark():
    decision = read("# 关于修改《某市条例》的决定\n\n## 一、删去第二条。\n")
    assert decision.title == "关于修改《某市条例》的决定"
    assert [one.number for one in decision.instructions] == ["一"]


def test_a_title_over_three_lines_is_one_title():
    decision = read(
        "某市人民代表大会常务委员会\n关于修改《某市公园\n条例》的决定\n\n一、删去第二条。\n本决定自公布之日起施行。"
    )
    assert decision.title == "某市人民代表大会常务委员会关于修改《某市公园条例》的决定"
    assert decision.amends == ("某市公园条例",)


@pytest.mark.parametrize("cuts", [(17,), (17, 26), (13, 17), (13, 17, 26)])
@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_a_title_is_one_wherever_its_lines_break(cuts: tuple[int, ...], blank: str):
    title = "某市人民代表大会常务委员会关于修改《某市公共座椅管理条例》的决定"
    lines = [title[a:b] for a, b in pairwise((0, *cuts, len(title)))]
    note = "（2024年12月1日某市第八届人民代表大会常务委员会第二十次会议通过）"
    decision = read(f"{blank.join(lines)}\n{note}\n一、删去第二条。\n本决定自公布之日起施行。")
    assert decision.title == title
    assert [one.number for one in decision.instructions] == ["一", ""]


@pytest.mark.parametrize(
    "stage", ["（修正草案）", "(修正草案修改稿)\n(征求意见稿)", "（修改草案）（二次审议稿）"]
)
def test_a_draft_of_a_decision_under_a_notice_on_a_page(stage: str):
    page = "您的位置: 首页 > 征求意见\n关于公开征求《某市立法条例(修正草案)》意见的公告\n发布时间: 2023-10-20      来源:某网\n"
    notice = "现向社会公开征求意见。\n通信地址:某市人大\n邮编:000000\n某市人大常委会\n2023年10月20日\n"
    decision = read(f"{page}{notice}某市立法条例{stage}\n一、将第二条修改为:“甲。\n“乙。”\n二、删去第三条。")
    assert decision.amends == ("某市立法条例",)
    assert [(one.number, one.problem) for one in decision.instructions] == [("一", None), ("二", None)]


def test_every_part_of_a_sentence_that_was_not_read_is_told():
    sentence = "将《条例》修改为5章63条，增加一章“准备”作为第二章，将原来第四章至第七章依次调整为第三章至第五章；第三条适当从严。"
    (told,) = [one.problem for one in read("一、" + sentence).instructions]
    assert told
    assert all(words in told for words in ("5章63条", "第四章至第七章", "适当从严"))


def test_a_title_that_repeals_one_and_amends_another_over_four_lines():
    title = "某市人民代表大会常务委员会\n\n关于废止《某市房屋\n\n登记条例》和修改\n\n《某市房地产条例》的决定"
    decision = read(
        f"{title}\n\n一、废止《某市房屋登记条例》。\n二、对《某市房地产条例》作如下修改：（一）删去第九条。\n"
    )
    assert decision.title == "".join(title.split())
