"""What follows from a breach: the conduct that a clause of penalties names, the provisions it cites, and what it threatens.

行政处罚法 (2021) art. 9 lists the kinds of penalties; 责令改正 (art. 28), liability and discipline follow a breach too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lawtrack.check.duties.addressees import of_authority
from lawtrack.patterns import compile_on_use

CONSEQUENCE: Final = compile_on_use(
    r"罚款|罚金|处以?罚|警告|没收|吊销|暂扣|撤销|责令|取缔|拘留|通报批评|给予[^，。；]{0,8}(?:处分|处罚|处理)|予以[^，。；]{0,6}(?:处分|处罚|取缔|清理|拆除|查处)"
    r"|追究[^，。；]{0,14}责任|承担[^，。；]{0,16}(?:责任|费用)|(?:进行|依法|加重|从重|给以|实施)(?:行政)?处[罚理分]|治安管理处罚|依照[^。；]{0,60}(?:处罚|处理|处分)|按照?[^。；]{0,60}(?:处罚|论处)"
    r"|行政处分|纪律处分|赔偿|强制(?:拆除|执行|清除)|收回|追回|取消[^，。；]{0,10}(?:资格|待遇|项目|称号)|列入[^，。；]{0,10}名单"
)
"""Words that say what follows from a breach."""
_STRONG: Final = compile_on_use(
    r"罚款|没收|责令|警告|吊销|暂扣|(?<!行政)处罚|行政处罚(?!信息|决定|裁量|权)|处分|取缔|拘留|追究|由[^，。；]{2,24}予以[^，。；]{0,6}(?:制止|纠正)|由[^，。；]{2,16}(?:取消|列入)[^，。；]{2,12}(?:资格|待遇|项目|称号|名单)|劝诫|训诫|批评教育"
)
_HANDLED: Final = re.compile(
    r"(?:依照|按照?|依法|根据)[^，。；]{0,40}处理(?=[。；]|$)|(?:依照|依据|按照|根据)[^，。；]{2,40}承担[^，。；]{0,8}责任"
)
_OWES: Final = re.compile(r"[^，。；]{0,40}(?:应当|可以|有权|负责)")
_GRAVE: Final = re.compile(r"(?:触犯刑律|构成犯罪|情节(?:特别)?严重|造成[^，。]{0,12}后果)的?")
_DISCIPLINE: Final = re.compile(r"的，对直接负责的主管人员[^，。；]{0,16}(?:依法)?给予(?:行政)?处分")
"""Discipline is all that follows: the conduct is that of people in office."""
_FINED: Final = re.compile(r"罚款|没收|责令(?!辞职)|警告|吊销")
_BROKEN: Final = re.compile(r"^[^，。；]{0,24}违反")
"""What follows from 违反本条例第四条 in the words of another law: 依照有关法律、法规处理."""
_STARTS: Final = compile_on_use(
    r"，?(?:(?<!为)由|应当由)[^，。；：]{2,60}?(?:责令|处|给予|没收|依法|予以|吊销|按照|依照|追究|批评|可以|撤销|限期|根据|组织|进行|对|报|警告)|，(?:责令|处|给予|没收|吊销|予以|依法|应当依法|可以处|并处|按|依照|由|对)|(?<=的)，[^，。；]{2,24}(?:应当|应予|可以|有权)"
)
TREATED: Final = re.compile(r"按照?[^，。；]{2,60}处理(?=[。；]|$)")
"""In a chapter of penalties: 按照未取得许可证处理."""
PLAIN: Final = re.compile(
    r"^[^，。；：]{4,40}，(?:由|应当由)[^，。；]{2,30}?(?:责令|没收|处以?|给予|吊销|予以|取缔)"
)
"""A conduct that no 的 closes, in a chapter of penalties: 无证贩运活禽，由城管部门没收."""
SHORTEST: Final = 5
"""Characters that name a conduct; fewer only repeat that there was a breach."""
BREACH: Final = re.compile(
    r"(?:违反|违背)(?:了)?(?=本|前|上|第|下|规定|以上|该|上述)|^违反|有(?:下列|前款|前条|上列|本条|以下|第|本)[^，。；：]{0,30}(?:行为|情形)|的，"
)
_REMEDY: Final = re.compile(
    r"不服|复议|起诉|受到[^，。；]{0,16}(?:处罚|处分)等?的?(?:情况|信息|记录)|^[^，。；]{0,12}被(?:依法)?(?:吊销|撤销|处罚|判处)|被(?:依法)?(?:吊销|取缔|撤销|判处)[^。；]{0,60}不得|期满不|由作出处罚决定的"
)
"""What comes after a penalty is none: objection, action, what the punished may no longer do."""
_CIVIL: Final = re.compile(r"承担[^，。；]{0,6}(?:赔偿|民事|侵权)[^，。；]{0,4}责任|依法(?:予以)?赔偿")
_MEASURES: Final = re.compile(
    r"可以[^，。；]{0,8}采取[^。；]{0,120}措施(?![^。]*(?:罚款|没收|吊销|警告))|规定的程序执行"
)
"""What an authority may do at once is no penalty, nor is the procedure of one."""
_NAMING: Final = re.compile(
    r"^[^，。；]{0,24}?(?:违反|违背)(?:了)?(?=本|前|上|第|下|规定|以上|该|国家|有关|法律|《)[^，；。]{0,120}?(?:规定之一的|规定的|规定|(?:条例|办法)(?!第|(?:的)?规定)|者)(?:，|的，)?|^违反规定(?:的)?，?"
)
_OFFICIAL: Final = compile_on_use(
    r"不作为|乱作为|玩忽职守|滥用职权|徇私舞弊|失职|渎职|国家(?:机关)?工作人员|(?:部门|机关|机构|政府|单位)及其(?:有关|相关)?(?:工作)?人员|(?:部门|机关|行政|执法)[^，。]{0,6}工作人员|执法人员|不依法履行|不履行[^，。]{0,8}职责"
    r"|^[^，。]{0,40}(?:部门|机关|人民政府|经办机构)[^，。的]{0,12}(?:违反|有下列|不按|未按|未依)"
)
_OTHER_LAW: Final = compile_on_use(
    r"从[重轻]处罚|(?:应当|可以|可)从[重轻]|从轻|减轻|不予处罚|行政复议|无法计算|没有违法所得|除本(?:条例|办法|规定)已(?:有|经)?规定[^，。]{0,8}外|行政处罚权|(?:法律|法规|行政法规|国家|上位法|省)[^。]{0,30}(?:已有|另有|有)(?:明确)?(?:规定|处罚)[^。]{0,12}(?:的)?，?[^。]{0,8}从其规定|从其规定|依照(?:有关|相关)?(?:法律|国家)[^。]{0,30}(?:处罚|处理|规定)"
)
_FOR_ALL: Final = re.compile(
    r"^(?:对)?(?:[^，。；违]{0,20}违反本(?:条例|办法|规定|法)(?:[^，。第]{0,6}规定)?的?(?:行为)?，?(?:[^，。]{0,12})?)(?:构成犯罪|法律|有关法律|依照|造成[^，。]{0,12}(?:损失|损害|后果|危害|火灾|事故|污染|伤亡|死亡)|侵[犯害]|应当|依法|由[^，。]{2,20}依[照法]|情节)"
)


@dataclass(frozen=True, slots=True)
class Sanction:
    r"""One conduct and what follows: the paragraph or item that names it, its article, its place as cited.

    `conduct` are the words that name it, "" where only a provision is cited; `words` the paragraph's. `cited` are the
    eids that it says were broken. `official` says that it is for those in office, `rest` that it is for every breach
    (构成犯罪的; 法律另有规定的，从其规定).

    >>> from lawtrack.check import duty_table
    >>> from lawtrack.law import parse
    >>> table = duty_table(parse("第一条　经营者应当公示价格。\n第二条　违反本条例第一条规定的，处一千元罚款。"))
    >>> table.rows[0].penalty.cited, table.rows[0].penalty.official
    (('art_1',), False)
    """

    eid: str
    article: str
    label: str
    conduct: str
    words: str = field(repr=False)
    cited: tuple[str, ...]
    official: bool
    rest: bool

    @property
    def names_conduct(self) -> bool:
        """Does it say which conduct it is for, in words or by a provision?"""
        return bool(self.cited) or (len(self.conduct) >= SHORTEST and not _GRAVE.fullmatch(self.conduct))


def breach(sentence: str) -> bool:
    """Does a sentence name a breach and what follows from it?

    >>> breach("违反本条例第八条规定的，处二百元罚款。"), breach("公安机关应当责令限期改正。")
    (True, False)
    """
    named = BREACH.search(sentence)
    if not named or _MEASURES.search(sentence) or remedy(sentence):
        return False
    follows = sentence[named.end() :] if named.group() == "的，" else sentence
    strong = _STRONG.search(follows) or (_BROKEN.search(sentence) and _HANDLED.search(sentence))
    return bool(strong) and not re.match(
        r"[^，。]{0,30}(?:部门|机关|单位)?[^，。]{0,10}应当(?:责令|及时|立即)|[^，]{0,40}(?:部门|机关|政府)[^。]{0,120}应当[^，。]{0,4}责令",
        sentence,
    )


def conduct_of(sentence: str) -> str:
    """The words that name the conduct, without the provision that it breaks and what follows.

    >>> conduct_of("违反本条例第八条规定，携犬乘坐电梯的，由公安机关责令改正，处二百元罚款。")
    '携犬乘坐电梯的'
    """
    named = _NAMING.sub("", sentence, count=1)
    starts = _STARTS.search(named)
    return (named[: starts.start()] if starts else named).strip("，。；： ")


def for_officials(sentence: str) -> bool:
    """Is it for those in office?"""
    named = _NAMING.sub("", sentence, count=1)
    if _DISCIPLINE.search(sentence) and not _FINED.search(sentence):
        return True
    return bool(_OFFICIAL.search(sentence) or (of_authority(named) and not _OWES.match(named)))


def for_every_breach(sentence: str) -> bool:
    """Does it speak of every breach of the text (crimes, other laws), not of one conduct?"""
    civil = _CIVIL.search(sentence) and not _STRONG.search(sentence)
    return bool(civil or _OTHER_LAW.search(sentence) or _FOR_ALL.search(sentence))


def remedy(sentence: str) -> bool:
    """Does it speak of what follows a penalty: objections to it, what the punished may no longer do?"""
    return bool(_REMEDY.search(sentence))
