"""The duties that a text lays on those who are not authorities: 应当, 必须, 不得, 禁止, paragraph by paragraph.

An authority's own duties are left out: what follows from neglecting them stands in one article for all (玩忽职守).
Conditions of an application, principles and appeals (应当积极参与) are no duties that could be punished.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lawtrack.check.duties.addressees import addressee
from lawtrack.check.duties.sanctions import breach
from lawtrack.law import HEADING_LEVELS, Level, unwrap
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.check.duties.addressees import Addressee
    from lawtrack.law import Instrument, Provision

DEONTIC: Final = re.compile(
    r"应当|必须|不得|(?<![被以令])禁止(?!性|通行的|令|的|区域|范围|吸烟(?:的)?(?:场所|区域|制度)|(?:和|或者?)限制[^，。]{0,4}目录|进入的区域)|严禁|不准|(?<=[^一-鿿])须(?=[^一-鿿]?)|(?<![相对反响供效适报因自])应(?=[在向按当立依自具于有为将事经符]|及时)|均应|(?<=[，者人位])须"
)
_SENTENCE: Final = re.compile(r"[^。；\n]+[。；]?")
_PRINCIPLE: Final = re.compile(
    r"(?:坚持|遵循|贯彻|按照(?!规定|国家|有关|相关|要求)|实行)[^。]{0,120}(?:原则|方针|相结合)"
    r"|(?:坚持|遵循|贯彻|按照|实行)[^。，]{0,60}机制"
)
_CONDITIONS: Final = re.compile(
    r"^(?:包括|坚持)|^(?:同时)?(?:符合|具备|具有|满足)[^。：]{0,12}(?:条件|资格)|^(?:[^，。：]{0,20})(?:提交|提供|出具|附具|报送|出示|载明|包括)(?:下列|以下)[^。：]{0,12}"
)
_APPLYING: Final = re.compile(r"^[^。；]{0,40}申请[^。；]{2,40}，?(?:还)?应当?(?:提交|提供|出示)")
"""What an application needs is its condition, no duty whose breach is punished."""
_ORDERED: Final = re.compile(r"(?:命令|决定|公告|通告)，(?:禁止|严禁)")
"""What an authority may order is not yet forbidden."""
_APPEAL: Final = re.compile(
    r"^(?:(?:积极|自觉|主动|共同|认真|大力|带头|依法|加强|充分)[、，]?)*(?:(?:加强|增强|支持|参与|参加|提高|树立|弘扬|倡导|提倡|鼓励|引导|尊重|爱护|关心|协助|发挥|促进|推动|推进|履行[^，。]{0,6}义务$)"
    r"|遵守(?:本|法律|有关|国家|社会公德|宪法|公序|相关)|遵循|[^，。]{0,8}开展[^，。]{0,24}(?:宣传|教育)|[^，。]{0,12}做好[^，。]{0,60}工作|符合法律)"
)
_FIRM: Final = re.compile(
    r"^(?:并|不得|禁止|保护|保守|接受|防止|避免|保证|履行|采取|报告|配合|如实|及时|立即|按照)"
)
_OBEDIENCE: Final = re.compile(r"^遵守(?:本(?:条例|办法|规定|法)(?!第)|(?:有关|相关|国家)?(?:法律|法规))")
_DEFINING: Final = re.compile(
    r"^为了?[^。]{0,120}制定本|适用本(?:条例|办法|规定)|(?:适用|依照|参照)[^。]{0,120}规定执行|^(?:本条例|本办法|本规定)所称|是指"
)
_MEASURES: Final = re.compile(r"措施[^。；]*：\s*$")
"""可以采取下列措施：（一）禁止…: what an authority may do lays no duty yet."""
_ASKED: Final = re.compile(
    r"(?:符合|具备|具有|满足)[^。；：]{0,8}条件\s*[：:]\s*$"
    r"|(?:提交|提供|附具|报送|出具)[^。；：]{0,20}(?:材料|文件|资料|证件)\s*[：:]\s*$"
)
"""应当具备下列条件：…: what stands in such a list is a condition."""
_WITHOUT: Final = re.compile(
    r"(?:^|，)(?:未经|未取得|未依法|没有取得)[^，。；]{2,40}(?:的，|，)[^，。；]{0,12}$"
)
"""未经质量认证的，不得: whoever has not got it, however the sentence began."""
_POWER: Final = re.compile(r"可以|有权|负责")
_SUPPOSED: Final = re.compile(r"[^，。；：、]{0,30}的，")
"""应当公开而未公开的，: a case, no duty."""
_FORBIDDEN: Final = re.compile(r"不得|禁止|严禁")
_OFFICIAL_ACT: Final = compile_on_use(
    r"^(?:依照法定(?:权限|程序)|[^，。]{0,30}予以[^，。]{0,6}补偿|(?:及时)?调查核实|(?:颁发|核发|发放|发给|准予|批准|许可)|赔礼道歉|(?:依法)?(?:赔偿|给予处[分罚]|(?:承担|负)[^，。；]{0,8}(?:赔偿|法律|民事|连带|刑事|侵权)[^，。；]{0,4}责任)|[^，。]{0,30}纳入[^，。]{2,30}(?:系统|平台|范围|档案|规划|计划)|[^，。]{0,12}(?:给予[^，。]{0,6}(?:奖励|表彰|补偿)|认定为|予以(?:奖励|表彰|补偿|公布|保护|登记|批准)|划定|征求|听取|受理|受到|全部上缴)|将[^，。]{0,60}纳入|及时?解除|解除|作为[^，。]{0,60}依据|[^，。]{0,20}向社会(?:公开)?征求意见|[^，。]{0,16}办结|[^，。]{0,8}(?:公平竞争|合法性)审查|(?:违法|变相)设定|依法(?:从重)?严[惩处]|经专家|进行科学论证|按照相应的法律法规)"
)
_ATTRIBUTE: Final = ("其他", "依法", "所有")
_EXEMPT: Final = re.compile(r"不受[^。；]{0,120}(?:限制|规定)|不适用")
_EXCEPTED: Final = re.compile(r"除[^，。；]{2,60}?(?:以外|之外|外)(?=，)")
"""除国家规定必须监理的以外: what is left out of a rule lays no duty."""
_CLOSING: Final = re.compile(r"附\s*则")
_LIABILITY: Final = re.compile(r"法律责任|罚则|^处罚$|责任追究|奖惩|奖励[与和]处罚|奖励与惩罚")


@dataclass(frozen=True, slots=True)
class Duty:
    r"""One paragraph that lays a duty on somebody who is no authority: its eid, its place as cited, where it is, its words.

    `forbids` says that it forbids something; a paragraph that commands and forbids does both.

    >>> from lawtrack.check import duty_table
    >>> row = duty_table("第一条　单位应当报告。\n第二条　违反第一条的，处一千元罚款。").rows[0]
    >>> row.duty.label, row.duty.words
    ('第一条', '单位应当报告。')
    """

    eid: str
    label: str
    start: int
    end: int
    words: str = field(repr=False)
    forbids: bool

    @property
    def article(self) -> str:
        """The eid of its article."""
        return self.eid.partition("__")[0]


def paragraphs(doc: Instrument) -> Iterator[tuple[str, Provision, Provision]]:
    """Every paragraph of the body as (the names of the headings above it, its article, the paragraph)."""
    yield from _walk(doc.body, "")


def _walk(nodes: tuple[Provision, ...], above: str) -> Iterator[tuple[str, Provision, Provision]]:
    for node in nodes:
        if node.level in HEADING_LEVELS:
            yield from _walk(node.children, f"{above} {unwrap(node.heading)}".strip())
        elif node.level is Level.ARTICLE:
            yield from ((above, node, child) for child in node.children)


def of_liability(chapter: str) -> bool:
    """Is it a chapter of penalties?"""
    return bool(_LIABILITY.search(chapter.replace(" ", "").replace("　", "")))


def closing(chapter: str) -> bool:
    """Is it the chapter that closes the text (附则)?"""
    return bool(_CLOSING.search(chapter.replace("　", "")))


def duty_sentences(paragraph: Provision) -> list[tuple[str, bool]]:
    """The sentences of a paragraph that lay a duty on somebody who is no authority, each with whether it forbids."""
    told: list[tuple[str, bool]] = []
    agent = _read(paragraph.lead, "person", told)
    if (agent == "authority" and _MEASURES.search(paragraph.lead)) or _ASKED.search(paragraph.lead):
        return told
    for item in paragraph.children:
        _read(item.words, agent, told)
    return told


def _read(words: str, agent: Addressee, told: list[tuple[str, bool]]) -> Addressee:
    """Note the duties in some words, after words about `agent`; gives whom they leave off with."""
    for sentence in _SENTENCE.findall(words):
        duty, agent = _duty_in(sentence, agent)
        if duty:
            told.append((sentence, duty == "forbids"))
        if sentence.endswith("。") and agent == "abstract":
            agent = "person"
    return agent


def _duty_in(sentence: str, agent: Addressee) -> tuple[str, Addressee]:
    """("must", "forbids" or "", whom the sentence is left with) for one sentence after one about `agent`."""
    told, at = "", 0
    if (
        _DEFINING.search(sentence)
        or (_PRINCIPLE.search(sentence) and not _FORBIDDEN.search(sentence))
        or _EXEMPT.search(sentence)
        or _APPLYING.search(sentence)
        or _ORDERED.search(sentence)
        or breach(sentence)
    ):
        lead = DEONTIC.split(sentence, maxsplit=1)[0] if sentence.endswith("：") else ""
        return "", _next(addressee(lead), agent) if lead else agent
    excepted = [part.span() for part in _EXCEPTED.finditer(sentence)]
    for match in DEONTIC.finditer(sentence):
        if (
            sentence.endswith(_ATTRIBUTE, 0, match.start())
            or any(start < match.start() < end for start, end in excepted)
            or _SUPPOSED.match(sentence, match.end())
        ):
            continue
        head = sentence[at : match.start()]
        agent = _next(addressee(head.rpartition("，")[2] if at else head), agent)
        if match.group() == "不得" and _WITHOUT.search(head):
            agent = "person"
        at = match.end()
        if match.group() in {"禁止", "严禁"}:
            if agent != "authority" or match.start() == 0:
                agent, told = "person", "forbids"
            continue
        if (
            agent != "person"
            or _OFFICIAL_ACT.search(sentence[match.end() :])
            or _hollow(sentence[match.end() :])
        ):
            continue
        told = "forbids" if match.group() in {"不得", "不准"} else told or "must"
    return told, agent if at else _next(_spoken_of(sentence), agent)


def _spoken_of(sentence: str) -> Addressee:
    """Whom a sentence without a duty is about: who may do something, or an authority that begins it."""
    head = _POWER.split(sentence, maxsplit=1)
    if len(head) > 1:
        return addressee(head[0])
    return "authority" if addressee(sentence.partition("，")[0]) == "authority" else addressee(sentence)


def _next(named: Addressee, agent: Addressee) -> Addressee:
    """Whom it is about now: a thing or a case leaves an authority or a work its turn, and is everybody's otherwise."""
    if named == "unnamed":
        return agent if agent in {"authority", "abstract"} else "person"
    return named or agent


def _hollow(rest: str) -> bool:
    """Do the words after 应当 only set a condition or appeal?"""
    if _CONDITIONS.search(rest) or _OBEDIENCE.search(rest):
        return True
    listed = rest.rstrip().endswith("：")
    clauses = [clause for clause in re.split(r"[，；。]", rest) if clause]
    return (
        not listed and bool(_APPEAL.search(rest)) and not any(_FIRM.search(clause) for clause in clauses[1:])
    )
