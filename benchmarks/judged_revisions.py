"""How many articles of complete revisions are matched as a person matched them.

    python benchmarks/judged_revisions.py FOLDER

FOLDER holds `<case>/old.txt` and `<case>/new.txt`; the judgments, by article number, are in
`tests/compare/judged_revisions.txt`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lawtrack.compare import compare

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.compare.judged import Pairs, judgments  # the judgments live with the tests


def shown(folder: Path) -> Pairs:
    """The pairs that stand in one row, by article number."""
    old, new = ((folder / side).read_text(encoding="utf-8") for side in ("old.txt", "new.txt"))
    return {
        (before.number[0], after.number[0])
        for row in compare(old, new).rows
        for before in row.old_provisions
        for after in row.new_provisions
    }


def main() -> None:
    """Print precision and recall, and per revision what is wrong and what is missed."""
    right = wrong = missed = 0
    for name, judged in judgments().items():
        pairs = shown(Path(sys.argv[1]) / name)
        false, lost = pairs - judged["is"] - judged["either"], judged["is"] - pairs
        right, wrong, missed = right + len(judged["is"] & pairs), wrong + len(false), missed + len(lost)
        print(f"{name}: wrong {sorted(false)}, missed {sorted(lost)}")
    print(f"precision {right / (right + wrong):.3f}, recall {right / (right + missed):.3f}")


if __name__ == "__main__":
    main()
