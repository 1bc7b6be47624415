"""What a merge gives: the text, the conflicts that are left, and from where every clause came."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypedDict

from lawtrack.errors import NotFound
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

    from lawtrack.merge.deciding import Origin, Why
    from lawtrack.merge.order import Side

COLUMNS: Final = ("base", "ours", "theirs", "merged")


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a reader of the merged text should look at, and at which clause of it.

    >>> from lawtrack.merge import Note
    >>> Note("merging.reference-lost", "第三条", "第二条").message
    '第三条：“第二条”所引的条款在合并后已经没有了，请核对。'
    """

    code: str
    label: str
    words: str = ""

    @property
    def message(self) -> str:
        """The sentence in the language in use."""
        return translate(self.code, label=self.label, words=self.words)


class ConflictRecord(TypedDict):
    """A `Conflict` as plain data; `labels` and `texts` are by side.

    >>> from lawtrack.merge import merge
    >>> [one.to_dict()["why"] for one in merge("第一条　甲。", "第一条　乙。", "第一条　丙。").conflicts]
    ['both-changed']
    """

    id: str
    kind: str
    why: str
    labels: dict[str, str]
    texts: dict[str, str]
    merged: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A clause, or a line of one, that both sides changed otherwise.

    `id` names it in `Merge.resolve`. `labels` and `texts` are by side, "" where the side has it not; `merged` is the
    label in the merged text. `why` says what happened: both-changed, both-added, changed-deleted (ours changed it,
    theirs deleted it), deleted-changed.

    >>> from lawtrack.merge import merge
    >>> one, = merge("第一条　甲。", "第一条　乙。", "第一条　丙。").conflicts
    >>> one.kind, one.why, one.texts["ours"], one.texts["theirs"]
    ('article', 'both-changed', '乙。', '丙。')
    """

    id: str
    kind: str
    why: Why
    labels: Mapping[Side, str]
    texts: Mapping[Side, str]
    merged: str = ""

    @property
    def message(self) -> str:
        """What happened, in the language in use."""
        return translate(f"merging.{self.why}")

    def to_dict(self) -> ConflictRecord:
        """The conflict as plain data."""
        return {
            "id": self.id,
            "kind": self.kind,
            "why": self.why,
            "labels": {str(side): label for side, label in self.labels.items()},
            "texts": {str(side): text for side, text in self.texts.items()},
            "merged": self.merged,
        }


@dataclass(frozen=True, slots=True)
class MergeRow:
    r"""One clause of the merge, deleted ones too.

    `labels` and `texts` are by side and for "merged", "" where there is none. `origin` says whose words stand: base
    (nobody changed it), ours, theirs, both (alike on both sides), words (changes of both in one clause), conflict.
    `moved` names the sides that gave it another place, `beside` that both put a clause of their own here. `conflicts`
    are the ids of those still open in it.

    >>> from lawtrack.merge import merge
    >>> rows = merge("第一条　甲。", "第一条　乙。", "第一条　甲。").rows
    >>> [(row.kind, row.origin, row.texts["merged"]) for row in rows]
    [('article', 'ours', '第一条\u3000乙。'), ('article', 'ours', '')]
    """

    kind: str
    origin: Origin
    labels: Mapping[str, str]
    texts: Mapping[str, str]
    moved: tuple[Side, ...] = ()
    beside: bool = False
    conflicts: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Did anybody change it or move it?"""
        return self.origin != "base" or bool(self.moved)

    def to_dict(self) -> dict[str, Any]:
        """The row as plain data."""
        return {
            "kind": self.kind,
            "origin": self.origin,
            "labels": dict(self.labels),
            "texts": dict(self.texts),
            "moved": list(self.moved),
            "beside": self.beside,
            "conflicts": list(self.conflicts),
        }


@dataclass(frozen=True)
class Merge:
    r"""Two revisions of one text as one.

    `text` is the merged text, whole: where a conflict is open, with the words of the side that was preferred.
    `marked` is the same with the conflict markers of git around both sides' words. `rows` hold every clause of all
    three texts once, in the merged order. `ids` name all conflicts, decided or not.

    >>> from lawtrack.merge import merge
    >>> base = "某市公园条例\n第一条　公园开放。\n第二条　绿地开放。\n"
    >>> done = merge(base, base.replace("公园开放", "公园免费开放"), base.replace("绿地", "广场"))
    >>> done.complete, done.text.splitlines()[1:]
    (True, ['第一条　公园免费开放。', '第二条　广场开放。'])
    """

    text: str = field(repr=False)
    marked: str = field(repr=False)
    conflicts: tuple[Conflict, ...]
    rows: tuple[MergeRow, ...] = field(repr=False)
    notes: tuple[Note, ...] = ()
    ids: frozenset[str] = field(default=frozenset(), repr=False)
    _again: Callable[[Mapping[str, str]], Merge] | None = field(default=None, repr=False, compare=False)

    @property
    def complete(self) -> bool:
        """Is no conflict left?"""
        return not self.conflicts

    @cached_property
    def numbers(self) -> tuple[tuple[str, str], ...]:
        """(number in the base, number in the merged text) of every article and heading that has another one now."""
        pairs = [(row.labels["base"], row.labels["merged"]) for row in self.rows]
        return tuple((old, new) for old, new in pairs if old and new and old != new)

    @cached_property
    def summary(self) -> dict[str, int]:
        """How many clauses by origin."""
        counts = dict.fromkeys(("base", "ours", "theirs", "both", "words", "conflict"), 0)
        for row in self.rows:
            counts[row.origin] += 1
        return counts

    def resolve(self, choices: Mapping[str, str]) -> Merge:
        """The merge with conflicts decided: id → "ours", "theirs", "base", or the text that shall stand.

        Decisions made before stay unless given anew. Raises NotFound for an id that no conflict has.
        """
        unknown = sorted(set(choices) - self.ids)
        if unknown or self._again is None:
            known = "、".join(sorted(self.ids)) or "–"
            raise NotFound("merging.no-conflict", id="、".join(unknown), known=known)
        return self._again(choices)

    def to_dict(self) -> dict[str, Any]:
        """`{"text", "complete", "conflicts", "rows", "numbers", "notes", "summary"}`, plain data."""
        return {
            "text": self.text,
            "complete": self.complete,
            "conflicts": [conflict.to_dict() for conflict in self.conflicts],
            "rows": [row.to_dict() for row in self.rows],
            "numbers": [list(pair) for pair in self.numbers],
            "notes": [note.message for note in self.notes],
            "summary": dict(self.summary),
        }

    def to_frame(self) -> pd.DataFrame:
        """A DataFrame, one row a clause: kind, origin, the labels and the texts of base, ours, theirs, merged."""
        import pandas as pd

        sides = COLUMNS
        columns = [
            "kind",
            "origin",
            *(f"{side}_label" for side in sides),
            *(f"{side}_text" for side in sides),
        ]
        rows = [
            (
                row.kind,
                row.origin,
                *(row.labels[side] for side in sides),
                *(row.texts[side] for side in sides),
            )
            for row in self.rows
        ]
        return pd.DataFrame(rows, columns=columns)
