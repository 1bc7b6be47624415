"""The basis of a power, taken apart: titles with their articles and the words quoted, numbered 1. 2. 3. or not."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from lawtrack.law import read_run, run_expression

_TITLE: Final = re.compile(r"《((?:[^《》\n]|《[^《》\n]{1,80}》){2,120})》")
_NOTE: Final = re.compile(r"\s*[（(][^（）()\n]{1,60}[）)]")
_QUOTE: Final = re.compile(r"^[\s　:：,，]*[“\"]?")
_QUOTATION: Final = re.compile(r"[条款项目定][\s　:：]*“[^“”\n]{1,2000}”")
"""The words of a provision: what they cite (依照《某法》第八条处罚) is no ground of its own."""
_UNMARKED: Final = re.compile(
    r"(?:^|[\s、，,；;。：:.．]|依据|根据|[依按]照)(?P<title>[一-鿿]{1,40}?(?:法|条例|办法|规定|细则|规则|决定))"
    r"(?=(?:[（(][^（）()\n]{1,60}[）)])?[ 　]*第[ 　]?[〇零一二三四五六七八九十百0-9]{1,5}[ 　]?条)"
)
"""A title without marks right before its article, where a cell marks none."""
_GAP: Final = re.compile(r"[\s　的中之:：]*(?:规定)?[\s　:：]*")
"""What may stand between a title and its article."""
_FURTHER: Final = re.compile(r"(?:(?P<line>\n)|[。”\"；;])[\s　、，,；;和及]*(?=第)")
"""Where a further article of the same instrument may begin: on a line of its own, or behind what was quoted."""
_BEGINS: Final = re.compile(r"[\s　:：“\"]|$")
"""What stands behind an article that is quoted from: 第五条：…, 第五条　…."""


class Ground(NamedTuple):
    """One provision that a power stands on: the instrument's title, the place ("" for the whole), the words quoted.

    >>> from lawtrack.powers import grounds
    >>> grounds("《某市公园条例》第五条")
    (Ground(title='某市公园条例', label='第五条', quote=''),)
    """

    title: str
    label: str
    quote: str


def grounds(basis: str) -> tuple[Ground, ...]:
    r"""What a cell of basis names, in order.

    >>> grounds("1.《某法》（2018年修正）第三条第一款：“应当登记。”\n2.《某市条例》第五条、第六条")[0]
    Ground(title='某法', label='第三条第一款', quote='应当登记。')
    """
    inside = [match.span() for match in _QUOTATION.finditer(basis)]
    marked = [
        (match[1], match.start(), match.end())
        for match in _TITLE.finditer(basis)
        if not any(start < match.start() < end for start, end in inside)
    ]
    titles = marked or [(match["title"], *match.span("title")) for match in _UNMARKED.finditer(basis)]
    cited = []
    for (title, _, begin), (_, end, _) in zip(titles, [*titles, ("", len(basis), 0)][1:], strict=True):
        if note := _NOTE.match(basis, begin, end):
            begin = note.end()  # noqa: PLW2901 - behind （2018年修正）
        first = run_expression().search(basis, begin, min(end, begin + 24))
        if first is None or not _GAP.fullmatch(basis, begin, first.start()):
            cited.append(Ground(title, "", _quoted(basis[begin:end])))
            continue
        runs = [(first.start(), first.end()), *_further(basis, first.end(), end)]
        for (_, stop), (after, _) in zip(runs, [*runs[1:], (end, 0)], strict=True):
            cited += _at(title, basis[begin:stop], _quoted(basis[stop:after]))
            begin = after  # noqa: PLW2901 - the next article of the same instrument
    return tuple(cited)


def _at(title: str, words: str, quote: str) -> list[Ground]:
    """The grounds of the places that `words` end with; a quotation behind several is nobody's."""
    run = run_expression().search(words)
    pointers = (
        [pointer for pointer in read_run(words, run.start(), run.end()) if pointer.steps] if run else []
    )
    return [Ground(title, pointer.label, quote if len(pointers) == 1 else "") for pointer in pointers]


def _further(basis: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Where further articles of the same instrument stand: 第五条：“…”、第六条：“…”."""
    found = []
    for match in _FURTHER.finditer(basis, begin, end):
        run = run_expression().match(basis, match.end(), end)
        if run and (match["line"] or _BEGINS.match(basis, run.end())):
            found.append(run.span())
    return found


def _quoted(words: str) -> str:
    """The words quoted behind a place, without the number of the next entry."""
    plain = _QUOTE.sub("", words).strip()
    plain = re.sub(r"[\s;；,，。]*(?:\n|\s)?[0-9一二三四五六七八九十]{1,2}[.、．]\s*$", "", plain)
    plain = re.sub(r"”[\s、，,；;和及]+$", "", plain)
    return plain.strip('”" 　')
