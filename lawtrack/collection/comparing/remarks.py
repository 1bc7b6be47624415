"""What is to be looked at where a draft stands beside another instrument: it shows where, it never judges.

行政处罚法 (2021) arts. 11, 12 (a local regulation stays within the law's acts, kinds and ranges), 行政许可法 (2019) art. 16,
行政强制法 arts. 10, 11. A clause of the draft is held against all clauses that treat the same, and each of its penalties
and deadlines against the one of theirs that stands among the same words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.check import amounts
from lawtrack.collection.comparing.pieces import grams
from lawtrack.collection.facts.deadlines import deadlines
from lawtrack.collection.facts.measures import licences, measures, penalty_kind
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.check import Amount
    from lawtrack.collection.facts.deadlines import Deadline

_ITEM: Final = re.compile(r"^[（(][一二三四五六七八九十百零〇]+[）)]")
_CONDUCT: Final = re.compile(
    r"；(?!(?:情节|后果|逾期|拒不|造成|没有|无违法|有违法|对单位|对个人|构成|属于|再次)[^，。；]*的?，)(?=[^，。；]{2,}的，)"
)
"""Where another conduct begins in one sentence; not a worse case of the same."""
_AROUND: Final = 14
"""Characters before and behind a deadline that say what it is for."""
_OF_ONE: Final = 0.25
"""So much of what stands around a deadline must stand around the other, if they are to be deadlines for one thing."""


class _Part(NamedTuple):
    """One conduct: `about` are its words without the sums of its fines; `penalties` are the kinds that may meet it."""

    about: str
    fines: tuple[Amount, ...]
    penalties: frozenset[str]


def remarks(words: str, beside: Sequence[str], whole: str) -> tuple[str, ...]:
    """Sentences about a draft's clause and the clauses `beside` it; `whole` is all that the other instrument says.

    >>> theirs = "由公安机关处二千元以下罚款。"
    >>> remarks("由公安机关处五千元以上罚款，可以扣押犬只。", [theirs], theirs)
    ('罚款幅度：本稿“五千元以上”，彼处“二千元以下”', '彼处没有的强制措施：扣押')
    """
    told = (*_penalties(words, beside, whole), *_measures(words, beside, whole), *_deadlines(words, beside))
    return tuple(dict.fromkeys(told))


def _penalties(words: str, beside: Sequence[str], whole: str) -> Iterator[str]:
    theirs = [part for clause in beside for part in _parts(clause) if part.fines or part.penalties]
    known = _kinds(whole)
    for part in _parts(words):
        near = [theirs[at] for at in _nearest(part.about, [other.about for other in theirs])]
        if near:
            yield from _fines(part.fines, [fine for other in near for fine in other.fines])
            known = frozenset(kind for other in near for kind in other.penalties)
        new = [kind for kind in part.penalties if kind not in known and (kind != "罚款" or not part.fines)]
        if new:
            yield translate("collection.look-penalty", words="、".join(sorted(new)))


def _parts(clause: str) -> Iterator[_Part]:
    """What a clause says of one conduct: a paragraph with its items, an item with its own fine, a part of a sentence."""
    groups: list[list[str]] = []
    for line in clause.split("\n"):
        if _ITEM.match(line) and groups:
            groups[-1].append(line)
        else:
            groups.append([line])
    apart = any(_fined(item) for _, *items in groups for item in items)
    for lead, *items in groups:
        told = [[lead, item] for item in items if _fined(item)]
        for own in told or ([[lead, *items]] if items else [[piece] for piece in _CONDUCT.split(lead)]):
            words = "\n".join(own)
            fines = _fined(words)
            about = words
            for fine in fines:
                about = about.replace(fine.words, "")
            yield _Part(about, fines, _kinds(words if apart else clause))


def _kinds(words: str) -> frozenset[str]:
    return frozenset(penalty_kind(word) for word in measures(words).get("penalty", ()))


def _fined(words: str) -> tuple[Amount, ...]:
    return tuple(amount for amount in amounts(words) if amount.fine)


def _fines(ours: Sequence[Amount], theirs: Sequence[Amount]) -> Iterator[str]:
    for amount in ours:
        same = [other for other in theirs if other.unit == amount.unit]
        if not any(_within(amount, other) for other in same):
            told = "、".join(dict.fromkeys(f"“{other.words}”" for other in same or theirs))
            there = told or translate("collection.look-no-fine")
            yield translate("collection.look-fine", ours=amount.words, theirs=there)


def _within(amount: Amount, other: Amount) -> bool:
    """Does the fine stay within the other's range?"""
    top = float("inf") if other.high is None else other.high
    own = float("inf") if amount.high is None else amount.high
    return amount.low >= other.low and own <= top


def _measures(words: str, beside: Sequence[str], whole: str) -> Iterator[str]:
    """A licence that no clause on the matter has; a coercive measure that the other instrument has nowhere."""
    new = () if any(licences(clause) for clause in beside) else licences(words)
    if new:
        yield translate("collection.look-licence", words="、".join(new))
    known = measures(whole).get("coercive", ())
    measure = [
        word for word in measures(words).get("coercive", ()) if word not in known and word not in whole
    ]
    if measure:
        yield translate("collection.look-coercive", words="、".join(measure))


def _deadlines(words: str, beside: Sequence[str]) -> Iterator[str]:
    theirs = [(limit, _around(clause, limit)) for clause in beside for limit in deadlines(clause)]
    for limit in deadlines(words):
        others = [(other, said) for other, said in theirs if other.before == limit.before]
        near = [
            others[at][0]
            for at in _nearest(_around(words, limit), [said for _, said in others], least=_OF_ONE)
        ]
        if near and not any((other.number, other.unit) == (limit.number, limit.unit) for other in near):
            told = "、".join(dict.fromkeys(f"“{other.words}”" for other in near))
            yield translate("collection.look-deadline", ours=limit.words, theirs=told)


def _around(words: str, limit: Deadline) -> str:
    end = limit.start + len(limit.words)
    return words[max(0, limit.start - _AROUND) : limit.start] + words[end : end + _AROUND]


def _nearest(words: str, others: Sequence[str], least: float = 0.0) -> list[int]:
    """Those of `others` that share the most with `words`; what many of them have says little.

    With `least` none that shares less than that part of what `words` say.
    """
    mine = frozenset(grams(words).tolist())
    sets = [frozenset(grams(other).tolist()) for other in others]
    counts = Counter(gram for each in sets for gram in each)
    worth = {gram: math.log((1 + len(sets)) / counts[gram]) + 0.1 for gram in counts}
    unknown = math.log(1 + len(sets)) + 0.1
    said = sum(worth.get(gram, unknown) for gram in mine) or 1.0
    shared = [round(sum(worth[gram] for gram in mine & each) / said, 6) for each in sets]
    best = max(shared, default=0.0)
    return [at for at, share in enumerate(shared) if share == best and share >= least]
