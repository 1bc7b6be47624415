"""Units renumbered, moved, split and joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.amend.applying.payloads import articles_of, units_of
from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.units import Move, Units
from lawtrack.law import Level, article_label

if TYPE_CHECKING:
    from lawtrack.amend.applying.tree import Node
    from lawtrack.amend.model import Address, Operation


class Structure(Units):
    """The operations that change where units stand and what number they have."""

    def _renumber(self, operation: Operation) -> None:
        at, to = operation.at, operation.to
        assert at is not None
        assert to is not None
        if at.block == "order":
            self.kept_numbers |= operation.side == "kept"
            return
        node = self.places.find(at)
        node.mark(self.by)
        if at.headings and not at.article:
            node.declared = (to.headings[-1][1], 0) if to.headings else None
            self.declared_by[node] = self.by
        elif at.level == "article":
            self._declare(node, to.article)
            if to.headings:
                node.parent = self._new_heading(to) or self.places.heading(to)
                self.housed.add(node)
            if to.headings or operation.side == "moved":
                self.moved.add(node)
        else:
            node.declared = (getattr(to, at.level) or 0, 0)
            self.declared_by[node] = self.by

    def _move(self, operation: Operation) -> None:
        at, to = operation.at, operation.to
        assert at is not None
        assert to is not None
        node = self.places.find(at)
        if node.left or node.gone:
            raise Refusal("amend.conflict", place=at.label)
        node.left = True
        node.mark(self.by)
        if node.parent is not None and node.level is not Level.ARTICLE:
            node.parent.mark(self.by)
        self.moves.append(Move(node, to, self.by))

    def _split(self, operation: Operation) -> None:
        at, text = operation.at, operation.text
        assert at is not None
        node = self.places.find(at)
        if text is None:
            if operation.targets:
                self._declare(node, operation.targets[0].article)
            return
        if node.level is not Level.ARTICLE:
            pieces = units_of(text, node.level)
            if operation.count and len(pieces) != operation.count:
                raise Refusal(
                    "amend.count-differs", place=at.label, expected=operation.count, found=len(pieces)
                )
            self._free(node, at)
            self._fill(node, text)
            node.mark(self.by)
            return
        numbers = [target.article for target in operation.targets]
        cut = articles_of(text)
        if (operation.count and len(cut) != operation.count) or (numbers and len(cut) != len(numbers)):
            raise Refusal("amend.count-differs", place=at.label, expected=operation.count, found=len(cut))
        self._free(node, at)
        self._fill(node, cut[0][1])
        node.mark(self.by)
        self._declare(node, numbers[0] if numbers else cut[0][0])
        rest = "\n".join(
            piece if label is None else f"{article_label(label)}　{piece}" for label, piece in cut[1:]
        )
        made = self._new_articles(rest, list(numbers[1:]) or [label for label, _ in cut[1:]], at.label)
        for index, extra in enumerate(made):
            extra.anchor = made[index - 1] if index else node

    def _join(self, operation: Operation) -> None:
        sources, to = operation.sources, operation.to
        nodes = [self.places.find(at) for at in sources]
        for node, at in zip(nodes, sources, strict=True):
            if node.gone or node.left or node.replaced is not None:
                raise Refusal("amend.conflict", place=at.label)
            node.mark(self.by)
        first, *rest = nodes
        if (
            to is not None
            and to.level == "article"
            and any(node.level is not Level.ARTICLE for node in nodes)
        ):
            self._gather(nodes, to, operation.text)
            return
        if operation.text is None:
            self._pour(first, rest)
        else:
            self._free(first, sources[0])
            self._fill(first, operation.text)
        for node in rest:
            node.gone = True
            self.into[node] = first
        if to is not None:
            number = to.article if first.level is Level.ARTICLE else (getattr(to, to.level) or 0, 0)
            self._declare(first, number)

    def _gather(self, nodes: list[Node], to: Address, text: str | None) -> None:
        """Paragraphs of one article or several become an article of their own."""
        for node in nodes:
            node.left = True
            node.gone = text is not None
        if text is None:
            self.moves += [Move(node, to, self.by) for node in nodes]
        else:
            made = self._new_articles(text, [to.article], to.label)
            self.into.update((node, made[0]) for node in nodes)

    def _pour(self, first: Node, rest: list[Node]) -> None:
        """Join without a new text: what the others hold follows in order, unless it is moved by name."""
        if first.level is not Level.ARTICLE:
            raise Refusal("amend.no-text", words="合并")
        self.poured.append((first, rest))
