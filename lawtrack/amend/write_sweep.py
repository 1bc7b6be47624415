"""Sweeping up: the same small change of words in several articles becomes one instruction.

将第X条、第Y条第一款中的“A”修改为“B”。 The articles are named by their old numbers, whatever numbers they get.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from lawtrack.amend.quoting import quoted
from lawtrack.amend.words import occurrences
from lawtrack.amend.write_articles import PARTS
from lawtrack.compare.inline import inline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.amend.write_articles import Manner
    from lawtrack.compare import Row

LEAST: Final = 2
LONGEST: Final = 20


def sweep(
    rows: Sequence[Row], coarse: Sequence[int], silent: set[int], manner: Manner
) -> tuple[list[str], set[int]]:
    """The sweeping instructions, and the rows that they take care of."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    _ = manner
    for index, row in enumerate(rows):
        if row.kind == "amended" and coarse[index] == PARTS and index not in silent and not row.moved:
            change = _one_change(row)
            if change is not None:
                groups[change].append(index)
    found, taken = [], set()
    for (old, new), indexes in groups.items():
        if len(indexes) >= LEAST:
            places = "、".join(rows[index].old[0] for index in indexes)
            found.append(f"将{places}中的{quoted(old)}修改为{quoted(new)}。")
            taken |= set(indexes)
    return found, taken


def _one_change(row: Row) -> tuple[str, str] | None:
    """(A, B) where replacing every A by B is all that happened to the article's words."""
    old, new = row.old_provisions[0].words, row.new_provisions[0].words
    pairs = set()
    ops = inline(old, new)
    for place, (op, text) in enumerate(ops):
        if op == "equal":
            continue
        before = ops[place - 1] if place else ("equal", "")
        after = ops[place + 1] if place + 1 < len(ops) else ("equal", "")
        if op == "delete" and after[0] == "insert":
            pairs.add(_to_words(text, after[1], before[1], ops[place + 2][1] if place + 2 < len(ops) else ""))
        elif op == "insert" and before[0] == "delete":
            continue
        else:
            return None
    if len(pairs) != 1:
        return None
    a, b = pairs.pop()
    if not 2 <= len(a) <= LONGEST or not b or len(b) > LONGEST or "\n" in a + b:
        return None
    return (a, b) if occurrences(old, a) and old.replace(a, b) == new and a not in b else None


def _to_words(a: str, b: str, before: str, after: str) -> tuple[str, str]:
    """A single character with the one beside it, so that words and not characters are quoted."""
    if len(a) < 2 and after and after[0] not in "，。；：、\n":
        return a + after[0], b + after[0]
    if len(a) < 2 and before and before[-1] not in "，。；：、\n":
        return before[-1] + a, before[-1] + b
    return a, b
