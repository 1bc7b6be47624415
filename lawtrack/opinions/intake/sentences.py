"""What one opinion says, read from its own words: on which clause, which words, what they should become, why."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from lawtrack.law import run_expression
from lawtrack.opinions.places import place_ahead

_GROUNDS: Final = re.compile(
    r"(?:^|[。；，\n])\s*(?:主要|其|修改|具体)*(?:理由|原因|依据)(?:(?:如下|是|为)?[：:]|[是为](?!否))\s*(?P<words>.+)\Z",
    re.DOTALL,
)
_QUOTED: Final = r"[“\"「](?P<{0}>[^“”\"「」…]{{1,400}})[”\"」]"
_TO: Final = r"(?:统一)?(?:修改|调整|更改|变更|改|完善|表述)(?:为|成)[：:]?\s*"
_CHANGE: Final = re.compile(_QUOTED.format("old") + rf"[^。；“”]{{0,12}}?{_TO}" + _QUOTED.format("new"))
_ANEW: Final = re.compile(_TO + _QUOTED.format("new"))
_REST_ANEW: Final = re.compile(rf"建议[^。；“”]{{0,20}}{_TO[:-3]}[：:]\s*(?P<new>[^“”].*)\Z", re.DOTALL)
_ABOUT: Final = re.compile(
    r"(?:删去|删除|去掉|取消)[^。；“”]{0,6}?" + _QUOTED.format("a")
    + "|" + _QUOTED.format("b") + r"[^。；“”]{0,12}?(?:删去|删除|去掉|前|后|中|的表述|一词|二字|易|不)"
)  # fmt: skip
_LEAD: Final = re.compile(
    r"(?:(?:对|关于|针对|就|将|在|把)\s*)?(?:《[^》]{1,60}》|(?:修订)?(?:草案|条例|征求意见稿|文稿))?(?:的|中)?\s*"
)
_AFTER_LEAD: Final = re.compile(
    r"\s*(?:的?(?:修改)?(?:意见|建议)(?:和建议|和意见|及建议)?\s*(?:[：:。]\s*|$)|[：:。]\s*|[。，、\t]?\s*$|\t\s*|[ 　]+)"
)
_NAMED: Final = re.compile(
    r"(?:(?:关于|对|针对|就|建议将)\s*)?(?:草案|条例|办法|规定)?的?(?P<name>题目|标题|名称|法规名称|条例名称|总则|附则|罚则|法律责任|监督检查|监督管理|保障措施|附[件表录图][0-9一二三四五六七八九十]{0,2})"
    r"(?:部分|[中里]的?|一章|问题|的意见)?(?=[。：:，,]|\s|建议|[“\"]|处罚|内容|的?施行|规定|应|太|过)"
)
"""关于题目。 总则部分建议……: places without a number."""
_PIECES: Final = re.compile(r"[，,；;。\n](?![^“”]*”)")
_ASKED: Final = re.compile("(?:建议|并|同时|以及|且|请|将|把|对|在|删除|删去|修改|调整|合并|明确|完善|细化)*")
CHANGES: Final = re.compile(
    "删|改|增|加|写|换|列入|去掉|调整|明确|完善|细化|合并|补充|统一|取消|推迟|提前|降低|提高|协调|建议|歧义|矛盾|冲突"
    "|[偏太过][高低宽窄严轻重多少长短大小笼原模]|不(?:够|宜|应|妥|准确|明确|一致|清|合理|完整)"
)
_APPROVES: Final = re.compile(
    "(?:没有?|无)(?:任何)?(?:问题|意见|异议)|很好|挺好|同意|赞成|赞同|可行|可以保留"
)
"""第九条没有问题，第十条建议增加一项: the second is asked for, the first is not."""
_BARE_PART: Final = re.compile(
    r"(?:^|[，；。：:])(?:建议|应当?|请|将|把|对|在|删去|删除|修改|完善|细化|明确|调整|合并)*(?P<part>第[一二三四五六七八九十0-9]{1,3}款(?:第[一二三四五六七八九十0-9（()）]{1,5}项)?|第[（(]?[一二三四五六七八九十0-9]{1,3}[)）]?项)"
)
"""第二款 in the words of an opinion whose column says the article."""
_ADDS: Final = re.compile("(?:增加|新增|增设|补充)(?:一[款项])?(?:，?作为)?$")
_BASIS: Final = re.compile(
    "(?:根据|按照|依照|依据|参照|对照|违反|结合|参考|鉴于)(?:本)?(?:草案|条例|办法|规定)?的?$"
)
_TO_PART: Final = "(?:建议|应当?|请|将|把|对|删去|删除|修改|完善|细化|明确|调整|合并)+"
_OWNED: Final = re.compile(r"》[^，。；]{0,4}$|[法例]$")
"""What stands before a number that counts in another text: 《行政处罚法》第二十九条, 根据刑法第三条."""


@dataclass(frozen=True, slots=True)
class Said:
    """One opinion taken apart; `text` is all of it but the clause that it is headed with and the reasons."""

    text: str
    clause: str = ""
    quote: str = ""
    suggestion: str = ""
    grounds: str = ""


def take_apart(words: str) -> Said:
    """The opinion in `words`; what is not said is "".

    >>> take_apart("对第三条第二款的意见：建议将“协作”修改为“协同”。理由：与上位法一致。")
    Said(text='建议将“协作”修改为“协同”。', clause='第三条第二款', quote='协作', suggestion='协同', grounds='与上位法一致。')
    >>> take_apart("建议删去第五条中的“有关”。").clause
    '第五条'
    """
    clause, rest = headed(words.strip())
    said = split_grounds(rest)
    if rest == words.strip():
        clause = place_of(said.text) or clause
    return wanted(replace(said, clause=clause or place_of(said.text)))


def headed(words: str) -> tuple[str, str]:
    """The clause that `words` begin with, and the rest; "" and all of them where they begin otherwise."""
    if named := _NAMED.match(words):
        rest = words[named.end() :].lstrip("。：:，, 　")
        begins = _ASKED.match(rest)
        if begins and "条" in _at(rest, begins.end()):  # 关于法律责任。第十一条……: the article is nearer
            return place_of(rest), rest
        return named["name"], rest or words
    lead = _LEAD.match(words)
    start = lead.end() if lead else 0
    match = run_expression().match(words, start)
    end = max(match.end() if match else start, place_ahead(words, start))
    if end == start or words.startswith("的规定", end):
        return "", words
    after = _AFTER_LEAD.match(words, end)
    place = words[start:end]
    return (place, words[after.end() :].strip()) if after else (place, words)


def first_clause(words: str) -> str:
    """The first numbered place in `words` that is not of another text, "" where there is none.

    What is named as a ground (根据第四条的规定，第五条……) comes after what is not.
    """
    places = _places(words)
    asked = [place for place, start in places if not _BASIS.search(words[:start])]
    return (asked or [place for place, _ in places] or [""])[0]


def _places(words: str) -> list[tuple[str, int]]:
    """The numbered places of this text in `words`, and where they begin."""
    return [
        (words[match.start() : max(match.end(), place_ahead(words, match.start()))], match.start())
        for match in run_expression().finditer(words)
        if not _OWNED.search(words[: match.start()].removesuffix("本条例").removesuffix("条例"))
    ]


def all_clauses(words: str) -> str:
    """The places that `words` ask something of, one behind the other; the first place alone where others are only spoken of.

    >>> all_clauses("建议第三条第三项改为“甲”，第五条第二款删除"), all_clauses("第五条参照第四条，建议修改")
    ('第三条第三项、第五条第二款', '第五条')
    """
    first = first_clause(words)
    told = [first]
    for piece in _PIECES.split(words):
        start = _ASKED.match(piece)
        if start and first and (start.end(), piece) and (place := _at(piece, start.end())):
            alone = "条" in place and not _BASIS.search(piece[: start.end()])
            asks = CHANGES.search(piece[start.end() + len(place) :]) or CHANGES.search(start.group())
            told += [place] if alone and asks and place not in told else []
    if len(told) > 1 and any(first in piece and _APPROVES.search(piece) for piece in _PIECES.split(words)):
        told.remove(first)
    return "、".join(filter(None, told))


def narrowed(clause: str, words: str) -> str:
    """The one part of the article that the words ask something of, where the clause names the article alone.

    >>> narrowed("第四条", "有企业建议删去第四条第二款"), narrowed("第四条", "第四条第二款和第四条第三款重复")
    ('第四条第二款', '第四条')
    >>> narrowed("第二条", "删去第二款"), narrowed("第二条", "增加第三款")
    ('第二条第二款', '第二条')
    """
    if not clause.endswith("条"):
        return clause
    parts = {
        place
        for place, start in _places(words)
        if place.startswith(clause)
        and "条" not in place.removeprefix(clause)
        and place != clause
        and not _ADDS.search(words[:start])
    }
    if not any("条" in place and place != clause for place, _ in _places(words)):
        parts = parts or {clause + match["part"] for match in _BARE_PART.finditer(words)}
    return parts.pop() if len(parts) == 1 else clause


def place_of(words: str) -> str:
    """What `words` are on: the places that they ask something of, as far as they name them."""
    return within(all_clauses(words), words)


def _at(words: str, start: int) -> str:
    match = run_expression().match(words, start)
    return words[start : max(match.end(), place_ahead(words, start))] if match else ""


def within(clause: str, words: str) -> str:
    """第三条第三项 for 第三条删去第三项: the part of an article that its words go on to name; else the clause.

    >>> within("第三条", "第三条建议删去第三项"), within("第三条", "第三条增加第四项")
    ('第三条第三项', '第三条')
    """
    if not clause.endswith("条"):
        return clause
    match = re.search(
        rf"{re.escape(clause)}(?:中的?|的|[，,：:])?{_TO_PART}(?P<part>第[一二三四五六七八九十0-9（()）]{{1,5}}[款项](?:第[一二三四五六七八九十0-9（()）]{{1,5}}项)?)",
        words,
    )
    return clause + match["part"] if match else clause


def split_grounds(words: str) -> Said:
    """The words with the reasons that stand behind 理由： taken out."""
    match = _GROUNDS.search(words)
    if not match:
        return Said(words)
    text = words[: match.start("words")]
    text = re.sub(
        r"[，\s]*(?:主要|其|修改|具体)*(?:理由|原因|依据)(?:如下|是|为)?[：:]?\s*\Z", "", text
    ).strip()
    return Said(text, grounds=match["words"].strip()) if text else Said(words)


def wanted(said: Said) -> Said:
    """The words quoted from the clause, and those they should become."""
    if match := _CHANGE.search(said.text):
        return replace(said, quote=match["old"], suggestion=match["new"])
    if match := _ANEW.search(said.text) or _REST_ANEW.search(said.text):
        return replace(said, suggestion=match["new"].strip())
    if match := _ABOUT.search(said.text):
        return replace(said, quote=match["a"] or match["b"])
    return said
