"""A concordance as a page of its own that opens from disk, alive with the front end of the workbench's viewer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypedDict

from lawtrack.compare import spans_along
from lawtrack.formats.layout import Layout
from lawtrack.formats.web.live_page import Column, live_page
from lawtrack.messages import language, translate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawtrack.compare import Concordance, Span, Thread

_OPS: Final = {
    (False, False): "equal",
    (True, False): "insert",
    (False, True): "delete",
    (True, True): "both",
}
"""Is it new here, is it about to go → what the front end calls it."""


class ConcordanceCell(TypedDict):
    """A clause in one version; `kind` is None where there was no step, `runs` are its words as (op, words)."""

    labels: list[str]
    kind: str | None
    renumbered: bool
    moved: bool
    in_place: bool
    doubtful: bool
    runs: list[list[str]]


class ConcordanceRow(TypedDict):
    """A clause through all versions as the front end takes it, a cell each.

    >>> from lawtrack.compare import concordance
    >>> row, = concordance_rows(concordance(["第一条　公园开放。", "第一条　公园全天开放。"]))
    >>> [cell["labels"] for cell in row["cells"]]
    [['第一条'], ['第一条']]
    """

    id: str
    level: str
    cells: list[ConcordanceCell]


def to_html(concordance: Concordance, layout: Layout | None = None) -> bytes:
    """A self-contained page with the viewer of the workbench; it has its own switches for what is shown."""
    layout = layout or Layout()
    title = translate(
        "compare.concordance-title", title=concordance.versions[-1].title or translate("compare.untitled")
    )
    rows = concordance_rows(concordance, noise=layout.noise)
    return live_page(rows, concordance_columns(concordance, layout), title=title, lang=language()).encode()


def concordance_columns(concordance: Concordance, layout: Layout) -> list[Column]:
    r"""A head for each version: its name, and what stands on a second line.

    >>> from lawtrack.compare import concordance
    >>> from lawtrack.formats import Layout, concordance_columns
    >>> versions = concordance(["第一条　公园开放。", "第一条　公园全天开放。"])
    >>> concordance_columns(versions, Layout(heads=("一审稿\n2020年7月", "二审稿")))
    [('一审稿', '2020年7月'), ('二审稿', '')]
    """
    parted = (head.partition("\n") for head in concordance.heads(layout.heads))
    return [(name, detail) for name, _, detail in parted]


def concordance_rows(concordance: Concordance, *, noise: bool = False) -> list[ConcordanceRow]:
    """Clauses, headings and the rest as the front end takes them, in the order of reading.

    In the `runs` of a cell op says "insert" of what the version before did not have, "delete" of what the next
    one has no more, "both" or "equal".

    >>> from lawtrack.compare import concordance
    >>> from lawtrack.formats import concordance_rows
    >>> (row,) = concordance_rows(concordance(["第一条　公园开放。", "第一条　公园全天开放。"]))
    >>> row["level"], row["cells"][1]["kind"]
    ('article', 'amended')
    """
    return [
        {
            "id": f"r{at}",
            "level": thread.level,
            "cells": [
                _viewer_cell(thread, version, spans)
                for version, spans in enumerate(spans_along(thread, noise=noise))
            ],
        }
        for at, thread in enumerate(concordance.threads)
    ]


def _viewer_cell(thread: Thread, version: int, spans: Iterable[Span]) -> ConcordanceCell:
    cell = thread.cells[version]
    return {
        "labels": list(cell.labels),
        "kind": cell.kind,
        "renumbered": cell.renumbered,
        "moved": cell.moved,
        "in_place": cell.in_place,
        "doubtful": cell.doubtful,
        "runs": [[_OPS[span.new, span.gone], span.words] for span in spans],
    }
