"""What stands around a text and is not of it: the notice that sends it out, the lines of the page that shows it."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from lawtrack.law.lines import GAP
from lawtrack.law.model import closed_up, without_marks
from lawtrack.law.shapes import is_signature
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.law.lines import Line

_COVERS: Final = (
    r"(?:征求|征集|听取).{0,60}(?:意见|建议)|(?:公开|征询).{0,40}意见"
    r"|关于.{0,10}(?:印发|公布|发布|转发|批转|下发|公示|报送|报请|提请|审议)|听证(?:会|事项)?的?(?:公告|通告|通知)"
)
_KINDS_OF_COVERS: Final = "》的?(?:议案|公示|公告|通知|启事|函)"
COVER: Final = re.compile(f"{_COVERS}|{_KINDS_OF_COVERS}$")
"""What the title of a notice, a letter or a motion says that has a text attached."""
_MAY_COVER: Final = re.compile(f"{_COVERS}|{_KINDS_OF_COVERS}")
"""The same of all lines together, in which none ends."""
_NOT_COVER: Final = compile_on_use(
    r"(?:条例|规定|办法|规则|细则|决定|决议|法)(?:[ 　]*[（(〔][^（）()〔〕]{1,14}[）)〕])*$"
)
_ATTACHED: Final = compile_on_use(
    rf"附[{GAP}]*(?:件|[:：])[{GAP}]*[0-9０-９一二三四五六七八九十]{{0,3}}[{GAP}]*[:：]?"
)
_NAMED: Final = re.compile(r"《([^《》\n]{3,80}(?:《[^《》\n]*》[^《》\n]*)?)》")
_TITLE: Final = re.compile("《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)?》")
_SUFFIX: Final = compile_on_use(
    r"(?:[（(〔][^（）()〔〕]{1,20}[）)〕]|征求意见稿|修订草案|草案|送审稿|建议稿)+$"
)
_FIRST_LINES: Final = 4
_LONGEST_LEAD: Final = 300
"""Characters of a first line that may send out a text, with the address for replies in it."""

_HEAD_LINE: Final = compile_on_use(
    r"[ 　【\[（(|>＞»·•]*(?:(?:发布|发文|更新|成文|录入|公布|生成|印发)?(?:时间|日期)[ 　]*[:：][ 　\t]*[0-9]{4}"
    r"|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:[ 　]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?[ 　]*(?:$|[|｜丨【\[(（]"
    r"|来源|作者|浏览|阅读|点击)|(?:信息|文章|稿件|内容)?(?:来源|出处)[ 　]*[:：]|(?:浏览|阅读|点击|访问)(?:次数"
    r"|人次|量|数|率)?[ 　]*[:：]|字[号体][ 　]*[:：]|发布(?:者|人|机构|单位|部门|机关)[ 　]*[:：]|(?:作者|编辑|审核"
    r"|责编|记者)[ 　]*[:：]|索[ 　]*引[ 　]*号|信息(?:分类|类别|名称|索引)[ 　]*[:：]|发文(?:机关|字号|单位)"
    r"|主题(?:分类|词)[ 　]*[:：]|有[ 　]*效[ 　]*性|(?:当前|您的?|你的?|现在|所在|的)*位置[ 　]*[:：]"
    r"|首页[ 　]*(?:$|[>＞»›/|-])|下载地址|点击(?:此处|这里|下载)|无障碍|长者模式|适老|语音(?:播报|朗读)"
    r"|(?:颁布|公布|发布|批准|生效|失效|施行|实施|制定|成文)(?:单位|部门|机关|日期|时间)[ 　]*[:：\t]"
    r"|(?:发文|文件)?[文编]号[ 　]*[:：\t]"
    r"|(?:发布|颁布|公布|批准|生效|失效|施行|实施|制定|所属|文件|时效|效力|法规)"
    r"(?:单位|部门|机关|文号|字号|日期|时间|类别|来源|级别|等级|状态|性)?】"
    r"|(?:法规|文件)?(?:题名|标题|名称|正文|全文)(?:】|[ 　]*[:：])[ 　]*$"
    r"|欢迎(?:您|你)?[，,]?[ 　]*(?:访问|光临|来到|登[录陆]|使用|进入|浏览)|[您你]好[，,！!]|今天是"
    r"|现在(?:是|时间)|北京时间|今日天气"
    r"|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日[ 　,，]*星期[一二三四五六日天]"
    r"|繁[體体](?:版|中文)?[ 　]*(?:$|[|｜/])|English$|(?:登录|注册)[ 　]*(?:$|[|｜/])|打开[Aa][Pp][Pp]"
    r"|[^。；，：:]{0,8}(?:人大|政府|政务|司法|信息|新闻|法制|林业|公安)(?:公开|信息)?(?:网|门户)(?:站)?$"
    r"|.{2,30}[>＞»›][ 　]*.{2,20}(?:[>＞»›]|$))",
    re.IGNORECASE,
)
"""What a page shows above a text or below its title."""
_FOOT_LINE: Final = compile_on_use(
    r"[ 　【\[（(|>＞»·•]*(?:全文完|完[】\]）)]$|[-—–·. ]*END[-—–·. ]*$|(?:信息|文章|稿件|内容)?(?:来源|出处)[ 　]*[:：]"
    r"|(?:审核|校对|监制|审校|排版|初审|复审|终审|统筹|制作|值班编辑)[ 　]*[:：]|(?:点赞|在看|转发|阅读原文)(?=[ 　、]|$)"
    r"|(?:[【\[][^】\]。；条章稿案行]{1,8}[】\]][ 　]*){2,9}$"
    r"|[【\[](?:打印|关闭|收藏|分享|返回|下载|转发|纠错|推荐|推送)[^】\]]{0,6}[】\]]$"
    r"|我要(?:打印|纠错|收藏|分享|评论)|打印(?:本[页文]|此[页文]|页面|文章|正文"
    r"|预览)?(?=[ 　】\]）)|｜丨/、]|$|关闭|收藏)|关闭(?:窗口|本页|页面)?(?=[ 　】\]）)|｜丨/、]|$)"
    r"|收藏(?:本[页站])?(?=[ 　】\]）)|｜丨/、]|$)|分享(?:到|至|给)?(?=[ 　:：】\]|｜]|$)|纠错|字[号体]"
    r"|上一?[篇条页则][ 　]*(?:[:：]|$)|下一?[篇条页则][ 　]*(?:[:：]|$)|版权所有|主办(?:单位)?[ 　]*[:：]"
    r"|承办(?:单位)?[ 　]*[:：]|技术(?:支持|保障)|网站(?:标识码|地图|声明|帮助|备案)|联系我们|关于我们|扫(?:一扫|码"
    r"|描)|(?:微信|手机)扫|返回(?:顶部|首页|列表|上一页)|回到顶部|责任编辑|责编|编辑[ 　]*[:：]|友情链接"
    r"|(?:点击|附件|文件)?下载[ 　]*[:：]|.{1,100}\.(?:pdf|docx?|xlsx?|wps|zip|rar|ofd|jpe?g|png)(?:[ 　]*[（(].{1,14}[）)])?$"
    r"|Produced By|热门(?:文章|信息|推荐|排行|点击|新闻|资讯)?$|(?:最新|推荐)(?:文章|信息|阅读|公告|新闻|资讯|发布)$"
    r"|相关(?:链接"
    r"|阅读|文章|文档|解读|附件|新闻|信息|报道|推荐)|相关[一-鿿]{2,4}[:：]?$"
    r"|(?:政策)?解读(?:链接)?[ 　]*[:：]?(?:$|《)|政策解读|(?:附件"
    r"|文件)下载|(?:大|中|小)[ 　]*[】\]]|您是第.{1,12}位|访问量|总访问|[^。；]{0,60}(?:ICP备|公网安备|备案号|标识码"
    r"|Copyright|All Rights Reserved|©)|(?:浏览|阅读|点击|访问)(?:次数|人次|量|数)[ 　]*[:：])",
    re.IGNORECASE,
)
"""What a page shows below a text; some of it stands above too."""
_NAVIGATION: Final = compile_on_use(
    r"(?:首页|通知公告|公示公告|公告公示|政务公开|信息公开|政策法规|法律法规|地方性法规|法规规章|政府规章|规章制度|决议决定|决定决议|立法(?:工作|计划|动态)"
    r"|规范性文件|政策解读|新闻(?:中心|动态)|工作动态|领导(?:信息|之窗)|机构(?:设置|职能)|互动交流|网上办事|人大(?:概况|要闻|代表|工作|新闻)?|代表(?:工作)?|监督(?:工作)?|立法|资讯|专题(?:专栏)?|网站首页)"
)
_PARTS: Final = re.compile(r"[\s|｜/·]+")
_SPACED_LABEL: Final = re.compile("[一-鿿](?:[ 　]{1,6}[一-鿿]){1,5}(?=[ 　]*[:：])")
"""名　　称：, 索 引 号：."""
_FIELD: Final = re.compile("[一-鿿]{2,8}[:：][^。；]{0,60}$")
LONGEST_PAGE_LINE: Final = 120
_SHORT: Final = 16
_FEW: Final = 5
"""More names than these in a line are a menu, even with nothing but blanks between them."""
_LONGEST_LINK: Final = 50


def is_page_line(words: str) -> bool:
    """Are the words the web page's and not the text's: 发布时间：…, 上一篇：…, 版权所有, 【打印】?

    >>> is_page_line("发布时间：2024-01-02　浏览：3 次"), is_page_line("【打印】【关闭】"), is_page_line("第三条　打印机")
    (True, True, False)
    """
    if len(words) > LONGEST_PAGE_LINE or "。" in words:
        return False
    if spaced := _SPACED_LABEL.match(words):
        words = "".join(spaced.group().split()) + words[spaced.end() :]
    return _HEAD_LINE.match(words) is not None or _FOOT_LINE.match(words) is not None


def is_field(words: str) -> bool:
    """Is it a label and its value, as the head of a page lists them: 名称：某市条例?"""
    spaced = _SPACED_LABEL.match(words)
    plain = "".join(spaced.group().split()) + words[spaced.end() :] if spaced else words
    return _FIELD.match(plain) is not None


def is_navigation(words: str) -> bool:
    """Is it a page's menu, or a name of it, as stands above the title: 通知公告, 地方性法规, 首页 | 某某网 | 论坛?"""
    names = _PARTS.split(words.strip())
    if len(names) == 1:
        return _NAVIGATION.fullmatch(names[0]) is not None
    return (
        all(map(_NAVIGATION.fullmatch, names))
        or _NAVIGATION.fullmatch("".join(words.split())) is not None
        or (len(names) > 2 and _is_row_of_names(words))
    )


def _is_row_of_names(words: str) -> bool:
    """Are several short names in the line, with bars between them or, where they are many, with blanks?"""
    barred = re.split(r"[|｜丨]", words.strip("|｜丨" + GAP))
    names = barred if len(barred) > 2 else words.split()
    enough = len(barred) > 2 or len(names) > _FEW
    return enough and all(len(name.strip()) > 1 and is_short_name(name) for name in names)


def is_short_name(words: str) -> bool:
    """Can it be a name in a menu or a list of links: short and without a mark?"""
    return len(words) <= _SHORT and not re.search("[。；：，、》）)令号]", words)


def page_lines_behind(text: str, lines: Sequence[Line]) -> int:
    """The first of the page's lines at the end of a text; `len(lines)` where there are none.

    Between lines that only a page has stand names of links, addresses and the like; none of them ends a sentence.
    """
    first = len(lines)
    for at in range(len(lines) - 1, -1, -1):
        words = text[lines[at].start : lines[at].end]
        if len(words) <= LONGEST_PAGE_LINE and "。" not in words and _FOOT_LINE.match(words):
            first = at
        elif not _may_be_a_link(text, lines[at]):
            break
    return first


def _may_be_a_link(text: str, line: Line) -> bool:
    """Is the line short, without the end of a sentence, and nothing that a text has at its end?"""
    words = text[line.start : line.end]
    return (
        (
            line.kind == "text"
            or (line.kind == "annex" and line.words == line.end)
            or (line.kind == "point" and not words.endswith(("；", ";")))
        )
        and len(words) <= _LONGEST_LINK
        and "。" not in words
        and not is_signature(text, line)
    )


def text_under_cover(
    text: str, lines: Sequence[Line], titles: Sequence[tuple[int, int]], stop: int
) -> int | None:
    """The last line of the title of the text that a notice, a letter or a motion above it sends out.

    Whether such a cover stands above is for the caller to know; None where the text is not found. `titles` are the first
    and last lines of what looks like a title; `stop` is where the body or its contents page begins.
    """
    above = text[lines[0].start : lines[stop - 1].end] if stop else ""
    named = {_plain(name) for name in _NAMED.findall(above)}
    begins = [
        (at, end)
        for at, end in titles
        if at > 0 and _NOT_COVER.search(closed_up(without_marks(_words(text, lines[end]))))
    ]
    marked = [end for at, end in begins if _behind_cover(text, lines, at)]
    called = [end for at, end in begins if _joined(text, lines[at : end + 1]) in named]
    return next(iter(marked), None) if marked else next(iter(called), None)


def is_cover_above(text: str, lines: Sequence[Line]) -> bool:
    """Do the lines above an annex send it out, so that the annex is the text?"""
    return bool(lines) and _is_cover(text, lines, len(lines))


def _is_cover(text: str, lines: Sequence[Line], stop: int) -> bool:
    """Does one of the first lines, or of the first that are not the page's, or two of them joined, name a notice?"""
    above = "".join([_words(text, line) for line in lines[:stop]])
    if not _MAY_COVER.search(_TITLE.sub("《》", above)):  # most texts: no line has to be looked at
        return False
    first = [_words(text, line) for line in lines[: min(_FIRST_LINES, stop)]]
    if _names_cover([*first, *(a + b for a, b in pairwise(first))]):
        return True
    if not any(map(_is_the_pages, first)):
        return False
    words = (_words(text, line) for line in lines[:stop])
    return _names_cover(list(islice((one for one in words if not _is_the_pages(one)), _FIRST_LINES)))


def _names_cover(lines: Sequence[str]) -> bool:
    return any(
        COVER.search(_TITLE.sub("《》", one)) and not _NOT_COVER.search(one)
        for one in lines
        if len(one) <= _LONGEST_LEAD
    )


def _is_the_pages(words: str) -> bool:
    """Is the line the page's, or so short that it can be a name in its menu, and no title?"""
    if is_short_name(words):
        return not (COVER.search(words) or _NOT_COVER.search(words))
    return is_page_line(words) or is_navigation(words)


def _behind_cover(text: str, lines: Sequence[Line], at: int) -> bool:
    """Does the line stand right under 附件 or under the date of a signature?"""
    above = lines[at - 1]
    label = _ATTACHED.match(text, above.start, above.end)
    return (label is not None and label.end() == above.end) or is_signature(text, above)


def _words(text: str, line: Line) -> str:
    return text[line.start : line.end]


def _joined(text: str, lines: Sequence[Line]) -> str:
    """The title over those lines, plain."""
    return _plain(without_marks("".join(_words(text, line) for line in lines)))


def _plain(title: str) -> str:
    """A title without what says how far it has come: （草案）, （征求意见稿）."""
    return _SUFFIX.sub("", "".join(title.split()))
