"""What changed inside a row, character by character, shown as a reader sees words.

Character differences are right for Chinese but come as confetti: two unrelated sentences share a 的 here and a 应 there.
Such islands, no longer than what changed on both their sides, are drawn into the change. What only came or only went is
slid to where a phrase begins or ends, and numbers stay whole, because 二十日 that became 二十五日 is another number, not
a 五 put in. Each change reads deleted, inserted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from rapidfuzz.distance import Indel, Postfix, Prefix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Op = tuple[Literal["equal", "delete", "insert"], str]
Edit = list[str]
"""What stays, then what goes and what comes after it."""

TOO_LONG: Final = 40_000_000
"""Above this product of lengths (two texts of some 6,000 characters) lines are compared before characters."""

NUMERAL_CHARACTERS: Final = "0123456789０１２３４５６７８９〇零一二三四五六七八九十百千万"
NUMERALS: Final = frozenset(NUMERAL_CHARACTERS)
JOINTS: Final = frozenset("、，；和或与及并")
"""What joins phrases: an addition begins with one (增加“、丙”) and ends before one."""
CLOSING: Final = frozenset("。；\n）》”")
"""An addition that is a sentence, an item or in brackets ends with one of these and begins after one."""
OPENING: Final = frozenset("：（《“")


def inline(old: str, new: str) -> tuple[Op, ...]:
    """The operations that turn `old` into `new`; equal+delete gives `old`, equal+insert gives `new`, to the character.

    >>> inline("应当在七日前报告。", "应当在五日前书面报告。")
    (('equal', '应当在'), ('delete', '七'), ('insert', '五'), ('equal', '日前'), ('insert', '书面'), ('equal', '报告。'))
    >>> inline("二十日内", "二十五日内")
    (('delete', '二十'), ('insert', '二十五'), ('equal', '日内'))
    >>> inline("县人民政府应当", "县人民政府和乡人民政府应当")
    (('equal', '县人民政府'), ('insert', '和乡人民政府'), ('equal', '应当'))
    """
    if old == new:
        return (("equal", old),) if old else ()
    long = len(old) * len(new) > TOO_LONG
    edits = _joined(_by_lines(old, new) if long else _by_characters(old, new))
    _trim(edits)
    _slide(edits)
    _keep_numbers_whole(edits)
    return tuple(_operations(edits))


def _by_characters(old: str, new: str) -> Iterator[Edit]:
    """The edits of a longest common subsequence; the last one may be no edit but what stays at the end."""
    at_old = at_new = 0
    same = ""
    for start_old, start_new, size in Indel.opcodes(old, new).as_matching_blocks():
        if start_old > at_old or start_new > at_new:
            yield [same, old[at_old:start_old], new[at_new:start_new]]
            same = ""
        at_old, at_new = start_old + size, start_new + size
        same += old[start_old:at_old]
    if same:
        yield [same, "", ""]


def _by_lines(old: str, new: str) -> Iterator[Edit]:
    """Lines that are the same first, then characters in what lies between, as long as that is short enough."""
    from diff_match_patch import diff_match_patch  # only for annexes and tables of such length

    coded_old, coded_new, lines = diff_match_patch().diff_linesToChars(old, new)
    for coded in _by_characters(coded_old, coded_new):
        same, gone, come = ("".join([lines[ord(line)] for line in stretch]) for stretch in coded)
        yield [same, "", ""]
        if len(gone) * len(come) <= TOO_LONG:
            yield from _by_characters(gone, come)
        else:
            yield ["", gone, come]


def _joined(edits: Iterable[Edit]) -> list[Edit]:
    """The edits with the islands between them drawn in."""
    found: list[Edit] = []
    for edit in edits:
        if found and not found[-1][1] and not found[-1][2]:
            edit[0] = found.pop()[0] + edit[0]
        found.append(edit)
        while len(found) > 1 and _is_island(found[-2], found[-1]):
            same, gone, come = found.pop()
            found[-1][1] += same + gone
            found[-1][2] += same + come
    return found


def _is_island(before: Edit, after: Edit) -> bool:
    """Is what stays between two edits no longer than either of them?

    Between words that only went and words that only came it has to be shorter: 应 in 中应 → 应当 is read as staying.
    """
    same, gone, come = after
    size = len(same)
    if size > len(gone) and size > len(come):
        return False
    _, gone_before, come_before = before
    if (not gone_before and not come) or (not come_before and not gone):
        size += 1
    return size <= max(len(gone_before), len(come_before)) and size <= max(len(gone), len(come))


def _trim(edits: list[Edit]) -> None:
    """Give back what the two sides of an edit begin or end with alike, now that islands are drawn in."""
    for k, (same, gone, come) in enumerate(edits):
        if not gone or not come or (gone[0] != come[0] and gone[-1] != come[-1]):
            continue
        head = Prefix.similarity(gone, come)
        tail = Postfix.similarity(gone[head:], come[head:])
        if head or tail:
            edits[k] = [same + gone[:head], gone[head : len(gone) - tail], come[head : len(come) - tail]]
            if tail and k + 1 == len(edits):
                edits.append([gone[-tail:], "", ""])
            elif tail:
                edits[k + 1][0] = gone[-tail:] + edits[k + 1][0]


def _slide(edits: list[Edit]) -> None:
    """Move what only came or only went to the best of the places where it says the same, the last of equals."""
    for k, edit in enumerate(edits):
        same, gone, come = edit
        if (not gone) == (not come):
            continue
        after = edits[k + 1][0] if k + 1 < len(edits) else ""
        moved = gone or come
        if same[-1:] != moved[-1] and after[:1] != moved[0]:
            continue
        size, around = len(moved), same + moved + after
        first = last = len(same)
        while first > min(k, 1) and around[first - 1] == around[first + size - 1]:
            first -= 1
        final = len(around) - size - (k + 2 < len(edits))
        while last < final and around[last] == around[last + size]:
            last += 1
        if first < last:
            at = max(range(first, last + 1), key=lambda at: (_fits(around, at, at + size), at))
            edit[0], moved = around[:at], around[at : at + size]
            edit[1], edit[2] = (moved, "") if gone else ("", moved)
            if k + 1 < len(edits):
                edits[k + 1][0] = around[at + size :]


def _fits(text: str, start: int, end: int) -> int:
    """How many ends of a stretch stand where a phrase begins or ends, 0 to 2."""
    begins = not start or text[start] in JOINTS or text[start - 1] in CLOSING or text[start - 1] in OPENING
    ends = end == len(text) or text[end] in JOINTS or text[end - 1] in CLOSING
    return begins + ends


def _keep_numbers_whole(edits: list[Edit]) -> None:
    """Draw what stays of a number that an edit cuts through into the edit."""
    for k, edit in enumerate(edits):
        if edit[1][:1] in NUMERALS or edit[2][:1] in NUMERALS:
            kept = edit[0].rstrip(NUMERAL_CHARACTERS)
            drawn = edit[0][len(kept) :]
            edit[:] = kept, drawn + edit[1], drawn + edit[2]
        if k + 1 < len(edits) and (edit[1][-1:] in NUMERALS or edit[2][-1:] in NUMERALS):
            following = edits[k + 1]
            kept = following[0].lstrip(NUMERAL_CHARACTERS)
            drawn = following[0][: len(following[0]) - len(kept)]
            edit[1], edit[2], following[0] = edit[1] + drawn, edit[2] + drawn, kept


def _operations(edits: Iterable[Edit]) -> Iterator[Op]:
    less = more = ""
    for same, gone, come in edits:
        if same:
            if less:
                yield "delete", less
            if more:
                yield "insert", more
            yield "equal", same
            less, more = gone, come
        else:
            less, more = less + gone, more + come
    if less:
        yield "delete", less
    if more:
        yield "insert", more
