"""Where quoted words stand in a later text: the same, slightly changed, or no longer there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from rapidfuzz.distance import Levenshtein

from lawtrack.compare import fold

State = Literal["", "same", "changed", "gone"]

LOOSE: Final = 0.5
"""How far the search goes (diff-match-patch's Match_Threshold: 0 exact, 1 anything)."""
ALIKE: Final = 0.6
"""A quote and what it became: this part of the longer one stayed (1: the same words)."""
LONGEST: Final = 400
"""Characters of a quote that is searched for loosely; a longer one is a clause, which the comparison follows."""
_SLACK: Final = 4


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words now: `state` "" where nothing was quoted, `words` as they stand, "" where they are gone."""

    state: State = ""
    words: str = ""


NO_QUOTE: Final = Quote()


def find_quote(quote: str, texts: tuple[str, ...]) -> Quote:
    """The words of `quote` in the first of `texts` that has them, unchanged before changed.

    >>> find_quote("部门协作、属地管理", ("坚持政府主导、部门协同、属地管理的原则。",))
    Quote(state='changed', words='部门协同、属地管理')
    >>> find_quote("部门协作", ("本条例自公布之日起施行。",))
    Quote(state='gone', words='')
    """
    if not quote:
        return NO_QUOTE
    if any(fold(quote) in fold(text) for text in texts):
        return Quote("same", quote)
    near = [words_ for text in texts if (words_ := _near(quote, text))]
    words = max(near, key=lambda words_: Levenshtein.normalized_similarity(quote, words_), default="")
    return Quote("changed", words) if words else Quote("gone")


def _near(quote: str, text: str) -> str:
    """The stretch of `text` that is most like `quote`, "" where none is like it."""
    from diff_match_patch import diff_match_patch  # only for quotes whose words changed

    if len(quote) > LONGEST:
        return ""
    search = diff_match_patch()
    search.Match_Threshold, search.Match_Distance = LOOSE, 1_000_000
    at = search.match_main(text, quote, 0)
    if at < 0:
        return ""
    starts = range(max(at - _SLACK, 0), min(at + _SLACK, len(text)) + 1)
    ends = range(at + len(quote) // 2, min(at + 2 * len(quote), len(text)) + 1)
    stretches = [(start, end) for start in starts for end in ends if end > start]
    share, _, start, end = max(
        (
            (Levenshtein.normalized_similarity(quote, text[start:end]), end - start, start, end)
            for start, end in stretches
        ),
        default=(0.0, 0, 0, 0),
    )
    return text[start:end] if share >= ALIKE else ""
