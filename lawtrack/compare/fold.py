"""What two texts must share to say the same: width, quotes, dashes and white space do not count."""

from __future__ import annotations

import unicodedata
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
    return "".join(unicodedata.normalize("NFKC", text.translate(FOLDS)).split())
