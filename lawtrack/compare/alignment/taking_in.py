"""Short articles that go on, in other words, as a clause of the one beside them: told by what that one has more than before.

The one beside keeps what it said and has a clause more, and the short one is gone: 数据保存三年 and now 保存期限不少于五年.
Two wordings of one rule share no word often, but characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.compare.alignment.similarity import bigrams
from lawtrack.compare.alignment.splitting import around
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from lawtrack.compare.alignment.characters import Characters
    from lawtrack.compare.alignment.match import Match
    from lawtrack.compare.alignment.splitting import Side

SHORT: Final = 40  # characters of an article that goes on as a clause
MORE: Final = 4  # characters that the one beside it has more, at least
MOST: Final = 60  # and in all the new clauses that it has, at most
KEPT: Final = 0.75  # of the one beside it so much stays as it was
NEW: Final = 0.5  # of a new clause so much stood nowhere in it
SHARED: Final = 0.12  # of what the characters of the short one tell so much stands in the new clauses
_CLAUSE: Final = compile_on_use(r"[,，。;；:：\n]|\([一二三四五六七八九十]{1,3}\)")


def take_in(side: Side, match: Match, characters: Characters) -> None:
    """Add to `side.pieces` the short units without a partner that went on as a clause of the one beside them."""
    for piece in side.parts:
        words = side.own_texts[piece]
        if piece in side.partner or piece in side.pieces or len(words) > SHORT:
            continue
        for whole in around(piece, side):
            if whole in side.wholes and all(at in side.parts for at in side.known(whole)):
                came = "".join(_grown(side, whole))
                if came and characters.share(words, came) >= SHARED:
                    side.pieces[piece] = whole
                    match.in_place.add(side.pair(piece, whole))
                    break


def _grown(side: Side, whole: int) -> list[str]:
    """The clauses that a whole has more than what it is known to have been, where that stayed; none where it did not."""
    known = side.known(whole)
    gone = [clause for at in known for clause in _new(side.own_texts[at], side.wholes[whole])]
    came = list(_new(side.texts[whole], side.covered(whole)))
    before, lost, more = (sum(map(len, one)) for one in ([side.own_texts[at] for at in known], gone, came))
    return came if more <= MOST and more - lost >= MORE and lost <= (1 - KEPT) * before else []


def _new(text: str, known: AbstractSet[int]) -> Iterator[str]:
    for clause in _CLAUSE.split(text):
        grams = bigrams(clause)
        if grams and len(grams - known) > NEW * len(grams):
            yield clause
