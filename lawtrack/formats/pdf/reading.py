"""A PDF as lines of a text: a paragraph begins where a line stands in, or where the one before ended early.

The way in needs pdfplumber (`lawtrack[pdf]`). Pages that are pictures of a text are refused: they need OCR first.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lawtrack.errors import MissingTool, UnusableInput
from lawtrack.formats.pdf.lines import PrintedLine, printed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_INDENT: Final = 1.2
"""Characters that the first line of a paragraph stands in at least; the standard has two."""
_SHORT: Final = 2.5
"""Characters that are missing at the right of a line that ends its paragraph."""
_LARGER: Final = 1.12
"""Type so many times larger or smaller is another kind of line."""
_SPACED: Final = 1.7
"""A distance so many times the usual one parts two paragraphs."""
_FEW: Final = 8
"""Fewer characters than this on a page with a picture: the picture is the page."""
_LATIN_END: Final = re.compile(r"[A-Za-z0-9,;]$")
_LATIN_BEGIN: Final = re.compile(r"[A-Za-z0-9]")


class PdfText(NamedTuple):
    """The paragraphs of a PDF, one a line, cells of tables between tabs; where each begins; how many pages there are.

    `places` are a page (from 1) and a line of that page (from 1; page numbers and what every page repeats not counted).
    """

    lines: list[str]
    places: list[tuple[int, int]]
    pages: int


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
    told = list(paragraphs(lines))
    places = [(line.page + 1, numbers[id(line)]) for _, line in told]
    return PdfText([words for words, _ in told], places, len(pages))


def _refuse_pictures(pages: Sequence[Any], name: str) -> None:
    """Raise UnusableInput where pages are pictures: what stands on them would be missing without a word."""
    scans = [number for number, page in enumerate(pages, 1) if page.images and len(page.chars) < _FEW]
    if scans:
        raise UnusableInput("formats.scan", name=name, pages="、".join(map(str, scans[:5])), count=len(scans))


def paragraphs(lines: Sequence[PrintedLine]) -> Iterator[tuple[str, PrintedLine]]:
    """The lines of each paragraph joined, with the first of them."""
    if not lines:
        return
    page = _Measure(lines)
    words, before, first = "", None, lines[0]
    for line in lines:
        if before is not None and page.begins(line, before):
            yield words, first
            words, first = line.words, line
        else:
            apart = _LATIN_END.search(words) and _LATIN_BEGIN.match(line.words)
            words += f" {line.words}" if apart else line.words
        before = line
    yield words, first


class _Measure:
    """The measures of a document: its usual type, its edges, the distance of its lines."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        text = [line for line in lines if not line.row] or list(lines)
        self.size = _usual([line.size for line in text])
        body = [line for line in text if abs(line.size - self.size) < 1] or text
        sides = {_side(line) for line in lines}
        self._lefts = {side: _edge([x.left for x in body if _side(x) == side], min) for side in sides}
        self._rights = {side: _edge([x.right for x in body if _side(x) == side], max) for side in sides}
        steps = [
            after.top - before.top
            for before, after in pairwise(body)
            if before.page == after.page and after.top > before.top
        ]
        self._step = _usual(steps) if steps else 2 * self.size

    def begins(self, line: PrintedLine, before: PrintedLine) -> bool:
        """Does a paragraph begin with `line`, behind `before`?"""
        if line.row or before.row:
            return True
        if not 1 / _LARGER < line.size / before.size < _LARGER:
            return True
        if self._centred(line) and self._centred(before):
            return line.size < self.size * _LARGER  # a title goes on, headings of chapters do not
        if self._centred(line) or self._centred(before):
            return True
        if self._indent(line) >= _INDENT:
            return True
        far = line.page == before.page and line.top - before.top > self._step * _SPACED
        return far or self._missing(before) >= _SHORT

    def _indent(self, line: PrintedLine) -> float:
        return (line.left - self._lefts[_side(line)]) / self.size

    def _missing(self, line: PrintedLine) -> float:
        return (self._rights[_side(line)] - line.right) / self.size

    def _centred(self, line: PrintedLine) -> bool:
        """As much room at the left as at the right, and more than an indent."""
        left, right = self._indent(line), self._missing(line)
        return left > 2.5 and abs(left - right) < 1.5


def _side(line: PrintedLine) -> tuple[int, int]:
    """Which edges hold for a line: those of a left or a right page, and of a column of it."""
    return line.page % 2, line.column


def _usual(values: Sequence[float]) -> float:
    """The commonest value, to a fifth of a point."""
    return Counter(round(value * 5) / 5 for value in values).most_common(1)[0][0]


def _edge(values: Sequence[float], outer: Any) -> float:
    """Where lines begin (min) or end (max): the outermost place at which a tenth of them do."""
    if not values:
        return 0.0
    places = Counter(round(value / 4) for value in values)
    common = [place for place, count in places.items() if count * 12 >= len(values)] or list(places)
    edge = outer(common)
    return float(outer(value for value in values if round(value / 4) == edge))
