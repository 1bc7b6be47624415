"""What every kind of document says on paper: the PDF that LibreOffice makes of it has all of its characters."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import pytest
from lxml import etree

from lawtrack.formats.packages import Package
from lawtrack.formats.word.elements import W
from lawtrack.formats.word.office import soffice
from tests.formats.kinds import MADE_BY, NAMES, SHEETS_BY

WORD = [name for name in NAMES if name.endswith(".docx")]
office = pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")
UNSEEN = {"[Content_Types].xml", "docProps/custom.xml"}
"""Parts that nobody reads: the types of the parts, and the properties that carry where the file came from."""
FIELDS = {"PAGE", "NUMPAGES"}
MACHINE = re.compile(
    r"[0-9a-f]{7,}|(?<![/\d-])\d{4}-\d\d|art_\d|lawtrack|openpyxl|python-docx|None|nan|[a-z]{3,}-[a-z]{3,}|not-\w+"
    r"|[A-Za-z]:\\|/(?:tmp|home|work)/|(?<![A-Za-z&./])[A-Za-z]{2,}(?![A-Za-z./])",
    re.IGNORECASE,
)


def characters(words):
    return Counter(char for char in words if not char.isspace() and char >= " ")


def written(data):
    body = Package(data, "a.docx").xml("word/document.xml")
    return characters("".join(node.text or "" for node in body.iter(f"{W}t", f"{W}delText")))


def printed(data):
    import pypdfium2

    return characters("".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)))


@pytest.mark.parametrize(("ending", "made_by"), [(".docx", MADE_BY), (".xlsx", SHEETS_BY)])
def test_every_writer_of_office_files_is_among_the_kinds(ending, made_by):
    """Whatever the tables of writers have for the ending, made by at least one kind: a new one has to join them."""
    from importlib import import_module
    from pkgutil import walk_packages

    import lawtrack.formats as room

    found = set()
    for module in walk_packages(room.__path__, "lawtrack.formats."):
        for name, table in vars(import_module(module.name)).items():
            if name.endswith("WRITERS") and isinstance(table, dict) and ending in table:
                found.add(table[ending])
    assert found == set(made_by)
    names = {name[:-5] for name in NAMES if name.endswith(ending)}
    assert {kind for kinds in made_by.values() for kind in kinds} == names


def test_every_kind_is_there(every_kind):
    assert sorted(every_kind) == sorted(NAMES)


@pytest.mark.office
@office
@pytest.mark.parametrize("name", WORD)
def test_no_character_is_lost_on_paper(name, every_kind, every_print):
    assert written(every_kind[name]) - printed(every_print[name]) == Counter()


@pytest.mark.office
@office
@pytest.mark.parametrize("name", ["comparison.docx", "columns.docx", "concordance.docx", "solicitation.docx"])
def test_a_page_of_a_long_table_is_full(name, every_print):
    """Between the last line and the foot of a page there is room for two lines and a rule, 12 % of it, and mostly for none.

    The page before the small table of the annex, which is not torn, may be emptier.
    """
    import pypdfium2

    shares = list(blank_shares(every_print[name]))
    following = list(pypdfium2.PdfDocument(every_print[name]))[1:]
    for share, page in zip(shares, following, strict=True):
        assert share <= (0.25 if "收费表" in page.get_textpage().get_text_range() else 0.12)
    assert sum(shares) / len(shares) <= 0.05


def blank_shares(data):
    """For each page but the last the part of it, between its margins of 20 mm, that stays empty at its foot."""
    import pypdfium2

    margin = 56.7
    for page in list(pypdfium2.PdfDocument(data))[:-1]:
        words = page.get_textpage()
        boxes = [words.get_charbox(at) for at in range(words.count_chars())]
        lowest = min(bottom for _, bottom, _, _ in boxes if bottom > margin)
        yield (lowest - margin) / (page.get_height() - 2 * margin)


@pytest.mark.office
@office
@pytest.mark.parametrize("name", sorted(set(NAMES) - set(WORD)))
def test_a_workbook_can_be_printed(name, every_print):
    assert printed(every_print[name])


def said(data):
    """What stands in a file for somebody to read: words on its pages, and in its properties."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            if part.endswith(".rels") or part in UNSEEN:
                continue
            root = etree.fromstring(package.read(part))
            for node in root.iter(etree.Element):
                tag = etree.QName(node).localname
                if node.text and tag not in {
                    "instrText",
                    "created",
                    "modified",
                    "language",
                    "formula",
                    "formula1",
                }:
                    yield node.text
                yield from (
                    value for key, value in node.attrib.items() if str(key).endswith(("}author", "creator"))
                )


@pytest.mark.parametrize("name", NAMES)
def test_no_machine_text_is_on_paper_or_in_the_properties(name, every_kind):
    told = (re.sub(r"https?://\S+", "", words) for words in said(every_kind[name]))
    # the column with the ids, by which answers come back, is hidden
    seen = (words for words in told if not (name == "opinions.xlsx" and re.fullmatch("[0-9a-z]{8}", words)))
    found = {hit[0] for words in seen for hit in MACHINE.finditer(words)}
    assert found == set()
