"""A concordance as HTML: a page of its own that opens from disk, and a plain table for saved notebooks.

The page is alive with the front end of the notebook's viewer. The table has neither style sheet nor script, because
JupyterLab strips both from a notebook that it does not trust. A document's words are escaped in both.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from lawtrack.formats.comparison.concordance_docx import heads_of, spans_of
from lawtrack.formats.comparison.docx import HEADINGS
from lawtrack.formats.comparison.layout import Layout
from lawtrack.formats.web.live_page import Column, live_page
from lawtrack.messages import language, say

if TYPE_CHECKING:
    from lawtrack.compare import Concordance
    from lawtrack.compare.threads import Thread
    from lawtrack.formats.word.tables import Span

_INS: Final = "background-color:rgba(46,139,96,.18);text-decoration:underline"
_DEL: Final = "background-color:rgba(200,62,52,.15);text-decoration:line-through"
_CELL: Final = "text-align:left;vertical-align:top;padding:6px 10px;border:1px solid rgba(128,132,140,.4)"
_HEADING: Final = f"{_CELL};text-align:center;font-weight:600"
_OPS: Final = {
    (False, False): "equal",
    (True, False): "insert",
    (False, True): "delete",
    (True, True): "both",
}
"""Is it new here, is it about to go → what the front end calls it."""


def to_html(concordance: Concordance, layout: Layout | None = None) -> bytes:
    """A self-contained page with the viewer of the workbench; it has its own switches for what is shown."""
    layout = layout or Layout()
    title = say("compare.concordance-title", title=concordance.versions[-1].title or say("compare.untitled"))
    rows = viewer_rows(concordance, noise=layout.noise)
    return live_page(rows, columns_of(concordance, layout), title=title, lang=language()).encode()


def columns_of(concordance: Concordance, layout: Layout) -> list[Column]:
    """A head for each version: its name, and what stands on a second line."""
    parted = (head.partition("\n") for head in heads_of(concordance, layout))
    return [(name, detail) for name, _, detail in parted]


def viewer_rows(concordance: Concordance, *, noise: bool = False) -> list[dict[str, Any]]:
    """Clauses, headings and the rest as the front end takes them, in the order of reading.

    A row has a `level` and `cells`, one a version: labels, kind (None where there was no step), renumbered, moved, and `runs`: the
    words as (op, words), where op says "insert" of what the version before did not have, "delete" of what the next
    one has no more, "both" or "equal".
    """
    return [
        {
            "id": f"r{at}",
            "level": thread.level,
            "cells": [_viewer_cell(thread, version, noise=noise) for version in range(len(thread.cells))],
        }
        for at, thread in enumerate(concordance.threads)
    ]


def _viewer_cell(thread: Thread, version: int, *, noise: bool) -> dict[str, Any]:
    cell = thread.cells[version]
    return {
        "labels": list(cell.labels),
        "kind": cell.kind,
        "renumbered": cell.renumbered,
        "moved": cell.moved,
        "runs": [[_OPS[span.new, span.gone], span.words] for span in spans_of(thread, version, noise=noise)],
    }


def static_table(concordance: Concordance, layout: Layout | None = None, *, limit: int | None = None) -> str:
    """The table alone, of at most `limit` rows; the same bytes for the same input."""
    layout = layout or Layout()
    width = 100 // len(concordance.versions)
    heads = "".join(
        f'<th scope="col" style="{_CELL};width:{width}%">{escape(head).replace(chr(10), "<br>")}</th>'
        for head in heads_of(concordance, layout)
    )
    shown = concordance.threads[:limit]
    lines = "".join(_line(thread, layout) for thread in shown)
    if left := len(concordance.threads) - len(shown):
        lines += (
            f'<tr><td colspan="{len(concordance.versions)}" style="{_HEADING}">'
            f"{escape(say('viewer.more', count=left))}</td></tr>"
        )
    return f'<table style="width:100%"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>'


def _line(thread: Thread, layout: Layout) -> str:
    cells = []
    style = _HEADING if thread.level in HEADINGS else _CELL
    for version, cell in enumerate(thread.cells):
        words = "".join(map(_words, spans_of(thread, version, noise=layout.noise)))
        if cell.kind == "deleted":
            words = escape(say("compare.deleted-here"))
        cells.append(f'<td style="{style}">{words}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _words(span: Span) -> str:
    found = escape(span.words).replace("\n", "<br>")
    if span.gone:
        found = f'<del style="{_DEL}">{found}</del>'
    return f'<ins style="{_INS}">{found}</ins>' if span.new else found
