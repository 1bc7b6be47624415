"""A rule's word is not seen where two other words meet, nor where it means another thing; where it stands it is found."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from lawtrack.check import apply_fixes, check

DATA: Final = Path(__file__).with_name("word_borders.tsv")
FILLING: Final = (
    "单位应当公示。依照约定办理，可以，但是不予登记，或者备案，应当在三日内报告，处二百元罚款。" * 21
)


def mended(words: str, kind: str = "条例") -> str:
    """The words with every fix made, in a text that says 应当, 依照, 或者 and 但是 so often that the rules for these speak."""
    head = f"某市综合{kind}\n第一条　为了规范管理，制定本{kind}。\n第二条　{FILLING}违反本{kind}的，依照本{kind}处理。\n第三条　"
    text = f"{head}{words}。\n第四条　本{kind}自2024年1月1日起施行（含附件）。\n"
    return apply_fixes(text, check(text))[len(head) :].rpartition("。\n第四条")[0]


MEETING: Final = {
    "{}管理办法": "体制|订立 控制|订货 编制|订票 限制|订阅 强制|订购 定制|订书 机制|订正 责任制|订单 抵制|订婚 法制|订约",
    "{}资料的": "提交|纳税 移交|纳税 送交|纳税 转交|纳税 成交|纳税 呈交|纳税 外交|纳税",
    "{}债务隐患": "大抵|消除 大抵|消化 运抵|消防 直抵|消费",
    "{}的决定": "看做|出资 当做|出口 叫做|出版 用做|出租 改做|出售 算做|出境 换做|出席",
    "不得{}入": "从严|禁止 最严|禁令 戒严|禁止 加严|禁渔期 森严|禁区",
    "单位{}搬迁": "决不|准备 毫不|准备 从不|准时",
    "单位{}收费": "本不|应该 从不|应付 从不|应聘 从不|应诉 决不|应召 毫不|应得",
    "单位{}公开": "从不|许诺 从不|许可 从不|许愿",
    "《某某条例》{}意见": "尤|其它",
}


@pytest.mark.parametrize(
    "words",
    [frame.format(pair.replace("|", "")) for frame, pairs in MEETING.items() for pair in pairs.split()],
)
def test_where_two_words_meet_nothing_is_changed(words: str) -> None:
    assert mended(words) == words


REMOVES: Final = (
    "清 扫 解 排 开 删 废 免 拆 消 破 铲 切 剔 根 革 扣 戒 驱 摒 撤 去 挖 摘 卸 剥 割 抹 擦 移 拔 加减乘"
)
THINGS: Final = ("围墙", "路面", "合同", "公示期", "学籍", "险情")


@pytest.mark.parametrize("verb", REMOVES.split())
@pytest.mark.parametrize("thing", THINGS)
def test_a_verb_that_ends_in_but_takes_no_exception(verb: str, thing: str) -> None:
    for words in (
        f"{verb}除{thing}之外的积雪",
        f"应当{verb}除{thing}之外的油污",
        f"需要{verb}除{thing}之外的，由业主负责",
    ):
        assert mended(words) == words


@pytest.mark.parametrize(
    "verb",
    "除草剂 除雪车 除尘设备 除虫作业 除锈工程 除名处分 除险加固 除法课程 除夕夜 除害行动 除涝工程 除霜装置".split(),
)
def test_a_verb_that_begins_with_but_takes_no_exception(verb: str) -> None:
    for words in (f"{verb}之外的费用自理", f"可以{verb}之外的，另行登记"):
        assert mended(words) == words


@pytest.mark.parametrize(
    "subject",
    [
        "",
        "单位",
        "市人民政府",
        "公民个人",
        "经营者",
        "行政机关",
        "在保护区内",
        "夜间",
        "应当",
        "还应当",
        "对",
    ],
)
@pytest.mark.parametrize(
    "exception", ["法律另有规定", "节假日", "抢险救灾", "急救、消防车辆", "名誉权", "草原", "雪天", "病人"]
)
def test_an_exception_is_found(subject: str, exception: str) -> None:
    if "、" in exception and subject:
        return
    assert mended(f"{subject}除{exception}之外，不得收费") == f"{subject}除{exception}外，不得收费"


def test_an_exception_within_an_exception_keeps_its_words() -> None:
    words = "除围墙之外的车位外，其余车位免费开放"
    assert mended(words) == words


EXACT: Final = (
    "称量 计量 走时 读数 标尺 刻度 定位 信息 数据 时间 尺寸 估计 瞄 校 把握 水表 磅秤 电子秤 预报 音".split()
)
FOLLOWS: Final = (
    "不准的秤具",
    "不准的，消费者可以复称",
    "不准，应当校正",
    "不准造成损失的，赔偿",
    "不准导致误差的，重做",
    "不准或者不稳的",
)


@pytest.mark.parametrize("thing", EXACT)
@pytest.mark.parametrize("follows", FOLLOWS)
def test_what_is_not_exact_is_not_forbidden(thing: str, follows: str) -> None:
    assert mended(thing + follows) == thing + follows


@pytest.mark.parametrize(
    "subject", ["任何单位和个人", "经营者", "学生", "不合格的产品一律", "未成年人均", "施工单位", "船只"]
)
@pytest.mark.parametrize("does", ["进入保护区", "出售过期食品", "生产", "点燃烟花", "携带火种", "在夜间施工"])
@pytest.mark.parametrize("wrong", ["不准", "不许", "不应"])
def test_what_is_forbidden_is_found(subject: str, does: str, wrong: str) -> None:
    assert mended(f"{subject}{wrong}{does}") == f"{subject}不得{does}"


@pytest.mark.parametrize("wrong", ["不准", "不许", "不应", "严禁"])
def test_what_must_not_be_left_undone_keeps_its_words(wrong: str) -> None:
    """任何人不准不登记 would become 任何人不得不登记, which says the contrary of no duty at all."""
    words = f"任何单位和个人{wrong}不登记"
    assert mended(words) == words


@pytest.mark.parametrize(
    "words",
    [
        "帐篷",
        "蒙古帐",
        "营帐",
        "帐房",
        "帐中物品",
        "升帐表演",
        "帐幔",
        "帐外用火",
        "账、帐二字",
        "古帐遗址",
        "帐顶",
        "帐表演",
        "青纱帐",
        "中军帐",
    ],
)
@pytest.mark.parametrize("frame", ["{}由市应急部门管理", "保护{}", "设置{}、围栏"])
def test_a_tent_is_no_account(frame: str, words: str) -> None:
    assert mended(frame.format(words)) == frame.format(words)


@pytest.mark.parametrize(
    "words",
    (
        "帐簿 帐册 帐目 帐户 帐号 对帐单 入帐 转帐 坏帐 记帐 台帐 明细帐 "
        "流水帐 结帐 查帐 帐务 帐款 帐面 帐本 欠帐 挂帐 呆帐 销帐 建帐 设帐 总帐 帐外设帐 帐物相符"
    ).split(),
)
@pytest.mark.parametrize("frame", ["{}由财务人员管理", "应当核对{}", "未{}的，责令改正"])
def test_an_account_is_found(frame: str, words: str) -> None:
    assert mended(frame.format(words)) == frame.format(words.replace("帐", "账"))


@pytest.mark.parametrize("kind", ["条例", "规定", "办法", "规则", "细则"])
@pytest.mark.parametrize("other", ["条例", "规定", "办法", "规则", "细则", "法"])
@pytest.mark.parametrize(
    "frame",
    [
        "违反本{}规定的，处罚款",
        "依照本{}第二条处罚",
        "本{}所称单位，包括个体工商户",
        "执行本{}的单位",
        "本{}未作规定的，从其规定",
    ],
)
def test_another_name_of_the_text_is_found(kind: str, other: str, frame: str) -> None:
    assert mended(frame.format(other), kind) == frame.format(kind)


def judged() -> list[tuple[str, str, str]]:
    """Kind of text, words, and what a fix makes of them; the same words where nothing is to be changed."""
    rows = [line.split("\t") for line in DATA.read_text(encoding="utf-8").splitlines()[1:]]
    return [(kind, words, better or words) for kind, words, better in rows]


@pytest.mark.parametrize(("kind", "words", "better"), judged())
def test_what_the_word_is_said_of_decides(kind: str, words: str, better: str) -> None:
    assert mended(words, kind) == better


QUOTED: Final = (
    ("一、将第五条中的“第（二）项”修改为“第二项”。", False),
    ("一、将第五条中的“依照第三条第（二）项”修改为“依照第四条第（二）项”。", False),
    ("一、第五条修改为：“违反第三条第（二）项规定的，处罚款。”", True),
    (
        "一、增加一条，作为第六条：\n“违反第三条第（二）项规定的，处罚款。\n“违反前款规定的，依照第三条第（一）项处罚。”",
        True,
    ),
    ("一、删去第三条第（二）项。", True),
)


@pytest.mark.parametrize(("instruction", "given"), QUOTED)
def test_words_that_a_decision_only_names_keep_their_brackets(instruction: str, given: bool) -> None:
    text = f"某市人大常委会关于修改《某市公园条例》的决定\n{instruction}\n二、本决定自公布之日起施行。\n"
    assert (apply_fixes(text, check(text)) != text) is given
