"""PDF in: the provisions of what LibreOffice prints come back whole; scans, locked and broken files get clear words."""

from __future__ import annotations

import io
import sys

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import HealthCheck, given, settings

from lawtrack.errors import MissingTool, UnusableInput
from lawtrack.formats import read_data
from lawtrack.formats.instruments.docx import docx_bytes
from lawtrack.formats.pdf.joining import paragraphs as placed
from lawtrack.formats.pdf.lines import PrintedLine
from lawtrack.formats.word.office import convert, soffice
from lawtrack.law import parse, to_chinese
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


DUTY = "有关部门应当按照职责分工做好相关工作，及时公开办理结果，并接受社会监督。"
ORDINANCE = ["某市示例条例"] + [
    line
    for at in range(1, 41)
    for line in (
        f"第{to_chinese(at)}条　第{to_chinese(at)}类事项的办理，适用本条例。{DUTY * (at % 3)}",
        *(["（一）" + DUTY, "（二）" + DUTY[:14] + "。"] if at % 5 == 0 else []),
    )
]


def laid_out(change):
    """A Word file of that text with first-line indents; `change` alters its section."""
    file = docx.Document()
    file.styles["Normal"].font.size = Pt(11)
    for at, line in enumerate(ORDINANCE):
        paragraph = file.add_paragraph(line)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if at else WD_ALIGN_PARAGRAPH.CENTER
        if at:
            paragraph.paragraph_format.first_line_indent = Pt(22)
    change(file.sections[0])
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def two_columns(section):
    columns = section._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")


def line_numbers(section):
    numbers = OxmlElement("w:lnNumType")
    numbers.set(qn("w:countBy"), "1")
    section._sectPr.find(qn("w:pgMar")).addnext(numbers)


@pytest.mark.office
@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("change", [two_columns, line_numbers])
def test_columns_and_the_numbers_of_lines_are_read_as_a_reader_reads_them(change):
    pdf = convert(laid_out(change), ".docx", "a.docx", to="pdf")
    told = ["".join(line.split()) for line in read_data(pdf, "a.pdf").text.split("\n")]
    assert told == ["".join(line.split()) for line in ORDINANCE]


def unindented(width, *, justified=True, spaced=0):
    """The ordinance in paragraphs that do not stand in, on a page of that many characters; some last lines are full."""
    file = docx.Document()
    file.styles["Normal"].font.size = Pt(11)
    section = file.sections[0]
    section.left_margin = Pt(72)
    section.page_width, section.right_margin = Pt(612), Pt(612 - 72 - 11 * width - 2)
    for at, line in enumerate(ORDINANCE):
        paragraph = file.add_paragraph(line)
        paragraph.paragraph_format.space_after = Pt(spaced)
        kind = WD_ALIGN_PARAGRAPH.JUSTIFY if justified else WD_ALIGN_PARAGRAPH.LEFT
        paragraph.alignment = kind if at else WD_ALIGN_PARAGRAPH.CENTER
    stream = io.BytesIO()
    file.save(stream)
    return convert(stream.getvalue(), ".docx", "a.docx", to="pdf")


@pytest.mark.office
@office
@pytest.mark.parametrize(("width", "justified", "spaced"), [(26, True, 0), (31, False, 0), (34, True, 4)])
def test_paragraphs_that_do_not_stand_in_are_told_apart_by_numbers(width, justified, spaced):
    found = read_data(unindented(width, justified=justified, spaced=spaced), "a.pdf")
    told = ["".join(line.split()) for line in found.text.split("\n")]
    assert told == ["".join(line.split()) for line in ORDINANCE]


def printed_line(words, missing=0.0, *, indent=0.0, top=100.0):
    """A line of 12 points on a measure of thirty characters."""
    return PrintedLine(words, 72 + 12 * indent, 72 + 12 * (30 - missing), top, 12, 0)


def paragraphs(lines):
    joined, doubts = placed(lines)
    return [words for words, _ in joined], doubts


FULL = "有关部门应当按照职责分工做好相关工作并及时公开办理的结果。"


def page_of(*ends, indent=0.0):
    """Six paragraphs of three lines, then one more whose last line lacks so many characters, and a line behind it."""
    words = []
    for _ in range(6):
        words += [(FULL[:-1] + "，", 0.0, indent), (FULL[:-1] + "，", 0.0, 0.0), (FULL[:9] + "。", 20.0, 0.0)]
    words += list(ends)
    return [
        printed_line(said, missing, indent=left, top=100 + 20 * at)
        for at, (said, missing, left) in enumerate(words)
    ]


@pytest.mark.parametrize("label", ["第八条　", "（二）", "三、", "4.", "第二章　"])
@pytest.mark.parametrize("ending", ["。", "；", "：", "。”"])
def test_a_number_behind_a_full_line_begins_a_paragraph(label, ending):
    lines = page_of((FULL[: 30 - len(ending)] + ending, 0.0, 0.0), (f"{label}公园开放。", 20.0, 0.0))
    joined, doubts = paragraphs(lines)
    assert joined[-1] == f"{label}公园开放。"
    assert doubts == []


@pytest.mark.parametrize("missing", [1.4, 1.8, 2.2])
def test_room_that_the_next_word_would_have_filled_ends_a_paragraph(missing):
    joined, doubts = paragraphs(page_of((FULL[:28] + "。", missing, 0.0), ("公园开放。", 25.0, 0.0)))
    assert (joined[-1], doubts) == ("公园开放。", [])
    joined, _ = paragraphs(page_of((FULL[:28] + "，", missing, 0.0), ("公园开放。", 25.0, 0.0)))
    assert joined[-1].endswith("，公园开放。")


@pytest.mark.parametrize("begin", ["（甲，乙）公园", "2020年公园", "公园，"])
def test_a_word_that_would_not_have_fitted_says_nothing(begin):
    missing = 1.1
    lines = page_of(
        (FULL[:28] + "。", missing, 0.0),
        (begin + FULL[len(begin) : -1] + "，", 0.0, 0.0),
        ("等。", 28.0, 0.0),
    )
    assert [doubt.words for doubt in paragraphs(lines)[1]] == [(FULL[:28] + "。")[-10:]]


def test_a_full_line_that_could_be_either_is_told():
    joined, doubts = paragraphs(page_of((FULL, 0.0, 0.0), ("公园开放。", 25.0, 0.0)))
    assert [(doubt.page, doubt.words) for doubt in doubts] == [(1, FULL[-10:])]
    assert joined[-1] == "公园开放。"  # in this text more paragraphs end than sentences within them


def test_where_paragraphs_stand_in_a_full_line_goes_on_without_a_doubt():
    joined, doubts = paragraphs(page_of((FULL, 0.0, 2.0), ("公园开放。", 25.0, 0.0), indent=2.0))
    assert joined[-1] == f"{FULL}公园开放。"
    assert doubts == []
