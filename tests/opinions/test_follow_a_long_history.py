"""A long history is followed quickly, and to the same place as by reading and comparing every text whole."""

from __future__ import annotations

import random

import pytest

from lawtrack.drafts import Author, Version
from lawtrack.law import parse
from lawtrack.opinions.sheets import Texts, article_alone
from lawtrack.opinions.tracing import Tracer
from lawtrack.opinions.ways import Ways
from tests.store.test_blame_at_hand import history

AUTHOR = Author("李小红", "li@example.cn")


@pytest.mark.parametrize("seed", range(8))
def test_a_sheet_holds_each_article_as_the_text_whole_reads_it(seed):
    _, texts = history(20, 12, seed)
    read, cut = Texts(texts), 0
    for at, text in enumerate(texts):
        sheet = read.sheet(at)
        if sheet is None:
            continue
        cut += 1
        doc = parse(text)
        assert [node.text for node in doc.articles] == list(sheet.pieces)
        for node, piece in zip(doc.articles, sheet.pieces, strict=True):
            alone = article_alone(piece)
            assert [(one.eid, one.text, one.words) for one in node.walk()] == [
                (one.eid, one.text, one.words) for one in alone.walk()
            ]
    assert cut > 10


@pytest.mark.parametrize("seed", range(8))
def test_the_quick_way_leads_where_the_slow_one_does(seed):
    _, texts = history(20, 12, seed)
    quick, slow = Tracer(Texts(texts)), Tracer(Texts(texts))
    slow.docs._cut = lambda text, at: None  # type: ignore[method-assign]  # noqa: ARG005
    chance = random.Random(seed)
    for _ in range(40):
        start, end = chance.randrange(20), chance.randrange(20)
        way = tuple(range(start, end + 1) if start <= end else range(start, end - 1, -1))
        node = chance.choice(slow.docs[start].provisions)
        told = [
            [
                (at, one.kind, one.moved, [now.eid for now in one.nodes])
                for at, one in tracer.follow(way, [node.eid])
            ]
            for tracer in (quick, slow)
        ]
        assert told[0] == told[1], (start, end, node.eid)


def version(sha: str, *on: str) -> Version:
    return Version("a", "drafting", "2026", "", None, AUTHOR, sha, "", "", predecessors=on)


@pytest.mark.parametrize(
    ("start", "end", "way"),
    [
        ("b", "d", "bd"),
        ("b", "c", "bac"),  # parallel lines: back to what both stand on
        ("c", "b", "cab"),
        ("a", "e", "abde"),
        ("e", "c", "edc"),
        ("x", "e", "xe"),  # nothing in common: held against each other as they are
    ],
)
def test_the_way_goes_along_the_lines(start, end, way):
    versions = [
        version("x"), version("a"), version("b", "a"), version("c", "a"), version("d", "b", "c"), version("e", "d"),
    ]  # fmt: skip
    names = [one.sha for one in versions]
    assert "".join(names[at] for at in Ways(versions).between(names.index(start), names.index(end))) == way


def test_on_one_line_the_way_goes_by_the_dates_of_the_stages():
    versions = [version("late", "early"), version("early", "middle"), version("middle")]
    assert Ways(versions).between(0, 2) == (0, 1, 2)
