"""Lines as paper has them: page numbers between, sentences broken at the margin, numbers in circles.

What comes out of a page description has no paragraphs. Where most long lines end at one width without a mark, that
width is the margin (GB/T 9704-2012: 28 characters a line, two less on the first of a paragraph), and a line that
reaches it goes on in the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.amend.reading.addresses import N
from lawtrack.amend.reading.expressions import Expression

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAGE: Final = Expression(
    r"^(?:[-—–─－]{1,2}\s*\d{1,4}\s*[-—–─－]{1,2}"
    r"|第\s*\d{1,4}\s*页(?:[，,/／\s]*共\s*\d{1,4}\s*页)?)$"
)
_ENDED: Final = Expression(r"(?:[。；：！？”’:;）)」]|的决定)$")
_BEGINS: Final = Expression(
    rf"^(?:[“\"「]|第{N}+[编章节条](?:之{N}+)?[ 　\t]"
    r"|[一二三四五六七八九十]{1,4}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|\d{1,3}[.．、])"
)
_NARROW, _WIDE, _SLACK, _ENOUGH = 20, 60, 4, 2
_ODD: Final = Expression(
    rf"^(?:[（(](?P<round>\d{{1,3}})[）)]|(?P<circled>[①-⑳])|第(?P<word>[一二三四五六七八九十]{{1,3}})，)"
    rf"(?=将|把|在第|删[去除]|增加|第{N}+[编章节条])"
)
_USUAL: Final = Expression(
    r"^(?:[一二三四五六七八九十]{1,4}、|[（(][一二三四五六七八九十]{1,4}[）)]|\d{1,3}[.．、])"
)


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines of a decision without page numbers, those that the margin broke put together again.

    >>> unwrapped(["将第一条修改为：“甲。”", "— 2 —", "①删去第二条。"])
    ['将第一条修改为：“甲。”', '1.删去第二条。']
    """
    return _renumbered(_joined([line for line in lines if not _PAGE.match(line)]))


def _joined(lines: list[str]) -> list[str]:
    width = max(map(len, lines), default=0)
    if not _NARROW <= width <= _WIDE:
        return lines
    full = [
        len(line) >= width - _SLACK and not _ENDED.search(line) and not is_row_of_table(line)
        for line in lines
    ]
    if sum(full) < _ENOUGH:
        return lines
    out: list[str] = []
    goes_on = False
    for line, reaches in zip(lines, full, strict=True):
        if goes_on and not _BEGINS.match(line) and not is_row_of_table(line):
            out[-1] += line
        else:
            out.append(line)
        goes_on = reaches
    return out


_COLUMNS: Final = Expression(
    r"\t|^\|.*\||(?<![^\s　，。；：、])[^\s　，。；：、]+[ 　]+[^\s　]+[ 　]+[^\s　]"
)
"""A word is tried from its beginning alone: from each of its characters a line of a hundred thousand takes minutes."""


def is_row_of_table(line: str) -> bool:
    r"""Does the line stand in columns, so that it is whole however long it is?

    >>> is_row_of_table("一类区\t5元"), is_row_of_table("一类区 五元 二元"), is_row_of_table("一类区收五元")
    (True, True, False)
    """
    return _COLUMNS.search(line) is not None


def _renumbered(lines: list[str]) -> list[str]:
    """（1）, ① or 第一， before instructions, where no usual number stands before any line, as 1. or 一、"""
    if not any(_ODD.match(line) for line in lines) or any(_USUAL.match(line) for line in lines):
        return lines
    return [_ODD.sub(lambda match: f"{_number(match.groupdict())}", line) for line in lines]


def _number(groups: dict[str, str | None]) -> str:
    if groups["word"]:
        return f"{groups['word']}、"
    return f"{groups['round'] or ord(groups['circled'] or '①') - ord('①') + 1}."
