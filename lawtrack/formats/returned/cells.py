"""What a cell of a comparison table says: a clause, the heading of a chapter, or only what became of the clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.law import NUMERAL_CLASS
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

CLAUSE: Final = re.compile(rf"\s*第[ 　]?[{NUMERAL_CLASS}]{{1,12}}[ 　]?[条條]")
HEADING: Final = re.compile(rf"\s*第[{NUMERAL_CLASS}]{{1,12}}[ 　]?[编章节]")
NOTHING: Final = re.compile(
    r"\s*[（(【\[〔]?(?:(?:此|本|该|整)[条款项章节])?(?:拟|建议|全部|整体)?(?:新增加?|增加|新设|增设|删除|删去|删掉|取消|删)"
    r"(?:(?:此|本|该|整|一|原)?(?:条文?|款|项|章|节|内容|条款|规定)?)?[）)】\]〕]?[。]?\s*"
    r"|\s*[（(【\[]?(?:(?:原)?无(?:此|该|相[关应]|对应)?(?:规定|条款?|内容|条文)?|空|/|—+|－|-+|⸺)[）)】\]]?[条章节款项]?\s*"
)
"""A cell that only says that the other side has nothing here."""
_GONE_ELSEWHERE: Final = re.compile(
    r"\s*[（(【\[〔](?:(?:此|本|该|原)[条款项章节]?)?(?:拟|建议)?(?:删除|删去|删掉|取消|合并|并入|移至|移入|移到|调整至|整合|拆分|改为|作为)"
    r"[^（()）。]{1,60}[）)】\]〕][。]?\s*"
)
"""A cell that says in brackets where the clause went: （删除，内容并入第三条）; a remark, no words of a text."""
SAME: Final = re.compile(
    r"\s*[（(【\[〔]?(?:内容|条文|文字|本条|本款|此条)?(?:同(?:左|前|上|原|现行|修[改订正]前|改前)[^。；，第]{0,6}|(?:与|和|同)[^。；，第]{1,8}(?:一致|相同)|同[^。；，第]{1,12}(?:条例|规定|办法|条文|草案|稿|法)|保留(?:原文)?|沿用原?条?文?"
    r"|(?:不|未|无|没有|保持|维持)(?:作|做|予|予以|任何|进行|实质|实质性)*(?:修改|改动|变动|变化|变更|调整|改|变|不变|原文|原样|原条文|原规定))[）)】\]]?[。]?\s*"
)
LEFT_OUT: Final = re.compile(
    r"\s*[（(【\[]?(?:略|以下略|第?.{0,12}条?(?:未修改)?，?略|……|\.{3,}|…)[）)】\]]?\s*"
    r"|.{0,40}未修改[^。]{0,12}略.{0,6}"
)
_PART: Final = re.compile(
    rf"\s*(?:第[ 　]?[{NUMERAL_CLASS}]{{1,12}}[ 　]?(?:分编|[编章节])|[总附][ 　]*则(?=\s*$)"
    rf"|附[件表录图][ 　]?[{NUMERAL_CLASS}]{{0,3}}(?=[:：\s]|$))"
)
"""What heads a part of a text: 第二章, 附则, 附件1."""
_NUMBERED: Final = re.compile(rf"^\s*\d{{1,3}}[.．、]\s*(?=第[{NUMERAL_CLASS}]{{1,12}}[ 　]?[条條])")
"""1.第一条: the number of a row before that of the clause."""
_MARKED: Final = re.compile(
    r"^\s*[（(【\[〔](?:拟|建议)?(?P<what>新增|增加|新设|修改|调整|删除|删去)(?:[条款]文?|一条)?[）)】\]〕]\s*"
    rf"(?=第[{NUMERAL_CLASS}]{{1,12}}[ 　]?[条條])"
)
"""（新增）第二条: what becomes of the clause, before its number."""
_ASIDE: Final = re.compile(
    r"\s*(?:(?:填表|填报|制表|起草|报送|反馈|审核|经办|联系)(?:单位|部门|人|日期|时间|电话)?|联系电话|电话|日期|单位|备注|注|说明)(?:[（(][^（()）]*[)）])?[：:].*"
    r"|\s*(?:\d{4}年\d{1,2}月\d{1,2}日|[—-]\s*\d{1,3}\s*[—-])\s*",
    re.DOTALL,
)
"""What stands below the clauses of a table and is none of their words: 填表单位：市园林局, 2025年6月1日."""
_MOVED: Final = re.compile(r"\s*(?:改为|修改|删[去除]|移至|调整|合并|拆分|新增|作为)")
"""After a clause's number: a remark on the clause."""
_SPOKEN_OF: Final = re.compile(r"[ 　]*(?:的|至|、|和|中|是|对|规定|修改|第)")


def is_article(line: str) -> bool:
    """Does the line begin an article, rather than speak of one (第一条的修改……)?"""
    start = CLAUSE.match(line)
    return start is not None and not _SPOKEN_OF.match(line, start.end())


def holds_clause(cell: str) -> bool:
    """Does the cell begin with a clause's number and go on with its words, not with what became of it?"""
    match = CLAUSE.match(cell)
    return match is not None and len(cell.strip()) > match.end() + 1 and not _MOVED.match(cell, match.end())


def went(cell: str) -> bool:
    """Does a cell of a text only say where its clause went, behind the number or without it?"""
    match = CLAUSE.match(cell)
    return _GONE_ELSEWHERE.fullmatch(cell[match.end() :] if match else cell) is not None


def renamed(words: str, label: str) -> str:
    """The words of a clause under the number that the other column gives it; as they are where it gives none."""
    match = CLAUSE.match(words)
    return label + words[match.end() :] if label and match else words


def plain(cell: str) -> str:
    """A cell without what stands before the number of its clause; "" for one that shows a clause as deleted.

    >>> plain("1.第一条　甲。"), plain("（新增）第二条　乙。"), plain("（删除）第三条　丙。")
    ('第一条\u3000甲。', '第二条\u3000乙。', '')
    """
    words = _NUMBERED.sub("", cell)
    if match := _MARKED.match(words):
        return "" if match["what"].startswith("删") else words[match.end() :]
    return words


def is_aside(cells: Sequence[str]) -> bool:
    """Does a row say who filled in the table, or when, and nothing of the text?"""
    said = [cell for cell in cells if cell.strip()]
    return bool(said) and all(_ASIDE.fullmatch(cell) for cell in said)


def label_of(cell: str) -> str:
    """The number of the clause that a cell begins with; "" for another cell.

    >>> label_of(" 第 三条　甲。"), label_of("甲。")
    ('第三条', '')
    """
    match = CLAUSE.match(cell)
    return "".join(match.group().split()) if match else ""


def part_of(cell: str, *, begun: bool) -> str:
    """What part of a text a cell without a clause heads (第二章, 附则, 附件1), or is, while no clause has `begun`.

    >>> part_of("第二章　管理", begun=True), part_of("某市河道条例", begun=False), part_of("甲。", begun=True)
    ('第二章', '标题', '')
    """
    if match := _PART.match(cell):
        return "".join(match.group().split())
    words = cell.strip()
    if begun or not words or NOTHING.fullmatch(words) or SAME.fullmatch(words):
        return ""
    if words.startswith(("目录", "目　录", "目 录")):
        return translate("viewer.level-contents")
    if words[0] in "（(":
        return translate("viewer.level-header")
    return translate(f"viewer.level-{'preamble' if words.endswith('。') else 'title'}")
