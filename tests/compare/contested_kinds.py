"""Made-up members of kinds of light amendment in which two articles lay claim to one, or words say little of who is whose.

Siblings that change places while one takes up the other's rules; formulas of approval and of punishment that outweigh whom or
what an article is about; rules that give way to a reference; an authority, a reward or a definition written anew in its
place; a short sentence at a paragraph's end; a penalty that names a number which another duty has now. As in `kinds`, a
member draws its domain, its words, its neighbours (three to fourteen) and what else changes. The sentences are this file's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.compare.contested_words import (
    DEEDS,
    ENTITLED,
    FINES,
    GIVEN_OVER,
    NEWCOMERS,
    PUNISHED,
    REPROVED,
    RITES,
    SIBLINGS,
)
from tests.compare.domains import BUREAUS, CLOSING, DOMAINS, MORE, OPENING, STANDARDS, TIMES, Domain
from tests.compare.joining_kinds import FRESH
from tests.compare.kinds import Case, Pairs, numeral

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

ALSO: Final = (
    "{0.thing}应当公布开放时间，临时调整的，提前两日告知{0.people}。",
    "{0.office}应当每年对{0.thing}的运行情况进行评估，评估报告报本级人民政府。",
    "{0.thing}应当购买公众责任保险。",
    "{0.staff}应当佩戴统一标识，使用文明用语。",
)
BETWEEN: Final = "{0.thing}应当在入口公布咨询电话和投诉信箱。"


def between(
    rng: random.Random,
    d: Domain,
    old: Sequence[str],
    new: Sequence[str],
    pairs: Pairs,
    apart: Pairs | None = None,
) -> Case:
    """The articles in question among three to fourteen others, of which one may have come or changed."""
    pool = [words.format(d) for words in (*MORE, *ALSO)]
    if rng.random() < 0.4:
        pool += [
            f"{d.thing}的第{k}类设施应当符合{STANDARDS[k]}标准，由{BUREAUS[k]}部门负责检查，检查结果{TIMES[k]}公布一次。"
            for k in rng.sample(range(len(TIMES)), 4)
        ]
    rng.shuffle(pool)
    before = [words.format(d) for words in OPENING][: rng.randint(0, 3)]
    pool = pool[: rng.randint(3, 14) - len(before)]
    cut = rng.randint(0, len(pool))
    before += pool[:cut]
    after = [*pool[cut:], CLOSING.format(rng.randint(10, 29), rng.choice("1357"))]
    before_new, after_new = list(before), list(after)
    if before and rng.random() < 0.3:
        before_new.insert(rng.randint(0, len(before)), rng.choice(FRESH).format(d))
    elif len(after) > 2 and rng.random() < 0.2:
        after_new[0] = after[0].replace("应当", "必须").replace("。", "，并接受监督。", 1)
    shift, shift_new = len(before), len(before_new)
    return Case(
        (*before, *old, *after),
        (*before_new, *new, *after_new),
        frozenset((a + shift, b + shift_new) for a, b in pairs),
        frozenset((a + shift, b + shift_new) for a, b in apart or ()),
    )


def changing_places(rng: random.Random) -> Case:
    """Siblings, of which one takes up the rules of the other; they change places, or do not."""
    d = rng.choice(DOMAINS)
    one, other, one_new, other_new = (words.format(d) for words in rng.choice(SIBLINGS))
    stays = BETWEEN.format(d)
    chance = rng.random()
    if chance < 0.5:
        return between(rng, d, [one, other], [other_new, one_new], {(1, 2), (2, 1)}, {(1, 1), (2, 2)})
    if chance < 0.75:
        return between(rng, d, [one, other], [one_new, other_new], {(1, 1), (2, 2)}, {(1, 2), (2, 1)})
    olds, news = [one, stays, other], [other_new, stays, one_new]
    return between(rng, d, olds, news, {(1, 3), (2, 2), (3, 1)}, {(1, 1), (3, 3)})


def approval(rng: random.Random) -> Case:
    """A formula of approval joins an article to a new one that is about somebody else."""
    d = rng.choice(DOMAINS)
    rite = rng.choice(RITES).format(d)
    whom, what, anew = (words.format(d) for words in rng.choice(ENTITLED))
    others, theirs = (words.format(d) for words in rng.choice(NEWCOMERS))
    old, come, new = f"{whom}，{rite}，{what}。", f"{others}，{rite}，{theirs}。", f"{anew}。"
    chance = rng.random()
    if chance < 0.4:
        return between(rng, d, [old], [come, new], {(1, 2)}, {(1, 1)})
    if chance < 0.7:
        return between(rng, d, [old], [new, come], {(1, 1)}, {(1, 2)})
    return between(rng, d, [come, old], [new], {(2, 1)}, {(1, 1)})


def punishment(rng: random.Random) -> Case:
    """A formula of punishment joins a penalty to one of another deed; or penalties of one mould change places."""
    d = rng.choice(DOMAINS)
    deeds = [(one.format(d), other.format(d)) for one, other in rng.sample(DEEDS, 3)]
    fine, anew = (rng.choice(FINES) for _ in range(2))
    formula = rng.choice(PUNISHED)
    hard, harder, mild = (
        words.format(d, sum_, fine)
        for words, sum_ in ((formula, fine), (formula, anew), (rng.choice(REPROVED), ""))
    )
    head = rng.choice(("违反本条例规定，", ""))
    one, other, third = (f"{head}{deed}的，{{}}。" for deed, _ in deeds)
    one_new, other_new, third_new = (f"{head}{deed}的，{{}}。" for _, deed in deeds)
    chance = rng.random()
    if chance < 0.3:
        news = [other_new.format(harder), one_new.format(mild)]
        return between(rng, d, [one.format(hard)], news, {(1, 2)}, {(1, 1)})
    olds = [one.format(hard), other.format(mild)]
    if chance < 0.6:
        news = [other_new.format(harder), one_new.format(mild)]
        return between(rng, d, olds, news, {(1, 2), (2, 1)}, {(1, 1), (2, 2)})
    order = rng.sample(range(3), 3)
    news = [(one_new, other_new, third_new)[at].format(harder) for at in order]
    pairs = {(at + 1, place) for place, at in enumerate(order, 1)}
    apart = {(a, b) for a in range(1, 4) for b in range(1, 4)} - pairs
    return between(rng, d, [words.format(hard) for words in (one, other, third)], news, pairs, apart)


def given_over(rng: random.Random) -> Case:
    """Two or three rules give way, in their place, to one reference."""
    d = rng.choice(DOMAINS)
    olds, news = rng.choice(GIVEN_OVER)
    pairs = {(place, 1) for place in range(1, len(olds) + 1)}
    return between(rng, d, [words.format(d) for words in olds], [rng.choice(news).format(d)], pairs)


AUTHORITIES: Final = (
    "市{0.thing}管理处负责全市{0.thing}的日常管理工作。",
    "{0.thing}管理所是{0.thing}的管理机构，具体负责日常管理和执法。",
    "市人民政府设立{0.thing}监督站，主管本市{0.thing}工作。\n县（区）设立相应机构。",
    "{0.thing}由市{0.thing}事务局统一管理，业务上受上级机关指导。",
    "{0.council}行使下列职权：\n（一）宣传贯彻本条例；\n（二）编制{0.thing}计划；\n（三）查处违法行为。",
    "{0.thing}的管理机关是{0.thing}管理委员会。",
)
DEPARTMENTS: Final = (
    "{0.office}是{0.thing}的主管部门。\n财政、公安等部门在各自职责范围内做好相关工作。",
    "城市管理部门主管本市{0.thing}工作，所属综合执法机构承担具体执法事务。",
    "市、县（区）人民政府确定的部门负责{0.thing}的监督管理，乡镇人民政府、街道办事处协助做好有关工作。",
    "{0.office}按照职责对{0.thing}实施监督管理，查处违法行为。",
)
MERITS: Final = (
    "对检举违反本条例行为的有功人员，由{0.office}发给奖金。",
    "对保护{0.parts[0]}有贡献的个人，授予荣誉称号。",
    "{0.staff}工作满二十年的，颁发荣誉证书并给予奖励。",
)
REWARDS: Final = (
    "县级以上人民政府对做出突出贡献的单位和个人，按照国家有关规定给予表彰、奖励。",
    "对在{0.thing}工作中成绩突出的集体和个人，依照有关规定予以表彰。",
    "任何单位和个人为{0.thing}事业作出显著成绩的，由有关部门给予表彰或者奖励。",
)
TERMS: Final = (
    "本条例所称淡季，是指{0.parts[0]}连续三日无人使用或者主管部门宣布停用的情形。",
    "淡季，系指{0.parts[1]}使用率不足二成的期间。",
    "本条例中下列用语的含义：\n（一）淡季，是指{0.parts[0]}停用的期间；\n（二）{0.paper}，是指按日填写的记录。",
)
MEANINGS: Final = (
    "本条例所称淡季，由{0.office}会同有关部门划定并公布。",
    "淡季的范围按照国家有关规定确定。",
    "淡季由{0.office}认定并发布公告。",
)


def in_place(rng: random.Random) -> Case:
    """An authority, a reward or a definition is written anew where it stood, with hardly a word of before."""
    d = rng.choice(DOMAINS)
    olds, news = rng.choice(((AUTHORITIES, DEPARTMENTS), (MERITS, REWARDS), (TERMS, MEANINGS)))
    old, new = rng.choice(olds).format(d), rng.choice(news).format(d)
    rest, come = f"{d.people}应当爱护{d.parts[3]}。", f"{d.thing}应当设置无障碍通道。"
    if rng.random() < 0.6:
        return between(rng, d, [old, rest], [new, rest], {(1, 1), (2, 2)})
    return between(rng, d, [old, rest], [new, come, rest], {(1, 1), (2, 3)}, {(1, 2)})


TAILS: Final = (
    (
        "{0.thing}应当制定年度工作计划，报{0.office}备案，并在入口处公示",
        "{0.thing}应当公布监督电话。",
        "监督电话应当一并公布。",
    ),
    ("{0.office}应当加强监督检查，检查结果向社会公布", "检查不得收取费用。", "检查不收取任何费用。"),
    (
        "申请{0.deed}的，应当提交申请书，{0.office}应当在二十日内答复",
        "逾期不答复的，视为同意。",
        "到期不答复的，视为同意。",
    ),
    ("{0.council}应当每年召开年会，审议工作报告", "年会的决议应当公开。", "年会作出的决议应当予以公开。"),
    (
        "{0.parts[1]}的使用实行登记制度，使用人应当如实填写{0.paper}",
        "登记资料保存五年。",
        "登记资料的保存期限不少于五年。",
    ),
)


def at_the_end(rng: random.Random) -> Case:
    """A short article goes on as the last sentence, or the last clause, of the paragraph beside it."""
    d = rng.choice(DOMAINS)
    long, short, anew = (words.format(d) for words in rng.choice(TAILS))
    rest = rng.choice(("", f"\n具体办法由{d.office}制定。"))
    olds = [f"{long}。{rest}", short]
    if rng.random() < 0.5:
        olds.reverse()
    new = f"{long}{rng.choice('。，；')}{rng.choice((short, anew))}{rest}"
    return between(rng, d, olds, [new], {(1, 1), (2, 1)})


def number_taken(rng: random.Random) -> Case:
    """A new duty has the number of an old one, so that an old penalty names what a new one names and is about another."""
    d = rng.choice(DOMAINS)
    duties = {
        f"{d.deed}应当报{d.office}审查。": "未经审查擅自实施，",
        f"{d.thing}应当配备{d.goods}存放处。": "未按要求配备存放设施，",
        f"{d.people}入场应当实名登记。": "不履行登记义务，",
    }
    come = f"{d.parts[0]}应当接入监控系统。"
    front = [words.format(d) for words in rng.sample(MORE, rng.randint(0, 2))]
    at = rng.randint(0, 2)
    now = list(duties)
    now.insert(at, come)
    olds = [*front, *duties]
    olds += [
        f"违反本条例第{numeral(len(front) + k)}条规定的，处{fine}罚款。"
        for k, fine in enumerate(("一千元", "二百元", "三百元"), 1)
    ]
    news = [*front, *now]
    news += [
        f"{duties.get(duty, '擅自断开监控，')}违反本条例第{numeral(len(front) + k)}条规定的，由{d.office}责令限期改正；"
        f"逾期不改正的，处{rng.choice(FINES)}罚款。"
        for k, duty in enumerate(now, 1)
    ]
    first, first_new = len(front) + 4, len(front) + 5
    pairs = {(first + k, first_new + now.index(duty)) for k, duty in enumerate(duties)}
    end = CLOSING.format(rng.randint(10, 29), 1)
    return Case(
        (*olds, end), (*news, end), frozenset(pairs), frozenset((first + k, first_new + at) for k in range(3))
    )


CONTESTED: Final[dict[str, Callable[[random.Random], Case]]] = {
    "changing places": changing_places,
    "approval": approval,
    "punishment": punishment,
    "given over": given_over,
    "in place": in_place,
    "at the end": at_the_end,
    "number taken": number_taken,
}
