"""What a line is by its shape and by the line before it: a wrapped reference, a heading, an annex, a signature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.law.lines import GAP, LEADER
from lawtrack.law.numerals import NUMERAL_CLASS
from lawtrack.law.script import TO_SIMPLIFIED
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.law.lines import Line

RANKS: Final = {"编": 0, "部分": 0, "单元": 0, "分编": 1, "章": 2, "节": 3}
AFTER_LABEL: Final = "：:、．.-—－"
"""What can part the number of a heading from its name."""
SENTENCE_ENDS: Final = "。；，、：;,:"
"""No heading ends so."""
ENDS: Final = frozenset('。；;：:！!？?．”"」』）)】〗…')
"""A line that ends so is finished; what follows is a new structural paragraph."""

_DIGIT: Final = "0-9０-９〇○OoＯｏ零一二三四五六七八九"
REFERENCE: Final = compile_on_use(
    rf"(?:[、和或至及]|以及|或者|[—–－\-～~]{{1,2}})?第[{NUMERAL_CLASS}]+[条款项]|[）)》]|(?:的|所|中)?规定|的|所[称列指]|之规定"
)
"""What follows a number that is quoted in running text (第五条第二款…, 第五条的…): such a line is a wrapped one."""
_SENTENCE: Final = compile_on_use("，|应当|不得|可以|为了|自.{2,8}日")
"""What only a sentence has, and no caption (适用范围, 禁止行为)."""
MOST_RESTS: Final = 4
LONGEST_ENDED: Final = 14
"""The name of a chapter with a full stop is no longer than this."""
_CITED_ITEM: Final = compile_on_use(
    rf"[{GAP}]*(?:项(?!目)|(?=(?:[（(][{NUMERAL_CLASS}]{{1,4}}[）)])+项(?!目))|(?:至|到|、|和|及|以及|与|或者?|[-—－~～])[{GAP}]*第?[{GAP}]*[（(][{GAP}]*[{NUMERAL_CLASS}]{{1,4}}[{GAP}]*[）)])"
)
_CONTENTS_ENTRY: Final = compile_on_use(rf"{LEADER}$")
_INNER_HEADING: Final = compile_on_use(rf"[{GAP}]第[{NUMERAL_CLASS}]{{1,12}}[编章节]")
EXPLAINS: Final = re.compile(
    r"关于.{2,80}说明|[^，。；：]{2,60}(?:条例|办法|规定|规则|细则|决定)》?(?:[（(][^（()）]{1,14}[）)])?》?的?(?:起草|修订|修改|制定|编制|立法)(?:情况)?的?说明"
    r"|(?:条例|办法|规定|法规|规章|草案|立法|起草|修订|修改|制定){1,2}(?:情况)?的?说明"
)
"""The heading of what explains a draft, behind or above it."""
_SIGNATURE: Final = compile_on_use(
    rf"(?:[{_DIGIT}]{{4}}[{GAP}]?年[{GAP}]?[{_DIGIT}十]{{1,3}}[{GAP}]?月[{GAP}]?[{_DIGIT}十]{{1,3}}[{GAP}]?日"
    rf"|\S{{0,14}}(?:主席|总理|省长|市长|州长|县长|区长|主任|院长|检察长|部长|委员长|局长)[{GAP}]*\S{{2,12}}(?:[{GAP}]{{1,2}}\S{{1,4}})?)"
)
_BODY_NAME: Final = re.compile(
    rf"[^，。；：、{GAP}]{{2,30}}(?:委员?会|人民政府|代表大会|法院|检察院|办公厅|办公室|国务院|[部局厅署])"
)
ISSUED: Final = re.compile(
    r"(?:联系人|联系电话|联系方式|电子邮箱|电子邮件|通[讯信]地址|邮政编码|邮编|传真|抄送|抄报|主题词|主送"
    r"|分送|电话|(?:起草|责任|承办|印发|主办)(?:单位|部门|处室|人)|印数|附注)[:：]|[（(](?:此件|此页|共印)|.{2,30}(?:印发|印制)$|.{2,24}[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日印$"
)
_FOOTNOTE: Final = compile_on_use(rf"[①-⑳⑴-⒛*＊※]|注[{GAP}]?[0-9]{{0,2}}[:：]|[\[［][0-9]{{1,2}}[\]］]")


def is_glued(line: Line) -> bool:
    """Do words stand right behind the label, without a blank?"""
    return line.words == line.start + len(line.label) < line.end


def is_reference(text: str, line: Line) -> bool:
    """Is this line, which begins like an article, the rest of a wrapped sentence (第五条的规定……)?"""
    return (
        line.kind == "article"
        and line.words == line.start + len(line.label)
        and REFERENCE.match(text, line.words, line.end) is not None
    )


def is_cited_item(text: str, line: Line) -> bool:
    """Does the line begin with items that it cites (（一）至（三）项所列人员……), rather than being one?"""
    return line.kind == "item" and _CITED_ITEM.match(text, line.start + len(line.label), line.end) is not None


def is_finished(text: str, line: Line) -> bool:
    """Does the line end where a structural paragraph may end, rather than in the middle of a sentence?"""
    last = text[line.end - 1]
    if line.kind == "article" and last not in ENDS and _SENTENCE.search(text, line.words, line.end):
        return False  # 第三条 本办法自公布之日 | 起施行。
    formula = text.find("＝", line.start, line.end) >= 0
    return last in ENDS or (last not in "，、,，" and (line.end - line.start < 20 or formula))


def is_ended_heading(text: str, line: Line) -> bool:
    """Is it a heading with a full stop behind its short name: 第二章　附则。?"""
    parted = line.words > line.start + len(line.label)  # 第一章的规定办理。 is the rest of a sentence
    short = line.kind == "heading" and parted and line.words < line.end <= line.words + LONGEST_ENDED
    return short and text[line.end - 1] == "。" and not _SENTENCE.search(text, line.words, line.end)


def is_heading(text: str, line: Line) -> bool:
    """Is this line a heading of 编章节 rather than a wrapped sentence (第三章规定的……)?

    一、管辖 over articles, as judicial interpretations have it, looks like one too; only its neighbours can tell.
    """
    if line.kind == "closing":
        return True
    if line.kind == "ordinal":
        return line.end - line.start <= 40 and text[line.end - 1] not in SENTENCE_ENDS
    if line.kind != "heading" or line.end - line.words > 40:
        return False
    if line.words == line.end:
        return True
    glued = line.words == line.start + len(line.label)
    name = text[line.words : line.end]
    if glued and line.label.endswith(("部分", "单元")) and name[0] not in AFTER_LABEL:
        return False  # 第二部分人员由……: words that count a part of something
    return name[-1] not in SENTENCE_ENDS and not (
        glued and name.startswith(("规定", "的", "所", "和第", "至第", "、第"))
    )


def is_bare_heading(line: Line) -> bool:
    """Is it 第一章 alone, its name on the next line?"""
    return line.kind == "heading" and line.words == line.end


def is_open_heading(text: str, line: Line) -> bool:
    """Does the heading go on in the next line: 第一章 alone, or 第二章 湿地的保护、 cut after its 、?"""
    return line.kind == "heading" and (
        line.words == line.end or (text[line.end - 1] in "、和及与" and line.end - line.words <= 40)
    )


def is_heading_rest(text: str, line: Line) -> bool:
    """Can the line be the rest of a heading that the line above began?"""
    return (
        line.kind in ("text", "closing")
        and line.end - line.start <= 30
        and text[line.end - 1] not in SENTENCE_ENDS
    )


def heading_rests(text: str, lines: Sequence[Line], at: int) -> int:
    """How many lines from `at` on can be the rest of one heading: names are wrapped over a few lines at most."""
    rests = 0
    while rests < MOST_RESTS and at + rests < len(lines):
        line = lines[at + rests]
        open_ = line.kind == "text" and text[line.end - 1] == "、" and line.end - line.start <= 30
        if not (open_ or is_heading_rest(text, line)):
            break
        rests += 1
    return rests


def rank(line: Line) -> int:
    """0 for 编 (and 部分, which no norm names) to 3 for 节; an unnumbered 总则 or 附则 counts as a chapter, and so does 一、."""
    label = "".join(line.label.translate(TO_SIMPLIFIED).split())
    if line.kind in ("closing", "ordinal"):
        return RANKS["章"]
    return RANKS[label[-2:]] if label[-2:] in RANKS else RANKS[label[-1]]


def is_contents_entry(text: str, line: Line) -> bool:
    """Does the line end in a page number (第一条　目的……1), as only a contents page has it?"""
    return text[line.end - 1] in "0123456789０１２３４５６７８９）)" and bool(
        _CONTENTS_ENTRY.search(text, max(line.words, line.end - 200), line.end)
    )


def is_contents_row(text: str, line: Line) -> bool:
    """Are several headings in this one line (第一章 总则 第二章 管理 第三章 附则): a contents page run together?"""
    return (
        line.kind == "heading"
        and text[line.end - 1] not in SENTENCE_ENDS
        and _INNER_HEADING.search(text, line.words, line.end) is not None
    )


def is_annex(text: str, line: Line) -> bool:
    """Is this line the heading of an annex (附件一, 附：…) or of a note on the draft, rather than a sentence about one?"""
    if line.kind == "text":
        return (
            text.startswith("说明", line.end - 2)
            and line.end - line.start <= 90
            and EXPLAINS.fullmatch(text, line.start, line.end) is not None
        )
    colon = line.label[-1:] in (":", "：")
    if line.kind != "annex" or line.end - line.start > (80 if colon else 40):
        return False
    rest = text[line.words : line.end]
    glued = line.words == line.start + len(line.label) and not colon and line.label[-1] in "件表录图"
    return not rest or (
        rest[-1] not in "。；，、;," and not (glued and rest[0] in "的由应是和中所、，为在与及")
    )


def is_signature(text: str, line: Line) -> bool:
    """Is the line a date alone or an office and a name (市长　某某)?"""
    return line.end - line.start <= 60 and _SIGNATURE.fullmatch(text, line.start, line.end) is not None


def is_body_name(text: str, line: Line) -> bool:
    """Is the line the name of a body alone (某市人民政府), as it stands over the date of a signature?"""
    return line.end - line.start <= 40 and _BODY_NAME.fullmatch(text, line.start, line.end) is not None


def is_issue_note(text: str, line: Line) -> bool:
    """Is the line about the paper, not of it: 抄送：…, （此件公开发布）?"""
    return ISSUED.match(text, line.start, line.end) is not None


def is_footnote(text: str, line: Line) -> bool:
    """Does the line begin like a footnote: ①, 注：, [1], *?"""
    return _FOOTNOTE.match(text, line.start, line.end) is not None
