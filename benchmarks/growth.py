"""How the time of a comparison grows with the number of articles, on real text.

    python benchmarks/growth.py FOLDER

FOLDER holds `<case>/old.txt` and `<case>/new.txt`. They are laid end to end, numbered anew: each alone, then all in 16
texts, in 4, in 1, and all twice in 1, so that every size holds the same articles and the same changes. Printed are the
seconds of the processor and the exponent between the first size and the others: 1 is in proportion.
"""

from __future__ import annotations

import random
import sys
import time
from math import log
from pathlib import Path

from lawtrack.compare import compare
from lawtrack.law import article_label, parse

PARTS = (None, 16, 4, 1)
RUNS = 3


def main() -> None:
    """Print a line for each size."""
    pairs = [
        tuple(
            [node.words for node in parse((folder / f"{side}.txt").read_text(encoding="utf-8")).articles]
            for side in ("old", "new")
        )
        for folder in sorted(Path(sys.argv[1]).iterdir())
        if (folder / "new.txt").is_file()
    ]
    random.Random(14).shuffle(pairs)
    first: tuple[float, float] | None = None
    for parts, times in [*((parts, 1) for parts in PARTS), (1, 2)]:
        count = parts or len(pairs)
        texts = [_laid_together(pairs[k::count] * times) for k in range(count)]
        articles = sum(size for *_, size in texts) / count
        each = min(_seconds(texts) for _ in range(RUNS)) / (articles * count)
        first = first or (articles, each)
        grown = (
            ""
            if articles == first[0]
            else f"  exponent {1 + log(each / first[1]) / log(articles / first[0]):.2f}"
        )
        print(f"{articles:8.0f} articles a text: {each * 1e6:5.0f} µs an article{grown}")


def _laid_together(pairs: list[tuple[list[str], ...]]) -> tuple[str, str, int]:
    sides = [[words for pair in pairs for words in pair[at]] for at in (0, 1)]
    old, new = (
        "\n".join(f"{article_label((number, 0))}　{words}" for number, words in enumerate(side, 1))
        for side in sides
    )
    return old, new, max(map(len, sides))


def _seconds(texts: list[tuple[str, str, int]]) -> float:
    start = time.process_time()
    for old, new, _ in texts:
        compare(old, new).to_dict()
    return time.process_time() - start


if __name__ == "__main__":
    main()
