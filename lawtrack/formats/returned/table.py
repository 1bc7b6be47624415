"""A comparison table as data: its columns, the texts of them, what stands beside their clauses."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.formats.returned.cells import (
    CLAUSE,
    HEADING,
    LEFT_OUT,
    NOTHING,
    SAME,
    label_of,
    part_of,
    renamed,
    went,
)
from lawtrack.formats.returned.heads import NUMBERS, OTHER_LAW, REMARK
from lawtrack.formats.returned.order import in_order
from lawtrack.law import number_of
from lawtrack.messages import translate

if TYPE_CHECKING:
    from lawtrack.formats.word.reading import Note

_AS: Final = re.compile(r"同(?P<head>[^。；，第（）()]{1,12})")
_SIDES: Final = frozenset("左右前上原")


@dataclass(frozen=True, slots=True)
class ClauseRemark:
    """What stands beside a clause: the clause's label in the new text, else in the old; the head of the column, the words.

    The label of a heading's row is its number (第二章), of one above the articles what it is (标题, 题注), of an annex its
    own; "" where the row names nothing. The head of a Word comment says whose it is.

    >>> from lawtrack.formats import ClauseRemark
    >>> ClauseRemark("第三条", "说明", "与上位法一致").eid
    'art_3'
    """

    label: str
    head: str
    words: str
    author: str = ""

    @property
    def eid(self) -> str:
        """The clause's address, as opinions and comparisons have it: art_3 for 第三条; "" for what is no article."""
        if not label_of(self.label):
            return ""
        main, branch = number_of(self.label)
        return f"art_{main}" + (f"-{branch}" if branch else "")

    def to_dict(self) -> dict[str, str]:
        """The record: label, eid, head, words."""
        return {"label": self.label, "eid": self.eid, "head": self.head, "words": self.words}


@dataclass(frozen=True, slots=True)
class ReturnedTable:
    r"""A comparison table: `title`, the `heads` of its columns, the `rows` of cells below them; `texts` are columns of texts.

    `labels` is the column of clause numbers, -1 where there is none. `notes` are the comments of a Word file, each with
    the number of its row in `rows` second in its `row` where it stands in one. `aside` counts rows that are no words of it.

    >>> from lawtrack.formats import ReturnedTable
    >>> rows = (("第一条　公园开放。", "第一条　公园全天开放。"),)
    >>> ReturnedTable("对照表", ("现行条文", "修改后"), rows, texts=(0, 1)).text("new")[0]
    '对照表\n第一条\u3000公园全天开放。\n'
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    texts: tuple[int, ...]
    labels: int = -1
    notes: tuple[Note, ...] = ()
    aside: int = 0

    @property
    def heads_shown(self) -> str:
        """The columns that hold a text, as a message names them."""
        own = self._own
        ends = {own[0]: "old"} if len(own) > 1 else {}
        ends |= {own[-1]: "new"}
        return "、".join(
            f"“{self.heads[at] or at + 1}”" + (f"（{ends[at]}）" if at in ends else "") for at in self.texts
        )

    @property
    def _own(self) -> tuple[int, ...]:
        """The columns of the text itself: the superior law is no earlier version of it."""
        own = tuple(at for at in self.texts if not OTHER_LAW.search(self.heads[at]))
        return own or self.texts[-1:]

    def column(self, which: str) -> int:
        """The column meant by old, new, a head or a number from 1. Raises UnusableInput for none of these."""
        if which == "new":
            return self._own[-1]
        if which == "old" and len(self._own) > 1:
            return self._own[0]
        if which.isdecimal() and 0 < int(which) <= len(self.heads):
            return int(which) - 1
        named = [at for at in self.texts if which and which in self.heads[at]]
        if len(named) == 1:
            return named[0]
        raise UnusableInput("formats.no-column", column=which, heads=self.heads_shown)

    def text(self, which: str) -> tuple[str, tuple[tuple[str, int], ...]]:
        """The text of a column, and what its reader should know: (code of the catalogue, how often).

        Raises UnusableInput for a column that there is not.
        """
        at = self.column(which)
        said = next((row[at] for row in self.rows if row[at].strip()), "")
        title = [self.title] if self.title and "".join(said.split()) != self.title else []
        seen: Counter[str] = Counter()
        blocks = [words for row in self.rows if (words := self._words(row, at, seen))]
        ordered, moved = in_order(blocks)
        seen["order"] += moved
        seen["aside"] += self.aside
        lines = [line for words in (*title, *ordered) for line in words.split("\n")]
        told = (
            (f"formats.table-{kind}", seen[kind])
            for kind in ("left-out", "same", "blank", "unnumbered", "order", "aside")
        )
        return "\n".join([*lines, ""]), tuple(one for one in told if one[1])

    def remarks(self) -> tuple[ClauseRemark, ...]:
        """What the columns beside the texts and the comments of Word say, each with the clause that it stands beside."""
        beside = [
            at
            for at, head in enumerate(self.heads)
            if at not in (*self.texts, self.labels)
            and (REMARK.search(head) or not (NUMBERS.match(head) or OTHER_LAW.search(head)))
        ]
        told: list[ClauseRemark] = []
        for number, (row, label) in enumerate(zip(self.rows, self._labels(), strict=True)):
            texts = {
                row[at].strip() for at in self.texts
            }  # a heading's cell may be merged over the whole row
            said = [at for at in beside if row[at].strip() not in {"", *texts}]
            said += [at for at in self.texts if went(row[at])]
            here = [ClauseRemark(label, self.heads[at], row[at].strip()) for at in said]
            here += [
                ClauseRemark(
                    label, translate("formats.comment-of", author=note.author or "–"), note.text, note.author
                )
                for note in self.notes
                if label and note.row and note.row[1] == number
            ]
            told += [one for one in here if one not in told]
        return tuple(told)

    @property
    def loose(self) -> tuple[Note, ...]:
        """The comments that stand at no clause: on a head, beside a heading, outside of the table."""
        labels = self._labels()
        return tuple(note for note in self.notes if note.row is None or not labels[note.row[1]])

    def _labels(self) -> list[str]:
        """The clause that each row is about: a row without a number goes on with the one above, but for what heads a part."""
        labels: list[str] = []
        begun = False
        for row in self.rows:
            label = self._label(row)
            begun = begun or bool(label)
            cells = (row[at] for at in (self._own[-1], self._own[0]))
            label = label or next(filter(None, (part_of(cell, begun=begun) for cell in cells)), "")
            labels.append(label or (labels[-1] if begun else ""))
        return labels

    def _words(self, row: tuple[str, ...], at: int, seen: Counter[str]) -> str:
        """What a row says in a column of a text, "" for nothing; what is to be told is counted in `seen`."""
        words = row[at]
        if LEFT_OUT.fullmatch(words):
            seen["left-out"] += 1
            return ""
        label = match.group() if (match := CLAUSE.match(words)) else ""
        behind = words.removeprefix(label)
        if SAME.fullmatch(words) or (label and SAME.fullmatch(behind)):
            seen["same"] += 1
            return renamed(self._words(row, self._same_as(words, at), Counter()), label)
        if label and behind.strip() and (NOTHING.fullmatch(behind) or went(behind)):
            return ""  # 第二条　（删除）
        if not words.strip():
            seen["blank"] += (
                at == self._own[-1] and len(self._own) > 1 and CLAUSE.match(row[self._own[0]]) is not None
            )
            return ""
        if NOTHING.fullmatch(words) or went(words):
            return ""
        return self._labelled(row, words, at, seen)

    def _same_as(self, words: str, at: int) -> int:
        """The column that 同一审稿, 同左 and 不作修改 mean: the one that is named, else the one before."""
        said = _AS.search(words)
        named = [one for one in self._own if said and one != at and said["head"] in self.heads[one]]
        if len(named) == 1:
            return named[0]
        place = self._own.index(at) if at in self._own else 0
        return self._own[max(place - 1, 0)] if place else self._own[-1]

    def _labelled(self, row: tuple[str, ...], words: str, at: int, seen: Counter[str]) -> str:
        """The words with the number that only the column of numbers, or the text before, has."""
        if CLAUSE.match(words) or HEADING.match(words):
            return words
        before = next((label for one in self._own if one != at and (label := label_of(row[one]))), "")
        label = (row[self.labels].strip() if self.labels >= 0 else "") or before
        bare = not any(CLAUSE.match(other[at]) for other in self.rows)
        if not (label_of(label) == label and label and bare):
            seen["unnumbered"] += bool(before)
            return words
        return f"{label}　{words.lstrip()}"

    def _label(self, row: tuple[str, ...]) -> str:
        return next(
            (
                label
                for at in (self._own[-1], self._own[0], self.labels)
                if at >= 0 and (label := label_of(row[at]))
            ),
            "",
        )
