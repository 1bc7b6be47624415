"""Paragraphs on their way to another article: 将第二十三条第三款改为第二十七条; an article divided by its paragraphs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from lawtrack.amend.writing.proof import Proof
from lawtrack.amend.writing.quoting import lines_of, payload
from lawtrack.compare import Row, Similarity
from lawtrack.law import Level, to_chinese

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.law import Provision

CARRIED: Final = 0.5
"""So alike (`lawtrack.compare.alignment.similarity`) two paragraphs must be for the one to have become the other.

In the pairs of versions of the corpus what is below has been at most 0.46, what is above was said by name each time.
"""
SHORT: Final = 20
"""A paragraph of fewer characters may look like many others: it went where it stands word for word."""
CANDIDATES: Final = 4
"""So many paragraphs of new articles are weighed for each that went."""


def untangled(rows: Sequence[Row]) -> list[Row]:
    """The rows, with articles that became several others taken apart into what went and what came.

    Where several became several, or one became several at other places, no one instruction says it; what the new
    articles took over is found by paragraphs (`carried`).
    """
    apart: list[Row] = []
    for row in rows:
        if row.kind in ("split", "merged") and (row.moved or min(len(row.old), len(row.new)) > 1):
            apart += gone_and_come(row)
        elif row.kind == "split":
            apart += _cut(row)
        else:
            apart.append(row)
    return apart


def _cut(row: Row) -> list[Row]:
    """A split of which one of the new articles goes on with paragraphs of the old: that one, and others that come.

    Of a piece that stands elsewhere and is told by its place more than by its words, `carried` says which paragraph it was.
    """
    pairs = [part for part in row.parts if part.old_provisions and part.new_provisions]
    if not pairs or any(part.level != Level.PARAGRAPH for part in row.parts):
        return [row]
    heirs = Counter(row.new_provisions.index(_article(part.new_provisions[0], row)) for part in pairs)
    if len(heirs) != 1 and not (row.in_place and _is_scattered(row)):
        return [row]
    heir = row.new_provisions[heirs.most_common(1)[0][0]]
    label = row.new[row.new_provisions.index(heir)]
    texts = replace(row, new_text=heir.text, new_provisions=(heir,))
    others = replace(row, old=(), old_provisions=(), new=tuple(one for one in row.new if one != label))
    others = replace(others, new_provisions=tuple(one for one in row.new_provisions if one is not heir))
    return [replace(texts, kind="amended", new=(label,)), *gone_and_come(others)]


def _is_scattered(row: Row) -> bool:
    """Do other articles stand between those that one became?"""
    numbers = [node.number[0] for node in row.new_provisions]
    return any(after - before > 1 for before, after in pairwise(numbers))


def gone_and_come(row: Row) -> Iterator[Row]:
    """The row as articles that are deleted and articles that are added."""
    for label, node in zip(row.old, row.old_provisions, strict=True):
        yield Row(
            kind="deleted",
            level=row.level,
            old=(label,),
            new=(),
            old_text=node.text,
            new_text="",
            old_provisions=(node,),
        )
    for label, node in zip(row.new, row.new_provisions, strict=True):
        yield Row(
            kind="added",
            level=row.level,
            old=(),
            new=(label,),
            old_text="",
            new_text=node.text,
            new_provisions=(node,),
        )


def rejoined(rows: Sequence[Row]) -> list[Row]:
    """The rows, with an article that became a paragraph of the new one in its place as one that is amended."""
    pairs = {
        owner: index
        for index, (owner, _) in carried(rows).items()
        if rows[owner].kind == "deleted"
        and rows[owner].old == rows[index].new
        and len(rows[owner].old_provisions[0].children) == 1
        and not any(passes(rows[owner], rows[index], other) for other in rows)
    }
    joined: list[Row] = []
    for index, row in enumerate(rows):
        if index in pairs:
            other = rows[pairs[index]]
            texts = replace(row, new_text=other.new_text, new_provisions=other.new_provisions)
            joined.append(replace(texts, kind="amended", new=other.new))
        elif index not in pairs.values():
            joined.append(row)
    return joined


def passes(old: Row, new: Row, other: Row) -> bool:
    """Would an article that is `old` before and `new` after change places with `other`?"""
    if not (old.old_provisions and new.new_provisions and other.old_provisions and other.new_provisions):
        return False
    before = old.old_provisions[0].number < other.old_provisions[0].number
    return before != (new.new_provisions[0].number < other.new_provisions[0].number)


def carried(rows: Sequence[Row]) -> dict[int, tuple[int, Provision]]:
    """The new articles that were a paragraph of an article before: row of the new one → (row, paragraph) of the old."""
    orphans = [(index, *pair) for index, row in enumerate(rows) for pair in _gone(row)]
    homes = [
        (index, paragraph)
        for index, row in enumerate(rows)
        if row.kind == "added"
        for paragraph in row.new_provisions[0].children
    ]
    owners: dict[int, tuple[int, Provision]] = {}
    taken: set[str] = set()
    for _, went, came in sorted(_likely(orphans, homes)):
        owner, paragraph, _ = orphans[went]
        index = homes[came][0]
        if index not in owners and paragraph.eid not in taken:
            owners[index] = (owner, paragraph)
            taken.add(paragraph.eid)
    return owners


def _likely(
    orphans: Sequence[tuple[int, Provision, Provision | None]], homes: Sequence[tuple[int, Provision]]
) -> Iterator[tuple[float, int, int]]:
    """(the negative of their similarity, index of the paragraph that went, index of the one that came) for each pair alike enough.

    A paragraph that still has a counterpart where it stood must be more like the other one.
    """
    if not orphans or not homes:
        return
    stayed = {len(homes) + i: twin for i, (_, _, twin) in enumerate(orphans) if twin is not None}
    new = {j: paragraph.words for j, (_, paragraph) in enumerate(homes)}
    alike = Similarity(
        {i: paragraph.words for i, (_, paragraph, _) in enumerate(orphans)},
        new | {j: twin.words for j, twin in stayed.items()},
    )
    index = alike.index({j: alike.new[j] for j in new})
    for i, (_, paragraph, _) in enumerate(orphans):
        here = alike.between(i, len(homes) + i) if len(homes) + i in stayed else 0.0
        for j in index.likeliest(alike.old[i], CANDIDATES):
            share = alike.between(i, j)
            if len(paragraph.words) < SHORT:
                share = float(paragraph.words == new[j])
            if share >= CARRIED and share > here:
                yield -share, i, j


def _gone(row: Row) -> Iterator[tuple[Provision, Provision | None]]:
    """The paragraphs of an article that may no longer be in it, each with what stands in its place."""
    if row.kind == "deleted":
        yield from ((paragraph, None) for paragraph in row.old_provisions[0].children)
    elif row.kind == "amended":
        for part in row.parts:
            if part.level == "paragraph" and part.kind in ("deleted", "amended"):
                yield part.old_provisions[0], (part.new_provisions or (None,))[0]


def carry(row: Row, owner: Row, paragraph: Provision) -> str:
    """将第二十三条第三款改为第二十七条，修改为……"""
    several = len(owner.old_provisions[0].children) > 1
    place = f"第{to_chinese(paragraph.number[0])}款" if several else ""
    moved = f"将{owner.old[0]}{place}改为{row.new[0]}"
    new = row.new_provisions[0]
    if Proof.only_numbers(paragraph.words, new.words):
        return (
            ""
            if row.new == owner.old and (owner.moved or not place or len(new.children) == 1)
            else moved + "。"
        )
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
    stay = [pair for pair in pairs if _article(pair[1], row).number == row.old_provisions[0].number]
    alone = all(len(_article(pair[1], row).children) == 1 for pair in pairs if pair not in stay)
    if len(pairs) == len(row.new) or (stay and alone and _untouched(stay)):
        stay = stay if _untouched(stay) else []
        phrases = [_phrase(run, row, "改为") for run in _runs([p for p in pairs if p not in stay], row)]
        if not any("：" in said for said in phrases[:-1]):
            text = f"将{row.old[0]}{'，'.join(phrases)}"
            return text if text.endswith("”") else text + "。"
    phrases = [_phrase(run, row, "作为") for run in _runs(pairs, row)]
    count = "两" if len(row.new) == 2 else to_chinese(len(row.new))
    said = "".join(one + ("\n" if one.endswith("”") else "；") for one in phrases).removesuffix("；")
    text = f"将{row.old[0]}改为{count}条，{said}".rstrip("\n")
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


def _untouched(pairs: Sequence[Pair]) -> bool:
    """Do these paragraphs stand in the article as before, so that nothing has to be said about them?"""
    order = [new.number for _, new in pairs]
    return order == sorted(order) and all(Proof.only_numbers(old.words, new.words) for old, new in pairs)


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
