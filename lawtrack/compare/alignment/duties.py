"""What penalties punish, by number or in words: the same duty makes two of them one another's, another keeps them apart.

擅自占用绿地的，处…… is punished by 违反本条例第五条规定的，处…… where the fifth article forbids it, however unlike their words are,
and not by the penalty of the sixth, however alike. Either version may name the duty by its number.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.compare.alignment.absorbing import PENALTY
from lawtrack.compare.alignment.named_duties import named_by_both
from lawtrack.compare.alignment.similarity import bigrams

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from lawtrack.compare.alignment.context import Context
    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.heads import Heads

    Indexes = tuple[int, int]

MOST: Final = 0.3  # of what a deed tells so much stands in the duty that another penalty names
CLEARLY: Final = 0.15  # and so much less in any other


class Duties(NamedTuple):
    """Old and new penalties of one duty, and pairs of penalties of different ones, each with the pair that has it."""

    same: AbstractSet[Indexes]
    different: Mapping[Indexes, set[Indexes]]


def punished(evidence: Evidence, context: Context, heads: Heads) -> Duties:
    """Which of the penalties that are left punish the same: one says its deed and the other names the duty, or both name it."""
    same: set[Indexes] = set()
    different: defaultdict[Indexes, set[Indexes]] = defaultdict(set)
    for new in (True, False):  # the side that names the duty
        for saying, naming, others in _of_one_duty(evidence, context, heads, new=new):
            pair = (saying, naming) if new else (naming, saying)
            same.add(pair)
            for one, other in others:
                different[(one, other) if new else (other, one)].add(pair)
    for pair, others in named_by_both(evidence, context):
        same.add(pair)
        for rival in others:
            different[rival].add(pair)
    return Duties(same, {pair: by for pair, by in different.items() if pair not in same})


def _of_one_duty(
    evidence: Evidence, context: Context, heads: Heads, *, new: bool
) -> Iterator[tuple[int, int, list[Indexes]]]:
    """Each penalty that says its deed, the one that names the duty, and the pairs of either that have another."""
    alike = evidence.alike
    says, names = (alike.old_words, alike.new_words) if new else (alike.new_words, alike.old_words)
    cited = context.cited
    duties = {
        unit: set().union(*(bigrams(context.words(at, new=new)) for at in cited[new][unit]))
        for unit, words in names.items()
        if cited[new][unit] and PENALTY.search(words)
    }
    deeds = [
        unit for unit, words in says.items() if duties and not cited[not new][unit] and heads.punishes(words)
    ]
    known = {(one, other): heads.known(says[one], duties[other]) for one in deeds for other in duties}
    for deed in deeds:
        best = max(duties, key=lambda unit: (known[deed, unit], -unit))
        most = known[deed, best]
        rivals = [(deed, unit) for unit in duties if unit != best]
        if most >= MOST and all(known[rival] <= most - CLEARLY for rival in rivals):
            rivals += [(unit, best) for unit in deeds if known[unit, best] <= most - CLEARLY]
            rivals += [(deed, unit) for unit in names if unit not in duties]
            rivals += [(unit, best) for unit in says if unit not in deeds]
            yield deed, best, rivals
