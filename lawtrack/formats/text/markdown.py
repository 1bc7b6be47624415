"""Markdown as the lines of a legal text: its marks dropped, its words and numbers kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_FRONT_MATTER: Final = re.compile(
    r"\A(?:---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)|\+\+\+[ \t]*\n(?:.*\n)*?\+\+\+)[ \t]*(?:\n|\Z)"
)
"""Between --- of YAML, between +++ of TOML."""
_BLOCK_SCALAR: Final = re.compile("[|>][+-]?[0-9]?")
_TITLE: Final = re.compile(r"(?:title|标题|题名|名称)[ \t]*[:=：](?P<title>.*)$", re.IGNORECASE)
_CONTAINER: Final = re.compile(
    r"[ \t]*(?::{3,}.*|!!!.*|\?\?\?\+?.*|===[ ]\".*|(?i:\[toc\]|\[\[_?toc_?\]\]|\$\{toc\})|\{%.*%\}|<summary>.*</summary>"
    r"|(?:</?(?:(?i:details|summary|div|section|center|article|main|br|a|span)|[A-Z][\w.-]*|[a-z]+-[\w-]+)\b[^>]*>[ \t]*)+"
    r"|<(?:details|div|section)\b[^>]*><summary>.*</summary>)[ \t]*$"
)
"""Marks of containers (::: tip), of a contents page made by the tool, of folded sections: what they hold is text."""
_ASIDE: Final = re.compile(
    r"[ \t]*(?P<mark>:{3,})[ \t]*\{?\.?(?:tip|info|warning|danger|note|caution|important|注|提示|说明)\b.*$",
    re.IGNORECASE,
)
"""Opens a remark of the page's, unless articles stand in it."""
_ARTICLE: Final = re.compile(r"[ \t>#*_-]*第[0-9一二三四五六七八九十百零〇]+[编章节条]")
_ATTRIBUTES: Final = re.compile(r"[ \t]*\{:?[ \t]*[#.][^{}\n]*\}[ \t]*$")
_NOTED: Final = re.compile(r"\[\^([\w-]{1,40})\]")
_RULES: Final = tuple(map(frozenset, ("*\t ", "-\t ", "_\t ", "-:|\t ", "=\t ")))
_PREFIX: Final = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:#{1,6}(?=[ \t　]|$)[ \t]*|[*+-][ \t]+)?")
_CLOSING: Final = re.compile(r"(?<=\S)[ \t]+#+[ \t]*$")
_LINK: Final = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\n]{0,500}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)")
_STRONG: Final = re.compile(r"(\*\*\*?)(?=\S)([^*\n]{1,2000}?)(?<=\S)\1")
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>|])")
_BREAK: Final = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
_PIPE: Final = re.compile(r"(?<!\\)\|")


def read_markdown(text: str) -> list[str]:
    r"""The lines of a Markdown text, one for each of the file's, so that a line keeps its number.

    Rows of a table have a tab between their cells. The title of the front matter stands where the front matter says
    it, unless the text has a title of its own; the rest of the front matter, comments, rulers and fences are blank.

    >>> read_markdown("# 条例\n\n**第一条** 为了[健康](x.html)\\.\n")
    ['条例', '', '第一条 为了健康.', '']
    """
    front = _FRONT_MATTER.match(text)
    head, body = (text[: front.end()], text[front.end() :]) if front else ("", text)
    rows = _BREAK.sub("\n", _without_comments(body)).split("\n")
    aside = aside_rows(rows)
    lines = [
        "" if at in aside or _is_rule(raw) or _CONTAINER.match(raw) else _line(raw)
        for at, raw in enumerate(rows)
    ]
    heading = next((row for row in rows if row.strip()), "")
    titled = heading.lstrip(" \t").startswith("#") and not _ARTICLE.match(heading)
    return [*_front_lines(head, next(filter(None, lines), ""), titled=titled), *lines]


def aside_rows(rows: Sequence[str]) -> frozenset[int]:
    """The rows of remarks in containers (::: warning … :::) that hold no article: the page's words, not the text's.

    >>> sorted(aside_rows(["::: warning", "仅供参考", ":::", "第一条 甲。"]))
    [0, 1, 2]
    """
    aside: set[int] = set()
    opened, mark = -1, ""
    for at, row in enumerate(rows):
        if opened >= 0 and row.strip() == mark:
            aside.update(range(opened, at + 1))
            opened = -1
        elif begin := _ASIDE.match(row):
            opened, mark = at, begin["mark"]
        elif _ARTICLE.match(row):
            opened = -1
    return frozenset(aside)


def remarks_in(text: str) -> list[str]:
    """The words of the remarks that are left out, one string a line."""
    rows = _BREAK.sub("\n", _without_comments(text)).split("\n")
    aside = aside_rows(rows)
    return [row.strip() for at, row in enumerate(rows) if at in aside and not row.lstrip().startswith(":")]


def markdown_places(text: str) -> list[int]:
    r"""For each line that `read_markdown` gives the line of the file (from 1): <br> makes two of one.

    >>> markdown_places("甲<br>乙\n丙")
    [1, 1, 2]
    """
    front = _FRONT_MATTER.match(text)
    head = text[: front.end()].count("\n") if front else 0
    rows = _without_comments(text[front.end() :] if front else text).split("\n")
    body = [at for at, row in enumerate(rows, head + 1) for _ in range(len(_BREAK.findall(row)) + 1)]
    return [*range(1, head + 1), *body]


def front_matter(text: str) -> str:
    """The front matter of a Markdown text, "" where there is none."""
    match = _FRONT_MATTER.match(text)
    return match.group().rstrip("\n") if match else ""


def _front_lines(head: str, first: str, *, titled: bool) -> list[str]:
    """A line for each of the front matter: blank, but for the title where the text has none of its own."""
    lines = head.split("\n")[:-1] if head else []
    titles = (_TITLE.match(line) for line in lines)
    shown = ["" if title is None else title["title"].strip(" \t\"'") for title in titles]
    for at in range(len(shown) - 1):
        if _BLOCK_SCALAR.fullmatch(shown[at]):  # title: | with the words on the line below
            shown[at], shown[at + 1] = "", lines[at + 1].strip()
    return ["" if titled or _same(line, first) else line for line in shown]


def _same(title: str, first: str) -> bool:
    """Is the text's first line its title: the one of the front matter, or one of its own?"""
    return "".join(first.split()) == "".join(title.split())


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + 3
    return "".join([*kept, text[at:]])


def _is_rule(raw: str) -> bool:
    """Is the line only drawn: a ruler, the line under a heading or a table's head, a code fence?"""
    marks = frozenset(raw)
    drawn = any(marks <= rule for rule in _RULES) and len(raw.strip()) >= 3
    return drawn or raw.lstrip().startswith(("```", "~~~"))


def _line(raw: str) -> str:
    line = _PREFIX.sub("", raw)
    if raw.lstrip(" \t>").startswith("#"):
        line = _CLOSING.sub("", line)
    line = _ATTRIBUTES.sub("", line)
    line = re.sub(r"^\[\^([\w-]{1,40})\]:[ \t]*", r"注\1：", line)
    line = _STRONG.sub(r"\2", _LINK.sub(r"\1", _NOTED.sub("", line))).strip(" \t　")
    if line.startswith("|") and line.endswith("|") and len(line) > 1:
        line = "\t".join(cell.strip() for cell in _PIPE.split(line[1:-1]))
    return _ESCAPED.sub(r"\1", line)
