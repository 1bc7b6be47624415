"""What every kind of document says on paper: the PDF that LibreOffice makes of it has all of its characters."""

from __future__ import annotations

import io
from collections import Counter

import pytest
from openpyxl import load_workbook

from lawtrack.formats.packages import Package
from lawtrack.formats.word.elements import W
from lawtrack.formats.word.office import soffice
from tests.formats.kinds import MADE_BY, NAMES, SHEETS_BY
from tests.formats.test_scan_for_machine_text import hits

WORD = [name for name in NAMES if name.endswith(".docx")]
office = pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")


def characters(words):
    return Counter(char for char in words if not char.isspace() and char >= " ")


def written(data):
    body = Package(data, "a.docx").xml("word/document.xml")
    return characters("".join(node.text or "" for node in body.iter(f"{W}t", f"{W}delText")))


def filled_in(data):
    """The words in the cells of a workbook that are printed; numbers and dates are written as each program has them."""
    words = []
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        hidden = {letter for letter, column in sheet.column_dimensions.items() if column.hidden}
        area = sheet[str(sheet.print_area).split("!")[-1]] if sheet.print_area else sheet.iter_rows()
        for row in area:
            words += [
                cell.value for cell in row if isinstance(cell.value, str) and cell.column_letter not in hidden
            ]
    return characters("".join(words))


def words_of_pdf(data):
    import pypdfium2

    told = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    # pdfium's own signs for a hyphen at the end of a line
    return told.replace("\x02", "-").replace("\ufffe", "-")


def printed(data):
    return characters(words_of_pdf(data))


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
@pytest.mark.parametrize("name", NAMES)
def test_no_character_is_lost_on_paper(name, every_kind, every_print):
    told = written(every_kind[name]) if name.endswith(".docx") else filled_in(every_kind[name])
    assert told - printed(every_print[name]) == Counter()


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
def test_no_machine_text_is_on_paper(every_print):
    pages = {f"{name}.md": words_of_pdf(data).encode() for name, data in every_print.items()}
    assert hits("zh", pages) == set()
