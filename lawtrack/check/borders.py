"""Words seen where two others meet, or that mean another thing: 体制|订立, 提交|纳税, 清除|围墙之外, 计量不准, 治本|办法.

Each expression matches the word that a rule speaks of and nothing that only looks like it. What cannot be told apart is
left alone: a fix that makes law worse is worse than a fault not found.
"""

from __future__ import annotations

import re
from typing import Final


def word(said: str, *, after: str = "", before: str = "", at: bool = False) -> str:
    """An expression of the word: not behind one of the characters `after`, not ahead of `before` (alternatives).

    >>> drawn_up = re.compile(word("制订", after="体编限", before="立|单(?!位)"))
    >>> [bool(drawn_up.search(words)) for words in ("制订办法", "体制订立办法", "控制订单办法", "制订单位办法")]
    [True, False, False, True]
    """
    named = f"(?P<at>{said})" if at else said
    return (f"(?<![{after}])" if after else "") + named + (f"(?!{before})" if before else "")


_CITED_BEHIND: Final = re.compile(
    "第[一二三四五六七八九十百]+条|[的自所（(》、，。；：]|所称|规定|施行|实施|未|没有|另有|已|有|明确|和|以及|不|与|对|中|下列|要求"
    "|颁布|公布|发布|生效|执行"
)
_CITED_BEFORE: Final = re.compile(
    "(?:违反|依照|按照|比照|参照|属于|根据|依据|适用于?|执行|实施|遵守|制定|符合|除|与|对|在|以|为|和|或者?|及其?|是|关于|[，。；：、（(“》\\s])$"
)
_BEARS: Final = (
    "治根基资成日版样文标原课书副正剧脚底善孤抄刻印译绘画话读账帐股血亏蚀还够老忘固务民草木藤唱拓摹校足珍赔折捞翻蓝母父亲残手奏变"
    "一二三两几半"
)
"""What makes another word with 本: 治本, 样本, 副本."""
OWN_NAME: Final = re.compile(
    rf"(?<![{_BEARS}])(?<!户口)(?<!单行)(?<!笔记)(?<!(?<!规)范)本(?:法典|法(?!规(?!定)|[典令制理则案系门文力纪统师国语网宝器])|条例|规定|办法|规则|细则|解释)"
    r"(?![院官律定治人学庭医警式期额权题子点价]|时[间限段]|会(?!议规则)|外|举|示|假|证|句|牌|如(?!有|与)|行(?![政为])"
    r"|标准|数量|金额|动作|线路|课程)"
)
"""本条例外 is 本条|例外, 本法定 本|法定; 治本办法, 样本规定. `names_itself` asks what stands around it."""


def names_itself(text: str, start: int, end: int) -> bool:
    """Do the words around say that 本办法 there is the text's name for itself (违反本办法, 本办法第三条, 本办法所称)?"""
    line = start == 0 or text[start - 1] == "\n"
    led = line or _CITED_BEFORE.search(text, max(start - 4, 0), start) is not None
    return led or _CITED_BEHIND.match(text, end) is not None


_REMOVES: Final = (
    "除(?!去|掉|净|尽|夕|尘|锈|臭|湿|颤|氧|磷|氟|霜|油剂|渣|甲醛|静电|砂|磁|钙|皱|弊|莠|异味|奸|却|四害|杂草|垢"
    "|虫(?!害)|权(?![利力])|险(?!情)|障(?!碍)|旧(?![房城址车货])|污(?![水染])|味(?![精道])|治(?![安理])|涝(?!区)|役(?!龄)"
    "|恶(?![劣意性])|暴(?![雨力雪露])|籍(?!贯)|错(?!峰)|非(?!机动|遗|居民|物质|国有|公有)|外(?![籍商国地资来部])"
    "|名(?![誉称录单人])|草(?![原案地种坪本])|雪(?![天地山])|冰(?![雹川])|法(?!律|规|院|人|定|官|医|治|庭|警|令)|数[之的、]|害(?!虫))"
)
"""除 as a preposition; 除名, 除草, 除雪 are verbs."""
_MAKES_A_VERB: Final = (
    "乘加减保免其切刈删刨削剔剜剥剪割剿勾化卸去屏废庭建开归想戒扣扫抛抹拆拔括拭挖排揩摈摒摘撤擦攘敲整斩断未根消涤清滤炳病相砍破祛禧移筛脱芟荡蠲袪西解诛连退铲防难革驱"
    "揭捣撬砸推打抠掏掘铣磨修洗冲灭杀捕刮锄焚截吸抽吹溶熔烧核不已予销豁分凿"
)
"""What makes another word with 除 behind it: 清除, 解除, 拆除."""
OUTSIDE: Final = re.compile(
    rf"(?<![{_MAKES_A_VERB}]){_REMOVES}"
    r"[^，。；：之\n]{2,40}(?P<at>之外)(?=[，的])(?!的[^，。；：\n]{0,40}[^以\n]外[，的。；])"
)
"""除……之外; not 清除围墙之外的积雪, whose 除 ends a verb, nor 除围墙之外的车位外, whose 外 comes later."""

_INACCURATE: Final = "称量|计量|测量|衡量|走时|计时|读数|示值|标尺|刻度|口径|焦距|斤两|发音|估计|估价|[仪钟水电气]表|[秤磅尺钟音]"
"""Of what 不准 says that it is not exact."""
_VERBS_OF_PRECISION: Final = "核对批瞄找看准判估算听认拿摸说吃打射描测称"
NOT_ALLOWED: Final = re.compile(
    r"(?P<at>"
    r"(?<![在于入至离从由将最更较加趋戒解威庄尊森谨])严禁(?!止|区|令|毒品?案|渔[期区]|[一-鿿]{1,3}区[、，。的由和])"
    rf"|(?<![{_VERBS_OF_PRECISION}])(?<!(?<!学)校)(?<!{')(?<!'.join(_INACCURATE.split('|'))})"
    r"(?<!决定)(?<!通知)(?<!通知其)(?<!作出)(?<!宣布)(?<!准予或者)(?<!批准或者)不准"
    r"(?![确时予许其备则绳的，。；、：）)”\s　不]|点(?![火燃])|离婚|出境|入境|上诉|给|或|和|且|而|及|是|等"
    r"|应当|可以|需|须|属于|问题|现象|情况|情形|事故|争议|纠纷|投诉)"
    r"|(?<!决定)不许(?![可诺愿多久的，。；、不])"
    r"|(?<![应对将把因])(?<!认为)不应(?![当该有期诉战求答急变性聘试邀约募届激力允承验运声酬许诺得税诊的，。；、不]"
    r"|承担|负|支付|赔偿|退还|受|补|用(?!于|作|来)|付(?![款给费出])|接(?![受收触入])|征(?![收用求集地])|召(?![回开集])|标(?![注明示识])|考(?![虑核察])|选(?![择用取])|招(?![收募标生用]))"
    r")(?=(?P<clause>[^，。；：\n]{0,60})(?P<stop>[，。；：\n]?))"
)
"""严禁, 不准, 不许, 不应; not 从严|禁止, 准不准, 计量不准, 不应征. 不准不 would become 不得不."""
_CAUSES: Final = re.compile("造成|导致|引起|引发|影响|致使")
_CONDITION: Final = re.compile("(?<!目)的$")
_RELATIVE: Final = re.compile("的[^的]{1,8}$")
_OF_A_NAME: Final = re.compile(
    "(?:字样|标[志识牌语记]|警示|告示|广播|承诺书|责任书|倡议书|口号|公约|制度|专项行动)$"
)
"""签订严禁酒驾承诺书, 播放不准携带宠物的广播: the words are what a paper, a sign or a campaign says."""
_SAYS: Final = re.compile(
    "(?:签订|开展|印发|遵守|落实|张贴|播放|[标注写载申]明：?|悬挂|设置|违反|公示|宣传|重申|规定|明确|要求|约定|强调|提示|警示|告知|[一二三四五六七八九十几])$"
)
"""What speaks of a prohibition right before it: 合同约定不准转租, 落实八严禁."""
_BEGINS: Final = frozenset("。；\n　 ")


def prohibits(match: re.Match[str], *, led: bool) -> bool:
    """Does what was found forbid something? 不应由个人负担的，退还 is a condition, 不应收取的费用，退还 names a thing.

    `led`: it follows its subject (任何人不准……).
    """
    clause, at, text = match["clause"], match.start("at"), match.string
    begins = at == 0 or text[at - 1] in _BEGINS
    open_ = led or begins or text[at - 1] in "，：、"
    if match["at"] == "不准" and not open_ and _CAUSES.match(clause, len("不准")):
        return False  # 称量不准造成损失
    if _CONDITION.search(clause) or _SAYS.search(text, max(at - 3, 0), at):
        return False
    if _OF_A_NAME.search(clause) and not open_:
        return False
    return not (match["at"] == "不应" and begins and match["stop"] == "，" and _RELATIVE.search(clause))


WHO: Final = re.compile(
    "(?:任何|他人|别人|其他人|其他(?:单位|车辆)|(?:未成年|老年|残疾|当事|驾驶|病|行)人(?!员|证|行)|(?:无关|闲杂|社会|外来|工作|从业|施工)人员"
    "|学生|职工|员工|业主|居民|村民|用户|游客|乘客|旅客|儿童|幼儿|子女|消费者|经营者|家属|患者|司机|驾驶员|学员|社员"
    "|(?:非?机动|大型|电动|[货客汽])?车辆?(?=驶|进|通|停|占|入|上|超|在|从)|船舶|船只|宠物|犬只)(?![证卡票费席])"
)
"""Who is kept from doing something by somebody else: 学校不准学生携带手机, 不准车辆驶入."""
FORBIDDEN_TO: Final = re.compile(
    "(?:他人|别人|其他人|其(?!他)|未成年人|消费者|业主|员工|职工|学生|居民|村民|用户|游客|乘客)|[^，。；：\n]{0,60}的[，；、]"
)
"""Behind 禁止 with a subject: somebody forbids another, or does it if …: 任何单位禁止他人通行的，责令改正."""
CRIME: Final = re.compile(
    r"(?<!依法)(?<!依法对)(?<![不未])构成犯罪的，(?P<at>追究刑事责任)(?=[，。；：、\s]|$)", re.MULTILINE
)

_MONEY_BEFORE: Final = (
    "转入建记做设查对结挂报进出到销坏呆死欠赊还讨要赖台总细水日类来行金假旧新老收付登过平调冲串错漏立开算务计内外黑专分明暗济统公私单"
    "认买交倒借划底抵拆改放清盘管时轧货走烂户混"
)
_MONEY_BEHIND: Final = (
    "[簿册目户号单务款面本套页据龄证卡项载]|表(?![演示明达决])|物相|实相|期"
    "|外(?=设|资|账|经营|收|暗|循环|存|支|核算|交易|违法)"
)
ACCOUNT: Final = re.compile(
    rf"(?<![蚊营帷毡军床纱罗锦幔毛古虎玉布牙升中圆穹绛])帐(?:(?<=[{_MONEY_BEFORE}]帐)(?![篷幕顶房钩中前帘檐纱布门杆])|(?={_MONEY_BEHIND}))"
    "|帐(?=[户号簿册目务龄]|、(?:货|款|物|证|卡|票))"
)
"""帐 of money and books by the word that it is in: 转帐, 帐簿; a tent or a curtain stands in others."""

_TAXES: Final = (
    "增值税|消费税|所得税|契税|房产税|印花税|资源税|车船税|使用税|占用税|购置税|保护税|关税|烟叶税"
)
PAYS: Final = re.compile(
    r"交纳(?=(?:[^，。；、费金]{0,4}的|应缴|相应|其|全部|所欠|欠缴)?(?:罚款|税款|税金|税收滞纳金)"
    rf"|[^，。；、的]{{0,4}}(?:{_TAXES})|(?<![提移成送转递呈寄面当上报补代外公社应免]交纳)税[费收、])"
)
"""交纳税款; not 提交|纳税申报表."""

_AFTER_SET_OFF: Final = "[，。；：、的后前时之或和及了）)\\s债数金应其对主通条范全部相已所双互权]|$"
_RISK: Final = "风险|压力|影响|负担|危机|规模|作用|效应"
SET_OFF: Final = re.compile(
    rf"债[权务](?!人|{_RISK})(?:(?!{_RISK})[^，。；]){{0,8}}(?P<at>(?<!大)抵消)(?={_AFTER_SET_OFF})"
    rf"|(?P<then>(?<!大)抵消)(?={_AFTER_SET_OFF})(?=[^，。；的]{{0,4}}债[权务](?!人|{_RISK}))"
)
"""债务可以抵消; not 大抵|消除债务隐患, 抵消债务风险."""

DRAWN_UP: Final = re.compile(
    word(
        "制订",
        after="体编限控强定复机抑管克节牵建自专",
        before="立|正|做|座|盟|机票|杂志|货|购|阅|票|餐|金(?![融额属])|户|婚|亲|约|报|房|位|入|期|单(?!位|项|独|行)|书(?!面)",
    )
    + r"(?=(?:的|(?:统一|具体|相应|有关|相关|专门|配套|必要|本地|实施[^，。；、的]{0,8})的)?[^，。；、的制订]{0,14}"
    r"(?:条例|办法|规定|规则|细则|法规|规章|标准|规范性文件)(?:[，。；、]|$|和|或|及|以及|并|等))",
    re.MULTILINE,
)

_MADE: Final = "样|贡献|成绩|成果|业绩|榜样|表率|努力|牺牲|菜|产品|食品|模型|反应|姿态|动作"
_OBJECT: Final = "(?:(?!由|后|经(?![营济])|被|者(?:决定|解释|裁决|答复)|自行|应当|可以|必须|并(?!已)|再(?!审)|让)[^，。；])"
_DECISION: Final = "(?:决定|决议|裁定|判决|裁决|解释|处罚|批复|答复)"
DECIDES: Final = re.compile(
    "(?<!(?<!应)当)"
    + word(
        "做出",
        after="叫看视用改算变换称定订敢装扮比",
        before=f"资|售|卖|口|版|境|国|厂|纳|勤|差|席|库|院|庭|航|游|租|台|{_MADE}|[^，。；、]{{0,4}}(?:{_MADE})",
    )
    + rf"(?=(?:的(?:(?!的){_OBJECT}){{0,20}}|{_OBJECT}{{0,20}}的(?:行政|书面|最终|处理|有关|相应|初步|重大){{0,2}}"
    rf"|(?:(?!的){_OBJECT}){{0,8}})"
    rf"{_DECISION}(?:[，。；、的后前时之]|$|和|或|及|并))",
    re.MULTILINE,
)
"""做出决定; not 做出样品的企业决定, 看做|出资."""

_CREATED: Final = "行政(?:处罚|许可|强制(?:措施|执行)?|收费|检查)|证明事项|罚款|其他行政许可"
CREATES: Final = re.compile(
    rf"设立(?=(?:新的|相应的|任何|地方性|临时性)?(?:行政处罚|行政许可|行政强制(?:措施)?|证明事项)"
    rf"(?:(?:[、和或及与]|或者|以及)(?:{_CREATED}))*(?:[，。；]|$|的[，。；、]))",
    re.MULTILINE,
)
"""设立行政许可; not 设立行政许可和公共服务窗口."""

SEEKS: Final = re.compile(
    r"(?P<at>牟取)(?=(?:其|更多|社会|国家|自身|更大|的)*(?:(?<![不非])合法|(?<!不)正当|公共|集体)利益(?!以外|之外))"
)
_WRONGFUL: Final = re.compile(
    "不得|禁止|严禁|不准|非法|违法|违规|违反|擅自|利用|以权|滥用|借机|为名|名义|借口"
)
FOR_OTHERS: Final = re.compile(
    "(?:可以|应当|鼓励|支持|依法|积极)[^，。；：\n]{0,12}(?P<at>牟取)(?=(?:福利|公益|幸福|收益|发展))"
)
"""可以为社员牟取福利: a gain that the sentence allows."""


def is_allowed(text: str, start: int) -> bool:
    """Does the clause before say nothing of wrongdoing?"""
    clause = text[max(start - 60, 0) : start]
    cut = max(clause.rfind(mark) for mark in "，。；\n")
    return _WRONGFUL.search(clause, cut + 1) is None


BUT: Final = re.compile(r"(?P<at>[，；。]但)(?=[^是书凡愿求丁泽][^，。；]{12,}[，；])")
MUST: Final = re.compile(
    r"(?<![所认为需要确将把不非未无没何势想务])(?P<at>必须(?:要(?![求素点件]))?)(?!坚持|由|以|在中国共产党|[的品性之弥臾眉根，。；、：）)”\n]|知(?![道悉])|物(?![归尽])|时(?![刻时]))"
    r"(?![一-鿿]{2,4}的(?!规定|要求))(?=(?P<clause>[^，。；：\n]*))"
)
OR: Final = re.compile(
    r"(?<=[一-鿿])(?<![抑亦容间设倘即甚偶])(?<!或[一-鿿])或(?![者许缺有然多少曰则是]|以[上下]|[一-鿿]或)"
)
