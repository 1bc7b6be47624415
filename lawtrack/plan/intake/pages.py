"""What a web page shows around a plan and is no part of it: its menu, links to other pages, its foot.

A link names another text (上一篇：某市甲条例, 相关阅读 over a list of titles), which nobody plans there. What names a title is
told, so that nothing is lost without a word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.messages import translate
from lawtrack.patterns import compile_on_use
from lawtrack.plan.intake.lines import is_heading
from lawtrack.plan.intake.taken import Leftover
from lawtrack.plan.intake.wording import NOUN, OWN_TITLE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_SIGNS: Final = r"[\s　【\[〖（(|<＜«‹>＞»·•◆■▶◀←→*#]*"
_COLON: Final = r"(?:[\s　]*[】\]〗）)])*[\s　]*(?:[:：>＞»→|]+|$|(?<=[】\]〗）)\s　])(?=\S))[\s　]*"
_NEXT: Final = compile_on_use(
    rf"{_SIGNS}(?:(?:上|下|前|后)一?[篇条页则个](?:文章|新闻|信息|内容|公告)?|上一?(?:主题|图集)|下一?(?:主题|图集))"
    rf"(?:{_COLON}|(?=《))(?P<rest>.*)"
)
"""上一篇：…, 下一条 …: one link."""
_OF_LINKS: Final = (
    "链接|阅读|文章|新闻|报道|信息|资讯|解读|推荐|法规|法律法规|政策|文件|文档|内容|排行榜?|点击|要闻|动态|公告|通知|发布|更新|专题"
    "|视频|图片|图文|评论|稿件|导读|热点|关注|浏览|搜索|标签|话题|公开|公示|头条|回顾"
)
_LINKS: Final = compile_on_use(
    rf"{_SIGNS}(?:(?:相关|延伸|推荐|热门|热点|热评|最新|更多|拓展|扩展|友情|站内|站外|头条|图片|本网|本站|往期|政策|今日|本周|一周|本月|精彩|编辑|小编"
    rf"|滚动|同类|关联|近期|阅读|点击|浏览)+(?:{_OF_LINKS})+"
    rf"|(?:猜|您|你)?(?:可能)?(?:还)?(?:会)?(?:喜欢|感兴趣)(?:的)?(?:{_OF_LINKS})*|猜你喜欢|大家(?:都|正)?在看|看了又看|(?:更多)?往期回顾)"
    rf"{_COLON}(?P<rest>.*)"
)
"""相关链接, 热点新闻, 推荐阅读：…: links from here on."""
_CRUMBS: Final = compile_on_use(
    rf"{_SIGNS}(?:(?:您|你)?(?:现在|当前|目前)?(?:所?在|的)*(?:位置|栏目)[ 　]*[:：]|(?:网站)?首页[ 　]*[>＞»›/|→\\-]).*"
    rf"|(?!.*(?:{NOUN}|[→，]))[^。；：《》>＞»›]{{1,20}}(?:[ 　]*[>＞»›][ 　]*[^。；：>＞»›]{{1,40}}){{1,8}}"
)
"""当前位置：首页 > 法规 > 正文."""
_FOOT: Final = compile_on_use(
    rf"{_SIGNS}(?:版权所有|网站(?:主办|承办|维护)(?:单位)?[ 　]*[:：]|技术支持|网站(?:标识码|地图|声明|备案)|联系我们|关于我们)"
    r"|[^。；《》]{0,60}(?:ICP备|公网安备|Copyright|©)"
)
"""The foot of the page: nothing of the plan stands below."""
_BUTTONS: Final = compile_on_use(
    rf"{_SIGNS}(?:[【\[（(]?(?:打印|关闭|收藏|分享|返回|纠错|大|中|小|字[号体][:：]?)"
    r"(?:本页|此页|窗口|本文|文章|顶部|列表|首页|到)?[】\]）)]?[ 　|/]*)+"
)
_MENU: Final = re.compile(
    "首页|(?:地方性|政府|本市|现行)?法规|政府规章|规章|法规规章|政策法规|法律法规|规范性文件|立法(?:工作|计划|动态|项目|规划|资讯)"
    "|(?:通知|公示)公告|规章制定|政策解读|(?:政务|信息)公开"
)
"""A name of the menu over the plan."""
_SENTENCE: Final = re.compile("。")
_BESIDE: Final = re.compile(r"[\s　·•\[\]【】（）()]|\d{2,4}[-/.年]\d{1,2}[-/.月]?(?:\d{1,2}日?)?|更多")
"""What stands beside a link in its line: a dot, a date."""


class Parted(NamedTuple):
    """The lines of a plan, those that are the page's empty, and what is told of them."""

    lines: list[str]
    told: tuple[Leftover, ...]


def without_page(lines: Sequence[str], links: Collection[str] = ()) -> Parted:
    """The lines without those of the page around the plan; `links` are the words of the page's links, where they are known.

    >>> parted = without_page(["1.某市甲条例（制定）", "上一篇：某市乙条例", "相关链接", "某市丙条例", "版权所有：某市人大"])
    >>> parted.lines
    ['1.某市甲条例（制定）', '', '', '', '']
    >>> [left.line for left in parted.told]
    [2, 4]
    """
    page = _Page(lines, links)
    kept = [words if page.keeps(at, words) else "" for at, words in enumerate(lines)]
    told = tuple(
        Leftover(at, translate("plan.page-link", words=words.strip()))
        for at, words in enumerate(lines, 1)
        if words and not kept[at - 1] and re.search(f"{NOUN}|《", words) and not _CRUMBS.fullmatch(words)
    )
    return Parted(kept, told)


class _Page:
    """A page while its lines are read."""

    def __init__(self, lines: Sequence[str], links: Collection[str]) -> None:
        self.title = next((at for at, words in enumerate(lines) if _is_title(words)), -1)
        self.links = {plain for link in links if (plain := _BESIDE.sub("", link))}
        of_law = [words for words in lines if re.search(f"{NOUN}|《", words)]
        if all(map(self._is_link, of_law)):  # a plan whose every title leads to its text
            self.links = set()
        self.among = False
        self.one = False
        self.over = False

    def keeps(self, at: int, words: str) -> bool:
        """Is the line one of the plan?"""
        line = words.strip()
        if not line:
            return True
        was, self.one = self.one, False
        if match := _NEXT.fullmatch(line):
            self.one = not match["rest"]
            return False
        if match := _LINKS.fullmatch(line):
            self.among = not (match["rest"] and _SENTENCE.search(match["rest"]))
            return False
        if self.over or (_FOOT.match(line) and at > self.title):
            self.over = True
            return False
        if _CRUMBS.fullmatch(line) or _BUTTONS.fullmatch(line) or self._is_link(line):
            return False
        if at < self.title and _MENU.fullmatch(line):
            return False
        if self.among and (is_heading(line) or at == self.title or _SENTENCE.search(line)):
            self.among = False
        return not (self.among or was)

    def _is_link(self, line: str) -> bool:
        return _BESIDE.sub("", line) in self.links


def _is_title(words: str) -> bool:
    return OWN_TITLE.fullmatch(words) is not None and not _LINKS.fullmatch(words.strip())
