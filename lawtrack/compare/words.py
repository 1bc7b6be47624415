"""Where words end, so that a change is marked by whole words: 体育竞赛 became 体育赛事, not [-竞-]赛{+事+}.

BudouX's model of Simplified Chinese says how likely a word ends between two characters, from the three on either side.
It is asked only at the ends of an edit, and an edit grows by one character at most: more of a word than that, where the
model is wrong, would mark words that stay. Numbers and brackets that an edit would tear apart stay whole in the same way,
and few edits cut through anything, so that one look at the characters around its ends tells whether there is more to do.
"""

from __future__ import annotations

from functools import cache
from typing import Final

Edit = tuple[int, int, int, int]
"""Where it begins and ends in the old text, and in the new one: what goes, what comes. What lies between two edits stays."""

NUMERALS: Final = frozenset("0123456789０１２３４５６７８９〇零一二三四五六七八九十百千万")
BRACKETS: Final = {"》": "《", "）": "（", "”": "“"}
AROUND: Final = 3
"""Characters on either side that the model looks at."""
FEATURES: Final = (
    ("UW1", 0, 1), ("UW2", 1, 2), ("UW3", 2, 3), ("UW4", 3, 4), ("UW5", 4, 5), ("UW6", 5, 6),
    ("BW1", 1, 3), ("BW2", 2, 4), ("BW3", 3, 5),
    ("TW1", 0, 3), ("TW2", 1, 4), ("TW3", 2, 5), ("TW4", 3, 6),
)  # fmt: skip
"""What of the characters around a place the model weighs: a feature's name in BudouX, and where its characters begin and end."""
CUT: Final = -300
"""So far below its zero the model has to be for an edit to cut through a word; its weights run to some thousands.

In revisions of the corpus 体育赛|事 has −318 and 市水|务部门 −2,778, but 给予|处分 −212 and 集中|统一领导 −142.
"""
ENDS: Final = 1 << 20
"""What speaks for an end of a word between characters that are not both of one."""
IN_NUMBER: Final = -ENDS
"""The same within a number: no word is cut there, but there is something to be looked at."""
BEFORE_BRACKET: Final = IN_NUMBER - 1
"""The same before the end of a bracket."""
WINDOWS: Final = 1 << 16
"""Surroundings whose answer is remembered: a few megabytes."""
BEFORE_TEXT: Final = "\0" * AROUND
"""Put before a text, it makes those six of its characters that lie around a place begin there."""
_WEIGHTS: Final[dict[str, int]] = {}
"""What speaks for an end of a word in the middle of the six characters (or fewer at a text's end) that were met."""


def _weight(window: str) -> int:
    """What speaks for an end of a word behind the third character, as BudouX's parser sums it up for its own decision.

    >>> text = BEFORE_TEXT + "体育竞赛活动"
    >>> [_weight(text[at : at + 6]) > 0 for at in range(7)]
    [True, False, True, False, True, False, True]
    """
    known = _WEIGHTS.get(window)
    if known is not None:  # looked up once: another thread may clear them
        return known
    if len(_WEIGHTS) >= WINDOWS:
        _WEIGHTS.clear()
    before, after = window[AROUND - 1], window[AROUND:][:1]
    if after in BRACKETS:
        weight = BEFORE_BRACKET
    elif before in NUMERALS or after in NUMERALS:
        weight = IN_NUMBER if before in NUMERALS and after in NUMERALS else ENDS
    elif not ("一" <= before <= "鿿" and "一" <= after <= "鿿"):
        weight = ENDS
    else:
        weights, weight = _model()
        weight += sum([of_words.get(window[start:end], 0) for of_words, start, end in weights])
    _WEIGHTS[window] = weight
    return weight


def keep_whole(edits: list[Edit], old: str, new: str, *, words: bool) -> None:
    """Draw into each edit what stays of a number that it cuts through; and, if asked, of a word and of brackets.

    Two edits may touch then.
    """
    wide_old, wide_new = BEFORE_TEXT + old, BEFORE_TEXT + new
    before = 0
    for k, (a, b, c, d) in enumerate(edits):
        begins = ends = begins_new = ends_new = ENDS
        try:  # to look up what was met takes a third of a call
            if a < b:
                begins, ends = _WEIGHTS[wide_old[a : a + 6]], _WEIGHTS[wide_old[b : b + 6]]
            if c < d:
                begins_new, ends_new = _WEIGHTS[wide_new[c : c + 6]], _WEIGHTS[wide_new[d : d + 6]]
        except KeyError:
            begins, ends = _weights(wide_old, a, b)
            begins_new, ends_new = _weights(wide_new, c, d)
        if begins > CUT and ends > CUT and begins_new > CUT and ends_new > CUT:
            before = b
            continue
        after = edits[k + 1][0] if k + 1 < len(edits) else len(old)
        edit = a, b, c, d
        cuts = _cuts(begins) or _cuts(begins_new), _cuts(ends) or _cuts(ends_new)
        if words and any(cuts):
            edit = _with_words(edit, cuts, before, after, wide_old, wide_new)
        before = edit[1]
        if words and before < after and old[before] in BRACKETS:
            edit = _with_bracket(edit, old, new)
        if IN_NUMBER in (begins, begins_new):
            edit = _with_number_before(edit, edits[k - 1][1] if k else 0, old)
        if IN_NUMBER in (ends, ends_new):
            edit = _with_number_behind(edit, after, old)
        edits[k] = edit


def _weights(wide: str, begin: int, end: int) -> tuple[int, int]:
    if begin == end:
        return ENDS, ENDS
    return _weight(wide[begin : begin + 6]), _weight(wide[end : end + 6])


def _cuts(weight: int) -> bool:
    return IN_NUMBER < weight <= CUT


def _with_words(
    edit: Edit, cuts: tuple[bool, bool], before: int, after: int, wide_old: str, wide_new: str
) -> Edit:
    """With the one character that an edit leaves of the word that it cuts through, on either side.

    What only came, or only went, alone, leaves all words around it as they are: but where it parts one, 中国 and
    中华人民共和国.
    """
    a, b, c, d = edit
    begins, ends = cuts
    alone = (a == b or c == d) and not (begins and ends)
    if (
        begins
        and (not alone or a - 1 == before)
        and a > before
        and _both_end(a - 1, c - 1, wide_old, wide_new)
    ):
        a, c = a - 1, c - 1
    if (
        ends
        and (not alone or b + 1 == after)
        and b < after
        # all that stays between two edits is of a word of either
        and (b + 1 == after or _both_end(b + 1, d + 1, wide_old, wide_new))
    ):
        b, d = b + 1, d + 1
    return a, b, c, d


def _both_end(at_old: int, at_new: int, wide_old: str, wide_new: str) -> bool:
    """Does a word end here in both texts?"""
    weights = _weight(wide_old[at_old : at_old + 6]), _weight(wide_new[at_new : at_new + 6])
    return all(weight > 0 or weight <= IN_NUMBER for weight in weights)


def _with_bracket(edit: Edit, old: str, new: str) -> Edit:
    """With the bracket that all of an edit's words leave open: [《甲法》《乙法] and [《丙法] before one 》 that stays."""
    a, b, c, d = edit
    closing = old[b]
    opening = BRACKETS[closing]
    if all(words.rfind(opening) > words.rfind(closing) for words in (old[a:b], new[c:d]) if words):
        return a, b + 1, c, d + 1
    return edit


def _with_number_before(edit: Edit, first: int, old: str) -> Edit:
    a, b, c, d = edit
    while a > first and old[a - 1] in NUMERALS:
        a, c = a - 1, c - 1
    return a, b, c, d


def _with_number_behind(edit: Edit, last: int, old: str) -> Edit:
    a, b, c, d = edit
    while b < last and old[b] in NUMERALS:
        b, d = b + 1, d + 1
    return a, b, c, d


@cache
def _model() -> tuple[list[tuple[dict[str, int], int, int]], int]:
    """The features, each with the weights of what may stand there, and the weight of none of them: half of all, against an end."""
    from budoux import load_default_simplified_chinese_parser  # 10 ms, of no use to who compares nothing

    weights = load_default_simplified_chinese_parser().model
    features = [(weights[name], start, end) for name, start, end in FEATURES]
    return features, -sum(sum(of.values()) for of in weights.values()) // 2
