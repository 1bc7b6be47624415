"""Duties and penalties: a duty without a penalty, a penalty without a duty or for a purpose article, amounts out of order.

行政处罚法 (2021) arts. 4, 5, 12: a penalty needs a rule that was broken, and is measured by how grave the breach is.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lawtrack.check.duties.addressees import addressee
from lawtrack.check.duties.linking import Index
from lawtrack.check.duties.money import amounts
from lawtrack.check.duties.norms import of_liability, paragraphs
from lawtrack.check.model import Hit, Severity
from lawtrack.check.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.check.duties.money import Amount
    from lawtrack.check.duties.sanctions import Sanction
    from lawtrack.check.subject import Subject
    from lawtrack.law import Provision

_LOCAL: Final = frozenset({"条例", "规定", "办法", "规则", "细则"})
"""A national law leaves many of its penalties to others."""
_LAW: Final = "行政处罚法（2021）"
_GRAVER: Final = re.compile(
    r"情节(?:特别|较)?(?:严重|恶劣|较重)|造成(?:特别)?严重(?:后果|污染|危害)|逾期(?:仍)?[不未拒]|拒不(?:改正|停止|清除|履行)|再次违反|[两二三]次以上"
)
_PROCEDURAL: Final = re.compile("程序|工作规则|议事规则|登记管理|办案")
_FORBIDS_MORE: Final = re.compile(
    "不得(?!超过|少于|低于|高于|多于|早于|晚于|小于|大于|迟于|作为|因|再次?申请|与[^，。]{0,24}抵触|以[^，。]{0,12}为由)|禁止|严禁"
)
"""A prohibition, not a measure (不得少于三日)."""
_OF_AUTHORITIES: Final = re.compile(
    r"[^，。；]*(?:机关|部门|人民政府|车辆管理所|委员会|工作人员|执法人员|民警|检察院|法院|医学会|学校)[^，。；]{0,30}(?:，[^，。；]{0,30})?(?:不得|禁止|严禁)[^。；]*"
)
"""What an authority or its people must not do."""
_LIABILITY: Final = re.compile("责任|罚则|处罚|奖惩")
_OF_ANOTHER: Final = re.compile(
    r"个人|自然人|责任人员|主管人员|负责人|单位|企业|法定代表人|从业人员|情节(?:轻微|较轻)|没有违法所得|不足|货值"
)
_TO_UNIT: Final = re.compile(r"对(?:违法|有关|该)?(?:单位|企业|法人)[^，。；]{0,8}处(?:以)?$")
_TO_PERSON: Final = re.compile(r"对(?:违法|有关|该)?(?:个人|自然人)[^，。；]{0,8}处(?:以)?$")
OPENING: Final = 60
_SHORT: Final = 3
SPOKEN_OF: Final = 0.3
"""Of a conduct's words, by weight, so much in one paragraph, and the text does speak of it."""
_NAMES_ONE: Final = re.compile("(?:的|者|行为)(?:，|$)")
_NO_CONDUCT: Final = re.compile(
    r"本(?:条例|办法|规定)(?:的)?规定|受(?:到)?[^，。]{0,16}(?:处罚|处分|刑罚)|被[^，。]{0,4}吊销|^造成|^尚不|前[款两]|罚款的决定"
    r"|违反[^，。]{0,40}(?:法律|法规)"
)
"""Not one rule that was broken but the text whole, or what an earlier punishment brings with it."""
_PLAINLY_WRONG: Final = re.compile(
    "伪造|变造|虚假|欺骗|骗取|冒用|盗用|倒卖|剽窃|弄虚作假|扰乱|寻衅|侮辱|殴打|阻碍|非法|出租、?出借|拒不履行|损[失害]|谎报|瞒报"
)
"""What nobody needs to be told not to do: enacted texts name it where they punish it and nowhere else."""
_BY_AUTHORITY: Final = re.compile(
    r"^(?:违反本[^，]{2,8}，)?[^，。]{0,60}(?:主管部门|派出机构|联合会|委员会|有关部门)(?:[，、对不违会]|所属)"
)
_SAYS_NO_RULE: Final = re.compile(
    r"^(?:为了?|根据|依据|依照)[^。]{2,200}制定本|^本[^。]{1,8}(?:所称|自)|(?:适用本|适用于本)|^[^。]{0,200}是指|自[^。]{2,24}起(?:施行|实施)"
)


@rule("duty-without-penalty", Severity.HINT, f"{_LAW}第四条")
def duty_without_penalty(subject: Subject) -> Iterator[Hit]:
    """An article that forbids something to those who are no authorities, and no penalty follows from doing it.

    What an article only commands is often answered elsewhere, by refusal, by contract or by another law: such rows stand
    in `lawtrack duties`, which is asked for. Rules of procedure bind the authorities that they speak to.
    """
    if (
        not _speaks_of_both(subject)
        or _PROCEDURAL.search(subject.doc.title)
        or not any(_LIABILITY.search(node.heading) for node in subject.doc.headings)
        or _punishes_its_subject(subject)
    ):
        return  # a text without a chapter on liability does not promise a penalty for each duty
    punished = {row.duty.article for row in subject.duties.rows if row.duty and row.penalty}
    told: set[str] = set()
    for row in subject.duties.rows:
        if not row.duty or row.penalty or row.duty.article in punished | told:
            continue
        if row.duty.forbids and _FORBIDS_MORE.search(_OF_AUTHORITIES.sub("", row.duty.words)):
            told.add(row.duty.article)
            yield Hit(row.duty.start, row.duty.end, details={"place": row.duty.label})


def _punishes_its_subject(subject: Subject) -> bool:
    """Does a penalty punish what the whole text is against (禁止非法占道条例: 非法占道的，处……), so that no duty lacks one?"""
    conducts = (sanction.conduct.partition("，")[0].rstrip("的") for sanction in subject.duties.sanctions)
    return any(len(conduct) > _SHORT and conduct in subject.doc.title for conduct in conducts)


@rule("penalty-without-duty", Severity.HINT, f"{_LAW}第四条")
def penalty_without_duty(subject: Subject) -> Iterator[Hit]:
    """A penalty for a conduct that no provision of the text forbids or commands to avoid."""
    if not _speaks_of_both(subject):
        return
    tied = {row.penalty.article for row in subject.duties.rows if row.duty and row.penalty}
    rules = Index({eid: node.words for eid, node in _rules(subject)})
    for row in subject.duties.rows:
        if row.penalty and not row.duty and row.penalty.article not in tied:
            if _is_no_single_rule(row.penalty) or rules.closest(row.penalty.conduct) >= SPOKEN_OF:
                continue  # the text speaks of it elsewhere, in words too few to say where
            node = subject.doc.by_eid[row.penalty.eid]
            yield Hit(
                node.words_start,
                node.end,
                details={"place": row.penalty.label, "conduct": row.penalty.conduct},
            )


def _is_no_single_rule(penalty: Sanction) -> bool:
    """Is it for officials, for what nobody needs to be told, for every breach, or no punishment of a conduct at all?"""
    opening = penalty.words[:OPENING]
    return (
        not _NAMES_ONE.search(penalty.conduct)
        or any(_NO_CONDUCT.search(words) for words in (penalty.conduct, opening))
        or any(_PLAINLY_WRONG.search(words) for words in (penalty.conduct, opening))
        or _BY_AUTHORITY.match(penalty.words) is not None
        or addressee(penalty.conduct.partition("，")[0]) == "authority"
    )


def _rules(subject: Subject) -> Iterator[tuple[str, Provision]]:
    """Every paragraph that stands in no chapter of penalties, by its eid."""
    for chapter, _, paragraph in paragraphs(subject.doc):
        if not of_liability(chapter):
            yield paragraph.eid, paragraph


@rule("penalty-of-purpose", Severity.WARNING, f"{_LAW}第四条")
def penalty_of_purpose(subject: Subject) -> Iterator[Hit]:
    """A penalty for breaking an article that can't be broken: the purpose, the scope, a definition, the commencement."""
    for sanction in subject.duties.sanctions:
        for eid in sanction.cited:
            cited = subject.doc.by_eid.get(eid)
            if cited is not None and _SAYS_NO_RULE.search(cited.words) and not _RULES.search(cited.words):
                node = subject.doc.by_eid[sanction.eid]
                label = next(
                    (
                        article.label
                        for article in subject.doc.articles
                        if article.eid == eid.partition("__")[0]
                    ),
                    eid,
                )
                yield Hit(
                    node.words_start,
                    node.end,
                    details={"place": sanction.label, "cited": "".join(label.split())},
                )


_RULES: Final = re.compile(r"不得|禁止|严禁|必须|应当(?!遵守本|依照本|按照本)")


def _speaks_of_both(subject: Subject) -> bool:
    """Does the text first lay down duties and then punish? One that states its rules as penalties has no others to miss."""
    tied = sum(1 for row in subject.duties.rows if row.duty and row.penalty)
    free = sum(1 for row in subject.duties.rows if not row.duty)
    return subject.kind in _LOCAL and not subject.judicial and tied > free


@rule("fine-order", Severity.WARNING, f"{_LAW}第五条")
def fine_order(subject: Subject) -> Iterator[Hit]:
    """A graver breach, or a unit, that is fined less than the lighter one, or a person; a least above its most."""
    for paragraph in subject.paragraphs:
        words = subject.text[paragraph.words_start : paragraph.end]
        fines = [amount for amount in amounts(words) if amount.fine]
        for fine in fines:
            if fine.out_of_order and re.search(r"[0-9０-９]", fine.words):
                yield _hit(paragraph.words_start, fine)
        for lighter, graver in pairwise(fines):
            if lighter.unit == graver.unit and _reversed(words, lighter, graver):
                yield _hit(paragraph.words_start, graver, lighter)


def _reversed(words: str, first: Amount, second: Amount) -> bool:
    """Does the second fine, for what is graver, fall below the first?"""
    between = words[first.start + len(first.words) : second.start]
    if _TO_UNIT.search(words[: first.start]) and _TO_PERSON.search(words[: second.start]):
        return _top(second) > _top(first)
    if _TO_PERSON.search(words[: first.start]) and _TO_UNIT.search(words[: second.start]):
        return _top(second) < _top(first)
    after = between.rpartition("；")[2].lstrip()
    if (
        not _GRAVER.search(between)
        or ("；" in between and not _GRAVER.match(after))
        or _OF_ANOTHER.search(between)
        or "。" in between
    ):
        return False
    return _top(second) < _top(first) or (second.low < first.low and second.low > 0)


def _top(fine: Amount) -> float:
    return float("inf") if fine.high is None else fine.high


def _hit(start: int, fine: Amount, lighter: Amount | None = None) -> Hit:
    details: dict[str, object] = {"other": lighter.words if lighter else ""}
    return Hit(start + fine.start, start + fine.start + len(fine.words), details=details)
