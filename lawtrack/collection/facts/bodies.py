"""Bodies that a clause names: 市人民政府, 城市管理部门, 公安机关, 市场监督管理局."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.collection.facts.offices import DOINGS, ENDS, FIELDS, GOVERNING, JOINED, LEVELS, VERBS, WHOLE
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_KIND: Final = (
    "(?:行政)?主管部门|(?:行政)?管理部门|监督管理部门|行政执法部门|行政部门|执法部门|部门|行政机关|公安机关|机关"
    "|人民政府|人民法院|人民检察院|街道办事处|居民委员会|村民委员会|常务委员会|管理委员会|委员会|管理局"
    "|(?:管理|监督|主管|执法|行政|督察|工作|办事|领导|指挥|派出|登记|防疫|控制)机构"
)
"""A 机构 is a body by what it does: 管理机构 governs, 医疗机构, 科研机构 and 检测机构 are governed."""
_AND: Final = "\ue000"
"""和 within a name, while the words are read."""
LONGEST_PLACE: Final = 4


def _any(words: Iterable[str]) -> str:
    """An expression for any of some words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)).replace("和", _AND) + ")"


_BODY: Final = compile_on_use(rf"[一-鿿（）{_AND}]{{0,24}}?(?:{_KIND})")
_BEFORE: Final = compile_on_use(
    rf".*(?:{_any(each for each in VERBS if each != '执行')}|[对由向报和及与或的为是被将把并其受凡该]|(?<!许)可"
    "|经(?!济|贸|营|开区)|在(?!地)|地(?!质|震|方|名|理|铁|级|矿|下|区|市|州|产)|各(?!级)"
    "|指(?!导|挥|定)|执行(?!部门|机关|机构|局))"
)
_OF_ALL_KINDS: Final = re.compile("[（(][市区县州旗自治、]+[）)]")
"""县（市、区）人民政府 is one body."""
_LEVEL: Final = _any(LEVELS)
_FIELD: Final = _any(FIELDS)
_DOES: Final = _any(DOINGS)
_OFFICE: Final = (
    rf"(?:{_FIELD}{{1,4}}{_DOES}{{0,3}}{_any(ENDS)}|{_FIELD}{{1,4}}{_any(GOVERNING)}{{1,3}}机构)"
    rf"(?:{_FIELD}{{1,2}}{_any(GOVERNING)}{{0,2}}(?:部门|机构))?"
)
_NAMED: Final = compile_on_use(
    rf"(?<![小社园景校厂辖山矿库灾林新片])(?:{_LEVEL}{{0,4}}(?:（镇）|（民族乡、镇）)?{_any(WHOLE)}(?!{_OFFICE})"
    rf"|{_LEVEL}{{0,4}}(?:（镇）)?(?:人民)?政府{_OFFICE}|{_LEVEL}{{0,4}}{_OFFICE}|{_LEVEL}{{1,4}}政府(?![一-鿿])"
    "|原(?:批准|审批|发证|许可|登记|核准|受理|颁发|核发|决定)(?:机关|部门))"
)
"""A name of known words: its level, what it looks after, what it does, what it is."""
_ALREADY: Final = (
    "部门",
    "机关",
    "政府",
    "法院",
    "检察院",
    "局",
    "委员会",
    "办事处",
    "机构",
    "单位",
    "组织",
    "企业",
)
_SO_CALLED: Final = re.compile(
    "部门|机关|机构|政府|[局厅]|[大支总]队|委员会|管委会|办事处|法院|检察院|派出所|海关|代表大会|人大常委会|控制中心"
)
"""Words without any of these name no office."""
_OF_A_PLACE: Final = ("市", "省", "县", "区", "州", "自治区", "自治州", "自治县")
_ITEM: Final = re.compile("[（(][一二三四五六七八九十]{1,3}[）)]")
_WHOLE_ALONE: Final = (
    *(name for name in WHOLE if not name.startswith("管")),
    "公安机关",
    "税务机关",
    "国家",
    "司法机关",
    "检察机关",
)
_GRADE: Final = (
    "(?:省级?|自治区|直辖市|设区的市|地级以上市|自治州|市级|县级|[市州县区旗]|区县|乡镇|乡|镇|街道)"
)
_JOIN: Final = "(?:、|和|以及|及|或者|或)"
_GRADES: Final = compile_on_use(
    rf"(?<![小社园景校厂新])(?P<levels>(?:{_GRADE}{_JOIN})+)(?P<last>{_GRADE})(?:[两二三]级|各级)?"
    rf"(?P<name>(?:人民政府)?{_OFFICE}|人民政府|人民法院|人民检察院|(?:(?!{_any(VERBS)})[一-鿿]){{2,8}}?(?:行政)?(?:主管)?部门)"
)
"""市、县人民政府 are two, and so are 市、县交通运输主管部门."""
_FROM_LEVEL: Final = compile_on_use(rf"^{_LEVEL}{{1,4}}(?!级)")
_LOOKED_AFTER: Final = rf"{_FIELD}{{1,3}}(?:管理|监督管理|监督|行政)?"
_LISTED: Final = compile_on_use(
    rf"(?P<general>(?:[一-鿿{_AND}]{{2,16}}(?:、|以及|和|及))+[一-鿿{_AND}]{{2,16}})等(?:有关|相关|行政|主管)*(?=部门)"
    rf"|(?P<fields>(?:{_LOOKED_AFTER}{_JOIN})+{_LOOKED_AFTER})(?P<end>(?:行政)?(?:主管|管理)?部门)"
)
"""科技、财政等部门, 邮政管理、商务部门: each of them a department."""
_SAYS_NOTHING: Final = frozenset(
    [
        "部门",
        "市部门",
        "省部门",
        "县部门",
        "本部门",
        "本机关",
        "人民政府",
        "机关",
        "机构",
        "委员会",
        "主管部门",
        "主管机关",
        "管理部门",
        "行政主管部门",
        "行政机关",
        "管理机构",
        "监督机构",
        "主管机构",
        "执法机构",
        "行政机构",
        "工作机构",
        "办事机构",
        "领导机构",
        "派出机构",
        "登记机构",
        "行政部门",
        "执法部门",
    ]
)


def bodies(text: str) -> tuple[str, ...]:
    """The bodies that `text` names, each once, in order; a bare 有关部门 names none.

    >>> bodies("由城市管理部门责令改正，报市人民政府批准，有关部门应当配合公安机关。")
    ('城市管理部门', '市人民政府', '公安机关')
    >>> bodies("县（市、区）人民政府领导，实行部门协同。")
    ('县人民政府',)
    >>> bodies("由各级人民政府会同科技、经济信息化等部门办理。")
    ('各级人民政府', '科技部门', '经济信息化部门')
    >>> bodies("交由所在地动物卫生监督机构处置。")
    ('动物卫生监督机构',)
    >>> bodies("市、县（市、区）人民政府领导。")
    ('市人民政府', '县人民政府')
    >>> bodies("动物卫生监督机构会同医疗机构、科研机构办理，可以委托其派出机构。")
    ('动物卫生监督机构',)
    """
    names: dict[str, None] = {}
    plain = _OF_ALL_KINDS.sub("", _ITEM.sub("，", text))
    for joined in JOINED:
        plain = plain.replace(joined, joined.replace("和", _AND))
    plain = _GRADES.sub(_each_level, plain)
    plain = _LISTED.sub(_each_field, plain)
    for piece in re.split(rf"[^一-鿿（）{_AND}]+", plain):
        for name in _in_piece(piece) if _SO_CALLED.search(piece) else ():
            names[name.replace(_AND, "和")] = None
    return tuple(names)


def _each_level(match: re.Match[str]) -> str:
    """市、县人民政府 as 市人民政府、县人民政府."""
    levels = re.split(_JOIN, match["levels"])
    return "、".join(level + match["name"] for level in [*filter(None, levels), match["last"]])


def _each_field(match: re.Match[str]) -> str:
    """民政、教育等部门 as 民政部门、教育部门、部门."""
    listed = match["general"] or match["fields"]
    end = match["end"] or "部门"
    fields = [field for field in re.split(_JOIN, listed) if field]
    named = (field if field.endswith(_ALREADY) else field + end for field in fields)
    return "、".join(named) + ("" if match["end"] else "、")


def _in_piece(piece: str) -> Iterator[str]:
    """The names in words without a mark: those of known words, and between them those that begin behind a verb."""
    at = 0
    for match in _NAMED.finditer(piece):
        yield from _unknown(piece[at : match.start()])
        name = _with_place(piece[at : match.start()], match.group())
        if name not in _SAYS_NOTHING:
            yield name
        at = match.end()
    yield from _unknown(piece[at:])


def _with_place(before: str, name: str) -> str:
    """昆明 before 市人民政府 and 夜间 before 经济部门 belong to the name, 建议 does not."""
    begins = _BEFORE.sub("", before)
    unknown = _FROM_LEVEL.sub("", begins)
    if not 2 <= len(unknown) <= LONGEST_PLACE or name.startswith(_WHOLE_ALONE):
        return name
    return begins + name if name.startswith(_OF_A_PLACE) or not name.startswith(LEVELS) else name


def _unknown(words: str) -> Iterator[str]:
    """The names of words that nobody has listed: they begin behind the last word that cannot be theirs."""
    for match in _BODY.finditer(words):
        name = _BEFORE.sub("", match.group()).strip("（）")
        if len(name) >= 3 and name not in _SAYS_NOTHING:
            yield name
