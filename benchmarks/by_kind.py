"""The scores by kind of instrument: local ordinances apart from laws, regulations and judicial interpretations.

    python benchmarks/by_kind.py CORPUS

CORPUS holds `pairs/<id>/` with `old.txt` and `new.txt`, `amend/<id>/` with `decision.txt` beside them, and `meta.json` in
each with the `kind` and the articles that the decision changes without saying so (`unsaid`). One Markdown row a kind:

- pairs: how many were compared, how many comparisons give both texts back, how many decisions written from the two
  texts give the new one's words when they are applied to the old;
- decisions: how many official ones were applied, how many give the official text but for what they do not say, how many
  of the changed articles come out right, how many texts were called complete and were not.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lawtrack import amend
from lawtrack.compare import compare, fold
from lawtrack.law import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = (
    "pairs",
    "undone",
    "written back",
    "decisions",
    "as decided",
    "changed articles",
    "right",
    "silent errors",
)


def folders(corpus: Path, which: str) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """The record and the texts (old, new, decision where there is one) of each case."""
    for folder in sorted((corpus / which).iterdir()):
        if folder.is_dir():
            names = [name for name in ("old", "new", "decision") if (folder / f"{name}.txt").exists()]
            texts = [(folder / f"{name}.txt").read_text(encoding="utf-8") for name in names]
            yield json.loads((folder / "meta.json").read_text(encoding="utf-8")), texts


def wording(text: str) -> dict[str, str]:
    """The articles by number; width, quotation marks and spaces of the two sources do not count."""
    return {article.label: fold(article.text.removeprefix(article.label)) for article in parse(text).articles}


def differing(made: str, official: str) -> set[str]:
    ours, theirs = wording(made), wording(official)
    return {label for label in ours.keys() | theirs.keys() if ours.get(label) != theirs.get(label)}


def both_back(old: str, new: str) -> bool:
    """Does the comparison hold every article of either text once, with its words?"""
    rows = compare(old, new).rows
    sides = ([one for row in rows for one in row.old], [one for row in rows for one in row.new])
    wanted = ([one.label for one in parse(old).articles], [one.label for one in parse(new).articles])
    return all(sorted(side) == sorted(labels) for side, labels in zip(sides, wanted, strict=True))


def measure(corpus: Path) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(COLUMNS, 0))
    for meta, (old, new, *_) in folders(corpus, "pairs"):
        row = table[meta["kind"]]
        row["pairs"] += 1
        row["undone"] += both_back(old, new)
        row["written back"] += not differing(amend.apply(old, amend.write(old, new)).text, new)
    for meta, (old, new, decision) in folders(corpus, "amend"):
        row, applied = table[meta["kind"]], amend.apply(old, decision)
        unsaid = set(meta.get("unsaid", ()))
        wrong = differing(applied.text, new) - unsaid
        before = set(wording(old).values())
        changed = {label for label, words in wording(new).items() if words not in before} - unsaid
        row["decisions"] += 1
        row["as decided"] += not wrong
        row["changed articles"] += len(changed)
        row["right"] += len(changed - wrong)
        row["silent errors"] += bool(wrong and applied.complete)
    return table


def main() -> None:
    warnings.simplefilter("ignore")  # what was reprinted whole is counted by written_decisions.py
    print(f"| kind | {' | '.join(COLUMNS)} |\n|---|{'--:|' * len(COLUMNS)}")
    for kind, row in sorted(measure(Path(sys.argv[1])).items()):
        print(f"| {kind} | {' | '.join(str(row[column]) for column in COLUMNS)} |")


if __name__ == "__main__":
    main()
