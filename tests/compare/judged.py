"""What became of the articles of complete revisions, as a person judged it."""

from __future__ import annotations

from pathlib import Path

JUDGMENTS = Path(__file__).resolve().parent / "judged_revisions.txt"
Pairs = set[tuple[int, int]]


def judgments() -> dict[str, dict[str, Pairs]]:
    """By revision: the pairs that are counterparts (`is`), and those that one may see either way (`either`)."""
    found: dict[str, dict[str, Pairs]] = {}
    name = ""
    for line in JUDGMENTS.read_text(encoding="utf-8").splitlines():
        word, _, rest = line.partition(" ")
        if word in ("is", "either"):
            numbers = [pair.split(">") for pair in rest.split()]
            found[name][word] = {(int(old), int(new)) for old, new in numbers}
        elif word and word != "#":
            name = word
            found[name] = {}
    return found
