"""What stands around a text and is not of it: the notice that sends it out, the lines of the page that shows it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lawtrack.law.lines import GAP
from lawtrack.law.shapes import is_signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.law.lines import Line

COVER: Final = re.compile(
    r"(?:征求|征集|听取).{0,60}(?:意见|建议)|(?:公开|征询).{0,40}意见|关于.{0,10}(?:印发|公布|发布|转发|批转|下发|公示|报送|报请|提请|审议)"
)
"""What the title of a notice, a letter or a motion says that has a text attached."""
_NOT_COVER: Final = re.compile(
    r"(?:条例|规定|办法|规则|细则|决定|决议|法)(?:[（(〔][^（）()〔〕]{1,14}[）)〕])*$"
)
_ATTACHED: Final = re.compile(
    rf"附[{GAP}]*(?:件|[:：])[{GAP}]*[0-9０-９一二三四五六七八九十]{{0,3}}[{GAP}]*[:：]?"
)
_NAMED: Final = re.compile(r"《([^《》\n]{3,80}(?:《[^《》\n]*》[^《》\n]*)?)》")
_TITLE: Final = re.compile("《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)?》")
_SUFFIX: Final = re.compile(r"(?:[（(〔][^（）()〔〕]{1,20}[）)〕]|征求意见稿|修订草案|草案|送审稿|建议稿)+$")
_FIRST_LINES: Final = 4

_PAGE_LINE: Final = re.compile(
    rf"(?:[{GAP}【\[（(|>＞»·•]*(?:"
    r"(?:发布|发文|更新|成文|录入|公布)?(?:时间|日期)[ 　]*[:：][ 　]*[0-9]{4}|(?:信息|文章|稿件"
    r"|内容)?来源[ 　]*[:：]|(?:浏览|阅读|点击|访问)(?:次数|量|数)?[ 　]*[:：]|字[号体][ 　]*[:：]|【?字体|打印"
    r"|关闭(?:窗口|本页)?|分享(?:到|至)?|上一?[篇条页][ 　]*[:：]|下一?[篇条页][ 　]*[:：]|版权所有"
    r"|主办(?:单位)?[ 　]*[:：]|承办(?:单位)?[ 　]*[:：]|技术支持|网站(?:标识码|地图|声明)|联系我们|(?:当前|您的?"
    r"|你的?|现在|所在|的)*位置[ 　]*[:：]|首页[ 　]*(?:$|[>＞»/|-])|下载地址|点击(?:此处|这里|下载)|扫一扫"
    r"|收藏(?:本页|本站)?$|返回(?:顶部|首页|列表)|责任编辑|编辑[ 　]*[:：]|作者[ 　]*[:：]|打开[Aa][Pp][Pp]|无障碍"
    r"|索[ 　]*引[ 　]*号|发文机关|发文字号|主题(?:分类|词)[ 　]*[:：]|有[ 　]*效[ 　]*性|相关(?:链接|阅读|文章|文档"
    r"|解读|附件)|政策解读|(?:大|中|小)[ 　]*[】\]]|纠错|.{2,30}>[ 　]*.{2,20}(?:>|$)|[^。；]{0,40}(?:ICP备|公网安备"
    r"|Copyright|©)))",
    re.IGNORECASE,
)
_NAVIGATION: Final = re.compile(
    r"(?:首页|通知公告|公示公告|公告公示|政务公开|信息公开|政策法规|法律法规|地方性法规|法规规章|政府规章|规章制度|决议决定|决定决议|立法(?:工作|计划|动态)"
    r"|规范性文件|政策解读|新闻(?:中心|动态)|工作动态|领导(?:信息|之窗)|机构(?:设置|职能)|互动交流|网上办事|人大(?:概况|要闻|代表|工作)|代表工作|监督工作)"
)
LONGEST_PAGE_LINE: Final = 120
_SHORT: Final = 16


def is_page_line(words: str) -> bool:
    """Are the words the web page's and not the text's: 发布时间：…, 上一篇：…, 版权所有, 【打印】?

    >>> is_page_line("发布时间：2024-01-02　浏览：3 次"), is_page_line("【打印】【关闭】"), is_page_line("第三条　打印机")
    (True, True, False)
    """
    return len(words) <= LONGEST_PAGE_LINE and _PAGE_LINE.match(words) is not None and "。" not in words


def is_navigation(words: str) -> bool:
    """Is it a name of a page's menu, as stands above the title: 通知公告, 地方性法规?"""
    return _NAVIGATION.fullmatch("".join(words.split())) is not None


def is_short_name(words: str) -> bool:
    """Can it be a name in a menu or a list of links: short and without a mark?"""
    return len(words) <= _SHORT and not re.search("[。；：，、》）)令号]", words)


def page_lines_behind(text: str, lines: Sequence[Line]) -> int:
    """The first of the page's lines at the end of a text; `len(lines)` where there are none."""
    at, seen = len(lines), 0
    while at > 0:
        words = text[lines[at - 1].start : lines[at - 1].end]
        if is_page_line(words):
            seen += 1
        elif not (seen and lines[at - 1].kind == "text" and is_navigation(words)):
            break
        at -= 1
    return at


def text_under_cover(text: str, lines: Sequence[Line], titles: Sequence[int], stop: int) -> int | None:
    """The line of `titles` at which the text begins that a notice, a letter or a motion above it sends out.

    None where no such cover stands above. `titles` are the lines that look like titles; `stop` is where the body or
    its contents page begins.
    """
    if not _is_cover(text, lines, stop):
        return None
    above = text[lines[0].start : lines[stop - 1].end] if stop else ""
    named = {_plain(name) for name in _NAMED.findall(above)}
    begins = [at for at in titles if _NOT_COVER.search(_words(text, lines[at])) and at > 0]
    marked = [at for at in begins if _behind_cover(text, lines, at)]
    called = [at for at in begins if _plain(_words(text, lines[at])) in named]
    return next(iter(marked), None) if marked else next(iter(called), None)


def is_cover_above(text: str, lines: Sequence[Line]) -> bool:
    """Do the lines above an annex send it out, so that the annex is the text?"""
    return bool(lines) and _is_cover(text, lines, len(lines))


def _is_cover(text: str, lines: Sequence[Line], stop: int) -> bool:
    """Does one of the first lines, or two of them joined, name a notice?"""
    words = [_words(text, line) for line in lines[: min(_FIRST_LINES, stop)]]
    joined = [*words, *(a + b for a, b in pairwise(words))]
    return any(
        COVER.search(_TITLE.sub("《》", one)) and not _NOT_COVER.search(one)
        for one in joined
        if len(one) <= 120
    )


def _behind_cover(text: str, lines: Sequence[Line], at: int) -> bool:
    """Does the line stand right under 附件 or under the date of a signature?"""
    above = lines[at - 1]
    label = _ATTACHED.match(text, above.start, above.end)
    return (label is not None and label.end() == above.end) or is_signature(text, above)


def _words(text: str, line: Line) -> str:
    return text[line.start : line.end]


def _plain(title: str) -> str:
    """A title without what says how far it has come: （草案）, （征求意见稿）."""
    return _SUFFIX.sub("", "".join(title.split()))
