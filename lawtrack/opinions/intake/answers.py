"""What became of an opinion, as tables and letters say it: the result and its reason in one place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.law import NUMERAL_CLASS, number_of
from lawtrack.opinions.intake.letter_words import (
    ANSWER,
    BARE_ANSWER,
    BRACKET_ANSWER,
    INLINE_ANSWER,
    SENTENCE_ANSWER,
)
from lawtrack.opinions.vocabulary import result_id

if TYPE_CHECKING:
    from collections.abc import Sequence

_REASONED: Final = re.compile(
    r"(?P<result>[^，,；;：:。（(\s]{1,8})(?:[，,；;：:。（(]|\s)\s*(?:(?:不予?|未予?)?(?:采纳)?的?(?:理由|原因|说明)(?:是|为|如下)?[：:]\s*)?"
    r"(?P<reason>.{2,}?)[)）]?",
    re.DOTALL,
)
"""未采纳，因为上位法已有规定: the answer and its reason in one cell."""
_TAKES: Final = re.compile("(?:[不未]|没有|部分)(?:予以?|作)?(?:采纳|吸收|吸纳|采用)")
_SAYS_NO: Final = re.compile("[不未没否×✗]|部分|基本|原则")


_BOX: Final = "[□☐○☑✓√✔■☒◉●]"
_OFFER: Final = r"[^□☐○☑✓√✔■☒◉●\s，,；;/、]{2,8}"
_BOXED: Final = (
    re.compile(rf"(?P<box>{_BOX})\s*(?P<words>{_OFFER})[\s，,；;/、]*"),
    re.compile(rf"(?P<words>{_OFFER})\s*(?P<box>{_BOX})[\s，,；;/、]*"),
)
_ON: Final = frozenset("☑✓√✔■☒◉●")


def _ticked(words: str) -> str:
    """The one answer that is ticked among those that a form offers: □采纳 ☑不采纳; "" for anything else."""
    for form in _BOXED:
        said = [*form.finditer(words)]
        whole = sum(len(one.group()) for one in said) == len(words)
        if len(said) > 1 and whole and all(is_result(one["words"]) for one in said):
            on = [one["words"] for one in said if one["box"] in _ON]
            return on[0] if len(on) == 1 else ""
    return ""


_ARTICLE: Final = re.compile(rf"第?[{NUMERAL_CLASS}]{{1,6}}条(?:之[一二三四五六七八九十])?")
_ANSWERED_PLACE: Final = re.compile(
    rf"(?:^|(?<=[，。；、：:\s]))(?:对|关于)?第(?P<number>[{NUMERAL_CLASS}]{{1,6}})(?:条|点|项)(?:[^，。；：、]{{0,6}}?款|[^，。；：、]{{0,6}}?项)?的?(?:意见|建议)?[：:，]?"
)
"""第五条意见 in an answer to several: which of them it answers."""


def answer_in(words: str) -> dict[str, str]:
    """The result and its reason where both stand in one place: 未采纳，因为上位法已有规定; else the words as the result.

    >>> answer_in("未采纳，因为上位法已有规定")
    {'result': '未采纳', 'reason': '因为上位法已有规定'}
    """
    if ticked := _ticked(words):
        return {"result": ticked}
    said = _REASONED.fullmatch(words)
    if said and is_result(said["result"]):
        if _TAKES.search(said["reason"]) and not _SAYS_NO.search(said["result"]):
            return {"result": words}  # 采纳；第二点未采纳: two answers
        return {"result": said["result"], "reason": said["reason"]}
    pieces = re.split(r"(?<=[，,；;。\n])", words)
    results = [piece for piece in pieces if is_result(piece.strip("，,；;。\n "))]
    if len(results) == 1 and not any(_TAKES.search(piece) for piece in pieces if piece not in results):
        rest = "".join(piece for piece in pieces if piece not in results).strip("，,；;。\n ")
        return {"result": results[0].strip("，,；;。\n "), "reason": rest}
    return {"result": words}


def is_result(words: str) -> bool:
    """Do the words name one of the results?

    >>> is_result("未采纳"), is_result("另行研究")
    (True, False)
    """
    try:
        result_id(words)
    except UnusableInput:
        return False
    return True


def answer_behind(words: str) -> re.Match[str] | None:
    """The answer that a line gives behind its opinion: ……的内容。经研究，未采纳。"""
    if ANSWER.fullmatch(words):
        return None
    bracket = BRACKET_ANSWER.search(words)
    if bracket and bracket.start() and bare_answer(bracket["words"]):
        return bracket
    behind = SENTENCE_ANSWER.search(words)
    return INLINE_ANSWER.search(words) or (behind if behind and _known(behind["words"]) else None)


def bare_answer(words: str) -> dict[str, str]:
    """The answer that a line of its own gives to the opinion above it, {} for any other line.

    >>> bare_answer("未采纳。机构名称以方案为准。"), bare_answer("说明：主体不明。")
    ({'result': '未采纳', 'reason': '机构名称以方案为准'}, {})
    """
    said = _known(words.rstrip("。；"))
    return said if said and BARE_ANSWER.search(said["result"]) else {}


def _known(words: str) -> dict[str, str]:
    """What an answer says, {} where it is none that is known."""
    said = answer_in(words)
    return said if is_result(said["result"]) else {}


def answers_for(words: str, clauses: Sequence[str]) -> list[dict[str, str]]:
    """The answers that one cell gives to opinions on several `clauses`, by article or by order; [] for anything else.

    >>> answers_for("第五条意见采纳，第六条未采纳，理由是期限由规划确定", ["第五条", "第六条第二款"])
    [{'result': '采纳', 'reason': ''}, {'result': '未采纳', 'reason': '理由是期限由规划确定'}]
    >>> answers_for("第一条采纳，第二条未采纳", ["第一条", "第三条"])
    []
    """
    marks = [*_ANSWERED_PLACE.finditer(words)]
    if len(marks) < 2 or words[: marks[0].start()].strip("，。；：:、 \n"):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(words)]
    said = [
        _known(words[mark.end() : end].strip("，。；、 \n")) for mark, end in zip(marks, ends, strict=True)
    ]
    named = [number_of(f"第{mark['number']}条")[0] for mark in marks]
    articles = [number_of(match.group())[0] if (match := _ARTICLE.match(one)) else 0 for one in clauses]
    if not all(said) or len({*named}) < len(named):
        return []
    if {*named} == {*articles}:
        return [said[named.index(article)] for article in articles]
    in_order = named == [*range(1, len(clauses) + 1)] and not {*named} & {*articles}
    return said if in_order else []
