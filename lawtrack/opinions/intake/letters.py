"""Opinions in a letter or pasted text: numbered items, lines headed with a clause, replies that there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from lawtrack.drafts import iso_date
from lawtrack.errors import UnusableInput
from lawtrack.opinions.intake.labelled import labelled_blocks
from lawtrack.opinions.intake.sentences import first_clause, headed
from lawtrack.opinions.intake.tables import (
    Intake,
    Leftover,
    Received,
    answer_in,
    each_opinion,
    on_whole,
    read_table,
)
from lawtrack.opinions.model import WHOLE, Opinion

_NUMBERED: Final = re.compile(
    r"(?:(?P<bracketed>[（(](?:[一二三四五六七八九十]{1,3}|\d{1,3})[)）])|(?P<chinese>[一二三四五六七八九十]{1,3}[、.．])"
    r"|(?P<comment>(?:留言|评论|意见|建议)[ 　]*[0-9一二三四五六七八九十]{1,3}[：:、.．])"
    r"|(?P<figure>\d{1,3}(?:[、．]|\.(?!\d)))|(?P<circle>[①-⑳])|(?P<spoken>[一二三四五六七八九十]{1,3}是))\s*(?P<words>.*)"
)
_MANNERS: Final = ("bracketed", "chinese", "figure", "circle", "spoken", "comment")
_SPOKE_FIRST: Final = re.compile(
    r"(?P<source>[^，。：；\s]{1,6}(?:先生|女士|某某?|同志|老师))[，,]\s*(?P<words>\S.*)"
)
"""留言1：张先生，第三条……"""
_PEOPLE: Final = ("委员", "主任", "代表", "教授", "律师", "某")
_UNITS: Final = (
    "局|委|办|厅|部|会|院|府|中心|公司|室|处|队|大学|学院|检察院|法院|联|街道|集团|所|站|馆|学校|社区"
)
_SOURCE_LINE: Final = re.compile(
    r"(?:反馈|提出|来文|填报|报送|回复)?(?:意见)?(?:单位|部门|人|来源|姓名)(?:[（(][^（()）]{0,8}[）)])?[：:]\s*(?P<source>[^：:，。]{2,40})"
)
_TITLE: Final = re.compile(
    r"(?P<source>(?!关于|对|就|针对)[^，。：；《》]{2,30}?)(?:关于|对)[^。；]{2,90}(?:意见|建议|函|函复|反馈|回复|情况)"
)
_SIGNED: Final = re.compile(rf"(?P<source>[^，。：；、“”\d]{{1,24}}(?:{_UNITS}))(?:[（(]盖?章?[)）])?")
_PERSON: Final = re.compile(
    r"(?P<source>(?:市民|网友|网民|居民|村民|群众|公民|代表|委员)[：:\s]*[^\s，。：；]{2,6})"
)
"""Who signed, where it is no body: 市民　吴某."""
_SAID_BY: Final = re.compile(
    rf"(?P<source>(?!该|我|本|贵|由|请|经|对|第)[^，。：；、“”\d\s《》（()）]{{1,18}}(?:{_UNITS}|教授|律师|委员|主任|代表|专家|群众|同志|意见|某))(?=(?:还|也|同时)?(?:提出|认为|建议|反映|表示|指出|谈到|提到|说[，：:]))"
)
"""市公安局建议……, 市工商联提出，……: the line says who speaks."""
_DATE: Final = re.compile(
    r"[0-9〇○零一二三四五六七八九]{4}\s*年\s*[0-9一二三四五六七八九十]{1,3}\s*月\s*[0-9一二三四五六七八九十]{1,3}\s*日"
)
_PLACED: Final = re.compile(
    r"(?:对|关于)?第?[〇零一二三四五六七八九十百0-9]{1,4}条(?:第?[一二三四五六七八九十0-9（()）]{1,5}[款项])*[，。]\S"
)
"""A line that begins with a place and goes on behind a mark: 第四条，罚款偏高."""
_CHAPTER: Final = re.compile(
    "(?:关于|对|对于)?(?P<name>总则|分则|附则)(?:部分|一章)?(?:的?(?:修改)?(?:意见|建议|问题))?[。：:]?"
)
"""The head of what is said of a chapter that is called by its name: 关于附则."""
_GROUNDS: Final = re.compile(r"(?:主要)?(?:修改)?(?:理由|原因|依据)(?:如下)?[：:]")
_ANSWER: Final = re.compile(
    r"(?:采纳情况|是否采纳|处理(?:情况|意见|结果)|研究意见|办理(?:情况|结果)|答复)[：:]\s*(?P<words>\S.*)"
)
"""What became of the opinion above: 采纳情况：已采纳。"""
_FORMAL: Final = re.compile(
    r"(?:关于|对|就|针对){1,2}《[^》]{2,60}》[^，。；：、]{0,12}(?:意见|建议|复函|回复|反馈|函|情况|报告|表)$"
    r"|谢谢|您好|你好|敬礼|祝(?:好|您|工作)|[（(]?联系(?:人|电话|方式|地址)|(?:发件人|收件人|抄送|主题|发送时间|时间|日期)[：:]|以上(?:意见|建议|修改)?|特此|此[复致]|妥否|附件?[：:]|感谢|[一-鿿]{0,12}[：:]$|.*(?:如下|供参考)[：:。]?$|.*(?:意见|建议|回复|反馈)[：:]$"
)
"""Lines that belong to the letter and not to what it says."""
_COMMENT: Final = re.compile(
    r"建议|应当|不(?:够|宜|应|妥|准确|明确|一致|清|完整)|歧义|修改|改[为成]|删[去除掉]|增加|补充|是否|调整|完善|合并|去掉|细化|[？?]$"
)
"""Words without which an unnumbered line is no opinion."""


_ADDRESSED: Final = re.compile("贵|你[局委办单们]|来函|来文|收悉|如下|特此|此[致复]")
"""Words of a letter to the one whom it is for."""
_HEAD_OF_SOURCE: Final = re.compile(
    rf"(?:[（(]?[一二三四五六七八九十0-9]{{1,3}}[）)、.．]\s*)?(?P<source>[^，。：；、“”\d\s《》]{{1,24}}(?:{_UNITS}|乡|镇|先生|女士|某|委员|主任|代表|组长|教授|律师|专家|同志)(?:[（(][^（()）]{{1,20}}[）)])?|(?:市民|网友|网民|群众|居民|村民|代表|委员|匿名)[^，。：；]{{0,6}})[：:]\s*(?P<words>.*)"
)
"""市公安局： above its opinions, or before the one it has."""


_AT_TIME: Final = re.compile(
    r"(?P<source>[^\s，。：:；]{2,16})[ 　]+"
    r"(?:(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?|\d{1,2}月\d{1,2}日|今天|昨天|[上下]午)[ 　]*){0,2}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
)
"""张某 13:22 above what somebody wrote in a group or a forum."""
_HEAD_WORDS: Final = re.compile(
    r"(?:对?(?:草案|条例|征求意见稿)的?)?(?P<whole>总体|总的|整体|综合)?(?:具体|其他|其它|主要|修改|个别|文字|条文|逐条|几点)*(?:修改|性)?"
    r"(?:意见|建议)(?:[和与及、]?(?:意见|建议))?[：:。]?"
)
"""一、总体意见 and 二、具体意见: heads of a letter's parts, no opinions."""
_INLINE_ANSWER: Final = re.compile(
    r"(?<=[。；，,;.）)”])\s*(?:(?:意见)?采纳情况|是否采纳|处理(?:情况|意见|结果)|研究(?:处理)?意见|办理(?:情况|结果)|答复)[：:]\s*(?P<words>\S.*)"
)
"""市财政局提出，……。采纳情况：未采纳。理由：……: what became of it, in the line itself."""


@dataclass
class _Item:
    """An opinion while its lines are still coming in; a head of several has no lines."""

    line: int
    clause: str
    source: str
    lines: list[str] = field(default_factory=list)
    answer: dict[str, str] = field(default_factory=dict)
    used: bool = False


@dataclass
class _Reader:
    """Reads one letter, line by line.

    `source` is who the lines at hand are from, `sender` who signed the letter. `clause` is what the items at hand are
    on, because of a head of the manner (一、 or 1. or （一）) `manner`.
    """

    source: str
    sender: str = ""
    date: str = ""
    clause: str = ""
    manner: str = ""
    open: bool = False
    numbered: bool = False
    several: bool = False  # a round-up: every 市公安局： heads what that body says
    spoken: bool = False  # a round-up in words: 市公安局建议……
    general: bool = False  # below a head 总体意见, whose lines are on the whole text
    chat: bool = False  # 张某 13:22 stands above what each wrote
    items: list[_Item] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)

    def intake(self) -> Intake:
        """What was read so far, as the whole."""
        sender = self.source or self.sender
        received = [
            opinion
            for one in self.items
            if one.lines
            for opinion in each_opinion(
                Received(
                    one.line,
                    "\n".join(one.lines),
                    one.clause,
                    source=one.source or sender,
                    date=self.date,
                    **one.answer,
                )
            )
        ]
        heads = [Leftover(one.line, one.clause) for one in self.items if not one.lines and not one.used]
        left = sorted([*self.leftovers, *heads], key=lambda each: each.line)
        return Intake(tuple(received), tuple(left))

    def read(self, line: int, words: str) -> None:
        """One line that is not empty."""
        if (said := _INLINE_ANSWER.search(words)) and not _ANSWER.fullmatch(words):
            before = len(self.items)
            self._read(line, words[: said.start()])
            if len(self.items) > before or self.open:
                self.items[-1].answer = answer_in(said["words"].rstrip("。"))
            else:
                self.leftovers.append(Leftover(line, said.group().strip()))
        elif said := _AT_TIME.fullmatch(words):
            self.source, self.clause, self.manner, self.open = said["source"], "", "", False
            self.chat = True
        else:
            self._read(line, words)

    def _read(self, line: int, words: str) -> None:
        if self.several and (head := _HEAD_OF_SOURCE.fullmatch(words)):
            self.source, self.clause, self.manner, self.open = head["source"], "", "", False
            words = head["words"]
            if not words:
                return
            if not Opinion("", words).no_comment and not self._headed(words):
                self._begin(line, first_clause(words) or on_whole(words), words)
                return
        if self._names_source(line, words):
            return
        if Opinion("", words).no_comment:
            self._begin(line, on_whole(words), words)
            self.open = False
        elif match := _NUMBERED.fullmatch(words):
            self._numbered(line, match)
        elif _HEAD_WORDS.fullmatch(words):
            self._part(line, words)
        elif self.open and self.items[-1].lines and (match := _ANSWER.fullmatch(words)):
            self.items[-1].answer = answer_in(match["words"].rstrip("。"))
        elif self.open and _GROUNDS.match(words):
            self.items[-1].lines.append(words)
        elif _FORMAL.match(words) and not first_clause(words):
            self.open = False
            self.leftovers.append(Leftover(line, words))
        elif self._headed(words) or self._asks(words):
            self.manner = ""
            self._item(line, words)
        else:
            self._other(line, words)

    def _names_source(self, line: int, words: str) -> bool:
        """Does the line say who speaks: as the one who speaks in it, in a line of its own, or as a title?"""
        if (
            self.spoken
            and (match := _SAID_BY.match(words))
            and (not self.several or _is_person(match["source"]))
        ):
            self._speaks(line, match["source"], words)
        elif match := _SOURCE_LINE.fullmatch(words):
            self.source, self.open = match["source"].strip(), False
        elif not self.items and (match := _TITLE.fullmatch(words)) and not first_clause(match["source"]):
            self.sender = match["source"].strip()
        else:
            return False
        return True

    def _speaks(self, line: int, source: str, words: str) -> None:
        """An opinion in a line that says whose it is, under the clause at hand."""
        self.source = source
        self._begin(line, self._under_head(first_clause(words)) or on_whole(words), words)

    def _numbered(self, line: int, match: re.Match[str]) -> None:
        words, self.numbered = match["words"], True
        manner = next(name for name in _MANNERS if match[name])
        if _HEAD_WORDS.fullmatch(words):
            self._part(line, words)
            return
        if manner == self.manner:
            self.clause, self.manner = "", ""
        if match["comment"] and (first := _SPOKE_FIRST.fullmatch(words)):
            self.source = first["source"]
            self._item(line, first["words"], manner)
        elif self.spoken and (said := _SAID_BY.match(words)):
            self._speaks(line, said["source"], words)
        elif signed := _SIGNED.fullmatch(words.strip("：:")):
            self.source, self.clause, self.manner, self.open = signed["source"], "", "", False
        elif words:
            self._item(line, words, manner)
        else:
            self.leftovers.append(Leftover(line, match.group()))

    def _part(self, line: int, words: str) -> None:
        """The head of a part of the letter: 总体意见 says that what follows is on the whole text."""
        head = _HEAD_WORDS.fullmatch(words)
        self.general = bool(head and head["whole"])
        self.clause, self.manner, self.open = "", "", False
        self.leftovers.append(Leftover(line, words))

    def _item(self, line: int, words: str, manner: str = "") -> None:
        """An opinion, or the head of several: a clause and nothing else."""
        clause, rest = headed(words)
        if chapter := _CHAPTER.fullmatch(words):
            clause, rest = chapter["name"], ""
        if clause and not rest.strip("。：: "):
            self.clause, self.manner, self.open = clause, manner, True
            self.items.append(_Item(line, clause, self.source))
        else:
            self._begin(line, self._under_head(clause or first_clause(words)) or on_whole(words), rest)

    def _under_head(self, clause: str) -> str:
        """第八条第二款 for 第二款 under a head that names 第八条; the head's where the item names none."""
        if self.clause and "条" not in clause:
            for head in self.items:
                head.used = head.used or (not head.lines and head.clause == self.clause)
            return self.clause + clause
        return clause

    def _begin(self, line: int, clause: str, words: str) -> None:
        clause = clause or (WHOLE if self.general else "")
        self.items.append(_Item(line, clause, self.source, [words]))
        self.open = True

    def _headed(self, words: str) -> bool:
        clause, rest = headed(words)
        apart = rest != words or _PLACED.match(words) is not None
        return bool(clause) and (apart or bool(_COMMENT.search(words)))

    def _asks(self, words: str) -> bool:
        """Does a line of a letter without numbers ask for something at an article: 建议第五条……?"""
        return not self.numbered and words.startswith("建议") and "条" in first_clause(words)

    def _other(self, line: int, words: str) -> None:
        """A signature, a date, a further line of an item, an opinion without a number, or something else."""
        if _DATE.fullmatch(words) and not self.date:
            self.date, self.open = _day(words), False
        elif match := _SIGNED.fullmatch(words) or _PERSON.fullmatch(words):
            self.sender, self.open = self.sender or match["source"], False
        elif self.open:
            last = self.items[-1]
            if not last.lines:
                last.line = line
                inner = first_clause(words)
                if "条" in inner and "条" not in last.clause:
                    last.clause = (
                        inner  # what is under the head of a chapter and names its article is on that
                    )
                elif inner and "条" in last.clause:
                    last.clause += inner if "条" not in inner else ""
            last.lines.append(words)
        elif self.general or self.chat or _COMMENT.search(words):
            self._begin(line, first_clause(words) or on_whole(words), words)
        else:
            self.leftovers.append(Leftover(line, words))


def read_letter(text: str, source: str = "") -> Intake:
    r"""The opinions in `text`, one a numbered item or a line headed with a clause; `source` is who sent it, if known.

    >>> found = read_letter("某局关于征求意见的复函\n一、第五条：建议删去“有关”。\n二、建议第七条明确主管部门。")
    >>> [(one.clause, one.text, one.source) for one in found.received]
    [('第五条', '建议删去“有关”。', '某局'), ('第七条', '建议第七条明确主管部门。', '某局')]
    """
    if (blocks := labelled_blocks(text)) is not None:
        table = read_table(blocks.rows, source)
        left = [*table.leftovers, *(Leftover(line, words) for line, words in blocks.left)]
        return Intake(table.received, tuple(sorted(left, key=lambda each: each.line)))
    return _read(text, source).intake()


def sender_of(text: str) -> str:
    """Who sent the letter, by its title, its signature or a line that says so; "" where nothing does.

    >>> sender_of("某市财政局关于条例草案的意见")
    '某市财政局'
    """
    reader = _read(text, "")
    return reader.source or reader.sender


def _read(text: str, source: str) -> _Reader:
    text = "\n".join(_with_heads(text.splitlines()))
    heads = [match for line in text.splitlines() if (match := _HEAD_OF_SOURCE.fullmatch(line.strip()))]
    several = len({match["source"] for match in heads}) > 1 or _is_sole_head(text)
    lines = [line.strip() for line in text.splitlines()]
    bare = [numbered["words"] if (numbered := _NUMBERED.fullmatch(line)) else line for line in lines]
    spoken = len({said["source"] for line in bare if (said := _SAID_BY.match(line))}) > 1
    told = any((said := _SAID_BY.match(line)) and _is_person(said["source"]) for line in bare)
    reader = _Reader(source, several=several, spoken=told if several else spoken)
    for line, words in enumerate(text.splitlines(), 1):
        if words.strip():
            reader.read(line, words.strip())
    return reader


def _is_person(source: str) -> bool:
    """Is it somebody who speaks in a meeting, rather than a body?"""
    return source.endswith(_PEOPLE)


def _is_sole_head(text: str) -> bool:
    """Does 市财政局： stand above what it says, rather than for whom a letter is?

    A letter has words to whom it is sent, a title or a signature; an excerpt of one body's opinions has none of them.
    """
    said = [line.strip() for line in text.splitlines() if line.strip()]
    if len(said) < 2 or _ADDRESSED.search(text) or _DATE.fullmatch(said[-1]) or _SIGNED.fullmatch(said[-1]):
        return False
    head = _HEAD_OF_SOURCE.fullmatch(said[0])
    numbered = _NUMBERED.fullmatch(said[1])
    below = numbered["words"] if numbered else said[1]
    return bool(head and not head["words"] and (first_clause(below) or Opinion("", below).no_comment))


def _with_heads(lines: list[str]) -> list[str]:
    """The lines, bodies that stand alone above what each of them says with the colon that heads have.

    市水务局 · 1.第一条…… · 市民政局 · 无意见。: a round-up. A body at the end of a letter signed it.
    """
    said = [(at, line.strip()) for at, line in enumerate(lines) if line.strip()]
    heads = [
        at
        for (at, words), (_, below) in pairwise(said)
        if _SIGNED.fullmatch(words)
        and (_NUMBERED.fullmatch(below) or Opinion("", below).no_comment or headed(below)[0])
    ]
    bodies = {lines[at].strip() for at in heads}
    if len(bodies) < 2 or _SIGNED.fullmatch(said[-1][1]) or _DATE.fullmatch(said[-1][1]):
        return lines
    return [f"{line}：" if at in heads else line for at, line in enumerate(lines)]


def _day(words: str) -> str:
    """The date of a letter, "" where its numerals are Chinese."""
    try:
        return iso_date("".join(words.split()))
    except UnusableInput:
        return ""
