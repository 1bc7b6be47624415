"""The units of one article that an instruction names: paragraphs, items, words.

A unit of which little changes gets its words changed, any other its new text; where what stays does not carry what is
new, the article is given anew, and `ArticleWords.phrases` returns nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from lawtrack.amend.applying.words import occurrences, same
from lawtrack.amend.writing.choosing import by_paragraphs, by_words
from lawtrack.amend.writing.proof import Proof
from lawtrack.amend.writing.quoting import is_row, lines_of, paragraph_label, payload, quoted
from lawtrack.amend.writing.words import carried_out, cell_edits, changes, deletion, phrase, word_edits
from lawtrack.law import to_chinese

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lawtrack.amend.writing.manner import Manner
    from lawtrack.amend.writing.words import WordEdit
    from lawtrack.compare import Row
    from lawtrack.law import Provision


def _vacated(part: Row, moving: Collection[str]) -> Row:
    """The part, as a new paragraph where the old one went to another article and this stands in its place."""
    if part.kind == "amended" and all(gone.eid in moving for gone in part.old_provisions):
        return replace(part, kind="added", old=(), old_text="", old_provisions=())
    return part


def leaves(part: Row, moving: Collection[str]) -> bool:
    """Is the part a paragraph that another instruction carries to an article of its own?"""
    return part.kind == "deleted" and all(gone.eid in moving for gone in part.old_provisions)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A thing to do in one article: `place` is 第一款第二项 or "" for the article itself, `tail` what to do there."""

    kind: str  # replace, insert, delete, words
    place: str
    tail: str
    to: str = ""  # the new number of a unit that others pushed on
    item: bool = False  # about one item of a list
    alone: bool = False  # the quoted words stand nowhere else in the article
    unit: str = ""  # 款 or 项, of what is put in
    targets: tuple[str, ...] = ()  # the numbers of what is put in
    lines: tuple[str, ...] = ()  # its words
    at: int = 0  # the number of the last of what is put in

    def spoken(self, article: str, *, opening: bool = True, inside: bool = False) -> str:
        """The phrase as a sentence about `article`, "" where that is understood."""
        where = article + self.place
        if self.kind == "replace":
            shifted = f"改为{self.to}，" if self.to else ""
            return f"{'将' if article and opening else ''}{where}{shifted}修改为{self.tail}"
        if self.kind == "insert":
            return where + self._put_in()
        if self.kind == "delete":
            return f"删去{where}。"
        if self.to:
            return f"{'将' if opening else ''}{where}改为{self.to}，{self.tail.removeprefix('将').replace('@', '其中的', 1)}"
        place = f"{where}中的" if where else "其中的" if inside else "该条中的"
        tail = self.tail.removeprefix("将") if inside else self.tail
        return tail.replace("@", place, 1)

    def _put_in(self) -> str:
        number, said = count(len(self.targets)), "、".join(self.targets)
        text = _item_payload("\n".join(self.lines)) if self.item else payload(self.lines)
        return f"增加{number}{self.unit}，作为{said}{text}"


def count(number: int) -> str:
    """一, 两, 三 as decisions count units.

    >>> count(2), count(12)
    ('两', '十二')
    """
    return "两" if number == 2 else to_chinese(number)


def _gathered(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases, with units put in one after the other said together: 增加两款，作为第二款、第三款."""
    gathered: list[Phrase] = []
    for one in phrases:
        last = gathered[-1] if gathered else None
        if (
            last is not None
            and last.kind == one.kind == "insert"
            and (last.place, last.unit, last.at + 1) == (one.place, one.unit, one.at)
        ):
            gathered[-1] = replace(
                last, targets=last.targets + one.targets, lines=last.lines + one.lines, at=one.at
            )
        else:
            gathered.append(one)
    return gathered


def _tables(article: Provision) -> list[list[str]]:
    """The tables of an article, each the words of its rows."""
    runs = groupby(article.children, key=is_row)
    return [[row.words for row in rows] for listed, rows in runs if listed]


def _shift(old: str, new: str) -> str:
    """The new number where it is another."""
    return new if old != new else ""


def _replaced(parts: Sequence[Row]) -> list[Row]:
    """The rows, with a unit deleted where others are put in taken as one that gets a new text: that of its number."""
    replaced: list[Row] = []
    for _, run in groupby(parts, key=lambda part: part.kind in ("added", "deleted")):
        rows = list(run)
        gone = [row for row in rows if row.kind == "deleted"]
        come = [row for row in rows if row.kind == "added"]
        twins = {id(new): old for new, old in _paired(gone, come)}
        taken = {id(old) for old in twins.values()}
        for row in rows:
            if (old := twins.get(id(row))) is not None:
                replaced.append(
                    replace(
                        old,
                        kind="amended",
                        new=row.new,
                        new_text=row.new_text,
                        new_provisions=row.new_provisions,
                    )
                )
            elif id(row) not in taken:
                replaced.append(row)
    return replaced


def _paired(gone: Sequence[Row], come: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """(new, old) of units that stand for each other: those of one number, or else one that stands beside another alone."""
    by = {row.new_provisions[0].number: row for row in come if row.new_provisions}
    pairs = [(by[row.old_provisions[0].number], row) for row in gone if row.old_provisions[0].number in by]
    if not pairs and len(gone) == len(come) == 1:
        pairs = [(come[0], gone[0])]
    yield from pairs


def _mark_only(part: Row) -> bool:
    """Does an item only get the mark of its new place in the list (；or 。)?"""
    if part.kind != "amended" or part.level != "item":
        return False
    a, b = part.old_provisions[0], part.new_provisions[0]
    return not a.children and not b.children and same(a.words.rstrip("；;。"), b.words.rstrip("；;。"))


def _alike(phrases: list[Phrase], article: Provision) -> list[Phrase]:
    """The phrases, with the same change of words at several places said once: 第一款、第二款中的“A”修改为“B”.

    Where words change in one paragraph only, and stand nowhere else in the article, the article alone says where.
    Where that is every paragraph of the article, the article is named.
    """
    joined: list[Phrase] = []
    for one in phrases:
        twin = next(
            (i for i, other in enumerate(joined) if other.kind == "words" and other.tail == one.tail), None
        )
        if twin is not None and one.kind == "words" and not one.to and not joined[twin].to:
            joined[twin] = replace(joined[twin], place=f"{joined[twin].place}、{one.place}")
        else:
            joined.append(one)
    if len(joined) == 1 and joined[0].alone and not joined[0].to:
        return [replace(joined[0], place="")]
    every = "、".join(paragraph_label(article, child) for child in article.children if not is_row(child))
    return [replace(one, place="") if one.kind == "words" and one.place == every else one for one in joined]


class ArticleWords:
    """Finds the smallest units of one article that have to be named."""

    def __init__(self, old: Provision, new: Provision, manner: Manner, moving: Collection[str] = ()) -> None:
        self.old, self.new, self.manner, self.moving = old, new, manner, moving
        self.said: list[Phrase] = []
        self.edits: list[list[WordEdit]] = []

    def phrases(self, row: Row) -> list[Phrase]:
        """The phrases; [] where the article has to be replaced as a whole."""
        single = len(self.old.children) == 1 and len(self.new.children) == 1
        if self.old.heading != self.new.heading or not self.old.children or not self.new.children:
            return []
        if single:
            done = self._paragraph(self.old.children[0], self.new.children[0], "", tuple(row.parts))
        else:
            done = self._paragraphs(row)
        return _alike(_gathered(self.said), self.old) if done else []

    def _paragraphs(self, row: Row) -> bool:
        parts = [_vacated(part, self.moving) for part in row.parts]
        if not parts or any(part.level != "paragraph" or part.moved for part in parts):
            return False
        if any(part.kind in ("split", "merged") for part in parts):
            return False
        kept = touched = anew = 0
        rows = [
            part
            for part in parts
            if any(is_row(node) for node in (*part.old_provisions, *part.new_provisions))
        ]
        if any(part.kind != "unchanged" for part in rows):
            if not self._table():
                return False
            touched += 1
        parts = [part for part in parts if part not in rows]
        for part in _replaced([part for part in parts if not leaves(part, self.moving)]):
            before = len(self.said)
            if part.kind == "unchanged" or (
                part.kind == "amended" and Proof.only_numbers(part.old_text, part.new_text)
            ):
                kept += 1
                continue
            self._one_paragraph(part)
            said = self.said[before:]
            if any(one.kind in ("replace", "insert") and not one.item for one in said):
                anew += 1
            elif part.kind == "amended":
                kept += len(said) == 1 and said[0].item
                touched += 1
        return by_paragraphs(kept, touched, anew)

    def _table(self) -> bool:
        """Say what becomes of the one table of the article: a cell by its words, else the table anew; False for several."""
        tables = [_tables(self.old), _tables(self.new)]
        if [len(found) for found in tables] != [1, 1]:
            return False
        (old,), (new,) = tables
        twins = [(a, b) for a, b in zip(old, new, strict=False) if a != b]
        edits = cell_edits(*twins[0], old) if len(old) == len(new) and len(twins) == 1 else None
        here = [edit for edit in edits or () if len(occurrences(self.old.text, edit.old)) == 1]
        if edits and len(here) == len(edits):
            said = "，".join(f"{quoted(edit.old)}修改为{quoted(edit.new)}" for edit in edits)
            self.said.append(Phrase("words", "的表", f"将@{said}。"))
        else:
            self.said.append(Phrase("replace", "的表", payload(new)))
        return True

    def _one_paragraph(self, part: Row) -> None:
        """Say what becomes of one paragraph."""
        if part.kind == "amended":
            old, new = part.old_provisions[0], part.new_provisions[0]
            place = paragraph_label(self.old, old)
            mark, to = len(self.said), _shift(place, paragraph_label(self.new, new))
            if not self._paragraph(old, new, place, tuple(part.parts)):
                self.said.append(Phrase("replace", place, payload(lines_of(new)), to=to))
            elif self.said[mark].place == place:
                self.said[mark] = replace(self.said[mark], to=to)
        elif part.kind == "added":
            lines = tuple(lines_of(part.new_provisions[0]))
            self.said.append(
                Phrase(
                    "insert",
                    "",
                    "",
                    unit="款",
                    targets=(paragraph_label(self.new, part.new_provisions[0]),),
                    lines=lines,
                    at=part.new_provisions[0].number[0],
                )
            )
        elif part.kind == "deleted":
            self.said.append(Phrase("delete", paragraph_label(self.old, part.old_provisions[0]), ""))

    def _paragraph(self, old: Provision, new: Provision, place: str, parts: tuple[Row, ...]) -> bool:
        """Say what changed in one paragraph by its items and words; False for the paragraph as a whole."""
        mark = len(self.said)
        if not same(old.lead, new.lead) and not self._words(old, new, place):
            return False
        listed = bool(old.children or new.children)
        if listed and not (old.children and new.children and self._items(old, new, place, parts)):
            del self.said[mark:]
            return False
        return len(self.said) > mark

    def _items(self, old: Provision, new: Provision, place: str, parts: tuple[Row, ...]) -> bool:
        if not parts:
            return old.words == new.words or (
                all(same(a.words, b.words) for a, b in zip(old.children, new.children, strict=False))
                and len(old.children) == len(new.children)
            )
        if any(part.kind in ("split", "merged") or part.moved or part.level != "item" for part in parts):
            return False
        changed = [part for part in _replaced(parts) if part.kind != "unchanged" and not _mark_only(part)]
        if 2 * len(changed) > len(parts) + 1:
            return False
        for part in changed:
            if part.kind == "amended":
                a, b = part.old_provisions[0], part.new_provisions[0]
                where = f"{place}第{to_chinese(a.number[0])}项"
                if a.children or b.children or not self._shortened(a, b, where):
                    lines = [f"{b.label}{b.words}"]
                    to = _shift(f"第{to_chinese(a.number[0])}项", f"第{to_chinese(b.number[0])}项")
                    self.said.append(
                        Phrase("replace", where, _item_payload("\n".join(lines)), to=to, item=True)
                    )
            elif part.kind == "added":
                b = part.new_provisions[0]
                number, said = f"第{to_chinese(b.number[0])}项", tuple((b.label + b.words).split("\n"))
                self.said.append(
                    Phrase(
                        "insert",
                        place,
                        "",
                        item=True,
                        unit="项",
                        targets=(number,),
                        lines=said,
                        at=b.number[0],
                    )
                )
            else:
                a = part.old_provisions[0]
                self.said.append(Phrase("delete", f"{place}第{to_chinese(a.number[0])}项", ""))
        return True

    def _shortened(self, old: Provision, new: Provision, place: str) -> bool:
        """Words deleted from an item; an item that changes otherwise is given anew, because it is short."""
        only = all(not text for _, _, text in changes(old.lead, new.lead))
        return only and self._words(old, new, place)

    def _words(self, old: Provision, new: Provision, place: str) -> bool:
        """Word edits of a unit's own words, where they are few and small."""
        scope = [node.lead for node in (old if place else self.old).walk()]
        said = next((said for said in self.edits if carried_out(said, old.lead) == new.lead), ())
        again = [replace(edit, start=old.lead.index(edit.old)) for edit in said]
        edits = again or word_edits(old.lead, new.lead, scope, self.manner.most)
        if edits is None or not by_words(old, new, self.manner):
            return False
        self.edits.append(edits)
        alone = not self.manner.paragraphs and self._only_here(edits, old)
        self.said.append(Phrase("words", place, _word_sentence(edits, old.lead, scope), alone=alone))
        return True

    def _only_here(self, edits: Sequence[WordEdit], unit: Provision) -> bool:
        """Do the quoted words stand nowhere in the article but in this unit, so that the article alone says where?"""
        return all(
            len(occurrences(self.old.text, edit.old)) == len(occurrences(unit.lead, edit.old))
            for edit in edits
        )


def _item_payload(text: str) -> str:
    """An item's new text; the mark at its end is that of its place in the list, and the sentence ends after the quotation."""
    lines = text.rstrip().split("\n")
    return payload([*lines[:-1], lines[-1].rstrip("；;。")]) + "。"


def _word_sentence(edits: list[WordEdit], old: str, scope: list[str]) -> str:
    """将@“A”修改为“B”，“C”修改为“D”。 with @ for the place."""
    out = ""
    for index, edit in enumerate(edits):
        gone = deletion(edit, old, scope)
        form, words = phrase(edit, old)
        at = "@" if not index else "其中的"
        if gone is not None:
            out += ("，" if index else "") + f"删去{at}{quoted(gone)}"
        elif form == "replace":
            chained = index and out.rpartition("，")[2].find("修改为") >= 0
            out += ("，" if index else "") + (words if chained else f"将{at}{words}")
        else:
            out += ("，" if index else "") + f"在{at}{words}"
    return out if out.endswith("。”") else out + "。"
