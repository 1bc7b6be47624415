"""What is not an article: title, preamble, headings, annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.amend.proof import plain, preamble_lines
from lawtrack.amend.quoting import payload, quoted
from lawtrack.law.model import Level
from lawtrack.law.numerals import to_chinese

if TYPE_CHECKING:
    from lawtrack.law.model import Instrument, Provision


def around(old: Instrument, new: Instrument) -> list[str]:
    """Instructions for the title and the preamble; the whole stretch after the body where it differs."""
    found = []
    if plain(old.title) != plain(new.title) and old.title and new.title:
        found.append(f"将名称修改为{payload([new.title])}")
    before, after = preamble_lines(old), preamble_lines(new)
    if plain("".join(before)) != plain("".join(after)):
        found.append(f"将引言修改为{payload(after)}" if after else "删去引言。")
    if _after(old) != _after(new):
        lines = [line for block in new.blocks if block.kind in ("annex", "tail") for line in block.lines]
        if lines:
            found.append(f"将正文后的内容修改为{payload(lines)}")
        else:
            found.append("删去正文后的内容。")
    return found


def _after(doc: Instrument) -> str:
    return "".join(plain(block.text) for block in doc.blocks if block.kind in ("annex", "tail"))


def heading_instructions(old: Instrument, new: Instrument, *, whole: bool) -> list[str]:
    """Instructions for 编章节: renamed ones by name, the whole order of chapters where more than names changed."""
    olds, news = old.headings, new.headings
    if whole:
        return [_order(new)]
    if [(h.level, h.number) for h in olds] != [(h.level, h.number) for h in news]:
        return [_order(new)]
    found = []
    for a, b in zip(olds, news, strict=True):
        if plain(_own(a)) != plain(_own(b)):
            place = _address(a, old)
            if place is None:
                return [_order(new)]
            found.append(f"将{place}修改为{quoted(_own(b))}。")
    return found


def first_articles(old: Instrument, new: Instrument) -> dict[str, str]:
    """The eid of the first article of each chapter or section that both texts have, with the heading's address."""
    known = {(node.level, node.number, plain(_own(node))): node for node in old.headings}
    found: dict[str, str] = {}
    for node in new.headings:
        first = next((below for below in node.walk() if below.level is Level.ARTICLE), None)
        twin = known.get((node.level, node.number, plain(_own(node))))
        if first is not None and twin is not None and (address := _address(twin, old)):
            found[first.eid] = address.removesuffix("章名").removesuffix("节名")
    return found


def _own(node: Provision) -> str:
    text = node.source[node.start + len(node.label) : node.children[0].start if node.children else node.end]
    return " ".join(text.split())


def _address(node: Provision, doc: Instrument) -> str | None:
    """第三章章名, with the part or chapter around it where the number alone would not do."""
    unit = {Level.PART: "编", Level.SUBPART: "分编", Level.CHAPTER: "章", Level.SECTION: "节"}[node.level]
    if not node.number[0] or not node.label.startswith("第"):
        return None
    path = f"第{to_chinese(node.number[0])}{unit}"
    twins = [other for other in doc.headings if other.level is node.level and other.number == node.number]
    if len(twins) > 1:
        above = next((h for h in doc.headings if h is not node and any(x is node for x in h.walk())), None)
        if above is None or not above.number[0]:
            return None
        names = {Level.PART: "编", Level.SUBPART: "分编", Level.CHAPTER: "章"}
        path = f"第{to_chinese(above.number[0])}{names[above.level]}{path}"
    return path + ("节名" if node.level is Level.SECTION else "章名")


def _order(doc: Instrument) -> str:
    """The chapters with the articles that they begin with, in the new numbering."""
    lines = []
    for node in doc.headings:
        first = next((below for below in node.walk() if below.level is Level.ARTICLE), None)
        label = f"{node.label}　{_own(node)}" if node.label else _own(node)
        lines.append(f"{label}（{first.label if first else '无条文'}起）" if first else f"{label}（无条文）")
    if not lines:
        return "删去所有章名。"
    return f"将各章节的名称和起始条文修改为{payload(lines)}"
