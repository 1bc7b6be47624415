"""New text as a decision prints it: quoted, one structural unit a line, quotation marks inside turned to ‘ ’.

立法技术规范（一）12: of several paragraphs each opens with “ and only the last closes with ”. Where a text has quotation
marks that this cannot carry, it stands on its own lines after the colon, without any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law import to_chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.law import Provision

_INSIDE: Final = str.maketrans({"“": "‘", "”": "’", "‘": "“", "’": "”"})


def quoted(words: str) -> str:
    """A few words in quotation marks.

    >>> quoted("称为“二年”的期间")
    '“称为‘二年’的期间”'
    """
    return f"“{_inside(words)}”"


def payload(lines: Sequence[str], *, bare: bool = False) -> str:
    r"""New text after 修改为 with its colon.

    >>> payload(["甲。", "乙。"])
    '：“甲。\n“乙。”'
    """
    if bare:
        return "：\n" + "\n".join(lines)
    return "：" + "\n".join(f"“{_inside(line)}" for line in lines) + "”"


def _inside(words: str) -> str:
    return words.translate(_INSIDE) if "“" in words or "”" in words else words


def is_row(unit: Provision) -> bool:
    """Is the unit a row of a table? It is no paragraph and has no number."""
    return "\t" in unit.lead


def paragraph_label(article: Provision, paragraph: Provision) -> str:
    """第三款: the number of a paragraph in its article, the rows of tables not counted."""
    counted = [child for child in article.children if not is_row(child)]
    at = next((index for index, child in enumerate(counted, 1) if child is paragraph), paragraph.number[0])
    return f"第{to_chinese(at)}款"


def lines_of(provision: Provision) -> list[str]:
    """The words of a provision without its own number, one structural unit a line; a caption goes before them."""
    text = provision.source
    caption = text[provision.start + len(provision.label) : provision.words_start].strip(" \t　\xa0\r\n")
    lines = provision.words.split("\n")
    return [caption + lines[0], *lines[1:]] if caption else lines
