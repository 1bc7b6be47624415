"""Markdown as the lines of a legal text: its marks dropped, its words and numbers kept."""

from __future__ import annotations

import re
from typing import Final

_FRONT_MATTER: Final = re.compile(r"\A---\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_RULES: Final = tuple(map(frozenset, ("*\t ", "-\t ", "_\t ", "-:|\t ", "=\t ")))
_PREFIX: Final = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:#{1,6}(?=[ \t　]|$)[ \t]*|[*+-][ \t]+)?")
_CLOSING: Final = re.compile(r"(?<=\S)[ \t]+#+[ \t]*$")
_LINK: Final = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\n]{0,500}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)")
_STRONG: Final = re.compile(r"(\*\*\*?)(?=\S)([^*\n]{1,2000}?)(?<=\S)\1")
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>|])")
_BREAK: Final = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
_PIPE: Final = re.compile(r"(?<!\\)\|")


def read_markdown(text: str) -> list[str]:
    r"""The lines of a Markdown text; rows of a table have a tab between their cells.

    >>> read_markdown("# 条例\n\n**第一条** 为了[健康](x.html)\\.\n")
    ['条例', '第一条 为了健康.']
    """
    plain = _BREAK.sub("\n", _without_comments(_FRONT_MATTER.sub("", text)))
    lines = [_line(raw) for raw in plain.split("\n") if not _is_rule(raw)]
    return [line for line in lines if line]


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
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
    line = _STRONG.sub(r"\2", _LINK.sub(r"\1", line)).strip(" \t　")
    if line.startswith("|") and line.endswith("|") and len(line) > 1:
        line = "\t".join(cell.strip() for cell in _PIPE.split(line[1:-1]))
    return _ESCAPED.sub(r"\1", line)
