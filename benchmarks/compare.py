"""How long a comparison takes beside what a user would pick instead, as ratios in one run.

    python benchmarks/compare.py [FOLDER]

FOLDER holds `<case>/old.txt` and `<case>/new.txt`; without it, made-up ordinances of growing size are compared. Each
program gets the same texts in turn; the best of three rounds counts. lawtrack parses, aligns, marks the changed words
and gives plain data; the others mark words or lines and know no clauses.
"""

from __future__ import annotations

import difflib
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from diff_match_patch import diff_match_patch
from redlines import Redlines

import lawtrack

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.strategies import EDITS, edit  # the made-up ordinances live with the tests

if TYPE_CHECKING:
    from collections.abc import Callable

Texts = list[tuple[str, str]]


def by_lawtrack(old: str, new: str) -> None:
    lawtrack.compare(old, new).to_dict()


def by_redlines(old: str, new: str) -> None:
    _ = Redlines(old, new).output_markdown


def by_difflib(old: str, new: str) -> None:
    difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def by_diff_match_patch(old: str, new: str) -> None:
    tool = diff_match_patch()
    diffs = tool.diff_main(old, new)
    tool.diff_cleanupSemantic(diffs)


def by_git(old: str, new: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder, "old"), Path(folder, "new")
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        command = ["git", "diff", "--no-index", "--word-diff", "--word-diff-regex=.", *map(str, paths)]
        subprocess.run(command, capture_output=True, check=False)


PEERS: dict[str, Callable[[str, str], None]] = {
    "lawtrack": by_lawtrack,
    "redlines": by_redlines,
    "git diff --word-diff": by_git,
    "diff-match-patch": by_diff_match_patch,
    "difflib": by_difflib,
}


def texts(folder: Path | None) -> dict[str, Texts]:
    if folder:
        cases = sorted(path.parent for path in folder.glob("*/old.txt"))
        return {
            f"{len(cases)} revisions": [(read(case / "old.txt"), read(case / "new.txt")) for case in cases]
        }
    found = {}
    for size in (50, 200, 1000):
        case = edit(random.Random(size), size, EDITS, max(2, size // 10))
        found[f"{size} articles"] = [(case.old, case.new)]
    return found


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    for name, pairs in texts(folder).items():
        slow = {"difflib"} if sum(len(old) + len(new) for old, new in pairs) > 400_000 else set()
        best = dict.fromkeys(PEERS, float("inf"))
        for _ in range(3):
            for peer, compare in PEERS.items():
                if peer in slow:
                    continue
                start = time.perf_counter()
                for old, new in pairs:
                    compare(old, new)
                best[peer] = min(best[peer], time.perf_counter() - start)
        print(f"{name}: lawtrack {best['lawtrack'] * 1000:.0f} ms")
        for peer, seconds in best.items():
            if peer != "lawtrack":
                ratio = (
                    "too slow to wait for"
                    if peer in slow
                    else f"{seconds / best['lawtrack']:.1f} times as long"
                )
                print(f"  {peer}: {ratio}")


if __name__ == "__main__":
    main()
