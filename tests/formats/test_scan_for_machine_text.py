"""No machine text on official paper: what stands in every kind of document, in both languages, and in its properties.

Word files, workbooks, pages and Markdown are scanned; a PDF is printed of the same words (`test_print_on_paper`).
"""

from __future__ import annotations

import io
import json
import re
import zipfile

import pytest
from lxml import etree, html

from lawtrack.messages import use_language
from tests.formats import kinds

UNSEEN = {"[Content_Types].xml", "docProps/custom.xml"}
"""Parts that nobody reads: the types of the parts, and the properties that carry where the file came from."""
CODES = {"instrText", "created", "modified", "language", "formula", "formula1"}
"""Elements whose words a program reads."""
SHORT = [re.split(r"\n第九条", text)[0] + kinds.ANNEX.format(10 + at) for at, text in enumerate(kinds.TEXTS)]
ALWAYS = (
    r"[0-9a-f]{7,}|(?<![a-z0-9])(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{8}(?![a-z0-9])",  # hashes, ids of opinions
    r"art_\d|para_\d|(?<![A-Za-z])[a-z]\d+(?!\w)",  # ids of clauses and of cells
    r"lawtrack|openpyxl|python-docx|None\b(?!\.)|\bnan\b|\bTrue\b|\bFalse\b|\{\w*\}|<class|object at",
    r"[A-Za-z]:\\|/(?:tmp|home|work|Users|root)/|\w\.(?:yaml|ya?ml|md|json)\b",
    r"^[A-D]$|[（(]\s*[A-D]\s*[)）]",  # how sure a date is
    r"(?<![\w-])(?:not|first|second|third|public|local|carried|in|no|text)-[a-z]+|[a-z]+-(?:reading|comment|draft|law|force)\b",
)
MACHINE = {
    "zh": re.compile(
        "|".join(
            (*ALWAYS, r"(?<![/\d-])\d{4}-\d\d|[a-z]{3,}-[a-z]{3,}|(?<![A-Za-z&./])[A-Za-z]{2,}(?![A-Za-z./])")
        )
    ),
    "en": re.compile("|".join(ALWAYS)),
}
"""What only a program says. In Chinese that is any date with hyphens and any word in Latin letters besides."""


def words_of_package(data):
    """What stands in a Word file or workbook for somebody to read: words on its pages, and in its properties."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            if part.endswith(".rels") or part in UNSEEN:
                continue
            for node in etree.fromstring(package.read(part)).iter(etree.Element):
                if node.text and etree.QName(node).localname not in CODES:
                    yield node.text
                yield from (
                    value for key, value in node.attrib.items() if str(key).endswith(("}author", "creator"))
                )


def words_of_page(data):
    """What stands in a page, and what its front end draws from the data beside it: heads of columns, labels, words."""
    root = html.fromstring(data)
    for node in root.iter(etree.Element):
        if node.tag not in {"script", "style"}:
            yield node.text or ""
        yield node.tail or ""
        yield from (node.get(name, "") for name in ("title", "alt", "aria-label"))
    for state in root.xpath("//script[@id='state']"):
        told = json.loads(state.text or "{}")
        yield from (words for column in told["columns"] for words in column)
        yield from drawn(told["rows"])


def drawn(value, key=""):
    """The strings of the rows of a live page that are drawn as they stand; the others are ids, for which it has words."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from drawn(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from drawn(inner, key)
    elif isinstance(value, str) and key in {
        "label",
        "labels",
        "old",
        "new",
        "remark",
        "note",
        "text",
        "heading",
    }:
        yield value


def words_of(name, data):
    """What somebody reads in the file, line by line."""
    if name.endswith((".docx", ".xlsx")):
        told = words_of_package(data)
    else:
        told = (
            words_of_page(data) if name.endswith(".html") else data.decode().replace("<br>", "\n").split("\n")
        )
    for words in told:
        # the column with the ids, by which answers come back, is hidden in a workbook; Markdown cannot hide it
        kept = re.sub(r"(?m)^[0-9a-z]{8}$|^\| \d+ [0-9a-z]{8} \|", "", words) if "opinions" in name else words
        yield re.sub(r"https?://[^\s|\"]+", "", kept).strip()


def hits(lang, files):
    """What is found in which file."""
    return {
        (name, hit[0]) for name, data in files.items() for words in words_of(name, data)
        for hit in MACHINE[lang].finditer(words)
    }  # fmt: skip


def test_no_machine_text_is_on_paper_or_in_the_properties(every_file):
    assert hits("zh", every_file) == set()


def test_nor_is_there_any_in_english(every_file, tmp_path):
    with use_language("en"):
        files = kinds.written_kinds(SHORT) | kinds.commanded_kinds(tmp_path, SHORT, "en")
    assert sorted(files) == sorted(every_file)
    assert hits("en", files) == set()


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "not-after"), ("en", "art_12"), ("en", "c1"), ("en", "zttjnph7"), ("en", "(A)"), ("en", "B"),
        ("en", "/tmp/a"), ("en", "plans/2020.yaml"), ("en", "changed by lawtrack"), ("en", "first-reading"),
        ("en", "None"), ("en", "3f2a9c41"), ("en", "{count}"), ("zh", "2020-08-28"), ("zh", "art_12"), ("zh", "day"),
        ("zh", "c1"), ("zh", "一审 not-after"), ("zh", "openpyxl"), ("zh", "C:\\草案"),
    ],
)  # fmt: skip
def test_the_scan_sees_machine_text(lang, words):
    assert hits(lang, {"a.md": words.encode()})
