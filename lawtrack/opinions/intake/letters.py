"""Opinions in a letter or pasted text: numbered items, lines headed with a clause, replies that there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lawtrack.drafts import iso_date
from lawtrack.errors import UnusableInput
from lawtrack.opinions.intake.answers import answer_behind, answer_in, bare_answer
from lawtrack.opinions.intake.labelled import labelled_blocks
from lawtrack.opinions.intake.letter_lines import (
    each_speaker,
    is_person,
    is_sole_head,
    last_words,
    manner_of,
    named_within,
    parts_of,
    plain_head,
    said_by,
    speaks,
    with_heads,
)
from lawtrack.opinions.intake.letter_words import (
    ANSWER,
    AT_NAME,
    AT_TIME,
    BODY,
    CHAPTER,
    CLOSING,
    COMMENT,
    DATE,
    DOTTED,
    FORMAL,
    GROUNDS,
    HEAD_OF_SOURCE,
    HEAD_WORDS,
    NAME,
    NUMBERED,
    OFFERS,
    PAGE,
    PERSON,
    PLACED,
    QUESTION,
    REPLY,
    SAID_AT,
    SIGNED,
    SOURCE_LINE,
    SPOKE_FIRST,
    TITLE,
)
from lawtrack.opinions.intake.mail import own_words
from lawtrack.opinions.intake.received import Intake, Leftover, Received
from lawtrack.opinions.intake.sentences import CHANGES, first_clause, headed, place_of, within
from lawtrack.opinions.intake.tables import each_opinion, on_whole, read_table
from lawtrack.opinions.model import WHOLE, Opinion

_PART: Final = re.compile(r"第?[（(]?[一二三四五六七八九十0-9]{1,3}[)）]?[款项目]")
"""A place that leans on the article of the head above it."""
_WANTS: Final = re.compile(f"{CHANGES.pattern}|加|换|去|并|移|提|降|保留|不动|？")
_ENDS: Final = ("。", "；", "！", "？", "”")


@dataclass
class _Item:
    """An opinion while its lines are still coming in; a head of several has no lines."""

    line: int
    clause: str
    source: str
    lines: list[str] = field(default_factory=list)
    answer: dict[str, str] = field(default_factory=dict)
    used: bool = False
    manner: str = ""  # of its own number
    offers: str = ""  # of the numbers of what it offers


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
    closed: bool = False  # 祝工作顺利 was said: a name below it signed
    signed: int = 0  # the last line, but for a date below it
    parts: frozenset[int] = frozenset()  # lines that head numbered ones of another manner
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
                    source=one.source or sender or named_within("\n".join(one.lines)),
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
        words = PAGE.sub("", words, count=1) if PAGE.match(words) else words
        if said := answer_behind(words):
            self._answered(line, words, said)
        elif said := SAID_AT.fullmatch(words) or AT_NAME.fullmatch(words):
            self.source, self.clause, self.manner = said["source"], "", ""
            self._begin(line, place_of(said["words"]) or on_whole(said["words"]), said["words"])
        elif said := AT_TIME.fullmatch(words):
            self.source, self.clause, self.manner, self.open = said["source"], "", "", False
            self.chat = True
        else:
            self._read(line, words)

    def _answered(self, line: int, words: str, said: re.Match[str]) -> None:
        """A line whose last words say what became of the opinion in it."""
        before = len(self.items)
        self._read(line, words[: said.start()])
        if len(self.items) > before or self.open:
            self.items[-1].answer = answer_in(said["words"].rstrip("。"))
        else:
            self.leftovers.append(Leftover(line, said.group().strip()))

    def _read(self, line: int, words: str) -> None:
        if self.several and (head := HEAD_OF_SOURCE.fullmatch(words) or speaks(words)):
            self.source, self.clause, self.manner, self.open = head["source"].lstrip("@＠"), "", "", False
            words = head["words"]
            if not words:
                return
            if not Opinion("", words).no_comment and not self._headed(words):
                self._begin(line, first_clause(words) or on_whole(words), words)
                return
        if line in self.parts and not NUMBERED.fullmatch(words):
            self._part(line, words)
        elif not self._names_source(line, words):
            self._said(line, words)

    def _said(self, line: int, words: str) -> None:
        """A line of what is said, whoever says it."""
        if asked := QUESTION.fullmatch(words):
            self._begin(line, place_of(asked["words"]) or on_whole(asked["words"]), asked["words"])
        elif REPLY.fullmatch(words):
            self.open = False
            self.leftovers.append(Leftover(line, words))
        elif Opinion("", words).no_comment:
            self._begin(line, on_whole(words), words)
            self.open = False
        elif match := NUMBERED.fullmatch(words):
            self._numbered(line, match)
        elif HEAD_WORDS.fullmatch(words):
            self._part(line, words)
        elif self.open and self.items[-1].lines and (match := ANSWER.fullmatch(words)):
            self.items[-1].answer = answer_in(match["words"].rstrip("。"))
        elif (
            self.open and self.items[-1].lines and not self.items[-1].answer and (said := bare_answer(words))
        ):
            self.items[-1].answer = said
        elif self.open and GROUNDS.match(words):
            self.items[-1].lines.append(words)
        elif FORMAL.match(words) and not first_clause(words):
            self.open = False
            self.closed = self.closed or CLOSING.match(words) is not None
            self.leftovers.append(Leftover(line, words))
        elif self._headed(words) or self._asks(words) or self._short(words):
            self.manner = ""
            if not _PART.match(headed(words)[0]):
                self.clause = ""
            self._item(line, words)
        else:
            self._other(line, words)

    def _names_source(self, line: int, words: str) -> bool:
        """Does the line say who speaks: as the one who speaks in it, in a line of its own, or as a title?"""
        if self.spoken and (match := said_by(words)) and (not self.several or is_person(match["source"])):
            self._speaks(line, match["source"], words)
        elif match := SOURCE_LINE.fullmatch(words):
            self.source, self.open = match["source"].strip(), False
        elif not self.items and (match := _titled(words)) and not first_clause(match["source"]):
            self.sender = self.sender or match["source"].strip()
        else:
            return False
        return True

    def _speaks(self, line: int, source: str, words: str) -> None:
        """An opinion in a line that says whose it is, under the clause at hand."""
        self.source = source
        self._begin(line, self._under_head(first_clause(words)) or on_whole(words), words)

    def _numbered(self, line: int, match: re.Match[str]) -> None:
        words, self.numbered = match["words"], True
        manner = manner_of(match)
        last = self.items[-1] if self.open and self.items else None
        offers = last is not None and last.lines and OFFERS.search(last.lines[-1]) and manner != last.manner
        if (
            last is not None
            and (offers or (last.offers == manner and manner))
            and "条" not in first_clause(words)
        ):
            last.offers = manner
            last.lines.append(match.group())
            return
        if HEAD_WORDS.fullmatch(words) or line in self.parts:
            self._part(line, words)
            return
        if manner == self.manner:
            self.clause, self.manner = "", ""
        if place := DOTTED.fullmatch(words):
            self._begin(line, place["place"], place["words"])
            self.items[-1].manner = manner
            return
        if match["comment"] and (first := SPOKE_FIRST.fullmatch(words)):
            self.source = first["source"]
            self._item(line, first["words"], manner)
        elif self.spoken and (said := said_by(words)):
            self._speaks(line, said["source"], words)
        elif signed := SIGNED.fullmatch(words.strip("：:")) or BODY.fullmatch(words.strip("：:")):
            self.source, self.clause, self.manner, self.open = signed["source"], "", "", False
        elif words:
            self._item(line, words, manner)
        else:
            self.leftovers.append(Leftover(line, match.group()))
        if self.items and self.items[-1].line == line:
            self.items[-1].manner = manner

    def _part(self, line: int, words: str) -> None:
        """The head of a part of the letter: 总体意见 says that what follows is on the whole text."""
        head = HEAD_WORDS.fullmatch(words)
        self.general = bool(head and head["whole"])
        self.clause, self.manner, self.open = "", "", False
        self.leftovers.append(Leftover(line, words))

    def _item(self, line: int, words: str, manner: str = "") -> None:
        """An opinion, or the head of several: a clause and nothing else."""
        clause, rest = headed(words)
        if chapter := CHAPTER.fullmatch(words):
            clause, rest = chapter["name"], ""
        if clause and not rest.strip("。：: "):
            self.clause, self.manner, self.open = clause, manner, True
            self.items.append(_Item(line, clause, self.source))
        else:
            self._begin(
                line, self._under_head(within(clause, words) or first_clause(words)) or on_whole(words), rest
            )

    def _under_head(self, clause: str) -> str:
        """第八条第二款 for 第二款 under a head that names 第八条; the head's where the item names none."""
        if self.clause and (not clause or _PART.match(clause)):
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
        apart = rest != words or PLACED.match(words) is not None
        return bool(clause) and (apart or bool(COMMENT.search(words)))

    def _asks(self, words: str) -> bool:
        """Does a line of a letter without numbers ask for something at an article: 建议第五条……?"""
        return not self.numbered and words.startswith("建议") and "条" in first_clause(words)

    def _short(self, words: str) -> bool:
        """Does a line of a letter without numbers begin with an article, the one above being finished: 三条二款“标准”前加……?"""
        if self.numbered or "条" not in headed(words)[0] or not _WANTS.search(words):
            return False
        above = "".join(self.items[-1].lines) if self.open else ""
        return not above or (above.endswith(_ENDS) and above.count("“") == above.count("”"))

    def _other(self, line: int, words: str) -> None:
        """A signature, a date, a further line of an item, an opinion without a number, or something else."""
        if DATE.fullmatch(words) and not self.date:
            self.date, self.open = _day(words), False
        elif match := SIGNED.fullmatch(words) or PERSON.fullmatch(words):
            self.sender, self.open = self.sender or match["source"], False
        elif (
            (self.closed or line == self.signed) and not self.sender and NAME.fullmatch(words.lstrip("—– -"))
        ):
            self.sender = words.lstrip("—– -")
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
        elif self.general or self.chat or COMMENT.search(words):
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
    own = own_words(text, _says)
    read = _read(own.text, source).intake()
    left = sorted((*read.leftovers, *own.quoted), key=lambda each: each.line)
    return Intake(read.received, tuple(left))


def _says(text: str) -> bool:
    """Does a part of a letter hold an opinion?"""
    return bool(_read(text, "").intake().received)


def sender_of(text: str) -> str:
    """Who sent the letter, by its title, its signature or a line that says so; "" where nothing does.

    >>> sender_of("某市财政局关于条例草案的意见")
    '某市财政局'
    """
    reader = _read(own_words(text, _says).text, "")
    return reader.source or reader.sender


def _read(text: str, source: str) -> _Reader:
    text = "\n".join(with_heads([plain_head(line) for line in text.splitlines()]))
    heads = [match for line in text.splitlines() if (match := HEAD_OF_SOURCE.fullmatch(line.strip()))]
    several = len({match["source"] for match in heads}) > 1 or is_sole_head(text)
    lines = [part for line in text.splitlines() for part in each_speaker(line.strip())]
    speakers = {match["source"] for line in lines if (match := speaks(line))}
    several = several or len(speakers) > 1
    people = {said["source"] for line in lines if (said := said_by(line)) and is_person(said["source"])}
    several = several or bool(speakers and people - speakers)
    bare = [numbered["words"] if (numbered := NUMBERED.fullmatch(line)) else line for line in lines]
    spoken = len({said["source"] for line in bare if (said := said_by(line))}) > 1
    told = any((said := said_by(line)) and is_person(said["source"]) for line in bare)
    parts = parts_of(text.splitlines())
    reader = _Reader(source, several=several, spoken=told if several else spoken, parts=parts)
    reader.signed = last_words(text.splitlines())
    for line, words in enumerate(text.splitlines(), 1):
        for sentence in each_speaker(words.strip()):
            reader.read(line, sentence)
    return reader


def _titled(words: str) -> re.Match[str] | None:
    """Who sent a letter, by its title: 某局关于……的意见, 某街道办事处反馈意见：."""
    said = words.rstrip("：:")
    body = BODY.fullmatch(said) if said.endswith(("意见", "建议", "）")) else None
    return TITLE.fullmatch(words) or body


def _day(words: str) -> str:
    """The date of a letter, "" where its numerals are Chinese."""
    try:
        return iso_date("".join(words.split()))
    except UnusableInput:
        return ""
