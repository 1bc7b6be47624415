"""Forms of words about what is put in: articles, paragraphs, items, sentences, chapters and sections."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.payloads import LOOSE
from lawtrack.amend.model import Address, fault
from lawtrack.amend.reading.addresses import N, places
from lawtrack.amend.reading.annexes import annex_name
from lawtrack.amend.reading.context import (
    LEVELS,
    Reading,
    add,
    became_article,
    listed,
    misread,
    places_of,
    targets_of,
    text_of,
    texts_of,
)
from lawtrack.amend.reading.expressions import Expression
from lawtrack.amend.reading.sentences import QUOTES_FROM, numeral

if TYPE_CHECKING:
    import re
    from collections.abc import Callable


def _insert(r: Reading, match: re.Match[str]) -> None:
    level, count = LEVELS[match["kind"]], numeral(match["number"])
    side, texts = _side(match), texts_of(r, match)
    if level == "sentence" or (match["locator"] and side):
        _sentence(r, match, texts)
        return
    made_of = became_article(r, match["places"] or "") is not None
    where = places_of(r, match["places"]) if match["places"] and not made_of else []
    if where and where[-1].block == "body":
        where = []
    targets = targets_of(r, match["to"])
    if level == "article" and [at.article for at in targets] == [(-1, 0)]:  # 作为最后一条
        where, targets, side = targets, [], "after"
    if level == "article" and not targets and count == 1 and texts and (label := LOOSE.match(texts[0])):
        targets = places(label[0])  # 增加一条：“第五条　……”
    if level != "article" and not where and not _enters_new(r, targets):
        where = [_holder(r, level)] if r.here != Address() else []
    if not texts and level != "article":
        misread(r, match, "amend.no-text")
    if level == "article" and targets:
        r.new, r.here, r.these = targets[-1], Address(), ()
    at = where[-1] if where else None
    add(
        r,
        "insert",
        at=at,
        to=targets[0] if targets else None,
        targets=tuple(targets),
        text="\n".join(texts) if texts else None,
        side=side,
        count=count,
        level=level,
        shown=listed(targets) if targets else (at.label if at else ""),
    )


def _side(match: re.Match[str]) -> str:
    sides = {"后": "after", "前": "before", "间": "before"}
    return sides.get((match["side"] or "").removeprefix("之"), "")


def _enters_new(r: Reading, targets: list[Address]) -> bool:
    """第二款改为第三条第一款，增加一款，作为第二款: the new paragraph is one of the article that the first went to."""
    return bool(targets and targets[0].article and r.new and r.here.article in r.joined)


def _holder(r: Reading, level: str) -> Address:
    """The unit that the sentence is about, as far up as a new unit of `level` needs."""
    here = replace(r.here, part="", sentence=0, point=None)
    if level == "paragraph":
        return replace(here, paragraph=None, item=None)
    return replace(here, item=None) if level == "item" else here


def _insert_numbered(r: Reading, match: re.Match[str]) -> None:
    """增加第三款：“……” says the number without 一款，作为."""
    where, text = places_of(r, match["places"]), text_of(r, match)
    if where and text and _as_sentence(r, match, where[-1], text):
        return
    targets = targets_of(r, match["to"])
    level = targets[-1].level
    if level in ("chapter", "section", "part") and text and len(targets) == 1:
        words, text = ("", text) if "\n" in text else (_NAME_LABEL.sub("", text), None)
        at = where[-1] if where else None
        add(
            r,
            "insert",
            at=at,
            to=targets[0],
            words=words,
            text=text,
            level=level,
            count=1,
            shown=targets[0].label,
        )
        return
    if level not in ("article", "paragraph", "item", "point"):
        misread(r, match)
        return
    at = where[-1] if where and where[-1].block != "body" else None
    if not match["places"] and level != "article":
        at = None if _enters_new(r, targets) else _holder(r, level) if r.here != Address() else None
    if level == "article":
        at, r.new, r.here, r.these = None, targets[-1], Address(), ()
    add(
        r,
        "insert",
        at=at,
        to=targets[0],
        targets=tuple(targets),
        text=text,
        count=len(targets),
        level=level,
        shown=listed(targets),
    )


def _as_sentence(r: Reading, match: re.Match[str], where: Address, text: str) -> bool:
    """第四条中增加“……。”，作为第二句: behind the first sentence; whether it is that."""
    number = places(match["to"], r.here)[-1].sentence
    if not number or not text.endswith("。"):
        return False
    if number > 1:
        before = replace(where, sentence=number - 1)
        add(r, "insert-words", at=before, to=replace(where, sentence=number), text=text, side="end")
    else:
        to = replace(where, sentence=number)
        add(r, "insert-words", at=where, to=to, text=text, side="end" if number < 0 else "start")
    return True


def _insert_annex(r: Reading, match: re.Match[str]) -> None:
    """增加附件3：“附件3……”: the text has the annex's own heading."""
    at = Address(block="annex", annex=annex_name(match["annex"]))
    text = text_of(r, match)
    if not (text or "").strip():
        misread(r, match, "amend.no-text")
        return
    if annex_name(text or "") != at.annex:  # the text alone, without the annex's own heading
        text = f"{at.annex}\n{text}"
    add(r, "insert", at=at, text=text, level="annex", shown=at.label)


def _sentence(r: Reading, match: re.Match[str], texts: list[str]) -> None:
    where = places_of(r, match["places"])
    anchor = r.sentence.quotes[ord(match["locator"]) - QUOTES_FROM] if match["locator"] else ""
    if not texts or not where:
        misread(r, match, "amend.no-text")
    elif anchor:
        side = "before" if (match["side"] or "").endswith("前") else "after"
        add(r, "insert-words", at=where[-1], words=anchor, text="".join(texts), side=side)
    elif match["to"] is None or len(texts) > 1 or not _as_sentence(r, match, where[-1], texts[0]):
        add(r, "insert-words", at=where[-1], text="".join(texts), side="end")


_MORE_THAN_NAME: Final = Expression(r"[。；：\n]|.{31}")
_NAME_LABEL: Final = Expression(rf"^第{N}+[编章节][ 　\t]*")


def _insert_heading(r: Reading, match: re.Match[str]) -> None:
    """增加一章，作为第三章，章名为“监督”，包括第七条至第八条"""
    level = LEVELS[match["kind"]]
    quoted = [match[name] for name in ("name", "name2", "name3", "name4", "name5") if match[name]]
    names = [r.sentence.quotes[ord(ch) - QUOTES_FROM] for ch in quoted]
    texts = [*(name for name in names if "\n" in name), *texts_of(r, match)]
    names = [_NAME_LABEL.sub("", name) for name in names if "\n" not in name]
    if not names and len(texts) == 1 and not _MORE_THAN_NAME.search(texts[0]):  # 作为第三章：“监督”
        names, texts = [_NAME_LABEL.sub("", texts[0])], []
    where = places_of(r, match["places"]) if match["places"] else _above_it(r, level)
    targets = targets_of(r, match["to"])
    if numeral(match["number"]) == len(targets) > 1 and not quoted and texts and not match["holds"]:
        _insert_each(r, where, targets, "\n".join(texts), level)
        return
    if numeral(match["number"]) != 1 or len(targets) > 1 or len(names) > 1:
        misread(r, match)
        return
    add(
        r,
        "insert",
        at=where[-1] if where and where[-1].block != "body" else None,
        to=targets[0] if targets else None,
        words=names[0] if names else "",
        text="\n".join(texts) if texts else None,
        side=_side(match),
        level=level,
        count=1,
        holds=() if match["of"] else tuple(_held(match)),
        sources=() if match["of"] else tuple(_takes(match)),
        shown=targets[0].label if targets else "",
    )
    if match["of"]:  # 增加两章，……，第三章包括第九条: it need not be the last of them
        _heading_holds(r, match)
    r.here, r.these, r.new = Address(), (), None


def _above_it(r: Reading, level: str) -> list[Address]:
    """第三章增加一节，作为第一节“A”；增加一节，作为第二节“B”: the second is in the chapter of the first."""
    before = [op for op in r.operations if op.op == "insert" and op.level == level == "section"]
    return [before[-1].at] if before and before[-1].at else []


def _insert_each(r: Reading, where: list[Address], targets: list[Address], text: str, level: str) -> None:
    """增加两章，作为第四章、第五章：“第四章……第五章……”: each heading with what its text prints below it."""
    starts = [at for at, line in enumerate(text.split("\n")) if _NAME_LABEL.match(line)]
    lines = text.split("\n")
    mine = [at for at in starts if places(lines[at])[:1] and places(lines[at])[0].level == level]
    if len(mine) != len(targets) or mine[:1] != [0]:
        r.fault = r.fault or fault(
            "amend.count-differs", place=listed(targets), expected=len(targets), found=len(mine)
        )
        return
    for target, start, end in zip(targets, mine, [*mine[1:], len(lines)], strict=True):
        add(
            r,
            "insert",
            at=where[-1] if where else None,
            to=target,
            text="\n".join(lines[start:end]),
            level=level,
            count=1,
            shown=target.label,
        )
    r.here, r.these, r.new = Address(), (), None


_OLD: Final = ("原", "现行")


def _held(match: re.Match[str]) -> list[Address]:
    """The articles that a new chapter has, by their new numbers."""
    if not match["holds"] or match["holds"].startswith(_OLD):
        return []
    return [replace(at, amended=False) for at in places(match["holds"])]


def _takes(match: re.Match[str]) -> list[Address]:
    """包括原第四条至第六条: the articles that a new chapter has, by their old numbers."""
    return places(match["holds"]) if match["holds"] and match["holds"].startswith(_OLD) else []


def _last_heading(r: Reading, match: re.Match[str]) -> int | None:
    """The index of the insertion of a heading, or of a joining of headings, that the sentence goes on about."""
    for index in reversed(range(len(r.operations))):
        op = r.operations[index]
        renamed = op.op == "replace" and op.at is not None and op.at.block == "heading"
        if renamed or (op.op == "insert" and op.level in ("chapter", "section", "part")):
            return index
    misread(r, match)
    return None


def _heading_named(r: Reading, match: re.Match[str]) -> None:
    """……，章名为“监督”: the name of the chapter that the sentence puts in, or is about."""
    name = _NAME_LABEL.sub("", r.sentence.quotes[ord(match["name"]) - QUOTES_FROM])
    if any(op.op == "insert" and op.level in ("chapter", "section", "part") for op in r.operations):
        index = _last_heading(r, match)
        if index is not None and not r.operations[index].words and r.operations[index].op == "insert":
            r.operations[index] = replace(r.operations[index], words=name)
            return
    elif joined := [op for op in r.operations if op.op == "join" and op.at and op.at.headings]:
        at = replace(joined[-1].at or Address(), block="heading")
        add(r, "replace", at=at, text=name, shown=at.label)
        return
    elif r.here.headings and not r.here.article:
        at = replace(r.here, block="heading")
        add(r, "replace", at=at, text=name, shown=at.label)
        if r.operations[-2:-1] and r.operations[-2].op == "move":  # it is found under its old number
            r.operations[-2:] = reversed(r.operations[-2:])
        return
    misread(r, match)


def _heading_called(r: Reading, of: str | None) -> int | None:
    """第三章包括第九条: the index of the insertion of that chapter, where the sentence puts in several."""
    path = places(of)[0].headings[-1:] if of else ()
    for index, op in enumerate(r.operations):
        if path and op.op == "insert" and op.to and op.to.headings[-1:] == path and not op.to.article:
            return index
    return None


def _heading_holds(r: Reading, match: re.Match[str]) -> None:
    """……，包括第七条至第八条: the articles of the chapter that the sentence puts in."""
    index = _heading_called(r, match["of"])
    index = _last_heading(r, match) if index is None else index
    if index is not None:
        to = r.operations[index].to or r.operations[index].at
        if match["of"] and to is not None and places(match["of"])[0].headings[-1:] != to.headings[-1:]:
            misread(r, match)
            return
        before = r.operations[index]
        told = {"holds": (*before.holds, *_held(match)), "sources": (*before.sources, *_takes(match))}
        if r.operations[index].op == "replace" and told["sources"]:
            misread(r, match)
            return
        r.operations[index] = replace(r.operations[index], **told)  # type: ignore[arg-type]


def _heading_of(r: Reading, match: re.Match[str]) -> None:
    """……，列入第一章: the chapter of the article just put in."""
    last = r.operations[-1] if r.operations else None
    if last is None or last.op != "insert" or last.level != "article" or last.side:
        misread(r, match)
        return
    r.operations[-1] = replace(last, at=places(match["house"])[0])


INSERT_FORMS: Final[dict[str, Callable[[Reading, re.Match[str]], None]]] = {
    "insert": _insert,
    "insert-heading": _insert_heading,
    "heading-named": _heading_named,
    "heading-holds": _heading_holds,
    "heading-of": _heading_of,
    "insert-numbered": _insert_numbered,
    "insert-annex": _insert_annex,
}
"""What each form about insertions means (the names are those of grammar.FORMS)."""
