"""Made-up members of kinds in which penalties name duties that are reworded and change places.

Penalties follow the duty that they name, in either version by its number or in words; one comes, one goes, what is said
of how they are punished changes or is another's to the letter. `repeated` gives penalties that stay to the letter where
the article they name has another duty now: whatever row they stand in, it has to say that it is doubtful.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tests.compare.domains import CLOSING, DOMAINS, MORE, OPENING
from tests.compare.kinds import Case, numeral
from tests.compare.topic_kinds import mirrored

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from tests.compare.domains import Domain


class Duty(NamedTuple):
    """A duty, the same with more or other words, and the deed that breaks it."""

    words: str
    amended: str
    deed: str


DUTIES: Final = (
    Duty("经营者应当公示收费标准。", "经营者应当公示收费标准、投诉电话。", "未公示收费标准"),
    Duty(
        "不得擅自改变{0.parts[0]}的用途。",
        "任何单位和个人不得擅自改变{0.parts[0]}的用途和结构。",
        "擅自改变{0.parts[0]}用途",
    ),
    Duty(
        "{0.parts[1]}应当每月检修一次。",
        "{0.parts[1]}应当每月由专业人员检修一次，并做好记录。",
        "未按期检修{0.parts[1]}",
    ),
    Duty(
        "禁止在{0.parts[2]}旁游泳、洗衣。",
        "禁止在{0.parts[2]}旁游泳、野炊、露营、洗衣。",
        "在{0.parts[2]}旁游泳、洗衣",
    ),
    Duty("{0.staff}应当持证上岗。", "{0.staff}经考核合格后，应当持证上岗，并佩戴标识。", "{0.staff}无证上岗"),
    Duty("禁止使用高毒农药。", "禁止使用高毒、高残留农药。", "使用高毒农药"),
    Duty(
        "运营单位应当购买公众责任保险。",
        "运营单位应当按照规定购买公众责任保险，保险金额不低于一百万元。",
        "未购买公众责任保险",
    ),
    Duty(
        "车辆不得驶入{0.parts[3]}。", "机动车辆不得驶入{0.parts[3]}，执行任务的除外。", "车辆驶入{0.parts[3]}"
    ),
    Duty("{0.paper}应当保存三年。", "{0.paper}应当如实填写，保存五年。", "未按照规定保存{0.paper}"),
    Duty("二十二时以后不得使用音响。", "二十二时至次日六时不得使用音响、鸣放鞭炮。", "夜间使用音响"),
)
HELD_DUTIES: Final = (
    Duty("犬只应当束绳牵领。", "携犬外出的，犬只应当束绳牵领，并主动避让行人。", "犬只未束绳"),
    Duty("施工现场应当设置围挡。", "施工现场应当设置连续、密闭的围挡和警示灯。", "施工现场未设置围挡"),
    Duty("禁止倾倒渣土、垃圾。", "禁止倾倒渣土、垃圾和有毒有害物质。", "倾倒渣土、垃圾"),
    Duty(
        "{0.people}不得攀爬{0.parts[4]}。",
        "{0.people}不得攀爬、敲击{0.parts[4]}或者在其上刻画。",
        "攀爬{0.parts[4]}",
    ),
    Duty("旅客身份证件应当登记。", "接待旅客时，其有效身份证件应当查验并登记。", "未登记旅客身份证件"),
    Duty("录像资料应当保存三十日。", "录像资料应当保存九十日，不得删改。", "未按照规定保存录像资料"),
    Duty(
        "食品从业人员应当持有健康证明。",
        "食品从业人员应当持有有效的健康证明，每年体检。",
        "食品从业人员没有健康证明",
    ),
    Duty("禁止携带易燃易爆物品入内。", "禁止携带易燃易爆、剧毒、放射性物品入内。", "携带易燃易爆物品入内"),
    Duty("{0.goods}应当标明产地。", "销售的{0.goods}应当以中文标明产地、成分。", "{0.goods}未标明产地"),
    Duty("疏散通道应当保持畅通。", "疏散通道、安全出口应当保持畅通，不得锁闭。", "堵塞疏散通道"),
)
NEW_DUTIES: Final = (
    "{0.thing}的边界应当设置界标、警示标志和隔离设施。",
    "{0.office}应当建立网上预约平台。",
    "{0.council}应当公布年度报告。",
)
FINES: Final = (
    "五十元以上二百元以下",
    "一百元以上五百元以下",
    "五百元以上一千元以下",
    "一千元以上三千元以下",
    "五千元以上二万元以下",
    "一万元以上五万元以下",
)
FORMS: Final = (
    "责令改正，处{0}罚款。",
    "由{1.office}责令改正，处{0}罚款。",
    "由{1.office}责令限期改正；逾期不改正的，处{0}罚款。",
    "由{1.office}给予警告，可以并处{0}罚款；情节严重的，责令停业整顿。",
    "由{1.office}责令停止违法行为，恢复原状，并处{0}罚款，没收违法所得。",
)


def _penalty(rng: random.Random, d: Domain, duty: Duty, at: int, manner: str, form: str, fine: str) -> str:
    how = form.format(fine, d)
    deed = duty.deed.format(d)
    if manner == "number":
        return f"违反本条例第{numeral(at)}条规定的，{how}"
    if manner == "deed":
        return rng.choice((f"{deed}的，{how}", f"违反本条例规定，{deed}的，{how}"))
    return f"违反本条例第{numeral(at)}条规定，{deed}的，{how}"


def _placed(
    rng: random.Random, *, held: bool, manners: Sequence[str], repeated: bool = False
) -> tuple[Domain, list[tuple[str, str]], list[tuple[str, str]]]:
    """Old and new articles, each with what it is: a duty's or penalty's sign, "" for one that stays, its words for what is new."""
    d = rng.choice(DOMAINS)
    duties = rng.sample(HELD_DUTIES if held else DUTIES, rng.randint(2, 4))
    order = list(range(len(duties)))
    while order == sorted(order):
        rng.shuffle(order)
    pool = [words.format(d) for words in rng.sample(MORE, rng.randint(1, 5))]
    opening = [("", words.format(d)) for words in OPENING[: rng.randint(1, 3)]]
    stay = [("", words) for words in pool]
    amended = set() if repeated else set(rng.sample(order, rng.randint(1, min(2, len(order)))))
    old = [*opening, *((f"d{k}", duty.words.format(d)) for k, duty in enumerate(duties)), *stay]
    new = [
        *opening,
        *((f"d{k}", (duties[k].amended if k in amended else duties[k].words).format(d)) for k in order),
        *stay,
    ]
    if rng.random() < 0.35:
        new.insert(len(opening), ("", rng.choice(NEW_DUTIES).format(d)))
    manner, manner_new = rng.choice(manners).split()
    fines = rng.sample(FINES, len(duties))
    form = rng.choice(FORMS)
    at_old, at_new = ({what: k for k, (what, _) in enumerate(side, 1)} for side in (old, new))
    for k, duty in enumerate(duties):
        old.append((f"p{k}", _penalty(rng, d, duty, at_old[f"d{k}"], manner, form, fines[k])))
    rows = list(order) if rng.random() < 0.7 else sorted(order)
    anew = rng.choice(FORMS)
    for place, k in enumerate(rows):
        # what stands at a number is punished as what stood there before, or anew
        how, fine = (form, fines[place]) if repeated else (anew, rng.choice(FINES))
        new.append((f"p{k}", _penalty(rng, d, duties[k], at_new[f"d{k}"], manner_new, how, fine)))
    end = ("", CLOSING.format(rng.randint(10, 29), 7))
    return d, [*old, end], [*new, end]


def _case(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> Case:
    at_old, at_new = ({what: k for k, (what, _) in enumerate(side, 1) if what} for side in (old, new))
    right = frozenset((at, at_new[what]) for what, at in at_old.items())
    apart = frozenset(
        (a, b)
        for one, a in at_old.items()
        for other, b in at_new.items()
        if one[0] == other[0] == "p" and one != other
    )
    return Case(tuple(words for _, words in old), tuple(words for _, words in new), right, apart)


def _follow(*manners: str) -> Callable[..., Case]:
    def make(rng: random.Random, *, held: bool = False) -> Case:
        _, old, new = _placed(rng, held=held, manners=manners)
        case = _case(old, new)
        return mirrored(case) if rng.random() < 0.3 else case

    return make


def repeated(rng: random.Random, *, held: bool = False) -> Case:
    """Penalties that stay to the letter while the articles that they name have other duties: their rows have to be doubted."""
    _, old, new = _placed(rng, held=held, manners=("number number",), repeated=True)
    return _case(old, new)


KINDS_OF_DUTY: Final[dict[str, Callable[..., Case]]] = {
    "numbers follow reworded duties": _follow("number number"),
    "deeds and numbers": _follow("deed number"),
    "numbers with deeds": _follow("number both", "both number", "both both"),
}
