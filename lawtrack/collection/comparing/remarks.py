"""What is to be looked at where a draft stands beside another instrument: it shows where, it never judges.

行政处罚法 (2021) arts. 11, 12 (a local regulation stays within the law's acts, kinds and ranges), 行政许可法 (2019) art. 16,
行政强制法 arts. 10, 11.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.check import amounts
from lawtrack.collection.facts.deadlines import deadlines
from lawtrack.collection.facts.measures import measures
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.check import Amount


def remarks(words: str, there: str, whole: str) -> tuple[str, ...]:
    """Sentences about a draft's clause beside the clause `there`; `whole` is all that the other instrument says.

    >>> remarks("由公安机关处五千元以上罚款，可以扣押犬只。", "由公安机关处二千元以下罚款。", "由公安机关处二千元以下罚款。")
    ('罚款幅度：本稿“五千元以上”，彼处“二千元以下”', '彼处没有的强制措施：扣押')
    """
    return (*_fines(words, there), *_measures(words, whole), *_deadlines(words, there))


def _fines(words: str, there: str) -> Iterator[str]:
    others = [amount for amount in amounts(there) if amount.fine]
    if not others:
        return
    for amount in amounts(words):
        same = [other for other in others if other.unit == amount.unit]
        if amount.fine and same and not any(_within(amount, other) for other in same):
            theirs = "、".join(dict.fromkeys(f"“{other.words}”" for other in same))
            yield translate("collection.look-fine", ours=amount.words, theirs=theirs)


def _within(amount: Amount, other: Amount) -> bool:
    """Does the fine stay within the other's range?"""
    top = float("inf") if other.high is None else other.high
    own = float("inf") if amount.high is None else amount.high
    return amount.low >= other.low and own <= top


def _measures(words: str, whole: str) -> Iterator[str]:
    ours, theirs = measures(words), measures(whole)
    for kind in ("licence", "coercive", "penalty"):
        new = [word for word in ours.get(kind, ()) if word not in theirs.get(kind, ()) and word not in whole]
        if new and kind in {"licence", "coercive", "penalty"}:
            yield translate(f"collection.look-{kind}", words="、".join(new))


def _deadlines(words: str, there: str) -> Iterator[str]:
    theirs = deadlines(there)
    known = {(limit.number, limit.unit, limit.before) for limit in theirs}
    for limit in deadlines(words):
        same = [
            other
            for other in theirs
            if other.unit in {limit.unit, "workday", "day"} and other.before == limit.before
        ]
        if same and (limit.number, limit.unit, limit.before) not in known:
            told = "、".join(dict.fromkeys(f"“{other.words}”" for other in same))
            yield translate("collection.look-deadline", ours=limit.words, theirs=told)
