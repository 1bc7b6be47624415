"""How close written decisions are to the official ones: precision and recall of (operation, target) pairs.

    python benchmarks/written_decisions.py CORPUS [-v] [--share 0.3]

CORPUS holds `amend/<id>/old.txt`, `new.txt` and `decision.txt`. The official decision and the one that lawtrack writes
from the two texts are both read by `lawtrack.amend.read`; a pair counts where both have it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from lawtrack.amend import read, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.amend import AmendingInstrument


def pairs(decision: AmendingInstrument) -> Iterator[tuple[str, str]]:
    """(operation, target) for every place that the decision names."""
    for instruction in decision.instructions:
        for operation in instruction.operations:
            if operation.at is not None and operation.at.block == "order":
                continue
            if operation.targets:
                yield from ((operation.op, target.label) for target in operation.targets)
            elif len(operation.sources) > 1:
                yield from ((operation.op, source.label) for source in operation.sources)
            else:
                yield operation.op, operation.target


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--share", type=float)
    args = parser.parse_args()
    both = mine = theirs = 0
    for folder in sorted((args.corpus / "amend").glob("*/")):
        old, new, official = (
            (folder / name).read_text(encoding="utf-8") for name in ("old.txt", "new.txt", "decision.txt")
        )
        options = {} if args.share is None else {"share": args.share}
        a = Counter(set(pairs(read(write(old, new, **options)))))
        b = Counter(set(pairs(read(official))))
        common = a & b
        both, mine, theirs = both + common.total(), mine + a.total(), theirs + b.total()
        if args.verbose:
            print(f"{folder.name}: {common.total()} of {a.total()} written, {b.total()} official")
            print("   written only :", sorted(a - b)[:30])
            print("   official only:", sorted(b - a)[:30])
    print(
        f"precision {both / mine:.3f}  recall {both / theirs:.3f}  ({both} common, {mine} written, {theirs} official)"
    )


if __name__ == "__main__":
    main()
