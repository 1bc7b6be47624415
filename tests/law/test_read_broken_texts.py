"""`parse` and `render` on what no drafter wrote: real texts broken at random, and texts made to take long."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest

from lawtrack.law import parse, render
from tests.strategies import BITS, hard_cases, stretches

HARD = hard_cases(60_000)
CPU_SECONDS = 4
"""Ten times what the slowest hard case takes on a slow machine; a square law would need minutes."""


def broken(text: str, rng: random.Random) -> str:
    """The text after some of what converters, copies and slips do to one."""
    for _ in range(rng.randint(1, 12)):
        at, size = rng.randrange(len(text) + 1), rng.randint(1, 30)
        kind = rng.choice(("cut", "double", "insert", "break", "join", "narrow", "shuffle", "lose ends"))
        if kind == "cut":
            text = text[:at] + text[at + size :]
        elif kind == "double":
            text = text[: at + size * 9] + text[at:]
        elif kind == "insert":
            text = text[:at] + rng.choice(BITS) + text[at:]
        elif kind == "break":
            text = text[:at] + rng.choice(("\n", "\r", "\u2028", "\x0c", "\n\n", "\t")) + text[at:]
        elif kind == "join":
            text = text[:at] + text[at:].replace("\n", "", size)
        elif kind == "narrow":
            text = text.replace("（", "(", size).replace("　", " ", size)
        elif kind == "shuffle":
            lines = text.split("\n")
            first = rng.randrange(len(lines))
            some = lines[first : first + size]
            rng.shuffle(some)
            text = "\n".join([*lines[:first], *some, *lines[first + size :]])
        else:
            text = text[: max(at, len(text) // 2)]
    return text


def assert_sound(text: str) -> None:
    """Lossless, nested, each address once, and the canonical text has the same tree."""
    doc = parse(text)
    assert doc.text == text
    assert len(doc.by_eid) == len(doc.provisions)
    for node in doc.provisions:
        assert 0 <= node.start <= node.words_start <= node.end <= len(text)
        spans = [(child.start, child.end) for child in node.children]
        assert all(node.start <= start <= end <= node.end for start, end in spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
    again = parse(render(doc))
    tree = [(node.eid, node.label, node.heading, node.lead) for node in doc.provisions]
    assert [(node.eid, node.label, node.heading, node.lead) for node in again.provisions] == tree
    assert (again.title, stretches(again)) == (doc.title, stretches(doc))


@pytest.mark.corpus
def test_broken_real_texts_are_read_soundly(corpus):
    rng = random.Random(1)
    files = sorted(path for path in corpus.rglob("*.txt") if path.stat().st_size < 60_000)
    for path in rng.sample(files, 120):
        assert_sound(broken(path.read_text(encoding="utf-8"), rng))


@pytest.mark.parametrize("case", HARD)
def test_no_text_takes_long(case):
    began = time.process_time()
    doc = parse(HARD[case])
    assert doc.text == HARD[case]
    assert time.process_time() - began < CPU_SECONDS


def test_numbers_beyond_all_measure_are_read():
    doc = parse("第三十5条　甲。\n第99999条　乙。\n第100001条　丙。\n第一百第二条　丁。")
    assert [article.number[0] for article in doc.articles] == [35, 99999, 100001]
