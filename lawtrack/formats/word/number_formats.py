"""A number in the number formats of Word (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law import to_chinese

if TYPE_CHECKING:
    from collections.abc import Callable

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_FULL_WIDTH: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_DIGITAL: Final = str.maketrans("0123456789", "〇一二三四五六七八九")
_FORMAL: Final = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_FORMAL_TRADITIONAL: Final = str.maketrans("零一二三四五六七八九十百千", "零壹貳參肆伍陸柒捌玖拾佰仟")


def format_number(number: int, form: str) -> str:
    """`number` as Word prints it in the format named `form`; in decimal where the form is unknown or ends.

    >>> [format_number(12, form) for form in ("chineseCounting", "decimalEnclosedCircle", "upperLetter", "lowerRoman")]
    ['十二', '⑫', 'L', 'xii']
    >>> format_number(105, "chineseCountingThousand"), format_number(105, "ideographDigital")
    ('一百零五', '一〇五')
    """
    formatter = _FORMS.get(form)
    return (formatter(number) if formatter and number > 0 else "") or str(number)


def _chinese(number: int) -> str:
    return to_chinese(number) if number <= 9999 else ""


def _letters(number: int) -> str:
    """A … Z, AA, BB …: Word repeats the letter. An absurd number falls back to decimal."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number <= 26 * 30 else ""


def _roman(number: int) -> str:
    if number > 4999:
        return ""
    out = ""
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        out += numeral * count
    return out


def _from(signs: str) -> Callable[[int], str]:
    """A format that has one sign for each of its first numbers."""
    return lambda number: signs[number - 1 : number]


def _span(*spans: tuple[int, int]) -> str:
    return "".join(chr(first + i) for first, count in spans for i in range(count))


_STEMS: Final = _from("甲乙丙丁戊己庚辛壬癸")
_CIRCLED: Final = _from(_span((0x2460, 20), (0x3251, 15), (0x32B1, 15)))
_FORMS: Final[dict[str, Callable[[int], str]]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _from(_span((0x2488, 20))),
    "decimalEnclosedParen": _from(_span((0x2474, 20))),
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    # Word's two counting systems differ only above 99 (the plain one then writes digit by digit in some
    # versions); a legal label always carries 百, and LibreOffice reads both so.
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": lambda number: str(number).translate(_DIGITAL),
    "japaneseDigitalTenThousand": lambda number: str(number).translate(_DIGITAL),
    "taiwaneseDigital": lambda number: str(number).translate(_DIGITAL),
    "koreanDigital2": lambda number: str(number).translate(_DIGITAL),
    "chineseLegalSimplified": lambda number: _chinese(number).translate(_FORMAL),
    "ideographLegalTraditional": lambda number: _chinese(number).translate(_FORMAL_TRADITIONAL),
    "ideographTraditional": _STEMS,
    "ideographZodiac": _from("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _from(_span((0x3280, 10))),
}
