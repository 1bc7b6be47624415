"""The third column of a 对照表: what happened to a clause, in the words of Chinese legislative practice.

A remark is part of a legal document and so in the language of the instrument, whatever language the interface speaks.
The forms (第三条改为第四条, 增加一款，作为第二款) are those of amending decisions.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from lawtrack.compare.cells import cells_moved
from lawtrack.compare.folding import fold
from lawtrack.compare.model import label_of
from lawtrack.compare.showing.flags import Flag, FlagKind, row_flags
from lawtrack.compare.showing.wording import count
from lawtrack.law import Level, to_chinese

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare.model import Row
    from lawtrack.compare.references import Followed
    from lawtrack.law import Provision

UNITS: Final = {
    "part": "编", "subpart": "分编", "chapter": "章", "section": "节", "article": "条",
    "paragraph": "款", "item": "项", "point": "目", "annex": "附件",
}  # fmt: skip
ASKED: Final[dict[FlagKind, str]] = {
    "money": "金额",
    "penalty": "处罚",
    "period": "期限",
    "date": "日期",
    "share": "比例",
    "count": "数量",
}
MANY: Final = 4
"""More changed parts than this are counted, not listed."""


def remark(row: Row, followed: Followed | None = None) -> str:
    r"""What happened to the clause of `row`, "" for one that stayed as it was.

    `followed` is the row's entry of `references.followed`, where its caller has it.

    >>> from lawtrack.compare import compare
    >>> old = "第一条　在三十日内缴纳。\n第二条　本市禁止在公园吸烟。"
    >>> new = "第一条　在六十日内缴纳。\n逾期不缴的，催告。\n第二条　新设一条。\n第三条　本市禁止在公园吸烟。"
    >>> [remark(row) for row in compare(old, new).rows]
    ['第一款修改；增加一款，作为第二款。期限：三十日→六十日', '新增', '第二条改为第三条']
    """
    said = [_fate(row)]
    if followed and followed.nothing_else:
        said.append("仅所引条号随之调整")
    elif row.kind in ("amended", "split", "merged"):
        said.append("；".join(_inside(row, _elsewhere(followed))))
    sentences = ["，".join(filter(None, said)), *_carried(followed)]
    if row.old and row.new:
        sentences += _asked(row_flags(row))
        sentences += ["按所在位置对应"] if row.in_place else []
        if row.doubtful:
            sentences.append("对应存疑" if row.changed else "对应存疑：文字未改，所引条文已是另一内容")
    elif row.doubtful:
        sentences.append(f"对应存疑：或与同一位置{'删去' if row.new else '新增'}的一条为同一条")
    return "。".join(filter(None, sentences))


def _carried(followed: Followed | None) -> Iterator[str]:
    """A sentence for each paragraph that another clause has now or had before."""
    for one in followed.left if followed else ():
        yield f"原{one.old.name}移至{one.new.name}"
    for one in followed.came if followed else ():
        yield f"{one.new.name}由原{one.old.name}移来"


def _asked(flags: Sequence[Flag]) -> Iterator[str]:
    """A sentence for each kind of flag: 金额：五十元→二百元，增加一千元."""
    for kind, group in groupby(flags, lambda flag: flag.kind):
        asked = list(group)
        said = [f"{flag.old}→{flag.new}" for flag in asked if flag.old and flag.new]
        for verb, words in (
            ("删去", [flag.old for flag in asked if not flag.new]),
            ("增加", [flag.new for flag in asked if not flag.old]),
        ):
            said += [verb + "、".join(words)] if words else []
        yield f"{ASKED[kind]}：{'，'.join(said)}"


def _fate(row: Row) -> str:
    """Where the clause went: 第三条改为第四条, 第二条、第三条合并为第二条, 移至第七条."""
    if row.kind == "added":
        return "新增"
    if row.kind == "deleted":
        return "删去"
    old, new = "、".join(row.old), "、".join(row.new)
    if row.kind == "split":
        return f"{old}拆分为{new}"
    if row.kind == "merged":
        return f"{old}合并为{new}"
    if row.moved:
        return f"{old}移作{new}" if old != new else "移动位置"
    return f"{old}改为{new}" if row.renumbered else ""


def _elsewhere(followed: Followed | None) -> frozenset[int]:
    """The paragraphs, by identity, that other clauses have or had, and of which the row's own sentences tell."""
    if not followed:
        return frozenset()
    return frozenset(
        [id(one.old.node) for one in followed.left] + [id(one.new.node) for one in followed.came]
    )


def _inside(row: Row, elsewhere: frozenset[int]) -> list[str]:
    """What happened below the clause, 修改 where it has no parts to tell apart, or where all of them changed.

    Of the paragraphs that are `elsewhere` nothing is said here.
    """
    if row.kind == "amended" and cells_moved(row.old_text, row.new_text) and _same_words(row):
        return ["仅表中内容所在栏不同"]
    parts = [part for part in row.parts if not _is_one_of(part, elsewhere)]
    said = list(_parts(parts, ""))
    if row.kind == "amended" and len(row.parts) > 1 and len(said) <= MANY:
        only_carried = bool(elsewhere) and not any(part.changed for part in parts)
        if said or only_carried:
            return said
    return ["修改"]


def _same_words(row: Row) -> bool:
    """Are the words of both sides the same, but for their numbers?"""
    olds, news = ([fold(node.words) for node in side] for side in (row.old_provisions, row.new_provisions))
    return olds == news if olds else fold(row.old_text) == fold(row.new_text)


def _is_one_of(part: Row, nodes: frozenset[int]) -> bool:
    own = (*part.old_provisions, *part.new_provisions)
    return len(own) == 1 and id(own[0]) in nodes


def _parts(parts: Sequence[Row], above: str) -> Iterator[str]:
    """A phrase for each changed part; neighbours that were all added or all reworded share one."""
    for (fate, level), group in groupby(parts, lambda part: (_part_fate(part), part.level)):
        rows = list(group)
        old = above + "、".join(_named(row.old_provisions) for row in rows)
        new = "、".join(_named(row.new_provisions) for row in rows)
        if fate == "added":
            yield f"{above}增加{count(len(rows), UNITS.get(level, ''))}，作为{new}"
        elif fate == "deleted":
            yield f"删去{old}"
        elif fate == "reworded":
            yield f"{old}修改"
        elif fate == "inside":
            for row in rows:
                yield from _parts(row.parts, above + _named(row.old_provisions))
        elif fate == "single":
            yield from (_single(row, above) for row in rows)


def _part_fate(part: Row) -> str:
    """Which phrase a part takes; "" where nothing is to be said."""
    if part.kind == "amended":
        if any(below.changed for below in part.parts):
            return "inside"
        return "single" if part.renumbered else "reworded"
    if part.kind == "unchanged":
        return "single" if part.moved else ""
    return part.kind if part.kind in ("added", "deleted") else "single"


def _single(part: Row, above: str) -> str:
    """The phrase of a part that shares none."""
    old, new = above + _named(part.old_provisions), _named(part.new_provisions)
    if part.kind == "split":
        return f"{old}拆分为{new}"
    if part.kind == "merged":
        return f"{old}合并为{new}"
    return f"{old}改为{new}，修改" if part.kind == "amended" else f"{old}移作{new}"


def _named(nodes: Sequence[Provision]) -> str:
    """第二款, 第三项, 第1目: an item is cited without its brackets (立法技术规范（试行）（一）第9项)."""
    return "、".join(_name(node) for node in nodes)


def _name(node: Provision) -> str:
    if node.level is Level.ITEM:
        return f"第{to_chinese(node.number[0])}项"
    return f"第{node.number[0]}目" if node.level is Level.POINT else label_of(node)
