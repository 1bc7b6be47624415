"""The lines of an amending instrument, one heading or instruction a line, before its sentences are read.

Sources cut lines where paper ended and run together what the decision had apart: an opening with its only instruction
(作如下修改：将第五条……), several numbered instructions, the title of an instrument with what is done to it. Some print
the amended text after the decision. New text inside quotation marks is left as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.amend.reading.addresses import N
from lawtrack.amend.reading.expressions import Expression
from lawtrack.amend.reading.wrapping import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD: Final = Expression(
    r"(?P<big>[一二三四五六七八九十百零〇]{1,7})、|[（(](?P<sub>[一二三四五六七八九十]{1,4})[）)]|(?P<point>\d{1,3})[.．、](?!\d)"
)
CLAUSE_HEAD: Final = Expression(rf"第(?P<big>{N}+)条(?:[ 　\t]+|(?=宪法))")
"""Amendments to the constitution are numbered 第三十二条 and so on."""

_VERB: Final = (
    r"(?=.*(?:修改|改为|改成|修正|增加|新增|增设|增写|删|合并|移至|移到|移入|并入|归入|调整|分为|单|作为第|列为|对调|互换|调换|交换|不再|废止|取消|去掉"
    r"|[“\"\ue000-\uefff]))"
)
"""What an instruction that begins with 将, 在 or 对 has and a provision of the law (对第四条规定的申请……) has not."""
START: Final = Expression(
    rf"(?:将|把)(?:其中|原|第{N}|[“\"《]|引言|序言|名称|法规|条例|规定|办法|本|.{{0,12}}(?:标题|章名|条文)){_VERB}"
    rf"|删[去除](?:第|原|所有|其中|《|法规|条例|[“\"])|(?:在|对)(?:第{N}|原第|《|条例|.{{0,8}}第{N}+条.{{0,12}}增){_VERB}|增加{N}+[条款项章节]"
    rf"|(?:原|《[^》]*》)?(?:第{N}+[条款项章节目](?:之{N}+)?)[^，。；：]{{0,30}}(?:修改为|改为|改成|替换为|作为|增加|合并|删[去除]|中?的?[“\"])"
    rf"|(?:其后|以后|以下|此后|之后|其他|其余|原?第{N}+条(?:及其)?(?:以后|以下|之后|起))的?(?:各?[条款项]文?|条款)[^，。；：]{{0,12}}(?:顺延|递[补减增]|[前后上下]移|类推|提前|调整)"
    rf"|其他修改：?$|(?:此外|另外)，|本(?:决定|修正案|规定|办法)(?:自|从|由)|条文(?:顺序|序号)|其他条文|修改《|对《|根据本决定|《[^》]*》根据本"
)
"""How an instruction begins. Only used to tell where unquoted new text ends."""

_REASON: Final = "(?:修改|修订|修正)(?:的)?(?:理由|说明|依据|原因|情况说明)"
NOTE: Final = Expression(
    rf"^[（(【〔\[]?(?:(?:条文)?(?P<plain>说明|理由|注释|注|备注|依据)|{_REASON})(?:[】〕\]）)][：:]?|[：:])"
)
"""修改理由：……, 【说明】……: a remark to the reader between instructions."""

_BLANK: Final = " \t　\xa0﻿"
_NUMBERED: Final = r"(?:[一二三四五六七八九十]{1,4}、|[（(][一二三四五六七八九十]{1,3}[）)])"
_POINT: Final = r"[0-9]{1,2}[.．、](?![0-9])"
_ORDERS: Final = r"(?:将|把|在|删[去除]|增加|对|第[^“\"：。]{1,30}(?:修改|改|增加|作为|删|中))"
_TOLD: Final = (
    r"(?:[^“”\"。；\n]{0,100}?(?:修改|改为|改成|调整为|删[去除]|增加|新增|增设|增写|作为|合并|移至|并入|对调|顺延|[中之][的前后]?[“\"])"
    rf"|[^“”\"。；\n]{{0,60}}(?:第{N}+[条款项目章节句]|[章节]名由?|附件{N}*)[“\"]"
    r"|(?:将)?[“\"][^“”\"\n]{1,60}[”\"](?:修改为|改为|改成|调整为|之?[前后]，?增加))"
)
"""What a numbered instruction begins with, whatever stands before its verb: 二、为了……，附件1中的“A”."""

_SEAMS: Final = (
    Expression(r"^附件[：:][ 　]*(?=1[.．、])"),
    Expression(
        rf"(?:作|做)(?:出|了)?(?:如下|以下|下列)(?:修改|修正|补充|调整|和|、|与){{1,6}}[：:][ 　]*"
        rf"(?={_NUMBERED}|{_POINT}[ 　]*{_ORDERS}|{_ORDERS})"
    ),
    Expression(r"^[^“\"：。，]{0,80}决定[，,：:](?=(?:将|把|在|删[去除]|修改)[^，。]{0,60}(?:[“\"]|第))"),
    Expression(rf"^(?:{_NUMBERED}|[0-9]{{1,3}}[.．、])?[ 　]*《[^“”]{{2,60}}》[：:](?={_ORDERS})"),
    Expression(
        rf"[。；;”\"][）)】]?[ 　]*(?={_NUMBERED}[ 　]*{_TOLD}|{_POINT}[ 　]*{_ORDERS}"
        r"|本(?:决定|修正案)自|《[^》]+》根据本(?:决定|修正案))"
    ),
)
"""Where one line of the source is two of the decision: after the opening, after a title, before the next number."""

_ORDERED: Final = Expression(r"(?:修改为|改为)[：:]?[“\"]")
_ENDS: Final = (
    "》的决定",
    "法规的决定",
    "规章的决定",
    "的修改",
    "出修改",
    "作修改",
    "进行修改",
    "如下修改",
    *"。；：！？”’》）.;:!?\"')",
)
"""How a line ends that does not break off."""
_ORDER: Final = Expression(_ORDERS)
_CLOSING: Final = Expression(r"^(?:本|《|根据本)[^。]*(?:公布|施行|实施|生效)[^。]*。?$")
_TITLE: Final = Expression(
    r"^(?!.*关于(?:修改|废止)).*(?:法|法典|条例|规定|办法|细则|规则|决定|解释|章程)(?:[（(][^）)]{1,12}[）)])?$"
)
_FIRST: Final = Expression(r"^第[ 　]?[一1１][ 　]?[章条编][ 　]")


_SINGLE: Final = {ord("‘"): "“", ord("’"): "”"}


def lines_of(text: str) -> list[str]:
    r"""The lines of `text` without blanks around them, mended, up to where the amended text is printed again.

    >>> lines_of("决定对《某市条例》作如下修改：一、将第一条修改\n为“甲。”二、删去第二条。")
    ['决定对《某市条例》作如下修改：', '一、将第一条修改为“甲。”', '二、删去第二条。']
    """
    if "‘" in text and "“" not in text and '"' not in text:  # single marks are all the marks there are
        text = text.translate(_SINGLE)
    lines = unwrapped([stripped for line in text.splitlines() if (stripped := line.strip(_BLANK))])
    mended = _in_one_quotation(list(_mended(list(_pieces(lines)))))
    return mended[: _republished(mended)]


def _in_one_quotation(lines: list[str]) -> list[str]:
    """The lines, with new text each line of which stands in marks of its own as one quotation.

    >>> _in_one_quotation(["将第一条修改为：“甲：”", "“（一）乙；”", "“（二）丙。”", "删去第二条。"])
    ['将第一条修改为：“甲：', '“（一）乙；', '“（二）丙。”', '删去第二条。']
    """
    joined = list(lines)
    given = False  # does the line before end in new text?
    for at, line in enumerate(lines):
        alone = _ALONE.match(line) is not None
        if given and alone:
            joined[at - 1] = _CLOSED.sub("", joined[at - 1])
        given = (given and alone) or _GIVEN.search(line) is not None
    return joined


_ALONE: Final = Expression(r"^(?:“[^“”]+”|\"[^\"]+\")[。；;]?$")
_GIVEN: Final = Expression(r"[：:](?:“[^“”]+”|\"[^\"]+\")[。；;]?$")
_CLOSED: Final = Expression(r"[”\"][。；;]?$")


def _pieces(lines: list[str]) -> Iterator[str]:
    """All lines, cut at their seams; straight quotation marks say only by their count whether a line begins inside them."""
    straight = 0
    for line in lines:
        yield from _cut(line, inside=straight % 2 == 1)
        straight += line.count('"')


def _cut(line: str, *, inside: bool = False) -> Iterator[str]:
    """The line, cut at its seams that lie outside quotations."""
    at = 0
    places = sorted({match.end() for seam in _SEAMS for match in seam.finditer(line)})
    for place in places:
        before = line[:place]
        if before.endswith(("：", ":")) and _ORDERED.search(before):
            continue  # ……修改为“甲”，并对第八条作如下修改：第一款……: the line has said an instruction already
        if before.count("“") <= before.count("”") and before.count('"') % 2 == inside:
            yield line[at:place].rstrip(_BLANK)
            at = place
    yield line[at:]


def _mended(lines: list[str]) -> Iterator[str]:
    """An instruction that breaks off before its quotation goes on in the next line."""
    held = ""
    for line in lines:
        if held and (HEAD.match(line) or _instructs(line)):
            yield held
            held = ""
        held += line
        if not _breaks_off(held):
            yield held
            held = ""
    if held:
        yield held


def _instructs(line: str) -> bool:
    head = HEAD.match(line)
    return START.match(line[head.end() :].lstrip(_BLANK) if head else line) is not None


def _breaks_off(line: str) -> bool:
    """Is the line an instruction, or a bare number, that does not end as a line ends?"""
    head = HEAD.match(line)
    bare = head is not None and not line[head.end() :].strip(_BLANK)
    return bare or (
        not line.endswith(_ENDS)
        and len(line) < 400
        and line.count("“") == line.count("”")
        and line.count('"') % 2 == 0
        and (
            _instructs(line)
            or (head is not None and _ORDER.match(line[head.end() :].lstrip(_BLANK)) is not None)
        )
    )


def _republished(lines: list[str]) -> int:
    """The index of the line from which on the amended text itself is printed; the number of lines where it is not."""
    closed = False
    for index, line in enumerate(lines):
        if closed and (
            _FIRST.match(line) or (_TITLE.search(line) and _prints(lines[index + 1 : index + 12]))
        ):
            return index
        closed = closed or _CLOSING.search(line) is not None
    return len(lines)


def _prints(lines: list[str]) -> bool:
    return any(_FIRST.match(line) for line in lines)
