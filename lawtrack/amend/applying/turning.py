"""Chapters and sections that change places with all that stands under them, join, or become of another kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.amend.applying.places import Refusal
from lawtrack.law import HEADING_LEVELS, Level

if TYPE_CHECKING:
    from lawtrack.amend.applying.state import Amendment
    from lawtrack.amend.applying.tree import Node
    from lawtrack.amend.model import Address, Operation


def stand_beside(state: Amendment, node: Node, beside: Node, side: str, place: str) -> None:
    """将第四章移至第一章之后: the heading with its articles comes to stand beside another of its rank."""
    row = _row(state, node, beside, place)
    row.remove(node)
    row.insert(row.index(beside) + (side == "after"), node)
    node.mark(state.by)


def exchange(state: Amendment, one: Node, other: Node, place: str) -> None:
    """将第二章与第三章对调: each stands where the other stood."""
    row = _row(state, one, other, place)
    at, to = row.index(one), row.index(other)
    row[at], row[to] = other, one
    one.mark(state.by)
    other.mark(state.by)


def _row(state: Amendment, one: Node, other: Node, place: str) -> list[Node]:
    """The headings among which both stand, in their order as it now is; raises Refusal where there is none."""
    parent = one.parent
    if parent is None or other.parent is not parent or one is other or one.level is not other.level:
        raise Refusal("amend.not-understood", words=place)
    if one.gone or other.gone or one in state.paths or other in state.paths:
        raise Refusal("amend.conflict", place=place)
    if parent not in state.turned:
        below = list(parent.old_children)
        first = next(at for at, child in enumerate(below) if child.level in HEADING_LEVELS)
        row = below[first:]
        if any(child.level is not one.level for child in row):  # articles between headings belong to none
            raise Refusal("amend.not-understood", words=place)
        state.turned[parent] = row
    return state.turned[parent]


def permute(state: Amendment) -> None:
    """第二章改为第三章，第三章改为第二章: numbers that headings hand to one another say that they change places.

    Only where the numbers said are those of the headings that get one, and no other heading of the row comes or goes:
    else a lone number would move a chapter because an instruction is missing.
    """
    for parent in dict.fromkeys(node.parent for node in state.tree.headings if node.declared):
        if parent is None:
            continue
        row = [child for child in parent.old_children if child.level in HEADING_LEVELS]
        named = [node for node in row if node.declared is not None]
        numbers = [node.declared[0] for node in named if node.declared]
        plain = parent not in state.turned and not any(node.gone or node in state.paths for node in row)
        plain = plain and not any(new.level is row[0].level for new in state.new_headings)
        if not plain or numbers == sorted(numbers) or sorted(numbers) != [node.number[0] for node in named]:
            continue
        by_number = dict(zip(numbers, named, strict=True))
        after = [by_number.get(node.number[0], node) for node in row]
        one, other = named[0], named[-1]
        _row(state, one, other, one.label)[:] = after


def turned_articles(state: Amendment, order: list[Node]) -> list[Node]:
    """The articles in the order that the headings above them now have."""
    if not state.turned:
        return order
    ranks = {
        id(heading): rank
        for parent, row in state.turned.items()
        for rank, heading in enumerate(_whole_row(parent, row))
    }
    above = {id(child): heading for heading in state.tree.headings for child in heading.old_children}

    def path(node: Node) -> list[int]:
        steps, heading = [], above.get(id(node))
        while heading is not None:
            steps.append(ranks.get(id(heading), _place(heading)))
            heading = above.get(id(heading))
        return steps[::-1]

    return sorted(order, key=path)


def turned_headings(state: Amendment, headings: list[Node]) -> list[Node]:
    """The headings of the old text in the order that they now have, each before those below it."""
    if not state.turned:
        return headings

    def walk(parent: Node) -> list[Node]:
        row = [child for child in parent.old_children if child.level in HEADING_LEVELS]
        row = state.turned.get(parent, row)
        return [below for child in row for below in (child, *walk(child))]

    return [node for node in walk(state.tree.root) if node in headings]


def _whole_row(parent: Node, row: list[Node]) -> list[Node]:
    """What stands before the first heading of a row stays before it."""
    return [child for child in parent.old_children if child not in row] + row


def _place(heading: Node) -> int:
    return list(heading.parent.old_children).index(heading) if heading.parent is not None else 0


def join_headings(state: Amendment, nodes: list[Node], operation: Operation) -> None:
    """将第四章并入第三章: the articles of all stand under the first named; they must be neighbours."""
    kept, *rest = nodes
    siblings = [
        node for node in state.tree.headings if node.parent is kept.parent and node.level is kept.level
    ]
    if not all(node in siblings for node in nodes):
        raise Refusal("amend.not-understood", words=operation.target)
    places = sorted(siblings.index(node) for node in nodes)
    if places[-1] - places[0] != len(nodes) - 1:
        raise Refusal("amend.not-understood", words=operation.target)
    for node in rest:
        node.gone = True
        state.into[node] = kept
        for child in node.old_children:
            child.parent = kept
    if operation.text:
        state.blocks.rename(kept, operation.text, state.by)
    if operation.to and operation.to.headings:
        kept.declared = (operation.to.headings[-1][1], 0)
        state.declared_by[kept] = state.by


def move_heading(state: Amendment, node: Node, at: Address, to: Address) -> None:
    """将第二章改为第二章第二节: a heading becomes one of another kind, with the articles under it."""
    if not to.headings or any(child.level in HEADING_LEVELS for child in node.old_children):
        raise Refusal("amend.not-understood", words=at.label)
    node.level = Level(to.headings[-1][0])
    node.declared = (to.headings[-1][1], 0)
    state.declared_by[node] = state.by
    state.paths[node] = to.headings


def longest_run(nodes: list[Node], ranks: dict[Node, int]) -> set[int]:
    """The most articles that keep their order among each other (longest increasing subsequence)."""
    best: list[tuple[int, int]] = []  # (length, previous index)
    tails: list[int] = []
    for at, node in enumerate(nodes):
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            if ranks[nodes[tails[middle]]] < ranks[node]:
                low = middle + 1
            else:
                high = middle
        best.append((low + 1, tails[low - 1] if low else -1))
        if low == len(tails):
            tails.append(at)
        else:
            tails[low] = at
    kept: set[int] = set()
    at = tails[-1] if tails else -1
    while at >= 0:
        kept.add(id(nodes[at]))
        at = best[at][1]
    return kept
