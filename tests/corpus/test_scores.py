"""The shared evaluation on real legislation, with the floors below which nothing lands."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any

import pytest

import lawtrack
from benchmarks.unprintable import pairs, slips_in
from lawtrack.amend import Written, compose

if TYPE_CHECKING:
    from pathlib import Path

FLOORS: dict[str, dict[str, float]] = {
    "parse": {"parse lossless": 100, "parse articles": 100},
    "compare": {
        "compare undone": 100,
        "compare same words paired": 100,
        "compare agrees with the decision": 99.8,
    },
    # Five official texts change something that their decision does not name (docs/amending.md); two of them unseen.
    "apply": {
        "apply exact": 79,
        "apply exact but for what no instruction says": 100,
        "apply no silent error": 91,
        "apply changed articles right": 97.6,
    },
}
pytestmark = pytest.mark.corpus


def script(corpus: Path) -> Path:
    return corpus.parent / "eval" / "lawtrack_eval.py"


@pytest.mark.parametrize("what", FLOORS)
def test_scores_stay_above_their_floors(corpus: Path, what: str) -> None:
    run = subprocess.run(
        [sys.executable, str(script(corpus)), what, str(corpus), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    scores = json.loads(run.stdout.splitlines()[-1])
    assert set(scores) == set(FLOORS[what])
    assert {name: score for name, score in scores.items() if score < FLOORS[what][name]} == {}


@pytest.fixture(scope="module")
def decisions(corpus: Path) -> dict[tuple[str, str], Written]:
    """The decision that lawtrack writes for every pair of the corpus, by its texts: half a minute's work, done once."""
    texts = {(old, new) for _, old, new in pairs(corpus)}  # some pairs stand in the corpus twice
    return {each: compose(*each) for each in texts}


def test_every_decision_that_is_written_is_applied_back(
    corpus: Path, decisions: dict[tuple[str, str], Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The evaluation's own judge, given the decisions that are there already."""
    spec = importlib.util.spec_from_file_location("lawtrack_eval", script(corpus))
    assert spec is not None
    assert spec.loader is not None
    judge: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(judge)
    asked = []

    def write(old: str, new: str) -> str:
        asked.append((old, new))
        return decisions[old, new].text

    monkeypatch.setattr(lawtrack.amend, "write", write)
    (score,) = judge.eval_write(corpus, Namespace(verbose=True, case=None))
    assert set(asked) == set(decisions)
    assert score.percent == 100


def test_what_is_written_would_print(decisions: dict[tuple[str, str], Written]) -> None:
    slips = {
        old.split("\n", 1)[0]: made
        for (old, _), done in decisions.items()
        if done.form != "revision" and (made := slips_in(old, done))
    }
    assert slips == {}
