"""What changed inside a row, character by character, shown as a reader sees words.

Character differences are right for Chinese but come as confetti: two unrelated sentences share a 的 here and a 应 there.
Such islands, no longer than what changed on both their sides, are drawn into the change. What only came or only went is
slid to where a phrase begins or ends, and numbers stay whole, because 二十日 that became 二十五日 is another number, not
a 五 put in. Each change reads deleted, inserted.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Final

from rapidfuzz.distance import Indel, Postfix, Prefix

from lawtrack.compare.cells import TAB, Op, cells_apart
from lawtrack.compare.words import BRACKETS, Edit, keep_whole
from lawtrack.patterns import compile_on_use

TOO_LONG: Final = 40_000_000
"""Above this product of lengths (two texts of some 6,000 characters) lines are compared before characters."""

JOINTS: Final = frozenset("、，；和或与及并")
"""What joins phrases: an addition begins with one (增加“、丙”) and ends before one."""
WORDY_JOINTS: Final = frozenset(["以及", "或者", "并且"])
CLOSING: Final = frozenset("。；\n）》”")
"""An addition that is a sentence, an item or in brackets ends with one of these and begins after one."""
OPENING: Final = frozenset("：（《“")
SHORTEST_PHRASE: Final = 2
LONG_PHRASE: Final = 4
"""So long is a phrase that stays a link although a word was put to it, where a sentence was split into items."""
_ITEM: Final = compile_on_use("\n[（(][一二三四五六七八九十]{1,3}[)）]")
_BRACKET: Final = compile_on_use("[《》（）“”]")
_PHRASE_BEGINS: Final = JOINTS | CLOSING | OPENING
_WORDY_ENDS: Final = frozenset(words[-1] for words in WORDY_JOINTS)
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
    ops = _inline(old, new, whole_words=True)
    return cells_apart(ops, old, new) if TAB in old and TAB in new else ops


def _inline(old: str, new: str, *, whole_words: bool) -> tuple[Op, ...]:
    if old == new:
        return (("equal", old),) if old else ()
    if not old or not new:
        return (("delete", old) if old else ("insert", new),)
    long = len(old) * len(new) > TOO_LONG
    found = _by_lines(old, new) if long else _by_characters(old, new)
    edits = _joined(found, old, new)
    if len(edits) < len(found):
        # 或者[…]无标签[食品；…的]食品。 or 或者[…]无标签食品[；…的食品]。: an island may be a phrase
        slid = found.copy()
        _slide(slid, old, new)
        if slid != found and _changed(other := _joined(slid, old, new)) < _changed(edits):
            edits = other
    if long or len(edits) < len(found):  # between characters that stay nothing is alike
        _trim(edits, old, new)
    _slide(edits, old, new)
    keep_whole(edits, old, new, words=whole_words)
    return _operations(edits, old, new)


def _by_characters(old: str, new: str) -> list[Edit]:
    """The edits between longest common subsequences."""
    edits = []
    end_old = end_new = 0
    for block in Indel.editops(old, new).as_matching_blocks():
        start_old, start_new, size = block.a, block.b, block.size  # unpacked at once they take longer
        if start_old > end_old or start_new > end_new:
            edits.append((end_old, start_old, end_new, start_new))
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
        edit = in_old[a], in_old[b], in_new[c], in_new[d]
        gone, come = old[edit[0] : edit[1]], new[edit[2] : edit[3]]
        if len(gone) * len(come) > TOO_LONG:
            edits.append(edit)
            continue
        for a_within, b_within, c_within, d_within in _by_characters(gone, come):
            edits.append((edit[0] + a_within, edit[0] + b_within, edit[2] + c_within, edit[2] + d_within))
    return edits


def _joined(edits: list[Edit], old: str, new: str) -> list[Edit]:
    """The edits with the islands between them drawn in, but for islands that are a phrase of their own on both sides.

    An island is what stays between two edits and is no longer than either of them. Between words that only went and words
    that only came it has to be shorter: 应 in 中应 → 应当 is read as staying.
    """
    joined = []
    before = edits[0]
    a_before, b_before, c_before, d_before = before
    for found in edits[1:]:
        edit = found
        a, b, c, d = edit
        while True:
            size, gone, come = a - b_before, b - a, d - c
            if size > gone and size > come:
                joined.append(before)
                break
            gone_before, come_before = b_before - a_before, d_before - c_before
            if (
                (size > gone_before and size > come_before)
                or (
                    ((not gone and not come_before) or (not come and not gone_before))
                    and (size == gone + come or size == gone_before + come_before)
                )
                or (size >= SHORTEST_PHRASE and _is_phrase(before, edit, old, new))
            ):
                joined.append(before)
                break
            a, c = a_before, c_before
            edit = a, b, c, d
            if not joined:
                break
            before = a_before, b_before, c_before, d_before = joined.pop()
        before = edit
        a_before, b_before, c_before, d_before = a, b, c, d
    joined.append(before)
    return joined


def _changed(edits: list[Edit]) -> int:
    """How many characters of either text the edits take."""
    begins, ends, begins_new, ends_new = map(sum, zip(*edits, strict=True))
    return ends - begins + ends_new - begins_new


def _is_phrase(before: Edit, after: Edit, old: str, new: str) -> bool:
    """Is what stays between two edits a whole link of an enumeration in both texts: 烧荒 in 挖沙、烧荒以及 and （三）烧荒；?

    A sentence that was split into items keeps its words so. Where only words came or only words went, what stays runs
    on into the neighbour on the other side, which says nothing against it.
    """
    a_before, start, c_before, start_new = before
    end, b, end_new, d = after
    begins_old = a_before == start or _phrase_begins(old, start)
    begins_new = c_before == start_new or _phrase_begins(new, start_new)
    if not begins_old and not begins_new:
        return False
    ends_old = end == b or _phrase_ends(old, end)
    ends_new = end_new == d or _phrase_ends(new, end_new)
    whole_old, whole_new = begins_old and ends_old, begins_new and ends_new
    if not (whole_old or whole_new) or not any(map(str.isalpha, old[start:end])):
        return False
    if whole_old and whole_new:
        return True
    # 、清除积雪、 and （二）及时清除积雪；: a link of one that a word was put before or behind in the other
    around = old[a_before:start] + new[c_before:start_new] + old[end:b] + new[end_new:d]
    if "\n" not in around:
        return False
    least = SHORTEST_PHRASE if _ITEM.search(around) else LONG_PHRASE
    return end - start >= least and (begins_old or ends_old) and (begins_new or ends_new)


def _phrase_begins(text: str, at: int) -> bool:
    before = text[at - 1]
    return before in _PHRASE_BEGINS or (before in _WORDY_ENDS and text[at - 2 : at] in WORDY_JOINTS)


def _phrase_ends(text: str, at: int) -> bool:
    return at == len(text) or text[at] in _PHRASE_ENDS or text[at : at + 2] in WORDY_JOINTS


def _trim(edits: list[Edit], old: str, new: str) -> None:
    """Give back what the two sides of an edit begin or end with alike, now that islands are drawn in."""
    for k, (a, b, c, d) in enumerate(edits):
        if a < b and c < d and (old[a] == new[c] or old[b - 1] == new[d - 1]):
            head = Prefix.similarity(old[a:b], new[c:d])
            tail = Postfix.similarity(old[a + head : b], new[c + head : d])
            edits[k] = a + head, b - tail, c + head, d - tail


def _slide(edits: list[Edit], old: str, new: str) -> None:
    """Move what only came or only went to the best of the places where it says the same, the last of equals."""
    for k, (a, b, c, d) in enumerate(edits):
        if a == b:
            text, start, end = new, c, d
        elif c == d:
            text, start, end = old, a, b
        else:
            continue
        may_go_on = end < len(text) and text[start] == text[end]
        if not may_go_on and text[start - 1] != text[end - 1]:
            continue
        left = a - edits[k - 1][1] - 1 if k else a  # something has to stay between two edits
        right = edits[k + 1][0] - b - 1 if k + 1 < len(edits) else len(old) - b
        back = ahead = 0
        while back < left and text[start - back - 1] == text[end - back - 1]:
            back += 1
        while ahead < right and text[start + ahead] == text[end + ahead]:
            ahead += 1
        if back or ahead:
            fits = _fits_whole if _BRACKET.search(text, start - back, end + ahead) else _fits
            best = by = -len(text)
            for step in range(-back, ahead + 1):
                fit = fits(text, start + step, end + step)
                if fit >= best:
                    best, by = fit, step
            edits[k] = a + by, b + by, c + by, d + by


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


def _operations(edits: list[Edit], old: str, new: str) -> tuple[Op, ...]:
    """What stays, goes and comes; edits that what they took in has brought together are one."""
    ops: list[Op] = []
    at = begin_old = begin_new = told = 0
    for a, b, c, d in edits:
        if at < a:
            ops.append(("equal", old[at:a]))
            told, begin_old, begin_new = len(ops), a, c
        else:
            del ops[told:]
        if begin_old < b:
            ops.append(("delete", old[begin_old:b]))
        if begin_new < d:
            ops.append(("insert", new[begin_new:d]))
        at = b
    if at < len(old):
        ops.append(("equal", old[at:]))
    return tuple(ops)
