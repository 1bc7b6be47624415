"""Finding and changing words inside a unit.

What an instruction quotes and what the law prints may differ in the width of a comma or in a line break; nothing else
is forgiven. Where words are inserted, the decision often leaves out the mark that the list around them needs
(在“中央军事委员会”后增加“国家监察委员会”): the marks beside the place tell which one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from lawtrack.patterns import compile_on_use

_BLANK: Final = re.compile(r"[ \t　\xa0\r\n]")
_SAID: Final = re.compile(r"[^ \t　\xa0\r\n]+")
_MARKS_OF: Final = dict(zip("“”‘’〈〉＜＞○零—－─", "\"\"''<><>〇〇---", strict=True))
_WIDE: Final = {
    code: plain
    for code in range(0xFF01, 0xFF5F)
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1
}
_SAME: Final = {**_WIDE, **{ord(ch): plain for ch, plain in _MARKS_OF.items()}}
_OTHER: Final = re.compile(f"[{re.escape(''.join(map(chr, _SAME)))}]+")


@lru_cache(maxsize=2048)
def fold(text: str) -> tuple[str, tuple[int, ...] | None]:
    """`text` without white space and differences of width, and the offset that each character had (None: its own)."""
    plain = _OTHER.sub(lambda signs: signs[0].translate(_SAME), text)
    if _BLANK.search(plain) is None:
        return plain, None
    stretches = [match.span() for match in _SAID.finditer(plain)]
    said = "".join([plain[start:end] for start, end in stretches])
    return said, tuple(chain.from_iterable(range(start, end) for start, end in stretches))


def same(a: str, b: str) -> bool:
    """Do the two read the same, but for width and white space?"""
    return fold(a)[0] == fold(b)[0]


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    r"""Where `words` stand in `text`, without overlaps.

    >>> occurrences("甲,乙和甲，\n乙", "甲，乙")
    [(0, 3), (4, 8)]
    """
    if not words:
        return []
    plain, offsets = fold(text)
    needle, _ = fold(words)
    if not needle or needle not in plain:
        return []
    spans = [
        match.span() for match in re.finditer(re.escape(needle), plain) if not _cuts(plain, *match.span())
    ]
    return spans if offsets is None else [(offsets[a], offsets[b - 1] + 1) for a, b in spans]


_FIGURES: Final = frozenset("〇零一二三四五六七八九十百千万亿0123456789")
_UNITS: Final = frozenset("十百千万亿0123456789")


def _cuts(plain: str, start: int, end: int) -> bool:
    """Would the words begin or end inside a number, as 十元 does in 二十元?"""
    before, after = plain[start - 1 : start], plain[end : end + 1]
    if before in _FIGURES and before and plain[start] in _UNITS:
        return True
    return (
        after in _UNITS
        and after != ""
        and plain[end - 1] in _FIGURES
        and end - start > 1
        and plain[end - 1] != "一"
    )


def sentence_span(text: str, number: int) -> tuple[int, int] | None:
    """The offsets of the sentence with that number (from 1; -1 the last), or None.

    >>> sentence_span("甲。乙。", 2)
    (2, 4)
    """
    ends = [match.end() for match in re.finditer(r"[。！？]”?|$", text) if match.end()]
    ends = list(dict.fromkeys(ends))
    index = number - 1 if number > 0 else len(ends) + number
    if not 0 <= index < len(ends):
        return None
    return (ends[index - 1] if index else 0), ends[index]


_PROVISO: Final = re.compile(r"(?:^|(?<=[。；，]))但(?!书)")


def proviso_span(text: str) -> tuple[int, int] | None:
    """The offsets of the one proviso (但书), from 但 to the end of its sentence, or None.

    >>> proviso_span("应当备案。但是，临时的除外。")
    (5, 14)
    """
    starts = [match.start() for match in _PROVISO.finditer(text)]
    if len(starts) != 1:
        return None
    end = text.find("。", starts[0])
    return starts[0], end + 1 if end >= 0 else len(text)


class Insertion(NamedTuple):
    """Words made ready for their place: `mark` is the punctuation that was added, `sure` whether the place shows it.

    `usual`: the place does not, the words themselves do (茶馆, 酒馆).
    """

    text: str
    mark: str
    sure: bool
    usual: bool = False


_JOINED: Final = re.compile(
    r"^(?:和|或者|或|及其|及|以及|并且|并|的|与|至|直至|且|但是?|等|[，。；、：（《”’])"
)
_CLOSED: Final = re.compile(r"(?:[，。；、：]|和|或者|或|以及|及|与|的|并|依法|应当|可以|办理|原|本|该)$")
_ADVERB: Final = re.compile(
    r"^(?:依法|应当|可以|按照|依照|根据|由|在|向|对|经|所|不|已|未|必须|原|办理|会同|配合|联合|负责|及时|定期|主动|自行"
    r"|共同|直接|通过|采取|采用|利用|结合|除|自|以|为|给予|进行|予以|重新|如实|擅自|仍|均|还|再)"
)
"""Words that go on with the sentence, so that no mark is called for before them."""
_MODAL: Final = re.compile(r"(?:应当?|可以?|不得|必须|有权|依法|未|不|[^权]能够?)$")
"""Words that a verb follows: what comes between needs no mark."""
_ACT: Final = re.compile(r"^(?:给予|予以|进行|采取).{2,}$")
"""A verb with its object, which behind a mark is a clause of its own; alone it may go on with the sentence."""
_GOVERNS: Final = re.compile(r"(?:国务院|政府|[省市区县乡镇级]|本|国家|有关|相关|其他)$")
"""Words that belong to the whole list that they are put before."""
_OF_NEXT: Final = re.compile(r"(?:^|[的、])(?:其|该|本|各|有关|相关|其他|所属)$")
"""Words that belong to what follows them."""
_PHRASE: Final = re.compile(r"^(?:按照|依照|根据|依据|参照).{2,}(?:规定|要求|标准|程序|情况|需要|原则)$")
_TAKES_OBJECT: Final = re.compile(
    r"(?:办理|开展|进行|实施|从事|提供|缴纳|交纳|申请|组织|建立|制定|编制|设置|设立|加强|完善|遵守|违反|取得|领取|支付|收取|发布"
    r"|公布|使用|接受|采取|履行|承担|负责|发放|开具|出具|签订|参加|通知|告知|鼓励|支持|禁止|拒绝|妨碍|影响|破坏|损毁|保护|防止|预防|避免)$"
)
"""A verb whose object follows: words put behind it need no mark."""
_LIST: Final = re.compile(r"和|、|或者")
_MARK_OF: Final = {"、": "、", "，": "，", ",": "，", "；": "；", ";": "；"}


_BESIDE: Final = re.compile(r"以外|之外|之间|等(?!级|待|于|候)")
"""What follows a list: words put before it are one more member."""


_PERSON: Final = re.compile(r"(?:[^人官]员|[^增延]长|[^个他私本]人|者|[^施竣开]工|[律教医]师)$")


def _alike(words: str, anchor: str, after: str) -> bool:
    """Are the words put before the anchor one more member of a list, and no part of its name?"""
    if _GOVERNS.search(words):
        return False
    persons = _PERSON.search(words) and (_PERSON.search(anchor) or _BESIDE.match(after))
    return bool(persons) or (len(words) > 2 and words[-2:] == anchor[-2:])


_ADVERBS: Final = re.compile(
    r"(?:实际|累计|平均|至少|最多|连续|原则上|同时|一并|逐[级步年月项]|统一|免费|无偿|按[时期月年季]|优先|依次|全程|首次|再次|专门"
    r"|严格|认真|积极|合理|妥善|有效|切实|持续|另行|自愿|当场|事先|事[前后]|提前|尽快|立即|一律|不再|各自|单独|公平|公正|准确|科学"
    r"|及时|定期|主动|自行|共同|直接|如实|重新|依法)地?"
)
"""Words that stand before a verb; two of them have a mark between them or none."""
_MANNER: Final = re.compile(
    rf"(?:{_ADVERBS.pattern}|公开|规范|高效|便[民捷利]|安全|文明|独立|全面|集中|廉洁|诚[实信]|透明|严肃|优质|快速|自主)$"
)
_FOLK: Final = re.compile(r"(?:[匠徒师士生民户友兵]|代表)$")
_OF_FOLK: Final = re.compile(r"代表|家[长属]|亲属|遗属|配偶|子女|助[理手]|队伍|师傅|代理|监护|负责")
"""What belongs to the person before it: 医生助理, 学生家长."""
_NOUN: Final = re.compile(r"[^，。；、：（）和及或等的]*")


def _one_kind(words: str, anchor: str) -> bool:
    """Are the two named alike, so that one cannot belong to the other (茶馆, 酒馆)?"""
    name = re.split(r"[，。；：、]", anchor)[-1]
    return 1 < len(words) == len(name) < 5 and words[-1] == name[-1] and words != name


def _of_persons(words: str, after: str) -> bool:
    """A list of persons before one more person: 学徒、帮工 before 演员 is no part of its name."""
    follows = _NOUN.match(after)
    one = follows[0] if follows else ""
    if "、" not in words or _OF_FOLK.match(one):
        return False
    members = re.split(r"[、和]", words)
    return all(_PERSON.search(who) or _FOLK.search(who) for who in (*members, one))


def _adds_clause(words: str, before: str, after: str, anchor: str) -> bool:
    """Are the words one more clause at the end of a sentence that has several already?"""
    if after[:1] not in ("。", "；") or not after or len(words) < 4 or _LIST.search(words):
        return False
    whole = before.endswith("，")
    return whole or ("，" in re.split(r"[。；：]", before + anchor)[-1] and len(words) > 5)


def inserted(words: str, before: str, after: str, *, side: str, anchor: str) -> Insertion:
    """`words` with the mark that its place calls for.

    `before` and `after` are the texts on either side of the anchor. A word that begins or ends as part of the sentence
    (和……, 依法, ……的) needs none.
    """
    if words.startswith("（") and words.endswith("）"):
        return Insertion(words, "", True)  # a remark in brackets belongs to the word beside it
    if _PHRASE.match(words):
        return Insertion(words + "，", "，", False)
    if side == "after":
        return _put_after(words, before, after, anchor)
    if _CLOSED.search(words) or _ADVERB.match(words):
        return Insertion(words, "", True)
    if after[:1] == "、" and before[-1:] not in _MARK_OF and not _GOVERNS.search(words):
        return Insertion(words + "、", "、", False)
    if _alike(words, anchor, after):
        return Insertion(words + "、", "、", False)
    previous = _MARK_OF.get(before[-1:], "")
    bounded = after[:1] in _MARK_OF or after[:1] in ("和", "及", "或")
    if previous == "、" or (previous and bounded and len(words) > 2):
        return Insertion(words + previous, previous, True)
    return Insertion(words, "", True)


def _put_after(words: str, before: str, after: str, anchor: str) -> Insertion:
    if _JOINED.match(words) or anchor.endswith(tuple("，。；：（《")):
        return Insertion(words, "", True)
    if words.endswith(("、", "，")) and after[:1] not in _MARK_OF:
        return Insertion(words, "", True)  # the decision says itself how it goes on
    if anchor.endswith(("和", "及", "或", "、")) and _OF_NEXT.search(words):
        return Insertion(words, "", True)
    if (
        anchor.endswith(("和", "及", "或", "、"))
        and words[-1:] not in "，、；。的"
        and after[:1] not in _MARK_OF
    ):
        return Insertion(words + "、", "、", False, _of_persons(words, after))
    following = _MARK_OF.get(after[:1], "")
    listed = after[:1] in ("和", "或", "及", "等") and before.endswith("、")
    if following == "、" or listed:
        return Insertion("、" + words, "、", True)
    if following in ("，", "；") and (not _ADVERB.match(words) or _ACT.match(words)):
        # 责令改正；拒不改正的，……: what is added to one of several clauses is one more of that clause
        within = following == "；" and "，" in re.split(r"[。；：]", before + anchor)[-1]
        mark = "，" if within else following
        return Insertion(mark + words, mark, not within and not _ACT.match(words))
    if before.endswith("、"):
        return Insertion("、" + words, "、", True)
    if _BESIDE.match(after) and not _ADVERB.match(words) and not _CLOSED.search(words):
        return Insertion("、" + words, "、", False, _one_kind(words, anchor))
    if _adds_clause(words, before, after, anchor):
        return Insertion("，" + words, "，", False)
    if (_LIST.search(words) or words[-2:] == anchor[-2:]) and not _ADVERB.match(words):
        return Insertion("、" + words, "、", False)
    goes_on = (
        (_TAKES_OBJECT.search(anchor) and after[:1].isalpha())
        or _ADVERB.match(words)
        or _CLOSED.search(words)
        or _MODAL.search(anchor)
        or (
            _ADVERBS.fullmatch(words)
            and not _MANNER.search(anchor)
            and after[:1].isalpha()
            and after[0] not in "的地"
        )
    )
    return Insertion(words, "", bool(goes_on))


def appended(words: str, raw: str) -> tuple[int, int, Insertion]:
    """(start, end, words) of the edit that puts `words` at the end of `raw`, before or instead of its final mark."""
    body = raw.rstrip()
    end = len(body)
    if not body or body[-1] not in "。；：，":
        return end, end, Insertion(words, "", True)
    last = body[-1]
    if words[-1:] in ("。", "”") and not words.startswith(tuple("，；、：")):
        return end, end, Insertion(words, "", last == "。")
    tail = "" if words[-1:] in "。；：" else last
    if words.startswith(tuple("，；、：（和或并及")):
        return end - 1, end, Insertion(words + tail, "", True)
    if words.startswith("但"):
        return end - 1, end, Insertion("，" + words + tail, "，", True)
    return end - 1, end, Insertion("；" + words + tail, "；", False)


_STOPS: Final = "。！？"
_CONJUNCTION: Final = compile_on_use(r"(?:和(?![解谐平睦好])|以及|及(?![时其早格至])|或者?|、)")
_LEADS_IN: Final = re.compile(r"(?:^|[。！？：；（“])$")
_ENDS_IN: Final = re.compile(r"(?:和|及|以及|或者|或)$")
_AND_SO: Final = compile_on_use(r"(?:^|[^合兼吞])并$")
_GOES_ON: Final = re.compile(
    r"等|的|应当?|可以?|不得|必须|负责|主管|会同|根据|按照|依[照法]|以外|之[间外]|[是有在由对与向]|共同|分别"
)
"""What follows a list: its last member, deleted, takes the mark before it along."""
_PAIRS: Final = re.compile(r"[，、；：。！？]$")


def without_marks(raw: str, start: int, end: int) -> tuple[int, int]:
    """The stretch to delete, with the mark that would stand doubled or lost where the words were.

    A sentence goes with its full stop, a member of a list with one of the marks beside it, the first of two with the
    conjunction after it, the last of two with the one before.

    >>> raw = "医院、诊所、血站。站长负责。"
    >>> [raw[:a] + raw[b:] for a, b in (without_marks(raw, 3, 5), without_marks(raw, 9, 13))]
    ['医院、血站。站长负责。', '医院、诊所、血站。']
    """
    start, end = _with_mark(raw, start, end)
    conjunction = _CONJUNCTION.match(raw, end)
    if conjunction and (
        _LEADS_IN.search(raw[:start]) or (raw[start - 1 : start] in "，、" and conjunction[0] in "和及、")
    ):
        return start, conjunction.end()
    last = _ENDS_IN.search(raw[:start])
    clause = re.split(r"[，。；：]", raw[:start])[-1]
    if last and "、" not in clause and (end == len(raw) or raw[end] in "，。；"):
        return last.start(), end
    return start, end


def _with_mark(raw: str, start: int, end: int) -> tuple[int, int]:
    before, after = raw[start - 1 : start], raw[end : end + 1]
    own = raw[start:end]
    if (not before or before in _STOPS) and after and after in _STOPS and own[-1] not in _STOPS:
        return start, end + 1
    if own[:1] in _MARK_OF or own[-1:] in _MARK_OF:
        doubled = own[-1:] in _MARK_OF and before in _MARK_OF and after and after in "。；"
        return (start - 1, end) if doubled else (start, end)
    if before in _MARK_OF and before and (after in _MARK_OF or after in "。和或及以" or not after):
        if after in _MARK_OF and after and before in "，；" and after == "、":
            return start, end + 1
        return (
            (start, end + 1)
            if after in _MARK_OF and after and (before, after) == ("；", "，")
            else (start - 1, end)
        )
    if before == "、" and _GOES_ON.match(raw, end):
        return start - 1, end
    if (not before or before in "。：") and after in _MARK_OF and after:
        return start, end + 1
    return start, end


def hangs(before: str, after: str) -> bool:
    """Do words end in a conjunction to which nothing is joined?

    >>> hangs("应当通知并", "，说明"), hangs("应当通知并", "说明")
    (True, False)
    """
    return bool(_ENDS_IN.search(before) or _AND_SO.search(before)) and (
        not after or after[0] in "，。；、：！？"
    )


def left_over(before: str, gone: str, after: str) -> bool:
    """Does a deletion leave a conjunction or a mark behind that has nothing to join?

    >>> left_over("病苗、死苗和", "带土苗", "，运输"), left_over("甲。", "乙", "。丙"), left_over("甲", "乙", "，丙")
    (True, True, False)
    """
    if before.endswith("、") and gone[-1:] not in tuple("，、；和及或") and after:
        return True
    if hangs(before, after):
        return True
    if _PAIRS.search(before) and after and after[0] in "，、；。！？：":
        return True
    if before and not after and (before[-1] in "，、" or (gone[-1:] in "：:" and before[-1] not in "。；：")):
        return True
    return bool(_LEADS_IN.search(before) and _CONJUNCTION.match(after))
