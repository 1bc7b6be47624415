"""`parse`: total, lossless, and right on the shapes that real files have."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from lawtrack.law import BLANK, Level, parse
from lawtrack.law import lines as shapes
from lawtrack.law.enumerations import ENUMERATOR, _labels
from lawtrack.law.lines import LEFTOVER
from tests.strategies import instruments, messy_texts

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def outline(text: str) -> str:
    """The tree as a lawyer would note it down: indented labels, headings, first and last words; what looked wrong."""
    doc = parse(text)
    lines = [
        f"{block.kind}: {ends('｜'.join(block.lines), 30)}" for block in doc.blocks if block.kind != "tail"
    ]
    depth = {level: k for k, level in enumerate(Level)}
    for node in doc.provisions:
        name = node.heading if node.level in ("part", "subpart", "chapter", "section") else ends(node.lead)
        caption = f"〖{node.heading}〗" if node.heading and node.level is Level.ARTICLE else ""
        lines.append(f"{'  ' * depth[node.level]}{node.eid}  {node.label}{caption} {name}".rstrip())
    lines += [f"tail: {'｜'.join(block.lines)}" for block in doc.blocks if block.kind == "tail"]
    return "\n".join([*lines, *(f"! {problem.message}" for problem in doc.problems)]) + "\n"


def ends(words: str, size: int = 12) -> str:
    """The first and the last words."""
    return words if len(words) <= 2 * size else f"{words[:size]}……{words[-size:]}"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_tree_is_what_a_lawyer_reads(case):
    expected = case.with_suffix(".outline").read_text(encoding="utf-8")

    assert outline(case.read_bytes().decode()) == expected


@given(messy_texts() | instruments())
def test_any_text_is_read_without_loss(text):
    assert parse(text).text == text


@given(messy_texts() | instruments())
def test_provisions_lie_within_each_other_and_in_order(text):
    doc = parse(text)
    for node in doc.provisions:
        assert 0 <= node.start <= node.words_start <= node.end <= len(text)
        inner = [(child.start, child.end) for child in node.children]
        assert all(node.start <= start and end <= node.end for start, end in inner)
        assert all(one[1] <= other[0] for one, other in pairwise(inner))


@given(messy_texts() | instruments())
def test_every_address_is_given_once(text):
    doc = parse(text)
    assert len(doc.by_eid) == len(doc.provisions)


@given(messy_texts() | instruments())
def test_every_character_that_says_something_belongs_somewhere(text):
    doc = parse(text)
    covered = bytearray(len(text))
    spans: tuple[Any, ...] = (*doc.body, *doc.blocks, *doc.running)
    for span in spans:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    left = "".join(ch for ch, seen in zip(text, covered, strict=True) if not seen)
    assert LEFTOVER.sub("", left).strip("#\n" + BLANK) == ""


@given(instruments())
def test_a_tidy_text_has_no_problems_and_all_its_articles(text):
    doc = parse(text)
    assert doc.problems == ()
    assert [article.number[0] for article in doc.articles] == list(range(1, len(doc.articles) + 1))


def test_short_cuts_pass_over_nothing():
    """What is told by one character says the same as the expressions that it stands for."""
    named = set("".join(shapes._KINDS.values()))
    ranges = ((0x20, 0x7F), (0x2000, 0x3400), (0xFE00, 0xFFF0))
    openers = named.union(*(map(chr, range(*ends)) for ends in ranges)) - shapes._BEGINS_KIND
    rests = (
        "一条",
        "一章 名",
        "一）",
        "(一)",
        "、",
        "．",
        "1.",
        "录",
        "则",
        "言",
        "件一",
        "1页",
        "1-",
        " 3 —",
    )
    for opener in sorted(openers - shapes._BLANK_OR_MARK - {"\n", "\r"}):
        assert all((match := shapes.LINE.match(opener + rest)) and not match.lastgroup for rest in rests)
    manners = ("chinese", "bracketed", "circled", "dotted")
    labels = [label for manner in manners for number in range(1, 100) for label in _labels(number, manner)]
    assert all((match := ENUMERATOR.match(label)) and match.end() == len(label) for label in labels)


@pytest.mark.corpus
def test_the_corpus_is_read_without_loss(corpus):
    texts = [path.read_text(encoding="utf-8") for path in corpus.rglob("*.txt")]
    assert len(texts) > 300
    assert all(parse(text).text == text for text in texts)


@pytest.mark.corpus
def test_mutated_real_texts_are_read_without_loss(corpus):
    import random

    rng = random.Random(1)
    for path in sorted((corpus / "single").glob("*.txt"))[:40]:
        lines = path.read_text(encoding="utf-8").split("\n")
        for _ in range(3):
            rng.shuffle(lines)
            cut = rng.randrange(len(lines)) + 1
            text = "\n".join(lines[:cut])[rng.randrange(30) :]
            assert parse(text).text == text
