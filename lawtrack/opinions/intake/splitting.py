"""Several opinions in one cell or one item of a letter, told apart: 1.第三条……；2.第八条…… and 第三条……。第八条…….

What a suggestion itself numbers (建议增加三项：1.……2.……) is one opinion: the numbers of several begin the words, and a
sentence is one of its own only where it is headed with an article and asks for something.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.law import to_int
from lawtrack.opinions.intake.sentences import first_clause, headed

if TYPE_CHECKING:
    from collections.abc import Sequence

_MANNERS: Final = tuple(
    map(
        re.compile,
        (
            r"(\d{1,2})(?:[、．]|[.](?!\d))\s*",
            r"[（(](\d{1,2})[)）]\s*",
            r"([一二三四五六七八九十]{1,2})[、.．]\s*",
            r"[（(]([一二三四五六七八九十]{1,2})[)）]\s*",
            r"([一二三四五六七八九十])是\s*",
            r"([①-⑳])\s*",
        ),
    )
)
_STARTS: Final = re.compile(r"(?:^|[。；;\n])\s*")
_ALSO: Final = re.compile("(?:另外|此外|同时|还有|其次|再次|再者|最后|以及)[，,、]?")
"""Words that lead on to a further opinion."""
_ASKS: Final = re.compile(
    r"建议|不(?:够|宜|应|妥|准确|明确|一致|清|合理|完整)|歧义|修改|改[为成]|删[去除掉]?|增加?|补充|明确|调整|完善|合并|细化|应当?|要(?!求)|宜|需要?|支持|[偏过太][高低重轻多]"
)
_COLON: Final = re.compile(r"[^，。；：:]{2,16}[条款项目)）][：:]")
"""第六条：推迟。 A place with a colon heads what follows, whatever that is."""
_OPEN: Final = "“‘「《（("
_CLOSE: Final = "”’」》）)"


def opinions_in(words: str, clause: str = "") -> list[tuple[str, str]]:
    """The opinions in `words`, each as its clause ("" where it names none) and its text; [] where they are one.

    `clause` is the place that was already taken off the beginning of `words`.

    >>> opinions_in("1.第三条建议删去；2.第八条施行日期推迟。")
    [('第三条', '第三条建议删去'), ('第八条', '第八条施行日期推迟。')]
    >>> opinions_in("第三条增加两项：1.禁止露营；2.禁止垂钓。")
    []
    """
    numbered = numbered_in(words)
    if numbered and any("条" in first_clause(each) for each in numbered):
        return [(_place(each), each) for each in numbered]
    if numbered and "条" in clause and all(re.match(r"第[^条章节]{1,4}[款项]", each) for each in numbered):
        return [(clause + first_clause(each), each) for each in numbered]
    return _headed_in(words, clause)


def numbered_in(words: str) -> list[str]:
    """What is numbered from one on at the beginnings of its sentences, without the numbers; [] for anything else.

    >>> numbered_in("（1）采纳；（2）不采纳")
    ['采纳', '不采纳']
    """
    for form in _MANNERS:
        marks = [
            mark
            for start in _STARTS.finditer(words)
            if _outside(words, start.end()) and (mark := form.match(words, start.end()))
        ]
        in_order = [to_int(mark[1]) for mark in marks] == [*range(1, len(marks) + 1)]
        if len(marks) > 1 and in_order and not words[: marks[0].start()].strip():
            return _pieces(words, marks)
    return []


def _pieces(words: str, marks: Sequence[re.Match[str]]) -> list[str]:
    stops = [*(mark.start() for mark in marks[1:]), len(words)]
    return [words[mark.end() : stop].strip().rstrip("；;") for mark, stop in zip(marks, stops, strict=True)]


def _headed_in(words: str, clause: str) -> list[tuple[str, str]]:
    """Sentences that begin with an article each and ask for something."""
    starts = [
        start.end()
        for start in _STARTS.finditer(words)
        if _outside(words, start.end()) and "条" in _place(words[start.end() :], ahead=True)
    ]
    ahead = words[: starts[0]] if starts else ""
    if ahead and not _ASKS.search(ahead) and first_clause(ahead) == "":
        starts[0] = 0  # 草案很好。第三条要……；第五条要……
    elif clause and (not starts or starts[0] > 0):
        starts.insert(0, 0)
    if len(starts) < 2 or starts[0] > 0:
        return []
    pieces = [words[at:end].strip() for at, end in zip(starts, [*starts[1:], len(words)], strict=True)]
    if not all(_ASKS.search(piece) or _COLON.match(piece) for piece in pieces):
        return []
    places = [_place(each) for each in pieces]
    if clause and not places[0]:
        places[0] = clause
    return [*zip(places, pieces, strict=True)] if len(set(places)) > 1 else []


def _place(words: str, *, ahead: bool = False) -> str:
    words = words[match.end() :] if (match := _ALSO.match(words)) else words
    return headed(words)[0] or ("" if ahead else first_clause(words))


def _outside(words: str, at: int) -> bool:
    """Does that place stand outside all quotation marks and brackets?"""
    before = words[:at]
    return sum(map(before.count, _OPEN)) <= sum(map(before.count, _CLOSE))
