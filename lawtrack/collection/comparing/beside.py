"""A draft beside the instruments of a collection: rows of clauses, and the table of several cities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from lawtrack.check import amounts
from lawtrack.collection.comparing.named import Other, named
from lawtrack.collection.comparing.pairing import TOUCHES, Laid, lay
from lawtrack.collection.comparing.remarks import remarks
from lawtrack.collection.facts.bodies import bodies
from lawtrack.collection.facts.deadlines import deadlines
from lawtrack.formats import Listing
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from lawtrack.law import Instrument

COLUMNS: Final = (
    "label", "text", "instrument", "title", "label_there", "text_there", "score", "strength", "share",
    "remarks", "eid", "eid_there",
)  # fmt: skip


@dataclass(frozen=True)
class Beside:
    r"""A draft laid beside others.

    >>> from lawtrack.collection.comparing.beside import Beside
    >>> from lawtrack.collection.comparing.named import Other
    >>> from lawtrack.collection.comparing.pairing import lay
    >>> from lawtrack.law import parse
    >>> draft, law = parse("某市公园条例\n第一条　公园免费开放。"), parse("某省公园条例\n第一条　公园免费开放。")
    >>> laid = Beside(draft, (Other("省.txt", law.title, law),), lay(draft, [law]))
    >>> [(row[0], row[3], row[4]) for row in laid.rows()]
    [('第一条', '某省公园条例', '第一条')]
    """

    draft: Instrument
    others: tuple[Other, ...]
    laid: Laid

    def rows(self) -> list[tuple[Any, ...]]:
        """The rows of `COLUMNS`: for each clause of the draft those of each instrument that treat the same, best first."""
        rows: list[tuple[Any, ...]] = []
        clauses = self.laid.clauses
        for text, other in enumerate(self.others, 1):
            for one in self.laid.of_text(0):
                partners = self.laid.partners(one, text)
                told = "；".join(self.remarks(one, text)) if partners else ""
                rows += [
                    (clauses[one].label, clauses[one].words, other.instrument, other.title, clauses[there].label,
                     clauses[there].words, round(self.laid.score(one, there), 4), self.strength(one, there),
                     round(self.laid.likeness.copied(one, [there]), 4), told if there == partners[0] else "",
                     clauses[one].article.eid, clauses[there].article.eid, one, text)
                    for there in partners
                ]  # fmt: skip
        rows.sort(key=lambda row: (row[-2], row[-1], -row[6]))
        return [row[:-2] for row in rows]

    def remarks(self, one: int, text: int) -> tuple[str, ...]:
        """What is to be looked at of a clause of the draft and all clauses of another text that treat the same."""
        beside = [self.laid.clauses[there].words for there in self.laid.partners(one, text)]
        return remarks(self.laid.clauses[one].words, beside, self.others[text - 1].doc.text)

    def alone(self) -> list[tuple[int, tuple[str, ...]]]:
        """The clauses of the draft that none of the others treats, each with what is to be looked at."""
        texts = range(1, len(self.others) + 1)
        return [
            (one, tuple(dict.fromkeys(told for text in texts for told in self.remarks(one, text))))
            for one in self.laid.of_text(0)
            if not any(self.laid.partners(one, text) for text in texts)
        ]

    def records(self) -> list[dict[str, Any]]:
        """The rows as plain data."""
        return [dict(zip(COLUMNS, row, strict=True)) for row in self.rows()]

    def strength(self, one: int, other: int) -> str:
        """`same`: the two treat the same; `touches`: they touch one another, which is less likely to be of use."""
        return "same" if self.laid.same(one, other) else "touches"

    def shares(self) -> dict[str, float]:
        """For each other instrument the share of the draft's words that stand in it word for word, rare words weighing more."""
        ones = self.laid.of_text(0)
        sizes = [len(self.laid.likeness.codes[one]) for one in ones]
        total = sum(sizes) or 1
        return {
            other.instrument: round(
                sum(
                    size * self.laid.likeness.copied(one, self.laid.of_text(text))
                    for one, size in zip(ones, sizes, strict=True)
                )
                / total,
                4,
            )
            for text, other in enumerate(self.others, 1)
        }

    def topics(self) -> list[list[list[int]]]:
        """The rows of the table of several cities: for the draft and each other text its clauses on one topic.

        Topics stand in the draft's order; what others have and the draft lacks follows. Each clause stands once.
        """
        draft = self.laid.of_text(0)
        rows: dict[int, list[list[int]]] = {one: [[one], *([] for _ in self.others)] for one in draft}
        left: list[int] = []
        for text in range(1, len(self.others) + 1):
            for other in self.laid.of_text(text):
                line = self.laid.line(other, 0)
                best = int(np.argmax(line)) if len(line) else -1
                if best >= 0 and line[best] >= TOUCHES:
                    rows[draft[best]][text].append(other)
                else:
                    left.append(other)
        return [*rows.values(), *self._lacking(left)]

    def _lacking(self, left: list[int]) -> list[list[list[int]]]:
        """Clauses that the draft has nothing beside, those on one topic in one row; first what most of the others have."""
        rows: list[list[list[int]]] = []
        row_of: dict[int, int] = {}
        for clause in left:
            text = self.laid.clauses[clause].text
            likely = {
                other: float(score)
                for earlier in range(1, text)
                for other, score in zip(
                    self.laid.of_text(earlier), self.laid.line(clause, earlier), strict=True
                )
                if score >= TOUCHES and other in row_of
            }
            at = max(likely, key=lambda other: (likely[other], -row_of[other]), default=None)
            if at is None:
                rows.append([[] for _ in range(len(self.others) + 1)])
            row_of[clause] = len(rows) - 1 if at is None else row_of[at]
            rows[row_of[clause]][text].append(clause)
        return sorted(rows, key=lambda row: -sum(bool(cell) for cell in row))


def lay_beside(
    folder: Path, draft: Instrument, titles: Sequence[str], executor: Executor | None = None
) -> Beside:
    """The draft beside the instruments of those titles: the same whether one process weighs them or many do.

    Raises NotFound for a title that the collection has not.
    """
    others, versions = named(folder, draft, titles)
    return Beside(draft, others, lay(draft, [other.doc for other in others], versions, executor))


def pairs_listing(laid: Beside) -> Listing:
    r"""The draft beside its superior law: clause by clause, what is the same, what is to be looked at.

    >>> from lawtrack.collection.comparing.beside import Beside
    >>> from lawtrack.collection.comparing.named import Other
    >>> from lawtrack.collection.comparing.pairing import lay
    >>> from lawtrack.law import parse
    >>> draft, law = parse("某市公园条例\n第一条　公园免费开放。"), parse("某省公园条例\n第一条　公园免费开放。")
    >>> listing = pairs_listing(Beside(draft, (Other("省.txt", law.title, law),), lay(draft, [law])))
    >>> listing.rows[0][:4]
    ('第一条', '公园免费开放。', '某省公园条例', '第一条\u3000公园免费开放。')
    """
    rows: list[tuple[Any, ...]] = []
    alone = dict(laid.alone())
    for one in laid.laid.of_text(0):
        clause = laid.laid.clauses[one]
        for text, other in enumerate(laid.others, 1):
            partners = laid.laid.partners(one, text)
            if partners:
                there = "\n".join(_headed(laid, at, [one]) for at in partners)
                share = f"{laid.laid.likeness.copied(one, partners):.0%}"
                told = "；".join(laid.remarks(one, text))
                rows.append((clause.label, clause.words, other.title, there, share, told))
        if one in alone:
            nothing = translate("collection.beside-alone")
            rows.append((clause.label, clause.words, nothing, "", "", "；".join(alone[one])))
    names = ("label", "text", "there", "text-there", "share", "look")
    heads = tuple(translate(f"collection.beside-{name}") for name in names)
    shares = [
        translate(
            "collection.beside-share-all", title=other.title, share=f"{laid.shares()[other.instrument]:.0%}"
        )
        for other in laid.others
    ]
    title = translate("collection.beside-title", title=laid.draft.title)
    notes = (*shares, translate("collection.beside-touches-note"), translate("collection.beside-caution"))
    return Listing(title, heads, (10, 35, 14, 34, 10, 20), rows, notes)


def _marked(strength: str) -> str:
    """The word beside a clause that is less likely to be of use; nothing beside one that treats the same."""
    return "" if strength == "same" else translate("collection.beside-touches")


def cities_listing(laid: Beside) -> Listing:
    r"""The table of several cities: one column a city, one row a topic, A3; no marks of difference.

    >>> from lawtrack.collection.comparing.beside import Beside
    >>> from lawtrack.collection.comparing.named import Other
    >>> from lawtrack.collection.comparing.pairing import lay
    >>> from lawtrack.law import parse
    >>> draft, law = parse("某市公园条例\n第一条　公园免费开放。"), parse("某省公园条例\n第一条　公园免费开放。")
    >>> listing = cities_listing(Beside(draft, (Other("省.txt", law.title, law),), lay(draft, [law])))
    >>> listing.heads[1:], listing.rows
    (('某市公园条例', '某省公园条例'), [(1, '第一条\u3000公园免费开放。', '第一条\u3000公园免费开放。')])
    """
    rows: list[tuple[Any, ...]] = []
    headed = ""
    for number, topic in enumerate(laid.topics(), 1):
        several = sum(bool(cell) for cell in topic) > 1 or len(laid.others) == 1
        heading = "" if topic[0] else f"collection.beside-lacking{'' if several else '-of-one'}"
        if heading != headed:
            rows.append((translate(heading),))
            headed = heading
        rows.append((number, *(_cell(laid, cell, topic[0]) for cell in topic)))
    heads = (translate("collection.head-number"), laid.draft.title, *(other.title for other in laid.others))
    widths = (4, *([round(96 / (len(laid.others) + 1))] * (len(laid.others) + 1)))
    title = translate("collection.cities-title", title=laid.draft.title)
    notes = translate("collection.cities-note"), translate("collection.beside-touches-note")
    return Listing(title, heads, widths, rows, notes, page="A3")


def _headed(laid: Beside, at: int, ours: Sequence[int]) -> str:
    """A clause with its number, marked where it only touches the first of `ours`."""
    clause = laid.laid.clauses[at]
    weaker = _marked(laid.strength(ours[0], at)) if ours else ""
    return f"{clause.label}{weaker}　{clause.words}"


def _cell(laid: Beside, clauses: Sequence[int], ours: Sequence[int]) -> str:
    """All articles of one text on a topic (`ours` of the draft), and what they say in numbers and names."""
    if not clauses:
        return translate("collection.not-provided")
    parts = []
    for at in clauses:
        clause = laid.laid.clauses[at]
        parts.append(_headed(laid, at, ours if clause.text else ()))
        said = (
            ("amounts", [amount.words for amount in amounts(clause.words)]),
            ("deadlines", [limit.words for limit in deadlines(clause.words)]),
            ("bodies", list(bodies(clause.words))),
        )
        parts += [
            translate(f"collection.drawn-{name}", words="、".join(dict.fromkeys(words)))
            for name, words in said
            if words
        ]
    return "\n".join(parts)
