"""各稿对照表 in Word: the same clauses side by side, one column a version, each marked against its neighbours."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from lawtrack.compare import spans_along
from lawtrack.formats.comparison.docx import HEADINGS, quiet_run
from lawtrack.formats.layout import Layout
from lawtrack.formats.word.tables import CellText, document, plain
from lawtrack.messages import translate

_ROOMY: Final = 3
"""So many columns hold the type of the 对照表; more have a smaller one."""
_STYLES: Final = (("TableClause", "TableHeading"), ("TableNarrow", "TableNarrowHeading"))
"""Of clauses and of headings, in wide columns and in narrow ones."""

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.compare import Concordance, Span, Thread


def concordance_docx(concordance: Concordance, layout: Layout | None = None) -> bytes:
    r"""The bytes of the table, the same each time.

    >>> from lawtrack.compare import concordance
    >>> concordance_docx(concordance(["第一条　甲。", "第一条　乙。"]))[:4]
    b'PK\x03\x04'
    """
    layout = layout or Layout()
    title = concordance.versions[-1].title or translate("compare.untitled")
    return document(
        translate("compare.concordance-title", title=title),
        [translate(f"compare.legend-{layout.marks}"), translate("compare.legend-concordance")],
        concordance.heads(layout.heads),
        [1] * len(concordance.versions),
        _rows(concordance, layout),
        layout,
        texts=len(concordance.versions),
    )


def is_quiet(thread: Thread) -> bool:
    """Are these words that stay where they stood in all versions, with no doubt to look at, and no heading?"""
    return thread.quiet and thread.level not in HEADINGS


def _rows(concordance: Concordance, layout: Layout) -> Iterator[list[CellText]]:
    for out, run in groupby(concordance.threads, lambda thread: layout.changed_only and is_quiet(thread)):
        threads = list(run)
        if not out:
            for thread in threads:
                said = spans_along(thread, noise=layout.noise)
                yield [_cell(thread, version, spans) for version, spans in enumerate(said)]
        elif articles := [thread.cells for thread in threads if thread.level == "article"]:
            yield [plain(quiet_run([(cells[0].labels, cells[-1].labels) for cells in articles]), "TableBand")]


def _cell(thread: Thread, version: int, spans: tuple[Span, ...]) -> CellText:
    if thread.cells[version].kind == "deleted":
        return plain(translate("compare.deleted-here"), "TableBand")
    clause, heading = _STYLES[len(thread.cells) > _ROOMY]
    style = heading if thread.level in HEADINGS else clause
    return CellText(spans, style)
