"""Whose provision is meant: the name that stands before 第X条.

本条例第三条 is this text's; 《…》第三条 and 刑法第三条 are others'. A short name (以下简称《药品管理法》) stands for the
full title, and a text that names itself points at itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.law.references.namings import KINDS, Namings, Owner
from lawtrack.law.script import FLAT, simplified
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from lawtrack.law.model import Instrument

_LOOK_BACK: Final = (
    200  # the longest title in the field is under 120 characters; a note in brackets may follow it
)
_FILLER: Final = re.compile(r"(?:中的|的|中|之)?[ \t　]*$")
_SELF: Final = compile_on_use(rf"本[一-鿿]{{0,4}}?(?:{KINDS})$")
_NAME: Final = compile_on_use(rf"[一-鿿（）]*(?:{KINDS})$")
_OWN_WORDS: Final = re.compile(
    r"[条款项目章节]的?(?:规定|决定|解释|意见)$"
)  # 前款规定第二项: words, no title
_BEFORE_NAME: Final = compile_on_use(
    r".*(?:[依按参遵比]照|根据|依据|违反|违背|适用|符合|触犯|涉及|构成|援[引用]|属于|藏匿|出现|行使|遵守|承担|提供|指定|履行|以及|或者|具有"
    r"|实施(?!条例|细则|办法|规则)|施行|所称|[是系所]指"
    r"|(?<=[法典例定则律规款条项章准求约同令])[和与或及]|^[和与或及]|[即在将是的被按]|(?<!自)由|(?<![消解清拆开])除|(?<!侵)犯(?!罪)|(?<!可)以"
    r"|(?<![应反针相绝])对(?!外(?!商))|(?<![国所占私公])有(?![关限机线毒害色])|(?<![行人])为|(?<!关)于|(?<!接)受)"
)
"""What stands before a name that no marks begin: a word of citing, or one of two names that 和 joins (市容和环境卫生 is one)."""
_NATION: Final = "中华人民共和国"
_SHORT: Final = compile_on_use(
    r"《(?P<full>[^《》\n]{2,80}(?:《[^《》\n]*》[^《》\n]*)?)》[ \t　]*[（(](?:以下)?(?:简称|统称)(?:为)?[:：]?[“\"《]{0,2}"
    r"(?P<short>[^”\"》，。；）)\n]{1,30})[”\"》]{0,2}[）)]"
)
_MARKED: Final = compile_on_use(r"《((?:[^《》\n]|《[^《》\n]{1,80}》){2,120})》")
_AMENDING: Final = re.compile(
    r"(?:关于(?:修改|修订|修正).*(?:决定|决议|修正案)|修正案(?:[（(].{1,4}[）)])?)$"
)
_CARRY: Final = compile_on_use(
    r"[ \t　]*(?:(?:的|所|之)?规定[一-鿿]{0,12}?)?[ \t　]*[，,]?(?:、|和|以及|及|与|或者|或|，)(?:依照|按照|违反|适用|根据)?"
)
_OPENING: Final = {"》": "《", "〉": "〈", ">": "<", "＞": "＜"}


class Owners:
    """The names of one text. `base` is the instrument that an amending decision amends, "" for any other text."""

    def __init__(self, doc: Instrument) -> None:
        text = simplified(doc.text)
        self.text = text.translate(FLAT)
        title = simplified(doc.title)
        self.short = {match["short"]: match["full"] for match in _SHORT.finditer(text)}
        self.own = _own_names(title)
        self.base = _amended(title)
        self.namings = Namings(doc, text, self._full)
        self.printed = {} if text == doc.text else _as_printed(doc.text, text)

    def before(self, at: int, start: int) -> Owner | None:
        """The owner named right before `at`: a title, "" for this text itself, None where nothing is named."""
        words = _FILLER.sub("", self.text[max(start, at - _LOOK_BACK) : at])
        if words.endswith(("）", ")")):
            opened = max(words.rfind("（"), words.rfind("("))
            if words[:opened].rstrip(" \t　").endswith(tuple(_OPENING)):
                words = words[:opened].rstrip(" \t　")
        if that := self.namings.meant(words, at):
            return that
        if words and words[-1] in _OPENING:
            return Owner(self._full(_titled(words)))
        if _SELF.search(words):
            return Owner("")
        unmarked = self._unmarked(words)
        if unmarked:
            self.namings.hear(at - 1, unmarked)
        return None if unmarked is None else Owner(unmarked)

    def as_printed(self, owner: Owner) -> Owner:
        """The owner's titles as the text prints them: names are read in simplified characters."""
        if not self.printed:
            return owner
        title, *among = (self.printed.get(each, each) for each in (owner.title, *owner.among))
        return Owner(title, tuple(among))

    def carries(self, end: int, start: int) -> bool:
        """Do the words between two references make the second go on from the first (……的规定或者第五条)?"""
        return start - end <= 24 and _CARRY.fullmatch(self.text, end, start) is not None

    def _unmarked(self, words: str) -> str | None:
        """A name without 《》: 刑法, 民事诉讼法; "" where it is this text's own."""
        match = _NAME.search(words[-40:])
        if match is None:
            return self.short.get(_tail(words, self.short)) if self.short else None
        _, nation, run = match.group().rpartition(_NATION)
        name = _BEFORE_NAME.sub("", run) or run[-2:]
        if name == run:
            name = nation + name
        if _OWN_WORDS.search(name):
            return None
        return self._full(_tail(name, self.short) or name)

    def _full(self, name: str) -> str:
        full = self.short.get(name, name)
        own = full in self.own or (name in self.own and name not in self.short)
        return "" if own else full


def _as_printed(text: str, read: str) -> dict[str, str]:
    """The titles in marks as they are read → as they are printed, in traditional characters."""
    return {
        read[start:end]: text[start:end] for start, end in (match.span(1) for match in _MARKED.finditer(read))
    }


def _tail(words: str, names: dict[str, str]) -> str:
    """The longest of the short names that `words` end with, "" for none."""
    return max((name for name in names if words.endswith(name)), key=len, default="")


def _own_names(title: str) -> frozenset[str]:
    plain = re.sub(r"[（(][^（）()]*[）)]$", "", title)
    kind = re.search(rf"(?:{KINDS})$", plain)
    names = {title, plain, plain.removeprefix(_NATION), kind.group() if kind else plain}
    return frozenset(names - {""})


def _amended(title: str) -> str:
    if not _AMENDING.search(title):
        return ""
    inner = re.search(r"[《〈<＜](.+)[》〉>＞]", title)
    return inner.group(1) if inner else title.partition("修正案")[0]


def _titled(words: str) -> str:
    """The title in the marks that end `words`, nested marks and all."""
    close, depth = words[-1], 0
    opening = _OPENING[close]
    for place in range(len(words) - 1, -1, -1):
        depth += (words[place] == close) - (words[place] == opening)
        if not depth:
            return words[place + 1 : -1]
    return words.rpartition("，")[2][:-1]
