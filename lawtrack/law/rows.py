"""Rows of tables in a text: lines with tabs between their cells, the empty cells at both their ends too."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from lawtrack.law.lines import read_lines
from lawtrack.law.model import Level
from lawtrack.law.shown import BLANK

if TYPE_CHECKING:
    from lawtrack.law.model import Block, Instrument, Provision

TAB: Final = "\t"
_IN_ROWS: Final = frozenset({Level.PARAGRAPH, Level.ITEM, Level.POINT})
_SPACES: Final = BLANK.replace(TAB, "")


class TableRows:
    r"""The rows of tables in an instrument, as their cells lie: a value in the second column stays in the second.

    A line is a row where a tab stands between its words, or at one of its ends and a row near it. What a provision or
    a block says of itself (`lead`, `lines`) is trimmed and knows nothing of empty cells.

    >>> from lawtrack.law import parse
    >>> doc = parse("第一条　收费如下：\n档次\t下限\t上限\n\t\t十元\n第二条　公布。")
    >>> [TableRows(doc).of(one) for one in doc.articles[0].children]
    ['', '档次\t下限\t上限', '\t\t十元']
    """

    def __init__(self, doc: Instrument) -> None:
        self._text = doc.text
        self._rows = _rows_in(doc.text)

    def of(self, node: Provision) -> str:
        """The line of a provision that is a row; "" for what is none."""
        row = self._rows.get(self._begin(node.start), "") if self._rows and node.level in _IN_ROWS else ""
        return row if _squeezed(row) == _squeezed(node.label + node.lead) else ""

    def line_at(self, begin: int) -> str:
        """The row whose line begins at that character of the text; "" for none."""
        return self._rows.get(begin, "")

    def below(self, node: Provision) -> list[str]:
        """The lines of a provision and of what the numbers in first cells have put below it, if all of them are rows."""
        rows = [self.of(one) for one in node.walk()]
        return rows if all(rows) else []

    def lines(self, block: Block) -> tuple[str, ...]:
        """The lines of a block, as `Block.lines` has them but for its rows, which have their empty cells."""
        begin = self._begin(block.start)
        rows = [row for at, row in self._rows.items() if begin <= at < block.end]
        if not rows or block.kind in ("title", "contents"):
            return block.lines
        by_words: dict[str, list[str]] = {}
        for row in reversed(rows):
            by_words.setdefault(row.strip(BLANK), []).append(row)
        return tuple(by_words[line].pop() if by_words.get(line) else line for line in block.lines)

    def _begin(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1


def _rows_in(text: str) -> dict[int, str]:
    """Where the line of each row begins → the line, trimmed of all blanks but tabs."""
    if TAB not in text:
        return {}
    lines: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip(BLANK):
            lines.append((at, line.strip(_SPACES)))
        at += len(line) + 1
    rows: dict[int, str] = {}
    for tabbed, run in groupby(lines, lambda one: TAB in one[1]):
        stretch = list(run)
        if tabbed and any(_is_row(line.strip(BLANK)) for _, line in stretch):
            rows.update(stretch)
    return rows


def _is_row(line: str) -> bool:
    """Does a line say by itself that it is a row? A tab behind a number alone is how lists are typed: 1.<tab>登记."""
    return TAB in line and (line.count(TAB) > 1 or read_lines(line)[0].kind == "text")


def _squeezed(words: str) -> str:
    return "".join(words.split())
