"""References that follow their provisions when these get new numbers.

`renumber` rewrites the pointing words of a text so that each still points at the same provision. The labels of the
provisions themselves are not its business: whoever moves them knows the new ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from lawtrack.law.growing import EID_NAME
from lawtrack.law.model import HEADING_LEVELS, Level
from lawtrack.law.numerals import NUMERAL_CLASS, to_int
from lawtrack.law.references.finding import citations
from lawtrack.law.references.words import DEPTH, THAT, Step, level_of_relative, numeral
from lawtrack.law.script import like

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lawtrack.law.model import Instrument, Number
    from lawtrack.law.references.citation import Citation

Address = tuple[tuple[Level, "Number"], ...]
"""An eid taken apart: ((ARTICLE, (3, 0)), (PARAGRAPH, (2, 0))) for art_3__para_2."""

_LEVEL_OF_NAME: Final = {name: level for level, name in EID_NAME.items()}
_EID_PART: Final = re.compile(r"([a-z]+)_(\d+|nn)(?:-(\d+))?(?:_\d+)?")
_RANGE_WORD: Final = re.compile(r"[至到—－~～-]+")
_WIDE: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_SELF: Final = re.compile(
    r"(法典?|条例|规定|办法|规则|细则|解释|决定|章程|规程|准则)(?:[（(][^（）()]*[）)])?$"
)


@dataclass(frozen=True, slots=True)
class Change:
    r"""One rewritten reference: `start` and `end` are offsets in the text as it was, `holder` its provision's eid.

    >>> from lawtrack.law import edit, parse
    >>> done = edit(parse("第一条　甲。\n第二条　乙。\n第三条　违反第二条的，处罚。"), deleted=["art_1"])
    >>> [(one.old, one.new, one.holder) for one in done.references]
    [('第二条', '第一条', 'art_3__para_1')]
    """

    start: int
    end: int
    old: str
    new: str
    holder: str


@dataclass(frozen=True, slots=True)
class Renumbered:
    r"""The rewritten text, what was changed in it, and the references to deleted provisions, left as they stand.

    >>> from lawtrack.law import parse, renumber
    >>> doc = parse("第一条　甲。\n第二条　违反第一条的，处罚。")
    >>> renumber(doc, {"art_1": "art_3"}).text.splitlines()[1]
    '第二条\u3000违反第三条的，处罚。'
    """

    text: str
    changes: tuple[Change, ...]
    lost: tuple[Citation, ...]


def renumber(doc: Instrument, mapping: Mapping[str, str | None]) -> Renumbered:
    r"""The text with each internal reference pointing at the provision that it pointed at before.

    `mapping` gives an old eid its new one, None for a deleted provision; what lies below moves along, what is not
    named stays. A reference that stands in a deleted provision is left alone; one to a deleted provision is left
    alone and reported in `lost`.

    >>> from lawtrack.law.parsing import parse
    >>> doc = parse("某市条例\n第一条　甲。\n第二条　乙。\n第三条　违反本条例第二条和前条第一款的，处罚。")
    >>> done = renumber(doc, {"art_2": "art_3", "art_3": "art_5"})
    >>> [(change.old, change.new) for change in done.changes]
    [('第二条', '第三条'), ('前条第一款', '本条例第三条第一款')]
    """
    writer = _Writer(doc, mapping)
    changes: list[Change] = []
    lost: list[Citation] = []
    for _, run in groupby(citations(doc), key=lambda cited: cited.run):
        for start, end, plain in writer.rewrite(list(run), lost):
            old, words = doc.text[start:end], like(plain, doc.text)
            if words != old:
                changes.append(Change(start, end, old, words, writer.holder))
    return Renumbered(_spliced(doc.text, changes), tuple(changes), tuple(lost))


class _Writer:
    """Knows the old text and where everything goes. `holder` is the eid whose words are being rewritten."""

    def __init__(self, doc: Instrument, mapping: Mapping[str, str | None]) -> None:
        self.mapping, self.holder = mapping, ""
        kind = _SELF.search(doc.title)
        self.own = "本" + kind[1].removesuffix("典") if kind else "本法"
        moved = (self.place(article.eid) for article in doc.articles)
        self.articles = sorted(taken_apart(eid)[0][1] for eid in moved if eid)

    def place(self, eid: str) -> str | None:
        """Where the provision is now; None where it is gone."""
        parts = eid.split("__")
        for count in range(len(parts), 0, -1):
            head = "__".join(parts[:count])
            if head in self.mapping:
                new = self.mapping[head]
                return _under(new, parts[count:]) if new else None
        return eid

    def rewrite(self, run: list[Citation], lost: list[Citation]) -> Iterator[tuple[int, int, str]]:
        """(start, end, words) for each reference of one enumeration, in the order of the text."""
        self.holder = run[0].holder
        holder = self.place(self.holder)
        if holder is None:
            return
        slots: list[tuple[Citation, list[Address]]] = []
        for cited in run:
            if cited.internal and cited.targets:
                new = [taken_apart(eid) for old in cited.targets if (eid := self.place(old))]
                if len(new) < len(cited.targets):
                    lost.append(cited)
                if new:
                    slots.append((cited, list(dict.fromkeys(new))))
        if not all(self._stays(cited, new, taken_apart(holder)) for cited, new in slots):
            yield from self._written(run, slots, taken_apart(holder))

    def _written(
        self, run: list[Citation], slots: list[tuple[Citation, list[Address]]], holder: Address
    ) -> Iterator[tuple[int, int, str]]:
        if len(slots) == len(run):
            targets = sorted(new for _, new in slots)
            slots = [(cited, new) for (cited, _), new in zip(slots, targets, strict=True)]
        before: Address = self._leaned_on(run[0]) if run[0].leans else ()
        forms: list[tuple[Citation, str, list[Address], int]] = []
        for cited, new in slots:
            lead, shown = self._form(cited, new, holder, before if cited is not run[0] or cited.leans else ())
            forms.append((cited, lead, new, shown))
            before = new[-1]
        plain = any(_irregular(cited) for cited, *_ in forms) and any(
            _reshaped(cited, new, shown) for cited, _, new, shown in forms
        )
        for place, (cited, lead, new, shown) in enumerate(forms):
            joined = bool(place) and cited.start - forms[place - 1][0].end <= 2
            if joined and new == forms[place - 1][2]:  # merged into the one before: goes with its 、 or 和
                yield forms[place - 1][0].end, cited.end, ""
            else:
                yield cited.start, cited.end, lead + _listed(cited, new, shown, plain=plain)

    def _form(self, cited: Citation, new: list[Address], holder: Address, before: Address) -> tuple[str, int]:
        """The words before the numbers (前款, 本条, 本条例), and how many outer levels they save."""
        pointer, article = cited.pointer, new[0][:1]
        written = pointer.relative if pointer.relative and cited.words.startswith(pointer.relative) else ""
        own = pointer.steps[pointer.carried :]
        level = own[0].level if own else level_of_relative(written)
        if written:
            scope = _scopes(new, level_of_relative(written))
            if level_of_relative(written) in HEADING_LEVELS or self._holds(written, scope, holder):
                return written, len(scope[0])
        elif before:
            outer = _above(new[0], level)
            if before[: len(outer)] == outer or (cited.leans and before == article):
                return "", len(outer)
            return "", 0
        elif DEPTH[level] <= DEPTH[Level.ARTICLE]:
            return "", len(_above(new[0], level))
        if article == holder[:1] and len(new[0]) > 1:
            return ("本条" if written else ""), 1
        return self.own, 0

    def _stays(self, cited: Citation, new: list[Address], holder: Address) -> bool:
        """Do the words as they stand point at the same place from the holder's new place?"""
        old = [taken_apart(eid) for eid in cited.targets]
        pointer = cited.pointer
        relative = pointer.relative
        if (
            cited.leans and not relative and len(new) == len(old)
        ):  # 第三项 of the article named before, which the words there follow
            article = self._leaned_on(cited)
            return all(now[:1] == article and now[1:] == was[1:] for was, now in zip(old, new, strict=True))
        if len(new) != len(old) or (not relative and DEPTH[pointer.steps[0].level] <= DEPTH[Level.ARTICLE]):
            return new == old
        before = taken_apart(cited.holder)
        if all(_together(was, now, before, holder) for was, now in zip(old, new, strict=True)):
            return True
        if not relative:
            return False
        if relative.startswith(THAT):  # follows the words before it
            return True
        level = level_of_relative(relative)
        if level in HEADING_LEVELS:
            return not pointer.steps or old == new
        tails = [address[len(_cut(address, level)) :] for address in (*old, *new)]
        return tails[: len(old)] == tails[len(old) :] and self._holds(relative, _scopes(new, level), holder)

    def _leaned_on(self, cited: Citation) -> Address:
        """Where the article of the target is named before the words: its new address; () where that is gone."""
        old = next((eid for eid in cited.leans if cited.targets[0].partition("__")[0] == eid), "")
        return taken_apart(self.place(old) or "")[:1]

    def _holds(self, relative: str, scope: list[Address], holder: Address) -> bool:
        """Does `relative`, said in `holder`, name exactly `scope`?"""
        level = level_of_relative(relative)
        here = _cut(holder, level)
        if not here:
            return False
        if relative[0] == "本":
            return scope == [here]
        count = to_int(relative[1:-1]) if relative[0] == "前" and relative[1:-1] else 1
        main, branch = here[-1][1]
        if level is Level.ARTICLE:
            earlier = [number for number in self.articles if number < (main, branch)][-count:]
            gapless = all(b[0] - a[0] <= 1 for a, b in pairwise([*earlier, (main, branch)]))
            return gapless and scope == [((level, number),) for number in earlier]
        return scope == [(*here[:-1], (level, (main - back, 0))) for back in range(count, 0, -1)]


def taken_apart(eid: str) -> Address:
    """The address that an eid spells; () for "".

    >>> taken_apart("art_133-1__para_2")
    ((<Level.ARTICLE: 'article'>, (133, 1)), (<Level.PARAGRAPH: 'paragraph'>, (2, 0)))
    """
    return tuple(
        (_LEVEL_OF_NAME[name], (int(main) if main.isdecimal() else 0, int(branch or 0)))
        for name, main, branch in _EID_PART.findall(eid)
    )


def _under(new: str, below: list[str]) -> str:
    """The eid of what lies below a provision that moved to `new`, also where an article became a paragraph or back."""
    level = DEPTH[taken_apart(new)[-1][0]]
    rest = [part for part in below if DEPTH[taken_apart(part)[-1][0]] > level]
    if rest and level == DEPTH[Level.ARTICLE] and rest[0].startswith("item"):
        rest.insert(0, "para_1")
    return "__".join([new, *rest])


def _cut(address: Address, level: Level) -> Address:
    """The address down to `level`, () where it has no such level."""
    for place, (at, _) in enumerate(address):
        if at is level:
            return address[: place + 1]
    return ()


def _above(address: Address, level: Level) -> Address:
    """The part of the address above `level`."""
    return tuple(part for part in address if DEPTH[part[0]] < DEPTH[level])


def _scopes(addresses: list[Address], level: Level) -> list[Address]:
    return list(dict.fromkeys(_cut(address, level) for address in addresses))


def _together(was: Address, now: Address, before: Address, after: Address) -> bool:
    """Did a provision and the one that cites it stay in one article, at the same places in it?"""
    inside = was[:1] == before[:1] and now[:1] == after[:1]
    return inside and was[1:] == now[1:] and before[1:] == after[1:]


def _irregular(cited: Citation) -> bool:
    """Do numbers of an enumeration share one unit (第二、三款), so that a word cannot change alone?"""
    own = (step.words.strip(" \t　") for step in cited.pointer.steps[cited.pointer.carried :])
    return any(
        not words.startswith("第") or words[-1] not in "编章节条款项目一二三四五六七八九十" for words in own
    )


def _reshaped(cited: Citation, new: list[Address], shown: int) -> bool:
    """Are the levels to be written others than those that the source wrote?"""
    own = [step.level for step in cited.pointer.steps[cited.pointer.carried :]]
    return [level for level, _ in new[0][shown:]] != own


def _listed(cited: Citation, new: list[Address], shown: int, *, plain: bool) -> str:
    """The places as words: 第三条, 第三条至第五条, 第三条、第四条和第六条至第八条."""
    if not new[0][shown:]:
        return ""
    runs: list[list[Address]] = []
    for address in new:
        if runs and _follows(runs[-1][-1], address):
            runs[-1].append(address)
        else:
            runs.append([address])
    pieces: list[str] = []
    for place, run in enumerate(runs):
        if place and run[0][:-1] == runs[place - 1][-1][:-1]:
            shown = len(run[0]) - 1
        first = _label(cited, run[0][shown:], cited.pointer.steps, plain=plain)
        if len(run) == 1:
            pieces.append(first)
            continue
        last = _label(cited, run[-1][-1:], cited.pointer.until or cited.pointer.steps, plain=plain)
        ranged = len(run) > 2 or len(cited.targets) == 2
        pieces.append(first + (_joint(cited) if ranged else "、") + last)
    return pieces[0] if len(pieces) == 1 else "、".join(pieces[:-1]) + "和" + pieces[-1]


def _joint(cited: Citation) -> str:
    match = _RANGE_WORD.search(cited.words)
    return match.group() if match else "至"


def _follows(before: Address, address: Address) -> bool:
    if before[:-1] != address[:-1] or before[-1][0] is not address[-1][0]:
        return False
    (main, branch), number = before[-1][1], address[-1][1]
    return number in ((main + 1, 0), (main, branch + 1))


def _label(cited: Citation, tail: Address, steps: Sequence[Step], *, plain: bool) -> str:
    """The numbers of `tail`, each in the style of the source's step of that level."""
    styles = {step.level: step for step in steps}
    words = ""
    for place, (level, number) in enumerate(tail):
        step = styles.get(level)
        last = place == len(tail) - 1
        if step is None and not last and level is not Level.ARTICLE and steps and _kept(cited, level, number):
            continue
        words += _styled(step, number) if step and not plain else Step(level, number, "").label
    return words


def _kept(cited: Citation, level: Level, number: Number) -> bool:
    """Did the source leave this level out (第三条第一项), and is it still the one that was meant?"""
    return (level, number) in taken_apart(cited.targets[0])


def _styled(step: Step, number: Number) -> str:
    if step.number == number:
        return step.words
    digits = re.search(r"[0-9０-９]+", step.words)
    if digits:
        figures = str(number[0])
        shown = figures.translate(_WIDE) if digits.group()[0] > "9" else figures
    else:
        shown = numeral(number[0])
    branch = f"之{numeral(number[1])}" if number[1] else ""
    return re.sub(rf"[{NUMERAL_CLASS}]+", shown, step.words.partition("之")[0], count=1) + branch


def _spliced(text: str, changes: Sequence[Change]) -> str:
    pieces, at = [], 0
    for change in changes:
        pieces += [text[at : change.start], change.new]
        at = change.end
    return "".join([*pieces, text[at:]])
