"""移至第三章，作为第十四条: which chapter has that number, where chapters come or go in the same decision.

Places to go to are those of the new text, but not every drafter counts the chapters anew. The article's own number tells:
it must stand beside an article of the chapter that is meant, and nobody moves an article to the chapter where it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawtrack.amend.model import fault
from lawtrack.law import Level

if TYPE_CHECKING:
    from lawtrack.amend.applying.state import Amendment, Housed
    from lawtrack.amend.applying.tree import Node
    from lawtrack.amend.model import Address


def rehouse(state: Amendment, headings: list[Node], order: list[Node]) -> None:
    """Give each moved article the chapter that is meant; `headings` and `order` are in their new order."""
    for one in state.rehoused:
        old, new = one.node.parent, _numbered(headings, one.to)
        if old is None:  # 修改后的第三章
            one.node.parent = new or one.left
            if new is None:
                _refuse(state, one, "amend.no-such-place")
            continue
        if new is None or new is old or one.node not in order:
            continue
        beside = _beside(state, one.node, order)
        fitting = [heading for heading in (old, new) if heading in beside and heading is not one.left]
        if len(fitting) == 1:
            one.node.parent = fitting[0]
        elif fitting or one.left in (old, new):
            _refuse(state, one, "amend.heading-ambiguous")


def _refuse(state: Amendment, one: Housed, code: str) -> None:
    state.faults[one.by].append(fault(code, place=replace(one.to, article=None).label))


def _numbered(headings: list[Node], to: Address) -> Node | None:
    """The heading that has the number then, where chapters are counted through the whole text."""
    if len(to.headings) != 1:
        return None
    level, number = to.headings[0]
    equals = [node for node in headings if node.level == Level(level)]
    declared = next((node for node in equals if node.declared == (number, 0)), None)
    return declared or (equals[number - 1] if 0 < number <= len(equals) else None)


def _beside(state: Amendment, node: Node, order: list[Node]) -> list[Node | None]:
    """The chapters of the nearest articles on either side that stay in theirs."""
    at = order.index(node)
    stay = [other.eid != "" and other not in state.moved for other in order]
    before = next((order[i].parent for i in range(at - 1, -1, -1) if stay[i]), None)
    after = next((order[i].parent for i in range(at + 1, len(order)) if stay[i]), None)
    return [before, after]
