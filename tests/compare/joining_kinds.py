"""Made-up members of kinds of revision in which rules are joined, cut apart or given over to another law.

As in `kinds`, a member draws its domain, its words, its length, its place and what surrounds it; here also the distance of
what belongs together, and whether the rest of the text stays or is revised with it. The sentences are this file's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.compare.domains import BUREAUS, CLOSING, DOMAINS, MORE, OPENING, STANDARDS, TIMES, Domain
from tests.compare.kinds import Case

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

Pairs = set[tuple[int, int]]
STAY: Final = (
    "{0.office}应当会同有关部门编制{0.thing}发展规划，征求公众意见后报本级人民政府批准。",
    "{0.thing}应当在醒目位置设置{0.parts[3]}的使用说明和求助电话。",
    "新建{0.thing}应当同步建设{0.parts[1]}，未建设的，不予通过验收。",
    "{0.council}由有关部门代表、专家和{0.people}代表组成，其中{0.people}代表不少于三分之一。",
    "{0.goods}的推广应当经过试点，试点期限不少于六个月。",
)
REVISED: Final = (
    "{0.office}应当自行或者委托专业机构编制{0.thing}发展规划，经专家论证并公示后，报本级人民政府批准并公布。",
    "{0.thing}应当设置中英文对照的{0.parts[3]}使用说明，公布求助电话，并保持畅通。",
    "新建、改建{0.thing}应当同步设计、同步建设{0.parts[1]}；未同步建设的，不得投入使用。",
    "{0.council}由专家和{0.people}代表组成，{0.people}代表不少于二分之一，任期三年。",
    "推广{0.goods}应当先行试点，试点期满经评估合格的，方可推广。",
)
FRESH: Final = (
    "市人民政府建立{0.thing}数据资源目录，推动数据共享和业务协同。",
    "检察机关可以依法就{0.thing}领域的违法行为提起公益诉讼。",
    "{0.thing}行业组织应当制定自律规范，调解会员之间的纠纷。",
)


def around(
    rng: random.Random,
    d: Domain,
    old: Sequence[str],
    new: Sequence[str],
    pairs: Pairs,
    apart: Pairs | None = None,
) -> Case:
    """The articles in question between others, which stay, or are revised too; what is "" stands for others in between."""
    busy = rng.random() < 0.5
    order = rng.sample(range(len(STAY)), len(STAY))
    known = [(STAY[at].format(d), (REVISED if busy else STAY)[at].format(d)) for at in order]
    plain = [words.format(d) for words in rng.sample(MORE, rng.randint(0, 6))]
    before = [(words, words) for words in (*(one.format(d) for one in OPENING), *plain)]
    cut = rng.randint(0, len(known))
    before += known[:cut]
    after = [
        *known[cut:],
        *((end, end) for end in (CLOSING.format(rng.randint(10, 29), rng.choice("1357")),)),
    ]
    between = [
        f"{d.thing}的第{k}类设施应当符合{STANDARDS[at]}标准，由{BUREAUS[at]}部门负责检查，检查结果{TIMES[at]}公布一次。"
        for k, at in enumerate(rng.sample(range(len(STANDARDS)), rng.randint(1, 4)))
    ]
    come = [rng.choice(FRESH).format(d)] if busy and rng.random() < 0.5 else []
    olds, old_places = _laid(before, old, between, 0)
    news, new_places = _laid([*before, *(("", one) for one in come)], new, between, 1)
    return Case(
        (*olds, *(one for one, _ in after)),
        (*news, *(one for _, one in after)),
        frozenset((old_places[a], new_places[b]) for a, b in pairs),
        frozenset((old_places[a], new_places[b]) for a, b in apart or ()),
    )


def _laid(
    before: Sequence[tuple[str, str]], articles: Sequence[str], between: Sequence[str], side: int
) -> tuple[list[str], dict[int, int]]:
    laid = [one[side] for one in before if one[side]]
    places: dict[int, int] = {}
    for words in articles:
        if words:
            laid.append(words)
            places[len(places) + 1] = len(laid)
        else:
            laid += between
    return laid, places


DEEDS: Final = (
    ("擅自占用{0.parts[0]}", "未经批准占用{0.parts[0]}"),
    ("在{0.parts[1]}内堆放杂物", "在{0.parts[1]}内堆放杂物、易燃物品"),
    ("未按照规定检验{0.parts[2]}", "未按照规定对{0.parts[2]}进行检验"),
    ("聘用未经培训的{0.staff}", "聘用未经培训或者培训不合格的{0.staff}"),
    ("伪造、变造{0.paper}", "伪造、变造或者买卖{0.paper}"),
    ("拒绝{0.people}查询信息", "无正当理由拒绝{0.people}查询信息"),
    ("未公示收费标准", "未在显著位置公示收费标准"),
    ("损坏{0.parts[4]}", "损坏、拆除{0.parts[4]}"),
    ("未经备案{0.deed}", "未依法备案{0.deed}"),
)
FINES: Final = (
    "二百元以上一千元以下",
    "五百元以上三千元以下",
    "一千元以上五千元以下",
    "二千元以上一万元以下",
    "一万元以上五万元以下",
)


def penalties_joined(rng: random.Random) -> Case:
    """Two or three penalties become one with another fine: as its items, or in one sentence; the deeds are reworded."""
    d = rng.choice(DOMAINS)
    count = rng.choice((2, 2, 3))
    deeds = [(one.format(d), other.format(d)) for one, other in rng.sample(DEEDS, count)]
    head = rng.choice(("违反本条例规定，", ""))
    old = [
        f"{head}{deed}的，由{rng.choice((d.office, '城市管理部门', '公安机关'))}"
        f"{rng.choice(('责令改正，', '责令限期改正，逾期不改正的，', '给予警告，可以并'))}处{rng.choice(FINES)}罚款。"
        for deed, _ in deeds
    ]
    fine = rng.choice(FINES)
    if rng.random() < 0.5:
        items = "\n".join(
            f"（{numeral}）{deed}的{end}"
            for numeral, (_, deed), end in zip("一二三", deeds, [*"；" * (count - 1), "。"], strict=False)
        )
        new = f"违反本条例规定，有下列行为之一的，由{d.office}责令限期改正；逾期不改正的，处{fine}罚款：\n{items}"
    else:
        joined = "，或者".join(deed for _, deed in deeds)
        new = f"{head}{joined}的，由{d.office}责令改正，没收违法所得，并处{fine}罚款；情节严重的，责令停业整顿。"
    return around(rng, d, *_with_gap(rng, old, [new]), {(k, 1) for k in range(1, count + 1)})


def _with_gap(rng: random.Random, several: Sequence[str], one: Sequence[str]) -> tuple[list[str], list[str]]:
    """Several articles with others between two of them, or not; and before or after the one."""
    if rng.random() < 0.75:
        return list(several), list(one)
    at = rng.randint(1, len(several) - 1)
    return [*several[:at], "", *several[at:]], rng.choice(([*one, ""], ["", *one]))


HELPED: Final = (
    (
        "发现{0.parts[0]}内有走失、迷路的{0.people}的，{0.staff}应当予以安置并报告公安机关；无法查明身份的，由民政部门接收。",
        "{0.staff}发现走失、迷路的{0.people}的，应当先行安置，并立即报告公安机关。",
        "公安机关无法查明走失人员身份的，应当在二十四小时内移送民政部门接收，民政部门应当登记造册并发布寻亲公告。",
    ),
    (
        "被遗弃的{0.goods}由{0.office}收存，公告招领；公告期满无人认领的，依法拍卖，所得上缴国库。",
        "{0.office}应当设置场所收存被遗弃的{0.goods}，并自收存之日起三日内公告招领。",
        "收存满六十日无人认领的，{0.office}可以委托拍卖，拍卖所得扣除保管费用后上缴国库。",
    ),
    (
        "{0.parts[2]}发生故障的，使用单位应当立即停用并抢修；造成人员伤亡的，应当在一小时内报告{0.office}，{0.office}接到报告后组织调查。",
        "使用单位发现{0.parts[2]}故障的，应当立即停用，设置警示标志，并组织抢修。",
        "故障造成人员伤亡的，使用单位应当在一小时内报告；{0.office}应当组织调查，查明原因和责任，调查报告向社会公布。",
    ),
    (
        "{0.staff}上岗前应当经过健康检查，取得健康证明；患有传染性疾病的，不得从事直接接触{0.people}的工作。",
        "{0.staff}应当每年进行健康检查，取得健康证明后方可上岗，费用由所在单位承担。",
        "所在单位发现{0.staff}患有传染性疾病的，应当将其调离直接接触{0.people}的岗位，治愈后恢复。",
    ),
    (
        "申请{0.deed}的，应当提交申请书和{0.paper}；{0.office}应当自受理之日起二十日内决定，不予批准的，书面说明理由。",
        "申请{0.deed}的，应当通过政务服务平台提交申请书、{0.paper}和安全承诺书。",
        "{0.office}应当自受理申请之日起十日内作出决定；不予批准的，应当书面说明理由，并告知申请人救济途径。",
    ),
)


def cut_in_two(rng: random.Random) -> Case:
    """An article of two rules becomes two articles, each in other words; they mostly stand side by side."""
    d = rng.choice(DOMAINS)
    whole, one, other = (words.format(d) for words in rng.choice(HELPED))
    tail = f"具体办法由{d.office}制定。"
    if rng.random() < 0.3:
        whole, other = f"{whole}\n{tail}", f"{other}\n{tail}"
    news, olds = _with_gap(rng, [one, other], [whole])
    return around(rng, d, olds, news, {(1, 1), (1, 2)})


TERMS: Final = (
    ("重点保护区", "{0.thing}周边一百米以内、{0.people}集中的区域"),
    ("经营者", "利用{0.parts[0]}、{0.parts[1]}从事经营活动的单位和个人"),
    ("较大事故", "造成三人以上受伤或者{0.parts[2]}停用七日以上的事故"),
    ("特殊人群", "未成年人、老年人、残疾人以及行动不便的{0.people}"),
    ("易损设施", "{0.parts[3]}、{0.parts[4]}以及其他容易损坏的设施"),
)
LAWS: Final = ("民法典", "安全生产法", "消费者权益保护法", "突发事件应对法", "城乡规划法")


def given_to_other_law(rng: random.Random) -> Case:
    """A definition is given over to another law; where it stood, or among the last articles."""
    d = rng.choice(DOMAINS)
    term, meaning = rng.choice(TERMS)
    old = f"本条例所称{term}，是指{meaning.format(d)}。"
    new = rng.choice(
        (
            f"{term}的范围，依照《中华人民共和国{rng.choice(LAWS)}》的规定确定。",
            f"本条例所称{term}，其含义适用《中华人民共和国{rng.choice(LAWS)}》的规定。",
            f"{term}的认定，按照国家有关规定执行。",
            f"本条例中{term}的具体范围，由{d.office}依据《中华人民共和国{rng.choice(LAWS)}》划定并公布。",
        )
    )
    rest = f"{d.people}应当爱护{d.parts[0]}，不得损坏{d.parts[1]}。"
    if rng.random() < 0.5:
        return around(rng, d, [old, "", rest], ["", rest, new], {(1, 2), (2, 1)}, {(1, 1)})
    if rng.random() < 0.3:
        return around(rng, d, [rest, "", old], [new, rest, ""], {(1, 2), (2, 1)}, {(1, 1)})
    return around(rng, d, [old, rest], [new, rest], {(1, 1), (2, 2)}, {(1, 2)})


BANS: Final = (
    ("吸烟", "吸烟或者使用明火"),
    ("携带犬只进入{0.parts[0]}", "携带犬只、家禽进入{0.parts[0]}"),
    ("在{0.parts[1]}上攀爬、刻画", "攀爬、刻画{0.parts[1]}"),
    ("燃放烟花爆竹", "燃放烟花爆竹、孔明灯"),
    ("向{0.parts[2]}投掷物品", "投掷物品，破坏{0.parts[2]}"),
    ("倾倒垃圾和污水", "倾倒垃圾、排放污水"),
    ("冒用他人的{0.paper}", "转借、冒用{0.paper}"),
    ("遮挡、涂改{0.parts[3]}", "涂改、遮挡{0.parts[3]}的标识"),
    ("私接电线", "私接电线、违规充电"),
)


def bans_joined(rng: random.Random) -> Case:
    """Three short prohibitions become the items of one list, each beginning with its verb; other items come."""
    d = rng.choice(DOMAINS)
    drawn = [(one.format(d), other.format(d)) for one, other in rng.sample(BANS, 5)]
    old = [_ban(rng, d, one) for one, _ in drawn[:3]]
    items = [other if rng.random() < 0.6 else one for one, other in drawn[:3]] + [
        one for one, _ in drawn[3 : 3 + rng.randint(0, 2)]
    ]
    if rng.random() < 0.5:
        items.append("法律、法规禁止的其他行为")
    lead = rng.choice(
        (
            f"禁止在{d.thing}内从事下列活动：",
            "任何单位和个人不得有下列行为：",
            f"{d.people}不得实施下列行为：",
        )
    )
    new = lead + "".join(
        f"\n（{numeral}）{item}{end}"
        for numeral, item, end in zip("一二三四五六", items, [*"；" * (len(items) - 1), "。"], strict=False)
    )
    return around(rng, d, *_with_gap(rng, old, [new]), {(1, 1), (2, 1), (3, 1)})


def _ban(rng: random.Random, d: Domain, deed: str) -> str:
    return rng.choice(
        (
            f"禁止{deed}。",
            f"任何单位和个人不得{deed}。",
            f"{d.people}不得{deed}。",
            f"在{d.thing}范围内，严禁{deed}。",
        )
    )


def duty_in_three(rng: random.Random) -> Case:
    """An article of three duties becomes three articles; the first is written anew, the others keep much."""
    d = rng.choice(DOMAINS)
    unit = rng.choice(("管理单位", "运营单位", "主办单位"))
    first, anew = rng.choice(
        (
            (
                f"{unit}负责{d.thing}的日常管理",
                f"{d.thing}的日常管理实行责任制，由{unit}确定专人承担，并明确岗位要求。",
            ),
            (
                f"{unit}应当建立安全管理制度",
                f"安全管理由{unit}主要负责人全面负责；规模较大的，应当配备专职安全员。",
            ),
            (
                f"{unit}应当保障{d.parts[0]}完好",
                f"{d.parts[0]}应当处于良好状态，{unit}每日开放前进行查验并签字。",
            ),
        )
    )
    second = f"定期对{d.parts[1]}、{d.parts[2]}进行检查和维护，做好{d.paper}"
    third = rng.choice(
        (
            f"对{d.staff}进行安全教育和应急演练，每年不少于{rng.choice('二三四')}次",
            f"制定突发事件应急预案，报{d.office}备案，并组织演练",
        )
    )
    joint = rng.choice(("，", "；"))
    old = f"{first}{joint}{second}{joint}{third}。"
    if rng.random() < 0.4:
        duty = first.removeprefix(unit).removeprefix("应当")
        old = f"{unit}应当履行下列职责：\n（一）{duty}；\n（二）{second}；\n（三）{third}。"
    new = [
        anew,
        f"{unit}应当{second}；发现{d.parts[1]}、{d.parts[2]}损坏的，应当在{rng.choice('三五七')}日内修复。",
        f"{unit}应当{third}。",
    ]
    return around(rng, d, [old], new, {(1, 1), (1, 2), (1, 3)})


JOINING_KINDS: Final[dict[str, Callable[[random.Random], Case]]] = {
    "penalties joined": penalties_joined,
    "cut in two": cut_in_two,
    "given to another law": given_to_other_law,
    "bans joined": bans_joined,
    "duty in three": duty_in_three,
}
