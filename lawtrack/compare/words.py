"""Where words end, so that a change is marked by whole words: 体育竞赛 became 体育赛事, not [-竞-]赛{+事+}.

BudouX's model of Simplified Chinese says how likely a word ends between two characters, from the three on either side.
It is asked only at the ends of an edit, and an edit grows by one character at most: more of a word than that, where the
model is wrong, would mark words that stay.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMERALS: Final = frozenset("0123456789０１２３４５６７８９〇零一二三四五六七八九十百千万")
AROUND: Final = 3
"""Characters on either side that the model looks at."""
FEATURES: Final = (
    ("UW1", -3, -2), ("UW2", -2, -1), ("UW3", -1, 0), ("UW4", 0, 1), ("UW5", 1, 2), ("UW6", 2, 3),
    ("BW1", -2, 0), ("BW2", -1, 1), ("BW3", 0, 2),
    ("TW1", -3, 0), ("TW2", -2, 1), ("TW3", -1, 2), ("TW4", 0, 3),
)  # fmt: skip
"""What of these the model weighs: a feature's name in BudouX, and where its characters begin and end."""
SURE: Final = 300
"""So far from its zero the model has to be for an end not to be one; its weights run to some thousands.

In revisions of the corpus 体育赛|事 has −318 and 市水|务部门 −2,778, but 给予|处分 −212 and 集中|统一领导 −142.
"""
WINDOWS: Final = 1 << 16
"""Surroundings whose answer is remembered: a few megabytes."""


def ends_word(text: str, at: int, sure: int = 0) -> bool:
    """Does a word end before the character at `at`? Between characters that are not both of a word it always does.

    >>> [ends_word("体育竞赛活动", at) for at in range(7)]
    [True, False, True, False, True, False, True]
    """
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if not ("一" <= before <= "鿿" and "一" <= after <= "鿿") or before in NUMERALS or after in NUMERALS:
        return True
    if at >= AROUND:
        return _weight(text[at - AROUND : at + AROUND], AROUND) > -sure
    return _weight(text[: at + AROUND], at) > -sure


def keep_words_whole(edits: Sequence[list[int]], old: str, new: str) -> None:
    """Draw the one character that an edit leaves of a word into the edit, on either side; two edits may touch then.

    What only came, or only went, alone, leaves all words around it as they are: but where it parts one, 中国 and
    中华人民共和国.
    """
    before = 0
    for k, edit in enumerate(edits):
        a, b, c, d = edit
        after = edits[k + 1][0] if k + 1 < len(edits) else len(old)
        begins = (a < b and not ends_word(old, a, SURE)) or (c < d and not ends_word(new, c, SURE))
        ends = (a < b and not ends_word(old, b, SURE)) or (c < d and not ends_word(new, d, SURE))
        one_sided = a == b or c == d
        parts = begins and ends
        if (
            begins
            and (parts or not one_sided or a - 1 == before)
            and a > before
            and _in_word(old[a - 1])
            and ends_word(old, a - 1)
            and ends_word(new, c - 1)
        ):
            edit[0], edit[2] = a, c = a - 1, c - 1
        if (
            ends
            and (parts or not one_sided or b + 1 == after)
            and b < after
            and _in_word(old[b])
            # all that stays between two edits is of a word of either
            and (b + 1 == after or (ends_word(old, b + 1) and ends_word(new, d + 1)))
        ):
            edit[1], edit[3] = b, d = b + 1, d + 1
        before = b


def _in_word(char: str) -> bool:
    return "一" <= char <= "鿿" and char not in NUMERALS


@lru_cache(WINDOWS)
def _weight(window: str, at: int) -> int:
    """What speaks for an end of a word at `at`, as BudouX's parser sums it up for its own decision."""
    weights, weight = _model()
    size = len(window)
    for of_words, start, end in weights:
        begin, stop = at + start, at + end
        if begin >= 0 and stop <= size:
            weight += of_words.get(window[begin:stop], 0)
    return weight


@cache
def _model() -> tuple[list[tuple[dict[str, int], int, int]], int]:
    """The features, each with the weights of what may stand there, and the weight of none of them: half of all, against an end."""
    from budoux import load_default_simplified_chinese_parser  # 10 ms, of no use to who compares nothing

    weights = load_default_simplified_chinese_parser().model
    features = [(weights[name], start, end) for name, start, end in FEATURES]
    return features, -sum(sum(of.values()) for of in weights.values()) // 2
