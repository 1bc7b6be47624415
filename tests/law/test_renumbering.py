"""References follow their provisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lawtrack.law import article_label, citations, parse, renumber

if TYPE_CHECKING:
    from pathlib import Path

    from lawtrack.law import Instrument

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
        ("第二条规定的，依照该条规定", SHIFT, "第三条规定的，依照该条规定"),
        (
            "前条第一款的规定或者第二条的规定",
            {"art_4": "art_3-1"},
            "本条例第三条之一第一款的规定或者第二条的规定",
        ),
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
def test_an_article_more_moves_every_reference_behind_it(corpus: Path) -> None:
    """An article goes in, everything behind it moves: each reference, read in the new text, points where it did."""
    checked = 0
    for path in sorted((corpus / "single").glob("*.txt")):
        doc = parse(path.read_text(encoding="utf-8"))
        numbers = [article.number for article in doc.articles]
        if len(numbers) < 6 or numbers != [(count, 0) for count in range(1, len(numbers) + 1)]:
            continue
        if not doc.articles[0].label.startswith("第"):
            continue
        place = len(numbers) // 2
        mapping: dict[str, str | None] = {
            f"art_{number}": f"art_{number + 1}" for number in range(place + 1, len(numbers) + 1)
        }
        before, after = targets(doc), targets(parse(inserted(doc, place, mapping)))
        expected = [tuple(moved(eid, mapping) for eid in eids) for eids in before]
        flat_after, flat_expected = set(after), {each for each in expected if each}
        missing = {each for each in flat_expected - flat_after if len(each) == 1}  # a range may become a list
        assert not missing, (path.name, missing)
        checked += len(flat_expected)
    assert checked > 500


def inserted(doc: Instrument, place: int, mapping: dict[str, str | None]) -> str:
    """The text with one article more after the first `place`, labels and references moved along."""
    edits = [(change.start, change.end, change.new) for change in renumber(doc, mapping).changes]
    for article in doc.articles[place:]:
        label = article_label((article.number[0] + 1, 0))
        edits.append((article.start, article.start + len(article.label), label))
    new = doc.articles[place]
    edits.append((new.start, new.start, f"{article_label(new.number)}　新设。\n"))
    pieces, at = [], 0
    for start, end, words in sorted(edits):
        pieces += [doc.text[at:start], words]
        at = end
    return "".join([*pieces, doc.text[at:]])


def targets(doc: Instrument) -> list[tuple[str, ...]]:
    return [item.targets for item in citations(doc) if item.internal and item.targets]


def moved(eid: str, mapping: dict[str, str | None]) -> str:
    head, mark, rest = eid.partition("__")
    return f"{mapping.get(head) or head}{mark}{rest}"
