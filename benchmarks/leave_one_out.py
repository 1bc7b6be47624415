"""What weights and thresholds are worth on revisions that neither was chosen on: each judged text left out in turn.

    python benchmarks/leave_one_out.py FOLDER

FOLDER holds `<case>/old.txt` and `<case>/new.txt`; the judgments, by article number, are in
`tests/compare/judged_revisions.txt`. For each text the weights of both looks (`placing`, `second_look`) are learned from
the others, and of the thresholds below those are taken that find most in the others with WANTED precision; then the text is
compared with them. It prints what was chosen and found for each, the sum, and what the same choice over all texts is.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from fit_evidence import Text, learned, texts_in  # type: ignore[import-not-found]  # a script beside this one

from lawtrack.compare import compare
from lawtrack.compare.alignment import matching, placing, second_look
from lawtrack.compare.alignment.evidence import Words
from lawtrack.law import Instrument, parse

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.compare.judged import judgments  # the judgments live with the tests

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    Weights = NDArray[np.float64]

WANTED: Final = 0.95
TRUSTS: Final = (
    0.4,
    1 / 3,
    0.45,
    0.5,
)  # the first of each is what the code has, and stays where others are no better
MOVED: Final = (3.5, 2.5, 1.5)
MOVED_TOO: Final = (0.5, 1.0, 1.5)

Thresholds = tuple[float, float, float]


class Score(NamedTuple):
    """Pairs shown that are right and wrong, and counterparts that are not shown."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def plus(self, other: Score) -> Score:
        """Both together."""
        return Score(*map(sum, zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """What part of what is shown is right."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """What part of the counterparts is shown."""
        return self.right / max(self.right + self.missed, 1)

    def __str__(self) -> str:
        counts = f"{self.right} right, {self.wrong} wrong, {self.missed} missed"
        return f"precision {self.precision:.3f}, recall {self.recall:.3f} ({counts})"


class Judged:
    """The judged revisions, read once."""

    def __init__(self, folder: Path) -> None:
        self.judgments = judgments()
        self.sides = {name: self._read(folder / name) for name in self.judgments}

    @staticmethod
    def _read(folder: Path) -> tuple[Instrument, Instrument]:
        old, new = (parse((folder / side).read_text(encoding="utf-8")) for side in ("old.txt", "new.txt"))
        return old, new

    def score(self, name: str, thresholds: Thresholds) -> Score:
        """What a comparison shows of one."""
        trust, vars(matching)["MOVED"], vars(matching)["MOVED_TOO"] = thresholds
        judged = self.judgments[name]
        shown = {
            (before.number[0], after.number[0])
            for row in compare(*self.sides[name], trust=trust).rows
            for before in row.old_provisions
            for after in row.new_provisions
        }
        counted = judged["is"], judged["is"] | judged["either"]
        return Score(len(shown & counted[0]), len(shown - counted[1]), len(counted[0] - shown))

    def sum(self, names: Iterable[str], thresholds: Thresholds) -> Score:
        """What comparisons show of several."""
        total = Score()
        for name in names:
            total = total.plus(self.score(name, thresholds))
        return total


def use(weights: tuple[Weights, Weights]) -> None:
    """Let comparisons weigh by these."""
    first, second = ([float(weight) for weight in look] for look in weights)
    words = len(Words._fields)
    vars(placing)["OF_ARTICLES"] = placing.Weights(
        Words(*first[:words]), placing.Place(*first[words:-1]), first[-1]
    )
    vars(second_look).update(BY_COMPANY=second_look.Company(*second[:-1]), IN_COMPANY=second[-1])


def chosen(judged: Judged, names: list[str]) -> Thresholds:
    """The thresholds that find most with WANTED precision, the first of those that find as much."""
    scores = {one: judged.sum(names, one) for one in product(TRUSTS, MOVED, MOVED_TOO)}
    return max(scores, key=lambda one: (min(scores[one].precision, WANTED), scores[one].recall))


def left_out(judged: Judged, texts: Mapping[str, Text], name: str) -> tuple[Thresholds, Score]:
    """Weights and thresholds chosen without this text, and what they show of it."""
    others = [other for other in texts if other != name]
    use(learned(texts[other] for other in others))
    thresholds = chosen(judged, others)
    return thresholds, judged.score(name, thresholds)


def main() -> None:
    """Print what was chosen and found."""
    folder = Path(sys.argv[1])
    judged, texts = Judged(folder), texts_in(folder)
    print("as the code is:", judged.sum(texts, (TRUSTS[0], MOVED[0], MOVED_TOO[0])))
    plain = total = Score()
    for name in texts:
        thresholds, score = left_out(judged, texts, name)
        plain = plain.plus(judged.score(name, (TRUSTS[0], MOVED[0], MOVED_TOO[0])))
        total = total.plus(score)
        print(f"{name}: trust, moved {thresholds}: {score}", flush=True)
    print("weights left out, thresholds of the code:", plain)
    print("weights and thresholds left out:", total)
    use(learned(texts.values()))
    thresholds = chosen(judged, list(texts))
    print(f"over all texts {thresholds}:", judged.sum(texts, thresholds))


if __name__ == "__main__":
    main()
