"""`render`: an instrument as the canonical text of a workspace (`text.md`).

Markdown headings for the title and for 编章节, one line a structural unit (条, 款, 项, 目, a row of a table with tabs
between its cells), a blank line between: the unit that git compares and merges is the unit that a lawyer names. Wrapped
lines are joined; what is the page's and not the text's (page numbers, the title printed again, markup) stays behind; no
word is lost or changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law.captions import CAPTION
from lawtrack.law.lines import CLOSES_ADORNED, plain_text, read_lines
from lawtrack.law.model import HEADING_LEVELS, Level
from lawtrack.law.rows import TableRows
from lawtrack.law.shown import BLANK, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.law.model import Instrument, Provision

SPACE: Final = "　"
"""Between a label and its words, as legislatures print it (an ideographic space)."""
NO_SPACE_AFTER: Final = ("、", "）", ")", "：", ":", "．")


def render(doc: Instrument) -> str:
    r"""The canonical text of `doc`, ending in a line break; `parse(render(doc))` has the same tree.

    >>> from lawtrack.law.parsing import parse
    >>> print(render(parse("某市控烟条例\n第一章 总则\n第一条\n为了预防和减少烟草烟雾的危害，保障公众健\n康，制定本条例。")))
    # 某市控烟条例
    <BLANKLINE>
    ## 第一章　总则
    <BLANKLINE>
    第一条　为了预防和减少烟草烟雾的危害，保障公众健康，制定本条例。
    <BLANKLINE>
    """
    return "".join(f"{unit}\n\n" for unit in _units(doc)).removesuffix("\n")


def _units(doc: Instrument) -> Iterator[str]:
    present = {node.level for node in doc.headings}
    marks = {level: "#" * (2 + depth) for depth, level in enumerate(x for x in Level if x in present)}
    begins = doc.body[0].start if doc.body else len(doc.text)
    rows = TableRows(doc)
    for block in doc.blocks:
        if block.start < begins:
            yield from _title(doc.title) if block.kind == "title" else rows.lines(block)
    for node in doc.body:
        yield from _provision(node, marks, rows)
    for block in doc.blocks:
        if block.start > begins:
            yield from rows.lines(block)


def _title(title: str) -> Iterator[str]:
    """Marked as the title, unless it looks like something else, which the mark would not hide."""
    yield f"# {title}" if read_lines(plain_text(title))[0].kind == "text" else title


def _provision(node: Provision, marks: dict[Level, str], rows: TableRows) -> Iterator[str]:
    if node.level in HEADING_LEVELS:
        name = node.heading if not node.label or node.label.endswith("、") else f"{SPACE}{node.heading}"
        yield f"{marks[node.level]} {node.label}{name}".rstrip()
        below = node.children
    elif node.level is Level.ARTICLE:
        yield from _article_line(node)
        below = _below_first_line(node)
    else:
        if node.label or node.lead:
            yield rows.of(node) or labelled(node.label, node.lead)
        below = node.children
    for child in below:
        yield from _provision(child, marks, rows)


def _article_line(node: Provision) -> Iterator[str]:
    """第一条　first words; the label alone on its line where what follows would be taken for a caption."""
    label = plain_text(node.source[node.start : node.words_start]).strip("\n" + BLANK)
    caption = label[len(node.label) :]
    if caption.lstrip(BLANK)[:1] in CLOSES_ADORNED:  # of 【第一条】, whose opening bracket stands before it
        label = node.label + caption.lstrip(CLOSES_ADORNED)
    if node.heading and node.heading not in unwrap(caption):
        label += f"【{node.heading}】"  # it stands on the line above
    first = node.children[0].lead if node.children else ""
    if first and (node.heading or not CAPTION.match(first)):
        yield label + ("" if label.endswith(NO_SPACE_AFTER) else SPACE) + first
        return
    yield label
    if first:
        yield first


def _below_first_line(node: Provision) -> tuple[Provision, ...]:
    return (*node.children[0].children, *node.children[1:]) if node.children else ()


def labelled(label: str, words: str) -> str:
    """A label and its words; a space only where two digits would run together (1. 2020年).

    >>> labelled("（一）", "吸烟；"), labelled("1.", "2020年")
    ('（一）吸烟；', '1. 2020年')
    """
    return (
        f"{label} {words}" if label.endswith((".", "．", "、")) and words[:1].isdecimal() else label + words
    )
