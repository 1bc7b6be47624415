"""Which instrument 该法, 该条例 or 上述办法 is: the one of that kind that the text named last before.

    第三条　船舶登记适用《甲法》。
    第四条　违反该法第九条的，由主管部门处罚。            the 甲法 of the article before
    第五条　依照《甲法》、《乙法》的规定办理。
    第六条　违反该法第九条的，……                    one of two: nobody can tell, and the reader is told

In the same article the nearest name counts, unless its clause names two of the kind. From another article it counts
where that is the article right before or the text has named no other of the kind, and where its article names one only.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lawtrack.law.model import Instrument

KINDS: Final = (
    "法典|法|条例|规定|办法|规则|细则|解释|决定|决议|通则|章程|规程|公约|协定|守则|准则|意见|纲要|修正案"
)
_LAW: Final = "(?:法典|(?<![办宪])法(?:[通总]则)?)"
_CLASSES: Final = {"法律": _LAW, "法典": _LAW, "法": _LAW, "规章": "(?:办法|规定)", "法规": "条例"}
"""What a word for a kind can stand for, where that is more than the word itself; the constitution is never called 该法."""
_SEVERAL: Final = r"(?P<several>[一二两三四五六七八九十几数多]{0,2}[部件项个])?"
_THAT: Final = compile_on_use(
    rf"(?:该|上述|前述|前引|(?<!合)同){_SEVERAL}[《〈]?(?P<kind>行政法规|地方性法规|法律|法规|规章|{KINDS})[》〉]?$"
)
THAT_INSTRUMENT: Final = compile_on_use(
    r"(?:该|上述|前述|前引)[《〈]?(?P<kind>法典?|条例|办法|规则|细则)[》〉]?"
    r"(?=的?(?:有关|相关|各项)?规定|的?要求|施行|实施[前后之以，。]|公布|办理|执行|处[罚理以分]|予以|给予|追究|承担|中)"
)
"""该法 that stands for the whole of an instrument (依照该法的规定处罚); 该法人 and 该办法人员 are other words."""
_TITLE: Final = compile_on_use(r"《(?P<title>[^《》\n]{2,80}(?:《[^《》\n]*》[^《》\n]*)?)》")
_INNER: Final = re.compile(r"[《〈<＜]([^《》〈〉<>＜＞]{2,60})[》〉>＞]")
_UNMARKED: Final = compile_on_use(
    r"(?:违反|依照|按照|根据|依据|适用|符合)(?P<title>[一-鿿]{1,20}?(?:法典?|条例))"
    r"(?=的?(?:有关|相关)?规定|第[ \t　]?[一二三四五六七八九十百零〇0-9]|[，、和])"
)
_NO_NAME: Final = re.compile(
    r"^(?:本|该|前|上述|同|有关|相关|国家|其他|各|原|现行|合|非|违|执|方|办|立|司|依)|(?:[立司执违合非方办]法)$"
)
_BRACKET: Final = re.compile(r"[（(][^（）()]*[）)]$")


class Owner(NamedTuple):
    """Whose provision is meant: a title, "" for the text itself; `among` has every title that can be meant if several can."""

    title: str
    among: tuple[str, ...] = ()


class _Naming(NamedTuple):
    start: int
    title: str


class Namings:
    """Where a text names other instruments; `full` gives the title that a short name stands for, "" for its own."""

    def __init__(self, doc: Instrument, text: str, full: Callable[[str], str]) -> None:
        self.text, self.doc, self.full = text, doc, full
        self.heard: list[_Naming] = []

    @cached_property
    def starts(self) -> list[int]:
        """Where the articles begin."""
        return [article.start for article in self.doc.articles]

    @cached_property
    def named(self) -> list[_Naming]:
        """The names in marks and after a word of citing; looked for only where a text has a 该法."""
        return list(_named(self.text, self.doc, self.full))

    def hear(self, start: int, title: str) -> None:
        """A name without marks that stood before a number (刑法第三条)."""
        self.heard.append(_Naming(start, title))

    def meant(self, words: str, at: int) -> Owner | None:
        """What `words`, that end with 该法 or the like right before `at`, mean; None where they end otherwise.

        Where nothing of the kind was named the words themselves stand for the title, among themselves.
        """
        that = _THAT.search(words)
        return self.of_kind(that["kind"], that.group(), at, several=bool(that["several"])) if that else None

    def of_kind(self, kind: str, words: str, at: int, *, several: bool = False) -> Owner:
        """The instrument of that kind that was named last before `at`, in the words of which it is called `words`."""
        quoted = _in_quotation(self.text, at)
        ends = re.compile(
            _CLASSES.get(kind.removeprefix("行政").removeprefix("地方性"), re.escape(kind)) + "$"
        )
        before = [
            one
            for one in sorted([*self.named, *self.heard])
            if one.start < at
            and ends.search(_BRACKET.sub("", one.title))
            and _in_quotation(self.text, one.start) == quoted
        ]
        if not before:
            return Owner(words, (words,))
        nearest = before[-1]
        beside = self._beside(before, nearest, at)
        if several:
            beside = list(dict.fromkeys(one.title for one in reversed(before)))
        among = {
            _plain(title): title for title in [*beside, nearest.title]
        }  # one law under two printings is one
        titles = tuple(dict.fromkeys([nearest.title, *among.values()]))
        return Owner(nearest.title, titles if len(titles) > 1 or several else ())

    def _beside(self, before: list[_Naming], nearest: _Naming, at: int) -> Iterable[str]:
        """What could be meant as well as `nearest`, for all that its place can tell."""
        here, there = self._article(at), self._article(nearest.start)
        if here == there:
            opens = max(self.text.rfind(mark, 0, nearest.start) for mark in "。；\n")
            return [one.title for one in before if one.start >= opens]
        if here - there > 1:
            return [one.title for one in reversed(before)]
        return [one.title for one in before if self._article(one.start) == there]

    def _article(self, at: int) -> int:
        return bisect_right(self.starts, at)


def _named(text: str, doc: Instrument, full: Callable[[str], str]) -> Iterable[_Naming]:
    begins = min((node.start for node in doc.body), default=len(text))
    preamble = doc.block("preamble")
    begins = min(begins, preamble.start) if preamble else begins
    for match in _TITLE.finditer(text, begins):
        title = full(match["title"])
        if title:
            yield _Naming(match.start(), title)
        for inner in _INNER.finditer(match["title"]):  # 《某省实施〈甲法〉办法》 names 甲法 too
            yield _Naming(match.start(), inner[1])
    for match in _UNMARKED.finditer(text, begins):
        title = "" if _NO_NAME.search(match["title"]) else full(match["title"])
        if title:
            yield _Naming(match.start(), title)


def _plain(title: str) -> str:
    return _BRACKET.sub("", title).removeprefix("中华人民共和国")


def _in_quotation(text: str, at: int) -> int:
    """Where the quotation opens that `at` stands in, -1 for none."""
    opened = text.rfind("“", 0, at)
    return opened if opened >= 0 and text.find("”", opened, at) < 0 else -1
