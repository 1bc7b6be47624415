"""Edits that do not overlap give one text, however they are split into instructions and in whatever order these stand."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

import pytest

from lawtrack.amend import apply
from lawtrack.law import to_chinese

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLES: Final = 9
ROOTS: Final = "松柏梅兰竹菊荷桂枫"


def law(rows: list[list[str]]) -> str:
    """The law of these articles, each a list of paragraphs."""
    lines = [f"第{to_chinese(at)}条　" + "\n".join(row) for at, row in enumerate(rows, 1)]
    return "\n".join(["某市林木条例", *lines])


def edits(rng: random.Random) -> tuple[str, list[str], str]:
    """A law, clauses that change it, none at the place of another, and the law then."""
    rows = [[f"{root}木由甲{root}管理。", f"{root}木的乙{root}办法另行规定。"] for root in ROOTS]
    base, clauses, new = law(rows), [], []
    for at, (root, row) in enumerate(zip(ROOTS, rows, strict=True), 1):
        here, now = f"第{to_chinese(at)}条", list(row)
        for kind in rng.sample(("first", "second", "add"), rng.randint(0, 3)):
            if kind == "first":
                clauses.append(f"将{here}第一款中的“甲{root}”修改为“丙{root}”")
                now[0] = now[0].replace("甲", "丙")
            elif kind == "second":
                clauses.append(f"删去{here}第二款中的“乙{root}”")
                now[1] = now[1].replace(f"乙{root}", "")
            else:
                clauses.append(f"{here}增加一款，作为第三款：“{root}木归公。”")
                now.append(f"{root}木归公。")
        if rng.random() < 0.15:
            clauses = [clause for clause in clauses if here not in clause]
            clauses.append(f"删去{here}")
            continue
        new.append(now)
    return base, clauses, law(new)


@dataclass
class Article:
    """An article of a law with chapters: its paragraphs, and the items below the first."""

    root: str
    paragraphs: list[str]
    items: list[str] = field(default_factory=list)
    old: int = 0

    def lines(self, number: int) -> str:
        """The article as it is printed."""
        ends = ["；"] * (len(self.items) - 1) + ["。"]
        items = [
            f"（{to_chinese(at)}）{words}{end}"
            for at, (words, end) in enumerate(zip(self.items, ends, strict=False), 1)
        ]
        lead, *rest = self.paragraphs
        return f"第{to_chinese(number)}条　" + "\n".join([lead, *items, *rest])


Chapters = dict[str, list[Article]]


def printed(chapters: Chapters) -> str:
    """The law with its chapters and articles numbered."""
    lines, number = ["某市林木条例"], 0
    for at, (name, articles) in enumerate(chapters.items(), 1):
        lines.append(f"第{to_chinese(at)}章　{name}")
        for article in articles:
            number += 1
            lines.append(article.lines(number))
    return "\n".join(lines)


def structural(rng: random.Random) -> tuple[str, list[str], str]:
    """A law with chapters, clauses that move these and put in, join, delete, cut off and renumber articles, and the law then."""
    told = _Told(rng)
    roots = iter("松柏梅兰竹菊荷桂枫杨柳榆")
    old: Chapters = {}
    for name in ("总则", "种植", "养护"):
        old[name] = [told.article(root) for root, _ in zip(roots, range(4), strict=False)]
    for number, article in enumerate((one for articles in old.values() for one in articles), 1):
        article.old = number
    base = printed(old)
    new: Chapters = {}
    for at, (name, articles) in enumerate(old.items(), 1):
        renamed = f"新{name}" if rng.random() < 0.3 else name
        if renamed != name:
            told.clauses.append(f"将第{to_chinese(at)}章章名修改为“{renamed}”")
        new[renamed] = told.chapter(articles)
    new = told.turned(new)
    numbers = {id(one): n for n, one in enumerate((one for articles in new.values() for one in articles), 1)}
    return base, [clause(numbers) if callable(clause) else clause for clause in told.clauses], printed(new)


class _Told:
    """Makes the edits of a law, each with the clause that says it; a clause with new numbers waits for these."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.clauses: list[str | Callable[[dict[int, int]], str]] = []

    def article(self, root: str) -> Article:
        items = [f"甲{root}{mark}的" for mark in "子丑寅"] if self.rng.random() < 0.4 else []
        lead = f"{root}木由甲{root}管{'下列事项：' if items else '。'}"
        return Article(root, [lead, f"{root}木的乙{root}办法另行规定。"], items)

    def chapter(self, articles: list[Article]) -> list[Article]:
        """The articles of a chapter after their edits; the first stays, so that no border is in doubt."""
        out: list[Article] = []
        waiting = list(articles)
        while waiting:
            article = waiting.pop(0)
            kind = self.rng.choice(("words", "keep", "delete", "join", "cut", "insert", "number"))
            if not out or (kind == "join" and not waiting):
                kind = "words"
            here = f"第{to_chinese(article.old)}条"
            if kind == "delete":
                self.clauses.append(f"删去{here}")
                continue
            out.append(article)
            if kind == "join":
                self._join(article, waiting.pop(0))
            elif kind == "cut":
                out.append(self._cut(article, here))
            elif kind == "insert" and waiting:
                out.append(self._insert(article.root))
            elif kind == "number":
                self.clauses.append(partial(_renumbered, article, here))
            if kind != "join":
                self._words(article, here)
        return out

    def turned(self, chapters: Chapters) -> Chapters:
        """The chapters in another order, one moved beside another or two exchanged; the first stays where it is."""
        names, kind = (
            list(chapters),
            self.rng.choice(("stay", "stay", "before", "behind", "exchange", "numbers")),
        )
        if kind == "before":
            self.clauses.append("将第三章移至第二章之前")
        elif kind == "behind":
            self.clauses.append("将第二章移至第三章之后")
        elif kind == "exchange":
            self.clauses.append("将第二章与第三章的顺序对调")
        elif kind == "numbers":
            self.clauses.append("第二章改为第三章，第三章改为第二章")
        order = names if kind == "stay" else [names[0], names[2], names[1]]
        return {name: chapters[name] for name in order}

    def _words(self, article: Article, here: str) -> None:
        for kind in self.rng.sample(("lead", "item", "gone", "more"), self.rng.randint(0, 3)):
            if kind == "lead":
                self.clauses.append(f"将{here}第一款中的“由甲{article.root}管”修改为“由丙{article.root}管”")
                article.paragraphs[0] = article.paragraphs[0].replace("由甲", "由丙")
            elif kind == "item" and article.items and "子" in article.items[0]:
                self.clauses.append(f"{here}第一款第一项中的“子”修改为“丙”")
                article.items[0] = article.items[0].replace("子", "丙")
            elif kind == "gone" and len(article.items) == 3:
                self.clauses.append(f"删去{here}第一款第二项")
                del article.items[1]
            elif kind == "more" and len(article.items) > 1 and "寅" in article.items[-1]:
                article.items.append(f"丁{article.root}的")
                self.clauses.append(partial(_more, article, here))

    def _join(self, article: Article, other: Article) -> None:
        both = f"第{to_chinese(article.old)}条、第{to_chinese(other.old)}条"
        article.paragraphs += other.paragraphs
        article.items, extra = article.items, other.items
        if extra or article.items:  # items of a later paragraph are not in this model
            article.paragraphs = [article.paragraphs[0].replace("下列事项：", "。"), *article.paragraphs[1:]]
            self.clauses.append(partial(_anew, both, article))
            article.paragraphs = [f"{article.root}木归甲。"]
            article.items = []
        else:
            self.clauses.append(partial(_joined, both, article))

    def _cut(self, article: Article, here: str) -> Article:
        made = Article(article.root, [article.paragraphs.pop()])
        self.clauses.append(partial(_moved, here, made))
        return made

    def _insert(self, root: str) -> Article:
        made = Article(root, [f"{root}木每年检查。"])
        self.clauses.append(partial(_inserted, made))
        return made


def _at(numbers: dict[int, int], article: Article) -> str:
    return f"第{to_chinese(numbers[id(article)])}条"


def _renumbered(article: Article, here: str, numbers: dict[int, int]) -> str:
    return f"将{here}改为{_at(numbers, article)}"


def _more(article: Article, here: str, _: dict[int, int]) -> str:
    number = to_chinese(len(article.items))
    return f"{here}第一款增加一项，作为第{number}项：“（{number}）{article.items[-1]}。”"


def _joined(both: str, article: Article, numbers: dict[int, int]) -> str:
    return f"将{both}合并为{_at(numbers, article)}"


def _anew(both: str, article: Article, numbers: dict[int, int]) -> str:
    return f"将{both}合并，作为{_at(numbers, article)}，修改为：“{article.root}木归甲。”"


def _moved(here: str, made: Article, numbers: dict[int, int]) -> str:
    return f"将{here}第二款改为{_at(numbers, made)}"


def _inserted(made: Article, numbers: dict[int, int]) -> str:
    return f"增加一条，作为{_at(numbers, made)}：“{made.paragraphs[0]}”"


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("kind", [edits, structural])
def test_any_split_and_any_order_give_the_same_text(
    kind: Callable[[random.Random], tuple[str, list[str], str]], seed: int
):
    rng = random.Random(seed)  # a test's dice
    base, clauses, result = kind(rng)
    for _ in range(3):
        rng.shuffle(clauses)
        instructions, rest = [], list(clauses)
        while rest:
            size = rng.randint(1, 4)
            instructions.append("；".join(rest[:size]) + "。")
            rest = rest[size:]
        said = "\n".join(f"{to_chinese(number)}、{words}" for number, words in enumerate(instructions, 1))
        done = apply(base, f"{said}\n此外，对条文顺序作相应调整。")
        if clauses:
            assert done.text == result, said
            assert done.complete, said
