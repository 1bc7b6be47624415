"""References: found, resolved, and kept pointing at the same provision."""

from __future__ import annotations

import time

import pytest

from lawtrack.law import citations, parse

TEXT = """某市控烟条例
第一章　总则
第一条　为了健康，根据《某国控烟法》（以下简称《控烟法》），制定本条例。
第二条　有下列情形之一的，处罚：
（一）甲；
（二）乙；
（三）有前两项情形以外的丙。
有前款第一项、第三项情形的，加重。
前两款以外的，依照本条第一款第（一）项至第（三）项办理。
第三条　{}
第四条　丁。
第五条　戊。
第五条之一　己。
"""


def cited(words: str) -> list[tuple[str, str, tuple[str, ...]]]:
    doc = parse(TEXT.format(words))
    held = [found for found in citations(doc) if found.holder.startswith("art_3__")]
    return [(found.words, found.instrument, found.targets) for found in held]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("依照前条处理", [("前条", "", ("art_2",))]),
        ("依照前两条处理", [("前两条", "", ("art_1", "art_2"))]),
        ("本条例第二条第一款第（三）项", [("第二条第一款第（三）项", "", ("art_2__para_1__item_3",))]),
        ("本条例第二条第三项", [("第二条第三项", "", ("art_2__para_1__item_3",))]),
        ("第二条（二）项规定", [("第二条（二）项", "", ("art_2__para_1__item_2",))]),
        ("第四条至第五条之一", [("第四条至第五条之一", "", ("art_4", "art_5", "art_5-1"))]),
        (
            "第二条、第四条和第二条第二款",
            [
                ("第二条", "", ("art_2",)),
                ("第四条", "", ("art_4",)),
                ("第二条第二款", "", ("art_2__para_2",)),
            ],
        ),
        (
            "第二条第一款、第二款",
            [("第二条第一款", "", ("art_2__para_1",)), ("第二款", "", ("art_2__para_2",))],
        ),
        (
            "第二条第一款第一、二项",
            [
                ("第二条第一款第一", "", ("art_2__para_1__item_1",)),
                ("二项", "", ("art_2__para_1__item_2",)),
            ],
        ),
        ("依照本章规定", [("本章", "", ("chp_1",))]),
        ("依照第九条规定", [("第九条", "", ())]),
        ("《控烟法》第九条第二款", [("第九条第二款", "某国控烟法", ())]),
        ("《甲法》第一条、第二条", [("第一条", "甲法", ()), ("第二条", "甲法", ())]),
        ("依照刑法第三百条定罪", [("第三百条", "刑法", ())]),
        ("不符合《甲法》第九条的规定或者第十条的", [("第九条", "甲法", ()), ("第十条", "甲法", ())]),
        (
            "依照前条第一款的规定或者第二款的规定",
            [("前条第一款", "", ("art_2__para_1",)), ("第二款", "", ("art_2__para_2",))],
        ),
        ("《某市控烟条例》第四条", [("第四条", "", ("art_4",))]),
        ("第二条第二款规定的，依照该款处理", [("第二条第二款", "", ("art_2__para_2",))]),
        (
            "第二条第二款规定的，依照该款规定处理",
            [("第二条第二款", "", ("art_2__para_2",)), ("该款", "", ("art_2__para_2",))],
        ),
        ("符合本条件、本条约、资本项目、前款项、第三项目、该项工作、下列条件的", []),
    ],
)
def test_a_reference_names_its_place(words: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert cited(words + "。") == expected


def test_words_that_count_from_where_they_stand_are_resolved() -> None:
    found = {item.words: item.targets for item in citations(parse(TEXT.format("庚。")))}
    assert found["前两项"] == ("art_2__para_1__item_1", "art_2__para_1__item_2")
    assert found["前款第一项"] == ("art_2__para_1__item_1",)
    assert found["前两款"] == ("art_2__para_1", "art_2__para_2")
    assert len(found["本条第一款第（一）项至第（三）项"]) == 3


def test_offsets_point_into_the_source() -> None:
    doc = parse(TEXT.format("依照第四条。"))
    assert all(doc.text[item.start : item.end] == item.words for item in citations(doc))


def test_what_stands_in_a_quotation_is_nobodys_provision() -> None:
    text = (
        "某国人大常委会关于修改《甲法》的决定\n一、将第九条修改为：“违反第三条的，处罚。”\n二、删去第四条。\n"
    )
    found = [(item.label, item.instrument, item.quoted, item.dangling) for item in citations(parse(text))]
    assert found == [
        ("第九条", "甲法", False, False),
        ("第三条", "", True, False),
        ("第四条", "甲法", False, False),
    ]


def test_a_reference_to_nothing_dangles() -> None:
    found = [
        item.label for item in citations(parse(TEXT.format("依照第九条和前条第八款处理。"))) if item.dangling
    ]
    assert found == ["第九条", "前条第八款"]


def test_time_grows_with_the_length_of_the_text() -> None:
    def seconds(times: int) -> float:
        doc = parse("某法\n第一条　" + "依照本法第一条第一款、前条和《乙法》第三条的规定“，" * times)
        begin = time.process_time()
        citations(doc)
        return time.process_time() - begin

    seconds(100)
    assert seconds(8_000) < 32 * max(seconds(1_000), 0.01)


@pytest.mark.parametrize(
    "words",
    [
        "学生每天第二节课后做操，第一章乐曲奏毕退场",
        "本市规划第三条轨道交通线和第二条过江通道",
        "推行第一条生产线、第二条流水线",
        "第四项工程和第五项任务由住建部门负责",
        "前款手机、本款汽车、上款电梯、第六款新能源客车",
        "列入第三款支出科目",
    ],
)
def test_a_number_that_counts_the_noun_behind_it_is_no_reference(words: str) -> None:
    assert citations(parse(f"某市条例\n第一条　{words}。\n第二条　乙。")) == ()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("根据第二条换领证件的", "第二条"),
        ("违反本条例第二条紧急措施的", "第二条"),
        ("第二条、第三条作出的决定", "第二条"),
        ("因此第二条应当一并适用", "第二条"),
        ("采取前款措施的", "前款"),
        ("本章禁止的行为", "本章"),
    ],
)
def test_a_number_that_is_governed_or_taken_up_is_a_reference(words: str, named: str) -> None:
    doc = parse(f"某市条例\n第一章　总则\n第一条　甲。\n{words}，处理。\n第二条　乙。\n第三条　丙。")
    assert citations(doc)[0].words == named


LEADS = (
    "依照", "违反", "有", "前款所称情形，是指", "按照", "除", "以及", "不属于", "适用", "对", "在", "和", "《甲法》第一条和",
    "本条例和", "由市人民政府按照", "涉及",
)  # fmt: skip
UNMARKED = (
    "船舶数据法", "摆渡护照法", "潮汐票据法", "风暴应对法", "航海知识普及法", "预防船员犯罪法", "自由渔港法", "码头与栈桥条例",
    "游船和渡船管理条例", "河口及邻接水域法", "旧船国有资产法", "无照摆渡查处办法", "浮标有关事项条例", "船员行为规定",
)  # fmt: skip


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("name", UNMARKED)
@pytest.mark.parametrize("nation", ["", "中华人民共和国"])
def test_a_name_without_marks_is_read_whole(lead: str, name: str, nation: str) -> None:
    told = cited(f"{lead}{nation}{name}第九条规定的，从其规定。")
    assert told[-1] == ("第九条", nation + name, ())


@pytest.mark.parametrize("kind", ["条例", "办法", "规定"])
def test_a_kind_that_is_another_instruments_short_name_is_not_the_text_itself(kind: str) -> None:
    text = (
        f"某市{kind}\n第一条　依照《某省控烟{kind}》（以下简称《{kind}》），制定本{kind}。\n"
        f"第二条　有《{kind}》第九条、本{kind}第一条情形的，处罚。"
    )
    told = [(one.words, one.instrument) for one in citations(parse(text)) if one.words.startswith("第")]
    assert told == [("第九条", f"某省控烟{kind}"), ("第一条", "")]
