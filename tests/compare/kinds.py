"""Made-up members of the kinds of revision that are hard to see: each kind a function from chance to a Case.

A member draws its domain, its words, its length, its place among other articles and what surrounds it. The sentences
are this file's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.compare import compare
from lawtrack.law import article_label
from tests.compare.domains import BUREAUS, CLOSING, DOMAINS, MORE, OPENING, STANDARDS, TIMES, Domain

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Case:
    """Two lists of articles; the pairs (from 1) that must stand in one row, and those that must not."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    pairs: frozenset[tuple[int, int]]
    apart: frozenset[tuple[int, int]] = frozenset()

    @property
    def texts(self) -> tuple[str, str]:
        """Both sides as texts with numbered articles."""
        old, new = (
            "\n".join(f"{article_label((at, 0))}　{words}" for at, words in enumerate(side, 1))
            for side in (self.old, self.new)
        )
        return old, new


def met(case: Case) -> dict[tuple[int, int], bool]:
    """The pairs that stand in one row, and whether the row says that it is not sure."""
    return {
        (before.number[0], after.number[0]): row.in_place or row.doubtful
        for row in compare(*case.texts).rows
        for before in row.old_provisions
        for after in row.new_provisions
    }


Pairs = set[tuple[int, int]]


def among(
    rng: random.Random,
    domain: Domain,
    old: list[str],
    new: list[str],
    pairs: Pairs,
    apart: Pairs | None = None,
) -> Case:
    """The articles in question between others that stay: an opening, twins by a pattern, or plain ones."""
    before: list[str] = [words.format(domain) for words in OPENING]
    if rng.random() < 0.5:
        before = [] if rng.random() < 0.5 else before
        order = rng.sample(range(len(STANDARDS)), rng.randint(6, len(STANDARDS)))
        before += [
            f"{domain.thing}的第{k}类设施应当符合{STANDARDS[at]}标准，由{BUREAUS[at]}部门负责检查，检查结果{TIMES[at]}公布一次。"
            for k, at in enumerate(order)
        ]
    plain = [words.format(domain) for words in rng.sample(MORE, rng.randint(0, 5))]
    cut = rng.randint(0, len(plain))
    before += plain[:cut]
    after = [*plain[cut:], CLOSING.format(rng.randint(10, 29), rng.choice("1357"))]
    shift = len(before)
    return Case(
        (*before, *old, *after),
        (*before, *new, *after),
        frozenset((a + shift, b + shift) for a, b in pairs),
        frozenset((a + shift, b + shift) for a, b in apart or ()),
    )


def sibling(rng: random.Random) -> Case:
    """An article that stays nearly word for word beside one much like it, which was rewritten; they may change places."""
    d = rng.choice(DOMAINS)
    c, days = d.council, rng.choice(("五", "七", "十", "十五"))
    plan = rng.choice(("年度计划", "收费方案", "布局方案", "应急预案", "服务标准"))
    group = rng.choice(("评审组", "起草小组", "秘书处", "专家组"))
    one = (
        f"{c}第三次审议{plan}，在全体会议上听取{group}关于{plan}审议结果的报告，由全体会议或者分组会议进行审议。\n"
        f"{plan}经过{c}审议后，{group}根据委员的审议意见进行修改，提出表决稿，于会后{days}日内提请全体会议表决。"
    )
    two = (
        f"各方面的意见比较一致，可以经两次{c}审议即交付表决的{plan}，在第一次审议后，由{group}根据委员的审议意见、"
        f"有关单位的意见和各方面提出的意见，进行统一审议，提出二次审议稿和审议结果的报告；经{c}审议后，"
        f"{group}进行修改，提出表决稿，于会后{days}日内提请全体会议表决。"
    )
    stays = one.replace("根据委员的审议意见进行修改", "根据委员和各方面提出的意见进行审议")
    rewritten = (
        f"经两次{c}审议后交付表决的{plan}，{c}第一次审议，在全体会议上听取提案人的说明，由全体会议或者分组会议进行审议。\n"
        f"{plan}经过{c}第一次审议后，{group}根据委员的审议意见、有关单位的意见和各方面提出的意见进行统一审议，"
        f"提出二次审议稿和审议结果的报告；经{c}审议后，{group}进行审议，提出表决稿，于会后{days}日内提请全体会议表决。"
    )
    if rng.random() < 0.5:
        return among(rng, d, [one, two], [stays, rewritten], {(1, 1), (2, 2)}, {(1, 2)})
    return among(rng, d, [one, two], [rewritten, stays], {(1, 2), (2, 1)}, {(1, 1)})


def third_piece(rng: random.Random) -> Case:
    """An article of three paragraphs becomes three articles, each with something new."""
    d = rng.choice(DOMAINS)
    c, chair = d.council, rng.choice(("会长", "理事长", "主任", "召集人"))
    term = rng.choice(("每年", "每季度", "每半年"))
    old = (
        f"{c}召开全体会议，并召开分组会议和联席会议。\n"
        f"{c}分组会议由{chair}办公会确定若干名组长，轮流主持。分组名单由办事机构拟订，报秘书长审定，并{term}调整。\n"
        f"{c}举行联席会议，由{chair}主持。{chair}可以委托副{chair}主持会议。"
    )
    new = [
        f"{c}召开全体会议和分组会议，根据需要召开联席会议。",
        (
            f"{c}分组会议由{chair}办公会确定若干名组长，轮流主持。\n分组会议有重大分歧的，组长应当及时向秘书长报告。\n"
            f"分组名单由办事机构拟订，报秘书长审定，并{term}调整。"
        ),
        f"{c}举行联席会议，由{chair}主持。{chair}可以委托副{chair}主持会议。\n"
        + rng.choice(
            (
                "联席会议可以由各组联合召开，也可以由两个以上的组分别召开。",
                "列席人员可以在联席会议上发言，但不参加表决。",
            )
        ),
    ]
    return among(rng, d, [old], new, {(1, 1), (1, 2), (1, 3)})


def written_apart(rng: random.Random) -> Case:
    """A paragraph becomes the article beside its own, in other words, of which the old article keeps none."""
    d = rng.choice(DOMAINS)
    first = [
        f"{d.office}负责{d.thing}的监督管理，建立{d.paper}制度。",
        f"{d.people}应当爱护{d.parts[0]}和{d.parts[1]}，遵守{d.thing}的规定。",
    ]
    said, anew = rng.choice(
        (
            (
                f"{d.staff}应当经培训合格后上岗，每年接受继续教育。",
                (
                    f"{d.staff}应当具备相应的专业知识，经培训考核合格，方可上岗。{d.office}应当每年组织{d.staff}接受不少于"
                    f"{rng.choice('三五七')}日的继续教育，并建立教育档案。"
                ),
            ),
            (
                f"{d.goods}应当经检验合格后使用，检验结果记入{d.paper}。",
                (
                    f"投入使用的{d.goods}应当检验合格。检验由具备资质的机构进行，检验结果应当如实记入{d.paper}，保存不少于"
                    f"{rng.choice('二三五')}年。检验机构对结果的真实性负责。"
                ),
            ),
        )
    )
    stays = "\n".join(first)
    if rng.random() < 0.5:
        stays += f"\n{d.council}应当听取{d.people}的意见。"
    if rng.random() < 0.3:  # in front of it
        return among(rng, d, ["\n".join([said, *first])], [anew, stays], {(1, 1), (1, 2)})
    if rng.random() < 0.3:  # and the other way round: two become one
        return among(rng, d, [stays, anew], ["\n".join([*first, said])], {(1, 1), (2, 1)})
    return among(rng, d, ["\n".join([*first, said])], [stays, anew], {(1, 1), (1, 2)})


def dropped_beside(rng: random.Random) -> Case:
    """A paragraph goes and another article comes beside it, which names the same people and is about something else."""
    d = rng.choice(DOMAINS)
    first = [
        f"{d.office}负责{d.thing}的监督管理，建立{d.paper}制度。",
        f"{d.people}应当爱护{d.parts[0]}和{d.parts[1]}，遵守{d.thing}的规定。",
    ]
    said, come = rng.choice(
        (
            (
                f"{d.staff}应当经培训合格后上岗，每年接受继续教育。",
                f"{d.staff}应当文明服务，对{d.people}提出的询问及时答复，不得推诿。",
            ),
            (
                f"{d.goods}应当经检验合格后使用，检验结果记入{d.paper}。",
                f"{d.office}应当按照规定保存{d.paper}，方便{d.people}查阅。",
            ),
            (
                f"{d.council}每年向{d.office}报告工作，并公布报告。",
                f"{d.office}应当每年对{d.thing}的{d.parts[2]}进行检查，发现隐患的，责令限期消除。",
            ),
        )
    )
    if rng.random() < 0.5:
        first.reverse()
    old, new = "\n".join([*first, said]), "\n".join(first)
    if rng.random() < 0.5:
        return among(rng, d, [old], [come, new], {(1, 2)}, {(1, 1)})
    return among(rng, d, [old], [new, come], {(1, 1)}, {(1, 2)})


def twin_penalties(rng: random.Random) -> Case:
    """Two penalty articles whose second paragraphs are the same become one, with another penalty."""
    d = rng.choice(DOMAINS)
    paper = d.paper
    low, high = rng.choice((("三千元", "三万元"), ("五千元", "十万元"), ("一万元", "五万元")))
    fine = (
        f"有前款行为，尚不构成犯罪的，由{d.office}予以通报，可以对单位并处{low}以上{high}以下的罚款；"
        f"对其直接负责的主管人员，可以处一千元以上五千元以下的罚款。"
    )
    acts = rng.choice(
        (
            (f"伪造{paper}，编制虚假报表", f"隐匿或者故意销毁应当保存的{paper}、报表"),
            (f"变造{paper}，冒用他人名义", f"拒不交出或者故意毁弃{paper}、印章"),
        )
    )
    old = [f"{act}，构成犯罪的，依法追究刑事责任。\n{fine}" for act in acts]
    new = (
        f"{acts[0]}，{acts[1]}的，由{d.office}责令限期改正，没收违法所得，违法所得二十万元以上的，"
        f"并处违法所得一倍以上十倍以下的罚款；没有违法所得的，并处二十万元以上的罚款；构成犯罪的，依法追究刑事责任。"
    )
    return among(rng, d, old, [new], {(1, 1), (2, 1)})


def one_reference(rng: random.Random) -> Case:
    """Two or three articles in the same place give way to one that refers to another law."""
    d = rng.choice(DOMAINS)
    harm = rng.choice(("受伤", "财物受损", "遭受损失"))
    old = [
        f"{d.people}{harm}由{d.thing}经营者的过错造成的，由经营者承担责任。",
        f"第三人造成{d.people}{harm}的，由第三人承担责任。",
        "当事人均无过错的，可以由当事人适当分担损失。",
    ][: rng.choice((2, 3, 3))]
    law = rng.choice(("民法典", "消费者权益保护法", "安全生产法"))
    new = rng.choice(
        (
            f"{d.people}{harm}的责任人依照《中华人民共和国{law}》的规定，承担相应责任。",
            f"{d.people}{harm}的，按照《中华人民共和国{law}》的有关规定处理。",
            f"对{d.people}{harm}的赔偿，适用《中华人民共和国{law}》的规定。",
        )
    )
    return among(rng, d, old, [new], {(at, 1) for at in range(1, len(old) + 1)})


def definition(rng: random.Random) -> Case:
    """A definition says something else of the same term."""
    d = rng.choice(DOMAINS)
    term = rng.choice(("淡季", "重点区域", "特殊天气", "高峰时段", "一般事故"))
    old = rng.choice(
        (
            f"本条例所称{term}，是指主管部门宣布停止开放、压缩{d.parts[0]}数量或者遭遇极端情况时。",
            f"本条例所称{term}，是指{d.parts[1]}连续三日无人使用的情形。",
        )
    )
    new = rng.choice(
        (
            f"本条例所称{term}，按照国家和省有关规定执行。\n民办{d.thing}的{term}由其自行确定并公布。",
            f"本条例所称{term}，由{d.office}会同有关部门划定，向社会公布后施行。",
        )
    )
    return among(rng, d, [old], [new], {(1, 1)})


def reward(rng: random.Random) -> Case:
    """A reward article is written anew where it stood."""
    d = rng.choice(DOMAINS)
    rest = f"{d.people}应当爱护{d.parts[0]}。"
    old = rng.choice(
        (
            f"研究出有重大价值的{d.goods}的单位或者个人，由{d.office}给予奖励。",
            f"推广{d.goods}成绩显著的，由市人民政府奖励。",
        )
    )
    new = rng.choice(
        (
            f"对在{d.thing}保护和管理等工作中做出突出贡献的单位和个人，按照国家有关规定给予表彰和奖励。",
            "市、县（市、区）人民政府对成绩突出的集体和个人，可以按照规定予以表彰、奖励。",
        )
    )
    return among(rng, d, [old, rest], [new, rest], {(1, 1), (2, 2)})


def ritual(rng: random.Random) -> Case:
    """Words that stand in every second article (本人自愿并且符合条件的) join two articles on different things."""
    d = rng.choice(DOMAINS)
    rite, granted = rng.choice(
        (
            ("本人自愿应聘并且符合条件的", "可以批准上岗"),
            ("本人提出书面申请并且符合条件的", "可以准予录用"),
            ("经本人同意并且符合规定条件的", "可以批准调入"),
        )
    )
    staff = d.staff
    old, new = rng.choice(
        (
            (
                f"正在大学就读的{staff}，{rite}，{granted}，原就读学校应当保留其学籍，离岗后准其复学。",
                f"已被大学录取或者正在大学就读的{staff}，上岗期间保留入学资格或者学籍，离岗后两年内允许入学或者复学。",
            ),
            (
                f"正在哺乳期的{staff}，{rite}，{granted}，所在单位应当安排哺乳时间，期满后恢复原班次。",
                f"怀孕或者正在哺乳期的{staff}，在岗期间不安排夜班，每日安排哺乳时间一小时，期满后恢复班次。",
            ),
        )
    )
    added = f"已经离岗的{staff}，{rite}，{granted.replace('批准', '再次批准').replace('准予', '再次准予')}，优先安排到原岗位。"
    if rng.random() < 0.3:
        return among(rng, d, [old], [new, added], {(1, 1)}, {(1, 2)})
    return among(rng, d, [old], [added, new], {(1, 2)}, {(1, 1)})


def swallowed(rng: random.Random) -> Case:
    """A short article goes on as half a sentence of the longer one beside it."""
    d = rng.choice(DOMAINS)
    unit = rng.choice(("管理机构", "运营单位", "经营单位"))
    work = rng.choice(("巡查", "检修", "安保"))
    old = [
        f"{unit}应当建立内部控制制度，负责人应当对制度的有效实施负责。\n{unit}应当设立专门机构或者指定内设机构负责{work}工作。",
        f"{unit}应当按照要求，开展{work}培训和宣传工作。",
    ]
    new = (
        f"{unit}应当建立内部控制制度，设立专门机构或者指定内设机构牵头负责{work}工作，根据规模配备相应的人员，"
        f"按照要求开展{work}培训和宣传。\n{unit}应当定期评估风险并制定相应的制度和流程。\n负责人对制度的有效实施负责。"
    )
    return among(rng, d, old, [new], {(1, 1), (2, 1)})


def bodies(rng: random.Random) -> Case:
    """A new article that only names the same bodies as another is no piece of it."""
    d = rng.choice(DOMAINS)
    names = "、".join(
        rng.sample(
            ("发展改革", "公安", "财政", "自然资源", "生态环境", "农业农村", "卫生健康", "教育", "审计"), 6
        )
    )
    old = f"{d.office}会同{names}等部门编制{d.thing}专项规划，报本级人民政府批准后公布。"
    kept = old.replace("报本级人民政府批准后公布", "经本级人民政府批准后向社会公布，并报上一级主管部门备案")
    added = rng.choice(
        (
            f"{names}等部门应当将执法中发现的线索在五个工作日内移送{d.staff}所在单位核查，并互相通报处理结果。",
            f"建立信息共享平台，{names}等部门应当按日上传{d.paper}，不得重复采集。",
        )
    )
    if rng.random() < 0.5:
        return among(rng, d, [old], [kept, added], {(1, 1)}, {(1, 2)})
    return among(rng, d, [old], [added, kept], {(1, 2)}, {(1, 1)})


def sibling_penalties(rng: random.Random) -> Case:
    """Penalty articles of one mould, each with its own deed; each has its own partner though the fines changed."""
    d = rng.choice(DOMAINS)
    deeds = rng.sample(
        (
            f"擅自移动{d.parts[0]}",
            f"在{d.parts[1]}内吸烟",
            f"伪造{d.paper}",
            f"未按照规定检验{d.parts[2]}",
            f"拒绝{d.people}查询信息",
            f"聘用未经培训的{d.staff}",
        ),
        rng.randint(3, 5),
    )
    mould = "违反本条例规定，{}的，由{}责令限期改正；逾期不改正的，处{}以上{}以下罚款。"
    old = [mould.format(deed, d.office, "五百元", "二千元") for deed in deeds]
    new = [
        mould.format(deed, d.office, "二千元", f"{k}万元")
        for k, deed in zip("一二三四五", deeds, strict=False)
    ]
    size = len(deeds)
    pairs = {(k, k) for k in range(1, size + 1)}
    if rng.random() < 0.5:
        new.insert(0, mould.format(f"未公示{d.goods}价格", d.office, "一千元", "三千元"))
        pairs = {(k, k + 1) for k in range(1, size + 1)}
    apart = {(a, b) for a in range(1, size + 1) for b in range(1, len(new) + 1)} - pairs
    return among(rng, d, old, new, pairs, apart)


def named_duties(rng: random.Random) -> Case:
    """Penalty articles that share hardly a word with their old versions follow the duty articles that they name."""
    d = rng.choice(DOMAINS)
    front = rng.randint(0, 3)
    opening = [words.format(d) for words in OPENING]
    plain = [words.format(d) for words in rng.sample(MORE, front)]
    duties = [f"{d.deed}的，应当向{d.office}备案。", f"不得在{d.parts[1]}内停放车辆。"]
    at = len(opening) + len(plain) + 1
    old = [
        *opening,
        *plain,
        *duties,
        *(
            f"违反本条例第{numeral(at + k)}条规定的，处{fine}罚款。"
            for k, fine in enumerate(("一百元", "二百元"))
        ),
    ]
    come = f"{d.thing}应当公布投诉电话。"
    new = [
        *opening,
        *plain,
        come,
        *duties,
        (
            f"对未备案{d.deed}，违反本条例第{numeral(at + 1)}条规定的单位，由{d.office}责令限期补办；逾期不补办的，"
            "处一千元以上五千元以下罚款。"
        ),
        f"对违反本条例第{numeral(at + 2)}条规定停放车辆的个人，由公安机关交通管理部门依照道路交通安全法律处理。",
    ]
    end = CLOSING.format(rng.randint(10, 29), 1)
    return Case((*old, end), (*new, end), frozenset((at + k, at + k + 1) for k in range(4)))


def encouragement(rng: random.Random) -> Case:
    """The article that encourages research is written anew where it stood, in other words."""
    d = rng.choice(DOMAINS)
    old = rng.choice(
        (
            f"鼓励开展{d.thing}科学技术研究，推广{d.goods}。",
            f"市、县（市、区）人民政府鼓励{d.goods}的科学研究和技术开发。",
        )
    )
    new = rng.choice(
        (
            "各级人民政府支持企业、高等学校加强科技创新，建设智慧服务平台，推动成果转化。",
            "支持社会力量投资关键技术研发，按照规定给予资金补助和人才奖励。",
        )
    )
    if rng.random() < 0.5:
        return among(rng, d, [old], [new], {(1, 1)})
    come = f"{d.parts[0]}每日开放不少于{rng.choice('六七八')}小时。"
    return among(rng, d, [old], [new, come], {(1, 1)}, {(1, 2)})


def prohibitions_listed(rng: random.Random) -> Case:
    """Two or three prohibitions become the items of one; of the last the item says only what it is about."""
    d = rng.choice(DOMAINS)
    thing = rng.choice(("消防栓", "配电箱", "警示牌", "避雷针", "隔离栏"))
    old = [
        f"禁止在{d.parts[0]}内焚烧杂物、祭品。",
        f"禁止向{d.parts[1]}倾倒污水或者抛掷废弃物。",
        f"{thing}由专业机构统一管护，除抢险救灾外，任何单位和个人不得动用。",
    ]
    items = [
        f"在{d.parts[0]}内焚烧杂物、祭品；",
        f"向{d.parts[1]}倾倒污水、抛掷废弃物；",
        f"擅自开启{thing}；",
        rng.choice(("播放高音喇叭。", "张贴小广告。")),
    ]
    new = "任何单位和个人不得有下列行为：\n" + "\n".join(
        f"（{numeral}）{item}" for numeral, item in zip("一二三四", items, strict=True)
    )
    return among(rng, d, old, [new], {(1, 1), (2, 1), (3, 1)})


def penalty_into_duty(rng: random.Random) -> Case:
    """A penalty goes into the duty that it names, as its last sentence; or comes out of it."""
    d = rng.choice(DOMAINS)
    opening = [words.format(d) for words in OPENING]
    between = [words.format(d) for words in rng.sample(MORE, rng.randint(2, 5))]
    at = len(opening) + 1
    duty = rng.choice((f"禁止擅自在{d.parts[1]}上{d.deed}。", f"{d.deed}的，应当提前十日向{d.office}备案。"))
    deed = "未备案的" if "备案" in duty else f"擅自{d.deed}的"
    fine = rng.choice(("五百元以上二千元以下", "一千元以上五千元以下"))
    penalty = f"违反本条例第{numeral(at)}条规定，{deed}，由{d.office}责令限期改正，处{fine}罚款。"
    joined = f"{duty}违反规定的，由{d.office}责令限期改正，处二千元以上一万元以下罚款。"
    end = CLOSING.format(rng.randint(10, 29), 1)
    apart = (*opening, duty, *between, penalty, end)
    together = (*opening, joined, *between, end)
    pairs = {(at, at), (len(apart) - 1, at)}
    if rng.random() < 0.3:
        return Case(together, apart, frozenset((b, a) for a, b in pairs))
    return Case(apart, together, frozenset(pairs))


def penalty_by_other_law(rng: random.Random) -> Case:
    """A penalty with its own fine gives way, where it stood, to one that leaves the fine to other laws."""
    d = rng.choice(DOMAINS)
    old = f"违反本条例规定，损毁{d.parts[0]}的，由{d.office}责令赔偿，处五百元以上三千元以下罚款。"
    new = rng.choice(
        (
            "违反本条例规定的行为，有关法律、法规已有处罚规定的，依照其规定处罚。",
            "对违反本条例的行为，依照《中华人民共和国行政处罚法》等法律的规定执行。",
        )
    )
    return among(rng, d, [old], [new], {(1, 1)})


def half_sentence(rng: random.Random) -> Case:
    """A short article goes on as another case of the sentence before it, which keeps the rule that both had."""
    d = rng.choice(DOMAINS)
    days = rng.choice(("十五日", "三十日"))
    first, second = rng.choice((("名称变更", "停业或者歇业"), ("住所迁移", "灭失或者报废")))
    old = [
        f"{d.thing}{first}的，应当自变更之日起{days}内到{d.office}办理变更登记。",
        f"{d.thing}{second}的，应当自发生之日起{days}内到{d.office}办理注销登记。",
    ]
    new = f"{d.thing}{first}，或者{second}、转让的，应当在{days}内到{d.office}办理变更或者注销登记。"
    return among(rng, d, old, [new], {(1, 1), (2, 1)})


def numeral(number: int) -> str:
    """The number as it stands in 第…条."""
    return article_label((number, 0))[1:-1]


KINDS: Final[dict[str, Callable[[random.Random], Case]]] = {
    "sibling": sibling,
    "third piece": third_piece,
    "written apart": written_apart,
    "dropped beside": dropped_beside,
    "twin penalties": twin_penalties,
    "one reference": one_reference,
    "definition": definition,
    "reward": reward,
    "ritual words": ritual,
    "swallowed": swallowed,
    "list of bodies": bodies,
    "sibling penalties": sibling_penalties,
    "named duties": named_duties,
    "encouragement": encouragement,
    "prohibitions listed": prohibitions_listed,
    "penalty into duty": penalty_into_duty,
    "penalty by other law": penalty_by_other_law,
    "half a sentence": half_sentence,
}
