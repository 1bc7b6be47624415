"""What stands with the articles and is no provision: captions in their line or above it, groups numbered like items."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.law.lines import GAP
from lawtrack.law.shapes import ENDS, SENTENCE_ENDS, is_reference
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.law.lines import Line

CAPTION: Final = compile_on_use(
    rf"[{GAP}]*(?:[〖【［\[](?![0-9]+\])([^〗】］\]\n]{{1,40}})[〗】］\]]|[（(](?!删[去除]|略|保留|[一二三四五六七八九十百零〇0-9]+[）)])([^（）()\n，。；：]{{2,20}})[）)])[{GAP}]*"
)
"""The caption of a draft article: 第一条〖目的〗, 第一条（立法目的）; not 第二条（删去）."""
OPENS_CAPTION: Final = frozenset("〖【［[（(")
SEPARATORS: Final = frozenset("：:、．.-—－–")
SEPARATOR: Final = compile_on_use(rf"(?:[：:、．.]|[-—－–]{{1,2}})[{GAP}]*")
"""What some texts put between 第一条 and its words."""
BRACKETS: Final = "〖〗【】［］[]（）()" + GAP
_LONGEST: Final = 24
_LONGEST_NAME: Final = 40
_FEWEST: Final = 3
_MOST: Final = 0.8
"""Captions stand above so many of the articles, and above so large a share, or a line above an article is none."""


def captions_above(text: str, lines: Sequence[Line]) -> dict[int, Line]:
    r"""The caption of each article whose line begins at that offset, where nearly all have one on the line above.

    >>> from lawtrack.law.lines import read_lines
    >>> text = "目的\n第一条　甲。\n范围\n第二条　乙。\n职责\n第三条　丙。"
    >>> [text[line.start : line.end] for line in captions_above(text, read_lines(text)).values()]
    ['目的', '范围', '职责']
    """
    last = len(lines) - 1
    above = [
        at
        for at, line in enumerate(lines)
        if line.kind == "text"
        and line.end - line.start <= _LONGEST
        and at < last
        and lines[at + 1].kind == "article"
    ]
    if len(above) < _FEWEST:
        return {}
    found = {
        lines[at + 1].start: lines[at]
        for at in above
        if _is_caption(text, lines[at]) and (not at or _is_finished(text, lines[at - 1]))
    }
    if len(found) < _FEWEST:
        return {}
    heads = sum(line.kind == "article" and not is_reference(text, line) for line in lines)
    return found if len(found) >= _MOST * heads else {}


def _is_caption(text: str, line: Line) -> bool:
    """Is it a short line that says no sentence, in brackets or not?"""
    words = text[line.start : line.end].strip(BRACKETS)
    return len(words) > 1 and not set(words) & (ENDS | set(SENTENCE_ENDS))


def _is_finished(text: str, line: Line) -> bool:
    return line.kind != "article" or text[line.end - 1] in ENDS


def with_numbered_groups(text: str, lines: list[Line]) -> list[Line]:
    r"""The lines, those called `ordinal` that head groups of articles and are numbered （一） or 1., as 一、 are.

    The first stands above the first article; each further one has the next number and an article under it.

    >>> from lawtrack.law.lines import read_lines
    >>> text = "某规定\n（一）总则\n第一条　甲。\n（二）附则\n第二条　乙。"
    >>> [line.kind for line in with_numbered_groups(text, read_lines(text))]
    ['text', 'ordinal', 'article', 'ordinal', 'article']
    """
    first = next((at for at, line in enumerate(lines) if line.kind == "article"), 0)
    opening = lines[first - 1] if first else None
    if opening is None or opening.kind not in ("item", "point") or opening.number != (1, 0):
        return lines
    over = [
        at for at, below in enumerate(lines[1:]) if below.kind == "article" and not is_reference(text, below)
    ]
    number, named = 1, list(lines)
    for at in over:
        line = lines[at]
        if line.kind == opening.kind and line.number == (number, 0) and _is_name(text, line):
            named[at] = replace(line, kind="ordinal")
            number += 1
    return named


def _is_name(text: str, line: Line) -> bool:
    return line.words < line.end <= line.words + _LONGEST_NAME and text[line.end - 1] not in ENDS | set(
        SENTENCE_ENDS
    )
