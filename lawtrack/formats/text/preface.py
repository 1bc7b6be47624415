"""Finds where the legal text begins in a file that carries its 说明 or its report first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_EXPLANATION: Final = re.compile(
    r"关于.{2,80}的(?:起草|修订|修改)?(?:说明|(?:初步)?(?:审议|审查)(?:结果|意见)?的?报告|修改情况的(?:汇报|报告|说明))"
)
_FIRST: Final = re.compile(r"(?:第[一1][编章条](?:[\s　〖【（(]|$)|目[\s　]*[录次]$)")
_TITLE: Final = re.compile(
    r"[^。；：，]{2,58}(?:条例|办法|规定|规则|细则|决定|法)(?:[（(〔][^）)〕]{1,30}[）)〕])*"
)
_LABEL: Final = re.compile(r"[一二三四五六七八九十]+、|第.{1,8}[条章节编]|[（(]")


def text_begins(lines: Sequence[str]) -> int:
    """The index of the line at which the legal text begins: 0 unless a 说明 or report stands before it.

    The text begins at the last title before the first article (or contents page, or chapter); where no such title
    is to be found the file is left whole.

    >>> text_begins(["关于《昆明市某某条例（草案）》的说明", "一、立法的必要性", "昆明市某某条例（草案）", "第一条　为了……"])
    2
    """
    if not lines or not any(map(_EXPLANATION.fullmatch, _joined(lines[:6]))):
        return 0
    first = next((i for i, line in enumerate(lines) if _FIRST.match(line)), None)
    if first is None:
        return 0
    for at in range(first - 1, max(0, first - 12), -1):
        if _TITLE.fullmatch(lines[at]) and not _LABEL.match(lines[at]) and not _EXPLANATION.search(lines[at]):
            return at
    return 0


def _joined(lines: Sequence[str]) -> list[str]:
    """The first lines singly and joined: the title of a 说明 is often set on two or three."""
    joined = [
        "".join(lines[start:end])
        for start in range(len(lines))
        for end in range(start + 1, min(start + 4, len(lines)) + 1)
    ]
    return [re.sub(r"[\s　]", "", line) for line in joined]
