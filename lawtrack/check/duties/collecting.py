"""The penalties of a text, taken apart into conducts: sentence by sentence, item by item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.check.duties.linking import within
from lawtrack.check.duties.norms import closing, of_liability
from lawtrack.check.duties.sanctions import (
    BREACH,
    CONSEQUENCE,
    PLAIN,
    TREATED,
    Sanction,
    breach,
    conduct_of,
    for_every_breach,
    for_officials,
    punished,
    remedy,
)
from lawtrack.law import Level, unwrap
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.law import Citation, Provision

_SENTENCE: Final = re.compile(r"[^。；]+[。；]?")
_BROKEN_BEFORE: Final = re.compile(
    r"(?:违反|违背|不符合|不具备|不遵守|未遵守|不履行|未履行|未按照?|未依照?|不按照?|不依照?|未达到|不执行|触犯)[^，。；]{0,120}$"
)
_BROKEN_AFTER: Final = re.compile(
    r"^(?:规定)?禁止[^，。；]{1,14}的|^(?:第[^，。；]{1,9}项)?[^，。；]{0,4}(?:所列|规定|禁止|所述|所指)[^，。；]{0,14}(?:行为|情形|情况|义务|之一|内容|信息|物品|事项|区域|范围|场所|地段|时段|期限|标准)"
)
_DONE_BEFORE: Final = re.compile(r"(?:有|实施了?|从事了?|属于|存在|犯有)(?:本(?:条例|办法|规定|细则|法))?$")
_DONE_AFTER: Final = re.compile(r"^(?:中?的)?(?:违法)?(?:行为|情形)(?:之一)?的")
"""有第八条第四项行为的: what the provision lists was done, though no word says that it was broken."""
_GOES_ON: Final = compile_on_use(
    r"^(?:其中，?)?(?:[^，。；]{0,16}有前[款条](?:第[^，。；]{1,12}项)?(?:所列|规定|违法)|直接(?:负责|责任)|违法经营额|获[取得][^，。；]{0,12}利益|情节(?:特别|较|轻微)?(?:严重|较重|恶劣|轻微)?|逾期(?:仍|拒)?(?:不|未)?|拒不|仍(?:不|未)|拒绝改正|(?:经)?责令[^，]{0,12}(?:不|未)|构成|造成|触犯|导致|有违法所得|违法所得|没有违法所得|当事人|对(?:直接|其|单位|个人|有关|主管|负有)"
    r"|给[^，。]{0,20}造成|涉嫌|应当给予|再次|两次|屡|后果|数额|尚不|属于|前款|有前款|可以|并|由|处|限期|应当|所需|费用|被|单位|个人|法律|行政处罚|罚款|同时|货值)"
)

_BELOW: Final = re.compile(
    r"(?:违反|违背)[^。；]{0,60}的，[^。；]{0,40}(?:按照?|依照)(?:下列|以下)[^。；]{0,8}[：:]\s*$"
)
_FINED: Final = re.compile(r"处[^，。；]{1,40}罚款|没收|警告")
_UNHEEDED: Final = re.compile(r"(?:不听|经)(?:劝阻|制止|劝告)|(?:劝阻|制止|劝告)无效")
_LISTED: Final = re.compile(r"下列[^，。；]{0,12}(?:之一|行为|情形)")
"""有下列情形之一的，依照有关法律处罚: what is listed are conducts, whatever law punishes them."""
_GRADED: Final = re.compile(r"从[重轻]|减轻|免除|免予|不予")
_OWN_BREACH: Final = re.compile(r"^[^，。；]{0,16}违反本(?:条例|办法|规定|法|细则)")
"""单位或者个人违反本条例规定挪用基金: a conduct of its own, however it begins."""


def sanctions_of(
    paragraphs: Sequence[tuple[str, Provision, Provision]],
    cited: Sequence[Citation],
    label_of: dict[str, str],
) -> list[Sanction]:
    """Every conduct that the text punishes, in order; `cited` are its references, `label_of` places by eid."""
    by_holder: dict[str, list[Citation]] = {}
    for each in cited:
        by_holder.setdefault(each.holder, []).append(each)
    sanctions: list[Sanction] = []
    for chapter, article, paragraph in paragraphs:
        if closing(chapter):
            continue
        sanctions += _of_paragraph(article, paragraph, by_holder, label_of, liable=of_liability(chapter))
    return sanctions


def _of_paragraph(
    article: Provision,
    paragraph: Provision,
    by_holder: dict[str, list[Citation]],
    label_of: dict[str, str],
    *,
    liable: bool,
) -> Iterator[Sanction]:
    items = [child for child in paragraph.children if child.level is Level.ITEM]
    listed = bool(items)
    lead = list(_sentences(paragraph))
    if listed and (
        any(_punishes(sentence, liable=liable) for _, _, sentence in lead)
        or _punishes_below(paragraph.lead, items)
    ):
        broken = tuple(
            each
            for start, end, _ in lead
            for each in _broken(by_holder.get(paragraph.eid, ()), start, end, paragraph)
        )
        first = paragraph.lead.partition("；")[0]
        told = first if "下列" in first else paragraph.lead
        official = for_officials(told)
        yield from _of_items(
            article,
            items,
            broken,
            by_holder,
            label_of,
            who=punished(told),
            official=official,
            rest=for_every_breach(told) and not (_LISTED.search(told) and not _GRADED.search(told)),
        )
        return
    for start, end, own, before in _punishing(lead, liable=liable):
        sentence = before + own
        broken = _broken(by_holder.get(paragraph.eid, ()), start, end, paragraph)
        if liable:  # 有前款第三项行为的: the penalty goes on
            broken = tuple(each for each in broken if not within(each, (article.eid,)))
        official = for_officials(sentence)
        conduct = conduct_of(sentence)
        anew = _OWN_BREACH.search(sentence.strip())
        begins = start == paragraph.words_start and paragraph.number == (1, 0)
        if not (broken or official or anew or begins) and _GOES_ON.match(sentence.strip()):
            continue
        rest = not broken and for_every_breach(sentence)
        yield Sanction(
            paragraph.eid,
            article.eid,
            label_of[paragraph.eid],
            conduct,
            paragraph.words,
            broken,
            official,
            rest,
            punished(conduct),
        )


def _punishing(lead: Sequence[tuple[int, int, str]], *, liable: bool) -> Iterator[tuple[int, int, str, str]]:
    """The sentences that punish, each with the one before where that names the conduct: ……的，由……劝阻；不听劝阻的，处罚款."""
    unanswered = ""
    for start, end, sentence in lead:
        if _punishes(sentence, liable=liable):
            yield start, end, sentence, unanswered if _UNHEEDED.match(sentence.strip()) else ""
            unanswered = ""
        else:
            unanswered = sentence if BREACH.search(sentence) else ""


def _punishes_below(lead: str, items: Sequence[Provision]) -> bool:
    """违反第六条规定的，按照下列规定处理：（一）……的，处罚款: the items say what follows."""
    return bool(_BELOW.search(lead) and any(_FINED.search(item.words) for item in items))


def _punishes(sentence: str, *, liable: bool) -> bool:
    """Does a sentence name a conduct and what follows? In a chapter of penalties less is asked of it."""
    named = BREACH.search(sentence) or PLAIN.search(sentence.strip())
    follows = CONSEQUENCE.search(sentence) or TREATED.search(sentence)
    return breach(sentence) or bool(liable and named and follows and not remedy(sentence))


def _of_items(
    article: Provision,
    items: Sequence[Provision],
    broken: tuple[str, ...],
    by_holder: dict[str, list[Citation]],
    label_of: dict[str, str],
    *,
    who: str,
    official: bool,
    rest: bool,
) -> Iterator[Sanction]:
    """One conduct an item; what the lead-in says was broken holds for each."""
    for item in items:
        own = tuple(
            target
            for start, end, _ in _sentences(item)
            for target in _broken(by_holder.get(item.eid, ()), start, end, item)
        )
        conduct = conduct_of(item.words)
        officials = official or for_officials(item.words)
        yield Sanction(
            item.eid,
            article.eid,
            label_of[item.eid],
            conduct,
            item.words,
            own or broken,
            officials,
            rest and not own,
            who or punished(conduct),
        )


def _sentences(node: Provision) -> Iterator[tuple[int, int, str]]:
    """(start, end, words) of each sentence of a provision's own words, in places of the source."""
    stop = node.children[0].start if node.children else node.end
    for match in _SENTENCE.finditer(node.source, node.words_start, stop):
        words = unwrap(match.group())
        if words.strip():
            yield match.start(), match.end(), words


def _broken(cited: Sequence[Citation], start: int, end: int, node: Provision) -> tuple[str, ...]:
    """The provisions that the sentence says were broken; a competence or another penalty that it cites is none."""
    targets: dict[str, None] = {}
    for each in cited:
        if not (start <= each.start < end) or not each.internal:
            continue
        last = max((other.end for other in cited if other.run == each.run), default=each.end)
        before, after = (
            words.replace("\n", "") for words in (node.source[start : each.run], node.source[last:end])
        )
        done = _DONE_BEFORE.search(before) and _DONE_AFTER.match(after)
        if done or _BROKEN_BEFORE.search(before) or _BROKEN_AFTER.match(after):
            targets.update(dict.fromkeys(each.targets))
            if done:  # 违反第七条规定，有第一项行为的: that item only
                wholes = [one for one in targets if any(item.startswith(f"{one}__") for item in each.targets)]
                for whole in wholes:
                    del targets[whole]
    return tuple(targets)
