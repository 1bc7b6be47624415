"""Small ordinances with a light amendment, as an examiner makes them up: the scene, its domain, and what happens around it.

Around the scene a neighbour comes or goes, the numbers shift, or nothing else happens. What comes belongs to nobody, and
what goes became nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.compare.kinds import Case, numeral
from tests.compare.plain_scenes import SCENES, Scene
from tests.compare.plain_words import COME, FIELDS, GONE, STAY, Field

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

AROUND: Final = ("nothing", "comes before", "comes after", "gone before", "gone after", "shifted", "both")
FINES: Final = (
    "二百元以上一千元以下",
    "五百元以上二千元以下",
    "一千元以上五千元以下",
    "二千元以上一万元以下",
    "五千元以上三万元以下",
)


def placed(
    rng: random.Random,
    d: Field,
    old: Sequence[str],
    new: Sequence[str],
    pairs: set[tuple[int, int]],
    around: str,
    *,
    strict: bool = True,
) -> Case:
    """The articles in question among others; all pairs of theirs that are not named, and all with what comes or goes, are wrong."""
    stay = [words.format(d) for words in rng.sample(STAY, rng.randint(4, 9))]
    cut = rng.randint(1, len(stay) - 1)
    before, after = (
        stay[:cut],
        [*stay[cut:], f"本条例自20{rng.randint(10, 29)}年{rng.choice('1357')}月1日起施行。"],
    )
    come, gone = rng.choice(COME).format(d), rng.choice(GONE).format(d)
    olds, news = [("q", w) for w in old], [("q", w) for w in new]
    head_old, head_new = [("s", w) for w in before], [("s", w) for w in before]
    if around == "comes before":
        news.insert(0, ("c", come))
    elif around == "comes after":
        news.append(("c", come))
    elif around == "gone before":
        olds.insert(0, ("g", gone))
    elif around == "gone after":
        olds.append(("g", gone))
    elif around == "shifted":
        head_new.insert(rng.randint(0, len(before) - 1), ("c", come))
    elif around == "both":
        head_new.insert(rng.randint(0, len(before) - 1), ("c", come))
        olds.append(("g", gone))
    olds, news = [*head_old, *olds], [*head_new, *news]
    q_old = [k for k, (what, _) in enumerate(olds, 1) if what == "q"]
    q_new = [k for k, (what, _) in enumerate(news, 1) if what == "q"]
    right = {(q_old[a - 1], q_new[b - 1]) for a, b in pairs}
    strange_old = [k for k, (what, _) in enumerate(olds, 1) if what != "s"]
    strange_new = [k for k, (what, _) in enumerate(news, 1) if what != "s"]
    apart = {(a, b) for a in strange_old for b in strange_new} - right
    return Case(
        (*(w for _, w in olds), *after),
        (*(w for _, w in news), *after),
        frozenset(right),
        frozenset(apart),
    )


def from_scenes(scenes: Sequence[Scene]) -> Callable[[random.Random], Case]:
    """A kind of which each member is one of the scenes."""

    def make(rng: random.Random) -> Case:
        d = rng.choice(FIELDS)
        olds, news, said = rng.choice(scenes)
        pairs = {(int(a), int(b)) for a, b in (one.split("-") for one in said.split())}
        return placed(
            rng, d, [w.format(d) for w in olds], [w.format(d) for w in news], pairs, rng.choice(AROUND)
        )

    return make


def _by_number(rng: random.Random) -> Case:
    """Penalties that say their deed name the number of the duty instead; one may come for a new duty; their order may change."""
    d = rng.choice(FIELDS)
    count = rng.randint(1, 3)
    deeds = rng.sample(d.deeds, count)
    bans = [
        rng.choice(("禁止{}。", "任何单位和个人不得{}。", f"{d.people}、{d.unit}不得{{}}。")).format(deed)
        for deed in deeds
    ]
    stay = [words.format(d) for words in rng.sample(STAY, rng.randint(2, 5))]
    old = [*stay, *bans]
    new = list(stay)
    shifted = rng.random() < 0.5
    extra = rng.random() < 0.4
    if shifted:
        new.insert(rng.randint(0, len(stay)), rng.choice(COME).format(d))
    new += bans
    if extra:
        new.append(f"{d.unit}应当在{d.parts[0]}设置警示标志。")
    penalties = []
    for deed in deeds:
        old.append(
            rng.choice(
                (
                    f"违反本条例规定，{deed}的，由{d.office}责令改正，处{rng.choice(FINES)}罚款。",
                    f"{deed}的，由{d.office}给予警告，可以并处{rng.choice(FINES)}罚款。",
                    f"对{deed}的，{d.office}应当责令停止违法行为，没收违法所得，并处{rng.choice(FINES)}罚款。",
                )
            )
        )
        at = new.index(bans[deeds.index(deed)]) + 1
        penalties.append(
            (
                deed,
                rng.choice(
                    (
                        f"违反本条例第{numeral(at)}条规定的，由{d.office}责令限期改正；逾期不改正的，处{rng.choice(FINES)}罚款。",
                        f"单位和个人有违反本条例第{numeral(at)}条规定行为的，由综合行政执法部门处{rng.choice(FINES)}罚款；情节严重的，吊销{d.licence}。",
                        f"违反第{numeral(at)}条的，责令改正，处{rng.choice(FINES)}罚款；造成损失的，依法承担赔偿责任。",
                    )
                ),
            )
        )
    if extra:
        penalties.append(
            (
                "",
                f"违反本条例第{numeral(len(new))}条规定的，由{d.office}责令限期改正；逾期不改正的，处{rng.choice(FINES)}罚款。",
            )
        )
    if rng.random() < 0.4:
        rng.shuffle(penalties)
    first_old, first_new = len(old) - count + 1, len(new) + 1
    new += [words for _, words in penalties]
    end = "本条例自2026年1月1日起施行。"
    right = {(first_old + deeds.index(deed), first_new + k) for k, (deed, _) in enumerate(penalties) if deed}
    every = {(a, b) for a in range(first_old, len(old) + 1) for b in range(first_new, len(new) + 1)}
    return Case((*old, end), (*new, end), frozenset(right), frozenset(every - right))


def _penalties_each(rng: random.Random) -> Case:
    """Penalties of one mould, each with its own partner; fines, bodies, words or the order change, one comes or goes."""
    d = rng.choice(FIELDS)
    deeds = list(d.deeds)
    rng.shuffle(deeds)
    mould = rng.choice(
        (
            "违反本条例规定，{}的，由{}责令限期改正，处{}罚款。",
            "{}的，由{}给予警告，并处{}罚款；情节严重的，吊销" + d.licence + "。",
        )
    )
    anew = rng.choice(
        (
            "违反本条例规定，{}的，由{}责令限期改正；逾期不改正的，处{}罚款。",
            "有{}行为的，由{}没收违法所得，处{}罚款。",
        )
    )
    old = [mould.format(deed, d.office, rng.choice(FINES)) for deed in deeds]
    body = rng.choice((d.office, "综合行政执法部门"))
    order = list(range(3))
    if rng.random() < 0.5:
        rng.shuffle(order)
    new = [anew.format(deeds[k], body, rng.choice(FINES)) for k in order]
    chance = rng.random()
    pairs = {(k + 1, place) for place, k in enumerate(order, 1)}
    if chance < 0.3:
        at = rng.randint(0, 3)
        new.insert(at, anew.format(f"未按照规定报送{d.paper}", body, rng.choice(FINES)))
        pairs = {(a, b + (b > at)) for a, b in pairs}
    elif chance < 0.6:
        gone = rng.randint(1, 3)
        place = next(b for a, b in pairs if a == gone)
        del new[place - 1]
        pairs = {(a, b - (b > place)) for a, b in pairs if a != gone}
    return placed(rng, d, old, new, pairs, rng.choice(("nothing", "shifted")))


PLAIN: Final[dict[str, Callable[[random.Random], Case]]] = {
    **{name: from_scenes(scenes) for name, scenes in SCENES.items()},
    "penalty by number": _by_number,
    "penalties each": _penalties_each,
}
