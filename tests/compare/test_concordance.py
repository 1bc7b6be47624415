"""Two to eight versions side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from lawtrack.compare import compare, concordance
from lawtrack.errors import UnusableInput
from tests.strategies import edited

SMOKE = "本市公园、学校和医院内禁止吸烟，违者由卫生主管部门处二百元罚款。"
DOGS = "携犬出户应当使用牵引带，并及时清除犬只排泄的粪便。"
TREES = "古树名木由园林绿化主管部门登记造册，并设置保护标志。"
WATER = "供水单位应当每日检测水质，保证饮用水符合国家规定的标准。"


def text(*articles):
    labels = "一二三四五六七八九"
    return "\n".join(f"第{labels[at]}条　{words}" for at, words in enumerate(articles))


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
