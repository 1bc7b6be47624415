"""Opinions as lines with a label each, one block an opinion: 条款：第三条, 意见：建议删去, 采纳情况：采纳."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from lawtrack.opinions.intake.heads import head_fields, is_head

_LINE: Final = re.compile(
    r"\s*(?:\d{1,2}[.、．]|[（(]\d{1,2}[)）])?\s*(?P<label>[^：:，。；\s“”]{2,10})\s*[：:]\s*(?P<words>.*\S)\s*"
)
_OPENS: Final = re.compile(
    r"\s*[【\[（(]?(?:意见|建议|留言|反馈|第)[ 　]*[0-9一二三四五六七八九十]{1,3}[条]?[】\]）)]?[：:.、]?\s*"
)
"""【意见1】 over the lines of one opinion."""
_SAYS: Final = frozenset({"text", "suggestion"})


class Blocks(NamedTuple):
    """The blocks as the rows of a table, each in the row of its last line, and the lines that belong to none."""

    rows: list[list[str]]
    left: list[tuple[int, str]]


def labelled_blocks(text: str) -> Blocks | None:
    r"""The blocks of labelled lines in `text`; None where it is written otherwise.

    At least two opinions, or one with four labels, each with words and a place; a line without a label goes on with the
    one above.

    >>> labelled_blocks("条款：第三条\n意见：建议删去\n条款：第四条\n意见：建议增加").rows
    [['条款', '意见'], ['第三条', '建议删去'], [], ['第四条', '建议增加']]
    """
    lines = text.splitlines()
    heads: list[str] = []
    blocks: list[tuple[int, dict[str, str]]] = []
    left: list[tuple[int, str]] = []
    last, fresh = "", True
    for at, line in enumerate(lines):
        match = _LINE.fullmatch(line)
        if match and is_head(match["label"]):
            last = "".join(match["label"].split())
            heads += [last] if last not in heads else []
            if fresh or not blocks or last in blocks[-1][1]:
                blocks.append((at, {}))
            blocks[-1][1][last] = match["words"]
            blocks[-1] = (at, blocks[-1][1])
            fresh = False
        elif _OPENS.fullmatch(line):
            last, fresh = "", True
        elif line.strip() and last and blocks:
            blocks[-1][1][last] += "\n" + line.strip()
            blocks[-1] = (at, blocks[-1][1])
        elif line.strip():
            left.append((at + 1, line.strip()))
    fields = head_fields(heads)
    whole = [
        one
        for _, one in blocks
        if _fields(heads, fields, one) & _SAYS and _fields(heads, fields, one) & {"clause", "source"}
    ]
    if not fields or len(whole) < len(blocks) or not (len(blocks) > 1 or len(heads) > 3) or blocks[0][0] == 0:
        return None
    rows: list[list[str]] = [[] for _ in lines]
    rows[0] = heads
    for at, one in blocks:
        rows[at] = [one.get(head, "") for head in heads]
    return Blocks(rows[: blocks[-1][0] + 1], left)


def _fields(heads: list[str], fields: tuple[str, ...], block: dict[str, str]) -> set[str]:
    return {field for head, field in zip(heads, fields, strict=False) if head in block}
