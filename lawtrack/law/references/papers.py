"""Places of other papers and things: 合同第三条, 招标文件第三章, 预算科目第五款, 共五项，第五项为绿化.

Contracts, plans, lists, drawings, budgets and performances have articles, chapters and items too, which no ordinance
owns. The noun right before the number tells, unless it is the name of a law (《合同法》第三条, 公司章程第三条):

    合同第三条、补充协议第五条      a paper: what is called by such a noun is never a provision of the text
    演出第二节后休息               a thing that has parts: unless the words go on as of a provision (第二项规定的)
    向社会公告第三条规定的事项       a verb: a paper only where it is governed (按照公告第三条办理)
    预算科目第二百零一类第五款      a number in a measure that no law has stands above it
    共五项，第五项为绿化            what was counted in the same sentence
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law.numerals import NUMERAL_CLASS, to_int
from lawtrack.law.references.namings import KINDS
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    import re

_LOOK_BACK: Final = 40
_END: Final = r"(?P<note>[（(][^（）()\n]{1,30}[）)])?[”’]?(?:中的|里的|的|中|里|之)?[ \t　]*$"
"""What may stand between the noun and the number."""
_CONTRACTS: Final = (
    r"(?:合同|协议|契约|合约|标书|投标文件|招标文件|遗嘱|保险单|保单)(?:书|范本|文本|条款|正本|副本)?"
)
_PAPERS: Final = compile_on_use(
    rf"(?P<noun>{_CONTRACTS}|(?:通用|专用|保险|格式|示范|补充|担保|免责)条款"
    r"|(?:条|规)约|备忘录|议定书|[一-鿿]书|范本|文本|样本|剧本|课本|读本|账本|底稿|草图|图[纸册集样]|施工图|示意图"
    r"|(?<!附)(?:清单|名单|订单|提单|菜单|账单|目录|名录|试卷|案卷|问卷|病历|账簿|台账|簿|手册|画册|账册)"
    r"|(?<![附代发外])(?<=[请记报况息目格价登估分计审核])表|文件|来文|公文|发文|方案|预案|档案|教案|科目|细目|教材|教程|讲义|大纲|提纲|课程表"
    r"|(?:技术|验收|操作|服务|行业|建设|设计|安全|作业|施工|管理)规范|指南|须知|纪要|函件|来函|复函|公函|电报|制度|标准|定额|图则|导则|榜单|题库|样式|格式|模板"
    r"|宣言|协约|账目|乐谱|曲谱|书稿|讲稿|论文|著作|文章|报刊|小说|诗集|族谱|家谱|碑文)"
    rf"{_END}"
)
"""A paper: nothing that is called so is a provision of the text, whatever follows."""
_OWN_PARTS: Final = compile_on_use(rf"(?:附件[{NUMERAL_CLASS}]*|附表|附录|附则|附图){_END}")
_VERBAL: Final = compile_on_use(
    r"(?:按照|依照|根据|依据|违反|违背|符合|参照|遵守|对照|该|上述|前述)"
    r"(?P<attribute>(?![一-鿿]{0,8}(?:[要需请]|规定|约定|程序|[时期]限|职责|分工|应当|可以|法律|实际))[一-鿿]{0,8}?)"
    rf"(?:报告|公告|通告|通知|通报|公报|声明|承诺|批复|计划|规划|规范|设计|申请|申报|记录|说明|约定){_END}"
)
"""What is a paper as a noun and reports, plans or tells as a verb: a noun where a word of citing governs it."""
_THINGS: Final = compile_on_use(
    r"(?:演出|表演|比赛|竞赛|赛事|赛程|运动会|奥运会?|全运会|课程|节目|剧目|曲目|乐曲|组曲|歌曲|交响曲|电影|电视剧|话剧|展览|展品"
    r"|考试|试题|题目|试验|实验|招标|投标|标的|评选|评比|奖项|工程|工序|项目|设计|款式|套餐|体操|舞蹈|戏曲|书法|棋局|测验|训练|课|赛|剧)"
    rf"{_END}"
)
"""A thing that has parts which are counted as a law's are; 条 is none of them."""
_MEASURE: Final = compile_on_use(
    rf"第[ \t　]*[{NUMERAL_CLASS}]+[ \t　]*(?:类|号|册|页|卷|批|期|组|包|标段|场|幕|回|局|层|栋|幢|单元|轮|级|课|讲|篇|集|辑"
    r"|段|图|表|档|栏|行|列|题|步|阶段)(?:的|中的?)?[ \t　]*$"
)
_COUNTED: Final = compile_on_use(
    rf"(?:共|[总合共]计|共?分为?|共?分成|共?设有?)[ \t　]*"
    rf"(?P<count>[{NUMERAL_CLASS}]{{1,4}})[ \t　]*(?:个|大|小)?(?P<unit>[章节条款项目])"
    r"[^。\n]{0,80}$"
)
_OF_PROVISIONS: Final = compile_on_use(r"[本前该上][章节条款项]|第[^，。；\n]{1,8}条|下列|条例|办法|规定")
"""What was counted before are provisions: 本条共三款，第三款……."""
_FIRST: Final = compile_on_use(
    rf"第[ \t　]*(?P<number>[{NUMERAL_CLASS}]{{1,12}})[ \t　]*(?P<unit>[章节条款项目])"
)
_AS_OF_PROVISIONS: Final = compile_on_use(
    r"[ \t　]*(?:的?(?:有关|相关)?规定|所[列称述指规]|中?[“\"]|情形|行为|修改|改为|增加|删去|另有)"
)
"""What follows a provision, and no part of a thing."""
_GOES_ON: Final = compile_on_use(
    r"[ \t　]*(?:[的所]?[规约]定的?(?:[一-鿿]{0,4}))?(?:、|和|以?及|与|或者?)[ \t　]*"
)
_VERSION: Final = compile_on_use(r"[（(][^（）()]*[）)]$")
_LAW: Final = compile_on_use(rf"(?:{KINDS})$")


def is_of_another_paper(text: str, start: int, end: int, title: str, begin: int = 0) -> bool:
    """Is text[start:end], which has the form of a reference, a place of a paper or thing that is no law?

    `title` is the text's own: what is called 方案 cites itself as 本方案第三条. `begin` is where the provision's words begin.

    >>> words = "按照合同第三条、本条例第三条办理"
    >>> is_of_another_paper(words, 4, 7, "某市采购条例"), is_of_another_paper(words, 11, 14, "某市采购条例")
    (True, False)
    """
    if not text.startswith("第", start):
        return False
    title = _VERSION.sub("", title)
    before = text[max(begin, start - _LOOK_BACK) : start]
    if _MEASURE.search(before):
        return True
    if (paper := _PAPERS.search(before)) and not _OWN_PARTS.search(before):
        return not _is_own(paper, before, title)
    taken = _AS_OF_PROVISIONS.match(text, end) is not None
    if (verbal := _VERBAL.search(before)) and not (taken and verbal["attribute"]):
        return not _ends_title(before, title)
    first = _FIRST.match(text, start)
    if taken or first is None:
        return False
    if first["unit"] != "条" and _THINGS.search(before):
        return True
    counted = _COUNTED.search(text[max(begin, start - 3 * _LOOK_BACK) : start])
    return counted is not None and _counts(counted, first)


def goes_on(text: str, end: int, start: int) -> bool:
    """Do the words between a paper's place, that ends at `end`, and a number make it the paper's too (、第五条)?"""
    return start - end <= _LOOK_BACK and _GOES_ON.fullmatch(text, end, start) is not None


def _counts(counted: re.Match[str], first: re.Match[str]) -> bool:
    """Is the number one of those that were counted?"""
    sentence = counted.string[counted.string.rfind("。") + 1 :]
    if counted["unit"] != first["unit"] or _OF_PROVISIONS.search(sentence):
        return False
    return 1 <= to_int(first["number"]) <= to_int(counted["count"])


def _is_own(paper: re.Match[str], before: str, title: str) -> bool:
    """本方案第三条 in a text that is called so, or that has no law's name; a contract's form says 本合同 of itself."""
    noun = paper["noun"]
    if title.endswith(noun):
        return True
    own = before[: paper.start("noun")].endswith("本")
    return own and not (_LAW.search(title) and noun.startswith(("合同", "协议", "契约", "合约")))


def _ends_title(before: str, title: str) -> bool:
    words = before.rstrip(" \t　的中之里")
    return len(title) > 1 and words.endswith(title[-2:])
