"""Light amendments made of revisions judged by hand: how many come out, and what the weights for them should be.

    python benchmarks/light_amendments.py FOLDER [--fit]

FOLDER holds `<case>/old.txt` and `<case>/new.txt`; the judgments, by article number, are in
`tests/compare/judged_revisions.txt`. Each article of a judged revision and what became of it is put alone into the
otherwise unchanged old text: by itself, beside an article that is new, beside one that is gone. And articles without a
counterpart take the place of one that they have nothing to do with. So everything is real but the occasion.

`--fit` learns the weights of `among_few` anew, and says what they find in texts that they were not learned from.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from fit_evidence import fitted  # type: ignore[import-not-found]  # a script beside this one: the regression is the same

from lawtrack.compare import align, compare
from lawtrack.compare.alignment import among_few
from lawtrack.law import article_label, parse

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.compare.judged import judgments  # the judgments live with the tests

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lawtrack.compare.alignment.context import Context
    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.match import Match
    from lawtrack.compare.alignment.subsequence import Pair

Pairs = set[tuple[int, int]]
SIZE = 3  # articles of one counterpart, at most
FALSE = (10, 20, 40)  # wrong pairs for which the right ones are counted


@dataclass(frozen=True, slots=True)
class Amendment:
    """Two lists of articles, and by place (from 1) which are counterparts, which may be, and which changed at all."""

    name: str
    kind: str
    old: list[str]
    new: list[str]
    pairs: Pairs
    open: Pairs
    changed: tuple[set[int], set[int]]

    @property
    def texts(self) -> tuple[str, str]:
        """Both sides, numbered."""
        old, new = (
            "\n".join(f"{article_label((at, 0))}　{words}" for at, words in enumerate(side, 1))
            for side in (self.old, self.new)
        )
        return old, new


def amendments(folder: Path) -> Iterator[Amendment]:
    """All that the judged revisions give."""
    rng = random.Random(7)
    for name, judged in judgments().items():
        sides = [
            parse((folder / name / f"{side}.txt").read_text(encoding="utf-8")) for side in ("old", "new")
        ]
        old, new = ({node.number[0]: node.words for node in side.articles} for side in sides)
        either = judged["is"] | judged["either"]
        come = sorted(set(new) - {b for _, b in either})
        gone = sorted(set(old) - {a for a, _ in either})
        for olds, news in _counterparts(judged["is"]):
            if max(len(olds), len(news)) > SIZE or all(old[a] == new[b] for a in olds for b in news):
                continue
            yield _amendment(name, "alone", old, new, judged, olds, news)
            if come:
                at = rng.randint(0, len(news))
                yield _amendment(
                    name,
                    "beside a new one",
                    old,
                    new,
                    judged,
                    olds,
                    [*news[:at], rng.choice(come), *news[at:]],
                )
            if gone:
                yield _amendment(
                    name, "beside one that is gone", old, new, judged, [*olds, rng.choice(gone)], news
                )
        for b in come:
            for a in rng.sample(sorted(old), 2):
                yield _amendment(name, "in place of a stranger", old, new, judged, [a], [b])


def _counterparts(pairs: Pairs) -> Iterator[tuple[list[int], list[int]]]:
    """Old and new articles that hang together, by number."""
    left = set(pairs)
    while left:
        olds, news = ({number} for number in min(left))
        while more := {pair for pair in left if pair[0] in olds or pair[1] in news}:
            left -= more
            olds |= {a for a, _ in more}
            news |= {b for _, b in more}
        yield sorted(olds), sorted(news)


def _amendment(
    name: str,
    kind: str,
    old: Mapping[int, str],
    new: Mapping[int, str],
    judged: dict[str, Pairs],
    olds: list[int],
    news: list[int],
) -> Amendment:
    """`olds` replaced by `news`, where the first of them stood; one that is gone stands before it."""
    gone = olds[len(olds) - 1] if kind == "beside one that is gone" else None
    order = [number for number in sorted(old) if number != gone]
    at = order.index(olds[0])
    if gone is not None:
        order.insert(at, gone)
    after: list[tuple[str, int]] = []
    for number in order:
        if number == olds[0]:
            after += [("new", b) for b in news]
        elif number not in olds:
            after.append(("old", number))
    place_of_old = {number: place for place, number in enumerate(order, 1)}
    place_of_new = {b: after.index(("new", b)) + 1 for b in news}

    def placed(pairs: Pairs) -> Pairs:
        return {(place_of_old[a], place_of_new[b]) for a, b in pairs if a in olds and b in place_of_new}

    return Amendment(
        name,
        kind,
        [old[number] for number in order],
        [new[number] if side == "new" else old[number] for side, number in after],
        placed(judged["is"]),
        placed(judged["either"]),
        ({place_of_old[a] for a in olds}, set(place_of_new.values())),
    )


def measure(folder: Path) -> None:
    """Print, for each kind, how many are wholly right, and precision and recall of pairs."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in amendments(folder):
        shown = {
            (before.number[0], after.number[0])
            for row in compare(*one.texts).rows
            for before in row.old_provisions
            for after in row.new_provisions
        }
        shown = {(a, b) for a, b in shown if a in one.changed[0] or b in one.changed[1]}
        false, right = shown - one.pairs - one.open, shown & one.pairs
        counts[one.kind].update(
            cases=1,
            whole=right == one.pairs and not false,
            right=len(right),
            wrong=len(false),
            pairs=len(one.pairs),
        )
    for kind, count in counts.items():
        print(f"{kind}: {count['whole']} of {count['cases']} wholly right", end="")
        if count["pairs"]:
            precision = count["right"] / max(count["right"] + count["wrong"], 1)
            print(
                f", precision {precision:.3f}, recall {count['right'] / count['pairs']:.3f} of {count['pairs']}",
                end="",
            )
        print()


def fit(folder: Path) -> None:
    """Print the weights over all texts beside those in the code, and what they find with each text left out."""
    names: list[str] = []
    features: list[among_few.Signs] = []
    answers: list[float] = []
    for one in amendments(folder):
        for (i, j), signs in _weighed(one):
            if (i + 1, j + 1) not in one.open:
                names.append(one.name)
                features.append(signs)
                answers.append(float((i + 1, j + 1) in one.pairs))
    table, truth, text = np.array(features), np.array(answers), np.array(names)
    weights = fitted(table, truth)
    for name, learned, used in zip(
        (*among_few.Signs._fields, "base"), weights, (*among_few.WEIGHTS, among_few.BASE), strict=True
    ):
        print(f"{name:12} {learned:6.1f}   in the code {used:5.1f}")
    odds = np.zeros(len(truth))
    for name in set(names):
        unseen = text == name
        weights = fitted(table[~unseen], truth[~unseen])
        odds[unseen] = np.hstack([table[unseen], np.ones((unseen.sum(), 1))]) @ weights
    order = np.argsort(-odds)
    right, wrong = np.cumsum(truth[order]), np.cumsum(1 - truth[order])
    for few in FALSE:
        print(
            f"with {few} wrong pairs, {right[wrong <= few].max():.0f} of {truth.sum():.0f} right ones, in unseen texts"
        )


def _weighed(one: Amendment) -> list[tuple[tuple[int, int], among_few.Signs]]:
    """What speaks for each pair of the articles that are left over in this amendment."""
    weighed: list[tuple[tuple[int, int], among_few.Signs]] = []
    match_few = among_few.match_few

    def watched(
        sizes: tuple[int, int], anchors: list[Pair], evidence: Evidence, context: Context, trust: float
    ) -> Match:
        weighed.extend(among_few.signs_among_few(evidence, context))
        return match_few(sizes, anchors, evidence, context, trust)

    vars(align)["match_few"] = watched
    try:
        compare(*one.texts)
    finally:
        vars(align)["match_few"] = match_few
    return weighed


if __name__ == "__main__":
    (fit if "--fit" in sys.argv else measure)(Path(sys.argv[1]))
