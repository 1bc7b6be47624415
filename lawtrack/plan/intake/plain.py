"""A line of a plan in the signs that the grammar knows, whatever brackets, dots, bars and dashes were printed.

【修订】甲条例 · 甲条例｛修订｝ · 甲条例/修订/市水务局 · 甲条例……市水务局……6月
"""

from __future__ import annotations

import re
from typing import Final

from lawtrack.patterns import compile_on_use
from lawtrack.plan.intake.wording import ACT, NOUN, TITLE_MARKS

ACT_WORDS: Final = (
    r"(?:拟|将|计划|建议|需要?|应当?|适时|属于?|为|系|全面|部分|重新|整体|一并|集中|抓紧|重点|力争|继续|新)*"
    rf"(?:{ACT}|新立)(?:项目|类|草案|工作|案)?"
)
"""What is to be done, and nothing else: 修订, 拟废止, 全面修订项目."""
_OPEN: Final = r"[（(【〔［\[｛{]"
_CLOSE: Final = r"[)）】〕］\]｝}]"
_ODD: Final = re.compile(r"(?<=[^\s　])[ 　]?[【〔［\[｛{]([^【】〔〕［］\[\]｛｝{}]{1,40})[】〕］\]｝}]")
"""【修订】, 〔修订〕 behind a title say what （修订） says."""
_QUOTED: Final = re.compile(
    rf"[“「〈]([^“”「」《》，。]{{2,40}}{NOUN}(?:[（(][^（()）]*[)）])?)[”」〉](?=$|[（(、，；。\s])"
)
"""“某市甲条例” in quotation marks instead of title marks."""
_LEADERS: Final = re.compile(r"(?<=[^\s。…])(?:…+|[.]{4,}|·{3,}|_{3,})(?=[\u4e00-\u9fff\d（(])")
"""Dots that lead from a title to its unit and its month: 甲条例……市水务局……6月."""
_WIDE: Final = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}
_HALF: Final = re.compile(r"(?<=[\u4e00-\u9fff》）)”」])[,;:()]|[()](?=[\u4e00-\u9fff《])")
"""Half-width marks between Chinese characters: what many pages have."""
_MARKED: Final = re.compile(r"^(\s*)[*＊★☆▲△#◎※]+[ 　]*(?=\d{1,3}[.．、]|[（(])")
"""*1. A project that is marked, before its number."""
_EMPHASIS: Final = re.compile(r"(\*{1,3})(?! )([^*]+)(?<! )\1")
_NUMBER: Final = (
    r"\s*(?:第\d{1,3}[项件][:：]?|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、"
    r"|[^《“「\u4e00-\u9fff（(【〔［\[｛{]*)\s*"
)
_TITLE: Final = (
    rf"(?:{TITLE_MARKS}|(?:[^《》，。；：（()）\s　|｜/／]|[（(][\u4e00-\u9fff]{{1,3}}[)）]){{1,44}}?{NOUN})"
)
_ACT_FIRST: Final = compile_on_use(
    rf"(?P<number>{_NUMBER}){_OPEN}(?P<act>{ACT_WORDS}){_CLOSE}\s*(?P<title>{_TITLE})(?=$|[（(，,。；;\s　—…|｜/／【〔［\[])"
)
_ACT_APART: Final = compile_on_use(rf"^({_NUMBER}(?:{ACT_WORDS}))[ 　]+(?={_TITLE})")
_ACT_BEHIND: Final = compile_on_use(
    rf"(?P<title>{NOUN}|[》）)])[ 　]*(?:—{{1,2}}|[-－–/／、|｜:：])[ 　]*(?P<act>{ACT_WORDS})(?=$|[，,；;。（(\s　—…|｜/／])"
)
_NAMED: Final = re.compile(rf"{NOUN}|》")
_OUTSIDE: Final = re.compile(
    r"《[^《》]*》|[（(][^（()）]*(?:[（(][^（()）]*[)）][^（()）]*)*[)）]|(?P<bar>[ 　]*[|｜/／][ 　]*)"
)


_MONTH: Final = re.compile(
    r"(?P<apart>《[^《》]*》)|(?<![一二三四五六七八九十〇○零\d])(?P<month>十[一二]?|[一二三四五六七八九])月"
    r"(?=份|[上中下]旬|[底初末中前]|以前|之前|[提报送审初一二三召完进表上]|市|省|人大|常委会|主任|会议|[，。；、：）)（(/\s—…-]|$)"
)
"""四月, where it is a time and no part of a word or a title."""
_MONTHS: Final = {
    sign: at for at, sign in enumerate(("一", "二", "三", "四", "五", "六", "七", "八", "九", "十"), 1)
} | {
    "十一": 11,
    "十二": 12,
}


def plain_months(words: str) -> str:
    """Months in figures, outside of titles.

    >>> plain_months("《三月三条例》拟于四月提请审议，十一月底前通过")
    '《三月三条例》拟于4月提请审议，11月底前通过'
    """
    return _MONTH.sub(lambda one: one["apart"] or f"{_MONTHS[one['month']]}月", words)


def plain_line(words: str) -> str:
    """The line as the grammar knows it.

    >>> plain_line("《甲条例》〔修订〕"), plain_line("1.[废止]甲条例/市水务局/6月")
    ('《甲条例》（修订）', '1.甲条例（废止）　　市水务局　　6月')
    """
    words = plain_months(_MARKED.sub(r"\1", words))
    words = _HALF.sub(lambda one: _WIDE[one.group()], words)
    words = _LEADERS.sub("　　", _EMPHASIS.sub(r"\2", words))
    words = _QUOTED.sub(r"《\1》", words)
    words = re.sub("<<|〈〈|＜＜", "《", re.sub(">>|〉〉|＞＞", "》", words))
    words = re.sub(r"(?<=[》）)\u4e00-\u9fff])-{2}(?=[\u4e00-\u9fff])", "——", words)
    words = (
        _ACT_FIRST.sub(r"\g<number>\g<title>（\g<act>）", words, count=1)
        if _ACT_FIRST.match(words)
        else words
    )
    words = _ACT_APART.sub(r"\1", _ODD.sub(r"（\1）", words))
    words = _ACT_BEHIND.sub(r"\g<title>（\g<act>）", words)
    if (name := _NAMED.search(words)) is None:
        return words
    head, rest = words[: name.end()], words[name.end() :]
    return head + _OUTSIDE.sub(lambda one: "　　" if one["bar"] else one.group(), rest)


def split_outside(words: str, marks: re.Pattern[str]) -> list[str]:
    """The pieces between marks that stand outside of brackets and titles, without spaces; empty ones left out.

    >>> split_outside("修订（市水务局，6月），一审", re.compile("，"))
    ['修订（市水务局，6月）', '一审']
    """
    pieces, depth, start, at = [], 0, 0, 0
    while at < len(words):
        depth += (words[at] in "《（(") - (words[at] in "》）)")
        mark = marks.match(words, at) if depth <= 0 else None
        if mark and mark.end() > at:
            pieces.append(words[start:at])
            start = at = mark.end()
        else:
            at += 1
    return [piece.strip() for piece in [*pieces, words[start:]] if piece.strip()]
