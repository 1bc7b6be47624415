"""The clauses that are laid side by side: what each is for, by what it is compared."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Postfix, Prefix

from lawtrack.collection.rows import PENALTIES, clauses_of
from lawtrack.law import Level, citations, unwrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from lawtrack.law import Instrument, Provision

SPECIAL: Final = (
    "purpose", "force", "scope", "principle", "authority", "officials", "rest", "award", "complaint",
)  # fmt: skip
"""What a text has one clause for, so that two of them treat the same whatever their words."""
_PLACE: Final = re.compile(
    r"^[一-鿿]{2,12}?(?:省|市|自治区|自治州|自治县|特区|县)(?:人民代表大会)?(?:常务委员会)?"
)
_KIND: Final = re.compile(
    r"(?:工作)?(?:管理|保护|促进)?(?:若干)?(?:条例|办法|规定|规则|细则)(?:（[^（）]*）)?$"
)
_ROLES: Final = (
    ("purpose", re.compile(r"^(?:为了?[^。]{2,200}|根据[^。]{2,200})制定本")),
    ("force", re.compile(r"自[^。]{2,24}起(?:施行|实施)")),
    ("scope", re.compile(r"(?:适用本|适用于本|本[^。]{2,8}适用)")),
    ("meaning", re.compile(r"本(?:条例|办法|规定|法|规则)(?:所称|中下列|下列)|下列用语的含义")),
    ("principle", re.compile(r"^[^。]{0,60}(?:遵循|坚持|实行|贯彻)[^。]{4,140}?(?:原则|方针)")),
    (
        "officials",
        re.compile(
            r"(?:玩忽职守|滥用职权|徇私舞弊)[^。]{0,80}(?:处分|责任|处理)|工作人员[^。]{0,80}(?:依法)?给予(?:行政)?处分"
            r"|(?:机关|部门|政府)[^。，]{0,12}及其工作人员[^。]{0,60}(?:追究|给予|予以处)"
        ),
    ),
    (
        "rest",
        re.compile(
            r"^[^。]{0,60}(?:另有规定|已有[^。]{0,12}规定|规定[^。]{0,12}处罚)[^。]{0,20}(?:从其规定|按照规定|依照其规定|适用其规定)"
        ),
    ),
    (
        "authority",
        re.compile(
            r"(?:部门|机构|局|机关|委员会|办公室)(?:（[^（）]*）)?(?:主管|负责|承担|对)[^。；]{0,24}"
            r"(?:本行政区域|全[市省国县]|本[市省县])[^。；]{0,40}(?:管理|工作|监督)"
        ),
    ),
    ("award", re.compile(r"^[^。]{0,80}(?:成绩|贡献)[^。]{0,30}(?:表彰|奖励)")),
    ("complaint", re.compile(r"(?:投诉|举报)[^。]{0,40}(?:投诉|举报)")),
    ("penalty", re.compile(r"^(?:违反本|有下列[^。]{0,20}行为之一的，由|[^。]{0,60}罚款)")),
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One article laid beside others: which text it is of (0 is the draft), what it is for, and where it stands.

    `subject` is what it is compared by: its words, and for a penalty those of the clauses that it punishes too; `parts`
    are its paragraphs and items, of a penalty each with what it punishes; `chapter` is the address of the heading above.
    """

    text: int
    article: Provision = field(repr=False)
    role: str
    subject: str
    parts: tuple[str, ...]
    chapter: str

    @property
    def words(self) -> str:
        """What it says."""
        return self.article.words

    @property
    def label(self) -> str:
        """Its number as printed."""
        return self.article.label


def one_subject(title: str, other: str) -> Callable[[str], str]:
    """Gives the words of a clause of the other text with its subject under the name that the first title has for it.

    畜禽屠宰 of a draft and 生猪屠宰 of another are one subject: what the titles do not share is what one puts for the
    other, if it is short.

    >>> one_subject("江北市畜禽屠宰条例", "海东省生猪屠宰管理条例")("生猪应当检疫")
    '畜禽应当检疫'
    """
    own, theirs = _unshared(_core(title), _core(other))
    return lambda words: words.replace(theirs, own) if own and theirs else words


def _core(title: str) -> str:
    """The subject of a title, without the place and the kind."""
    plain = _PLACE.sub("", title)
    return _KIND.sub("", plain)


def _unshared(one: str, other: str) -> tuple[str, str]:
    """What two subjects do not share before or after what they do; ("", "") where nothing short is left."""
    if one == other:
        return "", ""
    end = Postfix.similarity(one, other)
    start = Prefix.similarity(one[: len(one) - end], other[: len(other) - end])
    mine, theirs = one[start : len(one) - end], other[start : len(other) - end]
    short = 2 <= len(mine) <= 4 and 2 <= len(theirs) <= 4
    return (mine, theirs) if short and start + end >= 2 else ("", "")


def clauses_to_pair(text: int, doc: Instrument) -> list[Clause]:
    """The articles of a text, each with what it is for and by what it is compared; `text` is its number."""
    punished: dict[str, dict[str, None]] = {}
    for cited in citations(doc):
        for target in cited.targets:
            if target.partition("__")[0] in doc.by_eid:
                punished.setdefault(cited.holder, {})[doc.by_eid[target].words] = None
    clauses: list[Clause] = []
    for headings, path in clauses_of(doc):
        article = path[-1]
        if article.level is not Level.ARTICLE:
            continue
        role = _role(article.words, " ".join(unwrap(head.heading) for head in headings))
        broken = dict.fromkeys(
            words for eid, told in punished.items() if eid.partition("__")[0] == article.eid for words in told
        )
        penal = role == "penalty"
        subject = "\n".join([article.words, *broken]) if penal else article.words
        parts = tuple(_conducts(article, punished) if penal else _parts(article))
        clauses.append(Clause(text, article, role, subject, parts, headings[-1].eid if headings else ""))
    return clauses


def _role(words: str, chapter: str) -> str:
    """What a clause is for, by its words and the name of its chapter; "" for what any clause is for."""
    role = next((name for name, expression in _ROLES if expression.search(words)), "")
    return "penalty" if not role and PENALTIES.search(chapter) else role


def _parts(article: Provision) -> Iterator[str]:
    """Its paragraphs, and the items of each."""
    for paragraph in article.children or (article,):
        yield paragraph.words
        yield from (child.words for child in paragraph.children if child.level is Level.ITEM)


def _conducts(article: Provision, punished: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """What each item or paragraph of a penalty punishes, with the words of the clauses that it names."""
    for paragraph in article.children or (article,):
        items = [child for child in paragraph.children if child.level is Level.ITEM]
        for part in items or (paragraph,):
            yield "\n".join([part.words, *punished.get(part.eid, ())])
