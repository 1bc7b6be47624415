"""Articles that stand within a line: a text that was copied without its line breaks, whole or in a place.

    某市古井条例　第一条　为了……，制定本条例。第二条　……。第三条　……。

Only numbers that go on counting are taken, and only where no line begins with them: a reference (违反第三条规定的) stands
within a sentence, and its article has a place of its own.
"""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law.lines import GAP, SPACED, lines_from, number_of
from lawtrack.law.numerals import NUMERAL_CLASS
from lawtrack.law.shapes import REFERENCE
from lawtrack.law.titles import TITLE_END
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.law.lines import Line
    from lawtrack.law.model import Number

_LABEL: Final = compile_on_use(
    rf"(?P<label>第(?<=[{GAP}。.．；：:！？”）】例法定则)过准布行正订]第)[{GAP}]{{0,3}}{SPACED}[{GAP}]{{0,3}}(?P<unit>[条章节编])(?:之[一二三四五六七八九十]{{1,2}})?)"
    rf"(?P<after>[{GAP}]?)"
)
_OF_A_NAME: Final = rf"(?!第[{NUMERAL_CLASS}]{{1,8}}[{GAP}]?[条章节编])[^。；：，\n]"
"""A character of a heading's name: no number of the next unit begins there."""
_NO_NAME: Final = "(?!规定|[的所和至中以])"
_UNDER: Final = compile_on_use(
    rf"第(?=[{GAP}{NUMERAL_CLASS}]+[章节编])[{GAP}]?{SPACED}[{GAP}]?[章节编]"
    # what goes on in the same word is no name: 第二章规定的, 第三节中; a blank tells that it is one
    rf"(?:[{GAP}]*+[：:](?:(?=[{GAP}])|{_NO_NAME})|(?=[{GAP}、])|{_NO_NAME})"
    # possessive, so that a row of blanks is taken in one way only; a blank alone is a name too
    rf"(?={_OF_A_NAME})[{GAP}]*+(?:{_OF_A_NAME}){{0,30}}?[{GAP}]*+"
    rf"(?P<label>第[{GAP}]{{0,3}}{SPACED}[{GAP}]{{0,3}}条)"
)
"""A heading and its first article, with a blank between them or nothing: 第一章总则第一条为了……"""
_HEADING_ABOVE: Final = compile_on_use(
    rf"(?P<heading>第[{GAP}]?{SPACED}[{GAP}]?(?:分编|[章节编])[{GAP}]*[：:、]?[{GAP}]*(?!规定|[的所和至中以])(?:(?!第[{NUMERAL_CLASS}]{{1,8}}[{GAP}]?[条章节编])[^。；：，\n]){{1,30}})[{GAP}]*$"
)
_HEADING_AT_END: Final = compile_on_use(
    rf"。[{GAP}]+(?P<heading>第[{GAP}]?{SPACED}[{GAP}]?(?:分编|[章节编])[{GAP}]+[^。；：，{GAP}\n][^。；：，\n]{{1,30}})[{GAP}]*$",
    re.MULTILINE,
)
"""A heading behind the last sentence of a line: ……。 第二章　管理."""
_ENDED: Final = frozenset("。.．；！？”）】")
"""What ends a sentence, and so what an article can follow in one line; the label above looks back at these and at what
ends `_NAMED`, because nine labels of ten begin a line or are cited."""
_NAMED: Final = re.compile(r"(?:条例|办法|规定|细则|规则|则|法|通过|批准|[公发]布|[施实]行|修[正订]|[）)])$")
"""What the first article or chapter can follow: the title, a header note, a chapter's name."""
_ABOVE_TITLE: Final = compile_on_use(
    rf"(?:[-—–=_*~－─]{{5,}}|[0-9]{{4}}年[0-9]{{1,2}}月[0-9]{{1,2}}日)[{GAP}]*(?=[^。；：{GAP}-][^。；：]{{3,80}}$)"
)
"""A ruler or the date of a notice, with a title behind it in the same line."""
_NOTE: Final = compile_on_use(r"[（(]?(?=[12][0-9]{3}年[0-9]{1,2}月)")
"""A header note behind the title in the same line."""
_CONTENTS: Final = compile_on_use(rf"目[{GAP}]*[录次](?=[{GAP}]*第.{{1,4}}[编章])")
_CITES: Final = frozenset("、和与及至到或照据反本该的")
"""What stands before a number that is cited, even where it is spaced out."""
_MARKS: Final = compile_on_use("[。；]")
_BROKEN: Final = compile_on_use(rf"[。！？][”」）)]?[{GAP}]+(?=[^{GAP}])")
_STOPS: Final = frozenset("。！？”")
_WIDEST_GAP: Final = 3
"""So many numbers may be missing between two articles in a line."""
_LOOK_AHEAD: Final = 12
_LOOK_BACK: Final = 4
_LONGEST_NAME: Final = 40
_LONGEST_FRONT: Final = 400
_LONGEST_HEADING: Final = 60


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
        if inside:
            every = {*_front_in(text, line, inside), *inside, *_paragraphs_in(text, line, inside)}
            pieces = lines_from(text, line, sorted(every))
            cut += pieces[_counts(text, pieces[0]) :]
        else:
            cut.append(line)
    return cut


def _counts(text: str, line: Line) -> bool:
    """Is it nothing but the figure of a row or a sign, before the number of its article: 1 第一条 …, - 第一条 …?"""
    words = text[line.start : line.end].strip(".、．）)" + GAP)
    return words.isdecimal() or not any(map(str.isalnum, words))


class _Label(NamedTuple):
    """A label within a line, and where it stands."""

    at: int
    label: str
    unit: str


def _front_in(text: str, line: Line, places: Sequence[int]) -> Iterator[int]:
    """Where in the line, before its first article, the title begins behind a notice, and header note and contents after it."""
    if line.kind != "text":
        return
    begin, stop = line.start, places[0]
    if listed := _CONTENTS.search(text, begin + 1, min(stop + _LOOK_AHEAD, line.end)):
        stop = min(stop, listed.start())
        yield stop
    stop = _bare_end(text, begin, stop)
    above = list(_ABOVE_TITLE.finditer(text, begin, stop))
    if above and TITLE_END.search(text, above[-1].end(), stop):
        begin = above[-1].end()
        yield begin
    for note in _NOTE.finditer(text, begin + 1, stop):
        if TITLE_END.search(text, begin, _bare_end(text, begin, note.start())):
            yield note.start()
            return


def _bare_end(text: str, begin: int, end: int) -> int:
    """The end of the words before `end`, without the blanks behind them."""
    while end > begin and text[end - 1] in GAP:
        end -= 1
    return end


def _paragraphs_in(text: str, line: Line, places: Sequence[int]) -> Iterator[int]:
    """Where further paragraphs begin, in a line whose breaks became blanks: behind a full stop and a blank."""
    if all(text[place - 1] in GAP for place in places):
        for match in _BROKEN.finditer(text, places[0], line.end):
            yield match.end()


def _inner_starts(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """The offsets within lines at which an article begins, or a chapter with articles in the same line."""
    labels = [
        _Label(match.start("label"), match["label"], match["unit"])
        for match in _LABEL.finditer(text)
        if _may_begin(text, match)
    ]
    labels += _under_headings(text, {one.at for one in labels})
    if not labels:
        return
    labels.sort()
    begun = {line.number: line.start for line in lines if line.kind == "article"}
    ends = {match.start("heading") for match in _HEADING_AT_END.finditer(text)}
    yield from (one.at for one in labels if one.unit != "条" and one.at in ends)
    articles = list(_counted(text, [one for one in labels if one.unit == "条"], begun))
    if not articles:
        return
    yield from articles
    run = {text.rfind("\n", 0, at) for at in articles}
    for one in labels:
        if one.unit != "条" and text.rfind("\n", 0, one.at) in run:
            yield one.at
    for at in articles:
        yield from _headings_above(text, at)


def _under_headings(text: str, known: set[int]) -> Iterator[_Label]:
    """Articles right behind the name of a chapter or section, whatever parts the two."""
    for match in _UNDER.finditer(text):
        at = match.start("label")
        if at not in known and REFERENCE.match(text, match.end()) is None and _inside(text, at):
            yield _Label(at, match["label"], "条")


def _inside(text: str, at: int) -> bool:
    """Does something stand before this place in its line?"""
    return bool(text[text.rfind("\n", 0, at) + 1 : at].strip(GAP))


def _headings_above(text: str, at: int) -> Iterator[int]:
    """The headings that stand between the article before and this one, in its line."""
    while match := _HEADING_ABOVE.search(text, max(text.rfind("\n", 0, at) + 1, at - _LONGEST_HEADING), at):
        at = match.start("heading")
        yield at


def _counted(text: str, labels: Sequence[_Label], begun: dict[Number, int]) -> Iterator[int]:
    """The places of the labels that count on from the article before them, when no line begins with their number.

    A number that the text does not have is passed over, behind a full stop and where the next one follows.
    """
    inner: dict[Number, int] = {}
    numbers = sorted({*begun, *(number_of(one.label) for one in labels)})
    opened = min(begun.values(), default=sys.maxsize)
    second = max((one.at for one in labels if number_of(one.label) == (2, 0)), default=-1)
    before = {number: lower for lower, number in pairwise([(0, 0), *numbers])}
    for at, label, _ in labels:
        number = number_of(label)
        if number in begun or number in inner:
            continue
        lower = before[number]
        last = begun.get(lower, inner.get(lower, -1))
        follows = (number[0] + 1, 0)
        if number == (1, 0):
            counts = at < opened and at < max(second, begun.get(follows, -1))
        else:
            later = begun.get(follows, at + 1)
            jump = number[0] - lower[0]
            counts = 0 <= last < at < later and (
                jump <= 1
                or (jump <= _WIDEST_GAP and follows in before and text[_bare_end(text, 0, at) - 1] in _STOPS)
            )
        if counts:
            inner[number] = at
            yield at


def _may_begin(text: str, match: re.Match[str]) -> bool:
    """Can an article or a chapter begin here, by what stands before and behind the label?"""
    label, end, begin = match["label"], match.end("label"), match.start("label")
    while begin and text[begin - 1] in GAP:
        begin -= 1
    gap = begin < match.start("label")
    if not begin or text[begin - 1] == "\n" or REFERENCE.match(text, end):
        return False
    if not match["after"] and match["unit"] != "条" and not gap:
        return False
    first = number_of(label) == (1, 0)
    if text[begin - 1] in _ENDED or (first and text[begin - 1] in "：:"):
        return True
    named = _NAMED.search(text, max(begin - _LOOK_BACK, 0), begin) is not None
    spaced = gap and bool(match["after"])
    row = "\t" in text[begin : match.start("label")] + match["after"]  # a cell of a table
    if match["unit"] == "条" and spaced and not row and text[begin - 1] not in _CITES:
        return True
    apart = bool(match["after"]) or (first and named and _is_behind_title(text, begin))
    return (first and named and "条" in label and apart) or (
        spaced and (named or _under_chapter(text, begin))
    )


def _is_behind_title(text: str, at: int) -> bool:
    """Does nothing but what can be a title, with its note, stand in the line before this place?"""
    begin = max(at - _LONGEST_FRONT, 0)
    line = text.rfind("\n", begin, at) + 1
    return (line > 0 or begin == 0) and not _MARKS.search(text, line, at)


def _under_chapter(text: str, at: int) -> bool:
    """Does the name of a chapter or section stand before this place: 第二章 保护 第三条?"""
    before = text[max(at - _LONGEST_NAME, 0) : at].rpartition("\n")[2]
    return re.search("[编章节][^。；：]*$", before) is not None
