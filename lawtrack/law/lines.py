"""The lines of a text, each with what its beginning says it is.

Whether a line that begins like an article is one is decided later, in context; here only its shape is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from lawtrack.law.model import Number
from lawtrack.law.numerals import NUMERAL_CLASS, to_int
from lawtrack.law.script import TO_SIMPLIFIED
from lawtrack.law.shown import BLANK, PAGE_NUMBER, SPACE_CODE, TAG
from lawtrack.patterns import compile_on_use

GAP: Final = BLANK.replace("\r", "")
"""What stands between words within a line."""
BREAKS: Final = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line besides the line break: str.splitlines takes the same."""
OTHER_BREAK: Final = re.compile(f"\r(?!\n)|[{BREAKS}]")
LEADER: Final = (
    rf"(?:[{GAP}]*(?:[.…·・—\-]{{2,}}|\t)[{GAP}]*[（(]?[0-9０-９]{{1,4}}[）)]?|[{GAP}]+[0-9０-９]{{1,4}})"
)
"""What leads from an entry of a contents page to its page: ……12, a tab and 12."""
LEFTOVER: Final = compile_on_use(f"{SPACE_CODE}|{TAG}", re.IGNORECASE)

_NUMERAL: Final = f"[{NUMERAL_CLASS}]{{1,12}}"
SPACED: Final = f"[{NUMERAL_CLASS}](?:[{GAP}]{{0,2}}[{NUMERAL_CLASS}]){{0,11}}"
"""A numeral that may be spaced out: 第 十 二 条."""
_COUNT: Final = rf"[一二三四五六七八九十百零〇](?:[{GAP}]{{0,2}}[一二三四五六七八九十百零〇]){{0,4}}"
_AT_END: Final = rf"(?=[{GAP}]*(?:{LEADER})?[{GAP}]*\r?$)"
_KINDS: Final = {
    "article": rf"第[{GAP}]{{0,3}}{SPACED}[{GAP}]{{0,3}}条(?:[{GAP}]{{0,2}}之[{GAP}]{{0,2}}[一二三四五六七八九十]{{1,3}})?",
    "heading": rf"第[{GAP}]*{SPACED}[{GAP}]*(?:分[{GAP}]?编|编|章|节|部分|单元)(?=[{GAP}\r\n]|$|[^，。；、]|、(?!第))",
    "item": rf"[（(〔\[][{GAP}]{{0,2}}{_COUNT}[{GAP}]{{0,2}}[）)〕\]]|[一二三四五六七八九十]{{1,3}}[）)]|[㈠-㈩]",
    "ordinal": "[一二三四五六七八九十百]{1,5}(?:[、．]|[.](?![0-9]))",
    "point": "[0-9０-９]{1,3}(?:[.．、](?![0-9０-９])|[）)])|[（(][0-9０-９]{1,3}[）)]|[①-⑳⑴-⒛]",
    "contents": rf"目[{GAP}]*[录次](?=[{GAP}：:]*(?:\r?$|第{_NUMERAL}[编章]))",
    "closing": rf"[总附][{GAP}]*则{_AT_END}",
    "preamble": rf"[序前][{GAP}]*言{_AT_END}",
    "annex": rf"附(?:件|表|录|图)[{GAP}]?(?:[{NUMERAL_CLASS}]{{1,4}})?[:：]?|附[:：]",
    "page": rf"{PAGE_NUMBER}(?=[{GAP}]*\r?$)",
}
_SHAPE: Final = "|".join(f"(?P<{kind}>{shape})" for kind, shape in _KINDS.items())
LINE: Final = compile_on_use(
    rf"^[{GAP}]*(?P<mark>\#[\#{GAP}]*|【(?:[编章节]名|题注)】[{GAP}]*)?(?:{_SHAPE}|(?=[^{GAP}\r\n\#]))",
    re.MULTILINE,
)
"""The mark is Markdown's, or says what the line is, as databases of law do (【章名】 第一章　总则)."""
_AT_ONCE: Final = compile_on_use(_SHAPE, re.MULTILINE)
"""`LINE` for a line that begins with neither a blank nor a mark."""
_BEGINS_KIND: Final = frozenset(
    "第（(〔［[一二三四五六七八九十百0123456789０１２３４５６７８９目总附序前—–―─═－-·•=_＿*＊～~Pp"
    + "".join(chr(code) for first, last in ("㈠㈩", "①⑳", "⑴⒛") for code in range(ord(first), ord(last) + 1))
)
"""A line that begins otherwise, and not with a blank or a mark, is plain words: a test holds this against `LINE`."""
_WORDS: Final = rf"[^\n]*[^\n{BLANK}]"
_LINES: Final = compile_on_use(
    rf"^(?:(第[{NUMERAL_CLASS}]{{1,12}}条)[ 　]?(?=[^{GAP}\r\n之])(?P<article>{_WORDS})"
    rf"|(（[一二三四五六七八九十]{{1,3}}）)[ 　]?(?=[^{GAP}\r\n])(?P<item>{_WORDS})"
    rf"|(第[{NUMERAL_CLASS}]{{1,12}}[编章节])[ 　](?=[^{GAP}\r\n])(?P<heading>{_WORDS})|(?P<text>{_WORDS}))",
    re.MULTILINE,
)
"""Every line that is not blank. How nine of ten labels are written is said here: `_AT_ONCE` reads the same, and slower."""
_ADORNS: Final = frozenset("【〖［[（(•●■◆▪◇○▲★☆※·*_`")
_BLANK_OR_MARK: Final = frozenset(BLANK + "#【")
_MAY_BE_MORE: Final = _BEGINS_KIND | _ADORNS | _BLANK_OR_MARK
_ADORNED: Final = compile_on_use(
    rf"[【〖［\[（(][{GAP}]?(?P<bracketed>{_KINDS['article']})(?=[{GAP}]?[】〗］\]）)])"
    rf"|[【〖［\[][{GAP}]?(?P<framed>{_KINDS['heading']})(?=[{GAP}]?[】〗］\]][^。；：\n]{{0,40}}$)"
    rf"|[【〖［\[][{GAP}]?(?P<heading>{_KINDS['heading']})(?=[^】〗］\]\n]{{0,40}}[】〗］\]][{GAP}]*\r?$)"
    rf"|[•●■◆▪◇○▲★☆※·*_`]{{1,2}}[{GAP}]*(?:(?P<article>{_KINDS['article']})|(?P<bare>{_KINDS['heading']}))",
    re.MULTILINE,
)
"""A number in brackets of its own (【第一条】, 【第一章　总则】) or behind a bullet; the marks are no words."""
_ADORNED_KIND: Final = {
    "bracketed": "article",
    "framed": "heading",
    "heading": "heading",
    "article": "article",
    "bare": "heading",
}
CLOSES_ADORNED: Final = "】〗］]）)*_`" + GAP


@dataclass(slots=True)
class Line:
    """One line that says something. Offsets into the text: label from `start` to `words`, words to `end`."""

    kind: str  # article, heading, item, ordinal, point, contents, closing, preamble, annex, page, text
    start: int
    words: int
    end: int
    label: str = ""
    number: Number = (0, 0)  # what the label says
    mark: str = ""  # the Markdown heading mark, if any
    apart: bool = False  # a blank line stands before it


def plain_text(text: str) -> str:
    r"""`text`, character for character, with a line break for all that ends a line and spaces for what says nothing.

    >>> plain_text("<p>第一条&nbsp;甲。\u2028乙。")
    '   第一条      甲。\n乙。'
    """
    if "<" in text or "&" in text:
        text = LEFTOVER.sub(lambda left: " " * len(left[0]), text)
    rare = any(map(text.__contains__, BREAKS)) or ("\r" in text and text.count("\r") != text.count("\r\n"))
    return OTHER_BREAK.sub("\n", text) if rare else text


def read_lines(text: str) -> list[Line]:
    r"""Every line of a plain text that is not blank, classified by its beginning.

    >>> len(read_lines("第一条　甲。\n第二条　乙。"))
    2
    """
    lines: list[Line] = []
    above, new, numbers = 0, object.__new__, _NUMBERS
    for shape in _LINES.finditer(text):
        begins, end = shape.span()
        apart = begins - above > 1 and (not lines or text.count("\n", above, begins) > 1)
        kind: str = shape.lastgroup  # type: ignore[assignment]
        last: int = shape.lastindex  # type: ignore[assignment]
        if kind == "text" and text[begins] in _MAY_BE_MORE:
            line = _read_line(text, begins, end, apart)
            if line is None:
                continue
        else:
            label = shape[last - 1] or ""
            line = new(Line)  # and its fields one by one: its `__init__` would take half of all the time
            line.kind = kind
            line.start = begins
            line.words = shape.start(last)
            line.end = end
            line.label = label
            line.number = numbers[label]
            line.mark = ""
            line.apart = apart
        lines.append(line)
        above = end
    return lines


def _read_line(text: str, begins: int, end: int, apart: bool) -> Line | None:
    """The line that begins there, whatever it begins with; None for a mark without words."""
    mark = ""
    if text[begins] not in _BLANK_OR_MARK:
        shape = _AT_ONCE.match(text, begins)
    elif shape := LINE.match(text, begins):
        mark, begins = (shape["mark"] or "").strip(GAP), shape.end()
    else:
        return None
    kind = shape.lastgroup if shape else None
    if shape is None or kind is None or kind == "mark":
        adorned = _adorned(text, begins, end, apart) if text[begins] in _ADORNS else None
        return adorned or Line("text", begins, begins, end, "", (0, 0), mark, apart)
    start, words = shape.span(kind)
    while words < end and text[words] in GAP:
        words += 1
    return Line(kind, start, words, end, shape[kind], number_of(shape[kind]), mark, apart)


def _adorned(text: str, begins: int, end: int, apart: bool) -> Line | None:
    """The article or heading whose number stands in brackets of its own or behind a bullet; None for anything else."""
    shape = _ADORNED.match(text, begins)
    if shape is None or shape.lastgroup is None:
        return None
    start, words = shape.span(shape.lastgroup)
    while words < end and text[words] in CLOSES_ADORNED:
        words += 1
    if shape.lastgroup == "heading":
        end -= 1  # its closing bracket
        while end > words and text[end - 1] in GAP:
            end -= 1
        words = min(words, end)
    label = shape[shape.lastgroup]
    return Line(_ADORNED_KIND[shape.lastgroup], start, words, end, label, number_of(label), "", apart)


def lines_from(text: str, line: Line, places: list[int]) -> list[Line]:
    """The lines that `line` becomes when it is cut at `places`, at which something else begins."""
    pieces: list[Line] = []
    for begin, stop in pairwise([line.start, *places, line.end]):
        end = stop
        while end > begin and text[end - 1] in BLANK:
            end -= 1
        if begin == line.start:
            pieces.append(replace(line, end=end, words=min(line.words, end)))
        elif shape := _AT_ONCE.match(text, begin, end):
            words = shape.end()
            while words < end and text[words] in GAP:
                words += 1
            pieces.append(Line(shape.lastgroup or "text", begin, words, end, shape[0], number_of(shape[0])))
        elif end > begin:
            pieces.append(Line("text", begin, begin, end))
    return pieces


def are_rows(text: str, *lines: Line) -> bool:
    """Has each of the lines a tab in it or at one of its ends, as the rows of a table have?"""
    return all("\t" in text[max(line.start - 1, 0) : line.end + 1] for line in lines)


_PLAIN_LABEL: Final = TO_SIMPLIFIED | str.maketrans("", "", GAP)


class _Numbers(dict[str, Number]):
    """What labels say: each is read once, as long as there are not too many of them."""

    def __missing__(self, label: str) -> Number:
        main, _, branch = label.translate(_PLAIN_LABEL).partition("条")
        number = (
            _value(main.strip("第编章节部分单元（）()〔〕[]、．.：:附件表录图")),
            _value(branch.strip("之")),
        )
        if len(self) < _MOST_NUMBERS:
            self[label] = number
        return number


_MOST_NUMBERS: Final = 4096
_NUMBERS: Final = _Numbers()


def number_of(label: str) -> Number:
    """(133, 1) for 第一百三十三条之一, (3, 0) for 第三章, （三）, 三、, 3. or ③; (0, 0) for a label without a number.

    >>> number_of("第一百三十三条之一"), number_of("（三）"), number_of("第二分编")
    ((133, 1), (3, 0), (2, 0))
    """
    return _NUMBERS[label]


def _value(numeral: str) -> int:
    """The number, 0 for words that say none (总则)."""
    try:
        return to_int(numeral) if numeral else 0
    except ValueError:
        return 0
