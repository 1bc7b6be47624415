"""`parse` on tidy real texts made untidy as converters do it: the tree must stay what it was."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import pytest

from lawtrack.law import parse

ARTICLE = re.compile(r"^(第[^条\n]{1,9}条(?:之[一二三四五六七八九十]+)?)[ 　]", re.MULTILINE)


def number_alone(text: str) -> str:
    return ARTICLE.sub(r"\1\n", text)


def wide_gaps(text: str) -> str:
    return re.sub(r"^第([^条\n]{1,9})条[ 　]", r"　　第 \1 条　", text, flags=re.MULTILINE)


def narrow_brackets(text: str) -> str:
    return text.translate(str.maketrans("（）", "()"))


def wide_digits(text: str) -> str:
    return re.sub(r"^[0-9]+(?=[.．])", lambda found: wide(found[0]), text, flags=re.MULTILINE)


def wide(digits: str) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in digits)


def windows_line_ends(text: str) -> str:
    return text.replace("\n", "\r\n")


def paragraph_separators(text: str) -> str:
    return text.replace("\n", "\u2029")


def blank_lines(text: str) -> str:
    return text.replace("\n", "\n\n　\n")


def indented(text: str) -> str:
    return "　　" + text.replace("\n", "\n\u2003\u2003")


def page_numbers(text: str) -> str:
    lines = text.split("\n")
    for page, at in enumerate(range(len(lines), 0, -30), 1):
        lines.insert(at, f"— {page} —")
    return "\n".join(lines)


def tagged(text: str) -> str:
    return "".join(f"<p>&nbsp;&nbsp;{line}<br/></p>\n" if line.strip() else "\n" for line in text.split("\n"))


def coded_gaps(text: str) -> str:
    return ARTICLE.sub(r"&nbsp;\1&nbsp;", text)


def signed(text: str) -> str:
    return f"{text.rstrip()}\n某省人民政府\n２０２０年１月１日\n（此件公开发布）\n"


def with_an_annex(text: str) -> str:
    return f"{text.rstrip()}\n附件1：公约\n第一条　先问好。\n第二条　不拥挤。\n"


def wrapped(text: str) -> str:
    """Every line cut at 34 characters; new paragraphs indented."""
    lines = []
    for line in text.split("\n"):
        whole = "　　" + line if line.strip() else line
        lines += [whole[at : at + 34] for at in range(0, len(whole), 34)] or [""]
    return "\n".join(lines)


def with_a_contents_page(text: str) -> str:
    entries = [f"{node.label}　{node.heading}……{page}" for page, node in enumerate(parse(text).headings, 1)]
    block = parse(text).block("contents")
    if not entries or block or parse(text).block("preamble"):
        return text
    at = parse(text).body[0].start
    return "\n".join([text[:at] + "目　录", *entries, text[at:]])


def with_the_title_again(text: str) -> str:
    doc = parse(text)
    if doc.block("contents") or doc.block("preamble") or doc.running or not doc.body:
        return text
    return f"{text[: doc.body[0].start]}{doc.title}\n{text[doc.body[0].start :]}"


def under_an_order(text: str) -> str:
    title = parse(text).title
    order = f"某省人民代表大会常务委员会公告\n第3号\n《{title}》已经通过，现予公布。\n某省人民代表大会常务委员会\n2020年1月1日\n"
    return order + text


WAYS = [
    number_alone, wide_gaps, narrow_brackets, wide_digits, windows_line_ends, paragraph_separators, blank_lines,
    indented, page_numbers, tagged, coded_gaps, signed, with_an_annex,
    with_a_contents_page, with_the_title_again, under_an_order, wrapped,
]  # fmt: skip


EXCEPT = {("wrapped", "s003.txt")}
"""A wrapped footnote under the last article, in a list of footnotes of one."""


def plain(words: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", words))


@cache
def tree(text: str) -> list[tuple[str, str, str, str]]:
    doc = parse(text)
    return [(node.eid, plain(node.label), plain(node.heading), plain(node.lead)) for node in doc.provisions]


@pytest.mark.corpus
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_the_tree_stays_what_it_was(corpus, way):
    differing = []
    begin = WAYS.index(way) % 2  # every other text in each way, and both halves in as many ways
    for path in sorted((corpus / "single").glob("*.txt"))[begin::2]:
        text = path.read_text(encoding="utf-8")
        if (way.__name__, path.name) in EXCEPT:
            continue
        if tree(text) and tree(way(text)) != tree(text):
            differing.append(path.name)
    assert differing == []
