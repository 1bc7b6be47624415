"""The table of a merge as a file: the ending of its name says which kind."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from lawtrack.formats.comparison.files import escape_markdown
from lawtrack.formats.comparison.merge_rows import COLUMNS, heads_of, notes_of, rows_of
from lawtrack.formats.layout import Layout
from lawtrack.formats.word.tables import CellText, document, plain
from lawtrack.formats.writing import write_in_format
from lawtrack.messages import language, translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from os import PathLike
    from pathlib import Path

    from lawtrack.compare import Span
    from lawtrack.formats.comparison.merge_rows import Shown
    from lawtrack.merge import Merge

WIDTHS: Final = (7, 12, 12, 12, 12)
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE: Final = (
    "body{font:15px/1.7 'Noto Serif CJK SC',SimSun,serif;max-width:84em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{border:1px solid #8a8f98;padding:6px 10px;"
    "text-align:left;vertical-align:top;white-space:pre-line}th{text-align:center}thead{display:table-header-group}"
    "col:first-child{width:12%}tr.band td,tr.heading td{text-align:center;background:#f1f3f5}tr.heading td"
    "{font-weight:600}tr.conflict td:first-child{border-left:4px solid #b3261e}small{color:#57606a}"
    "ins{background:#d9f0e2;text-decoration:underline}del{background:#f7dbd8}tr{break-inside:avoid}"
)


def write_merge(merge: Merge, path: str | PathLike[str], names: Sequence[str] = ()) -> Path:
    """Put the table of `merge` at `path`, whole or not at all; the path written. Kinds: .docx .html .md

    `names` stand in the heads of base, ours and theirs. Raises UnusableInput for an ending that nobody writes,
    NotSaved where the system refuses.

    >>> import tempfile
    >>> from lawtrack.merge import merge
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_merge(merge("第一条　甲。", "第一条　乙。", "第一条　甲。"), f"{folder}/合并.html").name
    '合并.html'
    """
    return write_in_format(path, WRITERS, merge, names)


def to_docx(merge: Merge, names: Sequence[str] = (), layout: Layout | None = None) -> bytes:
    """The table in Word, across the page, marked as the 对照表 is; the same bytes each time."""
    rows = (_cells(shown) for shown in rows_of(merge))
    notes = [*notes_of(merge), translate("compare.legend-print")]
    return document(title_of(merge), notes, heads_of(names), WIDTHS, rows, layout or Layout(), texts=4)


def title_of(merge: Merge) -> str:
    """The title of the table."""
    titles = [row.texts["merged"].replace("\n", "") for row in merge.rows if row.kind == "title"]
    return translate("merging.title", title="".join(titles[:1]) or translate("compare.untitled"))


def _cells(shown: Shown) -> list[CellText]:
    if not shown.cells:
        return [plain(shown.name, "TableHeading" if shown.kind == "heading" else "TableBand")]
    told = "\n".join(filter(None, (shown.name, shown.remark)))
    return [plain(told, "TableRemark"), *(CellText(spans, "TableNarrow") for spans in shown.cells)]


def to_html(merge: Merge, names: Sequence[str] = ()) -> bytes:
    """A page of its own that fetches nothing and prints."""
    title = escape(title_of(merge))
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads_of(names))
    notes = "".join(f"<p>{escape(note)}</p>" for note in notes_of(merge))
    lang = "en" if language() == "en" else "zh-CN"
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>{notes}<table><colgroup>{'<col>' * len(WIDTHS)}</colgroup>"
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(_lines(merge))}</tbody></table></body></html>\n"
    ).encode()


def _lines(merge: Merge) -> Iterator[str]:
    for shown in rows_of(merge):
        if not shown.cells:
            yield f'<tr class="{shown.kind}"><td colspan="{len(WIDTHS)}">{escape(shown.name)}</td></tr>'
            continue
        told = f"{escape(shown.name)}<br><small>{escape(shown.remark)}</small>"
        cells = "".join(f"<td>{''.join(map(_html, spans))}</td>" for spans in shown.cells)
        yield f'<tr class="{shown.kind}"><td>{told}</td>{cells}</tr>'


def _html(span: Span) -> str:
    tag = "ins" if span.new else "del" if span.gone else ""
    return f"<{tag}>{escape(span.words)}</{tag}>" if tag else escape(span.words)


def to_markdown(merge: Merge, names: Sequence[str] = ()) -> bytes:
    """A table in Markdown: deleted words struck through, new words bold."""
    heads = [escape_markdown(head).replace("\n", "<br>") for head in heads_of(names)]
    lines = [f"# {escape_markdown(title_of(merge))}", ""]
    lines += [f"- {escape_markdown(note)}" for note in notes_of(merge)]
    lines += ["", "| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for shown in rows_of(merge):
        told = "<br>".join(escape_markdown(line) for line in (shown.name, shown.remark) if line)
        cells = ["".join(map(_markdown, spans)) for spans in shown.cells] or [""] * len(COLUMNS)
        lines.append("| " + " | ".join([told.replace("\n", "<br>"), *cells]) + " |")
    return ("\n".join(lines) + "\n").encode()


def _markdown(span: Span) -> str:
    mark = "**" if span.new else "~~" if span.gone else ""
    lines = (escape_markdown(line) for line in span.words.split("\n"))
    return "<br>".join(f"{mark}{line}{mark}" if mark and line.strip() else line for line in lines)


WRITERS: Final = {
    ".docx": "comparison.merge_files:to_docx",
    ".html": "comparison.merge_files:to_html",
    ".md": "comparison.merge_files:to_markdown",
}
"""Ending → the function that gives the bytes, for `write_in_format`."""
