"""Bodies that a clause names: 市人民政府, 城市管理部门, 公安机关, 市场监督管理局."""

from __future__ import annotations

import re
from typing import Final

_KIND: Final = (
    "(?:行政)?主管部门|(?:行政)?管理部门|监督管理部门|行政执法部门|行政部门|执法部门|部门|行政机关|公安机关|机关"
    "|人民政府|人民法院|人民检察院|街道办事处|居民委员会|村民委员会|常务委员会|管理委员会|委员会|管理局"
    "|(?:管理|监督|主管|执法|行政|督察|工作|办事|领导|指挥|派出|登记|防疫|控制)机构"
)
"""A 机构 is a body by what it does: 管理机构 governs, 医疗机构, 科研机构 and 检测机构 are governed."""
_BODY: Final = re.compile(rf"[一-鿿（）]{{0,24}}?(?:{_KIND})(?![一-鿿]{{0,2}}(?:规定的|的))?")
_BEFORE: Final = re.compile(
    r".*(?:应当|可以|不得|必须|按照|依照|根据|依据|以及|或者|会同|报请|提请|提交|通知|告知|移送|配合|协助|接受|违反|经过|其他|有关|相关|所在地|本市|本省|本级|上级|同级|下级"
    r"|实行|负责|加强|统一|落实|明确|对于|对|由|向|报|经(?!济|贸|营|开)|和|及|与|或|的|在(?!地)|为|是|被|将|把|并|其|受|可|凡|该|各(?!级)|指(?!导|挥|定)|执行(?!部门|机关|机构|局))"
)
_OF_ALL_KINDS: Final = re.compile("[（(][市区县州旗自治、]+[）)]")
"""县（市、区）人民政府 is one body."""
_LEVEL: Final = "(?:省|自治区|直辖市|设区的市|地级以上市|自治州|[市州县区旗]|区县|乡|镇|乡镇)"
_LEVELS: Final = re.compile(
    rf"(?<![一-鿿])(?:{_LEVEL}(?:、|和|以及|及))+(?={_LEVEL}人民政府)|(?<=由|向|报|经)(?:{_LEVEL}(?:、|和|以及|及))+(?={_LEVEL}人民政府)"
)
"""市、县人民政府 are two."""
_LISTED: Final = re.compile(r"((?:[一-鿿]{2,16}、)+[一-鿿]{2,12})等(?:有关|相关|行政)?(?=部门)")
"""科技、财政等部门: each of them a department."""
_SAYS_NOTHING: Final = frozenset(
    [
        "部门",
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
    plain = _LEVELS.sub(
        lambda levels: re.sub("、|和|以及|及", "人民政府、", levels.group()), _OF_ALL_KINDS.sub("", text)
    )
    listed = _LISTED.sub(lambda list_: list_[1].replace("、", "部门、"), plain)
    for piece in re.split(r"[^一-鿿（）]+", listed):
        for match in _BODY.finditer(piece):
            name = _BEFORE.sub("", match.group()).strip("（）")
            if len(name) >= 3 and name not in _SAYS_NOTHING:
                names[name] = None
    return tuple(names)
