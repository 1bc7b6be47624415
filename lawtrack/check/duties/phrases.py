"""Words as pairs of neighbouring characters: what two norms have in common."""

from __future__ import annotations

import re
from typing import Final

_NOISE: Final = re.compile(
    r"[^一-鿿0-9A-Za-z]+|违反|规定|行为|下列|之一|应当|不得|必须|禁止|本条例|本办法|或者|以及|而[不未]|按照|依法|擅自|情形|[不未](?:履行|执行|落实|建立|实行|经)|未|不按|义务"
)


def pairs_of(words: str) -> frozenset[str]:
    """The pairs of neighbouring characters, words that every norm has left out."""
    return frozenset(
        piece[at : at + 2] for piece in _NOISE.sub(" ", words).split() for at in range(len(piece) - 1)
    )
