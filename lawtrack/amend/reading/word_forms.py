"""Forms of words about words: replaced, inserted, deleted inside a unit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.model import Address
from lawtrack.amend.reading.addresses import places
from lawtrack.amend.reading.context import (
    Reading,
    add,
    misread,
    pieces_of,
    places_of,
    shown,
    text_of,
    texts_of,
)
from lawtrack.amend.reading.sentences import QUOTES_FROM

if TYPE_CHECKING:
    from collections.abc import Callable

_LABEL: Final = re.compile(r"第[〇零一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十]+)?$")


def _insert_words(r: Reading, match: re.Match[str]) -> None:
    side = "before" if match["side"] == "前" else "after"
    text = text_of(r, match)
    for where, quoted in pieces_of(r, match["words"]):
        _words(r, "insert-words", where, quoted, match, text=text, side=side)


def _replace_words(r: Reading, match: re.Match[str]) -> None:
    text = text_of(r, match)
    pieces = pieces_of(r, match["words"])
    quoted = [words for _, listed in pieces for words in listed]
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
    for where, listed in pieces:
        if merged:
            _words(r, "replace-words", where, ["、".join(listed)], match, text=text, everywhere=everywhere)
        else:
            _words(r, "replace-words", where, listed, match, text=text, everywhere=everywhere)


def _replace_old(r: Reading, match: re.Match[str]) -> None:
    """第五条：“旧文”修改为：“新文”: the old text is quoted whole, and must be what stands there."""
    (at, *more), text = places_of(r, match["places"]), text_of(r, match)
    old = r.sentence.quotes[ord(match["old"]) - QUOTES_FROM]
    if more or text is None:
        misread(r, match)
    elif "\n" in old or "\n" in text:
        add(r, "replace", at=at, text=text, shown=shown(r, at))
    else:
        _words(r, "replace-words", [at], [old], match, text=text)


def _replace_each(r: Reading, match: re.Match[str]) -> None:
    """“A”和“B”分别修改为“C”和“D”: the first by the first, the second by the second."""
    pieces, texts = pieces_of(r, match["words"]), texts_of(r, match)
    quoted = [(where, words) for where, listed in pieces for words in listed]
    if len(quoted) != len(texts):
        misread(r, match)
        return
    for (where, words), text in zip(quoted, texts, strict=True):
        _words(r, "replace-words", where, [words], match, text=text)


def _delete_words(r: Reading, match: re.Match[str]) -> None:
    everywhere = bool(match.groupdict().get("all"))
    for where, quoted in pieces_of(r, match["deleted"]):
        _words(r, "delete-words", where, quoted, match, text="", everywhere=everywhere)


def _delete_quoted(r: Reading, match: re.Match[str]) -> None:
    """第十二条删去“A”: the place comes before the verb."""
    _words(r, "delete-words", places_of(r, match["places"]), texts_of(r, match), match, text="")


def _words(
    r: Reading, op: str, where: list[Address], quoted: list[str], match: re.Match[str], **parts: object
) -> None:
    if not where:
        if parts.get("everywhere"):
            where = [Address(block="body")]
        heading = op == "replace-words" and len(quoted) == 1
        if not where and not heading:
            misread(r, match, "amend.no-anchor")
            return
        where = where or [Address(block="heading")]
    for words in quoted:
        for address in where:
            add(r, op, at=address, words=words, shown=shown(r, address), **parts)


def _append(r: Reading, match: re.Match[str]) -> None:
    where, text = places_of(r, match["places"]), text_of(r, match)
    side = {"start": "start", "end": "end", "lead": "end"}.get(where[-1].part, "end") if where else "end"
    if (match["side"] or "").endswith("前"):
        side = "start"
    for address in where:
        add(r, "insert-words", at=replace(address, part=""), text=text, side=side, shown=shown(r, address))
    if where:
        r.here = replace(r.here, part="")


WORD_FORMS: Final[dict[str, Callable[[Reading, re.Match[str]], None]]] = {
    "insert-words": _insert_words,
    "replace-words": _replace_words,
    "replace-old": _replace_old,
    "replace-each": _replace_each,
    "delete-words": _delete_words,
    "delete-quoted": _delete_quoted,
    "append": _append,
}
"""What each form about words means (the names are those of grammar.FORMS)."""
