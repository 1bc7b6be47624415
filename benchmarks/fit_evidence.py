"""The weights of the evidence, learned anew from revisions judged by hand, each text left out in turn.

    python benchmarks/fit_evidence.py FOLDER [WITHOUT]

FOLDER holds `<case>/old.txt` and `<case>/new.txt`; the judgments, by article number, are in
`tests/compare/judged_revisions.txt`. The features are those that the comparison itself weighs (`evidence.Words` and
`placing.Place`), of the candidates that it weighs. It prints for each feature what a logistic regression over all texts
gives it, beside what the code has; and the average precision over texts that the regression has not seen. WITHOUT names a
feature to leave out.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from lawtrack.compare import align
from lawtrack.compare.alignment import matching, placing
from lawtrack.compare.alignment.evidence import Words
from lawtrack.compare.alignment.placing import BY_PLACE, BY_WORDS, Place
from lawtrack.compare.comparing import compare
from lawtrack.law import parse

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.compare.judged import judgments  # the judgments live with the tests

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Table = NDArray[np.float64]

NAMES = (*Words._fields, *Place._fields)
RIDGE = 0.02  # of the sum of squares of the weights: a few hundred pairs must not give anything a weight without bound
CANDIDATES: list[list[tuple[int, int, tuple[float, ...]]]] = []


class Watched(matching.Matching):
    """A matching that tells what it weighed."""

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        if self.context is not None:
            CANDIDATES.append(
                [
                    (i, j, (*self.evidence.words(i, j), *self.placing.place(i, j)))
                    for i, j in self.evidence.candidates
                ]
            )


def table(folder: Path, judged: dict[str, set[tuple[int, int]]]) -> tuple[Table, Table]:
    """Features and answers (1 for counterparts) of the candidates of one revision that are not open to doubt."""
    old, new = (parse((folder / side).read_text(encoding="utf-8")) for side in ("old.txt", "new.txt"))
    CANDIDATES.clear()
    compare(old, new)
    rows, answers = [], []
    for i, j, features in CANDIDATES[0] if CANDIDATES else ():
        pair = old.articles[i].number[0], new.articles[j].number[0]
        if pair not in judged["either"]:
            rows.append(features)
            answers.append(float(pair in judged["is"]))
    return np.array(rows).reshape(-1, len(NAMES)), np.array(answers)


def fitted(features: Table, answers: Table) -> Table:
    """The weights of a logistic regression, the constant last."""
    given = np.hstack([features, np.ones((len(features), 1))])
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
    align.Matching = Watched  # type: ignore[attr-defined]
    kept = [at for at, name in enumerate(NAMES) if name not in without]
    texts = [table(folder / name, judged) for name, judged in judgments().items() if (folder / name).is_dir()]
    texts = [(features[:, kept], answers) for features, answers in texts if len(answers)]
    unseen = [
        np.hstack([features, np.ones((len(features), 1))])
        @ fitted(
            np.vstack([other for k, (other, _) in enumerate(texts) if k != at]),
            np.hstack([answers for k, (_, answers) in enumerate(texts) if k != at]),
        )
        for at, (features, _) in enumerate(texts)
    ]
    every, answers = np.vstack([one for one, _ in texts]), np.hstack([one for _, one in texts])
    learned = fitted(every, answers)
    had = (*BY_WORDS, *BY_PLACE)
    for place, at in enumerate(kept):
        print(f"{NAMES[at]:14}{learned[place]:8.2f}   (the code has {had[at]:.2f})")
    print(f"{'alone':14}{learned[-1]:8.2f}   (the code has {placing.ALONE:.2f})")
    code = every @ np.array([had[at] for at in kept])
    print(f"{int(answers.sum())} counterparts among {len(answers)} candidates of {len(texts)} texts")
    print(f"average precision, unseen texts: {average_precision(np.hstack(unseen), answers):.3f}")
    print(f"average precision of the weights in the code: {average_precision(code, answers):.3f}")


if __name__ == "__main__":
    main()
