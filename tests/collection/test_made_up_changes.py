"""What became of cited provisions when a made-up law changed: every fate is known, every certain change has to be right."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Final

import pytest

from lawtrack.collection.cleaning.fates import Fates
from lawtrack.law import parse, to_chinese
from tests.norms import NORMS

ORDER: Final = ("same", "renumbered", "amended", "deleted")
DUTIES: Final = tuple(duty for _, norms in NORMS for duty, _ in norms if "应当" in duty or "不得" in duty)
DONE: Final = (
    "在桥下堆放渔网",
    "未经登记出租游船",
    "伪造检验合格标志",
    "拆卸窨井盖",
    "遮挡门牌号码",
    "占用消防水源",
    "涂改售货亭编号",
    "攀折花木",
)


@dataclass
class Article:
    """An article as it is now, and what of it was there before."""

    paragraphs: list[str]
    items: list[str] = field(default_factory=list)
    amended: bool = False
    longer: bool = False


def printed(articles: list[Article]) -> str:
    lines = ["某省综合管理条例"]
    for number, article in enumerate(articles, 1):
        first, *others = article.paragraphs
        marks = ["；"] * (len(article.items) - 1) + ["。"]
        items = [
            f"（{to_chinese(at)}）{words}{mark}"
            for at, (words, mark) in enumerate(zip(article.items, marks, strict=False), 1)
        ]
        lines += [f"第{to_chinese(number)}条　{first}", *items, *others]
    return "\n".join(lines) + "\n"


def changed(rng: random.Random, old: list[Article], spare: list[str]) -> list[Article | None]:
    """Each article of the old text as it is now, None for one that is gone."""
    now: list[Article | None] = []
    for article in old:
        kind = rng.random()
        if kind < 0.1:
            now.append(None)
        elif kind < 0.25 and not article.items:
            words = article.paragraphs[0].replace("应当", "应当及时", 1).replace("不得", "一律不得", 1)
            now.append(Article([words, *article.paragraphs[1:]], amended=True))
        elif kind < 0.4 and article.items:
            now.append(Article(article.paragraphs, rng.sample(article.items, 3), longer=True))
            now[-1].items.sort(key=article.items.index)
        elif kind < 0.5 and not article.items:
            now.append(Article([*article.paragraphs, spare.pop()], longer=True))
        else:
            now.append(article)
    return now


@pytest.mark.parametrize("seed", range(3))
def test_fates_in_made_up_laws(seed: int) -> None:
    rng = random.Random(seed)
    right = asked = 0
    for _ in range(30):
        words = rng.sample(DUTIES, 24)
        old = [Article([words.pop() for _ in range(rng.choice((1, 1, 2)))]) for _ in range(8)]
        old[rng.randrange(8)] = Article(["任何人不得有下列行为："], rng.sample(DONE, 4))
        now = changed(rng, old, words)
        new: list[Article] = [article for article in now if article]
        for _ in range(rng.randint(0, 2)):
            new.insert(rng.randint(0, len(new)), Article([words.pop()]))
        fates = Fates(parse(printed(old)), parse(printed(new)))
        place = {id(article): number for number, article in enumerate(new, 1)}
        for number, (was, became) in enumerate(zip(old, now, strict=True), 1):
            label = f"第{to_chinese(number)}条"
            there = f"第{to_chinese(place[id(became)])}条" if became else ""
            if became is None:
                known = [(label, "deleted", "")]
            else:
                same = became is was
                known = [(label, ("same" if label == there else "renumbered") if same else "amended", there)]
            for at, item in enumerate(was.items, 1):
                mine = f"{label}第{to_chinese(at)}项"
                if became is None or item not in became.items:
                    known.append((mine, "deleted", ""))
                else:
                    goes = f"{there}第{to_chinese(became.items.index(item) + 1)}项"
                    known.append((mine, "same" if mine == goes else "renumbered", goes))
            for cited, fate, goes in known:
                told = fates.of(cited)
                asked += 1
                right += (told.fate, told.now) == (fate, goes)
                if told.fate in {"same", "renumbered"}:  # nothing certain is wrong
                    assert (told.fate, told.now) == (fate, goes)
    assert right >= 0.98 * asked


@pytest.mark.parametrize("seed", range(3))
def test_ranges_in_made_up_laws(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(30):
        words = rng.sample(DUTIES, 12)
        old = [Article([words.pop()]) for _ in range(8)]
        new = list(old)
        new.insert(rng.randint(0, 8), Article([words.pop()]))
        fates = Fates(parse(printed(old)), parse(printed(new)))
        first = rng.randint(1, 5)
        last = first + rng.randint(1, 3)
        numbers = [new.index(article) + 1 for article in old[first - 1 : last]]
        told = fates.of(f"第{to_chinese(first)}条至第{to_chinese(last)}条")
        together = numbers[-1] - numbers[0] == last - first
        assert told.now == f"第{to_chinese(numbers[0])}条至第{to_chinese(numbers[-1])}条"
        assert told.how == ("" if together else "range")
        assert told.fate == (("same" if numbers[0] == first else "renumbered") if together else "amended")
