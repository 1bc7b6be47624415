"""A generator of whole decisions whose instructions each do several things to one article, in a drafter's everyday words.

Its law is a model of its own (chapters, sections, articles with 之一, paragraphs, items, points, annexes, words before the
first article), edited without lawtrack. What varies: what is edited, at which depth, how many edits one sentence says and
what carries over between them, verbs, quotation marks, numbering, packages, reasons before and notes behind instructions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from lawtrack.law import to_chinese

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

THINGS = "航标 渡船 码头 趸船 浮桥 堤岸 闸门 水尺 缆桩 灯塔 船台 锚地 引桥 栈道 泵站 涵管".split()
OFFICES = "航道所 港务处 船检站 水文站 堤防队 闸管所".split()
DOES = "养护 巡查 登记 检修 测量 编号 公示 清理".split()
TITLES = "某市航道管理条例 某市堤防保护办法 某市船闸运行规定".split()
CHAPTERS = "总则 设置 养护 监督 罚则 附则".split()


@dataclass(eq=False)
class Item:
    words: str
    points: list[str] = field(default_factory=list)


@dataclass(eq=False)
class Paragraph:
    lead: list[str]  # its sentences
    items: list[Item] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        yield "".join(self.lead)
        for at, item in enumerate(self.items):
            yield self.item(at)
            yield from (self.point(at, index) for index in range(len(item.points)))

    def item(self, at: int) -> str:
        end = "：" if self.items[at].points else "。" if at == len(self.items) - 1 else "；"
        return f"（{to_chinese(at + 1)}）{self.items[at].words}{end}"

    def point(self, at: int, index: int) -> str:
        points = self.items[at].points
        last = index == len(points) - 1
        end = "。" if last and at == len(self.items) - 1 else "；"
        return f"{index + 1}.{points[index]}{end}"


@dataclass(eq=False)
class Article:
    paragraphs: list[Paragraph]
    branch: int = 0  # 之一
    old: str = ""

    def lines(self) -> list[str]:
        return [line for paragraph in self.paragraphs for line in paragraph.lines()]


@dataclass(eq=False)
class Heading:
    name: str
    articles: list[Article] = field(default_factory=list)
    sections: list[Heading] = field(default_factory=list)

    def all(self) -> list[Article]:
        return [*self.articles, *(article for section in self.sections for article in section.articles)]


@dataclass(eq=False)
class Law:
    title: str
    preamble: list[str]
    chapters: list[Heading]
    annexes: list[list[str]]

    def articles(self) -> list[Article]:
        return [article for chapter in self.chapters for article in chapter.all()]

    def numbered(self) -> dict[Article, str]:
        labels, number = {}, 0
        for article in self.articles():
            number += not article.branch
            labels[article] = f"第{to_chinese(number)}条" + (
                f"之{to_chinese(article.branch)}" if article.branch else ""
            )
        return labels

    def text(self) -> str:
        labels, out = self.numbered(), [self.title, *self.preamble]
        for at, chapter in enumerate(self.chapters):
            out.append(f"第{to_chinese(at + 1)}章　{chapter.name}")
            out += [line for article in chapter.articles for line in _article(article, labels)]
            for index, section in enumerate(chapter.sections):
                out.append(f"第{to_chinese(index + 1)}节　{section.name}")
                out += [line for article in section.articles for line in _article(article, labels)]
        for at, lines in enumerate(self.annexes):
            out += [f"附件{at + 1}", *lines]
        return "\n".join(out)


def _article(article: Article, labels: dict[Article, str]) -> list[str]:
    first, *more = article.lines()
    return [f"{labels[article]}　{first}", *more]


class Edit(NamedTuple):
    """What one edit of an article says: the unit below the article (第二款第一项) and what is done, `{}` for the place."""

    unit: str
    said: str
    verbless: bool = True  # may it follow the article's name without 将?


class Maker:
    """One random law and one random decision about it."""

    def __init__(self, random: Random, title: str = TITLES[0], marks: str = "“”") -> None:
        self.r, self.count, self.marks = random, 0, marks
        self.law = self.make(title)
        self.base = self.law.text()
        labels = self.law.numbered()
        for article in self.law.articles():
            article.old = labels[article]
        self.free = self.law.articles()
        random.shuffle(self.free)
        self.used: set[int] = set()

    # ------------------------------------------------------------------------------------------------- the law

    def name(self) -> str:
        self.count += 1
        return f"{self.r.choice(THINGS)}{to_chinese(self.count)}号"

    def sentence(self) -> str:
        a, b, office, does = self.name(), self.name(), self.r.choice(OFFICES), self.r.choice(DOES)
        return self.r.choice(
            (
                f"{office}负责{a}、{b}的{does}工作。",
                f"{a}由{office}{does}；未经{office}同意，不得拆除{b}。",
                f"{office}应当{does}{a}，但{b}除外。",
                f"{a}损坏的，{office}应当在{b}设置标志，并及时{does}。",
            )
        )

    def paragraph(self, items: bool = False, points: bool = False) -> Paragraph:
        if not items:
            return Paragraph([self.sentence() for _ in range(self.r.choice((1, 1, 2, 3)))])
        made = [Item(f"擅自{self.r.choice(DOES)}{self.name()}的") for _ in range(self.r.randint(2, 5))]
        if points:
            made[self.r.randrange(len(made))] = Item(
                f"不{self.r.choice(DOES)}{self.name()}，有下列情形之一的",
                [f"{self.name()}已经{self.r.choice(DOES)}" for _ in range(self.r.randint(2, 3))],
            )
        return Paragraph([f"有下列行为之一的，由{self.r.choice(OFFICES)}责令改正{self.name()}："], made)

    def article(self) -> Article:
        shape = self.r.choice(("p", "p", "pp", "ppp", "i", "ip", "pi", "pip", "o", "po"))
        return Article([self.paragraph(kind in "io", kind == "o") for kind in shape])

    def make(self, title: str) -> Law:
        chapters = []
        for name in (CHAPTERS[0], *self.r.sample(CHAPTERS[1:-1], self.r.randint(1, 3)), CHAPTERS[-1]):
            chapter = Heading(name)
            if self.r.random() < 0.25:
                chapter.sections = [
                    Heading(self.name(), [self.article() for _ in range(self.r.randint(1, 3))])
                    for _ in range(2)
                ]
            else:
                chapter.articles = [self.article() for _ in range(self.r.randint(2, 4))]
            chapters.append(chapter)
        if self.r.random() < 0.2:
            run = chapters[1].articles or chapters[1].sections[0].articles
            extra = self.article()
            extra.branch = 1
            run.insert(1, extra)
        preamble = [f"为了{self.r.choice(DOES)}{self.name()}，制定本文件。"] if self.r.random() < 0.2 else []
        annexes = [
            [f"{self.name()}由{self.name()}管理。", f"{self.name()}每月{self.r.choice(DOES)}。"]
            for _ in range(self.r.choice((0, 0, 1, 2)))
        ]
        return Law(title, preamble, chapters, annexes)

    # ----------------------------------------------------------------------------------------------- the words

    def q(self, *lines: str) -> str:
        """Quoted in the decision's marks; several lines are reopened one by one or stand between one pair."""
        a, b = self.marks[0], self.marks[1]
        if a == b or self.r.random() < 0.4:
            return a + "\n".join(lines) + b
        return "\n".join(a + line for line in lines) + b

    def one(self, *choices: str) -> str:
        return self.r.choice(choices)

    def anew(self) -> str:
        return self.one("修改为：", "修改为", "修改为：", "改为：")

    def becomes(self) -> str:
        return self.one("修改为", "修改为", "改为", "修改成", "调整为")

    # ------------------------------------------------------------------------------- edits inside one article

    def edits(self, article: Article) -> list[Edit]:
        """Up to four edits of paragraphs that do not meet, by their old numbers, in their order."""
        out: list[Edit] = []
        old = list(article.paragraphs)
        for at, paragraph in enumerate(old):
            if self.r.random() < 0.75 or (not out and at == len(old) - 1):
                unit = f"第{to_chinese(at + 1)}款"
                if len(old) == 1 and self.r.random() < 0.6:
                    unit = ""
                out += self.within(article, paragraph, unit)
        if not any(p not in article.paragraphs for p in old) and self.r.random() < 0.25:
            made = self.paragraph(self.r.random() < 0.3)
            article.paragraphs.append(made)
            number = to_chinese(len(article.paragraphs))
            out.append(Edit("", f"增加一款{self.one('，', '')}作为第{number}款：{self.q(*made.lines())}"))
        return out

    def within(self, article: Article, p: Paragraph, unit: str) -> list[Edit]:
        if p.items and self.r.random() < 0.8:
            return self.in_items(p, unit)
        kinds: list[Callable[[Paragraph, str], list[Edit]]] = [
            self.words,
            self.words,
            self.inserted,
            self.two,
        ]
        if not p.items:
            kinds += [self.anew_paragraph]
            if len(p.lead) > 1:
                kinds += [self.sentence_gone, self.sentence_anew]
            kinds += [self.sentence_added]
            if len(article.paragraphs) > 1 and unit == f"第{to_chinese(len(article.paragraphs))}款":
                article.paragraphs.remove(p)
                return [Edit(unit, self.one("删去{}", "删除{}", "将{}删去"))]
        return self.r.choice(kinds)(p, unit)

    def spot(self, p: Paragraph) -> tuple[int, str]:
        at = self.r.randrange(len(p.lead))
        return at, self.r.choice(names(p.lead[at]))

    def words(self, p: Paragraph, unit: str) -> list[Edit]:
        at, word = self.spot(p)
        new = self.name()
        p.lead[at] = p.lead[at].replace(word, new)
        form = self.one(
            "{}中的{a}{v}{b}", "{}中的{a}{v}{b}", "{}{a}{v}{b}", "将{}中的{a}{v}{b}", "{}中{a}{v}{b}"
        )
        return [
            Edit(
                unit,
                form.replace("{a}", self.q(word)).replace("{b}", self.q(new)).replace("{v}", self.becomes()),
            )
        ]

    def two(self, p: Paragraph, unit: str) -> list[Edit]:
        known = names("".join(p.lead))
        if len(known) < 2:
            return self.words(p, unit)
        (a, b), (c, d) = self.r.sample(known, 2), (self.name(), self.name())
        p.lead = [s.replace(a, c).replace(b, d) for s in p.lead]
        p1, p2, n1, n2 = map(self.q, (a, b, c, d))
        return [
            Edit(
                unit,
                self.one(
                    f"{{}}中的{p1}修改为{n1}，{p2}修改为{n2}",
                    f"{{}}中的{p1}改为{n1}、{p2}改为{n2}",
                    f"将{{}}中的{p1}、{p2}分别修改为{n1}、{n2}",
                    f"{{}}中的{p1}和{p2}分别修改为{n1}和{n2}",
                    f"将{{}}中的{p1}修改为{n1}，将{p2}修改为{n2}",
                    f"将{{}}中的{p1}修改为{n1}，并将{p2}修改为{n2}",
                ),
            )
        ]

    def inserted(self, p: Paragraph, unit: str) -> list[Edit]:
        at, word = self.spot(p)
        new = f"（含{self.name()}）"
        side = self.r.random() < 0.7
        p.lead[at] = p.lead[at].replace(word, word + new if side else new + word)
        where = self.one("后", "之后") if side else self.one("前", "之前")
        add = self.one("增加", "增写", "加上", "添加", "增加规定")
        form = self.one("在{}中的", "在{}", "{}中的", "{}")
        return [Edit(unit, f"{form}{self.q(word)}{where}{add}{self.q(new)}")]

    def anew_paragraph(self, p: Paragraph, unit: str) -> list[Edit]:
        p.lead = self.paragraph().lead
        return [Edit(unit, f"{self.one('{}', '将{}')}{self.anew()}{self.q(''.join(p.lead))}")]

    def nth(self, p: Paragraph, at: int) -> str:
        last = at == len(p.lead) - 1
        return self.one("最后一句", "末句") if last and self.r.random() < 0.4 else f"第{to_chinese(at + 1)}句"

    def sentence_gone(self, p: Paragraph, unit: str) -> list[Edit]:
        at = self.r.randrange(len(p.lead))
        place = self.nth(p, at)
        gone = p.lead.pop(at)
        return [Edit(unit, self.one(f"删去{{}}{place}", f"删除{{}}中的{self.q(gone)}", f"将{{}}{place}删去"))]

    def sentence_anew(self, p: Paragraph, unit: str) -> list[Edit]:
        at = self.r.randrange(len(p.lead))
        p.lead[at] = self.sentence()
        return [Edit(unit, f"{self.one('{}', '将{}')}{self.nth(p, at)}{self.anew()}{self.q(p.lead[at])}")]

    def sentence_added(self, p: Paragraph, unit: str) -> list[Edit]:
        made = self.sentence()
        p.lead.append(made)
        form = self.one(
            "{}末尾增加一句：", "{}增加一句：", "在{}末尾增加：", "{}最后增加一句，内容为：", "在{}款尾增加："
        )
        return [Edit(unit or "第一款", f"{form}{self.q(made)}")]

    def in_items(self, p: Paragraph, unit: str) -> list[Edit]:
        out: list[Edit] = []
        at = self.r.randrange(len(p.items))
        item, number = p.items[at], f"{unit}第{to_chinese(at + 1)}项"
        if item.points:
            which = self.r.randrange(len(item.points))
            place, known = f"{number}第{to_chinese(which + 1)}目", names(item.points[which])
            if self.r.random() < 0.5:
                new = self.name()
                item.points[which] = item.points[which].replace(known[0], new)
                return [
                    Edit(
                        place,
                        f"{self.one('{}中的', '将{}中的', '{}')}{self.q(known[0])}{self.becomes()}{self.q(new)}",
                    )
                ]
            item.points[which] = f"{self.name()}已经废弃"
            return [Edit(place, f"{self.one('{}', '将{}')}{self.anew()}{self.q(p.point(at, which))}")]
        kind = self.r.choice(("anew", "words", "gone", "added", "lead", "lead+anew", "several"))
        if kind in ("lead", "lead+anew"):
            p.lead = [f"违反规定，有下列情形之一的，由{self.name()}处理："]
            name = self.one("引述部分", "引导语", "款首", "第一自然段", "首部")
            out.append(Edit(f"{unit}", f"{self.one('{}', '将{}')}{name}{self.anew()}{self.q(p.lead[0])}"))
            if not unit:
                name = self.one("条首", "引述部分", "引导语")
                out[-1] = Edit("", f"{self.one('{}', '将{}')}{name}{self.anew()}{self.q(p.lead[0])}")
        if kind in ("anew", "lead+anew"):
            item.words = f"擅自拆除{self.name()}的"
            out.append(Edit(number, f"{self.one('{}', '将{}')}{self.anew()}{self.q(p.item(at))}"))
        elif kind == "words":
            old, new = names(item.words)[0], self.name()
            item.words = item.words.replace(old, new)
            out.append(
                Edit(
                    number,
                    f"{self.one('{}中的', '将{}中的', '{}')}{self.q(old)}{self.becomes()}{self.q(new)}",
                )
            )
        elif kind == "gone" and len(p.items) > 2 and not p.items[-1].points:
            p.items.pop(at)
            out.append(Edit(number, self.one("删去{}", "删除{}", "将{}删除")))
        elif kind == "several" and len(p.items) > 2 and not any(one.points for one in p.items):
            p.items[0].words, p.items[1].words = (f"私自占用{self.name()}的" for _ in range(2))
            texts = p.item(0), p.item(1)
            out.append(
                Edit(
                    f"{unit}第一项、第二项",
                    f"{self.one('将{}', '{}')}分别修改为："
                    + self.one(self.q(*texts), self.q(texts[0]) + self.q(texts[1])),
                )
            )
        elif not out:
            at = self.r.randrange(len(p.items) + 1)
            if p.items[-1].points and at == len(p.items):
                at -= 1
            p.items.insert(at, Item(f"擅自移动{self.name()}的"))
            number = to_chinese(at + 1)
            form = self.one(
                f"{{}}增加一项，作为第{number}项：",
                f"{{}}增加一项作为第{number}项：",
                f"在{{}}中增加一项，作为第{number}项：",
                f"{{}}增加第{number}项：",
            )
            out.append(Edit(unit, f"{form}{self.q(p.item(at))}"))
        return out

    # -------------------------------------------------------------------------------------------- instructions

    def compound(self) -> Callable[[], str] | None:
        """Several edits of one article in one instruction; the article is named once."""
        if not self.free:
            return None
        article = self.free.pop()
        edits = self.edits(article)
        join = self.one("，", "；", "。", "\n", "；")
        return lambda: self.say(article, edits, join)

    def say(self, article: Article, edits: list[Edit], join: str) -> str:
        new, old = self.law.numbered()[article], article.old
        words, first = "", True
        if new != old:
            words = f"{self.one('将', '')}{old}{self.one('改为', '作为')}{new}"
            first = False
        elif len(edits) > 1 and self.r.random() < 0.15:
            words, first = f"对{old}作如下修改：", False
        for edit in edits:
            place = (old if first else "") + edit.unit
            said = edit.said
            if not place:
                said = (
                    said.replace("在{}中的", "在其中的")
                    .replace("{}中的", "其中的")
                    .replace("{}中", "其中")
                    .replace("将{}“", "将其中的“")
                    .replace("将{}", "")
                )
            said = said.replace("{}", place)
            if not first and not words.endswith("："):
                words = words.rstrip("。") if join != "\n" else words.rstrip("。") + "。"
                words += (
                    "，"
                    if words.endswith(("条", "之一")) and words[0] in "将第" and "：" not in words
                    else join
                )
            words += said
            first = False
        return words

    def sweep(self) -> Callable[[], str] | None:
        """The same words in a list of articles, which another instruction may change elsewhere."""
        for office in self.r.sample(OFFICES, len(OFFICES)):
            holders = [a for a in self.free if any(office in line for line in a.lines())]
            if len(holders) < 2:
                continue
            new = f"{self.name()}局"
            for article in holders:
                self.free.remove(article)
                for p in article.paragraphs:
                    p.lead = [s.replace(office, new) for s in p.lead]
                    for item in p.items:
                        item.words = item.words.replace(office, new)
                        item.points = [one.replace(office, new) for one in item.points]
            holders.sort(key=self.law.articles().index)
            labels = [article.old for article in holders]
            listed = "、".join(labels[:-1]) + self.one("、", "和", "以及") + labels[-1]
            verb = self.one("修改为", "统一修改为", "均修改为", "改为")
            return lambda: f"将{listed}中的{self.q(office)}{verb}{self.q(new)}"
        return None

    def whole(self) -> Callable[[], str] | None:
        if not self.free:
            return None
        article = self.free.pop()
        article.paragraphs = self.article().paragraphs

        def say() -> str:
            new = self.law.numbered()[article]
            label = self.one("", f"{new}　")
            first, *more = article.lines()
            head = article.old if new == article.old else f"{article.old}改为{new}，"
            return f"{self.one('将', '')}{head}{self.anew()}{self.q(label + first, *more)}"

        return say

    def gone(self) -> Callable[[], str] | None:
        for article in self.free:
            run = next(run for run in self.runs() if article in run)
            if len(run) > 1 and not article.branch and self.plain():
                run.remove(article)
                self.free.remove(article)
                return lambda: self.one(f"删去{article.old}", f"将{article.old}删除", f"删除{article.old}")
        return None

    def plain(self) -> bool:
        """May numbers move? A text with 之一 keeps them."""
        return not any(article.branch for article in self.law.articles())

    def runs(self) -> list[list[Article]]:
        return [
            run
            for chapter in self.law.chapters
            for run in (chapter.articles, *(section.articles for section in chapter.sections))
            if run
        ]

    def added(self) -> Callable[[], str] | None:
        if not self.plain():
            return None
        inner = [run for run in self.runs() if len(run) > 1]
        if not inner:
            return None
        run = self.r.choice(inner)
        made = [self.article() for _ in range(self.r.choice((1, 1, 2)))]
        at = self.r.randrange(1, len(run))
        run[at:at] = made

        def say() -> str:
            labels = [self.law.numbered()[article] for article in made]
            if len(made) == 1:
                verb = self.one("增加一条，作为", "新增一条，作为", "增加一条作为")
                first, *more = made[0].lines()
                return f"{verb}{labels[0]}：{self.q(self.one('', labels[0] + '　') + first, *more)}"
            lines = [
                line if index else f"{label}　{line}"
                for label, article in zip(labels, made, strict=True)
                for index, line in enumerate(article.lines())
            ]
            count = self.one("二", "两")
            return f"增加{count}条，{self.one('分别', '')}作为{labels[0]}、{labels[1]}：{self.one('', chr(10))}{self.q(*lines)}"

        return say

    def branch_added(self) -> Callable[[], str] | None:
        """在第五条后增加一条，作为第五条之一: numbers are kept."""
        if self.law.articles() != [a for a in self.law.articles() if a.old]:
            return None
        for article in self.free:
            order = self.law.articles()
            at = order.index(article)
            if article.branch or (at + 1 < len(order) and order[at + 1].branch):
                continue
            if self.law.numbered()[article] != article.old:
                return None
            run = next(run for run in self.runs() if article in run)
            if run[-1] is article:
                continue
            made = self.article()
            made.branch = 1
            run.insert(run.index(article) + 1, made)
            first, *more = made.lines()
            label = f"{article.old}之一"
            form = self.one(
                f"在{article.old}后增加一条，作为{label}：",
                f"增加一条，作为{label}：",
                f"{article.old}之后增加一条作为{label}：",
            )
            return lambda: form + self.q(self.one("", label + "　") + first, *more)
        return None

    def heading(self) -> Callable[[], str] | None:
        at = self.r.randrange(len(self.law.chapters))
        chapter = self.law.chapters[at]
        new, number = self.name(), f"第{to_chinese(at + 1)}章"
        if at in self.used:
            return None
        self.used.add(at)
        if chapter.sections and self.r.random() < 0.7:
            which = self.r.randrange(len(chapter.sections))
            chapter.sections[which].name = new
            number += f"第{to_chinese(which + 1)}节"
            form = self.one("将{}节名修改为{}", "{}节名修改为{}", "将{}的节名修改为{}", "{}名称修改为{}")
            return lambda: form.format(number, self.q(new))
        old, chapter.name = chapter.name, new
        form = self.one(
            "将{}章名修改为{}",
            "{}的章名改为{}",
            "将{}名称修改为{}",
            "{}章名由" + self.q(old) + "修改为{}",
            "{}章名" + self.q(old) + "修改为{}",
        )
        return lambda: form.format(number, self.q(new))

    def annex(self) -> Callable[[], str] | None:
        if not self.law.annexes or "annex" in self.__dict__:
            return None
        self.__dict__["annex"] = True
        at = self.r.randrange(len(self.law.annexes))
        lines = self.law.annexes[at]
        if self.r.random() < 0.6:
            line = self.r.randrange(len(lines))
            old, new = self.r.choice(names(lines[line])), self.name()
            lines[line] = lines[line].replace(old, new)
            form = self.one("将附件{}中的{}{}{}", "附件{}中的{}{}{}", "附件{}中{}{}{}")
            return lambda: form.format(at + 1, self.q(old), self.becomes(), self.q(new))
        lines[:] = [f"{self.name()}由{self.name()}看管。"]
        return lambda: f"{self.one('将', '')}附件{at + 1}修改为：{self.q(f'附件{at + 1}', *lines)}"

    def opening(self) -> Callable[[], str] | None:
        if not self.law.preamble or "preamble" in self.__dict__:
            return None
        self.__dict__["preamble"] = True
        old, new = names(self.law.preamble[0])[0], self.name()
        self.law.preamble[0] = self.law.preamble[0].replace(old, new)
        return lambda: (
            f"{self.one('将引言中的', '引言中的', '引言中')}{self.q(old)}{self.becomes()}{self.q(new)}"
        )

    def instructions(self, most: int) -> list[str]:
        kinds = [self.compound] * 5 + [
            self.sweep,
            self.whole,
            self.gone,
            self.added,
            self.heading,
            self.annex,
            self.opening,
        ]
        if self.r.random() < 0.15:
            kinds = [self.compound] * 3 + [self.branch_added, self.sweep, self.whole, self.heading]
        told = [said for _ in range(self.r.randint(1, most)) if (said := self.r.choice(kinds)())]
        return [said() for said in told]


def names(words: str) -> list[str]:
    """The made-up names in `words`."""
    return re.findall(rf"(?:{'|'.join(THINGS)})[一二三四五六七八九十百零]+号", words)


@dataclass(frozen=True, slots=True)
class Made:
    """A decision, and for each base that it amends the text that it must give."""

    decision: str
    pairs: list[tuple[str, str]]


PURPOSES = (
    "为了与上位法相衔接，",
    "根据《某省水法实施办法》第六条的规定，",
    "为进一步优化营商环境，",
    "鉴于机构改革后职能已经划转，",
    "为落实国务院关于取消证明事项的要求，",
    "按照《某省航道条例》，",
)
NOTES = (
    "（修改理由：上位法已经修改。）",
    "【说明】本条根据机构改革的情况作了修改。",
    "说明：与《某省航道条例》第五条保持一致。",
    "修改说明：删去的内容已由上位法规定。",
    "（注：本处为文字修改。）",
)


def decision(seed: int, most: int = 4, several: bool | None = None, notes: bool = False) -> Made:
    """A decision about one law, or about two or three where `several`."""
    random = Random(seed)
    marks = random.choice(("“”", "“”", "“”", "「」", '""'))
    package = random.random() < 0.15 if several is None else several
    makers = [
        Maker(random, title, marks)
        for title in (random.sample(TITLES, random.randint(2, 3)) if package else TITLES[:1])
    ]
    parts = []
    for maker in makers:
        told: list[str] = []
        while not told:
            told = maker.instructions(most)
        told = [
            PURPOSES[random.randrange(len(PURPOSES))] + one if random.random() < 0.12 else one for one in told
        ]
        parts.append([one if one.endswith("。") else one + "。" for one in told])
    pairs = [(maker.base, maker.law.text()) for maker in makers]
    if notes:
        parts = [
            [f"{one}\n{random.choice(NOTES)}" if random.random() < 0.4 else one for one in part]
            for part in parts
        ]
    body = _package(random, makers, parts) if package else _single(random, parts[0])
    what = "部分地方性法规" if package else f"《{makers[0].law.title}》"
    if package and random.random() < 0.5:
        what = "".join(f"《{m.law.title}》" for m in makers[:1]) + f"等{to_chinese(len(makers))}件地方性法规"
    head = random.choice(
        (
            f"某市人民代表大会常务委员会关于修改{what}的决定\n某市第十届人民代表大会常务委员会第四次会议决定对{what}作如下修改：",
            f"某市人民政府关于修改{what}的决定\n市人民政府决定，对{what}作出以下修改：",
        )
    )
    moved = any(len(base.split("\n第")) != len(new.split("\n第")) for base, new in pairs)
    order = "并对条文顺序作相应调整" if moved else ""
    tail = f"本决定自公布之日起施行。\n{what if not package else '上述地方性法规'}根据本决定作相应修改{order}，重新公布。"
    return Made("\n".join((head, body, tail)), pairs)


def _single(random: Random, told: list[str]) -> str:
    style = random.choice(("big", "big", "sub", "point", "none", "line"))
    if style == "none":
        return "\n".join(told)
    if style == "line":
        return "".join(f"{to_chinese(i + 1)}、{one}" for i, one in enumerate(told))
    marks = {"big": "{}、", "sub": "（{}）", "point": "{}."}[style]
    return "\n".join(
        marks.format(i + 1 if style == "point" else to_chinese(i + 1)) + one for i, one in enumerate(told)
    )


def _package(random: Random, makers: list[Maker], parts: list[list[str]]) -> str:
    style = random.choice(("listed", "listed", "bare", "points", "running"))
    lines = []
    for at, (maker, part) in enumerate(zip(makers, parts, strict=True)):
        number, title = to_chinese(at + 1), maker.law.title
        if style == "running":
            lead, *more = part
            lines.append(
                f"{number}、《{title}》{lead}"
                if lead.startswith("第")
                else f"{number}、对《{title}》作如下修改：\n（一）{lead}"
            )
            lines += (
                [f"（{to_chinese(i + 2)}）{one}" for i, one in enumerate(more)]
                if not lead.startswith("第")
                else more
            )
            continue
        lines.append(
            {
                "listed": f"{number}、对《{title}》作如下修改：",
                "bare": f"{number}、{title}",
                "points": f"{number}、《{title}》",
            }[style]
        )
        form = "{}." if style == "points" else "（{}）"
        lines += [
            form.format(i + 1 if style == "points" else to_chinese(i + 1)) + one for i, one in enumerate(part)
        ]
    return "\n".join(lines)
