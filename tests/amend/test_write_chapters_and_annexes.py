"""Articles that come, go and move while chapters change, and lines of an annex: said by instructions, not by the whole text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.amend import apply, compose
from lawtrack.law import to_chinese

if TYPE_CHECKING:
    from lawtrack.amend import Applied

TITLE = "某市灯会管理条例"
THINGS = "灯架 花灯 电线 通道 护栏 彩绸 水缸 竹竿 灯谜 票亭 岗亭 码头 鼓楼 牌坊 石桥 戏台 茶棚 货摊 船只 车辆".split()
WORK = "登记 检查 维修 公示 清点 编号 看护 拆除 搭建 巡视 年检 备案".split()


class Law(NamedTuple):
    """Chapters with the words of their articles, and the lines of the annex."""

    chapters: tuple[tuple[str, tuple[str, ...]], ...]
    annex: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines, count = [TITLE], 0
        for number, (name, articles) in enumerate(self.chapters, 1):
            lines.append(f"第{to_chinese(number)}章　{name}")
            for words in articles:
                count += 1
                lines.append(f"第{to_chinese(count)}条　{words}")
        return "\n".join([*lines, *self.annex]) + "\n"


def sentence(thing: str, work: str) -> str:
    return f"{thing}的{work}由灯会组织者负责，市文化部门应当会同公安机关对{thing}每日{work}。"


@st.composite
def changes(draw: st.DrawFn) -> tuple[Law, Law]:
    """A text of four chapters, and the same with a chapter more, articles that move, come and go."""
    things = iter(draw(st.permutations(THINGS)))
    sizes = draw(st.lists(st.integers(2, 5), min_size=4, max_size=4))
    work = draw(st.permutations(WORK))
    names = ["总则", "场地", "安全", "附则"]
    old = [
        (name, [sentence(next(things), work[at]) for _ in range(size)])
        for at, (name, size) in enumerate(zip(names, sizes, strict=True))
    ]
    new = [(name, list(articles)) for name, articles in old]
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(("come", "go", "move")))
        chapter = draw(st.integers(1, 2))
        articles = new[chapter][1]
        if kind == "come":
            articles.insert(
                draw(st.integers(0, len(articles))), f"{draw(st.sampled_from(WORK))}费用列入市级预算。"
            )
        elif len(articles) > 1:
            gone = articles.pop(draw(st.integers(0, len(articles) - 1)))
            if kind == "move":
                new[3 - chapter][1].append(gone)
    if draw(st.booleans()):
        at = draw(st.integers(1, 3))
        fresh = [
            f"本市鼓励{thing}传习，具体办法由市文化部门制定。" for thing in draw(st.permutations(WORK))[:2]
        ]
        new.insert(at, ("传承", fresh))
    return Law(tuple((n, tuple(a)) for n, a in old)), Law(tuple((n, tuple(a)) for n, a in new))


@given(changes())
def test_a_handful_of_articles_and_a_chapter(pair: tuple[Law, Law]) -> None:
    old, new = map(str, pair)
    if old == new:
        return
    written = compose(old, new)
    done = apply(old, written.text)
    assert written.form == "decision"
    assert (done.text, done.complete) == (new, True)
    assert len(written.text) < len(new) + 300


MARKS = ("{}、", "（{}）")


@given(
    st.sampled_from(MARKS), st.lists(st.sampled_from(THINGS), min_size=3, max_size=9, unique=True), st.data()
)
def test_lines_of_an_annex(mark: str, things: list[str], data: st.DataObject) -> None:
    lines = [f"{mark.format(to_chinese(n))}{thing}应当编号" for n, thing in enumerate(things, 1)]
    changed = data.draw(st.sets(st.integers(0, len(lines) - 1), max_size=2))
    fresh = [
        line.replace(thing, "各式彩棚和旗杆") if at in changed else line
        for at, (line, thing) in enumerate(zip(lines, things, strict=True))
    ]
    if data.draw(st.booleans()) or not changed:
        fresh.append(f"{mark.format(to_chinese(len(lines) + 1))}末位为校验码")
    body = (("总则", ("为了办好灯会，制定本条例。", "编号规则见附件。")),)
    old, new = str(Law(body, ("附件：", "编号规则", *lines))), str(Law(body, ("附件：", "编号规则", *fresh)))
    written = compose(old, new)
    done = apply(old, written.text)
    assert (done.text, done.complete) == (new, True)
    assert not any(line in written.text for line in lines if line in fresh)


BASE = Law(
    (("总则", ("甲。", "乙。")), ("场地", ("丙。", "丁。")), ("安全", ("戊。", "己。"))),
    ("附件：", "一、子", "二、丑"),
)


def amended(*instructions: str) -> Applied:
    numbered = "\n".join(f"{to_chinese(n)}、{words}" for n, words in enumerate(instructions, 1))
    return apply(
        str(BASE),
        f"关于修改《{TITLE}》的决定\n作如下修改：\n{numbered}\n本决定自公布之日起施行。\n条文顺序作相应调整。",
    )


NEW_CHAPTER = "增加一章，作为第二章：“第二章　传承\n“第三条　新。”"


@pytest.mark.parametrize("first", [True, False])
def test_a_chapter_to_go_to_is_one_of_the_new_text(first: bool) -> None:
    move = "将第五条移至第三章，作为第六条。"
    done = amended(*(NEW_CHAPTER, move) if first else (move, NEW_CHAPTER))
    chapters = (
        *BASE.chapters[:1],
        ("传承", ("新。",)),
        ("场地", ("丙。", "丁。", "戊。")),
        ("安全", ("己。",)),
    )
    assert (done.text, done.complete) == (str(Law(chapters, BASE.annex)), True)


def test_a_chapter_that_the_number_does_not_fit_is_told() -> None:
    assert not amended(NEW_CHAPTER, "将第五条移至第二章，作为第六条。").complete
    assert not amended(NEW_CHAPTER, "将第五条移至第一章，作为第六条。").complete


@pytest.mark.parametrize(
    "said", ["附件增加一项，作为第三项：“三、寅”。", "在附件第二项后增加一项，作为第三项：“三、寅”。"]
)
def test_a_line_of_an_annex_that_goes_on_from_the_last(said: str) -> None:
    done = amended(said)
    assert done.text == str(BASE._replace(annex=(*BASE.annex, "三、寅")))


@pytest.mark.parametrize(
    "said",
    [
        "附件增加一项，作为第二项：“二、寅”。",
        "附件增加一项，作为第四项：“四、寅”。",
        "在附件第一项后增加一项，作为第三项：“三、寅”。",
        "附件增加一项，作为第三项：“四、寅”。",
        "附件增加一项，作为第三项：“（三）寅”。",
        "附件增加一项：“寅”。",
        "删去附件第一项。",
    ],
)
def test_a_line_that_would_move_numbers_is_left_to_a_person(said: str) -> None:
    done = amended(said)
    assert not done.complete
    assert done.text == str(BASE)


@pytest.mark.parametrize(
    ("said", "fits"),
    [
        ("移至修改后的第三章", True),
        ("移至原第二章", True),
        ("移至原第三章", False),
        ("移至修改后的第四章", False),
    ],
)
def test_the_chapter_can_be_said_to_be_the_old_or_the_new_one(said: str, fits: bool) -> None:
    done = amended(NEW_CHAPTER, f"将第五条{said}，作为第六条。")
    chapters = (
        *BASE.chapters[:1],
        ("传承", ("新。",)),
        ("场地", ("丙。", "丁。", "戊。")),
        ("安全", ("己。",)),
    )
    assert (done.text == str(Law(chapters, BASE.annex)) and done.complete) == fits


@pytest.mark.parametrize("word", ["改为", "作为", "移至"])
def test_a_paragraph_that_goes_to_an_article_is_one_of_its_paragraphs(word: str) -> None:
    base = "某市灯会规定\n第一条　甲。\n乙。\n第二条　丙。\n"
    done = apply(base, f"将第一条第二款{word}第二条，作为第二条第二款。")
    assert (done.text, done.complete) == ("某市灯会规定\n第一条　甲。\n第二条　丙。\n乙。\n", True)
    assert not apply(base, f"将第一条第二款{word}第二条第一款，作为第二条第二款。").complete


@pytest.mark.parametrize("count", [2, 3])
def test_articles_after_one_that_the_same_amendment_puts_in(count: int) -> None:
    base = "某市灯会规定\n第一条　甲。\n第二条　乙。\n"
    lines, said = "", ""
    for n in range(1, count + 1):
        before = f"第一条之{to_chinese(n - 1)}" if n > 1 else "第一条"
        said += f"{to_chinese(n)}、在{before}后增加一条，作为第一条之{to_chinese(n)}：“新{n}。”\n"
        lines += f"第一条之{to_chinese(n)}　新{n}。\n"
    done = apply(base, f"某市灯会规定修正案\n{said}本修正案自公布之日起施行。")
    assert (done.text, done.complete) == (base.replace("第二条", lines + "第二条"), True)


def test_the_only_article_of_a_chapter_is_given_anew() -> None:
    old = Law((("总则", ("甲。", "乙。")), ("场地", ("丙丙丙丙。",)), ("安全", ("戊。", "己。"))))
    new = Law((("总则", ("甲。", "乙。")), ("场地和通道", ("子子子子。",)), ("安全", ("戊。", "己。"))))
    written = compose(str(old), str(new), form="instructions")
    done = apply(str(old), written.text)
    assert (done.text, done.complete) == (str(new), True)
    done = apply(
        str(old),
        f"关于修改《{TITLE}》的决定\n一、删去第三条。\n二、增加一条，作为第三条：“子。”\n本决定自公布之日起施行。",
    )
    assert (done.text, done.complete) == (str(old).replace("丙丙丙丙。", "子。"), True)


def test_a_line_of_an_annex_in_a_quotation_left_open_is_told() -> None:
    said = f"关于修改《{TITLE}》的决定\n一、附件增加一项，作为第三项：“三、寅{{}}\n本决定自公布之日起施行。"
    assert apply(str(BASE), said.format("”。")).complete
    assert not apply(str(BASE), said.format("。")).complete
