"""In whose manner a decision is written: how much becomes a change of words, and what is left to the closing sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from lawtrack.law import Instrument

Core = tuple[str, str]
"""(words gone, words come) of one change, without anything beside them."""
NATIONAL_SHARE: Final = 0.28
COUNCIL_SHARE: Final = 0.4
LOCAL_SHARE: Final = 0.6
JUDICIAL: Final = re.compile(r"最高人民(?:法院|检察院)")
LOCAL: Final = compile_on_use(r"(?:省|市|州|县|区|盟|旗)(?:第[^第，。]{1,6}届)?人(?:民代表大会|民政府|大)")
"""Who adopts for a place: 某市人民代表大会常务委员会, 某省人大常委会, 某市第二届人民代表大会."""
PLACE: Final = compile_on_use(r"[^中国全《]{1,6}?(?:省|(?<!城)市(?![政场民容级])|自治[区州县]|县(?!级))")
"""A title that begins with a place (某市公园条例), and not with what only sounds like one (城市绿化条例, 市场)."""
CONGRESS: Final = re.compile(r"全国人民代表大会|全国人大")
LAW: Final = re.compile(r"中华人民共和国.{2,40}法$")
"""A title that says who adopts where no header note does: only the national congress makes laws."""
NAMES: Final = re.compile(r"(?:条例|规定|办法|细则|规则)$")


@dataclass(frozen=True, slots=True)
class Manner:
    """How to write: `share` is the part of a unit's characters up to which words are changed rather than the unit.

    `most` is how many word edits one unit may have, `keep` says that numbers which nobody names stay (修正案).
    `repeated` are the changes that are made in more than one unit of this text.

    `judicial` is the manner of the courts: whole articles by their old numbers, 删除 for 删去, numbers left to the last
    instruction. `local` is the manner of local congresses and governments: `called` (条例) names the whole text where a
    name changes throughout, a clause is added at the end of a paragraph, and where words change or paragraphs go, the
    new number is left to the closing sentence unless `numbers` asks for it. `congress` is the manner of the national
    congress: it names the `paragraphs` in which words change, where others name the article alone if the words stand
    nowhere else in it, and it puts changes of words together at the end (对部分条文作以下修改).
    """

    share: float = NATIONAL_SHARE
    most: int = 2
    keep: bool = False
    judicial: bool = False
    local: bool = False
    congress: bool = False
    called: str = ""
    numbers: bool = False
    repeated: frozenset[Core] = frozenset()

    @property
    def paragraphs(self) -> bool:
        """Are paragraphs named also where the quoted words stand nowhere else in the article?"""
        return self.congress

    @property
    def deletes(self) -> str:
        """The word for a deletion."""
        return "删除" if self.judicial else "删去"


def manner_of(doc: Instrument, body: str, *, share: float | None, keep: bool) -> Manner:
    """The manner of who decides: of `body`, or else of those who adopted `doc` by its header note or title.

    With `keep` no body's practice counts: amendments and texts with gaps in their numbers have one of their own.
    """
    note = doc.block("header")
    who = body or (note.text if note else "")
    local = not keep and bool(LOCAL.search(who) or (not body and PLACE.match(doc.title)))
    congress = not local and bool(CONGRESS.search(who) or (not who and LAW.match(doc.title)))
    called = NAMES.search(doc.title)
    return Manner(
        share=(LOCAL_SHARE if local else NATIONAL_SHARE if congress else COUNCIL_SHARE)
        if share is None
        else share,
        keep=keep,
        judicial=not keep and JUDICIAL.match(doc.title) is not None,
        local=local,
        congress=congress,
        called=(called[0] if called else "全文") if local else "",
    )
