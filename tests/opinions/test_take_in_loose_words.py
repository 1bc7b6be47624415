"""What people write without a form: mails that quote, shorthand, names behind @, answers on lines of their own."""

from __future__ import annotations

import itertools

import pytest

from lawtrack.law import to_chinese
from lawtrack.opinions import Intake, Opinion, read_letter, read_table

ONE, OTHER = "第{a}条的期限建议写明", "第{b}条罚款太低"
BORDERS = (
    "-----原始邮件-----\n发件人: 某某\n发送时间: 2025-05-20\n主题: 征求意见",
    "---------- 转发邮件 ----------",
    "在 2025-05-20 09:00，市司法局 写道：",
    "-----Original Message-----",
    "发件人：市司法局\n发送时间：2025年5月20日\n收件人：各单位",
    "On May 20, the office wrote:",
)


def said(intake: Intake) -> list[tuple[str, str]]:
    """Place and source of each opinion."""
    return [(one.clause, one.source) for one in intake.received]


@pytest.mark.parametrize("border", BORDERS)
@pytest.mark.parametrize("mark", ["", "> ", ">"])
def test_an_older_mail_below_is_told_and_not_taken_in(border: str, mark: str) -> None:
    older = [f"{mark}第一条建议删去", f"{mark}第二条应当增加"]
    mail = "\n".join(["1.第五条建议删去", "2.第六条应当增加", "", border, *older])
    found = read_letter(mail)
    assert [one.clause for one in found.received] == ["第五条", "第六条"]
    assert {line.strip() for line in older} <= {left.words for left in found.leftovers if left.why}


@pytest.mark.parametrize("border", BORDERS)
def test_a_mail_that_was_passed_on_is_read(border: str) -> None:
    found = read_letter(f"请阅。\n{border}\n1.第五条建议删去\n2.第六条应当增加")
    assert [one.clause for one in found.received] == ["第五条", "第六条"]


@pytest.mark.parametrize("count", [1, 2, 4])
def test_what_answers_a_quoted_article_is_on_it(count: int) -> None:
    pairs = [f"> 第{to_chinese(at)}条　甲乙丙。\n建议写明主体{at}。" for at in range(3, 3 + count)]
    found = read_letter("您好，意见如下：\n" + "\n\n".join(pairs))
    assert [one.clause for one in found.received] == [f"第{to_chinese(at)}条" for at in range(3, 3 + count)]


def test_points_behind_marks_are_no_quotation() -> None:
    found = read_letter("> 第三条建议删去\n> 第四条建议增加")
    assert [one.clause for one in found.received] == ["第三条", "第四条"]


WHO = ("", "我局", "我区", "我街道", "我们", "本单位", "市财政局", "某区人民政府", "我公司", "市委编办")
NONE = (
    "无意见",
    "没有意见",
    "无不同意见",
    "无修改意见和建议",
    "没有任何意见",
    "暂无意见",
    "无其他意见了",
    "没有异议",
)
OF = ("", "对草案", "对《某市公园条例（草案）》")
AROUND = ("{}。", "来函收悉。经研究，{}。特此函复。", "经认真研究，{}，同意提请审议。", "{}")


@pytest.mark.parametrize(("who", "none"), [*itertools.product(WHO, NONE)])
def test_a_reply_without_an_opinion_is_none(who: str, none: str) -> None:
    for of, around in itertools.product(OF, AROUND):
        assert Opinion("", around.format(who + of + none)).no_comment, around.format(who + of + none)
        assert not Opinion("", f"{around.format(who + of + none)}但第五条应当写明期限。").no_comment


@pytest.mark.parametrize(
    "words",
    [
        "没有意见的单位应当盖章", "同意第三条修改为三十日", "赞成删去第五条", "未提出意见的视为同意", "支持", "我局建议暂不出台",
        "没有意见，只是第五条太严", "不同意第三条", "第三条没有写明异议期限", "同意市公安局意见", "意见", "我局", "支持对象不明确",
    ],
)  # fmt: skip
def test_words_that_ask_for_something_are_an_opinion(words: str) -> None:
    assert not Opinion("", words).no_comment


@pytest.mark.parametrize("name", ["标题", "名称", "附则", "附件1", "附表", "总则", "附件二"])
def test_what_has_a_name_leans_on_no_article_above(name: str) -> None:
    found = read_letter(
        f"第八条：\n1.第二款建议删去。\n2.增加一款。\n{name}：建议再斟酌。\n第九条：应当增加。"
    )
    assert [one.clause for one in found.received] == ["第八条第二款", "第八条", name, "第九条"]


@pytest.mark.parametrize("named", ["法律责任", "附则", "罚则"])
@pytest.mark.parametrize("lead", ["", "建议对"])
def test_an_article_is_nearer_than_the_chapter_named_before_it(named: str, lead: str) -> None:
    found = read_letter(
        f"一、关于{named}。{lead}第十一条、第十二条处罚幅度进行调整，明确标准。\n二、第一条应当写明。"
    )
    assert [one.clause for one in found.received] == ["第十一条、第十二条", "第一条"]


@pytest.mark.parametrize("wish", ["“甲”前加“乙”", "删掉“甲”", "换成“乙”", "不动", "太笼统"])
def test_shorthand_lines_are_each_on_their_place(wish: str) -> None:
    places = ["三条二款", "五条", "9条", "第十条第一项", "七条、八条"]
    found = read_letter("\n".join(f"{place}{wish}。" for place in places))
    assert [one.clause for one in found.received] == places


@pytest.mark.parametrize("names", [("老周", "小陈"), ("阳光", "停车场老板", "小陈")])
@pytest.mark.parametrize("gap", [" ", "：", "　"])
def test_a_line_behind_a_name_is_that_persons(names: tuple[str, ...], gap: str) -> None:
    lines = [f"@{name}{gap}第{at}条太严" for at, name in enumerate(names, 3)]
    assert said(read_letter("\n".join(lines))) == [(f"第{at}条", name) for at, name in enumerate(names, 3)]


@pytest.mark.parametrize(
    ("answer", "result"),
    [
        ("已采纳。", "已采纳"),
        ("未采纳。机构名称以方案为准。", "未采纳"),
        ("部分采纳，在配套文件中考虑。", "部分采纳"),
        ("已吸收", "已吸收"),
    ],
)
def test_an_answer_on_a_line_of_its_own_is_no_word_of_the_opinion(answer: str, result: str) -> None:
    found = read_letter(
        f"（一）市法院意见\n1.第三条建议衔接。\n{answer}\n2.第四条建议明确。\n（二）社会公众意见\n第五条应当增加。"
    )
    assert [(one.clause, one.source, one.result) for one in found.received] == [
        ("第三条", "市法院", result),
        ("第四条", "市法院", ""),
        ("第五条", "社会公众", ""),
    ]
    assert answer not in found.received[0].text


def test_grounds_on_a_line_of_their_own_are_no_answer() -> None:
    found = read_letter("1.第三条建议衔接。\n说明：上位法已有规定。")
    assert (found.received[0].result, found.received[0].grounds) == ("", "")
    assert "说明" in found.received[0].text


@pytest.mark.parametrize(("a", "b"), [("五", "六"), ("三", "十"), ("十一", "十二")])
@pytest.mark.parametrize(
    "form",
    [
        "第{0}条意见采纳，第{1}条意见未采纳",
        "第{0}条采纳；第{1}条不采纳，理由：另有规定",
        "对第{1}条的意见不采纳，第{0}条的意见采纳",
    ],
)
def test_answers_named_by_article_go_to_their_opinions(a: str, b: str, form: str) -> None:
    rows = [["意见", "采纳情况"], [f"第{a}条：写明标准；第{b}条：写明期限。", form.format(a, b)]]
    taken = [(one.clause, one.result[-2:], one.result[:1]) for one in read_table(rows).received]
    assert [clause for clause, _, _ in taken] == [f"第{a}条", f"第{b}条"]
    assert taken[0][1:] == ("采纳", "采")
    assert taken[1][2] in "未不"


def test_answers_that_could_be_meant_by_order_or_by_article_are_left_as_they_are() -> None:
    rows = [["意见", "采纳情况"], ["第一条：写明标准；第三条：写明期限。", "第一条采纳，第二条不采纳"]]
    assert {one.result for one in read_table(rows).received} == {"第一条采纳，第二条不采纳"}


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("第九条范围太窄，第十一条罚款又太重，两处都要改", "第九条、第十一条"),
        ("第九条没有问题，第十条建议增加一项", "第十条"),
        ("草案第七条的材料过多，建议删去第（三）项", "第七条第（三）项"),
        ("仅对第三条提出一点意见：建议将第三款单列", "第三条第三款"),
        ("第九条参照第十一条，建议修改", "第九条"),
    ],
)
def test_places_are_those_of_which_something_is_asked(words: str, places: str) -> None:
    for found in (read_letter(f"1.{words}。"), read_table([["意见", "单位"], [words, "某局"]])):
        assert [one.clause for one in found.received] == [places]


@pytest.mark.parametrize("place", ["3.1", "4（2）", "7.2", "12(3)"])
def test_dotted_places_behind_an_items_own_number_are_places(place: str) -> None:
    found = read_letter(f"（1）{place} 建议增加“应急”；\n（2）第九条删去。")
    assert [one.clause for one in found.received] == [place, "第九条"]


@pytest.mark.parametrize("number", ["", "{n}、", "{n}.", "（{n}）"])
@pytest.mark.parametrize("bracket", ["【{}】", "〔{}〕", "[{}]"])
def test_a_name_in_brackets_says_what_follows(number: str, bracket: str) -> None:
    lines = [
        number.format(n=at) + bracket.format(f"网友{name}") + f"第{at}条太严"
        for at, name in enumerate("甲乙丙", 3)
    ]
    assert said(read_letter("\n".join(lines))) == [
        (f"第{at}条", f"网友{name}") for at, name in enumerate("甲乙丙", 3)
    ]


@pytest.mark.parametrize("names", ["ABC", "甲乙丙"])
def test_speakers_of_one_letter(names: str) -> None:
    text = "\n".join(
        [f"{names[0]}：第六条应当限于国有土地。", f"{names[1]}：第八条要加一项。", f"{names[2]}：无意见。"]
    )
    assert [one.source for one in read_letter(text).received] == [*names]


@pytest.mark.parametrize("setting", ["", "在分组审议会上，", "审议中，", "在第一小组讨论时，"])
def test_where_it_was_said_is_not_by_whom(setting: str) -> None:
    text = f"{setting}有的常委会组成人员提出，第五条不明确，建议写明。有的代表认为，第十一条的罚款偏轻。"
    assert said(read_letter(text)) == [("第五条", "有的常委会组成人员"), ("第十一条", "有的代表")]


@pytest.mark.parametrize("gap", ["　", "  ", "\u3000\u3000", "——", "-"])
def test_a_body_and_its_words_parted_by_a_space(gap: str) -> None:
    text = f"市总工会{gap}建议第一条增加保障\n甲县{gap}第三条改为区域\n市人社局{gap}无意见"
    assert [(one.source, one.clause) for one in read_letter(text).received] == [
        ("市总工会", "第一条"),
        ("甲县", "第三条"),
        ("市人社局", "全文"),
    ]


def test_points_in_one_line_are_opinions_and_reasons_are_none() -> None:
    points = "一是建议对第四条进行细化；二是建议删除第六条中的“临时”；三是建议第十三条推迟施行。"
    assert [one.clause for one in read_letter(f"意见如下：\n{points}").received] == [
        "第四条",
        "第六条",
        "第十三条",
    ]
    assert len(read_letter("建议删去第四条，一是重复；二是难以执行。").received) == 1


@pytest.mark.parametrize("heads", ["序号 条款 修改意见 理由", "序号　条款　意见建议　单位"])
def test_a_table_with_spaces_between_its_cells(heads: str) -> None:
    from lawtrack.formats import read_opinions_text

    text = f"修改意见表\n{heads}\n1 第五条第一款 “标准”改为“国家标准” 更准确\n2 第九条 删去“政府定价” 改革\n以上意见供参考。"
    assert [one.clause for one in read_opinions_text(text).received] == ["第五条第一款", "第九条"]


@pytest.mark.parametrize("words", ["综合以上，我镇将重新调整方案。", "感谢各位的支持，建议将归档。"])
def test_what_the_office_says_below_a_table_is_no_opinion(words: str) -> None:
    from lawtrack.formats import read_opinions_text

    found = read_opinions_text(f"条款\t意见\n第三条\t删去\n{words}")
    assert [one.clause for one in found.received] == ["第三条"]
    assert words in "".join(left.words for left in found.leftovers)


@pytest.mark.parametrize("bodies", [("市公安局", "市住建局"), ("市公安局", "市住建局", "某区人民政府")])
@pytest.mark.parametrize("head", ["条款", "条号", "对应条款"])
def test_bodies_with_a_column_each(bodies: tuple[str, ...], head: str) -> None:
    more = len(bodies) - 1
    rows = [["意见汇总表"], ["序号", head, *bodies]]
    rows += [["1", "第三条", "删去", *["同意"] * more], ["2", "第五条", "", *["增加一款"] * more]]
    found = [(one.clause, one.source, one.text) for one in read_table(rows).received if one.text != "同意"]
    assert found == [("第三条", bodies[0], "删去"), *(("第五条", body, "增加一款") for body in bodies[1:])]
    assert sum(one.text == "同意" for one in read_table(rows).received) == len(bodies) - 1


@pytest.mark.parametrize("name", ["总则", "法律责任", "规划与建设", "附则", "监督检查"])
def test_the_head_of_a_part_is_no_opinion_and_what_names_no_article_below_it_is_on_it(name: str) -> None:
    parts = [
        f"一、{name}部分",
        "（一）第一条建议改写；",
        "（二）应当增加一条。",
        "二、其他",
        "（三）第九条删去。",
    ]
    text = "\n".join(["关于报送《某市条例》修改意见的函", *parts])
    assert [one.clause for one in read_letter(text).received] == ["第一条", name, "第九条"]


@pytest.mark.parametrize("page", ["p2 ", "P.3 ", "第4页 ", "第4页："])
def test_the_page_of_the_copy_is_no_place(page: str) -> None:
    found = read_letter(f"{page}第4条 规划谁批？\n{page}第7条第(2)项 改“证明”\n{page}附件2 图不清楚\n——小王")
    assert said(found) == [("第4条", "小王"), ("第7条第(2)项", "小王"), ("附件2", "小王")]


@pytest.mark.parametrize("words", ["未反馈", "逾期未反馈", "尚未回复"])
def test_who_did_not_answer_has_no_opinion(words: str) -> None:
    found = read_table(
        [["单位", "有无意见", "意见内容"], ["市国安局", words, ""], ["市财政局", "有", "第三条删去"]]
    )
    assert said(found) == [("第三条", "市财政局")]
    assert any(words in left.words for left in found.leftovers)


@pytest.mark.parametrize("other", ["市科协", "老干部代表团", "某某商场"])
def test_another_between_bodies_is_not_given_to_the_one_above(other: str) -> None:
    text = f"市残联——第八条增加泊位；\n市妇联——第九条增加泊位；\n{other}——第四条增加规划。"
    assert [one.source for one in read_letter(text).received] == ["市残联", "市妇联", other]


@pytest.mark.parametrize(
    ("answer", "result"),
    [
        ("（采纳）", "采纳"),
        ("（未采纳，价格法规定）", "未采纳"),
        ("(部分采纳)", "部分采纳"),
        ("（已吸收）", "已吸收"),
    ],
)
def test_an_answer_in_brackets_behind(answer: str, result: str) -> None:
    found = read_letter(f"1、建议第五条增加“国家”。{answer}\n2、建议第九条删除“政府”（见附件）。\n市总商会")
    assert [(one.clause, one.result) for one in found.received] == [("第五条", result), ("第九条", "")]


def test_questions_are_opinions_and_what_the_office_answers_is_none() -> None:
    found = read_letter(
        "问：第七条与许可有什么区别？\n答：备案不是许可。\n问：第十一条的罚款由谁收？\n答：由城管收缴。"
    )
    assert [one.clause for one in found.received] == ["第七条", "第十一条"]
    assert [left.words[:2] for left in found.leftovers] == ["答：", "答："]


@pytest.mark.parametrize("head", ["提出单位及时间", "反馈单位和联系方式", "意见提出人及职务", "提出部门"])
def test_who_and_when_in_one_column(head: str) -> None:
    found = read_table([["条款", "修改建议", head], ["第四条", "改为计划", "市发改委（6月3日）"]])
    assert said(found) == [("第四条", "市发改委（6月3日）")]


@pytest.mark.parametrize("wish", ["加上“甲”", "写明期限", "换成“乙”", "列入名录", "去掉“丙”"])
def test_every_place_of_one_sentence_is_one_of_its_places(wish: str) -> None:
    found = read_letter(f"关于草案的建议\n我建议：第4条{wish}，第8条{wish}，第10条{wish}。\n居民 冯某")
    assert [one.clause for one in found.received] == ["第4条、第8条、第10条"]
    assert "关于草案" not in found.received[0].text


def test_what_the_second_of_a_dialogue_says_is_not_the_first_ones() -> None:
    found = read_letter("甲：第九条怎么定价？\n乙：按成本。\n甲：那第十一条呢，罚不罚？")
    assert said(found) == [("第九条", "甲"), ("", "乙"), ("第十一条", "甲")]
