"""Every reference in a text: what it names, and whether that is there.

    本条例第十条第二款第（三）项 · 前款 · 前两款 · 前条 · 本条第一款 · 第三条至第五条 · 本章      inside the text
    《中华人民共和国传染病防治法》第二十条、第二十一条 · 刑法第六十七条                    outside it

Forms of citation: 立法技术规范（试行）（一）第6、7、9项. One expression scans each provision's own words once, so the
time grows with the length of the text.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law.model import HEADING_LEVELS, Level
from lawtrack.law.references.antecedents import Antecedents, carried, spelled_out
from lawtrack.law.references.citation import Citation
from lawtrack.law.references.namings import THAT_INSTRUMENT, Owner
from lawtrack.law.references.ordinary import is_ordinary
from lawtrack.law.references.owners import Owners
from lawtrack.law.references.papers import goes_on, is_of_another_paper
from lawtrack.law.references.targets import Targets
from lawtrack.law.references.words import THAT, read_run, run_expression
from lawtrack.law.script import FLAT, simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.law.model import Instrument, Provision
    from lawtrack.law.references.words import Pointer

CITING_BLOCKS: Final = ("preamble", "annex")
_LINE: Final = re.compile(r"[^\n]+")
Stretch = tuple[int, int, tuple["Provision", ...]]
"""Words of one provision: start, end, and the path from the outermost provision to it, () in a preamble or an annex."""


def citations(doc: Instrument) -> tuple[Citation, ...]:
    r"""Every reference of the text to a numbered place, in order.

    >>> from lawtrack.law.parsing import parse
    >>> doc = parse("某市控烟条例\n第一条　违反前条、本条例第二条和《烟草法》第九条的，处罚。\n第二条　略。")
    >>> [(cited.words, cited.instrument, cited.targets) for cited in citations(doc)]
    [('前条', '', ()), ('第二条', '', ('art_2',)), ('第九条', '烟草法', ())]
    """
    return tuple(_Reader(doc).read())


class Again(NamedTuple):
    """A whole instrument meant by 该法 or the like: the words' place, the titles that can be meant, the nearest first."""

    start: int
    end: int
    holder: str
    titles: tuple[str, ...]
    sure: bool


def named_again(doc: Instrument) -> tuple[Again, ...]:
    r"""Where 该法, 该条例 or the like stands for the whole of an instrument that was named before.

    >>> from lawtrack.law.parsing import parse
    >>> named_again(parse("第一条　甲事适用《甲法》。\n第二条　乙事依照该法的规定办理。"))[0].titles
    ('甲法',)
    """
    if not THAT_INSTRUMENT.search(simplified(doc.text)):
        return ()
    reader = _Reader(doc)
    for _ in reader.read():  # names without marks are heard on the way
        pass
    found = []
    for start, end, path in _own_words(doc.body, ()):
        for match in THAT_INSTRUMENT.finditer(reader.text, start, end):
            owner = reader.owners.as_printed(
                reader.owners.namings.of_kind(match["kind"], match.group(), match.start())
            )
            holder = path[-1].eid if path else ""
            found.append(Again(*match.span(), holder, owner.among or (owner.title,), not owner.among))
    return tuple(found)


class _Reader:
    """Reads the citations of one text, provision by provision."""

    def __init__(self, doc: Instrument) -> None:
        self.doc, self.text = doc, simplified(doc.text)
        self.flat = self.text.translate(FLAT)  # a reference goes on where its line is cut
        self.targets = Targets(doc)
        self.owners = Owners(doc)
        self.abroad = Owner("")  # the instrument last cited in the article being read
        self.antecedents = Antecedents(doc, self.targets)

    def read(self) -> Iterator[Citation]:
        """Every citation, stretch by stretch of words that belong to one provision."""
        aside: list[Stretch] = [
            (line.start() + block.start, line.end() + block.start, ())
            for block in self.doc.blocks
            if block.kind in CITING_BLOCKS
            for line in _LINE.finditer(block.text)
        ]
        for start, end, path in sorted([*aside, *_own_words(self.doc.body, ())], key=itemgetter(0)):
            if not path or (path[-1].level is Level.PARAGRAPH and path[-1].number == (1, 0)):
                self.abroad = Owner("")  # another article
                self.antecedents.forget()
            yield from self._stretch(start, end, path)

    def _stretch(self, start: int, end: int, path: tuple[Provision, ...]) -> Iterator[Citation]:
        counted, depth, last, elsewhere = start, 0, None, start
        for match in run_expression().finditer(self.flat, start, end):
            at = match.start()
            if (not path and self._is_label(at)) or is_ordinary(self.flat, at, match.end()):
                continue
            if self._is_elsewhere(at, match.end(), elsewhere, start):
                last, elsewhere = None, match.end()
                continue
            depth += self.text.count("“", counted, at) - self.text.count("”", counted, at)
            counted = at
            for cited in self._run(match.start(), match.end(), path, last, start, quoted=depth > 0):
                yield cited
                self.antecedents.hear(cited)
                last = cited

    def _is_elsewhere(self, at: int, end: int, before: int, start: int) -> bool:
        """Is it a place of a paper that is no law, or does it go on from one that ended at `before`?"""
        if is_of_another_paper(self.flat, at, end, self.doc.title, start):
            return True
        return before > start and goes_on(self.flat, before, at) and self.owners.before(at, start) is None

    def _run(
        self,
        at: int,
        end: int,
        path: tuple[Provision, ...],
        last: Citation | None,
        start: int,
        *,
        quoted: bool,
    ) -> Iterator[Citation]:
        pointers = read_run(self.flat, at, end)
        if pointers[0].relative.startswith(THAT):
            antecedent = last if pointers[0].steps or self._names_a_provision(end) else None
            if antecedent is None and pointers[0].relative in ("该条", "同条") and pointers[0].steps:
                antecedent = self.antecedents.last  # in an item, of the article that the lead-in names
            if antecedent is not None:
                echoes = [pointer for pointer in pointers if pointer.relative.startswith(THAT)]
                yield from (self._echo(pointer, antecedent, path, at) for pointer in echoes)
            return
        named = None if pointers[0].relative else self.owners.before(at, start)
        leaning: Citation | None = None
        if named is None:
            named, pointers, leaning = self._unowned(pointers, path, last, quoted=quoted)
        named = self.owners.as_printed(named)
        owner = named.title
        if owner:
            self.abroad = named
        if last is not None and pointers[0].carried and leaning is None:
            at = last.run
        leans = self.antecedents.articles(leaning) if leaning else ()
        for pointer in pointers:
            place = () if owner or quoted else self.targets.of(pointer, path)
            words = self.doc.text[pointer.start : pointer.end]
            holder = path[-1].eid if path else ""
            unsure = quoted and not owner
            yield Citation(
                pointer.start,
                pointer.end,
                words,
                holder,
                owner,
                pointer,
                place,
                unsure,
                at,
                leans,
                named.among,
            )

    def _unowned(
        self, pointers: list[Pointer], path: tuple[Provision, ...], last: Citation | None, *, quoted: bool
    ) -> tuple[Owner, list[Pointer], Citation | None]:
        """Whose provisions are meant where no instrument is named beside the words; the pointers, made whole.

        Last comes the reference that a bare 第三项 leans on.
        """
        first = pointers[0]
        if first.relative or quoted:
            return Owner(""), pointers, None
        if last is not None and self.owners.carries(last.end, first.start):
            whole = [carried(pointer, last.pointer) for pointer in pointers]
            if last.instrument or whole != pointers:
                return Owner(last.instrument, last.among), whole, None
        if self.owners.base:
            return Owner(self.owners.base), pointers, None
        if (leaning := self.antecedents.of(first, path)) is not None:
            whole = [carried(pointer, self.antecedents.lent(leaning, first)) for pointer in pointers]
            return Owner(leaning.instrument, leaning.among), whole, None if leaning.instrument else leaning
        if self.abroad.title and not self.targets.of(first, path):
            return self.abroad, pointers, None
        return Owner(""), pointers, None

    def _echo(self, pointer: Pointer, last: Citation, path: tuple[Provision, ...], run: int) -> Citation:
        """该条, 该款, 该条第二款: the place cited last, cut off at that level, or what is below it there."""
        holder = path[-1].eid if path else ""
        targets = self.targets.echoed(last.targets, pointer)
        if last.instrument:
            pointer = spelled_out(pointer, last.pointer)
        words = self.doc.text[pointer.start : pointer.end]
        return Citation(
            pointer.start,
            pointer.end,
            words,
            holder,
            last.instrument,
            pointer,
            targets,
            last.quoted,
            run,
            among=last.among,
        )

    def _names_a_provision(self, end: int) -> bool:
        return self.text.startswith(("规定", "的规定", "所列", "所规定", "中"), end)

    def _is_label(self, at: int) -> bool:
        line = self.text.rfind("\n", 0, at) + 1
        return not self.text[line:at].strip(" \t　#（(")


def _own_words(nodes: tuple[Provision, ...], path: tuple[Provision, ...]) -> Iterator[Stretch]:
    """Every provision's own words, without those of its children."""
    for node in nodes:
        here = (*path, node)
        end = node.children[0].start if node.children else node.end
        if node.level not in HEADING_LEVELS and end > node.words_start:
            yield node.words_start, end, here
        yield from _own_words(node.children, here)
