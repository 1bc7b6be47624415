"""Forms of plans that are put together of several: chains of verbs, one verb behind titles, labels, readings beside months."""

from __future__ import annotations

import itertools

import pytest

from lawtrack.plan import Intake, read_list, read_table, read_text

NAMES = ("某市供水条例", "某市献血办法", "某市燃气规定", "某市绿化条例", "某市停车条例")
VERBS = {"制定": "enact", "修订": "revise", "修改": "amend", "废止": "repeal"}


def _text(text: str) -> Intake:
    return read_text(text, year=2025, title="计划", jurisdiction="某市")


def _said(intake: Intake) -> list[tuple[str, str]]:
    return [(item.title, item.action) for item in intake.plan.items]


@pytest.mark.parametrize(("first", "second"), [*itertools.permutations(VERBS, 2)])
@pytest.mark.parametrize("join", ["、", "和", ""])
def test_a_chain_of_verbs_behind_a_category(first: str, second: str, join: str) -> None:
    text = f"三、预备项目：{first}《{NAMES[0]}》{join}《{NAMES[1]}》，{second}《{NAMES[2]}》。\n四、调研项目：《{NAMES[3]}》。"
    found = _text(text)
    assert _said(found)[:3] == [(NAMES[0], VERBS[first]), (NAMES[1], VERBS[first]), (NAMES[2], VERBS[second])]
    assert [item.category for item in found.plan.items] == ["预备项目"] * 3 + ["调研项目"]


@pytest.mark.parametrize("verb", ["一揽子修改", "打捆修改", "打包修改", "捆绑修改", "修改", "废止"])
@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("number", ["", "1.", "（一）"])
def test_one_verb_and_one_bracket_behind_several_titles(verb: str, count: int, number: str) -> None:
    names = NAMES[:count]
    titles = "、".join(f"《{name}》" for name in names[:-1]) + f"和《{names[-1]}》"
    found = _text(f"一、审议项目\n{number}{titles}{verb}（市卫生健康委，5月）")
    action = {"修改": "amend", "废止": "repeal"}.get(verb, "package")
    assert _said(found) == [(name, action) for name in names]
    assert {item.drafting_unit for item in found.plan.items} == {"市卫生健康委"}
    assert {str(target.date) for item in found.plan.items for target in item.targets} == {"2025-05"}


@pytest.mark.parametrize("form", ["{n}、{name}（{act}）", "{n}.{name}（{act}）", "（{n}）{name}（{act}）"])
@pytest.mark.parametrize("gap", ["；", "；　"])
def test_several_numbered_projects_in_one_line_keep_each_its_action(form: str, gap: str) -> None:
    acts = ["立", "改", "废"]
    line = gap.join(
        form.format(n=at, name=name, act=act)
        for at, (name, act) in enumerate(zip(NAMES, acts, strict=False), 1)
    )
    assert _said(_text(f"重点立法项目：\n{line}。")) == [
        *zip(NAMES, ["enact", "amend", "repeal"], strict=False)
    ]


@pytest.mark.parametrize("titles", [1, 2, 3])
def test_titles_alone_behind_a_bracketed_number(titles: int) -> None:
    line = "".join(f"《{name}》" for name in NAMES[:titles])
    assert _said(_text(f"三、拟废止项目\n（四）{line}。")) == [(name, "repeal") for name in NAMES[:titles]]


@pytest.mark.parametrize("label", ["立法项目", "项目名称", "法规名称", "名称"])
@pytest.mark.parametrize("act", [*VERBS])
def test_a_line_of_labels_is_a_project(label: str, act: str) -> None:
    found = _text(f"{label}：{NAMES[0]}；类型：{act}；牵头单位：市住建局；送审时间：2025年5月。")
    assert _said(found) == [(NAMES[0], VERBS[act])]
    item = found.plan.items[0]
    assert item.drafting_unit == "市住建局"
    assert [(target.stage, str(target.date)) for target in item.targets] == [("submitted", "2025-05")]


@pytest.mark.parametrize("year", [2023, 2024, 2027])
@pytest.mark.parametrize("gap", ["　", " ", "　　"])
def test_years_of_a_five_year_plan(year: int, gap: str) -> None:
    text = f"第一类项目：条件比较成熟的法规草案\n1.某市更新条例（修订）{gap}市住房城乡建设局{gap}{year}年"
    item = read_list(text, year=2024, title="规划", jurisdiction="某市").plan.items[0]
    assert (item.title, item.action, item.drafting_unit) == ("某市更新条例", "revise", "市住房城乡建设局")
    assert [str(target.date) for target in item.targets] == ([str(year)] if year >= 2024 else [])
    assert (f"{year}年" in (item.note or "")) == (year < 2024)


@pytest.mark.parametrize("head", ["审次", "审议次数", "审级"])
def test_a_reading_beside_its_month(head: str) -> None:
    rows = [
        ["月份", "审议法规", head],
        ["2月", NAMES[0], "一审"],
        ["4月", NAMES[0], "二审"],
        ["4月", NAMES[3], "一审"],
    ]
    items = read_table(rows, year=2025, title="计划", jurisdiction="某市").plan.items
    assert [[(target.stage, str(target.date)) for target in item.targets] for item in items] == [
        [("first-reading", "2025-02"), ("second-reading", "2025-04")],
        [("first-reading", "2025-04")],
    ]


@pytest.mark.parametrize(
    ("kind", "instrument"), [("政府规章", "government-rule"), ("地方性法规", "local-regulation")]
)
@pytest.mark.parametrize("act", [*VERBS])
def test_a_cell_says_the_kind_and_the_action(kind: str, instrument: str, act: str) -> None:
    rows = [["名称", "项目类型", "备注"], [NAMES[1], f"{kind}（{act}）", "结合机构改革，一并修改"]]
    item = read_table(rows, year=2025, title="计划", jurisdiction="某市").plan.items[0]
    assert (item.action, item.instrument) == (VERBS[act], instrument)
    assert "一并修改" in (item.note or "")


@pytest.mark.parametrize("crumbs", ["", "首页 > 通知公告\n", "首页 > 政府规章\n发布时间：2025-02-01\n"])
def test_the_title_of_a_page_says_that_its_projects_are_rules(crumbs: str) -> None:
    lines = ["一、年内提交的项目", f"（一）{NAMES[1]}（制定）", "提交时间：2025年8月", f"（二）{NAMES[2]}"]
    text = f"{crumbs}某市人民政府2025年度规章制定工作计划\n" + "\n".join(lines)
    found = _text(text)
    assert {item.instrument for item in found.plan.items} == {"government-rule"}
    assert [(target.stage, str(target.date)) for target in found.plan.items[0].targets] == [
        ("submitted", "2025-08")
    ]


def test_what_a_government_makes_is_told_where_its_kind_is_not_said() -> None:
    found = _text("今年，市政府将提请市人大常委会审议《某市供水条例》，制定《某市献血办法》。")
    assert ["未写明是法规还是规章" in (item.note or "") for item in found.plan.items] == [False, True]
    told = _text("今年，市人大常委会将审议《某市供水条例》，制定《某市献血办法》。")
    assert not any("未写明是法规还是规章" in (item.note or "") for item in told.plan.items)


@pytest.mark.parametrize("bracket", ["（修正草案）", "修正案（草案）", "修正案"])
def test_an_amending_draft_in_marks_amends(bracket: str) -> None:
    found = _text(f"7月：审议《某市物业条例{bracket}》、《某市青年条例（草案）》（二审）。")
    assert _said(found) == [("某市物业条例", "amend"), ("某市青年条例", "enact")]
    assert [(target.stage, str(target.date)) for target in found.plan.items[1].targets] == [
        ("second-reading", "2025-07")
    ]


@pytest.mark.parametrize("ends", ["。（市应急管理局起草）", "（市应急管理局起草）", "，市应急管理局起草"])
def test_who_drafts_behind_a_full_stop(ends: str) -> None:
    item = _text(f"一、审议项目\n（一）起草《某市安全条例（修订草案）》{ends}").plan.items[0]
    assert (item.title, item.action, item.drafting_unit) == ("某市安全条例", "revise", "市应急管理局")


def test_a_joint_drafter_helps_and_is_told() -> None:
    found = _text("一、审议项目\n《某市健身条例》（制定，市体育局牵头、市教育局配合，8月）")
    item = found.plan.items[0]
    assert (item.drafting_unit, item.note) == ("市体育局", "市教育局配合")
    assert "市教育局配合" in [left.words for left in found.leftovers]


@pytest.mark.parametrize("mark", ["：", ":"])
def test_one_character_says_what_is_to_be_done(mark: str) -> None:
    found = _text(
        f"2025年规章立改废计划\n立{mark}《甲办法》《乙办法》\n改{mark}《丙办法》\n废{mark}《丁办法》"
    )
    assert _said(found) == [
        ("甲办法", "enact"),
        ("乙办法", "enact"),
        ("丙办法", "amend"),
        ("丁办法", "repeal"),
    ]


@pytest.mark.parametrize("dot", ["·", "•", "· ", "● "])
def test_dots_before_titles_are_no_part_of_them(dot: str) -> None:
    found = _text(
        f"一、审议项目\n{dot}某市教育条例——起草：市司法局；审议：5月、7月（二审）\n{dot}某市河道条例（修订）——起草：市水务局"
    )
    assert _said(found) == [("某市教育条例", "enact"), ("某市河道条例", "revise")]
    assert [(target.stage, str(target.date)) for target in found.plan.items[0].targets] == [
        ("first-reading", "2025-05"),
        ("second-reading", "2025-07"),
    ]


@pytest.mark.parametrize("ordinal", ["", "第"])
def test_a_column_for_each_quarter(ordinal: str) -> None:
    rows = [
        ["名称", "起草单位", *(f"{ordinal}{one}季度" for one in "一二三四")],
        ["某市公证条例（修改）", "市司法局", "", "送审", "一审", "二审"],
    ]
    item = read_table(rows, year=2025, title="计划", jurisdiction="某市").plan.items[0]
    assert [target.stage for target in item.targets] == ["submitted", "first-reading", "second-reading"]


def test_units_that_go_on_in_the_next_line() -> None:
    found = _text("1.某市营商规定（制定）\n起草单位：市发改委、\n市市场监管局\n2.某市公益决定")
    assert found.plan.items[0].drafting_unit == "市发改委、市市场监管局"


@pytest.mark.parametrize("count", ["2件", "两件", "等3件"])
def test_a_counted_category_behind_its_titles_is_theirs_and_not_that_of_the_next(count: str) -> None:
    found = _text(
        f"审议项目包括甲甲条例、乙乙条例（修订）{count}继续审议项目，丙丙条例、丁丁条例等7件初次审议项目。"
    )
    assert [(item.title, item.category) for item in found.plan.items] == [
        ("甲甲条例", "继续审议项目"),
        ("乙乙条例", "继续审议项目"),
        ("丙丙条例", "初次审议项目"),
        ("丁丁条例", "初次审议项目"),
    ]


@pytest.mark.parametrize("place", ["云南", "某省", "上海"])
def test_a_bracket_within_a_title_is_part_of_it(place: str) -> None:
    assert [
        title for title, _ in _said(_text(f"今年制定中国（{place}）自由贸易试验区条例、某市养老条例。"))
    ] == [
        f"中国（{place}）自由贸易试验区条例",
        "某市养老条例",
    ]


@pytest.mark.parametrize("part", ["部分条款", "个别条款", "有关规定"])
@pytest.mark.parametrize("act", ["修改", "修订", "废止"])
def test_parts_of_a_text_are_amended(part: str, act: str) -> None:
    found = _text(
        f"一、审议项目：\n1.{act}某市工会条例{part}，由市总工会起草，7月一审；\n2.{act}某市粮食条例等两件法规，由市发改委起草。"
    )
    partly = "amend" if act == "废止" else VERBS[act]
    assert _said(found) == [("某市工会条例", partly), ("某市粮食条例等两件法规", VERBS[act])]


@pytest.mark.parametrize("begun", ["今年启动起草", "适时起草", "明年完成起草"])
def test_a_time_is_no_unit(begun: str) -> None:
    found = _text(f"一、跨年度项目\n1.某市规划条例（修订），{begun}。")
    assert found.plan.items[0].drafting_unit is None
    assert begun in (found.plan.items[0].note or "")


@pytest.mark.parametrize("head", ["提请人大审议时间", "提请人大常委会审议日期", "提请人大审议月份"])
def test_when_it_goes_to_the_assembly_is_no_sponsor(head: str) -> None:
    rows = [["名称", "起草单位", "上报市政府时间", head], ["某市气候条例", "市气象局", "3月底前", "5月底前"]]
    item = read_table(rows, year=2025, title="计划", jurisdiction="某市").plan.items[0]
    assert item.sponsor is None
    assert [(target.stage, str(target.date)) for target in item.targets] == [
        ("submitted", "≤2025-03-31"),
        ("introduced", "≤2025-05-31"),
    ]


@pytest.mark.parametrize("joint", ["", "、", "和"])
@pytest.mark.parametrize(
    "verbs", [("修订", "废止", "制定"), ("废止", "制定", "修改"), ("制定", "废止", "修订")]
)
@pytest.mark.parametrize("head", ["", "一、审议项目\n", "二、政府规章项目\n"])
@pytest.mark.parametrize("where", range(3))
def test_each_title_of_a_chain_keeps_the_verb_before_it(
    joint: str, verbs: tuple[str, str, str], head: str, where: int
) -> None:
    names = iter(["停车", "供水", "渔港", "出租汽车", "公园", "绿化"])
    clauses, expected = [], dict[str, str]()
    for at, verb in enumerate(verbs):
        titles = [f"某市{next(names)}管理条例" for _ in range(2 if at == where else 1)]
        clauses.append(verb + joint.join(f"《{title}》" for title in titles))
        expected |= dict.fromkeys(titles, VERBS[verb])
    found = _text(f"某市2024年度立法计划\n{head}{'，'.join(clauses)}。\n")
    assert dict(_said(found)) == expected


@pytest.mark.parametrize("all_", ["均由市城管局起草", "由市城管局起草", "都由市城管局牵头起草"])
def test_who_drafts_all_titles_of_a_verb_is_said_of_each(all_: str) -> None:
    found = _text(
        f"制定《{NAMES[0]}》，由市商务局起草；修改《{NAMES[1]}》《{NAMES[2]}》，{all_}；废止《{NAMES[3]}》。\n"
    )
    units = {item.title: item.drafting_unit for item in found.plan.items}
    assert units == {NAMES[0]: "市商务局", NAMES[1]: "市城管局", NAMES[2]: "市城管局", NAMES[3]: None}
