"""Bytes of a text file → text, by rules that always give the same answer.

A byte order mark decides; then strict UTF-8; then UTF-16 and GB18030, each only where the result reads like Chinese.
Nothing is guessed from statistics of a language model of bytes: what none of the rules accepts is refused.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

from lawtrack.errors import UnusableInput

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
PLAUSIBLE: Final = 0.85
"""Share of a Chinese text's non-ASCII characters that are common: hanzi of GB 2312 level 1 and punctuation.

Legislation lies above 0.97; Big5, Shift-JIS or UTF-16 misread as GB18030 lies below 0.7.
"""
_ODD: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_BREAKS: Final = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES: Final = {0x2001: "　", 0x2003: "　"} | dict.fromkeys(
    [0x2000, 0x2002, *range(0x2004, 0x200B), 0x202F, 0x205F], " "
)
"""Typographic spaces, as web pages have them between 第一条 and its words; those of a hanzi's width stay so."""
_RADICALS: Final = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
"""What the fonts of a PDF give for a hanzi of the same shape: ⼀ for 一."""
_PLAIN: Final = _SPACES | _RADICALS
_TYPOGRAPHIC: Final = re.compile(f"[{''.join(map(chr, _SPACES))}\u2f00-\u2fd5]")
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]"
)


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of `data`, without its byte order mark; `declared` is what the file says of itself (HTML).

    Raises UnusableInput for binary data, for text cut off inside a character, and for an unknown encoding.

    >>> decode("第一条".encode("gb18030"), "a.txt"), decode("第一条".encode("utf-16"), "b.txt")
    ('第一条', '第一条')
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, name)
    for encoding in _candidates(data, declared):
        text = _attempt(data, encoding)
        if text is not None and (encoding in {"utf-8", declared} or reads_like_chinese(text)):
            return _printable(text, name)
    raise UnusableInput(_diagnosis(data), name=name)


def reads_like_chinese(text: str) -> bool:
    """Is nearly every non-ASCII character of `text` a common hanzi or Chinese punctuation?

    >>> reads_like_chinese("第一条　为了保护环境，制定本条例。"), reads_like_chinese("謾媬荌諻")
    (True, False)
    """
    sample = [ch for ch in text[:20_000] if not ch.isascii()]
    return bool(sample) and sum(map(_common, sample)) >= PLAUSIBLE * len(sample)


def tidy(text: str) -> str:
    r"""`text` with every kind of line break as "\n", ordinary spaces, hanzi for radicals, without characters that nobody can see.

    >>> tidy("第一\u200b条\r\n第\u2f06条")
    '第一条\n第二条'
    """
    plain = _UNSEEN.sub("", _BREAKS.sub("\n", text))
    # translate walks through a long text ten times as slowly as a search, and most texts have no such space
    return plain.translate(_PLAIN) if _TYPOGRAPHIC.search(plain) else plain


def _candidates(data: bytes, declared: str | None) -> list[str]:
    """Encodings to try in order. NUL bytes occur in UTF-16 only: text in other encodings has none."""
    if b"\0" in data:
        return ["utf-16-le", "utf-16-be"]
    named = [declared] if declared else []
    return [*named, "utf-8", "gb18030", "utf-16-le", "utf-16-be"]


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return _printable(data.decode(encoding), name)
    except UnicodeDecodeError as problem:
        code = "formats.cut-off" if problem.end >= len(data) else "formats.bad-bytes"
        raise UnusableInput(code, name=name, offset=problem.start, encoding=encoding) from problem


def _printable(text: str, name: str) -> str:
    """`text`, unless so many control characters stand in it that it must be something else than text."""
    if len(_ODD.findall(text)) * 1000 > len(text):
        raise UnusableInput("formats.binary", name=name)
    return text


def _diagnosis(data: bytes) -> str:
    """Why `data` is no text: cut off inside its last character, binary, or text in an unknown encoding."""
    for encoding in ("utf-8", "gb18030"):
        for lost in (1, 2, 3):
            head = _attempt(data[:-lost], encoding)
            if head and reads_like_chinese(head) and not _ODD.search(head):
                return "formats.cut-off"
    return (
        "formats.binary"
        if b"\0" in data or len(_ODD_BYTES.findall(data)) * 200 > len(data)
        else "formats.unknown-encoding"
    )


_ODD_BYTES: Final = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")


def _common(ch: str) -> bool:
    """Is `ch` a hanzi of GB 2312 level 1, Chinese punctuation, or a full-width or enclosed form?"""
    if "\u4e00" <= ch <= "\u9fff":
        pair = ch.encode("gb2312", "ignore")
        return bool(pair) and pair[0] <= 0xD7
    return (
        "\u3000" <= ch <= "\u303f" or "\uff00" <= ch <= "\uffef" or "\u2010" <= ch <= "\u24ff" or ch in "·×—"
    )
