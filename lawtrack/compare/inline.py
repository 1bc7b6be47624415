"""What changed inside a row, character by character, shown as a reader sees words.

Character differences are right for Chinese but come as confetti: two unrelated sentences share a 的 here and a 应 there.
Such islands, no longer than what changed on both their sides, are drawn into the change. What only came or only went is
slid to where a phrase begins or ends, and numbers stay whole, because 二十日 that became 二十五日 is another number, not
a 五 put in. Each change reads deleted, inserted.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel, Postfix, Prefix

from lawtrack.compare.cells import Op, cells_apart
from lawtrack.compare.words import NUMERALS, keep_words_whole
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator

Edit = list[int]
"""Where it begins and ends in the old text, and in the new one: what goes, what comes. What lies between two edits stays."""

TOO_LONG: Final = 40_000_000
"""Above this product of lengths (two texts of some 6,000 characters) lines are compared before characters."""

JOINTS: Final = frozenset("、，；和或与及并")
"""What joins phrases: an addition begins with one (增加“、丙”) and ends before one."""
WORDY_JOINTS: Final = ("以及", "或者", "并且")
CLOSING: Final = frozenset("。；\n）》”")
"""An addition that is a sentence, an item or in brackets ends with one of these and begins after one."""
OPENING: Final = frozenset("：（《“")
SHORTEST_PHRASE: Final = 2
LONG_PHRASE: Final = 4
"""So long is a phrase that stays a link although a word was put to it, where a sentence was split into items."""
BRACKETS: Final = {"》": "《", "）": "（", "”": "“"}
_ITEM: Final = compile_on_use("\n[（(][一二三四五六七八九十]{1,3}[)）]")
_BRACKET: Final = compile_on_use("[《》（）“”]")
_PHRASE_BEGINS: Final = JOINTS | CLOSING | OPENING
_PHRASE_ENDS: Final = JOINTS | CLOSING


def inline_ops(old: str, new: str) -> tuple[Op, ...]:
    """The operations that turn `old` into `new`; equal+delete gives `old`, equal+insert gives `new`, to the character.

    >>> inline_ops("应当在七日前报告。", "应当在五日前书面报告。")
    (('equal', '应当在'), ('delete', '七'), ('insert', '五'), ('equal', '日前'), ('insert', '书面'), ('equal', '报告。'))
    >>> inline_ops("二十日内", "二十五日内")
    (('delete', '二十'), ('insert', '二十五'), ('equal', '日内'))
    >>> inline_ops("县人民政府应当", "县人民政府和乡人民政府应当")
    (('equal', '县人民政府'), ('insert', '和乡人民政府'), ('equal', '应当'))
    """
    return _inline(old, new, whole_words=False)


def word_ops(old: str, new: str) -> tuple[Op, ...]:
    """The operations that turn `old` into `new` as a reader is shown them: of a word that changed, no character stays.

    Nor does a word that stands in another column of a table's row now.

    >>> word_ops("举办体育竞赛的", "举办体育赛事的")
    (('equal', '举办体育'), ('delete', '竞赛'), ('insert', '赛事'), ('equal', '的'))
    >>> word_ops("根据《甲法》《水法》制定", "按照《丙办法》制定")  # a title's marks are of the title
    (('delete', '根据《甲法》《水法》'), ('insert', '按照《丙办法》'), ('equal', '制定'))
    """
    return cells_apart(_inline(old, new, whole_words=True), old, new)


def _inline(old: str, new: str, *, whole_words: bool) -> tuple[Op, ...]:
    if old == new:
        return (("equal", old),) if old else ()
    if not old or not new:
        return (("delete", old) if old else ("insert", new),)
    long = len(old) * len(new) > TOO_LONG
    found = _by_lines(old, new) if long else _by_characters(old, new)
    edits = _joined(found, old, new)
    if len(edits) < len(
        found
    ):  # 或者[…]无标签[食品；…的]食品。 or 或者[…]无标签食品[；…的食品]。: an island may be a phrase
        slid = [edit.copy() for edit in found]
        _slide(slid, old, new)
        if slid != found:
            edits = min(edits, _joined(slid, old, new), key=_changed)
    _trim(edits, old, new)
    _slide(edits, old, new)
    if whole_words:
        keep_words_whole(edits, old, new)
        _keep_brackets_whole(edits, old, new)
    _keep_numbers_whole(edits, old, new)
    return tuple(_operations(edits, old, new))


def _by_characters(old: str, new: str, at_old: int = 0, at_new: int = 0) -> list[Edit]:
    """The edits between longest common subsequences, of two texts that stand at so many characters in others."""
    edits = []
    end_old = end_new = 0
    for start_old, start_new, size in Indel.editops(old, new).as_matching_blocks():
        if start_old > end_old or start_new > end_new:
            edits.append([at_old + end_old, at_old + start_old, at_new + end_new, at_new + start_new])
        end_old, end_new = start_old + size, start_new + size
    return edits


def _by_lines(old: str, new: str) -> list[Edit]:
    """Lines that are the same first, then characters in what lies between, as long as that is short enough."""
    from diff_match_patch import diff_match_patch  # only for annexes and tables of such length

    coded_old, coded_new, lines = diff_match_patch().diff_linesToChars(old, new)
    in_old, in_new = (
        [0, *accumulate(len(lines[ord(line)]) for line in coded)] for coded in (coded_old, coded_new)
    )
    edits = []
    for a, b, c, d in _by_characters(coded_old, coded_new):
        edit = [in_old[a], in_old[b], in_new[c], in_new[d]]
        gone, come = old[edit[0] : edit[1]], new[edit[2] : edit[3]]
        short = len(gone) * len(come) <= TOO_LONG
        edits += _by_characters(gone, come, edit[0], edit[2]) if short else [edit]
    return edits


def _joined(edits: list[Edit], old: str, new: str) -> list[Edit]:
    """The edits with the islands between them drawn in, but for islands that are a phrase of their own on both sides."""
    joined: list[Edit] = []
    for found in edits:
        edit = found
        while joined and _is_island(joined[-1], edit) and not _is_phrase(joined[-1], edit, old, new):
            before = joined.pop()
            edit = [before[0], edit[1], before[2], edit[3]]
        joined.append(edit)
    return joined


def _changed(edits: list[Edit]) -> int:
    """How many characters of either text the edits take."""
    return sum(b - a + d - c for a, b, c, d in edits)


def _is_island(before: Edit, after: Edit) -> bool:
    """Is what stays between two edits no longer than either of them?

    Between words that only went and words that only came it has to be shorter: 应 in 中应 → 应当 is read as staying.
    """
    begins, ends, begins_new, ends_new = after
    size, gone, come = begins - before[1], ends - begins, ends_new - begins_new
    if size > gone and size > come:
        return False
    gone_before, come_before = before[1] - before[0], before[3] - before[2]
    if (not gone_before and not come) or (not come_before and not gone):
        size += 1
    return (size <= gone_before or size <= come_before) and (size <= gone or size <= come)


def _is_phrase(before: Edit, after: Edit, old: str, new: str) -> bool:
    """Is what stays between two edits a whole link of an enumeration in both texts: 烧荒 in 挖沙、烧荒以及 and （三）烧荒；?

    A sentence that was split into items keeps its words so. Where only words came or only words went, what stays runs
    on into the neighbour on the other side, which says nothing against it.
    """
    start, end = before[1], after[0]
    if end - start < SHORTEST_PHRASE or not any(map(str.isalpha, old[start:end])):
        return False
    in_old = (
        before[0] == start or _phrase_begins(old, start),
        end == after[1] or _phrase_ends(old, end),
    )
    in_new = (
        before[2] == before[3] or _phrase_begins(new, before[3]),
        after[2] == after[3] or _phrase_ends(new, after[2]),
    )
    if all(in_old) and all(in_new):
        return True
    # 、清除积雪、 and （二）及时清除积雪；: a link of one that a word was put before or behind in the other
    around = (
        old[before[0] : before[1]]
        + new[before[2] : before[3]]
        + old[after[0] : after[1]]
        + new[after[2] : after[3]]
    )
    least = SHORTEST_PHRASE if _ITEM.search(around) else LONG_PHRASE
    split = "\n" in around and end - start >= least
    return split and (all(in_old) or all(in_new)) and any(in_old) and any(in_new)


def _phrase_begins(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _PHRASE_BEGINS or text.endswith(WORDY_JOINTS, 0, at)


def _phrase_ends(text: str, at: int) -> bool:
    return at == len(text) or text[at] in _PHRASE_ENDS or text.startswith(WORDY_JOINTS, at)


def _trim(edits: list[Edit], old: str, new: str) -> None:
    """Give back what the two sides of an edit begin or end with alike, now that islands are drawn in."""
    for edit in edits:
        a, b, c, d = edit
        if a == b or c == d or (old[a] != new[c] and old[b - 1] != new[d - 1]):
            continue
        head = Prefix.similarity(old[a:b], new[c:d])
        tail = Postfix.similarity(old[a + head : b], new[c + head : d])
        edit[:] = a + head, b - tail, c + head, d - tail


def _slide(edits: list[Edit], old: str, new: str) -> None:
    """Move what only came or only went to the best of the places where it says the same, the last of equals."""
    for k, edit in enumerate(edits):
        a, b, c, d = edit
        if (a == b) == (c == d):
            continue
        text, start, end = (old, a, b) if a < b else (new, c, d)
        left = a - edits[k - 1][1] - 1 if k else a  # something has to stay between two edits
        right = edits[k + 1][0] - b - 1 if k + 1 < len(edits) else len(old) - b
        back = ahead = 0
        while back < left and text[start - back - 1] == text[end - back - 1]:
            back += 1
        while ahead < right and text[start + ahead] == text[end + ahead]:
            ahead += 1
        if back or ahead:
            fits = _fits_whole if _BRACKET.search(text, start - back, end + ahead) else _fits
            by = max(range(-back, ahead + 1), key=lambda by: (fits(text, start + by, end + by), by))
            edit[:] = a + by, b + by, c + by, d + by


def _fits(text: str, start: int, end: int) -> int:
    """How many ends of a stretch stand where a phrase begins or ends, 0 to 2."""
    begins = not start or text[start] in JOINTS or text[start - 1] in CLOSING or text[start - 1] in OPENING
    ends = end == len(text) or text[end] in JOINTS or text[end - 1] in CLOSING
    return begins + ends


def _fits_whole(text: str, start: int, end: int) -> int:
    """How many ends of a stretch stand where a phrase begins or ends; less than none where it tears brackets apart."""
    torn = any(_tears(text, start, end, *pair) for pair in BRACKETS.items())
    return _fits(text, start, end) - 3 * torn


def _tears(text: str, start: int, end: int, closing: str, opening: str) -> bool:
    """Does the stretch begin with what closes a bracket outside of it, 和国宪法》和《中华人民共, or leave one open?"""
    first = text.find(closing, start, end)
    return (first >= 0 and text.find(opening, start, first) < 0) or text.rfind(
        opening, start, end
    ) > text.rfind(closing, start, end)


def _keep_brackets_whole(edits: list[Edit], old: str, new: str) -> None:
    """Draw in the bracket that all of an edit's words leave open: [《甲法》《乙法] and [《丙法] before one 》 that stays."""
    for k, edit in enumerate(edits):
        a, b, c, d = edit
        last = edits[k + 1][0] if k + 1 < len(edits) else len(old)
        opening = BRACKETS.get(old[b]) if b < last else None
        if opening and all(_leaves_open(words, opening, old[b]) for words in (old[a:b], new[c:d]) if words):
            edit[1], edit[3] = b + 1, d + 1


def _leaves_open(words: str, opening: str, closing: str) -> bool:
    return words.rfind(opening) > words.rfind(closing)


def _keep_numbers_whole(edits: list[Edit], old: str, new: str) -> None:
    """Draw what stays of a number that an edit cuts through into the edit."""
    for k, edit in enumerate(edits):
        a, b, c, d = edit
        if (a < b and old[a] in NUMERALS) or (c < d and new[c] in NUMERALS):
            first = edits[k - 1][1] if k else 0
            while edit[0] > first and old[edit[0] - 1] in NUMERALS:
                edit[0] -= 1
                edit[2] -= 1
        if (a < b and old[b - 1] in NUMERALS) or (c < d and new[d - 1] in NUMERALS):
            last = edits[k + 1][0] if k + 1 < len(edits) else len(old)
            while edit[1] < last and old[edit[1]] in NUMERALS:
                edit[1] += 1
                edit[3] += 1


def _operations(edits: list[Edit], old: str, new: str) -> Iterator[Op]:
    """What stays, goes and comes; edits that a number has brought together are one."""
    at = 0
    for k, (a, b, c, d) in enumerate(edits):
        if k + 1 < len(edits) and edits[k + 1][0] == b:
            edits[k + 1][0], edits[k + 1][2] = a, c
            continue
        if at < a:
            yield "equal", old[at:a]
        if a < b:
            yield "delete", old[a:b]
        if c < d:
            yield "insert", new[c:d]
        at = b
    if at < len(old):
        yield "equal", old[at:]
