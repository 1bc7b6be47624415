"""The rows of the grammar as expressions, and which of them a sentence may need."""

from __future__ import annotations

from functools import cache
from typing import Final

from lawtrack.amend.reading.addresses import PLACE, N
from lawtrack.amend.reading.expressions import Expression
from lawtrack.amend.reading.grammar import AFTER_WORDS, BECOMES, FORMS, PIECES, Form, Q

_NO_WORDS: Final = rf"(?![，、]?(?:均|统一|分别|一律|都|相应|一并)*{BECOMES}|(?:之)?[前后](?:增|加))"
"""What is quoted next is not new text where a verb of words follows: “A”改为“B”，“C”改为“D”."""
_MACROS: Final = {
    "{places}": f"(?P<places>{PLACE})",
    "{to}": f"(?P<to>{PLACE})",
    "{text}": f"(?P<text>{Q}(?:(?:[、，；和及]|以及)?{Q}{_NO_WORDS})*)",
    "{heading}": f"(?P<heading>第{N}+[编章节](?:第{N}+节)?)",
    "{number}": f"(?P<number>{N}+)",
    "{words}": f"(?P<words>{PIECES.replace('{after}', '')})",
    "{deleted}": f"(?P<deleted>{PIECES.replace('{after}', AFTER_WORDS)})",
}


TRIGGERS: Final[dict[str, tuple[str, ...]]] = {
    "insert-heading": ("增", "添", "新设", "设立"),
    "heading-named": ("名", "标题", "题目"),
    "heading-holds": ("包", "由", "含", "涵盖", "辖", "设"),
    "delete-mixed": ("删",),
    "split": ("改为", "分为", "分成", "拆"),
    "join": ("合并",),
    "swap": ("对调", "互换", "调换", "交换"),
    "single": ("单", "独立", "列"),
    "renumber-here": ("作为", "改", "调整为"),
    "renumber": ("为", "改作", "成", "移", "入"),
    "insert": ("增", "添"),
    "insert-annex": ("附",),
    "insert-numbered": ("增", "添"),
    "move-beside": ("移", "调整", "挪", "放", "置", "列"),
    "house": ("移", "并入", "归入", "调整", "列入", "划入", "纳入"),
    "move-into": ("移", "并入", "归入", "调整"),
    "move-to-heading": ("移", "归入", "调整"),
    "replace-each": ("分别", "依次", "对应"),
    "insert-words": ("增", "加", "添", "补充", "插入"),
    "replace-old": ("为", "成", "如下"),
    "replace-words": ("为", "成", "如下"),
    "dissolve": ("节",),
    "delete-with": ("删", "取消"),
    "delete": ("删", "废止"),
    "delete-below": ("删",),
    "delete-words": ("删",),
    "retitle": ("名称", "标题", "题目", "更名"),
    "delete-quoted": ("删",),
    "append": ("增", "补充"),
    "replace": ("修改", "为", "成", "如下"),
    "about": ("，", "："),
    "heading-of": ("入", "放", "置"),
    "kept": ("不变", "不作调整"),
    "numbering": (
        "顺序",
        "序号",
        "顺延",
        "提前",
        "类推",
        "后移",
        "前移",
        "递补",
        "上移",
        "下移",
        "递减",
        "递增",
    ),
    "wording": ("文字", "用语", "表述", "标点"),
}


def _source(form: Form) -> str:
    """The row as a regular expression; where a macro occurs again its group is text2, text3."""
    pattern = form.pattern
    for macro, regex in _MACROS.items():
        name, pieces = macro.strip("{}"), pattern.split(macro)
        pattern = pieces[0]
        for index, piece in enumerate(pieces[1:]):
            pattern += (regex.replace(f"?P<{name}>", f"?P<{name}{index + 1}>") if index else regex) + piece
    return pattern


@cache
def _table() -> tuple[tuple[str, Expression, tuple[str, ...]], ...]:
    return tuple((form.name, Expression(_source(form)), TRIGGERS[form.name]) for form in FORMS)


def forms_for(skeleton: str) -> list[tuple[str, Expression]]:
    """The rows that may fit somewhere in a sentence, each with its expression: those one of whose words it has."""
    return [(name, row) for name, row, words in _table() if any(word in skeleton for word in words)]
