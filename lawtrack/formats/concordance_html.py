"""A concordance as HTML: a page of its own that opens from disk, and a plain table for notebooks.

Neither has a script, and all styles stand in the elements, because JupyterLab strips style sheets from a notebook that
it does not trust; the page's own few rules are for its frame. A document's words are escaped.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from lawtrack.formats.concordance_docx import heads_of, in_chapters, spans_of
from lawtrack.formats.layout import Layout
from lawtrack.messages import language, say

if TYPE_CHECKING:
    from lawtrack.compare import Concordance
    from lawtrack.compare.concordance import Thread
    from lawtrack.formats.word_tables import Span

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_INS: Final = "background-color:rgba(46,139,96,.18);text-decoration:underline"
_DEL: Final = "background-color:rgba(200,62,52,.15);text-decoration:line-through"
_CELL: Final = "text-align:left;vertical-align:top;padding:6px 10px;border:1px solid rgba(128,132,140,.4)"
_FRAME: Final = (
    ":root{color-scheme:light dark}body{font:15px/1.7 'Songti SC','Noto Serif CJK SC',SimSun,serif;margin:24px}"
    "h1{font-size:20px}table{border-collapse:collapse;table-layout:fixed}"
    "thead th{position:sticky;top:0;background:Canvas}tr{break-inside:avoid}"
    "@media print{@page{size:A4 landscape;margin:14mm}body{margin:0}thead th{position:static}}"
)


def to_html(concordance: Concordance, layout: Layout | None = None) -> bytes:
    """A self-contained page; loads nothing, runs nothing, prints with its head on every page."""
    title = escape(
        say("compare.concordance-title", title=concordance.versions[-1].title or say("compare.untitled"))
    )
    lang = "en" if language() == "en" else "zh-CN"
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_FRAME}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"<p>{escape(say('compare.legend-colour') + say('compare.legend-concordance'))}</p>\n"
        f"{static_table(concordance, layout)}\n</body>\n</html>\n"
    ).encode()


def static_table(concordance: Concordance, layout: Layout | None = None, *, limit: int | None = None) -> str:
    """The table alone, of at most `limit` clauses; the same bytes for the same input."""
    layout = layout or Layout()
    width = 100 // len(concordance.versions)
    heads = "".join(
        f'<th scope="col" style="{_CELL};width:{width}%">{escape(head).replace(chr(10), "<br>")}</th>'
        for head in heads_of(concordance, layout)
    )
    rows = list(in_chapters(concordance, layout))
    shown = rows[:limit]
    lines = "".join(
        (_band(chapter, thread) if chapter else "") + _line(thread, layout) for chapter, thread in shown
    )
    if len(shown) < len(rows):
        lines += _band(say("viewer.more", count=len(rows) - len(shown)), rows[0][1])
    return f'<table style="width:100%"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>'


def _band(words: str, thread: Thread) -> str:
    """A line across all versions."""
    style = f"{_CELL};text-align:center;font-weight:600"
    return f'<tr><td colspan="{len(thread.cells)}" style="{style}">{escape(words)}</td></tr>'


def _line(thread: Thread, layout: Layout) -> str:
    cells = []
    for version, cell in enumerate(thread.cells):
        words = "".join(map(_words, spans_of(thread, version, noise=layout.noise)))
        if cell.kind == "deleted":
            words = escape(say("compare.deleted-here"))
        cells.append(f'<td style="{_CELL}">{words}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _words(span: Span) -> str:
    found = escape(span.words).replace("\n", "<br>")
    if span.gone:
        found = f'<del style="{_DEL}">{found}</del>'
    return f'<ins style="{_INS}">{found}</ins>' if span.new else found
