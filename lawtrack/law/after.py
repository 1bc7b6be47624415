"""Where the body of a text ends, and what stands behind it: signature, footnotes, annexes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law.around import is_cover_above
from lawtrack.law.shapes import (
    SENTENCE_ENDS,
    is_annex,
    is_body_name,
    is_footnote,
    is_heading,
    is_issue_note,
    is_signature,
)
from lawtrack.law.titles import is_order_head
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.law.lines import Line


_INSTRUMENT: Final = compile_on_use(
    r"(?:条例|规定|办法|细则|规则|法典?|章程|规程|决定|决议|准则|守则)(?:[（(〔][^（）()〔〕]{1,14}[）)〕])*$"
)
_OF_AN_ANNEX: Final = compile_on_use(r"(?:章程|规程|守则|准则)(?:[（(〔][^（）()〔〕]{1,14}[）)〕])*$")
_WHOLE: Final = frozenset("。”）)")
"""How the last line of an article ends that ends a text."""
_LONGEST_NOTE: Final = 4
"""Lines of a header note between a title and 一、."""
_DONE_TO: Final = compile_on_use("《[^《》\n]{2,60}》.{0,12}$|(?:修改|修正|废止|删去)")
_LONGEST_TITLE: Final = 60
_FIELD: Final = compile_on_use("(?![^:：]*(?:下列|以下|含义|如下|包括|是指))[一-鿿A-Za-z]{2,8}[:：]")
"""What a page says of a text behind it: 声明：……, 本文链接：……"""
_LAST_WORDS: Final = compile_on_use("(?:施行|实施|执行|生效|废止|失效)[^。]{0,40}。+$")
LONGEST_FRONT: Final = 30
"""Lines between a title and its 第一条: note, contents page, chapter."""
LONGEST_ORDER: Final = 14
"""Lines of a promulgation order, from its name to its date."""


class Ends(NamedTuple):
    """The body ends before the line `tail`; signature and footnotes run to `annexes`, where annexes begin."""

    tail: int
    annexes: int
    another: int | None = None  # the line at which an instrument of its own begins, under its own title
    odd: bool = False  # lines are in the tail that are neither a signature nor footnotes


def find_ends(text: str, lines: Sequence[Line], units: Sequence[int]) -> Ends:
    """Where the body ends. `units` are the lines that are articles by their shape, the body's first one first."""
    start = units[0]
    annex = next((i for i in _heads(text, lines, start + 1) if not _goes_on(lines, units, i)), len(lines))
    own = units[: bisect_left(units, annex)]
    second = _second_instrument(text, lines, own) or _counted_otherwise(text, lines, own[-1], annex)
    begins = annex if second is None else second
    holds = second is not None or _holds_instrument(text, lines, annex)
    another = begins if holds else _behind_annex(text, lines, annex)
    tail = _tail(text, lines, start, begins)
    last = units[bisect_left(units, tail) - 1]
    remarks = _remarks(text, lines, last, tail)
    issued = any(is_issue_note(text, line) for line in lines[tail:begins])
    return Ends(remarks, begins, another, remarks < tail or issued)


def _heads(text: str, lines: Sequence[Line], begin: int) -> Iterator[int]:
    """The lines from `begin` on that are the heading of an annex or of a note."""
    likely = [
        at
        for at in range(begin, len(lines))
        if (line := lines[at]).kind == "annex" or (line.kind == "text" and text[line.end - 1] == "明")
    ]
    return (at for at in likely if is_annex(text, lines[at]))


def titles_behind(text: str, lines: Sequence[Line], begin: int) -> list[str]:
    """The titles of the instruments from the line `begin` on: each stands above a 第一条."""
    titles: list[str] = []
    above = begin
    for at in range(begin, len(lines)):
        if _opens(text, lines, at):
            named = (lines[i] for i in range(at - 1, max(above, at - LONGEST_FRONT) - 1, -1))
            title = next((line for line in named if _is_instrument(text, line)), None)
            if title is not None:
                titles.append("".join(text[title.words : title.end].split()))
            above = at
    return titles


def _opens(text: str, lines: Sequence[Line], at: int) -> bool:
    """Is it a 第一条, or the 一、 of a text that counts so, right under its title?"""
    line = lines[at]
    if line.kind not in ("article", "ordinal") or line.number != (1, 0):
        return False
    return line.kind == "article" or _titled(text, lines, at) is not None


def text_behind_decision(text: str, lines: Sequence[Line]) -> int | None:
    """The line at which the text begins that a decision numbered 一、二、 has behind it, under its own title; else None.

    关于修改《甲条例》的决定 · 一、……二、…… · 甲条例 · 第一条……
    """
    first = next((i for i, line in enumerate(lines) if line.kind == "article"), None)
    if first is None or lines[first].number != (1, 0):
        return None
    counted = [i for i in range(first) if lines[i].kind == "ordinal" and _instructs(text, lines[i])]
    if not counted or lines[counted[0]].number != (1, 0):
        return None
    titles = (i for i in range(counted[-1] + 1, first) if _is_instrument(text, lines[i]))
    above = lines[: counted[0]]
    named = any("关于" in text[line.start : line.end] or _is_instrument(text, line) for line in above)
    return next(titles, None) if named and not is_cover_above(text, above) else None


def _instructs(text: str, line: Line) -> bool:
    """Is the line 一、… a sentence, or the head of what is done to one instrument (一、对《甲条例》作出修改)?"""
    return text[line.end - 1] in "。：”：" or _DONE_TO.search(text, line.words, line.end) is not None


def annex_starts(text: str, lines: Sequence[Line], annexes: int, another: int | None) -> list[int]:
    """The lines that open an annex, one for each, and the one at which an instrument of its own begins."""
    return [i for i in range(annexes, len(lines)) if i in (annexes, another) or is_annex(text, lines[i])]


def _goes_on(lines: Sequence[Line], units: Sequence[int], annex: int) -> bool:
    """Does the numbering of the articles run on below this line? Then it heads a table within an article."""
    at = bisect_right(units, annex)
    if at == len(units):
        return False
    before, after = lines[units[at - 1]].number, lines[units[at]].number
    return after in ((before[0] + 1, 0), (before[0], before[1] + 1)) and after > (1, 0)


def _holds_instrument(text: str, lines: Sequence[Line], annex: int) -> bool:
    """Does 附件 stand alone on its line, an instrument under its own title below it?"""
    if annex + 2 >= len(lines) or lines[annex].kind != "annex" or lines[annex].words < lines[annex].end:
        return False
    first = next((line for line in lines[annex + 1 :] if line.kind == "article"), None)
    return _is_instrument(text, lines[annex + 1]) and first is not None and first.number == (1, 0)


def _second_instrument(text: str, lines: Sequence[Line], units: Sequence[int]) -> int | None:
    """The first line of another text whose articles begin with 第一条 again, under a title of its own."""
    numbers = [lines[i].number for i in units]
    firsts = [at for at, number in enumerate(numbers) if number == (1, 0)] if (1, 0) in numbers[1:] else []
    for at in firsts:
        fresh = at > 0 and numbers[at - 1] > (1, 0) and _opens(text, lines, units[at])
        if fresh and numbers[at + 1 : at + 2] in ([], [(2, 0)]):
            above = _title_above(text, lines, units[at], units[at - 1])
            return None if above is None else _order_above(text, lines, above, units[at - 1])
    return None


def _counted_otherwise(text: str, lines: Sequence[Line], last: int, stop: int) -> int | None:
    """The title, between the article `last` and the line `stop`, of another text that counts 一、二、三、 and not 第一条."""
    if lines[last].kind != "article":
        return None
    for at in range(last + 2, stop):
        if lines[at].kind == "ordinal" and lines[at].number == (1, 0):
            title = _titled(text, lines, at)
            if title is not None and title > last and text[lines[title - 1].end - 1] in _WHOLE:
                return _order_above(text, lines, title, last)
    return None


def _titled(text: str, lines: Sequence[Line], at: int) -> int | None:
    """The line with the title under which the text begins that the line `at` opens; a note may stand between."""
    above = at - 1
    while above > max(0, at - _LONGEST_NOTE) and text[lines[above].end - 1] in "）)":
        above -= 1
    return above if above >= 0 and _is_instrument(text, lines[above]) else None


def _behind_annex(text: str, lines: Sequence[Line], annex: int) -> int | None:
    """The line at which an instrument of its own begins behind the annex of the first: its title, some lines down in it.

    A title right under the head of an annex is the annex's own; so is that of a charter or a code of conduct that does not
    say from when it is in force, or who adopted it.
    """
    above = annex
    for at in range(annex + 2, len(lines)):
        if is_annex(text, lines[at]):
            above = at
        elif _opens(text, lines, at):
            named = range(at - 1, max(above + 1, at - LONGEST_FRONT), -1)
            title = next((i for i in named if _is_instrument(text, lines[i])), None)
            if title is not None and lines[title].kind == "text" and _stands_alone(text, lines, title, at):
                return _order_above(text, lines, title, above)
            above = at
    return None


def _stands_alone(text: str, lines: Sequence[Line], title: int, article: int) -> bool:
    if not _OF_AN_ANNEX.search(text, lines[title].words, lines[title].end):
        return True
    noted = any(text[line.end - 1] in "）)" for line in lines[title + 1 : article])
    return noted or _LAST_WORDS.search(text[lines[article].start : lines[-1].end]) is not None


def _order_above(text: str, lines: Sequence[Line], title: int, before: int) -> int:
    """The first line of the order that brings the instrument under `title`; `title` where none does."""
    if title - 1 <= before or not is_signature(text, lines[title - 1]):
        return title
    top = max(before, title - LONGEST_ORDER)
    heads = [i for i in range(title - 1, top, -1) if is_order_head(text[lines[i].start : lines[i].end])]
    return heads[-1] if heads else title


def _is_instrument(text: str, line: Line) -> bool:
    """Is the line the title of an instrument, rather than of an annex?"""
    listed = line.kind in ("point", "ordinal")  # 2.某市条例
    return (line.kind == "text" or listed) and is_title(text[line.words : line.end])


def is_title(words: str) -> bool:
    """Do the words end as the title of an instrument?

    >>> is_title("某市控烟条例（草案）"), is_title("禁烟场所名录")
    (True, False)
    """
    return len(words) <= _LONGEST_TITLE and _INSTRUMENT.search(words) is not None


def _title_above(text: str, lines: Sequence[Line], article: int, before: int) -> int | None:
    """The first of the lines above 第一条 that are not the end of the article before: title, note, contents."""
    at = article
    while at - 1 > before and is_heading(text, lines[at - 1]):
        at -= 1
    if at < article and lines[at].number[0] > 1:
        return None  # each chapter counts its articles anew
    headings = at
    while at - 1 > before and not is_signature(text, lines[at - 1]):
        if text[lines[at - 1].end - 1] in SENTENCE_ENDS:
            break
        at -= 1
    while at < headings and not any(map(str.isalnum, text[lines[at].start : lines[at].end])):
        at += 1  # a ruler between the two
    return at if at < headings else None


def _remarks(text: str, lines: Sequence[Line], article: int, tail: int) -> int:
    """The first of the lines under the last sentence of the last article that end nothing: no words of the text.

    Only an article that ends a text, by saying from when it is in force, can be known to be whole.
    """
    first = tail
    while first - 1 > article and _ends_nothing(text, lines[first - 1]):
        first -= 1
    above = lines[first - 1]
    said = "".join(text[lines[article].start : above.end].split())
    return first if _LAST_WORDS.search(said) else tail


def _ends_nothing(text: str, line: Line) -> bool:
    """Is it a plain line, short and without the mark that ends a sentence or an item, or a field (声明：……)?"""
    if line.kind != "text" or text.find("\t", line.start, line.end) >= 0:
        return False
    short = line.end - line.start <= _LONGEST_TITLE
    return (short and text[line.end - 1] not in "。；：，、”;:,") or (
        _FIELD.match(text, line.start, line.end) is not None
    )


def _tail(text: str, lines: Sequence[Line], start: int, last: int) -> int:
    """The first line of signature and footnotes at the end, or `last` where there are none."""
    index = last
    while index - 1 > start:
        line = lines[index - 1]
        named = index < last and is_body_name(text, line)
        if line.kind != "text" or not (named or is_signature(text, line) or is_issue_note(text, line)):
            break
        index -= 1
    notes = index
    while notes - 1 > start and is_footnote(text, lines[notes - 1]):
        notes -= 1
    above = lines[notes - 1]
    finished = text[above.end - 1] in "。”）)" and above.kind in ("text", "article", "item")
    return notes if finished else index
