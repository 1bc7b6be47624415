"""The instructions for two texts: composed, proved, and written more coarsely where they did not come out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.writing.around import Around, around
from lawtrack.amend.writing.articles import ANEW_BARE, PARTS, WHOLE, Said, instruction, renumbering
from lawtrack.amend.writing.headings import first_articles, heading_plan, parted, taken_apart
from lawtrack.amend.writing.manner import manner_of
from lawtrack.amend.writing.moves import carried, carry, rejoined, untangled
from lawtrack.amend.writing.options import WritingWarning
from lawtrack.amend.writing.proof import Proof, Wrong
from lawtrack.amend.writing.quoting import payload
from lawtrack.amend.writing.revising import mostly_new
from lawtrack.amend.writing.spots import repeated
from lawtrack.amend.writing.sweeping import covered, sweeps, swept_text
from lawtrack.compare import compare
from lawtrack.errors import UnusableInput
from lawtrack.law import number_of, parse, to_chinese
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.amend.writing.framing import Frame
    from lawtrack.amend.writing.options import Options
    from lawtrack.compare import Row
    from lawtrack.law import Instrument

ROUNDS: Final = 12
"""So often a decision is written more coarsely before the whole text is given."""

TOGETHER: Final = 3
"""So many changes of words, beside as much else, the national congress puts together at the end of its decision."""
ANNOUNCED: Final = "对部分条文作以下修改："

Key = tuple[tuple[str, ...], tuple[str, ...]]
"""A row by the labels of its articles: it stays the same when the rows are made again."""


class Composer:
    """Composes, proves, and writes more coarsely what did not come out.

    What is swept up is taken out first: the other instructions are made from the text as swept.
    """

    def __init__(self, old: Instrument, new: Instrument, options: Options, *, packed: bool = False) -> None:
        self.base, self.new, self.options = old, new, options
        self.proof = Proof(old, new)
        amendment = options.form == "amendment"
        contiguous = all(article.number == (i + 1, 0) for i, article in enumerate(new.articles))
        self.kept = not contiguous and not amendment
        self.manner = manner_of(old, options.body, share=options.share, keep=amendment or self.kept)
        self.apart = False
        self.plain_rows = self._rows(old)
        if not self.proof.unlike():
            raise UnusableInput("amend.no-difference", title=new.title)
        if amendment and any(row.renumbered for row in self.plain_rows):
            raise UnusableInput("amend.no-amendment-form")
        self.manner = replace(self.manner, repeated=repeated(self.plain_rows))
        self.coarse: dict[Key, int] = {}
        self.spoken: set[Key] = set()
        self.unswept: set[tuple[str, str]] = set()
        self.sweeping, self.together, self.packed = True, not packed, packed
        self.instructions: list[str] = []
        self.reordered = False
        self.all_numbers = self.kept
        self.coarse_headings = self.coarse_around = 0
        self.form = "amendment" if amendment else "decision"
        self.around = Around(())
        self.reprinted = False
        self._prepare()

    def proved(self, frame: Frame) -> str | None:
        """The finest text that `apply` turns into the new version, or None."""
        if self.options.form == "revision" or (
            self.options.form == "decision" and not self.packed and mostly_new(self.plain_rows)
        ):
            return self._whole(frame)
        if text := self._by_instructions(frame):
            return text
        form = self.form
        whole, reprinted = self._whole(frame), self.around
        self.form = form
        self._take_apart()
        text = self._by_instructions(frame)
        if text and (whole is None or len(text) < len(whole)):
            return text
        self.reprinted, self.form, self.around = True, "revision", reprinted
        return whole

    def _by_instructions(self, frame: Frame) -> str | None:
        """The finest instructions that come out, or None."""
        for _ in range(ROUNDS):
            text = self._compose(frame)
            wrong = self.proof.faults(text)
            if not wrong:
                return text
            if not self._coarsen(wrong):
                break
        return None

    def _take_apart(self) -> None:
        """Begin again, with whatever changes its place as articles that go and articles that come."""
        self.apart = True
        self.coarse, self.spoken, self.unswept = {}, set(), set()
        self.sweeping, self.together, self.all_numbers = True, not self.packed, self.kept
        self.coarse_headings = self.coarse_around = 0
        self.manner = replace(self.manner, numbers=False)
        self._prepare()

    def warnings(self) -> Iterator[WritingWarning]:
        """What was given anew because it could not be said more finely, and where a revision is usual."""
        if self.reprinted:
            yield WritingWarning("amend.text-reprinted")
        elif self.form == "revision":
            yield WritingWarning("amend.revision-usual")
        elif self.form == "decision" and mostly_new(self.plain_rows):
            yield WritingWarning("amend.revision-advised")
        if self.form == "revision":
            return
        for row in self.rows:
            if self.coarse.get(_key(row), PARTS) >= WHOLE:
                yield WritingWarning("amend.article-reprinted", place="、".join(row.old or row.new))
        if self.around.reprinted:
            yield WritingWarning("amend.annex-reprinted", place=self.around.reprinted)

    def _prepare(self) -> None:
        """The sweeps, and the rows that are left when they are made."""
        swept = sweeps(self.plain_rows, self.manner, self.unswept) if self.sweeping else []
        self.swept = swept
        self.old, self.rows = self.base, self._rows(self.base) if self.apart else self.plain_rows
        if swept:
            self.old = parse(swept_text(self.base, swept))
            self.rows = self._rows(self.old)
        self.silent = set() if self.manner.keep else {_key(row) for row in self.rows if _cites_only(row)}
        alone = self.manner.keep or self.manner.judicial or self.apart
        self.carried = {} if alone else carried(self.rows)
        self.first_in = first_articles(self.old, self.new)

    def _rows(self, old: Instrument) -> list[Row]:
        """What becomes of each article, from `old` to the new text."""
        rows = rejoined(parted(untangled(compare(old, self.new).rows), old, self.new))
        return taken_apart(rows, old, self.new) if self.apart else rows

    def _coarsen(self, wrong: Wrong) -> bool:
        """One step coarser for every row that did not come out; False where nothing is left to try."""
        before = self._state()
        blamed = [row for row in self.rows if set(row.new) & wrong.new or set(row.old) & wrong.old]
        for row in () if wrong.headings and not self.coarse_headings else blamed:
            self._coarsen_row(row)
        if wrong.headings or self._under_headings(blamed):
            self.coarse_headings = 1
        if wrong.around:
            self.coarse_around = min(self.coarse_around + 1, 2)
        if wrong.moves or wrong.numbers or before == self._state():
            if self.all_numbers:
                self.sweeping, self.together = self.together, False
            self.all_numbers = True
            self.manner = replace(self.manner, numbers=True)
        if before != self._state():
            self._prepare()
            return True
        return False

    def _under_headings(self, blamed: list[Row]) -> bool:
        """Is one of the rows told with the headings?"""
        covered = {id(self.rows[index]) for index in self.headings.covered}
        return any(id(row) in covered for row in blamed)

    def _coarsen_row(self, row: Row) -> None:
        key = _key(row)
        spots = {spot.key for sweep in self.swept for spot in sweep.spots if spot.article in row.old}
        if spots - self.unswept:
            self.unswept |= spots
        elif key in self.silent - self.spoken:
            self.spoken.add(key)
        else:
            self.coarse[key] = min(self.coarse.get(key, PARTS) + 1, ANEW_BARE)

    def _state(self) -> tuple[object, ...]:
        flags = (self.all_numbers, self.sweeping, self.together, self.coarse_headings, self.coarse_around)
        return (*flags, sum(self.coarse.values()), len(self.spoken), len(self.unswept))

    def _compose(self, frame: Frame) -> str:
        for _ in range(3):
            body = self._bodied()
            replaced = {place for _, said in body for place in said.replaced}
            lone = self._lone(replaced)
            if not lone:
                break
            self.unswept |= lone
            self._prepare()
        self.around = around(self.base, self.new, self.coarse_around)
        lines = [*self.around.lines, *self._ordered(body, replaced)]
        if self.manner.judicial and any(row.renumbered for row in self.rows):
            lines.append("条文顺序作相应调整。")
        self.reordered = not self.manner.keep and any(
            row.renumbered or row.kind in ("added", "deleted", "split", "merged") for row in self.rows
        )
        self.instructions = [*lines, "其他条文序号不变。"] if self.kept and self.packed else lines
        return frame.around(lines, reordered=self.reordered, kept=self.kept)

    def _ordered(self, body: list[tuple[Row | None, Said]], replaced: set[tuple[str, str]]) -> list[str]:
        """The instructions in the order of the text, what is swept up after them; or changes of words all at the end."""
        swept = _chained([line for sweep in self.swept if (line := sweep.sentence(self.manner, replaced))])
        light = [said.text for _, said in body if said.light] + swept
        heavy = [(row, said.text) for row, said in body if not said.light]
        if not (self.together and self.manner.congress and min(len(light), len(heavy)) >= TOGETHER):
            everything = [(row, said.text) for row, said in body]
            return [*_together(everything, self.manner.deletes), *swept]
        listed = "".join(f"\n（{to_chinese(number)}）{words}" for number, words in enumerate(light, 1))
        return [*_together(heavy, self.manner.deletes), ANNOUNCED + listed]

    def _lone(self, replaced: set[tuple[str, str]]) -> set[tuple[str, str]]:
        """The units of sweeps that are left with one article because the others get a new text."""
        keys: set[tuple[str, str]] = set()
        for sweep in self.swept:
            left = [spot for spot in sweep.spots if not covered(spot, replaced)]
            if left and len({spot.row for spot in left}) < 2 and not sweep.throughout:
                keys |= {spot.key for spot in left}
        return keys - self.unswept

    def _bodied(self) -> list[tuple[Row | None, Said]]:
        """The instructions in the order of the text, each with its row; those on headings before their first article."""
        self.headings = heading_plan(
            self.old,
            self.new,
            self.rows,
            coarse=self.coarse_headings,
            deletes=self.manner.deletes,
            leaving={owner for owner, _ in self.carried.values()},
        )
        moving = self._moving()
        said: list[tuple[Row | None, Said]] = []
        for index, row in [*enumerate(self.rows), (len(self.rows), None)]:
            said += [(None, Said(words)) for at, words in self.headings.lines if at == index]
            if row is not None and index not in self.headings.covered:
                said.append((row, self._said(index, row, moving)))
        return said

    def _said(self, index: int, row: Row, moving: dict[int, set[str]]) -> Said:
        """What is said about one row, nothing where nothing has to be."""
        coarse, key = self.coarse.get(_key(row), PARTS), _key(row)
        if key in self.silent - self.spoken or (row.kind == "unchanged" and coarse == PARTS):
            must = row.moved or self._chapter(row) or (self.all_numbers and row.old != row.new)
            return Said(renumbering(row, self._chapter(row)) + "。" if must else "")
        owner, paragraph = self.carried.get(index, (-1, None))
        if paragraph is not None and paragraph.eid in moving.get(owner, ()):
            return Said(carry(row, self.rows[owner], paragraph))
        return instruction(row, coarse, self.manner, self._chapter(row), moving.get(index, set()))

    def _moving(self) -> dict[int, set[str]]:
        """The paragraphs that are carried to an article of their own, by the row of the article that they leave."""
        moving: dict[int, set[str]] = {}
        for index, (owner, paragraph) in self.carried.items():
            fine = all(self.coarse.get(_key(self.rows[i]), PARTS) == PARTS for i in (index, owner))
            if fine and index not in self.headings.covered:
                moving.setdefault(owner, set()).add(paragraph.eid)
        return moving

    def _chapter(self, row: Row) -> str:
        """The chapter to name: of a new article that comes first in it, of an article that goes to a new chapter."""
        if not row.new_provisions:
            return ""
        eid = row.new_provisions[0].eid
        home = self.headings.homes.get(eid, "")
        return home or (self.first_in.get(eid, "") if row.kind == "added" else "")

    def _whole(self, frame: Frame) -> str | None:
        """A new text for the whole body."""
        self.form = "revision"
        lines = self.proof.body_lines()
        self.around = around(self.base, self.new, 2)
        for bare in (False, True):
            text = frame.revision([*self.around.lines, "将全文修改为" + payload(lines, bare=bare)])
            if not self.proof.faults(text):
                return text
        return None


def _key(row: Row) -> Key:
    return row.old, row.new


def _cites_only(row: Row) -> bool:
    """May a row need no instruction: an article that only cites others by their new numbers?"""
    return row.kind == "amended" and Proof.only_numbers(row.old_text, row.new_text)


_CHANGE: Final = compile_on_use(r"(将[^“”]+中的)(“[^”]*”修改为“[^”]*”)。")


def _chained(lines: list[str]) -> list[str]:
    """Changes of words at the same places are one sentence: 将……中的“A”修改为“B”，“C”修改为“D”。

    >>> _chained(["将第二条、第四条中的“甲”修改为“乙”。", "将第二条、第四条中的“丙”修改为“丁”。"])
    ['将第二条、第四条中的“甲”修改为“乙”，“丙”修改为“丁”。']
    """
    by: dict[str, list[str]] = {}
    for line in lines:
        change = _CHANGE.fullmatch(line)
        by.setdefault(change[1] if change else line, []).append(change[2] if change else "")
    return [places + "，".join(changes) + "。" if changes[0] else places for places, changes in by.items()]


def _ranged(labels: list[str], deletes: str) -> list[str]:
    """Three articles or more that follow each other are 第三条至第五条 (drafting rules); courts list each.

    >>> _ranged(["第三条", "第四条", "第五条", "第八条"], "删去")
    ['第三条至第五条', '第八条']
    """
    if deletes != "删去" or not all(label.startswith("第") and label.endswith("条") for label in labels):
        return labels
    out: list[str] = []
    start = 0
    for end in range(1, len(labels) + 1):
        if end < len(labels) and number_of(labels[end]) == (number_of(labels[end - 1])[0] + 1, 0):
            continue
        run = labels[start:end]
        out += [f"{run[0]}至{run[-1]}"] if len(run) > 2 else run
        start = end
    return out


def _together(body: list[tuple[Row | None, str]], deletes: str) -> list[str]:
    """Deletions that follow each other become one instruction."""
    lines: list[str] = []
    run: list[str] = []
    for row, words in [*body, (None, "")]:
        if row is not None and row.kind == "deleted":
            run += [words.removeprefix(deletes).removesuffix("。")] if words else []
            continue
        if run and (words or row is None):
            lines.append(f"{deletes}{'、'.join(_ranged(run, deletes))}。")
            run = []
        if words:
            lines.append(words)
    return lines
