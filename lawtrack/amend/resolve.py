"""From sentences to operations: what each form of words means, and whose paragraph a bare 第二款 is.

Addresses carry over. Inside one numbered instruction a place that lacks its article takes the article named last;
其中的 is the unit named last; 本条 after 作为第一百一十一条 is the new article.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.grammar import ABOUT, AMENDS, COMPILED, CONTAINER, EFFECTS, HEADING, LOCATOR, NOISE, OPENING, PIECE_PARTS, Q
from lawtrack.amend.model import Address, Fault, Operation, fault
from lawtrack.amend.reading import QUOTES_FROM, TITLES_FROM, numeral
from lawtrack.amend.references import places

if TYPE_CHECKING:
    from lawtrack.amend.reading import Sentence

LEVELS: Final = {
    "条": "article",
    "款": "paragraph",
    "自然段": "paragraph",
    "项": "item",
    "目": "point",
    "章": "chapter",
    "节": "section",
    "编": "part",
    "句": "sentence",
}
_QUOTE: Final = re.compile(Q)
_LABEL: Final = re.compile(r"第[〇零一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十]+)?$")
_FRAGMENT: Final = re.compile(r"(?:(?!，(?:将|删|在|并|增加|同时))[^。；\n])*")
_WIDE: Final = {ord(","): "，", ord(";"): "；", ord(":"): "：", ord(" "): None, ord("　"): None}


class Visitor:
    """Reads the sentences of one instrument in order and keeps what carries over."""

    def __init__(self) -> None:
        self.here = Address()  # the unit named last, in the old numbering
        self.new: Address | None = None  # where the declared new numbering puts it
        self.joined: set[object] = set()  # the articles that became that one
        self.instrument = ""
        self.found: list[Operation] = []
        self.fault: Fault | None = None
        self.sentence: Sentence

    def begin(self) -> None:
        """A new numbered instruction: nothing carries over but the instrument."""
        self.here, self.new = Address(), None

    def visit(self, sentence: Sentence) -> tuple[tuple[Operation, ...], str, Fault | None]:
        """The operations of `sentence`, its effect, and why it could not be understood."""
        self.sentence, self.found, self.fault = sentence, [], None
        skeleton = LOCATOR.sub(r"\1", sentence.skeleton.translate(_WIDE))
        effect = self._effect(skeleton)
        if effect == "text":
            self._scan(skeleton)
        if sentence.unclosed and self.found:
            self.fault = self.fault or fault("amend.unclosed")
        return tuple(self.found), effect, self.fault

    def _effect(self, skeleton: str) -> str:
        if HEADING.match(skeleton) and (self.sentence.titles or len(skeleton) < 12):
            self._name(skeleton)
            return "heading"
        if CONTAINER.search(skeleton) and not _QUOTE.search(skeleton):
            about = ABOUT.match(skeleton)
            if about:
                self._places(about["places"])
            return "heading"
        if OPENING.search(skeleton):
            self._name(skeleton)
            return "heading"
        if not _QUOTE.search(skeleton):
            for name, pattern in EFFECTS:
                if pattern.search(skeleton):
                    return name
            if not AMENDS.search(skeleton):
                return "clause"
        return "text"

    def _name(self, skeleton: str) -> None:
        for index, ch in enumerate(skeleton):
            if TITLES_FROM <= ord(ch) <= 0xF8FF and not skeleton[max(0, index - 2) : index].endswith("根据"):
                self.instrument = self._title(ch)
                return

    def _title(self, ch: str) -> str:
        return self.sentence.titles[ord(ch) - TITLES_FROM]

    def _scan(self, skeleton: str) -> None:
        """Take the sentence from left to right, the first form that fits at each place."""
        at, end = 0, len(skeleton)
        forms = [(name, pattern) for name, pattern, triggers in COMPILED if any(word in skeleton for word in triggers)]
        while at < end:
            noise = NOISE.match(skeleton, at)
            if noise:
                at = noise.end()
                if at >= end:
                    break
            for name, pattern in forms:
                match = pattern.match(skeleton, at)
                if match and match.end() > at:
                    getattr(self, "_" + name.replace("-", "_"))(match)
                    at = match.end()
                    break
            else:
                at = self._not_understood(skeleton, at)

    def _not_understood(self, skeleton: str, at: int) -> int:
        fragment = _FRAGMENT.match(skeleton, at)
        assert fragment is not None
        stop = max(fragment.end(), at + 1)
        words = self.spelled(skeleton[at:stop])
        self.fault = self.fault or fault("amend.not-understood", words=words[:60])
        return stop

    def spelled(self, skeleton: str) -> str:
        """The words behind a piece of skeleton."""
        return "".join(
            f"《{self._title(ch)}》"
            if TITLES_FROM <= ord(ch) <= 0xF8FF
            else f"“{self.sentence.quotes[ord(ch) - QUOTES_FROM]}”"
            if QUOTES_FROM <= ord(ch) < TITLES_FROM
            else ch
            for ch in skeleton
        )

    # ------------------------------------------------------------------------------- groups of a match

    def _places(self, words: str | None, keep: bool = True) -> list[Address]:
        """Places of the old numbering; the last of them is where the sentence now is."""
        if not words:
            return [self.here] if self.here != Address() else []
        if words == "其中":
            return [self.here]
        found = places(words.removeprefix("其中"), replace(self.here, part="", sentence=0))
        for address in found:
            if address.name:
                self.instrument = self._title(address.name)
        found = [replace(address, name="") for address in found]
        if found and keep:
            if found[-1].article != self.here.article and found[-1].article not in self.joined:
                self.new, self.joined = None, set()
            self.here = found[-1]
        return found

    def _targets(self, words: str | None, here: Address | None = None) -> list[Address]:
        """Places of the new numbering; a bare 第二款 is of the new article, or of the old one where it keeps its number."""
        if not words:
            return []
        base = here or self.new or self.here
        return [replace(address, name="") for address in places(words, base)]

    def _texts(self, match: re.Match[str]) -> list[str]:
        groups = match.groupdict()
        taken = next((groups[name] for name in ("text", "text2", "text3") if groups.get(name)), None)
        return [self.sentence.quotes[ord(ch) - QUOTES_FROM] for ch in _QUOTE.findall(taken)] if taken else []

    def _text(self, match: re.Match[str]) -> str | None:
        texts = self._texts(match)
        return "\n".join(texts) if texts else None

    def _pieces(self, words: str) -> list[tuple[list[Address], list[str]]]:
        """(places, quoted words) of each piece of 第一款中的“A”、第三款中的“B”."""
        found = []
        for piece in PIECE_PARTS.finditer(words):
            where = self._places(piece["places"])
            quoted = [self.sentence.quotes[ord(ch) - QUOTES_FROM] for ch in _QUOTE.findall(piece["words"])]
            found.append((where, quoted))
        return found

    def _add(self, op: str, **parts: object) -> None:
        self.found.append(Operation(op, **parts))  # type: ignore[arg-type]  # the names are Operation's fields

    def _shown(self, address: Address) -> str:
        """How the contract names a unit whose article was renumbered in the same instruction: by its new number."""
        if self.new and self.new.article and address.article == self.here.article and not self.new.paragraph:
            return replace(address, article=self.new.article).label
        return address.label

    # ------------------------------------------------------------------------------------ the forms

    def _replace(self, match: re.Match[str]) -> None:
        groups = match.groupdict()
        where, texts = self._places(groups.get("places")), self._texts(match)
        restates = bool(groups.get("restates"))
        if not where:
            self.fault = self.fault or fault("amend.no-anchor", words=self.spelled(match[0])[:40])
        elif len(texts) == len(where) > 1:
            for address, text in zip(where, texts, strict=True):
                self._add("replace", at=address, text=text, shown=self._shown(address), restates=restates)
        elif len(where) > 1:
            self._add("replace", at=where[0], sources=tuple(where), text="\n".join(texts), shown=_listed(where))
        else:
            self._add("replace", at=where[0], text="\n".join(texts), shown=self._shown(where[0]), restates=restates)

    def _renumber(self, match: re.Match[str]) -> None:
        before = self.new
        old = self._places(match["places"])
        new = self._targets(match["to"], before if match["to"].startswith("本条") else None)
        text = self._text(match)
        if len(new) == 1 and len(old) > 1:
            self._gather(old, new[0], text)
            return
        if len(old) != len(new):
            self.fault = self.fault or fault("amend.not-understood", words=self.spelled(match[0])[:60])
            return
        for a, b in zip(old, new, strict=True):
            same = a.level == b.level and (a.level == "article" or self._siblings(a, b))
            self._add("renumber" if same else "move", at=a, to=b)
            if not same:
                self.joined = self.joined | {a.article}
        if len(new) == 1:
            self.new = new[0] if new[0].article else self.new
        if text is not None and not self._late_text(text):
            self._add("replace", at=old[-1], text=text, shown=new[-1].label)

    def _renumber_here(self, match: re.Match[str]) -> None:
        """……修改为“……”，并作为第十条: the unit that the sentence is about."""
        new = self._targets(match["to"])
        here = replace(self.here, part="", sentence=0)
        here = replace(here, paragraph=None, item=None, point=None) if new[0].level == "article" else here
        if len(new) != 1 or here == Address():
            self.fault = self.fault or fault("amend.not-understood", words=self.spelled(match[0])[:60])
            return
        self._add("renumber" if here.level == new[0].level else "move", at=here, to=new[0])
        self.new = new[0]

    def _late_text(self, text: str) -> bool:
        """增加一款，作为第二款，原第二款改为第三款：“……”: the text is that of the insertion before."""
        last = next((at for at, op in enumerate(self.found) if op.op == "insert" and op.text is None), None)
        if last is None or self.found[last].level == "article":
            return False
        self.found[last] = replace(self.found[last], text=text)
        if self.fault and self.fault.code == "amend.no-text":
            self.fault = None
        return True

    def _siblings(self, a: Address, b: Address) -> bool:
        """Do a (old) and b (new) lie in the same article, so that only the number changes?"""
        if a.article == b.article:
            return True
        return self.new is not None and b.article == self.new.article and a.article not in self.joined

    def _gather(self, old: list[Address], new: Address, text: str | None) -> None:
        """Several paragraphs become one article: 将第九十九条第一款、第二款改为第一百一十条."""
        if all(address.level == new.level for address in old):
            self._add("join", at=old[0], to=new, sources=tuple(old), text=text, shown=_listed(old))
        else:
            if text is not None:
                self._add("join", at=old[0], to=new, sources=tuple(old), text=text, shown=_listed(old))
            else:
                for address in old:
                    self._add("move", at=address, to=new)
        self.new = new

    def _split(self, match: re.Match[str]) -> None:
        where = self._places(match["places"])
        level = LEVELS[match["kind"]]
        targets, texts = self._targets(match["to"]), self._texts(match)
        text = "\n".join(texts) if texts else None
        if not where:
            self.fault = self.fault or fault("amend.no-anchor", words=self.spelled(match[0])[:40])
            return
        at = where[0]
        if level == "paragraph" and at.level == "article":  # 分为两款 only announces the new text's shape
            if text is not None:
                self._add("replace", at=at, text=text, shown=self._shown(at))
            elif targets or numeral(match["number"]) < 2:
                self.fault = self.fault or fault("amend.no-text", words=self.spelled(match[0])[:40])
            return
        self._add(
            "split",
            at=at,
            to=targets[0] if targets else None,
            targets=tuple(targets),
            text=text,
            count=numeral(match["number"]),
            level=level,
        )

    def _join(self, match: re.Match[str]) -> None:
        where, targets = self._places(match["places"]), self._targets(match["to"])
        if len(where) < 2:
            self.fault = self.fault or fault("amend.not-understood", words=self.spelled(match[0])[:60])
            return
        to = targets[0] if targets else None
        self._add("join", at=where[0], to=to, sources=tuple(where), text=self._text(match), shown=_listed(where))
        self.here, self.new, self.joined = where[0], to, {address.article for address in where}

    def _single(self, match: re.Match[str]) -> None:
        where, targets = self._places(match["places"]), self._targets(match["to"])
        if len(where) != len(targets):
            self.fault = self.fault or fault("amend.not-understood", words=self.spelled(match[0])[:60])
            return
        for a, b in zip(where, targets, strict=True):
            self._add("move", at=a, to=b)
        self.new = targets[-1]
        text = self._text(match)
        if text is not None:
            self._add("replace", at=where[-1], text=text, shown=targets[-1].label)

    def _insert(self, match: re.Match[str]) -> None:
        level, count = LEVELS[match["kind"]], numeral(match["number"])
        side = {"后": "after", "前": "before"}.get((match["side"] or "").removeprefix("之"), "")
        texts = self._texts(match)
        if match["name"] and level not in ("chapter", "section", "part"):
            texts = [self.sentence.quotes[ord(match["name"]) - QUOTES_FROM], *texts]
        if level == "sentence" or (match["locator"] and side):
            self._sentence(match, texts)
            return
        where = self._places(match["places"]) if match["places"] else []
        if where and where[-1].block == "body":
            where = []
        if level in ("chapter", "section", "part"):
            self._insert_heading(match, level, where, side, texts)
            return
        if level != "article" and not where:
            where = self._places(None)
        targets = self._targets(match["to"])
        if not texts and level != "article":
            self.fault = self.fault or fault("amend.no-text", words=self.spelled(match[0])[:40])
        if level == "article" and targets:
            self.new, self.here = targets[-1], Address()
        at = where[-1] if where else None
        self._add(
            "insert",
            at=at,
            to=targets[0] if targets else None,
            targets=tuple(targets),
            text="\n".join(texts) if texts else None,
            side=side,
            count=count,
            level=level,
            shown=_listed(targets) if targets else (at.label if at else ""),
        )

    def _insert_numbered(self, match: re.Match[str]) -> None:
        """增加第三款：“……” says the number without 一款，作为."""
        where = self._places(match["places"])
        targets, text = self._targets(match["to"]), self._text(match)
        level = targets[-1].level
        if level not in ("article", "paragraph", "item", "point"):
            self.fault = self.fault or fault("amend.not-understood", words=self.spelled(match[0])[:60])
            return
        at = where[-1] if where and where[-1].block != "body" else None
        if level == "article":
            at, self.new, self.here = None, targets[-1], Address()
        self._add(
            "insert", at=at, to=targets[0], targets=tuple(targets), text=text, count=len(targets), level=level,
            shown=_listed(targets),
        )

    def _move_to_heading(self, match: re.Match[str]) -> None:
        where, targets = self._places(match["places"]), self._targets(match["to"])
        heading = places(match["heading"])[0].headings
        if len(where) != len(targets):
            self.fault = self.fault or fault("amend.not-understood", words=self.spelled(match[0])[:60])
            return
        for a, b in zip(where, targets, strict=True):
            same = a.level == b.level == "article"
            self._add("renumber" if same else "move", at=a, to=replace(b, headings=heading))
        self.new, text = targets[-1], self._text(match)
        if text is not None:
            self._add("replace", at=where[-1], text=text, shown=targets[-1].label)

    def _replace_each(self, match: re.Match[str]) -> None:
        """“A”和“B”分别修改为“C”和“D”: the first by the first, the second by the second."""
        pieces, texts = self._pieces(match["words"]), self._texts(match)
        quoted = [(where, words) for where, listed in pieces for words in listed]
        if len(quoted) != len(texts):
            self.fault = self.fault or fault("amend.not-understood", words=self.spelled(match[0])[:60])
            return
        for (where, words), text in zip(quoted, texts, strict=True):
            self._words("replace-words", where, [words], match, text=text)

    def _insert_heading(
        self, match: re.Match[str], level: str, where: list[Address], side: str, texts: list[str]
    ) -> None:
        targets = self._targets(match["to"])
        name = match["name"]
        heading = self.sentence.quotes[ord(name) - QUOTES_FROM] if name else ""
        at = where[-1] if where else None
        to = targets[0] if targets else None
        self._add("insert", at=at, to=to, words=heading, text="\n".join(texts) if texts else None, side=side, level=level,
                  count=1, shown=to.label if to else "")

    def _sentence(self, match: re.Match[str], texts: list[str]) -> None:
        where = self._places(match["places"])
        anchor = self.sentence.quotes[ord(match["locator"]) - QUOTES_FROM] if match["locator"] else ""
        if not texts or not where:
            self.fault = self.fault or fault("amend.no-text", words=self.spelled(match[0])[:40])
        elif anchor:
            side = "before" if (match["side"] or "").endswith("前") else "after"
            self._add("insert-words", at=where[-1], words=anchor, text="".join(texts), side=side)
        else:
            self._add("insert-words", at=where[-1], text="".join(texts), side="end")

    def _insert_words(self, match: re.Match[str]) -> None:
        side = "before" if match["side"] == "前" else "after"
        text = self._text(match)
        for where, quoted in self._pieces(match["words"]):
            self._words("insert-words", where, quoted, match, text=text, side=side)

    def _replace_words(self, match: re.Match[str]) -> None:
        text = self._text(match)
        pieces = self._pieces(match["words"])
        quoted = [words for _, listed in pieces for words in listed]
        if len(quoted) == 1 and text and _LABEL.match(quoted[0]) and _LABEL.match(text) and not match["words"].startswith("第"):
            self._add("renumber", at=places(quoted[0])[0], to=places(text)[0])
            return
        everywhere = any(word in (match["all"] or "") for word in ("均", "统一", "一律", "都", "全部"))
        merged = "合并" in match[0] and len(quoted) > 1
        for where, listed in pieces:
            if merged:
                self._words("replace-words", where, ["、".join(listed)], match, text=text, everywhere=everywhere)
            else:
                self._words("replace-words", where, listed, match, text=text, everywhere=everywhere)

    def _delete_words(self, match: re.Match[str]) -> None:
        for where, quoted in self._pieces(match["deleted"]):
            self._words("delete-words", where, quoted, match, text="")

    def _words(
        self, op: str, where: list[Address], quoted: list[str], match: re.Match[str], **parts: object
    ) -> None:
        if not where:
            heading = op == "replace-words" and len(quoted) == 1
            if not heading:
                self.fault = self.fault or fault("amend.no-anchor", words=self.spelled(match[0])[:40])
                return
            where = [Address(block="heading")]
        for words in quoted:
            for address in where:
                self._add(op, at=address, words=words, shown=self._shown(address), **parts)

    def _append(self, match: re.Match[str]) -> None:
        where, text = self._places(match["places"]), self._text(match)
        side = {"start": "start", "end": "end", "lead": "end"}.get(where[-1].part, "end") if where else "end"
        if (match["side"] or "").endswith("前"):
            side = "start"
        for address in where:
            self._add("insert-words", at=replace(address, part=""), text=text, side=side, shown=self._shown(address))
        if where:
            self.here = replace(self.here, part="")

    def _delete(self, match: re.Match[str]) -> None:
        for address in self._places(match["places"]):
            self._add("delete", at=address, shown=self._shown(address))

    def _numbering(self, match: re.Match[str]) -> None:
        self._add("renumber", at=Address(block="order"), to=Address(block="order"))
        if "wording" in match.re.groupindex and match["wording"] or "文字" in match[0]:
            self._wording(match)

    def _kept(self, match: re.Match[str]) -> None:  # noqa: ARG002 - every form has the same signature
        self._add("renumber", at=Address(block="order"), to=Address(block="order"), side="kept")

    def _wording(self, match: re.Match[str]) -> None:  # noqa: ARG002 - every form has the same signature
        self._add("replace-words", at=Address(block="body"), text=None, everywhere=True)


def _listed(addresses: list[Address]) -> str:
    return "、".join(address.label for address in addresses)
