"""What is left beside a pair that changed much, with nothing else in its place: evidence of place more than of words.

Half a sentence of a longer article has taken over a short one beside it; the first of three pieces of an article is its
shortest; several articles gave way to one that refers to another law for all of them; a prohibition became an item of the list
that stands in its place, and all that the item has of it is what it is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel

from lawtrack.compare.alignment.similarity import bigrams
from lawtrack.compare.alignment.splitting import has_sentence
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.match import Match
    from lawtrack.compare.alignment.similarity import Similarity

OWN: Final = 0.3  # of its own words so much of a piece stands in the whole beside it
CHANGED: Final = 0.25  # where so much of the whole is not in its partner
SUBJECT: Final = 3  # characters with which an article begins: Chinese says first what it speaks of
NEW_WORDS: Final = (
    0.15  # of the words that are new in a whole, so much stands in an article that is gone beside it
)
SAID: Final = 3.0  # and as much as so many pairs of characters that nobody else has
TELLING: Final = 0.6  # of what words say that nobody else has, so much say some of a subject that tells
REFERS: Final = compile_on_use(
    "(?:依照|按照|适用|依据|遵守)[^。；]{1,60}?(?:规定|执行|办理|标准[^。，；]{0,4}。)|^[^。；;]{2,40}由[^。；;]{2,30}另行(?:制定|规定)。|依法承担[^。，；]{0,6}责任。$"
)
"""An article that leaves its rule to another law: 依照……的规定."""
PENALTY: Final = compile_on_use("罚款|处分|警告|没收|吊销|追究|责令|处罚")
"""What an article that punishes says."""
STAYED: Final = 0.8  # so alike to the letter an article stayed, whatever law it names now
_ANOTHER_SENTENCE: Final = compile_on_use(r"[。;；:：\n].")
_TITLE: Final = compile_on_use("<[^<>]*>")
_ITEM: Final = compile_on_use(r"\([一二三四五六七八九十]{1,3}\)")


def absorb(match: Match, evidence: Evidence) -> None:
    """Add to `match` the pieces that their place tells."""
    alike = evidence.alike
    old, new = alike.old_words, alike.new_words
    for i in sorted(alike.old):
        for w in _beside(i, match.back, match.merged):
            if match.lacks_new(i) and _alone(match, alike, w, new=False):
                p = match.pairs[w].old if w in match.pairs else -1
                takes = p in old and w in new and _gave_way(old[p], new[w], old[i])
                if not takes and (i, w) not in match.apart:
                    takes = _went_on(evidence, match, i, w) or _is_absorbed(evidence, i, w, p, None)
                if p in alike.old and takes and (i, w) not in match.rituals:
                    match.merged[i] = w
                    match.in_place.add((i, w))
    back = {new_unit: pair.old for new_unit, pair in match.pairs.items()}
    for j in sorted(alike.new):
        for whole in _beside(j, back, match.split):
            if match.lacks_old(j) and (whole, j) not in match.apart and _alone(match, alike, whole, new=True):
                w = match.back.get(whole, -1)
                if (
                    w in alike.new
                    and whole in alike.old
                    and _is_absorbed(evidence, whole, j, None, w)
                    and has_sentence(old[whole], alike.new[j])
                ):
                    match.split[j] = whole
                    match.in_place.add((whole, j))


def _beside(k: int, partner: dict[int, int], pieces: dict[int, int]) -> Iterator[int]:
    """What the units before and after `k` became."""
    for step in (-1, 1):
        at = k + step
        while at in pieces and at not in partner:
            at += step
        if at in partner:
            yield partner[at]


def _alone(match: Match, alike: Similarity, whole: int, *, new: bool) -> bool:
    """Is nothing without a partner beside `whole` on its side, that could be meant instead?"""
    if new:
        return not any(i in alike.old and match.lacks_new(i) for i in (whole - 1, whole + 1))
    return not any(j in alike.new and match.lacks_old(j) for j in (whole - 1, whole + 1))


def _is_absorbed(evidence: Evidence, i: int, j: int, p: int | None, w: int | None) -> bool:
    """Does `i` stand in `j` beside `p`, or `j` in `i` beside `w`, and did the whole change enough for it?"""
    alike = evidence.alike
    if i not in alike.old or j not in alike.new:
        return False
    left = evidence.left(i, j, p, w)[0 if w is None else 1]
    whole, partner = (
        (alike.new[j], alike.old.get(p or 0, set())) if w is None else (alike.old[i], alike.new.get(w, set()))
    )
    return left >= OWN and evidence.weigh(whole - partner) >= CHANGED * evidence.weigh(whole)


def _went_on(evidence: Evidence, match: Match, gone: int, whole: int) -> bool:
    """Does `whole` say of `gone` what nothing else said that went into it: in an item its subject, or many words?"""
    alike = evidence.alike
    if whole not in match.pairs or whole not in alike.new:
        return False
    parts = [match.pairs[whole].old, *(old for old, into in match.merged.items() if into == whole)]
    if any(part not in alike.old for part in parts):
        return False
    known: set[int] = set().union(*(alike.old[part] for part in parts))
    come = alike.new[whole] - known
    brought = evidence.weigh(come & alike.old[gone])
    if brought >= SAID and brought >= NEW_WORDS * evidence.weigh(come):
        return True
    subject = alike.old_words[gone][:SUBJECT]
    grams = bigrams(subject)
    tells = len(subject) == SUBJECT and max(evidence.weigh([gram]) for gram in grams) >= TELLING
    items = _ITEM.split(alike.new_words[whole])[1:]
    return tells and grams.isdisjoint(known) and any(subject in item for item in items)


def _gave_way(before: str, after: str, gone: str) -> bool:
    """Does `after` do nothing but refer for its rule where `before` had its own, and was that a rule of the kind of `gone`?

    An article of several sentences that names another law in one, or that was hardly changed, has taken nobody's place.
    """
    return (
        len(_TITLE.sub("", after)) < len(before) + len(gone)
        and _ANOTHER_SENTENCE.search(after) is None
        and (PENALTY.search(before) is None) == (PENALTY.search(gone) is None)
        and leaves_to_other_law(before, after)
        and Indel.normalized_similarity(before, after) < STAYED
    )


def leaves_to_other_law(before: str, after: str) -> bool:
    """Does `after` refer to another law for its rule where `before` had its own?

    >>> leaves_to_other_law("违反规定的，处一千元罚款。", "违反规定的，依照有关法律的规定处罚。")
    True
    """
    return bool(REFERS.search(after)) and not REFERS.search(before)
