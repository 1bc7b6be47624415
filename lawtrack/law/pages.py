"""The lines between the lines of a text: figures of pages, 点击查看全文."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.law.lines import GAP, are_rows
from lawtrack.law.shown import LONGEST_PAGE, is_bare_page
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.law.lines import Line

_ADORNS: Final = "….·。.!！>＞»›《〈<▼↓+-—【】[]（）()「」" + GAP
_BREAKS_OFF: Final = compile_on_use(
    r"(?:请|您可|登录后?|付费|会员)?(?:点击|查看|阅读|展开|显示|加载|继续|浏览)(?:此处|这里|下方)?(?:查看|阅读|展开|加载|显示)?(?:全文|全部|更多|剩余|余下|下一页)"
    r"(?:内容|全文|正文|部分)?|(?:剩余|余下)(?:全文|内容|部分)?[0-9.％%]*|未完[，,]?(?:待续)?|(?:全文|正文)?(?:以下|下文|后文|余文|余者|此处|中间)(?:的)?(?:内容|条文)?(?:从|已)?(?:省)?略"
    r"|(?:上一?页|首页)?(?:(?:[ 　\t.…|]|\[?[0-9]\]?)*(?:\[?[0-9]\]?|…))?[ 　\t|]*下一?页(?:[ 　\t|]*(?:尾页|末页))?"
)
"""What a site says where it shows a part: a verb and the whole (点击查看全文), 未完, 以下略, the row of its pages."""
_LONGEST: Final = 50


_OPENS: Final = frozenset("请您登付会点查阅展显加继浏剩余未全正以下后此中上首0123456789|" + _ADORNS)
_CLOSES: Final = frozenset("文部多余下页容分完续略，,0123456789％%" + _ADORNS)
"""What a line that breaks off begins and ends with, or what adorns it: a test holds them against `_BREAKS_OFF`."""


def with_pages(text: str, lines: list[Line]) -> list[Line]:
    """The lines, those called a page's that say that it breaks off, or are its figure alone."""
    short = [at for at, line in enumerate(lines) if line.end - line.start <= _LONGEST]
    pages = [at for at in short if _says_that_it_breaks_off(text, lines[at]) or _is_figure(text, lines, at)]
    if not pages:
        return lines
    told = list(lines)
    for at in pages:
        told[at] = replace(lines[at], kind="page")
    return told


def _says_that_it_breaks_off(text: str, line: Line) -> bool:
    likely = line.kind == "text" and text[line.start] in _OPENS and text[line.end - 1] in _CLOSES
    return likely and breaks_off(_words(text, line))


def _is_figure(text: str, lines: Sequence[Line], at: int) -> bool:
    """Is the line a page's figure alone, between the halves of a sentence or behind the end of one?"""
    line = lines[at]
    if line.end - line.start > LONGEST_PAGE or not _words(text, line).isdecimal():
        return False
    if not at or are_rows(text, line):
        return False
    above = text[lines[at - 1].words : lines[at - 1].end]
    below = _words(text, lines[at + 1]) if at + 1 < len(lines) else ""
    last = at + 1 == len(lines) and above.endswith("。")
    apart = above.endswith(("。", "；")) and at + 1 < len(lines) and _begins_unit(lines[at + 1])
    return last or apart or is_bare_page(above, _words(text, line), below)


def _begins_unit(line: Line) -> bool:
    return line.kind in ("article", "heading", "item")


def breaks_off(words: str) -> bool:
    """Does the line say that the text goes on elsewhere: 点击查看全文, （未完待续）, 以下略, 上一页 1 2 下一页?

    >>> breaks_off("……点击阅读全文>>"), breaks_off("（以下内容略）"), breaks_off("第三条　全文公布。")
    (True, True, False)
    """
    return len(words) <= _LONGEST and _BREAKS_OFF.fullmatch(words.strip(_ADORNS)) is not None


def _words(text: str, line: Line) -> str:
    return text[line.start : line.end]
