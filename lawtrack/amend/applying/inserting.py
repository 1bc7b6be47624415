"""Units inserted: articles, paragraphs, items, chapters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.payloads import Part, articles_of, closed, parts_of, units_of
from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.state import Amendment, Move
from lawtrack.amend.applying.tree import Node
from lawtrack.amend.applying.units import HEADING_OF, declare, new_articles, new_heading
from lawtrack.law import HEADING_LEVELS, Level, article_label

if TYPE_CHECKING:
    from lawtrack.amend.model import Address, Operation
    from lawtrack.law import Number

LEVELS: Final = {
    "article": Level.ARTICLE,
    "paragraph": Level.PARAGRAPH,
    "item": Level.ITEM,
    "point": Level.POINT,
    "chapter": Level.CHAPTER,
    "section": Level.SECTION,
    "part": Level.PART,
}


def insert(state: Amendment, operation: Operation) -> None:
    """New articles, paragraphs, items, points or a new heading; raises Refusal."""
    if operation.level == "annex" and operation.at:
        state.blocks.add_annex(operation.at, operation.text or "", state.by)
        return
    if operation.at and operation.at.block == "annex":
        state.blocks.add_lines(operation, operation.at, state.by)
        return
    level = LEVELS[operation.level]
    if level in HEADING_LEVELS:
        _insert_heading(state, operation, level)
    elif level is Level.ARTICLE:
        _insert_article(state, operation)
    else:
        _insert_below(state, operation, level)


def _insert_article(state: Amendment, operation: Operation) -> None:
    numbers: list[Number | None] = [target.article for target in operation.targets]
    anchor = None
    side = operation.side
    if operation.at and operation.at.article and side:
        anchor = _beside(state, operation.at)
    elif operation.at and operation.at.headings and not numbers:  # 第三章增加一条: at its end
        inside = [n for n in state.places.heading(operation.at).walk() if n.level is Level.ARTICLE]
        before = side == "before"
        anchor, side = (inside[0 if before else -1] if inside else None), "before" if before else "after"
    if not numbers and anchor is None:
        raise Refusal("amend.no-anchor", words="增加一条")
    numbers = numbers or [None] * max(operation.count, 1)
    if operation.count and operation.count != len(numbers):
        raise Refusal(
            "amend.count-differs", place=operation.target, expected=operation.count, found=len(numbers)
        )
    if operation.text is None:
        made = [Node(Level.ARTICLE) for _ in numbers]
        for node, number in zip(made, numbers, strict=True):
            declare(state, node, number)
        state.new_articles += made
    else:
        made = new_articles(state, operation.text, numbers, operation.target)
    if anchor is None:
        state.inserted.update(made)
    _anchor(state, operation, made, anchor, side)
    for index, node in enumerate(made):
        _put_under(state, node, operation, index)


def _beside(state: Amendment, at: Address) -> Node:
    """The article beside which one comes; 第三条之一 can be one that the decision has put in before."""
    if at.article and at.article[1] and at.article not in state.places.by_number:
        for node in state.new_articles:
            if node.declared == at.article:
                return node
    return state.places.find(at)


def _anchor(state: Amendment, operation: Operation, made: list[Node], anchor: Node | None, side: str) -> None:
    """New articles stand beside the one named; where they have numbers too, both must say the same in the end."""
    for index, node in enumerate(made):
        declared = node.declared
        branch = declared is not None and declared[1] > 0
        state.kept_numbers |= branch
        if (
            declared
            and branch
            and anchor
            and not index
            and declared[0] != (anchor.declared or anchor.number)[0]
        ):
            raise Refusal("amend.number-taken", place=article_label(declared))
        if index and (anchor or branch) and (branch or node.declared is None):
            node.anchor, node.side = made[index - 1], "after"
        elif anchor is not None and (branch or node.declared is None):
            node.anchor, node.side = anchor, side
        elif anchor is not None and operation.at and operation.at.article:
            state.anchored.append((node, anchor, side))


def _put_under(state: Amendment, node: Node, operation: Operation, index: int) -> None:
    """A new article under the chapter that the instruction names."""
    if operation.at and operation.at.article and operation.side == "before":
        node.parent = _beside(state, operation.at).parent
    if operation.at and operation.at.headings and operation.side != "before":
        node.parent = state.places.heading(operation.at)
    if index < len(operation.targets) and (to := operation.targets[index]).headings:
        node.parent = new_heading(state, to) or state.places.heading(to)


def _insert_below(state: Amendment, operation: Operation, level: Level) -> None:
    at, text = operation.at, operation.text or ""
    to = operation.to
    made = units_of(text, level)
    state.printed.update((node, node.number) for node in made if node.label)
    if level is Level.PARAGRAPH:
        made = closed(made)
    if operation.count and len(made) != operation.count:
        raise Refusal(
            "amend.count-differs", place=operation.target, expected=operation.count, found=len(made)
        )
    numbers = [getattr(target, operation.level) for target in operation.targets]
    if any(number and number < 0 for number in numbers):  # 作为最后一款
        numbers = []
    for index, node in enumerate(made):
        node.declared = (numbers[index], 0) if index < len(numbers) and numbers[index] else None
        node.mark(state.by)
    if to and to.article and (at is None or (to.article != at.article and _is_new(state, to.article))):
        state.moves += [
            Move(node, target, state.by) for node, target in zip(made, operation.targets, strict=False)
        ]
        return
    if at is None:
        raise Refusal("amend.no-anchor", words=operation.target)
    parent = _parent_of(state, at, to, level)
    if parent.replaced is not None and parent.level is not Level.ARTICLE:
        raise Refusal("amend.conflict", place=at.label)
    if not numbers:
        _place_beside(state, made, at, operation.side, parent)
    elif operation.side and (beside := state.places.find(at)) is not parent and beside.level is level:
        state.anchored += [(node, beside, operation.side) for node in made]
    for node in made:
        node.parent = parent
    parent.incoming += made
    parent.mark(state.by)


def _is_new(state: Amendment, number: Number) -> bool:
    """Is that number declared for a new article, so that a place in it cannot be one of the old text?"""
    return any(node.declared == number for node in state.new_articles)


def _parent_of(state: Amendment, at: Address, to: Address | None, level: Level) -> Node:
    article = replace(at, paragraph=None, item=None, point=None, part="", sentence=0)
    if level is Level.PARAGRAPH:
        return state.places.find(article)
    if level is Level.POINT:
        return state.places.find(replace(at, point=None, part="", sentence=0))
    paragraph = at.paragraph or (to.paragraph if to else None)
    if paragraph:
        return state.places.find(replace(article, paragraph=paragraph))
    node = state.places.find(article)
    if node.level is Level.ARTICLE and len(node.old_children) == 1:
        return node.old_children[0]
    return state.places.holder(node, at)


def _place_beside(state: Amendment, made: list[Node], at: Address, side: str, parent: Node) -> None:
    """A place beside a unit named: 第二款后增加一款."""
    node: Node | None = state.places.find(at)
    if node is parent or not side:  # at the end, as 增加一款 without a number means
        node, side = (parent.old_children[-1] if parent.old_children else None), "after"
    for index, new in enumerate(made):
        new.anchor, new.side = (made[index - 1], "after") if index else (node, side)


def _insert_heading(state: Amendment, operation: Operation, level: Level) -> None:
    """A new chapter or section, with the articles that its text gives or that 包括 names."""
    at, to = operation.at, operation.to
    node = Node(level, raw=operation.words)
    parts = parts_of(operation.text or "")
    if parts and HEADING_OF.get(parts[0].kind) == level:
        node.raw = node.raw or parts[0].name
        if parts[0].name not in ("", node.raw):
            raise Refusal("amend.conflict", place=operation.target)
        parts[0] = Part("", "", parts[0].text)
    if not node.raw:
        raise Refusal("amend.no-text", words=operation.target)
    if to and to.headings:
        node.declared = (to.headings[-1][1], 0)
        state.paths[node] = to.headings
    if at and at.headings:
        node.anchor = state.places.heading(at)
        node.side = operation.side or "within"
    elif at and at.article and operation.side:
        node.anchor, node.side = state.places.find(at), operation.side
    node.mark(state.by)
    state.declared_by[node] = state.by
    state.new_headings.append(node)
    state.holds[node] = [held.article for held in operation.holds if held.article]
    for source in operation.sources:  # 包括原第四条: the one that stands there, whatever number it gets
        taken = state.places.find(source)
        if taken.gone or taken.left or taken in state.housed:
            raise Refusal("amend.conflict", place=source.label)
        taken.parent = node
        state.taken.setdefault(node, []).append(taken)
        state.housed.add(taken)
    for part in parts:
        _fill_heading(state, node, part, operation)


def _fill_heading(state: Amendment, node: Node, part: Part, operation: Operation) -> None:
    """The articles of a new heading, under a heading of their own (第一节) where the text prints one."""
    under = node
    if part.kind:
        under = Node(HEADING_OF[part.kind], raw=part.name)
        if HEADING_OF[part.kind] == node.level or not part.name:
            raise Refusal("amend.not-understood", words=part.name)
        under.parent = node
        under.mark(state.by)
        state.new_headings.append(under)
    if part.text:
        labels = [label for label, _ in articles_of(part.text)]
        for article in new_articles(state, part.text, list(labels), operation.target):
            article.parent = under
            state.housed.add(article)
