"""A PDF as the lines of a text, with what its reader should look at.

The way in needs pdfplumber (`lawtrack[pdf]`). Pages that are pictures of a text are refused: they need OCR first.
"""

from __future__ import annotations

import io
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lawtrack.errors import MissingTool, UnusableInput
from lawtrack.formats.pdf.joining import Doubt, paragraphs
from lawtrack.formats.pdf.lines import printed_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEW: Final = 8
"""Fewer characters than this on a page with a picture: the picture is the page."""


class PdfText(NamedTuple):
    """The paragraphs of a PDF, one a line, cells of tables between tabs; where each begins; how many pages there are.

    `places` are a page (from 1) and a line of that page (from 1; page numbers and what every page repeats not counted).
    `doubts` are where it is not known whether a paragraph ended.
    """

    lines: list[str]
    places: list[tuple[int, int]]
    pages: int
    doubts: list[Doubt]


def read_pdf(data: bytes, name: str) -> PdfText:
    """The text of the PDF.

    Raises MissingTool without pdfplumber, UnusableInput for what is broken, encrypted, or a scan.
    """
    try:
        import pdfplumber
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError as problem:
        raise MissingTool("formats.needs-pdfplumber", name=name) from problem
    try:
        with pdfplumber.open(io.BytesIO(data)) as file:
            pages = list(file.pages)
            _refuse_pictures(pages, name)
            lines = printed_lines(pages)
    except UnusableInput:
        raise
    except PDFPasswordIncorrect as problem:
        raise UnusableInput("formats.encrypted", name=name) from problem
    except Exception as problem:  # a damaged file fails anywhere in pdfminer
        if isinstance(problem.__context__, PDFPasswordIncorrect):
            raise UnusableInput("formats.encrypted", name=name) from problem
        raise UnusableInput("formats.damaged", name=name) from problem
    on_page: Counter[int] = Counter()
    numbers: dict[int, int] = {}
    for line in lines:
        on_page[line.page] += 1
        numbers[id(line)] = on_page[line.page]
    told, doubts = paragraphs(lines)
    places = [(line.page + 1, numbers[id(line)]) for _, line in told]
    return PdfText([words for words, _ in told], places, len(pages), doubts)


def _refuse_pictures(pages: Sequence[Any], name: str) -> None:
    """Raise UnusableInput where pages are pictures: what stands on them would be missing without a word."""
    scans = [number for number, page in enumerate(pages, 1) if page.images and len(page.chars) < _FEW]
    if scans:
        raise UnusableInput("formats.scan", name=name, pages="、".join(map(str, scans[:5])), count=len(scans))
