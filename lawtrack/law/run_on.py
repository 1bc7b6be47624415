"""Articles that stand within a line: a text that was copied without its line breaks, whole or in a place.

    某市古井条例　第一条　为了……，制定本条例。第二条　……。第三条　……。

Only numbers that go on counting are taken, and only where no line begins with them: a reference (违反第三条规定的) stands
within a sentence, and its article has a place of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.law.lines import GAP, lines_from, number_of
from lawtrack.law.numerals import NUMERAL_CLASS
from lawtrack.law.shapes import REFERENCE
from lawtrack.law.titles import TITLE_END
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.law.lines import Line
    from lawtrack.law.model import Number

_LABEL: Final = compile_on_use(
    rf"(?P<label>第(?<=[{GAP}。；！？”）】例法定则)]第)[{GAP}]{{0,3}}[{NUMERAL_CLASS}]{{1,8}}[{GAP}]{{0,3}}(?P<unit>[条章])(?:之[一二三四五六七八九十]{{1,2}})?)"
    rf"(?P<after>[{GAP}]?)"
)
_ENDED: Final = frozenset("。；！？”）】")
"""What ends a sentence, and so what an article can follow in one line; the label above looks back at these and at what
ends `_NAMED`, because nine labels of ten begin a line or are cited."""
_NAMED: Final = re.compile(r"(?:条例|办法|规定|细则|规则|则|法|[）)])$")
"""What the first article or chapter can follow: the title, a header note, the name of a chapter."""
_ABOVE_TITLE: Final = compile_on_use(
    rf"(?:[-—–=_*~－─]{{5,}}|[0-9]{{4}}年[0-9]{{1,2}}月[0-9]{{1,2}}日)[{GAP}]*(?=[^。；：{GAP}-][^。；：]{{3,80}}$)"
)
"""A ruler or the date of a notice, with a title behind it in the same line."""
_LOOK_BACK: Final = 4
_LONGEST_NAME: Final = 40


def cut_run_on(text: str, lines: list[Line]) -> list[Line]:
    r"""`lines`, with those cut in which further articles and chapters begin.

    >>> from lawtrack.law.lines import read_lines
    >>> run_on = "甲条例第一条 为了甲。第二条 违反第一条的，处罚。"
    >>> [run_on[line.start : line.end] for line in cut_run_on(run_on, read_lines(run_on))]
    ['甲条例', '第一条 为了甲。', '第二条 违反第一条的，处罚。']
    """
    places = sorted(_inner_starts(text, lines))
    if not places:
        return lines
    cut: list[Line] = []
    for line in lines:
        inside = [place for place in places if line.start < place < line.end]
        cut += lines_from(text, line, [*_title_in(text, line, inside), *inside]) if inside else [line]
    return cut


def _title_in(text: str, line: Line, places: Sequence[int]) -> Iterator[int]:
    """Where in the line, before its first article, the title begins behind the end of a notice."""
    stop = places[0]
    while text[stop - 1] in GAP:
        stop -= 1
    above = list(_ABOVE_TITLE.finditer(text, line.start, stop))
    if line.kind == "text" and above and TITLE_END.search(text, above[-1].end(), stop):
        yield above[-1].end()


def _inner_starts(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """The offsets within lines at which an article begins, or a chapter with articles in the same line."""
    labels = [match for match in _LABEL.finditer(text) if _may_begin(text, match)]
    if not labels:
        return
    begun = {number_of(line.label): line.start for line in lines if line.kind == "article"}
    articles = list(_counted([match for match in labels if match["unit"] == "条"], begun))
    if not articles:
        return
    yield from articles
    run = {text.rfind("\n", 0, at) for at in articles}
    for match in labels:
        if match["unit"] == "章" and text.rfind("\n", 0, match.start("label")) in run:
            yield match.start("label")


def _counted(labels: Sequence[re.Match[str]], begun: dict[Number, int]) -> Iterator[int]:
    """The places of the labels that count on from the article before them, when no line begins with their number."""
    inner: dict[Number, int] = {}
    for match in labels:
        number, at = number_of(match["label"]), match.start("label")
        if number in begun or number in inner:
            continue
        before = (number[0], number[1] - 1) if number[1] else (number[0] - 1, 0)
        last = begun.get(before, inner.get(before, -1))
        follows = (number[0] + 1, 0)
        if number == (1, 0):
            nexts = [begun[follows]] if follows in begun else []
            nexts += [m.start("label") for m in labels if number_of(m["label"]) == follows]
            opens = at < min(begun.values(), default=at + 1) and any(place > at for place in nexts)
            counts = opens
        else:
            later = begun.get(follows, at + 1)
            counts = 0 <= last < at < later
        if counts:
            inner[number] = at
            yield at


def _may_begin(text: str, match: re.Match[str]) -> bool:
    """Can an article or a chapter begin here, by what stands before and behind the label?"""
    label, end, begin = match["label"], match.end("label"), match.start("label")
    while begin and text[begin - 1] in GAP:
        begin -= 1
    gap = begin < match.start("label")
    if REFERENCE.match(text, end) or not begin or text[begin - 1] == "\n":
        return False
    if not match["after"] and match["unit"] == "章" and not gap:
        return False
    if text[begin - 1] in _ENDED:
        return True
    first = number_of(label) == (1, 0)
    named = _NAMED.search(text, max(begin - _LOOK_BACK, 0), begin) is not None
    spaced = gap and bool(match["after"])
    return (first and named and "条" in label and bool(match["after"])) or (
        spaced and (named or _under_chapter(text, begin))
    )


def _under_chapter(text: str, at: int) -> bool:
    """Does the name of a chapter stand before this place: 第二章 保护 第三条?"""
    before = text[max(at - _LONGEST_NAME, 0) : at].rpartition("\n")[2]
    return re.search("章[^。；：]*$", before) is not None
