"""Forms of words about units that change their places: moved, exchanged, made units of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.model import Address
from lawtrack.amend.reading.addresses import places
from lawtrack.amend.reading.context import (
    Reading,
    add,
    article_text,
    listed,
    misread,
    places_of,
    targets_of,
    text_of,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Callable


def _move_into(r: Reading, match: re.Match[str]) -> None:
    """移至第八条，作为第八条第三款: where it goes is what 作为 says."""
    old = places_of(r, match["places"])
    into = places(match["into"], replace(r.here, part="", sentence=0))[-1]
    if match["into"].startswith(
        ("该", "同", "本")
    ):  # 移至该款: the one that the sentence puts in, never their own
        made = [op.to for op in r.operations if op.op == "insert" and op.to and op.to.level == into.level]
        if into.level != "article" and not made:
            misread(r, match)
            return
        into = replace(made[-1], article=made[-1].article or into.article) if made and made[-1] else into
    if match["side"] and into.level in ("chapter", "section", "article"):
        _beside_as(r, match, old, into)
        return
    if r.new and r.new.article and into.article == r.here.article:
        into = replace(into, article=r.new.article)
    new = targets_of(r, match["to"], into)
    if pours(old, new):
        add(r, "move", at=old[0], to=new[0], count=len(new))
        return
    if len(old) != len(new) or no_units(old):
        misread(r, match)
        return
    for a, b in zip(old, new, strict=True):
        elsewhere = a.level == "item" and b.paragraph is not None and a.paragraph != b.paragraph
        same = a.level == b.level and (a.level == "article" or (a.article == b.article and not elsewhere))
        add(r, "renumber" if same else "move", at=a, to=b, side="moved")
    r.new, text = new[-1], text_of(r, match)
    if text is not None:
        add(r, "replace", at=old[-1], text=text, shown=new[-1].label)


def _beside_as(r: Reading, match: re.Match[str], old: list[Address], beside: Address) -> None:
    """将第四章移至第一章之后，作为第二章: it stands beside the other, and gets the number that comes of that."""
    side, new, text = match["side"], targets_of(r, match["to"]), text_of(r, match)
    if len(old) != 1 or len(new) != 1 or not old[0].level == new[0].level == beside.level:
        misread(r, match)
        return
    where = "before" if side == "前" else "after"
    if beside.article:
        add(r, "renumber", at=old[0], to=new[0], sources=(beside,), side="moved")
        r.new = new[0]
    else:
        add(r, "move", at=old[0], to=new[0], sources=(beside,), side=where)
    if text is not None:
        add(r, "replace", at=old[0], text=text, shown=new[0].label)


def _move_beside(r: Reading, match: re.Match[str]) -> None:
    """将第七条移至第三条之后: it stands beside the other, whatever numbers they get."""
    old = places_of(r, match["places"])
    into = places(match["into"], replace(r.here, part="", sentence=0))
    beside = into[0]
    if (
        len(into) != 1
        or beside in old
        or no_units([*old, beside])
        or any(at.level != beside.level for at in old)
    ):
        misread(r, match)
        return
    for at in old:
        add(r, "move", at=at, sources=(beside,), side="before" if match["side"] == "前" else "after")
        if match["side"] == "后":
            beside = at


def _house(r: Reading, match: re.Match[str]) -> None:
    """将第七条移入第三章: the article is the last of the chapter; 该章 is the one that the sentence puts in."""
    named, sources = match["house"], ()  # type: str, tuple[Address, ...]
    if named[0] in "该本":
        new = [op.to for op in r.operations if op.op == "insert" and op.level in ("chapter", "section")]
        to = next((to for to in reversed(new) if to), None)
    elif (at := places(named)[0]).amended:
        to = replace(at, amended=False)
    else:
        to, sources = None, (at,)
    old = places_of(r, match["places"])
    if (to is None and not sources) or any(at.level != "article" for at in old):
        misread(r, match)
        return
    for at in old:
        add(r, "move", at=at, to=to, sources=sources, side="under", words="原" if named[0] == "原" else "")


def pours(old: list[Address], new: list[Address]) -> bool:
    """第六条改为第五条第二款、第三款: an article becomes that many paragraphs of another."""
    if len(old) != 1 or len(new) < 2 or old[0].level != "article" or len({at.article for at in new}) > 1:
        return False
    first = new[0].paragraph or 0
    return first > 1 and [at.paragraph for at in new] == list(range(first, first + len(new)))


def cut_off(r: Reading, old: list[Address], new: list[Address], text: str | None = None) -> bool:
    """第五条第二句单独作为第二款: sentences become paragraphs, or an article, of their own; whether it was that.

    `text` is the new text of the one sentence that goes.
    """
    told = zip(old, new, strict=False)
    if len(old) != len(new) or not all(
        a.sentence > 0 and b.level in ("paragraph", "article") for a, b in told
    ):
        return False
    if text is not None and (len(old) > 1 or "\n" in text):
        return False
    r.here = replace(r.here, sentence=0, paragraph=None)
    for a, b in zip(old, new, strict=True):
        if b.paragraph == 1 and b.article != a.article:  # the first paragraph of an article made of it
            add(r, "move", at=a, to=Address(article=b.article), text=text)
            r.new, r.joined = Address(article=b.article), {*r.joined, a.article}
        elif a.sentence > 1 or b.paragraph not in (None, a.paragraph or 1):
            add(r, "move", at=a, to=b, text=text)
        elif text is not None:
            add(r, "replace", at=a, text=text)
    return True


def no_units(old: list[Address]) -> bool:
    """A sentence or a part of a unit has no number that it could change."""
    return any(at.sentence or at.part for at in old)


def _swap(r: Reading, match: re.Match[str]) -> None:
    """将第五条与第六条对调: each stands where the other stood."""
    places = places_of(r, match["places"])
    if (
        len(places) != 2
        or places[0].level != places[1].level
        or places[0].level not in ("article", "item", "paragraph", "chapter", "section")
    ):
        misread(r, match)
        return
    one, other = places
    add(r, "renumber", at=one, to=other, side="swapped", shown=listed(places))


def _single(r: Reading, match: re.Match[str]) -> None:
    where, targets = places_of(r, match["places"]), targets_of(r, match["to"])
    if cut_off(r, where, targets, text_of(r, match)):
        return
    if len(where) != len(targets) or no_units(where):
        misread(r, match)
        return
    for a, b in zip(where, targets, strict=True):
        add(r, "move", at=a, to=b)
    r.new = targets[-1]
    text = article_text(r, match, targets)
    if text is not None:
        add(r, "replace", at=where[-1], text=text, shown=targets[-1].label)


def _move_to_heading(r: Reading, match: re.Match[str]) -> None:
    where, targets = places_of(r, match["places"]), targets_of(r, match["to"])
    heading = places(match["heading"])[0].headings
    if len(where) != len(targets):
        misread(r, match)
        return
    for a, b in zip(where, targets, strict=True):
        same = a.level == b.level == "article"
        which = "" if match["which"] is None else "原" if match["which"] == "原" else "新"
        add(r, "renumber" if same else "move", at=a, to=replace(b, headings=heading), words=which)
    r.new, text = targets[-1], article_text(r, match, targets)
    if text is not None:
        add(r, "replace", at=where[-1], text=text, shown=targets[-1].label)


MOVE_FORMS: Final[dict[str, Callable[[Reading, re.Match[str]], None]]] = {
    "move-into": _move_into,
    "move-beside": _move_beside,
    "house": _house,
    "swap": _swap,
    "single": _single,
    "move-to-heading": _move_to_heading,
}
"""What each form about changes of place means (the names are those of grammar.FORMS)."""
