"""Where the places that instructions name are in the two texts, and where each place of the old text went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.model import BLOCK_NAMES
from lawtrack.compare import label_of
from lawtrack.law import HEADING_LEVELS, Level, to_chinese

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lawtrack.amend.model import Address, Operation, Outcome
    from lawtrack.compare import Comparison, Row
    from lawtrack.law import Instrument, Number, Provision


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of one text: its eid ("" for what is no provision) and how it is cited (第十条第二款)."""

    eid: str
    label: str

    @property
    def article(self) -> str:
        """The eid of the article that holds it.

        >>> Clause("art_3__para_2", "第三条第二款").article
        'art_3'
        """
        return self.eid.partition("__para")[0]


NOWHERE: Final = Clause("", "")
_EVERYWHERE: Final = BLOCK_NAMES["body"]


class Side:
    """One of the two texts: its clauses by what an instruction calls them."""

    def __init__(self, doc: Instrument) -> None:
        self.articles: dict[Number, Provision] = {}
        self.by_label: dict[str, Provision] = {}
        self.cited: dict[str, str] = {}
        self.headings = doc.headings
        for article in doc.articles:
            self.articles.setdefault(article.number, article)
            self.by_label.setdefault(article.label, article)
            self._cite(article, article.label)

    def _cite(self, node: Provision, words: str) -> None:
        self.cited[node.eid] = words
        for child in node.children:
            self._cite(child, words + _step(child))

    def clause(self, node: Provision) -> Clause:
        """The provision as a clause; a heading is cited by its label and name."""
        return Clause(
            node.eid, self.cited.get(node.eid) or "　".join(filter(None, (node.label, node.heading)))
        )

    def find(self, at: Address) -> Provision | None:
        """The smallest unit named that the text has; an item may be cited without its paragraph."""
        if not at.article:
            return self._heading(at)
        node = self.articles.get(at.article)
        steps = ((Level.PARAGRAPH, at.paragraph), (Level.ITEM, at.item), (Level.POINT, at.point))
        for level, number in steps:
            if node is not None and number:
                below = [child for child in node.walk() if child.level is level]
                node = next(
                    (child for child in below if child.number[0] == number),
                    below[-1] if number < 0 < len(below) else None,
                )
        return node

    def _heading(self, at: Address) -> Provision | None:
        if not at.headings:
            return None
        level, number = at.headings[-1]
        return next((node for node in self.headings if (node.level, node.number[0]) == (level, number)), None)


class Tracer:
    """Follows the places that instructions name from the old text into the new one."""

    def __init__(self, comparison: Comparison) -> None:
        self.old, self.new = Side(comparison.old), Side(comparison.new)
        self.became = dict(_became(comparison.rows))
        headings = [row for row in comparison.other if row.level in HEADING_LEVELS]
        self.changed = [row for row in (*headings, *comparison.rows) if row.changed or row.renumbered]

    def pairs(self, outcome: Outcome) -> Iterator[tuple[str, Clause, Clause]]:
        """(operation, old, new) of each clause that an instruction names or touched."""
        articles = _declared(outcome) | self._left_over(outcome)
        failed = outcome.status == "failed"
        touched = {node.eid for label in outcome.touched_new if (node := self.new.by_label.get(label))}
        olds: set[str] = set()
        news: set[str] = set()
        general = ""
        for operation in outcome.instruction.operations:
            for old, new in self._places(operation, articles, failed=failed):
                if old.label == _EVERYWHERE and (outcome.touched_old or outcome.touched_new):
                    general = operation.op
                    continue
                olds.add(old.article)
                news.add(new.article)
                yield (
                    operation.op,
                    old,
                    Clause("", new.label) if failed and new.article not in touched else new,
                )
        for old, new in self._unnamed(outcome, articles, olds, news):
            yield general or outcome.instruction.operations[0].op, old, new

    def _places(
        self, operation: Operation, articles: dict[Number, Number], *, failed: bool
    ) -> Iterator[tuple[Clause, Clause]]:
        """(old, new) of each place of one operation."""
        olds = operation.sources or ((operation.at,) if operation.at else ())
        news = operation.targets or ((operation.to,) if operation.to else ())
        if operation.op == "insert" and news:
            yield from ((NOWHERE, self._there(to)) for to in news)
        elif operation.op in ("renumber", "move", "split", "join") and olds and news:
            yield from ((self._here(at), self._there(to)) for at in olds for to in news)
        elif operation.op == "replace" and olds[0].block == "body" and not failed:
            yield from self._whole()
        elif operation.op != "split":  # one without targets is told by the moves that follow it
            for at in olds:
                gone = operation.op == "delete" and not at.part and not at.sentence
                yield self._here(at), NOWHERE if gone or failed else self._followed(at, articles)

    def _whole(self) -> Iterator[tuple[Clause, Clause]]:
        """Everything that is not as it was, where the whole body has a new text."""
        for row in self.changed:
            olds = [self.old.clause(node) for node in row.old_provisions] or [NOWHERE]
            news = [self.new.clause(node) for node in row.new_provisions] or [NOWHERE]
            yield from ((old, new) for old in olds for new in news)

    def _here(self, at: Address) -> Clause:
        node = self.old.find(at)
        return self.old.clause(node) if node else Clause("", at.label)

    def _there(self, to: Address) -> Clause:
        node = self.new.find(to)
        return self.new.clause(node) if node else Clause("", to.label)

    def _followed(self, at: Address, articles: dict[Number, Number]) -> Clause:
        """Where a place of the old text is in the new one: as declared, else as compared, else under the same path."""
        node = self.old.find(at)
        if node is None or at.article is None:
            return self._there(at) if node or at.block else NOWHERE
        became = self.became.get(node.eid)
        number = articles.get(at.article)
        if number is None or (became is not None and self._holds(number, became)):
            return self.new.clause(became) if became else NOWHERE
        twin = self.new.find(replace(at, article=number)) or self.new.find(
            replace(at, article=number, paragraph=None, item=None, point=None)
        )
        return self.new.clause(twin) if twin else NOWHERE

    def _holds(self, number: Number, node: Provision) -> bool:
        article = self.new.articles.get(number)
        return article is not None and within(node.eid, article.eid)

    def _left_over(self, outcome: Outcome) -> dict[Number, Number]:
        """Old article → new article among those that the instruction touched: as compared, then in order."""
        olds = [self.old.by_label[label] for label in outcome.touched_old if label in self.old.by_label]
        news = [self.new.by_label[label] for label in outcome.touched_new if label in self.new.by_label]
        partners = {}
        for old in list(olds):
            new = self.became.get(old.eid)
            if new is not None and new in news:
                partners[old.number] = new.number
                olds.remove(old)
                news.remove(new)
        if len(olds) == len(news):
            partners |= {old.number: new.number for old, new in zip(olds, news, strict=True)}
        return partners

    def _unnamed(
        self, outcome: Outcome, articles: dict[Number, Number], olds: set[str], news: set[str]
    ) -> Iterator[tuple[Clause, Clause]]:
        """The articles that the instruction touched without naming them, as a change of words in the whole text does.

        `olds` and `news` are the articles that its places were in.
        """
        taken = set(news)
        for label in outcome.touched_old:
            node = self.old.by_label.get(label)
            if node and node.eid not in olds:
                new = self.new.articles.get(articles.get(node.number, (0, 0)))
                taken |= {new.eid} if new else set()
                yield self.old.clause(node), self.new.clause(new) if new else NOWHERE
        for label in outcome.touched_new:
            node = self.new.by_label.get(label)
            if node and node.eid not in taken and label not in outcome.touched_old:
                yield NOWHERE, self.new.clause(node)


def _declared(outcome: Outcome) -> dict[Number, Number]:
    """Old article → new article, where the instruction itself renumbers it."""
    return {
        operation.at.article: operation.to.article
        for operation in outcome.instruction.operations
        if operation.op in ("renumber", "move") and operation.at and operation.to
        if operation.at.article and operation.to.article and operation.at.level == "article"
    }


def _became(rows: Iterable[Row]) -> Iterator[tuple[str, Provision]]:
    """Old eid → the provision of the new text, for every clause that has one successor."""
    for row in rows:
        if len(row.old_provisions) == len(row.new_provisions) == 1:
            yield row.old_provisions[0].eid, row.new_provisions[0]
        yield from _became(row.parts)


def within(eid: str, holder: str) -> bool:
    """Is the clause `eid` the clause `holder`, or a part of it?

    >>> within("art_3__para_2", "art_3"), within("art_31", "art_3")
    (True, False)
    """
    return eid == holder or eid.startswith(f"{holder}__")


def _step(node: Provision) -> str:
    """第二款, 第三项: an item is cited without its brackets (立法技术规范（试行）（一）第9项)."""
    if node.level is Level.ITEM:
        return f"第{to_chinese(node.number[0])}项"
    return f"第{node.number[0]}目" if node.level is Level.POINT else label_of(node)
