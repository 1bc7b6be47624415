"""The words that point: 前款, 本条第一款, 第三条、第五条和第七条第二款, 第（一）项至第（三）项.

One compiled expression finds a run of pointing words; `read_run` takes it apart into pointers. What a pointer points
at is decided in `citations`, where the tree is known.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law.model import Level, Number
from lawtrack.law.numerals import NUMERAL_CLASS, to_chinese, to_int

if TYPE_CHECKING:
    from collections.abc import Sequence

LEVELS: Final = {
    "编": Level.PART,
    "分编": Level.SUBPART,
    "章": Level.CHAPTER,
    "节": Level.SECTION,
    "条": Level.ARTICLE,
    "款": Level.PARAGRAPH,
    "项": Level.ITEM,
    "目": Level.POINT,
}
UNITS: Final = {level: unit for unit, level in LEVELS.items()}
DEPTH: Final = {level: depth for depth, level in enumerate(LEVELS.values())}

_N: Final = f"[{NUMERAL_CLASS}]{{1,12}}"
# a unit that goes on as another word is none: 条例, 条件, 项目, 章程, 节能, 款项, 目标
_UNIT: Final = (
    "(?:分编|编(?![号制组写者辑造程排纂译审队码剧外内])|章(?![程节鱼])|节(?![能点约目假课日奏拍])"
    "|条(?![例件款目])(?!约(?!定))|款(?![项式型待])|项(?![目下链圈])|目(?![标录击睹]|的地))"
)
_GAP: Final = "[ \\t　]{0,4}"
_BRANCH: Final = "(?:之[一二三四五六七八九十]{1,3})?"
_BRACKETED: Final = rf"[（(]{_GAP}{_N}{_GAP}[）)]"
_JOIN: Final = rf"{_GAP}(?:、|，(?=第)|,(?=第)|以及|及|和|与|或者|或|至|到|[-—－~～]{{1,2}}){_GAP}"
_SAME: Final = "(?<!合)同(?=[条款](?:第|的?规定))"
_RELATIVE: Final = (
    rf"(?:(?:(?<![目之])前[一二两三四五六七八九十]{{0,2}}|(?<![以如])上一?|本|(?<!各)该|{_SAME}){_UNIT})"
)
_LISTED: Final = (
    rf"(?=(?:{_GAP}(?:[、和及至到—－~～-]{_GAP}第?(?:{_N}|{_BRACKETED})|{_BRACKETED})){{1,60}}{_GAP}{_UNIT})"
)
"""More numbers follow, the last with the unit of all: 第一、三项, 第1-3条, 第（一）（二）项."""
_STEP: Final = rf"第{_GAP}(?:{_N}{_GAP}|{_BRACKETED}{_GAP}){_UNIT}{_BRANCH}"
_SHORT: Final = (
    rf"(?<=[条款项])[一二三四五六七八九十]{{1,3}}(?:(?:款(?![式型待])|项(?![目下链圈]))"
    rf"(?=[规的所、，。；之中和或及至第一二三四五六七八九十]|$)|(?={_GAP}[、和及至到][一二三四五六七八九十、和及至到]{{0,20}}[款项](?![目下式型])))"
)
"""A number without 第 under the one before it: 第二条一款三项, 第一款一、三项."""
_NEXT: Final = (
    rf"(?:{_SHORT}|{_STEP}|第?{_GAP}{_BRACKETED}(?:{_GAP}{_UNIT}|{_LISTED}|(?=[、，的规]))|第{_N}{_LISTED})"
)
_MORE: Final = rf"(?:{_NEXT}|{_N}{_UNIT}|{_N}{_LISTED})(?:{_GAP}{_NEXT})*"
_RANGE: Final = frozenset("至到-—－~～")
THAT: Final = ("该", "同")
"""该条, 同条: the place named last before."""


@cache
def run_expression() -> re.Pattern[str]:
    """A run of pointing words: a pointer and those joined to it by 、和及或至. Compiled on first use, as it takes a while."""
    return re.compile(
        rf"(?=[前上本该同第（(])"
        rf"(?:{_RELATIVE}|{_STEP}|第{_GAP}(?:{_N}|{_BRACKETED}){_LISTED}|{_BRACKETED}(?:{_LISTED}|{_GAP}项(?!目)))"
        rf"(?:{_GAP}{_NEXT})*(?:{_JOIN}{_MORE})*"
    )


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<relative>{_RELATIVE})"
        rf"|(?P<numeral>第?{_GAP}(?:{_BRACKETED}|{_N})){_GAP}(?P<unit>{_UNIT})?(?P<branch>{_BRANCH})"
        rf"|(?P<join>{_JOIN})"
    )


def numeral(number: int) -> str:
    """The number in Chinese; in figures where no text counts so far.

    >>> numeral(12)
    '十二'
    """
    return to_chinese(number) if number <= 9999 else str(number)


class Step(NamedTuple):
    """One number of a pointer: 第三项 is `Step(Level.ITEM, (3, 0), "第三项")`."""

    level: Level
    number: Number
    words: str

    @property
    def label(self) -> str:
        """The step as the norms print it, whatever the source has.

        >>> Step(Level.ITEM, (3, 0), "第（三）项").label
        '第三项'
        """
        main, branch = self.number
        return f"第{numeral(main)}{UNITS[self.level]}" + (f"之{numeral(branch)}" if branch else "")


class Pointer(NamedTuple):
    """One place named: where the words stand, 前款 or the like, the steps, and for a range the steps of its end.

    Steps that the words leave out because the pointer before has them (第三条第一款、*第二款*) are filled in:
    `carried` says how many.

    >>> from lawtrack.law import read_run
    >>> words = "第三条第一款、第二款"
    >>> [(pointer.label, pointer.carried) for pointer in read_run(words, 0, len(words))]
    [('第三条第一款', 0), ('第三条第二款', 1)]
    """

    start: int
    end: int
    relative: str
    steps: tuple[Step, ...]
    until: tuple[Step, ...] = ()
    carried: int = 0

    @property
    def label(self) -> str:
        """The place as the norms print it."""
        first = self.relative + "".join(step.label for step in self.steps)
        shared = len(self.until) - 1 if self.until[:-1] == self.steps[:-1] else 0
        return first + ("至" + "".join(step.label for step in self.until[shared:]) if self.until else "")


def read_run(text: str, start: int, end: int) -> list[Pointer]:
    """The pointers of a run that `run_expression` found at text[start:end].

    >>> words = "第三条、第五条至第七条和第九条第二款、第三款"
    >>> [pointer.label for pointer in read_run(words, 0, len(words))]
    ['第三条', '第五条至第七条', '第九条第二款', '第九条第三款']
    """
    tokens = list(_token().finditer(text, start, end))
    levels = _levels(tokens)
    pointers: list[Pointer] = []
    at = 0
    while at < len(tokens):
        stop = next(
            (i for i in range(at, len(tokens)) if tokens[i]["join"] or _beside(levels, i, at)), len(tokens)
        )
        chain = _chain(tokens[at:stop], levels[at:stop], pointers[-1] if pointers else None)
        joined = (tokens[at - 1]["join"] or "").strip() if at else ""
        ranged = joined[:1] in _RANGE and bool(pointers)
        if ranged and not pointers[-1].until:
            pointers[-1] = pointers[-1]._replace(end=chain.end, until=chain.steps)
        else:
            pointers.append(chain)
        at = stop + 1 if stop < len(tokens) and tokens[stop]["join"] else stop
    return pointers


def _beside(levels: Sequence[Level | None], at: int, first: int) -> bool:
    """Does another number of the same level begin here without a join, as in 第（一）（二）项?"""
    return at > first and levels[at] is not None and levels[at] == levels[at - 1]


def _levels(tokens: Sequence[re.Match[str]]) -> list[Level | None]:
    """Each token's level; a number without a unit (第一、二项) takes that of the next number that has one."""
    levels: list[Level | None] = []
    following: Level | None = None
    for token in reversed(tokens):
        if token["join"] or token["relative"]:
            levels.append(None)
            continue
        if token["unit"]:
            following = LEVELS[token["unit"]]
            levels.append(following)
        else:
            bracketed = token["numeral"][-1] in "）)"
            levels.append(Level.ITEM if bracketed or following is None else following)
    return levels[::-1]


def _chain(
    tokens: Sequence[re.Match[str]], levels: Sequence[Level | None], before: Pointer | None
) -> Pointer:
    relative = tokens[0]["relative"] or ""
    steps = tuple(
        Step(level, _number(token), token.group())
        for token, level in zip(tokens, levels, strict=True)
        if level is not None
    )
    carried: tuple[Step, ...] = ()
    if before and not relative and steps:
        outer = DEPTH[steps[0].level]
        carried = tuple(step for step in before.until or before.steps if DEPTH[step.level] < outer)
        if before.relative and DEPTH[level_of_relative(before.relative)] < outer:
            relative = before.relative
    return Pointer(tokens[0].start(), tokens[-1].end(), relative, carried + steps, carried=len(carried))


def level_of_relative(relative: str) -> Level:
    """What a relative word names: a paragraph for 前款, an article for 本条.

    >>> level_of_relative("前两款")
    <Level.PARAGRAPH: 'paragraph'>
    """
    return LEVELS["分编" if relative.endswith("分编") else relative[-1]]


def _number(token: re.Match[str]) -> Number:
    branch = token["branch"]
    numeral = "".join(token["numeral"].split()).strip("第（）()")
    return to_int(numeral), to_int(branch[1:]) if branch else 0
