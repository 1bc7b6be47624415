"""Opinions in the forms in which departments send them: tables with columns of any name and order, and letters.

    序号 | 条款 | 意见建议 | 理由 | 单位 | 备注
    对第三条第二款的意见：建议将“…”修改为“…”。
    一、第五条……

Each row or item is one opinion. What was not understood is listed with its line; nothing is dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.law import NUMERAL_CLASS
from lawtrack.messages import LANGUAGES, translate
from lawtrack.opinions.intake.sentences import headed, take_apart
from lawtrack.opinions.model import WHOLE, Opinion
from lawtrack.opinions.vocabulary import result_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Received:
    """One opinion as a document has it, every field in the document's words; `line` is its line or row.

    `id`, `result` and what goes with it stand in tables that came from here and were filled in.

    >>> Received(2, "建议写明主体。", clause="第三条", source="某局").source
    '某局'
    """

    line: int
    text: str = ""
    clause: str = ""
    suggestion: str = ""
    grounds: str = ""
    quote: str = ""
    source: str = ""
    kind: str = ""
    channel: str = ""
    date: str = ""
    note: str = ""
    on: str = ""
    id: str = ""
    result: str = ""
    reason: str = ""
    by: str = ""
    answered: str = ""
    carried_out: str = ""
    carried_out_stage: str = ""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Something that was not understood: its line or row, its words, and why where that is known.

    >>> read_table([["条款", "意见建议"], ["第三条", ""], ["共计", "", "三十"]]).leftovers
    (Leftover(line=2, words='第三条', why=''), Leftover(line=3, words='共计 三十', why=''))
    """

    line: int
    words: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of a form: its `line`, the `clause` that it names ("" for a heading), the `words` that it shows of it.

    `on` is the version that the form asks about, "" where the file does not say.

    >>> from lawtrack.opinions import Shown
    >>> Shown(2, "第一条", "第一条　公园开放。").clause
    '第一条'
    """

    line: int
    clause: str
    words: str
    on: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read, and what was not understood; `seen` is the commit that a table which came back went out from.

    `shown` has what the rows of a form say of the clauses that they ask about, to be held against the text.

    >>> from lawtrack.opinions import read_table
    >>> intake = read_table([["条款", "意见建议"], ["第三条", "建议删去。"]])
    >>> len(intake.received), intake.leftovers
    (1, ())
    """

    received: tuple[Received, ...]
    leftovers: tuple[Leftover, ...] = ()
    seen: str = ""
    shown: tuple[Shown, ...] = ()


_HEADS: Final = (
    ("id", ("意见编号", "编号")),
    ("result", ("采纳情况", "是否采纳", "采纳与否", "处理情况", "处理意见", "研究处理", "采纳意见",
                "处理结果", "办理情况", "办理结果", "答复意见", "是否吸收", "吸收", "采信")),
    ("reason", ("未采纳", "不采纳", "采纳理由", "处理说明", "理由/说明", "理由／说明", "答复理由")),
    ("by", ("答复单位", "答复人", "处理单位")),
    ("answered", ("答复日期", "答复时间")),
    ("carried_out", ("落实条款",)),
    ("quote", ("原文", "原条文", "原表述", "条文内容", "引文")),
    ("grounds", ("理由", "依据", "原因", "说明")),
    ("kind", ("类别", "来源类型", "提出者类别")),
    ("channel", ("途径", "渠道", "反馈方式", "提出方式")),
    ("date", ("日期", "时间")),
    ("text", ("意见", "建议", "修改内容", "反馈内容", "具体内容", "主要内容")),
    ("source", ("单位", "对象", "提出人", "姓名", "部门", "来源", "提出者", "反馈人")),
    ("clause", ("条款", "条文", "条号", "章节", "条目", "条次", "位置", "条")),
    ("note", ("备注", "附注")),
)  # fmt: skip
"""Field → words of a column's head, tried in this order; "" is a column that says nothing new."""
_RESULTS: Final = frozenset(
    {
        "采纳",
        "采否",
        "结果",
        "是否采用",
        "吸收情况",
        "吸纳情况",
        "是否吸纳",
        "采纳建议",
        "处理",
        "答复",
        "回复",
    }
)
_OF_RESULT: Final = re.compile(
    "(?:意见|建议|是否|研究|最终|拟)*(?:采纳|吸收|吸纳|采用|采信)+(?:情况|结果|意见|建议|与否)*"
)
"""意见采纳情况, 拟吸收意见: what became of it, whatever words stand around."""
_INSIDE: Final = (
    ("reason", re.compile("(?:采纳|吸收|采用|处理|答复|回复).*(?:理由|原因|依据|说明)")),
    ("result", re.compile("采纳|吸收|吸纳|采用|采信")),
    ("text", re.compile("意见|建议")),
    ("source", re.compile("单位|部门|姓名|来源|个人|机构|人$")),
    ("clause", re.compile("条款|条文|条号|条次|条目|章节")),
    ("grounds", re.compile("理由|原因|依据")),
)
"""Field → words anywhere in a head that neither begins nor ends with one that is known."""
_BOTH: Final = re.compile(r"(?:意见|建议|内容)(?:及|和|与|、|以及)(?:主要|修改)?(?:理由|依据|原因|说明)")
_OF_SOURCE: Final = re.compile(
    r"^(?:修改)?(?:意见|建议|反馈|征求).*(?:单位|部门|来源|提出者|姓名|人|对象|个人|机构)(?:[（(].*[）)])?$"
)
"""意见提出单位 is who, not what."""
_OF_PLACE: Final = re.compile(
    "(?:对应|涉及|所涉|针对|有关|相关|指向|所在)的?(?:章节|草案|具体)?的?(?:条款|条文|条目|条号|条次|章节|位置)(?:号|序号)?$"
)
"""意见对应条款 is where, not what."""
_COUNTS: Final = re.compile(r"(?:意见|建议|条)(?:条|件|个)?(?:数量?|总数|份数)$")
"""意见数: how many there are, none of them."""
_NOWHERE: Final = frozenset({"无", "/", "-", "—", "——", "\\"})
"""In the column of places: none is meant."""
_ANEW: Final = ("修改为", "修改后", "改为", "建议表述", "修改文字")
"""Wherever in a column's head: what the clause should read like."""
OTHER: Final = "+"
"""Before the head of a column that is none of ours; what it says goes into the note."""
NUMBER: Final = "+0"
"""The column 序号; in a table of ours on paper the id stands below the number."""
_NUMBERED: Final = re.compile(r"\d+\s+(?P<id>[a-z0-9-]+)")
_CARRIED_OUT: Final = re.compile(r"(?P<result>[^（(]+?)\s*[（(](?:见|see )(?P<clause>[^（()）]+)[)）]")
_REASONED: Final = re.compile(
    r"(?P<result>[^，,；;：:。（(\s]{1,8})(?:[，,；;：:。（(]|\s)\s*(?:(?:不予?|未予?)?(?:采纳)?的?(?:理由|原因|说明)(?:是|为|如下)?[：:]\s*)?"
    r"(?P<reason>.{2,}?)[)）]?",
    re.DOTALL,
)
"""未采纳，因为上位法已有规定: the answer and its reason in one cell."""
_EVIDENCE: Final = re.compile(r"\s*〔[^〔〕]*〕\s*\Z")
_NOT_HEAD: Final = 16
"""A head has fewer characters than this without brackets and spaces."""
_NO_HEAD: Final = re.compile(rf"[\d。；，“”]|第[{NUMERAL_CLASS}]")
_SOURCE_LINE: Final = re.compile(
    r"\s*(?:反馈|提出|来文|填报|填表|报送|回复)?(?:意见)?(?:单位|部门|人|来源|姓名|名称)(?:（[^）]*）|\([^)]*\))?[：:]\s*(?P<source>[^：:]{2,40}?)"
    r"(?:（?盖章）?|\s{2,}.*)?"
)


_ON_ANNEX: Final = re.compile(
    r"(?:建议|对|将|在|关于|^)(?P<name>附[件表](?:[0-9一二三四五六七八九十]{1,2})?)(?:的|中|内|里|[，：:、]|增|补|第)"
)
_ON_WHOLE: Final = re.compile(r"全文|通篇|总体上|整体上|整部(?:条例|草案)")


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
    for line, cells in enumerate(rows, 1):
        words = [cell.strip() for cell in cells]
        if not any(words):
            continue
        if (heads := _columns(words)) and _known(heads) >= _known(columns or []):
            columns = heads
        elif match := _SOURCE_LINE.fullmatch("".join(dict.fromkeys(words))):
            source = match["source"]
        elif columns and (one := _from_row(columns, words, line, source)):
            goes_on = received and (NUMBER not in columns or not words[columns.index(NUMBER)])
            goes_on = goes_on and "source" in columns
            received.append(replace(one, source=received[-1].source) if goes_on and not one.source else one)
        else:
            leftovers.append(Leftover(line, " ".join(dict.fromkeys(word for word in words if word))))
    return Intake(tuple(received), tuple(leftovers))


def has_head(rows: Iterable[Sequence[str]]) -> bool:
    """Is there a row that names columns of opinions?

    >>> has_head([("条款", "意见", "单位")]), has_head([("甲", "乙")])
    (True, False)
    """
    return any(_columns([cell.strip() for cell in cells]) for cells in rows)


def head_fields(words: Sequence[str]) -> tuple[str, ...]:
    """What the columns hold that a head row names, field by field; () for a row that is no head.

    >>> head_fields(["条款", "意见建议", "单位"]), head_fields(["第三条", "建议删去", "某局"])
    (('clause', 'text', 'source'), ())
    """
    return tuple(_columns([word.strip() for word in words]) or ())


def _columns(words: Sequence[str]) -> list[str] | None:
    """The fields that a head row names, None for a row that is none."""
    heads = [re.sub(r"[（(][^（()）]*[)）]|\s", "", word) for word in words]
    if any(len(head) >= _NOT_HEAD or _NO_HEAD.search(head) for head in heads):
        return None
    fields: list[str] = []
    for head in heads:
        field = _field(head) if head else ""
        if field == "grounds" and "result" in fields:
            field = "reason"  # behind 采纳情况 it is the answer's
        if field == "text" and field in fields:
            field = "suggestion"
        fields.append(f"{OTHER}{head}" if field in fields and field else field)
    return (
        fields
        if (_known(fields) > 1 or NUMBER in fields) and {*fields} & {"text", "suggestion", "result"}
        else None
    )


def _known(columns: Sequence[str]) -> int:
    """How many columns say something; a row below the head that happens to look like one says less."""
    return len({field for field in columns if field and not field.startswith(OTHER)})


def _field(head: str) -> str:
    if head in _our_heads():
        return _our_heads()[head]
    if head in _RESULTS or _OF_RESULT.fullmatch(head):
        return "result"
    if any(word in head for word in _ANEW):
        return "suggestion"
    if _COUNTS.search(head):
        return f"{OTHER}{head}"
    if _OF_PLACE.search(head):
        return "clause"
    if _OF_SOURCE.search(head):
        return "source"
    if _BOTH.search(head):
        return "text"  # 修改意见及理由: the reasons are taken out of the words
    ends = ((field, word) for field, words in _HEADS for word in words)
    fields = (field for field, word in ends if head.startswith(word) or head.endswith(word))
    return next(fields, None) or next(
        (field for field, words in _INSIDE if words.search(head)), f"{OTHER}{head}"
    )


@cache
def _our_heads() -> dict[str, str]:
    """The heads of the columns of our own tables, in both languages: head → field, "" for what they only show."""
    fields = {
        name: name for name in ("id", "clause", "text", "quote", "suggestion", "grounds", "source", "kind")
    }
    fields |= {name: name for name in ("channel", "date", "result", "reason", "by", "answered", "note")}
    fields |= {"carried-out": "carried_out", "number": NUMBER}
    fields |= dict.fromkeys(("clause-now", "fate", "change", "remarks"), "")
    return {
        "".join(translate(f"opinions.col-{column}", lang=lang).split()): field
        for column, field in fields.items()
        for lang in LANGUAGES
    }


def _from_row(columns: Sequence[str], words: Sequence[str], line: int, source: str) -> Received | None:
    """The opinion in a row; None for one that has neither words nor an id."""
    held: dict[str, str] = {}
    for field, word in zip(columns, words, strict=False):
        if field == NUMBER or (field == "id" and word.isdecimal()):  # 编号 that only counts the rows
            held |= {"id": match["id"]} if (match := _NUMBERED.fullmatch(word)) else {}
        elif field.startswith(OTHER) and word:
            held["note"] = "；".join(
                filter(None, [held.get("note", ""), f"{field.removeprefix(OTHER)}：{word}"])
            )
        elif field and word:
            held[field] = "；".join(filter(None, [held.get(field, ""), word]))
    if held.get("clause", "") in _NOWHERE and held.keys() & {"text", "suggestion"}:
        held.pop("clause", None)
    if "text" not in held and Opinion("", held.get("clause", "")).no_comment:
        held["text"] = held.pop("clause")  # 无意见 stands in the column of places
    if not held.keys() & {"id", "text", "suggestion"}:
        return None
    if (
        (said := _REASONED.fullmatch(held.get("result", "")))
        and not held.get("reason")
        and not _CARRIED_OUT.fullmatch(held["result"])
        and _is_result(said["result"])
    ):
        held |= {"result": said["result"], "reason": said["reason"]}
    one = Received(line=line, **held)
    if not one.source and "source" not in columns:
        one = replace(one, source=source)
    return _answered(one) if one.id else completed(one)


def _is_result(words: str) -> bool:
    try:
        result_id(words)
    except UnusableInput:
        return False
    return True


def _answered(one: Received) -> Received:
    """A row of our own table: what stood beside result and reason for the reader's sake is taken off."""
    match = _CARRIED_OUT.fullmatch(one.result)
    if match:
        one = replace(one, result=match["result"], carried_out=one.carried_out or match["clause"])
    return replace(one, reason=_EVIDENCE.sub("", one.reason))


def completed(one: Received) -> Received:
    """The opinion with what only its own words tell: the clause, the quoted words, what they should become.

    >>> one = completed(Received(2, "第三条：建议将“协作”修改为“协同”。"))
    >>> one.clause, one.quote, one.suggestion
    ('第三条', '协作', '协同')
    """
    if not one.text:
        one = replace(one, text=f"建议修改为：{one.suggestion}")
    said = take_apart(one.text)
    return replace(
        one,
        text=said.text if said.grounds and not one.grounds else one.text,
        clause=one.clause or said.clause or headed(one.quote)[0] or on_whole(one.text),
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
