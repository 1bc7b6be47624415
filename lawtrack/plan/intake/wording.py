"""The words of published plans: numbers of items, categories, actions, columns, titles in 《》 and without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from lawtrack.plan.model import Action

ITEM: Final = re.compile(
    r"\s*(?:[（(]?\d{1,3}[)）]|\d{1,3}\s*[.．、]|\d{1,3}(?:\t|[ 　]+(?=《|[^\d\s月日年件个类]))|第\d{1,3}[项件][:：]?"
    r"|项目[一二三四五六七八九十\d]{1,3}[:：、.．]"
    r"|[〔【\[]\d{1,3}[〕】\]]|[—–-]{1,2}(?=[《\u4e00-\u9fff])"
    r"|[①-⑳]|[-*](?=[\s　《])|[•·](?=[\s　《\u4e00-\u9fff])|[●○◎▪◆◇■□▲△★☆](?=[\s　《\u4e00-\u9fff]))\s*(?P<words>\S.*)"
)
BAND: Final = re.compile(
    r"\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+(?:类|部分|批)[:：]?)\s*(?P<words>\S.*)"
)
PAGE: Final = re.compile(
    r"\s*(?:[-—–·]+\s*\d{1,3}\s*[-—–·]+|第\s*\d{1,3}\s*页(?:[，,\s]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3})\s*"
)
"""The number of a page, which stands between the lines where a text was copied out of a PDF."""
COUNT: Final = re.compile(r"[（(]?\s*(?:共|计)?\s*\d+\s*[件项个部]\s*[)）]?\s*[:：]?$")
LABELLED: Final = re.compile(r"\s*(?P<label>[^：:，。；;]{2,20})[：:]\s*(?P<value>\S.*?)[；;。]?\s*")
LABELLED_BARE: Final = re.compile(
    r"(?P<label>(?:起草|责任|牵头|提请|提案|承办)(?:单位|部门|主体)|提案人)[为是]?(?P<value>[^：:，。；;]+)"
)
"""A label without its colon: 起草单位市公安局."""
BRACKET: Final = re.compile(
    r"[（(](?P<inner>[^（()）]*(?:[（(][^（()）]*[)）][^（()）]*)*)[)）]\s*[；;。]?\s*$"
)
DRAFTED: Final = re.compile(
    r"(?:由)?(?P<unit>(?!.*(?:[今明后]年|年内|启动|抓紧|适时|正在|尽快|开展|完成)).+?)(?:(?:牵头|负责|组织|共同|联合|分别|具体)*起草|(?:共同|联合)?牵头(?:负责)?)"
)
YEAR: Final = re.compile(r"20\d\d年度?")
"""A year alone behind a title: when a project of a five-year plan comes up."""
UNDATED: Final = frozenset({"待定", "适时", "视情", "条件成熟时"})
WHEN: Final = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日)?(?:份)?(?:[上中下]旬|底|末|初(?![审次步]))?|[上下]半年|第?[一二三四]季度|年[底末初内])(?:以?前)?"
)
ACTIONS: Final[dict[str, Action]] = {
    "制定": "enact", "新制定": "enact", "修订": "revise", "修改": "amend", "修正": "amend", "废止": "repeal",
    "制": "enact", "修": "amend",
    "打包修改": "package", "打捆修改": "package", "捆绑修改": "package", "一揽子修改": "package", "打包": "package",
    "新立": "enact", "立": "enact", "新制定项目": "enact", "改": "amend", "废": "repeal",
    "出台": "enact", "全面修订": "revise", "部分修改": "amend", "修订草案": "revise", "修正案草案": "amend", "修正草案": "amend",
    "修正案": "amend",
    "制定项目": "enact", "修订项目": "revise", "修改项目": "amend", "废止项目": "repeal",
}  # fmt: skip
STAGES: Final = (
    ("司法局审查", "government-review"), ("送审稿", "submitted"), ("报送审议", "introduced"), ("送审", "submitted"),
    ("政府常务会议", "decided"), ("三审", "third-reading"), ("二审", "second-reading"), ("继续审议", "second-reading"),
    ("表决", "passed"), ("初审", "first-reading"), ("初次审议", "first-reading"), ("一审", "first-reading"),
    ("议案", "introduced"), ("提请", "introduced"), ("审议", "first-reading"), ("上会", "first-reading"),
    ("上报", "submitted"), ("报送", "submitted"), ("提交", "submitted"),
)  # fmt: skip
FIELDS: Final = (
    ("title", ("法规名称", "规章名称", "项目名称", "立法项目", "名称")),
    ("drafting_unit", ("起草单位", "起草主体", "起草部门", "责任单位", "牵头单位", "责任部门", "牵头部门", "承办单位",
                       "承办部门", "主办单位", "主办部门", "负责单位", "起草责任",
                       "起草机关", "责任主体", "牵头起草", "组织起草", "承担单位")),
    ("action", ("类别", "项目类型", "立法形式", "立法类型", "项目性质", "立法性质", "立法方式", "制定或", "类型", "形式",
                "方式", "立改废", "制改废", "制修废", "制定修订", "分类")),
    ("sponsor", tuple(f"{ahead}{who}" for ahead in ("提案", "提请", "提请审议", "提出议案", "议案提出")
                      for who in ("单位", "主体", "机关", "部门", "人"))),
    ("committee", ("初审专委", "初审委员会", "联系专委", "对口专委")),
    ("review_unit", ("审查单位",)),
)  # fmt: skip


TITLE_MARKS: Final = r"《[^《》]*(?:《[^《》]*》[^《》]*)*》"
STAGED: Final = re.compile(r"(?P<when>[^（(）)]+)[（(](?P<stage>[^（(）)]+)[)）]")
ACT: Final = "(?:打包|打捆|捆绑|一揽子)修改|制定|修订|修改|修正|废止"
VERB: Final = re.compile(
    rf"(?:拟|将|计划|适时|年内|力争|抓紧|重点|全面|部分|继续)*(?P<verb>{ACT})[:：]?\s*《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?=$|[（(])"
)
NOUN: Final = "(?:条例|办法|规定|规则|细则|规程|章程)"
BEHIND: Final = re.compile(
    rf"(?:对|将|完成|推进|推动|做好|启动|开展|加快|抓紧|抓好)?(?P<title>{TITLE_MARKS}|[^《》，。；：]+{NOUN})(?:的|进行|予以|作出?|做出?|加以|：|:)?(?:全面|部分)?(?P<verb>{ACT})(?:工作|项目)?"
)
"""对《甲》进行修订, 《甲》的修改, 某市甲条例修订."""
BEFORE: Final = re.compile(rf"(?P<verb>{ACT})(?!地方性法规|政府规章)[:：]?(?P<title>[^《》，。；：]+{NOUN})")
TABLED: Final = re.compile(
    rf"(?:继续|初次|再次|首次|二次|三次|增加|新增|增补|增列|调入|提请|[一二三初]审|拟|报请|适时|力争|推动|推进|加快|抓紧|开展|组织|完成|做好|审议|起草|调研|论证|修改完善){{1,4}}"
    rf"(?P<title>{TITLE_MARKS}(?:\s*[（(][^（()）]*[)）])*)(?:的?(?:议案|草案|立法调研|调研|论证|起草|审议|立法)(?:工作)?)?"
)
"""继续审议《甲》, 提请审议《甲（草案）》的议案: what is before the assembly, not what becomes of it."""
AMENDING: Final = re.compile(rf"(?P<title>.+{NOUN})(?P<verb>修正案|修正草案|修订草案)")
"""某市甲条例修正案: what is before the assembly, called by the text that it changes."""
PLAIN_TITLE: Final = re.compile(rf"[^《》，。；：、（()）]+{NOUN}(?:\s*[（(][^（()）]*[)）])*")
DECISION: Final = re.compile(
    rf".{{0,30}}关于(?P<verb>{ACT})(?P<several>部分|[^《》]{{0,20}}等[^《》]{{0,8}}[件部])?.*决定"
)
DECIDED: Final = re.compile(
    rf"[^《》，。；：]{{0,30}}关于(?:{ACT}){TITLE_MARKS}(?:等[^《》，。；]{{0,12}})?的决定"
)
"""关于修改《甲》的决定: what is before the assembly, named by the text that it changes."""
SPONSORED: Final = re.compile(r"由?(?P<unit>[^，。；：:\d《》（）()]{2,20}?)(?:提请(?:审议)?|提案|提出议案)")
"""市政府提请 in the brackets of a project: who brings it in."""
SPACED: Final = re.compile(
    r"\s*(?P<label>[^：:，。；;\d\s]{2,12})[ \u3000\t]+(?P<value>[^\s：:，。；;][^：:]{0,40}?)[；;。]?\s*"
)
"""A label with a space in the place of its colon: 牵头单位　市公安局."""
OWN_TITLE: Final = re.compile(
    r"\s*(?:《?[^，。；：:《》]{2,50}(?:计划|规划|项目库|安排|要点)(?:（[^（）]{1,12}）)?》?"
    r"|[（(][^（()）]{0,60}(?:通过|印发|发布|公布|讨论|审定|同意|批准|修订|调整)[）)])\s*"
)
"""The title of the plan itself over its projects, and the bracket under it: （2025年1月20日主任会议通过）."""
UNIT_WORDS: Final = (
    r"[^，。；：:\d《》—]{1,20}(?:局|委|委员会|办公?室?|厅|部|院|会|政府|中心|[支总大]队|联|协|联合社|合作社|联社|公司|集团|海关|研究室|参事室|档案馆|文史馆|管理[处所站])"
    r"(?:、[^，。；：:\d《》]{1,20}?(?:局|委|会|办公?室?|厅|部|院|政府|中心|[支总大]队|联|协|联合社|合作社|联社|公司|集团|海关|研究室|参事室|档案馆|文史馆|管理[处所站]|馆|所|站|处|部门|单位)等?)*"
    rf"(?:[（(](?!{ACT}|[一二三初]审|牵头|起草|负责|配合|提请|审议)[^（()）\d]{{2,10}}[)）])?"
)
UNIT: Final = compile_on_use(UNIT_WORDS)
INNER_NUMBER: Final = re.compile(r"^(?:\d{1,2}[.．、]|[（(]\d{1,2}[)）]|[①-⑳])[ 　]*")
"""The number of a project within a line: 1.甲条例；2.乙条例."""
LISTED: Final = re.compile(rf"{TITLE_MARKS}(?:\s*[（(][^（()）]*[)）])*")
BAND_HEADS: Final = frozenset({"审议项目", "审议内容", "审议议题", "议题"})
"""What heads a column of titles beside other heads, and is a category where it stands alone."""
TITLE_HEADS: Final = BAND_HEADS | frozenset(
    [
        "项目",
        "法规",
        "规章",
        "项目名",
        "法规名",
        "题名",
        "题目",
        "标题",
        "法规题目",
        "项目题目",
        "立法选题",
        "审议法规",
        "审议法规草案",
        "提请审议法规",
        "法规案",
        "法规草案",
        "规章草案",
        "立法计划项目",
    ]
)
TICKS: Final = frozenset("√✓✔●○■是1")
LONGEST_HEAD: Final = 30
PROJECT: Final = re.compile(
    rf"(?:(?:拟|将|计划|适时|年内|力争|抓紧|重点|全面|部分|继续)*(?:{ACT})[:：]?)?(?:{TITLE_MARKS}|[^《》，。；：]{{2,40}}{NOUN}(?:草案)?)(?:\s*[（(][^（()）]*[)）])*[；;。，,]?\s*"
)
"""What names a project and nothing else, so that （一） or 一、 before it counts projects, not categories."""
CATEGORY: Final = re.compile(r"(?:项目|法规|规章|类|案|事项|任务|工作|计划)(?:[（(][^（()）]*[)）])?[：:]?$")
"""How a category ends that has the word for an instrument in it: 提请审议的条例案."""
SEVERAL: Final = re.compile(
    rf"(?P<verb>{ACT})?[:：]?\s*(?P<run>{TITLE_MARKS}(?:[、和及与]?(?:以及)?{TITLE_MARKS})+)(?P<rest>(?:\s*[（(][^（()）]*[)）])*)[；;。]?"
)
"""废止《甲》《乙》: one line, several projects."""
HEADLINE: Final = re.compile(
    r"(?!.*(?:这些|哪些|这\d|据悉|获悉|[！？!?]))\s*【?[^《》，。；：:【】]{0,14}(?:审议|预备|调研|论证|储备|备选|制定|修订|修改|修正|废止|立法|正式|重点|结转|其他|其它|清理|打包|完成|适时|新增|推进|[一二三四]类)"
    r"[^《》，。；：:【】]{0,8}(?:项目|法规|规章|类)(?:草案)?(?:安排|情况|目录|明细|一览)?表?】?(?:[（(][^（()）]{1,12}[)）]"
    r"|[ 　]?(?:共|计)*\d{1,3}[件项个部])?[:：]?\s*"
)
"""A category without a number: 预备项目, 提请审议的法规（3件）."""
CLAUSED: Final = re.compile(
    rf"\s*(?P<words>{TITLE_MARKS}(?:\s*[（(][^（()）]*[)）])*[，,　\t]"
    rf"(?=[^，。；;]{{2,20}}[：:]|[^，。；;]{{2,24}}(?:起草|提请)|\d{{1,2}}月).*)"
)
"""A project without a number, its clauses behind it: 《甲》，起草单位：市司法局，3月一审。"""
ACT_AHEAD: Final = re.compile(rf"[ 　](?=(?:{ACT}|打包)(?:$|[；;。（(，, 　—…|/]))")
"""The one space before what is to be done: 《甲条例》　修订."""
CATEGORY_CELL: Final = re.compile(
    r"[^《》，。；：]{0,20}(?:审议|预备|调研|论证|储备|备选|正式|结转|[一二三四]类)[^《》，。；：]{0,14}"
)
"""What a cell that names a category says: 正式项目, 预备, 一类."""
TOTAL: Final = re.compile("(?:合计|总计|共计|小计|累计)[：:]?(?:共?[0-9]+[件项个部]?)?")
"""What begins the last row, which counts the ones above."""
HEADING: Final = re.compile("计划|规划|安排表?|一览表|明细表|分解表|汇总表|目录")
"""What the title of a plan says, over its table."""
NUMBER_HEADS: Final = frozenset(
    {"", "序号", "编号", "项目编号", "项目序号", "排序", "项次", "号", "No", "No.", "NO", "NO."}
)
UNIT_AHEAD: Final = compile_on_use(rf"[ 　](?={UNIT_WORDS}[；;。]?$)")
"""The one space before a unit that ends the line: 甲条例　市水务局."""
LABEL_AHEAD: Final = re.compile(r"[ 　](?=[^：:，。；;（）() 　]{2,10}[：:])")
"""The one space before a labelled clause: 甲条例　起草单位：市水务局."""
