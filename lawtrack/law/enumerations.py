"""Lists: what kind of enumerator a line has, which one comes next, and which stand within one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.law.lines import GAP
from lawtrack.law.numerals import to_chinese
from lawtrack.law.shapes import is_reference
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.law.lines import Line


_ENDS_ITEM: Final = frozenset("；;")
_CITED: Final = frozenset("、项至到和及与或，, \t　")
"""What follows an item's number where it is cited (（一）， （二）项), rather than begun."""
_CITES: Final = frozenset("第项款条照据按反合符至和及与或有属在除犯本前该上下")
"""After these a bracketed number is cited, even without a space: 依照（二）."""
_LEADS: Final = ("分为", "包括", "如下", "是指", "包含", "分别为", "分别是", "下列事项")
_LED: Final = "".join(sorted({verb[-1] for verb in _LEADS}))
_LED_BY_VERB: Final = {
    "（": re.compile(f"（一）(?<=[{_LED}]（一）)"),
    "(": re.compile(rf"\(一\)(?<=[{_LED}]\(一\))"),
}
"""An item behind the end of such a verb; that it begins with （一） is said first, so that it is found fast."""
_GOES_ON: Final = frozenset("第、至到和及与或条款项，,：:")
"""After these a bracketed number is cited: 第一款 （二）项."""
_ENUMERATOR: Final = (
    "[（(①-⑳⑴-⒇㈠-㈩0-9](?:(?<=[（(])(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]|(?<=[①-⑳⑴-⒇㈠-㈩])"
    "|(?<=[0-9])[0-9]?[.．、）)])"
)
ENUMERATOR: Final = compile_on_use(_ENUMERATOR)
"""Whatever `labels_within` and `begins_within` may look for, in any manner and width.

That each begins with one of a few characters is said first: so written it is read in a quarter of the time.
"""
_OR_ORDINAL: Final = compile_on_use(f"{_ENUMERATOR}|(?<=[：:；;])[ 　]?[一二三四五六七八九十]{{1,3}}、")
_LIST_OF_ORDINALS: Final = re.compile("： ?一、")


NO_ENUMERATOR: Final = re.compile("(?!)")


def enumerator_in(text: str) -> re.Pattern[str]:
    """What an enumerator within a line of the text begins with; hardly any text has lists 一、 within lines."""
    ordinals = _LIST_OF_ORDINALS.search(text) or (":" in text and ":一、" in text)
    return _OR_ORDINAL if ordinals else ENUMERATOR


def style_of(kind: str, label: str) -> str:
    """What kind of enumerator: item （一）, ordinal 一、, or which shape of point, so that 1. and （1） can nest."""
    if kind != "point":
        return kind
    first = label[0]
    if first in "（(":
        return "bracketed"
    return "plain" if first in "0123456789０１２３４５６７８９" else "enclosed"


class Ahead:
    """Looks ahead in the body for the next line of a list. Each line is looked at once for each style."""

    def __init__(self, text: str, lines: Sequence[Line], units: str) -> None:
        self.text, self.lines, self.units = text, lines, units
        self.known: dict[str, tuple[int, int, int]] = {}

    def number(self, at: int, style: str) -> int:
        """The number of the next line of that style below line `at`, before the next article or heading; else 0."""
        begin, stop, number = self.known.get(style, (0, 0, 0))
        if not begin <= at < stop:
            stop, number = self._find(at + 1, style)
            self.known[style] = at, stop, number
        return number

    def _find(self, begin: int, style: str) -> tuple[int, int]:
        for at in range(begin, len(self.lines)):
            line = self.lines[at]
            if not line.label or is_reference(self.text, line):
                continue
            if style_of(line.kind, line.label) == style:
                return at, line.number[0]
            if line.kind in ("heading", self.units):
                return at, 0
        return len(self.lines), 0


def labels_within(
    text: str, start: int, end: int, number: int, like: str = "（一）", *, commas: bool = False
) -> Iterator[tuple[int, str]]:
    """Place and label of the items that follow in one line: （二） and （三） of “（一）甲；（二）乙；（三）丙。” for 2.

    They are written in the manner of the label `like`. With `commas` a comma alone parts two items.

    >>> list(labels_within("（一）甲；（二）乙。", 3, 9, 2)), list(labels_within("①甲；②乙。", 1, 6, 2, "①"))
    ([(5, '（二）')], [(3, '②')])
    >>> list(labels_within("（一）甲，（二）乙。", 3, 9, 2)), list(labels_within("（一）甲，（二）乙。", 3, 9, 2, commas=True))
    ([], [(5, '（二）')])
    """
    manner = _manner_of(like)
    while 0 < number < 100:
        places = [
            place for label in _labels(number, manner) if (place := _place(text, label, start, end, commas))
        ]
        if not places:
            return
        start, label = min(places)
        yield start, label
        number += 1


def begins_within(text: str, start: int, end: int) -> tuple[int, str]:
    """Place and label of the first item of a list in the line of its lead-in (……：（一）甲；（二）乙。); (0, "") for none.

    >>> begins_within("有下列情形：（一）甲；（二）乙。", 0, 16), begins_within("依照前款（一）、（二）项。", 0, 13)
    ((6, '（一）'), (0, ''))
    """
    if text.find("：", start, end) < 0 and text.find(":", start, end) < 0:
        return _led_by_verb(text, start, end)
    for first in (label for manner in _MANNERS for label in _labels(1, manner)):
        at = text.find(first, start, end)
        while at > start and text[start:at].rstrip(GAP)[-1:] not in ("：", ":"):
            at = text.find(first, at + 1, end)  # cited before the list begins: 依照第二条第（一）项：（一）……
        if at > start:
            after = at + len(first)
            follows = next(labels_within(text, after, end, 2, first, commas=True), None)
            return (at, first) if follows else (0, "")
    return 0, ""


def _led_by_verb(text: str, start: int, end: int) -> tuple[int, str]:
    """The first of three items or more behind a verb in the place of a colon: 分为（一）甲，（二）乙，（三）丙。"""
    for first in _labels(1):
        at = text.find(first, start, end)
        if at > start and text[start:at].endswith(_LEADS) and text[at + len(first)] not in _CITED:
            after = at + len(first)
            several = len([*labels_within(text, after, end, 2, first, commas=True)]) > 1
            return (at, first) if several else (0, "")
    return 0, ""


_MANNERS: Final = (
    "chinese",
    "bracketed",
    "circled",
    "dotted",
    "half",
    "parenthesized",
    "enclosed",
    "ordinal",
)


_SIGNS: Final = {"circled": "①", "parenthesized": "⑴", "enclosed": "㈠"}
"""The first of the signs that are a number and its frame in one."""


def _manner_of(label: str) -> str:
    """How a label is written: （一）, （1）, ①, ⑴, ㈠, 1., 1） or 一、"""
    first, last = label[0], label[-1]
    if first in "（(":
        return "bracketed" if label[1].isdecimal() else "chinese"
    if first.isascii() or last in "、）)．.":
        return "half" if last in "）)" else "dotted" if first.isdecimal() else "ordinal"
    return next((manner for manner, begin in _SIGNS.items() if 0 <= ord(first) - ord(begin) < 20), "circled")


def kind_of(label: str) -> str:
    """The kind of line that begins with such a label.

    >>> kind_of("（一）"), kind_of("（1）"), kind_of("一、")
    ('item', 'point', 'ordinal')
    """
    manner = _manner_of(label)
    return {"chinese": "item", "enclosed": "item", "ordinal": "ordinal"}.get(manner, "point")


def first_labels() -> tuple[str, ...]:
    """What an item （一） begins with.

    >>> first_labels()
    ('（一）', '(一)')
    """
    return _labels(1)


def _labels(number: int, manner: str = "chinese") -> tuple[str, ...]:
    """The label of that number in a manner, in each width that people use."""
    if manner == "bracketed":
        return f"（{number}）", f"({number})"
    if manner in _SIGNS:
        return (chr(ord(_SIGNS[manner]) + number - 1),) if number <= 20 else ()
    if manner == "half":
        return f"{number}）", f"{number})"
    if manner == "ordinal":
        return (f"{to_chinese(number)}、",)
    if manner == "dotted":
        return f"{number}.", f"{number}．", f"{number}、"
    return f"（{to_chinese(number)}）", f"({to_chinese(number)})"


def cut_ends(number: int) -> tuple[str, ...]:
    """What is left of an item's label behind its first bracket.

    >>> cut_ends(3)
    ('三）', '三)')
    """
    return f"{to_chinese(number)}）", f"{to_chinese(number)})"


def _place(text: str, label: str, start: int, end: int, commas: bool) -> tuple[int, str] | None:
    """Where the item with that label begins in the line: after the mark or the space that ends the one before."""
    at = text.find(label, start, end)
    while at >= 0:
        before = at
        while before > start and text[before - 1] in GAP:
            before -= 1
        mark = text[before - 1] if before > start else ""
        spaced = before < at
        apart = spaced or (commas and text[before - 2 : before - 1] not in ("）", ")"))  # （一），（二）项
        after = text[at + len(label) : at + len(label) + 1]
        listed = apart and mark in "，," and after not in _CITED
        ended = mark in _ENDS_ITEM or (mark == "。" and label[0] in "（(" and after not in _CITED)
        glued = (
            commas
            and label[0] in "（("
            and "一" <= mark <= "鿿"
            and mark not in _CITES
            and after not in _CITED
        )
        if ended or listed or glued or (spaced and mark not in _GOES_ON):
            return at, label
        at = text.find(label, at + 1, end)
    return None


class Leads:
    """Where in a text something stands next that `begins_within` cannot do without: a colon, or a verb before （一）.

    It is moved from the top of the text to its end, so that nothing is looked at twice.
    """

    def __init__(self, text: str) -> None:
        self.text, self.place = text, -1
        self.colons = {colon: -1 for colon in "：:" if colon in text}  # and where each stands next
        led = [
            found.start()
            for one, item in _LED_BY_VERB.items()
            if one in text
            for found in item.finditer(text)
        ]
        self.led = sorted(led, reverse=True)

    def move_to(self, start: int) -> None:
        """Find the `place` of the next one from `start` on; the end of the text where there is none."""
        for colon in [colon for colon, at in self.colons.items() if at < start]:
            at = self.text.find(colon, start)
            self.colons[colon] = at if at >= 0 else len(self.text)
        while self.led and self.led[-1] < start:
            self.led.pop()
        self.place = min([*self.colons.values(), *self.led[-1:], len(self.text)])
