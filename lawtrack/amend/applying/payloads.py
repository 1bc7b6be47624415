"""New text as units: paragraphs, items, whole articles cut at their labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.amend.applying.tree import Node, units
from lawtrack.amend.reading.annexes import MOST
from lawtrack.law import NUMERAL_CLASS, Level, number_of
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from lawtrack.law import Number

ARTICLE: Final = compile_on_use(rf"^第[{NUMERAL_CLASS}]+条(?:之[一二三四五六七八九十]+)?(?=[ 　\t\n]|$)")
LOOSE: Final = re.compile(rf"^第[{NUMERAL_CLASS}]+条(?:之[一二三四五六七八九十]+)?")
HEADING: Final = compile_on_use(rf"^第[{NUMERAL_CLASS}]+(编|分编|章|节)[ 　\t]*([^。；：]{{0,40}})$")
ITEM: Final = compile_on_use(
    r"^(?:[（(][一二三四五六七八九十百]+[）)]|\d{1,3}[.．、](?!\d)|[（(]\d{1,3}[）)])\s*"
)
FINAL: Final = "。；：;:.，、"


def units_of(text: str, level: Level) -> list[Node]:
    """New text as units of `level`: paragraphs, items or points."""
    paragraphs = units(text)
    if level is Level.PARAGRAPH:
        return paragraphs
    items = [item for paragraph in paragraphs for item in paragraph.children]
    if items and not any(paragraph.raw for paragraph in paragraphs):
        for item in items:
            item.level = level
        return items
    gathered = []
    for line in text.split("\n"):
        mark = ITEM.match(line)
        node = Node(level, mark[0].strip() if mark else "", number_of(mark[0].strip()) if mark else (0, 0))
        node.raw = line[mark.end() :] if mark else line
        gathered.append(node)
    return gathered


def articles_of(text: str) -> list[tuple[Number | None, str]]:
    """New text of several articles, cut at their labels: (number, words)."""
    articles: list[tuple[Number | None, list[str]]] = []
    for line in text.split("\n"):
        label = ARTICLE.match(line)
        if label and number_of(label[0])[0] > MOST:
            label = None
        if label is None and (loose := LOOSE.match(line)) and not articles:
            label = loose
        if label and (not articles or articles[-1][0] is None or number_of(label[0]) > articles[-1][0]):
            articles.append((number_of(label[0]), [line[label.end() :].lstrip(" 　\t")]))
        elif articles:
            articles[-1][1].append(line)
        elif not HEADING.match(line):
            articles.append((None, [line]))
    return [(number, "\n".join(lines).strip("\n")) for number, lines in articles]


class Part(NamedTuple):
    """A stretch of new text under its own heading: the heading's kind (章), name, and the lines below it."""

    kind: str
    name: str
    text: str


def parts_of(text: str) -> list[Part]:
    r"""New text cut at its headings; what comes before the first has none.

    >>> parts_of("第二章　渡运\n第三条　甲。\n乙。")
    [Part(kind='章', name='渡运', text='第三条　甲。\n乙。')]
    """
    parts: list[tuple[str, str, list[str]]] = [("", "", [])]
    for line in text.split("\n"):
        if heading := HEADING.match(line):
            parts.append((heading[1], heading[2].strip(), []))
        else:
            parts[-1][2].append(line)
    whole = [Part(kind, name, "\n".join(lines).strip("\n")) for kind, name, lines in parts]
    return [part for part in whole if part.kind or part.text]


def spelled(node: Node) -> str:
    """A unit made from new text, as text again."""
    return "\n".join(below.label + below.sep + below.raw for below in node.walk())


def closed(children: list[Node]) -> list[Node]:
    """New paragraphs whose last sentence has its full stop, also where the decision puts it after the quotation."""
    last = children[-1] if children else None
    while last is not None and last.children:
        last = last.children[-1]
    if last is not None and last.raw and last.raw[-1].isalnum() and "\t" not in last.raw:
        last.raw += "。"
    return children


def with_final(new: str, node: Node) -> str:
    """New words end as the old ones did where the decision leaves the mark out."""
    old = node.raw
    marks = FINAL if node.level in (Level.ITEM, Level.POINT) else "。"
    if new and old and new[-1] not in FINAL and old[-1] in marks:
        return new + old[-1]
    return new
