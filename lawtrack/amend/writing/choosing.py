"""The choices of a drafter, each with its reason: words or the unit, the unit or the article.

The few numbers are fitted by `benchmarks/written_decisions.py --fit`, each text left out in turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.amend.applying.words import fold
from lawtrack.amend.writing.words import changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.amend.writing.manner import Manner
    from lawtrack.law import Provision


def by_words(old: Provision, new: Provision, manner: Manner) -> bool:
    """Is the change one of words, or is the unit better given anew?

    Words are quoted where the change keeps together: from the first place to the last it reaches over no more than
    `manner.share` of the unit. A reader can follow one passage; changes all over a paragraph are read in its new text. The unit
    is what would have to be given anew: a paragraph with its items, where these stay. What changes in other units, too,
    is a change of words wherever it stands, and so is one deletion that leaves the greater part.
    """
    spans = changes(old.lead, new.lead)
    if not spans:
        return False
    if all((old.lead[start:end], text) in manner.repeated for start, end, text in spans):
        return True
    if len(spans) == 1 and not spans[0][2]:
        return 2 * (spans[0][1] - spans[0][0]) < len(old.lead)
    alone = [fold(item.words)[0] for item in old.children] == [fold(item.words)[0] for item in new.children]
    whole = len(old.words if alone else old.lead)
    return reach(spans) <= manner.share * whole


def reach(spans: Sequence[tuple[int, int, str]]) -> int:
    """How many characters lie between the first and the last change, in the text where that is more."""
    old = spans[-1][1] - spans[0][0]
    new = old + sum(len(text) - (end - start) for start, end, text in spans)
    return max(old, new)


def by_paragraphs(kept: int, touched: int, anew: int) -> bool:
    """Does what goes on standing carry what is new, or is the reader better served by the article whole?

    `kept` are the paragraphs that stay, `touched` those in which words or items change, `anew` those with a new text.
    """
    return kept + touched > 0 and 2 * anew <= 4 * kept + touched
