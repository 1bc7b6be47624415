"""The categories that a project stands under, one within the other: 一、修改类 over （一）审议项目 over 6月.

The nearest says the category; what is to be done, the kind of instrument and the time are said by the nearest that speaks
of them. One that names two verbs (制定、修改的规章) leaves open which holds for a project without its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.messages import translate
from lawtrack.patterns import compile_on_use
from lawtrack.plan.intake.counting import miscounted, number_in
from lawtrack.plan.intake.kinds import kinds_in
from lawtrack.plan.intake.lines import acts_in, category_of
from lawtrack.plan.intake.wording import BAND, WHEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.plan.model import Action

_TIME: Final = compile_on_use(
    rf"(?!\s*\d{{4}}年\d{{1,2}}月(?:\d{{1,2}}日)?\s*$)(?=[^，]{{0,10}}(?:月|季度|半年))(?P<when>{WHEN.pattern})(?:(?:份|市|省|人大|常委会|主任|例会|会议|第[一二三四五六七八九十\d]+次|拟|计划|预计|安排|提请|报送"
    r"|完成|初次|继续|再次|审议|[一二三初]审|表决|的|项目|法规|规章|议题|草案)*|[^，。；：《》]{0,16}会议)(?:[（(]?[共计]*\d+[件部项个][)）]?)?[:：]?"
)
_OFF: Final = re.compile(
    "调整?出|移出|退出|取消|暂缓|暂不|不再|终止|撤回|搁置|未列入|不列入|已(?:经)?(?:完成|通过|出台|公布|审结)"
)
_NUMBER: Final = re.compile(r"\s*(?:\d{1,2}[.．、]|[（(]\d{1,2}[)）])")


_FIRST: Final = re.compile(r"\s*(?:一、|[（(]一[)）]|第一(?:类|部分|批))")


class Band(NamedTuple):
    """A category that was read: its line, its words, how many projects stood before it."""

    line: int
    words: str
    at: int


class Over(NamedTuple):
    """What the categories over a project say: its own, all of them from the nearest on, the words of the time."""

    category: str | None = None
    words: tuple[str, ...] = ()
    time: str = ""

    @property
    def action(self) -> Action | None:
        """What the nearest category that names a verb says is to be done; None where none does, or it names several.

        >>> Over("审议项目", ("审议项目", "修改类")).action
        'amend'
        """
        acts = acts_in(self._speaking)
        return acts.pop() if len(acts) == 1 else None

    @property
    def open_words(self) -> str:
        """The words of the category that names several verbs, where it is the nearest to name any; else "".

        >>> Over("制定、修改的规章", ("制定、修改的规章",)).open_words
        '制定、修改的规章'
        """
        return self._speaking if len(acts_in(self._speaking)) > 1 else ""

    @property
    def open_kinds(self) -> str:
        """What is to be told where the nearest category that names an instrument names several; else "".

        >>> "法规、规章调研项目" in Over("法规、规章调研项目", ("法规、规章调研项目",)).open_kinds
        True
        """
        words = next((words for words in self.words if kinds_in(words)), "")
        return translate("plan.kind-assumed", words=words) if len(kinds_in(words)) > 1 else ""

    @property
    def _speaking(self) -> str:
        return next((words for words in self.words if acts_in(words)), "")


class Bands:
    """The categories of a plan while its lines are read."""

    def __init__(self) -> None:
        self.all: list[Band] = []
        self.title = ""
        self._open: list[Band] = []

    def add(self, line: int, words: str, at: int) -> None:
        """A category begins: those of its own manner, and what stood below them, end.

        The first of a count (（一）) right below another category stands under that one, and not under what is over it.
        """
        band = Band(line, words, at)
        alike = [number for number, one in enumerate(self._open) if _manner(one.words) == _manner(words)]
        kept = []
        if (
            alike
            and _FIRST.match(words)
            and self._open[-1].at == at
            and self._open[-1].line == self.all[-1].line
        ):
            kept = [self._open[-1]] if _manner(self._open[-1].words) != _manner(words) else []
        self._open[alike[0] if alike else len(self._open) :] = [*kept, band]
        self.all.append(band)

    def is_off(self) -> bool:
        """Does what stands below belong to no plan: 调整出计划的项目, 已完成的项目?"""
        return any(_OFF.search(one.words) for one in self._open)

    def over(self) -> Over:
        """What the categories at hand say."""
        nearest = [*reversed(self._open)]
        time = nearest[0].words if nearest and is_time(nearest[0].words) else ""
        named = [name for one in nearest if not is_time(one.words) and (name := category_of(one.words))]
        title = [self.title] if acts_in(self.title) - {"enact"} else []
        return Over(named[0] if named else None, (*named, *title), time)

    def miscounted(self, count: int) -> Iterator[tuple[int, str]]:
        """The lines of categories that name another number of projects than stand under them, and what is to be told.

        A category goes as far as the next one, or as the next that is numbered in the same manner (一、 over （一）).
        """
        for at, band in enumerate(self.all):
            said = number_in(band.words)
            if said is None:
                continue
            later = self.all[at + 1 :]
            alike = [one.at for one in later if _manner(one.words) == _manner(band.words)]
            ends = {(later[0].at if later else count), (alike[0] if alike else count)}
            read = {end - band.at for end in ends}
            if told := miscounted(band.words, said, min(read, key=lambda each: abs(each - said))):
                yield band.line, told


def is_time(words: str) -> bool:
    """Is a line nothing but a time over what comes up then: （一）6月, 4月常委会会议审议：?

    >>> is_time("（一）6月"), is_time("4月常委会会议审议："), is_time("审议项目"), is_time("6月底前完成《甲条例》")
    (True, True, False, False)
    """
    match = BAND.fullmatch(words)
    return _TIME.fullmatch(_NUMBER.sub("", match["words"] if match else words.strip())) is not None


def _manner(words: str) -> str:
    if is_time(words):
        return "time"
    match = BAND.fullmatch(words)
    return re.sub("[一二三四五六七八九十]+", "", words[: match.start("words")]).strip() if match else "-"
