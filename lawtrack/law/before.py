"""What stands before the body of a text: promulgation order, title, header note (题注), contents page (目录), preamble."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law.around import is_cover_above, is_navigation, is_page_line, is_short_name, text_under_cover
from lawtrack.law.lines import GAP
from lawtrack.law.shapes import (
    is_contents_entry,
    is_contents_row,
    is_heading,
    is_open_heading,
    is_signature,
)
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.law.lines import Line

TITLE_END: Final = compile_on_use(
    r"(?:法典?|条例|规定|办法|决定|决议|解释|细则|规则|规程|规范|准则|章程|宪法|纲要|意见|通知|批复|方案|标准|制度|公告|议案|修正案"
    r"|说明|建议稿|总纲|通则|目录|计划|守则|公约)(?:[ 　]*[（(〔][^（）()〔〕]{1,14}[）)〕])*$"
)
ORDER_NAME: Final = compile_on_use(r"(?:令|命令|公告|通告)(?:[（(第].{1,12})?$")
_DIGIT: Final = "0-9０-９〇○零一二三四五六七八九"
HEADER_START: Final = compile_on_use(
    rf"[{GAP}]*(?:[（(]?(?:根据)?[{_DIGIT}]{{4}}[{GAP}]?年|[（(]|发布之日|自.{{2,20}}施行"
    rf"|\S{{1,14}}[〔\[［（(【][12][0-9]{{3}}[〕\]］）)】]第?[0-9]+号$)"
)
HEADER_WORDS: Final = re.compile(
    r"(?:通过|批准|公布|发布|施行|修正|修订|修改|次会议|令第.{1,8}号|废止|修正案》?|决定》?)[）)]?$"
)
_ABOUT: Final = re.compile(r"关于(?:修改|修订|废止|修正|批准|公布|施行|实施|印发)?$")
_ORDER_HEAD: Final = compile_on_use(
    r"(?:令|命令)(?:[ 　]*第.{1,10}号|[（(〔\[].{1,14}号[）)〕\]]?)?$"
    r"|^第[ 　]*[0-9０-９一二三四五六七八九十百〇零]{1,6}[ 　]*号$|公告[（(〔\[]?.{0,12}号?[）)〕\]]?$"
)
_PROMULGATES: Final = compile_on_use(
    r"(?:《[^。；]{2,80}》[^。；]{0,160}(?:通过|批准|同意|审定)[^。；]{0,80}|现将?《[^。；]{2,80}》|现将?(?:公布|发布|颁布|印发))"
    r"[^。；]{0,60}(?:公布|发布|颁布|印发|施行|实施|执行)[^。]{0,60}[。：]?$"
)
"""The sentence of an order whose head stands elsewhere or nowhere: 《……》已经……通过，现予公布。"""
_REST: Final = compile_on_use(
    r"实施(?:条例|细则|办法)|若干规定|[（(〔][^（）()〔〕，。]{0,14}(?:草案|稿|试行|暂行)[^（）()〔〕，。]{0,8}[）)〕]"
    r"|(?:修订|修正)?草案(?:[一二三]次审议稿|修改稿|建议稿)?|(?:送审|征求意见|讨论|审议|表决|修订|修改|建议)稿"
)
"""Alone on the line below a title, and of it: （草案）, （草案二次审议稿）, 实施条例."""
_GOES_ON: Final = re.compile("及|以及|和|与|等|的|常务委员会|实施")
_PLACE: Final = compile_on_use(
    r"中华人民共和国|(?!城市|都市|地区|社区|园区|小区|学区|特区)[一-鿿]{1,8}?(?:省|自治[区州县旗]|[市州县区旗盟])(?!场|政|域|民|区)"
)
_BODY: Final = re.compile(
    r"(?:委员会|人民政府|代表大会|办公[厅室]|法院|检察院|文件|会议|公报|汇编|选编|材料|部|局|委|厅|署|稿)(?:文件)?(?:[（(].*[）)])?$"
)
_DECIDES: Final = re.compile("的(?:决定|决议|通知|批复|公告|意见)$")
_ANNEX_MARK: Final = re.compile(r"附[ 　]*[件表录:：]")
LONGEST_ORDER: Final = 14
"""Lines of a promulgation order, from its name to its date."""
LONGEST_TITLE: Final = 4
"""Lines of a wrapped title, less one."""
PAGE: Final = "page"
FRONT: Final = 60
"""How far down a title is looked for, in lines."""
LONG_NOTE: Final = 60
"""A line of a header note that ends in a full stop is no longer than this, in characters."""
ENOUGH: Final = 8
"""So many characters of a title's end are the title again."""
_EDITION: Final = compile_on_use(
    r"[（(〔][0-9]{4}年?(?:第.次)?(?:修正|修订|修改|公布|版)(?:文?本|版)?[）)〕]$"
)
"""What a page puts behind the title, and the text itself does not: （2005年修正）."""
_WHOLE: Final = compile_on_use(r"(?:条例|办法|规定|法规|规章|文件|法律)?(?:全文|正文|原文)(?:如下)?[:：]?$")
"""The line under which a page prints the text."""


class Stretch(NamedTuple):
    """Lines `first` to `last` (exclusive) are one stretch of that kind."""

    kind: str
    first: int
    last: int


def read_before(text: str, lines: Sequence[Line], first: int) -> list[Stretch]:
    """The stretches of the lines before the body, which begins with the line `first`."""
    covered = covered_title(text, lines, first)
    begin = covered or 0
    contents = _contents(text, lines, begin, first)
    preamble = next(
        (i for i in range(begin, first) if lines[i].kind == "preamble" and not _listed(text, lines, i)), None
    )
    front = min([i for i in (contents, preamble) if i is not None], default=first)
    if covered is None:
        title, after_title = _title(text, lines, front)
        title, after_title = _without_edition(text, lines, title, after_title, front)
    else:
        title, after_title = _opened(text, lines, covered, 0), covered + 1
    if after_title < front and _REST.fullmatch(text[lines[after_title].start : lines[after_title].end]):
        after_title += 1
    stretches = _above_title(text, lines, title, notice=covered is not None)
    stretches.append(Stretch("title", title, after_title))
    name = _squeezed(text, lines[title:after_title])
    if contents is None:
        stretches += _front_matter(text, lines, after_title, first, name)
    else:
        listed = _contents_end(text, lines, contents, first)
        stretches += _front_matter(text, lines, after_title, contents, name)
        stretches.append(Stretch("contents", contents, listed))
        stretches += _front_matter(text, lines, listed, first, name)
    return [stretch for stretch in stretches if stretch.last > stretch.first]


def covered_title(text: str, lines: Sequence[Line], stop: int) -> int | None:
    """The last line of the title that stands under a notice, before the line `stop`; None where no notice is above."""
    if not is_cover_above(text, lines[:stop]):
        return None
    ends = [i for i in range(stop) if _ends_like_title(text, lines[i])]
    return text_under_cover(text, lines, [(_opened(text, lines, end, 0), end) for end in ends], stop)


def _above_title(text: str, lines: Sequence[Line], title: int, *, notice: bool) -> list[Stretch]:
    """The lines above the title: the notice or the order that brings the text, and the page's."""
    above = [text[line.start : line.end] for line in lines[:title]]
    page = [
        is_page_line(words) or is_navigation(words) or _EDITION.search(words) is not None for words in above
    ]
    if not notice and any(page):
        page = [known or _is_menu(text, lines[i]) for i, known in enumerate(page)]
    kind = "notice" if notice else "order"
    stretches: list[Stretch] = []
    for at, shown in enumerate(page):
        name = PAGE if shown else kind
        if stretches and stretches[-1].kind == name:
            stretches[-1] = stretches[-1]._replace(last=at + 1)
        else:
            stretches.append(Stretch(name, at, at + 1))
    return stretches


def _is_menu(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    return line.kind == "text" and (is_navigation(words) or is_short_name(words))


def _front_matter(text: str, lines: Sequence[Line], at: int, stop: int, title: str) -> Iterator[Stretch]:
    """Lines of the page, order, header note, the title again, another piece of the note; what is left is the preamble."""
    while at < stop:
        page = at
        while page < stop and is_page_line(text[lines[page].start : lines[page].end]):
            page += 1
        ordered = _order_end(text, lines, page, stop)
        header = _header_end(text, lines, ordered, stop) if ordered == page else ordered
        again = _title_again(text, lines, header, stop, title)
        yield Stretch(PAGE, at, page)
        yield Stretch("order", page, ordered)
        yield Stretch("header", ordered, header)
        yield Stretch("title-again", header, again)
        if again == at:
            again = _printed_below(text, lines, at, stop, title)
            yield Stretch(PAGE, at, again)
            if again == at:
                break
        at = again
    yield Stretch("preamble", at, stop)


def _printed_below(text: str, lines: Sequence[Line], at: int, stop: int, title: str) -> int:
    """The line below which the text itself is printed, under its title once more or under 条例全文; `at` for none.

    What stands in between is the page's (某省人大常委会, 题名 and 分类 in a list), as long as it says no sentence.
    """
    for index in range(at, min(stop, at + FRONT)):
        words = text[lines[index].start : lines[index].end]
        if _WHOLE.match(words):
            return index + 1
        if _title_again(text, lines, index, stop, title) > index:
            return index
        if "。" in words and not any(_WHOLE.match(text, line.start, line.end) for line in lines[index:stop]):
            break
    return at


def _order_end(text: str, lines: Sequence[Line], at: int, stop: int) -> int:
    """The line after a promulgation order that begins with the line `at` and ends in its signature; `at` for none."""
    words = text[lines[at].start : lines[at].end] if at < stop else ""
    if not words or lines[at].kind != "text" or not (_ORDER_HEAD.search(words) or _PROMULGATES.match(words)):
        return at
    signed = [i for i in range(at + 1, min(stop, at + LONGEST_ORDER)) if is_signature(text, lines[i])]
    if not signed:
        return at
    end = signed[0]
    while end + 1 in signed:
        end += 1
    return end + 1


def _contents(text: str, lines: Sequence[Line], begin: int, first: int) -> int | None:
    """The line that opens the contents page: 目录, else the first heading that is not the body's."""
    labelled = next((i for i in range(begin, first) if lines[i].kind == "contents"), None)
    if labelled is not None:
        return labelled
    return next(
        (i for i in range(begin + 1, first) if is_heading(text, lines[i]) or is_contents_row(text, lines[i])),
        None,
    )


def _listed(text: str, lines: Sequence[Line], index: int) -> bool:
    """Is this 序言 an entry of a contents page: directly under 目录 and directly above a heading?"""
    above = index > 0 and lines[index - 1].kind == "contents"
    return above and index + 1 < len(lines) and is_heading(text, lines[index + 1])


def _contents_end(text: str, lines: Sequence[Line], contents: int, first: int) -> int:
    index = contents + 1
    while index < first and (
        is_heading(text, lines[index])
        or is_contents_row(text, lines[index])
        or is_contents_entry(text, lines[index])
        or (lines[index].kind == "preamble" and index == contents + 1)
        or lines[index].kind == "annex"
        or is_open_heading(text, lines[index - 1])
        or (lines[index].kind == "article" and lines[index].end - lines[index].words <= 40)
    ):
        index += 1
    return index


def _title(text: str, lines: Sequence[Line], front: int) -> tuple[int, int]:
    """(first line, line after) of the title.

    It is marked by Markdown; else it is the first line that ends like a title: the first below the signature of a
    promulgation order, or the first that is not the name of such an order (主席令, 公告).
    """
    for index in range(front):
        if lines[index].mark == "#" and lines[index].kind == "text":
            return index, index + 1
    likely = [i for i in range(min(front, FRONT)) if _ends_like_title(text, lines[i])]
    if not likely:
        return 0, min(1, front)
    signed = max((i for i in range(likely[0], min(front, FRONT)) if is_signature(text, lines[i])), default=-1)
    named = [i for i in likely if not ORDER_NAME.search(text[lines[i].start : lines[i].end])]
    end = next((i for i in named if i > signed), (named or likely)[0])
    return _opened(text, lines, end, 0), end + 1


def _without_edition(text: str, lines: Sequence[Line], title: int, after: int, front: int) -> tuple[int, int]:
    """The title as the text has it, where what stood above it says the edition too: …条例（2005年修正） · …条例."""
    said = _squeezed(text, lines[title:after])
    edition = _EDITION.search(said)
    if edition is None:
        return title, after
    name = said[: edition.start()]
    for at in range(after, min(front, FRONT)):
        again = _title_again(text, lines, at, front, name)
        if again > at and _squeezed(text, lines[at:again]) == name:
            return at, again
    return title, after


def _opened(text: str, lines: Sequence[Line], end: int, top: int) -> int:
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


def _ends_like_title(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    return (
        line.kind == "text"
        and len(words) <= 80
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
        _squeezed(text, lines[begin : end + 1]),
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
        or _ORDER_HEAD.search(words)
        or HEADER_START.match(words)
        or (HEADER_WORDS.search(words) and "关于" not in words)
        or _ANNEX_MARK.match(words)
    )


def _title_again(text: str, lines: Sequence[Line], at: int, stop: int, title: str) -> int:
    """The line after the title where it, or its end, is printed again, wrapped or not; `at` where it is not."""
    for last in range(at + 1, min(at + 5, stop + 1)):
        words = _squeezed(text, lines[at:last])
        if words == title or (len(words) >= ENOUGH and title.endswith(words)):
            return last
        if not title.startswith(words):
            break
    return at


def _squeezed(text: str, lines: Sequence[Line]) -> str:
    return "".join("".join(text[line.start : line.end].split()) for line in lines)


def _header_end(text: str, lines: Sequence[Line], start: int, stop: int) -> int:
    """The header note runs while brackets are open, or lines begin with a date or end with 通过, 批准, 施行……"""
    index, depth = start, 0
    while index < stop:
        words = text[lines[index].start : lines[index].end]
        if depth <= 0 and not _is_note(words):
            break
        depth = max(depth + sum(map(words.count, "（(《")) - sum(map(words.count, "）)》")), 0)
        index += 1
    return index


def _is_note(words: str) -> bool:
    """A line of a header note; a sentence that happens to begin with a date is the preamble's."""
    if HEADER_START.match(words):
        stops = words.count("。")
        return (
            words[0] in "（(" or stops == 0 or (stops == 1 and words[-1] == "。" and len(words) <= LONG_NOTE)
        )
    return HEADER_WORDS.search(words) is not None and len(words) <= 120
