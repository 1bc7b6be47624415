"""A draft beside others: clauses on one subject meet, copied words are counted, what differs is shown."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import lawtrack
from lawtrack.cli import main
from lawtrack.collection import Beside, Collection, pairs_listing
from lawtrack.collection.comparing.beside import Other
from lawtrack.collection.comparing.clauses import SPECIAL
from lawtrack.collection.comparing.pairing import lay
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
    assert sorted(sum(bool(cell) for cell in topic) for topic in last) == [
        1,
        2,
    ]  # 烈性 in one, 收容 in two cities


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


LABELS = Path(__file__).with_name("labels")


def judged(name):
    """Of each pair of texts: the articles drawn (all where none are named), what a reader wants, what is of use besides."""
    for line in (LABELS / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            head, _, told = line.partition(": ")
            names, _, drawn = head.partition(" @")
            wanted, _, useful = told.partition(" | ")
            yield tuple(names.split()), set(drawn.split()), set(wanted.split()), set(useful.split())


@pytest.mark.parametrize(
    ("labels", "least_useful", "least_found", "least_first"),
    [("beside_again.txt", 0.92, 0.675, 0.8), ("beside_third.txt", 0.89, 0.68, 0)],
)
def test_what_a_reader_would_lay_side_by_side(corpus, labels, least_useful, least_found, least_first):
    first = {names: wanted for names, _, wanted, _ in judged("beside.txt")}
    counts = []
    for names, drawn, wanted, useful in judged(labels):
        draft, other = (parse((corpus / f"{name}.txt").read_text(encoding="utf-8")) for name in names)
        laid = lay(draft, [other])
        number = [str(clause.article.number[0]) for clause in laid.clauses]
        asked = [one for one in laid.of_text(0) if not drawn or number[one] in drawn]
        mine = {f"{number[one]}-{number[there]}" for one in asked for there in laid.partners(one, 1)}
        sure = {
            f"{number[one]}-{number[there]}"
            for one in asked
            for there in laid.of_text(1)
            if laid.same(one, there)
        }
        before = first.get(names, set())
        of_use = wanted | useful | before
        counts.append(
            (
                *(
                    len(pairs)
                    for pairs in (mine, mine & of_use, mine & wanted, mine & before, sure, sure & of_use)
                ),
                len(wanted),
                len(before),
            )
        )
    shown, useful, found, found_first, surely, surely_useful, all_wanted, all_first = map(
        sum, zip(*counts, strict=True)
    )
    assert useful / shown >= least_useful
    assert found / all_wanted >= least_found
    assert found_first / max(all_first, 1) >= least_first
    assert surely_useful / surely >= 0.95


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
    marked = [row[2] for row in pairs_listing(laid).rows if row[2].endswith("（或相关）")]
    assert len(marked) == sum(row[7] == "touches" for row in rows)


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
        ("设区的市、县（市、区）人民政府领导。", ("市人民政府", "县人民政府")),
    ],
)
def test_bodies_are_named_whole_and_each_of_a_list(text, named):
    assert bodies(text) == named
