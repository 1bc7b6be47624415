"""References follow their provisions."""

from __future__ import annotations

import pytest

from lawtrack.law.citations import citations
from lawtrack.law.model import Level
from lawtrack.law.parsing import parse
from lawtrack.law.renumbering import renumber

FOUR = "某市条例\n第一条　甲。\n乙。\n第二条　丙。\n第三条　丁。\n第四条　戊。\n第五条　"
LIST = "某市条例\n第一条　甲：\n（一）子；\n（二）丑。\n前款第（一）项、第（二）项规定。\n第二条　违反第一条第二项的。依照前条。\n"
SHIFT = {"art_1": "art_2", "art_2": "art_3", "art_3": "art_4"}


@pytest.mark.parametrize(
    ("words", "mapping", "expected"),
    [
        ("本条例第一条至第三条", SHIFT, "本条例第二条至第四条"),
        ("本条例第一条至第三条", {"art_3": "art_6"}, "本条例第一条、第二条和第六条"),
        ("第一条、第二条和第三条第一款", {"art_1": "art_9"}, "第二条、第三条第一款和第九条"),
        ("第一条第一款、第二款", {"art_1__para_2": "art_2"}, "第一条第一款、第二条"),
        ("第一条第一、二款", {"art_1__para_2": "art_2"}, "第一条第一款、第二条"),
        ("第一条第一、二款", {"art_1": "art_7"}, "第七条第一、二款"),
        ("第1条第2款、第3条", {"art_3": "art_14"}, "第1条第2款、第14条"),
        ("第一条、第二条", {"art_1": "art_7__para_2", "art_2": "art_7__para_2"}, "第七条第二款"),
        ("第三条", {"art_3": "art_12-1"}, "第十二条之一"),
        ("前条", {"art_5": "art_6"}, "本条例第四条"),
        ("前条", {"art_4": "art_5", "art_5": "art_6"}, "前条"),
        ("前条第一款", {"art_4": "art_5__para_2", "art_5": "art_7"}, "本条例第五条第二款"),
        ("前条第一款", {"art_4": "art_5", "art_5": "art_5__para_2"}, "本条第一款"),
        ("第二条第一款", {"art_2": "art_1__para_3"}, "第一条第三款"),
        ("《甲法》第一条", SHIFT, "《甲法》第一条"),
        ("本条例第九条", SHIFT, "本条例第九条"),
    ],
)
def test_a_reference_still_points_at_the_same_place(
    words: str, mapping: dict[str, str | None], expected: str
) -> None:
    assert renumber(parse(FOUR + words + "。"), mapping).text == FOUR + expected + "。"


def test_neighbours_that_part_are_named_in_full() -> None:
    doc = parse("某法\n第一条　甲。\n前款规定。\n前两款规定。\n依照第一款。")
    apart = {"art_1__para_2": "art_1__para_3", "art_1__para_3": "art_2", "art_1__para_4": "art_3"}
    changes = [(change.old, change.new) for change in renumber(doc, apart).changes]
    assert changes == [
        ("前款", "本条第一款"),
        ("前两款", "本法第一条第一款和第三款"),
        ("第一款", "本法第一条第一款"),
    ]


def test_items_follow_and_keep_their_brackets() -> None:
    mapping = {
        "art_1__para_1__item_1": "art_1__para_1__item_2",
        "art_1__para_1__item_2": "art_1__para_1__item_3",
    }
    done = renumber(parse(LIST), mapping)
    assert [(change.old, change.new, change.holder) for change in done.changes] == [
        ("前款第（一）项", "前款第（二）项", "art_1__para_2"),
        ("第（二）项", "第（三）项", "art_1__para_2"),
        ("第一条第二项", "第一条第三项", "art_2__para_1"),
    ]


def test_a_reference_to_a_deleted_provision_is_reported_and_left_alone() -> None:
    done = renumber(parse(FOUR + "依照第三条和第四条。"), {"art_3": None, "art_4": "art_3", "art_5": "art_4"})
    assert [item.words for item in done.lost] == ["第三条"]
    assert done.text.endswith("依照第三条和第三条。")


def test_a_range_loses_its_deleted_part() -> None:
    done = renumber(
        parse(FOUR + "依照第一条至第四条。"),
        {"art_1": None, "art_2": "art_1", "art_3": "art_2", "art_4": "art_3"},
    )
    assert done.text.endswith("依照第一条至第三条。")
    assert [item.words for item in done.lost] == ["第一条至第四条"]


def test_a_reference_in_a_deleted_provision_is_left_alone() -> None:
    done = renumber(parse(FOUR + "依照第三条。"), {"art_3": "art_4", "art_5": None})
    assert done.changes == ()


def test_an_empty_mapping_changes_nothing() -> None:
    assert renumber(parse(LIST), {}).text == LIST


@pytest.mark.corpus
def test_moving_every_article_moves_every_reference(corpus) -> None:
    """Every article moves by ten: each reference, read in the moved text, points at what it pointed at."""
    for path in sorted((corpus / "single").glob("*.txt"))[::5]:
        doc = parse(path.read_text(encoding="utf-8"))
        mapping = {
            article.eid: f"art_{article.number[0] + 10}" for article in doc.articles if not article.number[1]
        }
        if len(mapping) != len(doc.articles):
            continue
        done = renumber(doc, mapping)
        pointing = [item for item in citations(doc) if item.targets and not item.pointer.relative]
        firsts = [item.pointer.steps[item.pointer.carried].level for item in pointing]
        assert len(done.changes) == firsts.count(Level.ARTICLE), path.name
