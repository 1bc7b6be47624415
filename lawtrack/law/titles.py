"""The title of a text: where it is among the lines, over how many of them, and where it is printed again."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from lawtrack.law.around import is_navigation, is_page_line
from lawtrack.law.lines import GAP
from lawtrack.law.model import closed_up, without_marks
from lawtrack.law.shapes import is_signature
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.law.lines import Line

TITLE_END: Final = compile_on_use(
    r"(?:法典?|条例|规定|办法|决定|决议|解释|细则|规则|规程|规范|准则|章程|宪法|纲要|意见|通知|批复|方案|标准|制度|公告|议案|修正案"
    r"|说明|建议稿|总纲|通则|目录|计划|守则|公约)(?:[ 　]*[（(〔][^（）()〔〕]{1,14}[）)〕])*$"
)
_MAY_END_TITLE: Final = frozenset("典法例定议释则程范准章宪要见知复案度告明稿纲录划约）)〕》")
"""The last characters of all that `TITLE_END` takes, and 》, which a title may stand in."""
ORDER_NAME: Final = compile_on_use(r"(?:令|命令|公告|通告)(?:[（(第].{1,12})?$")
_DIGIT: Final = "0-9０-９〇○OoＯｏ零一二三四五六七八九"
HEADER_START: Final = compile_on_use(
    rf"[{GAP}]*(?:[（(〔【\[]?[{GAP}]?(?:根据|经)?[{_DIGIT}]{{4}}[{GAP}]?年|[（(]|发布之日|自.{{2,20}}施行"
    rf"|\S{{1,14}}[〔\[［（(【][12][0-9]{{3}}[〕\]］）)】]第?[0-9]+号$)"
)
HEADER_WORDS: Final = re.compile(
    r"(?:通过|批准|公布|发布|施行|修正|修订|修改|次会议|令第.{1,8}号|废止|修正案》?|决定》?)[）)〕】\]]?$"
)
_ABOUT: Final = re.compile(r"关于(?:修改|修订|废止|修正|批准|公布|施行|实施|印发)?$")
_ORDER_HEAD: Final = compile_on_use(
    r"(?:令|命令)(?:[ 　]*第.{1,10}号|[（(〔\[].{1,14}号[）)〕\]]?)?$"
    r"|^[（(〔\[]?(?:[〔\[（(]?[0-9]{4}[〕\]）)]?年?)?第[ 　]*[0-9０-９一二三四五六七八九十百〇零]{1,6}[ 　]*号[）)〕\]]?$"
    r"|公告(?:[（(〔\[]?[^。；，]{1,12}号[）)〕\]]?|[（(〔\[][^。；，]{1,12}[）)〕\]])?$"
)
_GOES_ON: Final = re.compile("及|以及|和|与|等|的|常务委员会|实施")
_CUT_BEFORE: Final = re.compile("[》和及与、](?:修改|修订|修正|废止)$")
"""The end of a line of a title that goes on with what is changed: ……条例》和修改 | 《……》的决定."""
_PLACE: Final = compile_on_use(
    r"中华人民共和国|(?!城市|都市|地区|社区|园区|小区|学区|特区)[一-鿿]{1,8}?(?:省|自治[区州县旗]|[市州县区旗盟])(?!场|政|域|民|区)"
)
_BODY: Final = re.compile(
    r"(?:委员会|人民政府|代表大会|办公[厅室]|法院|检察院|文件|会议|公报|汇编|选编|材料|部|局|委|厅|署|稿)(?:文件)?(?:[（(].*[）)])?$"
)
_DECIDES: Final = re.compile("的(?:决定|决议|通知|批复|公告|意见)$")
_ANNEX_MARK: Final = re.compile(r"附[ 　]*[件表录:：]")
LONGEST_TITLE: Final = 4
"""Lines of a wrapped title, less one."""
FRONT: Final = 60
"""How far down a title is looked for, in lines."""
ENOUGH: Final = 8
"""So many characters of a title's end are the title again."""
EDITION: Final = compile_on_use(
    r"[（(〔][0-9]{4}年?(?:第.次)?(?:修正|修订|修改|公布|版)(?:文?本|版)?[）)〕]$"
)
"""What a page puts behind the title, and the text itself does not: （2005年修正）."""


def find_title(text: str, lines: Sequence[Line], front: int) -> tuple[int, int]:
    """(first line, line after) of the title.

    It is marked by Markdown; else it is the first line that ends like a title: the first below the signature of a
    promulgation order, or the first that is not the name of such an order (主席令, 公告).
    """
    for index in range(front):
        if lines[index].mark == "#" and lines[index].kind == "text":
            return index, index + 1
    likely = title_ends(text, lines, min(front, FRONT))
    if not likely:
        return 0, min(1, front)
    signed = max((i for i in range(likely[0], min(front, FRONT)) if is_signature(text, lines[i])), default=-1)
    named = [i for i in likely if not ORDER_NAME.search(text[lines[i].start : lines[i].end])]
    end = next((i for i in named if i > signed), (named or likely)[0])
    end = _printed_twice(text, lines, [end, *named], front)
    return opened(text, lines, end, 0), end + 1


def _printed_twice(text: str, lines: Sequence[Line], likely: Sequence[int], front: int) -> int:
    """The first of the likely lines that is printed again above the body, as pages do; the first where none is."""
    if len(set(likely)) == 1:
        return likely[0]
    printed = Counter(squeezed(text, lines[at : at + 1]) for at in range(min(front, FRONT)))
    return next((at for at in likely if printed[squeezed(text, lines[at : at + 1])] > 1), likely[0])


def without_edition(text: str, lines: Sequence[Line], title: int, after: int, front: int) -> tuple[int, int]:
    """The title as the text has it, where what stood above it says the edition too: …条例（2005年修正） · …条例."""
    said = squeezed(text, lines[title:after])
    edition = EDITION.search(said)
    if edition is None:
        return title, after
    name = said[: edition.start()]
    for at in range(after, min(front, FRONT)):
        again = title_again(text, lines, at, front, name)
        if again > at and squeezed(text, lines[at:again]) == name:
            return at, again
    return title, after


def opened(text: str, lines: Sequence[Line], end: int, top: int) -> int:
    """The first line of a title that ends with the line `end`: halves of a wrapped one, and what its 》 was opened in."""
    begin = end
    depth = _closing(text, lines[end])
    while begin > top and (
        depth > 0
        or _leads_to(text, lines, begin)
        or _runs_on(text, lines[begin - 1])
        or _is_half(text, lines, begin, end, top)
    ):
        if end - begin > LONGEST_TITLE or is_signature(text, lines[begin - 1]):
            break
        begin -= 1
        depth += _closing(text, lines[begin])
    return begin


def _leads_to(text: str, lines: Sequence[Line], begin: int) -> bool:
    """Is 某市人大常委会关于修改 the line above 《某市……条例》的决定?"""
    above = text[lines[begin - 1].start : lines[begin - 1].end]
    return text[lines[begin].start] in "《〈" and _ABOUT.search(above) is not None


def _closing(text: str, line: Line) -> int:
    """How many more 》 than 《 a line has."""
    return text.count("》", line.start, line.end) - text.count("《", line.start, line.end)


def title_ends(text: str, lines: Sequence[Line], stop: int) -> list[int]:
    """The lines before `stop` with which a title can end; 《某市条例》 is none between 关于修改 and 的决定."""
    return [i for i in range(stop) if _ends_like_title(text, lines[i]) and not _in_a_title(text, lines, i)]


def _in_a_title(text: str, lines: Sequence[Line], at: int) -> bool:
    """Is the line, a title in its marks, a part of a longer one over several lines?"""
    if text[lines[at].start] != "《" or without_marks(text[lines[at].start : lines[at].end])[0] == "《":
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    goes_on = below is not None and below.kind == "text" and text[below.start] not in "（(〔"
    return goes_on or (at > 0 and _leads_to(text, lines, at))


def _ends_like_title(text: str, line: Line) -> bool:
    """Can a title end with this line (…条例, …的决定（草案）), which is neither a note's nor the page's?"""
    if line.kind != "text" or text[line.end - 1] not in _MAY_END_TITLE:
        return False
    words = closed_up(without_marks(text[line.start : line.end]))
    return (
        len(words) <= 80
        and not HEADER_START.match(words)
        and TITLE_END.search(words) is not None
        and words.count("《") <= words.count("》")
        and not is_navigation(words)
        and not is_page_line(words)
    )


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
        and not is_signature(text, line)
        and not is_page_line(words)
    )


def _is_half(text: str, lines: Sequence[Line], begin: int, end: int, top: int) -> bool:
    """Is the line above `begin` of the title, because what is there so far cannot be the whole of it?

    A 》 is opened above; 的决定 has its 关于 above; 保护条例 has its place above (某市湿地 on the line before).
    """
    words, so_far = (
        text[lines[begin - 1].start : lines[begin - 1].end],
        squeezed(text, lines[begin : end + 1]),
    )
    if not _may_be_half(text, lines[begin - 1]):
        return False
    if _closing(text, lines[begin - 1]) or _PLACE.fullmatch(words):
        return True
    going_on = _GOES_ON.match(so_far) is not None or "关于" in so_far
    if _PLACE.match(so_far) or (_BODY.search(words) and not going_on) or TITLE_END.search(words):
        return False
    about = _DECIDES.search(so_far) is not None and "关于" not in so_far
    for at in range(begin - 1, max(top, end - LONGEST_TITLE) - 1, -1):
        if not _may_be_half(text, lines[at]):
            return False
        if _PLACE.match(text, lines[at].start, lines[at].end) or (
            about and text.find("关于", lines[at].start, lines[at].end) >= 0
        ):
            return True
    return False


def _may_be_half(text: str, line: Line) -> bool:
    """Is the line plain words that end no sentence?"""
    words = text[line.start : line.end]
    return (
        line.kind == "text" and len(words) <= 40 and words[-1] not in "。；：！" and not _is_aside(text, line)
    )


def _is_aside(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    return bool(
        is_signature(text, line)
        or is_page_line(words)
        or is_navigation(words)
        or is_order_head(words)
        or HEADER_START.match(words)
        or (HEADER_WORDS.search(words) and "关于" not in words and not _CUT_BEFORE.search(words))
        or _ANNEX_MARK.match(words)
    )


def title_again(text: str, lines: Sequence[Line], at: int, stop: int, title: str) -> int:
    """The line after the title where it, or its end, is printed again, wrapped or not; `at` where it is not."""
    for last in range(at + 1, min(at + 5, stop + 1)):
        words = squeezed(text, lines[at:last])
        if words == title or (len(words) >= ENOUGH and title.endswith(words)):
            return last
        if not title.startswith(words):
            break
    return at


def squeezed(text: str, lines: Sequence[Line]) -> str:
    """The words of the lines, one after the other and without blanks."""
    return "".join("".join(text[line.start : line.end].split()) for line in lines)


def is_order_head(words: str) -> bool:
    """Is it the name or the number of an order of promulgation: 某市人民政府令, 公　告, （第12号）?

    >>> is_order_head("某市人民政府令"), is_order_head("〔2024〕第12号"), is_order_head("第三条　公告期为十日。")
    (True, True, False)
    """
    return _ORDER_HEAD.search("".join(words.split())) is not None
