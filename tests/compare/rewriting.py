"""Complete revisions made up of rules in two wordings each: what goes, comes, moves and is written anew is drawn by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law import article_label

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

STAY: Final = ("purpose", "scope", "commencement")
RULES: Final[dict[str, tuple[str, str]]] = {
    "purpose": (
        "为了加强{x}管理，维护公共秩序，根据有关法律、法规，结合本市实际，制定本条例。",
        "为规范{x}行为，保障市民合法权益，依据法律、行政法规的规定，结合本市实际，制定本条例。",
    ),
    "scope": (
        "本条例适用于本市行政区域内的{x}及其监督管理。",
        "在本市从事{x}以及对其实施监督管理，应当遵守本条例。",
    ),
    "authority": (
        "市{d}部门主管全市{x}工作，县（区）{d}部门负责本辖区内的{x}管理工作。",
        "市、县（区）{d}主管部门是{x}的行政主管部门，可以委托所属机构承担日常事务。",
    ),
    "cooperation": (
        "公安、财政、规划、环保等部门按照各自职责，做好{x}的有关工作。",
        "发展改革、公安、生态环境、市场监督管理等部门在各自职责范围内协同做好{x}相关管理。",
    ),
    "fund": (
        "市、县（区）人民政府应当将{x}经费纳入本级财政预算。",
        "各级人民政府应当把{x}所需资金列入年度预算，保障工作开展。",
    ),
    "publicity": (
        "各级人民政府应当组织开展{x}宣传教育，增强公民意识。",
        "每年九月第一周为{x}宣传周，新闻媒体应当免费刊播公益内容。",
    ),
    "report": (
        "任何单位和个人对违反本条例的行为，有权向{d}部门举报。",
        "市民可以通过热线、网络等方式投诉、举报违法行为，{d}部门应当在五日内答复。",
    ),
    "reward": (
        "对在{x}工作中成绩显著的单位和个人，由人民政府给予表彰、奖励。",
        "有突出贡献的组织和市民，由市人民政府授予荣誉称号。",
    ),
    "plan": (
        "{d}部门应当编制{x}专项规划，报同级人民政府批准后组织实施。",
        "{x}发展规划由{d}主管部门会同有关部门拟订，经市人民政府批准后公布。",
    ),
    "licence": (
        "从事{x}经营的，应当向{d}部门申请许可证；未取得许可证的，不得经营。",
        "{x}实行许可管理。经营者取得经营许可后，方可开展活动。",
    ),
    "conditions": (
        "申请许可证应当具备下列条件：\n（一）有固定的场所；\n（二）有三名以上专业人员；\n（三）有健全的安全制度。",
        "申请人应当有与规模相适应的场地和人员，并建立安全管理制度。",
    ),
    "time": (
        "{d}部门应当自受理申请之日起二十日内作出决定。",
        "审批机关受理后十个工作日内决定是否准予许可，情况复杂的可以延长五个工作日。",
    ),
    "archive": (
        "{o}应当建立档案，如实记录经营情况，档案保存期不少于三年。",
        "{o}应当使用统一的电子台账记载业务，记录至少留存五年。",
    ),
    "training": (
        "{o}应当定期对从业人员进行业务培训。",
        "从业人员每年接受安全和技能教育不少于十六学时，由{o}组织。",
    ),
    "insurance": (
        "鼓励{o}投保公众责任险。",
        "{o}应当为第三人投保责任保险，保险金额由市人民政府规定。",
    ),
    "price": (
        "{x}收费标准由价格主管部门核定，并向社会公布。",
        "服务价格实行政府指导价，{o}应当在显著位置明码标价。",
    ),
    "hours": (
        "{x}的时间为每日六时至二十二时。",
        "每日二十二时至次日六时，不得开展{x}，但抢险除外。",
    ),
    "noise": (
        "开展{x}不得产生超过标准的噪声。",
        "使用音响设备的，应当控制音量，防止干扰周围居民生活。",
    ),
    "sanitation": (
        "{o}应当保持场地整洁，及时清运垃圾。",
        "经营场所的环境卫生由{o}负责，废弃物实行分类投放。",
    ),
    "fire safety": (
        "经营场所应当配备消防器材，保持疏散通道畅通。",
        "{o}应当落实消防安全责任，定期检查灭火设施，禁止占用安全出口。",
    ),
    "minors": (
        "未满十六周岁的未成年人应当由监护人陪同。",
        "监护人应当陪伴不满十四周岁的儿童参加。",
    ),
    "prohibitions": (
        "禁止下列行为：\n（一）伪造、转让许可证；\n（二）在学校周围五十米内设点；\n（三）损毁公共设施。",
        "任何人不得涂改、出租许可证件，不得毁坏公共设施，不得在中小学校门口设置点位。",
    ),
    "inspect": (
        "{d}部门应当加强监督检查，检查时应当出示执法证件。",
        "执法人员实施现场检查，不得少于二人，并应当主动表明身份。",
    ),
    "credit": (
        "{d}部门应当建立{o}信用档案。",
        "{o}的失信信息纳入市公共信用平台，依法实施惩戒。",
    ),
    "emergencies": (
        "发生突发事件时，{o}应当立即采取措施，并报告{d}部门。",
        "{o}应当制定应急预案，每半年演练一次；险情发生后一小时内上报。",
    ),
    "facility": (
        "{x}设施由产权人负责维护，任何人不得擅自拆除。",
        "设施所有人承担养护责任；确需迁移的，须经{d}主管部门同意。",
    ),
    "signs": (
        "{o}应当在入口处设置警示标志。",
        "入口、转弯处等危险部位，应当设立醒目的提示牌。",
    ),
    "building": (
        "新建住宅区应当配套建设{x}设施，并与主体工程同时交付使用。",
        "开发建设单位应当按照标准配建相关设施，未配建的不予验收。",
    ),
    "volunteers": (
        "支持志愿者组织参与{x}服务。",
        "鼓励社会力量以捐赠、认养、志愿服务等形式参与。",
    ),
    "science": (
        "鼓励采用新技术、新设备，提高{x}水平。",
        "推广智能监测技术在{x}中的应用，支持科研成果转化。",
    ),
    "data": (
        "{d}部门应当建立{x}信息系统，实行信息共享。",
        "市大数据平台汇集{x}数据，供各部门按权限查询使用。",
    ),
    "dispute": (
        "因{x}发生纠纷的，当事人可以协商解决，也可以向人民法院起诉。",
        "当事人之间的争议，可以申请人民调解或者依法提起诉讼。",
    ),
    "no licence": (
        "违反本条例规定，未取得许可证从事{x}经营的，由{d}部门责令停止经营，没收违法所得，并处五千元以上二万元以下罚款。",
        "无证经营的，没收违法所得，处一万元以上五万元以下罚款。",
    ),
    "no archive": (
        "{o}未建立档案的，由{d}部门责令限期改正；逾期不改正的，处一千元以上五千元以下罚款。",
        "未按照要求使用电子台账或者留存期限不足的，予以警告，可以并处三千元罚款。",
    ),
    "noise punished": (
        "产生噪声干扰他人生活的，由公安机关给予警告，并处二百元以上五百元以下罚款。",
        "音量超过规定，经劝阻无效的，由公安机关处五百元罚款。",
    ),
    "dirt punished": (
        "不保持场地整洁的，由城市管理部门责令清除，处二百元罚款。",
        "未分类投放废弃物的，由综合执法部门责令改正，处五百元以上一千元以下罚款。",
    ),
    "exits blocked": (
        "占用疏散通道的，由消防救援机构责令改正，处五千元以上五万元以下罚款。",
        "堵塞安全出口的，依照消防法律的规定处罚。",
    ),
    "damage punished": (
        "损毁公共设施的，责令恢复原状，并处一千元以上一万元以下罚款；造成损失的，依法赔偿。",
        "擅自拆除、迁移设施的，责令赔偿损失，可以并处损失额一倍以下罚款。",
    ),
    "misconduct": (
        "{d}部门工作人员玩忽职守、滥用职权的，依法给予处分；构成犯罪的，依法追究刑事责任。",
        "国家机关工作人员在{x}管理中失职渎职的，由有权机关依法处理。",
    ),
    "details": (
        "市人民政府可以根据本条例制定实施细则。",
        "本条例的具体实施办法，由市人民政府另行制定。",
    ),
    "commencement": (
        "本条例自2010年5月1日起施行。",
        "本条例自2021年1月1日起施行。2010年5月1日起施行的原条例同时废止。",
    ),
    "definition": (
        "本条例所称{x}，是指以营利或者公益为目的，在公共场所面向公众开展的活动。",
        "{x}，指在广场、道路等公共空间向不特定人提供的有组织活动。",
    ),
}
"""What an article says, before and after; {x} is what the ordinance is about, {d} the department, {o} who is bound by it."""
FIELDS: Final = (
    ("夜间集市", "商务", "摊主"),
    ("犬只寄养", "农业农村", "寄养机构"),
    ("露天演出", "文化", "演出举办者"),
    ("共享单车停放", "交通运输", "运营企业"),
    ("户外健身场所", "体育", "管理单位"),
    ("游船经营", "水务", "船方"),
)


class Revision(NamedTuple):
    """The articles of both sides, each with the name of its rule."""

    old: list[tuple[str, str]]
    new: list[tuple[str, str]]

    @property
    def texts(self) -> tuple[str, str]:
        """Both ordinances whole."""
        old, new = (_text([words for _, words in side]) for side in self)
        return old, new

    @property
    def pairs(self) -> set[tuple[int, int]]:
        """The numbers of an old and a new article that say one rule."""
        places = {name: at for at, (name, _) in enumerate(self.new, 1)}
        return {(at, places[name]) for at, (name, _) in enumerate(self.old, 1) if name in places}


def revision(rng: random.Random, anew: float) -> Revision:
    """A complete revision in which so great a share of what stays is written `anew`."""
    names = list(RULES)
    others = [name for name in names if name not in STAY]
    rng.shuffle(others)
    count = rng.randint(16, 24)
    chosen, coming = {*STAY, *others[:count]}, set(others[count : count + rng.randint(2, 5)])
    old = [name for name in names if name in chosen]
    new = [
        name for name in names if name in coming or (name in chosen and (name in STAY or rng.random() > 0.15))
    ]
    for name in [name for name in new if name not in STAY and rng.random() < 0.08]:
        new.remove(name)
        new.insert(rng.randint(2, len(new) - 1), name)
    values = dict(zip("xdo", rng.choice(FIELDS), strict=True))
    return Revision(
        [(name, RULES[name][0].format(**values)) for name in old],
        [(name, RULES[name][name in coming or rng.random() < anew].format(**values)) for name in new],
    )


def _text(articles: Sequence[str]) -> str:
    lines = (f"{article_label((at, 0))}\u3000{words}" for at, words in enumerate(articles, 1))
    return "\n".join(["某市示例条例", *lines])
