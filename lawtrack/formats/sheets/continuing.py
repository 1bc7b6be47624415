"""Rows of a worksheet that are higher than Excel allows go on in rows below them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from lawtrack.compare import Span
from lawtrack.formats.sheets.cells import sayable
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

TALLEST: Final = 409
"""Points of the tallest row that Excel allows."""
LINE: Final = 16
"""Points of a line: of 11-point type Excel takes 13.5 to 15, LibreOffice with Noto's Chinese fonts 15.9."""
_ROOM: Final = (TALLEST - 3) // LINE
"""Lines of the tallest row."""
_NARROW: Final = 16
"""Characters of a column that a word in Latin letters may not fit into."""
_LATIN: Final = re.compile(r"[A-Za-z]+")


def continued(
    row: Sequence[Any],
    widths: Sequence[int],
    *,
    whole: Collection[int] = (),
    same: Collection[int] = (),
) -> Iterator[tuple[Any, ...]]:
    """The row; one that is too high goes on in rows below it, its short cells said again with （续）.

    A cell is words, `Span`s of words, or anything else, which is short; `widths` are the columns' in characters of the
    standard font. The columns `whole`, by number from 0, are never parted and are empty further down (they are filled
    in and read back); the columns `same` are said again to the letter.

    >>> rows = list(continued(("第一条", "甲" * 600), (10, 40)))
    >>> [(first, len(words)) for first, words in rows]
    [('第一条', 475), ('第一条（续）', 125)]
    """
    parts = [
        [value] if at in whole else list(_parts(value, width))
        for at, (value, width) in enumerate(zip(row, widths, strict=True))
    ]
    more = translate("compare.goes-on")
    yield tuple(part[0] for part in parts)
    for step in range(1, max(map(len, parts), default=1)):
        values = []
        for at, (value, part) in enumerate(zip(row, parts, strict=True)):
            again: Any = f"{value}{more}" if isinstance(value, str) and value and len(part) == 1 else ""
            again = value if at in same else "" if at in whole else again
            values.append(part[step] if step < len(part) else again)
        yield tuple(values)


def height_of(row: Sequence[Any], widths: Sequence[int]) -> int:
    r"""Points of a row in which every line of its cells is seen, as far as Excel allows.

    >>> height_of(("甲", "乙\n丙"), (10, 10)), height_of(("甲" * 9999,), (10,))
    (35, 409)
    """
    lines = max((lines_of(value, width) for value, width in zip(row, widths, strict=True)), default=1)
    return min(LINE * lines + 3, TALLEST)


def lines_of(value: Any, width: int) -> int:
    """Lines that a wrapped cell takes; no program reckons it when it opens."""
    return sum(1 + int(_wide(part) // (width - 1)) for part in words_of(value).split("\n"))


def _wide(words: str) -> float:
    """About how wide words are: a Chinese character two, a letter one and what is lost where lines break between words."""
    letters = max(3 * len(words) - len(words.encode(errors="replace")), 0) / 2
    return 2 * len(words) - 0.8 * letters


def wide_enough(widths: Iterable[int], rows: Iterable[Sequence[Any]]) -> list[int]:
    """The widths of columns, each enough for the longest word in Latin letters of its cells, which no program parts well.

    >>> wide_enough((9, 9, 40), [("类型", "kind", "clause"), ("未改", "unchanged", "第一条")])
    [9, 13, 40]
    """
    wide = list(widths)
    narrow = [at for at, width in enumerate(wide) if width < _NARROW]
    for row in rows:
        for at in narrow if len(row) == len(wide) else ():
            longest = max(map(len, _LATIN.findall(words_of(row[at]))), default=0)
            wide[at] = max(wide[at], min(longest + longest // 4 + 2, _NARROW))
    return wide


def words_of(value: Any) -> str:
    """The words of a cell; "" of one that holds something else.

    >>> words_of((Span("甲"), Span("乙", new=True))), words_of(3)
    ('甲乙', '')
    """
    if isinstance(value, tuple):
        return tidy("".join(span.words for span in value))
    return value if isinstance(value, str) else ""


def tidy(words: str) -> str:
    """The words as a cell holds them; blank lines between paragraphs are the source's own layout."""
    kept = sayable(words)
    while "\n\n" in kept:
        kept = kept.replace("\n\n", "\n")
    return kept


def _parts(value: Any, width: int) -> Iterator[Any]:
    """A cell in pieces that each fit into a row, broken between characters where a line would break."""
    if lines_of(value, width) <= _ROOM:
        yield value
    elif isinstance(value, str):
        yield from ("".join(span.words for span in part) for part in _broken((Span(value),), width))
    else:
        yield from _broken(value, width)


def _broken(spans: Sequence[Span], width: int) -> Iterator[tuple[Span, ...]]:
    part: list[Span] = []
    used, column = 1, 0
    for words, new, gone in (span._replace(words=tidy(span.words)) for span in spans):
        start = 0
        for at, char in enumerate(words):
            column += 2
            if char == "\n" or column > width - 1:
                used, column = used + 1, 0 if char == "\n" else 2
            if used > _ROOM:
                yield (*part, Span(words[start:at], new, gone))
                part, start, used = [], at, 1
        part.append(Span(words[start:], new, gone))
    yield tuple(part)
