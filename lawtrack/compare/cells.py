"""Cells of a table's rows: a value that stands in another column is a change, though no word of the row changed.

A text keeps a row as one line with tabs between its cells. A tab is white space and folds away; where both texts have
cells, it counts: 十元 under 下限 is another rule than 十元 under 上限. A row that one text has with tabs and the other
with spaces says the same.
"""

from __future__ import annotations

from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from lawtrack.compare.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Side = Literal["equal", "delete", "insert"]
Op = tuple[Side, str]
TAB: Final = "\t"


class _Row(NamedTuple):
    """A line with cells: which of the folded characters are its, and its cells, folded."""

    start: int
    end: int
    cells: tuple[str, ...]


def cells_moved(old: str, new: str) -> bool:
    r"""Do two texts of the same words have a word in another column, in a line that is a row of a table in both?

    >>> cells_moved("1\t登记\t10元\t", "1\t登记\t\t10元")
    True
    >>> cells_moved("1\t登记", "1 登记"), cells_moved("1\t登记\t", "1\t登记")
    (False, False)
    """
    if old == new or TAB not in old or TAB not in new:
        return False
    rows = list(_rows(new))
    at = 0
    for row in _rows(old):
        while at < len(rows) and rows[at].end <= row.start:
            at += 1
        if at < len(rows) and rows[at].start < row.end and rows[at] != row:
            return True
    return False


def _rows(text: str) -> Iterator[_Row]:
    at = 0
    for line in text.split("\n"):
        cells = [fold(cell) for cell in line.rstrip().split(TAB)]
        size = sum(map(len, cells))
        if len(cells) > 1 and size:
            yield _Row(at, at + size, tuple(cells))
        at += size


def cells_apart(ops: Sequence[Op], old: str, new: str) -> tuple[Op, ...]:
    r"""The operations in which no word stays that stands in another column now: there it goes, here it comes.

    >>> cells_apart((("equal", "登记\t"), ("insert", "\t"), ("equal", "10元")), "登记\t10元", "登记\t\t10元")
    (('equal', '登记\t'), ('delete', '10元'), ('insert', '\t10元'))
    """
    if TAB not in old or TAB not in new or all(TAB not in words for op, words in ops if op != "equal"):
        return tuple(ops)
    columns = list(_columns(old)), list(_columns(new))
    made: list[Op] = []
    at = [0, 0]
    for op, words in ops:
        if op != "equal":
            made.append((op, words))
            at[op == "insert"] += len(words)
            continue
        ends = [begin + len(words) for begin in at]
        for start, end, stays in _stretches(columns[0][at[0] : ends[0]], columns[1][at[1] : ends[1]]):
            made += [("equal", words[start:end])] if stays else _both(words[start:end])
        at = ends
    return tuple(_merged(made))


def _both(words: str) -> list[Op]:
    return [("delete", words), ("insert", words)]


def _columns(text: str) -> Iterator[int]:
    """For each character the column in which it stands, -1 in a line without cells and for the ends of lines."""
    for line in text.split("\n"):
        if line and TAB in line.rstrip():
            yield from accumulate(line[:-1], lambda column, char: column + (char == TAB), initial=0)
        else:
            yield from [-1] * len(line)
        yield -1


def _stretches(olds: Sequence[int], news: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """From where to where words stay in their column or do not; where one side has no cells, they do."""
    at = 0
    for stays, run in groupby(zip(olds, news, strict=True), lambda two: two[0] == two[1] or -1 in two):
        end = at + len(list(run))
        yield at, end, stays
        at = end


def _merged(ops: Iterable[Op]) -> Iterator[Op]:
    """What stays in turn with what goes and comes, each change read deleted, inserted."""
    for stays, run in groupby(ops, lambda op: op[0] == "equal"):
        pieces = list(run)
        names: tuple[Side, ...] = ("equal",) if stays else ("delete", "insert")
        for name in names:
            if words := "".join(said for op, said in pieces if op == name):
                yield name, words
