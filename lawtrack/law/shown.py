"""The words of a stretch of text as a reader reads them: without blanks, page numbers and what a web page left."""

from __future__ import annotations

import re
from typing import Final

from lawtrack.patterns import compile_on_use

BLANK: Final = (
    " \t\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\xad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2066\u2067\u2068\u2069"
    "\u3000\ufe0f\ufeff\ue5e5"
)
"""What a line is trimmed of: all white space, soft hyphens, what has no width, and the blank of GBK (A3A0) in its private place."""

PAGE_NUMBER: Final = (
    r"(?:[—–―─－～~-]{1,3}[ 　]?(?:[0-9０-９]{1,4}|[一二三四五六七八九十百]{1,4})[ 　]?[—–―─－～~-]{1,3}"
    r"|[·•][ 　]?[0-9０-９]{1,4}[ 　]?[·•]|[〔［\[][ 　]?[0-9０-９]{1,3}[ 　]?[〕］\]]"
    r"|第[ 　]?[0-9０-９]{1,4}[ 　]?页(?:[，,/／ 　]{0,4}共[ 　]?[0-9０-９]{1,4}[ 　]?页)?"
    r"|[0-9０-９]{1,3}[ 　]?[/／][ 　]?[0-9０-９]{1,3}|[Pp](?:age|AGE|\.)?[ 　]?[0-9]{1,4}(?:[ 　]?(?:of|/)[ 　]?[0-9]{1,4})?"
    r"|[-—–―─═=_＿*＊~～]{5,100})"
)
"""A page number as a converter leaves it on a line of its own (— 3 —, - 3 -, 第3页 共12页, 3/12), or a ruler."""
_PAGE_NUMBER: Final = compile_on_use(PAGE_NUMBER)
LONGEST_PAGE: Final = 3
"""Figures of a page number that stands alone."""
FULL_LINE: Final = 4
"""A line is at least so long, in characters, where a page breaks a sentence."""
LONG_LINE: Final = 12
"""A line so long is no cell of a table."""
_ENDS_CLAUSE: Final = ("。", "；", "，", "：")

SPACE_CODE: Final = r"&(?:nbsp|e[mn]sp|thinsp|#160|#12288|#x3000);"
TAG: Final = (
    r"</?(?:a|b|blockquote|br|center|div|em|font|h[1-6]|i|li|o:p|ol|p|section|span|strong|sub|sup|table|tbody|td|tr|u|ul)"
    r"(?:[ /][^<>\n]{0,400})?>"
)
"""What a web page leaves in a text that was copied out of its source: it says nothing."""
_SPACE_CODE: Final = re.compile(SPACE_CODE)
_TAG: Final = re.compile(TAG, re.IGNORECASE)


def shown_lines(raw: str) -> list[str]:
    r"""The lines of `raw` that say something: trimmed, without empty ones and page numbers.

    >>> shown_lines("　甲，\n— 3 —\n\n乙。")
    ['甲，', '乙。']
    """
    if "<" in raw or "&" in raw:
        raw = _TAG.sub("", _SPACE_CODE.sub(" ", raw))
    lines = [line for piece in raw.splitlines() if (line := piece.strip(BLANK))]
    return lines if len(lines) <= 1 else [line for line in lines if not _PAGE_NUMBER.fullmatch(line)]


def is_bare_page(above: str, line: str, below: str) -> bool:
    """Is `line` a figure alone that a page break left in the middle of a sentence, whose halves stand around it?

    >>> is_bare_page("市人民政府应当定期向社", "12", "会公布。"), is_bare_page("按照下列标准：", "12", "元。")
    (True, False)
    """
    return (
        len(line) <= LONGEST_PAGE
        and line.isdecimal()
        and len(above) >= FULL_LINE
        and above[-1] not in "。；：，、;:,.0123456789"
        and (below[-1:] in _ENDS_CLAUSE or len(below) >= LONG_LINE)
        and not below[:1].isdecimal()
    )


def unwrap(raw: str) -> str:
    r"""`raw` as one line of words: lines trimmed and joined, with a space between Latin words, without page numbers.

    >>> unwrap("在开展病\n媒生物预防控制时")
    '在开展病媒生物预防控制时'
    """
    if "\n" not in raw and "<" not in raw and "&" not in raw and len(raw.splitlines()) <= 1:
        return raw.strip(BLANK)  # by far the most
    lines = shown_lines(raw)
    if any(map(str.isdecimal, lines)):
        between = zip(["", *lines], lines, [*lines[1:], ""], strict=False)
        lines = [line for above, line, below in between if not is_bare_page(above, line, below)]
    joined = lines[0] if lines else ""
    for line in lines[1:]:
        latin = joined[-1].isascii() and joined[-1].isalnum() and line[0].isascii() and line[0].isalnum()
        joined += f" {line}" if latin else line
    return joined
