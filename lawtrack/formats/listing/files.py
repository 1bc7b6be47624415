"""A listing as a file: the ending of its name says which kind."""

from __future__ import annotations

import csv
import io
import json
from html import escape
from typing import TYPE_CHECKING, Final

from lawtrack.compare import Span
from lawtrack.formats.comparison.files import escape_markdown
from lawtrack.formats.layout import Layout
from lawtrack.formats.listing.model import plain_words
from lawtrack.formats.sheets.cells import inert
from lawtrack.formats.word.tables import MANY, CellText, document, plain
from lawtrack.formats.writing import write_in_format

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from pathlib import Path

    from lawtrack.formats.listing.model import Listing, ListingCell

WRITERS: Final = {
    ".docx": "listing.files:listing_docx",
    ".xlsx": "listing.xlsx:listing_xlsx",
    ".csv": "listing.files:listing_csv",
    ".json": "listing.files:listing_json",
    ".md": "listing.files:listing_markdown",
    ".html": "listing.files:listing_html",
}
"""Ending → the function that gives the bytes, for `write_in_format`."""
_STYLE: Final = (
    "body{font:16px/1.6 'Noto Serif CJK SC',SimSun,serif;margin:2em}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #999;padding:.3em .5em;vertical-align:top;text-align:left}th{background:#eee}"
    "thead{display:table-header-group}mark{background:#ffe9a8}"
)


def write_listing(listing: Listing, path: str | os.PathLike[str]) -> Path:
    """Write the table to `path`, whole or not at all, and return the path; kinds: WRITERS.

    Raises UnusableInput for an ending that nobody writes, NotSaved where the system refuses.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from lawtrack.formats import Listing, write_listing
    >>> listing = Listing("公园名录", ("序号", "名称"), (10, 90), [(1, "东湖公园")])
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_listing(listing, Path(folder, "名录.csv")).read_text(encoding="utf-8-sig").splitlines()
    ['序号,名称', '1,东湖公园']
    """
    return write_in_format(path, WRITERS, listing)


def listing_docx(listing: Listing) -> bytes:
    """The bytes of the Word file, across the page, the head on every page."""
    return document(
        listing.title,
        listing.notes,
        listing.heads,
        listing.widths,
        _word_rows(listing),
        Layout(),
        after=[plain(words, "TableRemark") for words in listing.after],
        texts=MANY + 1 if listing.page == "A3" else 1,
    )


def _word_rows(listing: Listing) -> Iterator[tuple[CellText, ...]]:
    total = sum(listing.widths)
    styles = ["TableNarrow" if width * 6 > total else "TableRemark" for width in listing.widths]
    for row in listing.rows:
        if len(row) == 1 < len(listing.heads):
            yield (plain(plain_words(row[0]), "TableNarrowHeading"),)
        else:
            yield tuple(_word_cell(cell, style) for cell, style in zip(row, styles, strict=True))


def _word_cell(cell: ListingCell, style: str) -> CellText:
    return CellText(cell, style) if isinstance(cell, tuple) else plain(plain_words(cell), style)


def listing_csv(listing: Listing) -> bytes:
    """UTF-8 with the mark by which Excel and WPS know it; formulas are made harmless."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(listing.heads)
    for row in listing.rows:
        table.writerow([inert(plain_words(cell) if isinstance(cell, tuple) else cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def listing_json(listing: Listing) -> bytes:
    """`{"title", "notes", "rows", "after"}`, a row as head → words, in UTF-8."""
    rows = [
        {
            head: plain_words(cell) if isinstance(cell, tuple) else cell
            for head, cell in zip(listing.heads, row, strict=False)
        }
        for row in listing.rows
    ]
    told = {"title": listing.title, "notes": listing.notes, "rows": rows, "after": listing.after}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def listing_markdown(listing: Listing) -> bytes:
    """The table as Markdown; what stands out is bold."""
    lines = [f"# {escape_markdown(listing.title)}", ""]
    lines += [part for note in listing.notes for part in (escape_markdown(note), "")]
    lines += [
        "| " + " | ".join(map(escape_markdown, listing.heads)) + " |",
        "|" + " --- |" * len(listing.heads),
    ]
    for row in listing.rows:
        cells = [*map(_markdown_cell, row), *[""] * (len(listing.heads) - len(row))]
        lines.append("| " + " | ".join(cells) + " |")
    lines += [part for words in listing.after for part in ("", escape_markdown(words))]
    return ("\n".join(lines) + "\n").encode()


def _markdown_cell(cell: ListingCell) -> str:
    spans = cell if isinstance(cell, tuple) else (Span(plain_words(cell)),)
    words = "".join(
        f"**{escape_markdown(span.words)}**" if span.new else escape_markdown(span.words) for span in spans
    )
    return "<br>".join(words.split("\n"))


def listing_html(listing: Listing) -> bytes:
    """A page that fetches nothing and prints with the head on every page."""
    head = "".join(f"<th scope=col>{escape(name)}</th>" for name in listing.heads)
    rows = "".join(f"<tr>{_html_row(row, len(listing.heads))}</tr>" for row in listing.rows)
    notes = "".join(f"<p>{escape(note)}</p>" for note in listing.notes)
    after = "".join(f"<p>{escape(words)}</p>" for words in listing.after)
    page = (
        f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>{escape(listing.title)}</title>'
        f"<style>{_STYLE}</style><h1>{escape(listing.title)}</h1>{notes}"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{after}</html>\n"
    )
    return page.encode()


def _html_row(row: tuple[ListingCell, ...], columns: int) -> str:
    if len(row) == 1 < columns:
        return f"<th colspan={columns}>{escape(plain_words(row[0]))}</th>"
    return "".join(f"<td>{_html_cell(cell)}</td>" for cell in row)


def _html_cell(cell: ListingCell) -> str:
    spans = cell if isinstance(cell, tuple) else (Span(plain_words(cell)),)
    words = "".join(
        f"<mark>{escape(span.words)}</mark>" if span.new else escape(span.words) for span in spans
    )
    return words.replace("\n", "<br>")
