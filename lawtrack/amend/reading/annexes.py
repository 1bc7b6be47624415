"""Annexes as instructions name them: 附件2, 附表, 附件1第二项."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.reading.expressions import Expression
from lawtrack.law import NUMERAL_CLASS, to_int

if TYPE_CHECKING:
    from lawtrack.amend.model import Address

MOST: Final = 9999
"""No instrument has more articles; a greater number is a slip, and no place."""

_BELOW_ANNEX: Final = ("编", "部分", "章", "节", "条", "款", "自然段", "段", "项", "目", "句")


def in_annex(annex: Address, unit: str, number: int) -> Address:
    """附件1第二项, 附件一第三部分: the numbers below an annex are never those of the text itself."""
    rank = _BELOW_ANNEX.index(unit) if unit in _BELOW_ANNEX else 0
    above = tuple(step for step in annex.inner if _BELOW_ANNEX.index(step[0]) < rank)
    return replace(annex, inner=(*above, (unit, number)))


_ANNEX_NUMBER: Final = Expression(rf"^(附[件表录])第?[（(]?([{NUMERAL_CLASS}]+)?")


def annex_name(words: str) -> str:
    """What an annex is called, whatever the numeral: its kind and its number in Arabic figures.

    >>> annex_name("附件一"), annex_name("附件（2）："), annex_name("附表")
    ('附件1', '附件2', '附表')
    """
    label = _ANNEX_NUMBER.match(words)
    if label is None:
        return ""
    return label[1] + (str(min(to_int(label[2]), MOST)) if label[2] else "")
