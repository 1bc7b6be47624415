"""Forms of words about words: replaced, inserted, deleted inside a unit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from lawtrack.amend.model import Address
from lawtrack.amend.reading.addresses import places
from lawtrack.amend.reading.context import Context
from lawtrack.amend.reading.sentences import QUOTES_FROM

_LABEL: Final = re.compile(r"第[〇零一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十]+)?$")


class WordForms(Context):
    """What each form about words means (the names are those of grammar.FORMS)."""

    def _insert_words(self, match: re.Match[str]) -> None:
        side = "before" if match["side"] == "前" else "after"
        text = self._text(match)
        for where, quoted in self._pieces(match["words"]):
            self._words("insert-words", where, quoted, match, text=text, side=side)

    def _replace_words(self, match: re.Match[str]) -> None:
        text = self._text(match)
        pieces = self._pieces(match["words"])
        quoted = [words for _, listed in pieces for words in listed]
        if (
            len(quoted) == 1
            and text
            and _LABEL.match(quoted[0])
            and _LABEL.match(text)
            and not match["words"].startswith("第")
        ):
            self._add("renumber", at=places(quoted[0])[0], to=places(text)[0])
            return
        everywhere = any(word in (match["all"] or "") for word in ("均", "统一", "一律", "都", "全部"))
        merged = "合并" in match[0] and len(quoted) > 1
        for where, listed in pieces:
            if merged:
                self._words(
                    "replace-words", where, ["、".join(listed)], match, text=text, everywhere=everywhere
                )
            else:
                self._words("replace-words", where, listed, match, text=text, everywhere=everywhere)

    def _replace_old(self, match: re.Match[str]) -> None:
        """第五条：“旧文”修改为：“新文”: the old text is quoted whole, and must be what stands there."""
        (at, *more), text = self._places(match["places"]), self._text(match)
        old = self.sentence.quotes[ord(match["old"]) - QUOTES_FROM]
        if more or text is None:
            self.misread(match)
        elif "\n" in old or "\n" in text:
            self._add("replace", at=at, text=text, shown=self._shown(at))
        else:
            self._words("replace-words", [at], [old], match, text=text)

    def _replace_each(self, match: re.Match[str]) -> None:
        """“A”和“B”分别修改为“C”和“D”: the first by the first, the second by the second."""
        pieces, texts = self._pieces(match["words"]), self._texts(match)
        quoted = [(where, words) for where, listed in pieces for words in listed]
        if len(quoted) != len(texts):
            self.misread(match)
            return
        for (where, words), text in zip(quoted, texts, strict=True):
            self._words("replace-words", where, [words], match, text=text)

    def _delete_words(self, match: re.Match[str]) -> None:
        everywhere = bool(match.groupdict().get("all"))
        for where, quoted in self._pieces(match["deleted"]):
            self._words("delete-words", where, quoted, match, text="", everywhere=everywhere)

    def _delete_quoted(self, match: re.Match[str]) -> None:
        """第十二条删去“A”: the place comes before the verb."""
        self._words("delete-words", self._places(match["places"]), self._texts(match), match, text="")

    def _words(
        self, op: str, where: list[Address], quoted: list[str], match: re.Match[str], **parts: object
    ) -> None:
        if not where:
            if parts.get("everywhere"):
                where = [Address(block="body")]
            heading = op == "replace-words" and len(quoted) == 1
            if not where and not heading:
                self.misread(match, "amend.no-anchor")
                return
            where = where or [Address(block="heading")]
        for words in quoted:
            for address in where:
                self._add(op, at=address, words=words, shown=self._shown(address), **parts)

    def _append(self, match: re.Match[str]) -> None:
        where, text = self._places(match["places"]), self._text(match)
        side = {"start": "start", "end": "end", "lead": "end"}.get(where[-1].part, "end") if where else "end"
        if (match["side"] or "").endswith("前"):
            side = "start"
        for address in where:
            self._add(
                "insert-words", at=replace(address, part=""), text=text, side=side, shown=self._shown(address)
            )
        if where:
            self.here = replace(self.here, part="")
