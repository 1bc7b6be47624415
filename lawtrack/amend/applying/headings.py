"""Chapters and sections after an amendment: which articles stand under which, in what order, with what number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.housing import rehouse
from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.tree import Node
from lawtrack.amend.applying.turning import longest_run, turned_headings
from lawtrack.amend.model import Address, fault
from lawtrack.law import HEADING_LEVELS, NUMERAL_CLASS, Level, article_label, number_of, to_chinese
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.amend.applying.state import Amendment
    from lawtrack.amend.applying.tree import Tree
    from lawtrack.law import Number

_NAMES: Final = {Level.PART: "编", Level.SUBPART: "分编", Level.CHAPTER: "章", Level.SECTION: "节"}
_LEVELS: Final = {"编": Level.PART, "章": Level.CHAPTER, "节": Level.SECTION}
RANKS: Final = (Level.PART, Level.SUBPART, Level.CHAPTER, Level.SECTION)


def arrange(state: Amendment, order: list[Node]) -> None:
    """Hang the articles, in their new order, under the headings; number these where one came or went."""
    tree = state.tree
    if state.chapters:
        _anew(tree, state.chapters, order)
        return
    headings = turned_headings(state, [node for node in tree.headings if not node.gone])
    _enter_all(state, headings)
    rehouse(state, headings, order)
    _house(state, headings, order)
    _find_parents(state, order)
    _tell_borders(state, order)
    changed = bool(state.new_headings or state.turned) or any(
        node.gone or node.declared for node in tree.headings
    )
    index = {id(node): place for place, node in enumerate(order)}
    _hang(tree.root, headings, order, index)
    state.doubts += [
        fault("amend.heading-empty", place=node.label or node.raw) for node in headings if _emptied(node)
    ]
    state.doubts += [
        fault("amend.heading-unnamed", place=_label(node)) for node in headings if not node.words().strip()
    ]
    _check_held(state)
    printed = [node for node in tree.root.walk() if node.level is Level.ARTICLE]
    for node, other in zip(order, printed, strict=False):
        if node is not other:  # a heading took articles between which others stand
            state.doubts.append(fault("amend.unlisted-moves", place=article_label(other.final)))
            break
    if changed:
        _number(state, headings)


def _emptied(node: Node) -> bool:
    """Is a heading left without any article under it, that had one or is new?"""
    had = not node.eid or node.old_children
    return bool(had) and all(below.level is not Level.ARTICLE for below in node.walk())


_LINE: Final = compile_on_use(
    rf"^(第[ 　]?[{NUMERAL_CLASS}]+[ 　]?(?:分编|编|章|节)|[一二三四五六七八九十]+、)?[ 　]*"
    r"(.*?)（(?:(第[^（）]*条[^（）]*)起|无条文)）$"
)


def _anew(tree: Tree, lines: list[str], order: list[Node]) -> None:
    """All headings given anew, each with the first article under it."""
    stack = [tree.root]
    tree.root.children = []
    waiting = list(order)
    for line in lines:
        match = _LINE.match(line)
        if match is None:
            raise Refusal("amend.not-understood", words=line[:40])
        label, name, first = match.groups()
        while first and waiting and waiting[0].final != number_of(first):
            _under(stack[-1], waiting.pop(0))
        kind = label[-1] if label else "章"
        level = Level.SUBPART if label and label.endswith("分编") else _LEVELS.get(kind, Level.CHAPTER)
        node = Node(level, label or "", raw=name)
        node.sep = "　" if label else ""
        while len(stack) > 1 and RANKS.index(stack[-1].level) >= RANKS.index(level):
            stack.pop()
        _under(stack[-1], node)
        stack.append(node)
    for node in waiting:
        _under(stack[-1], node)


def _under(parent: Node, node: Node) -> None:
    node.parent = parent
    parent.children.append(node)


def _enter_all(state: Amendment, headings: list[Node]) -> None:
    """Put the headings that are new, or of another kind now, in their places."""
    for node in [node for node in headings if node in state.paths]:  # 第二章 that becomes 第二章第二节
        *outer, _ = state.paths[node]
        parent = _heading_at(state, headings, outer) if outer else state.tree.root
        if outer and node.number[0] == outer[-1][1] and node.old_label.endswith(_NAMES[Level(outer[-1][0])]):
            level = Level(outer[-1][0])
            declared = (h for h in state.new_headings if h.declared == (outer[-1][1], 0) and h.level is level)
            parent = next(declared, None)
        if parent is None:
            parent = Node(Level(outer[-1][0]))
            parent.parent = node.parent
            parent.declared = (outer[-1][1], 0)
            parent.mark(state.declared_by[node])
            state.new_headings.append(parent)
            headings.insert(headings.index(node), parent)
        node.parent = parent
    waiting = [node for node in state.new_headings if node not in headings]
    for node in sorted(waiting, key=lambda node: (RANKS.index(node.level), node.declared or (0, 0))):
        _enter(state, node, headings)


def _heading_at(state: Amendment, headings: list[Node], path: Sequence[tuple[str, int]]) -> Node | None:
    """The heading that has, or is to have, the numbers of `path` in the new text; None where there is none."""
    within: Node = state.tree.root
    for level, number in path:
        equals = [
            node for node in headings if node.level == Level(level) and _below(node, within, state.tree)
        ]
        declared = [node for node in equals if node.declared == (number, 0)]
        counted = [node for node in equals if node.declared is None and node.number[0] == number]
        moved = any(node.gone or node in state.paths for node in state.tree.headings) or state.new_headings
        if declared:
            within = declared[0]
        elif not moved and counted:
            within = counted[0]
        elif moved and number <= len(equals) and all(node not in state.paths for node in equals):
            within = equals[number - 1]
        else:
            return None
    return within


def _below(node: Node, outer: Node, tree: Tree) -> bool:
    return outer is tree.root or _within(node, outer)


def _enter(state: Amendment, node: Node, headings: list[Node]) -> None:
    """Find the place of a new heading: beside its anchor, or by its declared number among its equals."""
    tree, anchor = state.tree, node.anchor
    if node.parent in headings:  # 第一节 in the text of a new chapter
        headings.append(node)
        return
    if anchor is not None and node.side in ("after", "before") and anchor in headings:
        node.parent = anchor.parent
        at = headings.index(anchor) if node.side == "before" else _behind(anchor, headings)
        headings.insert(at, node)
        return
    parent = anchor if anchor is not None and anchor.level in HEADING_LEVELS else None
    outer = state.paths.get(node, ())[:-1]
    if parent is None and outer:
        parent = _heading_at(state, headings, outer)
        if parent is None:
            by = state.declared_by[node]
            state.faults[by].append(fault("amend.no-such-place", place=Address(headings=tuple(outer)).label))
    equals = [h for h in headings if h.level is node.level and (parent is None or _within(h, parent))]
    number = node.declared[0] if node.declared else len(equals) + 1
    following = equals[number - 1] if 0 < number <= len(equals) else None
    if following is not None and following.declared is not None and following.declared[0] < number:
        following = next((h for h in equals if h.declared and h.declared[0] > number), None)
    node.parent = parent or (equals[0].parent if equals else tree.root)
    if following is not None:
        node.parent = following.parent
        headings.insert(headings.index(following), node)
    else:
        headings.insert(_behind(node.parent or tree.root, headings), node)


def _behind(outer: Node, headings: list[Node]) -> int:
    """The place behind a heading and all that are under it; the end, where it is none of them."""
    at = headings.index(outer) + 1 if outer in headings else len(headings)
    while at < len(headings) and _within(headings[at], outer):
        at += 1
    return at


def _house(state: Amendment, headings: list[Node], order: list[Node]) -> None:
    """Give new headings their articles: those that 包括 names, else the new ones that come where the heading is."""
    for node in state.new_headings:
        if numbers := state.holds.get(node):
            for article in [article for article in order if article.final in numbers]:
                article.parent = node
                state.housed.add(article)
            if missing := set(numbers) - {article.final for article in order}:
                by = state.declared_by[node]
                state.faults[by].append(fault("amend.no-such-place", place=article_label(min(missing))))
    for node in state.new_headings:
        inside = any(a.parent is node or (a.parent and _within(a.parent, node)) for a in order)
        if node in headings and not inside and not any(h.parent is node for h in headings):
            for article in _waiting(state, node, headings, order):
                article.parent = node
                state.housed.add(article)


def _waiting(state: Amendment, node: Node, headings: list[Node], order: list[Node]) -> list[Node]:
    """The new articles just before the heading that follows: of those, the ones that a later instruction puts in."""
    equals = [h for h in headings if RANKS.index(h.level) <= RANKS.index(node.level)]
    after = set(map(id, equals[equals.index(node) + 1 :]))
    fresh = [article for article in order if article in state.inserted and article not in state.housed]
    end = next((i for i, a in enumerate(order) if a not in fresh and _any_above(a, after)), len(order))
    start = end
    while start and order[start - 1] in fresh:
        start -= 1
    run = order[start:end]
    by = state.declared_by.get(node, 0)
    return [article for article in run if min(article.by, default=0) >= by] or run


def _any_above(article: Node, headings: set[int]) -> bool:
    above = article.parent
    while above is not None:
        if id(above) in headings:
            return True
        above = above.parent
    return False


def _check_held(state: Amendment) -> None:
    """A heading must have the articles that it is said to have, as a reader of the page sees them."""
    for node, numbers in state.holds.items():
        if not numbers:
            continue
        told = [*numbers, *(old.final for old in state.taken.get(node, ()))]
        inside = _printed_under(state, node)
        more = next((number for number in inside if number not in told), None)
        less = next((number for number in told if number not in inside), None)
        if more:
            state.doubts.append(
                fault("amend.heading-holds-more", place=node.raw, article=article_label(more))
            )
        elif less and node.eid:
            state.doubts.append(
                fault("amend.heading-holds-less", place=node.raw, article=article_label(less))
            )


def _printed_under(state: Amendment, node: Node) -> list[Number]:
    """The new numbers of the articles between a heading and the next of its rank."""
    rank, inside, numbers = RANKS.index(node.level), False, []
    for below in state.tree.root.walk():
        if below.level in HEADING_LEVELS and RANKS.index(below.level) <= rank:
            inside = below is node
        elif inside and below.level is Level.ARTICLE:
            numbers.append(below.final)
    return numbers


def _full(node: Node) -> str:
    """A heading as it stands in the text, before it is numbered anew."""
    return f"{node.label} {node.words()}".strip()


def _label(node: Node) -> str:
    number = to_chinese(node.declared[0]) if node.declared else ""
    return node.label or f"第{number}{_NAMES[node.level]}"


def _within(node: Node, outer: Node) -> bool:
    above = node.parent
    while above is not None:
        if above is outer:
            return True
        above = above.parent
    return False


def _find_parents(state: Amendment, order: list[Node]) -> None:
    """An article that is new or changed places stands with the one before it; one that stayed stays."""
    tree = state.tree
    stayed = longest_run([node for node in order if node.eid], state.ranks)
    for place, node in enumerate(order):
        parent = node.parent
        while parent is not None and parent.gone:
            parent = _neighbour(tree, parent)
        before = order[place - 1].parent if place else None
        after = next(
            (n.parent for n in order[place + 1 :] if id(n) in stayed and n.parent and not n.parent.gone), None
        )
        placed = not node.eid and parent is not None and parent.level in HEADING_LEVELS
        named = node in state.housed or (placed and node not in state.made_of)
        if id(node) in stayed or named or (parent is not None and parent in (before, after)):
            node.parent = parent or tree.root
        else:
            stood = _stood(state, node)
            node.parent = before or after or tree.root
            if (
                stood
                and not stood.gone
                and not any(other.parent is stood for other in order if other is not node)
            ):
                node.parent = stood  # the only article of its chapter, given anew
            elif after and node not in state.made_of and stood is after:
                node.parent = after
            elif before and after and before is not after and node not in state.made_of and not node.eid:
                state.choices.append(
                    fault(
                        "amend.border",
                        place=article_label(node.final),
                        before=_full(before),
                        after=_full(after),
                    )
                )


def _tell_borders(state: Amendment, order: list[Node]) -> None:
    """移至第九条之后，作为第十条, where a chapter ends with 第九条: it could be the last of that one."""
    for node, _ in state.said_beside:
        at = order.index(node) if node in order else 0
        before, after = order[max(at - 1, 0)].parent, order[min(at + 1, len(order) - 1)].parent
        if before and after and before is not after:
            place, names = article_label(node.final), {"before": _full(before), "after": _full(after)}
            state.choices.append(fault("amend.border", place=place, **names))


def _stood(state: Amendment, node: Node) -> Node | None:
    """The heading of the deleted article whose number a new one has; one that only moved on is not deleted."""
    return next(
        (
            old.parent
            for old in state.tree.articles
            if old.gone and old not in state.into and old.number == node.final
        ),
        None,
    )


def _neighbour(tree: Tree, gone: Node) -> Node | None:
    """Where the articles of a dissolved heading go: to the heading before it, or outside."""
    siblings = [node for node in tree.headings if node.parent is gone.parent]
    at = siblings.index(gone)
    for node in reversed(siblings[:at]):
        if not node.gone:
            return node
    return gone.parent


def _hang(parent: Node, headings: list[Node], order: list[Node], index: dict[int, int]) -> None:
    """Give every heading its children in order."""
    below = [node for node in headings if node.parent is parent]
    for node in below:
        _hang(node, headings, order, index)
    first: dict[int, float] = {}
    last = -1.0
    for node in below:
        last = _first(node, index, last + 0.001)
        first[id(node)] = last
    own = [node for node in order if node.parent is parent]
    for node in own:
        first[id(node)] = float(index[id(node)])
    parent.adopt(sorted([*below, *own], key=lambda node: (first[id(node)], node.level is Level.ARTICLE)))


def _first(node: Node, index: dict[int, int], default: float) -> float:
    places = [index[id(below)] for below in node.walk() if id(below) in index]
    return min(places) - 0.5 if places else default


def _number(state: Amendment, headings: list[Node]) -> None:
    """Count the headings again, through the whole text or under each parent, as the base does."""
    tree = state.tree
    flat = [node for node in tree.root.walk() if node in headings]
    for level in RANKS:
        equals = [node for node in flat if node.level is level and node in headings]
        old = [node.number[0] for node in tree.headings if node.level is level and node.number[0]]
        parents = {id(node.parent) for node in tree.headings if node.level is level}
        running = len(set(old)) == len(old) and (level is not Level.SECTION or len(parents) > 1)
        counts: dict[int, int] = {}
        for node in equals:
            if node.eid and not node.number[0]:
                continue
            key = 0 if running else id(node.parent)
            counts[key] = counts.get(key, 0) + 1
            number = counts[key]
            if node.declared is not None and node.declared[0] != number:
                by = state.declared_by.get(node, max(node.by, default=0))
                state.faults[by].append(fault("amend.number-taken", place=node.label or node.raw))
            node.final = (number, 0)
            if not node.eid or not node.label.endswith(_NAMES[node.level]):
                node.sep = node.sep or tree.style.sep(node)
                model = tree.style.labels.get(level) or f"第一{_NAMES[level]}"
                node.label = tree.style.relabel(model, number)
            else:
                node.label = tree.style.label(node, node.final)
