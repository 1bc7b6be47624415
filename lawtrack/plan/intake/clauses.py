"""The clauses of a sentence in running words that say more of its projects: units, stages, dates, and whose they are.

A clause without a title belongs to the titles before it, as far as the next semicolon; a time that stands alone ahead of a
verb belongs to the titles behind it. Where several could be meant, the clause is told instead.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.plan.intake.wording import UNIT, WHEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.plan.intake.runs import Run

_WHO: Final = (
    r"起草(?=$|[，。；、]|工作|单位|部门|责任)|牵头|负责|承办|(?:起草|责任|提请|提案)(?:单位|部门|主体)"
)
_WHOLE_YEAR: Final = re.compile(
    r"(?:\d{4}年)?(?:年内|全年|年度)|\d{4}年(?!\d{1,2}月|[上下]半年|第?[一二三四]季度|年?[底末初])"
)
_INFO: Final = re.compile(f"{WHEN.pattern}|{_WHO}")
_ALONE: Final = re.compile(rf"(?:在|于|力争|争取|计划|拟|将)*(?:{WHEN.pattern})(?:前|之前|以前)?")
_EACH: Final = re.compile("分别|各由")
_ALL: Final = re.compile("均由|都由|均|全部由")
"""Said of every project since the last semicolon."""


_BRACKET: Final = re.compile(r"[（(]([^（()）]*)[)）]")
_INSIDE: Final = "\0"
"""Before a clause that stands in a bracket behind a verb: 《甲》《乙》的修订（市水务局，5月）."""


def _opened(bracket: re.Match[str]) -> str:
    """The clauses of a bracket as clauses of the sentence."""
    return "，" + "，".join(f"{_INSIDE}{clause}" for clause in re.split("[，,；;]", bracket[1])) + "，"


class Said(NamedTuple):
    """For each run the clauses that say something of it; those of which nobody can tell."""

    by_run: list[tuple[str, ...]]
    loose: list[str]


def says_more(clause: str) -> bool:
    """Does a clause name a unit or a time within the year?

    >>> says_more("由市水务局起草"), says_more("年内提请审议"), says_more("6月提请审议")
    (True, False, True)
    """
    return _INFO.search(_WHOLE_YEAR.sub("", clause)) is not None


def clauses_said(sentence: str, runs: Sequence[Run]) -> Said:
    """The clauses around the runs of a sentence, each given to the run that it speaks of."""
    if not runs:
        return Said([], [])
    own: list[list[str]] = [[] for _ in runs]
    later: list[list[str]] = [[] for _ in runs]
    loose: list[str] = []
    bounds = [0, *(run.end for run in runs), len(sentence)]
    starts = [*(run.start for run in runs), len(sentence)]
    ahead = ""
    for at, start in enumerate(starts):
        pieces = re.split("[，：]|(?=；)", _BRACKET.sub(_opened, sentence[bounds[at] : start]))
        for number, piece in enumerate(pieces):
            first, last = number == 0 and at > 0, number == len(pieces) - 1 and at < len(runs)
            words = piece.strip(f"；。 、{_INSIDE}")
            if not (says_more(words) or (piece.startswith(_INSIDE) and UNIT.fullmatch(words))):
                continue
            if last and not first:
                own[at].append(words)
            elif first and not last:
                own[at - 1].append(words)
            elif first and last:
                loose.append(words)
            elif at < len(runs) and number == len(pieces) - 2 and _ALONE.fullmatch(words):
                ahead = words
            elif at and not any(one.startswith("；") for one in pieces[: number + 1]):
                later[at - 1].append(words)
            else:
                loose.append(words)
        if ahead and at < len(runs):
            near = pieces[-1].strip("；。 、")
            own[at] = [*(one for one in own[at] if one != near), ahead + near]
            ahead = ""
    return _shared(sentence, runs, own, later, loose)


def _shared(
    sentence: str, runs: Sequence[Run], own: list[list[str]], later: list[list[str]], loose: list[str]
) -> Said:
    """What follows several runs of one stretch may be said of all of them or of the last: that is told."""
    for at, clauses in enumerate(later):
        before = at - 1
        alone = before < 0 or "；" in sentence[runs[before].end : runs[at].start]
        every = any(map(_ALL.search, clauses))
        if every and not any(map(_EACH.search, clauses)):
            first = at
            while first and "；" not in sentence[runs[first - 1].end : runs[first].start]:
                first -= 1
            for each in range(first, at + 1):
                own[each] += clauses
        elif clauses and (not (alone or own[before] or later[before]) or any(map(_EACH.search, clauses))):
            loose += clauses
        else:
            own[at] += clauses
    return Said([tuple(clauses) for clauses in own], loose)
