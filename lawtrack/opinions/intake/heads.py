"""What the columns of a table of opinions hold, told by their heads, of any name and order, in one row or two."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from lawtrack.law import NUMERAL_CLASS
from lawtrack.messages import LANGUAGES, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADS: Final = (
    ("id", ("意见编号", "编号")),
    ("result", ("采纳情况", "是否采纳", "采纳与否", "处理情况", "处理意见", "研究处理", "采纳意见",
                "处理结果", "办理情况", "办理结果", "答复意见", "是否吸收", "吸收", "采信")),
    ("reason", ("未采纳", "不采纳", "采纳理由", "处理说明", "理由/说明", "理由／说明", "答复理由")),
    ("by", ("答复单位", "答复人", "处理单位")),
    ("answered", ("答复日期", "答复时间")),
    ("carried_out", ("落实条款",)),
    ("quote", ("原文", "原条文", "原表述", "条文内容", "条款内容", "引文")),
    ("+", ("回复内容", "答复内容", "联系", "标题")),
    ("grounds", ("理由", "依据", "原因", "说明")),
    ("kind", ("类别", "来源类型", "提出者类别")),
    ("channel", ("途径", "渠道", "反馈方式", "提出方式")),
    ("date", ("日期", "时间")),
    ("text", ("意见", "建议", "修改内容", "反馈内容", "内容", "留言", "诉求")),
    ("source", ("单位", "对象", "提出人", "姓名", "部门", "来源", "提出者", "反馈人", "主体", "昵称", "网名", "用户名")),
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
        "研究意见",
        "研究情况",
        "审核意见",
        "办理意见",
        "处置意见",
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
_ANSWERED: Final = re.compile(
    "(?:处理|研究|办理|答复|采纳|吸收|回复)(?:意见|结果|情况|建议)?(?:及|和|与|、|以及)(?:主要)?(?:理由|依据|原因|说明)"
)
_BOTH: Final = re.compile(r"(?:意见|建议|内容)(?:及|和|与|、|以及)(?:主要|修改)?(?:理由|依据|原因|说明)")
_OF_SOURCE: Final = re.compile(
    r"^(?:修改)?(?:意见|建议|反馈|征求|提出).*(?:单位|部门|来源|提出者|姓名|人|对象|个人|机构|方|主体)(?:名称|姓名)?(?:(?:及|和|与|、|/)(?:时间|日期|联系方式|职务|姓名))?(?:[（(].*[）)])?$"
)
"""意见提出单位 is who, not what."""
_OF_PLACE: Final = re.compile(
    "(?:意见|建议|修改)?(?:对应|涉及|所涉|针对|有关|相关|指向|所在)的?(?:章节|草案|具体)?的?(?:条款|条文|条目|条号|条次|章节|位置)(?:号|序号)?$|^(?:意见|建议|修改|反馈)(?:所在)?(?:位置|部位|条款|条号|章节|处)$"
)
_OF_CHAPTER: Final = re.compile(
    "(?:所在|所属|对应|涉及|草案)?(?:编章节|章节|编章|章|节)(?:名称|标题|号|序号)?"
)
"""意见对应条款 is where, not what."""
_COUNTS: Final = re.compile(r"(?:意见|建议|条)(?:条|件|个)?(?:数量?|总数|份数)$")
"""意见数: how many there are, none of them."""
_SOURCES: Final = frozenset({"名称", "提出方", "反馈方", "姓名或名称", "名称或姓名", "提出主体"})
_ANEW: Final = ("修改为", "修改后", "改为", "建议表述", "修改文字")
"""Wherever in a column's head: what the clause should read like."""
OTHER: Final = "+"
"""Before the head of a column that is none of ours; what it says goes into the note."""
NUMBER: Final = "+0"
"""The column 序号; in a table of ours on paper the id stands below the number."""
WIDER: Final = "¶"
"""Before the head of a column that says the place more widely than another one: 章节 beside 条款."""
PART: Final = "§"
"""Before the head of a column that goes on with the place: 款 and 项 beside 条."""
MORE: Final = "text+"
"""A further column of opinions: 修改建议 beside 意见. It says how, where the first says what, and what, where that is empty."""
_OF_DRAFT: Final = re.compile(
    "(?:征求意见稿|草案|送审稿|修订稿|讨论稿|原稿|文稿|稿件|条例|办法|规定|条款|条文|现行)(?:的)?(?:原有?)?(?:内容|条文|文本|原文|表述|规定)"
)
"""What the clause says as it was sent out: 征求意见稿内容."""
_OF_ARTICLE: Final = re.compile("条[款文]?(?:编号|序号|号)?")
ASKED: Final = "?"
"""The column 是否有意见, where 否 is a reply that there is none."""
_ASKS_WHETHER: Final = re.compile(
    "(?:是否|有无|有没有)(?:有|存在|提出)?(?:修改|不同|其他|反馈)*(?:意见|建议)(?:[和与及、]?(?:意见|建议))?"
)
TICKED: Final = "√"
"""Before the head of a column that is ticked where it is the answer."""
_ONE_RESULT: Final = re.compile(
    "(?:全部|部分|基本|未|不|不予|未予|暂不|予以)?(?:采纳|采用|吸收|吸纳)|解释说明"
)
_NOT_HEAD: Final = 16
"""A head has fewer characters than this without brackets and spaces."""
_NO_HEAD: Final = re.compile(
    rf"[\d。；，“”]|第[{NUMERAL_CLASS}]|^(?:我|本|经)?(?:单位|局|研究)?(?:无|没有)"
    "|^建议(?:删|增|将|把|对|在|明确|补|调|进一步|统一|完善|保留|取消|合并|参照|按|细化|落实|加强|规范|予|去)"
)
"""What no head says: 建议删去 and 无意见 are what stands below one."""


def head_fields(words: Sequence[str]) -> tuple[str, ...]:
    """What the columns hold that a head row names, field by field; () for a row that is no head.

    >>> head_fields(["条款", "意见建议", "单位"]), head_fields(["第三条", "建议删去", "某局"])
    (('clause', 'text', 'source'), ())
    """
    return tuple(columns_of([word.strip() for word in words]) or ())


def columns_of(words: Sequence[str], above: Sequence[str] | None = None) -> list[str] | None:
    """The fields that a head row names, None for a row that is none; `above` is the head row just over it."""
    heads = [_bare(word) for word in words]
    if any(len(head) >= _NOT_HEAD or _NO_HEAD.search(head) for head in heads):
        return None
    if above and len(above) == len(heads):  # 反馈意见 over 条文 and 内容
        heads = [
            _bare(upper) + head if head and _field(head).startswith(OTHER) and _bare(upper) != head else head
            for upper, head in zip(above, heads, strict=True)
        ]
    if above and len(above) == len(heads) and columns_of(words):
        # 提出单位 beside 反馈意见 over 条文 and 内容: a head over both rows
        heads = [head or _bare(upper) for head, upper in zip(heads, above, strict=True)]
    results = [head for head in heads if _ONE_RESULT.fullmatch(head)]
    chapters = [head for head in heads if _OF_CHAPTER.fullmatch(head)]
    articles = any(_field(head) == "clause" for head in heads if head and head not in chapters)
    fields: list[str] = []
    for head in heads:
        if len(results) > 1 and head in results:  # a column each for 采纳, 部分采纳, 不采纳
            fields.append(TICKED + head)
            continue
        field = _field(head) if head else ""
        if head in chapters and articles:
            field = WIDER
        if field == "grounds" and any(one == "result" or one.startswith(TICKED) for one in fields):
            field = "reason"  # behind 采纳情况 it is the answer's
        if field == "text" and field in fields:
            field = MORE
        fields.append(f"{OTHER}{head}" if field in fields and field else field)
    return (
        fields
        if (known_columns(fields) > 1 or NUMBER in fields) and {*fields} & {"text", "suggestion", "result"}
        else None
    )


def is_head(word: str) -> bool:
    """Does the word head a column of opinions, and not one of the columns that every table has?

    >>> is_head("涉及条款"), is_head("第三条"), is_head("联系方式")
    (True, False, False)
    """
    head = _bare(word)
    return 0 < len(head) < _NOT_HEAD and not _NO_HEAD.search(head) and not _field(head).startswith(OTHER)


def _bare(head: str) -> str:
    """A head without what its brackets say, and without spaces."""
    return re.sub(r"[（(][^（()）]*[)）]|\s", "", head)


def known_columns(columns: Sequence[str]) -> int:
    """How many columns say something; a row below the head that happens to look like one says less."""
    return len({field for field in columns if field and not field.startswith(OTHER)})


def _field(head: str) -> str:
    if head in _our_heads():
        return _our_heads()[head]
    if head in _RESULTS:
        return "result"
    if head in _SOURCES:
        return "source"
    if head in ("款", "项", "目"):
        return PART + head
    if any(word in head for word in _ANEW):
        return "suggestion"
    forms = (
        (_OF_RESULT.fullmatch, "result"),
        (_ASKS_WHETHER.fullmatch, ASKED),
        (_OF_DRAFT.fullmatch, "quote"),
        (_COUNTS.search, f"{OTHER}{head}"),
        (_OF_ARTICLE.fullmatch, "clause"),
        (_OF_PLACE.search, "clause"),
        (_OF_SOURCE.search, "source"),
        (_ANSWERED.search, "result"),  # 处理意见及理由: the answer and its reason
        (_BOTH.search, "text"),  # 修改意见及理由: the reasons are taken out of the words
    )
    if (told := next((field for form, field in forms if form(head)), None)) is not None:
        return told
    ends = ((field, word) for field, words in _HEADS for word in words)
    fields = (field for field, word in ends if head.startswith(word) or head.endswith(word))
    known = next(fields, None)
    if known == OTHER:
        return f"{OTHER}{head}"
    return known or next((field for field, words in _INSIDE if words.search(head)), f"{OTHER}{head}")


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
