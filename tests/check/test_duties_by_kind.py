"""Kinds of sentences that lay a duty on people or on offices, and of penalties that say a duty in other words: made up."""

from __future__ import annotations

from itertools import product

import pytest

from lawtrack.check import duty_table

THINGS = ("游船", "煤气瓶", "广告牌", "渔网", "鸽舍", "窨井盖", "快递柜", "售货亭")

OF_OFFICES = (
    "{t}许可事项应当公开。",
    "{t}抽查的频次应当与信用等级挂钩。",
    "市人民政府作出的关于{t}的承诺，不得以换届为由违约。",
    "对{t}的扶持政策，应当向社会公布申请条件。",
    "本市制定{t}政策，应当听取所有人的意见。",
    "滨海新区应当在{t}改革中先行先试。",
    "公安机关可以组织清点{t}。影响通行的，应当及时调整。",
    "{t}稽查人员检查时应当出示证件。",
    "实施{t}行政处罚时，应当说明理由。",
    "有下列情形之一的，不得颁发{t}证：\n（一）无固定住所的；\n（二）未满十八周岁的。",
    "申请{t}证应当具备下列条件：\n（一）申请人应当是本市居民；\n（二）有固定住所。",
    "市人民政府可以决定采取下列措施：\n（一）禁止使用{t}；\n（二）关闭有关场所。",
    "被吊销{t}证的人员，公安机关应当登记在册。",
    "对购买{t}的残疾人，公安机关应当给予优待。",
    "{t}所有人造成他人损害的，应当依法承担赔偿责任。",
    "{t}停放规划的变更，应当经原批准机关同意。",
    "{t}码头的命名、更名，应当综合考虑社会影响。",
    "与企业权益有关的{t}目录，应当及时公布。",
    "{t}检验一般应当在三十日内完成。",
    "公安机关、税务部门对同一{t}企业抽查两次以上的，不得连续委托一家检验机构。",
    "对{t}绩效进行审计，应当依照有关标准确定评价指标。",
    "{t}规定草案公布后，征求意见的单位应当反馈采纳情况。",
    "{t}集聚区管理主体应当组织开展{t}评价。",
    "审批设立{t}租赁单位，除依照前款所列条件外，还应当符合总量规划。",
    "{t}调查人员应当保守当事人的商业秘密。",
    "公安机关不批准{t}登记的，应当书面通知申请人并说明理由。",
    "《{t}登记证书》应当注明用途。",
    "授予{t}标识的品种应当具备安全性。",
    "申请经营{t}租赁业务，并同时申请经营{t}运输业务的，还应当附送有关材料。",
    "{t}评审委员会应当自收到申请之日起三十日内作出决定。",
    "从事{t}租赁，应当符合有关安全管理的法律法规的规定。",
    "{t}抽查计划应当报告上级机关，对重点单位的{t}抽查计划还应当同时公布。",
    "符合下列情形之一的，应当列入{t}重点单位名录：\n（一）近两年发生过事故的；\n（二）投诉较多的。",
    "{t}抽查对象库应当将取得{t}证且住所地在本市的企业全部纳入。",
    "渡口所在地县级人民政府应当为{t}提供场所。",
    "县级人民政府农业主管部门和畜牧业主管部门应当组织有关机构监测{t}。",
    "采取前款规定的{t}应急处置措施，应当事先公布。",
    "根据{t}管理需要，经市人民政府决定，可以采取下列措施：\n（一）禁止{t}通行；\n（二）关闭码头。",
    "{t}检验人员应当具备与{t}检验相适应的专业知识和业务能力。",
    "{t}检验人员检验时，应当出示市人民政府颁发的工作证件。",
    "收集{t}数据，应当以普查为基础。",
    "有下列情形之一的，为报废{t}：\n（一）应当年检而未年检的；\n（二）锈蚀不得修理的。",
    "{t}登记证副本还应当载明变更情况。",
    "单位可以要求改正不准确的{t}资料。",
)
OF_PEOPLE = (
    "{t}经营者应当公示价格。",
    "{t}所有人应当尊重邻里，保持{t}清洁，并按照规定存放。",
    "{t}安全标志由主管部门核发；未经核发的，不得使用。",
    "公安机关可以检查{t}。被检查者应当出示{t}证。",
    "{t}的高度不得高于二米。",
    "除主管部门批准的以外，{t}不得停放在桥下。",
    "新建的{t}应当符合国家标准。",
    "从事{t}租赁服务，应当查验身份证明。",
    "{t}经营许可持有人应当按照合同供应配件。",
    "利用{t}演出的，应当符合规定的条件，并经主管部门批准。",
    "从事{t}租赁应当遵守国家{t}安全标准和规程。",
    "禁止向未成年人出租{t}。",
)


def duties(text: str) -> list[str]:
    return [row.duty.label for row in duty_table(text).rows if row.duty]


def ordinance(sentence: str, penalty: str = "第六条　违反本条例第五条规定的，处二百元罚款。") -> str:
    return (
        "某市管理条例\n第一章　总则\n第一条　为了加强管理，制定本条例。\n第二章　管理\n"
        f"第二条　{sentence}\n第五条　任何单位和个人不得毁损门牌。\n第三章　法律责任\n{penalty}\n"
        "第四章　附则\n第七条　本条例自2021年1月1日起施行。\n"
    )


@pytest.mark.parametrize(("kind", "thing"), list(product(OF_OFFICES, THINGS)))
def test_what_offices_owe_is_no_duty(kind, thing):
    assert duties(ordinance(kind.format(t=thing))) == ["第五条"]


@pytest.mark.parametrize(("kind", "thing"), list(product(OF_PEOPLE, THINGS)))
def test_what_people_owe_is_a_duty(kind, thing):
    assert duties(ordinance(kind.format(t=thing))) == ["第二条", "第五条"]


SAID_OTHERWISE = (
    ("从事{t}租赁，必须取得{t}租赁证。", "无{t}租赁证从事租赁的，由公安机关处二百元罚款。"),
    ("出租{t}的，应当持有主管部门核发的{t}租赁许可证。", "未取得{t}租赁许可证出租的，由公安机关处二百元罚款。"),
    ("出租{t}的，应当登记承租人。", "违反{t}管理法规，出租{t}未登记承租人的，由公安机关处二百元罚款。"),
    ("{t}管理人应当回避亲属的检验。", "有下列行为之一的，由公安机关处二百元罚款：\n（一）违反回避规定的；\n（二）其他违法行为。"),
    ("{t}管理人应当为{t}投保，维护{t}安全。", "{t}管理人拒不履行{t}管理义务的，由公安机关处二百元罚款。"),
    ("{t}所有人应当每年年检{t}。", "{t}所有人或者{t}承租人未年检的，由公安机关处二百元罚款。"),
    ("不得在夜间鸣放{t}。", "单位或者个人违反本条例规定夜间鸣放{t}，造成后果的，由公安机关处二百元罚款。"),
    ("不得在夜间鸣放{t}。", "违反本条例规定，夜间鸣放{t}的，由公安机关予以制止。"),
    ("不得在夜间鸣放{t}。", "违反本条例规定，夜间鸣放{t}的，由主管部门取消其经营资格。"),
    ("不得侵占{t}。", "违反本条例规定，侵占{t}的，由主管部门责令改正，并依法承担民事责任。"),
    ("禁止利用{t}进行赌博和色情表演。",
     "夜间饮酒的，或者利用{t}进行赌博、色情表演和其他违反治安管理的活动的，由公安机关依法处罚。"),
    ("{t}服务机构不得虚报{t}数量。",
     "{t}服务机构有下列情形之一的，依照有关法律、法规的规定给予处罚：\n（一）虚报{t}数量的；\n（二）拒不改正的。"),
    ("单位出租{t}的，应当向主管部门备案。", "未履行本条例规定的备案手续的，由公安机关处二百元罚款。"),
    ("{t}单位变更名称的，应当办理审批手续。",
     "{t}单位变更名称，未依照本条例规定办理审批、备案手续的，由公安机关处二百元罚款。"),
    ("{t}经营者应当取得交通部门核发的{t}经营许可证。",
     "未取得{t}生产许可证、{t}经营许可证或者码头许可证从事经营的，责令停止，没收违法所得。"),
    ("{t}配件，不得在市场上销售。", "单位将{t}配件在市场上销售或者未经批准调剂配件的，由公安机关处二百元罚款。"),
    ("任何单位和个人不得设立{t}市场。", "擅自设立{t}市场、展馆、船坞、浮桥、码头的，由公安机关处二百元罚款。"),
    ("未取得{t}检验合格证书的，不得开展检验。", "未取得{t}检验合格证书的机构，为社会提供数据的，由公安机关处二百元罚款。"),
    ("{t}使用者应当向指定机构申请周期检定。", "属于本市的{t}，未按照规定申请检定的，由公安机关处二百元罚款。"),
    ("被检查人应当接受{t}检查，不得隐瞒。", "拒绝检查机关及其工作人员检查{t}的，由公安机关处二百元罚款。"),
    ("{t}从业人员应当保护乘客个人信息。",
     "{t}从业人员泄露乘客个人信息的，依照法律关于个人信息保护的规定予以处罚。"),
    ("单位和个人不得擅自向境外提供{t}图纸。", "单位或者个人向境外提供{t}图纸的，由公安机关责令停止；有违法所得的，没收违法所得。"),
    ("不得制作载有{t}暗号的节目。", "制作含有本条例第二条规定禁止内容的节目的，由公安机关没收。"),
    ("{t}单位应当按照方案的要求开展自查自纠。", "{t}单位未按要求进行自查自纠的，由公安机关处二百元罚款。"),
    ("进入码头的{t}应当依法接受安全查验。", "{t}拒绝接受安全查验的，由公安机关处二百元罚款。"),
    ("{t}单位应当建立进货记录制度，如实记录进货日期。", "{t}单位不执行进货记录制度的，由公安机关处二百元罚款。"),
    ("{t}单位应当回收废旧{t}。", "{t}单位不履行废旧{t}回收义务的，由公安机关处二百元罚款。"),
    ("{t}经营者应当具备下列条件，并向主管部门申请{t}经营许可证：\n（一）有固定住所。",
     "未取得{t}经营许可证经营的，由公安机关处二百元罚款。"),
    ("{t}单位应当按照{t}生产质量管理规范组织生产。",
     "{t}单位未按照规定实施{t}试验、生产、经营质量管理规范的，由公安机关处二百元罚款。"),
    ("{t}单位应当设立管理机构，配备专职管理人员。",
     "{t}单位未设立管理机构、配备专职管理人员的，由公安机关处二百元罚款。"),
    ("{t}单位不得虚报数量。", "{t}单位虚报数量的，没收{t}，没有违法所得或者违法所得不足一万元的，处二百元罚款。"),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "thing"), list(product(SAID_OTHERWISE, THINGS)))
def test_a_penalty_in_other_words_finds_its_duty(kind, thing):
    duty, penalty = (words.format(t=thing) for words in kind)
    table = duty_table(ordinance(duty, f"第六条　{penalty}"))
    tied = {row.duty.label for row in table.rows if row.duty and row.penalty}
    assert tied == {"第二条"}


@pytest.mark.parametrize("thing", THINGS)
def test_a_provision_that_is_cited_is_tied_whatever_law_punishes_it(thing):
    penalty = "第六条　违反本条例第二条，依照有关法律、法规处理。"
    table = duty_table(ordinance(f"不得伪造{thing}铭牌。", penalty))
    assert [(row.duty.label, row.tie) for row in table.rows if row.duty and row.penalty] == [
        ("第二条", "cited")
    ]


NO_PENALTIES = (
    "第六条　登记机关违反本条例规定不予登记{t}的，依法给予处分。",
    "第六条　当事人对行政处罚决定不服的，可以申请行政复议；逾期不履行的，由作出处罚决定的机关申请强制执行。",
    "第六条　{t}所有人被吊销{t}证的，三年内不得申请登记。",
    "第六条　任何人违反本条例规定，应当给予行政处罚的，由主管部门依法处罚。",
    "第六条　违反本条例规定，造成损失的，依法承担赔偿责任。",
    "第六条　{t}经营者年度考核不合格的，主管部门可以给予警告。",
    "第六条　对{t}所有人确需给予处分的，主管单位应当听取其意见后给予处分。",
    "第六条　能够证明{t}来源的，不承担赔偿责任。",
    "第六条　经检查不符合{t}规定条件的，发证机关可以责令暂停营业。",
    "第六条　公安机关有前款所列行为的，对直接责任人员给予处分。",
    "第六条　有下列行为之一的，从重处罚：\n（一）在桥上燃放{t}的；\n（二）在夜间燃放{t}的。",
)


@pytest.mark.parametrize(("kind", "thing"), list(product(NO_PENALTIES, THINGS)))
def test_what_is_no_penalty_of_one_conduct_stands_free_of_the_table(kind, thing):
    table = duty_table(ordinance(f"{thing}所有人应当登记{thing}。", kind.format(t=thing)))
    assert [row.penalty.label for row in table.rows if row.penalty] == []


@pytest.mark.parametrize("thing", THINGS)
def test_who_did_it_and_what_came_of_it_tie_nothing(thing):
    text = ordinance(
        f"{thing}管理人开展{thing}活动时，应当佩戴标牌。",
        f"第六条　{thing}管理人开展{thing}活动时，向乘客兜售纪念品的，由公安机关处二百元罚款。",
    ).replace("第五条　任何", f"第四条　{thing}管理人开展{thing}活动时，不得向乘客兜售纪念品。\n第五条　任何")
    tied = {row.duty.label for row in duty_table(text).rows if row.duty and row.penalty}
    assert tied == {"第四条"}


@pytest.mark.parametrize("thing", THINGS)
def test_each_part_of_a_conduct_finds_its_own_duty_and_what_shares_few_words_is_doubtful(thing):
    duty = f"{thing}管理人应当按照防汛要求全面清疏{thing}。"
    both = f"第六条　{thing}管理人未提前通知沿岸居民，或者未按照防汛要求全面清疏{thing}的，由公安机关处二百元罚款。"
    table = duty_table(ordinance(f"{duty}\n开闸前，{thing}管理人应当提前通知沿岸居民。", both))
    ties = {row.duty.label: row.tie for row in table.rows if row.duty}
    assert ties == {"第二条第一款": "words", "第二条第二款": "words", "第五条": ""}

    other = f"第六条　未清疏{thing}航道两侧淤泥，堵塞河道的，由公安机关处二百元罚款。"
    rows = [row for row in duty_table(ordinance(duty, other)).rows if row.duty and row.duty.label == "第二条"]
    assert [(row.tie, row.wants_looking_at) for row in rows] == [("perhaps", True)]


@pytest.mark.parametrize("thing", THINGS)
def test_of_duties_in_the_same_words_those_of_the_punished_are_meant(thing):
    duty = f"{thing}检验机构不得接受影响公正的资助。\n第三条　{thing}租赁机构不得接受影响公正的资助。"
    penalty = f"第六条　{thing}租赁机构有下列情形之一的，由公安机关处二百元罚款：\n（一）接受影响公正的资助的；\n（二）虚报数量的。"
    table = duty_table(ordinance(duty, penalty))
    assert [row.duty.label for row in table.rows if row.duty and row.penalty] == ["第三条"]


@pytest.mark.parametrize("thing", THINGS)
def test_what_was_not_done_is_in_its_duty_and_a_penalty_that_goes_on_is_none_of_its_own(thing):
    duty = f"{thing}使用前应当验收。\n第三条　{thing}应当由有资质的单位安装、使用、检修。"
    penalty = (
        f"第六条　有下列行为之一的，由公安机关处二百元罚款：\n（一）使用未经验收的{thing}的；\n（二）擅自拆除门牌的。\n"
        "个人有前款第一项所列行为的，由公安机关处五十元罚款。"
    )
    table = duty_table(ordinance(duty, penalty))
    assert {row.duty.label for row in table.rows if row.duty and row.penalty} == {"第二条", "第五条"}
    assert all(row.duty for row in table.rows if row.penalty and row.penalty.eid.endswith("para_2"))
