# ruff: noqa: N806, E501 -- quoted words are capitals, a wording stands on one line
"""Decisions in many independent wordings: for each kind of change a list of sentences, each with the text it must give.

A law is a list of chapter names and articles (lists of lines); `law` numbers it. Every kind edits that list itself, so
what is expected owes nothing to lawtrack. A wording is a template; quotation marks, numbers and fillers are drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from lawtrack.law import to_chinese

Law = list["str | list[str]"]
"""A chapter's name, a section's behind 节, or the lines of an article."""


@dataclass(frozen=True, slots=True)
class Made:
    """A base, a decision, and the text that the decision makes of the base; `may` be refused where it is a matter of taste."""

    base: str
    decision: str
    result: str


def law(parts: Law, title: str = "某市渡口管理办法") -> str:
    """The text of a law, its chapters and articles numbered."""
    lines, chapter, article, section = [title], 0, 0, 0
    for part in parts:
        if isinstance(part, str) and part.startswith("节"):
            section += 1
            lines.append(f"第{to_chinese(section)}节　{part[1:]}")
        elif isinstance(part, str):
            chapter, section = chapter + 1, 0
            lines.append(f"第{to_chinese(chapter)}章　{part}")
        else:
            article += 1
            lines.append(f"第{to_chinese(article)}条　" + "\n".join(part))
    return "\n".join(lines)


def n(parts: Law, part: list[str]) -> str:
    """第N条 of an article."""
    articles = [one for one in parts if not isinstance(one, str)]
    return f"第{to_chinese(next(i for i, one in enumerate(articles) if one is part) + 1)}条"


def c(parts: Law, name: str) -> str:
    """第N章 of a chapter."""
    names = [one for one in parts if isinstance(one, str) and not one.startswith("节")]
    return f"第{to_chinese(names.index(name) + 1)}章"


QUOTES = ("“”", "“”", "“”", "「」", '""')
HEADS = (
    "某市人民代表大会常务委员会关于修改《某市渡口管理办法》的决定\n某市人民代表大会常务委员会决定对《某市渡口管理办法》作如下修改：",
    "某市人民政府关于修改《某市渡口管理办法》的决定\n市人民政府决定，对《某市渡口管理办法》作出以下修改：",
)
ENDS = (
    "\n本决定自公布之日起施行。",
    "\n此外，对条文顺序作相应调整。\n本决定自2024年3月1日起施行。\n《某市渡口管理办法》根据本决定作相应修改，重新公布。",
)


class Scene:
    """One law of made-up articles, with names for those that the kinds change, and the manner of one decision."""

    def __init__(self, random: Random) -> None:
        self.random = random
        fill = [
            [f"第{i}号航标由航标站{random.choice(['养护', '巡查', '登记'])}。"]
            for i in range(random.choice([0, 0, 3, 12, 97, 118]))
        ]
        self.duty = ["航务所负责渡口管理。航务所应当听取村民意见。船检站负责验船。"]
        self.list = [
            "村民委员会应当支持渡口建设。渡口建设应当符合下列要求：",
            "（一）岸坡稳固；",
            "（二）避开急流；",
            "（三）设置灯具。",
        ]
        self.names = ["航务所应当公布渡口名录。"]
        self.check = ["航务所应当对渡口进行检查。", "检查结果由航务所公布。"]
        self.fines = [
            "有下列行为之一的，由航务所责令改正，处五十元罚款：",
            "（一）超载的；",
            "（二）夜渡的；",
            "（三）无证的；",
            "（四）抢渡的。",
        ]
        self.last = ["本办法自2011年5月1日起施行。"]
        self.old: Law = [
            "总则",
            *fill,
            self.duty,
            self.list,
            "船舶",
            self.names,
            self.check,
            "罚则",
            self.fines,
            "附则",
            self.last,
        ]
        self.new: Law = list(self.old)
        marks = random.choice(QUOTES)
        self.open, self.close = marks[0], marks[1]
        self.will = random.choice(["将", "将", ""])
        self.full = random.choice(["。", ""])

    def q(self, words: str) -> str:
        return f"{self.open}{words}{self.close}"

    def o(self, part: list[str]) -> str:
        return n(self.old, part)

    def k(self, part: list[str]) -> str:
        return n(self.new, part)

    def swap(self, part: list[str], *lines: str) -> list[str]:
        """Put new lines in the place of an article."""
        new = list(lines)
        self.new[next(i for i, one in enumerate(self.new) if one is part)] = new
        return new

    def words(self, part: list[str], old: str, new: str, line: int | None = None) -> list[str]:
        return self.swap(
            part, *(one.replace(old, new) if line is None or i == line else one for i, one in enumerate(part))
        )

    def drop(self, part: list[str] | str) -> None:
        del self.new[next(i for i, one in enumerate(self.new) if one is part)]

    def put(self, before: list[str] | str, *parts: list[str] | str) -> None:
        at = next(i for i, one in enumerate(self.new) if one is before)
        self.new[at:at] = parts

    def made(self, *sentences: str) -> Made:
        """The decision, numbered in one of the ways in use."""
        random = self.random
        how = random.choice(
            ["big", "sub", "point", "none"] if len(sentences) > 1 else ["big", "none", "none", "sub"]
        )
        mark: Callable[[int], str] = {
            "big": lambda i: f"{to_chinese(i)}、",
            "sub": lambda i: f"（{to_chinese(i)}）",
            "point": lambda i: f"{i}.",
            "none": lambda _: "",
        }[how]
        body = "\n".join(mark(i + 1) + one for i, one in enumerate(sentences))
        renumbers = [n(self.old, p) for p in self.old if not isinstance(p, str)] and len(self.old) != len(
            self.new
        )
        end = ENDS[1] if renumbers else random.choice(ENDS)
        return Made(law(self.old), f"{random.choice(HEADS)}\n{body}{end}", law(self.new))


Kind = Callable[[Scene], Iterator["tuple[str, ...]"]]
"""Edits the scene and gives the wordings that say so, each a tuple of instructions."""


def renamed_chapter(s: Scene) -> Iterator[tuple[str, ...]]:
    """A chapter's name, and words in its articles."""
    s.new[s.new.index("船舶")] = "渡船和船员"
    a, b = s.o(s.names), s.o(s.check)
    s.words(s.names, "航务所", "航运所")
    s.words(s.check, "航务所", "航运所")
    ch, A, B, N = c(s.old, "船舶"), s.q("航务所"), s.q("航运所"), s.q("渡船和船员")
    w = f"{s.will}{a}、{b}中的{A}修改为{B}。"
    for name in (
        f"将{ch}章名修改为{N}{s.full}",
        f"{ch}的章名改为{N}。",
        f"将{ch}名称修改为{N}。",
        f"将{ch}标题改为{N}。",
        f"{ch}章名由{s.q('船舶')}改为{N}。",
        f"{ch}章名{s.q('船舶')}修改为{N}。",
        f"将{ch}{s.q('船舶')}修改为{N}。",
        f"将{ch}的标题{s.q('船舶')}调整为{N}。",
        f"{ch}章名修改为：{N}。",
        f"将{ch}章名修改为{s.q(ch + ' 渡船和船员')}。",
        f"将{ch}的名称变更为{N}。",
    ):
        yield name, w
        yield w, name
    yield (f"将{ch}章名修改为{N}，{a}、{b}中的{A}修改为{B}。",)
    yield (f"将{ch}章名修改为{N}，并将{a}、{b}中的{A}统一修改为{B}。",)
    yield (f"将{ch}章名修改为{N}；将{a}和{b}中的{A}均改为{B}。",)
    yield (f"将{ch}中的{A}修改为{B}，章名修改为{N}。",)
    yield f"将{ch}章名修改为{N}。", f"将{ch}中的{A}均修改为{B}。"


def each_and_therein(s: Scene) -> Iterator[tuple[str, ...]]:
    """分别改为, 其中的."""
    a, b, d, e = s.o(s.duty), s.o(s.list), s.o(s.names), s.o(s.check)
    s.drop(s.duty)
    x, y, z = (
        s.words(s.list, "渡口", "码头"),
        s.words(s.names, "渡口", "码头"),
        s.words(s.check, "渡口", "码头"),
    )
    f, g, h = s.k(x), s.k(y), s.k(z)
    A, B, gone = s.q("渡口"), s.q("码头"), f"删去{a}。"
    for verb in ("修改为", "改为", "调整为"):
        yield gone, f"{b}、{d}、{e}分别改为{f}、{g}、{h}，并将其中的{A}{verb}{B}。"
        yield gone, f"将{b}、{d}、{e}分别改为{f}、{g}、{h}，其中的{A}{verb}{B}。"
        yield gone, f"将{b}至{e}分别改为{f}至{h}，并将其中的{A}均{verb}{B}。"
        yield gone, f"将{b}、{d}、{e}依次改为{f}、{g}、{h}，将其中{A}{verb}{B}。"
    yield gone, f"将{b}、{d}和{e}分别改为{f}、{g}和{h}，同时将上述条款中的{A}修改为{B}。"
    yield gone, f"将{b}、{d}、{e}相应改为{f}、{g}、{h}，并将各条中的{A}修改为{B}。"
    yield gone, f"{b}改为{f}，{d}改为{g}，{e}改为{h}，并分别将其中的{A}修改为{B}。"
    yield f"删除{a}。", f"原{b}、{d}、{e}分别作为{f}、{g}、{h}，其中{A}一词统一修改为{B}。"
    yield (
        gone,
        f"{b}改为{f}，其中的{A}修改为{B}。",
        f"{d}改为{g}，其中的{A}修改为{B}。",
        f"{e}改为{h}，并将{A}修改为{B}。",
    )
    yield gone, f"将{b}、{d}、{e}中的{A}修改为{B}，并分别改为{f}、{g}、{h}。"
    yield gone, f"将{b}、{d}、{e}中的{A}修改为{B}，条文序号相应调整为{f}、{g}、{h}。"


def sentence_without_stop(s: Scene) -> Iterator[tuple[str, ...]]:
    """A sentence in the middle goes."""
    a = s.o(s.duty)
    s.swap(s.duty, "航务所负责渡口管理。船检站负责验船。")
    for words in ("航务所应当听取村民意见", "航务所应当听取村民意见。"):
        Q = s.q(words)
        yield (f"删去{a}中的{Q}{s.full}",)
        yield (f"删除{a}中{Q}。",)
        yield (f"将{a}中的{Q}删去。",)
        yield (f"将{a}中的{Q}予以删除。",)
        yield (f"{a}中的{Q}删去{s.full}",)
        yield (f"{a}删去{Q}。",)
        yield (f"删去{a}第一款中的{Q}的规定。",)
        yield (f"{a}第一款中，删去{Q}。",)
        yield (f"删去{a}中的{Q}一句。",)
    yield (f"删去{a}第二句。",)
    yield (f"删去{a}第一款第二句。",)
    yield (f"将{a}第二句删除。",)


def last_sentence(s: Scene) -> Iterator[tuple[str, ...]]:
    """The last sentence of a paragraph goes."""
    a = s.o(s.duty)
    s.swap(s.duty, "航务所负责渡口管理。航务所应当听取村民意见。")
    for words in ("船检站负责验船", "船检站负责验船。"):
        Q = s.q(words)
        yield (f"删去{a}中的{Q}{s.full}",)
        yield (f"将{a}末尾的{Q}删去。",)
        yield (f"将{a}最后一句{Q}删除。",)
        yield (f"删去{a}第一款最后的{Q}。",)
        yield (f"{a}第一款删除{Q}。",)
    yield (f"删去{a}最后一句。",)
    yield (f"删去{a}第三句。",)
    yield (f"将{a}末句删去。",)


def becomes_first_paragraph(s: Scene) -> Iterator[tuple[str, ...]]:
    """An article gets another number and a second paragraph."""
    a = s.o(s.names)
    new = ["渡口是公益设施。"]
    s.put(s.duty, new)
    b = s.swap(s.names, "航务所应当公布并更新渡口名录。", "名录应当载明渡口位置。")
    k, N1, N2 = s.k(b), s.q("航务所应当公布并更新渡口名录。"), s.q("名录应当载明渡口位置。")
    add = f"增加一条，作为{s.k(new)}：{s.q('渡口是公益设施。')}"
    A, B = s.q("公布渡口"), s.q("公布并更新渡口")
    yield add, f"将{a}改为{k}第一款，修改为：{N1}\n增加一款，作为第二款：{N2}"
    yield add, f"{a}改为{k}第一款，并修改为：{N1}；增加一款，作为第二款：{N2}"
    yield add, f"将{a}改为{k}，修改为：{N1}\n增加一款，作为第二款：{N2}"
    yield add, f"将{a}作为{k}第一款，并将其中的{A}修改为{B}；增加一款作为第二款：{N2}"
    yield add, f"将{a}改为{k}，第一款修改为：{N1}，增加一款作为第二款：{N2}"
    yield add, f"{a}改为{k}，增加一款，作为第二款：{N2}原条文作为第一款，修改为：{N1}"
    yield add, f"将{a}改为{k}第一款，其中的{A}修改为{B}。\n增加第二款：{N2}"
    yield add, f"{a}改为{k}，将其中的{A}改为{B}，并增加一款作为第二款：{N2}"
    yield add, f"将{a}改为{k}，{A}修改为{B}，增加一款，作为第二款，内容为：{N2}"
    yield add, f"将{a}改为{k}，增加第二款：{N2}，第一款中的{A}修改为{B}。"
    yield (
        add,
        f"原{a}改为{k}，修改为：{s.open}航务所应当公布并更新渡口名录。\n{'' if s.open == '「' else s.open}名录应当载明渡口位置。{s.close}",
    )
    yield add, f"{a}改为{k}第一款，{A}修改为{B}；增加一款，作为{k}第二款：{N2}"


def chapter_of_new_articles(s: Scene) -> Iterator[tuple[str, ...]]:
    """A new chapter before the third, of one or two new articles."""
    one, two = ["船员应当持证。"], ["船员应当着装。"]
    s.put("罚则", "船员", one, two)
    ch, a, b = c(s.new, "船员"), s.k(one), s.k(two)
    N, X, Y = s.q("船员"), s.q("船员应当持证。"), s.q("船员应当着装。")
    i, j = f"增加一条，作为{a}：{X}", f"增加一条，作为{b}：{Y}"
    yield f"增加一章，作为{ch}，章名为{N}，包括{a}至{b}。", i, j
    yield f"增加一章，作为{ch}{N}，包括{a}、{b}。", i, j
    yield f"新增一章，作为{ch}，名称为{N}，由{a}和{b}组成。", i, j
    yield f"增加一章作为{ch}，章名为{N}。", i, j
    yield f"在{c(s.old, '船舶')}后增加一章，作为{ch}：{N}。", i, j
    yield f"增设一章，为{ch}，章名：{N}。", i, j
    yield f"增加{ch}{N}。", i, j
    yield f"增加{ch}，章名为{N}，下设{a}、{b}。", i, j
    yield f"增加一章，作为{ch}{N}。{ch}包括{a}、{b}。", i, j
    yield (
        f"增加一章{N}，作为{ch}。",
        f"在{ch}增加两条，分别作为{a}、{b}：{s.open}{a} 船员应当持证。\n{'' if s.open == '「' else s.open}{b} 船员应当着装。{s.close}",
    )
    yield f"增加一章，章名为{N}，作为{ch}。", i, j
    yield (
        f"增加一章，作为{ch}：{s.open}{ch}　船员\n{'' if s.open == '「' else s.open}{a}　船员应当持证。\n{'' if s.open == '「' else s.open}{b}　船员应当着装。{s.close}",
    )
    yield (
        f"增加一章，作为{ch}，章名为{N}；增加二条，作为{a}、{b}。内容如下：{s.open}{ch}　船员\n{'' if s.open == '「' else s.open}{a}　船员应当持证。\n{'' if s.open == '「' else s.open}{b}　船员应当着装。{s.close}",
    )
    yield i, j, f"增加一章，作为{ch}，章名为{N}，包括{a}、{b}。"


def merged_chapter(s: Scene) -> Iterator[tuple[str, ...]]:
    """A chapter merged into the one before it."""
    s.drop("船舶")
    a, b = c(s.old, "船舶"), c(s.old, "总则")
    d = s.o(s.names)
    plain = [
        f"将{a}并入{b}。",
        f"{a}并入{b}。",
        f"将{a}合并到{b}。",
        f"将{a}合并至{b}。",
        f"将{a}归入{b}。",
        f"将{b}、{a}合并，作为{b}。",
        f"{b}和{a}合并为{b}。",
        f"将{b}、{a}合并为一章，作为{b}。",
        f"删去{a}章名。",
        f"取消{a}，其条文并入{b}。",
        f"将{a}各条并入{b}。",
        f"将{a}的条文并入{b}。",
        f"{a}不再单列，并入{b}。",
        f"将{b}与{a}合并为一章，章名为{s.q('总则')}。",
    ]
    for one in plain:
        yield (one,)
    s.drop(s.names)
    yield (f"将{a}并入{b}，删去{d}。",)
    yield (f"删去{d}，并将{a}并入{b}。",)
    yield f"删去{d}。", f"{a}并入{b}。"
    yield (f"将{a}并入{b}，并删除{d}。",)


def items_to_new_paragraph(s: Scene) -> Iterator[tuple[str, ...]]:
    """Old items become those of a new second paragraph."""
    a = s.o(s.fines)
    lead = "有下列行为之一的，由公安派出所处理："
    s.swap(s.fines, s.fines[0], "（一）超载的；", "（二）夜渡的。", lead, "（一）无证的；", "（二）抢渡的。")
    L = s.q(lead)
    yield (f"{a}增加一款，作为第二款：{L}，原第三项、第四项修改为第二款第一项、第二项。",)
    yield (f"{a}增加一款，作为第二款：{L}，原第三项修改为第二款第一项、原第四项修改为第二款第二项。",)
    yield (f"{a}增加一款，作为第二款：{L}原第三项、第四项分别改为第二款第一项、第二项。",)
    yield (f"{a}增加一款作为第二款：{L}；将第一款第三项、第四项改为第二款第一项、第二项。",)
    yield (f"{a}增加第二款：{L}，第三项、第四项作为第二款第一项、第二项。",)
    yield (f"在{a}中增加一款，作为第二款：{L}，将原第一款第三项、第四项移至第二款，作为第一项、第二项。",)
    yield (f"{a}增加一款，作为第二款：{L}\n原第一款第三项、第四项分别作为第二款第一项、第二项。",)
    yield (f"{a}增加一款，作为第二款：{L}。原第（三）项、第（四）项改为第二款第（一）项、第（二）项。",)
    yield (f"{a}增加一款，作为第二款：{s.q(lead[:-1] + '：')}，原第三、四项依次改为第二款第一、二项。",)


def mixed_deletions(s: Scene) -> Iterator[tuple[str, ...]]:
    """Words and units in one list of deletions."""
    a, b, d = s.o(s.duty), s.o(s.fines), s.o(s.names)
    s.swap(s.duty, "航务所负责渡口管理。船检站负责验船。")
    s.words(s.fines, "，处五十元罚款", "")
    s.drop(s.names)
    A, B = s.q("航务所应当听取村民意见。"), s.q("，处五十元罚款")
    yield (f"删去{a}中的{A}、{b}中的{B}、{d}。",)
    yield (f"删除{a}中的{A}、{b}中的{B}和{d}。",)
    yield (f"删去{d}、{a}中的{A}、{b}中的{B}。",)
    yield (f"删去{d}以及{a}中的{A}、{b}中的{B}。",)
    yield (f"删去{d}和{b}第一款中的{B}，{a}中的{A}。",)
    yield (f"将{a}中的{A}、{b}中的{B}、{d}删去。",)
    yield (f"将{d}、{a}中的{A}、{b}中的{B}予以删除。",)
    yield (f"删去{a}中的{A}，{b}中的{B}，{d}。",)
    yield (f"删去{a}中的{A}；删去{b}中的{B}；删去{d}。",)
    yield f"删去{d}。", f"删去{a}中的{A}和{b}中的{B}。"
    yield (f"{d}、{a}中的{A}、{b}中的{B}删去。",)
    yield (f"删去{a}第一款中的{A}、{d}、{b}第一款中的{B}。",)


def lead_and_item(s: Scene) -> Iterator[tuple[str, ...]]:
    """The lead of a list and one of its items."""
    a = s.o(s.fines)
    lead, item = "有下列行为之一的，由航务所处一百元罚款：", "深夜摆渡的"
    s.swap(s.fines, lead, s.fines[1], f"（二）{item}；", *s.fines[3:])
    L = s.q(lead)
    for place in (
        "第一款第一自然段",
        "引言部分",
        "第一自然段",
        "条首",
        "第一款款首",
        "引导语",
        "首部",
        "第一款引导语",
        "导语",
        "第一款的首句",
        "第一段",
    ):
        yield (f"将{a}{place}修改为：{L}，第二项修改为：{s.q('（二）' + item + '；')}。",)
    for words in (item, item + "；", f"（二）{item}；", f"（二）{item}"):
        yield (f"将{a}第一款第一自然段修改为：{L}，第二项修改为：{s.q(words)}。",)
        yield (f"{a}第一自然段改为：{L}；第（二）项改为{s.q(words)}。",)
    yield f"{a}第一款第一自然段修改为：{L}", f"{a}第二项修改为：{s.q(item + '；')}"
    yield (
        f"{a}第一款中的{s.q('责令改正，处五十元')}修改为{s.q('处一百元')}，第二项中的{s.q('夜渡')}修改为{s.q('深夜摆渡')}。",
    )
    yield (
        f"{a}{s.q('由航务所责令改正，处五十元罚款')}修改为{s.q('由航务所处一百元罚款')}，第二项修改为：{s.q('（二）' + item + '；')}。",
    )


def throughout_except(s: Scene) -> Iterator[tuple[str, ...]]:
    """A name changes everywhere but in one article."""
    b = s.o(s.check)
    for part in (s.duty, s.names, s.fines):
        s.words(part, "航务所", "航运所")
    A, B = s.q("航务所"), s.q("航运所")
    for text in ("办法", "全文", "《某市渡口管理办法》", "本办法", "各条", "其他条款"):
        yield (f"除{b}外，将{text}中的{A}修改为{B}。",)
    yield (f"将办法中的{A}修改为{B}，但{b}除外。",)
    yield (f"除{b}以外，将办法中的{A}均修改为{B}。",)
    yield (f"除{b}的规定外，其他条款中的{A}统一修改为{B}。",)
    yield (f"将办法中的{A}统一改为{B}（{b}除外）。",)
    yield (f"将除{b}以外的各条中的{A}修改为{B}。",)
    yield (f"将全文中{A}（{b}除外）改为{B}。",)
    yield (f"除{b}第一款、第二款外，将办法中的{A}修改为{B}。",)
    yield (f"办法中的{A}除{b}外均修改为{B}。",)
    yield (f"将条文中除{b}外的{A}修改为{B}。",)
    yield (f"将办法中的{A}修改为{B}，{b}中的除外。",)
    yield (f"除{b}外，{A}均修改为{B}。",)


def items_deleted(s: Scene) -> Iterator[tuple[str, ...]]:
    """All items go, with the words that led to them."""
    a = s.o(s.list)
    s.swap(s.list, "村民委员会应当支持渡口建设。渡口建设应当符合规划。")
    N = s.q("村民委员会应当支持渡口建设。渡口建设应当符合规划。")
    yield (f"将{a}第一款修改为：{N}，并删去各项。",)
    yield (f"{a}修改为：{N}",)
    yield (f"将{a}第一款修改为：{N}，删去第一项至第三项。",)
    yield (f"将{a}第一款修改为：{N}，删去所有项。",)
    yield (f"将{a}中的{s.q('下列要求：')}修改为{s.q('规划。')}，删去各项。",)
    yield (f"将{a}第一款第一自然段修改为：{N}，并删除第一项、第二项、第三项。",)
    yield (f"删去{a}各项，第一款修改为：{N}。",)
    yield (f"{a}第一款修改为：{N}，第（一）项至第（三）项删除。",)
    yield (f"将{a}引言部分修改为：{N}，删去该条各项。",)
    yield (f"将{a}第一款修改为：{N}，并删去其各项。",)
    yield (f"将{a}第一款修改为：{N}，并将各项删去。",)


def amended_number(s: Scene) -> Iterator[tuple[str, ...]]:
    """A place by its number in the amended text."""
    new = ["渡口是公益设施。"]
    s.put(s.duty, new)
    x = s.words(s.names, "名录", "目录")
    k, A, B = s.k(x), s.q("名录"), s.q("目录")
    add = f"增加一条，作为{s.k(new)}：{s.q('渡口是公益设施。')}"
    for mark in ("修改后的", "调整后的", "修正后的", "修改后", "重新编号后的", "调整顺序后的", "修订后的"):
        yield add, f"将{mark}{k}中的{A}修改为{B}。"
    yield add, f"修改后的{k}中{A}改为{B}{s.full}"
    yield add, f"将{s.o(s.names)}改为{k}，其中的{A}修改为{B}。"
    yield add, f"将修改后的{k}（原{s.o(s.names)}）中的{A}修改为{B}。"
    yield add, f"将{s.o(s.names)}（修改后的{k}）中的{A}修改为{B}。"
    yield add, f"将原{s.o(s.names)}中的{A}修改为{B}。"
    yield add, f"原{s.o(s.names)}改为修改后的{k}，其中的{A}修改为{B}。"


def words_beside(s: Scene) -> Iterator[tuple[str, ...]]:
    """Words put in after and before others, a member of a list."""
    a = s.o(s.duty)
    s.swap(s.duty, "航务所负责渡口和码头管理。航务所应当听取村民意见。船检站负责验船。")
    A, B = s.q("渡口"), s.q("和码头")
    for add in ("增加", "增写", "加入", "添加", "补充", "插入", "加上"):
        yield (f"在{a}中的{A}后{add}{B}{s.full}",)
        yield (f"{a}中{A}之后{add}{B}。",)
    yield (f"将{a}中的{A}修改为{s.q('渡口和码头')}。",)
    yield (f"{a}中的{A}改为{s.q('渡口和码头')}",)
    yield (f"在{a}第一款第一句中的{A}后增加{B}。",)
    yield (f"在{a}第一句{A}后增加{B}字样。",)
    yield (f"{a}第一款中的{A}后面增加{B}。",)
    yield (f"在{a}中的{s.q('管理')}前增加{s.q('和码头')}。",)
    yield (f"{a}中的{A}一词后增加{B}。",)
    yield (f"将{a}中的{A}二字修改为{s.q('渡口和码头')}。",)
    yield (f"把{a}中的{A}更改为{s.q('渡口和码头')}。",)
    yield (f"{a}第一款{s.q('航务所负责渡口管理')}修改为{s.q('航务所负责渡口和码头管理')}。",)


def clause_added(s: Scene) -> Iterator[tuple[str, ...]]:
    """A sentence at the end of a paragraph."""
    a = s.o(s.names)
    s.swap(s.names, "航务所应当公布渡口名录。名录每年更新。")
    N = s.q("名录每年更新。")
    yield (f"在{a}末尾增加{N}",)
    yield (f"{a}末尾增加一句：{N}",)
    yield (f"{a}第一款后增加一句：{N}",)
    yield (f"在{a}中增加一句，内容为：{N}",)
    yield (f"{a}增加一句，作为第二句：{N}",)
    yield (f"在{a}{s.q('公布渡口名录。')}后增加{N}",)
    yield (f"在{a}最后增加：{N}",)
    yield (f"在{a}第一款末尾增加规定：{N}",)
    yield (f"{a}句末增加{N}",)
    yield (f"在{a}的末尾增写{N}",)
    yield (f"{a}后增加一句：{N}",)


def splits(s: Scene) -> Iterator[tuple[str, ...]]:
    """An article of two paragraphs becomes two."""
    a = s.o(s.check)
    one, two = [s.check[0]], [s.check[1]]
    at = next(i for i, p in enumerate(s.new) if p is s.check)
    s.new[at : at + 1] = [one, two]
    k, m = s.k(one), s.k(two)
    r = "" if s.open == "「" else s.open
    T = f"{s.open}{k}　{one[0]}\n{r}{m}　{two[0]}{s.close}"
    yield (f"将{a}改为两条，作为{k}、{m}，修改为：{T}",)
    yield (f"{a}分为两条，作为{k}、{m}：{T}",)
    yield (f"将{a}拆分为两条，分别作为{k}、{m}，修改为：{T}",)
    yield (f"将{a}分为二条，修改为：{T}",)
    yield (f"将{a}改为二条，分别作为{k}和{m}：{T}",)
    yield (f"将{a}第二款单独作为一条，作为{m}。",)
    yield (f"将{a}第二款改为{m}。",)
    yield (f"{a}第二款单列一条，作为{m}。",)
    yield (f"将{a}第一款、第二款分别改为{k}、{m}。",)
    yield (f"{a}第二款作为{m}。",)
    yield (f"将{a}第二款调整为{m}。",)
    yield (f"将{a}改为两条，第一款作为{k}，第二款作为{m}。",)
    yield (f"将{a}分为两条，第一款为{k}，第二款为{m}。",)


def joins(s: Scene) -> Iterator[tuple[str, ...]]:
    """Two articles become one."""
    a, b = s.o(s.names), s.o(s.check)
    x = s.swap(s.names, *s.names, *s.check)
    s.drop(s.check)
    k = s.k(x)
    yield (f"{a}、{b}合并为{k}。",)
    yield (f"将{a}和{b}合并，作为{k}。",)
    yield (f"将{a}与{b}合并为一条，作为{k}。",)
    yield (f"{b}并入{a}。",)
    yield (f"将{b}并入{a}，作为第二款、第三款。",)
    yield (f"将{b}改为{a}第二款、第三款。",)
    yield (f"将{b}合并到{a}。",)
    yield (f"将{a}、{b}合并为一条。",)
    yield (f"{b}第一款、第二款作为{a}第二款、第三款。",)
    yield (f"将{b}第一款、第二款移至{a}，作为第二款、第三款。",)


def new_article(s: Scene) -> Iterator[tuple[str, ...]]:
    """One new article."""
    new = ["渡工应当佩戴标志。", "标志由航务所制作。"]
    s.put(s.check, new)
    k, before = s.k(new), s.o(s.names)
    r = "" if s.open == "「" else s.open
    plain = f"{s.open}渡工应当佩戴标志。\n{r}标志由航务所制作。{s.close}"
    numbered = f"{s.open}{k}　渡工应当佩戴标志。\n{r}标志由航务所制作。{s.close}"
    for T in (plain, numbered):
        yield (f"增加一条，作为{k}：{T}",)
        yield (f"增加一条作为{k}，内容为：{T}",)
        yield (f"在{before}后增加一条，作为{k}：{T}",)
        yield (f"新增一条，作为{k}：{T}",)
        yield (f"增设一条，为{k}：{T}",)
        yield (f"增加一条，列为{k}：{T}",)
        yield (f"增加{k}：{T}",)
        yield (f"{before}之后增加一条，作为{k}，即：{T}",)
    yield (f"增加一条：{numbered}",)
    yield (f"在{before}与{s.o(s.check)}之间增加一条，作为{k}：{plain}",)
    yield (f"在{before}后增加一条：{plain}",)
    yield (f"在{c(s.old, '船舶')}中增加一条，作为{k}：{plain}",)
    yield (f"增加一条，作为{k}，规定：{plain}",)
    yield (f"增加一条，作为{k}，原{s.o(s.check)}及以后条文序号依次顺延：{plain}",)


def swapped(s: Scene) -> Iterator[tuple[str, ...]]:
    """Two articles change places."""
    a, b = s.o(s.names), s.o(s.check)
    i = next(i for i, p in enumerate(s.new) if p is s.names)
    s.new[i], s.new[i + 1] = s.new[i + 1], s.new[i]
    for verb in (
        "对调",
        "互换",
        "互换位置",
        "位置对调",
        "顺序互换",
        "的顺序对调",
        "的位置互换",
        "交换位置",
        "顺序对调",
        "序号互换",
    ):
        yield (f"将{a}与{b}{verb}。",)
    yield (f"{a}、{b}对调。",)
    yield (f"{a}和{b}互换顺序。",)
    yield (f"{a}改为{b}，{b}改为{a}。",)
    yield (f"将{b}移至{a}前。",)
    yield (f"将{a}移至{b}之后。",)
    yield (f"{a}、{b}分别改为{b}、{a}。",)


def items_swapped(s: Scene) -> Iterator[tuple[str, ...]]:
    """Two items change places, their marks stay where they are."""
    a = s.o(s.fines)
    s.swap(s.fines, *s.fines[:3], "（三）抢渡的；", "（四）无证的。")
    for verb in ("对调", "互换", "互换位置", "顺序互换"):
        yield (f"将{a}第三项与第四项{verb}。",)
        yield (f"{a}第三项、第四项{verb}。",)
    yield (f"{a}第三项改为第四项，第四项改为第三项。",)


def item_added(s: Scene) -> Iterator[tuple[str, ...]]:
    """A new item in the middle or at the end."""
    a = s.o(s.fines)
    s.swap(s.fines, *s.fines[:2], "（二）酒后驾船的；", "（三）夜渡的；", "（四）无证的；", "（五）抢渡的。")
    for words in ("酒后驾船的", "酒后驾船的；", "（二）酒后驾船的；", "（二）酒后驾船的"):
        Q = s.q(words)
        yield (f"{a}增加一项，作为第二项：{Q}",)
        yield (f"在{a}第一款中增加一项，作为第（二）项：{Q}。",)
        yield (f"{a}增加一项作为第二项：{Q}，原第二项至第四项相应改为第三项至第五项。",)
        yield (f"{a}第一项后增加一项，作为第二项：{Q}{s.full}",)
        yield (f"{a}增加第二项：{Q}",)
        yield (f"在{a}第一款第一项之后增加一项作为第二项，内容为：{Q}，其后各项序号依次顺延。",)


def purpose(s: Scene) -> Iterator[tuple[str, ...]]:
    """Why, before what."""
    a = s.o(s.names)
    s.words(s.names, "名录", "目录")
    w = f"将{a}中的{s.q('名录')}修改为{s.q('目录')}。"
    for why in (
        "为了与上位法相衔接，",
        "为便于查阅，",
        "根据《航道条例》第三条的规定，",
        "鉴于机构改革，",
        "考虑到名称不统一，",
        "依据上位法，",
        "为落实机构改革要求，",
        "因职责调整，",
        "按照机构改革方案，",
        "结合本市实际，",
        "由于名称变化，",
        "经研究，",
        "为保持一致，相应地",
        "针对审查意见，",
        "为方便群众办事、优化服务，",
        "鉴于有关职责已经划转，",
    ):
        yield (why + w,)


def old_text_quoted(s: Scene) -> Iterator[tuple[str, ...]]:
    """The old text whole, then the new."""
    a = s.o(s.names)
    s.swap(s.names, "航务所每年公布渡口名录。")
    A, B = s.q("航务所应当公布渡口名录。"), s.q("航务所每年公布渡口名录。")
    yield (f"{a}：{A}修改为：{B}",)
    yield (f"{a}{A}修改为：{B}",)
    yield (f"将{a}{A}修改为{B}。",)
    yield (f"将{a}由{A}修改为{B}。",)
    yield (f"{a}原文为：{A}，修改为：{B}",)
    yield (f"{a}原为：{A}现修改为：{B}",)
    yield (f"{a}：{A}，改为：{B}",)
    yield (f"{a}第一款：{A}调整为：{B}",)
    yield (f"将{a}中的{A}修改为：{B}",)
    yield (f"{a}{A}一句修改为{B}。",)


def unquoted_first(s: Scene) -> Iterator[tuple[str, ...]]:
    """Instructions without a quotation that stand first."""
    a, b = s.o(s.names), s.o(s.check)
    s.drop(s.names)
    s.words(s.duty, "验船", "检船")
    x = f"{s.o(s.duty)}中的{s.q('验船')}修改为{s.q('检船')}。"
    k = s.k(s.check)
    yield f"删去{a}。", f"{b}改为{k}。", x
    yield f"删除{a}。", x
    yield f"{a}删去。", f"将{b}改为{k}。", x
    yield f"废止{a}。", x
    yield f"{b}作为{k}，删去{a}。", x
    yield f"取消{a}。", x
    yield f"将{a}予以删除，{b}调整为{k}。", x
    yield f"{a}不再保留。", x
    yield f"去掉{a}。", x


def paragraph_added(s: Scene) -> Iterator[tuple[str, ...]]:
    """A new paragraph in the middle."""
    a = s.o(s.check)
    s.swap(s.check, s.check[0], "检查每季度一次。", s.check[1])
    N = s.q("检查每季度一次。")
    yield (f"{a}增加一款，作为第二款：{N}",)
    yield (f"在{a}第一款后增加一款，作为第二款：{N}",)
    yield (f"{a}增加第二款：{N}，原第二款改为第三款。",)
    yield (f"{a}第一款后增加一款：{N}",)
    yield (f"在{a}增加一款作为第二款，内容为：{N}。原第二款作为第三款。",)
    yield (f"{a}增加一款，列为第二款：{N}",)
    yield (f"{a}第二款前增加一款：{N}",)
    yield (f"在{a}第一款、第二款之间增加一款，作为第二款：{N}",)
    yield (f"{a}新增一款作为第二款，原第二款顺延为第三款：{N}",)
    yield (f"{a}第二款改为第三款，增加一款作为第二款：{N}",)
    yield (f"{a}原第二款调整为第三款，新增第二款：{N}",)


def carried(s: Scene) -> Iterator[tuple[str, ...]]:
    """Several places of one article, its number said once."""
    a = s.o(s.check)
    s.swap(s.check, "航运所应当对渡口进行巡查。", "巡查结果由航运所公告。")
    q = s.q
    yield (
        f"将{a}第一款中的{q('航务所')}修改为{q('航运所')}，{q('检查')}修改为{q('巡查')}，第二款修改为：{q('巡查结果由航运所公告。')}",
    )
    yield (
        f"{a}第一款修改为：{q('航运所应当对渡口进行巡查。')}；第二款中的{q('检查')}改为{q('巡查')}，{q('航务所')}改为{q('航运所')}，{q('公布')}改为{q('公告')}。",
    )
    yield (
        f"将{a}中的{q('航务所')}修改为{q('航运所')}、{q('检查')}修改为{q('巡查')}、{q('公布')}修改为{q('公告')}。",
    )
    yield (
        f"将{a}中的{q('航务所')}、{q('检查')}、{q('公布')}分别修改为{q('航运所')}、{q('巡查')}、{q('公告')}。",
    )
    yield (
        f"{a}中的{q('航务所')}均修改为{q('航运所')}，{q('检查')}均修改为{q('巡查')}，第二款中的{q('公布')}修改为{q('公告')}。",
    )
    yield (
        f"将{a}第一款、第二款中的{q('航务所')}修改为{q('航运所')}，{q('检查')}修改为{q('巡查')}；并将第二款中的{q('公布')}修改为{q('公告')}。",
    )
    yield (
        f"对{a}作如下修改：将第一款、第二款中的{q('航务所')}修改为{q('航运所')}，{q('检查')}修改为{q('巡查')}，第二款中的{q('公布')}修改为{q('公告')}。",
    )


def chapter_over_articles(s: Scene) -> Iterator[tuple[str, ...]]:
    """A new chapter over an article that is there."""
    s.put(s.check, "检查")
    k, b, name = c(s.new, "检查"), s.o(s.check), s.q("检查")
    yield (f"增加一章，作为{k}，章名为{name}，包括{b}。",)
    yield (f"增加一章{name}作为{k}，包括原{b}。",)
    yield (f"将{b}作为{k}{name}。",)
    yield (f"增加一章，将{b}作为{k}{name}。",)
    yield (f"增设{k}{name}，包括{b}。",)
    yield (f"增加{name}一章，作为{k}，由{b}组成。",)
    yield (f"增加一章，作为{k}，章名：检查。包括{b}。",)
    yield (f"增加一章，作为{k}《检查》，包括{b}。",)
    yield (f"新增一章，作为{k}，章名{name}，含{b}。",)


def exception_and_its_own(s: Scene) -> Iterator[tuple[str, ...]]:
    """A name changes everywhere, in one article to another name."""
    b = s.o(s.check)
    for part in (s.duty, s.names, s.fines):
        s.words(part, "航务所", "航运所")
    s.words(s.check, "航务所", "巡查队")
    A, B, C = s.q("航务所"), s.q("航运所"), s.q("巡查队")
    yield (f"除{b}外，将办法中的{A}修改为{B}；将{b}中的{A}修改为{C}。",)
    yield (f"将办法中的{A}修改为{B}，但{b}除外；{b}中的{A}修改为{C}。",)
    yield (f"将{b}中的{A}修改为{C}，其他条款中的{A}修改为{B}。",)
    yield (f"{b}中的{A}改为{C}，其余各条中的{A}均改为{B}。",)
    yield f"除{b}外，将办法中的{A}统称为{B}。", f"{b}中的{A}换成{C}。"


def that_article(s: Scene) -> Iterator[tuple[str, ...]]:
    """A paragraph becomes an article, and that article gets a second paragraph."""
    a = s.o(s.check)
    new = ["检查结果由航务所公布。", "检查结果保存三年。"]
    s.put("罚则", new)
    s.swap(s.check, s.check[0])
    k, N = s.k(new), s.q("检查结果保存三年。")
    yield (f"将{a}第二款改为{k}第一款，并增加一款，作为第二款：{N}",)
    yield (f"将{a}第二款改为{k}第一款，并增加第二款：{N}",)
    yield (f"将{a}第二款改为{k}，在该条增加一款，作为第二款：{N}",)
    yield (f"将{a}第二款改为{k}，该条增加一款，作为第二款：{N}",)
    yield (f"将{a}第二款移出，单独作为{k}第一款，增加一款，作为第二款：{N}",)


def rarer_verbs(s: Scene) -> Iterator[tuple[str, ...]]:
    """Words replaced, with verbs that say so less often."""
    a = s.o(s.names)
    s.words(s.names, "名录", "目录")
    A, B = s.q("名录"), s.q("目录")
    for verb in (
        "改作",
        "换成",
        "更换为",
        "替换为",
        "换为",
        "变更为",
        "更改为",
        "调整为",
        "更正为",
        "改称为",
        "统一表述为",
    ):
        yield (f"将{a}中的{A}{verb}{B}。",)


def sections_dissolved(s: Scene) -> Iterator[tuple[str, ...]]:
    """取消分节: the articles stay, their sections' names go."""
    ch = c(s.old, "船舶")
    s.old.insert(s.old.index(s.names), "节名录")
    s.old.insert(s.old.index(s.check), "节检查")
    for kept in ("", "，条文不变", "，其条文保留"):
        yield (f"取消{ch}的分节{kept}。",)
        yield (f"{ch}不再分节{kept}。",)
        yield (f"{ch}取消分节{kept}。",)
        yield (f"删去{ch}各节节名{kept}。",)
        yield (f"{s.will}{ch}的各节名称删去{kept}。",)
        yield (f"删除{ch}中的所有节名{kept}。",)
        yield (f"撤销{ch}下设的各节{kept}。",)
        yield (f"删去{ch}第一节、第二节的节名{kept}。",)
    for kept in ("，条文不变", "，该节条文保留", "，但原条文序号不变", "，两节的条文予以保留"):
        yield (f"取消{ch}第一节、第二节{kept}。",)
        yield (f"取消{ch}第一节和第二节的设置{kept}。",)
        yield (f"删去{ch}第一节、第二节{kept}。",)
        yield (f"{s.will}{ch}第一节、第二节予以取消{kept}。",)
    yield ("取消各章的分节。",)
    yield (f"将{ch}章名修改为{s.q('船舶')}，不再分节。",)


def chapter_of_one_article(s: Scene) -> Iterator[tuple[str, ...]]:
    """A new chapter that has one article."""
    words = "航务所可以奖励救助落水者的船员。"
    made = [words]
    s.put("罚则", "奖励", made)
    ch, one = c(s.new, "奖励"), s.k(made)
    N, T, L = s.q("奖励"), s.q(words), s.q(f"{one}　{words}")
    for add in ("增加", "增设"):
        yield (f"{add}一章，作为{ch}{N}，内容为：{L}",)
        yield (f"{add}一章一条，作为{ch}{N}：{L}",)
        yield (f"{add}一章（一条），作为{ch}，章名为{N}：{L}",)
        yield (f"{add}一章，章名为{N}，作为{ch}，该章设一条，即{one}：{T}",)
        yield (f"{add}一章作为{ch}{N}，该章内容为一条，作为{one}：{T}",)
        yield (f"{add}一章，作为{ch}{N}，只设一条，即{one}：{T}",)
        yield (f"{add}{ch}{N}，该章一条：{L}",)
        yield (f"{add}{ch}{N}，共一条：{L}",)
        yield (f"{add}一章，作为{ch}，章名为{N}；增加一条，作为{one}：{T}",)
        yield (f"{add}{ch}奖励，{add}一条作为{one}：{T}",)
        yield (f"{add}一条，作为{one}，单列一章，作为{ch}{N}：{T}",)
        yield (f"{add}一条，作为{one}：{T}该条单独作为一章，即{ch}{N}。",)
        yield f"{add}一章，作为{ch}{N}。", f"{add}一条，作为{one}：{T}"
        yield (f"在{c(s.old, '船舶')}后{add}一章{N}，作为{ch}，仅一条：{L}",)


def article_as_a_chapter(s: Scene) -> Iterator[tuple[str, ...]]:
    """An article that is there gets a chapter of its own."""
    a = s.o(s.check)
    s.put(s.check, "检查")
    ch, N = c(s.new, "检查"), s.q("检查")
    yield (f"{s.will}{a}单独成章，作为{ch}{N}。",)
    yield (f"{s.will}{a}单列一章，作为{ch}{N}。",)
    yield (f"{s.will}{a}单独作为一章，即{ch}{N}。",)
    yield (f"{s.will}{a}另设一章，作为{ch}{N}。",)
    yield (f"增加一章，作为{ch}{N}，包括原{a}。",)


def joined_as_paragraphs(s: Scene) -> Iterator[tuple[str, ...]]:
    """Articles joined, each told which paragraph it is."""
    a, b, w = s.o(s.names), s.o(s.check), s.will
    s.swap(s.names, *s.names, *s.check)
    s.drop(s.check)
    for both in (f"{a}和{b}", f"{a}、{b}", f"{a}与{b}"):
        yield (f"{w}{both}合并，作为{a}第一款、第二款、第三款。",)
        yield (f"{w}{both}合并为一条，分别作为{a}第一款、第二款和第三款。",)
        yield (f"{w}{both}合并，依次作为{a}第一款至第三款。",)
        yield (f"{w}{both}合并，作为{a}。",)
        text = s.q(
            f"{a}　航务所应当公布渡口名录。\n　　航务所应当对渡口进行检查。\n　　检查结果由航务所公布。"
        )
        yield (f"{w}{both}合并，作为{a}第一款、第二款、第三款，修改为：{text}",)
    yield f"{a}保留作为{a}第一款。".replace(f"{a}保留", f"{w}{a}"), f"{w}{b}改为{a}第二款、第三款。"


def joined_with_a_paragraph(s: Scene) -> Iterator[tuple[str, ...]]:
    """A paragraph and an article joined, in the order in which they are named."""
    a, b = s.o(s.check), s.o(s.fines)
    s.swap(s.fines, s.check[1], *s.fines)
    s.swap(s.check, s.check[0])
    yield (f"{s.will}{a}第二款和{b}合并，作为{b}。",)
    yield (f"{s.will}{a}第二款、{b}合并为{b}。",)
    yield (f"{s.will}{a}第二款与{b}合并，分别作为{b}第一款、第二款。",)
    yield (f"{s.will}{a}第二款和{b}合并为一条，作为{b}第一款、第二款。",)


def places_in_any_order(s: Scene) -> Iterator[tuple[str, ...]]:
    """Several places before one quotation, not in the order of the text."""
    a, b, d = s.o(s.check), s.o(s.duty), s.o(s.names)
    for part in (s.check, s.duty, s.names):
        s.words(part, "应当", "要")
    A, B = s.q("应当"), s.q("要")
    for places in (f"{a}、{d}和{b}", f"{d}和{a}、{b}", f"{a}、{b}以及{d}", f"{b}和{d}、{a}第一款"):
        for verb in ("修改为", "改为", "均修改为", "统一修改为"):
            yield (f"将{places}中的{A}{verb}{B}。",)
        yield (f"{places}中的{A}修改为{B}。",)


KINDS: tuple[Kind, ...] = (
    sections_dissolved,
    chapter_of_one_article,
    article_as_a_chapter,
    joined_as_paragraphs,
    joined_with_a_paragraph,
    places_in_any_order,
    chapter_over_articles,
    exception_and_its_own,
    that_article,
    rarer_verbs,
    renamed_chapter,
    each_and_therein,
    sentence_without_stop,
    last_sentence,
    becomes_first_paragraph,
    chapter_of_new_articles,
    merged_chapter,
    items_to_new_paragraph,
    mixed_deletions,
    lead_and_item,
    throughout_except,
    items_deleted,
    amended_number,
    words_beside,
    clause_added,
    splits,
    joins,
    new_article,
    swapped,
    items_swapped,
    item_added,
    purpose,
    old_text_quoted,
    unquoted_first,
    paragraph_added,
    carried,
)


def cases(kind: Kind, seeds: int = 2) -> Iterator[Made]:
    """Every wording of a kind, in laws and manners drawn from some seeds."""
    for seed in range(seeds):
        scene = Scene(Random(seed))
        for sentences in kind(scene):
            yield scene.made(*sentences)
