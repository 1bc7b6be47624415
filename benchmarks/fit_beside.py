"""The weights by which clauses of two instruments are paired, learned anew from pairs that readers judged.

    python benchmarks/fit_beside.py CORPUS LABELS

CORPUS holds the texts, LABELS (a folder, `tests/collection/labels`) the judged pairs. The features are those that
`lawtrack.collection.comparing` weighs. It prints the weights over all subjects, and what weights that were learned without
a subject (without any text of it) find in that subject: the share of useful pairs and of those found, by how likely a pair
must be to be shown, and between what they would lie in 90 of 100 other choices of subjects; by the two texts alone, and
with what their earlier versions in CORPUS say.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.collection import read
from benchmarks.readers import READERS, judged
from lawtrack.collection.comparing.clauses import clauses_to_pair, one_subject
from lawtrack.collection.comparing.evidence import Evidence, Said, evidence
from lawtrack.collection.comparing.pairing import raised
from lawtrack.collection.comparing.standing import SURE, Standing, standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from benchmarks.readers import Judged
    from lawtrack.law import Instrument

    Table = NDArray[np.float64]

RIDGE = 5.0  # of squared weights of features with spread 1: a few hundred pairs must not give anything a weight without bound
OF_USE = 0.6  # a pair that is of use but not wanted counts so much
NEAR = 15  # of each clause so many candidates are learned from; the others are never near being shown
CHOICES = (
    1000  # so often other subjects are drawn from those there are, to see how much hangs on which there are
)


class Two(NamedTuple):
    """Two texts: what their words say, and their chapters."""

    told: Evidence
    chapters: tuple[list[str], list[str]]


class Subject(NamedTuple):
    """Two texts, 2 for pairs that are wanted and 1 for those of use, what both readers want, and where to learn.

    `number` is the same for all that share a text; `ways` are the first text beside an earlier version of either, and that
    beside the second.
    """

    number: int
    two: Two
    answers: NDArray[np.int64]
    both: NDArray[np.bool_]
    asked: NDArray[np.bool_]
    ways: list[tuple[Two, Two]]


def subjects(corpus: Path, labels: Path) -> list[Subject]:
    every = [each for name in READERS for each in judged(labels, name)]
    numbers = list(range(len(every)))
    for at, each in enumerate(every):
        for before in range(at):
            if set(each.names) & set(every[before].names):
                numbers = [numbers[before] if number == numbers[at] else number for number in numbers]
    return [subject(corpus, each, number) for each, number in zip(every, numbers, strict=True)]


def subject(corpus: Path, each: Judged, number: int) -> Subject:
    draft, other = (read(corpus, name) for name in each.names)
    two = laid(draft, other)
    places = [{str(one.number[0]): at for at, one in enumerate(doc.articles)} for doc in (draft, other)]
    answers = np.zeros((len(places[0]), len(places[1])), dtype=np.int64)
    both = np.zeros(answers.shape, dtype=bool)
    for pairs, table, worth in ((each.useful, answers, 1), (each.wanted, answers, 2), (each.both, both, 1)):
        for one, there in (pair.split("-") for pair in pairs):
            if one in places[0] and there in places[1]:
                table[places[0][one], places[1][there]] = worth
    rows = np.array([not each.drawn or number in each.drawn for number in places[0]])
    shared = -np.asarray(two.told.said.alike)
    near = (shared.argsort(1).argsort(1) < NEAR) | (shared.argsort(0).argsort(0) < NEAR) | (answers == 2)
    earlier = [
        f"{name.removesuffix('new')}old"
        for name in each.names
        if name.endswith("/new") and (corpus / f"{name.removesuffix('new')}old.txt").exists()
    ]
    ways = [(laid(draft, third), laid(third, other)) for third in (read(corpus, name) for name in earlier)]
    return Subject(number, two, answers, both, near & rows[:, None], ways)


def laid(draft: Instrument, other: Instrument) -> Two:
    mine, theirs = clauses_to_pair(0, draft), clauses_to_pair(1, other)
    chapters = [clause.chapter for clause in mine], [clause.chapter for clause in theirs]
    return Two(evidence(mine, theirs, one_subject(draft.title, other.title)), chapters)


def fit(features: Table, answers: Table) -> tuple[Table, float]:
    """Logistic regression by Newton's steps: the weights, and the log-odds where all features are 0."""
    paired, worth = (answers > 0).astype(float), np.where(answers == 1, OF_USE, 1.0)
    middle, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    table = np.c_[(features - middle) / spread, np.ones(len(features))]
    ridge = np.full(table.shape[1], RIDGE)
    ridge[-1] = 0
    weights = np.zeros(table.shape[1])

    def loss(tried: Table) -> float:
        odds = table @ tried
        return float((worth * (np.logaddexp(0, odds) - paired * odds)).sum() + 0.5 * (ridge * tried**2).sum())

    now = loss(weights)
    for _ in range(40):
        told = likely(table @ weights)
        slope = table.T @ (worth * (paired - told)) - ridge * weights
        bend = (table * (worth * told * (1 - told))[:, None]).T @ table + np.diag(ridge + 1e-6)
        step, size = np.linalg.solve(bend, slope), 1.0
        while size > 1e-4 and loss(weights + size * step) > now:
            size /= 2
        weights, before, now = weights + size * step, now, loss(weights + size * step)
        if before - now < 1e-6 * before:
            break
    unspread = weights[:-1] / spread
    return unspread, float(weights[-1] - (unspread * middle).sum())


def learned(these: Sequence[Subject], features: Sequence[Sequence[Table]]) -> tuple[Table, float]:
    rows = [
        np.stack([matrix[one.asked] for matrix in each], axis=1)
        for one, each in zip(these, features, strict=True)
    ]
    return fit(np.vstack(rows), np.concatenate([one.answers[one.asked] for one in these]))


def odds_of(weights: tuple[Table, float], features: Sequence[Table]) -> Table:
    return np.asarray(
        weights[1] + sum(weight * matrix for weight, matrix in zip(weights[0], features, strict=True))
    )


def without(these: Sequence[Subject], features: Sequence[Sequence[Table]]) -> list[tuple[Table, float]]:
    """Of each subject the weights that are learned from the others."""
    weights: dict[int, tuple[Table, float]] = {}
    for one in these:
        rest = [place for place, other in enumerate(these) if other.number != one.number]
        if one.number not in weights:
            weights[one.number] = learned([these[k] for k in rest], [features[k] for k in rest])
    return [weights[one.number] for one in these]


def said(two: Two) -> list[Table]:
    return [np.asarray(matrix) for matrix in two.told.said]


def stands(two: Two, odds: Table) -> list[Table]:
    clipped = np.clip(odds, -SURE, SURE).astype(np.float32)
    return [np.asarray(matrix) for matrix in standing(two.told, two.chapters, clipped)]


def likely(odds: Table) -> Table:
    return np.asarray(1 / (1 + np.exp(-odds)))


def with_versions(one: Subject, alone: Table, *weights: tuple[Table, float]) -> Table:
    """How likely each two clauses are, with what earlier versions say, by the weights of words and of standing."""

    def weighed(two: Two) -> Table:
        return likely(odds_of(weights[1], stands(two, odds_of(weights[0], said(two)))))

    return np.asarray(
        raised(alone, [(weighed(here), weighed(there)) for here, there in one.ways]), np.float64
    )


def show(these: Sequence[Subject], likelihoods: Sequence[Table]) -> None:
    for least in (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8):
        counts = np.array([counted(one, each >= least) for one, each in zip(these, likelihoods, strict=True)])
        total = counts.sum(axis=0)
        other = np.percentile([shares(each) for each in other_subjects(these, counts)], (5, 95), axis=0)
        told = (
            f"{name} {share:.3f} ({low:.2f}-{high:.2f})"
            for name, share, low, high in zip(
                ("useful", "found", "of both readers'"), shares(total), *other, strict=True
            )
        )
        each_one = " ".join(f"{useful:.2f}/{found:.2f}" for useful, found, _ in map(shares, counts))
        print(f"{least:.2f}  shown {total[0]:4}  {', '.join(told)}   {each_one}")


def counted(one: Subject, likely_enough: NDArray[np.bool_]) -> list[int]:
    """Pairs shown, of them useful; wanted pairs found, wanted; those that both readers want found, wanted."""
    shown, wanted, both = likely_enough & one.asked, (one.answers == 2) & one.asked, one.both & one.asked
    tables = shown, shown & (one.answers > 0), shown & wanted, wanted, shown & both, both
    return [int(table.sum()) for table in tables]


def shares(counts: NDArray[np.int64]) -> tuple[float, float, float]:
    """What part of the shown is useful, of the wanted found, and of what both readers want found."""
    shown, useful, found, wanted, found_both, both = (int(count) for count in counts)
    return useful / max(shown, 1), found / max(wanted, 1), found_both / max(both, 1)


def other_subjects(these: Sequence[Subject], counts: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    """The sums over as many subjects, drawn with replacement."""
    numbers = np.array([one.number for one in these])
    of_each = np.array([counts[numbers == number].sum(axis=0) for number in np.unique(numbers)])
    chance = np.random.default_rng(0)
    for _ in range(CHOICES):
        yield of_each[chance.integers(len(of_each), size=len(of_each))].sum(axis=0)


def main(corpus: Path, labels: Path) -> None:
    these = subjects(corpus, labels)
    words = [said(one.two) for one in these]
    by_words = without(these, words)
    placed = [
        stands(one.two, odds_of(weights, each))
        for one, weights, each in zip(these, by_words, words, strict=True)
    ]
    by_standing = without(these, placed)
    alone = [likely(odds_of(weights, each)) for weights, each in zip(by_standing, placed, strict=True)]
    told = np.concatenate([each[one.asked] for one, each in zip(these, alone, strict=True)])
    answers = np.concatenate([one.answers[one.asked] for one in these])
    loss = -np.where(answers > 0, np.log(told), np.log(1 - told)).sum() / int((answers > 0).sum())
    count = len({one.number for one in these})
    print(f"{len(these)} pairs of texts, each of {count} subjects by the others; {loss:.4f} nats a pair")
    show(these, alone)
    print("with what earlier versions of the texts say")
    show(these, [with_versions(*each) for each in zip(these, alone, by_words, by_standing, strict=True)])
    for kind, features in ((Said, words), (Standing, placed)):
        weights, bias = learned(these, features)
        print(
            f"{bias:.2f} {kind.__name__}(",
            ", ".join(f"{n}={w:.3g}" for n, w in zip(kind._fields, weights, strict=True)),
            ")",
        )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
