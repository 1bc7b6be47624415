"""Places of contracts, plans, lists, drawings and performances are no references of the text's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.law import citations, parse, to_chinese

PAPERS = (
    "合同 采购合同 劳动合同书 合同范本 合伙协议 补充协议书 拆迁安置协议 保险条款 通用合同条款 招标文件 投标文件 承诺书 说明书 "
    "责任书 图纸 施工图 设计图集 物品清单 保护名录 目录 会计科目 实施方案 应急预案 操作手册 会议纪要 办事指南 申请表 登记表 "
    "考卷样本 教学大纲 国家标准 管理制度 验收规范"
).split()
LEADS = ("双方应当按照{paper}", "不符合{paper}", "依照{paper}", "{paper}", "违反{paper}", "签字的{paper}中")
PLACES = (
    "第{n}条",
    "第{n}条第二款",
    "第{n}章第一节",
    "第{n}项",
    "第{n}款第一项",
    "第{n}条、第五条",
    "第{n}条至第五条",
)
TAILS = ("的约定履行", "应当写明价款", "由市财政部门解释", "办理", "不一致的，以后者为准", "的，应当改正")
THINGS = "演出 比赛 节目单上的节目 课程 招标 试题 运动会 交响曲".split()
THING_PLACES = (
    "第{n}节后休息",
    "第{n}项为绿化",
    "第{n}章由主办者安排",
    "第{n}款为蓝色",
    "第{n}项、第四项可以调换",
)
MEASURES = "类 号 册 页 卷 批 组 标段 场 轮 级 课".split()
COUNTS = (
    "本次竞赛共{count}{unit}",
    "活动分{count}{unit}",
    "奖励分为{count}{unit}",
    "全部绿化总计{count}{unit}",
)
OWN = (
    "依照本条例{place}处罚",
    "违反{place}规定的",
    "向社会公告{place}规定的事项",
    "报告{place}所列情形",
    "依法报告{place}规定的事项",
    "按照要求说明{place}规定的理由",
    "签订合同，{place}规定的除外",
    "违反合同管理规定，{place}规定的情形除外",
    "属于{place}规定的招标项目",
    "采取{place}措施的",
    "本条共五款，{place}除外",
    "演出、{place}规定的活动",
    "组织比赛，适用{place}",
    "依照附件、{place}办理",
)


def ordinance(sentence: str, title: str = "某市场馆管理条例") -> str:
    articles = ["为了管理场馆，制定本条例。", f"{sentence}。", "场馆应当开放。\n场馆应当整洁。"]
    articles += [
        "场馆应当公示下列事项：\n（一）票价；\n（二）时间。",
        "场馆应当设岗。",
        "本条例自公布之日起施行。",
    ]
    return f"{title}\n" + "".join(f"第{to_chinese(n)}条　{words}\n" for n, words in enumerate(articles, 1))


def found(text: str) -> list[str]:
    return [cited.words for cited in citations(parse(text)) if not cited.instrument]


@given(
    *(st.sampled_from(each) for each in (PAPERS, LEADS, PLACES, TAILS)), st.integers(1, 30).map(to_chinese)
)
def test_a_paper_has_its_own_articles(paper: str, lead: str, place: str, tail: str, n: str) -> None:
    assert found(ordinance(lead.format(paper=paper) + place.format(n=n) + tail)) == []


@given(st.sampled_from(THINGS), st.sampled_from(THING_PLACES), st.integers(1, 9).map(to_chinese))
def test_a_thing_has_parts(thing: str, place: str, n: str) -> None:
    assert found(ordinance(thing + place.format(n=n))) == []


@given(st.sampled_from(MEASURES), st.sampled_from("款项目"), st.integers(1, 200).map(to_chinese))
def test_a_number_in_a_measure_that_no_law_has(measure: str, unit: str, n: str) -> None:
    assert found(ordinance(f"预算第{n}{measure}第二{unit}按照支出编列")) == []


@given(st.sampled_from(COUNTS), st.sampled_from("款项节章"), st.integers(2, 12), st.data())
def test_one_of_what_was_counted(lead: str, unit: str, count: int, data: st.DataObject) -> None:
    one = to_chinese(data.draw(st.integers(1, count)))
    sentence = f"{lead.format(count=to_chinese(count), unit=unit)}，第{one}{unit}为绿化"
    assert found(ordinance(sentence)) == []


@pytest.mark.parametrize("frame", OWN)
@pytest.mark.parametrize("place", ["第三条", "第三条第二款", "第四条第一项"])
def test_what_the_text_cites_of_itself_stays(frame: str, place: str) -> None:
    assert found(ordinance(frame.format(place=place)))[-1] == place


@pytest.mark.parametrize("noun", ["方案", "标准", "目录", "方案（试行）"])
def test_a_text_that_is_called_so_cites_itself(noun: str) -> None:
    assert found(ordinance(f"依照{noun[:2]}第三条办理", f"某市场馆管理{noun}")) == ["第三条"]
    assert found(ordinance("依照本合同第三条办理")) == []


def test_what_goes_on_from_a_paper_is_the_papers() -> None:
    assert found(ordinance("依照合同第三条的约定或者第四条的约定履行，违反第三条的除外")) == ["第三条"]
    assert found(ordinance("依照合同第三条和本条例第四条办理")) == ["第四条"]
    named = citations(parse(ordinance("依照合同第三条、公司章程第四条和《某市合同条例》第五条办理")))
    assert [cited.instrument for cited in named] == ["公司章程", "某市合同条例"]
