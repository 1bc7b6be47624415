"""Amounts of money in a clause, as ranges: 处二千元以上一万元以下的罚款.

行政处罚法 (2021) arts. 9, 12–14: a fine has an amount or a range; ordinances state it in yuan, as a multiple of what was
gained (违法所得一倍以上三倍以下) or as a share (合同价款百分之二以上百分之四以下).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.law import to_int
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHINESE: Final = "〇零○一二两三四五六七八九十百千万亿"
_DIGITS: Final = (
    24  # no sum has more, and a line of nothing else is not searched from each of them to its end
)
_NUMBER: Final = rf"(?:[0-9０-９][0-9０-９,，.．]{{0,{_DIGITS}}}[十百千万亿]{{0,2}}|[{_CHINESE}]{{1,12}})"
_SHARE: Final = rf"(?:百分之{_NUMBER}(?:点{_NUMBER})?|[0-9０-９.．]{{1,{_DIGITS}}}[%％])"
_UNIT: Final = "(?P<{}>元|倍)"
_GAP: Final = "[ \\t　]{0,2}"
_OF_MONEY: Final = (
    rf"(?:(?:人民币)?{_GAP}(?P<low>{_NUMBER}){_GAP}{_UNIT.format('low_unit')}?(?:人民币)?{_GAP}"
    rf"(?:以上至?|至|到|[-—－~～]){_GAP})?"
)
_RANGE: Final = compile_on_use(
    rf"{_OF_MONEY}(?P<high>{_NUMBER}){_GAP}{_UNIT.format('unit')}(?:人民币)?{_GAP}(?P<bound>以上|以下|以内)?"
    rf"|(?:(?P<low_share>{_SHARE}){_GAP}(?:以上|至|到|[-—－~～]){_GAP})?(?P<share>{_SHARE}){_GAP}(?P<share_bound>以上|以下|以内)?"
)
_FINE_AFTER: Final = re.compile(r"[ \t　]{0,2}(?:的?[ \t　]{0,2}(?:数额)?的?罚款|的?罚金)")
_FINE_BEFORE: Final = re.compile(r"(?:罚款|罚金)(?:数额)?[为：:]?(?:人民币)?[ \t　]{0,2}$")
_NEAR: Final = 24  # characters that _FINE_BEFORE spans at most
_PENALTY: Final = re.compile(r"罚款|罚金")


@dataclass(frozen=True, slots=True)
class Amount:
    """A range of money: `low` to `high` in `unit` (yuan, times, percent); `high` is None where nothing limits it.

    `fine` says that it is a fine's. `words` are the words and `start` their offset in the clause.

    >>> Amount(50.0, 200.0, "yuan", fine=True, words="五十元以上二百元以下", start=0).high
    200.0
    """

    low: float
    high: float | None
    unit: str
    fine: bool
    words: str
    start: int

    @property
    def out_of_order(self) -> bool:
        """Is the least more than the most (五万元以上二万元以下)?"""
        return self.high is not None and self.low > self.high


def amounts(text: str) -> tuple[Amount, ...]:
    """The amounts of money in `text`, in order.

    >>> [(a.low, a.high, a.unit, a.fine) for a in amounts("对个人处二百元罚款，对单位处二千元以上2万元以下的罚款")]
    [(200.0, 200.0, 'yuan', True), (2000.0, 20000.0, 'yuan', True)]
    >>> [(a.low, a.high, a.unit) for a in amounts("并处违法所得一倍以上三倍以下罚款；逾期每日按百分之三加处")]
    [(1.0, 3.0, 'times'), (3.0, 3.0, 'percent')]
    """
    return tuple(_amounts(text))


def _amounts(text: str) -> Iterator[Amount]:
    for match in _RANGE.finditer(text):
        if match["share"]:
            low, high, unit = match["low_share"], match["share"], "percent"
            bound = match["share_bound"]
        else:
            low, high, unit = match["low"], match["high"], "yuan" if match["unit"] == "元" else "times"
            bound = match["bound"]
        most, least = _value(high), _value(low) if low else None
        if most is None or (low and least is None):
            continue
        if low and match["low_unit"] is None and least is not None and unit == "yuan":
            least *= _shared_unit(low, high)
        if least is None:
            least = 0.0 if bound in {"以下", "以内"} else most
        fine = bool(
            _FINE_AFTER.match(text, match.end())
            or _FINE_BEFORE.search(text, max(0, match.start() - _NEAR), match.start())
        )
        top = None if bound == "以上" else most
        yield Amount(least, top, unit, fine, match.group().strip(), match.start())


def _shared_unit(low: str, high: str) -> float:
    """What the second number says for the first: 二至五万元 is twenty thousand to fifty thousand."""
    for unit, value in (("亿", 1e8), ("万", 1e4)):
        if high.endswith(unit) and unit not in low:
            first, last = _value(low), _value(high.removesuffix(unit))
            return value if first is not None and last is not None and first <= last and first < 100 else 1.0
    return 1.0


def _value(words: str) -> float | None:
    """The number that the words say; None where they say none (元 after a stray 万)."""
    if words.startswith("百分之"):
        whole, _, rest = words[3:].partition("点")
        first = _value(whole)
        return first if not rest or first is None else float(f"{int(first)}.{to_int(rest)}")
    plain = words.translate(_NARROW).rstrip("%").replace(",", "")
    figures = re.match(r"[0-9.]+", plain)
    try:
        if figures is None:
            return float(to_int(plain))
        number = float(figures.group().rstrip("."))
        for unit in plain[figures.end() :]:
            number *= {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}[unit]
    except (ValueError, KeyError):
        return None
    return number


_NARROW: Final = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
