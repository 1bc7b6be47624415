"""What every kind of document says on paper: the PDF that LibreOffice makes of it has all of its characters."""

from __future__ import annotations

from collections import Counter

import pytest

from lawtrack.formats.packages import Package
from lawtrack.formats.word.elements import W
from lawtrack.formats.word.office import convert, soffice
from tests.formats.kinds import every_kind

KINDS = ("copy", "comparison", "concordance", "wide", "tracked", "decision", "merge", "plan")
pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="module")
def kinds():
    return every_kind()


def characters(words):
    return Counter(char for char in words if not char.isspace() and char >= " ")


def written(data):
    body = Package(data, "a.docx").xml("word/document.xml")
    return characters("".join(node.text or "" for node in body.iter(f"{W}t", f"{W}delText")))


def printed(data):
    import pypdfium2

    pages = pypdfium2.PdfDocument(convert(data, ".docx", "a.docx", to="pdf"))
    return characters("".join(page.get_textpage().get_text_range() for page in pages))


@pytest.mark.parametrize("kind", KINDS)
def test_no_character_is_lost_on_paper(kind, kinds):
    assert written(kinds[kind]) - printed(kinds[kind]) == Counter()
