"""A comparison in numbers and in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawtrack.compare import compare, in_words, statistics

STAGES = Path(__file__).resolve().parents[2] / "drafts" / "patriotic-health" / "stages"


@pytest.fixture(scope="module")
def revision():
    """The complete revision of the sample: five chapters become nine."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(STAGES.glob("*.md"))]
    return compare(texts[0], texts[2])


def test_each_row_is_counted_in_one_chapter(revision):
    found = statistics(revision)
    for kind, total in found.kinds.items():
        if kind not in ("renumbered", "moved"):
            assert sum(chapter.kinds[kind] for chapter in found.chapters) == total


def test_a_chapter_without_successor_is_listed_as_gone():
    old = "第一章　总则\n第一条　为了健康，制定本条例。\n第二章　奖励\n第二条　对表现突出的给予奖励。"
    counted = statistics(compare(old, old.partition("\n第二章")[0]))
    assert [chapter.heading for chapter in counted.chapters if chapter.gone] == ["第二章　奖励"]


def test_the_chapter_map_says_what_went_where(revision):
    found = statistics(revision).passages
    olds = sum(passage.articles for passage in found if passage.old)
    news = sum(passage.articles for passage in found if passage.new)
    merged = [row for row in revision.rows if row.kind == "merged"]
    splits = [row for row in revision.rows if row.kind == "split"]
    assert olds == 31 + sum(len(row.new) - 1 for row in splits)
    assert news == 47 + sum(len(row.old) - 1 for row in merged)
    assert any(passage.old == "第四章　奖惩" and passage.new == "" for passage in found)


def test_chapters_of_one_name_in_two_parts_are_two():
    text = "某法\n第一编　总则\n第一章　一般规定\n第一条　甲事归市政府。\n第二编　物权\n第一章　一般规定\n第二条　乙事归区政府。"
    headings = [chapter.heading for chapter in statistics(compare(text, text)).chapters]
    assert headings == ["第一编第一章　一般规定", "第二编第一章　一般规定"]


def test_the_share_that_changed():
    same = compare("第一条　公园内禁止吸烟。", "第一条　公园内禁止吸烟。")
    other = compare("第一条　公园内禁止吸烟。", "")
    assert statistics(same).changed_share == 0
    assert statistics(other).changed_share == 1
    assert statistics(compare("", "")).changed_share == 0


def test_numbers_as_plain_data_and_as_a_frame(revision):
    found = statistics(revision)
    assert found.to_dict()["new"] == {"chapters": 9, "articles": 47, "characters": found.new.characters}
    assert found.to_frame()["added"].sum() == found.kinds["added"]


def test_the_paragraph_of_the_explanation_counts_the_rows(revision):
    words = in_words(revision)
    assert "条例由五章三十一条改为九章四十七条" in words
    assert words.startswith("新增")
    assert words.endswith("。")


def test_every_number_of_the_paragraph():
    keep = [f"第{n}条　{words}" for n, words in zip("一二三四", (
        "市人民政府负责本市控烟工作的组织领导。", "公园、学校、医院的室内场所禁止吸烟。",
        "经营者应当劝阻顾客吸烟，并张贴禁烟标志。", "违反规定的，由卫生主管部门处五十元罚款。",
    ), strict=True)]  # fmt: skip
    old = "某市控烟条例\n" + "\n".join(keep)
    new = "某市控烟条例\n" + "\n".join(
        [
            keep[0],
            "第二条　任何人有权举报违法吸烟的行为。",
            keep[1].replace("二", "三", 1),
            keep[3].replace("五十", "一百"),
        ]
    )
    assert in_words(compare(old, new)) == (
        "新增一条，删去一条，修改一条；其余两条未作修改，其中一条仅条序改变；条例仍为四条。"
    )
