"""Paragraphs on their way to another article: 将第二十三条第三款改为第二十七条; an article divided by its paragraphs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from lawtrack.amend.proof import Proof
from lawtrack.amend.quoting import lines_of, payload
from lawtrack.compare.inline import inline
from lawtrack.law.model import Level
from lawtrack.law.numerals import to_chinese

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare import Row
    from lawtrack.law.model import Provision

CARRIED: Final = 0.65
"""So much of a paragraph must stand in an article for the one to have become the other."""
SHORT: Final = 20
"""A paragraph of fewer characters may look like many others."""


def carried(rows: Sequence[Row]) -> dict[int, tuple[int, Provision]]:
    """The new articles that were a paragraph of an article before: row of the new one → (row, paragraph) of the old."""
    orphans = [(index, paragraph) for index, row in enumerate(rows) for paragraph in _gone(row)]
    found: dict[int, tuple[int, Provision]] = {}
    taken: set[str] = set()
    for index, row in enumerate(rows):
        if row.kind != "added":
            continue
        new = row.new_provisions[0].words
        share, owner, paragraph = max(
            ((_kept(p.words, new), i, p) for i, p in orphans if p.eid not in taken),
            key=lambda one: one[0],
            default=(0.0, 0, None),
        )
        if paragraph is not None and share >= CARRIED:
            found[index] = (owner, paragraph)
            taken.add(paragraph.eid)
    return found


def _gone(row: Row) -> Iterator[Provision]:
    """The paragraphs of an article that are no longer in it; of a deleted article those of several."""
    if row.kind == "amended":
        for part in row.parts:
            if part.kind == "deleted" and part.level == "paragraph":
                yield from part.old_provisions
    elif row.kind == "deleted" and len(row.old_provisions[0].children) > 1:
        yield from row.old_provisions[0].children


def _kept(old: str, new: str) -> float:
    """The part of `old` that stands in `new`; a short text stands there whole or not at all."""
    if len(old) < SHORT:
        return float(old == new)
    return sum(len(text) for op, text in inline(old, new) if op == "equal") / len(old)


def carry(row: Row, owner: Row, paragraph: Provision) -> str:
    """将第二十三条第三款改为第二十七条，修改为……"""
    moved = f"将{owner.old[0]}第{to_chinese(paragraph.number[0])}款改为{row.new[0]}"
    new = row.new_provisions[0]
    if Proof.only_numbers(paragraph.words, new.words):
        return moved + "。"
    return f"{moved}，修改为{payload(lines_of(new))}"


def divided(row: Row) -> str:
    """An article whose paragraphs became articles, or paragraphs of articles; "" where new words came between.

    将第十三条第二款改为第十六条，第一款改为第十七条。
    将第七十二条改为两条，第一款作为第八十条；第二款作为第八十一条第一款，修改为……
    """
    parts = [part for part in row.parts if len(part.old) == len(part.new) == 1]
    if not parts or len(parts) < len(row.parts) or any(part.level != Level.PARAGRAPH for part in parts):
        return ""
    pairs = [(part.old_provisions[0], part.new_provisions[0]) for part in parts]
    if len(pairs) == len(row.new):
        moved = [run for run in _runs(pairs, row) if not _stays(run, row)]
        phrases = [_phrase(run, row, "改为") for run in moved]
        return f"将{row.old[0]}{'，'.join(phrases)}。" if not any("：" in p for p in phrases) else ""
    phrases = [_phrase(run, row, "作为") for run in _runs(pairs, row)]
    count = "两" if len(row.new) == 2 else to_chinese(len(row.new))
    text = f"将{row.old[0]}改为{count}条，{'；'.join(phrases)}"
    return text if text.endswith("”") else text + "。"


Pair = tuple["Provision", "Provision"]


def _runs(pairs: Sequence[Pair], row: Row) -> list[list[Pair]]:
    """Paragraphs that go on together, without other words, into the same article."""

    def key(numbered: tuple[int, Pair]) -> tuple[object, ...]:
        at, (old, new) = numbered
        if len(_article(new, row).children) == 1 or not Proof.only_numbers(old.words, new.words):
            return (at,)
        return _article(new, row).number, old.number[0] - new.number[0]

    return [[pair for _, pair in run] for _, run in groupby(enumerate(pairs), key=key)]


def _stays(run: Sequence[Pair], row: Row) -> bool:
    """Is the one paragraph left the article, under its old number and unchanged?"""
    old, new = run[0]
    return _article(new, row).number == row.old_provisions[0].number and Proof.only_numbers(
        old.words, new.words
    )


def _article(paragraph: Provision, row: Row) -> Provision:
    return next(a for a in row.new_provisions if any(paragraph is child for child in a.children))


def _phrase(run: Sequence[Pair], row: Row, word: str) -> str:
    """第三款、第四款分别作为第八十一条第二款、第三款."""
    article = _article(run[0][1], row)
    label = row.new[row.new_provisions.index(article)]
    old = "、".join(f"第{to_chinese(a.number[0])}款" for a, _ in run)
    below = "、".join(f"第{to_chinese(b.number[0])}款" for _, b in run)
    target = label + (below if len(article.children) > 1 else "")
    said = f"{old}{'分别' if len(run) > 1 else ''}{word}{target}"
    a, b = run[0]
    return said if Proof.only_numbers(a.words, b.words) else f"{said}，修改为{payload(lines_of(b))}"
