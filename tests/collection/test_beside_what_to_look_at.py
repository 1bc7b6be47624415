"""What is to be looked at beside the superior law, on made-up drafts of each kind: told where it is so, and only there."""

from __future__ import annotations

from itertools import product

import pytest

from lawtrack.collection import Beside, pairs_listing
from lawtrack.collection.comparing.named import Other
from lawtrack.collection.comparing.pairing import lay
from lawtrack.law import parse

THINGS = ("游船", "温泉", "缆车", "灯塔", "苗圃")
LAW = """某省{thing}管理条例
第一条　为了加强{thing}管理，保障公众安全，制定本条例。
第二条　本省行政区域内{thing}的设置、使用和监督管理，适用本条例。
第三条　设置{thing}的，应当经县级以上人民政府{thing}主管部门批准。
{thing}主管部门应当自受理申请之日起二十日内作出决定，并自作出决定之日起五日内送达申请人。
第四条　{thing}经营者应当每年检查设施设备，建立检查档案，不得使用有缺陷的部件。
第五条　{thing}经营者应当在入口公示票价、开放时间和安全须知。
第六条　{thing}经营者应当为员工办理培训，培训不合格的不得上岗。
第七条　违反本条例第三条规定，未经批准设置{thing}的，由{thing}主管部门责令停止使用，\
处一万元以上五万元以下罚款；情节严重的，可以查封{thing}。
第八条　违反本条例第四条规定，{thing}经营者有下列情形之一的，由{thing}主管部门责令改正，按照下列规定处罚：
（一）未建立检查档案的，处五百元以上二千元以下罚款；
（二）使用有缺陷的部件的，处五千元以上三万元以下罚款，情节严重的，吊销许可证。
第九条　违反本条例第五条规定，{thing}经营者未公示票价和安全须知的，由{thing}主管部门给予警告。
第十条　违反本条例第六条规定，{thing}经营者安排培训不合格的员工上岗的，由{thing}主管部门处违法所得一倍以上三倍以下罚款。
第十一条　本条例自2020年1月1日起施行。"""
APPROVAL = (
    "设置{thing}的，应当经市{thing}主管部门批准。市{thing}主管部门应当自受理申请之日起{first}作出决定，"
    "并自作出决定之日起{second}送达申请人。"
)
UNAPPROVED = "违反本条例规定，未经批准设置{thing}的，由市{thing}主管部门责令停止使用，{fine}。"
RECORDS = "违反本条例规定，{thing}经营者未建立检查档案的，由市{thing}主管部门责令改正，{fine}。"
PARTS = "违反本条例规定，{thing}经营者使用有缺陷的部件的，由市{thing}主管部门责令改正，{fine}。"
PRICES = "违反本条例规定，{thing}经营者未公示票价和安全须知的，由市{thing}主管部门{fine}。"
STAFF = "违反本条例规定，{thing}经营者安排培训不合格的员工上岗的，由市{thing}主管部门{fine}。"
CHECKS = "{thing}经营者应当每年检查设施设备，建立检查档案，不得使用有缺陷的部件{more}。"
OWN = "{thing}周围两百米内{more}。"


def fined(words, *fines):
    return [(words, {"fine": fine}) for fine in fines]


def taking(first, second):
    return APPROVAL, {"first": first, "second": second}


def more(words, *said):
    return [(words, {"more": one}) for one in said]


TO_LOOK_AT = {
    "fine above": fined(UNAPPROVED, "处一万元以上十万元以下罚款", "处60000元罚款", "处5万元以上8万元以下的罚款"),
    "fine below": fined(UNAPPROVED, "处五千元以上五万元以下罚款", "处3000元罚款"),
    "no upper limit": fined(UNAPPROVED, "处一万元以上罚款"),
    "fine of another item": fined(RECORDS, "处五千元以上三万元以下罚款", "处1万元罚款"),
    "fine for what is only warned": fined(PRICES, "处五百元以上二千元以下罚款", "给予警告，并处一千元罚款"),
    "fine by another measure": fined(STAFF, "处五千元以上二万元以下罚款"),
    "multiples above": fined(STAFF, "处违法所得一倍以上五倍以下罚款"),
    "kind of penalty": fined(RECORDS, "处五百元以上二千元以下罚款，吊销许可证")
    + fined(UNAPPROVED, "处一万元以上五万元以下罚款，没收违法所得", "处一万元以上五万元以下罚款，责令停业整顿"),
    "coercive": fined(
        UNAPPROVED,
        "处二万元以上五万元以下罚款，可以扣押{thing}",
        "处二万元以上五万元以下罚款，可以暂扣有关车辆",
        "处二万元以上五万元以下罚款；拒不停止的，可以停止供电",
        "处二万元以上五万元以下罚款；拒不停止的，强行拆除",
        "处二万元以上五万元以下罚款；逾期不拆除的，代为拆除",
    ),
    "fine of another conduct in one sentence": fined(
        UNAPPROVED, "处一万元以上五万元以下罚款；未建立检查档案的，处一万元以上二万元以下罚款"
    ),
    "deadline": [
        taking("三十日内", "五日内"), taking("二十个工作日内", "五日内"), taking("20日内", "10日内"),
        taking("五日内", "二十日内"), taking("一个月内", "五日内"),
    ],
    "licence": more(
        CHECKS, "，经市{thing}主管部门核准后方可使用", "。更换部件的，应当取得部件更换许可证",
        "；未经市{thing}主管部门同意，不得更换部件",
    ),
    "licence in a clause of its own": more(
        OWN, "摆摊的，应当向市场监督管理部门申请领取许可证", "举办演出的，应当申请领取演出许可证"
    ),
    "coercive in a clause of its own": more(OWN, "停放的车辆，由市{thing}主管部门拖移"),
}  # fmt: skip
AS_IT_SHOULD_BE = {
    "the same fine": fined(UNAPPROVED, "处一万元以上五万元以下罚款", "处1万元以上5万元以下的罚款", "处10000元以上50000元以下罚款"),
    "a narrower fine": fined(UNAPPROVED, "处二万元以上四万元以下罚款", "处30000元罚款"),
    "each item's fine": fined(RECORDS, "处五百元以上一千元以下罚款", "处2000元罚款")
    + fined(PARTS, "处五千元以上一万元以下罚款", "处五千元以上三万元以下罚款；情节严重的，吊销许可证"),
    "a warning": fined(PRICES, "给予警告"),
    "two conducts in one sentence": fined(
        UNAPPROVED, "处一万元以上五万元以下罚款；未建立检查档案的，处五百元以上二千元以下罚款"
    ),
    "multiples": fined(STAFF, "处违法所得二倍以上三倍以下罚款"),
    "the same measure": fined(UNAPPROVED, "处一万元以上五万元以下罚款，可以查封{thing}"),
    "deadlines": [taking("二十日内", "五日内"), taking("20日内", "5日内"), taking("２０日内", "五日内")],
    "nothing new": more(
        CHECKS, "", "，检查记录保存三年", "，并依法取得国家规定的许可证", "，加强行业自律", "。经游客本人同意，可以留存照片",
        "，部件应当与许可证载明的一致", "。不履行处罚决定的，申请人民法院强制执行",
    ),
    "a clause of its own": more(OWN, "不得堆放杂物", "禁止吸烟"),
}  # fmt: skip


PLACES = ("古树", "溶洞", "湿地")
OTHER_LAW = """某省{thing}保护条例
第一章　总则
第一条　为了保护{thing}，根据有关法律，制定本条例。
第二条　禁止下列损害{thing}的行为：
（一）倾倒垃圾；
（二）采石、挖沙；
（三）擅自搭建构筑物。
第三条　在{thing}保护范围内开展科学考察、影视拍摄的，应当提前十五个工作日向{thing}管理机构申请；\
{thing}管理机构应当自收到申请之日起十个工作日内答复。
第四条　在{thing}保护范围内建设项目的，建设单位应当编制保护方案，报省人民政府{thing}主管部门审批后方可施工。
第五条　{thing}管理机构应当在每年三月底前公布上一年度巡查情况。
第六条　单位和个人发现损害{thing}行为的，可以向{thing}管理机构举报，{thing}管理机构应当在七日内处理并反馈。
第二章　法律责任
第七条　违反本条例第二条规定，有下列行为之一的，由{thing}管理机构责令停止违法行为，恢复原状，对单位处一万元以上十万元以下罚款，\
对个人处二百元以上二千元以下罚款：
（一）倾倒垃圾的；
（二）采石、挖沙的。
违反本条例第二条第三项规定，擅自搭建构筑物的，责令限期拆除，可以并处五千元以上二万元以下罚款；逾期不拆除的，依法强制拆除。
第八条　违反本条例第三条规定，未经申请开展科学考察、影视拍摄的，由{thing}管理机构给予警告，没收违法所得；没有违法所得的，\
处一千元以上五千元以下罚款。
第九条　违反本条例第四条规定，未经审批施工的，由省人民政府{thing}主管部门责令停止施工，处工程造价百分之一以上百分之三以下罚款。
第十条　{thing}管理机构工作人员玩忽职守、滥用职权、徇私舞弊的，依法给予处分。
第十一条　本条例自2018年6月1日起施行。"""
"""Written when the first law's kinds were settled, to see what another make of law gives."""
DIFFERS = (
    (
        "在{thing}保护范围内影视拍摄的，"
        "应当提前三十个工作日向市{thing}管理机构申请；管理机构应当自收到申请之日起十个工作日内答复。"
    ),
    (
        "在{thing}保护范围内影视拍摄的，"
        "应当提前十五个工作日向市{thing}管理机构申请；管理机构应当自收到申请之日起十五日内答复。"
    ),
    "单位和个人发现损害{thing}行为的，可以向市{thing}管理机构举报，管理机构应当在十五日内处理并反馈。",
    "单位和个人发现损害{thing}行为的，可以举报，市{thing}管理机构应当在三个工作日内处理并反馈。",
    (
        "违反本条例规定，在{thing}保护范围内倾倒垃圾的，由市{thing}管理机构责令停止违法行为，恢复原状，"
        "对单位处五万元以上二十万元以下罚款，对个人处二百元以上二千元以下罚款。"
    ),
    (
        "违反本条例规定，在{thing}保护范围内倾倒垃圾的，由市{thing}管理机构责令停止违法行为，"
        "对单位处一万元以上十万元以下罚款，对个人处五百元以上三千元以下罚款。"
    ),
    (
        "违反本条例规定，在{thing}保护范围内采石、挖沙的，由市{thing}管理机构责令停止违法行为，"
        "处十万元以上五十万元以下罚款。"
    ),
    (
        "违反本条例规定，采石、挖沙的，由市{thing}管理机构责令停止违法行为，恢复原状，没收工具，"
        "对单位处一万元以上十万元以下罚款。"
    ),
    "违反本条例规定，擅自搭建构筑物的，由市{thing}管理机构责令限期拆除，并处二万元以上五万元以下罚款。",
    (
        "违反本条例规定，擅自搭建构筑物的，由市{thing}管理机构责令限期拆除，可以并处五千元以上二万元以下罚款，"
        "并可以查封施工现场。"
    ),
    (
        "违反本条例规定，未经申请影视拍摄的，由市{thing}管理机构给予警告，没收违法所得；没有违法所得的，"
        "处五千元以上二万元以下罚款。"
    ),
    "违反本条例规定，未经申请影视拍摄的，由市{thing}管理机构给予警告，扣押拍摄器材，没收违法所得。",
    "违反本条例规定，未经审批施工的，由市{thing}主管部门责令停止施工，处工程造价百分之二以上百分之五以下罚款。",
    "违反本条例规定，未经审批施工的，由市{thing}主管部门责令停止施工，处五万元以上十万元以下罚款。",
    (
        "违反本条例规定，未经审批施工的，由市{thing}主管部门责令停止施工，处工程造价百分之一以上百分之三以下罚款，"
        "降低资质等级。"
    ),
    "单位和个人发现损害{thing}行为的，可以举报；举报人应当经市{thing}管理机构核准后领取举报证。",
    "{thing}周边露营的，应当向公安机关申请露营许可证。",
)
KEEPS = (
    (
        "在{thing}保护范围内影视拍摄的，"
        "应当提前15个工作日向市{thing}管理机构申请；管理机构应当自收到申请之日起10个工作日内答复。"
    ),
    "单位和个人发现损害{thing}行为的，可以向市{thing}管理机构举报，管理机构应当在7日内处理并反馈。",
    (
        "违反本条例规定，在{thing}保护范围内倾倒垃圾的，由市{thing}管理机构责令停止违法行为，恢复原状，"
        "对单位处二万元以上五万元以下罚款，对个人处二百元以上一千元以下罚款。"
    ),
    (
        "违反本条例规定，采石、挖沙的，由市{thing}管理机构责令停止违法行为，恢复原状，对单位处10万元罚款，"
        "对个人处2000元罚款。"
    ),
    (
        "违反本条例规定，擅自搭建构筑物的，由市{thing}管理机构责令限期拆除，"
        "可以并处五千元以上一万元以下罚款；逾期不拆除的，依法强制拆除。"
    ),
    (
        "违反本条例规定，未经申请影视拍摄的，由市{thing}管理机构给予警告，没收违法所得；没有违法所得的，"
        "处一千元以上三千元以下罚款。"
    ),
    "违反本条例规定，未经审批施工的，由市{thing}主管部门责令停止施工，处工程造价百分之二罚款。",
    "建设单位在{thing}保护范围内建设项目的，应当编制保护方案，报市{thing}主管部门审批后方可施工。",
    "市{thing}管理机构应当在每年三月底前公布上一年度巡查情况。",
    "禁止在{thing}保护范围内倾倒垃圾、采石、挖沙、擅自搭建构筑物。",
    "市{thing}管理机构工作人员玩忽职守、滥用职权、徇私舞弊的，依法给予处分；构成犯罪的，依法追究刑事责任。",
    "{thing}保护应当坚持保护优先、合理利用的原则。",
    "市人民政府应当将{thing}保护经费列入本级财政预算。",
    (
        "违反本条例规定，倾倒垃圾、采石、挖沙的，由市{thing}管理机构责令停止违法行为，恢复原状，"
        "对单位处一万元以上十万元以下罚款，对个人处二百元以上二千元以下罚款；擅自搭建构筑物的，责令限期拆除，"
        "可以并处五千元以上二万元以下罚款。"
    ),
)


def told(law: str, draft: str) -> dict[str, list[str]]:
    """Of each article of a draft what the table of the superior law says."""
    mine, theirs = parse(draft), parse(law)
    rows = pairs_listing(Beside(mine, (Other("法.txt", theirs.title, theirs),), lay(mine, [theirs]))).rows
    return {
        article.label: [str(row[5]) for row in rows if row[0] == article.label] for article in mine.articles
    }


def looked_at(thing: str, words: str, given: dict[str, str]) -> list[str]:
    """What is said of one clause of a draft, the others of which follow the law."""
    said = {key: value.format(thing=thing) for key, value in given.items()}
    shown = told(
        LAW.format(thing=thing),
        f"某市{thing}管理办法\n第一条　为了加强{thing}管理，制定本办法。\n第二条　{words.format(thing=thing, **said)}\n"
        f"第三条　{thing}经营者应当在入口公示票价、开放时间和安全须知。\n第四条　本办法自2022年1月1日起施行。",
    )
    assert all(shown.values())  # every clause of the draft stands in the table
    assert not any(any(rows) for label, rows in shown.items() if label != "第二条")
    return [row for row in shown["第二条"] if row]


@pytest.mark.parametrize(("kind", "thing"), list(product(TO_LOOK_AT, THINGS)))
def test_what_differs_from_the_superior_law_is_shown(kind, thing):
    missed = [given for words, given in TO_LOOK_AT[kind] if not looked_at(thing, words, given)]
    assert missed == []


@pytest.mark.parametrize(("kind", "thing"), list(product(AS_IT_SHOULD_BE, THINGS)))
def test_what_keeps_within_the_superior_law_is_not(kind, thing):
    said = [looked_at(thing, words, given) for words, given in AS_IT_SHOULD_BE[kind]]
    assert [one for one in said if one] == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("words", "differs"), [*((one, True) for one in DIFFERS), *((one, False) for one in KEEPS)]
)
def test_another_make_of_law(place, words, differs):
    shown = told(
        OTHER_LAW.format(thing=place),
        f"某市{place}保护办法\n第一条　为了保护{place}，制定本办法。\n第二条　{words.format(thing=place)}\n"
        "第三条　本办法自2022年1月1日起施行。",
    )
    assert any(shown["第二条"]) == differs, shown
