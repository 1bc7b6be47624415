"""Carries out the operations of an amending instrument one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.amend.applying.inserting import Insertions
from lawtrack.amend.applying.payloads import HEADING, articles_of, spelled, units_of
from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.structure import Structure
from lawtrack.amend.applying.words import same
from lawtrack.amend.model import Address, fault
from lawtrack.law import HEADING_LEVELS, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.amend.applying.tree import Node
    from lawtrack.amend.model import Operation
    from lawtrack.law import Number


class Operations(Structure, Insertions):
    """Everything that an operation can be; replacing and deleting stand here."""

    def do(self, operation: Operation) -> None:
        """Carry out one operation; raises Refusal with the reason where it cannot be."""
        if operation.op.endswith("-words"):
            self.words.do(operation)
        else:
            getattr(self, "_" + operation.op)(operation)

    def _replace(self, operation: Operation) -> None:
        at, text = operation.at, operation.text
        assert at is not None
        if len(operation.sources) > 1:
            self._replace_together(operation)
            return
        if at.block == "body" and not at.paragraph:
            self.tree.override = text
            return
        if at.block == "chapters":
            self.chapters = (text or "").split("\n")
            return
        if at.headings and not at.article and not at.block and "\n" in (text or ""):
            self._replace_chapter(at, text or "")
            return
        if at.block or (at.headings and not at.article):
            self.blocks.replace(at, text or "", self.places, self.by, restates=operation.restates)
            return
        node = self.places.find(at)
        if at.sentence or at.part:
            self._replace_part(node, at, text or "")
            return
        if operation.restates:
            self._compare_restated(node, at, text or "")
        self._free(node, at, operation.restates)
        self._fill(node, text or "")
        node.mark(self.by)

    def _compare_restated(self, node: Node, at: Address, text: str) -> None:
        """这一款相应修改为“……”: the words changed before must give the text restated in full."""
        changed = any(span.by == self.by for below in node.walk() for span in below.spans)
        now = "".join(("" if below is node else below.label) + below.words() for below in node.walk())
        if changed and not same(now, text):
            self.notes.append(fault("amend.restated-differs", place=at.label))

    def _replace_chapter(self, at: Address, text: str) -> None:
        """第四章修改为 with all its articles: the first for the first, then new ones, or the old ones left over go."""
        heading = self.places.heading(at)
        head, rest = text.split("\n", 1)
        head, rest = (head, rest) if HEADING.match(head) else ("", text)
        pieces = articles_of(rest)
        if any(map(HEADING.match, rest.split("\n"))) or not all(label for label, _ in pieces):
            raise Refusal("amend.not-understood", words=at.label)
        if any(node.level is not Level.ARTICLE for node in heading.old_children):
            raise Refusal("amend.not-understood", words=at.label)
        if head:
            self.blocks.rename(heading, head, self.by)
        old = list(heading.old_children)
        for node in old:
            self._free(node, Address(article=node.number))
            node.mark(self.by)
        for made in self._hand_to(old, pieces, at.label):
            made.parent = heading

    def _hand_to(self, nodes: list[Node], pieces: list[tuple[Number | None, str]], place: str) -> list[Node]:
        """Articles with new texts under their own numbers; what is left over of the old goes, of the new is made."""
        for node, (label, piece) in zip(nodes, pieces, strict=False):
            self._fill(node, piece)
            self._declare(node, label)
        last = nodes[min(len(nodes), len(pieces)) - 1]
        for node in nodes[len(pieces) :]:
            node.gone = True
            self.into[node] = last
        made: list[Node] = []
        for label, piece in pieces[len(nodes) :]:
            made += self._new_articles(piece, [label], place)
        return made

    def _replace_together(self, operation: Operation) -> None:
        """第一款、第二款修改为: as many new units as old ones, one each; else they take the place of all."""
        blocks = [at for at in operation.sources if at.block]
        nodes = [self.places.find(at) for at in operation.sources if not at.block]
        if blocks or not nodes:
            raise Refusal(
                "amend.count-differs", place=operation.target, expected=len(operation.sources), found=1
            )
        text = operation.text or ""
        if any(node.level is not nodes[0].level for node in nodes):
            raise Refusal("amend.not-understood", words=operation.target)
        for node, at in zip(nodes, operation.sources, strict=True):
            self._free(node, at)
            node.mark(self.by)
        pieces: list[tuple[Number | None, str]] = (
            articles_of(text)
            if nodes[0].level is Level.ARTICLE
            else [(None, spelled(n)) for n in units_of(text, nodes[0].level)]
        )
        if len(pieces) == len(nodes) and not operation.targets:
            for node, (label, piece) in zip(nodes, pieces, strict=True):
                self._fill(node, piece)
                if label:
                    self.printed[node] = label
            return
        if nodes[0].level is Level.ARTICLE:
            wanted = operation.count or len(pieces)
            labels = [label for label, _ in pieces]
            told = [target.article for target in operation.targets] or labels
            if len(pieces) != wanted or told != labels or None in labels:
                raise Refusal(
                    "amend.count-differs", place=operation.target, expected=len(nodes), found=len(pieces)
                )
            self._hand_to(nodes, pieces, operation.target)
            return
        self._fill(nodes[0], text)
        for node in nodes[1:]:
            node.gone = True

    def _delete(self, operation: Operation) -> None:
        at = operation.at
        assert at is not None
        if at.block == "headings":
            for node in self.tree.headings:
                node.gone = True
                node.mark(self.by)
            return
        if at.block == "heading" and at.headings:
            node = self.places.heading(at)
            node.gone = True
            node.mark(self.by)
            return
        if at.block in ("annex", "preamble", "after"):
            self.blocks.replace(at, "", self.places, self.by)
            return
        if at.block:
            raise Refusal("amend.no-such-place", place=at.label)
        node = self.places.find(at)
        if at.sentence or at.part:
            self._replace_part(node, at, "")
            return
        if node.gone or node.replaced is not None:
            raise Refusal("amend.conflict", place=at.label)
        for below in node.walk() if node.level in HEADING_LEVELS else (node,):
            below.gone = True
            below.mark(self.by)

    @property
    def reordered(self) -> bool:
        """Did any unit come, go or get another number?"""
        return bool(self.new_articles or self.new_headings or self.tree.override or self.chapters) or any(
            node.gone or node.left or node.incoming or node.final != node.number for node in self.tree.nodes
        )

    def touched(self) -> dict[int, tuple[tuple[str, ...], tuple[str, ...]]]:
        """For each instruction the labels of the articles that it changed, before and after."""
        found: dict[int, tuple[list[str], list[str]]] = {}
        for node in self._everything():
            article = node.article
            for by in node.by:
                old, new = found.setdefault(by, ([], []))
                if article is not None:
                    if article.eid and article.number != (0, 0) and _old_label(article) not in old:
                        old.append(_old_label(article))
                    if not article.gone and article.label not in new:
                        new.append(article.label)
        return {by: (tuple(old), tuple(new)) for by, (old, new) in found.items()}

    def _everything(self) -> Iterator[Node]:
        seen = set()
        for node in (*self.tree.nodes, *(n for child in self.tree.root.children for n in child.walk())):
            if id(node) not in seen:
                seen.add(id(node))
                yield node


def _old_label(article: Node) -> str:
    return article.old_label or article.label
