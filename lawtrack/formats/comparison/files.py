"""A comparison or a concordance as a file: the ending of its name says which kind."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from lawtrack.compare import DOUBTS, followed, in_order, in_words, marked, remark
from lawtrack.formats.layout import Layout, column_kind
from lawtrack.formats.sheets.cells import inert
from lawtrack.formats.writing import write_in_format
from lawtrack.messages import translate

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from pathlib import Path

    from lawtrack.compare import Comparison, Concordance, Piece, Row

WRITERS: Final = {
    ".docx": "comparison.docx:comparison_docx",
    ".xlsx": "comparison.xlsx:comparison_xlsx",
    ".html": "comparison.files:to_html",
    ".md": "comparison.files:to_markdown",
    ".csv": "comparison.files:to_csv",
    ".json": "comparison.files:to_json",
}
CONCORDANCE_WRITERS: Final = {
    ".docx": "comparison.concordance_docx:concordance_docx",
    ".xlsx": "comparison.xlsx:concordance_xlsx",
    ".html": "comparison.concordance_html:to_html",
    ".json": "comparison.files:to_json",
}
TRACKED_WRITERS: Final = {".docx": "comparison.tracked:tracked_docx"}
"""Ending → the function that gives the bytes, for `write_in_format`."""


def write_comparison(
    comparison: Comparison, path: str | os.PathLike[str], layout: Layout | None = None
) -> Path:
    """Write `comparison` to `path`, whole or not at all, and return the path; kinds: WRITERS.

    `layout.tracked` turns a .docx into the new text over the old with Word's tracked changes. Raises UnusableInput for
    an ending that nobody writes, NotSaved where the system refuses.

    >>> import tempfile
    >>> from lawtrack.compare import compare
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_comparison(compare("第一条　甲。", "第一条　乙。"), f"{folder}/对照表.html").name
    '对照表.html'
    """
    layout = layout or Layout()
    if is_new_law(comparison):
        layout = replace(layout, columns=tuple(name for name in layout.columns if column_kind(name) != "old"))
    return write_in_format(path, TRACKED_WRITERS if layout.tracked else WRITERS, comparison, layout)


def write_concordance(
    concordance: Concordance, path: str | os.PathLike[str], layout: Layout | None = None
) -> Path:
    """Write `concordance` to `path`, whole or not at all, and return the path; kinds: CONCORDANCE_WRITERS.

    Raises UnusableInput for an ending that nobody writes, NotSaved where the system refuses.

    >>> import tempfile
    >>> from lawtrack.compare import concordance
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_concordance(concordance(["第一条　甲。", "第一条　乙。"]), f"{folder}/多稿对照.xlsx").name
    '多稿对照.xlsx'
    """
    return write_in_format(path, CONCORDANCE_WRITERS, concordance, layout or Layout())


def is_new_law(comparison: Comparison) -> bool:
    """Is there nothing on the old side? Then a table has no column for it."""
    return not comparison.old.text.strip()


def to_json(comparison: Comparison | Concordance, layout: Layout | None = None) -> bytes:  # noqa: ARG001 - a writer's signature
    """`to_dict()` in UTF-8; of a comparison it is the shape of the contract, docs/comparison.schema.json."""
    return (json.dumps(comparison.to_dict(), ensure_ascii=False, indent=2) + "\n").encode()


def to_csv(comparison: Comparison, layout: Layout | None = None) -> bytes:
    """One clause group a line, UTF-8 with the mark by which Excel and WPS know it; formulas are made harmless."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    names = ["kind", "flags", "new", "new-text", "remark"]
    if not is_new_law(comparison):
        names[2:4] = ["old", "new", "old-text", "new-text"]
    table.writerow([translate(f"compare.column-{name}") for name in names])
    for row, note in shown_rows(comparison, layout or Layout()):
        cells = {"kind": kind_of(row), "flags": flags_of(row), "remark": note}
        cells |= {"old": "、".join(row.old), "new": "、".join(row.new)}
        cells |= {"old-text": row.old_text, "new-text": row.new_text}
        table.writerow([inert(cells[name]) for name in names])
    return out.getvalue().encode("utf-8-sig")


def to_markdown(comparison: Comparison, layout: Layout | None = None) -> bytes:
    """A table of the clauses, deleted words struck through and new words bold."""
    layout = layout or Layout()
    fresh = is_new_law(comparison)
    shown = ("new-text", "remark") if fresh else ("old-text", "new-text", "remark")
    names = [translate(f"compare.column-{name}") for name in shown]
    title = f"{escape_markdown(comparison.old.title)} → {escape_markdown(comparison.new.title)}"
    lines = [
        f"# {title.removeprefix(' → ') if fresh else title}",
        "",
        escape_markdown(in_words(comparison)),
        "",
        "| " + " | ".join(names) + " |",
        "|---" * len(names) + "|",
    ]
    for row, note in shown_rows(comparison, layout):
        old, new = marked(row, noise=layout.noise)
        sides = [_cell(new, "")] if fresh else [_cell(old, "~~"), _cell(new, "**")]
        lines.append("| " + " | ".join([*sides, escape_markdown(note)]) + " |")
    return ("\n".join(lines) + "\n").encode()


def to_html(comparison: Comparison, layout: Layout | None = None) -> bytes:
    """The self-contained page with the live viewer; it has its own switches for what is shown."""
    from lawtrack.formats.comparison.html import page

    heads: Any = layout.heads if layout and len(layout.heads) == 2 else ("", "")
    return page(comparison, title=_title(comparison), heads=heads).encode()


def _title(comparison: Comparison) -> str:
    old, new = comparison.old.title, comparison.new.title
    if old != new:
        return f"{old} → {new}"
    return translate("compare.table-title", title=new or translate("compare.untitled"))


def shown_rows(comparison: Comparison, layout: Layout) -> Iterator[tuple[Row, str]]:
    """The rows that `layout` shows, in the order of reading, each with its remark."""
    notes = {id(row): entry for row, entry in zip(comparison.rows, followed(comparison), strict=True)}
    for row in in_order(comparison):
        if not (layout.changed_only and row.quiet):
            yield row, remark(row, notes.get(id(row)))


def kind_of(row: Row) -> str:
    """The row's kind in the language in use."""
    return translate(f"compare.kind-{row.kind}")


def flags_of(row: Row) -> str:
    """Renumbered, moved, and what is not sure, in the language in use; "" where nothing of it."""
    flags = [name for name in ("renumbered", "moved", "in_place", "doubtful") if getattr(row, name)]
    doubt = DOUBTS.get(row.kind, "doubtful")
    return " ".join(translate(f"compare.flag-{doubt if name == 'doubtful' else name}") for name in flags)


_AS_SIGNS: Final = {ord(mark): f"&#{ord(mark)};" for mark in "\\`*_[]<>|~#&"}


def escape_markdown(text: str) -> str:
    """Document words that Markdown and HTML leave alone.

    >>> escape_markdown("[a] & #1")
    '&#91;a&#93; &#38; &#35;1'
    """
    return text.translate(_AS_SIGNS)


def _cell(pieces: list[Piece], mark: str) -> str:
    """The words of a cell, each changed line between its own marks: Markdown's reach no further than a line."""
    cell = ""
    for words, changed in pieces:
        lines = [escape_markdown(line) for line in words.split("\n")]
        cell += "<br>".join(f"{mark}{line}{mark}" if changed and line.strip() else line for line in lines)
    return cell
