"""What a committee asks about first: changed sums, time limits, dates, shares, counts, and penalties.

Values are compared, not spellings: 30日 for 三十日 raises no flag. Numbers of clauses (第三条, 第二款) are no quantities.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from lawtrack.law import to_int
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare.model import Row

FlagKind = Literal["money", "period", "date", "share", "count", "penalty"]
FLAGS: Final[tuple[FlagKind, ...]] = ("money", "penalty", "period", "date", "share", "count")

_N: Final = r"[〇零○一二两三四五六七八九十百千万亿\d０-９]+(?:[.．]\d+)?"
_YEAR: Final = r"(?:\d{4}|[０-９]{4}|[〇零○一二三四五六七八九]{4})"
_UNITS: Final[dict[FlagKind, str]] = {
    "money": "元",
    "period": "个工作日|个月|小时|工作日|季度|周岁|年|天|日|周",
    "count": "人|名|户|平方米|公里|千米|厘米|分贝|千克|公斤|吨|米",
}


def _ranged(kind: FlagKind) -> str:
    """A quantity, or a range of it: 二百元以上一千元以下."""
    one = f"{_N}(?:{_UNITS[kind]})"
    return f"(?<!第)(?P<{kind}>{one}(?:以上{one}以下)?)"


_QUANTITY: Final = compile_on_use(
    rf"(?P<date>{_YEAR}年(?:{_N}月(?:{_N}日)?)?|(?<!第){_N}月{_N}日)"
    rf"|(?P<share>百分之{_N}|{_N}分之{_N}|\d+(?:\.\d+)?[%％]|{_N}倍(?:以上{_N}倍以下)?)"
    rf"|{_ranged('money')}|{_ranged('period')}|{_ranged('count')}"
)
_PENALTY: Final = compile_on_use(
    "责令停产停业|责令关闭|限制从业|限制开展生产经营活动|警告|通报批评|罚款|没收违法所得|没收非法财物|没收"
    "|暂扣[^，。；、]{0,6}许可证件?|吊销[^，。；、]{0,8}(?:许可证件?|证照|执照|证书)|降低资质等级|行政拘留|拘留|处分|追究刑事责任"
)
"""The penalties of 行政处罚法 (2021) art. 9, disciplinary action, and criminal liability."""


class Quantity(NamedTuple):
    """Something asked about, as a value to compare and as it is printed."""

    value: str
    printed: str


class Flag(NamedTuple):
    """One thing that changed: its kind, and how it reads on each side ("" where a side lacks it)."""

    kind: FlagKind
    old: str
    new: str

    def to_dict(self) -> dict[str, Any]:
        """`{"kind", "old", "new"}`."""
        return self._asdict()


def row_flags(row: Row) -> tuple[Flag, ...]:
    """What of `row` a committee will ask about; () for a clause that is unchanged.

    Quantities of one kind are paired in the order in which they stand.

    >>> from lawtrack.compare import compare
    >>> row_flags(compare("第一条　在30日内缴纳，处五十元罚款。", "第一条　在三十日内缴纳，处二百元罚款并警告。").rows[0])
    (Flag(kind='money', old='五十元', new='二百元'), Flag(kind='penalty', old='', new='警告'))
    """
    if not row.changed:
        return ()
    old, new = _asked(row.old_text), _asked(row.new_text)
    return tuple(
        Flag(kind, *pair)
        for kind in FLAGS
        for pair in (_renamed if kind == "penalty" else _differing)(old.get(kind, ()), new.get(kind, ()))
    )


def _asked(text: str) -> dict[FlagKind, list[Quantity]]:
    """By kind, everything in `text` that counts."""
    quantities: dict[FlagKind, list[Quantity]] = {}
    for match in _QUANTITY.finditer(text):
        kind: FlagKind = match.lastgroup  # type: ignore[assignment]  # the groups are named after the kinds
        quantities.setdefault(kind, []).append(Quantity(_value(match.group()), match.group()))
    names = dict.fromkeys(match.group() for match in _PENALTY.finditer(text))
    quantities["penalty"] = [Quantity(name, name) for name in names]
    return quantities


def _renamed(old: Sequence[Quantity], new: Sequence[Quantity]) -> Iterator[tuple[str, str]]:
    """What only one side has: a penalty does not become another one."""
    yield from ((gone.printed, "") for gone in old if gone not in new)
    yield from (("", come.printed) for come in new if come not in old)


def _differing(old: Sequence[Quantity], new: Sequence[Quantity]) -> Iterator[tuple[str, str]]:
    """What reads differently, old beside new; as many on both sides are compared one by one."""
    if len(old) == len(new):
        blocks = [(at, at + 1, at, at + 1) for at in range(len(old))]
    else:
        values = [one.value for one in old], [one.value for one in new]
        blocks = [op[1:] for op in SequenceMatcher(None, *values, autojunk=False).get_opcodes()]
    for a, b, c, d in blocks:
        if [one.value for one in old[a:b]] != [one.value for one in new[c:d]]:
            nothing = Quantity("", "")
            for gone, come in zip_longest(old[a:b], new[c:d], fillvalue=nothing):
                yield gone.printed, come.printed


def _value(printed: str) -> str:
    """The quantity with its numbers in digits: 三十日 and 30日 are the same."""
    return re.sub(_N, lambda match: _digits(match.group()), printed).replace("两", "2")


def _digits(numeral: str) -> str:
    try:
        return str(to_int(numeral))
    except ValueError:
        return numeral
