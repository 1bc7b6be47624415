"""`write`: what a drafter would not print, on generated texts of every kind of change."""

from __future__ import annotations

import random
import re

import pytest

from lawtrack.amend import apply, compose
from lawtrack.law import parse, to_chinese
from tests.compare.revisions import revise
from tests.strategies import EDITS, edit

DOUBLED = re.compile(r"。。|；。|，。|。”。|；”。|，，|、、|；；")
INVENTED = ("起始条文", "将正文修改为", "正文后的内容")
QUOTED = re.compile(r"“([^“”]*)”")


def words_of(text: str) -> list[tuple[str, ...]]:
    return [tuple(article.words.split("\n")) for article in parse(text).articles]


def check_print(old: str, text: str) -> None:
    """No doubled marks but those of the law's own text, quotations closed, no formula that nobody uses."""
    for mark in DOUBLED.findall(text):
        assert mark in old, (mark, text)
    assert text.count("“") >= text.count("”")
    assert not any(words in text for words in INVENTED), text


@pytest.mark.filterwarnings("ignore::lawtrack.amend.WritingWarning")
@pytest.mark.parametrize("seed", range(60))
def test_light_edits_are_applied_back_and_would_print(seed: int):
    rng = random.Random(seed)
    made = edit(rng, rng.randint(8, 40), EDITS, rng.randint(1, 8))
    if made.old == made.new:
        return
    done = compose(made.old, made.new, form="instructions")
    assert apply(made.old, done.text).text == made.new
    check_print(made.old, done.text)


@pytest.mark.filterwarnings("ignore::lawtrack.amend.WritingWarning")
@pytest.mark.parametrize("seed", range(40))
def test_thorough_revisions_are_applied_back_and_would_print(seed: int):
    rng = random.Random(seed)
    made = revise(rng, rng.randint(10, 40), rng.randint(2, 14))
    if made.old == made.new:
        return
    done = compose(made.old, made.new)
    applied = apply(made.old, done.text)
    assert applied.complete
    assert words_of(applied.text) == words_of(made.new)
    if done.form == "decision":
        check_print(made.old, done.text)


OFFICES = (
    "文化广播",
    "水行政主管",
    "住房保障",
    "工商行政管理",
    "食品药品监督",
    "质量技术监督",
    "环境保护",
    "国土资源",
)
NAMES = ("文旅体育", "水务", "住房城乡建设", "市场监管", "药品监管", "市场监督", "生态环境", "自然资源")
DUTIES = (
    "负责编制年度计划并向社会公布",
    "应当自收到申请之日起二十日内作出决定",
    "会同有关部门对经营场所进行检查",
    "可以委托专业机构提供评估意见",
    "建立投诉举报制度，及时处理并反馈结果",
    "对违反规定的行为责令限期改正",
)


def renamed_text(rng: random.Random, office: str, least: int) -> str:
    """An ordinance in which a department is named in at least `least` articles, at different places of sentences."""
    lines = ["某省经营场所管理办法"]
    size = rng.randint(least + 2, 14)
    holders = set(rng.sample(range(size), least))
    for number in range(size):
        duty = rng.choice(DUTIES)
        who = f"{office}部门" if number in holders else "经营者"
        form = rng.randrange(4)
        if form == 0:
            words = f"{who}{duty}。"
        elif form == 1:
            words = f"县级以上人民政府{who}{duty}。"
        elif form == 2:
            words = f"从事经营活动的，由{who}登记；{duty}的，从其规定。"
        else:
            words = f"公安、{who}和其他有关部门按照职责做好工作。\n任何单位和个人都有权举报。"
        lines.append(f"第{to_chinese(number + 1)}条　{words}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("seed", range(80))
def test_a_renamed_office_is_one_sweep_that_quotes_its_whole_name(seed: int):
    rng = random.Random(seed)
    at = rng.randrange(len(OFFICES))
    office, name = OFFICES[at], NAMES[at]
    old = renamed_text(rng, office, rng.randint(2, 7))
    new = old.replace(office, name)
    done = compose(
        old, new, body=rng.choice(["", "国务院", "全国人民代表大会常务委员会", "某省人民代表大会常务委员会"])
    )
    assert apply(old, done.text).text == new
    instructions = [line for line in done.text.splitlines() if re.match("[一二三四五六七八九十]+、", line)]
    assert len(instructions) == 1, done.text
    before, after = QUOTED.findall(instructions[0])
    assert office in before
    assert after == before.replace(office, name)
    assert before.startswith((office, "市", "县", "政府", "人民政府"))
    assert before.endswith((office, f"{office}部门", f"{office}部门登记"))


@pytest.mark.parametrize("seed", range(40))
def test_a_changed_list_is_said_item_by_item(seed: int):
    rng = random.Random(seed)
    acts = ["攀折花木", "倾倒垃圾", "露天烧烤", "燃放鞭炮", "携带犬只", "占用通道", "播放高音", "涂写刻画"]
    rng.shuffle(acts)
    before, after = acts[:4], acts[:4]
    kind = rng.choice(["last changed", "appended", "first gone", "last gone", "changed and appended"])
    if kind in ("last changed", "changed and appended"):
        after = [*after[:-1], acts[4]]
    if kind in ("appended", "changed and appended"):
        after = [*after, acts[5]]
    if kind == "first gone":
        after = after[1:]
    if kind == "last gone":
        after = after[:-1]

    def text(items: list[str]) -> str:
        marks = ["；"] * (len(items) - 1) + ["。"]
        listed = [
            f"（{to_chinese(n)}）{act}{mark}"
            for n, (act, mark) in enumerate(zip(items, marks, strict=True), 1)
        ]
        head = "某市公园管理办法\n第一条　为了管理公园，制定本办法。\n第二条　公园内禁止下列行为："
        return "\n".join([head, *listed, "第三条　本办法自公布之日起施行。\n"])

    done = compose(text(before), text(after))
    assert apply(text(before), done.text).text == text(after)
    assert ("删去" in done.text) == kind.endswith("gone")
    assert ("增加" in done.text) == kind.endswith("appended")
    assert ("修改为" in done.text) == ("changed" in kind)
    check_print(text(before), done.text)


@pytest.mark.parametrize("seed", range(30))
def test_the_article_alone_is_named_where_the_words_stand_nowhere_else_in_it(seed: int):
    rng = random.Random(seed)
    thing, other = rng.sample(["借阅证", "登记簿", "采购单", "巡查表", "告示牌"], 2)
    again = rng.random() < 0.5
    tail = f"遗失{thing}的，应当在三日内报告。" if again else "遗失证件的，应当在三日内报告。"
    lines = [
        "某市阅览室管理办法",
        "第一条　为了管理阅览室，方便市民阅读，制定本办法。",
        f"第二条　进入阅览室的读者应当出示{thing}，按照工作人员的指引就座，不得大声喧哗。",
        tail,
        "第三条　本办法自公布之日起施行。",
    ]
    old = "\n".join(lines) + "\n"
    new = old.replace(f"出示{thing}", f"出示{other}")
    done = compose(old, new)
    assert apply(old, done.text).text == new
    quoted = QUOTED.findall(done.text)[0]
    where = "第二条中的" if quoted not in tail else "第二条第一款中的"
    assert f"将{where}“" in done.text


@pytest.mark.parametrize("seed", range(20))
def test_a_quotation_does_not_cut_a_word_that_holds_a_joining_word(seed: int):
    rng = random.Random(seed)
    word = rng.choice(
        [
            "及时",
            "涉及",
            "所在",
            "合并",
            "自由",
            "理由",
            "参与",
            "目的",
            "方向",
            "存在",
            "被告",
            "对象",
            "普及",
        ]
    )
    old_act, new_act = rng.sample(["登记", "备案", "公示", "抽查", "复核"], 2)
    sentence = (
        f"市图书馆管理单位发现{word}{old_act}情形与档案记载不一致的时候，由其上级机构派员前往现场调查核实。"
    )
    old = f"某省图书馆办法\n第一条　为了建设图书馆，制定本办法。\n第二条　{sentence}\n第三条　本办法自公布之日起施行。\n"
    new = old.replace(f"{word}{old_act}", f"{word}{new_act}")
    done = compose(old, new)
    assert apply(old, done.text).text == new
    quoted = QUOTED.findall(done.text)[0]
    assert not quoted.startswith(word[1:]), quoted
    assert not quoted.endswith(word[:1]), quoted


@pytest.mark.parametrize("seed", range(20))
def test_words_put_into_a_name_are_said_with_the_whole_name(seed: int):
    rng = random.Random(seed)
    old = renamed_text(rng, "文化", rng.randint(2, 6))
    new = old.replace("文化部门", "文化和旅游部门")
    done = compose(old, new, body=rng.choice(["", "国务院", "全国人民代表大会常务委员会"]))
    assert apply(old, done.text).text == new
    assert "部门”前增加" not in done.text
    assert "文化”后增加" not in done.text
    assert "文化部门" in QUOTED.findall(done.text)[0]


def renamed(*articles: str) -> str:
    return "\n".join(
        ["某市灯塔管理条例", *(f"第{to_chinese(i)}条　{words}" for i, words in enumerate(articles, 1))]
    )


def test_a_name_that_changes_throughout_stays_one_instruction_where_words_around_it_go():
    old = renamed(
        "灯塔管理处负责灯塔管理。",
        "灯塔管理处应当公布灯塔名录。",
        "船舶应当服从灯塔管理处的指挥，不得停靠；对灯塔管理处的指挥有异议的，可以申诉。",
        "灯塔管理处应当每年检查。",
        "灯塔管理处可以处一百元罚款。",
        "本条例自2009年1月1日起施行。",
    )
    new = old.replace("；对灯塔管理处的指挥有异议的，可以申诉", "").replace("灯塔管理处", "航标管理中心")
    done = compose(old, new)
    assert done.text.count("修改为“航标管理中心”") == 1
    assert not done.warnings
    assert apply(old, done.text).text == new


def test_a_sentence_put_in_behind_another_takes_no_second_full_stop():
    old = renamed(
        "灯塔由站长管理。站长每天巡查灯塔，并且记录灯塔的情况。",
        "灯塔应当发光。",
        "本条例自2009年1月1日起施行。",
    )
    new = old.replace("情况。", "情况。记录保存三年。")
    done = compose(old, new)
    assert not re.search("[。；]”[。；]", done.text)
    assert apply(old, done.text).text == new


def test_a_new_item_keeps_the_marks_of_its_list():
    old = renamed(
        "下列人员应当出席：\n（一）站长。\n（二）灯塔工。\n（三）船长。",
        "灯塔应当发光，发光的时间由站长决定。",
        "本条例自2009年1月1日起施行。",
    )
    new = old.replace("（二）灯塔工。\n（三）", "（二）副站长。\n（三）灯塔工。\n（四）")
    done = compose(old, new)
    assert "增加一项，作为第二项" in done.text
    assert not done.warnings
    assert apply(old, done.text).text == new


TABLED = (
    "某市停车收费办法\n第一条　为了规范停车收费，制定本办法。\n第二条　收费标准由市人民政府制定，每三年评估一次：\n"
    "区域\t白天\t夜间\n一类区\t5元\t2元\n前款所列标准应当公示，公示的内容包括收费时间和监督电话。\n"
    "军车不收费，警车执行任务时不收费，其他车辆应当缴费。\n第三条　本办法自2012年1月1日起施行。\n"
    "附件1\n收费区域\n一类区：城东。\n附件2\n减免范围\n范围\t车辆\n全免\t军车\n减半\t货车\n"
)
ROW = "三类区\t1元\t0元"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("5元", "6元", ("将第二条的表中的“5元”修改为“6元”。",)),
        ("2元\n", f"2元\n{ROW}\n", ("将第二条的表修改为：“区域", f"“{ROW}”")),
        ("警车执行", "警车、消防车执行", ("将第二条中的“",)),
        (
            "军车不收费，警车执行任务时不收费，其他车辆应当缴费。",
            "残疾人的车辆减半收费。",
            ("将第二条第三款修改为：“残疾人",),
        ),
        ("城东", "城东、城南", ("将附件1中的“城东”修改为“城东、城南”。",)),
        ("货车", "客车", ("将附件2中的“货车”修改为“客车”。",)),
        ("附件2\n减免范围\n范围\t车辆\n全免\t军车\n减半\t货车\n", "", ("删去附件2。",)),
        ("货车\n", "货车\n附件3\n票据\n票据样式。\n", ("增加附件3：“附件3", "“票据样式。”")),
    ],
)
def test_tables_and_annexes_are_named_as_what_they_are(old: str, new: str, said: tuple[str, ...]):
    changed = TABLED.replace(old, new)
    done = compose(TABLED, changed)
    assert all(words in done.text for words in said), done.text
    assert not done.warnings
    back = apply(TABLED, done.text)
    assert back.text.split() == changed.split()
    assert back.complete


def test_a_table_and_a_paragraph_behind_it_are_told_apart():
    changed = TABLED.replace("警车执行", "警车、消防车执行").replace("5元", "6元")
    done = compose(TABLED, changed)
    assert "第三款中的" in done.text
    assert "的表中的“5元”修改为“6元”" in done.text
    assert apply(TABLED, done.text).text == changed


NUMBER = re.compile(r"\n(?=[一二三四五六七八九十百]+、)")


@pytest.mark.filterwarnings("ignore::lawtrack.amend.WritingWarning")
@pytest.mark.parametrize("seed", range(16))
def test_the_instructions_in_any_order_give_the_same_text(seed: int):
    rng = random.Random(seed)
    made = edit(rng, rng.randint(8, 30), EDITS, rng.randint(3, 10))
    text = compose(made.old, made.new, form="instructions").text
    head, *said = NUMBER.split(text.partition("\n本决定")[0])
    rng.shuffle(said)
    mixed = [f"{to_chinese(i)}、{one.partition('、')[2]}" for i, one in enumerate(said, 1)]
    done = apply(made.old, "\n".join([head, *mixed, "本决定自公布之日起施行。"]))
    assert done.text == apply(made.old, text).text
