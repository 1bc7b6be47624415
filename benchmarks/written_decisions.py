"""How close written decisions are to the official ones: precision and recall of (operation, place) pairs.

    python benchmarks/written_decisions.py CORPUS [-v] [--share 0.3]
    python benchmarks/written_decisions.py CORPUS --fit        # shares chosen with each text left out in turn
    python benchmarks/written_decisions.py CORPUS --revision   # the bound between amendment and revision, the same way
    python benchmarks/written_decisions.py CORPUS --forms      # forms chosen by decisions without a base, in two halves

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

from lawtrack.amend import compose, read
from lawtrack.amend.writing.manner import LOCAL, manner_of
from lawtrack.amend.writing.revising import UNTOUCHED, shares
from lawtrack.compare import compare
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

    def join(self, other: Counts) -> None:
        """Add another count."""
        self.both += other.both
        self.written += other.written
        self.official += other.official

    def __str__(self) -> str:
        shown = f"precision {self.both / self.written:.3f}  recall {self.both / self.official:.3f}"
        return f"{shown}  ({self.both} common, {self.written} written, {self.official} official)"


SHARES = tuple(n / 50 for n in range(3, 46, 3))
"""The shares that are tried, 0.06 to 0.9."""


def scored(corpus: Path, share: float | None) -> dict[str, tuple[str, Counts]]:
    """(manner, counts by place) of each text."""
    found = {}
    for folder in sorted((corpus / "amend").glob("*/")):
        old, new, official = texts_of(folder)
        counts = Counts()
        a, b, doc = read(compose(old, new, share=share).text), read(official), parse(old)
        counts.add(pairs(a, doc), pairs(b, doc))
        found[folder.name] = (manner_name(doc), counts)
    return found


def fit(corpus: Path) -> None:
    """The share chosen on all other texts of the same manner, for each text in turn; the sum of what that gives."""
    grid = {share: scored(corpus, share) for share in SHARES}
    standing = scored(corpus, None)
    left_out, chosen = Counts(), Counts()
    picks: dict[str, set[float]] = {}
    for name, (manner, counts) in standing.items():
        chosen.join(counts)
        others = [other for other, (kind, _) in standing.items() if other != name and kind == manner]
        others = others or [other for other in standing if other != name]
        best = max(SHARES, key=lambda share: sum(grid[share][other][1].both for other in others))
        picks.setdefault(manner, set()).add(best)
        left_out.join(grid[best][name][1])
    print(f"leave one text out  {left_out}")
    print(f"as it stands        {chosen}")
    for manner, picked in picks.items():
        print(f"  {manner}: share {min(picked):.2f} to {max(picked):.2f}")


def revisions(corpus: Path) -> None:
    """Was it a revision? The bound fitted on all other texts, against the header note of the new text."""
    known: list[tuple[bool, float, float]] = []
    for kind in ("amend", "pairs"):
        for folder in sorted((corpus / kind).glob("*/")):
            old, new = (parse((folder / name).read_text(encoding="utf-8")) for name in ("old.txt", "new.txt"))
            note = new.block("header")
            last = (note.text if note else "").rstrip("）) \n").splitlines()[-1:] or [""]
            revised = last[0].endswith("修订") and "决定》" not in last[0]
            if kind == "amend" or revised or "决定》" in last[0]:
                known.append((revised, *shares(compare(old, new).rows)))
    right = 0
    for at, (revised, kept, untouched) in enumerate(known):
        rest = [case for index, case in enumerate(known) if index != at]
        right += ((kept < _bound(rest)) and untouched < UNTOUCHED) == revised
    print(
        f"revision or amendment, bound fitted on the other texts: {right} of {len(known)}; bound of all {_bound(known):.3f}"
    )


def _bound(known: list[tuple[bool, float, float]]) -> float:
    """The bound on the share of the new text that is old which tells most texts rightly; the middle of the best."""
    cuts = [n / 200 for n in range(201)]
    right = {
        cut: sum((kept < cut and untouched < UNTOUCHED) == revised for revised, kept, untouched in known)
        for cut in cuts
    }
    best = [cut for cut in cuts if right[cut] == max(right.values())]
    return best[len(best) // 2]


def forms(corpus: Path) -> None:
    """What forms decisions choose, by manner: the official ones without a base in two halves, and those written."""
    for half in (0, 1):
        tables: dict[str, Forms] = {}
        for at, path in enumerate(sorted((corpus / "decisions").glob("*.txt"))):
            if at % 2 == half:
                text = path.read_text(encoding="utf-8")
                tables.setdefault(manner_of_words(text), Forms()).add(read(text))
        print(f"official decisions without base, half {half + 1}")
        for manner, table in sorted(tables.items()):
            print(f"  {manner:9}{table}")
    tables = {}
    for kind in ("amend", "pairs"):
        for folder in sorted((corpus / kind).glob("*/")):
            old, new = ((folder / name).read_text(encoding="utf-8") for name in ("old.txt", "new.txt"))
            done = compose(old, new)
            if done.form == "decision":
                tables.setdefault(manner_name(parse(old)), Forms()).add(read(done.text))
    print("written by lawtrack")
    for manner, table in sorted(tables.items()):
        print(f"  {manner:9}{table}")


WORDS = ("replace-words", "insert-words", "delete-words")


@dataclass
class Forms:
    """Places where words change, units that get a new text; of the places of words, those that name the article alone."""

    words: int = 0
    units: int = 0
    alone: int = 0

    def add(self, decision: AmendingInstrument) -> None:
        """Count one decision."""
        for operation in operations(decision):
            for place in operation.sources or ((operation.at,) if operation.at else ()):
                if operation.op in WORDS and place.article:
                    self.words += 1
                    self.alone += not place.paragraph
                elif operation.op == "replace" and place.article:
                    self.units += 1

    def __str__(self) -> str:
        words, units = self.words, self.units
        share = words / (words + units) if words + units else 0.0
        alone = self.alone / words if words else 0.0
        return f"words {words:4} units {units:4} → words {share:.2f}; article alone {alone:.2f} of the places of words"


def manner_name(doc: Instrument) -> str:
    """court, local, congress or council: in whose manner lawtrack writes about the text."""
    manner = manner_of(doc, "", share=None, keep=False)
    return (
        "court"
        if manner.judicial
        else "local"
        if manner.local
        else "congress"
        if manner.congress
        else "council"
    )


def manner_of_words(decision: str) -> str:
    """The same of an official decision, from its own words."""
    head = decision[:400]
    if "最高人民" in head:
        return "court"
    if LOCAL.search(head) or "本市" in decision or "本省" in decision:
        return "local"
    return "congress" if "全国人民代表大会" in head or "修正案" in head else "council"


def texts_of(folder: Path) -> tuple[str, str, str]:
    """Old text, new text and official decision."""
    old, new, official = (
        (folder / name).read_text(encoding="utf-8") for name in ("old.txt", "new.txt", "decision.txt")
    )
    return old, new, official


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--share", type=float)
    parser.add_argument("--fit", action="store_true", help="leave one text out when choosing the shares")
    parser.add_argument(
        "--revision", action="store_true", help="leave one text out when choosing the bound of revisions"
    )
    parser.add_argument(
        "--forms", action="store_true", help="the forms that official and written decisions choose"
    )
    args = parser.parse_args()
    for asked, act in ((args.fit, fit), (args.revision, revisions), (args.forms, forms)):
        if asked:
            act(args.corpus)
    if args.fit or args.revision or args.forms:
        return
    places, words = Counts(), Counts()
    for folder in sorted((args.corpus / "amend").glob("*/")):
        old, new, official = texts_of(folder)
        a, b, doc = read(compose(old, new, share=args.share).text), read(official), parse(old)
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
