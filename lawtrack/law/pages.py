"""The lines between the lines of a text: figures of pages, 点击查看全文."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law.lines import GAP, are_rows
from lawtrack.law.shown import LONGEST_PAGE, is_bare_page
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from lawtrack.law.lines import Line

_ADORNS: Final = "….·。.!！>＞»›《〈<▼↓+-—【】[]（）()「」" + GAP
_BREAKS_OFF: Final = compile_on_use(
    r"(?:请|您可|登录后?|付费|会员)?(?:点击|查看|阅读|展开|显示|加载|继续|浏览)(?:此处|这里|下方)?(?:查看|阅读|展开|加载|显示)?(?:全文|全部|更多|剩余|余下|下一页)"
    r"(?:内容|全文|正文|部分)?|(?:剩余|余下)(?:全文|内容|部分)?[0-9.％%]*|未完[，,]?(?:待续)?|(?:全文|正文)?(?:以下|下文|后文|余文|余者|此处|中间)(?:的)?(?:内容|条文)?(?:从|已)?(?:省)?略"
    r"|(?:上一?页|首页)?(?:(?:[ 　\t.…|]|\[?[0-9]\]?)*(?:\[?[0-9]\]?|…))?[ 　\t|]*下一?页(?:[ 　\t|]*(?:尾页|末页))?"
)
"""What a site says where it shows a part: a verb and the whole (点击查看全文), 未完, 以下略, the row of its pages."""
_MAY_BREAK_OFF: Final = ("全文", "全部", "更多", "剩余", "余下", "未完", "略", "下一页", "下页")
_LONGEST: Final = 50


def with_pages(text: str, lines: list[Line]) -> list[Line]:
    """The lines, those called a page's that say that it breaks off, or are its figure alone."""
    if any(words in text for words in _MAY_BREAK_OFF):
        lines = [
            line._replace(kind="page") if line.kind == "text" and breaks_off(_words(text, line)) else line
            for line in lines
        ]
    return _with_figures(text, lines)


def _with_figures(text: str, lines: list[Line]) -> list[Line]:
    """A figure alone is a page's between the halves of a sentence, and behind the end of one."""
    words = [text[line.start : line.end] for line in lines if line.end - line.start <= LONGEST_PAGE]
    if not any(map(str.isdecimal, words)):
        return lines
    told = list(lines)
    for at, line in enumerate(lines):
        if line.end - line.start > LONGEST_PAGE or not text[line.start : line.end].isdecimal() or not at:
            continue
        if are_rows(text, line):
            continue
        above = text[lines[at - 1].words : lines[at - 1].end]
        below = _words(text, lines[at + 1]) if at + 1 < len(lines) else ""
        last = at + 1 == len(lines) and above.endswith("。")
        apart = above.endswith(("。", "；")) and at + 1 < len(lines) and _begins_unit(lines[at + 1])
        if last or apart or is_bare_page(above, _words(text, line), below):
            told[at] = line._replace(kind="page")
    return told


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
