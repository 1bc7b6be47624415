"""A generator of decisions: a random ordinance, random edits of it, the words in which drafters say them, the outcome.

The ordinance is a small model of its own (chapters, articles, paragraphs, items), edited without lawtrack; each edit says
itself in one of the wordings in use. What `apply` makes of base and decision must be the edited model, to the letter.
"""

# ruff: noqa: B023 -- each of the loops over what is free is left in its first turn

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from lawtrack.law import to_chinese

if TYPE_CHECKING:
    from collections.abc import Callable

NOUNS = "苗圃 渡口 码头 集市 灯塔 茶园 竹林 水车 凉亭 石桥 驿站 果园 盐场 鱼塘 窑厂 磨坊 渔港 牧场 林场 药圃".split()
BODIES = "航务局 集市办 茶叶站 桥梁所 园艺处 盐务科 渔政队 牧业组".split()
ACTS = "登记 巡查 检修 公示 备案 丈量 清点 修缮 看护 编号".split()


@dataclass(eq=False)
class Paragraph:
    sentences: list[str]
    items: list[str] = field(default_factory=list)

    @property
    def lead(self) -> str:
        return "".join(self.sentences)

    @property
    def lines(self) -> list[str]:
        last = len(self.items) - 1
        ends = ["。" if index == last else "；" for index in range(len(self.items))]
        return [
            self.lead,
            *(f"（{to_chinese(i + 1)}）{words}{ends[i]}" for i, words in enumerate(self.items)),
        ]


@dataclass(eq=False)
class Article:
    paragraphs: list[Paragraph]
    old: int = 0  # its number before; 0 for a new one

    @property
    def text(self) -> str:
        return "\n".join(line for paragraph in self.paragraphs for line in paragraph.lines)


@dataclass(eq=False)
class Chapter:
    name: str
    articles: list[Article]
    old: int = 0


@dataclass(eq=False)
class Ordinance:
    chapters: list[Chapter]

    @property
    def articles(self) -> list[Article]:
        return [article for chapter in self.chapters for article in chapter.articles]

    def number(self, article: Article) -> str:
        return f"第{to_chinese(self.articles.index(article) + 1)}条"

    @property
    def text(self) -> str:
        out, number = ["某市集市条例"], 0
        for index, chapter in enumerate(self.chapters):
            out.append(f"第{to_chinese(index + 1)}章　{chapter.name}")
            for article in chapter.articles:
                number += 1
                out.append(f"第{to_chinese(number)}条　{article.text}")
        return "\n".join(out)


class Drafter:
    """Makes words that occur once, ordinances of them, and edits."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.count = 0
        self.late: list[Callable[[], list[str]]] = []  # sentences that need the new numbers
        self.taken: set[Article] = set()

    def noun(self) -> str:
        """A name that no other has."""
        self.count += 1
        return f"{self.random.choice(NOUNS)}{to_chinese(self.count)}号"

    def sentence(self) -> str:
        a, b, c = self.noun(), self.noun(), self.noun()
        body, act = self.random.choice(BODIES), self.random.choice(ACTS)
        return self.random.choice(
            (
                f"{body}负责{a}、{b}和{c}的{act}工作。",
                f"{a}应当由{body}{act}，{b}不得{act}。",
                f"{body}对{a}进行{act}，并{act}{b}。",
            )
        )

    def paragraph(self, items: bool = False) -> Paragraph:
        if items:
            words = [f"{self.random.choice(ACTS)}{self.noun()}的" for _ in range(self.random.randint(3, 5))]
            return Paragraph([f"有下列行为之一的，由{self.noun()}责令改正："], words)
        return Paragraph([self.sentence() for _ in range(self.random.randint(1, 3))])

    def article(self) -> Article:
        count = self.random.choice((1, 1, 1, 2, 2, 3))
        paragraphs = [self.paragraph() for _ in range(count)]
        if self.random.random() < 0.35:
            paragraphs[0] = self.paragraph(items=True)
        return Article(paragraphs)

    def ordinance(self) -> Ordinance:
        names = self.random.sample(("总则", "设置", "经营", "监督", "罚则", "附则"), 4)
        made = Ordinance(
            [Chapter(name, [self.article() for _ in range(self.random.randint(2, 4))]) for name in names]
        )
        for index, article in enumerate(made.articles):
            article.old = index + 1
        for index, chapter in enumerate(made.chapters):
            chapter.old = index + 1
        return made

    def one(self, *choices: str) -> str:
        return self.random.choice(choices)


def old(article: Article) -> str:
    return f"第{to_chinese(article.old)}条"


def quoted(lines: list[str], style: str, label: str = "") -> str:
    """New text in one of the four ways of quoting; `label` is printed before the first line."""
    lines = [label + lines[0], *lines[1:]]
    if style == "reopened":
        return "\n".join(f"“{line}" for line in lines) + "”"
    if style == "straight":
        return '"' + "\n".join(lines) + '"'
    return "“" + "\n".join(lines) + "”"


class Edits:
    """The edits that a decision can make; each changes the model and gives back how it is said, once numbers are final."""

    def __init__(self, drafter: Drafter, law: Ordinance, style: str) -> None:
        self.d, self.law, self.style = drafter, law, style

    # ------------------------------------------------------------------------------------ what there is to choose

    def free(self, count: int = 1, items: bool | None = None, paragraphs: int = 1) -> list[Article]:
        """Untouched articles that stand one after another in a chapter; [] where there are none."""
        runs = []
        for chapter in self.law.chapters:
            for at in range(len(chapter.articles) - count + 1):
                run = chapter.articles[at : at + count]
                if all(self.fits(article, items, paragraphs) for article in run):
                    runs.append(run)
        chosen = self.d.random.choice(runs) if runs else []
        self.d.taken.update(chosen)
        return chosen

    def fits(self, article: Article, items: bool | None, paragraphs: int) -> bool:
        has = bool(article.paragraphs[0].items)
        return (
            article not in self.d.taken
            and article.old > 0
            and len(article.paragraphs) >= paragraphs
            and (items is None or has is items)
        )

    def chapter_of(self, article: Article) -> Chapter:
        return next(chapter for chapter in self.law.chapters if article in chapter.articles)

    def place(self, article: Article, below: str = "", joint: str = "，", verbs: str = "将将把 ") -> str:
        """The article as an instruction names it, with its new number where that is said; then what of it is meant."""
        new = self.law.number(article)
        verb = self.d.one(*verbs).strip()
        if new != old(article) and self.d.random.random() < 0.7:
            return f"{verb}{old(article)}{self.d.one('改为', '作为', '调整为')}{new}{joint}{below or ''}"
        return f"{verb}{old(article)}{below}"

    def quote(self, lines: list[str], label: str = "") -> str:
        return quoted(lines, self.style, label)

    def word(self, words: str) -> str:
        return f'"{words}"' if self.style == "straight" else f"“{words}”"

    def becomes(self) -> str:
        return self.d.one("修改为", "修改为", "改为", "修改成")

    # ------------------------------------------------------------------------------------------------ whole units

    def article_anew(self) -> list[Callable[[], str]]:
        for article in self.free():
            article.paragraphs = self.d.article().paragraphs

            def say(article: Article = article) -> str:
                label = self.d.one("", f"{self.law.number(article)}　")
                lines = [line for p in article.paragraphs for line in p.lines]
                return f"{self.place(article)}修改为：{self.quote(lines, label)}"

            return [say]
        return []

    def paragraph_anew(self) -> list[Callable[[], str]]:
        for article in self.free(paragraphs=2):
            at = self.d.random.randrange(len(article.paragraphs))
            article.paragraphs[at] = self.d.paragraph(items=bool(article.paragraphs[at].items))
            lines = article.paragraphs[at].lines
            below = f"第{to_chinese(at + 1)}款"
            return [lambda: f"{self.place(article, below)}修改为：{self.quote(lines)}"]
        return []

    def item_anew(self) -> list[Callable[[], str]]:
        for article in self.free(items=True):
            items = article.paragraphs[0].items
            at = self.d.random.randrange(len(items))
            items[at] = f"擅自{self.d.noun()}的"
            lines = [article.paragraphs[0].lines[at + 1]]
            paragraph = "第一款" if len(article.paragraphs) > 1 else self.d.one("", "第一款")
            below = f"{paragraph}第{to_chinese(at + 1)}项"
            return [lambda: f"{self.place(article, below)}修改为：{self.quote(lines)}"]
        return []

    def lead_anew(self) -> list[Callable[[], str]]:
        for article in self.free(items=True):
            paragraph = article.paragraphs[0]
            paragraph.sentences = [f"有下列情形之一的，由{self.d.noun()}给予警告："]
            lead, at = paragraph.lead, self.d.random.randrange(len(paragraph.items))
            paragraph.items[at] = f"擅自{self.d.noun()}的"
            item = paragraph.lines[at + 1]
            name = self.d.one("第一自然段", "引述部分", "款首", "引导语")
            return [
                lambda: (
                    f"{self.place(article, '第一款' + name)}修改为：{self.quote([lead])}；"
                    f"第{to_chinese(at + 1)}项修改为：{self.quote([item])}"
                )
            ]
        return []

    def article_added(self) -> list[Callable[[], str]]:
        for first, _ in [run for run in [self.free(2)] if run]:
            chapter = self.chapter_of(first)
            made = self.d.article()
            chapter.articles.insert(chapter.articles.index(first) + 1, made)

            def say() -> str:
                new = self.law.number(made)
                lines = [line for p in made.paragraphs for line in p.lines]
                label = self.d.one("", f"{new}　")
                verb = self.d.one(
                    "增加一条，作为", "新增一条，作为", "增加一条作为", f"在{old(first)}后增加一条，作为"
                )
                return f"{verb}{new}：{self.quote(lines, label)}"

            return [say]
        return []

    def paragraph_added(self) -> list[Callable[[], str]]:
        for article in self.free():
            at = self.d.random.randrange(1, len(article.paragraphs) + 1)
            made = self.d.paragraph()
            article.paragraphs.insert(at, made)
            number = f"第{to_chinese(at + 1)}款"
            wording = self.d.one(
                "增加一款，作为{}：", "增加一款作为{}：", "新增一款，作为{}，内容为：", "增加{}："
            )
            return [
                lambda: f"{self.place(article, verbs='将 ')}{wording.format(number)}{self.quote(made.lines)}"
            ]
        return []

    def item_added(self) -> list[Callable[[], str]]:
        for article in self.free(items=True):
            items = article.paragraphs[0].items
            at = self.d.random.randrange(len(items) + 1)
            items.insert(at, f"擅自{self.d.noun()}的")
            line = article.paragraphs[0].lines[at + 1]
            number = to_chinese(at + 1)
            paragraph = "第一款" if len(article.paragraphs) > 1 else self.d.one("", "第一款")
            return [
                lambda: (
                    f"{self.place(article, paragraph, verbs='将 ')}增加一项，作为第{number}项：{self.quote([line])}"
                )
            ]
        return []

    def article_deleted(self) -> list[Callable[[], str]]:
        for article in self.free():
            if len(self.chapter_of(article).articles) < 2:
                return []
            self.chapter_of(article).articles.remove(article)
            return [lambda: self.d.one(f"删去{old(article)}", f"删除{old(article)}", f"将{old(article)}删去")]
        return []

    def paragraph_deleted(self) -> list[Callable[[], str]]:
        for article in self.free(paragraphs=2):
            at = self.d.random.randrange(len(article.paragraphs))
            del article.paragraphs[at]
            return [lambda: f"删去{old(article)}第{to_chinese(at + 1)}款"]
        return []

    def item_deleted(self) -> list[Callable[[], str]]:
        for article in self.free(items=True):
            at = self.d.random.randrange(len(article.paragraphs[0].items))
            del article.paragraphs[0].items[at]
            return [lambda: f"删去{old(article)}第一款第{to_chinese(at + 1)}项"]
        return []

    # ------------------------------------------------------------------------------------------------------ words

    def sentence_of(self, article: Article, text: str) -> tuple[Paragraph, int]:
        return next((p, i) for p in article.paragraphs for i, s in enumerate(p.sentences) if text in s)

    def words_changed(self) -> list[Callable[[], str]]:
        for article in self.free():
            paragraph = self.d.random.choice(article.paragraphs)
            at = self.d.random.randrange(len(paragraph.sentences))
            known = _nouns(paragraph.sentences[at])
            word, new = self.d.random.choice(known), self.d.noun()
            paragraph.sentences[at] = paragraph.sentences[at].replace(word, new)
            below = self.d.one("", f"第{to_chinese(article.paragraphs.index(paragraph) + 1)}款")
            change = f"{self.word(word)}{self.becomes()}{self.word(new)}"

            def say() -> str:
                place = self.place(article, below or "其中")
                place = place.removesuffix("其中") if not place.endswith("，其中") else place
                return f"{place}{self.d.one('中的', '中') if not place.endswith('其中') else '的'}{change}"

            return [say]
        return []

    def list_member(self, article: Article) -> tuple[Paragraph, int, list[str]] | None:
        for paragraph in article.paragraphs:
            for index, sentence in enumerate(paragraph.sentences):
                if "工作" in sentence and "、" in sentence:
                    return paragraph, index, _nouns(sentence)
        return None

    def words_deleted(self) -> list[Callable[[], str]]:
        for article in self.free():
            if (found := self.list_member(article)) is None:
                return []
            paragraph, at, (first, second, _) = found
            paragraph.sentences[at] = paragraph.sentences[at].replace(f"{first}、{second}和", f"{first}和")
            words = self.word(self.d.one(second, f"、{second}"))
            return [lambda: self.d.one(f"删去{old(article)}中的{words}", f"将{old(article)}中的{words}删去")]
        return []

    def words_added(self) -> list[Callable[[], str]]:
        for article in self.free():
            if (found := self.list_member(article)) is None:
                return []
            paragraph, at, (first, *_) = found
            new = self.d.noun()
            paragraph.sentences[at] = paragraph.sentences[at].replace(first, f"{first}、{new}")
            words = self.word(self.d.one(new, f"、{new}"))
            verb = self.d.one("后增加", "之后增加", "后增写")
            return [lambda: f"在{old(article)}中的{self.word(first)}{verb}{words}"]
        return []

    def sentence_deleted(self) -> list[Callable[[], str]]:
        for article in self.free(items=False):
            paragraph = next((p for p in article.paragraphs if len(p.sentences) > 1), None)
            if paragraph is None:
                return []
            at = self.d.random.randrange(len(paragraph.sentences))
            gone = paragraph.sentences.pop(at)
            words = self.word(self.d.one(gone, gone.rstrip("。")))
            return [lambda: f"删去{old(article)}中的{words}"]
        return []

    def deleted_in_one_list(self) -> list[Callable[[], str]]:
        for one, other in [run for run in [self.free(2, items=False)] if run]:
            paragraph = next((p for p in one.paragraphs if len(p.sentences) > 1), None)
            if paragraph is None or len(self.chapter_of(other).articles) < 2:
                return []
            gone = paragraph.sentences.pop(0)
            self.chapter_of(other).articles.remove(other)
            return [lambda: f"删去{old(one)}中的{self.word(gone)}{self.d.one('、', '和')}{old(other)}"]
        return []

    def swept(self) -> list[Callable[[], str]]:
        for body in self.d.random.sample(BODIES, len(BODIES)):
            holders = [a for a in self.law.articles if body in a.text and a not in self.d.taken and a.old]
            if len(holders) < 2:
                continue
            new = f"{self.d.noun()}局"
            self.d.taken.update(holders)
            for article in holders:
                for paragraph in article.paragraphs:
                    paragraph.sentences = [s.replace(body, new) for s in paragraph.sentences]
            *firsts, last = [old(article) for article in holders]
            listed = "、".join(firsts) + self.d.one("、", "和", "以及") + last
            verb = self.d.one("修改为", "统一修改为", "均修改为")
            return [lambda: f"将{listed}中的{self.word(body)}{verb}{self.word(new)}"]
        return []

    # -------------------------------------------------------------------------------------------------- structure

    def chapter_renamed(self) -> list[Callable[[], str]]:
        chapter = self.d.random.choice([c for c in self.law.chapters if c.old])
        if chapter.name.endswith("号"):
            return []
        chapter.name = self.d.noun()
        number = f"第{to_chinese(chapter.old)}章"
        wording = self.d.one("将{}章名修改为{}", "{}章名修改为{}", "将{}的章名修改为{}", "将{}章名改为{}")
        return [lambda: wording.format(number, self.word(chapter.name))]

    def chapter_added(self) -> list[Callable[[], str]]:
        if any(not chapter.old for chapter in self.law.chapters):
            return []
        at = self.d.random.randrange(1, len(self.law.chapters))
        made = Chapter(self.d.noun(), [self.d.article() for _ in range(self.d.random.randint(1, 3))])
        self.law.chapters.insert(at, made)
        number = f"第{to_chinese(at + 1)}章"
        way = self.d.one("whole", "held", "following")

        def say() -> str:
            labels = [self.law.number(article) for article in made.articles]
            lines = [
                f"{label}　{line}" if not index else line
                for label, article in zip(labels, made.articles, strict=True)
                for index, line in enumerate(line for p in article.paragraphs for line in p.lines)
            ]
            count = {1: "一", 2: self.d.one("二", "两"), 3: "三"}[len(labels)]
            place = labels[0] if len(labels) == 1 else f"{labels[0]}至{labels[-1]}"
            articles = f"增加{count}条，作为{place}：\n{self.quote(lines)}"
            if way == "whole":
                return f"增加一章，作为{number}：\n{self.quote([f'{number}　{made.name}', *lines])}"
            name = self.word(made.name)
            head = self.d.one(
                f"增加一章，作为{number}，章名为{name}",
                f"增加一章{name}作为{number}",
                f"增加一章，作为{number}{name}",
            )
            held = f"，{self.d.one('包括', '由')}{place}" if way == "held" else ""
            held += "组成" if held.startswith("，由") else ""
            return f"{head}{held}。\n{articles}"

        return [say]

    def article_split(self) -> list[Callable[[], str]]:
        for article in self.free(items=False):
            chapter = self.chapter_of(article)
            article.paragraphs = [self.d.paragraph()]
            made = Article([self.d.paragraph()])
            chapter.articles.insert(chapter.articles.index(article) + 1, made)

            def say() -> str:
                a, b = self.law.number(article), self.law.number(made)
                lines = [f"{a}　{article.text}", f"{b}　{made.text}"]
                return f"将{old(article)}{self.d.one('改为', '分为')}两条，作为{a}、{b}，修改为：\n{self.quote(lines)}"

            return [say]
        return []

    def articles_joined(self) -> list[Callable[[], str]]:
        for first, second in [run for run in [self.free(2)] if run]:
            self.chapter_of(second).articles.remove(second)
            first.paragraphs = [self.d.paragraph()]

            def say() -> str:
                new = self.law.number(first)
                wording = self.d.one("将{}、{}合并，作为{}，修改为：", "将{}和{}合并为{}，修改为：")
                return wording.format(old(first), old(second), new) + self.quote(first.paragraphs[0].lines)

            return [say]
        return []

    def paragraph_made_article(self) -> list[Callable[[], str]]:
        for article in self.free(paragraphs=2, items=False):
            chapter = self.chapter_of(article)
            moved = article.paragraphs.pop()
            number = f"第{to_chinese(len(article.paragraphs) + 1)}款"
            made = Article([moved])
            chapter.articles.insert(chapter.articles.index(article) + 1, made)
            extra = self.d.paragraph() if self.d.random.random() < 0.5 else None
            if extra:
                made.paragraphs.append(extra)

            def say() -> str:
                new = self.law.number(made)
                if extra is None:
                    return f"将{old(article)}{number}{self.d.one('改为', '作为')}{new}"
                return (
                    f"将{old(article)}{number}改为{new}第一款。\n"
                    f"增加一款，作为第二款：{self.quote(extra.lines)}"
                )

            return [say]
        return []

    def items_to_new_paragraph(self) -> list[Callable[[], str]]:
        for article in self.free(items=True):
            paragraph = article.paragraphs[0]
            count = len(paragraph.items)
            moved = [paragraph.items.pop()]
            lead = Paragraph([f"有前款以外行为的，由{self.d.noun()}处理："], moved)
            article.paragraphs.insert(1, lead)
            new = "第二款第一项"
            verb = self.d.one("修改为", "改为", "作为")
            source = (
                f"第{to_chinese(count)}项"
                if len(article.paragraphs) == 2
                else f"第一款第{to_chinese(count)}项"
            )
            return [
                lambda: (
                    f"{old(article)}增加一款，作为第二款：{self.quote([lead.lead])}，原{source}{verb}{new}"
                )
            ]
        return []


def _nouns(sentence: str) -> list[str]:
    """The invented names in a sentence, in order: a word of NOUNS, a numeral, 号."""
    import re

    return re.findall(rf"(?:{'|'.join(NOUNS)})[一二三四五六七八九十百千零]+号", sentence)


KINDS = [
    name
    for name in vars(Edits)
    if not name.startswith("_")
    and name
    not in (
        "free",
        "fits",
        "chapter_of",
        "place",
        "quote",
        "word",
        "becomes",
        "sentence_of",
        "list_member",
    )
]
STYLES = ("reopened", "whole", "straight")


@dataclass
class Case:
    base: str
    instructions: list[str]
    result: str
    kinds: list[str]
    closing: str = ""

    def decision(self, random: Random | None = None) -> str:
        """The decision; with `random`, its instructions in any order, and several under one number."""
        told = [words if words.endswith("。") else f"{words}。" for words in self.instructions]
        if random:
            random.shuffle(told)
            groups = [told[:1]]
            for words in told[1:]:
                groups.append([words]) if random.random() < 0.6 else groups[-1].append(words)
            told = ["\n".join(group) for group in groups]
        lines = [f"{to_chinese(index + 1)}、{words}" for index, words in enumerate(told)]
        return "\n".join(
            (
                "某市人民代表大会常务委员会关于修改《某市集市条例》的决定",
                "某市人民代表大会常务委员会决定对《某市集市条例》作如下修改：",
                *lines,
                "本决定自公布之日起施行。",
                f"《某市集市条例》根据本决定作相应修改{self.closing}，重新公布。",
            )
        )


def case(seed: int, kinds: list[str] | None = None, most: int = 5) -> Case:
    """A random base with random edits that don't overlap."""
    drafter = Drafter(seed)
    law = drafter.ordinance()
    base = law.text
    edits = Edits(drafter, law, drafter.random.choice(STYLES))
    told: list[Callable[[], str]] = []
    done: list[str] = []
    for _ in range(drafter.random.randint(1, most)):
        kind = drafter.random.choice(kinds or KINDS)
        said = getattr(edits, kind)()
        told += said
        done += [kind] if said else []
    moved = [article.old for article in law.articles] != list(range(1, len(law.articles) + 1))
    moved = moved or base.count("\n第") != law.text.count("\n第")
    return Case(base, [say() for say in told], law.text, done, "并对条文顺序作相应调整" if moved else "")
