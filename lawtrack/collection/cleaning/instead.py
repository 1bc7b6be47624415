"""What a citation is to say instead, as far as that is certain: its new number, and the law's new name before it.

    《某省燃气条例》第二条第一项和第三项        →  《某省燃气安全条例》第三条第一项和第二项

第三项 leaves out what the citation before it says, so it is rewritten with that one or not at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law import read_run, run_expression

if TYPE_CHECKING:
    from collections.abc import Sequence

NEAR: Final = 3
"""Characters between two citations of one enumeration (、, 和, 或者)."""
_STEP: Final = re.compile(r"第[^第]+")
_GAP: Final = re.compile(r"(?:[（(][^（）()\n]{1,40}[）)])?[ 　]*(?:中的?|的)?[ 　]*$")
_NATION: Final = "中华人民共和国"
THAT: Final = ("该", "同")
"""该条, 同条第二款: counted from the place named before, however far that is."""


class Place(NamedTuple):
    """A citation as the text has it and where its provision stands now; `instead` is "" where nothing is certain."""

    start: int
    end: int
    words: str
    label: str
    now: str
    instead: str = ""

    @property
    def leans(self) -> bool:
        """Do the words leave out what the citation before them says?"""
        return spelled(self.words) != self.label and _bare(self.words) != _bare(self.label)


def _bare(words: str) -> str:
    """A place without brackets, blanks, 第 and the last step's name, which 第六条第（一）、（三）项 says once for both."""
    return re.sub(r"[（）()第 　]|(?<=.)[条款项目]$", "", words)


def spelled(words: str) -> str:
    """The place as the norms print it, of words that name it whole or in part; "" for what is none.

    >>> spelled("第 3 条第（二）项"), spelled("第三项")
    ('第三条第二项', '第三项')
    """
    run = run_expression().match(words)
    pointers = read_run(words, 0, run.end()) if run else []
    return pointers[0].label if len(pointers) == 1 else ""


def rewritten(place: Place, before: Place | None) -> Place:
    """The place with what it is to say instead; `before` is the citation before it in the same clause, rewritten.

    >>> first = rewritten(Place(0, 6, "第二条第一项", "第二条第一项", "第三条第一项"), None)
    >>> first.instead, rewritten(Place(7, 10, "第三项", "第二条第三项", "第三条第二项"), first).instead
    ('第三条第一项', '第二项')
    >>> rewritten(Place(20, 25, "该条第三项", "第二条第三项", "第三条第二项"), first).instead
    '该条第二项'
    """
    if not place.leans:  # 第（一）项 stays as it is printed where its number does
        as_printed = place.now in {spelled(place.words), place.label if not spelled(place.words) else ""}
        return place._replace(instead=place.words if as_printed else place.now)
    was, now = _STEP.findall(place.label), _STEP.findall(place.now)
    if place.words.startswith(THAT):
        return _that(place, before, was, now)
    own = len(_STEP.findall(spelled(place.words))) or 1  # （三）项
    if not own or before is None or not 0 <= place.start - before.end <= NEAR:
        return place
    kinds = [[step[-1] for step in steps[-own:]] for steps in (was, now)]
    if kinds[0] != kinds[1] or not before.instead:
        return place
    goes_on = _begins(before.label, was[:-own]) and _begins(before.now, now[:-own])
    return place._replace(instead="".join(now[-own:])) if goes_on else place


def _that(place: Place, before: Place | None, was: Sequence[str], now: Sequence[str]) -> Place:
    """该条, 该条第三项: it goes along where the article named before it goes; what it counts there itself is put right."""
    own = len(_STEP.findall(place.words))
    outer, there = (list(steps[: len(steps) - own]) for steps in (was, now))
    kinds = [[step[-1] for step in steps] for steps in (was, now)]
    if before is None or not before.instead or kinds[0] != kinds[1]:
        return place
    goes_along = _begins(before.label, outer) and _begins(before.now, there)
    counted = "".join(now[len(now) - own :])
    said = place.words[: place.words.find("第")] if own else place.words
    return place._replace(instead=said + counted) if goes_along else place


def _begins(place: str, steps: Sequence[str]) -> bool:
    """Does a place begin with these steps, so that what follows it can leave them out?"""
    return _STEP.findall(place)[: len(steps)] == steps


def renamed(place: Place, text: str, cited: str, new: str) -> Place:
    """The place with the law's new name, where its old one stands right before it.

    >>> renamed(Place(6, 9, "第三条", "第三条", "第五条", "第五条"), "依照《甲法》第三条", "甲法", "乙法").instead
    '《乙法》第五条'
    """
    gap = _GAP.search(text, max(place.start - 60, 0), place.start)
    at = gap.start() if gap else place.start
    if cited.startswith(_NATION) != new.startswith(_NATION):
        new = new.removeprefix(_NATION)
    for old, name in ((f"《{cited}》", f"《{new}》"), (cited, new)):
        if place.instead and text.endswith(old, 0, at):
            begin = at - len(old)
            kept = re.sub(r"[（(][^（）()]*[）)]", "", text[at : place.start])
            return place._replace(
                start=begin, words=text[begin : place.end], instead=name + kept + place.instead
            )
    return place


def held_back(places: Sequence[Place], certain: Sequence[bool]) -> frozenset[int]:
    """Which places are not rewritten because another of the same enumeration is not certain: old numbers beside new ones.

    >>> first = Place(0, 3, "第二条", "第二条", "第三条", "第三条")
    >>> sorted(held_back([first, Place(4, 7, "第四条", "第四条", "")], [True, False]))
    [0]
    """
    held: set[int] = set()
    run: list[int] = []
    for at, place in enumerate([*places, None]):
        if place is not None and run and 0 <= place.start - places[run[-1]].end <= NEAR:
            run.append(at)
            continue
        if not all(certain[each] for each in run):
            held.update(each for each in run if certain[each])
        run = [at]
    return frozenset(held)
