"""How much of a text was read as structure: nothing is written about a text that lawtrack does not understand.

A statute of another system has articles, paragraphs and items too, but counts and prints them otherwise (第 3 條, ２ for the
second paragraph, 一 for an item). Read as a mainland instrument, its items become paragraphs and its headings vanish,
and a decision about it names places that do not exist.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.amend.model import fault
from lawtrack.errors import UnusableInput
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.amend.model import Fault
    from lawtrack.law import Instrument

LEAST: Final = 0.5
"""So much of what is not title, note, contents or annex must stand in articles; in the corpus it is 0.81 and more."""
STRANGE: Final = 0.1
"""So many of the lines may begin as no line of a mainland instrument does; in the corpus it is 0.00 to 0.01."""
KANA: Final = 0.02
"""So many of the characters may be kana: a name or a trade mark, and not a language."""

_KANA: Final = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_STRANGE: Final = compile_on_use(
    r"[ \t　]*(?:第[ 　]*[0-9０-９一二三四五六七八九十百千-]+[ 　]*(?:條|조)|第[ 　]+\S{1,8}[ 　]*[編章節]"
    r"|[２-９][ 　]|[一二三四五六七八九十]+[ 　]\S|（[^（）]{1,20}）$|Article\s+\d|§\s*\d)"
)
_BODY: Final = frozenset({"preamble", "tail"})


def understood(doc: Instrument) -> float:
    r"""The share of the text that was read as articles, from 0 to 1; title, header note, contents and annexes aside.

    >>> from lawtrack.law import parse
    >>> understood(parse("某市公园条例\n第一条　甲。\n第二条　乙。"))
    1.0
    """
    inside = sum(len(article.text) for article in doc.articles)
    outside = sum(len(block.text) for block in doc.blocks if block.kind in _BODY)
    return inside / (inside + outside) if inside else 0.0


def strange_lines(doc: Instrument) -> Iterator[str]:
    """The lines that begin as a unit of another system of law does."""
    kept = [article.text for article in doc.articles]
    kept += [block.text for block in doc.blocks if block.kind in _BODY or block.kind == "header"]
    for text in kept:
        yield from (line.strip() for line in text.splitlines() if _STRANGE.match(line))


def unread(doc: Instrument) -> Fault | None:
    """Why the text is taken as not understood; None where enough of it was read as structure."""
    title = doc.title or "—"
    if not doc.articles:
        return fault("amend.no-articles", title=title)
    letters = len(_KANA.findall(doc.text))
    if letters > KANA * len(doc.text):
        return fault("amend.other-language", title=title)
    strange = list(strange_lines(doc))
    lines = sum(1 for line in doc.text.splitlines() if line.strip())
    if len(strange) > STRANGE * lines:
        return fault("amend.other-system", title=title, count=len(strange), line=strange[0][:20])
    if (share := understood(doc)) < LEAST and not _led_in(doc):
        return fault("amend.little-read", title=title, share=round(100 * share))
    return None


def _led_in(doc: Instrument) -> bool:
    """Does one paragraph lead in articles that are counted through, and is nothing else left? Short pacts look so."""
    outside = [block for block in doc.blocks if block.kind in _BODY and block.text.strip()]
    if len(outside) != 1 or outside[0].kind != "preamble" or len(doc.articles) < 2:
        return False
    lead = outside[0].text.strip()
    counted = all(article.number == (place, 0) for place, article in enumerate(doc.articles, 1))
    return counted and len(lead) <= _LEAD and "\n" not in lead and "第" not in lead


_LEAD: Final = 200
"""The longest paragraph that may lead in a few short articles."""
FOREIGN: Final = frozenset({"amend.other-language", "amend.other-system"})
"""Reasons why no instruction is applied to a text either."""


def refuse_unread(doc: Instrument) -> None:
    """Raise UnusableInput, with the reason, for a text of which too little was read as structure."""
    if reason := unread(doc):
        raise UnusableInput(reason.code, **dict(reason.details))
