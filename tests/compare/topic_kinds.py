"""Made-up members of a kind: an article's ritual goes on in a new sibling, and what it is about in another article.

A sibling takes over 应当向……提出申请，经同意后…… word for word, and the article itself stands beside it in other words. Members
draw subject, ritual, topic, the order of the two, what else is left over, and either direction. And two that look alike
and are none: the article keeps its ritual and its topic while another mentions the topic, or comes beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.compare import topic_words as words
from tests.compare.contested_kinds import between
from tests.compare.domains import DOMAINS
from tests.compare.joining_kinds import FRESH
from tests.compare.kinds import Case

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from tests.compare.domains import Domain
    from tests.compare.kinds import Pairs

MENTIONED: Final = (
    "{0.office}应当将{c}的情况记入{0.paper}，保存三年。",
    "{c}的统计数据由{0.council}汇总，每年一月公布。",
    "未经登记擅自{a}的，由{0.office}责令改正，可以处一百元罚款。",
)
AMENDED: Final = (
    ("应当", "可以"),
    ("方可", "才能"),
    ("书面", "书面或者网上"),
    ("规定", "法定"),
    ("三十日", "二十日"),
    ("十五日", "七日"),
)
ALSO_LEFT: Final = (
    ("{0.parts[4]}每年检修一次。", "{0.parts[4]}应当每半年由专业机构检修，检修报告上传平台。"),
    ("{0.goods}的试用免收场地费。", "试用{0.goods}的单位，免收场地费，并可以得到补贴。"),
)


def _drawn(
    rng: random.Random, d: Domain, *, held: bool
) -> tuple[words.Topic, str, str, Callable[[str, str, str], str]]:
    """A topic, its condition and the old article's subject; and how its ritual is said of anything."""
    personal = rng.random() < 0.5
    ritual = rng.choice(words.HELD_RITUALS if held else words.RITUALS)
    subject = rng.choice(words.SUBJECTS).format(d)
    part = rng.choice(d.parts)
    if personal:
        topic = rng.choice(words.HELD_PERSONAL if held else words.PERSONAL)
        condition, act, follows = rng.choice(words.HELD_PERSONAL_OTHERS if held else words.PERSONAL_OTHERS)
        lead = subject
    else:
        topic = rng.choice(words.HELD_REAL if held else words.REAL)
        condition, act, follows = rng.choice(words.HELD_REAL_OTHERS if held else words.REAL_OTHERS)
        lead = ""

    def said(c: str, a: str, f: str) -> str:
        return ritual.format(d.office, c=lead + c.format(subject, part), a=a, f=f)

    return topic, topic.anew.format(subject, part), said(condition, act, follows), said


def _member(
    rng: random.Random, d: Domain, old: list[str], new: list[str], pairs: Pairs, apart: Pairs
) -> Case:
    """The articles among others, perhaps with another pair that is left over, in either direction."""
    if rng.random() < 0.3:
        one, other = (text.format(d) for text in rng.choice(ALSO_LEFT))
        pairs = pairs | {(len(old) + 1, len(new) + 1)}
        old, new = [*old, one], [*new, other]
    elif rng.random() < 0.2:
        new = [*new, rng.choice(FRESH).format(d)]
    case = between(rng, d, old, new, pairs, apart)
    return mirrored(case) if rng.random() < 0.35 else case


def mirrored(case: Case) -> Case:
    """The same with old and new exchanged."""
    return Case(
        case.new,
        case.old,
        frozenset((b, a) for a, b in case.pairs),
        frozenset((b, a) for a, b in case.apart),
    )


def _beside_ritual(rng: random.Random, *, held: bool = False) -> Case:
    d = rng.choice(DOMAINS)
    topic, anew, sibling, said = _drawn(rng, d, held=held)
    old = said(topic.condition, topic.act, topic.follows)
    if rng.random() < 0.7:
        return _member(rng, d, [old], [sibling, anew], {(1, 2)}, {(1, 1)})
    return _member(rng, d, [old], [anew, sibling], {(1, 1)}, {(1, 2)})


def _keeps_both(rng: random.Random, *, held: bool = False) -> Case:
    """The article keeps ritual and topic, with other words here and there; beside it one that mentions the topic, or a sibling."""
    d = rng.choice(DOMAINS)
    topic, _, sibling, said = _drawn(rng, d, held=held)
    old = said(topic.condition, topic.act, topic.follows)
    new = said(topic.condition, topic.act, topic.follows)
    for before, after in rng.sample(AMENDED, 4):
        new = new.replace(before, after, 1)
    if rng.random() < 0.5:
        new = new.replace(topic.follows, "具体办法由市人民政府制定")
    part = rng.choice(d.parts)
    mention = rng.choice(MENTIONED).format(
        d, c=topic.condition.format("", part).removesuffix("的"), a=topic.act
    )
    other = mention if rng.random() < 0.6 else sibling
    if rng.random() < 0.5:
        return _member(rng, d, [old], [other, new], {(1, 2)}, {(1, 1)})
    return _member(rng, d, [old], [new, other], {(1, 1)}, {(1, 2)})


def _both_ways(rng: random.Random, *, held: bool = False) -> Case:
    """Both stay what they are, the ritual of one is said of the other now and the other way round."""
    d = rng.choice(DOMAINS)
    topic, anew, sibling, said = _drawn(rng, d, held=held)
    old = said(topic.condition, topic.act, topic.follows)
    kept = sibling.replace("应当", "可以", 1).replace("，", "，依照有关规定，", 1)
    olds, news = [old, sibling], [anew, kept]
    if rng.random() < 0.5:
        return _member(rng, d, olds, news, {(1, 1), (2, 2)}, {(1, 2), (2, 1)})
    return _member(rng, d, olds, [kept, anew], {(1, 2), (2, 1)}, {(1, 1), (2, 2)})


KINDS_OF_TOPIC: Final[dict[str, Callable[..., Case]]] = {
    "topic beside ritual": _beside_ritual,
    "keeps ritual and topic": _keeps_both,
    "topic and sibling stay": _both_ways,
}
