"""Chinese numerals both ways, and the labels made of them."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lawtrack.law.model import Number

DIGITS: Final = "〇一二三四五六七八九"
UNITS: Final = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGEST: Final = 9999  # the largest number that a label writes with units
BIG_UNITS: Final = {"万": 10_000, "亿": 100_000_000}
VALUES: Final = {
    **{ch: i for i, ch in enumerate(DIGITS)},
    **{str(i): i for i in range(10)},
    "零": 0,
    "○": 0,
    "Ｏ": 0,
    "O": 0,
    "两": 2,
    **{ch: i for i, ch in enumerate("壹贰叁肆伍陆柒捌玖", 1)},
}
TENS: Final = {"廿": "二十", "卅": "三十"}

NUMERAL_CLASS: Final = "〇零○Ｏ一二两三四五六七八九十百千0-9０-９廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
"""The characters of a label's numeral, for use inside a regular expression's brackets."""


@cache
def to_int(numeral: str) -> int:
    """The number that `numeral` says: Chinese with units, digit by digit, Arabic, full-width, or enclosed.

    Raises ValueError for anything else.

    >>> to_int("一百三十三"), to_int("一百〇九"), to_int("二〇二〇"), to_int("１２"), to_int("⑫"), to_int("三十5")
    (133, 109, 2020, 12, 12, 35)
    >>> to_int("廿一"), to_int("贰拾叁")
    (21, 23)
    """
    plain = unicodedata.normalize("NFKC", numeral).strip(" .()、")
    if plain.isdecimal():
        return int(plain)
    if not plain:
        raise ValueError(numeral)
    if plain[0] in TENS:
        plain = TENS[plain[0]] + plain[1:]
    if all(ch in VALUES for ch in plain):
        return int("".join(str(VALUES[ch]) for ch in plain))
    total = section = digit = 0
    for ch in plain:
        if ch in VALUES:
            digit = VALUES[ch]
        elif ch in UNITS:
            section += (digit or 1) * UNITS[ch]
            digit = 0
        elif ch in BIG_UNITS:
            total += (section + digit) * BIG_UNITS[ch]
            section = digit = 0
        else:
            raise ValueError(numeral)
    return total + section + digit


@cache
def to_chinese(number: int) -> str:
    """`number` as legislatures print it: 十二, 一百零九, 一千二百六十; above 9999, which none prints, digit by digit.

    Raises ValueError for a number below 0.

    >>> to_chinese(12), to_chinese(109), to_chinese(110), to_chinese(1260), to_chinese(1005)
    ('十二', '一百零九', '一百一十', '一千二百六十', '一千零五')
    >>> to_chinese(10_000), to_int(to_chinese(10_000))
    ('一〇〇〇〇', 10000)
    """
    if number < 0:
        raise ValueError(number)
    if number > LARGEST:
        return "".join(DIGITS[int(digit)] for digit in str(number))
    if number < 10:
        return "零" if number == 0 else DIGITS[number]
    out, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            out += ("零" if gap else "") + DIGITS[digit] + name
        gap = bool(out) and not digit
    return out.removeprefix("一") if number < 20 else out


def article_label(number: Number) -> str:
    """The label of an article.

    >>> article_label((133, 1)), article_label((9, 0))
    ('第一百三十三条之一', '第九条')
    """
    main, branch = number
    return f"第{to_chinese(main)}条" + (f"之{to_chinese(branch)}" if branch else "")


def item_label(number: int) -> str:
    """The label of an item.

    >>> item_label(3)
    '（三）'
    """
    return f"（{to_chinese(number)}）"
