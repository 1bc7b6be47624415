"""除第五条外，将条例中的……; ……，但第五条除外; 其他条款中的……: places that a change leaves out, and which of several changes it is.

The words of the exception are taken out of the skeleton before it is read; what they leave is the offset at which they
stood. It belongs to the stretch of the sentence that was read there, and to those that only go on with it (“C”修改为“D”).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.model import fault
from lawtrack.amend.reading.addresses import places
from lawtrack.amend.reading.expressions import Expression
from lawtrack.amend.reading.grammar import Q
from lawtrack.amend.reading.patterns import EXCEPT

if TYPE_CHECKING:
    from lawtrack.amend.model import Address, Operation
    from lawtrack.amend.reading.context import Reading


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exception: the places, where it stood, and whether before the change (除……外) or after it (……除外)."""

    besides: tuple[Address, ...]
    at: int
    before: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one form of the grammar took: from where to where, and which operations came of it."""

    start: int
    end: int
    first: int
    last: int


_GOES_ON: Final = Expression(rf"(?:将|把|并|在|删[去除])*(?:其中的?)?{Q}")


_OTHERS: Final = (
    rf"(?P<others>(?:本?(?:条例|规定|办法|细则|法)的?)?其[他余](?:各)?(?:条款|条文|条)(?=中?的?{Q}))"
)
_EITHER: Final = Expression(f"{EXCEPT.source}|{_OTHERS}", needs=("除", "其他", "其余", "不"))


def exceptions(r: Reading, skeleton: str) -> tuple[list[LeftOut], str]:
    """The exceptions of a sentence, and the sentence without them."""
    left_out: list[LeftOut] = []
    shorter, at = "", 0
    for match in _EITHER.finditer(skeleton):
        shorter += skeleton[at : match.start()]
        at = match.end()
        if match["others"]:
            left_out.append(LeftOut((), len(shorter), before=True))
            shorter += "条例"
            continue
        besides = tuple(places(match["before"] or match["after"], r.here))
        left_out.append(LeftOut(besides, len(shorter), match["before"] is not None))
        shorter += "条例" if match["rest"] else ""
    return left_out, shorter + skeleton[at:]


def leave_out(r: Reading, skeleton: str, left_out: list[LeftOut], stretches: list[Stretch]) -> None:
    """Give each exception to the changes that it is about; a change of another kind has none."""
    gone: set[int] = set()
    for one in left_out:
        for stretch in _meant(one, skeleton, stretches):
            for index in range(stretch.first, stretch.last):
                op = r.operations[index]
                besides = one.besides or _named_before(r, op, stretch.first)
                if not besides or not op.op.endswith("-words") or op.at is None:
                    r.fault = r.fault or fault("amend.not-understood", words=_spoken(besides))
                elif op.at in besides:
                    gone.add(index)
                else:
                    r.operations[index] = replace(op, besides=(*op.besides, *besides))
    r.operations = [op for index, op in enumerate(r.operations) if index not in gone]


def _named_before(r: Reading, op: Operation, first: int) -> tuple[Address, ...]:
    """其他条款中的“A”: the places for which the sentence has told something else about the same words."""
    return tuple(
        at
        for other in r.operations[:first]
        if other.words == op.words and other.op.endswith("-words")
        for at in other.sources or (other.at,)
        if at
    )


def _spoken(besides: tuple[Address, ...]) -> str:
    return f"除{besides[0].label}外" if besides else "其他条款"


def _meant(one: LeftOut, skeleton: str, stretches: list[Stretch]) -> list[Stretch]:
    """The stretch in which an exception stands or that it is next to, with those that go on with the same places."""
    if one.before:
        own = next((index for index, each in enumerate(stretches) if each.end > one.at), None)
    else:
        own = next(
            (index for index in reversed(range(len(stretches))) if stretches[index].start < one.at), None
        )
    if own is None:
        return []
    first, last = own, own + 1
    while not one.before and first and _GOES_ON.match(skeleton, stretches[first].start):
        first -= 1
    while one.before and last < len(stretches) and _GOES_ON.match(skeleton, stretches[last].start):
        last += 1
    return stretches[first:last]
