"""Write lawtrack/compare/alignment/common_pairs.py: which pairs of characters are common in legal texts.

    python scripts/common_pairs.py FOLDER

FOLDER holds legal texts (*.txt). Of each pair of neighbouring characters it is counted in how many of the texts it
stands; those of at least a tenth of them go into the table, in classes by how common they are. Nothing else of the
texts does.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from lawtrack.compare import fold
from lawtrack.law import parse

CLASSES = 8
LEAST = 0.1
TARGET = Path(__file__).resolve().parent.parent / "lawtrack" / "compare" / "alignment" / "common_pairs.py"
WIDTH = 100


def main() -> None:
    """Count, and write the table."""
    texts = sorted(Path(sys.argv[1]).glob("*.txt"))
    counts: Counter[str] = Counter()
    for path in texts:
        articles = [fold(node.words) for node in parse(path.read_text(encoding="utf-8")).articles]
        counts.update({words[k : k + 2] for words in articles for k in range(len(words) - 1)})
    classes: defaultdict[int, list[str]] = defaultdict(list)
    for pair, count in counts.items():
        if count >= LEAST * len(texts):
            classes[
                round(CLASSES * math.log((len(texts) + 1) / (count + 1)) / math.log(len(texts) + 1))
            ].append(pair)
    lines = [
        '"""Pairs of characters that stand in many legal texts, the most common first; written by scripts/common_pairs.py.',
        "",
        f"Counted in {len(texts)} laws, regulations and ordinances: `COMMON[n]` are pairs that say n / {CLASSES} of what one",
        "says that no other text has. What is in no class is in fewer than a tenth of them.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import Final",
        "",
        f"CLASSES: Final = {CLASSES}",
        "COMMON: Final[tuple[str, ...]] = (",
    ]
    for kind in range(max(classes) + 1):
        told = "".join(sorted(classes[kind]))
        lines += [
            "    (",
            *(f"        {told[at : at + WIDTH]!r}" for at in range(0, len(told), WIDTH) or (0,)),
            "    ),",
        ]
    TARGET.write_text("\n".join([*lines, ")", ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
