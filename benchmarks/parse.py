"""How fast a text is read, and whether the time grows with its length alone.

    python benchmarks/parse.py [FOLDER]

Made-up ordinances of growing size, then the texts of FOLDER (`**/*.txt`), then hard cases: what a broken converter or a
bored attacker could hand in. Each is read several times in this process; the best round counts. The last column is the
time for a character, as a multiple of that of the first row: it stays near 1 where the time is linear.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from lawtrack.law import parse
from tests.strategies import article, hard_cases, print_text  # the made-up texts live with the tests

ROUNDS = 7


def made_up(articles: int) -> str:
    rng = random.Random(articles)
    return print_text("某国公共空间法", [article(rng) for _ in range(articles)], articles // 40)


def measure(texts: list[str]) -> tuple[int, int, float]:
    """(characters, articles, seconds of the best round) for reading all of `texts`."""
    best, articles = float("inf"), 0
    for _ in range(ROUNDS):
        began = time.perf_counter()
        articles = sum(len(parse(text).articles) for text in texts)
        best = min(best, time.perf_counter() - began)
    return sum(map(len, texts)), articles, best


def main() -> None:
    rows = [(f"{size} articles", [made_up(size)]) for size in (50, 200, 1260, 9000)]
    if len(sys.argv) > 1:
        files = sorted(Path(sys.argv[1]).rglob("*.txt"))
        rows.append((f"{len(files)} files", [path.read_text(encoding="utf-8") for path in files]))
    rows += [(name, [text]) for name, text in hard_cases(200_000).items()]
    print(f"{'text':40}{'characters':>12}{'articles':>10}{'ms':>10}{'M chars/s':>11}{'time/char':>11}")
    first = 0.0
    for name, texts in rows:
        characters, articles, seconds = measure(texts)
        first = first or seconds / characters
        speed, ratio = characters / seconds / 1e6, seconds / characters / first
        print(f"{name:40}{characters:12,}{articles:10,}{seconds * 1e3:10.1f}{speed:11.2f}{ratio:11.2f}")


if __name__ == "__main__":
    main()
