"""The comparison: what turns one version into another, row by row."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal

from lawtrack.compare.garbage import collector_paused
from lawtrack.compare.inline import word_ops
from lawtrack.law import Level, to_chinese

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawtrack.compare.cells import Op
    from lawtrack.law import Instrument, Provision

Kind = Literal["unchanged", "amended", "added", "deleted", "split", "merged"]
DOUBTS: Final[dict[Kind, str]] = {"added": "opposite", "deleted": "opposite", "unchanged": "repeated"}
"""By kind of row what its doubt is, where it is not that little speaks for the pair."""
KINDS: Final[tuple[Kind, ...]] = ("unchanged", "amended", "added", "deleted", "split", "merged")


@dataclass(frozen=True, kw_only=True)
class Row:
    r"""One clause group: the old clauses, what they became, and how.

    `old` and `new` are labels (第三条, 第二款, （三）); `old_text` and `new_text` the clauses whole, several joined by a
    line break, "" where there is none. `renumbered` and `moved` are flags of their own (law 4). `in_place` says that the
    clauses stand in one row for their place more than for their words, or that another has nearly as good a claim, `doubtful`
    that little speaks for it: look before you rely on either. A clause that only came or went is `doubtful` where another
    that went or came stands against it in the same place, and may be it in wholly other words; a penalty that stays to the
    letter, where the article that it names is another duty's now. `old_provisions` and
    `new_provisions` are the places in the two trees; empty for what is not a provision (title, header note, annex).

    >>> from lawtrack.compare import compare
    >>> row = compare("某市公园条例\n第一条　公园开放。", "某市公园条例\n第一条　公园免费开放。").rows[0]
    >>> row.kind, [words for op, words in row.ops if op == "insert"]
    ('amended', ['免费'])
    """

    kind: Kind
    level: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    old_text: str
    new_text: str
    renumbered: bool = False
    moved: bool = False
    old_provisions: tuple[Provision, ...] = field(default=(), repr=False)
    new_provisions: tuple[Provision, ...] = field(default=(), repr=False)
    _below: Callable[[Row], tuple[Row, ...]] | None = field(default=None, repr=False, compare=False)
    in_place: bool = False
    doubtful: bool = False

    @cached_property
    def ops(self) -> tuple[Op, ...]:
        """The operations from `old_text` to `new_text`; a clause that only got another number differs in its label."""
        if self.renumbered and len(self.old) == len(self.new) == 1:
            old, new = self.old[0], self.new[0]
            rest = self.old_text.removeprefix(old)
            if self.new_text == new + rest and self.old_text == old + rest:
                return ("delete", old), ("insert", new), ("equal", rest)
        return word_ops(self.old_text, self.new_text)

    @cached_property
    def parts(self) -> tuple[Row, ...]:
        """Rows of the same shape for the paragraphs, items and points below; () where nothing changed or nothing is below."""
        return self._below(self) if self._below else ()

    @property
    def changed(self) -> bool:
        """Did words change? A clause that only moved or got another number did not."""
        return self.kind != "unchanged"

    @property
    def quiet(self) -> bool:
        """Do its words stay where they stood, with no doubt to look at? A view of the changes alone leaves such a row out."""
        return self.kind == "unchanged" and not self.moved and not self.doubtful

    def to_dict(self) -> dict[str, Any]:
        """The row in the shape of the contract."""
        record: dict[str, Any] = {
            "kind": self.kind,
            "level": self.level,
            "renumbered": self.renumbered,
            "moved": self.moved,
            "in_place": self.in_place,
            "doubtful": self.doubtful,
            "old": list(self.old),
            "new": list(self.new),
            "old_text": self.old_text,
            "new_text": self.new_text,
            "ops": [list(op) for op in self.ops],
        }
        if self._below and self.parts:
            record["parts"] = [part.to_dict() for part in self.parts]
        return record


@dataclass(frozen=True)
class ComparisonData:
    """Two instruments, row by row, as the modules of this room hand it on; users meet it as `Comparison`."""

    old: Instrument = field(repr=False)
    new: Instrument = field(repr=False)
    rows: tuple[Row, ...] = field(repr=False)
    other: tuple[Row, ...] = field(repr=False)

    @cached_property
    def summary(self) -> dict[str, int]:
        """How many rows of each kind, and how many are renumbered or moved."""
        counts: dict[str, int] = dict.fromkeys(KINDS, 0)
        for row in self.rows:
            counts[row.kind] += 1
        return {
            **counts,
            "renumbered": sum(row.renumbered for row in self.rows),
            "moved": sum(row.moved for row in self.rows),
        }

    def to_dict(self) -> dict[str, Any]:
        """`{"old_title", "new_title", "rows", "other", "summary"}`, plain data in the shape of the contract."""
        with collector_paused():
            return {
                "old_title": self.old.title,
                "new_title": self.new.title,
                "rows": [row.to_dict() for row in self.rows],
                "other": [row.to_dict() for row in self.other],
                "summary": dict(self.summary),
            }


def label_of(node: Provision) -> str:
    """A provision's label, for a paragraph its place: 第三条, 第二款, （三）.

    >>> from lawtrack.law import parse
    >>> label_of(parse("第一条　甲。").articles[0])
    '第一条'
    """
    return f"第{to_chinese(min(node.number[0], 9999))}款" if node.level is Level.PARAGRAPH else node.label
