"""What a reference is: one place named in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawtrack.law.references.words import Pointer


@dataclass(frozen=True, slots=True)
class Citation:
    r"""One place named in a text.

    `start` and `end` are offsets in the text: the pointing words without the name of the instrument that they belong
    to. `holder` is the eid of the provision whose words they are, "" in a preamble or an annex. `instrument` is ""
    for a reference inside the text, else the title as printed, without 《》. `targets` are eids; a range has all of
    its provisions. `quoted` says that the words stand in a quotation, as in amending decisions, so that nobody
    knows which text they count in. `run` is the offset where the enumeration begins that the citation is part of.
    `leans` are the articles named earlier in the same article whose 款 or 项 a bare 第三项 is (违反本条例第二条规定的，
    ……违反第三项规定的，……), () for any other. `among` are the titles one of which is meant where 该法 can be several;
    where nothing of the kind was named before it, the words (该法) stand for the title, in `among` too. () for any other.

    >>> from lawtrack.law import citations, parse
    >>> one, = citations(parse("第一条　甲。\n第二条　违反第一条的，处罚款。"))
    >>> one.words, one.holder, one.targets
    ('第一条', 'art_2__para_1', ('art_1',))
    """

    start: int
    end: int
    words: str
    holder: str
    instrument: str
    pointer: Pointer
    targets: tuple[str, ...]
    quoted: bool
    run: int
    leans: tuple[str, ...] = ()
    among: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The place as the norms print it: 第十条第二款第三项, 前款, 第三条至第五条."""
        return self.pointer.label

    @property
    def internal(self) -> bool:
        """Does it point into its own text?"""
        return not self.instrument and not self.quoted

    @property
    def dangling(self) -> bool:
        """Does it point into its own text, at something that is not there?"""
        return self.internal and not self.targets
