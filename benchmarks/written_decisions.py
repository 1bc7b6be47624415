"""How close written decisions are to the official ones: precision and recall of (operation, place) pairs.

    python benchmarks/written_decisions.py CORPUS [-v] [--share 0.3]

CORPUS holds `amend/<id>/old.txt`, `new.txt` and `decision.txt`. The official decision and the one that lawtrack writes
from the two texts are both read by `lawtrack.amend.read`; a pair counts where both have it. A place is counted in the
old numbering, whether or not the decision says the article's new number in the same sentence; the only paragraph of an
article is the article; and 第一句 or 末尾 are no places of their own, because the quoted words say the same. What is new
has only a new number. The second line counts the places by the words in which each decision names them.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lawtrack.amend import read, write
from lawtrack.law import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.amend import Address, AmendingInstrument, Operation
    from lawtrack.law import Instrument


def operations(decision: AmendingInstrument) -> Iterator[Operation]:
    """The operations that name a place; 条文顺序作相应调整 names none."""
    for instruction in decision.instructions:
        for operation in instruction.operations:
            if operation.at is None or operation.at.block != "order":
                yield operation


def pairs(decision: AmendingInstrument, base: Instrument) -> set[tuple[str, str]]:
    """(operation, place in the old numbering) for every place that the decision names."""
    single = {article.number for article in base.articles if len(article.children) == 1}
    found: set[tuple[str, str]] = set()
    for operation in operations(decision):
        places = operation.sources or ((operation.at,) if operation.at else ())
        if operation.op == "insert":
            old = operation.at.article if operation.at else None
            new = operation.targets or ((operation.to,) if operation.to else places)
            places = tuple(replace(place, article=old or place.article) for place in new)
        found |= {(operation.op, _unit(place, single)) for place in places}
    return found


def _unit(place: Address, single: set[tuple[int, int]]) -> str:
    """The unit in which a place lies, as a citation."""
    place = replace(place, part="", sentence=0)
    if place.article in single and place.paragraph == 1:
        place = replace(place, paragraph=None)
    return place.label


def named(decision: AmendingInstrument) -> Iterator[tuple[str, str]]:
    """(operation, target) in the words of the decision."""
    for operation in operations(decision):
        if operation.targets:
            yield from ((operation.op, target.label) for target in operation.targets)
        elif len(operation.sources) > 1:
            yield from ((operation.op, source.label) for source in operation.sources)
        else:
            yield operation.op, operation.target


@dataclass
class Counts:
    """Pairs that both decisions have, that the written one has, that the official one has."""

    both: int = 0
    written: int = 0
    official: int = 0

    def add(self, written: set[tuple[str, str]], official: set[tuple[str, str]]) -> None:
        """Count one pair of decisions."""
        self.both += len(written & official)
        self.written += len(written)
        self.official += len(official)

    def __str__(self) -> str:
        shown = f"precision {self.both / self.written:.3f}  recall {self.both / self.official:.3f}"
        return f"{shown}  ({self.both} common, {self.written} written, {self.official} official)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--share", type=float)
    args = parser.parse_args()
    places, words = Counts(), Counts()
    for folder in sorted((args.corpus / "amend").glob("*/")):
        old, new, official = (
            (folder / name).read_text(encoding="utf-8") for name in ("old.txt", "new.txt", "decision.txt")
        )
        options = {} if args.share is None else {"share": args.share}
        a, b, doc = read(write(old, new, **options)), read(official), parse(old)
        x, y = pairs(a, doc), pairs(b, doc)
        places.add(x, y)
        words.add(set(named(a)), set(named(b)))
        if args.verbose:
            print(f"{folder.name}: {len(x & y)} of {len(x)} written, {len(y)} official")
            print("   written only :", sorted(x - y))
            print("   official only:", sorted(y - x))
    print(f"by place   {places}")
    print(f"as worded  {words}")


if __name__ == "__main__":
    main()
