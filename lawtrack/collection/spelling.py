"""Words that are searched, their numbers as values: 5000元 finds 五千元 and 0.5万元, and is not found in 15000元."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lawtrack.collection.index import folded
from lawtrack.collection.requiring import Need
from lawtrack.law import to_chinese, to_int

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNITS: Final = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_DIGITS: Final = "一二三四五六七八九两"
_PIECE: Final = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)([百千万亿]*)")
_COUNTED: Final = "[元日天周月年岁个名人次倍条款项章节米吨亩户]|平方|立方|公里|公斤|公顷|小时|分钟"
"""What a single character before it counts: 三日, not 三农."""
_NUMBER: Final = re.compile(
    rf"(?<![a-z\d.])(?:{_PIECE.pattern})+(?!\.?\d)"
    rf"|[{_DIGITS}十][零〇{_DIGITS}十百千万亿]+|(?:(?<=第)|(?<=分之))[{_DIGITS}十]|[{_DIGITS}十](?={_COUNTED})"
)
_MOST: Final = 10**12
TENTHS: Final = 10_000
"""Parts of 万 and 亿 are written (0.5万), of less not."""
LAST_YEAR: Final = 2999
"""Up to here a number can be a year."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word to be found: what finds it in a folded text, what the index is asked for, and whether it has a number.

    >>> word = asked_word("处5000元罚款")
    >>> [bool(word.expression.search(text)) for text in ("处五千元罚款", "处0.5万元罚款", "处15000元罚款")]
    [True, True, False]
    """

    expression: re.Pattern[str]
    need: Need | str
    number: bool


def asked_word(said: str) -> Word:
    """The word `said`, whatever its width, its capitals and the white space in it; a number in it whole, and in every spelling."""
    plain = "".join(folded(said).split())
    found = list(_NUMBER.finditer(plain))
    if not found:
        return Word(re.compile(_spaced(plain)), said, number=False)
    ends = [0, *(end for match in found for end in match.span()), len(plain)]
    literals = [plain[start:end] for start, end in pairwise(ends)][::2]
    numbers = [_spellings(match[0], alone=match[0] == plain) for match in found]
    told = _spaced(literals[0])
    for at, spellings in enumerate(numbers):
        first, last = not literals[at] and not at, not literals[at + 1] and at == len(numbers) - 1
        one = "|".join(
            (_before(form) if first else "") + _spaced(form) + (_after(form) if last else "")
            for form in spellings
        )
        told += rf"\s*(?:{one})\s*" + _spaced(literals[at + 1])
    needs = tuple(
        Need(tuple(f"{literals[at]}{form}{literals[at + 1]}" for form in spellings), one=True)
        for at, spellings in enumerate(numbers)
    )
    return Word(re.compile(told.removeprefix(r"\s*").removesuffix(r"\s*")), Need(needs), number=True)


def _spaced(plain: str) -> str:
    return r"\s*".join(map(re.escape, plain))


def _before(form: str) -> str:
    """What must not stand before a number that is whole: 5000 is none of 15000, 1万5000 and 3.5000, 十日 is none of 二十日."""
    if form[0].isascii():
        return r"(?<![\d十百千万亿])(?<!\d[.,])"
    return rf"(?<![\d零〇{_DIGITS}百千万亿])" if form[0] == "十" else r"(?<![\d零〇十百千万亿])"


def _after(form: str) -> str:
    """What must not stand behind it: 第三 is none of 第三十条, 5000 none of 50000 and 5000万."""
    if form[-1].isascii():
        return r"(?!\.?\d|,\d{3}|[十百千万亿])"
    return r"(?![十百千万亿])" if form[-1] in _DIGITS else rf"(?![零〇{_DIGITS}十百千万亿])"


def _spellings(said: str, *, alone: bool) -> tuple[str, ...]:
    """The number as it was said, and in every other way; a number without what it counts only as it was said.

    >>> _spellings("0.5万", alone=False)
    ('五千', '5,000', '0.5万', '5000', '50百', '5千')
    """
    value = None if alone else _value(said)
    forms = {said, *(_forms(value) if value is not None and 0 < value <= _MOST else ())}
    return tuple(sorted(forms, key=lambda form: (form[0].isascii(), -len(form), form)))


def _value(said: str) -> Fraction | None:
    """What a number says; None where it cannot be told.

    >>> [int(_value(said) or 0) for said in ("1万5千", "两万五千", "一百二十万", "二〇二〇", "5,000", "0.5万")]
    [15000, 25000, 1200000, 2020, 5000, 5000]
    """
    if said[0].isascii():
        total = Fraction(0)
        for digits, units in _PIECE.findall(said):
            piece = Fraction(digits.replace(",", ""))
            for unit in units:
                piece *= _UNITS[unit]
            total += piece
        return total
    total = Fraction(0)
    rest = said
    try:
        for unit in ("亿", "万"):
            many, found, rest = rest.rpartition(unit)
            total += (to_int(many) if many else 1) * _UNITS[unit] if found else 0
        return total + (to_int(rest) if rest else 0)
    except ValueError:
        return None


def _forms(value: Fraction) -> Iterator[str]:
    """A value in digits, in characters, and in digits before 百, 千, 万, 亿."""
    yield from _digits(value)
    if value.denominator == 1:
        number = int(value)
        words = _characters(number)
        yield from (words, words.replace("零", "〇"), re.sub("二(?=[百千万亿])", "两", words))
        yield re.sub("^二(?=[百千万亿])", "两", words)
        yield re.sub("^十", "一十", words)
        if 1000 <= number <= LAST_YEAR:
            yield _by_digits(number)
            yield _by_digits(number).replace("〇", "零")
        many, few = divmod(number, 10_000)
        if many and few and not few % 1000:
            yield f"{many}万{few // 1000}千"
            yield f"{many}万{few}"
    for unit, size in _UNITS.items():
        if (value % size == 0 and value >= size) or (size >= TENTHS and 10 * value >= size):
            yield from (digits + unit for digits in _digits(value / size))


def _by_digits(number: int) -> str:
    """Digit by digit, as years are printed.

    >>> _by_digits(2020)
    '二〇二〇'
    """
    return "".join("〇" if digit == "0" else to_chinese(int(digit)) for digit in str(number))


def _digits(value: Fraction) -> Iterator[str]:
    """In digits, with and without commas; nothing where it has no end within four decimals."""
    whole, rest = divmod(value * 10_000, 10_000)
    if rest.denominator == 1:
        decimals = f".{int(rest):04}".rstrip("0").rstrip(".")
        yield f"{int(whole)}{decimals}"
        yield f"{int(whole):,}{decimals}"


def _characters(number: int) -> str:
    """As it is spoken: 二万五千, 一万零五百."""
    said = ""
    for unit in ("亿", "万", ""):
        many, number = divmod(number, _UNITS.get(unit, 1))
        if many:
            said += ("零" if said and many < 1000 else "") + to_chinese(many) + unit
    return said
