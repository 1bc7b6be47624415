"""What the other pairs say of a pair of articles, once each has been weighed by itself.

A pair is the less likely, the likelier another is that claims one of the two; and the likelier, if the articles beside them are
one another's too, in the same order. The weights were learned from the revisions judged by hand, like those of
`placing` and after them (`benchmarks/leave_one_out.py`).
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    Indexes = tuple[int, int]


class Company(NamedTuple):
    """Log-odds of a pair by itself; how likely the best rival of either is, 0 to 1; how many neighbours go along, 0 to 2."""

    itself: float
    rival_of_old: float
    rival_of_new: float
    beside: float


BY_COMPANY: Final = Company(itself=1.08, rival_of_old=-1.7, rival_of_new=-0.71, beside=1.01)
IN_COMPANY: Final = 0.82
"""What each adds to the log-odds of a pair, and the log-odds of a pair of which all are 0."""
OPEN: Final = -2.0
"""Log-odds of a pair itself below which company does not make it likelier: in a light amendment all have it."""


def second_look(odds: Mapping[Indexes, float], known: Mapping[int, int]) -> dict[Indexes, float]:
    """The log-odds of each pair of `odds` in the light of the others, and of what is `known`: old units and their new ones.

    >>> looked = second_look({(0, 0): 2.0, (0, 1): 1.0}, {})
    >>> looked[0, 1] < looked[0, 0]
    True
    """
    own, old, new, beside = BY_COMPANY
    looked: dict[Indexes, float] = {}
    for pair, said in companies(odds, known).items():
        looked[pair] = IN_COMPANY + own * said[0] + old * said[1] + new * said[2] + beside * said[3]
        if said.itself < OPEN:
            looked[pair] = min(looked[pair], said.itself)
    return looked


def companies(odds: Mapping[Indexes, float], known: Mapping[int, int]) -> dict[Indexes, Company]:
    """For each pair of `odds` what it says by itself and what the others say of it."""
    likely = {pair: 1 / (1 + exp(-one)) for pair, one in odds.items()}
    likely.update(dict.fromkeys(known.items(), 1.0))
    of_old, of_new = (_two_likeliest(likely, side) for side in (0, 1))
    return {
        (i, j): Company(
            one,
            next(share for share, new in of_old[i] if new != j),
            next(share for share, old in of_new[j] if old != i),
            likely.get((i - 1, j - 1), 0.0) + likely.get((i + 1, j + 1), 0.0),
        )
        for (i, j), one in odds.items()
    }


def _two_likeliest(likely: Mapping[Indexes, float], side: int) -> dict[int, list[tuple[float, int]]]:
    """For each unit of a side the two of the other that are likeliest, and nobody, who is not likely at all."""
    best: dict[int, list[tuple[float, int]]] = {}
    for pair, share in likely.items():
        best.setdefault(pair[side], []).append((share, pair[1 - side]))
    return {unit: [*sorted(shares, reverse=True)[:2], (0.0, -1)] for unit, shares in best.items()}
