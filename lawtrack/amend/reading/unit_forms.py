"""Forms of words about whole units: replaced, inserted, deleted, renumbered, split, joined, moved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.payloads import ITEM
from lawtrack.amend.model import Address
from lawtrack.amend.reading.addresses import places
from lawtrack.amend.reading.context import Context, listed
from lawtrack.amend.reading.sentences import QUOTES_FROM, numeral
from lawtrack.law import number_of

if TYPE_CHECKING:
    import re

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


class UnitForms(Context):
    """What each form about units means (the names are those of grammar.FORMS)."""

    def _replace(self, match: re.Match[str]) -> None:
        groups = match.groupdict()
        where, texts = self._places(groups.get("places")), self._texts(match)
        where = self._by_label(where, texts)
        self._forget_announced(where, texts)
        restates = bool(groups.get("restates"))
        if not where:
            self.misread(match, "amend.no-anchor")
        elif not "".join(texts).strip():
            self.misread(match, "amend.no-text")
        elif len(texts) == len(where) > 1:
            for address, text in zip(where, texts, strict=True):
                self._add("replace", at=address, text=text, shown=self._shown(address), restates=restates)
        elif len(where) > 1:
            self._add(
                "replace", at=where[0], sources=tuple(where), text="\n".join(texts), shown=listed(where)
            )
        else:
            self._add(
                "replace", at=where[0], text="\n".join(texts), shown=self._shown(where[0]), restates=restates
            )

    def _forget_announced(self, where: list[Address], texts: list[str]) -> None:
        """增加一款作为第二款，将该条修改为：“……”: the new text of the article has the paragraph in it."""
        if len(where) != 1 or where[0].level != "article" or not texts:
            return
        told = [op for op in self.found if op.op == "insert" and op.text is None and op.level != "article"]
        announced = [op for op in told if op.at and op.at.article == where[0].article]
        self.found = [op for op in self.found if op not in announced]
        if announced and self.fault and self.fault.code == "amend.no-text":
            self.fault = None

    def _by_label(self, where: list[Address], texts: list[str]) -> list[Address]:
        """第三项、第四项改为第二项、第三项，第三项修改为“（三）……”: a number that its text repeats may be the new one."""
        renumbered = {op.at: op.to for op in self.found if op.op == "renumber" and op.at and op.at.item}
        if len(where) != 1 or where[0] not in renumbered or not (label := ITEM.match(texts[0])):
            return where
        said = replace(where[0], item=number_of(label[0].strip())[0])
        before = [old for old, new in renumbered.items() if new == said]
        return before if said == where[0] and before else where

    def _renumber(self, match: re.Match[str]) -> None:
        before = self.new
        old = self._places(match["places"])
        new = self._targets(match["to"], before if match["to"].startswith("本条") else None)
        text = self._text(match)
        if len(new) == 1 and len(old) > 1:
            self._gather(old, new[0], text)
            return
        if len(old) != len(new):
            self.misread(match)
            return
        for a, b in zip(old, new, strict=True):
            same = a.level == b.level and (a.level == "article" or self._siblings(a, b))
            self._add("renumber" if same else "move", at=a, to=b, side="moved" if "移" in match[0] else "")
            if not same:
                self.joined = self.joined | {a.article}
        if len(new) == 1:
            self.new = new[0] if new[0].article else self.new
        if text is not None and not self._late_text(text):
            self._add("replace", at=old[-1], text=text, shown=new[-1].label)

    def _move_into(self, match: re.Match[str]) -> None:
        """移至第八条，作为第八条第三款: where it goes is what 作为 says."""
        old, new = self._places(match["places"]), self._targets(match["to"])
        if len(old) != len(new):
            self.misread(match)
            return
        for a, b in zip(old, new, strict=True):
            same = a.level == b.level and (a.level == "article" or a.article == b.article)
            self._add("renumber" if same else "move", at=a, to=b, side="moved")
        self.new, text = new[-1], self._text(match)
        if text is not None:
            self._add("replace", at=old[-1], text=text, shown=new[-1].label)

    def _renumber_here(self, match: re.Match[str]) -> None:
        """……修改为“……”，并作为第十条: the unit that the sentence is about."""
        new = self._targets(match["to"])
        here = replace(self.here, part="", sentence=0)
        here = replace(here, paragraph=None, item=None, point=None) if new[0].level == "article" else here
        if len(new) != 1 or here == Address():
            self.misread(match)
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
        if all(address.level == new.level for address in old) or text is not None:
            self._add("join", at=old[0], to=new, sources=tuple(old), text=text, shown=listed(old))
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
            self.misread(match, "amend.no-anchor")
            return
        if len(where) > 1:  # 将第二款、第三款修改为一款
            if numeral(match["number"]) == 1:
                self._join(match)
            else:
                self._recast(match, where, targets, text)
            return
        at = where[0]
        if level == "paragraph" and at.level == "article":  # 分为两款 only announces the new text's shape
            if text is not None:
                self._add("replace", at=at, text=text, shown=self._shown(at))
            elif targets or numeral(match["number"]) < 2:
                self.misread(match, "amend.no-text")
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
            self.misread(match)
            return
        if len(targets) > 1:
            self._recast(match, where, targets, self._text(match))
            return
        to = targets[0] if targets else None
        self._add(
            "join", at=where[0], to=to, sources=tuple(where), text=self._text(match), shown=listed(where)
        )
        self.here, self.new, self.joined = where[0], to, {address.article for address in where}

    def _recast(
        self, match: re.Match[str], where: list[Address], targets: list[Address], text: str | None
    ) -> None:
        """将第五条、第六条、第七条合并为两条，作为第五条、第六条，修改为：“……”"""
        if text is None or where[0].level != "article":
            self.misread(match)
            return
        self._add(
            "replace",
            at=where[0],
            sources=tuple(where),
            targets=tuple(targets),
            text=text,
            count=numeral(match["number"]) if "number" in match.re.groupindex else len(targets),
            shown=listed(where),
        )

    def _about(self, match: re.Match[str]) -> None:
        """第六条中，第一款的“……”: the place that what follows is in."""
        self._places(match["places"])

    def _single(self, match: re.Match[str]) -> None:
        where, targets = self._places(match["places"]), self._targets(match["to"])
        if len(where) != len(targets):
            self.misread(match)
            return
        for a, b in zip(where, targets, strict=True):
            self._add("move", at=a, to=b)
        self.new = targets[-1]
        text = self._text(match)
        if text is not None:
            self._add("replace", at=where[-1], text=text, shown=targets[-1].label)

    def _insert(self, match: re.Match[str]) -> None:
        level, count = LEVELS[match["kind"]], numeral(match["number"])
        side = {"后": "after", "前": "before", "间": "before"}.get(
            (match["side"] or "").removeprefix("之"), ""
        )
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
            where = [self._holder(level)] if self.here != Address() else []
        targets = self._targets(match["to"])
        if not texts and level != "article":
            self.misread(match, "amend.no-text")
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
            shown=listed(targets) if targets else (at.label if at else ""),
        )

    def _holder(self, level: str) -> Address:
        """The unit that the sentence is about, as far up as a new unit of `level` needs."""
        here = replace(self.here, part="", sentence=0, point=None)
        if level == "paragraph":
            return replace(here, paragraph=None, item=None)
        return replace(here, item=None) if level == "item" else here

    def _insert_numbered(self, match: re.Match[str]) -> None:
        """增加第三款：“……” says the number without 一款，作为."""
        where = self._places(match["places"])
        targets, text = self._targets(match["to"]), self._text(match)
        level = targets[-1].level
        if level not in ("article", "paragraph", "item", "point"):
            self.misread(match)
            return
        at = where[-1] if where and where[-1].block != "body" else None
        if level == "article":
            at, self.new, self.here = None, targets[-1], Address()
        self._add(
            "insert",
            at=at,
            to=targets[0],
            targets=tuple(targets),
            text=text,
            count=len(targets),
            level=level,
            shown=listed(targets),
        )

    def _move_to_heading(self, match: re.Match[str]) -> None:
        where, targets = self._places(match["places"]), self._targets(match["to"])
        heading = places(match["heading"])[0].headings
        if len(where) != len(targets):
            self.misread(match)
            return
        for a, b in zip(where, targets, strict=True):
            same = a.level == b.level == "article"
            self._add("renumber" if same else "move", at=a, to=replace(b, headings=heading))
        self.new, text = targets[-1], self._text(match)
        if text is not None:
            self._add("replace", at=where[-1], text=text, shown=targets[-1].label)

    def _insert_heading(
        self, match: re.Match[str], level: str, where: list[Address], side: str, texts: list[str]
    ) -> None:
        targets = self._targets(match["to"])
        name = match["name"]
        heading = self.sentence.quotes[ord(name) - QUOTES_FROM] if name else ""
        at = where[-1] if where else None
        to = targets[0] if targets else None
        self._add(
            "insert",
            at=at,
            to=to,
            words=heading,
            text="\n".join(texts) if texts else None,
            side=side,
            level=level,
            count=1,
            shown=to.label if to else "",
        )

    def _delete(self, match: re.Match[str]) -> None:
        for address in self._places(match["places"]):
            self._add("delete", at=address, shown=self._shown(address))

    def _delete_below(self, match: re.Match[str]) -> None:
        """第四条第一款删去第三项: the place comes before the verb, what is in it after."""
        self._places(match["above"])
        article = self.here.article
        for address in self._places(match["places"]):
            if address.article != article:
                self.misread(match)
                return
            self._add("delete", at=address, shown=self._shown(address))

    def _retitle(self, match: re.Match[str]) -> None:
        """名称修改为《……》: the new title stands in title marks, not in quotation marks."""
        at = Address(block="title")
        self._add("replace", at=at, text=self._title(match["title"]), shown=at.label)

    def _sentence(self, match: re.Match[str], texts: list[str]) -> None:
        where = self._places(match["places"])
        anchor = self.sentence.quotes[ord(match["locator"]) - QUOTES_FROM] if match["locator"] else ""
        if not texts or not where:
            self.misread(match, "amend.no-text")
        elif anchor:
            side = "before" if (match["side"] or "").endswith("前") else "after"
            self._add("insert-words", at=where[-1], words=anchor, text="".join(texts), side=side)
        else:
            self._add("insert-words", at=where[-1], text="".join(texts), side="end")
