"""A published plan as a numbered list, with brackets behind the titles or labelled lines below them.

The forms are those in which cities print their plans: `3.某某条例（市科技局牵头起草；8月底前提交草案送审稿）`,
`4.某某条例（3月常委会会议二审）`, items with lines `起草主体：…` below, sentences that name further projects.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lawtrack.messages import translate
from lawtrack.plan.intake.bands import Bands, is_time
from lawtrack.plan.intake.counting import Counted, counts_told
from lawtrack.plan.intake.kinds import KIND_HEAD, kind_of
from lawtrack.plan.intake.lines import (
    acted_projects,
    each_project,
    governed_behind,
    inline_projects,
    is_category,
    is_governed,
    is_project,
    listed_projects,
    parted,
    unwrapped,
)
from lawtrack.plan.intake.plain import plain_line
from lawtrack.plan.intake.projects import (
    field_of,
    kind_over,
    take_labelled,
    take_line,
    take_said,
    titled,
)
from lawtrack.plan.intake.prose import Named, projects_told
from lawtrack.plan.intake.taken import (
    Intake,
    Leftover,
    doubted,
    finished,
    is_odd,
    lost_titles,
)
from lawtrack.plan.intake.timing import DraftItem
from lawtrack.plan.intake.wording import (
    ACT,
    ACTIONS,
    BAND,
    BAND_HEADS,
    CLAUSED,
    HEADLINE,
    ITEM,
    LABELLED,
    OWN_TITLE,
    PAGE,
    SPACED,
    TITLE_MARKS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEADS_LIST: Final = re.compile(r"[^《》：]*[：:](?P<listed>[^：:]+)")
"""A sentence that ends in a list: 由有关方面抓紧调研，视情安排审议：甲条例、乙条例。"""


def read_list(text: str, *, year: int, title: str, jurisdiction: str) -> Intake:
    """The plan in a numbered list, one item a line, with brackets or labelled lines below.

    >>> found = read_list("1.种子条例（省农业农村厅起草；3月常委会会议二审）", year=2024, title="计划", jurisdiction="湖北省")
    >>> item = found.plan.items[0]
    >>> item.title, item.drafting_unit, [(t.stage, str(t.date)) for t in item.targets]
    ('种子条例', '省农业农村厅', [('second-reading', '2024-03')])
    """
    reading = _List(text, year)
    lines = [(line, plain_line(printed)) for line, printed in unwrapped(text.splitlines())]
    said = [(line, words) for line, words in lines if words.strip() and not PAGE.fullmatch(words)]
    for (line, words), (_, below) in pairwise([*said, (0, "")]):
        reading.read(line, words, below)
    drafts, left = reading.drafts, reading.leftovers
    if drafts:
        left += reading.miscounted()
        left += doubted(drafts)
        left += lost_titles(enumerate(text.splitlines(), 1), drafts, left)
    around = [words for _, words in reading.totals]
    return finished(drafts, left, around, year=year, title=title, jurisdiction=jurisdiction)


class _List:
    """A list while its lines are read: the projects so far, the category that they stand under, what is told."""

    def __init__(self, text: str, year: int) -> None:
        self.text = text
        self.year = year
        self.drafts: list[DraftItem] = []
        self.leftovers: list[Leftover] = []
        self.bands = Bands()
        self.totals: list[tuple[int, str]] = []

    def read(self, line: int, words: str, below: str) -> None:
        """One line that is not empty; `below` is the next."""
        counted = BAND.fullmatch(words)
        headline = is_time(words) or (not counted and HEADLINE.fullmatch(words) is not None)
        headline = headline or (KIND_HEAD.fullmatch(words) is not None and _opens_list(below))
        if not (self.drafts or self.bands.all or counted or headline) and OWN_TITLE.fullmatch(words):
            self.totals.append((line, words))
            self.bands.title = self.bands.title or words.strip()
            return
        titles = self._titles(line, words, headline=headline)
        if titles and self.bands.is_off():
            self.leftovers.append(Leftover(line, words.strip()))
            return
        begun = [draft for one in titles for draft in self._begun(line, one)]
        if begun:
            self.drafts += begun
            if leaves_open(words, titles):
                self.leftovers.append(Leftover(line, words.strip()))
        elif headline or (counted and is_category(words)):
            self.bands.add(line, words.strip("【】 　"), len(self.drafts))
        elif not counted and self.drafts and LABELLED.fullmatch(words):
            self.drafts[-1].near += f" {words}"
            self.leftovers += [Leftover(line, one) for one in take_line(self.drafts[-1], words, self.year)]
        elif not counted and self.drafts and self._takes_spaced(words):
            return
        elif not self._tells(line, words):
            self.totals.append((line, words))
            opens = not (self.drafts or self.bands.all or counted or ITEM.fullmatch(words))
            opens = (
                opens and not projects_told(words).projects and not any(map(is_project, words.split("\t")))
            )
            self.leftovers += [] if opens else [Leftover(line, words.strip())]

    def miscounted(self) -> list[Leftover]:
        """What is to be told of the counts of the categories and of the lines that say how many there are."""
        counted = [
            Counted(draft.title, draft.action, draft.category or "", kind_of(draft)) for draft in self.drafts
        ]
        told = [
            Leftover(line, said)
            for line, words in self.totals
            for said in counts_told(plain_line(words), counted)
        ]
        bands = [Leftover(line, said) for line, said in self.bands.miscounted(len(self.drafts))]
        return [*bands, *told]

    def _titles(self, line: int, words: str, *, headline: bool) -> list[str]:
        """The projects that a line names, each with what is said of it; a category in the same line is kept."""
        chained = _chained(words)
        if chained is None and (titles := _chain(words) or acted_projects(words) or _labelled(words)):
            return titles
        if (inline := chained or inline_projects(words)) is not None:
            self.bands.add(line, words.partition("：")[0], len(self.drafts))
            return inline
        return [] if headline else _projects(words, under=bool(self.bands.all))

    def _begun(self, line: int, words: str) -> list[DraftItem]:
        """The projects of words that name one, or several that one verb governs."""
        begun = [
            titled(one, len(self.drafts) + at, self.bands.over(), self.year)
            for at, one in enumerate(each_title(words), 1)
        ]
        for draft in begun:
            draft.line = line
            draft.doubt = self.bands.over().open_words
            draft.kinds = self.bands.over().open_kinds if draft.kind is None else ""
        self.leftovers += [Leftover(line, note) for draft in begun for note in draft.notes]
        self.leftovers += [Leftover(line, draft.title) for draft in begun if is_odd(draft.title)]
        return begun

    def _takes_spaced(self, words: str) -> bool:
        spaced = SPACED.fullmatch(words)
        return spaced is not None and take_labelled(self.drafts[-1], spaced, self.year)

    def _tells(self, line: int, words: str) -> bool:
        """Does a sentence under a category or below projects name further ones, and what becomes of each?"""
        if not self.bands.all and not self.drafts:
            return False
        if (list_ := _LEADS_LIST.fullmatch(words)) and self.bands.all:
            named = listed_projects(list_["listed"]) or [list_["listed"].strip("。；; ")]
            if all(map(is_project, named)) and not projects_told(words).others:
                self.drafts += [draft for one in named for draft in self._begun(line, one)]
                return True
        told = projects_told(words)
        before = {draft.title for draft in self.drafts}
        sure = all(one.action or one.category for one in told.projects)
        if (
            not told.projects
            or told.others
            or not sure
            or any(self._is_elsewhere(one.title, before) for one in told.projects)
        ):
            return False
        for one in told.projects:
            over = self.bands.over()
            over = over._replace(category=one.category or over.category)
            kind = one.kind.kind or kind_over(over)
            draft = DraftItem(len(self.drafts) + 1, one.title, over.category, kind, one.action or "enact")
            draft.line, draft.near = line, " ".join(over.words)
            draft.kinds = "" if kind else over.open_kinds or one.kind.doubt
            draft.sure = one.action is not None
            if one.action is None:
                draft.notes.append(translate("plan.action-assumed", words=one.verb))
            self.drafts.append(draft)
            left = [each for clause in one.said for each in take_said(draft, clause, self.year)]
            self.leftovers += [Leftover(line, each) for each in dict.fromkeys([*left, *told.loose])]
        self.totals.append((line, words))
        return True

    def _is_elsewhere(self, title: str, before: set[str]) -> bool:
        """Does the text name the title a second time, so that a list may have it too?"""
        return title in before or self.text.count(title) > 1


def _opens_list(words: str) -> bool:
    """Does a line count or name projects, so that the one above may say of which kind they are?"""
    return bool(ITEM.fullmatch(words) or BAND.fullmatch(words) or CLAUSED.fullmatch(words)) or is_project(
        words.strip()
    )


def is_list(text: str) -> bool:
    """Is there a line with a number that names a project and nothing before it?

    >>> is_list("1.某市停车条例（修订）"), is_list("今年将制定《某市停车条例》。")
    (True, False)
    """
    matches = [ITEM.fullmatch(words) or BAND.fullmatch(words) for words in text.splitlines()]
    return any(match is not None and is_project(match["words"]) for match in matches)


def leaves_open(words: str, titles: Sequence[str]) -> bool:
    """Does a bracket behind the last of several titles leave open whether it speaks of all: 《甲条例》、《乙条例》（修订）?

    It is taken to speak of the last, and the line is told.

    >>> leaves_open("1.《甲条例》、《乙条例》（修订）", ["《甲条例》", "《乙条例》（修订）"])
    True
    >>> leaves_open("1.《甲条例》；《乙条例》（修订）", ["《甲条例》", "《乙条例》（修订）"])
    False
    """
    bracketed = [one.rstrip("。；; ").endswith(("）", ")")) for one in titles]
    parted_by_marks = re.search("[；;，,]", re.sub("[（(][^（()）]*[)）]", "", words.rstrip("。；; ")))
    return len(titles) > 1 and bracketed[-1] and not any(bracketed[:-1]) and not parted_by_marks


_INNER: Final = re.compile("[（(][^（()）]*(?:[（(][^（()）]*[)）][^（()）]*)*[)）]")
_TAIL: Final = re.compile(
    rf"(?:等|的|议案|草案|工作|项目|法规|规章|{ACT}|进行|予以|立法|起草|审议|调研|论证|[ 　、和与及；;。])*"
)
"""What may stand behind the last title that a verb governs: 《甲》《乙》的修订工作."""


def each_title(words: str) -> list[str]:
    """One string a project where a verb or a decision governs titles in marks: 打包修改《甲》《乙》　起草单位：…; else the words.

    >>> each_title("关于废止《甲条例》《乙条例》的议案（市司法局）")
    ['《甲条例》（废止）（市司法局）', '《乙条例》（废止）（市司法局）']
    """
    title = parted(words)[0]
    name = re.sub(r"(?:\s*[（(][^（()）]*[)）])+$", "", title).strip()
    alone = re.fullmatch("《[^《》]*(?:《[^《》]*》[^《》]*)*》", name)
    if "《" not in name or alone or name.endswith("的决定"):  # 关于修改《甲》等3件法规的决定 is its name
        return [words]
    if re.search("等[^《》]*$", name):
        return each_decided(words)
    told = projects_told(name)
    if not told.projects or told.others or any(ACTIONS.get(one.verb) is None for one in told.projects):
        return [words]
    if len(told.projects) == 1 and told.projects[0].action != ACTIONS[told.projects[0].verb]:
        return [words]
    tail = name[[match.end() for match in re.finditer(TITLE_MARKS, name)][-1] :]
    if _TAIL.fullmatch(_INNER.sub("", tail)) is None:
        return [words]
    behind = "".join(_INNER.findall(tail)) + words[len(name) :]
    return [f"《{one.title}》（{one.verb}）{_kind(one)}{behind}" for one in told.projects]


def _kind(one: Named) -> str:
    """The kind that the words around a title said, as a bracket says it."""
    return "" if one.title.endswith("条例") else _KINDS.get(one.kind.kind or "", "")


_KINDS: Final = {"government-rule": "（政府规章）", "local-regulation": "（地方性法规）"}


def each_decided(words: str) -> list[str]:
    """废止《甲》等3件法规 as one title that keeps the words, with what becomes of it: the others are not named.

    >>> each_decided("废止《甲条例》等3件法规（市司法局）")
    ['《甲条例》等3件法规（废止）（市司法局）']
    """
    match = re.match(
        f"(?:关于)?(?P<verb>{ACT})[:：]?(?P<name>《[^（()）]*?等[^，。；（(\\s]*)",
        words,
    )
    if match is None or match["verb"] not in ACTIONS:
        return [words]
    return [f"{match['name']}（{match['verb']}）{words[match.end() :]}"]


def _labelled(words: str) -> list[str]:
    """The project of a line whose clauses all have a label, that of the title first; [] for any other line.

    >>> _labelled("立法项目：某市停车条例；类型：制定；牵头单位：市住建局")
    ['某市停车条例；类型：制定；牵头单位：市住建局']
    """
    match = ITEM.fullmatch(words)
    label, _, rest = (match["words"] if match else words.strip()).partition("：")
    if field_of(label) != "title" or label in BAND_HEADS or len(label) > _LONGEST_LABEL:
        return []
    title, clauses = parted(rest)
    return [rest] if clauses and is_project(title) and all(map(LABELLED.fullmatch, clauses)) else []


_LONGEST_LABEL: Final = 8


def _chained(words: str) -> list[str] | None:
    """The projects behind a category with several verbs: 预备项目：制定《甲》、《乙》，修订《丙》。; None for any other line."""
    head, colon, rest = words.partition("：")
    counted = BAND.fullmatch(head)
    if not colon or not (counted or HEADLINE.fullmatch(head)) or not is_category(head):
        return None
    return _chain(rest) or None


def _chain(words: str) -> list[str]:
    """The projects of a sentence with several verbs, each with its own; [] for any other and where anything is left over.

    >>> _chain("修订《甲条例》，废止《乙条例》、《丙条例》。")
    ['《甲条例》（修订）', '《乙条例》（废止）', '《丙条例》（废止）']
    """
    told = projects_told(words)
    verbs = {one.verb for one in told.projects}
    titles = re.findall(TITLE_MARKS, words)
    whole = not (told.others or told.loose) and len(titles) == len(told.projects)
    whole = whole and not any(one.kind.doubt for one in told.projects)
    if not whole or len(verbs) < 2 or not verbs <= {*ACTIONS}:
        return []
    return [
        f"《{one.title}》（{'，'.join((one.verb, *(_OF_ALL.sub('', said) for said in one.said)))}）{_kind(one)}"
        for one in told.projects
    ]


_OF_ALL: Final = re.compile("^(?:均|都|全部)(?=由)")
"""均由市城管局起草: said of each of several."""


def _projects(words: str, *, under: bool) -> list[str]:
    """The projects that a line names, each with what is said of it: behind a number, or below a category without one."""
    if listed := listed_projects(words):
        return listed
    if counted := BAND.fullmatch(words):
        if listed := listed_projects(counted["words"]) or governed_behind(counted["words"]):
            return listed
        named = is_project(counted["words"]) or is_governed(counted["words"])
        return each_project(counted["words"]) if named else []
    if match := ITEM.fullmatch(words) or CLAUSED.fullmatch(words):
        return each_project(match["words"])
    if under and (governed := governed_behind(words)):
        return governed
    return [words.strip()] if under and is_project(words.strip()) else []
