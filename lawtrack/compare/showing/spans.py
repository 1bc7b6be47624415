"""The words of one version of a concordance, each with whether it is new here and whether it is about to go."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from lawtrack.compare.showing.marks import marked, overlaid, sides
from lawtrack.compare.showing.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawtrack.compare.threads import Thread


class Span(NamedTuple):
    """A stretch of words: `new` against the version before, `gone` in the one after.

    >>> from lawtrack.compare import concordance, spans_of
    >>> (thread,) = concordance(["第一条　公园全天开放。", "第一条　公园开放。"]).threads
    >>> [span.words for span in spans_of(thread, 0) if span.gone]
    ['全天']
    """

    words: str
    new: bool = False
    gone: bool = False


def spans_of(thread: Thread, version: int, *, noise: bool = False) -> tuple[Span, ...]:
    r"""The words of one version, with what is new against the one before and what is gone in the one after.

    >>> from lawtrack.compare import concordance
    >>> (thread,) = concordance(["第一条　公园开放。", "第一条　公园全天开放。"]).threads
    >>> [(span.words, span.new) for span in spans_of(thread, 1)]
    [('第一条\u3000公园', False), ('全天', True), ('开放。', False)]
    """
    return _spans(thread, version, partial(_marked, thread, noise=noise))


def spans_along(thread: Thread, *, noise: bool = False) -> list[tuple[Span, ...]]:
    r"""What `spans_of` says of each version in turn; each step from one to the next is marked once for both.

    >>> from lawtrack.compare import concordance, spans_of
    >>> (thread,) = concordance(["第一条　公园开放。", "第一条　公园全天开放。"]).threads
    >>> spans_along(thread) == [spans_of(thread, 0), spans_of(thread, 1)]
    True
    """
    step = cache(partial(_marked, thread, noise=noise))
    return [_spans(thread, version, step) for version in range(len(thread.cells))]


def _spans(
    thread: Thread, version: int, step: Callable[[int], tuple[list[Piece], list[Piece]]]
) -> tuple[Span, ...]:
    """The words of one version; `step` gives the two sides of what leads to a version."""
    cell = thread.cells[version]
    new = [Piece(cell.text, changed=cell.kind == "added")]  # also where it came back: the one before lacks it
    gone = [Piece(cell.text, changed=False)]
    if version and cell.kind != "added":
        new = step(version)[1]
    if version + 1 < len(thread.cells) and cell.text:
        gone = step(version + 1)[0]
    return tuple(Span(*marks) for marks in overlaid(new, gone))


def _marked(thread: Thread, version: int, *, noise: bool) -> tuple[list[Piece], list[Piece]]:
    """The clause as it last stood before `version`, and in it."""
    cell = thread.cells[version]
    if cell.row and cell.row.old:
        return marked(cell.row, noise=noise)
    return sides(thread.ops(version), thread.before(version).provisions, cell.provisions, noise=noise)
