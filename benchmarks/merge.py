"""How long a merge of parallel work takes, and whether the time grows with the text alone.

    python benchmarks/merge.py

Made-up ordinances of growing size, a tenth of the articles changed by each side. The last columns: the time for an article
as a multiple of that of the first row (near 1 where the time is linear), lawtrack's conflicts, whether its text is the one
that both together should give, and how many lines git's own merge leaves between conflict markers.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from lawtrack.merge import merge
from tests.compare.strategies import parallel  # the made-up work lives with the tests

ROUNDS = 3


def git_left(base: str, ours: str, theirs: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for path, text in zip(paths, (ours, base, theirs), strict=True):
            path.write_text(text, encoding="utf-8")
        done = subprocess.run(["git", "merge-file", "-p", *map(str, paths)], capture_output=True, check=False)
    left = re.findall(r"(?ms)^<<<<<<< .*?^>>>>>>> ", done.stdout.decode("utf-8"))
    return sum(block.count("\n") - 2 for block in left)


def main() -> None:
    print(
        f"{'articles':>8}{'ms':>8}{'per article':>13}{'conflicts':>11}{'exact':>7}{'lines left by git':>19}"
    )
    first = 0.0
    for size in (125, 250, 500, 1000):
        case = parallel(random.Random(size), size, size // 10)
        best = float("inf")
        for _ in range(ROUNDS):
            began = time.perf_counter()
            found = merge(case.base, case.ours, case.theirs)
            best = min(best, time.perf_counter() - began)
        first = first or best / size
        exact = "yes" if found.text == case.merged else "no"
        git = git_left(case.base, case.ours, case.theirs)
        print(
            f"{size:>8}{best * 1000:>8.0f}{best / size / first:>13.2f}{len(found.conflicts):>11}{exact:>7}{git:>15}"
        )


if __name__ == "__main__":
    main()
