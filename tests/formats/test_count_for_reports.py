"""The numbers in 草案说明, 审议结果的报告, 修改情况的汇报 and 备案报告 against counts taken without lawtrack."""

from __future__ import annotations

import random
import re

import pytest

from lawtrack.drafts import Author
from lawtrack.formats import Dossier, Fact
from lawtrack.formats.procedure.skeletons import SKELETONS
from lawtrack.law import parse
from lawtrack.store import Workspace

LI = Author("李娜", "li@example.cn")
DIGITS = "零一二三四五六七八九"
SUBJECTS = "桥梁 隧道 路灯 井盖 公园 湿地 菜场 码头 书店 剧场 泳池 电梯 停车场 加油站 养老院 幼儿园 博物馆 体育馆 水库 河道".split()
ACTS = "登记 巡查 养护 清淤 照明 消毒 监测 公示 评估 备案".split()


def numeral(number):
    """一 to 九十九, by hand."""
    tens, ones = divmod(number, 10)
    return (("" if tens == 1 else DIGITS[tens]) + "十" if tens else "") + (
        DIGITS[ones] if ones or not tens else ""
    )


def said(number, unit):
    return f"{'两' if number == 2 else numeral(number)}{unit}"


def laid(articles, chapters):
    """A text whose articles are spread over so many chapters."""
    size = -(-len(articles) // chapters)
    lines = ["某市示例条例（草案）"]
    for at, words in enumerate(articles):
        if at % size == 0:
            lines.append(f"第{numeral(at // size + 1)}章　{SUBJECTS[at // size]}事务")
        lines.append(f"第{numeral(at + 1)}条　{words}")
    return "\n".join(lines)


def revised(seed):
    """Two texts and how many articles were added, deleted and amended on the way."""
    dice = random.Random(seed)
    count = dice.randint(8, 18)
    old = [
        f"{SUBJECTS[at]}的{dice.choice(ACTS)}由{SUBJECTS[-at - 1]}管理机构每{dice.randint(2, 9)}个月办理一次。"
        for at in range(count)
    ]
    chosen = dice.sample(range(count), 4)
    deleted, amended = chosen[: dice.randint(0, 2)], chosen[2 : 2 + dice.randint(1, 2)]
    new = [
        words.replace("办理一次", "公开办理两次") if at in amended else words
        for at, words in enumerate(old)
        if at not in deleted
    ]
    added = dice.randint(1, 3)
    for at in range(added):
        new.insert(
            dice.randint(0, len(new)),
            f"新设的第{at}类{dice.choice(ACTS)}事项另行规定收费标准与听证程序，期限为{at + 3}年。",
        )
    return old, new, {"新增": added, "删去": len(deleted), "修改": len(amended)}


@pytest.fixture(scope="module")
def versions(tmp_path_factory):
    workspace = Workspace.create(tmp_path_factory.mktemp("reports"), author=LI)
    old, new, _ = revised(0)
    return workspace, [
        workspace.import_version("d", laid(text, 3), stage=stage, date=day, meeting=meeting, author=LI)
        for text, stage, day, meeting in (
            (old, "一审", "2020-07-30", "第二十九次会议"), (new, "二审", "2020-08-28", "第三十次会议"),
        )
    ]  # fmt: skip


def printed(kind, dossier):
    return "\n".join(line.label + line.words for line in SKELETONS[kind](dossier))


@pytest.mark.parametrize("seed", range(25))
def test_articles_chapters_and_changes_are_counted_right(seed, versions):
    old, new, counts = revised(seed)
    chapters = 2 + seed % 3
    texts = laid(old, 3), laid(new, chapters)
    before, after = versions[1]
    dossier = Dossier(parse(texts[1]), after, parse(texts[0]), before)
    lines = texts[1].split("\n")
    articles = [line for line in lines if re.match("第.{1,3}条　", line)]
    parts = [line for line in lines if re.match("第.章　", line)]
    told = printed("explanation", dossier)
    assert f"共{numeral(len(parts))}章{numeral(len(articles))}条" in told
    for at, part in enumerate(parts):
        within = lines[lines.index(part) + 1 : lines.index(parts[at + 1]) if at + 1 < len(parts) else None]
        first, last = (line.split("　")[0] for line in (within[0], within[-1]))
        span = first if len(within) == 1 else f"{first}至{last}"
        assert f"{part.replace('　', '')}（{span}）" in told
    for kind in ("explanation", "changes", "review"):
        told = printed(kind, dossier)
        for verb, number in counts.items():
            assert (f"{verb}{said(number, '条')}" in told) is bool(number), (verb, number, told)


@pytest.mark.parametrize("seed", range(6))
def test_opinions_are_counted_right(seed, versions):
    workspace, (before, after) = versions
    dice = random.Random(seed)
    results = dice.choices(["adopted", "partly-adopted", "not-adopted", ""], k=dice.randint(1, 6))
    register = workspace.opinions("d")
    made = register.add(
        *(
            register.new(
                f"第{seed}轮第{at}件意见。",
                clause=f"第{numeral(at + 1)}条",
                on=before.sha,
                source=f"第{seed}局",
            )
            for at, _ in enumerate(results)
        ),
        author=LI,
    )
    for opinion, result in zip(made, results, strict=True):
        if result:
            register.answer(opinion.id, result, reason="理由充分", by="法制委员会", author=LI)
    report = register.follow(after.sha)
    old, new, _ = revised(0)
    told = printed("review", Dossier(parse(laid(new, 3)), after, parse(laid(old, 3)), before, report=report))
    files = [
        path.read_text(encoding="utf-8") for path in (workspace.root / "drafts/d/opinions").glob("*.yaml")
    ]
    answers = [(re.findall(r"result: (\S+)", words) or [""])[-1] for words in files]
    assert f"共收到意见{len(answers)}条" in told
    for result, words in (("adopted", "采纳"), ("partly-adopted", "部分采纳"), ("not-adopted", "未采纳")):
        number = sum(answer == result for answer in answers)
        assert (re.search(rf"(?<![部未分]){words}{number}条", told) is not None) is bool(number), (
            words,
            number,
            told,
        )


def test_the_steps_stand_in_their_order_and_none_that_came_later(versions):
    _, (before, after) = versions
    old, new, _ = revised(0)
    steps = (
        Fact("in-force", "施行", "2021年1月1日"),
        Fact("passed", "表决通过", "2020年12月1日"),
        Fact("introduced", "提请审议", "2020年6月5日"),
        Fact("government-review", "司法局审查", ""),
    )
    dossier = Dossier(parse(laid(new, 3)), after, parse(laid(old, 3)), before, (before, after), steps=steps)
    told = printed("explanation", dossier)
    places = [
        told.index(words)
        for words in ("提请审议", "2020年7月30日，一审", "2020年8月28日，二审", "司法局审查")
    ]
    assert places == sorted(places)
    assert "表决通过" not in told
    assert "施行" not in told


@pytest.mark.parametrize("kind", SKELETONS)
def test_what_nobody_recorded_is_a_blank(kind, versions):
    _, (before, _) = versions
    told = printed(kind, Dossier(parse("某市示例条例（草案）\n第一条　为了示例，制定本条例。"), before))
    assert "【" in told
    assert not re.search(r"(?<!\d)0[条次章]|零条|None|\(\)|（）|于通过|于批准|于公布|自起", told)
    days = set(re.findall(r"\d{4}年\d{1,2}月\d{1,2}日", told))
    assert days <= {"2020年7月30日"}
