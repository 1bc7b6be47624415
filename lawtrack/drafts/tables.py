"""`drafts/<slug>/tables/*.yaml`: how the tables of a text lay in the file that it came from.

The text keeps a row as one line with tabs between its cells. What the line cannot show (widths of columns, merged
cells) stands in a file of its own, named by a hash of its content: two people never
change one file, git joins their work by itself, and a text without such files reads as it always did.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from lawtrack.drafts.names import DRAFTS, valid_slug
from lawtrack.law import BLANK
from lawtrack.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import BaseModel, TypeAdapter

_HEAD: Final = (
    "# 条文中一张表格的版式：各栏宽度、各行各格；spread 是并入左边一格的位置，below 是并入上边一格的位置"
    "（行、列，从 0 起）。\n# 文字以 text.md 为准：改了文字的行仍按这里的栏排。\n"
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a file: its `name` (of the sheet; "" elsewhere) and its `rows`, all of one width.

    A merged cell says its words at each of its places. `spread` has the places (row, column, from 0) that have them
    from a cell further left, `below` those that have them from a row further up.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    spread: frozenset[tuple[int, int]] = frozenset()
    below: frozenset[tuple[int, int]] = frozenset()
    widths: tuple[int, ...] = ()
    """How wide each column is beside the others; () where the file does not say."""

    @property
    def rows_once(self) -> list[list[str]]:
        """The rows in which a cell that spans columns says its words in the first of them only.

        >>> Table("", (("甲", "甲", "乙"),), frozenset({(0, 1)})).rows_once
        [['甲', '', '乙']]
        """
        return [
            ["" if (at, column) in self.spread else words for column, words in enumerate(row)]
            for at, row in enumerate(self.rows)
        ]

    def cells(self, at: int) -> list[tuple[int, str]]:
        """The first column and the words of each cell of a row; none of its words where it is one with the cell above."""
        return [
            (column, "" if (at, column) in self.below else " ".join(words.split("\n")).replace("\t", "　"))
            for column, words in enumerate(self.rows[at])
            if (at, column) not in self.spread
        ]

    def line(self, at: int) -> str:
        """The line that a row is in the text.

        >>> Table("", (("甲", "乙"), ("甲", "丙")), below=frozenset({(1, 0)})).line(1)
        '丙'
        """
        return "\t".join(words for _, words in self.cells(at)).strip(BLANK)

    @property
    def lines(self) -> frozenset[str]:
        """The lines of all rows that say something."""
        return frozenset(filter(None, map(self.line, range(len(self.rows)))))


def tables_folder(slug: str) -> str:
    """Where the files of a draft's tables lie: "drafts/clean-air/tables/".

    >>> tables_folder("clean-air")
    'drafts/clean-air/tables/'
    """
    return f"{DRAFTS}{valid_slug(slug)}/tables/"


def table_path(slug: str, table: Table) -> str:
    """The file of a table, named by what it says.

    >>> table_path("park", Table("", (("序号", "事项"), ("1", "登记"))))
    'drafts/park/tables/bfea4d8853ceddcb.yaml'
    """
    return f"{tables_folder(slug)}{hashlib.sha256(write_table(table).encode()).hexdigest()[:16]}.yaml"


def write_table(table: Table) -> str:
    r"""The text of a table's file, the same for the same table.

    >>> print(write_table(Table("", (("序号", "事项"), ("", "登记")), widths=(1, 3))).split("\n", 2)[2], end="")
    widths: [1, 3]
    rows:
    - ["序号", "事项"]
    - ["", "登记"]
    spread: []
    below: []
    """
    rows = "".join(f"- {_flow(list(row), quoted=True)}" for row in table.rows)
    places = {name: _flow([list(place) for place in sorted(getattr(table, name))]) for name in _PLACES}
    told = "".join(f"{name}: {where}" for name, where in places.items())
    return f"{_HEAD}widths: {_flow(list(table.widths))}rows:\n{rows}{told}"


_PLACES: Final = ("spread", "below")


def _flow(items: Sequence[Any], *, quoted: bool = False) -> str:
    """A list on one line of YAML, its end included."""
    import yaml

    style = '"' if quoted else None
    return str(
        yaml.safe_dump(items, allow_unicode=True, default_flow_style=True, default_style=style, width=2**31)
    )


def read_table(text: str, name: str) -> Table:
    r"""The table in the file `name`. Raises InvalidRecord, which names file, line, field and remedy.

    >>> read_table("rows:\n- [甲, '']\n- [乙]\nbelow: [[1, 0]]", "tables/1.yaml").rows
    (('甲', ''), ('乙', ''))
    """
    record = Record.read(text, name)
    fields: dict[str, Any] = record.checked(_schema(), record.data).model_dump()
    wide = max(map(len, fields["rows"]), default=0)
    rows = tuple((*row, *[""] * (wide - len(row))) for row in fields["rows"])
    widths = fields["widths"] if len(fields["widths"]) == wide else ()
    return Table("", rows, frozenset(fields["spread"]), frozenset(fields["below"]), widths)


def tables_kept(text: str, there: Iterable[Table], brought: Iterable[Table]) -> tuple[Table, ...]:
    r"""The tables that belong to `text`: of those `brought` with it and those `there` before it, the ones with rows in it.

    One that was there gives way where what was brought has all the rows that it has.

    >>> old, new = Table("", (("甲", "乙"),)), Table("", (("甲", "乙"),), widths=(1, 2))
    >>> tables_kept("甲\t乙", [old], [new]) == (new,)
    True
    """
    lines = {line.strip(BLANK) for line in text.split("\n")}
    kept = {table: table.lines & lines for table in brought}
    told = frozenset[str]().union(*kept.values())
    kept |= {table: rest for table in there if (rest := (table.lines & lines) - told)}
    return tuple(table for table, rows in kept.items() if rows)


def with_edges(text: str, tables: Iterable[Table]) -> str:
    r"""The text, with the empty cells that rows of `tables` begin with, which texts saved by earlier versions do not keep.

    >>> with_edges("甲\t乙\n丙\t丁", [Table("", (("甲", "乙", ""), ("", "丙", "丁")))])
    '甲\t乙\n\t丙\t丁'
    """
    if "\n\t" in text:  # its rows say themselves where they begin
        return text
    before: dict[str, list[str]] = {}
    for table in tables:
        for at in range(len(table.rows)):
            cells = [words.strip(BLANK) for _, words in table.cells(at)]
            first = next((number for number, words in enumerate(cells) if words), 0)
            before.setdefault(table.line(at), []).append("\t" * first)
    lines = text.split("\n")
    for at, line in enumerate(lines):
        edges = before.get(line.strip(BLANK), ()) if "\t" in line.strip(BLANK) else ()
        if edges and not line.startswith("\t"):
            lines[at] = (edges.pop(0) if len(edges) > 1 else edges[0]) + line
    return "\n".join(lines)


@cache
def _schema() -> TypeAdapter[BaseModel]:
    from typing import Annotated

    from pydantic import BeforeValidator, ConfigDict, Field, TypeAdapter, create_model

    words = Annotated[str, BeforeValidator(lambda value: value or "")]
    place = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]
    fields: dict[str, Any] = {
        "rows": (tuple[tuple[words, ...], ...], ...),
        "widths": (tuple[Annotated[int, Field(gt=0)], ...], ()),
        **dict.fromkeys(_PLACES, (tuple[place, ...], ())),
    }
    return TypeAdapter(create_model("TableRecord", __config__=ConfigDict(extra="ignore"), **fields))
