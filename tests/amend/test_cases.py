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


@pytest.mark.parametrize(
    "folder",
    [folder for folder in CASES if not folder.name.startswith("failed")],
    ids=lambda folder: folder.name,
)
def test_a_verb_that_is_not_known_is_never_passed_over(folder: Path):
    base, decision, result = texts(folder)
    lines = decision.split("\n")
    for at, line in enumerate(lines):
        for verb in ("修改为", "增加", "删去"):
            if verb in line and not line.startswith("《"):
                damaged = [*lines[:at], line.replace(verb, "弄成", 1), *lines[at + 1 :]]
                done = apply(base, "\n".join(damaged))
                assert not done.complete or done.text == result, line
