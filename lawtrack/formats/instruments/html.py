"""An instrument as a web page of its own: one file, nothing fetched, every word escaped, usable from the keyboard.

Each provision carries its eid as its id, so that a link can point at a clause; references inside the text are links.
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Final

from lawtrack.formats.flow import (
    article_lines,
    citations_by_holder,
    column_shares,
    heading_line,
    laid_cells,
    linked,
    printed_label,
    rows_apart,
)
from lawtrack.law import HEADING_LEVELS, Level, TableRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lawtrack.drafts import Table
    from lawtrack.formats.layout import Layout
    from lawtrack.law import Block, Instrument, Provision

_STYLE: Final = """
:root { color-scheme: light dark; }
body { max-width: 42em; margin: 2em auto; padding: 0 1em; line-height: 1.9;
  font-family: FangSong_GB2312, FangSong, STFangsong, "Noto Serif CJK SC", serif; }
h1, h2, h3, h4, h5 { text-align: center; font-family: SimHei, "Noto Sans CJK SC", sans-serif; font-weight: normal; }
h1 { font-size: 1.7em; } h2, h3, h4, h5 { font-size: 1.1em; margin: 1.6em 0 .8em; }
.header { text-align: center; font-family: KaiTi_GB2312, KaiTi, STKaiti, serif; }
p { margin: 0; text-indent: 2em; } .header p, .tail p, nav p { text-indent: 0; } .tail { text-align: right; }
ol { margin: 0; padding: 0; } ol ol { margin-left: 2em; } nav { margin: 1.5em 0; } nav ol { margin-left: 2em; }
.label { font-family: SimHei, "Noto Sans CJK SC", sans-serif; }
.label a { color: inherit; text-decoration: none; } :target { background: rgba(255, 210, 0, .25); }
table { border-collapse: collapse; width: 100%; } td { border: 1px solid; padding: .2em .5em; text-indent: 0; }
@media print { nav { display: none; } body { max-width: none; } }
"""
_NO_MARKER: Final = ' style="list-style-type: none"'


def instrument_html(doc: Instrument, tables: Iterable[Table] = ()) -> str:
    r"""The page, the same each time; `tables` are those of the file, for their widths and merged cells.

    >>> from lawtrack.law import parse
    >>> page = instrument_html(parse("某市控烟条例\n第一条　为了健康。\n第二条　违反第一条的，处罚。"))
    >>> '<a href="#art_1">第一条</a>的，处罚。' in page
    True
    """
    page = _Page(doc, tuple(tables))
    title = escape(doc.title or "（无标题）")
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "".join(f"{line}\n" for line in page.lines())
        + "</main>\n</body>\n</html>\n"
    )


class _Page:
    """The lines of one page."""

    def __init__(self, doc: Instrument, tables: tuple[Table, ...]) -> None:
        self._doc = doc
        self._tables = tables
        self._rows = TableRows(doc)
        self._citations = citations_by_holder(doc)
        present = {node.level for node in doc.headings}
        self._ranks = {level: rank for rank, level in enumerate((x for x in Level if x in present), 2)}

    def lines(self) -> Iterator[str]:
        """What stands before the body, the body, what stands after it."""
        doc = self._doc
        begins = doc.body[0].start if doc.body else len(doc.text)
        for block in doc.blocks:
            if block.start < begins:
                yield from self._block(block)
        for node in doc.body:
            yield from self._provision(node)
        for block in doc.blocks:
            if block.start > begins:
                yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        if block.kind == "title":
            yield f"<h1>{escape(self._doc.title)}</h1>"
        elif block.kind == "contents":
            yield from self._contents()
        else:
            tag = "section" if block.kind == "annex" else "div"
            yield f'<{tag} class="{block.kind}">'
            yield from _flow(self._rows.lines(block), self._tables)
            yield f"</{tag}>"

    def _contents(self) -> Iterator[str]:
        """The contents page as navigation, made from the headings so that its links always lead somewhere."""
        yield f'<nav aria-label="目录"><p>目录</p><ol{_NO_MARKER}>'
        for node in self._doc.headings:
            yield f'<li><a href="#{escape(node.eid)}">{escape(heading_line(node.label, node.heading))}</a></li>'
        yield "</ol></nav>"

    def _provision(self, node: Provision) -> Iterator[str]:
        if node.level in HEADING_LEVELS:
            rank = self._ranks[node.level]
            yield f'<section id="{escape(node.eid)}">'
            yield f"<h{rank}>{escape(heading_line(node.label, node.heading))}</h{rank}>"
            for child in node.children:
                yield from self._provision(child)
            yield "</section>"
        elif node.level is Level.ARTICLE:
            yield from self._article(node)
        elif node.level is Level.PARAGRAPH:
            yield from self._paragraph(node, "")
        else:
            yield from self._list((node,))

    def _article(self, node: Provision) -> Iterator[str]:
        eid = escape(node.eid)
        first = node.children[0] if node.children else None
        lead = first.lead if first and first.level is Level.PARAGRAPH else ""
        (label, gap), *apart = article_lines(printed_label(node), lead)
        shown = f'<span class="label"><a href="#{eid}">{escape(label)}</a></span>'
        yield f'<div class="article" id="{eid}">'
        if apart or not lead or "\t" in lead:
            yield f"<p>{shown}</p>"
            shown = ""
        else:
            shown += gap.removesuffix(lead)
        for in_table, run in groupby(node.children, lambda child: bool(self._rows.below(child))):
            if in_table:
                yield from _flow([row for child in run for row in self._rows.below(child)], self._tables)
                continue
            for child in run:
                yield from (
                    self._paragraph(child, shown if child is first else "")
                    if child.level is Level.PARAGRAPH
                    else self._list((child,))
                )
        yield "</div>"

    def _paragraph(self, node: Provision, label: str) -> Iterator[str]:
        eid = f' id="{escape(node.eid)}"'
        if "\t" in node.lead:
            yield from _flow([node.lead], self._tables)
        elif label or node.lead:
            yield f"<p{eid}>{label}{self._words(node)}</p>"
        if node.children:
            yield from self._list(node.children)

    def _list(self, nodes: Iterable[Provision]) -> Iterator[str]:
        yield f'<ol role="list"{_NO_MARKER}>'
        for node in nodes:
            yield f'<li id="{escape(node.eid)}"><p>{escape(node.label)}{self._words(node)}</p>'
            if node.children:
                yield from self._list(node.children)
            yield "</li>"
        yield "</ol>"

    def _words(self, node: Provision) -> str:
        pieces = []
        for words, cited in linked(node, self._citations.get(node.eid, ())):
            inside = cited is not None and cited.internal and cited.targets
            pieces.append(
                f'<a href="#{escape(cited.targets[0])}">{escape(words)}</a>'
                if cited and inside
                else escape(words)
            )
        return "".join(pieces)


def _flow(lines: Iterable[str], tables: Iterable[Table]) -> Iterator[str]:
    """Lines as paragraphs, rows of cells as tables."""
    for tabbed, group in rows_apart(lines, tables):
        if tabbed:
            columns = "".join(f'<col style="width:{share}%">' for share in column_shares(group, tables))
            rows = ("".join(map(_cell, cells)) for cells in laid_cells(group, tables))
            yield f"<table>{columns}" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
        else:
            yield from (f"<p>{escape(line)}</p>" for line in group)


def _cell(cell: tuple[str, dict[str, str]]) -> str:
    words, spans = cell
    told = "".join(f' {name}="{count}"' for name, count in spans.items())
    return f"<td{told}>{escape(words)}</td>"


def to_html(doc: Instrument, layout: Layout | None = None) -> bytes:
    """The page as bytes in UTF-8, for `write_in_format`."""
    return instrument_html(doc, layout.tables if layout else ()).encode()
