"""How many items a list says it has, held against how many were read: 合计130项, 行政许可（共12项）."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lawtrack.messages import translate
from lawtrack.powers.model import Doubt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.powers.model import Power

_COUNT: Final = re.compile(
    r"(?<![0-9])([0-9]{1,5})[ 　]*[项条]|[（(][共计]?([0-9]{1,5})[）)]$|^([0-9]{1,5})$"
)


@dataclass(slots=True)
class Stated:
    """A number that a row states: of the items from `begins` to `ends`, or, of a sum, from any of `begins`."""

    row: int
    words: str
    number: int
    begins: tuple[int, ...]
    ends: int = -1

    def doubt(self, items: Sequence[Power]) -> Doubt | None:
        """What to look at, where neither the items nor their main items are as many."""
        counts = []
        for begin in self.begins:
            told = items[begin : self.ends if self.ends >= 0 else len(items)]
            counts += [len(told), len({(item.body, item.main or item.name) for item in told})]
        if self.number in counts:
            return None
        words = translate("powers.counted-here", words=self.words, count=counts[0])
        return Doubt("powers.count-differs", self.row, words)


@dataclass(slots=True)
class Tally:
    """The numbers of one list as they are met; a group's holds until the next of its kind begins.

    >>> tally = Tally()
    >>> tally.group(3, "行政许可（共2项）", 0, deep=True)
    >>> [doubt.words for doubt in tally.doubts([])]
    ['行政许可（共2项），读入0项']
    """

    stated: list[Stated] = field(default_factory=list)
    open: dict[bool, Stated] = field(default_factory=dict)
    sums: list[int] = field(default_factory=lambda: [0])

    def table(self, items: int) -> None:
        """Another table begins after so many items."""
        self._close(items, deep=False)
        self.sums.append(items)

    def group(self, row: int, words: str, items: int, *, deep: bool) -> None:
        """A group begins after so many items: a kind's where it is `deep`, else a department's."""
        self._close(items, deep=deep)
        number = _number([words])
        if number is not None:
            self.open[deep] = Stated(row, words, number, (items,))
            self.stated.append(self.open[deep])

    def total(self, row: int, cells: Sequence[str], items: int) -> None:
        """A sum stands after so many items: of the whole list, of the table, or since the last sum."""
        number = _number(cells)
        if number is not None:
            words = " ".join(dict.fromkeys(filter(None, cells)))
            self.stated.append(Stated(row, words[:60], number, tuple(dict.fromkeys(self.sums)), items))
            self.sums.append(items)

    def doubts(self, items: Sequence[Power]) -> list[Doubt]:
        """The numbers that do not agree with what was read."""
        return [doubt for one in self.stated if (doubt := one.doubt(items))]

    def _close(self, items: int, *, deep: bool) -> None:
        for level in (True,) if deep else (True, False):
            if level in self.open:
                self.open.pop(level).ends = items


def _number(cells: Sequence[str]) -> int | None:
    """The one number of items that the cells state; None for none and for several."""
    found = {next(filter(None, match.groups())) for cell in cells for match in _COUNT.finditer(cell)}
    return int(found.pop()) if len(found) == 1 else None
