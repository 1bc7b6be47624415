"""Plans on web pages: menus, links to other texts and feet around random plans; the pages' projects and their links."""

from __future__ import annotations

import random
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from tests.plan.members import random_list, random_prose, random_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.plan.members import Project

OTHERS: Final = (
    "某市茶亭条例",
    "某市渡口管理办法",
    "某市磨坊若干规定",
    "《某市戏台条例》解读",
    "《某市钟楼条例》今日施行",
    "某市修订《某市牌坊条例》",
    "某市晒场管理条例（修订草案）公开征求意见",
    "关于废止《某市驿站规定》的决定",
    "某市将制定《某市灯会条例》",
)
"""What links lead to: titles, and news that have one in them."""
MENUS: Final = (
    ("首页", "机构概况", "地方性法规", "政府规章", "互动交流"),
    ("网站首页", "人大概况", "立法工作", "监督工作", "代表工作"),
    ("首页 | 要闻 | 立法 | 监督 | 代表",),
    ("首页 新闻 政务 服务",),
    (),
)
CRUMBS: Final = (
    "首页 > 政务公开 > 规章制定",
    "您的位置：首页 > 立法工作 > 立法计划",
    "当前位置: 首页 >> 法规 >> 正文",
    "首页&gt;通知公告",
    "您当前所在的位置：首页 / 公告",
    "",
)
METAS: Final = (
    "发布时间：2025-01-20　来源：本站　浏览：12次",
    "日期：2025-01-20 09:30 作者：某某",
    "2025-01-20 10:11:12　来源：某市人大",
    "",
)
NEXTS: Final = (
    "上一篇：{a}|下一篇：{b}",
    "上一篇:{a}|下一篇:{b}",
    "上一条：{a}|下一条：没有了",
    "上一篇|{a}|下一篇|{b}",
    "【上一篇】{a}|【下一篇】{b}",
    "« 上一篇 {a}|» 下一篇 {b}",
    "上篇：{a}|下篇：{b}",
    "前一篇：{a}|后一篇：{b}",
    "上一篇文章：{a}|下一篇文章：{b}",
    "下一篇：无|上一篇：{a}",
    "",
)
BLOCKS: Final = (
    "相关链接",
    "相关阅读：",
    "相关文章",
    "相关新闻",
    "相关法规：",
    "相关信息",
    "延伸阅读",
    "推荐阅读",
    "热点新闻",
    "热门文章",
    "热门推荐",
    "最新发布",
    "最新动态",
    "【相关链接】",
    "猜你喜欢",
    "大家都在看",
    "您可能还喜欢",
    "更多相关新闻>>",
    "阅读排行",
    "点击排行榜",
    "友情链接",
    "相关政策解读",
    "今日头条",
    "往期回顾",
)
BUTTONS: Final = ("【打印】【关闭】", "打印本页 关闭窗口", "[字号：大 中 小] [打印]", "分享到：", "")
FEET: Final = (
    "版权所有：某市司法局",
    "主办：某市人大常委会办公室",
    "某ICP备00000000号 版权所有",
    "网站地图 | 联系我们",
    "",
)


class Page(NamedTuple):
    """The file of a page, its projects, the words of its links."""

    data: bytes
    told: list[Project]
    links: list[str]
    shape: str


class Shown(Protocol):
    """A line of the page, as a link or not."""

    def __call__(self, words: str, *, linked: bool) -> str: ...


def random_page(seed: int) -> Page:
    """A plan in a list, in running words or in a table, with what a page shows around it."""
    rng = random.Random(f"page {seed}")
    shape = rng.choice(("list", "prose", "table"))
    others = rng.sample(OTHERS, len(OTHERS))
    marked = rng.random() < 0.5
    links: list[str] = []

    def link() -> str:
        links.append(others.pop())
        return links[-1]

    def shown(words: str, *, linked: bool) -> str:
        inner = f"<a href='#'>{escape(words)}</a>" if linked and marked else escape(words, quote=False)
        return f"<{tag}>{inner}</{tag}>"

    tag = rng.choice(("div", "li", "p"))
    top = [shown(words, linked=True) for words in rng.choice(MENUS)]
    top += [f"<div>{rng.choice(CRUMBS)}</div>"]
    if rng.random() < 0.2:  # a column at the side, which comes first in the file
        top += [shown(rng.choice(BLOCKS), linked=False), *(shown(link(), linked=True) for _ in range(2))]
    told, body = _body(shape, seed)
    behind = [f"<div>{rng.choice(BUTTONS)}</div>"]
    parts = [_nexts, _block, _inline]
    for part in rng.sample(parts, rng.randint(1, 3)):
        behind += part(rng, link, shown)
    meta = f"<div>{rng.choice(METAS)}</div>"
    title = "<h1>某市人大常委会2025年立法计划</h1>"
    foot = f"<div>{rng.choice(FEET)}</div>"
    page = "".join(("<html><body>", *top, title, meta, body, *behind, foot, "</body></html>"))
    return Page(page.encode(), told, links, shape)


def _nexts(rng: random.Random, link: Callable[[], str], shown: Shown) -> list[str]:
    words = rng.choice(NEXTS)
    names = {key: link() if f"{{{key}}}" in words else "" for key in "ab"}
    return [shown(one.format(**names), linked="{" in one) for one in words.split("|") if one]


def _block(rng: random.Random, link: Callable[[], str], shown: Shown) -> list[str]:
    dated = rng.choice(("{l}", "{l}", "· {l}", "{l} 2025-01-08", "[2025-01-08] {l}", "{n}.{l}", "{n} {l}"))
    names = [link() for _ in range(rng.randint(1, 3))]
    return [
        shown(rng.choice(BLOCKS), linked=False),
        *(shown(dated.format(l=one, n=at), linked=True) for at, one in enumerate(names, 1)),
    ]


def _inline(rng: random.Random, link: Callable[[], str], shown: Shown) -> list[str]:
    label = rng.choice(("相关链接", "相关阅读", "相关文件", "延伸阅读", "热点推荐"))
    return [shown(f"{label}{rng.choice('：:')}{link()}", linked=False)]


def _body(shape: str, seed: int) -> tuple[list[Project], str]:
    if shape == "table":
        rows, told, _ = random_table(seed)
        cells = ["".join(f"<td>{escape(word)}</td>" for word in row) for row in rows[1:]]
        return told, "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    text, told, _ = random_list(seed) if shape == "list" else random_prose(seed)
    lines = text.splitlines()[1:] if shape == "list" else text.splitlines()
    return told, "".join(f"<p>　　{escape(line)}</p>" for line in lines if line.strip())
