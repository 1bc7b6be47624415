"""A comparison as HTML: a page of its own that opens from disk, and a plain table for saved notebooks.

The page is alive with the front end of the notebook's viewer. The table has neither style sheet nor script, because
JupyterLab strips both from a notebook that it does not trust. A document's words are escaped in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from lawtrack.compare.marks import marked
from lawtrack.compare.order import AFTER_BODY, in_order
from lawtrack.formats.web.live_page import Column, live_page
from lawtrack.messages import language, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare import Comparison
    from lawtrack.compare import Row as ComparedRow

Row = dict[str, Any]
Sides = tuple[list[list[str]], list[list[str]]]

_INS: Final = "background-color:rgba(46,139,96,.18);text-decoration:underline"
_DEL: Final = "background-color:rgba(200,62,52,.15);text-decoration:line-through"
_CELL: Final = "text-align:left;vertical-align:top;padding:6px 10px"


def page(
    comparison: Comparison | Mapping[str, Any],
    *,
    title: str,
    heads: tuple[str, str] = ("", ""),
    lang: str | None = None,
) -> str:
    """A self-contained page with the live viewer, from a Comparison or its `to_dict()`.

    `title` names the page, `heads` the two texts (一审稿 2020-07-30). Loads nothing, works from a USB stick, prints.

    >>> html = page({"rows": [], "other": [], "summary": {}}, title="<b>", lang="zh")
    >>> "default-src 'none'" in html, "<b>" in html
    (True, False)
    """
    lang = lang or language()
    return live_page(viewer_rows(comparison), columns_of(heads, lang), title=title, lang=lang)


def columns_of(heads: tuple[str, str], lang: str) -> list[Column]:
    """Before and after, each with the name of its text."""
    titles = (say(f"viewer.column-{side}", lang) for side in ("old", "new"))
    return list(zip(titles, heads, strict=True))


def static_table(
    comparison: Comparison | Mapping[str, Any], *, lang: str | None = None, limit: int | None = None
) -> str:
    """A table of the changed rows that needs no script and no style sheet; at most `limit` rows.

    Runs of unchanged clauses become one line that counts them. Deterministic: the same comparison, the same bytes.

    >>> row = {"kind": "added", "old": [], "new": ["第一条"], "ops": [["insert", "第一条 <新>"]]}
    >>> "<ins" in static_table({"rows": [row]}, lang="zh"), "&lt;新&gt;" in static_table({"rows": [row]}, lang="zh")
    (True, True)
    """
    lang = lang or language()
    lines = list(_table_lines(viewer_rows(comparison), lang))
    left = 0
    if limit is not None and len(lines) > limit:
        lines, left = lines[:limit], len(lines) - limit
    if left:
        lines.append(_band(say("viewer.more", lang, count=left)))
    heads = "".join(
        f'<th scope="col" style="{_CELL}">{escape(say(code, lang))}</th>'
        for code in ("viewer.column-number", "viewer.column-old", "viewer.column-new")
    )
    return (
        f'<table lang="{"en" if lang == "en" else "zh-CN"}" style="width:100%">'
        f"<caption>{escape(summary_sentence(comparison, lang=lang))}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
    )


def summary_sentence(comparison: Comparison | Mapping[str, Any], *, lang: str | None = None) -> str:
    """How many clauses of each kind, in one sentence.

    >>> summary_sentence({"rows": [], "summary": {"added": 2, "amended": 1}}, lang="zh")
    '新增 2　修改 1'
    """
    summary = as_dict(comparison).get("summary", {})
    kinds = ("added", "deleted", "amended", "split", "merged", "moved", "renumbered", "unchanged")
    counted = [f"{say(f'viewer.kind-{kind}', lang)} {summary[kind]}" for kind in kinds if summary.get(kind)]
    return ("　" if (lang or language()) == "zh" else ", ").join(counted)


def viewer_rows(comparison: Comparison | Mapping[str, Any]) -> list[Row]:
    """The rows in reading order as the front end takes them: title and preamble, then the body, then annexes.

    Each has id, level, kind, renumbered, moved, old, new, ops, the changed parts by name, and `sides`: what to mark
    in the old text and in the new, None where the ops say it. A Comparison knows where its headings stand and which
    differences are noise; its `to_dict()` does not, there headings come before the articles.
    """
    found: list[tuple[Row, Sides | None]]
    if isinstance(comparison, Mapping):
        found = [(row, None) for row in _in_order(comparison)]
    else:
        found = [(row.to_dict(), _sides(row)) for row in in_order(comparison)]
    return [_viewer_row(row, sides, f"r{at}") for at, (row, sides) in enumerate(found)]


def as_dict(comparison: Comparison | Mapping[str, Any]) -> Mapping[str, Any]:
    """The comparison in the shape of the contract."""
    return comparison.to_dict() if not isinstance(comparison, Mapping) else comparison


def _in_order(comparison: Mapping[str, Any]) -> list[Row]:
    other: list[Row] = list(comparison.get("other", ()))
    after = [row for row in other if row["level"] in AFTER_BODY]
    before = [row for row in other if row["level"] not in AFTER_BODY]
    return [*before, *comparison["rows"], *after]


def _sides(row: ComparedRow) -> Sides | None:
    """Both sides of a row that has words on both, as operations each."""
    if row.kind not in {"amended", "split", "merged"}:
        return None
    old, new = marked(row)
    return (
        [["delete" if piece.changed else "equal", piece.words] for piece in old],
        [["insert" if piece.changed else "equal", piece.words] for piece in new],
    )


def _changed_parts(parts: Sequence[Row], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Name and kind of each changed part, the innermost that say something: ("第二款（三）", "added")."""
    for part in parts:
        name = prefix + "、".join(part["new"] or part["old"])
        if part.get("parts"):
            yield from _changed_parts(part["parts"], name)
        elif part["kind"] != "unchanged":
            yield name, part["kind"]


def _viewer_row(row: Mapping[str, Any], sides: Sides | None, row_id: str) -> Row:
    return {
        "id": row_id,
        "level": row.get("level", "article"),
        "kind": row["kind"],
        "renumbered": bool(row.get("renumbered")),
        "moved": bool(row.get("moved")),
        "old": list(row["old"]),
        "new": list(row["new"]),
        "ops": [list(op) for op in row["ops"]],
        "sides": sides,
        "parts": [list(part) for part in _changed_parts(row.get("parts", ()))],
    }


def _table_lines(rows: Sequence[Row], lang: str) -> Iterator[str]:
    for unchanged, run in groupby(rows, lambda row: row["kind"] == "unchanged" and not row["moved"]):
        if not unchanged:
            yield from (_line(row, lang) for row in run)
        elif articles := [row for row in run if row["level"] == "article"]:
            yield _band(say("viewer.unchanged", lang, count=len(articles), span=_span(articles)))


def _span(rows: Sequence[Row]) -> str:
    labels = [label for row in (rows[0], rows[-1]) for label in row["new"][:1]]
    return "—".join(dict.fromkeys(labels))


def _line(row: Row, lang: str) -> str:
    labels = " → ".join(dict.fromkeys("、".join(side) for side in (row["old"], row["new"]) if side))
    tags = [row["kind"], *(flag for flag in ("moved", "renumbered") if row[flag])]
    named = "、".join(say(f"viewer.kind-{tag}", lang) for tag in tags if tag != "unchanged")
    head = f"{escape(labels)}<br>{escape(named)}" if labels else escape(named)
    sides = "".join(f'<td style="{_CELL};width:44%">{_side(row, side)}</td>' for side in ("delete", "insert"))
    return f'<tr><th scope="row" style="{_CELL};width:12%">{head}</th>{sides}</tr>'


def _side(row: Row, side: str) -> str:
    mark = {"insert": ("ins", _INS), "delete": ("del", _DEL)}[side]
    found = []
    for op, text in row["sides"][side == "insert"] if row["sides"] else row["ops"]:
        words = escape(text).replace("\n", "<br>")
        if op == side:
            found.append(f'<{mark[0]} style="{mark[1]}">{words}</{mark[0]}>')
        elif op == "equal":
            found.append(words)
    return "".join(found)


def _band(sentence: str) -> str:
    return f'<tr><td colspan="3" style="text-align:center;padding:4px 10px">{escape(sentence)}</td></tr>'
