"""Every clause that holds the words is found, and no other; conditions narrow; hits are marked."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest

from lawtrack.check import amounts
from lawtrack.collection import Collection, searching
from lawtrack.collection.blurring import Sought
from lawtrack.collection.index import folded, tokens
from lawtrack.collection.requiring import required
from lawtrack.errors import UnusableInput

WORDS = ["养犬", "登记", "罚款", "没收", "城市管理部门", "ＡＢ1", "《规定》", "日"]


def texts(count: int):
    chance = random.Random(7)
    for n in range(count):
        lines = [f"某市第{n}号规定"]
        for article in range(1, 9):
            words = "、".join(chance.sample(WORDS, chance.randint(0, 4)))
            lines.append(f"第{'一二三四五六七八'[article - 1]}条　本条写明{words}。")
            lines.append(f"另一款写明{chance.choice(WORDS)}的事项。")
        yield "\n".join(lines)


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    place = tmp_path_factory.mktemp("city")
    (place / "in").mkdir()
    for n, text in enumerate(texts(30)):
        (place / "in" / f"{n:02}.txt").write_text(text, encoding="utf-8")
    (place / "in" / "fines.txt").write_text(
        "某省罚款条例\n（2019年3月1日某省人民代表大会常务委员会通过）\n第一章　总则\n"
        "第一条　罚款二百元的标准另定。\n第二章　法律责任\n"
        "第二条　处五百元以上一千元以下罚款。\n第三条　处二万元以上的罚款。\n第四条　处违法所得二倍罚款。\n"
        "第五条　收费三百元。\n附件\n养犬登记表\n",
        encoding="utf-8",
    )
    return Collection.build([place / "in"], place / "out")


@pytest.mark.parametrize("word", [*WORDS, "本条", "条写明", "另一款", "写", "AB1", "无此词"])
@pytest.mark.parametrize("level", ["article", "paragraph"])
def test_a_word_finds_every_clause_that_holds_it(city, word, level):
    clauses = city.clauses
    held = clauses[clauses["level"].isin([level, "annex"])]
    plain = word.replace("ＡＢ", "AB")
    expected = held[held["text"].str.replace("ＡＢ", "AB").str.contains(plain, regex=False)]
    found = city.search(f'"{word}"', level=level)
    assert list(zip(found["instrument"], found["eid"], strict=True)) == list(
        zip(expected["instrument"], expected["eid"], strict=True)
    )
    for row in found.itertuples():
        assert row.marks
        assert all(row.text[start:end].replace("ＡＢ", "AB") == plain for start, end in row.marks)


def test_several_words_must_stand_in_one_clause(city):
    whole, below = city.search("养犬 罚款"), city.search("养犬 罚款", level="paragraph")
    assert all("养犬" in text and "罚款" in text for text in [*whole["text"], *below["text"]])
    assert 0 < len(below) < len(whole)


def test_a_word_over_the_end_of_a_sentence_is_no_word(city):
    assert city.search("法律责任处").empty
    assert city.search("标准另定处").empty


@pytest.mark.parametrize(
    ("fine", "labels"),
    [((0, 100), []), ((100, 200), ["第一条"]), ((900, 5000), ["第二条"]), ((1e6, 1e7), ["第三条"]),
     ((200, 30000), ["第一条", "第二条", "第三条"])],
)  # fmt: skip
def test_fines_are_found_by_range(city, fine, labels):
    assert city.search(fine=fine)["label"].tolist() == labels


def test_conditions_narrow(city):
    assert city.search("罚款", penalties=True)["label"].tolist() == ["第二条", "第三条", "第四条"]
    assert set(city.search("罚款", kind="local-regulation")["title"]) == {"某省罚款条例"}
    assert len(city.search("罚款", since="2019-03-01", until="2019-03-01")) == 4
    assert city.search("罚款", until="2018").empty
    assert len(city.search("罚款", body="某省人民代表大会")) == 4
    assert len(city.search("罚款", title="罚款")) == 4
    assert city.search(pattern=r"处.{1,3}万元")["label"].tolist() == ["第三条"]


def test_annexes_are_searched_too(city):
    assert city.search("登记表")["eid"].str.startswith("annex").tolist() == [True]


def test_a_limit_says_how_many_there_are(city):
    found = city.search("本条", limit=5)
    assert len(found) == 5
    assert found.attrs["total"] == 240


def test_what_cannot_be_asked_is_said(city):
    with pytest.raises(UnusableInput, match="正则"):
        city.search(pattern="(")
    with pytest.raises(UnusableInput, match="层级"):
        city.search("养犬", level="chapter")


def test_the_index_is_made_again_where_it_is_gone(city):
    before = len(city.search("养犬"))
    (city.folder / "search.sqlite").unlink()
    assert len(city.search("养犬")) == before


PIECES = [
    "养犬",
    "登记",
    "，",
    "。",
    "、",
    "“",
    "”",
    '"',
    "《",
    "》",
    "Ａ",
    "a",
    "é",
    "1",
    "１",
    "　",
    " ",
    "😀",
    "\u200b",
    "（",
    "(",
]


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """Articles of chance pieces with marks, widths, signs beyond the plane and characters that say nothing."""
    chance, place = random.Random(11), tmp_path_factory.mktemp("odd")
    (place / "in").mkdir()
    for n in range(20):
        lines = [f"某市第{n}号规定"]
        lines += [
            f"第{one}条　本条" + "".join(chance.choices(PIECES, k=8)) + "。" for one in "一二三四五六七八九"
        ]
        (place / "in" / f"{n:02}.txt").write_text("\n".join(lines), encoding="utf-8")
    return Collection.build([place / "in"], place / "out")


@pytest.mark.parametrize("size", [1, 2, 3])
def test_counted_hits_are_the_hits_that_are_read(odd, size):
    chance = random.Random(size)
    for _ in range(60):
        word = "".join(chance.choices(PIECES, k=size))
        if word.strip() and '"' not in word and "“" not in word and "”" not in word:
            whole = odd.search([word])
            few = odd.search([word], limit=2)
            assert few.attrs["total"] == len(whole), word
            assert few.to_dict("records") == whole.head(2).to_dict("records")


def test_conditions_are_counted_too(city):
    for asked in (
        {"kind": "local-regulation"},
        {"title": "3号"},
        {"penalties": True},
        {"fine": (1, 5000)},
        {"since": "2000"},
    ):
        assert city.search("罚款", limit=1, **asked).attrs["total"] == len(city.search("罚款", **asked))


def test_an_index_of_another_form_is_made_again(city):
    import contextlib
    import sqlite3

    file = city.folder / "search.sqlite"
    expected = len(city.search("养犬"))
    with contextlib.closing(sqlite3.connect(file)) as db, db:
        db.execute("DELETE FROM clauses")
        db.execute("PRAGMA user_version=1")
    assert len(city.search("养犬")) == expected


def scanned(
    clauses,
    level,
    words=(),
    pattern="",
    fine=None,
    kind="",
    title="",
    body="",
    since="",
    until="",
    penalties=False,
):
    """What a search must give, by reading every clause: no index, no SQL."""
    return [
        (row.instrument, row.eid)
        for row in clauses
        if row.level in {level, "annex", "preamble", "order", "tail"}
        and all(word.translate(NARROW).lower() in row.plain for word in words)
        and (not pattern or re.search(pattern, row.plain) or re.search(pattern, row.text))
        and (not fine or any(touches(amount, fine) for amount in row.amounts))
        and (not kind or row.kind == kind)
        and title in row.title
        and body in row.body
        and (not since or (row.changed and row.changed >= since))
        and (not until or (row.changed and row.changed[: len(until)] <= until))
        and (row.penalties or not penalties)
    ]


def every_clause(city):
    joined = city.clauses.merge(city.instruments, on="instrument")
    joined["plain"] = [text.translate(NARROW).lower() for text in joined["text"]]
    joined["amounts"] = [amounts(text) for text in joined["text"]]
    return list(joined.itertuples())


def touches(amount, fine):
    reaches = amount.high is None or amount.high >= fine[0]
    return amount.fine and amount.unit == "yuan" and amount.low <= fine[1] and reaches


NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
SUMS = ("二百元", "五百元以上一千元以下", "2000元以上2万元以下", "十万元以上", "三万元以下")
MADE = ("某省", "某市", "国务院")
ASKED: dict[str, list[Any]] = {
    "pattern": ["处.{1,9}罚款", "养.", "第[一二]"],
    "fine": [(0, 300), (600, 700), (900, 1500), (15_000, 25_000), (100_000, 1e9)],
    "kind": ["local-regulation", "administrative-regulation"],
    "title": ["养犬", "3"],
    "body": ["某省人民代表大会", "某市"],
    "since": ["2015", "2018-03", "2019-03-02"],
    "until": ["2015", "2018-03", "2019-03-01"],
    "penalties": [True],
}


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Instruments of chance: makers, days, chapters of penalties with paragraphs that fine each another sum."""
    chance, place = random.Random(23), tmp_path_factory.mktemp("many")
    (place / "in").mkdir()
    for n in range(20):
        who = chance.choice(MADE)
        day = f"20{chance.randint(10, 20)}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日"
        note = (
            f"（{day}{who}人民代表大会常务委员会通过）"
            if who != "国务院"
            else f"（{day}国务院令第{n}号公布）"
        )
        lines = [f"{who if who != '国务院' else ''}养犬第{n}号条例", note, "第一章　总则"]
        for article in range(1, 9):
            if article == 5:
                lines.append("第二章　法律责任")
            lines.append(
                f"第{'一二三四五六七八'[article - 1]}条　本条写明{'、'.join(chance.sample(WORDS, 2))}。"
            )
            lines += [
                f"{chance.choice(WORDS)}的，处{chance.choice(SUMS)}罚款。"
                for _ in range(chance.randint(0, 3))
            ]
        (place / "in" / f"{n:02}.txt").write_text("\n".join(lines), encoding="utf-8")
    city = Collection.build([place / "in"], place / "out")
    return city, every_clause(city)


@pytest.mark.parametrize("level", ["article", "paragraph"])
def test_every_condition_gives_what_reading_every_clause_gives(many, level):
    city, clauses = many
    chance = random.Random(level)
    hits = 0
    for _ in range(40):
        names = chance.sample(sorted(ASKED), chance.randint(0, 3))
        asked: dict[str, Any] = {name: chance.choice(ASKED[name]) for name in names}
        words = chance.sample(WORDS, chance.randint(0 if names else 1, 2))
        found = city.search(words, level=level, **asked)
        expected = scanned(clauses, level, words, **asked)
        assert list(zip(found["instrument"], found["eid"], strict=True)) == expected, (words, asked)
        assert city.search(words, level=level, limit=1, **asked).attrs["total"] == len(expected)
        hits += bool(expected)
    assert hits > 10


PARTS = (
    "养", "犬", "登记", "a", "Ａ", "B", "１", ".", "[养犬]", "[^犬]", "[0-3]", "[a-c]", "[一-龥]", "[^A]", "\\d", "\\D",
    "\\s", "\\w", "\\W", "\\b", "\\.", "^", "$", "(?:养|犬登)", "(犬)", "(?=登)", "(?!犬)", "(?<=养)", "(?i:b)", "(?:a|犬.记)",
    "(?:养犬)", "养|犬", "\\u72ac", "\\1", "{", "-", "_", " ", "[ 养]", "(?:登|)",
)  # fmt: skip
TIMES = ("", "", "", "", "?", "*", "+", "{0}", "{2}", "{0,2}", "{1,3}", "{,2}", "??", "+?")
SIGNS = "养犬登记aAｂＢ1１.{- \n＿_K、"


def chance_patterns(seed, count):
    chance = random.Random(seed)
    for _ in range(count):
        pattern = "".join(chance.choice(PARTS) + chance.choice(TIMES) for _ in range(chance.randint(1, 5)))
        try:
            yield re.compile(pattern), "".join(chance.choices(SIGNS, k=14))
        except re.error:
            continue


def test_what_a_pattern_requires_stands_in_whatever_it_fits():
    met = asked = 0
    for expression, text in chance_patterns(5, 2000):
        need = required(expression.pattern, set(tokens(SIGNS)))
        if any(expression.search(form) for form in (text, folded(text))):
            assert need.met(tokens(text).replace(" ", "")), (expression.pattern, text, need)
            met += bool(need.parts)
        asked += bool(need.parts)
    assert met > 60 < asked


def test_a_text_is_folded_wherever_that_makes_a_difference():
    hits = 0
    for expression, text in chance_patterns(6, 2000):
        forms = [
            [match.span() for match in expression.finditer(form) if match.group()]
            for form in (folded(text), text)
        ]
        sought = Sought(expression)
        assert sought.spans(text) == (forms[0] or forms[1]), (expression.pattern, text)
        assert sought.stands(text) == bool(forms[0] or forms[1]), (expression.pattern, text)
        hits += bool(forms[0])
    assert hits > 150


@pytest.mark.parametrize(
    ("pattern", "asked"),
    [
        (r"\d{1,2}日内", '(("1 日 内" OR "2 日 内"))'),
        ("[一二两]日", '(("一 日" OR "两 日" OR "二 日"))'),
        ("(?:责令|处以).{1,9}罚款", '(("处 以" OR "责 令") AND "罚 款")'),
        ("处.*罚款|没收", '((("处" AND "罚 款") OR ("没 收")))'),
        ("罚\\s*款", '("罚 款")'),
        ("(?:处以)?罚款", '("罚 款")'),
        ("[^，]{5}|罚", ""),
        ("(?i)ab", ""),
    ],
)
def test_a_pattern_is_asked_of_the_index(pattern, asked):
    assert required(pattern, "12").match() == asked


@pytest.mark.parametrize("asked", [{"pattern": "本条.{2}养"}, {"words": "本条", "level": "paragraph"}])
def test_reading_ends_with_the_first_page_and_says_so(city, monkeypatch, asked):
    whole = city.search(**asked)
    monkeypatch.setattr(searching, "ENOUGH", 7)
    first = city.search(**asked, limit=3)
    assert first.to_dict("records") == whole.head(3).to_dict("records")
    assert first.attrs["total"] is None
    assert 3 <= first.attrs["at_least"] < len(whole)
    assert first.attrs["read"] is None
    assert city.search(**asked, limit=3, count=True).attrs["total"] == len(whole)
    assert whole.attrs["total"] == len(whole)


@pytest.mark.parametrize("pattern", [r"(.)\1{3}", r"(?:[^。]{60}|养犬登记表)$", r"另一款.{4}《"])
def test_reading_ends_before_the_end_of_a_page_that_does_not_fill_and_says_after_how_many(
    city, monkeypatch, pattern
):
    whole = city.search(pattern=pattern)
    monkeypatch.setattr(searching, "ENOUGH", 50)
    told = city.search(pattern=pattern, limit=100)
    assert (told.attrs["total"], told.attrs["read"]) == (None, 50)
    assert told.to_dict("records") == whole.head(len(told)).to_dict("records")
    assert told.attrs["at_least"] == len(told) <= len(whole)
    counted = city.search(pattern=pattern, limit=100, count=True)
    assert (counted.attrs["total"], counted.attrs["read"]) == (len(whole), None)


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("处[罚", "第2个字：“[”没有对应的“]”"),
        ("处(罚", "第2个字：“(”没有对应的“)”"),
        ("处)罚", "第2个字：“)”没有对应的“(”"),
        ("*罚", "第1个字：重复符号"),
        ("罚**", "第3个字：连写了两个重复符号"),
        (r"罚\q", "第2个字：不认识“\\”后面的写法"),
        ("[二-一]", "第2个字：方括号里范围的先后颠倒"),
        ("罚{3,1}", "第3个字：重复的次数写错了"),
        (r"罚\2", "第3个字：引用了没有的组"),
        ("(?<=罚*)款", "第1个字：“(?<”里的长短必须是定的"),
        ("(?!", "第1个字：“(”没有对应的“)”"),
        ("(?9)罚", "不认识“(?”后面的写法"),
    ],
)
def test_what_is_wrong_with_a_pattern_is_said_in_the_readers_language(city, pattern, told):
    with pytest.raises(UnusableInput) as problem:
        city.search(pattern=pattern)
    assert told in problem.value.message("zh")
