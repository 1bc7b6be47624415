"""The weights of `pieces`, learned from revisions judged by hand, amendments made of them and made-up members of kinds.

    python benchmarks/fit_pieces.py FOLDER

FOLDER holds `<case>/old.txt` and `<case>/new.txt`; the judgments, by article number, are in
`tests/compare/judged_revisions.txt`. Each is compared up to where pieces are weighed last: the judged ones in both
directions, the others in one. What is claimed there is learned from, and again with a right claim taken, until none is
left. It prints the weights, and of each source how many right and wrong claims pass some log-odds, with the text or the kind
left out of learning; of the sentences that are held back nothing is learned.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from fit_evidence import average_precision  # type: ignore[import-not-found]  # scripts beside this one
from light_amendments import amendments  # type: ignore[import-not-found]

from lawtrack.compare import align, compare
from lawtrack.compare.alignment import pieces, pieces_of_few, pieces_of_many
from lawtrack.compare.alignment.piece_places import Places
from lawtrack.compare.alignment.splitting import sides_of
from lawtrack.law import parse

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.compare.contested_kinds import CONTESTED
from tests.compare.joining_kinds import JOINING_KINDS
from tests.compare.judged import judgments  # the judgments live with the tests
from tests.compare.kinds import KINDS
from tests.compare.piece_kinds import SCENES, member
from tests.compare.plain_kinds import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from lawtrack.compare.alignment.context import Context
    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.match import Match

    Table = NDArray[np.float64]
    Pairs = set[tuple[int, int]]

WEIGHT: Final = {"judged": 1.0, "light": 1.5, "kinds": 1.0, "pieces": 0.5, "held back": 0.0}
RIDGE: Final = 0.3
AT: Final = (0.0, 0.3, 0.7, 1.0, 1.5)


class Revision(NamedTuple):
    """Two texts, and by place (from 1) which articles are pieces or counterparts, and which may be."""

    source: str
    group: str
    old: str
    new: str
    pairs: Pairs
    either: Pairs

    def turned(self) -> Revision:
        """The revision the other way round."""
        pairs, either = ({(b, a) for a, b in one} for one in (self.pairs, self.either))
        return self._replace(old=self.new, new=self.old, pairs=pairs, either=either)


class Weighed(NamedTuple):
    """A claim: in which weighing, its signs, 1 where it is right, and from where it is."""

    kind: str
    signs: tuple[float, ...]
    right: float
    source: str
    group: str


def revisions(folder: Path) -> Iterator[Revision]:
    """All that is learned from, and what is held back."""
    for name, judged in judgments().items():
        texts = [(folder / name / f"{side}.txt").read_text(encoding="utf-8") for side in ("old", "new")]
        places = [{node.number[0]: at for at, node in enumerate(parse(text).articles, 1)} for text in texts]
        pairs, either = (
            {(places[0][a], places[1][b]) for a, b in judged[word] if a in places[0] and b in places[1]}
            for word in ("is", "either")
        )
        one = Revision("judged", name, texts[0], texts[1], pairs, either)
        yield from (one, one.turned())
    for at, light in enumerate(amendments(folder)):
        old, new = light.texts
        one = Revision("light", light.name, old, new, light.pairs, light.open)
        yield one.turned() if at % 2 else one
    for name, make in (KINDS | PLAIN | JOINING_KINDS | CONTESTED).items():
        for at in range(40):
            case = make(random.Random(f"{name}L{at}"))
            old, new = case.texts
            one = Revision("kinds", name, old, new, set(case.pairs), set())
            yield one.turned() if at % 3 == 2 else one
    for name in SCENES:
        for at in range(210):
            held = at % 7 > 4
            case = member(name, random.Random(f"{name}{at}"), held=held)
            old, new = case.texts
            yield Revision("held back" if held else "pieces", name, old, new, set(case.pairs), set())


def weighed(one: Revision) -> list[Weighed]:
    """The claims that are weighed last in a comparison."""
    found: list[Weighed] = []

    def watched(
        sizes: tuple[int, int], match: Match, evidence: Evidence, context: Context, *, few: bool
    ) -> None:
        for new in (True, False):
            taking = pieces.taking(
                Places(sizes, match, evidence, sides_of(match, evidence), new=new), context, few=few
            )
            found.extend(_states(one, taking, few=few))

    taken = vars(align)["take_pieces"]
    vars(align)["take_pieces"] = watched
    try:
        compare(one.old, one.new)
    finally:
        vars(align)["take_pieces"] = taken
    return found


def _states(one: Revision, taking: pieces.OfMany, *, few: bool) -> Iterator[Weighed]:
    """What is claimed, first and after each piece that is right."""
    side, match, left = taking.places.side, taking.places.match, taking.places.lone()
    known = dict(side.pieces)
    while left:
        right: list[tuple[int, int]] = []
        for k in left:
            for whole in sorted(taking.wholes(k, several=True)):
                old, new = side.pair(k, whole)
                signs = None if (old, new) in match.apart else taking.weighing.signs(k, whole)
                if signs is None or (old + 1, new + 1) in one.either:
                    continue
                is_right = (old + 1, new + 1) in one.pairs
                kind = "open" if whole not in side.back else "few" if few else "many"
                yield Weighed(kind, tuple(signs), float(is_right), one.source, one.group)
                if is_right:
                    right.append((k, whole))
        if not right:
            break
        k, whole = random.Random(len(left)).choice(right)
        left.remove(k)
        if whole in side.back:
            side.pieces[k] = whole
            taking.weighing.forget(whole)
    for k in set(side.pieces) - set(known):
        del side.pieces[k]


def fitted(signs: Table, right: Table, counts: Table) -> Table:
    """The weights of a logistic regression in which each claim counts as much as it does, the constant last."""
    weights = np.zeros(signs.shape[1])
    ridge = RIDGE * np.eye(len(weights))
    ridge[-1, -1] = 0
    for _ in range(40):
        said = 1 / (1 + np.exp(-np.clip(signs @ weights, -30, 30)))
        slope = signs.T @ (counts * (said - right)) + ridge @ weights
        curve = (
            (signs * (counts * said * (1 - said))[:, None]).T @ signs + ridge + 1e-9 * np.eye(len(weights))
        )
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def main() -> None:
    """Print the weights, and what they are worth where they were not learned."""
    claims: defaultdict[str, list[Weighed]] = defaultdict(list)
    for one in revisions(Path(sys.argv[1])):
        for claim in weighed(one):
            claims[claim.kind].append(claim)
    for kind, some in claims.items():
        signs = np.array([(*claim.signs, 1.0) for claim in some])
        right = np.array([claim.right for claim in some])
        counts = np.array([WEIGHT[claim.source] for claim in some])
        source, group = (np.array([getattr(claim, name) for claim in some]) for name in ("source", "group"))
        weights = fitted(signs, right, counts)
        odds = signs @ weights
        for name in set(group):
            out = (group == name) & (source != "held back")
            odds[out] = signs[out] @ fitted(signs[~out], right[~out], counts[~out])
        names = (pieces_of_many if kind == "many" else pieces_of_few).Signs._fields
        print(kind, ", ".join(f"{n}={w:.2f}" for n, w in zip((*names, "base"), weights, strict=True)))
        for name in WEIGHT:
            seen = source == name
            if right[seen].any():
                passed = (
                    f"{at}: {right[seen & (odds >= at)].sum():.0f} and {(1 - right[seen & (odds >= at)]).sum():.0f} wrong"
                    for at in AT
                )
                worth = average_precision(odds[seen], right[seen])
                print(f"  {name}: {right[seen].sum():.0f} of {seen.sum()}, {worth:.3f};", ", ".join(passed))


if __name__ == "__main__":
    main()
