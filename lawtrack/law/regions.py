"""Where the body of a text begins and ends, and what stands before and after it.

Before the body: promulgation order, title, header note (题注), contents page (目录), preamble. After it: annexes, or a
signature. Nothing here looks inside an article.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law.lines import GAP, is_reference, number_of
from lawtrack.law.model import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.law.lines import Line

RANKS: Final = {"编": 0, "分编": 1, "章": 2, "节": 3}

SENTENCE_ENDS: Final = "。；，、：;,:"  # no heading ends so

TITLE_END: Final = re.compile(
    r"(?:法典?|条例|规定|办法|决定|决议|解释|细则|规则|规程|准则|章程|宪法|纲要|意见|通知|批复|方案|标准|制度|公告|议案|修正案"
    r"|说明|建议稿|总纲|通则|目录|计划)(?:[（(〔][^（）()〔〕]{1,14}[）)〕])*$"
)
HEADER_START: Final = re.compile(
    rf"[{GAP}]*(?:[（(]?(?:根据)?[0-9０-９〇○零一二三四五六七八九]{{4}}[{GAP}]?年|[（(]|法释|发布之日|自.{{2,20}}施行)"
)
HEADER_WORDS: Final = re.compile(
    r"(?:通过|批准|公布|发布|施行|修正|修订|修改|次会议|令第.{1,8}号|废止|修正案》?|决定》?)[）)]?$"
)
SIGNATURE: Final = re.compile(
    rf"^(?:[0-9０-９〇○零一二三四五六七八九]{{4}}[{GAP}]?年[{GAP}]?\S{{1,3}}[{GAP}]?月[{GAP}]?\S{{1,3}}[{GAP}]?日"
    rf"|(?:主席|总理|省长|市长|州长|主任|院长|部长|委员长)[{GAP}]*\S{{2,12}}(?:[{GAP}]\S{{1,4}})?)$"
)


class Regions(NamedTuple):
    """Indexes into the lines: the body is `lines[first:last]`; `units` names the kind of line that is an article."""

    first: int
    last: int
    units: str  # article, ordinal, or item where the text has neither
    blocks: tuple[Block, ...]


def find_regions(text: str, lines: Sequence[Line]) -> Regions:
    """The regions of the text. Total: a text without articles has an empty body and a preamble."""
    units = units_of(text, lines)
    start = first_article(text, lines, units)
    if start is None:
        return Regions(len(lines), len(lines), units, tuple(_before(text, lines, len(lines))))
    first = _first_heading(text, lines, start) if units == "article" else start
    last = _body_end(text, lines, start)
    tail = _tail_start(text, lines, start, last)
    blocks = [*_before(text, lines, first), *_after(text, lines, last)]
    if tail < last:
        blocks.append(_block(text, "tail", lines[tail:last]))
    return Regions(first, tail, units, tuple(sorted(blocks, key=lambda block: block.start)))


def units_of(text: str, lines: Sequence[Line]) -> str:
    """What the text counts as its articles: 第X条, else 一、, else （一）.

    A text without 第X条 whose first 一、 comes before its first （一） is numbered 一、二、三、.
    """
    for line in lines:
        if line.kind == "article" and not is_reference(text, line):
            return "article"
    kinds = [
        line.kind for line in lines if line.kind in ("ordinal", "item") and number_of(line.label)[0] == 1
    ]
    return kinds[0] if kinds and "ordinal" not in kinds else "ordinal"


def first_article(text: str, lines: Sequence[Line], units: str) -> int | None:
    """The line that opens the body: the first 第一条, else the first article of any number."""
    candidates = [i for i, line in enumerate(lines) if line.kind == units and not is_reference(text, line)]
    return next(
        (i for i in candidates if number_of(lines[i].label) == (1, 0)), candidates[0] if candidates else None
    )


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
    return name[-1] not in SENTENCE_ENDS and not (
        glued and name.startswith(("规定", "的", "所", "和第", "至第", "、第"))
    )


def rank(line: Line) -> int:
    """0 for 编 to 3 for 节; an unnumbered 总则 or 附则 counts as a chapter, and so does 一、."""
    label = "".join(line.label.split())
    if line.kind in ("closing", "ordinal"):
        return 2
    return RANKS["分编"] if label.endswith("分编") else RANKS[label[-1]]


def is_annex(text: str, line: Line) -> bool:
    """Is this line the heading of an annex (附件一, 附：…) rather than a sentence about one?"""
    if line.kind != "annex" or line.end - line.start > 40:
        return False
    rest = text[line.words : line.end]
    glued = (
        line.words == line.start + len(line.label)
        and line.label[-1] not in ":："
        and line.label[-1] in "件表录图"
    )
    return not rest or (
        rest[-1] not in "。；，、;," and not (glued and rest[0] in "的由应是和中所、，为在与及")
    )


def _first_heading(text: str, lines: Sequence[Line], start: int) -> int:
    """Walk up from the first article over the headings that open the body: each outranks the one below it.

    The line above them is a contents page's last entry, of the same rank again, or something else.
    """
    first, below = start, 4
    index = start - 1
    while index >= 0:
        line = lines[index]
        if is_heading(text, line) and rank(line) < below:
            first, below = index, rank(line)
            index -= 1
        elif index > 0 and line.kind == "text" and _is_bare_heading(lines[index - 1]):
            index -= 1  # the heading's name on a line of its own
        else:
            break
    return first


def _is_bare_heading(line: Line) -> bool:
    return line.kind == "heading" and line.words == line.end


def _body_end(text: str, lines: Sequence[Line], start: int) -> int:
    return next((i for i in range(start + 1, len(lines)) if is_annex(text, lines[i])), len(lines))


def _tail_start(text: str, lines: Sequence[Line], start: int, last: int) -> int:
    """The first line of a signature at the end, or `last` where there is none."""
    index = last
    while index - 1 > start and lines[index - 1].kind == "text":
        line = lines[index - 1]
        if not SIGNATURE.match(text[line.start : line.end]):
            break
        index -= 1
    return index


def _before(text: str, lines: Sequence[Line], first: int) -> list[Block]:
    """Title, header note, contents and preamble out of the lines before the body."""
    contents = next((i for i in range(first) if lines[i].kind == "contents"), None)
    if contents is None:
        contents = next((i for i in range(1, first) if is_heading(text, lines[i])), None)
    preamble = next(
        (i for i in range(first) if lines[i].kind == "preamble" and not _listed(text, lines, i)), None
    )
    stops = [i for i in (contents, preamble) if i is not None]
    front = min(stops, default=first)
    title, after_title = _title(text, lines, front)
    header_end = _header_end(text, lines, after_title, front)
    pieces = [("order", 0, title), ("title", title, after_title), ("header", after_title, header_end)]
    if contents is None:
        pieces.append(("preamble", header_end, first))
    else:
        pieces.append(("preamble", header_end, contents))
        listed = _contents_end(text, lines, contents, first)
        pieces += [("contents", contents, listed), ("preamble", listed, first)]
    return [_block(text, kind, lines[a:b]) for kind, a, b in pieces if b > a]


def _listed(text: str, lines: Sequence[Line], index: int) -> bool:
    """Is this 序言 an entry of a contents page: directly under 目录 and directly above a heading?"""
    above = index > 0 and lines[index - 1].kind == "contents"
    return above and index + 1 < len(lines) and is_heading(text, lines[index + 1])


def _contents_end(text: str, lines: Sequence[Line], contents: int, first: int) -> int:
    index = contents + 1
    while index < first and (
        is_heading(text, lines[index])
        or (lines[index].kind == "preamble" and index == contents + 1)
        or _is_bare_heading(lines[index - 1])
    ):
        index += 1
    return index


def _title(text: str, lines: Sequence[Line], front: int) -> tuple[int, int]:
    """(first line, line after) of the title: marked by Markdown, else the first line that ends like a title."""
    for index in range(front):
        if lines[index].mark == "#" and lines[index].kind == "text":
            return index, index + 1
    for index in range(min(front, 30)):
        line = lines[index]
        words = text[line.start : line.end]
        likely = line.kind == "text" and len(words) <= 80 and not HEADER_START.match(words)
        if likely and TITLE_END.search(words):
            begin = index
            while begin > 0 and _runs_on(text, lines[begin - 1]):
                begin -= 1
            return begin, index + 1
    return 0, min(1, front)


def _runs_on(text: str, line: Line) -> bool:
    """Is the line the first half of a title that was wrapped?"""
    words = text[line.start : line.end]
    return (
        line.kind == "text"
        and line.end - line.start <= 40
        and words[-1] not in "。；：，！）)〕]"
        and not TITLE_END.search(words)
        and not HEADER_START.match(words)
        and ("关于" in words or words.endswith(("委员会", "人民政府", "法院", "检察院", "部", "局")))
        and not HEADER_WORDS.search(words)
        and not SIGNATURE.match(words)
    )


def _header_end(text: str, lines: Sequence[Line], start: int, front: int) -> int:
    """The header note runs while brackets are open, or lines begin with a date or end with 通过, 批准, 施行……"""
    index, depth = start, 0
    while index < front:
        words = text[lines[index].start : lines[index].end]
        opens = HEADER_START.match(words) is not None
        if depth <= 0 and not opens and not (HEADER_WORDS.search(words) and len(words) <= 120):
            break
        depth += words.count("（") + words.count("(") - words.count("）") - words.count(")")
        depth = max(depth, 0)
        index += 1
    return index


def _after(text: str, lines: Sequence[Line], last: int) -> list[Block]:
    """One block for each annex."""
    starts = [i for i in range(last, len(lines)) if is_annex(text, lines[i])]
    return [
        _block(text, "annex", lines[begin:stop], lines[begin].label.rstrip(":："))
        for begin, stop in pairwise([*starts, len(lines)])
    ]


def _block(text: str, kind: str, lines: Sequence[Line], label: str = "") -> Block:
    return Block(kind, lines[0].start, lines[-1].end, text, label)
