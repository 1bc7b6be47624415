"""No fix fires where it would make the text wrong: quoted words, names, negations, defined terms, lists, headings."""

from __future__ import annotations

from typing import Final

import pytest

from lawtrack.check import apply_fixes, check

QUOTED = [
    "本条例所称“严禁烟火”标志，是指由市政府统一制作的标志",
    "将“其它”字样的标识予以更换",
    "在“必须佩戴安全帽”提示牌旁设置“严禁入内”警示牌",
    "门口悬挂“非法停车”告示",
    "标明“帐篷营地”字样",
    "张贴“按照顺序排队”的提示",
]
TITLES = [
    "执行《某市其它收入管理办法》",
    "依照《关于严禁焚烧秸秆的通告》办理",
    "适用《企业帐簿管理规定》",
    "依照《某市制订技术标准管理办法》办理",
    "按《某市必须招标项目规定》执行",
]
ROLES = [
    "任何单位和个人不得在禁止区域露天烧烤",
    "任何人均有权制止在禁止吸烟场所吸烟的行为",
    "行政机关应当设立集中办理行政许可事项的场所",
    "向海一侧延伸至0米等深线",
    "用户逾期不交纳热费的，应当支付滞纳金",
    "婚前财产归父或母所有，或者归子女所有",
    "宣誓人应当左手抚按《中华人民共和国宪法》，诵读誓词",
    "露营者应当将帐篷收起",
    "不得不停止施工的，应当报告",
    "企业应当建立帐篷、蚊帐登记制度",
    "不得禁止未成年人使用公共设施",
    "并非必须到场的，可以书面委托",
    "不得在严禁烟火区域设置锅炉",
    "公民有不准时到会的权利",
    "严禁烟区由公安机关划定",
]
LISTED = [
    "下列人员应当登记：\n（一）村民；\n（二）渔民；\n（三）牧民。\n（一）至（二）项所列人员由村民委员会登记",
    "依照下列标准办理：\n（一）甲：0.5米；\n（二）乙：12:30以后",
]


@pytest.mark.parametrize("words", [*QUOTED, *TITLES, *ROLES, *LISTED])
@pytest.mark.parametrize("before", ["", "在本市行政区域内，", "市人民政府及其有关部门应当加强宣传；"])
def test_no_fix_makes_it_worse(words: str, before: str) -> None:
    text = (
        "某市综合条例\n第一章　总则\n第一条　为了规范管理，制定本条例。\n第二章　保护、\n管理和利用\n"
        f"第二条　{before}{words}。\n第三条　本条例自2024年1月1日起施行。\n"
    )
    assert apply_fixes(text, check(text)) == text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("违反本条例第一条第（一）（二）项规定的，处罚款", "违反本条例第一条第一项、第二项规定的，处罚款"),
        (
            "违反本条例第一条(一)(二)(三)项规定的，处罚款",
            "违反本条例第一条第一项、第二项、第三项规定的，处罚款",
        ),
        ("违反本条例第一条第（一）、（三）项规定的，处罚款", "违反本条例第一条第一项、第三项规定的，处罚款"),
        (
            "根据《中华人民共和国宪法》《中华人民共和国立法法》制定办法",
            "根据宪法、《中华人民共和国立法法》制定办法",
        ),
        (
            "根据《中华人民共和国立法法》《中华人民共和国宪法》制定办法",
            "根据《中华人民共和国立法法》、宪法制定办法",
        ),
        (
            "根据《中华人民共和国宪法》和《中华人民共和国立法法》制定办法",
            "根据宪法和《中华人民共和国立法法》制定办法",
        ),
    ],
)
def test_a_fix_leaves_a_list_that_reads(wrong: str, right: str) -> None:
    """Marks that brackets or 《》 made needless are put where the fix takes these away."""
    text = "某市公园条例\n第一条　禁止：\n（一）甲；\n（二）乙；\n（三）丙。\n第二条　{}。\n第三条　本条例自公布之日起施行。\n"
    findings = [one for one in check(text.format(wrong)) if one.fix]
    assert apply_fixes(text.format(wrong), findings) == text.format(right)


QUOTED_PARAGRAPHS: Final = ("甲应当登记", "乙应当备案", "丙由市人民政府规定", "丁不得转让")


@pytest.mark.parametrize("opens", [True, False])
@pytest.mark.parametrize("paragraphs", [1, 2, 3, 4])
@pytest.mark.parametrize(
    "head", ["将第{n}条修改为：", "第{n}条增加规定，作为第二款：\n", "增加一条，作为第{n}条：\n"]
)
def test_a_quotation_of_several_paragraphs_is_a_pair(head: str, paragraphs: int, *, opens: bool) -> None:
    """Each paragraph may open anew, only the last closes (GB/T 15834, 4.8.3); what is never closed is told."""
    said = ("\n“" if opens else "\n").join(f"{words}。" for words in QUOTED_PARAGRAPHS[:paragraphs])
    lines = [f"{number}、{head.format(n=at)}“{said}”" for at, number in ((5, "一"), (9, "二"))]
    text = "某市人大常委会关于修改《某市公园条例》的决定\n" + "\n".join(
        [*lines, "三、本决定自公布之日起施行。"]
    )
    assert not [one for one in check(text) if one.severity == "error"]
    assert [one.code for one in check(text.replace("”\n三", "\n三")) if one.severity == "error"] == [
        "unpaired"
    ]


QUIET = (
    ("open-fine", "本条例所称较大数额罚款，是指对个人处以二千元以上罚款。"),
    ("must", "检测业务必须依赖的机构提供证明。" + "单位应当公示。" * 40),
    (
        "but",
        "实际控制人，是指虽不是公司的股东，但通过投资关系能够支配公司行为的人，包括其亲属。可以，但是不予公示。可以，但是不予登记。",
    ),
    (
        "figures",
        "超过4小时未停车或者停车少于20分钟的，"
        + "应当在三日内报告，处二百元罚款。" * 30
        + "超过5小时的，休息少于30分钟的，报告。",
    ),
    ("from-issue", "本规则自印发之日起施行。"),  # a document's, that is 印发
    ("number-gap", "略。\n第五条中的“" + "甲" * 200 + "”修改为“乙”。"),
)


@pytest.mark.parametrize(("code", "words"), QUIET)
def test_a_rule_knows_what_the_words_do(code: str, words: str) -> None:
    title = "某市清理规范有关事项" if code == "number-gap" else "某市综合条例"
    told = check(f"{title}\n第一条　{words}\n")
    assert code not in [one.code for one in told]


def test_two_courts_share_the_verb_of_a_note() -> None:
    note = "2018年7月30日 最高人民法院审判委员会第1745次会议\n2018年10月19日 最高人民检察院第十三届检察委员会第七次会议通过"
    told = check(f"关于办理某类案件若干问题的解释\n{note}\n第一条　甲。\n第二条　乙。\n")
    assert "note-date" not in [one.code for one in told]
