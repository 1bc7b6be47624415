"""Places inside an annex: 附件1第二项, 附件一第三部分. Annexes are lines, and only their own numbers say where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law import NUMERAL_CLASS, to_int
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_N: Final = f"[{NUMERAL_CLASS}]+"
_STYLES: Final = tuple(
    compile_on_use(rf"[ \t　]*{before}(?P<number>{_N}){after}")
    for before, after in (
        ("第", "(?:条|编|章|节|部分|项|款)"),
        ("", "、"),
        ("[（(]", "[）)]"),
        ("", "[.．](?![0-9])"),
    )
)
"""How lines of an annex are numbered: 第一条, 一、, （一）, 1."""
_SAID_SO: Final = frozenset("条编章节")
"""Units that an annex prints as such: 第三条 is no 三、."""


def stretch_inside(
    text: str, start: int, end: int, inner: Sequence[tuple[str, int]]
) -> tuple[int, int] | None:
    r"""The offsets of the one place `inner` between `start` and `end`, with the lines below it; None where it is not plain.

    >>> text = "附件1\n一、甲。\n二、乙。\n三、丙。"
    >>> text[slice(*stretch_inside(text, 0, len(text), [("项", 2)]))]
    '二、乙。'
    """
    for unit, number in inner:
        if unit == "名称":
            return _name(text, start, end) if len(inner) == 1 else None
        fitting = [
            one for style in _STYLES for one in _units(text, start, end, style, unit) if one[2] == number
        ]
        if len(fitting) != 1:
            return None
        start, end, _ = fitting[0]
    return start, end


_TITLE: Final = compile_on_use(
    rf"[ \t　]*附[件表录][（(]?(?:{_N})?[）)]?[ \t　]*[：:]?[ \t　]*\n?[ \t　]*(?P<name>[^\n。；，]{{2,40}})"
)


def _name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name of an annex, behind its label or on the line below."""
    name = _TITLE.match(text, start)
    plain = name is not None and name.end() <= end and not numbered(name["name"])
    return name.span("name") if name is not None and plain else None


def numbered(line: str) -> str:
    """The number that a line of an annex begins with, or nothing.

    >>> numbered("二、乙。"), numbered("乙。")
    ('二、', '')
    """
    label = next((match for style in _STYLES if (match := style.match(line))), None)
    return label[0] if label else ""


def goes_on(annex: str, text: str, number: int, last: int | None = None) -> bool:
    r"""Do the numbered lines of `text`, the first of which is to be `number`, go on from the last one of the annex?

    `last` is the number after which they are said to come.

    >>> goes_on("附件\n一、甲。\n二、乙。", "三、丙。", 3), goes_on("附件\n一、甲。\n二、乙。", "二、丙。", 2)
    (True, False)
    """
    for style in _STYLES:
        units = [unit[2] for unit in _units(annex, 0, len(annex), style, "项")]
        new = [unit[2] for unit in _units(text, 0, len(text), style, "项")]
        counted = units == list(range(1, number)) and last in (None, number - 1)
        if counted and new and style.match(text) and new == list(range(number, number + len(new))):
            last_line = annex.rstrip().rpartition("\n")[
                2
            ]  # and no remark behind the list, no line below a number
            return annex.rstrip()[-1:] not in "；，：" and style.match(last_line) is not None
    return False


def _units(text: str, start: int, end: int, style: re.Pattern[str], unit: str) -> list[tuple[int, int, int]]:
    """(start, end, number) of the units between `start` and `end` that are numbered in one style."""
    at, heads = start, []  # type: int, list[tuple[int, int]]
    for line in text[start:end].split("\n"):
        label = style.match(line)
        if label and (unit in label[0] or (style is not _STYLES[0] and unit not in _SAID_SO)):
            heads.append((at + len(line) - len(line.lstrip(" \t　")), to_int(label["number"])))
        at += len(line) + 1
    stops = [*(head for head, _ in heads[1:]), end]
    return [
        (head, len(text[:stop].rstrip(" \t　\r\n")), number)
        for (head, number), stop in zip(heads, stops, strict=False)
    ]
