"""What two texts must share to say the same: width, quotes, dashes and white space do not count."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

FOLDS: Final = str.maketrans(
    {
        **dict.fromkeys("“”「」", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("《〈", "<"),
        **dict.fromkeys("》〉", ">"),
        **dict.fromkeys("○零", "〇"),
        **dict.fromkeys("—－─", "-"),
        **dict.fromkeys("·•", "."),
    }
)


def fold(text: str) -> str:
    """`text` as a key of its content: two texts that a reader would call the same have the same key.

    >>> fold("“知道”， 二○二○年（试行）") == fold('"知道",二〇二〇年(试行)')
    True
    """
    return "".join([_fold_line(line) for line in text.split("\n")])


@lru_cache(maxsize=1 << 14)
def _fold_line(line: str) -> str:
    # A paragraph is folded once for its article and once for itself.
    return "".join(unicodedata.normalize("NFKC", line.translate(FOLDS)).split())
