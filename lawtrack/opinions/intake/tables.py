"""Opinions in the forms in which departments send them: tables with columns of any name and order, and letters.

    序号 | 条款 | 意见建议 | 理由 | 单位 | 备注
    对第三条第二款的意见：建议将“…”修改为“…”。
    一、第五条……

Each row or item is one opinion. What was not understood is listed with its line; nothing is dropped.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.drafts import iso_date
from lawtrack.errors import UnusableInput
from lawtrack.law import NUMERAL_CLASS
from lawtrack.opinions.intake.across import by_body
from lawtrack.opinions.intake.answers import answer_in, answers_for, is_result
from lawtrack.opinions.intake.heads import (
    ASKED,
    MORE,
    NUMBER,
    OTHER,
    PART,
    TICKED,
    WIDER,
    columns_of,
    is_head,
    known_columns,
)
from lawtrack.opinions.intake.received import Intake, Leftover, Received
from lawtrack.opinions.intake.sentences import first_clause, headed, narrowed, place_of, take_apart
from lawtrack.opinions.intake.splitting import numbered_in, opinions_in
from lawtrack.opinions.intake.upright import laid_down
from lawtrack.opinions.model import WHOLE, Opinion
from lawtrack.opinions.vocabulary import kind_of_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


_NOWHERE: Final = frozenset({"无", "/", "-", "—", "——", "\\"})
"""In the column of places: none is meant."""
_BAND_NUMBER: Final = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十0-9]{1,3}[、.．])\s*"
)
_COUNTED: Final = re.compile(r"\s*[（(]\d{1,3}\s*[条件个家][)）]$")
"""Behind the name of a group, how many opinions it has: 市直部门（3条）."""
_SAYS: Final = re.compile(
    r"(?P<name>(?!第|建议|关于|修改|删|增)[^：:，。；、“”《》\s]{1,22}(?:[局厅部委办院会]|政府|中心|公司|街道|机关|单位|人大|政协|大学|专家|律师|教授"
    r"|市民|网民|网友|先生|女士|代表|委员)(?:[（(][^（()）]{1,12}[)）])?)[：:]\s*(?P<said>\S.*)",
    re.DOTALL,
)
"""Whose an opinion is, before it: 市林业局：建议……"""
_TIME: Final = re.compile(r"[ T]+\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?$")
_LONGEST_NAME: Final = 24
_NUMBERED: Final = re.compile(r"\d+\s+(?P<id>[a-z0-9-]+)")
_BARE_NUMBER: Final = re.compile(rf"[（(]?(?P<number>[{NUMERAL_CLASS}]+)[)）]?")
_TICK: Final = re.compile("[√✓✔☑■●○◯是1vVＶ]")
_YES: Final = re.compile("[是有√✓✔]|有(?:修改)?意见")
_NO: Final = re.compile("[否无×✗]|没有?|不|否定?")
_NO_TICK: Final = re.compile("[×✗✘□否0/—-]*")
_CARRIED_OUT: Final = re.compile(r"(?P<result>[^（(]+?)\s*[（(](?:见|see )(?P<clause>[^（()）]+)[)）]")
_EVIDENCE: Final = re.compile(r"\s*〔[^〔〕]*〕\s*\Z")
_SOURCE_LINE: Final = re.compile(
    r"\s*(?:反馈|提出|来文|填报|填表|报送|回复)?(?:意见)?(?:单位|部门|人|来源|姓名|名称)(?:（[^）]*）|\([^)]*\))?[：:]\s*(?P<source>[^：:]{2,40}?)"
    r"(?:（?盖章）?|\s{2,}.*)?"
)


_NO_REPLY: Final = re.compile(
    "(?:逾期|到期|截至目前|至今)?(?:未|没有|尚未)(?:反馈|回复|回函|答复|提交|报送|收到反馈|收到回复)(?:意见)?(?:[，,]?视为(?:同意|无意见))?[。]?"
)
"""未反馈 in the place of an opinion: nobody said anything."""
_TOTAL: Final = re.compile(r"(?:合\s*计|总\s*计|共\s*计|小\s*计)[：:]?(?:\d+条?)?")
"""What begins the row that counts the ones above."""
_LABELLED: Final = re.compile(r"[^：:]{2,14}[：:].*")
_ON_ANNEX: Final = re.compile(
    r"(?:建议|对|将|在|关于|^)(?P<name>附[件表](?:[0-9一二三四五六七八九十]{1,2})?)(?:的|中|内|里|[，：:、]|增|补|第)"
)
_ON_WHOLE: Final = re.compile(
    r"全文|通篇|总体上|整体上|整部(?:条例|草案)|^(?:草案|条例)?(?:总体|整体)(?:上|来[看说]|而言|可行|意见|评价|[较比很]|良好|内容|结构|合理)"
)


def read_table(rows: Iterable[Sequence[str]], source: str = "") -> Intake:
    """The opinions in the rows of a table; a row that names the columns is the head, wherever it stands.

    `source` is who sent it, where no column says so.

    >>> found = read_table([["条款", "意见建议", "单位"], ["第三条", "建议删去。", "某局"]])
    >>> [(one.clause, one.text, one.source) for one in found.received]
    [('第三条', '建议删去。', '某局')]
    """
    received: list[Received] = []
    leftovers: list[Leftover] = []
    columns: list[str] | None = None
    above: list[str] | None = None  # the row just above, where it is a head
    over_rows: dict[str, str] = {}  # what a row over several says of each: its clause, or who has them
    place = ""  # what the column of places said last
    for line, cells in _below(laid_down([*rows])):
        words = [cell.strip() for cell in cells]
        if not any(words):
            continue
        over, above = above, None
        if (heads := columns_of(words, over)) and _is_next_head(heads, columns, words if over else ()):
            columns, above = heads, words
        elif sender := _sender(words, headed_yet=columns is not None):
            source, rest = sender
            leftovers += [Leftover(line, rest)] if rest else []
        elif columns and (band := _band(columns, words)):
            over_rows |= band
        elif columns and _says_nothing(columns, words):
            leftovers.append(Leftover(line, " ".join(word for word in words if word)))
        elif columns and (one := _from_row(columns, words, line, source, over_rows)):
            goes_on = received and (_is_counted_within(columns) or not words[columns.index(NUMBER)])
            if goes_on and "source" in columns and not one.source:
                one = replace(one, source=received[-1].source)
            if goes_on and _is_place_first(columns) and not one.clause and _is_nowhere(one.text):
                one = replace(one, clause=place)
            place = one.clause
            received += each_opinion(one)
        else:
            leftovers.append(Leftover(line, " ".join(dict.fromkeys(word for word in words if word))))
    return Intake(tuple(received), tuple(leftovers))


def _is_next_head(heads: Sequence[str], columns: Sequence[str] | None, below: Sequence[str]) -> bool:
    """Is a row that looks like a head the table's, or its next one, and not an opinion in words that heads have too?"""
    if columns is None:
        return True
    said = [cell for cell in below if cell]
    if sum(is_head(cell) or is_result(cell) for cell in said) * 2 < len(said):
        return False  # 意见位置 over 题目: what stands below is no further head
    whole = not any(field.startswith(OTHER) and field != NUMBER for field in heads)
    return known_columns(heads) >= known_columns(columns) and (whole or known_columns(heads) > _SURE)


_SURE: Final = 3
"""Columns that are known in a row that can be nothing but a head."""


def _is_counted_within(columns: Sequence[str]) -> bool:
    """Is no row counted, or does each source count its own: 反馈单位 | 序号 | 意见?"""
    if NUMBER not in columns:
        return True
    return "source" in columns and columns.index("source") < columns.index(NUMBER)


def _is_place_first(columns: Sequence[str]) -> bool:
    """Does the place stand before all else that a row says, so that one without it goes on under the one above?"""
    return next((field for field in columns if field and field != NUMBER), "") == "clause"


def _is_nowhere(text: str) -> bool:
    return not (first_clause(text) or headed(text)[0] or on_whole(text))


def _says_nothing(columns: Sequence[str], words: Sequence[str]) -> bool:
    """Does a row count the ones above (合计), or say that nobody answered?"""
    total = _TOTAL.fullmatch(next(filter(None, words))) is not None
    said = [words[columns.index(field)] for field in ("text", ASKED) if field in columns]
    return total or _NO_REPLY.fullmatch("".join(said)) is not None


def _below(rows: Sequence[Sequence[str]]) -> list[tuple[int, Sequence[str]]]:
    """The rows with their numbers from 1; tables of the same heads that stand side by side one below the other."""
    if (parted := by_body(rows)) is not None:
        return [*parted]
    numbered = [*enumerate(rows, 1)]
    for row in rows:
        half, odd = divmod(len(row), 2)
        heads = ["".join(cell.split()) for cell in row]
        if not odd and half > 1 and heads[:half] == heads[half:] and columns_of(heads[:half]):
            return [
                (line, cells[part]) for part in (slice(half), slice(half, None)) for line, cells in numbered
            ]
    return numbered


def _sender(words: Sequence[str], *, headed_yet: bool) -> tuple[str, str] | None:
    """Who fills in the form, by a row that says so, and what else it says: 填报单位：市财政局 | 联系人：某某; else None.

    Above the head a label may have its cell and what it says the next: 填报单位 | 市财政局.
    """
    if match := _SOURCE_LINE.fullmatch("".join(dict.fromkeys(words))):
        return match["source"].strip(), ""
    cells = [word for word in dict.fromkeys(words) if word]
    pair = f"{cells[0]}：{cells[1]}" if not headed_yet and len(cells) in (2, 4) else ""
    if match := _SOURCE_LINE.fullmatch(pair):
        return match["source"].strip(), " ".join(cells[2:])
    if not all(_LABELLED.fullmatch(cell) for cell in cells):
        return None
    for cell in cells:
        if match := _SOURCE_LINE.fullmatch(cell):
            return match["source"].strip(), " ".join(other for other in cells if other != cell)
    return None


def _band(columns: Sequence[str], words: Sequence[str]) -> dict[str, str]:
    """What a row that spans the table says of the rows below: their clause, or whose they are; {} for any other row."""
    said = {word for word in words if word}
    if len(said) != 1 or (words[0] == "" and "" in words):
        return {}
    counted = _COUNTED.sub("", min(said))
    name = _BAND_NUMBER.sub("", counted).strip("：: ")
    clause, rest = headed(name)
    if clause and not rest and "clause" not in columns:
        return {"clause": clause, "source": ""} if "source" in columns else {"clause": clause}
    known = kind_of_source(name) != "other" or counted != min(said)
    if "source" not in columns and len(name) <= _LONGEST_NAME and known:
        return {"source": name}
    return {}


def _from_row(
    columns: Sequence[str], words: Sequence[str], line: int, source: str, over: Mapping[str, str]
) -> Received | None:
    """The opinion in a row; None for one that has neither words nor an id. `over` holds for it where it says nothing."""
    held = _held(columns, words)
    source = over.get("source") or source
    if "source" not in columns and (said := _SAYS.fullmatch(held.get("text", ""))):
        source, held["text"] = said["name"], said["said"]
    if Opinion("", held.get("text", "")).no_comment and not first_clause(held.get("clause", "")):
        held.pop("clause", None)  # 其他条款 | 没有意见
    if held.get("clause", "") in _NOWHERE and held.keys() & {"text", "suggestion"}:
        held.pop("clause", None)
    if "text" not in held and Opinion("", held.get("clause", "")).no_comment:
        held["text"] = held.pop("clause")  # 无意见 stands in the column of places
    if not held.keys() & {"id", "text", "suggestion"}:
        return None
    if held.get("result", "") in _NOWHERE:
        held.pop("result", None)
    if held.get("result") and not held.get("reason") and not _CARRIED_OUT.fullmatch(held["result"]):
        held |= answer_in(held["result"])
    if held.get("text") and not held.get("clause") and not Opinion("", held["text"]).no_comment:
        held["clause"] = over.get("clause", "")
    if "date" in held:
        held |= _dated(held.pop("date"), held.get("note", ""))
    one = Received(line=line, **held)
    if not one.source and "source" not in columns:
        one = replace(one, source=source)
    return _answered(one)


def each_opinion(one: Received) -> list[Received]:
    """The opinions that a row or an item holds, each with what its own words tell; answers that are numbered alike part too.

    >>> rows = each_opinion(Received(2, "1.第三条建议删去；2.第八条应当推迟。", result="1.采纳；2.不采纳"))
    >>> [(row.clause, row.result) for row in rows]
    [('第三条', '采纳'), ('第八条', '不采纳')]
    """
    if one.id or one.suggestion or not (several := opinions_in(one.text, one.clause)):
        return [one if one.id else completed(one)]
    if one.clause and not several[0][0].startswith(one.clause) and one.clause != WHOLE:
        return [completed(one)]  # the column of places says where
    asks = [text for _, text in several if not Opinion("", text).no_comment]
    results, reasons = numbered_in(one.result), numbered_in(one.reason)
    places = [clause for clause, text in several if text in asks]
    answers = [] if results else answers_for(one.result, places)
    parted = []
    for clause, text in several:
        said = {"result": one.result, "reason": one.reason}
        if text not in asks:
            said = {"result": "", "reason": ""} if results or reasons else said
        else:
            at = asks.index(text)
            said |= answer_in(results[at]) if len(results) == len(asks) else {}
            said |= answers[at] if answers else {}
            said |= {"reason": reasons[at]} if len(reasons) == len(asks) else {}
        row = replace(one, text=text, clause=clause, result=said["result"], reason=said["reason"])
        parted.append(completed(row))
    return parted


def _dated(words: str, note: str) -> dict[str, str]:
    """The day that a cell names, its time of day left out; words that are no date go into the note."""
    day = _TIME.sub("", words)
    try:
        return {"date": iso_date(day)}
    except UnusableInput:
        return {"note": "；".join(filter(None, [note, words]))}


def _held(columns: Sequence[str], words: Sequence[str]) -> dict[str, str]:
    """What a row says, by field; the columns 款 and 项 go on with the place."""
    held: dict[str, str] = {}
    parts = wider = asked = ""
    for field, word in zip(columns, words, strict=False):
        if field == NUMBER or (field == "id" and word.isdecimal()):  # 编号 that only counts the rows
            held |= {"id": match["id"]} if (match := _NUMBERED.fullmatch(word)) else {}
        elif field.startswith(TICKED):
            if not _NO_TICK.fullmatch(word):
                held["result"] = field.removeprefix(TICKED)
                held |= {} if _TICK.fullmatch(word) else {"reason": word}
        elif field == ASKED:
            asked = word
        elif field == WIDER:
            wider = word
        elif field.startswith(PART):
            bare = _BARE_NUMBER.fullmatch(word)
            parts += f"第{bare['number']}{field.removeprefix(PART)}" if bare else word
        elif field and word:
            name, said = (
                ("note", f"{field.removeprefix(OTHER)}：{word}") if field.startswith(OTHER) else (field, word)
            )
            name = name if name != MORE else "suggestion" if held.get("text") else "text"
            held[name] = "；".join(filter(None, [held.get(name, ""), said]))
    if parts:
        article = _BARE_NUMBER.fullmatch(held.get("clause", ""))
        held["clause"] = (f"第{article['number']}条" if article else held.get("clause", "")) + parts
    if asked and not held.keys() & {"text", "suggestion"} and not _YES.fullmatch(asked):
        held["text"] = "无意见" if _NO.fullmatch(asked) else asked
    if wider and held.get("clause", "") in _NOWHERE | {""}:
        held["clause"] = wider
    return held


def _answered(one: Received) -> Received:
    """采纳（见第三条） as the result and its place; in a row of our own table the evidence behind a reason is taken off."""
    match = _CARRIED_OUT.fullmatch(one.result)
    if match:
        one = replace(one, result=match["result"], carried_out=one.carried_out or match["clause"])
    return replace(one, reason=_EVIDENCE.sub("", one.reason)) if one.id else one


def completed(one: Received) -> Received:
    """The opinion with what only its own words tell: the clause, the quoted words, what they should become.

    >>> one = completed(Received(2, "第三条：建议将“协作”修改为“协同”。"))
    >>> one.clause, one.quote, one.suggestion
    ('第三条', '协作', '协同')
    """
    if not one.text:
        one = replace(one, text=f"建议修改为：{one.suggestion}")
    said = take_apart(one.text)
    if one.clause and one.clause == first_clause(one.text):
        one = replace(one, clause=place_of(one.text))  # and what else it asks something of
    return replace(
        one,
        text=said.text if said.grounds and not one.grounds else one.text,
        clause=narrowed(one.clause or said.clause or headed(one.quote)[0] or on_whole(one.text), one.text),
        quote=one.quote or said.quote,
        suggestion=one.suggestion or said.suggestion,
        grounds=one.grounds or said.grounds,
    )


def on_whole(text: str) -> str:
    """全文 for words about all of the text, and for a reply that there is no opinion; 附件 for an annex; else "".

    >>> on_whole("建议全文统一用语。"), on_whole("我局无意见。"), on_whole("建议删去。")
    ('全文', '全文', '')
    """
    if (annex := _ON_ANNEX.search(text)) is not None:
        return annex["name"]
    return WHOLE if _ON_WHOLE.search(text) or Opinion("", text).no_comment else ""
