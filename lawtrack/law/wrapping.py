"""Lines cut at the width of a page: what is indented begins something, what is not goes on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lawtrack.law.lines import GAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.law.lines import Line

WIDEST: Final = 60
"""No line of a hard-wrapped text is longer, in characters."""


def is_indented(text: str, line: Line) -> bool:
    """Does the line begin with a blank?"""
    begins = text.rfind("\n", 0, line.start) + 1
    return begins < line.start and text[begins] in GAP


def is_hard_wrapped(text: str, lines: Sequence[Line], units: str) -> bool:
    """Is every line cut at one width, and a new 款 known by its indentation, as in text copied out of a page?"""
    for line in lines:
        if line.end - line.start > WIDEST:  # most texts are told by their first lines
            return False
    heads = [line for line in lines if line.kind == units]
    if len(heads) < 2:
        return False
    widest = max(line.end - line.start for line in lines)
    indented = sum(is_indented(text, line) for line in heads)
    return indented * 10 >= len(heads) * 9 and all(
        (above.end - above.start) * 4 >= widest * 3
        for above, line in pairwise(lines)
        if line.kind == "text" and not is_indented(text, line)
    )


def is_note(text: str, line: Line) -> bool:
    """A note of a table or a form (注：……) is no 款."""
    return text.startswith(("注：", "注:"), line.start)
