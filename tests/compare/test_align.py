"""`align`: who lays claim to what is left: partners, pieces of split and merged articles, moves."""

from __future__ import annotations

from random import Random

from lawtrack.compare import compare
from lawtrack.compare.alignment import context
from lawtrack.compare.alignment.similarity import bigrams
from lawtrack.compare.folding import fold
from lawtrack.law import parse

FILLERS = (
    "市档案馆每年六月向社会公布可以借阅的地图目录。",
    "渡轮遇有大雾停航的，票款在三日内原路退还。",
    "公墓的绿化由民政部门会同园林专家评定。",
    "学校操场在周末向附近居民免费开放到晚上九点。",
    "古树的编号牌由林业站统一制作并登记。",
    "菜市场应当设置公平秤，每季度校准一次。",
    "桥下空间不得堆放易燃物品，巡查每周两次。",
    "泳池的水质检测结果张贴在入口处。",
)
STOPPED = "企业应当在停产前六十日书面通知职工代表，说明停产原因和复工日期。"
PAID = "停产期间企业按照不低于当地最低工资标准的百分之八十向职工支付生活费。"
CRIME = "违反本条例规定，构成犯罪的，依法追究刑事责任。"


def text(*articles: str) -> str:
    return "\n".join(f"第{k}条　{words}" for k, words in enumerate(articles, 1))


def pairs(old: str, new: str) -> dict[tuple[tuple[str, ...], tuple[str, ...]], str]:
    return {(row.old, row.new): row.kind + " moved" * row.moved for row in compare(old, new).rows}


def test_an_article_drawn_into_a_distant_one_that_hardly_changed_is_merged():
    long = FILLERS[0] + FILLERS[5] + FILLERS[6]
    old, new = (
        text(long, *FILLERS[1:4], STOPPED, FILLERS[4], FILLERS[7]),
        text(long + "\n" + STOPPED, *FILLERS[1:4], FILLERS[4], FILLERS[7]),
    )
    assert pairs(old, new)[("第1条", "第5条"), ("第1条",)] == "merged"


def test_what_an_article_that_hardly_changed_gave_away_is_split_off():
    long = FILLERS[0] + FILLERS[5] + FILLERS[6]
    old = text(long + "\n" + STOPPED, *FILLERS[1:5], FILLERS[7])
    new = text(long, *FILLERS[1:5], STOPPED, FILLERS[7])
    assert pairs(old, new)[("第1条",), ("第1条", "第6条")] == "split"


def test_half_an_article_is_not_lost_to_a_poor_partner_of_its_own():
    poor = "企业停产的，应当按照规定向职工代表报告，并依照其他有关规定办理登记。"
    old = text(*FILLERS[:3], poor, STOPPED + PAID, *FILLERS[3:])
    new = text(*FILLERS[:3], STOPPED, PAID, *FILLERS[3:])
    found = pairs(old, new)
    assert found[("第5条",), ("第4条", "第5条")] == "split"
    assert found[("第4条",), ()] == "deleted"


def test_a_set_phrase_is_no_piece_of_the_article_that_lost_it():
    duties = [
        f"违反本条例规定，{what}的，责令限期{how}"
        for what, how in (
            ("挪用停产职工生活费", "归还，对直接责任人员给予处分"),
            ("涂改桥下空间巡查记录", "补正，处二百元罚款"),
            ("擅自拆除古树编号牌", "恢复，赔偿林业站的损失"),
            ("泳池水质不合格而继续营业", "换水，张贴检测结果"),
        )
    ]
    old = text(*FILLERS[:6], *(f"{words}；构成犯罪的，依法追究刑事责任。" for words in duties))
    new = text(*FILLERS[:6], *(f"{words}；情节严重的，从重处分。" for words in duties), CRIME)
    assert pairs(old, new)[(), ("第11条",)] == "added"


def test_a_new_article_that_repeats_what_other_pieces_have_is_added():
    shared = "停产期间企业按照不低于当地最低工资标准的百分之八十"
    old = text(
        *FILLERS[:3], STOPPED + PAID + "复工后三十日内补缴社会保险费，逾期按日加收滞纳金。", *FILLERS[3:]
    )
    new = text(
        *FILLERS[:3],
        STOPPED,
        PAID,
        "复工后三十日内补缴社会保险费，逾期按日加收滞纳金。",
        f"{shared}缴存公积金，存入中心指定的账户，由中心逐月核对。",
        *FILLERS[3:],
    )
    assert pairs(old, new)[("第4条",), ("第4条", "第5条", "第6条")] == "split"
    assert pairs(old, new)[(), ("第7条",)] == "added"


def test_of_two_articles_that_changed_places_one_has_moved():
    old = text(*FILLERS[:3], STOPPED, PAID, *FILLERS[3:])
    new = text(*FILLERS[:3], PAID, STOPPED, *FILLERS[3:])
    assert compare(old, new).summary["moved"] == 1


def test_an_article_rewritten_where_it_stood_has_not_moved():
    old = text(*FILLERS[:4], STOPPED, *FILLERS[4:])
    new = text(*FILLERS[:4], "企业停产的，应当提前说明原因，通知职工代表和工会。", *FILLERS[4:])
    assert pairs(old, new)[("第5条",), ("第5条",)] == "amended"


def test_articles_of_one_mould_that_all_changed_are_paired_by_their_places():
    matters = ("园林绿化", "停车秩序", "户外广告", "噪声防治", "河道保洁")
    bodies = ("市人民政府", "街道办事处", "城市管理部门", "物业服务企业")
    chance = Random(4)
    for size in (30, 150, 400):
        said = [
            "；".join(
                f"{chance.choice(bodies)}应当自收到{chance.choice(matters)}的申请之日起{chance.randint(2, 90)}日内作出决定"
                for _ in range(chance.randint(2, 4))
            )
            for _ in range(size)
        ]
        old = text(*(f"{words}。" for words in said))
        new = text(*(f"{words}，并在{at % 30 + 2}日内公布。" for at, words in enumerate(said)))
        summary = compare(old, new).summary
        assert (summary["amended"], summary["added"], summary["deleted"]) == (size, 0, 0)


def test_what_an_article_is_there_for_is_asked_only_where_its_words_may_say_so():
    """The pairs of characters of its words leave out no function that its text has: caption, wrapped lines, tags, widths."""
    said = (
        "为了甲乙丙丁，制定本条例。",
        "对表现突出的给予表彰、奖\n励。",
        "本条例自二○二○年一月一日起施行。",
        "构成犯罪的，依法处理。",
    )
    shapes = (
        "第{}条　{}",
        "第{}条〖奖励〗{}",
        "第{}条 <b 宣传>{}</b>&nbsp;",
        "第{}条\n（一）{}\n（二）{}",
        "第{}条　甲。\n{}",
    )
    words = [
        shape.format("一", one, one) for shape in shapes for one in (*said, *context.FUNCTIONS["scope"][0])
    ]
    found = 0
    for node in (node for one in words for node in parse(one).articles):
        text = node.text
        plain = {
            name
            for name, (signs, form) in context.FUNCTIONS.items()
            if any(sign in text for sign in signs) and (form is None or form.search(text))
        }
        grams = bigrams(fold(node.words))
        assert set(context._alone_for([node], {0: grams}, context.FUNCTIONS)) == plain
        found += len(plain)
    assert found > len(said)


def test_a_penalty_that_says_its_deed_goes_where_the_duty_is_named_by_number():
    old = (
        "第一条　为了管理建筑垃圾，制定本办法。\n第二条　运输车辆应当密闭，不得沿途泄漏、抛撒。\n"
        "第三条　施工单位应当编制处置方案，并报备案。\n第四条　运输车辆沿途泄漏、抛撒的，处二千元罚款。\n"
        "第五条　施工单位不报备处置方案的，处五千元罚款。"
    )
    new = (
        "第一条　为了管理建筑垃圾，制定本办法。\n第二条　施工单位应当编制处置方案，明确分类措施，并报备案。\n"
        "第三条　运输车辆应当密闭并安装定位装置，不得沿途泄漏、抛撒。\n"
        "第四条　违反本办法第二条规定的，由城管部门责令限期改正，处一万元以上十万元以下罚款。\n"
        "第五条　违反本办法第三条规定的，由城管部门责令清除，处五千元以上五万元以下罚款。"
    )
    rows = {(row.old, row.new) for row in compare(old, new).rows}
    assert {(("第五条",), ("第四条",)), (("第四条",), ("第五条",))} <= rows


def test_what_changes_places_is_no_pair_for_a_word_and_its_place():
    first, last = "第一条　为了市民健康，制定本条例。\n", "第四条　违反第{}条规定的，予以警告。"
    old = first + "第二条　公园可以设置吸烟区。\n第三条　本市鼓励戒烟。\n" + last.format("二")
    new = first + "第二条　车站内禁止吸烟。\n第三条　公园内可以设置吸烟区。\n" + last.format("三")
    found = [(row.kind, row.old, row.new) for row in compare(old, new).rows]
    assert ("added", (), ("第二条",)) in found
    assert ("deleted", ("第三条",), ()) in found


def test_an_article_that_names_another_law_in_passing_takes_in_none_that_is_gone_beside_it():
    gone = "当事人对罚款决定不服的，可以在六十日内申请复议。"
    before = "在码头装卸货物发现破损的，船长应当立即报告码头管理处，申请查验。"
    after = "在码头装卸货物发现破损、渗漏的，船长应当立即报告码头管理处。码头管理处应当依照港口法的规定处理。"
    found = pairs(text(FILLERS[0], gone, before, FILLERS[1]), text(FILLERS[0], after, FILLERS[1]))
    assert found[("第2条",), ()] == "deleted"
    assert found[("第3条",), ("第2条",)] == "amended"


def test_no_article_takes_the_place_of_a_sibling_whose_subject_stands_on():
    rule = "{0}企业负责{0}井盖的巡查，发现损坏在{1}小时内修复。"
    old = text(
        *(rule.format(*one) for one in (("供水", "八"), ("燃气", "四"), ("电力", "六"), ("广电", "八")))
    )
    new = text(
        *(rule.format(*one) for one in (("供水", "四"), ("热力", "四"), ("燃气", "二"), ("电力", "四")))
    )
    found = pairs(old, new)
    assert (("第2条",), ("第3条",)) in found
    assert (("第3条",), ("第4条",)) in found
