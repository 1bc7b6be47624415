"""Forms of words about words: replaced, inserted, deleted inside a unit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.model import Address
from lawtrack.amend.reading.addresses import places
from lawtrack.amend.reading.context import (
    QUOTE,
    Piece,
    Reading,
    add,
    listed,
    misread,
    pieces_of,
    places_of,
    shown,
    text_of,
    texts_of,
)
from lawtrack.amend.reading.grammar import MIXED_PARTS
from lawtrack.amend.reading.sentences import QUOTES_FROM
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Callable

_LABEL: Final = compile_on_use(r"第[〇零一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十]+)?$")

_EACH: Final = compile_on_use(r"均|分别|都|各[^\ue000-\uefff]{0,4}增")
"""What says that words come in at each place of the others."""

_HEADING: Final = compile_on_use(r"第[〇零一二三四五六七八九十百]+[编章节]")


def _insert_words(r: Reading, match: re.Match[str]) -> None:
    side = "before" if match["side"] == "前" else "after"
    text = text_of(r, match)
    everywhere = _EACH.search(match[0]) is not None
    for piece in pieces_of(r, match["words"]):
        count = 0 if everywhere else len(piece.where)
        _words(r, "insert-words", piece, match, text=text, side=side, count=count)


def _replace_words(r: Reading, match: re.Match[str]) -> None:
    text = text_of(r, match)
    pieces = pieces_of(r, match["words"])
    quoted = [words for piece in pieces for words in piece.quoted]
    if any("\n" in words for words in (*quoted, text or "")):
        _replace_whole(r, match, pieces, text)
        return
    if (
        len(quoted) == 1
        and text
        and _LABEL.match(quoted[0])
        and _LABEL.match(text)
        and not match["words"].startswith("第")
    ):
        add(r, "renumber", at=places(quoted[0])[0], to=places(text)[0])
        return
    everywhere = any(word in (match["all"] or "") for word in ("均", "统一", "一律", "都", "全部"))
    merged = "合并" in match[0] and len(quoted) > 1
    for piece in [p._replace(quoted=["、".join(p.quoted)], nth=()) for p in pieces] if merged else pieces:
        _words(r, "replace-words", piece, match, text=text, everywhere=everywhere)


def _replace_whole(r: Reading, match: re.Match[str], pieces: list[Piece], text: str | None) -> None:
    """第五条“旧文”修改为：“新文”, over several lines: the unit whose whole text the old one must be."""
    if len(pieces) != 1 or len(pieces[0].quoted) != 1 or len(pieces[0].where) != 1 or not text:
        misread(r, match)
        return
    (at,), (old,) = pieces[0].where, pieces[0].quoted
    add(r, "replace", at=at, words=old, text=text, shown=shown(r, at))


def _replace_old(r: Reading, match: re.Match[str]) -> None:
    """第五条：“旧文”修改为：“新文”: the old text is quoted whole, and must be what stands there."""
    where, text = places_of(r, match["places"]), text_of(r, match)
    quoted = [r.sentence.quotes[ord(ch) - QUOTES_FROM] for ch in match["old"]]
    whole = len(quoted) > 1 and all(words.endswith(("。", "；", "：")) for words in quoted)
    if text is None or (match["colon"] and len(where) > 1):
        misread(r, match)
    elif whole or "\n" in text or any("\n" in words for words in quoted):
        _replace_whole(r, match, [Piece(where, ["\n".join(quoted)])], text)
    else:
        _words(r, "replace-words", Piece(where, quoted), match, text=text)


def _replace_each(r: Reading, match: re.Match[str]) -> None:
    """“A”和“B”分别修改为“C”和“D”: the first by the first, the second by the second."""
    pieces, texts = pieces_of(r, match["words"]), texts_of(r, match)
    single = [
        piece._replace(quoted=[words], nth=piece.nth[index : index + 1])
        for piece in pieces
        for index, words in enumerate(piece.quoted)
    ]
    if len(single) == 1 and len(single[0].quoted[0].split("、")) == len(texts):  # “甲、乙”分别修改为“丙”“丁”
        _words(r, "replace-words", single[0], match, text="、".join(texts))
        return
    if len(single) != len(texts):
        misread(r, match)
        return
    if len(pieces) == 1 and len(pieces[0].where) == len(texts) > 1:  # 第八条、第九条中的“甲”“乙”: one in each
        _one_in_each(r, pieces[0], texts)
        return
    for piece, text in zip(single, texts, strict=True):
        _words(r, "replace-words", piece, match, text=text)


def _one_in_each(r: Reading, piece: Piece, texts: list[str]) -> None:
    """第八条、第九条中的“甲”“乙”分别修改为“丙”“丁”: the first words in the first place, the second in the second."""
    for at, words, text in zip(piece.where, piece.quoted, texts, strict=True):
        add(r, "replace-words", at=at, words=words, text=text, sources=tuple(piece.where), side="each")


def _delete_words(r: Reading, match: re.Match[str]) -> None:
    everywhere = bool(match.groupdict().get("all"))
    for piece in pieces_of(r, match["deleted"]):
        _words(r, "delete-words", piece, match, text="", everywhere=everywhere)


def _delete_quoted(r: Reading, match: re.Match[str]) -> None:
    """第十二条删去“A”: the place comes before the verb."""
    piece = Piece(places_of(r, match["places"]), texts_of(r, match))
    _words(r, "delete-words", piece, match, text="")


def _words(r: Reading, op: str, piece: Piece, match: re.Match[str], **parts: object) -> None:
    where = piece.where
    if not where:
        if parts.get("everywhere"):
            where = [Address(block="body")]
        heading = op == "replace-words" and len(piece.quoted) == 1 and _HEADING.match(piece.quoted[0])
        if not where and not heading and (op != "replace-words" or any(piece.nth)):
            misread(r, match, "amend.no-anchor")
            return
        where = where or [Address(block="heading" if heading else "body")]
    for index, words in enumerate(piece.quoted):
        parts["nth"] = piece.nth[index] if index < len(piece.nth) else 0
        if piece.carried and len(where) > 1:  # 其中的“A”: wherever the words stand in the units named before
            add(r, op, at=where[0], words=words, sources=tuple(where), shown=listed(where), **parts)
            continue
        for address in where:
            add(r, op, at=address, words=words, shown=shown(r, address), **parts)


def _delete_mixed(r: Reading, match: re.Match[str]) -> None:
    """删去第二条中的“A”、第四条: words and whole units in one list."""
    for part in re.finditer(MIXED_PARTS, match["mixed"]):
        if part["unit"]:
            for address in places_of(r, part["unit"]):
                add(r, "delete", at=address, shown=shown(r, address))
            continue
        quoted = QUOTE.findall(part["words"] or part["more"])
        words = [r.sentence.quotes[ord(ch) - QUOTES_FROM] for ch in quoted]
        _words(r, "delete-words", Piece(places_of(r, part["places"]), words), match, text="")


def _append(r: Reading, match: re.Match[str]) -> None:
    where, text = places_of(r, match["places"]), text_of(r, match)
    side = {"start": "start", "end": "end", "lead": "end"}.get(where[-1].part, "end") if where else "end"
    if (match["side"] or "").endswith("前"):
        side = "start"
    for address in where:
        add(r, "insert-words", at=replace(address, part=""), text=text, side=side, shown=shown(r, address))
    if where:
        r.here, r.these = replace(r.here, part=""), ()


WORD_FORMS: Final[dict[str, Callable[[Reading, re.Match[str]], None]]] = {
    "insert-words": _insert_words,
    "replace-words": _replace_words,
    "replace-old": _replace_old,
    "replace-each": _replace_each,
    "delete-words": _delete_words,
    "delete-mixed": _delete_mixed,
    "delete-quoted": _delete_quoted,
    "append": _append,
}
"""What each form about words means (the names are those of grammar.FORMS)."""
