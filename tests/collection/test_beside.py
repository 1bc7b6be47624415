"""A draft beside others: clauses on one subject meet, copied words are counted, what differs is shown."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

import lawtrack
from benchmarks.readers import judged
from lawtrack.cli import main
from lawtrack.collection import Beside, Collection, cities_listing, pairs_listing
from lawtrack.collection.comparing.clauses import SPECIAL, clauses_to_pair
from lawtrack.collection.comparing.evidence import evidence
from lawtrack.collection.comparing.named import Other
from lawtrack.collection.comparing.pairing import FEW, lay
from lawtrack.collection.facts.bodies import bodies
from lawtrack.errors import NotFound
from lawtrack.law import parse

TOPICS = {
    "登记": "养犬人应当自取得犬只之日起{days}日内，持身份证明到公安机关办理养犬登记，领取犬牌。",
    "免疫": "犬只满三个月的，养犬人应当携犬到兽医站接种狂犬病疫苗，取得免疫证明。",
    "牵引": "携犬出户应当用不超过{metres}米的牵引绳牵领，主动避让老年人、孕妇和儿童。",
    "粪便": "犬只在公共场所排泄粪便的，携犬人应当立即清除，保持环境卫生整洁。",
    "收容": "城市管理部门应当设立犬只收容留检场所，收容走失犬、弃养犬，并公布招领信息。",
    "烈性": "禁止饲养烈性犬、大型犬，具体品种和体高标准由农业农村部门公布。",
}
CITIES = {
    "甲市养犬条例": ["免疫", "登记", "牵引", "粪便"],
    "乙市养犬条例": ["登记", "粪便", "收容", "牵引"],
    "丙市养犬条例": ["牵引", "烈性", "收容", "登记"],
}


def ordinance(
    title: str, topics, days: str = "三十", fine: str = "二百元以上一千元以下", more: str = ""
) -> str:
    lines = [title, "第一条　为了规范养犬行为，维护公共秩序，制定本条例。"]
    for number, topic in enumerate(topics, 2):
        words = TOPICS[topic].format(days=days, metres="二")
        lines.append(f"第{'一二三四五六七八九'[number - 1]}条　{words}")
    lines.append(f"第八条　未办理养犬登记的，由公安机关责令改正，处{fine}罚款{more}。")
    lines.append("第九条　本条例自2021年5月1日起施行。")
    return "\n".join(lines)


DRAFT = ordinance(
    "某市养犬条例",
    ["登记", "免疫", "牵引", "粪便"],
    days="十五",
    fine="五百元以上五千元以下",
    more="，可以扣押犬只",
)


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    place = tmp_path_factory.mktemp("beside")
    (place / "in").mkdir()
    for title, topics in CITIES.items():
        (place / "in" / f"{title}.txt").write_text(ordinance(title, topics), encoding="utf-8")
    return Collection.build([place / "in"], place / "out")


@pytest.mark.parametrize(("title", "topics"), CITIES.items())
def test_clauses_on_one_subject_meet_wherever_they_stand(city, title, topics):
    found = city.beside(DRAFT, [title])
    mine = {"登记": "第二条", "免疫": "第三条", "牵引": "第四条", "粪便": "第五条"}
    pairs = {(row.label, row.label_there) for row in found.itertuples()}
    for topic in set(mine) & set(topics):
        assert (mine[topic], f"第{'一二三四五六七八九'[topics.index(topic) + 1]}条") in pairs
    assert {("第一条", "第一条"), ("第八条", "第八条"), ("第九条", "第九条")} <= pairs
    lacking = {f"第{'一二三四五六七八九'[at]}条" for at, topic in enumerate(topics, 1) if topic not in mine}
    assert not lacking & {there for _, there in pairs}


def test_copied_words_are_counted(city):
    found = city.beside(DRAFT, ["甲市养犬条例"]).set_index("label")
    assert found.loc["第三条", "share"] == 1
    assert 0.6 < found.loc["第二条", "share"] < 1
    shares = city.lay_beside(DRAFT, ["甲市养犬条例", "丙市养犬条例"]).shares()
    assert 1 > shares["in/甲市养犬条例.txt"] > shares["in/丙市养犬条例.txt"] > 0
    assert city.beside("某市规定\n第一条　完全不同的内容。", ["甲市养犬条例"]).empty


def test_what_is_to_be_looked_at_is_shown_and_nothing_is_judged(city):
    found = city.beside(DRAFT, ["甲市养犬条例"]).set_index("label")
    assert "罚款幅度" in found.loc["第八条", "remarks"]
    assert "强制措施：扣押" in found.loc["第八条", "remarks"]
    assert "时限" in found.loc["第二条", "remarks"]
    assert found.loc["第三条", "remarks"] == ""


def test_the_table_of_cities_holds_each_clause_once(city):
    laid = city.lay_beside(DRAFT, list(CITIES))
    topics = laid.topics()
    for text in range(4):
        shown = [clause for topic in topics for clause in topic[text]]
        assert sorted(shown) == laid.laid.of_text(text)
    last = [topic for topic in topics if not topic[0]]
    assert [sum(bool(cell) for cell in topic) for topic in last] == [
        2,
        1,
    ]  # 收容 in two cities before 烈性 in one
    headings = [row[0] for row in cities_listing(laid).rows if len(row) == 1]
    assert headings == ["各地有规定而本稿没有的", "仅一地有规定而本稿没有的"]


@pytest.mark.parametrize("ending", ["docx", "xlsx", "md"])
def test_the_command_writes_the_tables(city, tmp_path, ending, capsys):
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    base = ["collection", "beside", str(tmp_path / "draft.txt"), "--in", str(city.folder)]
    assert main([*base, "--with", "甲市养犬条例", "-o", str(tmp_path / f"one.{ending}")]) == 0
    assert main([*base, "--with", *CITIES, "-o", str(tmp_path / f"all.{ending}")]) == 0
    if ending == "md":
        text = (tmp_path / "all.md").read_text(encoding="utf-8")
        assert "未规定" in text
        assert "各地有规定而本稿没有的" in text
        assert "〔部门〕公安机关" in text
    assert main([*base, "--with", "甲市养犬条例"]) == 0
    assert "逐字相同" in capsys.readouterr().err
    assert main(base) == 2


def test_a_title_that_is_not_there_is_said_with_those_that_come_near(city):
    with pytest.raises(NotFound, match="甲市养犬条例"):
        city.beside(DRAFT, ["甲市养犬办法"])
    assert lawtrack.parse(DRAFT).articles


@pytest.mark.parametrize("other", CITIES)
def test_it_makes_no_difference_which_of_two_is_the_draft(other):
    one, there = parse(DRAFT), parse(ordinance(other, CITIES[other]))
    forth, back = lay(one, [there]).between(0, 1), lay(there, [one]).between(0, 1)
    assert float(np.max(np.abs(forth - back.T))) < 1e-4


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("为了加强湖泊保护，制定本条例。", "根据有关法律，制定本细则。"),
        ("湖泊保护坚持预防为主、综合治理的原则。", "保护湖泊应当遵循统筹规划、社会共治的方针。"),
        ("水行政部门负责本行政区域内的湖泊保护工作。", "县级以上水务局主管全省湖泊的监督管理。"),
        ("有关部门及其工作人员不履行职责的，依法追究责任。", "工作人员玩忽职守、徇私舞弊的，依法给予处分。"),
        ("本条例自2021年5月1日起施行。", "本办法自公布之日起实施。"),
    ],
)
def test_what_a_text_has_one_clause_for_meets_its_like_in_other_words(mine, theirs):
    one, other = parse(f"第一条　{mine}"), parse(f"第一条　{theirs}")
    roles = {clause.role for clause in lay(one, [other]).clauses}
    assert len(roles) == 1
    assert roles <= set(SPECIAL)


PARTS = list(TOPICS)


@pytest.mark.parametrize("at", range(len(PARTS)))
def test_a_third_text_that_has_both_sides_words_brings_them_together(at):
    """Each topic in words that share little: the draft's, another city's, and a text that says it in the words of both."""
    more = "，并向居民委员会提交照料承诺书，缴纳管理服务费用"
    ours, theirs = TOPICS[PARTS[at]].format(days="十", metres="一"), f"饲养者应当遵守小区公约{more}。"
    others = [TOPICS[name].format(days="十", metres="一") for name in PARTS if name != PARTS[at]]
    texts = [
        parse("\n".join(f"第{'一二三四五六'[n]}条　{words}" for n, words in enumerate([clause, *others])))
        for clause in (ours, theirs, ours.replace("。", f"；饲养者应当遵守小区公约{more}。"))
    ]
    alone, told = lay(texts[0], [texts[1]]), lay(texts[0], [texts[1]], [texts[2]])
    assert told.score(0, told.of_text(1)[0]) > alone.score(0, alone.of_text(1)[0])
    assert (told.between(0, 1) >= alone.between(0, 1)).all()
    assert {clause.text for clause in told.clauses} == {0, 1, 2}
    assert len(told.likeness.codes) == len(told.of_text(0)) + len(told.of_text(1))


@pytest.mark.parametrize("count", [1, 8, 9, 10, 30])
def test_among_many_texts_each_two_stand_alone(count):
    texts = [ordinance(f"{n}市养犬条例", CITIES[list(CITIES)[n % 3]]) for n in range(count)]
    laid = lay(parse(DRAFT), [parse(text) for text in texts], [parse(DRAFT)] * 3)
    assert len(laid.titles) == max(count + 1, min(count + 4, FEW))
    told = any((laid.between(0, text) > laid.direct(0, text)).any() for text in range(1, count + 1))
    assert told == (len(laid.titles) <= FEW)


def test_a_version_in_the_collection_tells_of_the_draft_and_is_not_shown(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "新.txt").write_text(
        ordinance("甲市养犬条例", CITIES["甲市养犬条例"]), encoding="utf-8"
    )
    older = ordinance("甲市养犬条例", CITIES["乙市养犬条例"]).replace("2021", "2011")
    (tmp_path / "in" / "旧.txt").write_text(older, encoding="utf-8")
    (tmp_path / "in" / "稿.txt").write_text(DRAFT, encoding="utf-8")
    city = Collection.build([tmp_path / "in"], tmp_path / "out")
    laid = city.lay_beside(DRAFT, ["in/新.txt"])
    assert [other.instrument for other in laid.others] == ["in/新.txt"]
    assert laid.laid.shown == 2
    assert len(laid.laid.titles) == 3  # the draft itself, which is in the collection too, tells nothing
    assert {row[2] for row in laid.rows()} == {"in/新.txt"}
    with ThreadPoolExecutor(2) as pool:
        assert city.beside(DRAFT, ["in/新.txt"], executor=pool).equals(city.beside(DRAFT, ["in/新.txt"]))


ODD = [
    "",
    "某市规定",
    "某市规定\n第一条　",
    "某市规定\n第一条　。，；",
    "某市规定\n第一条　《甲法》",
    "第一条　有。\n第二条　有。",
]


@pytest.mark.parametrize("draft", ODD)
@pytest.mark.parametrize("other", [*ODD, DRAFT])
def test_any_text_is_laid_beside_any(draft, other):
    laid = lay(parse(draft), [parse(other), parse(DRAFT)])
    for one in laid.of_text(0):
        for text in (1, 2):
            assert all(0 <= laid.score(one, there) <= 1 for there in laid.of_text(text))
    assert laid.between(1, 2).shape == (len(laid.of_text(1)), len(laid.of_text(2)))


THINGS = "档案", "食堂", "停车", "绿化", "电梯", "校车", "税收", "保险"
DONE = "建立", "使用", "保管", "检查", "登记", "维修"


@pytest.mark.parametrize("topic", THINGS)
def test_what_a_clause_says_again_and_again_is_what_it_is_about(topic):
    """Each word stands in two clauses of the other text; only one of them says it again and again."""
    asked = f"第一条　{topic}由单位管理，{topic}的费用列入预算。"
    others = [
        f"第{at}条　" + "；".join(f"有关单位{verb}{word}" for verb in DONE[:3]) + f"；{passing}另行规定。"
        for at, word, passing in zip("一二三四五六七八", THINGS, (*THINGS[1:], THINGS[0]), strict=True)
    ]
    draft, other = parse(f"某市规定\n{asked}"), parse("某省规定\n" + "\n".join(others))
    said = evidence(clauses_to_pair(0, draft), clauses_to_pair(1, other), str).said
    likeness = np.asarray(said.topic)[0]
    assert int(np.argmax(likeness)) == THINGS.index(topic)
    assert np.count_nonzero(likeness) == 1  # said in passing it tells nothing here


LABELS = Path(__file__).with_name("labels")


@pytest.mark.parametrize(
    ("labels", "least_useful", "least_found", "least_of_both"),
    [
        ("beside_again.txt", 0.92, 0.75, 0.87),
        ("beside_third.txt", 0.89, 0.74, 0.66),
        ("beside_fifth.txt", 0.92, 0.70, 0.0),
    ],
)
def test_what_a_reader_would_lay_side_by_side(corpus, labels, least_useful, least_found, least_of_both):
    counts = []
    for each in judged(LABELS, labels):
        draft, other = (parse((corpus / f"{name}.txt").read_text(encoding="utf-8")) for name in each.names)
        laid = lay(draft, [other])
        number = [str(clause.article.number[0]) for clause in laid.clauses]
        asked = [one for one in laid.of_text(0) if not each.drawn or number[one] in each.drawn]
        mine = {f"{number[one]}-{number[there]}" for one in asked for there in laid.partners(one, 1)}
        sure = {
            f"{number[one]}-{number[there]}"
            for one in asked
            for there in laid.of_text(1)
            if laid.same(one, there)
        }
        counts.append(
            (
                *(len(pairs) for pairs in (mine, mine & each.useful, mine & each.wanted, mine & each.both)),
                *(len(pairs) for pairs in (sure, sure & each.useful, each.wanted, each.both)),
            )
        )
    shown, useful, found, found_both, surely, surely_useful, wanted, both = map(
        sum, zip(*counts, strict=True)
    )
    assert useful / shown >= least_useful
    assert found / wanted >= least_found
    assert found_both >= least_of_both * both
    assert surely_useful / surely >= 0.94


def test_a_clause_that_is_less_sure_is_marked_and_comes_after_the_sure_ones(corpus):
    draft, other = (
        parse((corpus / f"{name}.txt").read_text(encoding="utf-8"))
        for name in ("single/s264", "pairs/p034/new")
    )
    laid = Beside(draft, (Other("法.txt", other.title, other),), lay(draft, [other]))
    rows = laid.rows()
    strengths = {row[7] for row in rows}
    assert strengths == {"same", "touches"}
    for label in {row[0] for row in rows}:
        mine = [row[7] for row in rows if row[0] == label]
        assert mine == sorted(mine)  # same comes before touches
    listed = pairs_listing(laid).rows
    marked = sum(str(row[3]).count("（或相关）　") for row in listed)
    assert marked == sum(row[7] == "touches" for row in rows)
    assert [row[0] for row in listed] == [article.label for article in draft.articles]  # each clause once


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("市经济信息化部门负责日常工作。", ("市经济信息化部门",)),
        ("地方各级人民政府应当支持。", ("地方各级人民政府",)),
        ("是指执行水源监督机构交办的事项。", ("水源监督机构",)),
        ("由科技、财政、数据等部门办理。", ("科技部门", "财政部门", "数据部门")),
        ("会同民政、教育等有关部门检查。", ("民政部门", "教育部门")),
        ("报经市人民政府批准。", ("市人民政府",)),
        ("省、市和区县（自治县）人民政府负责。", ("省人民政府", "市人民政府", "区县人民政府")),
        ("每年由市、县人民政府组织。", ("市人民政府", "县人民政府")),
        ("设区的市、县（市、区）人民政府领导。", ("设区的市人民政府", "县人民政府")),
    ],
)
def test_bodies_are_named_whole_and_each_of_a_list(text, named):
    assert bodies(text) == named
