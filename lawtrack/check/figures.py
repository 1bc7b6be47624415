"""Numbers, sums and marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.check.model import Hit, Severity
from lawtrack.check.rule import NORM_1, NORM_2, rule
from lawtrack.law import to_chinese, to_int

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.check.subject import Subject

_CN: Final = "[一二三四五六七八九十百千万亿零两]{1,12}"
_UNIT: Final = (
    "(?:个?工作日|日(?![均常报本照间语])|个月|年(?![度代均鉴检报轮])|周岁|元(?![素件旦])|万元|倍(?![频])|人(?![民工员行防造均力体社大才口])"
    "|次(?![方日数氯])|名(?![录称])|小时|分钟|平方米|公里|米(?![粉制酒饭跳赛粒])|吨(?![位级公]))"
)
_CHINESE_FIGURE: Final = re.compile(rf"{_CN}{_UNIT}(?!月)")
_ARABIC_FIGURE: Final = re.compile(
    rf"(?<![0-9０-９.．年月—\-～~至第A-Za-z±≤≥<>＜＞])(?P<at>[0-9０-９]{{1,3}})(?={_UNIT}(?![0-9０-９月]))(?![0０]+{_UNIT})"
    r"(?!\d+米(?:等|高程|水位|线))"
)
_RANGE: Final = re.compile(
    rf"(?<!百分之)(?<![一二三四五六七八九十百千万亿零两])(?P<low>{_CN})(?P<unit1>个?工作日|日|个月|年|元|倍|人|周岁)?以上(?:不满|、)?(?P<high>{_CN})(?P<unit2>个?工作日|日|个月|年|元|倍|人|周岁)以下"
)
_SIZES: Final = re.compile(
    rf"(?P<low>{_CN})(?P<unit>人|周岁|平方米|公里|米|吨|次|名)(?P<from>以上|超过)?[^，。；]{{0,4}}?(?P<high>{_CN})(?P=unit)(?P<to>以下|不满)(?=[^罚]{{0,8}}的)"
)
_OPEN_FINE: Final = re.compile(
    rf"处(?:以)?(?P<at>{_CN}元以上(?:的)?罚款)(?!(?:的决定|决定|的)?[，,]?[^。；，]{{0,12}}(?:报|批准|听证|讨论|备案))"
)
"""Not 处一万元以上罚款的，须报……批准, which says who decides on a fine."""
_DEFINES: Final = re.compile("所称|是指|指的是|包括")
_SENTENCE: Final = 200
_HALF: Final = re.compile(r"(?<=[一-鿿）)》”])(?P<at>[,;:?!](?=[一-鿿（(《“\n]|$)|\.(?=\r?$))", re.MULTILINE)
_HALF_BRACKETS: Final = re.compile(
    r"(?:(?<=[一-鿿])|(?<=[，、；：。）》”,;])(?![（(][一二三四五六七八九十]+[)）]))(?:\((?P<inner>[^()（）\n]{1,200})\)|\((?P<left>[^()（）\n]{1,200})）"
    r"|（(?P<right>[^()（）\n]{1,200})\))"
)
_HAN: Final = re.compile(r"[一-鿿]")
_DOUBLED: Final = re.compile(r"(?P<at>([。，；、：])\2|[，；、：]。|。[，；、：]|，、|、，)")
_NESTED: Final = re.compile(r"《[^《》〈〉\n]*(?P<at>《[^《》\n]*》)[^《》\n]*》")
_ANGLE: Final = re.compile(r"《[^《》\n]*(?P<at>[<＜](?P<inner>[^<>＜＞\n]*)[>＞])[^《》\n]*》")
_FULL_WIDTH: Final = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_PAIRS: Final = (("（", "）"), ("《", "》"), ("〈", "〉"), ("“", "”"), ("‘", "’"))
_APOSTROPHE: Final = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z ])")
_PARAGRAPH: Final = re.compile(r"\n[ 　\t]*\Z")
_RARE: Final = 3


@rule("figures", Severity.HINT, f"{NORM_1}第11项")
def figures(subject: Subject) -> Iterator[Hit]:
    """A period, age or sum in Arabic figures, in a text that writes Chinese numerals elsewhere."""
    matches = list(subject.find(_ARABIC_FIGURE))
    usual = sum(1 for _ in subject.find(_CHINESE_FIGURE))
    if 0 < len(matches) <= _RARE and usual >= 10 * len(matches):
        for match in matches:
            yield Hit(*match.span("at"), to_chinese(to_int(match["at"])))


@rule("range-reversed", Severity.ERROR, f"{NORM_1}第24项")
def range_reversed(subject: Subject) -> Iterator[Hit]:
    """A range whose lower end is above its upper end."""
    for match in subject.find(_RANGE):
        if (
            match["unit1"] in (None, match["unit2"])
            and to_int(match["low"]) >= to_int(match["high"])
            and _comparable(match)
        ):
            yield Hit(*match.span())


@rule("ranges-overlap", Severity.WARNING, f"{NORM_1}第24项")
def ranges_overlap(subject: Subject) -> Iterator[Hit]:
    """Neighbouring size classes of one article that share their boundary, or leave a gap: 十人以下 and 十人以上."""
    for article in subject.doc.articles:
        ends: dict[tuple[int, str], str] = {}
        for match in _SIZES.finditer(subject.text, article.start, article.end):
            low = (to_int(match["low"]), match["unit"])
            if match["from"] == "以上" and ends.get(low) == "以下":
                yield Hit(*match.span())
            ends[to_int(match["high"]), match["unit"]] = match["to"]


@rule("open-fine", Severity.WARNING, f"{NORM_2}第4项")
def open_fine(subject: Subject) -> Iterator[Hit]:
    """A fine with a lower end only; 所称“较大数额罚款”，是指……处以二千元以上罚款 says what a word means and fines nobody."""
    for match in subject.find(_OPEN_FINE):
        sentence = subject.text[max(match.start() - _SENTENCE, subject.start) : match.start()].rpartition(
            "。"
        )[2]
        if not _DEFINES.search(sentence):
            yield Hit(*match.span("at"))


@rule("half-width", Severity.WARNING, "GB/T 15834—2011")
def half_width(subject: Subject) -> Iterator[Hit]:
    """Half-width marks between Chinese words."""
    for match in subject.find(_HALF):
        yield Hit(*match.span("at"), _FULL_WIDTH[match["at"]])


@rule("half-width-brackets", Severity.HINT, "GB/T 15834—2011")
def half_width_brackets(subject: Subject) -> Iterator[Hit]:
    """Half-width brackets around Chinese words, in a text that has full-width ones too."""
    text, start, end = subject.text, subject.start, subject.end
    usual = text.count("（", start, end) >= text.count("(", start, end)
    for match in subject.find(_HALF_BRACKETS):
        inner = match["inner"] or match["left"] or match["right"]
        mixed = not match["inner"]
        if _HAN.search(inner) and (usual or mixed):
            yield Hit(*match.span(), f"（{inner}）")


@rule("doubled-mark", Severity.ERROR, "GB/T 15834—2011")
def doubled_mark(subject: Subject) -> Iterator[Hit]:
    """Two marks where one belongs: 。。, ；。"""
    for match in subject.find(_DOUBLED):
        marks = match["at"]
        better = marks[0] if marks[0] == marks[-1] else "。" if set(marks) <= set("。，、") else None
        yield Hit(*match.span("at"), better)


@rule("nested-title", Severity.WARNING, f"{NORM_1}第12项")
def nested_title(subject: Subject) -> Iterator[Hit]:
    """A title within a title that is not in 〈〉."""
    for pattern in (_NESTED, _ANGLE):
        for match in pattern.finditer(subject.text, subject.start, subject.end):
            yield Hit(*match.span("at"), f"〈{match['at'][1:-1]}〉")


@rule("unpaired", Severity.ERROR, "GB/T 15834—2011")
def unpaired(subject: Subject) -> Iterator[Hit]:
    """A bracket or a quotation mark without its partner; each paragraph of a quotation may open anew (GB/T 15834, 4.8.3)."""
    for article in subject.doc.articles:
        words = _APOSTROPHE.sub("'", _opened_once(subject.text[article.start : article.end]))
        for opening, closing in _PAIRS:
            if words.count(opening) == words.count(closing) or (subject.amends and opening in "“‘"):
                continue
            if opening == "（" and _balanced(words):
                continue  # 县(市）: a question of width
            mark = opening if words.count(opening) > words.count(closing) else closing
            at = article.start + (words.rindex(mark) if mark == opening else words.index(mark))
            yield Hit(at, at + 1)
    if subject.amends:
        yield from _unpaired_quotes(subject)


def _unpaired_quotes(subject: Subject) -> Iterator[Hit]:
    """The quotation that a text which amends another never closes, or closes without opening; it may span instructions."""
    words = _opened_once(subject.text[: subject.end])
    if (more := words.count("“") - words.count("”")) != 0:
        at = words.rindex("“") if more > 0 else words.rindex("”")
        yield Hit(at, at + 1)


def _opened_once(words: str) -> str:
    """The words with the marks that open each further paragraph of one quotation written as other signs, so that none moves."""
    signs, open_ = list(words), 0
    for at, sign in enumerate(words):
        if sign == "“" and open_ and _PARAGRAPH.search(words, max(0, at - 8), at):
            signs[at] = "‟"
        elif sign in "“”":
            open_ = max(0, open_ + (1 if sign == "“" else -1))
    return "".join(signs)


def _balanced(words: str) -> bool:
    """Has every bracket its partner, whatever the widths of the two?"""
    return words.count("（") + words.count("(") == words.count("）") + words.count(")")


def _comparable(match: re.Match[str]) -> bool:
    """三年以上五万元以下 is no range; neither is 五以上 of a list."""
    return match["unit1"] is not None or to_int(match["low"]) >= 10
