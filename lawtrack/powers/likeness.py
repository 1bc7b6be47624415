"""How alike two items of a list are: what their names say beyond the mould of their office, and what they stand on."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz

from lawtrack.powers.basis import grounds

if TYPE_CHECKING:
    from lawtrack.powers.model import Power

ALIKE: Final = 80
"""Names so alike (of 100) are versions of one; less where the basis is the same."""
ALIKE_ON_SAME_GROUND: Final = 55
ALIKE_ON_OTHER_GROUND: Final = 85
"""Of what the names say beyond their mould."""
PUT_IN: Final = 6
LEAST: Final = 4
"""Characters of a name that a word is put into."""
_PLAIN: Final = re.compile(r"[\s　，。、；：,;:“”\"'（）()《》〈〉]+")
_NOTE: Final = re.compile(r"[（(][^（）()]{1,20}[）)]\s*$")
_ENTRY: Final = re.compile(
    r"(?P<before>^|[\n。；;”\"\s])[ 　]*(?:[0-9]{1,2}[.．、]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳]"
    r"|[一二三四五六七八九十]{1,3}、)(?=[ 　]*(?:《|【|[〔\[]))"
)
"""The number of an entry before its title."""
_MOULD: Final = re.compile(
    r"^对|(?:的?行为)?的?(?:行政)?(?:处罚|处理|强制措施|强制执行|许可|检查|监督检查|确认|奖励|给付|征收|裁决|备案)$|等?行为|情况"
)


@lru_cache(maxsize=1 << 16)
def plain(words: str) -> str:
    """`words` without white space and marks, which lists put in and leave out as it comes."""
    return _PLAIN.sub("", words)


@lru_cache(maxsize=1 << 16)
def plain_basis(words: str) -> str:
    r"""A cell of basis without marks, white space and the numbers of its entries (1. 2.（一）), which come and go.

    >>> plain_basis("1.《某法》第三条\n2.《某条例》第五条") == plain_basis("《某法》第三条；《某条例》第五条")
    True
    """
    return plain(_ENTRY.sub(r"\g<before>", words))


@lru_cache(maxsize=1 << 16)
def core(name: str) -> str:
    """What a name says beyond the mould of its office (对…行为的处罚) and a note behind it (（含变更）)."""
    return _MOULD.sub("", plain(_NOTE.sub("", name) or name))


class Alike(NamedTuple):
    """How alike two items are, the grounds counted in, and whether that alone makes them one."""

    score: float
    sure: bool


def likeness(old: Power, new: Power, *, alone: bool = False) -> Alike | None:
    """How alike two items of one body or on one ground are; None where nothing speaks for one item.

    Items of one office are made from one mould, so what the mould holds is compared. On one ground a word may have been
    put in, or others taken, which is sure where nothing else stands there (`alone`). On another ground a word may have
    been put in, no more, or hardly anything be different, and a reader has to look.
    """
    before, now = core(old.name), core(new.name)
    ratio = fuzz.ratio(before, now, score_cutoff=ALIKE_ON_SAME_GROUND)
    if not ratio:
        return None
    grew = is_grown(before, now)
    grounds_before, grounds_now = ground_keys(old), ground_keys(new)
    if grounds_before & grounds_now:
        return Alike(ratio + 20 + 10 * grew, grew or alone)
    titles = {title for title, _ in grounds_before} & {title for title, _ in grounds_now}
    if grew:
        return Alike(ratio + 10 + 5 * bool(titles), not (grounds_before and grounds_now))
    if grounds_before and grounds_now:
        return Alike(ratio, sure=False) if ratio >= ALIKE_ON_OTHER_GROUND else None
    return Alike(ratio, sure=False) if fuzz.ratio(plain(old.name), plain(new.name)) >= ALIKE else None


def is_grown(before: str, now: str) -> bool:
    """Is one the other with a word put in, at one place?

    >>> is_grown("擅自占用道路", "擅自占用城市道路"), is_grown("擅自占用道路", "擅自挖掘道路")
    (True, False)
    """
    short, long = sorted((before, now), key=len)
    if len(short) < LEAST or len(long) > max(2 * len(short), len(short) + PUT_IN):
        return False
    return _shared(short, long) + _shared(short[::-1], long[::-1]) >= len(short)


def _shared(one: str, other: str) -> int:
    """How many characters the two begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (mine, theirs) in enumerate(pairs) if mine != theirs), min(len(one), len(other)))


def ground_keys(item: Power) -> frozenset[tuple[str, str]]:
    """The provisions that an item stands on, as (title, place)."""
    return _keys(item.basis)


@lru_cache(maxsize=1 << 15)
def _keys(basis: str) -> frozenset[tuple[str, str]]:
    return frozenset((ground.title, ground.label) for ground in grounds(basis))


def may_share_a_code(old: Power, new: Power) -> bool:
    """May one code stand for both, or was it used again for something else?"""
    if plain(old.basis) and plain(old.basis) == plain(new.basis):
        return True
    return (
        likeness(old, new) is not None or fuzz.ratio(core(old.name), core(new.name)) >= ALIKE_ON_SAME_GROUND
    )
