"""How much changed, in numbers: of each kind, in characters, chapter by chapter, and what became of each chapter."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lawtrack.compare.model import KINDS
from lawtrack.law import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from lawtrack.compare.model import ComparisonData
    from lawtrack.law import Instrument, Provision


@dataclass(frozen=True, slots=True)
class Extent:
    """One text in numbers: its chapters, its articles, and the characters of the articles without white space."""

    chapters: int
    articles: int
    characters: int


@dataclass(frozen=True, slots=True)
class ChapterCount:
    """One chapter of the new text (of the old one where all of it is gone): its rows by kind.

    `heading` is the chapter as printed (第二章　管理), "" for articles outside any chapter.
    """

    heading: str
    kinds: Mapping[str, int]
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """`articles` articles of chapter `old` that are in chapter `new` now; "" on the side that has no counterpart."""

    old: str
    new: str
    articles: int


@dataclass(frozen=True)
class Statistics:
    """A comparison in numbers.

    `deleted` and `inserted` count characters of the articles without white space; `changed_share` is their part in
    all characters of both texts, 0 to 1.
    """

    kinds: Mapping[str, int]
    old: Extent
    new: Extent
    deleted: int
    inserted: int
    chapters: tuple[ChapterCount, ...] = field(repr=False)
    passages: tuple[Passage, ...] = field(repr=False)

    @property
    def changed_share(self) -> float:
        """The share of the text that changed, 0 to 1."""
        total = self.old.characters + self.new.characters
        return (self.deleted + self.inserted) / total if total else 0.0

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain data; `chapter_map` has what went where, "" where there is no counterpart."""
        return {
            "kinds": dict(self.kinds),
            "old": _plain(self.old),
            "new": _plain(self.new),
            "deleted_characters": self.deleted,
            "inserted_characters": self.inserted,
            "changed_share": round(self.changed_share, 4),
            "chapters": [{"heading": one.heading, "gone": one.gone, **one.kinds} for one in self.chapters],
            "chapter_map": [
                {"old": one.old, "new": one.new, "articles": one.articles} for one in self.passages
            ],
        }

    def to_frame(self) -> pd.DataFrame:
        """A DataFrame, one row a chapter: heading, gone, then the number of rows of each kind."""
        import pandas as pd

        rows = [{"heading": one.heading, "gone": one.gone, **one.kinds} for one in self.chapters]
        return pd.DataFrame(rows, columns=["heading", "gone", *KINDS])


def statistics(comparison: ComparisonData) -> Statistics:
    r"""`comparison` in numbers, every one counted from its rows.

    >>> from lawtrack.compare import compare
    >>> found = statistics(compare("第一条　公园禁止吸烟。", "第一条　公园禁止吸烟。\n第二条　学校禁止吸烟。"))
    >>> found.kinds["added"], found.inserted, round(found.changed_share, 2)
    (1, 10, 0.33)
    """
    gone = come = 0
    for row in comparison.rows:
        for op, words in row.ops if row.changed else ():
            gone += _size(words) if op == "delete" else 0
            come += _size(words) if op == "insert" else 0
    return Statistics(
        kinds=comparison.summary,
        old=_extent(comparison.old),
        new=_extent(comparison.new),
        deleted=gone,
        inserted=come,
        chapters=tuple(_chapters(comparison)),
        passages=tuple(_passages(comparison)),
    )


def chapter_of(doc: Instrument) -> dict[str, str]:
    """For the eid of each article and chapter: the chapter as printed, behind its part's number where there are parts.

    第二章　管理, 第二编第一章　一般规定 (every part may have a first chapter of that name); "" outside any chapter.
    """
    chapters: dict[str, str] = {}

    def walk(nodes: tuple[Provision, ...], parts: str, chapter: str) -> None:
        for node in nodes:
            name = f"{parts}{node.label}　{node.heading}".strip()
            if node.level is Level.ARTICLE:
                chapters[node.eid] = chapter
            elif node.level is Level.CHAPTER:
                chapters[node.eid] = name
                walk(node.children, parts, name)
            elif node.level is Level.SECTION:
                walk(node.children, parts, chapter)
            else:
                walk(node.children, parts + node.label, name)

    walk(doc.body, "", "")
    return chapters


def _extent(doc: Instrument) -> Extent:
    chapters = sum(node.level is Level.CHAPTER for node in doc.headings)
    return Extent(chapters, len(doc.articles), sum(_size(node.text) for node in doc.articles))


def _size(words: str) -> int:
    return len("".join(words.split()))


def _chapters(comparison: ComparisonData) -> Iterator[ChapterCount]:
    """Rows count where they stand in the new text, deleted ones in the chapter that took their old one's place."""
    before, after = chapter_of(comparison.old), chapter_of(comparison.new)
    successors = {"": ""}
    for row in comparison.other:
        if row.level == Level.CHAPTER and row.old_provisions and row.new_provisions:
            successors[before[row.old_provisions[0].eid]] = after[row.new_provisions[0].eid]
    counts: dict[tuple[str, bool], Counter[str]] = {
        (after[node.eid], False): Counter() for node in comparison.new.articles
    }
    for row in comparison.rows:
        if row.new_provisions:
            place = (after[row.new_provisions[0].eid], False)
        else:
            old = before[row.old_provisions[0].eid]
            place = (successors[old], False) if old in successors else (old, True)
        counts.setdefault(place, Counter())[row.kind] += 1
    for (heading, gone), count in counts.items():
        yield ChapterCount(heading, {kind: count[kind] for kind in KINDS}, gone)


def _passages(comparison: ComparisonData) -> Iterator[Passage]:
    """What went where, in the order of the new text; then what is gone."""
    before, after = chapter_of(comparison.old), chapter_of(comparison.new)
    counts: Counter[tuple[str, str]] = Counter()
    for row in comparison.rows:
        olds = [before[node.eid] for node in row.old_provisions] or [""]
        news = [after[node.eid] for node in row.new_provisions] or [""]
        for at in range(max(len(olds), len(news))):
            counts[olds[min(at, len(olds) - 1)], news[min(at, len(news) - 1)]] += 1
    order = {after[node.eid]: at for at, node in enumerate(comparison.new.articles)}
    for (old, new), articles in sorted(counts.items(), key=lambda item: order.get(item[0][1], len(order))):
        yield Passage(old, new, articles)


def _plain(extent: Extent) -> dict[str, int]:
    return {"chapters": extent.chapters, "articles": extent.articles, "characters": extent.characters}
