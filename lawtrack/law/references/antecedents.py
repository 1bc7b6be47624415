"""Whose 第三项 is meant where only the number stands: the article that was named before.

    第三十条　违反本条例第九条规定的，按照下列规定处罚：
    （一）违反第一项规定的，处警告；            the first item of 第九条, not of 第三十条
    （二）违反第二项、第三项规定的，处罚款。

立法技术规范（试行）（一）第7项 asks for the article's number each time; penalty chapters leave it out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.law.model import Level
from lawtrack.law.references.words import DEPTH, Pointer, Step, level_of_relative
from lawtrack.law.script import simplified
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from lawtrack.law.model import Instrument, Provision
    from lawtrack.law.references.citation import Citation
    from lawtrack.law.references.targets import Targets

_LOOK_BACK: Final = 40
_BREACH: Final = compile_on_use(
    r"(?P<verb>违反|触犯|未履行|不履行|不符合|实施|从事|(?<![没还国所具享只])有|属于?|存在)了?"
    r"(?:(?:上述|本[^，。；：第]{1,6}|前述|其中的?)(?:的|中)?)?$"
)
"""What stands before a number that is broken: the rule is another's than the penalty's own."""
_PENAL: Final = re.compile(r"处罚|罚款|责令|警告|没收|处分|吊销|拘留|处以|刑事责任|赔偿")


def carried(pointer: Pointer, last: Pointer) -> Pointer:
    """The pointer with what it leaves out because `last` has said it (第三条第一款的规定或者*第二款*的规定)."""
    depth = DEPTH[pointer.steps[0].level]
    outer = tuple(step for step in last.until or last.steps if DEPTH[step.level] < depth)
    above = bool(last.relative) and DEPTH[level_of_relative(last.relative)] < depth
    return pointer._replace(
        relative=last.relative if above else pointer.relative,
        steps=outer + pointer.steps,
        until=outer + pointer.until if pointer.until else (),
        carried=len(outer) + pointer.carried,
    )


def spelled_out(pointer: Pointer, last: Pointer) -> Pointer:
    """该条第三项 after 《…》第六条第二项 as 第六条第三项: another text's provisions can be told by their numbers only.

    Left as it is where `last` does not name one provision of that level by number.
    """
    level = level_of_relative(pointer.relative)
    outer = tuple(step for step in last.steps if DEPTH[step.level] <= DEPTH[level])
    if last.until or last.relative or not outer or outer[-1].level is not level:
        return pointer
    return pointer._replace(relative="", steps=outer + pointer.steps, carried=len(outer))


class Antecedents:
    """The articles named so far in the article being read."""

    def __init__(self, doc: Instrument, targets: Targets) -> None:
        self.text, self.targets = simplified(doc.text), targets
        self.named: list[Citation] = []

    def forget(self) -> None:
        """Begin another article."""
        self.named.clear()

    @property
    def last(self) -> Citation | None:
        """The reference heard last; None for none."""
        return self.named[-1] if self.named else None

    def hear(self, cited: Citation) -> None:
        """Remember a reference that names an article by its number."""
        if cited.quoted:
            return
        if any(step.level is Level.ARTICLE for step in cited.pointer.steps):
            self.named.append(cited)
        elif (absolute := self._absolute(cited)) is not None:
            self.named.append(absolute)

    def _absolute(self, cited: Citation) -> Citation | None:
        """The citation 前条第二款 with its article by number; None for one that names no article, or several."""
        articles = self.articles(cited)
        if not cited.pointer.relative.startswith("前") or len(articles) != 1:
            return None
        article = self.targets.paths[articles[0]][-1]
        if level_of_relative(cited.pointer.relative) is not Level.ARTICLE:
            return None
        step = Step(Level.ARTICLE, article.number, article.label)
        pointer = cited.pointer._replace(relative="", steps=(step, *cited.pointer.steps))
        return replace(cited, pointer=pointer)

    def of(self, pointer: Pointer, path: tuple[Provision, ...]) -> Citation | None:
        """The reference whose article `pointer`, a bare 第三项 or 第二款 in the words of `path`, counts in; else None."""
        if not self.named or not path or DEPTH[pointer.steps[0].level] <= DEPTH[Level.ARTICLE]:
            return None
        verb = self._verb(pointer.start)
        breach = verb != ""
        # （一）第一项行为，处……: an item of a penalty begins with what it punishes, never with itself
        breach = breach or (path[-1].level is Level.ITEM and pointer.start == path[-1].words_start)
        own = self.targets.of(pointer, path)
        if own and (self._has_listed(pointer, own, path) or not (breach and self._is_penalty(own, path))):
            return None
        likely = sorted(
            self.named,
            key=lambda cited: (
                verb in ("", "违反")
                or self._verb(cited.start) != verb,  # 未履行第二条第二项……；未履行*第一项*……
                self._breaks(cited) != breach,
                -cited.start,
            ),
        )
        fitting = (cited for cited in likely if cited.instrument or self._fits(cited, pointer))
        return next(fitting, None if own else likely[0])

    def lent(self, cited: Citation, pointer: Pointer) -> Pointer:
        """What `pointer` takes over from the antecedent: 第九条第二款 where that has the number, else 第九条."""
        whole = cited.pointer
        if cited.instrument or self.targets.of(carried(pointer, whole), ()):
            return whole
        article = _article_of(whole)
        return article if self.targets.of(carried(pointer, article), ()) else whole

    def articles(self, cited: Citation) -> tuple[str, ...]:
        """The eids of the articles that the antecedent names."""
        return tuple(dict.fromkeys(eid.partition("__")[0] for eid in cited.targets))

    def _fits(self, cited: Citation, pointer: Pointer) -> bool:
        return bool(self.targets.of(carried(pointer, self.lent(cited, pointer)), ()))

    def _verb(self, at: int) -> str:
        """What is done to the rule that is named there: 违反, 未履行, 有; "" for anything else."""
        said = _BREACH.search(self.text, max(at - _LOOK_BACK, 0), at)
        return said["verb"] if said else ""

    def _breaks(self, cited: Citation) -> bool:
        return "违反" in self.text[max(cited.start - 12, 0) : cited.start]

    def _has_listed(self, pointer: Pointer, own: tuple[str, ...], path: tuple[Provision, ...]) -> bool:
        """有第一款所列行为之一的: what an earlier paragraph of the article lists in items can be done there, not broken."""
        if pointer.steps[0].level is not Level.PARAGRAPH or self.text[pointer.start - 1] != "有":
            return False
        here = path[-1].start
        nodes = [node for eid in own for node in self.targets.paths[eid] if node.level is Level.PARAGRAPH]
        return all(node.children and node.end <= here for node in nodes)

    def _is_penalty(self, own: tuple[str, ...], path: tuple[Provision, ...]) -> bool:
        """Is the place in the article itself where the words stand, or another penalty? Nobody breaks a penalty."""
        nodes = [self.targets.paths[eid][-1] for eid in own]
        inside = any(node in path for node in nodes)
        beside = any(self.targets.paths[node.eid][:-1] == path[:-1] for node in nodes)
        return inside or beside or all(_PENAL.search(node.text) for node in nodes)


def _article_of(pointer: Pointer) -> Pointer:
    """第九条 for 第九条第二款."""
    steps = pointer.until or pointer.steps
    return pointer._replace(
        steps=tuple(step for step in steps if step.level is Level.ARTICLE), until=(), carried=0
    )
