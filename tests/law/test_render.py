"""`render`: the canonical text has the same tree and every word."""

from __future__ import annotations

import pytest
from hypothesis import given

from lawtrack.law import BLANK, Instrument, parse, render, unwrap
from tests.strategies import instruments, messy_texts, stretches

NOTHING = dict.fromkeys(map(ord, BLANK))


def outline(doc: Instrument):
    return [(node.eid, node.label, node.heading, node.lead) for node in doc.provisions]


def words(text: str) -> str:
    """What the text says: no white space, no marks of Markdown, nothing of what its page carries."""
    doc, kept, at = parse(text), [], 0
    for block in doc.running:
        kept.append(text[at : block.start])
        at = block.end
    kept.append(text[at:])
    return "".join(unwrap(line.replace("#", "")) for line in "".join(kept).splitlines()).translate(NOTHING)


@given(messy_texts() | instruments())
def test_the_canonical_text_has_the_same_tree(text):
    doc = parse(text)
    again = parse(render(doc))
    assert outline(again) == outline(doc)
    assert again.title == doc.title
    assert stretches(again) == stretches(doc)


@given(messy_texts() | instruments())
def test_no_word_is_lost_or_changed(text):
    assert words(render(parse(text))) == words(text)


@given(messy_texts() | instruments())
def test_rendering_twice_changes_nothing(text):
    once = render(parse(text))
    assert render(parse(once)) == once


@pytest.mark.corpus
def test_real_texts_keep_tree_and_words(corpus):
    for path in sorted((corpus / "single").glob("*.txt")):
        doc = parse(path.read_text(encoding="utf-8"))
        again = parse(render(doc))
        assert outline(again) == outline(doc), path.name
        assert words(again.text) == words(doc.text), path.name
