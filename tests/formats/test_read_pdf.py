"""PDF in: the provisions of what LibreOffice prints come back whole; scans, locked and broken files get clear words."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import HealthCheck, given, settings

from lawtrack.errors import MissingTool, UnusableInput
from lawtrack.formats import read_data
from lawtrack.formats.instruments.docx import docx_bytes
from lawtrack.formats.word.office import convert, soffice
from lawtrack.law import parse
from tests.formats.kinds import TEXTS
from tests.strategies import edited

office = pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")


def provisions(doc):
    return [(node.eid, "".join(node.lead.split())) for node in doc.provisions]


def printed(text):
    return convert(docx_bytes(parse(text)), ".docx", "a.docx", to="pdf")


@pytest.mark.office
@office
def test_the_sample_comes_back_provision_by_provision():
    found = read_data(printed(TEXTS[2]), "条例.pdf")
    assert provisions(parse(found.text)) == provisions(parse(TEXTS[2]))
    assert "1\t登记\t12元" in found.text


@pytest.mark.office
@office
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(edited())
def test_any_ordinance_comes_back(pair):
    found = read_data(printed(pair.new), "a.pdf")
    assert provisions(parse(found.text)) == provisions(parse(pair.new))


@pytest.mark.office
@office
def test_it_says_aloud_that_it_is_no_original():
    (warning,) = read_data(printed(TEXTS[0]), "条例.pdf").warnings
    assert warning.code == "formats.pdf-reading"


def test_a_scan_is_refused_with_a_word_on_ocr():
    from PIL import Image

    scan = io.BytesIO()
    Image.new("RGB", (600, 800), "white").save(scan, "PDF")
    with pytest.raises(UnusableInput) as refusal:
        read_data(scan.getvalue(), "扫描.pdf")
    assert refusal.value.code == "formats.scan"
    assert "OCR" in str(refusal.value)


def test_a_broken_pdf_is_refused():
    with pytest.raises(UnusableInput):
        read_data(b"%PDF-1.7 ...", "a.pdf")


def test_without_pdfplumber_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    with pytest.raises(MissingTool) as refusal:
        read_data(b"%PDF-1.7 ...", "a.pdf")
    assert refusal.value.code == "formats.needs-pdfplumber"


def test_ofd_gets_a_clear_word(tmp_path):
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("OFD.xml", "<ofd:OFD/>")
    with pytest.raises(UnusableInput) as refusal:
        read_data(stream.getvalue(), "公文.ofd")
    assert refusal.value.code == "formats.ofd"
