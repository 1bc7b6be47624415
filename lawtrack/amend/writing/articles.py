"""One row of the comparison as an instruction: which units to name, and whether to change words or whole units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lawtrack.amend.writing.moves import divided
from lawtrack.amend.writing.quoting import lines_of, payload
from lawtrack.amend.writing.units import ArticleWords, count, leaves
from lawtrack.law import to_chinese

if TYPE_CHECKING:
    from collections.abc import Collection

    from lawtrack.amend.writing.manner import Manner
    from lawtrack.amend.writing.units import Phrase
    from lawtrack.compare import Row

PARTS, WHOLE, BARE, ANEW, ANEW_BARE = range(5)
"""How coarsely a row is written: units and words; the article; the article without quotes; deleted and added again."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said about one row ("" for nothing), and the units that it gives a new text, as (article, place).

    It is `light` where words change and nothing else does.
    """

    text: str
    replaced: tuple[tuple[str, str], ...] = ()
    light: bool = False


def instruction(
    row: Row, coarse: int, manner: Manner, chapter: str = "", moving: Collection[str] = ()
) -> Said:
    """The instruction for one row, without its number.

    `moving` are the eids of paragraphs that another instruction carries to an article of their own;
    `chapter` is named where the article would otherwise go to the end of the chapter before.
    """
    if row.kind in ("amended", "unchanged") and coarse < ANEW:
        return _amended(row, coarse, manner, chapter, moving)
    return Said(_whole(row, coarse, manner, chapter, moving), tuple((label, "") for label in row.old))


def _whole(row: Row, coarse: int, manner: Manner, chapter: str, moving: Collection[str]) -> str:
    if row.kind == "added":
        return _added(row, coarse, chapter)
    if row.kind == "deleted":
        return _deleted(row, manner, moving)
    if coarse >= ANEW:
        return _anew(row, coarse)
    return _split(row, coarse) if row.kind == "split" else _merged(row, coarse)


def _deleted(row: Row, manner: Manner, moving: Collection[str]) -> str:
    """删去第三条, or those of its paragraphs that go nowhere else."""
    if not moving:
        return f"{manner.deletes}{'、'.join(row.old)}。"
    rest = [child for child in row.old_provisions[0].children if child.eid not in moving]
    places = "、".join(f"{row.old[0]}第{to_chinese(child.number[0])}款" for child in rest)
    return f"{manner.deletes}{places}。" if places else ""


def _without(row: Row, moving: Collection[str]) -> str:
    """第九十九条第一款、第二款: an article whose paragraphs go to different articles, by those that do not leave it."""
    stay = [child for child in row.old_provisions[0].children if child.eid not in moving]
    return _staying(row, moving) if moving and len(stay) > 1 else ""


def _staying(row: Row, moving: Collection[str]) -> str:
    """The paragraphs of an article that do not leave it: 第九十九条第一款、第二款."""
    stay = [child for child in row.old_provisions[0].children if child.eid not in moving]
    return row.old[0] + "、".join(f"第{to_chinese(child.number[0])}款" for child in stay)


def renumbering(row: Row, chapter: str = "", stays: str = "") -> str:
    """将第四条改为第五条; 移作 where the article changes places with others, 移至 where it goes to a new chapter.

    `stays` are the paragraphs that become the new article, where it is not all of them.
    """
    if chapter:
        return f"将{row.old[0]}移至{chapter}，作为{row.new[0]}"
    return f"将{stays or row.old[0]}{'移作' if row.moved else '改为'}{row.new[0]}"


def _added(row: Row, coarse: int, chapter: str) -> str:
    lines = lines_of(row.new_provisions[0])
    after = f"在{chapter}" if chapter else ""
    if row.new_provisions[0].number[1]:
        _, branch = row.new_provisions[0].number
        label = row.new[0].rpartition("之")[0]
        after = f"在{label}{f'之{to_chinese(branch - 1)}' if branch > 1 else ''}后"
    return f"{after}增加一条，作为{row.new[0]}{payload(lines, bare=coarse in (BARE, ANEW_BARE))}"


def _anew(row: Row, coarse: int) -> str:
    """Delete and add again: what cannot be said more finely."""
    parts = [f"删去{'、'.join(row.old)}。"] if row.old else []
    for label, provision in zip(row.new, row.new_provisions, strict=True):
        parts.append(f"增加一条，作为{label}{payload(lines_of(provision), bare=coarse == ANEW_BARE)}")
    return "\n".join(parts)


def _split(row: Row, coarse: int) -> str:
    if coarse == PARTS and not row.moved and (text := divided(row)):
        return text
    lines = []
    for label, provision in zip(row.new, row.new_provisions, strict=True):
        first, *rest = lines_of(provision)
        lines += [f"{label}　{first}", *rest]
    return f"将{row.old[0]}改为{count(len(row.new))}条，作为{'、'.join(row.new)}，修改为{payload(lines, bare=coarse == BARE)}"


def _merged(row: Row, coarse: int) -> str:
    return (
        f"将{'、'.join(row.old)}合并，作为{row.new[0]}，修改为"
        f"{payload(lines_of(row.new_provisions[0]), bare=coarse == BARE)}"
    )


def _amended(row: Row, coarse: int, manner: Manner, chapter: str, moving: Collection[str]) -> Said:
    old, new = row.old_provisions[0], row.new_provisions[0]
    renumbered = row.old != row.new or row.moved or chapter
    if coarse == PARTS and not manner.judicial:
        if moving and all(part.kind == "unchanged" or leaves(part, moving) for part in row.parts):
            return Said(f"将{_staying(row, moving)}改为{row.new[0]}。" if row.moved else "")
        phrases = ArticleWords(old, new, manner, moving).phrases(row)
        if phrases:
            replaced = tuple((row.old[0], one.place) for one in phrases if one.kind in ("replace", "delete"))
            light = all(one.kind == "words" for one in phrases)
            return Said(_finely(row, phrases, manner, chapter), replaced, light)
    text = payload(lines_of(new), bare=coarse == BARE)
    whole = ((row.old[0], ""),)
    if renumbered and not manner.judicial:
        stays = "" if row.moved or chapter else _without(row, moving)
        return Said(f"{renumbering(row, chapter, stays)}，修改为{text}", whole)
    return Said(f"将{row.old[0]}修改为{text}", whole)


def _finely(row: Row, phrases: list[Phrase], manner: Manner, chapter: str) -> str:
    """The units and words of one article; the manner says whether its new number comes with them."""
    if manner.local and not manner.numbers and not (row.moved or chapter) and _light(phrases):
        article = f"原{row.old[0]}" if row.old != row.new else row.old[0]
        return _sentence(article, [replace(one, to="") for one in phrases])
    renumbered = row.old != row.new or row.moved or chapter
    return _sentence(row.old[0], phrases, renumbering(row, chapter) if renumbered else "")


def _light(phrases: list[Phrase]) -> bool:
    """Do only words change, or paragraphs and items go?"""
    return all(one.kind in ("words", "delete") for one in phrases)


def _sentence(article: str, phrases: list[Phrase], renumbered: str = "") -> str:
    """The phrases of one article, each on its line; the first names the article."""
    lines = []
    for index, part in enumerate(phrases):
        if index:
            lines.append(part.spoken(""))
        elif renumbered:
            lines.append(f"{renumbered}，{part.spoken('', opening=False, inside=True)}")
        else:
            lines.append(part.spoken(article))
    return "\n".join(lines)
