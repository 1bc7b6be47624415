"""`write`: two versions of an instrument become the decision that leads from one to the other, and the proof of it.

Whatever is composed is read and applied again; an instruction that does not bring out its article is written more
coarsely, until the decision gives the new text (law 3). The coarsest form is a new text for the whole body.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.writing.around import around
from lawtrack.amend.writing.articles import ANEW_BARE, PARTS, instruction, renumbering
from lawtrack.amend.writing.headings import first_articles, heading_plan
from lawtrack.amend.writing.manner import manner_of
from lawtrack.amend.writing.moves import carried, carry, untangled
from lawtrack.amend.writing.proof import Proof, Wrong
from lawtrack.amend.writing.quoting import payload
from lawtrack.amend.writing.sweeping import repeated, sweep
from lawtrack.compare import compare
from lawtrack.errors import UnusableInput
from lawtrack.law import parse, to_chinese

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.amend.writing.manner import Manner
    from lawtrack.compare import Row
    from lawtrack.law import Instrument

ROUNDS: Final = 8


def write(
    old: str | Instrument,
    new: str | Instrument,
    *,
    form: str = "decision",
    share: float | None = None,
    body: str = "",
    meeting: str = "",
    adopted: str = "",
    effective: str = "",
) -> str:
    r"""The text of the decision (form "decision") or amendment ("amendment") that turns `old` into `new`.

    `share` is the part of a unit's characters up to which words are changed instead of the unit; without one, that of
    the body's practice. `body` is who decides (某市人民代表大会常务委员会), `meeting` the sitting, `adopted` and `effective`
    dates as they shall be printed (2024年5月1日). Raises UnusableInput for a text without articles, and where an amendment
    cannot keep the numbers.

    >>> old = "某市河道条例\n第一条　甲。\n第二条　任何市民都应当爱护河道，不得向河道倾倒垃圾。"
    >>> new = "某市河道条例\n第一条　甲。\n第二条　丙。\n第三条　任何公民都应当爱护河道，不得向河道倾倒垃圾。"
    >>> print(write(old, new), end="")
    关于修改《某市河道条例》的决定
    决定对《某市河道条例》作如下修改：
    一、增加一条，作为第二条：“丙。”
    二、将原第二条中的“任何市民都”修改为“任何公民都”。
    本决定自公布之日起施行。
    《某市河道条例》根据本决定作相应修改并对条文顺序作相应调整，重新公布。
    """
    a = parse(old) if isinstance(old, str) else old
    b = parse(new) if isinstance(new, str) else new
    if not a.articles:
        raise UnusableInput("amend.no-articles", title=a.title)
    writer = _Writer(a, b, form, share, body)
    if form == "amendment" and any(row.renumbered for row in writer.rows):
        raise UnusableInput("amend.no-amendment-form")
    frame = _Frame(a.title or "本文本", form, body, meeting, adopted, effective)
    text = writer.proved(frame)
    if text is None:
        raise UnusableInput("amend.not-proved", where=a.title)
    return text


class _Frame:
    """Title, opening and closing."""

    def __init__(self, title: str, form: str, body: str, meeting: str, adopted: str, effective: str) -> None:
        self.title, self.form = title, form
        self.body, self.meeting, self.adopted, self.effective = body, meeting, adopted, effective

    def around(self, instructions: Sequence[str], *, reordered: bool, kept: bool) -> str:
        """The whole decision."""
        named = f"《{_nested(self.title)}》"
        act = "修正案" if self.form == "amendment" else "决定"
        lines = [f"{self.title}修正案" if self.form == "amendment" else f"{self.body}关于修改{named}的决定"]
        if self.adopted:
            lines.append(f"（{self.adopted}{self.meeting}通过）")
        lines.append(f"{self.meeting}{'' if self.form == 'amendment' else '决定'}对{named}作如下修改：")
        lines += [f"{to_chinese(number)}、{words}" for number, words in enumerate(instructions, 1)]
        if kept:
            lines.append("其他条文序号不变。")
        lines.append(f"本{act}自{self.effective or '公布之日'}起施行。")
        if self.form != "amendment":
            order = "作相应修改并对条文顺序作相应调整" if reordered else "作相应修改"
            lines.append(f"{named}根据本决定{order}，重新公布。")
        return "\n".join(lines) + "\n"


def _nested(title: str) -> str:
    return title.replace("《", "〈").replace("》", "〉")


class _Writer:
    """Composes, proves, and writes more coarsely what did not come out."""

    def __init__(self, old: Instrument, new: Instrument, form: str, share: float | None, body: str) -> None:
        self.old, self.new, self.form = old, new, form
        self.proof = Proof(old, new)
        self.rows = untangled(compare(old, new).rows)
        contiguous = all(article.number == (i + 1, 0) for i, article in enumerate(new.articles))
        self.kept = not contiguous and form != "amendment"
        manner = manner_of(old, body, share=share, keep=form == "amendment" or self.kept)
        self.manner = replace(manner, repeated=repeated(self.rows))
        self.coarse = [PARTS] * len(self.rows)
        self.silent = self._citing_only()
        self.all_numbers = self.kept
        self.swept, self.throughout = True, bool(self.manner.called)
        self.carried = {} if self.manner.keep or self.manner.judicial else carried(self.rows)
        self.first_in = first_articles(old, new)
        self.whole_headings = False

    def _citing_only(self) -> set[int]:
        """Rows that may need no instruction: the articles that only cite others by their new numbers."""
        if self.manner.keep:
            return set()
        return {
            index
            for index, row in enumerate(self.rows)
            if row.kind == "amended" and Proof.only_numbers(row.old_text, row.new_text)
        }

    def proved(self, frame: _Frame) -> str | None:
        """The finest text that `apply` turns into the new version, or None."""
        if not self.old.articles or not self.new.articles:
            return self._whole(frame)
        for _ in range(ROUNDS):
            text = self._compose(frame)
            wrong = self.proof.faults(text)
            if not wrong:
                return text
            if not self._coarsen(wrong):
                break
        return self._whole(frame)

    def _coarsen(self, wrong: Wrong) -> bool:
        """One step coarser for every row that did not come out; False where nothing is left to try."""
        before = self._state()
        blamed = {
            index
            for index, row in enumerate(self.rows)
            if set(row.new) & wrong.new or set(row.old) & wrong.old
        }
        if blamed and self.swept and any(index in self.sweeping for index in blamed):
            self.throughout, self.swept = False, self.throughout
        for index in blamed:
            if index in self.silent:
                self.silent.discard(index)
            elif self.coarse[index] < ANEW_BARE:
                self.coarse[index] += 1
        if wrong.headings or blamed & self.headings.covered:
            self.whole_headings = True
        if wrong.moves or wrong.numbers or (not blamed and not wrong.headings):
            self.all_numbers = True
            self.manner = replace(self.manner, numbers=True)
            self.swept = False
        return before != self._state()

    def _state(self) -> tuple[object, ...]:
        flags = (self.all_numbers, self.swept, self.throughout, self.whole_headings)
        return (*self.coarse, *sorted(self.silent), *flags)

    def _compose(self, frame: _Frame) -> str:
        self.headings = heading_plan(
            self.old, self.new, self.rows, whole=self.whole_headings, deletes=self.manner.deletes
        )
        swept: list[str] = []
        self.sweeping: set[int] = set()
        if self.swept:
            swept, self.sweeping = sweep(self.rows, self.coarse, self.silent, self.manner, self.throughout)
        lines = around(self.old, self.new)
        lines += _together(list(self._body()), self.manner)
        lines += swept
        if self.manner.judicial and any(row.renumbered for row in self.rows):
            lines.append("条文顺序作相应调整。")
        reordered = any(
            row.renumbered or row.kind in ("added", "deleted", "split", "merged") for row in self.rows
        )
        return frame.around(lines, reordered=reordered and not self.manner.keep, kept=self.kept)

    def _body(self) -> Iterator[tuple[Row | None, str]]:
        """The instructions in the order of the text, each with its row; those on headings before their first article."""
        moving = self._moving()
        for index, row in [*enumerate(self.rows), (len(self.rows), None)]:
            yield from ((None, words) for at, words in self.headings.lines if at == index)
            if row is not None and index not in self.sweeping | self.headings.covered:
                yield row, self._said(index, row, moving)

    def _said(self, index: int, row: Row, moving: dict[int, set[str]]) -> str:
        """What is said about one row, "" for nothing."""
        if index in self.silent or (row.kind == "unchanged" and self.coarse[index] == PARTS):
            return renumbering(row, self._chapter(row)) + "。" if self._must_say(row) else ""
        return self._words(index, row, moving)

    def _moving(self) -> dict[int, set[str]]:
        """The paragraphs that are carried to an article of their own, by the row of the article that they leave."""
        found: dict[int, set[str]] = {}
        for index, (owner, paragraph) in self.carried.items():
            if self.coarse[index] == self.coarse[owner] == PARTS and index not in self.headings.covered:
                found.setdefault(owner, set()).add(paragraph.eid)
        return found

    def _words(self, index: int, row: Row, moving: dict[int, set[str]]) -> str:
        """The instruction for one row."""
        owner, paragraph = self.carried.get(index, (-1, None))
        if paragraph is not None and paragraph.eid in moving.get(owner, ()):
            return carry(row, self.rows[owner], paragraph)
        return instruction(row, self.coarse[index], self.manner, self._chapter(row), moving.get(index, set()))

    def _chapter(self, row: Row) -> str:
        """The chapter to name: of a new article that comes first in it, of an article that goes to a new chapter."""
        if not row.new_provisions:
            return ""
        eid = row.new_provisions[0].eid
        return self.first_in.get(eid, "") if row.kind == "added" else self.headings.homes.get(eid, "")

    def _must_say(self, row: Row) -> bool:
        """Does an article that only changed its number or place have to be named?"""
        return row.moved or (self.all_numbers and row.old != row.new)

    def _whole(self, frame: _Frame) -> str | None:
        """A new text for the whole body."""
        lines = self.proof.body_lines()
        for bare in (False, True):
            text = frame.around(
                [*around(self.old, self.new), "将正文修改为" + payload(lines, bare=bare)],
                reordered=False,
                kept=False,
            )
            if not self.proof.faults(text):
                return text
        return None


def _together(body: list[tuple[Row | None, str]], manner: Manner) -> list[str]:
    """Deletions that follow each other become one instruction."""
    lines: list[str] = []
    run: list[str] = []
    for row, words in [*body, (None, "")]:
        if row is not None and row.kind == "deleted":
            run += [words.removeprefix(manner.deletes).removesuffix("。")] if words else []
            continue
        if run and (words or row is None):
            lines.append(f"{manner.deletes}{'、'.join(run)}。")
            run = []
        if words:
            lines.append(words)
    return lines
