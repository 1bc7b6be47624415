"""How many of the marks inside rows end within a word, as a segmenter that lawtrack does not use sees words.

    python benchmarks/word_edges.py CORPUS/pairs

For every row with two texts: the ends of what went in the old text, of what came in the new one, where both characters
beside the end are Chinese and none is a numeral (elsewhere nothing can be cut). Printed for the operations character by
character (`inline_ops`) and for those that are shown (`word_ops`). Words are jieba's, without its guesses at new ones.
"""

from __future__ import annotations

import sys
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import jieba

from lawtrack.compare import compare, inline_ops, word_ops
from lawtrack.compare.words import NUMERALS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lawtrack.compare import Op


def rows(folder: Path) -> Iterator[tuple[str, str]]:
    """The old and the new text of every row that has both and in which they differ."""
    for pair in sorted(folder.iterdir()):
        old, new = (pair.joinpath(f"{side}.txt").read_text(encoding="utf-8") for side in ("old", "new"))
        for row in compare(old, new).rows:
            if row.old_text and row.new_text and row.old_text != row.new_text:
                yield row.old_text, row.new_text


def ends_of_words(text: str) -> frozenset[int]:
    """Where jieba's words end."""
    return frozenset(accumulate(map(len, jieba.cut(text, HMM=False))))


def ends_of_marks(ops: tuple[Op, ...], marked: str) -> Iterator[int]:
    """Where the marked pieces begin and end in the text that consists of them and of what stayed."""
    at = 0
    for op, words in ops:
        if op == marked:
            yield from (at, at + len(words))
        if op in ("equal", marked):
            at += len(words)


def between_words(text: str, at: int) -> bool:
    """Could a word be cut here?"""
    return 0 < at < len(text) and all(
        "一" <= char <= "鿿" and char not in NUMERALS for char in text[at - 1 : at + 1]
    )


def cut(texts: list[tuple[str, str]], ops_of: Callable[[str, str], tuple[Op, ...]]) -> tuple[int, int]:
    """How many ends of marks are within a word, and how many could be."""
    within = ends = 0
    for old, new in texts:
        ops = ops_of(old, new)
        for text, marked in ((old, "delete"), (new, "insert")):
            words = ends_of_words(text)
            places = [at for at in ends_of_marks(ops, marked) if between_words(text, at)]
            ends += len(places)
            within += sum(at not in words for at in places)
    return within, ends


def main() -> None:
    """Print both shares."""
    jieba.setLogLevel("ERROR")
    texts = list(rows(Path(sys.argv[1])))
    for name, ops_of in (("character by character", inline_ops), ("as shown", word_ops)):
        within, ends = cut(texts, ops_of)
        print(f"{name:24}{within} of {ends} ends within a word: {within / ends:.1%}")


if __name__ == "__main__":
    main()
