"""ComparisonData and concordance as plain HTML tables for saved notebooks.

They have neither style sheet nor script, because JupyterLab strips both from a notebook that it does not trust. A
document's words are escaped.
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from lawtrack.compare.showing.spans import Span, spans_along
from lawtrack.compare.showing.viewing import ViewerRow, summary_sentence, viewer_rows
from lawtrack.messages import language, translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lawtrack.compare.model import ComparisonData
    from lawtrack.compare.threads import Thread

_INS: Final = "background-color:rgba(46,139,96,.18);text-decoration:underline"
_DEL: Final = "background-color:rgba(200,62,52,.15);text-decoration:line-through"
_CELL: Final = "text-align:left;vertical-align:top;padding:6px 10px"
_RULED: Final = f"{_CELL};border:1px solid rgba(128,132,140,.4)"
_HEADING: Final = f"{_RULED};text-align:center;font-weight:600"
_HEADINGS: Final = frozenset({"part", "subpart", "chapter", "section"})


def comparison_table(
    comparison: ComparisonData | Mapping[str, Any], *, lang: str | None = None, limit: int | None = None
) -> str:
    """A table of the changed rows that needs no script and no style sheet; at most `limit` rows.

    Runs of unchanged clauses become one line that counts them. Deterministic: the same comparison, the same bytes.

    >>> row = {"kind": "added", "old": [], "new": ["第一条"], "ops": [["insert", "第一条 <新>"]]}
    >>> "<ins" in comparison_table({"rows": [row]}, lang="zh"), "&lt;新&gt;" in comparison_table({"rows": [row]}, lang="zh")
    (True, True)
    """
    lang = lang or language()
    lines = list(_table_lines(viewer_rows(comparison), lang))
    left = 0
    if limit is not None and len(lines) > limit:
        lines, left = lines[:limit], len(lines) - limit
    if left:
        lines.append(_band(translate("viewer.more", lang, count=left)))
    heads = "".join(
        f'<th scope="col" style="{_CELL}">{escape(translate(code, lang))}</th>'
        for code in ("viewer.column-number", "viewer.column-old", "viewer.column-new")
    )
    return (
        f'<table lang="{"en" if lang == "en" else "zh-CN"}" style="width:100%">'
        f"<caption>{escape(summary_sentence(comparison, lang=lang))}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
    )


def _table_lines(rows: Sequence[ViewerRow], lang: str) -> Iterator[str]:
    for unchanged, run in groupby(rows, _is_quiet):
        if not unchanged:
            yield from (_line(row, lang) for row in run)
        elif articles := [row for row in run if row["level"] == "article"]:
            yield _band(translate("viewer.unchanged", lang, count=len(articles), span=_span(articles)))


def _is_quiet(row: ViewerRow) -> bool:
    return row["kind"] == "unchanged" and not row["moved"] and not row["doubtful"]


def _span(rows: Sequence[ViewerRow]) -> str:
    labels = [label for row in (rows[0], rows[-1]) for label in row["new"][:1]]
    return "—".join(dict.fromkeys(labels))


def _line(row: ViewerRow, lang: str) -> str:
    labels = " → ".join(dict.fromkeys("、".join(side) for side in (row["old"], row["new"]) if side))
    flags = {"moved": row["moved"], "renumbered": row["renumbered"]}
    tags = [row["kind"], *(flag for flag, raised in flags.items() if raised)]
    names = [f"viewer.kind-{tag}" for tag in tags if tag != "unchanged"]
    names += ["viewer.in-place"] if row["in_place"] else []
    names += ["viewer.doubtful"] if row["doubtful"] else []
    named = "、".join(translate(name, lang) for name in names)
    head = f"{escape(labels)}<br>{escape(named)}" if labels else escape(named)
    sides = "".join(f'<td style="{_CELL};width:44%">{_side(row, side)}</td>' for side in ("delete", "insert"))
    return f'<tr><th scope="row" style="{_CELL};width:12%">{head}</th>{sides}</tr>'


def _side(row: ViewerRow, side: str) -> str:
    mark = {"insert": ("ins", _INS), "delete": ("del", _DEL)}[side]
    pieces = []
    for op, text in row["sides"][side == "insert"] if row["sides"] else row["ops"]:
        words = escape(text).replace("\n", "<br>")
        if op == side:
            pieces.append(f'<{mark[0]} style="{mark[1]}">{words}</{mark[0]}>')
        elif op == "equal":
            pieces.append(words)
    return "".join(pieces)


def _band(sentence: str) -> str:
    return f'<tr><td colspan="3" style="text-align:center;padding:4px 10px">{escape(sentence)}</td></tr>'


def threads_table(
    threads: Sequence[Thread], heads: Sequence[str], *, noise: bool = False, limit: int | None = None
) -> str:
    """Versions side by side as a table that needs no script and no style sheet, of at most `limit` rows.

    `heads` name the versions. `noise` marks also what differs only in width or white space. The same bytes for the same
    input.

    >>> from lawtrack.compare import concordance
    >>> threads = concordance(["第一条　公园开放。", "第一条　公园全天开放。"]).threads
    >>> "<ins" in threads_table(threads, ["一审稿", "二审稿"])
    True
    """
    width = 100 // len(heads)
    row = "".join(
        f'<th scope="col" style="{_RULED};width:{width}%">{escape(head).replace(chr(10), "<br>")}</th>'
        for head in heads
    )
    lines = "".join(_thread_line(thread, noise=noise) for thread in threads[:limit])
    if left := len(threads) - len(threads[:limit]):
        more = escape(translate("viewer.more", count=left))
        lines += f'<tr><td colspan="{len(heads)}" style="{_HEADING}">{more}</td></tr>'
    return f'<table style="width:100%"><thead><tr>{row}</tr></thead><tbody>{lines}</tbody></table>'


def _thread_line(thread: Thread, *, noise: bool) -> str:
    cells = []
    style = _HEADING if thread.level in _HEADINGS else _RULED
    for cell, spans in zip(thread.cells, spans_along(thread, noise=noise), strict=True):
        words = "".join(map(_words, spans))
        if cell.kind == "deleted":
            words = escape(translate("compare.deleted-here"))
        cells.append(f'<td style="{style}">{words}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _words(span: Span) -> str:
    words = escape(span.words).replace("\n", "<br>")
    if span.gone:
        words = f'<del style="{_DEL}">{words}</del>'
    return f'<ins style="{_INS}">{words}</ins>' if span.new else words
