"""Which clause somebody means (第3条第二款, 总则, art_3, 全文), and how a clause is called."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law import (
    HEADING_LEVELS,
    NUMERAL_CLASS,
    Level,
    Targets,
    number_of,
    read_run,
    run_expression,
    to_chinese,
)
from lawtrack.opinions.model import ANNEX, TITLE, WHOLE
from lawtrack.opinions.places import spelled

if TYPE_CHECKING:
    from lawtrack.law import Block, Instrument, Pointer, Provision

_WHOLE_WORDS: Final = re.compile(
    r"(?:对|关于)?(?:草案|条例|文稿|文本|征求意见稿)?(?:全文|全篇|通篇|全稿|总体|整体|总的|综合|全部)(?:意见|建议|条款|内容|性意见)?"
)
_TITLE_WORDS: Final = re.compile(r"(?:对|关于)?(?:草案|条例|法规|规章)?(?:标题|题目|名称)(?:的意见)?")
_BARE_ITEM: Final = re.compile(rf"([（(][{NUMERAL_CLASS}]{{1,4}}[)）])(?![款项目])")
_PUT_IN: Final = re.compile("(?<=[条款项])(?:中|之?后|之?前)?(?:新增加?|增加|增设|增补).*")
"""第三条新增第（四）项: what is not there yet is asked for at what is."""
_LAST: Final = re.compile(
    rf"(?:草案|条例)?(?P<article>第[{NUMERAL_CLASS}]{{1,6}}条)的?(?:最后一?|末尾?|最末)个?(?P<unit>[款项])"
)
_DOTTED: Final = re.compile(
    r"第?(?P<article>[0-9０-９]{1,3})[.．](?P<first>[0-9０-９]{1,2})(?:[.．](?P<second>[0-9０-９]{1,2}))?(?P<unit>[条款项目]?)"
)
"""3.2: an article, and its paragraph or its item."""
_ANNEX_LABEL: Final = re.compile(rf"附[件表录图][{NUMERAL_CLASS}]{{0,4}}")
_UNITS: Final = {Level.PARAGRAPH: "款", Level.ITEM: "项", Level.POINT: "目"}


class Named(NamedTuple):
    """What somebody named: the addresses, and the label; no address where it is not in the text."""

    eids: tuple[str, ...]
    label: str


class Clauses:
    """The clauses of one text, found by their names."""

    def __init__(self, doc: Instrument) -> None:
        self.doc = doc
        self.targets = Targets(doc)

    def named(self, words: str) -> Named:
        r"""The clauses that `words` name; no address, and the words as they are, where any of them is not there.

        >>> from lawtrack.law import parse
        >>> clauses = Clauses(parse("第一条　甲。\n第二条　乙：\n（一）丙；\n（二）丁。"))
        >>> clauses.named("第2条第（二）项"), clauses.named("第九条")
        (Named(eids=('art_2__para_1__item_2',), label='第二条第二项'), Named(eids=(), label='第九条'))
        """
        said = "".join("、".join(words.strip().splitlines()).split()).strip("。，、；;：:")
        if _WHOLE_WORDS.fullmatch(said):
            return Named((), WHOLE)
        if _TITLE_WORDS.fullmatch(said):
            return Named((), TITLE)
        if annex := self.annex(said):
            return Named((), annex.label or ANNEX)
        eids = tuple(words.split())
        if eids and all(eid in self.doc.by_eid for eid in eids):
            return Named(eids, "、".join(map(self.label, eids)))
        if last := _LAST.fullmatch(said):
            return self._last(last["article"], last["unit"]) or Named((), said)
        return self._dotted(said) or self._pointed(said) or self._headed(said) or Named((), said)

    def annex(self, words: str) -> Block | None:
        r"""The annex that `words` name, by its label, or as 附件 where there is only one; None for anything else.

        >>> from lawtrack.law import parse
        >>> Clauses(parse("第一条　甲。\n附件1：\n收费表\n附件2：\n地图")).annex("附件2").text
        '附件2：\n地图'
        """
        said = "".join(words.split()).strip("。，、：:")
        annexes = [block for block in self.doc.blocks if block.kind == "annex"]
        if said == ANNEX and len(annexes) == 1:
            return annexes[0]
        if not _ANNEX_LABEL.fullmatch(said):
            return None
        named = said[:2], number_of(said)
        labels = {(one.label[:2], number_of(one.label)): one for one in reversed(annexes) if one.label}
        return labels.get(named)

    def label(self, eid: str) -> str:
        """A clause as the norms print it: 第三条第二款, 第十条第三项; the paragraph is left out where it is the only one."""
        path = [node for node in self.targets.paths[eid] if node.level not in HEADING_LEVELS]
        if not path:
            return "".join(node.label for node in self.targets.paths[eid])
        return path[0].label + "".join(
            _step(node) for above, node in pairwise(path) if not _is_only(above, node)
        )

    def _last(self, article: str, unit: str) -> Named | None:
        """The last paragraph or item of an article."""
        named = self._pointed(article)
        if named is None or len(named.eids) != 1:
            return None
        below = [node for node in self.targets.paths if node.startswith(f"{named.eids[0]}__")]
        levels = {"款": Level.PARAGRAPH, "项": Level.ITEM}
        nodes = [eid for eid in below if self.doc.by_eid[eid].level is levels[unit]]
        return Named((nodes[-1],), self.label(nodes[-1])) if nodes else None

    def _dotted(self, said: str) -> Named | None:
        """3.2 by what the article has: its second paragraph or its second item; None for anything else or where both are there."""
        named: list[Named] = []
        for piece in re.split("[、，,；;]", said):
            match = _DOTTED.fullmatch(piece)
            likely = self._likely(match) if match else []
            if len(likely) != 1:
                return None
            named += likely
        return Named(tuple(eid for one in named for eid in one.eids), "、".join(one.label for one in named))

    def _likely(self, match: re.Match[str]) -> list[Named]:
        """What a dotted place can be in this text."""
        article = self._pointed(f"第{match['article']}条")
        if article is None or not article.eids:
            return []
        alone = len(self.doc.by_eid[article.eids[0]].children) < 2
        first, second = match["first"], match["second"]
        ways = ["款第{}项", "项第{}目"] if second else ["款", "项"]
        if alone:
            ways = ways[1:]  # an article of one paragraph is cited without it
        if not second and match["unit"] in ("款", "项"):
            ways = [match["unit"]]
        said = [f"{article.label}第{first}{way.format(second)}" for way in ways]
        likely = [one for words in said if (one := self._pointed(words)) and one.eids]
        tenth = (self._pointed(f"{article.label}第十{way}") for way in ways if not second and first == "1")
        return [] if any(one and one.eids for one in tenth) else likely  # a workbook writes 3.10 as 3.1

    def _pointed(self, said: str) -> Named | None:
        """Numbered places; None where there is no number in the words or the first of them is relative (前款)."""
        said = _PUT_IN.sub("", said)
        whole = _BARE_ITEM.sub(r"\1项", spelled(said))
        pointers: list[Pointer] = []
        for match in run_expression().finditer(whole):
            pointers += read_run(whole, match.start(), match.end())
        if not pointers or pointers[0].relative:
            return None
        targets = [self.targets.of(pointer, ()) for pointer in pointers]
        label = "、".join(pointer.label for pointer in pointers)
        eids = tuple(dict.fromkeys(eid for each in targets for eid in each))
        return Named(eids if all(targets) else (), label)

    def _headed(self, said: str) -> Named | None:
        """Chapters by their names: 总则, 附则."""
        by_name = {"".join(node.heading.split()): node.eid for node in self.doc.headings}
        eids = [
            by_name.get(name.removesuffix("部分").removesuffix("一章"), "")
            for name in re.split("[、，和及]", said)
        ]
        return Named(tuple(eids), "、".join(map(self.label, eids))) if all(eids) else None


def _step(node: Provision) -> str:
    return f"第{to_chinese(min(node.number[0], 9999))}{_UNITS[node.level]}"


def _is_only(above: Provision, node: Provision) -> bool:
    return node.level is Level.PARAGRAPH and len(above.children) == 1
