"""Addresses: 第十六条第一款第二项 and everything that instructions say instead of it.

Lists (第二条、第三条第一款和第二款), ranges (第二十六条至第三十二条), joint numbers (第三、四、五款), items in brackets
(第（三）项), 原第五条, 引言, 款首, 第一句, 第七自然段, 第三章, 章名, 条例.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.model import Address
from lawtrack.amend.reading.annexes import MOST, annex_name, in_annex
from lawtrack.amend.reading.expressions import Expression
from lawtrack.law import NUMERAL_CLASS, to_int

if TYPE_CHECKING:
    from collections.abc import Iterator

N: Final = f"[{NUMERAL_CLASS}]"
TITLE: Final = "[\uf000-\uf8ff]"
"""A title in 《》 stands as one character in the skeleton of a sentence (see reading.py)."""

UNITS: Final = {
    "条": "article",
    "款": "paragraph",
    "项": "item",
    "目": "point",
    "自然段": "paragraph",
    "段": "paragraph",
}
HEADINGS: Final = {"编": "part", "分编": "subpart", "章": "chapter", "节": "section", "部分": "chapter"}
DEPTHS: Final = ("article", "paragraph", "item", "point")

# What words name a place that is not numbered: block, part.
PLACES: Final[dict[str, tuple[str, str]]] = {
    "引言": ("preamble", ""),
    "引言部分": ("preamble", ""),
    "序言": ("preamble", ""),
    "序言部分": ("preamble", ""),
    "总则": ("", "called"),
    "附则": ("", "called"),
    "前言": ("preamble", ""),
    "法规名称": ("title", ""),
    "名称": ("title", ""),
    "标题": ("heading", ""),
    "题目": ("title", ""),
    "所有章名": ("headings", ""),
    "各章章名": ("headings", ""),
    "章名": ("heading", ""),
    "节名": ("heading", ""),
    "目录": ("contents", ""),
    "正文": ("body", ""),
    "全文": ("body", ""),
    "正文后的内容": ("after", ""),
    "各章节的名称和起始条文": ("chapters", ""),
    "附件": ("annex", ""),
    "附表": ("annex", ""),
    "表格": ("", "table"),
    "表": ("", "table"),
    "款首": ("", "lead"),
    "条首部分": ("", "lead"),
    "条首": ("", "lead"),
    "项首": ("", "lead"),
    "引述部分": ("", "lead"),
    "引导语": ("", "lead"),
    "引导部分": ("", "lead"),
    "导语": ("", "lead"),
    "引语": ("", "lead"),
    "首部": ("", "lead"),
    "但书": ("", "proviso"),
    "款尾": ("", "end"),
    "条尾": ("", "end"),
    "项尾": ("", "end"),
    "句末": ("", "end"),
    "句尾": ("", "end"),
    "末尾": ("", "end"),
    "结尾": ("", "end"),
    "最后": ("", "end"),
    "开始部分": ("", "start"),
    "开头部分": ("", "start"),
    "开头": ("", "start"),
}
SELF: Final = (
    "本条",
    "该条",
    "同条",
    "这一条",
    "本款",
    "同款",
    "该款",
    "这一款",
    "这一自然段",
    "本项",
    "该项",
    "这一项",
)
_ALL: Final = r"(?:各条款|所有条款|所有条文|有关条款|有关条文|相关条款|相关条文|各条|条文|全文)"
WHOLE: Final = (
    rf"(?:本)?(?:{_ALL}|(?:总则|分则|附则)(?=第)|文"
    rf"|(?:条例|规定|办法|细则|规则|决定|解释|法规|法律|规章|章程|宪法|刑法|法)(?:的?{_ALL})?)"
)
_WORDS: Final = "|".join(
    word
    + (
        "(?!例|款|文)"
        if word.endswith("条")
        else "(?![述决示演彰态])"
        if word == "表"
        else "(?:一?章|部分)?(?!第)"
        if word in ("总则", "附则")
        else ""
    )
    for word in sorted((*PLACES, *SELF), key=len, reverse=True)
)
EVERY: Final = r"(?:各|所有|全部)+(?:项|目)(?!目)"
AMENDED: Final = (
    r"(?:(?:修改|调整|修正|修订)(?:条文|条款)?(?:顺序|序号)?后的?|(?:条文)?(?:顺序|序号)(?:调整|变更|变动)后的?"
    r"|重新编号后的?)"
)
MARK: Final = rf"(?:原|现行|{AMENDED})"
ANNEX: Final = rf"附[件表录](?:第)?[（(]?{N}+[）)]?(?!{N}|[）)]?(?:[项条款目行句段]|部分))"
LAST: Final = r"(?:(?:最后|末尾?)一?|首)[章条款项句]"
ATOM: Final = (
    rf"(?:第[（(]?{N}+[）)]?(?:[、和至][（(]?{N}+[）)]?)*(?:自然段|分编|部分|条之{N}+|条|款|项|目|章|节|编|句|段)"
    rf"|{EVERY}|{LAST}|{ANNEX}|{_WORDS}|其中)"
)
NAME: Final = rf"(?:{TITLE}(?:[（(][^）)]*[）)])?|{WHOLE})"
LINK: Final = r"(?:、|和|及|与|至|以及|或者|的)"
PLACE: Final = (
    rf"(?:{MARK}?(?:{NAME}(?:的)?)?{MARK}?{ATOM}(?:{LINK}?{MARK}?(?:{NAME})?(?:的)?{MARK}?{ATOM})*"
    rf"|{TITLE}(?:、?{TITLE})+(?:等{N}*(?:件|部|项)?(?:地方性)?(?:法规|规章|条例|办法|文件))?|{NAME})"
)
"""A regular expression for a list of places, without groups, for use inside the grammar's templates."""

_TOKEN: Final = Expression(
    rf"(?P<name>{TITLE})|(?P<amended>{AMENDED})|(?P<old>原|现行)|第(?P<numbers>[（(]?{N}+[）)]?(?:[、和至][（(]?{N}+[）)]?)*)"
    rf"(?P<unit>自然段|分编|部分|条|款|项|目|章|节|编|句|段)(?:之(?P<branch>{N}+))?"
    rf"|(?P<every>{EVERY})|(?P<last>{LAST})|(?P<annex>{ANNEX})|(?P<place>{_WORDS})|(?P<range>至)|(?P<whole>{WHOLE})|(?P<link>[、和及与或])"
)


def places(words: str, inherit: Address | None = None) -> list[Address]:
    """The addresses that `words` names, in order; what a later one leaves out it takes from the one before it.

    `inherit` is the article (or paragraph) that a bare 第二款 belongs to.

    >>> [a.label for a in places("第二条第一款、第三款和第五条至第七条")]
    ['第二条第一款', '第二条第三款', '第五条', '第六条', '第七条']
    >>> [a.label for a in places("第三、四款", Address(article=(8, 0)))]
    ['第八条第三款', '第八条第四款']
    """
    addresses: list[Address] = []
    current = Address()
    started, ranged, amended = False, False, False
    for token in _TOKEN.finditer(words):
        kind = "unit" if token.lastgroup == "branch" else token.lastgroup
        if kind in ("link", "range"):
            if started:
                _close(addresses, current, ranged)
                started, ranged = False, False
            ranged = kind == "range"
            continue
        if kind in ("amended", "old"):
            amended = kind == "amended"
            continue
        if kind == "name":
            addresses += _whole_text(current)
            current = Address(name=token["name"])
            continue
        if kind == "whole":
            if not started:
                current = replace(current, block="body") if token.end() == len(words) else current
                started = started or token.end() == len(words)
            continue
        for number, following in _steps(token):
            if following:
                _close(addresses, current, ranged)
                started, ranged = False, following == "至"
            if started and _begins_anew(current, token):
                _close(addresses, current, ranged)
                ranged = False
            current = _step(current, inherit, token, number, started)
            current = replace(current, amended=amended or current.amended)
            started = True
    if started:
        _close(addresses, current, ranged)
    else:
        addresses += _whole_text(current)
    return _of_headings(addresses)


def _step(
    current: Address, inherit: Address | None, token: re.Match[str], number: int, started: bool
) -> Address:
    """`current` with one more step, below an annex where it is in one."""
    if current.block == "annex" and started and token["place"] in ("名称", "标题", "题目"):
        return replace(current, inner=(*current.inner, ("名称", 0)))
    if current.block == "annex" and token["unit"] and (started or _begins_anew(current, token)):
        return in_annex(current, token["unit"], number)
    return _with(current, inherit, token, number)


def _begins_anew(current: Address, token: re.Match[str]) -> bool:
    """Is this number one of the level that the place has already, so that it is another place?"""
    if current.block == "annex":
        return token["unit"] in (unit for unit, _ in current.inner)
    depth = _depth(token)
    return depth is not None and _deepest(current) >= depth


def _whole_text(current: Address) -> tuple[Address, ...]:
    """《甲条例》《乙条例》中的: a name that no place followed is the text whole."""
    bare = current.name and not (current.article or current.headings or current.block)
    return (replace(current, block="body"),) if bare else ()


def _of_headings(addresses: list[Address]) -> list[Address]:
    """第三章、第四章章名: what names the heading of the last means the headings of the others too."""
    if not addresses or addresses[-1].block != "heading":
        return addresses
    return [replace(at, block="heading") if at.headings and not at.article else at for at in addresses]


def _steps(token: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The numbers of 第三、四款, each with the mark before it."""
    numbers = token["numbers"]
    if numbers is None:
        yield 0, ""
        return
    mark = ""
    for piece in re.split(r"([、和至])", numbers):
        if piece in ("、", "和", "至"):
            mark = piece
        else:
            yield min(to_int(piece.strip("（）()")), MOST), mark


def _depth(token: re.Match[str]) -> int | None:
    unit = token["unit"]
    if unit in ("自然段", "段"):
        return len(DEPTHS)
    if unit in UNITS:
        return DEPTHS.index(UNITS[unit])
    return None


def _deepest(address: Address) -> int:
    if address.part or address.sentence:
        return 3
    return max((i for i, level in enumerate(DEPTHS) if getattr(address, level)), default=-1)


def _with(current: Address, inherit: Address | None, token: re.Match[str], number: int) -> Address:
    """`current` with one more step; a step that cannot stand alone takes its article from `inherit`."""
    unit, base = token["unit"], current
    if unit == "条":
        branch = min(to_int(token["branch"]), MOST) if token["branch"] else 0
        headings = () if current.article else current.headings
        return Address(article=(number, branch), headings=headings, name=current.name)
    if unit in HEADINGS:
        outer = current.headings
        if unit == "节" and not outer and inherit and not inherit.article:  # 第二章……，删去第一节
            outer = inherit.headings
        return Address(headings=(*_outer(outer, HEADINGS[unit]), (HEADINGS[unit], number)), name=current.name)
    natural = unit in ("自然段", "段")
    if token["every"]:
        whole = current if current.article else replace(inherit or Address(), name=current.name)
        return replace(
            whole, part="points" if token["every"].endswith("目") else "items", sentence=0, point=None
        )
    if natural and (base.article or (inherit and inherit.article)):
        return _natural(base if base.article else inherit or base, number)
    if inherit and not (current.article or current.block or current.headings or natural):
        base = replace(inherit, name=current.name or inherit.name)
        if unit == "款" or (token["last"] or "").endswith("款"):
            base = replace(base, paragraph=None, item=None, point=None)
    at_edge = PLACES.get(token["place"] or "", ("", ""))[1] in ("start", "end")  # 第二句末尾
    base = replace(base, part="", sentence=base.sentence if at_edge and current.sentence else 0)
    if token["annex"]:
        return Address(block="annex", annex=annex_name(token["annex"]), name=current.name)
    if token["last"] in ("最后一章", "末章"):
        return Address(headings=(("chapter", -1),), name=current.name)
    if token["last"] in ("最后一条", "末条"):
        return Address(article=(-1, 0), name=current.name)
    if last := token["last"]:
        return _numbered(base, last[-1], 1 if last[0] == "首" else -1)
    return _numbered(base, unit, number) if unit else _worded(base, current, inherit, token["place"])


def _worded(base: Address, current: Address, inherit: Address | None, word: str) -> Address:
    """The place that a word names: 本条, 名称, 章名, 款首."""
    if word[:2] in ("总则", "附则"):
        return Address(
            headings=(("chapter", 1 if word[0] == "总" else -1),), name=current.name, called=word[:2]
        )
    if word in SELF:
        if word.endswith("条"):
            return replace(base, paragraph=None, item=None, point=None)
        return replace(base, item=None, point=None) if word.endswith("款") else base
    block, part = PLACES[word]
    if block == "annex":
        return Address(block=block, annex=word, name=current.name)
    if part == "table" and current.block == "annex":  # 附件1表中的: the words are there only once
        return current
    if block == "body" and base.article:  # 第五条全文 is the article
        return base
    if block == "preamble" and current.article:  # 第五条第一款引言 is what leads in its items
        return replace(base, part="lead")
    if block == "title" and current.headings:
        block = "heading"
    if word == "标题" and not current.headings:
        block = "title"
    if block:
        headings = current.headings or (inherit.headings if inherit and block == "heading" else ())
        return Address(block=block, headings=headings, name=current.name)
    return replace(base, part=part)


def _natural(base: Address, number: int) -> Address:
    """第一自然段 of an article or a paragraph is the words before its items; a later one is a line of the article."""
    if number == 1:
        return replace(base, paragraph=base.paragraph or 1, item=None, point=None, part="lead", sentence=0)
    if base.paragraph:
        return replace(base, item=None, point=None, part="natural", sentence=0)
    return replace(base, paragraph=number, item=None, point=None, part="natural", sentence=0)


def _outer(headings: tuple[tuple[str, int], ...], level: str) -> tuple[tuple[str, int], ...]:
    order = ("part", "subpart", "chapter", "section")
    return tuple(pair for pair in headings if order.index(pair[0]) < order.index(level))


def _numbered(base: Address, unit: str, number: int) -> Address:
    if unit == "句":
        return replace(base, sentence=number)
    if unit in ("自然段", "段") and not base.article and not base.block:
        base = replace(base, block="preamble")
    return _set(base, UNITS[unit], number)


def _set(base: Address, level: str, number: int) -> Address:
    """`base` with the number of one level, nothing below it."""
    if level == "paragraph":
        return replace(base, paragraph=number, item=None, point=None)
    if level == "item":
        return replace(base, item=number, point=None)
    return replace(base, point=number)


def _close(addresses: list[Address], address: Address, ranged: bool) -> None:
    """Add `address`; after 至, everything between the one before it and it."""
    if ranged and addresses:
        addresses.extend(_between(addresses[-1], address))
    addresses.append(address)


def _between(first: Address, last: Address) -> Iterator[Address]:
    if first.headings and last.headings:
        (level, low), (_, high) = first.headings[-1], last.headings[-1]
        for number in range(low + 1, high):
            yield replace(first, headings=(*first.headings[:-1], (level, number)))
        return
    if first.inner and last.inner:
        (unit, start), (_, stop) = first.inner[-1], last.inner[-1]
        for number in range(start + 1, stop):
            yield replace(first, inner=(*first.inner[:-1], (unit, number)))
        return
    for level in reversed(DEPTHS):
        low, high = getattr(first, level), getattr(last, level)
        if low and high:
            if level == "article":
                for number in range(low[0] + 1, high[0]):
                    yield replace(first, article=(number, 0))
            else:
                for number in range(low + 1, high):
                    yield _set(first, level, number)
            return
