"""Made-up members of kinds in which a merge takes up several articles, or a split gives away a clause, in other words.

Half of them the other way round. Beside them an article may be gone, or come, that is nothing's piece though it is of the same
mould: it must stand apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tests.compare import piece_words as words
from tests.compare.domains import DOMAINS
from tests.compare.joining_kinds import around
from tests.compare.kinds import Case, numeral
from tests.compare.plain_kinds import AROUND, placed
from tests.compare.plain_words import FIELDS

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from tests.compare.domains import Domain
    from tests.compare.plain_words import Field

Pairs = set[tuple[int, int]]


class Scene(NamedTuple):
    """Old and new articles and which belong together."""

    old: list[str]
    new: list[str]
    pairs: Pairs


def drawn(
    rng: random.Random, table: Sequence[tuple[str, ...]], count: int, *, held: bool
) -> list[tuple[str, ...]]:
    """Rows of a table, of the half that is held back or of the other."""
    return rng.sample(table[held::2], count)


def _items(lead: str, items: Sequence[str]) -> str:
    ends = [*"；" * (len(items) - 1), "。"]
    return lead + "".join(
        f"\n（{numeral(k)}）{item}{end}" for k, (item, end) in enumerate(zip(items, ends, strict=True), 1)
    )


def _merge(rng: random.Random, articles: list[str], whole: str, extra: list[str]) -> Scene:
    """Articles that became one, beside others of their mould that are just gone."""
    olds = [(one, True) for one in articles]
    for one in extra:
        olds.insert(rng.choice((0, len(olds))), (one, False))
    return Scene([one for one, _ in olds], [whole], {(k, 1) for k, (_, part) in enumerate(olds, 1) if part})


def bans(rng: random.Random, d: Domain | Field, *, held: bool) -> Scene:
    """Prohibitions become the items of one, or one sentence."""
    count = rng.choice((1, 2, 2, 3, 3, 4))
    rows = drawn(rng, words.BANS, count + 3, held=held)
    form = rng.choice(words.BAN_FORMS)
    olds = [
        (form if rng.random() < 0.7 else rng.choice(words.BAN_FORMS)).format(d, old)
        for old, _ in rows[:count]
    ]
    items = [new for _, new in rows[:count]]
    items += [new for _, new in rows[count : count + rng.randint(0, 2)]]
    if rng.random() < 0.3:
        rng.shuffle(items)
    if count > 1 and rng.random() < 0.7:
        whole = _items(rng.choice(words.BAN_LEADS).format(d), items)
    else:
        whole = f"任何单位和个人不得在{d.thing}内{'，不得'.join(items)}。"
    extra = [form.format(d, rows[count + 2][0])] if rng.random() < 0.5 or count == 1 else []
    return _merge(rng, olds, whole, extra)


def cases(rng: random.Random, d: Domain | Field, *, held: bool) -> Scene:
    """Articles of which each says what to do in one case become the items of one."""
    count = rng.choice((2, 3, 3, 4))
    rows = drawn(rng, words.CASES, count + 1, held=held)
    form = rng.choice(words.CASE_FORMS)
    olds = [form.format(d, old, deed) for old, _, deed in rows[:count]]
    whole = _items(
        rng.choice(words.CASE_LEADS).format(d, n=rng.choice("十二三五")), [new for _, new, _ in rows[:count]]
    )
    extra = [form.format(d, rows[count][0], rows[count][2])] if rng.random() < 0.3 else []
    return _merge(rng, olds, whole, extra)


def bodies(rng: random.Random, d: Domain | Field, *, held: bool) -> Scene:
    """What each department has to do becomes one list of departments."""
    count = rng.choice((2, 3, 3, 4))
    rows = drawn(rng, words.BODIES, count + 2, held=held)
    form = rng.choice(words.BODY_FORMS)
    olds = [form.format(d, body, duty) for body, duty, _, _ in rows[:count]]
    more = rows[: count + rng.randint(0, 1)]
    whole = "、".join(body for _, _, body, _ in more) + rng.choice(words.BODY_ENDS).format(
        d, "、".join(duty for *_, duty in more)
    )
    extra = [form.format(d, *rows[count + 1][:2])] if rng.random() < 0.4 else []
    return _merge(rng, olds, whole, extra)


def deeds(rng: random.Random, d: Domain | Field, *, held: bool) -> Scene:
    """Penalties become one, with another fine; one of them may just be gone while the other is punished harder."""
    count = rng.choice((1, 2, 2, 2, 3))
    rows = [(old.format(d), new.format(d)) for old, new in drawn(rng, words.DEEDS, count + 1, held=held)]
    head = rng.choice(("", "", "违反本条例规定，", "经营者"))
    end = rng.choice(words.DEED_ENDS)
    fine = rng.choice(words.FINES[:4])
    olds = [
        head + old + end.format(d, fine if rng.random() < 0.6 else rng.choice(words.FINES))
        for old, _ in rows[:count]
    ]
    news = [new for _, new in rows[:count]]
    new_fine = rng.choice(words.FINES[3:])
    if count > 1 and rng.random() < 0.35:
        whole = _items(
            f"违反本条例规定，有下列行为之一的，由{d.office}责令改正，处{new_fine}的罚款：",
            [f"{new}的" for new in news],
        )
    else:
        whole = (
            head
            + rng.choice(("，或者", "、", "，")).join(news)
            + rng.choice(words.DEED_NEW_ENDS).format(d, new_fine)
        )
    extra = [head + rows[count][0] + end.format(d, fine)] if count == 1 or rng.random() < 0.3 else []
    return _merge(rng, olds, whole, extra)


def runs(rng: random.Random, d: Domain | Field, *, held: bool) -> Scene:
    """Articles of one procedure or one duty become the clauses of one."""
    (rows,) = rng.sample(words.RUNS[held::2], 1)
    chosen = list(rows) if rng.random() < 0.6 else rng.sample(rows, 2)
    olds = [f"{old}。".format(d) for old, _ in chosen]
    joint = rng.choice(("，", "；", "。"))
    clauses = [new.format(d) for _, new in chosen]
    lead = "" if rng.random() < 0.7 else "管理单位应当"
    whole = lead + joint.join(clauses) + "。"
    if lead and rng.random() < 0.4:
        whole = _items("管理单位应当履行下列职责：", clauses)
    left = [old for old, _ in rows if f"{old}。".format(d) not in olds]
    extra = [rng.choice(words.STRANGERS).format(d)] if rng.random() < 0.4 else []
    if left and rng.random() < 0.3:
        other = rng.choice([run for run in words.RUNS[held::2] if run is not rows])
        extra = [f"{rng.choice(other)[0]}。".format(d)]
    return _merge(rng, olds, whole, extra)


def tails(rng: random.Random, d: Domain | Field, *, held: bool) -> Scene:
    """A short rule and what stood beside it: one article before, and now two; or two before."""
    (tail,) = drawn(rng, words.TAILS, 1, held=held)
    (kept,) = drawn(rng, words.KEPT, 1, held=held)
    olds = [f"{kept[0]}。".format(d), f"{tail[1]}".format(d)]
    whole = f"{kept[1]}{rng.choice('，；。')}{tail[0]}。".format(d)
    extra = [rng.choice(words.STRANGERS).format(d)] if rng.random() < 0.4 else []
    return _merge(rng, olds, whole, extra)


def terms(rng: random.Random, d: Domain | Field, *, held: bool) -> Scene:
    """A definition stands beside the rule, or in an article of its own."""
    (term,) = drawn(rng, words.TERMS, 1, held=held)
    rule = rng.choice(words.RULES_WITH_TERM)
    old = f"{rule[0]}。{term[0]}是指{term[1]}。".format(d, term=term[0])
    lone = rng.choice(("本条例所称{0}，是指{1}。", "{0}，是指{1}。", "本条例中的{0}，是指{1}。")).format(
        term[0], term[2].format(d)
    )
    rest = f"{rule[1]}。".format(d, term=term[0])
    extra = [rng.choice(words.STRANGERS).format(d)] if rng.random() < 0.4 else []
    return _merge(rng, [rest, lone], old, extra)


def nothing(rng: random.Random, d: Domain | Field, *, held: bool) -> Scene:
    """An article that is reworded, and others beside it that are just gone: nothing is a piece of anything."""
    (kept,) = drawn(rng, words.KEPT, 1, held=held)
    more = rng.choice(
        ("", "，并记录备查", "；发现问题的，应当立即处理，并在三日内报告", "，费用由责任人承担")
    )
    gone = rng.sample(words.STRANGERS, rng.choice((1, 1, 2)))
    if rng.random() < 0.4:
        other = rng.choice(rng.choice(words.RUNS[held::2]))
        gone[0] = f"{other[0]}。"
    return _merge(
        rng, [f"{kept[0]}。".format(d)], f"{kept[1]}{more}。".format(d), [one.format(d) for one in gone]
    )


SCENES: Final = {
    "bans": bans,
    "cases": cases,
    "bodies": bodies,
    "deeds": deeds,
    "runs": runs,
    "tails": tails,
    "terms": terms,
    "nothing": nothing,
}


def member(kind: str, rng: random.Random, *, held: bool) -> Case:
    """A member of a kind among other articles, half of them the other way round: what was joined is cut apart."""
    light = rng.random() < 0.7
    field, domain = rng.choice(FIELDS), rng.choice(DOMAINS)
    old, new, pairs = SCENES[kind](rng, field if light else domain, held=held)
    if rng.random() < 0.5:
        old, new, pairs = new, old, {(b, a) for a, b in pairs}
    apart = {(a, b) for a in range(1, len(old) + 1) for b in range(1, len(new) + 1)} - pairs
    if light:
        return placed(rng, field, old, new, pairs, rng.choice(AROUND))
    return around(rng, domain, old, new, pairs, apart)


def _maker(kind: str) -> Callable[[random.Random], Case]:
    return lambda rng: member(kind, rng, held=True)


PIECE_KINDS: Final[dict[str, Callable[[random.Random], Case]]] = {
    f"pieces: {kind}": _maker(kind) for kind in SCENES
}
"""Members of which nothing was learned."""
