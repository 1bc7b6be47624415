"""Whom a norm addresses: an authority, whose neglect its own superiors answer, or everybody else."""

from __future__ import annotations

import re
from typing import Final, Literal

from lawtrack.patterns import compile_on_use

Addressee = Literal["authority", "person", "abstract", "unnamed", ""]
"""`unnamed` where the words name a thing or a case, "" where they name nothing: the one named before may go on."""

_AUTHORITY: Final = (
    "人民政府|政府|部门|公安机关|行政机关|机关|街道办事处|办事处|人民法院|人民检察院|法院|检察院|常务委员会|常委会|主任会议|代表大会"
    "|管理委员会|管委会|爱卫会|爱卫办|领导小组|办公室|执法机构|监督机构|监督所|管理机构|监察机构|监察机关|登记机构|防疫机构|防治机构|检疫机构|各级[^，。、的]{0,16}机构|预防控制机构|监督管理机构|主管单位|主管机构|主管机关"
    "|调查组|指挥机构|领导机构|经办机构|(?:执法|办案|受理|审批|业务办理)单位|窗口工作人员|政务服务(?:大厅|中心|窗口)|海关(?!监管)|专业队|扑救队伍|人民警察|官方兽医|本部门|执法人员|监察员|监督员|检查员|协管员|(?:检查|监督|稽查|督查|巡查|监察|执勤)人员|执行[^，。的]{0,8}任务的人员|国家工作人员|(?<!主)管理局|(?:^|[、和及与])(?:各)?(?:省|市|县|区|县级市)(?:[、和](?:省|市|区|县))*(?:（[市区县自治、]+）)?$|(?:监督|公安|税务|财政|教育|卫生|环保|规划|土地|水利|林业|农业|民政|司法|审计|工商|物价)局"
    "|(?:^|[、，和及与者])[省市县区][^，。、的]{1,6}(?:厅|局|委|办)(?=$|[、和及与或])"
    "|(?:^|[、，和及])(?:国务院|省|市|县|区(?!域))[^，。、的]{1,14}机构"
    "|(?:新区|示范区|试验区|开发区|新片区|省辖市|自治县）?|商务区)(?:等区域)?$"
)
_PERSON: Final = (
    "单位(?!名称)|个人|公民|企业(?!负担|登记|管理|监督|信用|职工)|公司|工厂|(?<!工作)(?<!公务)人员|[^法的本他为]者|(?<!法)人(?![民大类才均工数口员身力事社防文格道居物体])|户(?!外|籍|口)|业主|学校|幼儿园|医院|(?<!管理)(?<!执法)(?<!监督)(?<!监察)(?<!登记)(?<!工作)(?<!主管)(?<!防疫)(?<!控制)(?<!防治)(?<!检疫)机构|组织(?![^，。]{0,8}(?:制定|实施|开展|编制|调查))"
    "|团体|(?:村民|居民|业主|村|居)(?:（居）民?|\\(居\\)民?)?委员会|村委会|居委会|经营场所|公共场所|市场(?!监[管督]|主体)|商场|用户|法人|驾驶员|媒体|协会|服务中心|车站"
    "|员工|职工|学生|家长|监护人|居民|村民|律师|医师|技师|鉴定人|院校|实验室|事务所|合作社|第三方"
)
_NOUN: Final = compile_on_use(rf"(?P<authority>{_AUTHORITY})|(?P<person>{_PERSON})")
_GOVERNING: Final = re.compile(
    r"(?:未经|经|向|报|对|按照|根据|依照|依据|受|被(?![^，。的]{2,6}(?:者|人|单位|企业|机构))|为|涉及|会同|提交|到|在|符合|交由|送|报请|告知|通知|配合|接受|协助|持|凭|以|与)"
    r"(?!营|济|费|验|理|常|规|纪|害|罚|过|建|上|下|外|内|及)"
)
_ALL_ALIKE: Final = re.compile(
    r"(?:、|和|及|以及|或者|与|及其)[^，。的]{0,24}(?:企业|事业单位|团体|社会组织|其他组织|各类组织|个人|公民|经营者)"
)
_OF_AUTHORITIES: Final = re.compile(
    r"部门(?:、|和|及|以及|及其)?(?:有关|相关|所属|其他)?单位$|及其(?:所属|有关|相关)?[^，]{0,6}(?:部门|机构|单位|工作人员)$"
)
_ABSTRACT: Final = compile_on_use(
    r"^(?:本[省市县区]|全社会)$|(?:工作|规划|预算|经费|资金|目录|计划|制度|(?<!物业)管理|政策|立法|执法|行政处罚|行政许可|许可|事业|方案|决定|办法|收费标准|保护|发展|服务|(?<!所)建设"
    r"|整治|治理|处置|改革|相关事项|结论|内容|[^，。的]{2}结果|信息系统|数据共享平台|政务平台|经批准后|规范性文件|公告|公示|补偿|补偿中|(?:许可|审批|备案|服务|检查|抽查|执法|监管|证明|办理)(?:的)?事项|政策措施|政务服务|清单|频次|概率|比例|抽查|监管|区域评估|评价和回复|决定书|批准文件|立法计划|编制和调整|制定和调整|编制|调整|决议|会议|议案|编制|评估|考核|审查|监督|检查)(?:活动)?(?:，)?$"
)
_OFFICES_DO: Final = re.compile(
    r"(?:执行|实施|开展|进行|作出|做出)[^，。]{0,30}(?:处罚|强制|许可|审批|检查|抽查|监管|执法|裁决|处分|审计|征收|征用|立法|听证)(?:决定|措施|活动)?(?:时|的|前|后)?$"
    r"|^(?:审批|审核|核准|核发|受理|查处|划定|编制|制定|修订)"
)
"""What none but an office does: 实施行政处罚时，应当."""
_EXCEPTED: Final = re.compile(r"^除[^，。；]{2,40}?(?:以外|之外|外)，(?=.)")
_OBJECT: Final = re.compile(r"(?:但是?，?)?对于?[^，]*$")
"""对服刑的未成年人，应当: whom it is done to, not who owes it."""
_IN_OFFICE: Final = compile_on_use(rf"[^，。、]{{0,12}}(?:{_AUTHORITY})")
_TRADE: Final = re.compile(r"(?:服务|生产|经营|建设|处置|治理|开发|施工|作业)活动$")
_THE_CITY: Final = re.compile(
    r"本[省市县区州](?:依法|全面|积极|逐步)?(?:对|制定|实行|建立|推进|推动|支持|落实|完善|加强|构建|健全|推行|鼓励|保障|开展)"
)
"""本市建立…: the city itself acts."""
_OFFICE_FIRST: Final = compile_on_use(rf"[^，。的拒阻妨不未擅私向经对被由在违]{{0,20}}(?:{_AUTHORITY})")
_HOLLOW: Final = re.compile(
    r"^(?:(?:并|也|还|均|都|同时|且|但|但是|其中|应|不|可以|依法|及时|定期|一律|同样|必要时|此外|除外|再|又|而|则|其)[，]?)*$"
)


def addressee(words: str) -> Addressee:
    """Whom the words before an 应当, 不得 or 禁止 name, as far as they do.

    >>> addressee("公安机关收到申请后，"), addressee("养犬人向公安机关申请登记时，"), addressee("养犬管理")
    ('authority', 'person', 'abstract')
    >>> addressee("机关、企业事业单位和其他组织"), addressee("并")
    ('person', '')
    """
    words = _EXCEPTED.sub("", words).rstrip("， ")
    last = words.rpartition("，")[2]
    first = words.partition("，")[0]
    if last.endswith("的") and first != words and _addressee(first) == "authority":
        return "authority"
    named = _addressee(last) if last != words else ""
    return named if named in {"authority", "person", "abstract"} else _addressee(words)


def of_authority(conduct: str) -> bool:
    """Does a conduct begin with the authority whose it is?

    >>> of_authority("登记机关不予登记的"), of_authority("拒绝登记机关检查的")
    (True, False)
    """
    return bool(_OFFICE_FIRST.match(conduct))


def _addressee(words: str) -> Addressee:
    """Whom some clauses name together; the last clause alone is asked first, as what stands before it sets the case."""
    plain = words.strip("，、 　：:")
    if _HOLLOW.match(plain):
        return ""
    if _OBJECT.match(plain):
        return "abstract" if _ABSTRACT.search(plain) else "unnamed"
    whose = plain.rpartition("的")[2]
    if whose != plain and _IN_OFFICE.fullmatch(whose):
        return "authority"
    if _THE_CITY.match(plain):
        return "authority"
    at = 0
    for noun in _NOUN.finditer(plain):
        begins = max(at, plain.rfind("，", 0, noun.start()) + 1)
        clause = plain[begins : noun.start()]
        at = noun.end()
        if noun.lastgroup == "authority" and re.search(r"由[^的，]{0,60}$", clause):
            return "authority"
        governed = [each.end() for each in _GOVERNING.finditer(plain, begins) if each.end() <= noun.start()]
        if governed and "的" not in plain[governed[-1] : noun.start()]:
            continue
        if noun.lastgroup == "person" and _owned(plain, noun.end()):
            continue
        if noun.lastgroup == "authority":
            if _OF_AUTHORITIES.search(plain):
                return "authority"
            alike = not noun.group().endswith(("政府", "办事处")) and _ALL_ALIKE.match(plain, noun.end())
            return "person" if alike else "authority"
        return "person"
    if _OFFICES_DO.search(plain):
        return "authority"
    return "abstract" if _ABSTRACT.search(plain) and not _TRADE.search(plain) else "unnamed"


def _owned(plain: str, end: int) -> bool:
    """Does what follows make the one named only the owner or maker of a thing: 养犬人饲养的犬只?"""
    clause = plain[end:].partition("，")[0]
    thing = clause.rpartition("的")[2]
    return len(thing) != len(clause) and bool(thing) and not _NOUN.search(thing)
