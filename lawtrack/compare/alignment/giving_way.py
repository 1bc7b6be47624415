"""Where few articles are left over: several that stood in one place, and the one that refers to another law instead.

Details of an application, of a fee, of lifeguards become 按照……的规定执行 or 应当符合……标准; or such a reference is spelt out.
The place tells: all stand between the same two that stay. Each shares a little with the reference at least, none much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.compare.alignment.subsequence import between
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare.alignment.in_place import Left
    from lawtrack.compare.alignment.subsequence import Pair

PUNISHED_BY: Final = compile_on_use("(?:依照|按照|依据)[^。；]{1,60}?[法规][^。；]{0,30}?(?:处罚|处理|规定)")
"""A penalty that leaves it to another law how it is punished."""
_BY_LAW: Final = compile_on_use("(?:依照|按照|依据)[^。；]{1,60}?[法规][^。；]*")
OWN_PENALTY: Final = compile_on_use("元|罚款|处分|警告|没收|吊销|责令")
REFERENCE: Final = compile_on_use(
    "^[^。；;]{2,80}?(?:(?:依照|按照|适用|依据|根据|遵守|执行|符合|参照|按(?!照))[^。；;]{2,60}?"
    "(?:规定|标准|规范|规程|办法|方案|目录|条例|法律|法规|法>|要求)[^。，,；;]{0,6}[。；;，,]"
    "|由[^。；;]{2,30}另行(?:制定|规定)|依法承担)"
)
"""An article that leaves its rule to a norm elsewhere, in its first sentence."""
SHARED: Final = 0.08  # of what the characters of either tell so much stands in the other
SPELT_OUT: Final = 0.15  # and where a reference is spelt out, as something new often comes beside an article
STAYED: Final = 0.5  # and not so much: that one stayed
SHORT: Final = 90  # characters of a reference, and of a rule that it is spelt out in
MATTER: Final = 0.1  # and in one of those that gave way so much


def give_way(left: Left, sizes: tuple[int, int], staying: Sequence[Pair]) -> None:
    """Put together those that stood between the same two of `staying`, and the one reference that stands there instead."""
    alike = left.evidence.alike
    for olds, news in _between(left, sizes, staying):
        for several, ones, new in ((olds, news, True), (news, olds, False)):
            texts = alike.new_words if new else alike.old_words
            references = [unit for unit in ones if _refers(texts[unit])]
            if len(references) == 1 and len(several) > 1:
                _replaced(left, several, references[0], new=new)


def _replaced(left: Left, several: Sequence[int], one: int, *, new: bool) -> None:
    """Put the details among `several` that gave way to the reference `one` into its row; `new`: it is the new text's."""
    match, alike = left.match, left.evidence.alike
    own, others = (alike.new_words, alike.old_words) if new else (alike.old_words, alike.new_words)
    partner = (match.pairs[one].old if one in match.pairs else None) if new else match.back.get(one)
    shared = {unit: left.evidence.characters.alike(others[unit], own[one]) for unit in several}
    if partner is not None and shared.get(partner, 1.0) > STAYED:
        return
    least = SHARED if new else SPELT_OUT
    punished = _are_punished_elsewhere([others[unit] for unit in several], own[one])
    likely = [unit for unit in several if punished or shared[unit] >= least or unit == partner]
    parts = [
        unit
        for unit in several
        if likely
        and (new or len(others[unit]) <= SHORT)
        and likely[0] <= unit <= likely[-1]
        and (unit == partner or (match.lacks_new(unit) if new else match.lacks_old(unit)))
    ]
    if len(parts) > 1 and _gave_way([others[unit] for unit in parts], own[one], left):
        first = parts[0] if partner is None else partner
        if partner is None:
            left.pair(*_pair(first, one, new=new))
        pieces = match.merged if new else match.split
        pieces.update((unit, one) for unit in parts if unit != first)
        match.in_place.update(_pair(unit, one, new=new) for unit in parts)


def _between(
    left: Left, sizes: tuple[int, int], staying: Sequence[Pair]
) -> Iterator[tuple[list[int], list[int]]]:
    """What stands between each two of `staying`, of those that were left over."""
    alike = left.evidence.alike
    for olds, news in between(staying, sizes):
        left_old, left_new = [i for i in olds if i in alike.old], [j for j in news if j in alike.new]
        if left_old and left_new:
            yield left_old, left_new


def _refers(words: str) -> bool:
    """Does an article, or a penalty, leave its rule to a norm elsewhere?"""
    # 依照某法给予处分、处罚 leaves it to the law, 依照某法处五百元罚款 does not
    if "元" in words or OWN_PENALTY.search(_BY_LAW.sub("", words)):
        return False
    return PUNISHED_BY.search(words) is not None or (
        len(words) <= SHORT and REFERENCE.search(words) is not None
    )


def _gave_way(details: Sequence[str], reference: str, left: Left) -> bool:
    """Are some texts the details of what another leaves to a norm elsewhere?"""
    if any(map(_refers, details)):
        return False
    if all(map(OWN_PENALTY.search, details)):
        return _are_punished_elsewhere(details, reference)
    share = left.evidence.characters.share
    return len(reference) < sum(map(len, details)) and max(share(reference, one) for one in details) >= MATTER


def _are_punished_elsewhere(details: Sequence[str], reference: str) -> bool:
    """Are all of the details penalties, and leaves the reference to another law how such things are punished?"""
    return all(map(OWN_PENALTY.search, details)) and PUNISHED_BY.search(reference) is not None


def _pair(unit: int, one: int, *, new: bool) -> tuple[int, int]:
    return (unit, one) if new else (one, unit)
