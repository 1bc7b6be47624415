"""The lines of a text, each with what its beginning says it is.

Whether a line that begins like an article is one is decided later, in context; here only its shape is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law.model import BLANK
from lawtrack.law.numerals import NUMERAL_CLASS, to_int

if TYPE_CHECKING:
    from lawtrack.law.model import Number

GAP: Final = " \t　\xa0\ufeff\x0b\x0c\x85\u2028\u2029"
"""What stands between words: every white space but the line break, which alone ends a line."""
MARKS: Final = "〖【［[(（"

LINE: Final = re.compile(
    rf"""
    ^[{GAP}]*(?P<mark>\#[\#{GAP}]*)?
    (?:
        (?P<article>第[{GAP}]?[{NUMERAL_CLASS}]+[{GAP}]?条(?:[{GAP}]?之[一二三四五六七八九十]+)?)
      | (?P<heading>第[{GAP}]*[{NUMERAL_CLASS}]+[{GAP}]*(?:分[{GAP}]?编|编|章|节))(?=[{GAP}\r\n]|$|[^，。；、])
      | (?P<item>[（(][{GAP}]?[一二三四五六七八九十百零〇]{{1,5}}[{GAP}]?[）)])
      | (?P<ordinal>[一二三四五六七八九十百]{{1,5}}[、．])
      | (?P<point>[0-9０-９]{{1,3}}[.．、](?![0-9０-９])|[（(][0-9０-９]{{1,3}}[）)]|[①-⑳⑴-⒛])
      | (?P<contents>目[{GAP}]*[录次])(?=[{GAP}]*\r?$)
      | (?P<closing>[总附][{GAP}]*则)(?=[{GAP}]*\r?$)
      | (?P<preamble>[序前][{GAP}]*言)(?=[{GAP}]*\r?$)
      | (?P<annex>附(?:件|表|录|图)[{GAP}]?(?:[{NUMERAL_CLASS}]{{1,4}})?[:：]?|附[:：])
      | (?=[^{GAP}\r\n\#])
    )
    """,
    re.VERBOSE | re.MULTILINE,
)

REFERENCE: Final = re.compile(
    rf"(?:[、和或至及]|以及|或者)?第[{NUMERAL_CLASS}]+[条款项]|[、）)》]|(?:的|所|中)?规定|的|所[称列指]|之规定"
)
"""What follows a number that is quoted in running text (第五条第二款…, 第五条的…): such a line is a wrapped one."""

ENDS: Final = frozenset('。；;：:！!？?”"」』）)】〗…')
"""A line that ends so is finished; what follows is a new structural paragraph."""


class Line(NamedTuple):
    """One line that says something. Offsets into the text: label from `start` to `words`, words to `end`."""

    kind: str  # article, heading, item, ordinal, point, contents, closing, preamble, annex, text
    start: int
    words: int
    end: int
    label: str
    mark: str  # the Markdown heading mark, if any
    apart: bool  # a blank line stands before it


def read_lines(text: str) -> list[Line]:
    """Every line of `text` that is not blank, classified by its beginning."""
    found: list[Line] = []
    append, length, at = found.append, len(text), 0
    for match in LINE.finditer(text):
        begins = match.start()
        apart = begins - at > 1
        stop = text.find("\n", begins)
        at = length if stop < 0 else stop
        end = at
        while end > begins and text[end - 1] in BLANK:
            end -= 1
        kind = match.lastgroup
        mark = (match["mark"] or "").strip(GAP)
        if kind is None or kind == "mark":
            append(Line("text", match.end(), match.end(), end, "", mark, apart))
            continue
        label_start, label_end = match.span(kind)
        words = label_end
        while words < end and text[words] in GAP:
            words += 1
        append(Line(kind, label_start, words, end, match[kind], mark, apart))
    return found


def number_of(label: str) -> Number:
    """(133, 1) for 第一百三十三条之一, (3, 0) for 第三章, （三）, 三、, 3. or ③.

    >>> number_of("第一百三十三条之一"), number_of("（三）"), number_of("第二分编")
    ((133, 1), (3, 0), (2, 0))
    """
    main, _, branch = label.partition("条")
    numeral = main.strip("第编章节分（）()、．.： :附件表录图" + GAP)
    return to_int(numeral) if numeral else 0, to_int(branch.strip("之" + GAP)) if branch else 0


def is_reference(text: str, line: Line) -> bool:
    """Is this line, which begins like an article, the rest of a wrapped sentence (第五条的规定……)?"""
    label_end = line.start + len(line.label)
    return (
        line.kind == "article"
        and line.words == label_end
        and REFERENCE.match(text, label_end, line.end) is not None
    )


def is_finished(text: str, line: Line) -> bool:
    """Does the line end where a structural paragraph may end, rather than in the middle of a sentence?"""
    last = text[line.end - 1]
    return last in ENDS or (last not in "，、,，" and line.end - line.start < 20)
