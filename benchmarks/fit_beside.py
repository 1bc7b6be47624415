"""The weights by which clauses of two instruments are paired, learned anew from pairs that readers judged.

    python benchmarks/fit_beside.py CORPUS LABELS

CORPUS holds the texts, LABELS (a folder, `tests/collection/labels`) the judged pairs. The features are those that
`lawtrack.collection.comparing` weighs. It prints the weights over all subjects, and what weights that were learned without
a subject find in that subject: the share of useful pairs and of those found, by how likely a pair must be to be shown.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.collection import judged, read
from lawtrack.collection.comparing.clauses import clauses_to_pair, one_subject
from lawtrack.collection.comparing.evidence import Evidence, Said, evidence
from lawtrack.collection.comparing.standing import SURE, Standing, standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Table = NDArray[np.float64]

RIDGE = 5.0  # of squared weights of features with spread 1: a few hundred pairs must not give anything a weight without bound
OF_USE = 0.6  # a pair that is of use but not wanted counts so much
NEAR = 15  # of each clause so many candidates are learned from; the others are never near being shown


class Subject(NamedTuple):
    """Two texts: what their words say, the chapters, 2 for pairs that are wanted and 1 for those of use, and where to learn."""

    name: str
    told: Evidence
    chapters: tuple[list[str], list[str]]
    answers: NDArray[np.int64]
    asked: NDArray[np.bool_]
    first: int


def subjects(corpus: Path, labels: Path) -> list[Subject]:
    first = {names: wanted for names, _, wanted, _ in judged(labels / "beside.txt")}
    rows = [row for name in ("beside_again.txt", "beside_third.txt") for row in judged(labels / name)]
    return [subject(corpus, *row, first.get(row[0], set())) for row in rows]


def subject(
    corpus: Path,
    names: tuple[str, ...],
    drawn: set[str],
    wanted: set[str],
    useful: set[str],
    before: set[str],
) -> Subject:
    draft, other = (read(corpus, name) for name in names)
    mine, theirs = clauses_to_pair(0, draft), clauses_to_pair(1, other)
    told = evidence(mine, theirs, one_subject(draft.title, other.title))
    places = [
        {str(clause.article.number[0]): at for at, clause in enumerate(each)} for each in (mine, theirs)
    ]
    answers = np.zeros((len(mine), len(theirs)), dtype=np.int64)
    for worth, pairs in ((1, useful | before), (2, wanted)):
        for one, there in (pair.split("-") for pair in pairs):
            if one in places[0] and there in places[1]:
                answers[places[0][one], places[1][there]] = worth
    rows = np.array([not drawn or str(clause.article.number[0]) in drawn for clause in mine])
    shared = -np.asarray(told.said.alike)
    near = (shared.argsort(1).argsort(1) < NEAR) | (shared.argsort(0).argsort(0) < NEAR) | (answers == 2)
    chapters = [clause.chapter for clause in mine], [clause.chapter for clause in theirs]
    return Subject("-".join(names), told, chapters, answers, near & rows[:, None], len(before))


def fit(features: Table, answers: Table) -> tuple[Table, float]:
    """Logistic regression by Newton's steps: the weights, and the log-odds where all features are 0."""
    said, worth = (answers > 0).astype(float), np.where(answers == 1, OF_USE, 1.0)
    middle, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    table = np.c_[(features - middle) / spread, np.ones(len(features))]
    ridge = np.full(table.shape[1], RIDGE)
    ridge[-1] = 0
    weights = np.zeros(table.shape[1])

    def loss(tried: Table) -> float:
        odds = table @ tried
        return float((worth * (np.logaddexp(0, odds) - said * odds)).sum() + 0.5 * (ridge * tried**2).sum())

    now = loss(weights)
    for _ in range(40):
        likely = 1 / (1 + np.exp(-(table @ weights)))
        slope = table.T @ (worth * (said - likely)) - ridge * weights
        bend = (table * (worth * likely * (1 - likely))[:, None]).T @ table + np.diag(ridge + 1e-6)
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


def without(these: Sequence[Subject], features: Sequence[Sequence[Table]]) -> list[Table]:
    """The log-odds in each subject, by weights learned from the others."""
    odds = []
    for at, each in enumerate(features):
        rest = [place for place in range(len(these)) if place != at]
        odds.append(odds_of(learned([these[k] for k in rest], [features[k] for k in rest]), each))
    return odds


def stands(one: Subject, odds: Table) -> list[Table]:
    return [
        np.asarray(matrix)
        for matrix in standing(one.told, one.chapters, np.clip(odds, -SURE, SURE).astype(np.float32))
    ]


def show(these: Sequence[Subject], odds: Sequence[Table]) -> None:
    for least in (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8):
        counts = []
        for one, each in zip(these, odds, strict=True):
            shown = (1 / (1 + np.exp(-each)) >= least) & one.asked
            wanted = (one.answers == 2) & one.asked
            counts.append(
                tuple(int(each.sum()) for each in (shown, shown & (one.answers > 0), shown & wanted, wanted))
            )
        each_one = " ".join(
            f"{useful / max(shown, 1):.2f}/{found / wanted:.2f}" for shown, useful, found, wanted in counts
        )
        shown, useful, found, wanted = (sum(column) for column in zip(*counts, strict=True))
        print(
            f"{least:.2f}  shown {shown:4}  useful {useful / shown:.3f}  found {found / wanted:.3f}   {each_one}"
        )


def main(corpus: Path, labels: Path) -> None:
    these = subjects(corpus, labels)
    words = [[np.asarray(matrix) for matrix in one.told.said] for one in these]
    apart = without(these, words)
    placed = [stands(one, odds) for one, odds in zip(these, apart, strict=True)]
    unseen = without(these, placed)
    likely = np.concatenate(
        [(1 / (1 + np.exp(-odds)))[one.asked] for one, odds in zip(these, unseen, strict=True)]
    )
    answers = np.concatenate([one.answers[one.asked] for one in these])
    loss = -np.where(answers > 0, np.log(likely), np.log(1 - likely)).sum() / int((answers > 0).sum())
    print(f"each subject by the others ({len(these)}); {loss:.4f} nats a pair")
    show(these, unseen)
    for kind, features in ((Said, words), (Standing, placed)):
        weights, alone = learned(these, features)
        print(
            f"{alone:.2f} {kind.__name__}(",
            ", ".join(f"{n}={w:.3g}" for n, w in zip(kind._fields, weights, strict=True)),
            ")",
        )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
