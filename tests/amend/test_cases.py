"""Golden cases: a base, a decision and the amended text, one for each form of words; a lawyer can read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawtrack.amend import apply

CASES = sorted(folder for folder in (Path(__file__).parent / "cases").iterdir() if folder.is_dir())


def texts(folder: Path) -> tuple[str, str, str]:
    base, decision, result = (
        (folder / f"{name}.txt").read_text(encoding="utf-8") for name in ("base", "decision", "result")
    )
    return base, decision, result


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_decision_gives_the_text_that_the_case_says(folder: Path):
    base, decision, result = texts(folder)
    done = apply(base, decision)
    assert done.text == result
    assert done.complete == (not folder.name.startswith("failed"))


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_result_that_is_not_complete_says_why(folder: Path):
    base, decision, _ = texts(folder)
    done = apply(base, decision)
    reasons = [outcome.reason for outcome in done.instructions if outcome.reason]
    assert bool(reasons or done.doubts) == (not done.complete)
