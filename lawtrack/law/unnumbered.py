"""Chapters that have names and no numbers: 总则 · 第一条…… · 信用信息 · 第三条…… · 附则."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.law.lines import Line

_NAME: Final = compile_on_use(r"[一-鿿](?:[一-鿿、 　]{0,22}[一-鿿])?")
_ENDS: Final = "。；”）)"


def with_named_headings(text: str, lines: Sequence[Line], units: str) -> Sequence[Line]:
    r"""The body's `lines`, in which a short name right above an article is a heading, where 总则 has no number either.

    >>> from lawtrack.law.lines import read_lines
    >>> body = "总则\n第一条　甲。\n信用信息\n第二条　乙。"
    >>> [line.kind for line in with_named_headings(body, read_lines(body), "article")]
    ['closing', 'article', 'closing', 'article']
    """
    if not lines or lines[0].kind != "closing" or any(line.kind == "heading" for line in lines):
        return lines
    named = {
        at
        for at in range(1, len(lines) - 1)
        if lines[at].kind == "text"
        and lines[at + 1].kind == units
        and text[lines[at - 1].end - 1] in _ENDS
        and _NAME.fullmatch(text, lines[at].start, lines[at].end)
    }
    if not named:
        return lines
    return [
        replace(line, kind="closing", label=text[line.start : line.end]) if at in named else line
        for at, line in enumerate(lines)
    ]
