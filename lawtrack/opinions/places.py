"""Places as people write them into a column by hand, spelled as the norms do: 3（1）, 2第2款, 1-3条, 3(1)(2)、4.

A place is an article, a paragraph, an item and a point, each with or without its 第 and its unit; several stand side by
side or as a range. What is not wholly of this form is left as it is, so that nothing is guessed.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from lawtrack.law import NUMERAL_CLASS, number_of, to_chinese
from lawtrack.patterns import compile_on_use

_N: Final = rf"[{NUMERAL_CLASS}]{{1,6}}"
_BRACKETED: Final = rf"[（(]{_N}[)）]"
_PIECE: Final = compile_on_use(
    rf"(?:(?:第?(?P<article>{_N})条(?P<branch>之[一二三四五六七八九十])?)|(?P<bare>第?{_N}(?=第|[（(]|$)))?"
    rf"(?:第?(?P<paragraph>{_N}|{_BRACKETED})款)?"
    rf"(?:第?(?P<item>{_N}|{_BRACKETED})项|(?P<bracketed>{_BRACKETED}))?"
    rf"(?:第?(?P<point>{_N}|{_BRACKETED})目)?"
    rf"(?:(?<=[条款])第?(?P<open>{_N}|{_BRACKETED}))?"
)
_ONE_AHEAD: Final = (
    rf"第?[ 　]?{_N}[ 　]?条(?:之[一二三四五六七八九十])?(?:[ 　]?第?[ 　]?{_N}[ 　]?款)?"
    rf"(?:第?(?:{_N}|{_BRACKETED})项|{_BRACKETED})?"
)
_AHEAD: Final = compile_on_use(rf"{_ONE_AHEAD}(?:[、和及与至到]{_ONE_AHEAD})*")
_JOIN: Final = re.compile(
    r"[、，,；;/]|以及|和|及|与|(?:至|到|[-—–－~～]{1,2})(?=第|[（(]|[0-9]|[一二三四五六七八九十])"
)
_OF_DRAFT: Final = re.compile(
    r"^(?:对|关于|针对)?(?:本?《[^》]{1,60}》|(?:修订|修正)?草案|征求意见稿|送审稿|本?(?:条例|办法|规定))?(?:（[^（）]{1,12}）)?(?:的|中的?)?(?=[第（(0-9一二三四五六七八九十])"
)
_AFTER: Final = re.compile(r"(?<=[条款项目)）0-9])(?:的?(?:规定|内容|表述|意见|修改意见)|中|处|里|上)$")
"""What people write around a place: 草案第三条, 第三条规定."""
_RANGE: Final = frozenset("至到-—–－~～")
_BETWEEN: Final = re.compile(rf"(?<=[)）])(?={_BRACKETED})")
_MIXED: Final = re.compile(
    r"^(?:([一二三四五六七八九十百]+)[、，,]第?([0-9]{1,2})([款项])|([0-9]{1,3})[、，,]第?([一二三四五六七八九十]+)([款项]))$"
)
"""二、2款: two kinds of numerals, so the first is an article's."""
_SECTION: Final = re.compile("§[ ]?([0-9]{1,3})")
_LEVELS: Final = ("article", "paragraph", "item", "point")
_UNITS: Final = dict(zip(_LEVELS, "条款项目", strict=True))


class _Place(NamedTuple):
    """One place: the level and number of each of its steps; a bare number has the level ""."""

    steps: tuple[tuple[str, str], ...]


def spelled(words: str) -> str:
    """The places in `words` as the norms write them; `words` where they are not wholly places.

    A word for the text before a place, and 规定 or the like behind it, go unsaid.

    >>> spelled("3（1）"), spelled("2第2款"), spelled("1-3条"), spelled("2(1)(2)、4")
    ('第三条第一项', '第二条第二款', '第一条至第三条', '第二条第一项、第二条第二项、第四条')
    """
    plain = _MIXED.sub(lambda one: f"第{one[1] or one[4]}条第{one[2] or one[5]}{one[3] or one[6]}", words)
    parts = _split(_SECTION.sub(r"第\1条", _BETWEEN.sub("、", plain)))
    places = [_read(piece) for piece, _ in parts]
    if not places or any(place is None for place in places):
        return words
    known = [place for place in places if place is not None]
    whole = _completed(known)
    return "".join(
        ("" if not at else "至" if join[:1] in _RANGE else "、") + _written(place)
        for at, (place, (_, join)) in enumerate(zip(whole, parts, strict=True))
    )


def _split(words: str) -> list[tuple[str, str]]:
    """Each place with what joins it to the one before."""
    parts, at, join = [], 0, ""
    for match in _JOIN.finditer(words):
        parts.append((_bare(words[at : match.start()]), join))
        at, join = match.end(), match.group()
    return [*parts, (_bare(words[at:]), join)]


def _bare(piece: str) -> str:
    """The place without what stands around it."""
    return _AFTER.sub("", _OF_DRAFT.sub("", piece))


def place_ahead(words: str, start: int) -> int:
    """The end of the place with an article that begins there, as people write it: 第5条(2) in 第5条(2)建议删去; `start` for none.

    >>> place_ahead("第5条(2)建议删去", 0), place_ahead("建议删去", 0)
    (6, 0)
    """
    match = _AHEAD.match(words, start)
    return match.end() if match else start


def _read(piece: str) -> _Place | None:
    match = _PIECE.fullmatch(piece)
    if not match or not piece:
        return None
    if match["bare"] is not None:
        first = ("" if match.end("bare") == len(piece) else "article", match["bare"].strip("第"))
        steps = [first]
    elif match["article"]:
        steps = [("article", match["article"] + (match["branch"] or ""))]
    else:
        steps = []
    item = match["item"] or match["bracketed"]
    inner = (
        ("paragraph", match["paragraph"]),
        ("item", item),
        ("point", match["point"]),
        ("", match["open"]),
    )
    return _Place((*steps, *((level, number.strip("（()）")) for level, number in inner if number)))


def _completed(places: list[_Place]) -> list[_Place]:
    """Bare numbers with the unit of the next place, and places that lean on the one before with its outer steps."""
    unit = "article"
    named: list[_Place] = []
    for place in reversed(places):
        steps = tuple((level or unit, number) for level, number in place.steps)
        unit = steps[0][0] if not place.steps[0][0] or len(steps) == 1 else "article"
        named.insert(0, _Place(steps))
    whole: list[_Place] = []
    for place in named:
        outer = _LEVELS.index(place.steps[0][0])
        before = whole[-1].steps if whole else ()
        lent = tuple(step for step in before if _LEVELS.index(step[0]) < outer)
        whole.append(_Place((*lent, *place.steps)))
    return whole


def _written(place: _Place) -> str:
    return "".join(_step(level, number) for level, number in place.steps)


def _step(level: str, number: str) -> str:
    main, mark, branch = number.partition("之")
    value = number_of(f"第{main}条")[0]
    return f"第{to_chinese(value) if 0 < value <= 9999 else main}{_UNITS[level]}" + mark + branch
