"""What the barest comparison by clauses would take, as a share of redlines' time: a floor for lawtrack's.

    python benchmarks/barest.py FOLDER

FOLDER holds `<case>/old.txt` and `<case>/new.txt`. Stage by stage, each with those before it: both texts are read; the pairs
of characters are found of what changed; articles are paired by the rare pairs that they share; changed characters are
marked as the library gives them. No evidence, no pieces, no parts, no headings, no phrases: what is missing makes it right.
The best of three rounds counts, in turn; the geometric mean over all cases is the typical pair.
"""

from __future__ import annotations

import math
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel
from redlines import Redlines

import lawtrack
from lawtrack.compare.alignment.similarity import bigrams

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lawtrack.law import Instrument

ROUNDS: Final = 3
RARE: Final = 16
LEAST: Final = 0.1


def read_both(old: str, new: str) -> tuple[Instrument, Instrument]:
    return lawtrack.parse(old), lawtrack.parse(new)


def find_pairs(old: str, new: str) -> tuple[Instrument, Instrument, dict[int, set[int]], dict[int, set[int]]]:
    """Both texts, and of each the articles that the other has not to the letter, with their pairs of characters."""
    before, after = read_both(old, new)
    olds, news = ([article.words for article in doc.articles] for doc in (before, after))
    same = set(olds) & set(news)
    left_old = {i: bigrams(words) for i, words in enumerate(olds) if words not in same}
    left_new = {j: bigrams(words) for j, words in enumerate(news) if words not in same}
    return before, after, left_old, left_new


def pair_articles(old: str, new: str) -> list[tuple[str, str]]:
    """The texts of the articles that are paired."""
    before, after, olds, news = find_pairs(old, new)
    counts = Counter(gram for side in (olds, news) for grams in side.values() for gram in grams)
    rare = {gram for gram, count in counts.items() if 1 < count <= RARE}
    places: defaultdict[int, list[int]] = defaultdict(list)
    for j, grams in news.items():
        for gram in grams & rare:
            places[gram].append(j)
    claims = sorted(
        (
            (count / (len(grams) + len(news[j])), i, j)
            for i, grams in olds.items()
            for j, count in Counter(
                j for gram in grams & rare if gram in places for j in places[gram]
            ).most_common(2)
        ),
        reverse=True,
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for share, i, j in claims:
        if share > LEAST and i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return [(before.articles[i].text, after.articles[j].text) for i, j in partner.items()]


def mark_characters(old: str, new: str) -> list[list[tuple[str, str]]]:
    return [list(_operations(*texts)) for texts in pair_articles(old, new)]


def _operations(old: str, new: str) -> Iterator[tuple[str, str]]:
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            yield "equal", old[step.src_start : step.src_end]
            continue
        if step.src_start < step.src_end:
            yield "delete", old[step.src_start : step.src_end]
        if step.dest_start < step.dest_end:
            yield "insert", new[step.dest_start : step.dest_end]


PEER: Final = "redlines"
STAGES: dict[str, Callable[[str, str], object]] = {
    PEER: lambda old, new: Redlines(old, new).output_markdown,
    "both texts read": read_both,
    "pairs of characters found": find_pairs,
    "articles paired": pair_articles,
    "characters marked": mark_characters,
    "lawtrack, whole": lambda old, new: lawtrack.compare(old, new).to_dict(),
}


def main() -> None:
    seconds: dict[str, list[float]] = {stage: [] for stage in STAGES}
    for folder in sorted(path.parent for path in Path(sys.argv[1]).glob("*/old.txt")):
        old, new = ((folder / f"{side}.txt").read_text(encoding="utf-8") for side in ("old", "new"))
        best = dict.fromkeys(STAGES, math.inf)
        for _ in range(ROUNDS):
            for stage, work in STAGES.items():
                start = time.perf_counter()
                work(old, new)
                best[stage] = min(best[stage], time.perf_counter() - start)
        for stage, took in best.items():
            seconds[stage].append(took)
    peers = seconds[PEER]
    for stage, taken in seconds.items():
        shares = [math.log(one / peer) for one, peer in zip(taken, peers, strict=True)]
        typical, whole = math.exp(math.fsum(shares) / len(shares)), math.fsum(taken) / math.fsum(peers)
        print(f"{stage}: {typical:.2f} of redlines' time on the typical pair, {whole:.2f} in sum")


if __name__ == "__main__":
    main()
