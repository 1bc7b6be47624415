"""The choices of a drafter, each with its reason: words or the unit, the unit or the article.

The few numbers are fitted by `benchmarks/written_decisions.py --fit`, each text left out in turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.amend.applying.words import fold
from lawtrack.amend.writing.words import changes, stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.amend.writing.manner import Manner
    from lawtrack.law import Provision


def by_words(old: Provision, new: Provision, manner: Manner) -> bool:
    """Is the change one of words: a small part of the unit, in few places, without a clause of its own?

    What is scattered is harder to follow, so that each further change weighs as much as the ones before it. The unit
    is what would have to be given anew: a paragraph with its items, where these stay. What changes elsewhere too is
    a change of words, and so is a deletion that leaves the greater part.
    """
    spans = changes(old.lead, new.lead)
    places = {(old.lead[low:high], text): (low, high) for low, high, text in stretches(old.lead, new.lead)}
    if all((old.lead[start:end], text) in manner.repeated for start, end, text in spans):
        return True
    if any("。" in text or "；" in text for _, _, text in spans) and not (
        manner.local and _appended(spans, old.lead)
    ):
        return False
    if len(places) == 1 and not any(text for _, _, text in spans):
        [(low, high)] = places.values()
        return 2 * (high - low) < len(old.lead)
    alone = [fold(item.words)[0] for item in old.children] == [fold(item.words)[0] for item in new.children]
    whole = old.words + new.words if alone else old.lead + new.lead
    size = sum(
        end - start + len(text)
        for start, end, text in spans
        if any(low <= start <= end <= high for low, high in places.values())
    )
    return size * len(places) ** 2 <= manner.share * len(whole)


def _appended(spans: Sequence[tuple[int, int, str]], old: str) -> bool:
    """Is the one change words added at the end of the unit?"""
    (start, end, _), *rest = spans
    return not rest and start == end and old[end:].rstrip() in ("", "。", "；")


def by_paragraphs(kept: int, touched: int, anew: int) -> bool:
    """Does what goes on standing carry what is new, or is the reader better served by the article whole?

    `kept` are the paragraphs that stay, `touched` those in which words or items change, `anew` those with a new text.
    """
    return kept + touched > 0 and 2 * anew <= 4 * kept + touched
