"""What became of an opinion, as tables and letters say it: the result and its reason in one place."""

from __future__ import annotations

import re
from typing import Final

from lawtrack.errors import UnusableInput
from lawtrack.opinions.vocabulary import result_id

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
