"""What stands around the articles of two versions, and what they say about one another: chapters and references.

Asked for only where words alone don't tell which article became which.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from lawtrack.compare.alignment.similarity import bigrams
from lawtrack.law import Level, to_int
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from lawtrack.law import Instrument, Provision

    Grams = Mapping[int, set[int]]
    """Articles by their places, each with the pairs of characters of its words."""

_CITED: Final = compile_on_use(
    r"第(?:(?<![》>）)]第)|(?<=本法第)|(?<=本条例第)|(?<=本办法第)|(?<=本规定第))([〇零一二三四五六七八九十百千\d]+)条"
)
"""A reference to an article of the same text: not what stands behind the name of another law."""

_DEFINED: Final = compile_on_use(
    "(?:所称的?|^)[“‘]?((?!本)[^，,。；、：“”‘’]{2,12}?)[”’]?[，,]?(?:[是系]指|指)"
)
"""The term that an article defines."""

DEFINED: Final = 40  # characters within which an article that defines a term has named it
SUBJECT: Final = 24  # characters within which an article that speaks of a term has named it
_OWN: Final = "本(?:法|条例|办法|规定|规则|细则|决定|解释)"
FUNCTIONS: Final[dict[str, tuple[tuple[str, ...], re.Pattern[str] | None]]] = {
    "purpose": (("制定",), re.compile(f"为了?.{{4,}}制定{_OWN}", re.DOTALL)),
    "scope": (("适用", "遵守"), compile_on_use(f"适用{_OWN}|{_OWN}适用于|遵守{_OWN}。")),
    "definition": (("所称", "下列用语"), re.compile(f"{_OWN}(?:所称|中?下列用语)")),
    "reward": (("表彰", "奖励"), re.compile("(?:表彰|奖励)[^，；]{0,12}。")),
    "complaint": (("举报", "投诉"), None),
    "misconduct": (("玩忽职守", "滥用职权", "徇私舞弊", "失职", "渎职"), None),
    "crime": (("构成犯罪的",), None),
    "competence": (
        ("处罚",),
        compile_on_use(r"规定的(?:行政)?处罚[^。；]{0,40}?由[^。]{2,60}(?:决定|实施|执行)"),
    ),
    "obstruction": (
        ("阻碍", "妨碍", "阻挠", "抗拒"),
        compile_on_use("(?:阻碍|妨碍|阻挠|抗拒)[^。；]{0,30}(?:公务|职务|职责|检查)"),
    ),
    "remedy": (("复议",), compile_on_use("申请[^。；]{0,12}复议")),
    "science": (
        ("科学", "科技", "技术"),
        compile_on_use(
            "(?:鼓励|支持)[^。；]{0,30}?(?:科学|科技|技术)[^。；]{0,8}?(?:研究|创新|进步|研发|开发|推广)"
        ),
    ),
    "publicity": (("宣传",), compile_on_use("(?:开展|加强|组织|做好)[^。；]{0,30}?宣传")),
    "finance": (("预算",), compile_on_use("将[^。；]{2,40}(?:列入|纳入)[^。；]{0,24}预算")),
    "principle": (
        ("原则", "方针", "坚持"),
        compile_on_use(
            "(?:遵循|坚持|实行|贯彻)[^。；]{0,60}?(?:原则|方针)|(?<=[^。，；]{2})坚持[^。；]{2,60}?(?:领导|主导|优先|为主|结合|并重)"
        ),
    ),
    "participation": (
        ("鼓励", "支持", "引导"),
        compile_on_use("(?:鼓励|支持|引导)[^。；]{0,40}?(?:参与|参加|捐|认养|投入|投资|志愿)"),
    ),
    "departments": (
        ("职责", "协同", "配合", "协助"),
        compile_on_use(
            "(?:按照|根据|依照|在)(?:各自|职责分工|职责)[^。]{0,60}工作|(?:部门|机关|局)(?:协同|配合|协助)[^。；]{0,12}管理。"
        ),
    ),
    "analogy": (("参照",), compile_on_use(f"参照{_OWN}")),
    "precedence": (("规定",), re.compile("从其规定|有(?:处罚|处理|法律责任)?规定的")),
    "authority": (
        ("主管", "负责"),
        compile_on_use(
            r"(?:部门|局|委员会|机关|机构|政府)(?:\([^)]*\)|（[^）]*）)?(?:主管|负责)(?:对)?(?:全[市县省区]|本[市省县区]|本行政区域|本?辖区)[^。；]{0,40}工作"
        ),
    ),
    "commencement": (
        ("起施行", "之日施行", "起执行", "起实行", "起生效"),
        compile_on_use(f"起施行|之日施行|{_OWN}[^。，]{{0,20}}起(?:执行|实行|生效)"),
    ),
}
"""What an article is there for, as 立法技术规范 tells the articles of an ordinance apart: each by its fixed form.

A word of the form, one of which has to stand there (told in a tenth of the time), and the form where that is not all.
"""


LOOSE: Final = {
    "reward": compile_on_use(
        "表彰|表扬|奖励|褒扬|褒奖|嘉奖|(?:授予|颁发|发给|获得)[^。；]{0,16}(?:称号|荣誉|证书|奖)"
    ),
    "authority": compile_on_use(
        "^(?:(?!应当|不得|禁止|可以)[^。])*?"
        "(?:(?:主管(?!部门|机关|机构)|负责|领导|行使|履行|实施|管理(?=[^。；]{0,12}日常))[^。；]{0,40}(?:管理|工作|职权|职责|权限|事务|执法|实施|[规计]划)"
        "|(?:主管|管理)(?:部门|机构|机关)|派出机构)"
        "|指导下[^。；]{0,8}工作"
    ),
    "competence": compile_on_use(
        "^(?!.*[元倍])(?=.*(?:处罚|罚款)).*(?:由[^。；]{2,30}(?:决定|实施|执行|收缴|行使)|(?:实施|行使|承接|委托)[^。；]{0,30}(?:处罚|罚款))"
    ),
    "definition": compile_on_use(
        f"[是系]指|{_OWN}(?:所称|中?下列用语)|(?:范围|含义|认定|定义)[^。；]{{0,20}}(?:确定|规定|划定|公布)"
    ),
}
"""What two articles are there for that stand in the same place, where nothing else there could be: by looser forms."""


SIGNS: Final = {
    "reward": ("表彰", "表扬", "奖励", "褒扬", "褒奖", "嘉奖", "授予", "颁发", "发给", "获得"),
    "authority": ("主管", "负责", "领导", "行使", "履行", "实施", "管理", "派出", "指导"),
}
"""Of these functions a text has one, wherever it stands; and the words of which the loose form has one."""


def speak_of_one_term(old: str, new: str) -> bool:
    """Does either define a term that the other begins with?

    >>> speak_of_one_term("淡季，是指停业的时候。", "淡季由主管部门公布。")
    True
    """
    for one, other in ((old, new), (new, old)):
        if (term := _DEFINED.search(one[:DEFINED])) and re.match(
            f"(?:{_OWN}(?:所称|中)?的?)?{re.escape(term[1])}", other
        ):
            return True
    return False


def define_other_terms(old: str, new: str) -> bool:
    """Does each define a term, and are the two terms of different characters?

    >>> define_other_terms("本条例所称淡季，是指停业的时候。", "本条例所称摊主，是指出租摊位的人。")
    True
    """
    one, other = _DEFINED.search(old[:DEFINED]), _DEFINED.search(new[:DEFINED])
    return one is not None and other is not None and set(one[1]).isdisjoint(other[1])


def forms_of(words: str, grams: set[int], asked: Iterable[str]) -> set[str]:
    """Which of the functions `asked` an article may have, seen by loose forms; `grams` are the pairs of its characters.

    >>> words = "对有功人员，由园林局发给奖金。"
    >>> forms_of(words, bigrams(words), LOOSE)
    {'reward'}
    """
    return {name for name in asked if _may_have(name, grams) and LOOSE[name].search(words)}


class Context:
    """The chapters and the references of the articles of two versions, by the places of the articles."""

    def __init__(self, old: Instrument, new: Instrument, left: tuple[Grams, Grams] = ({}, {})) -> None:
        """`left` are the articles of either side that have no partner yet: what they are there for is asked for."""
        self._old, self._new, self._left = old, new, left

    def among(self, old: Grams, new: Grams) -> Context:
        """This context with these articles left over."""
        return Context(self._old, self._new, (old, new))

    @cached_property
    def chapters(self) -> tuple[list[str], list[str]]:
        """For each article of either side the address of the heading right above it, "" without one."""
        return _above(self._old.body), _above(self._new.body)

    @cached_property
    def counterparts(self) -> frozenset[tuple[int, int]]:
        """Places of an old and a new article, both left over, that alone on their sides are there for something: the reward."""
        sides = (self._old.articles, self._left[0]), (self._new.articles, self._left[1])
        old = _alone_for(*sides[0], FUNCTIONS)
        new = _alone_for(*sides[1], old)
        served = {
            (old[name], place)
            for name, place in new.items()
            if not any(_is_served(name, *side) for side in sides)
            and not (
                name == "definition"
                and define_other_terms(self.words(old[name], new=False), self.words(place, new=True))
            )
        }
        return frozenset(
            served.union(self._definitions(), self._by_loose_forms(set(old.keys() & new.keys())))
        )

    def _definitions(self) -> Iterator[tuple[int, int]]:
        """An article that defines a term, and the one of the other side that says where its meaning is found now."""
        old, new = (self._old.articles, self._left[0]), (self._new.articles, self._left[1])
        yield from _speaking_of(*old, *new)
        yield from ((i, j) for j, i in _speaking_of(*new, *old))

    def _by_loose_forms(self, told: Container[str]) -> Iterator[tuple[int, int]]:
        """What of both texts is alone there for something that its strict form does not tell, by a loose one."""
        sides = (self._old.articles, self._left[0]), (self._new.articles, self._left[1])
        for name in SIGNS:
            if name not in told:
                old = _only(_loosely(name, *sides[0]))
                new = None if old is None else _only(_loosely(name, *sides[1]))
                if (
                    old is not None
                    and new is not None
                    and not any(
                        LOOSE[name].search(node.words)
                        for articles, left in sides
                        for at, node in enumerate(articles)
                        if at not in left
                    )
                ):
                    yield old, new

    def words(self, place: int, *, new: bool) -> str:
        """What the article at a place of either side says."""
        return (self._new if new else self._old).articles[place].words

    def named_by(self, place: int, *, new: bool) -> frozenset[int]:
        """The places of the articles of its own text that the article at a place of either side names."""
        return frozenset(_named((self._new if new else self._old).articles[place], self._places[new]))

    @cached_property
    def _places(self) -> tuple[Mapping[tuple[int, int], int], Mapping[tuple[int, int], int]]:
        old, new = (
            {node.number: at for at, node in enumerate(side.articles)} for side in (self._old, self._new)
        )
        return old, new

    @cached_property
    def cited(self) -> tuple[list[frozenset[int]], list[frozenset[int]]]:
        """For each article of either side the places of the articles of its own text that it names.

        Of those that have partners it is said only where on each side one that is left names any: nobody asks elsewhere.
        """
        sides = self._old.articles, self._new.articles
        old, new = map(_cited, sides, self._places, self._left)
        if any(old) and any(new):
            old, new = map(_cited, sides, self._places, [range(len(articles)) for articles in sides])
        return old, new


def _speaking_of(
    articles: Sequence[Provision], defining: Iterable[int], others: Sequence[Provision], left: Container[int]
) -> Iterator[tuple[int, int]]:
    """The places of articles that define a term, and of those `left` of the others that alone begin with it as their subject."""
    begins: dict[bool, list[tuple[int, str]]] = {}
    for at in defining:
        if (
            "指" not in articles[at].text
            or "指" not in (words := articles[at].words)[:DEFINED]
            or not (term := _DEFINED.search(words))
        ):
            continue
        subject = re.compile(
            f"(?:{_OWN}(?:所称|中)?的?)?{re.escape(term[1])}(?:，|的?(?:具体)?(?:范围|含义|认定|界定|定义|标准))"
        )
        speaking: list[int] = []
        for is_left in (True, False):  # what is not left is asked only where one that is left speaks of it
            if is_left not in begins:
                begins[is_left] = [
                    (place, other.words[:SUBJECT])
                    for place, other in enumerate(others)
                    if (place in left) == is_left
                ]
            speaking += [
                place for place, begin in begins[is_left] if term[1] in begin and subject.match(begin)
            ]
            if len(speaking) != 1:
                break
        else:
            yield at, speaking[0]


def _alone_for(articles: Sequence[Provision], left: Grams, asked: Iterable[str]) -> dict[str, int]:
    """By that of the functions `asked` for which just one of the articles that are `left` is there, its place."""
    units = [(place, *_said(articles[place], grams)) for place, grams in left.items()]
    alone = [(name, _only(_there_for(name, units))) for name in asked]
    return {name: place for name, place in alone if place is not None}


def _there_for(name: str, units: Iterable[tuple[int, str, set[int] | None]]) -> Iterator[int]:
    """The places of those of `units` that are there for something; of each the text and the pairs of characters of it are known."""
    signs = _signs(FUNCTIONS[name][0])
    for place, text, grams in units:
        if (grams is None or not signs.isdisjoint(grams)) and _serves(name, text):
            yield place


def _said(node: Provision, grams: set[int]) -> tuple[str, set[int] | None]:
    """The text of an article, and the pairs of characters of its words, None where not all that stands in it is of its words."""
    text = node.text
    # a caption is not of the words, nor is what a web page left
    return text, None if node.heading or "<" in text or "&" in text else grams


def _serves(name: str, text: str) -> bool:
    """Is an article with this text there for something?"""
    words, form = FUNCTIONS[name]
    return any(word in text for word in words) and (form is None or form.search(text) is not None)


def _is_served(name: str, articles: Sequence[Provision], left: Container[int]) -> bool:
    """Is one of the articles that are not `left` there for it too?"""
    return any(_serves(name, node.text) for place, node in enumerate(articles) if place not in left)


def _loosely(name: str, articles: Sequence[Provision], left: Grams) -> Iterator[int]:
    """The places of the articles that are `left` and have a function by its loose form."""
    for place, grams in left.items():
        if _may_have(name, grams) and LOOSE[name].search(articles[place].words):
            yield place


def _may_have(name: str, grams: set[int]) -> bool:
    """Do pairs of characters leave open that an article has a function by its loose form?"""
    return name not in SIGNS or not _signs(SIGNS[name]).isdisjoint(grams)


def _only(places: Iterator[int]) -> int | None:
    """The one that there is, None where there is none or another."""
    first = next(places, None)
    return first if next(places, None) is None else None


@cache
def _signs(words: tuple[str, ...]) -> frozenset[int]:
    """The first two characters of each of `words`, as `bigrams` numbers them."""
    return frozenset().union(*[bigrams(word[:2]) for word in words])


def _above(nodes: Sequence[Provision], heading: str = "") -> list[str]:
    headings: list[str] = []
    for node in nodes:
        if node.level is Level.ARTICLE:
            headings.append(heading)
        else:
            headings += _above(node.children, node.eid)
    return headings


def _cited(
    articles: Sequence[Provision], places: Mapping[tuple[int, int], int], asked: Iterable[int]
) -> list[frozenset[int]]:
    """For each article the places of those that it names; of the articles that are not `asked` none are told."""
    cited: list[frozenset[int]] = [frozenset()] * len(articles)
    for at in asked:
        node = articles[at]
        if node.source.find("第", node.words_start, node.end) >= 0:
            cited[at] = frozenset(_named(node, places))
    return cited


def _named(node: Provision, places: Mapping[tuple[int, int], int]) -> Iterator[int]:
    for match in _CITED.finditer(node.source, node.words_start, node.end):
        place = places.get((to_int(match[1]), 0))
        if place is not None:
            yield place
