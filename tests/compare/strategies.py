"""Two people at work on one ordinance: what each makes of it, and what both together should come to."""

from __future__ import annotations

import random
import re
from copy import deepcopy
from dataclasses import dataclass, field

from hypothesis import strategies as st

from lawtrack.law import article_label, item_label, to_chinese
from tests.strategies import OBJECTS, SUBJECTS, TAILS, sentence

CHANGES = ("reword", "insert", "delete", "paragraph", "item", "split")
_REFERENCE = re.compile(r"\{(\d+)\}")


@dataclass
class Numbered:
    """An article under a name of its own; {7} in its words is the number of article 7, wherever that stands."""

    name: int
    paragraphs: list[str]
    items: list[str] = field(default_factory=list)


Ordinance = list[Numbered | str]  # a string is a chapter's name


def printed(ordinance: Ordinance) -> str:
    """The text, chapters and articles numbered, references resolved."""
    articles = [one for one in ordinance if isinstance(one, Numbered)]
    labels = {str(one.name): article_label((at, 0)) for at, one in enumerate(articles, 1)}
    lines, chapters, count = (
        ["某市公共空间管理条例", "（2020年8月28日某市人民代表大会常务委员会第三十次会议通过）"],
        0,
        0,
    )
    for one in ordinance:
        if isinstance(one, str):
            chapters += 1
            lines.append(f"第{to_chinese(chapters)}章　{one}")
            continue
        count += 1
        first, *rest = one.paragraphs
        lines.append(f"{article_label((count, 0))}　{first}")
        lines += [f"{item_label(k)}{words}" for k, words in enumerate(one.items, 1)]
        lines += rest
    return _REFERENCE.sub(lambda found: labels[found[1]], "\n".join(lines) + "\n")


def ordinance(rng: random.Random, size: int) -> Ordinance:
    """A made-up ordinance of `size` articles in two or three chapters, every fourth of them referring to another."""
    found: Ordinance = []
    chapters = sorted(rng.sample(range(1, size), min(2, size - 1)))
    for name in range(size):
        if name == 0 or name in chapters:
            found.append(OBJECTS[len(found) % len(OBJECTS)])
        one = Numbered(name, [sentence(rng) for _ in range(rng.randint(1, 3))])
        if rng.random() < 0.25:
            one.paragraphs[0] = rng.choice(SUBJECTS) + "在" + rng.choice(OBJECTS) + "工作中履行下列职责："
            one.items = [sentence(rng).rstrip("。") + "；" for _ in range(rng.randint(2, 4))]
            one.items[-1] = one.items[-1].rstrip("；") + "。"
        elif rng.random() < 0.35:
            one.paragraphs[-1] = f"违反本条例{{{rng.randrange(size)}}}规定的，" + one.paragraphs[-1]
        found.append(one)
    return found


def work(
    rng: random.Random,
    whole: Ordinance,
    names: list[int],
    changes: tuple[str, ...],
    by: int,
    meant: frozenset[int],
) -> Ordinance:
    """What somebody makes of the articles `names` and of nothing else, deleting none that is `meant` by a reference.

    `by` keeps the names of new articles apart.
    """
    done = deepcopy(whole)
    for name in names:
        at, one = next(
            (k, one) for k, one in enumerate(done) if isinstance(one, Numbered) and one.name == name
        )
        kind = rng.choice(changes)
        new = 1000 * by + name
        if kind == "reword":
            one.paragraphs[-1] = (
                one.paragraphs[-1].rstrip("。：") + "，" + rng.choice(TAILS) + one.paragraphs[-1][-1]
            )
        elif kind == "insert":
            done.insert(at + 1, Numbered(new, [sentence(rng), sentence(rng)]))
        elif kind == "delete" and name not in meant:
            done.remove(one)
        elif kind == "paragraph":
            one.paragraphs.append(sentence(rng))
        elif kind == "item" and one.items:
            one.items.insert(rng.randrange(len(one.items)), sentence(rng).rstrip("。") + "；")
        elif kind == "split" and len(one.paragraphs) > 1 and not one.items:
            done.insert(at + 1, Numbered(new, one.paragraphs[1:]))
            one.paragraphs = one.paragraphs[:1]
    return done


@dataclass(frozen=True)
class Parallel:
    """One text, what two people made of it, and what both together should come to."""

    base: str
    ours: str
    theirs: str
    merged: str


def parallel(rng: random.Random, size: int, times: int, changes: tuple[str, ...] = CHANGES) -> Parallel:
    """Work on different articles of one ordinance, `times` articles a side."""
    base = ordinance(rng, size)
    names = rng.sample(range(size), min(2 * times, size))
    mine, other = sorted(names[::2]), sorted(names[1::2])
    articles = [one for one in base if isinstance(one, Numbered)]
    meant = frozenset(
        int(name) for one in articles for words in one.paragraphs for name in _REFERENCE.findall(words)
    )
    seed = rng.randrange(2**32)
    ours = work(random.Random(seed), base, mine, changes, 1, meant)
    theirs = work(random.Random(seed + 1), base, other, changes, 2, meant)
    both = work(random.Random(seed + 1), ours, other, changes, 2, meant)
    return Parallel(printed(base), printed(ours), printed(theirs), printed(both))


@st.composite
def parallels(draw: st.DrawFn, changes: tuple[str, ...] = CHANGES) -> Parallel:
    """The same for Hypothesis."""
    rng = random.Random(draw(st.integers(0, 2**32)))
    return parallel(rng, rng.randint(4, 24), rng.randint(1, 4), changes)
