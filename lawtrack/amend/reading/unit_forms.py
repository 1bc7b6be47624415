"""Forms of words about whole units: replaced, deleted, renumbered, split, joined."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.payloads import ARTICLE, ITEM
from lawtrack.amend.model import Address
from lawtrack.amend.reading.addresses import N, places
from lawtrack.amend.reading.context import (
    LEVELS,
    Reading,
    add,
    article_text,
    listed,
    misread,
    places_of,
    shown,
    targets_of,
    text_of,
    texts_of,
    title_of,
)
from lawtrack.amend.reading.move_forms import cut_off, no_units, pours
from lawtrack.amend.reading.sentences import numeral
from lawtrack.law import number_of
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    import re
    from collections.abc import Callable


def _replace(r: Reading, match: re.Match[str]) -> None:
    groups = match.groupdict()
    where, texts = places_of(r, groups.get("places")), texts_of(r, match)
    if not groups.get("places") and r.operations and r.operations[-1].op.endswith("-words"):
        misread(r, match)  # 删去“A”，改为“B”: what gets the new text is not said
        return
    if len(where) == 1 and where[0].paragraph and texts and ARTICLE.match(texts[0]):
        misread(r, match)  # a paragraph has no number of its own
        return
    where = _by_label(r, where, texts)
    _forget_announced(r, where, texts)
    restates = bool(groups.get("restates"))
    if not where:
        misread(r, match, "amend.no-anchor")
    elif not "".join(texts).strip():
        misread(r, match, "amend.no-text")
    elif len(texts) == len(where) > 1:
        for address, text in zip(where, texts, strict=True):
            add(r, "replace", at=address, text=text, shown=shown(r, address), restates=restates)
    elif len(where) > 1:
        add(r, "replace", at=where[0], sources=tuple(where), text="\n".join(texts), shown=listed(where))
    else:
        add(r, "replace", at=where[0], text="\n".join(texts), shown=shown(r, where[0]), restates=restates)


def _forget_announced(r: Reading, where: list[Address], texts: list[str]) -> None:
    """增加一款作为第二款，将该条修改为：“……”: the new text of the article has the paragraph in it."""
    if len(where) != 1 or where[0].level != "article" or not texts:
        return
    told = [op for op in r.operations if op.op == "insert" and op.text is None and op.level != "article"]
    announced = [op for op in told if op.at and op.at.article == where[0].article]
    r.operations = [op for op in r.operations if op not in announced]
    if announced and r.fault and r.fault.code == "amend.no-text":
        r.fault = None


def _by_label(r: Reading, where: list[Address], texts: list[str]) -> list[Address]:
    """第三项、第四项改为第二项、第三项，第三项修改为“（三）……”: a number that its text repeats may be the new one."""
    renumbered = {op.at: op.to for op in r.operations if op.op == "renumber" and op.at and op.at.item}
    if len(where) != 1 or where[0] not in renumbered or not (label := ITEM.match(texts[0])):
        return where
    said = replace(where[0], item=number_of(label[0].strip())[0])
    before = [old for old, new in renumbered.items() if new == said]
    return before if said == where[0] and before else where


def _renumber(r: Reading, match: re.Match[str]) -> None:
    before, chain = r.new, r.chain
    old = places_of(r, match["places"])
    new = targets_of(
        r, match["to"], before if match["to"].startswith("本条") else _stays_in(r, match["places"])
    )
    text = article_text(r, match, new)
    plain = "移" not in match[0] and not _merges(match[0])
    plain = plain and (text is None or f"修改为{match['to']}" not in match[0])
    if plain and cut_off(r, old, new, text):
        return
    if len(new) == 1 and len(old) > 1:
        _gather(r, old, new[0], text)
        return
    if text is None and pours(old, new):
        add(r, "move", at=old[0], to=new[0], count=len(new))
        return
    if len(old) != len(new) or no_units(old):
        misread(r, match)
        return
    if _merges(match[0]) and _joins_on(old, new):
        add(r, "join", at=new[0], sources=(new[0], old[0]), text=text, shown=listed(old))
        return
    explicit = "条" in match["to"]
    for a, b in zip(old, new, strict=True):
        if _merges(match[0]) and a.headings and b.headings and not a.article and not b.article:
            add(r, "join", at=b, sources=(b, a), shown=listed([a]))
            r.here, r.these = b, ()
            continue
        same = a.level == b.level and (a.level == "article" or _siblings(r, a, b))
        side = "moved" if "移" in match[0] else "within" if not explicit and before is None else ""
        add(r, "renumber" if same else "move", at=a, to=b, side=side)
        if not same:
            r.joined = r.joined | {a.article}
    r.chain = (*chain, *old) if text is None else ()
    if len(new) == 1:
        r.new = new[0] if new[0].article else r.new
    elif all(a.article in r.joined for a in old) and len({b.article for b in new}) == 1:
        r.new = new[-1]
    if text is not None and not _late_text(r, text):
        add(r, "replace", at=old[-1], text=text, shown=new[-1].label)


def _stays_in(r: Reading, named: str) -> Address | None:
    """第七条第二款改为第八条，第三款改为第二款: what is left of 第七条 is numbered in 第七条, not in the article made of it."""
    if _stays(r, named):
        return r.here
    left = r.here.article in r.joined and r.new is not None and (r.new.level == "article" or "条" in named)
    again = any(op.op == "join" and r.here in op.sources for op in r.operations)  # where in what was joined
    return r.here if left and r.here.paragraph and not again else None


def _stays(r: Reading, named: str) -> bool:
    """第九条第三项移至第十条……，第九条第四项改为第三项: the article named stays, whatever was moved out of it."""
    moved = any(op.side == "moved" and op.at and op.at.article == r.here.article for op in r.operations)
    whole = any(
        op.at and op.at.level == "article" and op.at.article == r.here.article and op.to
        for op in r.operations
    )
    moved |= any(op.side == "moved" and op.to and op.to.article == r.here.article for op in r.operations)
    return "条" in named and moved and not whole


def _joins_on(old: list[Address], new: list[Address]) -> bool:
    """第十六条并入第十五条: its text follows that of the other."""
    return len(old) == len(new) == 1 and old[0].level == new[0].level == "article"


def _merges(words: str) -> bool:
    """第四章并入第三章 is no new number."""
    return any(verb in words for verb in ("并入", "归入", "合并到", "合并至", "移入"))


def _renumber_here(r: Reading, match: re.Match[str]) -> None:
    """……修改为“……”，并作为第十条: the unit that the sentence is about."""
    new = targets_of(r, match["to"])
    if len(new) > 1 and len(new) == len(r.these) and {at.level for at in (*new, *r.these)} == {"article"}:
        for old, target in zip(r.these, new, strict=True):
            add(r, "renumber", at=old, to=target)
        return
    if _in_order(r, new):
        return
    here, last = replace(r.here, part="", sentence=0), r.operations[-1] if r.operations else None
    whole = last is not None and last.op == "replace" and last.at == here and here.level == "paragraph"
    if new[0].level == "article" and not whole:
        here = replace(here, paragraph=None, item=None, point=None)
    if len(new) != 1 or here == Address():
        misread(r, match)
        return
    add(r, "renumber" if here.level == new[0].level else "move", at=here, to=new[0])
    r.new = new[0]


def _in_order(r: Reading, new: list[Address]) -> bool:
    """……合并为一条，作为第五条，依次作为第一款、第二款: where each of the joined units comes to stand in it."""
    last = r.operations[-1] if r.operations else None
    if last is None or last.op != "join" or last.text is not None or last.targets or not last.to:
        return False
    numbers = [at.paragraph for at in new]
    if numbers != list(range(1, len(last.sources) + 1)) or any(at.item for at in new):
        return False
    r.operations[-1] = replace(last, targets=tuple(replace(at, article=last.to.article) for at in new))
    return True


def _late_text(r: Reading, text: str) -> bool:
    """增加一款，作为第二款，原第二款改为第三款：“……”: the text is that of the insertion before."""
    last = next((at for at, op in enumerate(r.operations) if op.op == "insert" and op.text is None), None)
    if last is None or r.operations[last].level == "article":
        return False
    r.operations[last] = replace(r.operations[last], text=text)
    if r.fault and r.fault.code == "amend.no-text":
        r.fault = None
    return True


def _siblings(r: Reading, a: Address, b: Address) -> bool:
    """Do a (old) and b (new) lie in the same article, so that only the number changes?"""
    if a.level == "item" and b.paragraph and a.paragraph != b.paragraph:
        return False
    if a.headings and not a.article:
        return len(a.headings) == len(b.headings) or a.level == b.level
    if a.article == b.article:
        return True
    return r.new is not None and b.article == r.new.article and a.article not in r.joined


def _gather(r: Reading, old: list[Address], new: Address, text: str | None) -> None:
    """Several paragraphs become one article: 将第九十九条第一款、第二款改为第一百一十条."""
    if all(address.level == new.level for address in old) or text is not None:
        add(r, "join", at=old[0], to=new, sources=tuple(old), text=text, shown=listed(old))
    else:
        for address in old:
            add(r, "move", at=address, to=new)
    r.new = new


def _split(r: Reading, match: re.Match[str]) -> None:
    where = places_of(r, match["places"])
    level = LEVELS[match["kind"]]
    targets, texts = targets_of(r, match["to"]), texts_of(r, match)
    text = "\n".join(texts) if texts else None
    if not where:
        misread(r, match, "amend.no-anchor")
        return
    if len(where) > 1:  # 将第二款、第三款修改为一款
        if numeral(match["number"]) == 1:
            _join(r, match)
        else:
            _recast(r, match, where, targets, text)
        return
    at = where[0]
    if level == "paragraph" and at.level == "article":  # 分为两款 only announces the new text's shape
        if text is not None:
            add(r, "replace", at=at, text=text, shown=shown(r, at))
        elif targets or numeral(match["number"]) < 2:
            misread(r, match, "amend.no-text")
        return
    add(
        r,
        "split",
        at=at,
        to=targets[0] if targets else None,
        targets=tuple(targets),
        text=text,
        count=numeral(match["number"]),
        level=level,
    )


_THE_PARAGRAPHS: Final = compile_on_use(rf"第{N}+条(?:之{N}+)?的?[两二三四]款合并")
"""第二条的两款合并: the article has no more than these."""


def _join(r: Reading, match: re.Match[str]) -> None:
    where, targets = places_of(r, match["places"]), targets_of(r, match["to"])
    if len(where) < 2:
        misread(r, match)
        return
    if len(targets) > 1 and all(target.level == "paragraph" for target in targets):
        _join_as_paragraphs(r, match, where, targets)
        return
    if len(targets) > 1:
        _recast(r, match, where, targets, text_of(r, match))
        return
    to = targets[0] if targets else None
    every = len(where) if where[0].level == "paragraph" and _THE_PARAGRAPHS.search(r.sentence.skeleton) else 0
    parts = {"sources": tuple(where), "text": text_of(r, match), "count": every, "shown": listed(where)}
    add(r, "join", at=where[0], to=to, **parts)
    r.here, r.these, r.new, r.joined = where[0], (), to, {address.article for address in where}


def _join_as_paragraphs(
    r: Reading, match: re.Match[str], where: list[Address], targets: list[Address]
) -> None:
    """将第五条、第六条合并，作为第五条第一款、第二款: each paragraph of what is joined is told its place."""
    numbers, text = [target.paragraph or 0 for target in targets], text_of(r, match)
    whole = Address(article=targets[0].article)
    if len({target.article for target in targets}) > 1 or numbers != list(
        range(numbers[0], numbers[0] + len(numbers))
    ):
        misread(r, match)
        return
    if numbers[0] == 1 and all(at.level in ("article", "paragraph") for at in where):
        add(
            r,
            "join",
            at=where[0],
            to=whole,
            sources=tuple(where),
            targets=tuple(targets),
            text=text,
            shown=listed(where),
        )
    elif text is None and len(where) == len(targets):
        for at, target in zip(where, targets, strict=True):
            add(r, "move", at=at, to=target)
    else:
        misread(r, match)
        return
    r.here, r.these, r.new, r.joined = where[0], (), whole, {address.article for address in where}


def _recast(
    r: Reading, match: re.Match[str], where: list[Address], targets: list[Address], text: str | None
) -> None:
    """将第五条、第六条、第七条合并为两条，作为第五条、第六条，修改为：“……”"""
    if text is None or where[0].level != "article":
        misread(r, match)
        return
    add(
        r,
        "replace",
        at=where[0],
        sources=tuple(where),
        targets=tuple(targets),
        text=text,
        count=numeral(match["number"]) if "number" in match.re.groupindex else len(targets),
        shown=listed(where),
    )


def _about(r: Reading, match: re.Match[str]) -> None:
    """第六条中，第一款的“……”: the place that what follows is in."""
    places_of(r, match["places"])


def _delete(r: Reading, match: re.Match[str]) -> None:
    for address in places_of(r, match["places"]):
        add(r, "delete", at=address, shown=shown(r, address))
    if r.here.part in ("items", "points"):  # 删去各项，将“下列事项：”修改为……: the words that led them in
        r.here, r.these = replace(r.here, part=""), ()


def _delete_with(r: Reading, match: re.Match[str]) -> None:
    """删去第三章及其所属的第九条至第十一条: the chapter, which must hold these."""
    told = places(match["with"]) if match["with"] else []
    for address in places_of(r, match["heading"]):
        add(r, "delete", at=address, holds=tuple(told), shown=address.label)


def _dissolve(r: Reading, match: re.Match[str]) -> None:
    """取消第二章的分节: the sections' headings go, the articles stay."""
    if named := match.groupdict().get("named") or match.groupdict().get("named2"):
        for address in places_of(r, named):
            at = replace(address, block="heading")
            add(r, "delete", at=at, shown=at.label)
        return
    of = match["of"] or match["of2"] or match["of3"]
    within = {"": r.here.headings, "各章": ()}.get(of or "")
    at = Address(headings=places(of)[0].headings if within is None else within, block="sections")
    add(r, "delete", at=at, shown=at.label)


def _delete_below(r: Reading, match: re.Match[str]) -> None:
    """第四条第一款删去第三项: the place comes before the verb, what is in it after."""
    places_of(r, match["above"])
    article = r.here.article
    for address in places_of(r, match["places"]):
        if address.article != article:
            misread(r, match)
            return
        add(r, "delete", at=address, shown=shown(r, address))


def _retitle(r: Reading, match: re.Match[str]) -> None:
    """名称修改为《……》: the new title stands in title marks, not in quotation marks."""
    at = Address(block="title")
    add(r, "replace", at=at, text=title_of(r, match["title"]), shown=at.label)


UNIT_FORMS: Final[dict[str, Callable[[Reading, re.Match[str]], None]]] = {
    "replace": _replace,
    "renumber": _renumber,
    "renumber-here": _renumber_here,
    "split": _split,
    "join": _join,
    "about": _about,
    "delete": _delete,
    "dissolve": _dissolve,
    "delete-with": _delete_with,
    "delete-below": _delete_below,
    "retitle": _retitle,
}
"""What each form about units means (the names are those of grammar.FORMS)."""
