"""Is every part of a sentence accounted for? What it names and quotes must be in what was read of it.

The forms of the grammar take a sentence from left to right, but a form may pass over words inside it, and a rewriting
before it may drop some. Neither can be seen in what was read; it can be seen in what was not: a number (第五条, 第二款)
that no operation has, a quotation that went nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.amend.model import Address, fault
from lawtrack.amend.reading.addresses import HEADINGS, UNITS, N
from lawtrack.amend.reading.expressions import Expression
from lawtrack.amend.reading.grammar import Q
from lawtrack.amend.reading.patterns import LOCATOR, PURPOSE
from lawtrack.amend.reading.sentences import QUOTES_FROM
from lawtrack.law import to_int

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lawtrack.amend.model import Fault, Operation
    from lawtrack.amend.reading.context import Reading

Named = tuple[str, int, int]
"""A number that a sentence names: its level, the number, and that of 之一."""

_NUMBERS: Final = Expression(
    rf"第[（(]?(?P<numbers>{N}+[）)]?(?:[、和至][（(]?{N}+[）)]?)*)(?P<unit>分编|条|款|项|目|章|节|编|句)(?:之(?P<branch>{N}+))?"
)
_EACH: Final = Expression(rf"{N}+")
_LEVELS: Final = {**UNITS, **HEADINGS, "句": "sentence"}
_LABEL: Final = Expression(
    rf"^(?:第{N}+(?:条(?:之{N}+)?|[编章节])|[（(]{N}+[）)]|{N}+[、.．])[ \u3000\t]*",
    needs=("第", "（", "(", "、", ".", "．"),
)


_NAME: Final = Expression(rf"第{N}+[编章节](?={Q})|[编章节]名(?:称)?(?={Q})")
"""第四章“法律责任”: the quotation is the name of what is numbered already."""
_FIRST_THERE: Final = Expression(r"[该本新][编章节]的?第一条")
_BETWEEN: Final = Expression(
    rf"(?P<one>第{N}+(?P<unit>[条款项目章节编])(?:之{N}+)?)[与和、及](?P<other>(?:第{N}+[条款])*第{N}+(?P=unit)(?:之{N}+)?)(?:之间|中间)",
    needs=("间",),
)
_BESIDE: Final = Expression(rf"第[（(]?{N}+[）)]?[条款项目章节编](?:之{N}+)?(?={Q}?之?后|面)", needs=("后",))


def unaccounted(r: Reading, skeleton: str, quoted: int, passed: str) -> Fault | None:
    """Why a sentence was not read whole, or None: what it names or quotes that no operation has.

    `skeleton` is the sentence as it stands, `quoted` how many of the quotations are its own, `passed` what was read as a
    remark on the order of articles.
    """
    if r.fault or not r.operations:
        return None
    known = {number for op in r.operations for number in _of(op)} | {number for number, _ in _named(passed)}
    bare = _FIRST_THERE.sub("", PURPOSE.sub("", skeleton))
    known |= set(_neighbours(bare, known))
    for number, words in _named(bare):
        if number not in known:
            return fault("amend.not-accounted", words=words)
    texts = [f"{op.words}\n{op.text or ''}" for op in r.operations]
    told = [*_squeezed(texts), *("".join(text.split()) for text in texts)]
    where = {match["lead"] for match in LOCATOR.finditer(skeleton)}
    where |= {skeleton[match.end()] for match in _NAME.finditer(skeleton)}
    for index, quotation in enumerate(r.sentence.quotes[:quoted]):
        lines = _squeezed([quotation])
        used = any(one in other or other in one for one in lines for other in told if other)
        label = _NUMBERS.fullmatch(quotation) and all(one in known for one, _ in _named(quotation))
        if not used and not label and chr(QUOTES_FROM + index) not in where:
            return fault("amend.not-accounted", words=quotation[:40])
    return None


def _neighbours(words: str, known: set[Named]) -> Iterator[Named]:
    """在第三条与第四条之间, 移至第一项之后，作为第二项: what the new number says too."""
    for match in _BETWEEN.finditer(words):
        (one, _), *_, (other, _) = [*_named(match["one"]), *_named(match["other"])]
        if other in known and other[1:] == (one[1] + 1, 0):
            yield one
        elif one in known and other[1:] == (one[1] + 1, 0):
            yield other
    for match in _BESIDE.finditer(words):
        for (level, number, branch), _ in _named(match[0]):
            if (level, number + 1, 0) in known or (level, number, branch + 1) in known:
                yield level, number, branch


def _named(words: str) -> Iterator[tuple[Named, str]]:
    """Each number that `words` name, with the label that has it."""
    for match in _NUMBERS.finditer(words):
        branch = to_int(match["branch"]) if match["branch"] else 0
        for number in _EACH.findall(match["numbers"]):
            yield (_LEVELS[match["unit"]], to_int(number), branch), match[0]


def _of(op: Operation) -> Iterator[Named]:
    """The numbers of all places that an operation has."""
    for at in (op.at, op.to, *op.sources, *op.targets, *op.besides, *op.holds):
        if at is not None:
            yield from _in(at)
    whole = op.op == "replace" and op.at is not None and op.at.level == "article"
    if op.op in ("move", "join", "split") or whole:  # their paragraphs are counted on from the first
        first = op.to.paragraph or 1 if op.to else 1
        lines = (op.text or "").count("\n") + 1 if whole else 1
        for number in range(first, first + max(op.count, lines)):
            yield "paragraph", number, 0


def _in(at: Address) -> Iterator[Named]:
    if at.article:
        yield "article", *at.article
    for level in ("paragraph", "item", "point", "sentence"):
        if number := getattr(at, level):
            yield level, number, 0
    for level, number in (*at.headings, *at.under):
        yield level, number, 0
    for unit, number in at.inner:
        yield _LEVELS.get(unit, ""), number, 0


def _squeezed(texts: Iterable[str]) -> list[str]:
    """The lines without blanks, the number before them and the mark behind; what is no more than these stays."""
    lines = ["".join(line.split()) for text in texts for line in text.split("\n")]
    return [_LABEL.sub("", line).rstrip("。；：，、") or line for line in lines if line]
