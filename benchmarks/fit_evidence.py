"""The weights of the evidence, learned anew from revisions judged by hand, each text left out in turn.

    python benchmarks/fit_evidence.py FOLDER [WITHOUT]

FOLDER holds `<case>/old.txt` and `<case>/new.txt`; the judgments, by article number, are in
`tests/compare/judged_revisions.txt`. The features are those that the comparison itself weighs (`evidence.Words` and
`placing.Place`), of the candidates that it weighs. It prints for each feature what a logistic regression over all texts
gives it, beside what the code has; and the average precision over texts that the regression has not seen. WITHOUT names a
feature to leave out. Then the same of the second look, over the claims that it looks at.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from lawtrack.compare import align
from lawtrack.compare.alignment import matching
from lawtrack.compare.alignment.evidence import Words
from lawtrack.compare.alignment.placing import OF_ARTICLES, Place
from lawtrack.compare.alignment.second_look import BY_COMPANY, IN_COMPANY, Company, companies
from lawtrack.compare.comparing import compare
from lawtrack.law import parse

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.compare.judged import judgments  # the judgments live with the tests

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Table = NDArray[np.float64]

NAMES = (*Words._fields, *Place._fields)
RIDGE = 0.02  # of the sum of squares of the weights: a few hundred pairs must not give anything a weight without bound
SEEN: list[matching.Matching] = []
"""The matchings of articles that were made, one a comparison."""


class Watched(matching.Matching):
    """A matching that is kept, to be asked what it weighed."""

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        if self.context is not None:
            SEEN.append(self)


@dataclass(frozen=True, slots=True)
class Text:
    """Of one judged revision what was weighed: pairs, their features, and 1 for counterparts, 0 for others, -1 for either."""

    pairs: list[tuple[int, int]]
    features: Table
    answers: Table
    claims: list[tuple[int, int]]
    known: dict[int, int]

    def company(self, weights: Table) -> tuple[Table, Table]:
        """Features and answers of the second look, after a first one with `weights`."""
        odds = dict(zip(self.pairs, with_constant(self.features) @ weights, strict=True))
        answers = dict(zip(self.pairs, self.answers, strict=True))
        looked = companies({pair: odds[pair] for pair in self.claims}, self.known)
        sure = [pair for pair in looked if answers[pair] >= 0]
        return np.array([looked[pair] for pair in sure]), np.array([answers[pair] for pair in sure])

    def sure(self) -> tuple[Table, Table]:
        """Features and answers of what is not open to doubt."""
        return self.features[self.answers >= 0], self.answers[self.answers >= 0]


def text_of(folder: Path, judged: dict[str, set[tuple[int, int]]]) -> Text:
    """What a comparison of the revision in `folder` weighs."""
    old, new = (parse((folder / side).read_text(encoding="utf-8")) for side in ("old.txt", "new.txt"))
    SEEN.clear()
    compare(old, new)
    seen = SEEN[0]
    pairs = sorted({*seen.evidence.candidates, *seen.claims})
    rows = [(*seen.evidence.words(i, j), *seen.placing.place(i, j)) for i, j in pairs]
    numbers = [(old.articles[i].number[0], new.articles[j].number[0]) for i, j in pairs]
    answers = [-1.0 if pair in judged["either"] else float(pair in judged["is"]) for pair in numbers]
    known = {pair.old: pair.new for pair in seen.placing.known}
    return Text(pairs, np.array(rows), np.array(answers), list(seen.claims), known)


def texts_in(folder: Path) -> dict[str, Text]:
    """What comparisons of all judged revisions weigh, by name."""
    vars(align)["Matching"] = Watched
    try:
        return {name: text_of(folder / name, judged) for name, judged in judgments().items()}
    finally:
        vars(align)["Matching"] = matching.Matching


def learned(texts: Iterable[Text]) -> tuple[Table, Table]:
    """The weights of the first look and of the second, from `texts`."""
    texts = list(texts)
    first = fitted(*stacked([text.sure() for text in texts]))
    return first, fitted(*stacked([text.company(first) for text in texts]))


def stacked(tables: Sequence[tuple[Table, Table]]) -> tuple[Table, Table]:
    """Features and answers of several texts as those of one."""
    return np.vstack([features for features, _ in tables]), np.hstack([answers for _, answers in tables])


def with_constant(features: Table) -> Table:
    """The features, and 1 for what a pair has of which all are 0."""
    return np.hstack([features, np.ones((len(features), 1))])


def fitted(features: Table, answers: Table) -> Table:
    """The weights of a logistic regression, the constant last."""
    given = with_constant(features)
    weights = np.zeros(given.shape[1])
    ridge = RIDGE * np.eye(len(weights))
    ridge[-1, -1] = 0
    for _ in range(60):
        said = 1 / (1 + np.exp(-np.clip(given @ weights, -30, 30)))
        slope = given.T @ (said - answers) + ridge @ weights
        curve = (given * (said * (1 - said))[:, None]).T @ given + ridge + 1e-9 * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def average_precision(odds: Table, answers: Table) -> float:
    """The mean, over the counterparts, of the precision down to each in the order of the odds."""
    right = answers[np.argsort(-odds, kind="stable")]
    precision = np.cumsum(right) / np.arange(1, len(right) + 1)
    return float((precision * right).sum() / right.sum())


def main() -> None:
    """Print the weights and what they are worth."""
    folder, without = Path(sys.argv[1]), sys.argv[2:]
    kept = [at for at, name in enumerate(NAMES) if name not in without]
    texts = [replace(text, features=text.features[:, kept]) for text in texts_in(folder).values()]
    unseen: list[list[tuple[Table, Table]]] = [[], []]
    for text in texts:
        weights = learned(other for other in texts if other is not text)
        looks = text.sure(), text.company(weights[0])
        for said, (features, answers), weight in zip(unseen, looks, weights, strict=True):
            said.append(((with_constant(features) @ weight)[:, None], answers))
    first, second = learned(texts)
    code = [*((*OF_ARTICLES.words, *OF_ARTICLES.place)[at] for at in kept), OF_ARTICLES.alone]
    _print((*(NAMES[at] for at in kept), "alone"), first, code, unseen[0])
    _print((*Company._fields, "alone"), second, (*BY_COMPANY, IN_COMPANY), unseen[1])


def _print(
    names: Sequence[str], weights: Table, code: Sequence[float], unseen: list[tuple[Table, Table]]
) -> None:
    """The weights beside those in the code, and how well pairs of unseen texts are put in order."""
    for name, weight, has in zip(names, weights, code, strict=True):
        print(f"{name:18}{weight:8.2f}   (the code has {has:.2f})")
    odds, answers = stacked(unseen)
    print(f"{int(answers.sum())} counterparts among {len(answers)} of {len(unseen)} texts")
    print(f"average precision, unseen texts: {average_precision(odds[:, 0], answers):.3f}\n")


if __name__ == "__main__":
    main()
