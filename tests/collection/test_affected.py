"""Every clause that cites a changed law is found, with what became of the provision: laws and citations made by chance."""

from __future__ import annotations

import random

import pytest

import lawtrack
from lawtrack.cli import main
from lawtrack.collection import Collection, OldName, cleaning_table, old_names, read_names
from lawtrack.errors import InvalidRecord, UnusableInput
from lawtrack.law import to_chinese

CHARACTERS = [chr(code) for code in range(0x5000, 0x5600)]


def article(chance: random.Random, paragraphs: int) -> list[str]:
    """Paragraphs that share nothing with others but a set phrase."""
    return [
        f"{''.join(chance.choices(CHARACTERS, k=chance.randint(15, 40)))}应当按照规定办理。"
        for _ in range(paragraphs)
    ]


def law(title: str, articles: list[list[str]]) -> str:
    body = "\n".join(f"第{to_chinese(n)}条　" + "\n".join(lines) for n, lines in enumerate(articles, 1))
    return f"{title}\n（2010年1月1日某省人民代表大会常务委员会通过）\n{body}\n"


def changed(chance: random.Random, old: list[list[str]]):
    """A new text, and for each old article its fate and new number."""
    new: list[list[str]] = []
    fates: dict[int, tuple[str, int | None]] = {}
    for number, lines in enumerate(old, 1):
        if chance.random() < 0.15:
            new.append(article(chance, chance.randint(1, 2)))
        roll = chance.random()
        if roll < 0.12:
            fates[number] = ("deleted", None)
            continue
        if roll < 0.3:
            new.append([lines[0].replace("应当", "可以"), *lines[1:]])
            fates[number] = ("amended", len(new))
        else:
            new.append(lines)
            fates[number] = ("same" if len(new) == number else "renumbered", len(new))
    return new, fates


@pytest.mark.parametrize("seed", range(8))
def test_each_citation_is_found_with_its_fate(seed, tmp_path):
    chance = random.Random(seed)
    old = [article(chance, chance.randint(1, 3)) for _ in range(24)]
    new, fates = changed(chance, old)
    title = "某省公共事务管理条例"
    expected = []
    (tmp_path / "in").mkdir()
    for n in range(4):
        lines = [f"某市第{n}号规定"]
        for number in range(1, 7):
            cited = chance.randint(1, 24)
            named = chance.choice([f"《{title}》", title, f"《{title}（2010年）》"])
            lines.append(
                f"第{to_chinese(number)}条　第{number}类事项依照{named}第{to_chinese(cited)}条的规定办理。"
            )
            fate, now = fates[cited]
            place = f"第{to_chinese(now)}条" if now else ""
            expected.append(
                (f"in/{n}.txt", f"第{to_chinese(number)}条", f"第{to_chinese(cited)}条", fate, place)
            )
        lines.append("第七条　依照《另一条例》第三条和本规定第二条办理。")
        (tmp_path / "in" / f"{n}.txt").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "in" / "law.txt").write_text(law(title, old), encoding="utf-8")
    city = Collection.build([tmp_path / "in"], tmp_path / "out")
    found = city.affected(law(title, old), law(title, new))
    columns = ["instrument", "label", "cites", "fate", "now"]
    assert [tuple(row) for row in found[columns].values.tolist()] == expected
    made = city.package(found)
    for instrument in made.instruments:
        done = lawtrack.amend.apply(city.text(instrument), made.text)
        assert done.complete
        for row in found.to_dict("records"):
            if row["instrument"] == instrument and row["todo"] == "renumber":
                assert f"{row['now']}的规定" in lawtrack.parse(done.text).by_eid[row["eid"]].text
    certain = set(found[found["todo"] == "renumber"]["instrument"])
    assert certain == {*made.instruments, *made.left_out}
    assert made.left_out == ()


OLD = """某省燃气条例
第一条　燃气单位应当登记。
登记由市人民政府负责，每年三月公布名单一次。
第二条　禁止下列行为：
（一）擅自改装燃气管道；
（二）在燃气管道上方堆放重物；
（三）拒绝入户安全检查。
第三条　违反本条例的，处罚。
"""
NEW = """某省燃气条例
第一条　本省燃气事业发展遵循安全第一的原则。
第二条　燃气单位应当到县人民政府登记备案。
登记由市人民政府负责，每年三月公布名单一次。
第三条　禁止下列行为：
（一）在燃气管道上方堆放重物；
（二）拒绝入户安全检查。
第四条　违反本条例的，处罚。
"""


@pytest.mark.parametrize(
    ("cites", "fate", "now"),
    [
        ("第一条第二款", "renumbered", "第二条第二款"),
        ("第一条第一款", "amended", "第二条第一款"),
        ("第二条第二项", "renumbered", "第三条第一项"),
        ("第二条第一项", "deleted", ""),
        ("第三条", "renumbered", "第四条"),
        ("第二条至第三条", "amended", "第三条至第四条"),
        ("第三十条", "missing", ""),
    ],
)
def test_paragraphs_items_and_ranges_have_a_fate_of_their_own(cites, fate, now, tmp_path):
    (tmp_path / "a.txt").write_text(f"某市规定\n第一条　依照《某省燃气条例》{cites}执行。", encoding="utf-8")
    found = Collection.build([tmp_path / "a.txt"], tmp_path / "out").affected(OLD, NEW).iloc[0]
    assert (found["cites"], found["fate"], found["now"]) == (cites, fate, now)


@pytest.fixture
def city(tmp_path):
    (tmp_path / "in").mkdir()
    texts = {
        "a": "某市规定\n第一条　依照《某省燃气条例》（以下简称《条例》）制定本规定。\n"
        "第二条　依照《条例》第三条处罚，由工商行政管理部门执行。",
        "b": "某市办法\n（2030年5月1日某市人民政府公布）\n第一条　依照《某省燃气条例》第三条处罚。",
        "c": "关于修改《某省燃气条例》的决定\n将《某省燃气条例》第三条修改为：“第三条　略。”",
    }
    for name, text in texts.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    return Collection.build([tmp_path / "in"], tmp_path / "out")


def test_a_short_name_counts_and_a_later_text_is_doubted(city):
    new = NEW.replace("某省燃气条例\n", "某省燃气条例\n（2024年1月1日某省人大常委会修订）\n", 1)
    found = city.affected(OLD, new)
    assert found[["title", "label", "todo", "doubt"]].values.tolist() == [
        ["某市规定", "第二条", "renumber", ""],
        ["某市办法", "第一条", "look", "later"],
    ]


def test_a_decision_says_the_change_as_well_as_the_new_text(city):
    decision = lawtrack.amend.write(OLD, NEW)
    columns = ["title", "label", "cites", "fate", "now"]
    assert city.affected(OLD, decision)[columns].equals(city.affected(OLD, NEW)[columns])


def test_a_repealed_law_is_gone_wherever_it_is_named(city):
    found = city.affected(OLD, None)
    assert set(found["todo"]) == {"gone"}
    assert len(found) == 3


def test_a_law_without_articles_is_refused(city):
    with pytest.raises(UnusableInput, match="题目"):
        city.affected("某法", NEW)


def test_old_names_have_successors_with_a_source(city):
    found = city.outdated()
    assert found[["label", "words", "now"]].values.tolist() == [
        ["第二条", "工商行政管理部门", "市场监督管理部门"]
    ]
    assert "机构改革方案" in found["basis"][0]
    own = [OldName("bodies", "市规定", "x", "y", "")]
    assert city.outdated(own).empty
    assert all(name.basis and name.now and name.old != name.now for name in old_names())


def test_a_list_of_names_without_a_source_is_refused():
    with pytest.raises(InvalidRecord, match="basis"):
        read_names("bodies:\n  - old: 甲\n    now: 乙\n")


def test_the_command_writes_the_table_and_the_decision(city, tmp_path, capsys):
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    arguments = [
        "collection",
        "affected",
        str(tmp_path / "old.txt"),
        str(tmp_path / "new.txt"),
        "--in",
        str(city.folder),
    ]
    assert main([*arguments, "--names", "--exit-code"]) == 1
    out = capsys.readouterr().out
    assert "“第三条”改为“第四条”" in out
    assert "工商行政管理部门 → 市场监督管理部门" in out
    for ending in ("docx", "xlsx", "md"):
        table = tmp_path / f"清理建议表.{ending}"
        assert main([*arguments, "--names", "-o", str(table), "--package", str(tmp_path / "打包.md")]) == 0
        assert table.stat().st_size > 100
    assert "清理建议" in (tmp_path / "清理建议表.md").read_text(encoding="utf-8")
    assert "第四条" in (tmp_path / "打包.md").read_text(encoding="utf-8")


def test_old_names_are_one_row_an_instrument_however_many_places(tmp_path, capsys):
    articles = "".join(f"第{n}条　工商行政管理部门负责事项甲。\n" for n in "一二三四五六七八九十") * 1
    articles += "".join(f"第十{n}条　工商部门和质监部门负责事项乙。\n" for n in "一二三四五六七八九")
    (tmp_path / "in").mkdir()
    for at in range(3):
        (tmp_path / "in" / f"{at}.txt").write_text(f"某市第{at}号条例\n{articles}", encoding="utf-8")
    city = Collection.build([tmp_path / "in"], tmp_path / "out")
    rows = [{str(key): value for key, value in row.items()} for row in city.outdated().to_dict("records")]
    listing = cleaning_table([], rows, law="《某法》")
    assert len(rows) == 3 * 28
    assert [row[1] for row in listing.rows] == ["某市第0号条例", "某市第1号条例", "某市第2号条例"]
    assert listing.rows[0][2].endswith("……共19条")
    assert any("84处" in note and "3行" in note for note in listing.notes)


def test_each_of_several_provisions_says_what_became_of_it():
    row = {
        "instrument": "a", "eid": "art_1", "title": "某市条例", "place": "第一条", "text": "依照《某法》第二条、第三条办理。",
        "words": "第二条", "cited": "某法", "how": "", "todo": "look", "doubt": "",
    }  # fmt: skip
    rows = [
        {**row, "cites": "第二条", "fate": "amended", "now": "第四条"},
        {**row, "cites": "第三条", "fate": "deleted", "now": ""},
    ]
    ((_, _, _, _, cites, fates, *_),) = cleaning_table(rows, law="《某法》").rows
    assert cites == "《某法》第二条\n第三条"
    assert [line.partition("：")[0] for line in str(fates).split("\n")] == ["第二条", "第三条"]
    assert "：" not in str(cleaning_table(rows[:1], law="《某法》").rows[0][5])


@pytest.mark.parametrize(
    "text",
    [
        "一、将第三条修改为：“第三条　甲。”\n二、删去第五条。\n依照《某法》第三条处理。\n",
        "对某办法作如下修改：\n一、将《某法》第三条改为第四条。\n",
        "现将某规定修改如下：\n1.第二条增加一款：依照《某法》第四条执行。\n",
        "（一）删去第六条。\n（二）增加一条，作为第七条：“依照《某法》第三条。”\n",
    ],
)
def test_a_decision_without_a_title_cites_nothing(tmp_path, text):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    city = Collection.build([tmp_path], tmp_path / "out")
    assert city.instruments["kind"].tolist() == ["amending-decision"]
    assert city.affected(OLD, NEW).empty


def test_every_old_name_of_the_list_says_what_was_read():
    assert all(name.source and name.source != "unverified" for name in old_names())


def test_that_law_of_an_earlier_article_counts_and_one_of_two_is_doubted(tmp_path):
    (tmp_path / "in").mkdir()
    texts = {
        "a": "某市规定\n第一条　适用《某省燃气条例》。\n第二条　略。\n第三条　依照该条例第三条处罚。",
        "b": "某市办法\n第一条　适用《某省燃气条例》、《某省电力条例》。\n第二条　依照该条例第三条处罚。",
        "c": "某市决定\n第一条　依照该条例第三条处罚。",
    }
    for name, text in texts.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    city = Collection.build([tmp_path / "in"], tmp_path / "out")
    columns = ["title", "label", "cites", "now", "todo", "doubt"]
    assert city.affected(OLD, NEW)[columns].values.tolist() == [
        ["某市规定", "第三条", "第三条", "第四条", "renumber", ""],
        ["某市办法", "第二条", "第三条", "第四条", "look", "unclear"],
    ]
    gone = city.affected(OLD, None)
    assert gone[["title", "label", "words"]].values.tolist()[1] == ["某市规定", "第三条", "第三条"]
    assert set(gone["todo"]) == {"gone", "look"}


RENAMED = """某省燃气安全条例
第一条　本省燃气事业发展遵循安全第一的原则。
第二条　燃气单位应当登记。
登记由市人民政府负责，每年三月公布名单一次。
第三条　禁止下列行为：
（一）擅自改装燃气管道；
（二）在燃气管道上方堆放重物；
（三）拒绝入户安全检查。
第四条　违反本条例的，处罚。
"""


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("依照《某省燃气条例》第三条处罚", ["《某省燃气安全条例》第四条"]),
        ("依照某省燃气条例第二条第二项处罚", ["某省燃气安全条例第三条第二项"]),
        ("依照《某省燃气条例》（2010年修正）第 3 条处罚", ["《某省燃气安全条例》第四条"]),
        ("有《某省燃气条例》第二条第一项、第（三）项行为的", ["《某省燃气安全条例》第三条第一项", ""]),
        (
            "违反《某省燃气条例》第一条、第二条第一款第二项和第三项的",
            ["《某省燃气安全条例》第二条", "第三条第二项", ""],
        ),
        (
            "违反《某省燃气条例》第一条、第三十条的",
            ["", ""],
        ),  # the enumeration waits for whoever looks at 第三十条
        ("违反《某省燃气条例》第一条和《某省电力条例》第二条的", ["《某省燃气安全条例》第二条"]),
        ("适用《某省燃气条例》。违反该条例第三条的", ["", "第四条"]),
        ("依照《某省燃气条例》第一条第二款、第三条处罚", ["《某省燃气安全条例》第二条第二款", "第四条"]),
    ],
)
def test_what_a_citation_is_to_say_instead_with_the_new_name(words, instead, tmp_path):
    text = f"某市规定\n第一条　{words}，从其规定。\n第二条　略。\n第三条　略。"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    city = Collection.build([tmp_path / "a.txt"], tmp_path / "out")
    found = city.affected(OLD, RENAMED)
    assert found["instead"].tolist() == instead
    made = city.package(found)
    for at, words_now in enumerate(instead):
        if words_now:
            done = lawtrack.amend.apply(city.text("a.txt"), made.text)
            assert (done.complete, words_now in done.text) == (True, True), at


def test_the_same_number_under_a_new_name_is_renamed_and_a_leaning_item_goes_with_its_leader(tmp_path):
    new = (
        OLD.replace("某省燃气条例", "某省燃气安全条例")
        .replace("（二）在燃气管道上方堆放重物；\n", "")
        .replace("（三）", "（二）")
    )
    (tmp_path / "a.txt").write_text(
        "某市规定\n第一条　依照《某省燃气条例》第三条处罚。\n第二条　有《某省燃气条例》第二条第一项、第三项行为的，处罚。"
        "\n第三条　有《某省燃气条例》第二条第一项、第二项行为的，处罚。",
        encoding="utf-8",
    )
    found = Collection.build([tmp_path / "a.txt"], tmp_path / "out").affected(OLD, new)
    columns = ["label", "cites", "todo", "doubt", "instead"]
    name = "《某省燃气安全条例》"
    assert found[columns].values.tolist() == [
        ["第一条", "第三条", "renumber", "", f"{name}第三条"],
        ["第二条", "第二条第一项", "renumber", "", f"{name}第二条第一项"],
        ["第二条", "第二条第三项", "renumber", "", "第二项"],
        ["第三条", "第二条第一项", "look", "list", ""],
        ["第三条", "第二条第二项", "gone", "", ""],
    ]


def test_a_reference_that_only_follows_is_no_change_and_a_shared_mould_is_no_successor(tmp_path):
    old = OLD.replace(
        "违反本条例的，处罚。", "违反本条例第二条规定的，由燃气部门责令改正，处二百元以上五百元以下罚款。"
    ) + (
        "第四条　拒绝燃气检查的，由燃气部门责令改正，处三百元以上五百元以下罚款。\n第五条　本条例自公布之日起施行。\n"
    )
    new = old.replace(
        "第四条　拒绝燃气检查的，由燃气部门责令改正，处三百元以上五百元以下罚款。\n第五条", "第五条"
    )
    new = new.replace("第三条　违反本条例第二条", "第四条　违反本条例第三条").replace(
        "第二条　禁止", "第三条　禁止"
    )
    new = new.replace("第一条　燃气", "第一条　新立的第一条，讲别的事情。\n第二条　燃气")
    (tmp_path / "a.txt").write_text(
        "某市规定\n第一条　依照《某省燃气条例》第三条、第四条处罚。", encoding="utf-8"
    )
    found = Collection.build([tmp_path / "a.txt"], tmp_path / "out").affected(old, new)
    assert found[["cites", "fate", "now"]].values.tolist() == [
        ["第三条", "renumbered", "第四条"],
        ["第四条", "deleted", ""],
    ]


def test_an_article_that_got_a_second_paragraph_is_cited_with_the_number_of_the_paragraph(tmp_path):
    new = OLD.replace("（三）拒绝入户安全检查。\n", "（三）拒绝入户安全检查。\n前款行为由燃气部门制止。\n")
    (tmp_path / "a.txt").write_text(
        "某市规定\n第一条　有《某省燃气条例》第二条第三项行为的，处罚。", encoding="utf-8"
    )
    found = Collection.build([tmp_path / "a.txt"], tmp_path / "out").affected(OLD, new).iloc[0]
    assert (found["fate"], found["now"], found["instead"]) == (
        "renumbered",
        "第二条第一款第三项",
        "第二条第一款第三项",
    )


def test_a_package_for_one_instrument_reads_as_a_decision_on_one(tmp_path):
    text = "某市规定\n第一条　依照《某省燃气条例》第三条处罚。\n第二条　拒绝《某省燃气条例》第二条第三项检查的，处罚。"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    city = Collection.build([tmp_path / "a.txt"], tmp_path / "out")
    made = city.package(city.affected(OLD, RENAMED), body="某市人民政府").text.splitlines()
    assert made[1] == "某市人民政府决定对《某市规定》作如下修改："
    assert [line[:2] for line in made[2:4]] == ["一、", "二、"]
    assert made[-1] == "《某市规定》根据本决定作相应修改，重新公布。"


FIRST = "第一条　航道单位应当登记。\n"
LISTED = "有下列行为之一的，处罚：\n（一）擅自改装浮标；\n（二）堆放重物；\n（三）拒绝检查。\n"


@pytest.mark.parametrize(
    ("old", "new", "words", "instead"),
    [
        ("第二条　船主应当投保。\n" + LISTED, "第二条　" + LISTED, "第二条第二款第一项", "第二条第一项"),
        ("第二条　" + LISTED, "第二条　船主应当投保。\n" + LISTED, "第二条第一项", "第二条第二款第一项"),
    ],
)
def test_a_list_of_items_goes_along_where_its_paragraph_gets_or_loses_a_number(
    old, new, words, instead, tmp_path
):
    (tmp_path / "a.txt").write_text(
        f"某市规定\n第一条　有《某省航道条例》{words}、第三项行为的，不予受理。", encoding="utf-8"
    )
    city = Collection.build([tmp_path / "a.txt"], tmp_path / "out")
    found = city.affected(f"某省航道条例\n{FIRST}{old}", f"某省航道条例\n{FIRST}{new}")
    assert found[["fate", "todo"]].values.tolist() == [["renumbered", "renumber"], ["renumbered", "keep"]]
    done = lawtrack.amend.apply(city.text("a.txt"), city.package(found).text)
    assert (done.complete, f"《某省航道条例》{instead}、第三项行为" in done.text) == (True, True)


def test_a_number_that_stays_is_printed_as_it_was_under_the_new_name(tmp_path):
    (tmp_path / "a.txt").write_text(
        "某市规定\n第一条　有《某省航道条例》第二条第（三）项行为的，不予受理。", encoding="utf-8"
    )
    city = Collection.build([tmp_path / "a.txt"], tmp_path / "out")
    law = f"某省航道条例\n{FIRST}第二条　{LISTED}"
    found = city.affected(law, law.replace("航道条例", "航道保护条例"))
    assert found["instead"].tolist() == ["《某省航道保护条例》第二条第（三）项"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "质量技术监督、食品药品监督管理、环境保护、国土资源部门按照职责分工负责",
            ["质量技术监督", "食品药品监督管理", "环境保护", "国土资源部门"],
        ),
        ("市环境保护和国土资源主管部门应当配合", ["环境保护", "国土资源主管部门"]),
        ("质量技术监督、交通运输、公安等部门应当配合", ["质量技术监督"]),
        ("环境保护、节约资源是部门的职责", []),
        ("促进环境保护和经济发展，各部门应当配合", []),
        ("环境保护、文化遗产的保护由市人民政府有关部门负责", []),
    ],
)  # fmt: skip
def test_names_in_a_list_that_shares_its_last_word_are_found(words, found, tmp_path):
    (tmp_path / "a.txt").write_text(f"某市规定\n第一条　{words}。", encoding="utf-8")
    names = Collection.build([tmp_path / "a.txt"], tmp_path / "out").outdated()
    assert names["words"].tolist() == found


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("第二条第（一）、（三）项", "第三条第一项、第四项"),
        ("第二条第（二）、（三）项", "第三条第二项、第四项"),
        ("第二条第（三）项、第三条", "第三条第四项、第四条"),
    ],
)
def test_items_in_brackets_that_share_one_word_are_rewritten(words, printed, tmp_path):
    text = f"某市规定\n第一条　有《某省燃气条例》{words}情形的，不予受理。"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    city = Collection.build([tmp_path / "a.txt"], tmp_path / "out")
    new = (
        OLD.replace("（三）拒绝", "（三）夜间检修；\n（四）拒绝")
        .replace("第三条", "第四条")
        .replace("第二条", "第三条")
    )
    found = city.affected(OLD, new.replace("第一条", "第一条　本省新立的一条。\n第二条", 1))
    done = lawtrack.amend.apply(city.text("a.txt"), city.package(found).text)
    assert (done.complete, done.text) == (True, text.replace(words, printed))


RULE = "某市燃气办法\n（2019年1月1日某市人民政府令第5号公布）\n第一条　依照《某省燃气条例》第三条处罚。"
REGULATION = (
    "某市燃气条例\n（2019年1月1日某市人民代表大会常务委员会通过）\n第一条　依照《某省燃气条例》第三条处罚。"
)


@pytest.mark.parametrize(
    ("body", "made", "others"),
    [
        ("某市人民代表大会常务委员会", ["条例.txt"], ["办法.txt"]),
        ("某市人民政府", ["办法.txt"], ["条例.txt"]),
        ("乙市人民政府", [], ["办法.txt", "条例.txt"]),
        ("", ["办法.txt", "条例.txt"], []),
    ],
)
def test_a_package_holds_what_its_body_can_amend(body, made, others, tmp_path, capsys):
    (tmp_path / "in").mkdir()
    for name, text in (("办法", RULE), ("条例", REGULATION)):
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    city = Collection.build([tmp_path / "in"], tmp_path / "out")
    package = city.package(city.affected(OLD, NEW), body=body)
    assert sorted(name.rpartition("/")[2] for name in package.instruments) == sorted(made)
    assert sorted(name.rpartition("/")[2] for name in package.others) == sorted(others)
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    arguments = [str(tmp_path / "old.txt"), str(tmp_path / "new.txt"), "--in", str(city.folder)]
    main(["collection", "affected", *arguments, "--package", str(tmp_path / "p.md"), "--body", body])
    assert capsys.readouterr().err.count("由其他机关制定") == len(others)


def test_copies_whole_namings_and_a_repeal_are_told(tmp_path, capsys):
    (tmp_path / "in").mkdir()
    text = "某市规定\n第一条　根据《某省燃气条例》，制定本规定。\n第二条　依照《某省燃气条例》第三条处罚。"
    for name in ("a", "b"):
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    city = Collection.build([tmp_path / "in"], tmp_path / "out")
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    place = ["--in", str(city.folder)]
    main(["collection", "affected", str(tmp_path / "old.txt"), str(tmp_path / "new.txt"), *place, "--whole"])
    told = capsys.readouterr()
    assert "b.txt 与 " in told.err
    assert [line.split("  ")[1] for line in told.out.splitlines()] == ["第一条", "第二条"]
    main(["collection", "affected", str(tmp_path / "old.txt"), *place])
    assert capsys.readouterr().out.count("所引法规已废止") == 2


CHAPTERS = """某省航道条例
第一章　总则
第一条　为了保护航道，制定本条例。
第二章　浮标
第二条　船主不得移动浮标，违者自行恢复原状。
第三条　浮标由港务机构每年油漆一次。
第三章　船闸
第一节　通行
第四条　船闸应当昼夜开放，节假日除外。
第二节　收费
第五条　过闸费按照吨位计收，渔船免收。
第四章　渡口
第六条　渡口由乡镇人民政府设置。
"""
CHAPTERS_NOW = """某省航道条例
第一章　总则
第一条　为了保护航道，制定本条例。
第二章　规划
第二条　航道规划由交通部门编制，报省政府批准。
第三章　浮标
第三条　船主不得移动浮标，违者自行恢复原状。
第四条　浮标由港务机构每年油漆一次。
第四章　船闸
第一节　通行
第五条　船闸应当昼夜开放，节假日除外。
第二节　收费
第六条　过闸费按照吨位计收，客船减半，渔船免收。
"""


@pytest.mark.parametrize(
    ("cites", "fate", "now", "todo"),
    [
        ("第一章", "same", "第一章", "keep"),
        ("第二章", "renumbered", "第三章", "renumber"),
        ("第三章", "amended", "第四章", "look"),
        ("第三章第一节", "renumbered", "第四章第一节", "renumber"),
        ("第三章第二节", "amended", "第四章第二节", "look"),
        ("第四章", "deleted", "", "gone"),
        ("第九章", "missing", "", "look"),
    ],
)
def test_a_chapter_goes_where_its_articles_went(cites, fate, now, todo, tmp_path):
    text = f"某市规定\n第一条　参照《某省航道条例》{cites}的规定执行。"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    city = Collection.build([tmp_path / "a.txt"], tmp_path / "out")
    found = city.affected(CHAPTERS, CHAPTERS_NOW)
    assert found[["fate", "now", "todo"]].values.tolist() == [[fate, now, todo]]
    if todo == "renumber":
        done = lawtrack.amend.apply(city.text("a.txt"), city.package(found).text)
        assert (done.complete, done.text) == (True, text.replace(cites, now))


def test_the_command_lists_what_rests_on_a_repealed_instrument(tmp_path, capsys):
    (tmp_path / "in").mkdir()
    texts = {
        "a": "某市规定\n第一条　根据《某省旧条例》，制定本规定。\n第二条　依照《某省旧条例》第三条处罚。",
        "b": "某省新条例\n第一条　略。\n第二条　本条例自2020年1月1日起施行，《某省旧条例》同时废止。",
    }
    for name, text in texts.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    city = Collection.build([tmp_path / "in"], tmp_path / "out")
    assert main(["collection", "repealed", "--in", str(city.folder), "--exit-code"]) == 1
    told = capsys.readouterr()
    assert [line.split("  ") for line in told.out.splitlines()] == [
        ["某市规定", "第一条", "《某省旧条例》", "某省新条例", "制定依据"],
        ["某市规定", "第二条", "《某省旧条例》第三条", "某省新条例"],
    ]
    assert "共2处" in told.err
    table = tmp_path / "已废止.docx"
    assert main(["collection", "repealed", "--in", str(city.folder), "-o", str(table)]) == 0
    assert table.stat().st_size > 100


@pytest.mark.parametrize("copy", ["副本/某市规定（副本）", "备份/规定", "某市规定 - 复制"])
def test_of_files_with_one_text_the_one_that_is_called_as_its_title_is_listed(copy, tmp_path):
    text = "某市规定\n第一条　依照《某省燃气条例》第三条处罚。"
    for name in (copy, "法规/某市规定"):
        path = tmp_path / "in" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = Collection.build([tmp_path / "in"], tmp_path / "out").affected(OLD, NEW)
    assert found["instrument"].tolist() == ["in/法规/某市规定.txt"]
    assert found.attrs["copies"] == {f"in/{copy}.txt": "in/法规/某市规定.txt"}


ARTICLES = (
    "索道应当登记",
    "索道每年检验一次",
    "乘客应当系好安全带",
    "停运应当公告",
    "票价应当公示",
    "本条例自公布之日起施行",
)


def ropeway(*articles):
    return "某省索道条例\n" + "".join(
        f"第{to_chinese(at)}条　{words}。\n" for at, words in enumerate(articles, 1)
    )


LISTED_OLD = ropeway(*ARTICLES)
LISTED_NEW = ropeway("为了乘客安全，制定本条例", ARTICLES[0], "索道每年检验两次", *ARTICLES[2:])


@pytest.mark.parametrize(
    ("cites", "gone", "told"),
    [
        ("第一条至第三条", "", ("amended", "第二条至第四条", "")),
        ("第三条至第五条", "", ("renumbered", "第四条至第六条", "")),
        ("第三条至第五条", "停运应当公告", ("amended", "第四条至第五条", "partly")),
    ],
)
def test_articles_that_stayed_together_are_not_said_to_have_parted(cites, gone, told, tmp_path):
    new = LISTED_NEW
    if gone:  # the articles behind move up
        new = "\n".join(line for line in new.splitlines() if gone not in line)
        new = new.replace("第六条", "第五条").replace("第七条", "第六条")
    (tmp_path / "a.txt").write_text(f"某市规定\n第一条　依照《某省索道条例》{cites}执行。", encoding="utf-8")
    found = Collection.build([tmp_path / "a.txt"], tmp_path / "out").affected(LISTED_OLD, new).iloc[0]
    assert (found["fate"], found["now"], found["how"]) == told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("第二条第一项的，警告；有该条第三项情形的，罚款", [("第二条第三项", "该条第二项", "renumber")]),
        ("第二条第一项的，警告；有该条第二项情形的，罚款", [("第二条第二项", "", "gone")]),
        ("第三条的，依照该条规定处理", [("第三条", "", "keep")]),
    ],
)
def test_that_article_is_the_one_named_before_in_the_other_text(words, expected, tmp_path):
    forbidden = "渡工不得有下列行为：\n（一）酒后操作；\n"
    old = f"某省渡口规定\n第一条　渡口应当登记。\n第二条　{forbidden}（二）超载；\n（三）夜航。\n第三条　渡费应当公示。"
    new = (
        "某省渡口规定\n第一条　为了安全，制定本规定。\n第二条　渡口应当登记。\n"
        f"第三条　{forbidden}（二）夜航。\n第四条　渡费应当公示。"
    )
    (tmp_path / "a.txt").write_text(f"某市办法\n第一条　违反《某省渡口规定》{words}。", encoding="utf-8")
    found = Collection.build([tmp_path / "a.txt"], tmp_path / "out").affected(old, new)
    that = [row for row in found.to_dict("records") if row["words"].startswith("该")]
    assert [(row["cites"], row["instead"], row["todo"]) for row in that] == expected


def test_a_package_names_rules_as_rules_and_clauses_with_old_and_new_numbers(tmp_path, capsys):
    (tmp_path / "in").mkdir()
    for name in "甲乙":
        (tmp_path / "in" / f"{name}.txt").write_text(
            f"{name}市索道办法\n（2030年5月1日{name}市人民政府令第1号公布）\n"
            "第一条　依照《某省索道条例》第一条登记，检验适用该条例第二条。",
            encoding="utf-8",
        )
    city = Collection.build([tmp_path / "in"], tmp_path / "out")
    made = city.package(city.affected(LISTED_OLD, LISTED_NEW))
    assert "等二件规章" in made.text
    assert "以上规章" in made.text
    assert sorted(made.mixed, reverse=True) == [
        "《甲市索道办法》第一条：第二条",
        "《乙市索道办法》第一条：第二条",
    ]
