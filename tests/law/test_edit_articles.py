"""Articles put in, taken out and rewritten, in texts of every shape: numbers run on and references keep their aim."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.law import article_label, citations, edit, parse


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, list[int | None], list[tuple[str, str]], set[str]]:
    """A text whose articles each name themselves, some pointing at another; and an edit of it."""
    count = draw(st.integers(2, 12))
    aims = [draw(st.none() | st.integers(1, count)) for _ in range(count)]
    chapters = draw(st.booleans())
    lines = ["某市条例"]
    for at, aim in enumerate(aims, 1):
        if chapters and at in {1, 3}:
            lines.append(f"第{'一二'[at // 2]}章　章名")
        pointing = f"依照本条例{article_label((aim, 0))}的规定处理。" if aim else "办理。"
        lines.append(f"{article_label((at, 0))}　甲{at}事项{pointing}")
    deleted = draw(st.sets(st.integers(1, count), max_size=count - 1))
    inserted = draw(st.lists(st.integers(0, count), max_size=3))
    new = [(f"art_{after}" if after else "", f"新增{n}。") for n, after in enumerate(inserted)]
    return "\n".join(lines), aims, new, {f"art_{at}" for at in deleted}


@settings(max_examples=150, deadline=None)
@given(edits())
def test_numbers_run_on_nothing_is_lost_and_references_keep_their_aim(
    case: tuple[str, list[int | None], list[tuple[str, str]], set[str]],
) -> None:
    text, aims, inserted, deleted = case
    done = edit(parse(text), inserted=inserted, deleted=deleted)
    after = parse(done.text)
    assert [article.number for article in after.articles] == [
        (n, 0) for n in range(1, len(after.articles) + 1)
    ]
    words = [article.words for article in after.articles]
    assert sum(each.startswith("甲") for each in words) == len(aims) - len(deleted)
    assert sorted(each for each in words if each.startswith("新增")) == sorted(each for _, each in inserted)
    place = {int(each[1:].partition("事")[0]): n for n, each in enumerate(words, 1) if each.startswith("甲")}
    cited = {c.holder.split("__")[0]: c.targets for c in citations(after) if c.targets}
    for at, aim in enumerate(aims, 1):
        if aim and at in place and aim in place and aim != at:
            assert cited[f"art_{place[at]}"] == (f"art_{place[aim]}",), done.text
    lost = {aim for at, aim in enumerate(aims, 1) if aim and at in place and aim not in place}
    assert bool(done.lost) == bool(lost)


def test_rewritten_words_keep_their_paragraphs_and_items() -> None:
    doc = parse("某市条例\n第一条　甲。\n第二条　乙。")
    done = parse(edit(doc, rewritten={"art_1": "有下列情形之一的：\n（一）丙；\n（二）丁。\n另一款。"}).text)
    assert [len(article.children) for article in done.articles] == [2, 1]
    assert len(done.articles[0].children[0].children) == 2


def test_an_edit_of_nothing_is_an_error() -> None:
    with pytest.raises(KeyError):
        edit(parse("第一条　甲。"), rewritten={"art_9": "乙。"})
