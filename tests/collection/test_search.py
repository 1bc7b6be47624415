"""Every clause that holds the words is found, and no other; conditions narrow; hits are marked."""

from __future__ import annotations

import random

import pytest

from lawtrack.collection import Collection
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
    import sqlite3

    file = city.folder / "search.sqlite"
    expected = len(city.search("养犬"))
    with sqlite3.connect(file) as db:
        db.execute("DELETE FROM clauses")
        db.execute("PRAGMA user_version=1")
    assert len(city.search("养犬")) == expected
