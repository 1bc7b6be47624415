"""Two to eight versions side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from lawtrack.compare import compare, concordance
from lawtrack.errors import UnusableInput
from tests.strategies import edited, messy_texts

SMOKE = "本市公园、学校和医院内禁止吸烟，违者由卫生主管部门处二百元罚款。"
DOGS = "携犬出户应当使用牵引带，并及时清除犬只排泄的粪便。"
TREES = "古树名木由园林绿化主管部门登记造册，并设置保护标志。"
WATER = "供水单位应当每日检测水质，保证饮用水符合国家规定的标准。"


def text(*articles):
    labels = "一二三四五六七八九"
    return "\n".join(f"第{labels[at]}条　{words}" for at, words in enumerate(articles))


RIVERS = """某市河道保护条例
（2019年3月1日某市人民代表大会常务委员会通过）
序言
河道关系民生，应当珍惜。
第一章　总则
第一条　市人民政府应当制定河道保护规划。
第二章　监督
第二条　水务主管部门每年公布河道名录。
第三章　奖惩
第三条　对成绩显著的单位给予表彰。
第四条　本条例自公布之日起施行。
附件1
河道名录
东河、西河、南河。
附件2
收费标准
每平方米五元。"""
FIRST_READING = (
    RIVERS.replace("序言\n河道关系民生，应当珍惜。\n", "")
    .replace("第二章　监督", "第二章　规划\n第二条　编制规划应当征求公众意见。\n第三章　监督考核管理")
    .replace("第二条　水务", "第三条　水务")
    .replace("第三章　奖惩\n第三条　对成绩显著的单位给予表彰。\n", "")
    .replace("\n附件2\n收费标准\n每平方米五元。", "")
)
PASSED = (
    FIRST_READING.replace("保护条例", "管理条例").replace(
        "第一章　总则", "序言\n河道关系民生，应当倍加珍惜。\n第一章　总则"
    )
    + "\n附件2\n收费标准\n每平方米六元。"
)


@pytest.fixture(scope="module")
def rivers():
    return concordance([RIVERS, FIRST_READING, PASSED])


def first_lines(threads):
    return [[cell.text.partition("\n")[0] for cell in thread.cells] for thread in threads]


def labels(found):
    return [[cell.labels for cell in row.cells] for row in found.rows]


@pytest.fixture(scope="module")
def stages():
    folder = Path(__file__).resolve().parents[2] / "drafts" / "patriotic-health" / "stages"
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))]


def test_each_clause_is_followed_through_all_versions():
    found = concordance([text(SMOKE, DOGS), text(TREES, SMOKE, DOGS), text(TREES, DOGS)])
    assert labels(found) == [
        [(), ("第一条",), ("第一条",)],
        [("第一条",), ("第二条",), ()],
        [("第二条",), ("第三条",), ("第二条",)],
    ]


def test_a_vanished_clause_stands_where_it_stood():
    found = concordance([text(SMOKE, DOGS, TREES, WATER), text(SMOKE, WATER)])
    assert labels(found) == [
        [("第一条",), ("第一条",)],
        [("第二条",), ()],
        [("第三条",), ()],
        [("第四条",), ("第二条",)],
    ]


def test_a_clause_that_came_back_is_one_row():
    back = DOGS.replace("及时", "立即")
    found = concordance([text(SMOKE, DOGS), text(SMOKE), text(SMOKE, TREES), text(back, SMOKE, TREES)])
    kinds = {
        row.cells[0].labels: [cell.kind for cell in row.cells] for row in found.rows if row.cells[0].labels
    }
    assert labels(found)[0] == [("第二条",), (), (), ("第一条",)]
    assert kinds[("第二条",)] == [None, "deleted", None, "added"]
    row = found.rows[0]
    assert row.before(3).labels == ("第二条",)
    assert ("delete", "及时") in row.ops(3) or ("insert", "立即") in row.ops(3)


def test_an_unrelated_clause_does_not_join_what_vanished():
    found = concordance([text(SMOKE, DOGS), text(SMOKE), text(SMOKE, WATER)])
    assert labels(found)[1:] == [[("第二条",), (), ()], [(), (), ("第二条",)]]


def test_split_and_merged_clauses_stay_one_row(stages):
    found = concordance(stages)
    cells = [tuple("、".join(cell.labels) for cell in row.cells) for row in found.rows]
    assert ("第二条、第三条", "第二条", "第二条") in cells
    kinds = {
        tuple(cell.labels for cell in row.cells): [cell.kind for cell in row.cells] for row in found.rows
    }
    assert kinds[("第二条", "第三条"), ("第二条",), ("第二条",)] == [None, "merged", "unchanged"]


def test_every_article_of_every_version_comes_once_and_the_last_in_order(stages):
    found = concordance(stages)
    for version, doc in enumerate(found.versions):
        listed = [node.eid for row in found.rows for node in row.cells[version].provisions]
        assert sorted(listed) == sorted(node.eid for node in doc.articles)
    last = [row.cells[-1].provisions[0].start for row in found.rows if row.cells[-1].provisions]
    assert last == sorted(last)


@given(edited(), edited())
@settings(max_examples=25, deadline=None)
def test_any_versions_are_held_whole_and_the_last_in_order(one, other):
    found = concordance([one.old, one.new, other.new])
    for version, doc in enumerate(found.versions):
        listed = [node.start for row in found.rows for node in row.cells[version].provisions]
        assert sorted(listed) == [node.start for node in doc.articles]
    last = [row.cells[-1].provisions[0].start for row in found.rows if row.cells[-1].provisions]
    assert last == sorted(last)


def test_headings_are_followed_by_their_names(rivers):
    chapters = [thread for thread in rivers.other if thread.level == "chapter"]
    assert first_lines(chapters) == [
        ["第一章　总则"] * 3,
        ["", "第二章　规划", "第二章　规划"],
        ["第二章　监督", "第三章　监督考核管理", "第三章　监督考核管理"],
        ["第三章　奖惩", "", ""],
    ]
    assert [[cell.kind for cell in thread.cells] for thread in chapters] == [
        [None, "unchanged", "unchanged"],
        [None, "added", "unchanged"],
        [None, "amended", "unchanged"],
        [None, "deleted", None],
    ]
    assert [cell.renumbered for cell in chapters[2].cells] == [False, True, False]


def test_a_reader_meets_everything_in_the_order_of_the_last_text(rivers):
    assert [
        (thread.level, line[0] or line[-1])
        for thread, line in zip(rivers.threads, first_lines(rivers.threads), strict=True)
    ] == [
        ("title", "某市河道保护条例"),
        ("header", "（2019年3月1日某市人民代表大会常务委员会通过）"),
        ("preamble", "序言"),
        ("chapter", "第一章　总则"),
        ("article", "第一条　市人民政府应当制定河道保护规划。"),
        ("chapter", "第二章　规划"),
        ("article", "第二条　编制规划应当征求公众意见。"),
        ("chapter", "第二章　监督"),
        ("article", "第二条　水务主管部门每年公布河道名录。"),
        ("chapter", "第三章　奖惩"),
        ("article", "第三条　对成绩显著的单位给予表彰。"),
        ("article", "第四条　本条例自公布之日起施行。"),
        ("annex", "附件1"),
        ("annex", "附件2"),
    ]
    assert set(rivers.rows) | set(rivers.other) == set(rivers.threads)
    assert {thread.level for thread in rivers.rows} == {"article"}


def test_a_title_that_changed_and_what_came_back_are_one_thread(rivers):
    title, preamble, annex = rivers.threads[0], rivers.threads[2], rivers.threads[-1]
    assert [cell.kind for cell in title.cells] == [None, "unchanged", "amended"]
    assert title.ops(2) == (
        ("equal", "某市河道"), ("delete", "保护"), ("insert", "管理"), ("equal", "条例"),
    )  # fmt: skip
    for thread in (preamble, annex):
        assert [cell.kind for cell in thread.cells] == [None, "deleted", "added"]
        assert thread.before(2) == thread.cells[0]
    assert ("insert", "倍加") in preamble.ops(2)


def test_annexes_of_the_same_words_are_told_apart():
    texts = ["第一条　甲。" + "\n附件\n申请表" * count for count in (2, 2, 1)]
    annexes = [thread for thread in concordance(texts).threads if thread.level == "annex"]
    assert [[bool(cell.text) for cell in thread.cells] for thread in annexes] == [
        [True, True, True], [True, True, False],
    ]  # fmt: skip


def test_an_annex_that_begins_with_the_words_of_another_is_not_taken_for_it():
    short, long = "附件\n申请表", "附件\n申请表\n姓名、住址、事由。"
    found = concordance([f"第一条　甲。\n{short}\n{long}", f"第一条　甲。\n{long}"])
    annexes = [[cell.text for cell in thread.cells] for thread in found.threads if thread.level == "annex"]
    assert sorted(annexes) == [[short, ""], [long, long]]


def test_a_contents_page_has_no_thread(stages):
    found = concordance(stages)
    assert "contents" in {row.level for row in found.comparisons[0].other}
    assert "contents" not in {thread.level for thread in found.threads}


def test_a_chapter_and_an_article_of_the_same_words_are_not_joined():
    found = concordance(["第一章　管理\n第一条　甲事。", "第一条　甲事。", "第一条　甲事。\n第二条　管理"])
    assert first_lines(found.threads)[-1] == ["", "", "第二条　管理"]


def everything(doc):
    """What must stand in a concordance, by its words, in the order of the text."""
    units = [(node.start, node.source[node.start : node.words_start]) for node in doc.headings]
    units += [(node.start, node.text) for node in doc.articles]
    units += [(block.start, block.text) for block in doc.blocks if block.kind != "contents"]
    return [words for _, words in sorted(units)]


@pytest.mark.parametrize("end", [2, 3])
def test_every_heading_and_block_comes_once_and_the_last_in_order(stages, rivers, end):
    for found in (concordance(stages[:end]), concordance([RIVERS, FIRST_READING, PASSED][:end])):
        for version, doc in enumerate(found.versions):
            cells = [thread.cells[version].text for thread in found.threads]
            assert sorted("\n".join(filter(None, cells)).split("\n")) == sorted(
                "\n".join(everything(doc)).split("\n")
            )
        assert "\n".join(filter(None, cells)) == "\n".join(everything(doc))


@given(messy_texts(), messy_texts())
@settings(max_examples=25, deadline=None)
def test_any_texts_are_held_whole(one, other):
    found = concordance([one, other, one])
    for version, doc in enumerate(found.versions):
        cells = [thread.cells[version].text for thread in found.threads if thread.cells[version].text]
        assert sorted("".join(cells)) == sorted(
            "".join(everything(doc)) + "\n" * (len(everything(doc)) - len(cells))
        )


def test_two_versions_say_what_their_comparison_says(stages):
    found, pair = concordance(stages[1:]), compare(*stages[1:])
    assert [row.cells[1].kind for row in found.rows].count("amended") == pair.summary["amended"]
    assert found.summaries == (pair.summary,)


def test_as_data_and_as_a_frame(stages):
    found = concordance(stages)
    data = found.to_dict()
    assert data["titles"] == [doc.title for doc in found.versions]
    assert len(data["rows"]) == len(found.rows) == len(found.to_frame())
    assert list(found.to_frame().columns[:4]) == ["label_1", "text_1", "kind_1", "label_2"]
    assert set(found.to_frame()["level"]) == {"article"}


def test_headings_as_data_and_as_a_frame(rivers):
    data = rivers.to_dict()
    assert sorted(row["place"] for row in (*data["rows"], *data["other"])) == list(range(len(rivers.threads)))
    assert data["other"][0] == {
        "level": "title",
        "place": 0,
        "changed": True,
        "cells": [cell.to_dict() for cell in rivers.threads[0].cells],
    }
    frame = rivers.to_frame(whole=True)
    assert list(frame["level"]) == [thread.level for thread in rivers.threads]
    assert list(frame.columns[-4:]) == ["label_3", "text_3", "kind_3", "level"]


@pytest.mark.parametrize("count", [0, 1, 9])
def test_too_few_or_too_many_versions_are_refused(count):
    with pytest.raises(UnusableInput, match=str(count)):
        concordance([SMOKE] * count)


@pytest.mark.corpus
def test_the_corpus_is_followed_there_and_back(corpus):
    folder = corpus / "pairs" / "p014"
    old, new = (next(folder.glob(f"{side}*")).read_text(encoding="utf-8") for side in ("old", "new"))
    found = concordance([old, new, old])
    for row in found.rows:
        assert [node.eid for node in row.cells[0].provisions] == [
            node.eid for node in row.cells[2].provisions
        ]
