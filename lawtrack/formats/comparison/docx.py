"""The 修改前后对照表 in Word: 修改前 | 修改后 | 修改依据/说明, across the page (立法法 2023 art. 58)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from lawtrack.compare import Span, followed, in_order, in_words, marked, remark
from lawtrack.formats.layout import Layout, column_kind
from lawtrack.formats.word.tables import CellText, document, plain
from lawtrack.law import HEADING_LEVELS
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lawtrack.compare import Comparison, Row

_WIDTHS: Final = {"old": 21, "new": 21, "remark": 10, "basis": 15, "reason": 13}
"""Shares of the page's width."""
HEADINGS: Final = frozenset({"title", *HEADING_LEVELS})
"""Levels that stand in the middle of their column, and are shown in any case, to find one's way by."""
_LEFT_OUT: Final = frozenset({"contents"})
"""A contents page repeats the headings, which have rows of their own."""


def comparison_docx(comparison: Comparison, layout: Layout | None = None) -> bytes:
    r"""The bytes of the table, the same each time.

    >>> from lawtrack.compare import compare
    >>> comparison_docx(compare("第一条　甲。", "第一条　乙。"))[:4]
    b'PK\x03\x04'
    """
    layout = layout or Layout()
    title = comparison.new.title or comparison.old.title or translate("compare.untitled")
    heads = dict(zip(("old", "new", "remark"), heads_of(comparison, layout), strict=True))
    return document(
        translate("compare.table-title", title=title),
        [in_words(comparison), translate(f"compare.legend-{layout.marks}")],
        [_head(name, heads) for name in layout.columns],
        _widths(layout),
        _rows(comparison, layout),
        layout,
    )


def _widths(layout: Layout) -> Sequence[int]:
    """The office's own widths for the three usual columns, ours for the others."""
    chosen = dict(zip(("old", "new", "remark"), layout.office.widths, strict=False))
    return [({**_WIDTHS, **chosen})[column_kind(name)] for name in layout.columns]


def _head(name: str, heads: Mapping[str, str]) -> str:
    """The head of a column: the name that was asked for, with the version's on a second line."""
    kind = column_kind(name)
    if kind == name:
        return heads.get(kind) or translate(f"compare.column-{kind}")
    _, _, version = heads.get(kind, "").partition("\n")
    return f"{name}\n{version}" if version else name


def heads_of(comparison: Comparison, layout: Layout) -> tuple[str, str, str]:
    """The head row: each side with the name of its version on a second line."""
    titles = layout.heads if len(layout.heads) == 2 else (comparison.old.title, comparison.new.title)
    old, new = (
        f"{translate(f'compare.column-{side}-text')}\n{name}"
        for side, name in zip(("old", "new"), titles, strict=True)
    )
    return old, new, translate("compare.column-remark")


def _rows(comparison: Comparison, layout: Layout) -> Iterator[tuple[CellText, ...]]:
    notes = {id(row): entry for row, entry in zip(comparison.rows, followed(comparison), strict=True)}
    shown = (row for row in in_order(comparison) if row.level not in _LEFT_OUT)
    for out, run in groupby(shown, lambda row: layout.changed_only and is_quiet(row)):
        rows = list(run)
        if not out:
            for row in rows:
                yield _cells(row, remark(row, notes.get(id(row))), layout)
        elif articles := [row for row in rows if row.level == "article"]:
            yield (plain(quiet_run([(row.old, row.new) for row in articles]), "TableBand"),)


def is_quiet(row: Row) -> bool:
    """Are these words that stay where they stood, with no doubt to look at, and no heading?"""
    return row.quiet and row.level not in HEADINGS


def quiet_run(articles: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> str:
    """One line for a run of articles that stay as they are, each by its labels of old and its labels of now."""
    old, new = (_labels(labels) for labels in zip(*articles, strict=True))
    return translate("compare.unchanged-run" if old == new else "compare.renumbered-run", old=old, new=new)


def _labels(labels: Sequence[tuple[str, ...]]) -> str:
    first, last = labels[0][0], labels[-1][-1]
    return first if first == last else translate("compare.span", first=first, last=last)


def _cells(row: Row, note: str, layout: Layout) -> tuple[CellText, ...]:
    old, new = marked(row, noise=layout.noise)
    style = "TableHeading" if row.level in HEADINGS else "TableClause"
    cells = {
        "old": CellText(tuple(Span(piece.words, gone=piece.changed) for piece in old), style),
        "new": CellText(tuple(Span(piece.words, new=piece.changed) for piece in new), style),
        "remark": plain(note, "TableRemark"),
    }
    return tuple(cells.get(column_kind(name), plain("", "TableRemark")) for name in layout.columns)
