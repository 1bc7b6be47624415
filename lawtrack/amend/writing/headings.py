"""Chapters and sections in a written decision: renamed, put in, taken out; else their whole order anew."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from lawtrack.amend.writing.moves import gone_and_come, passes
from lawtrack.amend.writing.proof import plain
from lawtrack.amend.writing.quoting import lines_of, payload, quoted
from lawtrack.law import Level, to_chinese

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from lawtrack.compare import Row
    from lawtrack.law import Instrument, Provision

UNITS: Final = {Level.PART: "编", Level.SUBPART: "分编", Level.CHAPTER: "章", Level.SECTION: "节"}


@dataclass(slots=True)
class HeadingPlan:
    """What to say about the headings: `lines` the instructions, each with the index of the row before which it stands.

    `covered` are the rows that they take care of, `homes` the new chapters of articles that come from elsewhere, by the
    article's new eid.
    """

    lines: list[tuple[int, str]] = field(default_factory=list)
    covered: set[int] = field(default_factory=set)
    homes: dict[str, str] = field(default_factory=dict)


def heading_plan(
    old: Instrument,
    new: Instrument,
    rows: Sequence[Row],
    *,
    coarse: int,
    deletes: str,
    leaving: Collection[int],
) -> HeadingPlan:
    """The instructions for 编章节: what came, went or got another name.

    A new one says which articles it has (包括第六条至第八条), by their new numbers; coarser, each of its articles says that it
    goes there. `leaving` are the rows of articles of which a
    paragraph goes elsewhere.
    """
    plan = HeadingPlan()
    twins: dict[int, Provision] = {}
    for tag, low, high, start, end in _opcodes(old, new):
        gone, come = old.headings[low:high], new.headings[start:end]
        if [(h.level, h.number) for h in gone] == [(h.level, h.number) for h in come] or tag == "equal":
            twins.update({id(b): a for a, b in zip(gone, come, strict=True)})
        if tag == "equal":
            continue
        if [(h.level, h.number) for h in gone] == [(h.level, h.number) for h in come]:
            said = [(_first_row(a, rows), _renamed(a, b, old)) for a, b in zip(gone, come, strict=True)]
        else:
            said = [
                (_first_row(node, rows), _deleted(node, old, rows, plan, deletes, leaving)) for node in gone
            ]
            said += [(_first_row(node, rows), _inserted(node, new, rows, plan, coarse)) for node in come]
        plan.lines += [(at, words) for at, words in said if words is not None]
    _move_between(old, new, rows, plan, twins)
    return plan


def _move_between(
    old: Instrument, new: Instrument, rows: Sequence[Row], plan: HeadingPlan, twins: Mapping[int, Provision]
) -> None:
    """Name the chapter of each article that goes from one that stays, or that went, to another one that stays."""
    before, after = _owners(old), _owners(new)
    kept = {id(twin) for twin in twins.values()}
    for row in rows:
        if len(row.old_provisions) != 1 or len(row.new_provisions) != 1 or not old.headings:
            continue
        left, home = before.get(row.old_provisions[0].eid), after.get(row.new_provisions[0].eid)
        while left is not None and id(left) not in kept:
            at = old.headings.index(left)
            left = old.headings[at - 1] if at else None
        twin = twins.get(id(home)) if home is not None else None
        if twin is not None and home is not None and twin is not left and (address := _address(home, new)):
            others = (_address(heading, old) for heading in old.headings if heading is not twin)
            clear = "修改后的" if address in others else ""  # 移至 names the chapter as it is then
            plan.homes.setdefault(row.new_provisions[0].eid, clear + address)


def parted(rows: Sequence[Row], old: Instrument, new: Instrument) -> list[Row]:
    """The rows, with articles joined across chapters taken as one that is amended in its chapter and others that go."""
    before, after = _owners(old), _owners(new)
    apart: list[Row] = []
    for row in rows:
        home = after.get(row.new_provisions[0].eid) if row.kind == "merged" else None
        inside = [
            node
            for node in row.old_provisions
            if home is not None and (own := before.get(node.eid)) and plain(_own(own)) == plain(_own(home))
        ]
        if not 0 < len(inside) < len(row.old_provisions):
            apart.append(row)
            continue
        for label, node in zip(row.old, row.old_provisions, strict=True):
            one = replace(row, old=(label,), old_text=node.text, old_provisions=(node,))
            if node is inside[0]:
                apart.append(replace(one, kind="amended"))
            else:
                apart.append(replace(one, kind="deleted", new=(), new_text="", new_provisions=()))
    return apart


def taken_apart(rows: Sequence[Row], old: Instrument, new: Instrument) -> list[Row]:
    """The rows, with all that changes its place, its chapter or its count as articles that go and articles that come.

    It is what is left to say where moves, splits and chapters together don't come out.
    """
    before, after = _owners(old), _owners(new)
    names = {plain(_own(heading)) for heading in new.headings}
    apart: list[Row] = []
    for row in rows:
        homes = [before.get(node.eid) for node in row.old_provisions]
        homes += [after.get(node.eid) for node in row.new_provisions]
        under = {plain(_own(home)) for home in homes if home is not None}
        elsewhere = len(under) > 1 and under <= names
        several = len(row.old) + len(row.new) > 2
        passing = row.moved or any(passes(row, row, other) for other in rows if not other.moved)
        apart += gone_and_come(row) if passing or several or elsewhere else [row]
    return apart


def _owners(doc: Instrument) -> dict[str, Provision]:
    """The innermost heading over each article, by the article's eid."""
    return {
        child.eid: heading
        for heading in doc.headings
        for child in heading.children
        if child.level is Level.ARTICLE
    }


def _first_row(node: Provision, rows: Sequence[Row]) -> int:
    """The row of the first article under a heading, of either text; after all where there is none."""
    inside = {id(below) for below in node.walk() if below.level is Level.ARTICLE}
    rows_inside = (
        index
        for index, row in enumerate(rows)
        if any(id(article) in inside for article in (*row.old_provisions, *row.new_provisions))
    )
    return next(rows_inside, len(rows))


def first_articles(old: Instrument, new: Instrument) -> dict[str, str]:
    """The eid of the first article of each chapter or section that both texts have, with the heading's address."""
    addresses: dict[str, str] = {}
    for tag, low, high, start, end in _opcodes(old, new):
        if tag != "equal":
            continue
        for twin, node in zip(old.headings[low:high], new.headings[start:end], strict=True):
            first = next((below for below in node.walk() if below.level is Level.ARTICLE), None)
            if first is not None and (address := _address(twin, old)):
                addresses[first.eid] = address
    return addresses


def _opcodes(old: Instrument, new: Instrument) -> list[tuple[str, int, int, int, int]]:
    before, after = ([(node.level, plain(_own(node))) for node in doc.headings] for doc in (old, new))
    return list(SequenceMatcher(None, before, after, autojunk=False).get_opcodes())


def _renamed(a: Provision, b: Provision, old: Instrument) -> str | None:
    place = _address(a, old)
    return f"将{place}{_name(a)}修改为{quoted(_own(b))}。" if place else None


def _deleted(
    node: Provision,
    old: Instrument,
    rows: Sequence[Row],
    plan: HeadingPlan,
    deletes: str,
    leaving: Collection[int],
) -> str | None:
    """删去第二章 where all its articles go with it, 删去第二章章名 where they stay."""
    place = _address(node, old)
    inside = {below.eid for below in node.walk() if below.level is Level.ARTICLE}
    holding = [
        (index, row) for index, row in enumerate(rows) if any(a.eid in inside for a in row.old_provisions)
    ]
    if place is None:
        return None
    nested = any(below.level in UNITS for below in node.children)
    stays = any(row.kind != "deleted" or index in leaving for index, row in holding)
    if inside and not nested and not stays:
        plan.covered |= {index for index, _ in holding}
        return f"{deletes}{place}。"
    return f"{deletes}{place}{_name(node)}。"


def _inserted(
    node: Provision, new: Instrument, rows: Sequence[Row], plan: HeadingPlan, coarse: int
) -> str | None:
    """增加一章 with the new articles in it, or with the numbers of the articles that it has."""
    articles = [below for below in node.walk() if below.level is Level.ARTICLE]
    if not node.number[0] or not articles:
        return None
    unit, label = UNITS[node.level], f"第{to_chinese(node.number[0])}{UNITS[node.level]}"
    above = next((h for h in new.headings if any(child is node for child in h.children)), None)
    inside = f"在第{to_chinese(above.number[0])}{UNITS[above.level]}" if above is not None else ""
    head = f"{inside}增加一{unit}，作为{label}{quoted(_own(node))}"
    eids = {article.eid for article in articles}
    holding = [
        (index, row) for index, row in enumerate(rows) if any(a.eid in eids for a in row.new_provisions)
    ]
    fresh = [(index, row) for index, row in holding if row.kind == "added"]
    simple = not inside and not any(below.level in UNITS for below in node.children)
    gathered = all(row.kind == "added" or row.moved for _, row in holding)
    if simple and fresh and (gathered or coarse):
        plan.covered |= {index for index, _ in fresh}
        others = [row for _, row in holding if row.kind != "added"]
        plan.homes.update({a.eid: label for row in others for a in row.new_provisions if a.eid in eids})
        return _with_text(head, label, _own(node), [row for _, row in fresh])
    if not coarse:
        first, last = articles[0].label, articles[-1].label
        return f"{head}，包括{first if first == last else f'{first}至{last}'}。"
    address = (inside.removeprefix("在") if inside else "") + label
    plan.homes.update({article.eid: address for article in articles})
    return f"{head}。"


def _with_text(head: str, label: str, name: str, fresh: Sequence[Row]) -> str:
    """增加一章，作为第二章“名录”；增加两条，分别作为第六条、第七条。内容如下： and the new chapter."""
    lines = [f"{label}　{name}"]
    for row in fresh:
        first, *rest = lines_of(row.new_provisions[0])
        lines += [f"{row.new[0]}　{first}", *rest]
    if len(fresh) == 1:
        return head.removesuffix(quoted(name)) + payload(lines)
    number = "两" if len(fresh) == 2 else to_chinese(len(fresh))
    numbers = "、".join(row.new[0] for row in fresh)
    return f"{head}；增加{number}条，分别作为{numbers}。内容如下{payload(lines)}"


def _own(node: Provision) -> str:
    text = node.source[node.start + len(node.label) : node.children[0].start if node.children else node.end]
    return " ".join(text.split())


def _name(node: Provision) -> str:
    return "节名" if node.level is Level.SECTION else "章名"


def _address(node: Provision, doc: Instrument) -> str | None:
    """第三章, with the part or chapter around it where the number alone would not do."""
    if not node.number[0] or not node.label.startswith("第"):
        return None
    path = f"第{to_chinese(node.number[0])}{UNITS[node.level]}"
    twins = [other for other in doc.headings if other.level is node.level and other.number == node.number]
    if len(twins) > 1:
        above = next((h for h in doc.headings if h is not node and any(x is node for x in h.walk())), None)
        if above is None or not above.number[0]:
            return None
        path = f"第{to_chinese(above.number[0])}{UNITS[above.level]}{path}"
    return path
