"""A comparison as an Excel workbook: one clause a row to filter by kind, the counts by chapter, what went where."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, PatternFill

from lawtrack.compare import (
    KINDS,
    Span,
    followed,
    in_order,
    in_words,
    marked,
    remark,
    spans_along,
    statistics,
)
from lawtrack.formats.comparison.concordance_docx import is_quiet as stays
from lawtrack.formats.comparison.docx import HEADINGS, heads_of, is_quiet
from lawtrack.formats.comparison.files import flags_of
from lawtrack.formats.layout import Layout
from lawtrack.formats.sheets.cells import LONGEST, put_text
from lawtrack.formats.sheets.continuing import continued, height_of, tidy, wide_enough
from lawtrack.formats.sheets.style import bytes_of, first_sheet, put_head, put_number, rule, set_up
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from lawtrack.compare import Comparison, Concordance, Row
    from lawtrack.formats.layout import Marks

_CENTRED: Final = Alignment(wrap_text=True, vertical="center", horizontal="center")
_SHADED: Final = PatternFill("solid", fgColor="F2F2F2")
_NEW: Final[dict[Marks, dict[str, Any]]] = {
    "print": {"b": True},
    "frame": {"b": True},
    "colour": {"u": "single", "color": "FF1B7A43"},
}
_GONE: Final[dict[Marks, dict[str, Any]]] = {
    "print": {"strike": True},
    "frame": {"strike": True},
    "colour": {"strike": True, "color": "FFB3261E"},
}
"""A part of a cell can have no shading and no frame: deleted words are struck through."""
_OF_OLD: Final = (2, 4)
"""The columns of the old text, left out for a new law."""

Cell = str | int | tuple[Span, ...]


def comparison_xlsx(comparison: Comparison, layout: Layout | None = None) -> bytes:
    """The workbook's bytes, the same each time; `layout.changed_only` and `layout.marks` as on paper."""
    layout = layout or Layout()
    book = Workbook()
    sheet = first_sheet(book, translate("compare.sheet-rows"))
    old, new, note = (head.replace("\n", " ") for head in heads_of(comparison, layout))
    names = [
        *(translate(f"compare.column-{name}") for name in ("kind", "flags", "old", "new")),
        old,
        new,
        note,
    ]
    fresh = not comparison.old.text.strip()
    kept = [at for at in range(len(names)) if not fresh or at not in _OF_OLD]
    rows = [tuple(row[at] for at in kept) for row in _rows(comparison, layout)]
    _fill(
        sheet,
        [names[at] for at in kept],
        [(9, 10, 13, 13, 52, 52, 30)[at] for at in kept],
        rows,
        layout.marks,
    )
    figures = statistics(comparison)
    chapters = book.create_sheet(translate("compare.sheet-chapters"))
    kinds = [translate(f"compare.kind-{kind}") for kind in KINDS]
    counted: list[tuple[Cell, ...]] = [
        (one.heading, *(one.kinds[kind] for kind in KINDS)) for one in figures.chapters
    ]
    total: tuple[Cell, ...] = (translate("compare.total"), *(figures.kinds[kind] for kind in KINDS))
    _fill(
        chapters,
        [translate("compare.column-chapter"), *kinds],
        (36, *[10] * len(kinds)),
        [*counted, total],
        layout.marks,
    )
    where = book.create_sheet(translate("compare.sheet-passages"))
    passages = [
        (
            one.old or translate("compare.added-here"),
            one.new or translate("compare.deleted-here"),
            one.articles,
        )
        for one in figures.passages
    ]
    columns = [translate(f"compare.column-{name}") for name in ("chapter-old", "chapter-new", "articles")]
    _fill(where, columns, (36, 36, 10), passages, layout.marks)
    words = book.create_sheet(translate("compare.sheet-words"))
    share = translate("compare.changed-share", share=f"{figures.changed_share:.1%}")
    _fill(
        words, [translate("compare.sheet-words")], (100,), [(in_words(comparison),), (share,)], layout.marks
    )
    title = comparison.new.title or comparison.old.title or translate("compare.untitled")
    return bytes_of(book, translate("compare.table-title", title=title), layout)


def concordance_xlsx(concordance: Concordance, layout: Layout | None = None) -> bytes:
    """The workbook's bytes: one clause or heading a row, to filter by what it is, a column for each version."""
    layout = layout or Layout()
    book = Workbook()
    heads = [head.replace("\n", " ") for head in concordance.heads(layout.heads)]
    shown = [thread for thread in concordance.threads if not (layout.changed_only and stays(thread))]
    rows: list[tuple[Cell, ...]] = [
        (
            translate("compare.yes" if thread.changed else "compare.no"),
            translate(f"viewer.level-{thread.level}"),
            *spans_along(thread, noise=layout.noise),
        )
        for thread in shown
    ]
    names = [translate("compare.column-changed"), translate("compare.column-level"), *heads]
    sheet = first_sheet(book, translate("compare.sheet-rows"))
    taken = _fill(sheet, names, (9, 9, *[46] * len(heads)), rows, layout.marks)
    headings = (lines for lines, thread in zip(taken, shown, strict=True) if thread.level in HEADINGS)
    _set_apart(sheet, chain.from_iterable(headings), before=2)
    title = concordance.versions[-1].title or translate("compare.untitled")
    return bytes_of(book, translate("compare.concordance-title", title=title), layout)


def _rows(comparison: Comparison, layout: Layout) -> Iterator[tuple[Cell, ...]]:
    notes = {id(row): entry for row, entry in zip(comparison.rows, followed(comparison), strict=True)}
    for row in in_order(comparison):
        if not (layout.changed_only and is_quiet(row)):
            old, new = marked(row, noise=layout.noise)
            yield (
                translate(f"compare.kind-{row.kind}"),
                flags_of(row),
                _named(row, row.old, row.old_text),
                _named(row, row.new, row.new_text),
                tuple(Span(piece.words, gone=piece.changed) for piece in old),
                tuple(Span(piece.words, new=piece.changed) for piece in new),
                remark(row, notes.get(id(row))),
            )


def _named(row: Row, labels: Sequence[str], text: str) -> str:
    """The clause's number; what has none (title, header note) by what it is."""
    return "、".join(labels) or (translate(f"viewer.level-{row.level}") if text else "")


def _fill(
    sheet: Worksheet,
    names: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Sequence[Cell]],
    marks: Marks,
) -> list[list[int]]:
    """Fill the sheet; the lines that each row takes."""
    widths = wide_enough(widths, [names, *rows])
    put_head(sheet, names, widths)
    taken: list[list[int]] = []
    line = 2
    for row in rows:
        taken.append([])
        for values in continued(row, widths):
            for number, value in enumerate(values, 1):
                _put(sheet, line, number, value, marks)
            sheet.row_dimensions[line].height = height_of(values, widths)
            taken[-1].append(line)
            line += 1
    set_up(sheet, frozen="A2")
    return taken


def _set_apart(sheet: Worksheet, lines: Iterable[int], before: int) -> None:
    """Headings in the middle of a shaded row, behind so many columns; bold would hide what is new in them."""
    for line in lines:
        for number, cell in enumerate(sheet[line]):
            cell.fill = _SHADED
            if number >= before:
                cell.alignment = _CENTRED


def _put(sheet: Worksheet, line: int, number: int, value: Cell, marks: Marks) -> None:
    cell = sheet.cell(line, number)
    rule(cell)
    if isinstance(value, int):
        put_number(cell, value)
    elif isinstance(value, str):
        put_text(cell, value[:LONGEST])
    elif value:
        put_text(cell, _rich(value, marks))


def _rich(spans: tuple[Span, ...], marks: Marks) -> CellRichText | str:
    """The words of a cell with their marks; too long a text for a cell is cut and says so."""
    told = [span._replace(words=tidy(span.words)) for span in spans]
    if sum(len(span.words) for span in told) > LONGEST:
        more = translate("compare.cut")
        return "".join(span.words for span in told)[: LONGEST - len(more)] + more
    if not any(span.new or span.gone for span in told):
        return "".join(span.words for span in told)
    pieces = [
        TextBlock(_font(marks, new=new, gone=gone), words) if new or gone else words
        for words, new, gone in told
        if words
    ]
    return CellRichText(*pieces)


class _Font(InlineFont):
    """A font of words in a cell that turns into XML once: openpyxl walks through all of its twenty attributes."""

    def __init__(self, **looks: Any) -> None:
        super().__init__(**looks)
        self._tree = super().to_tree("rPr")

    def to_tree(self, *_given: Any, **_named: Any) -> Any:
        return deepcopy(self._tree)


@cache
def _font(marks: Marks, *, new: bool, gone: bool) -> _Font:
    return _Font(**(_NEW[marks] if new else {}), **(_GONE[marks] if gone else {}))
