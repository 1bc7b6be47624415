"""From the lines of an amending instrument to its sentences: numbering, quotations, payloads.

A sentence of the decision is turned into a skeleton in which every quotation is one character (U+E000…) and every 《title》
is one (U+F000…), so that the grammar reads 将第五条修改为： and never the new law's own words. Four ways of quoting are
in use and all are read: “ reopened on every paragraph and closed on the last; one pair around several lines;
straight quotes in either way; no quotes at all, the new text on the lines after the colon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lawtrack.amend.reading.addresses import N
from lawtrack.amend.reading.expressions import Expression
from lawtrack.amend.reading.lines import CLAUSE_HEAD, HEAD, NOTE, START, lines_of
from lawtrack.amend.reading.wrapping import is_row_of_table
from lawtrack.law import to_int

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

QUOTES_FROM: Final = 0xE000
TITLES_FROM: Final = 0xF000
MOST_TITLES: Final = 0x08FF
MOST: Final = 0x0FFF  # more quotations than this in one sentence are no sentence

OPENERS: Final = '“"'
COLON_END: Final = ("：", ":")
TITLES: Final = Expression(r"《(?:[^《》]|《[^《》]*》)*》|＜[^＜＞]*＞")


@dataclass(slots=True)
class Sentence:
    """One sentence of the decision with its new text: `number` is the numbering that it stands under."""

    number: str
    head: str  # the numbering mark of its own line: big, sub, point, or ""
    source: str
    skeleton: str = ""
    quotes: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    unclosed: bool = False
    open_end: bool = False  # does its last quotation run to the end, without a closing mark?
    torn: bool = False  # does a line of its new text break off in mid-sentence?
    swallows: bool = (
        False  # has its new text, which has no quotation marks of its own, taken in what is none?
    )


def sentences(text: str) -> list[Sentence]:
    r"""The sentences of `text` in order, each with the new text that belongs to it.

    >>> text = "一、将第三条修改为：“公园免费开放。”\n二、删去第五条。"
    >>> [(sentence.number, sentence.quotes) for sentence in sentences(text)]
    [('一', ['公园免费开放。']), ('二', [])]
    """
    return list(_Reader(text).run())


class _Reader:
    """Walks the lines once; knows the numbering it is under."""

    def __init__(self, text: str) -> None:
        self.lines = lines_of(text)
        self.at = 0
        self.numbers = {"big": "", "sub": "", "point": ""}
        self.clauses = "宪法修正案" in text[:60]

    def run(self) -> Iterator[Sentence]:
        while self.at < len(self.lines):
            yield self._sentence()

    def _sentence(self) -> Sentence:
        line = self.lines[self.at]
        self.at += 1
        head, body = self._head(line)
        block, unclosed = [body], False
        if inline := _UNQUOTED.match(body) or _UNQUOTED_TITLE.match(body):
            block = [inline[1], inline[2]]
            while (
                self.at < len(self.lines)
                and not self._begins(self.lines[self.at])
                and not HEAD.match(self.lines[self.at])
                and not NOTE.match(self.lines[self.at])
            ):
                block.append(self.lines[self.at])
                self.at += 1
        elif (tail := _opened(body)) is not None:
            unclosed = self._quoted(block, tail)
        elif body.endswith(COLON_END) and self.at < len(self.lines) and not _CONTAINER.search(body):
            unclosed = self._following(block)
        while not inline and self.at < len(self.lines) and _is_more_payload(self.lines[self.at], block):
            more = [self.lines[self.at]]
            self.at += 1
            if (tail := _opened(more[0])) is not None:
                unclosed = self._quoted(more, tail)
            block += more
        sentence = Sentence(self._number(), head, "\n".join([line, *block[1:]]), unclosed=unclosed)
        _skeleton(sentence, block)
        sentence.torn |= inline is not None and inline[2].endswith(COLON_END)  # what it leads in has no place
        return sentence

    def _head(self, line: str) -> tuple[str, str]:
        match = HEAD.match(line) or (CLAUSE_HEAD.match(line) if self.clauses else None)
        if match is None:
            return "", line
        kind = match.lastgroup or ""
        self.numbers[kind] = match[kind]
        if kind == "big":
            self.numbers["sub"] = ""
        if kind != "point":
            self.numbers["point"] = ""
        return kind, line[match.end() :].lstrip(" 　\t")

    def _number(self) -> str:
        big, sub, point = self.numbers["big"], self.numbers["sub"], self.numbers["point"]
        return big + (f"（{sub}）" if sub else "") + (f"{'.' if big else ''}{point}" if point else "")

    def _quoted(self, block: list[str], style: str) -> bool:
        """Take the lines up to the closing quote; say whether there was none."""
        closer = "”" if style == "“" else '"'
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line[0] not in OPENERS and (self._begins(line) or self._counts_on(line, block)):
                # some sources drop the closing quote; a sentence that breaks off was cut
                return block[-1][-1] not in "。；：”"
            self.at += 1
            block.append(line)
            if _closes(line, style):
                return False
        return len(block) < 2 or not block[-1].endswith(closer)

    def _counts_on(self, line: str, block: Sequence[str]) -> bool:
        """Does the numbering of the instructions run on here, with a verb of change, where the new text has none?"""
        head = HEAD.match(line)
        said, close, _ = line.partition("”")
        said = (
            said if close and "“" not in said else line
        )  # what follows the end of the new text is not this line's verb
        if head is None or any(HEAD.match(earlier) for earlier in block[1:]) or not _CHANGES.search(said):
            return False
        kind = head.lastgroup or ""
        before = self.numbers[kind]
        return bool(before) and numeral(head[kind]) == numeral(before) + 1

    def _following(self, block: list[str]) -> bool:
        """New text that begins on the line after the colon, quoted or not; say whether its end is not plain."""
        line = self.lines[self.at]
        if line[0] in OPENERS:
            self.at += 1
            block.append(line)
            if (style := _opened(line)) is not None:
                self._quoted(block, style)
            return False
        while (
            self.at < len(self.lines)
            and not self._begins(self.lines[self.at])
            and not self._counts_on(self.lines[self.at], block)
        ):
            if note := NOTE.match(self.lines[self.at]):
                return note["plain"] is not None  # 说明： may be a line of the new text, 修改说明： is none
            block.append(self.lines[self.at])
            self.at += 1
        return False

    def _begins(self, line: str) -> bool:
        """Does an instruction begin here? A number alone is not enough: new text has numbers of its own."""
        head = HEAD.match(line)
        body = line[head.end() :].lstrip() if head else line
        if START.match(body) is not None:
            return True
        return self.clauses and CLAUSE_HEAD.match(line) is not None and "宪法" in line[:14]


_CHANGES: Final = Expression(r"修改|删[去除]|增加|改为|合并|调整|顺延|作为|废止|移至|并入")
_UNQUOTED: Final = Expression(
    rf"^((?:将|在|原|第|增加|把)[^“”\"：:。]{{0,60}}"
    rf"(?:修改为|改为|内容为|作为第[{N[1:-1]}、第和至条款项]{{1,20}}[条款项])[：:])[ 　]*"
    r"([^“”\"\s].{3,}[。；：])$"
)
"""New text without quotation marks on the line of the instruction itself."""
_UNQUOTED_TITLE: Final = Expression(
    r"^((?:将|把)?(?:法规|法律|规章|条例|办法|规定|解释)?(?:的)?(?:名称|标题|题目)(?:修改|更改|改)为[：:])[ 　]*"
    r"([^“”\"《》，。；：\s]{4,60})[。；]?$"
)

_CONTAINER: Final = Expression(
    r"(?:作|做)?(?:出)?(?:如下|以下|其他|相应|下列)(?:补充)?(?:修改|修正|补充|调整)(?:和补充|补充|和完善)?[：:]$"
    r"|(?:予以|进行|作出?)(?:了)?(?:修改|废止|修改和废止|调整|修订)[：:]$"
    r"|(?:修改|修订|修正|废止)(?:下列|以下|部分)[^“”\"]{0,20}[：:]$"
    r"|如下[：:]?$(?<!内容如下：)|决定[：:]$|^附件[0-9]*[：:]$|(?:作|做)出(?:相应)?修改[：:]$"
    r"|(?:下列|以下)[^“\"]{0,24}的[“\"][^\n]{1,80}[”\"][^“”\"]{0,4}[：:]$"
)
"""The end of a sentence that only announces instructions: what follows is not its new text."""


_MARK: Final = Expression("[“”]")


def _opened(line: str) -> str | None:
    """The style of a quotation that is still open at the line's end, or None."""
    if "“" in line or "”" in line:
        depth = 0
        for mark in _MARK.finditer(line):
            if mark[0] == "“":
                # paragraphs run together reopen the quotation
                depth += not (depth and line[mark.start() - 1] in "。；")
            elif depth:
                depth -= 1
        return "“" if depth else None
    return '"' if line.count('"') % 2 else None


def _closes(line: str, style: str) -> bool:
    """Does the line, inside an open quotation, bring it to its end? A “ at its start only reopens it."""
    body = line[1:] if line[0] in OPENERS else line
    if style == '"':
        return body.count('"') % 2 == 1
    return body.count("”") > body.count("“")


def _is_more_payload(line: str, block: Sequence[str]) -> bool:
    """A quoted paragraph right after a closed one goes on with the same new text, unless it is a word edit itself."""
    if line[0] not in OPENERS or not (
        len(block) > 1 or re.search(r"(?:为|规定|如下|条|款|项|章|节)[^“\"]{0,8}[“\"]", block[0])
    ):
        return False
    closer = "”" if line[0] == "“" else '"'
    end = line.find(closer, 1)
    return end < 0 or not re.match(
        r"[，、]?(?:均|统一|分别)?(?:修改为|改为|之?[前后]增|[“\"])", line[end + 1 :]
    )


def _skeleton(sentence: Sentence, block: list[str]) -> None:
    """Replace quotations and titles by single characters; the sentence keeps their words."""
    first = block[0]
    if len(block) > 1 and first.endswith(COLON_END) and block[1][0] not in OPENERS and _opened(first) is None:
        words = "\n".join(block[1:])
        if words.count("”") > words.count("“"):  # the opening mark was dropped
            words = re.sub(r"”[。；]?$", "", words)
        again = any(line[0] in OPENERS for line in block[2:] if line)  # only its first line has lost its mark
        sentence.swallows = again or not paired(words) or _SWALLOWED.search(words) is not None
        sentence.quotes.append(words)
        sentence.skeleton = _marked(sentence, first) + chr(QUOTES_FROM)
        return
    text, style = first, _opened(first)
    for line in block[1:]:
        if style:
            breaks_off = _breaks_off(text, line)
            joined = _goes_on(text, line) or (breaks_off and _in_mid_sentence(text, line))
            sentence.torn |= breaks_off and not joined
            text += ("" if joined else "\n") + (line[1:] if line[0] in OPENERS else line)
            style = None if _closes(line, style) else style
        else:
            text += "\n" + line
            style = _opened(line)
    if text.count("“") > text.count("”"):
        text = _unfolded(text)
    sentence.skeleton = _marked(sentence, text)


_SWALLOWED: Final = Expression(
    rf"”[^“”]{{0,8}}(?:修改|更改|变更|调整|改)[为成]?[：:]?“|第{N}+条[^。；“”]{{0,24}}(?:(?:修改|改)为[：:]|中的“|删[去除]|增加{N}+[条款项])"
    rf"|(?:删[去除]|将|[，。；]在)第{N}+(?:条|款|项)(?:[^。；“”]{{0,16}}(?:修改|改为|增加|中的“)|$|[。；，])|增加{N}+[条款项]，(?:分别)?作为第"
)
"""Words of an instruction in what should be new text."""
_QUOTED_WORDS: Final = Expression(
    rf"”[^“”，。；]{{0,8}}(?:修改|更改|变更|调整|改)[为成]?[：:]?“|第{N}+条[^。；“”]{{0,24}}中的“[^”]*”(?:修改|改)为"
)
"""Words of an instruction that no law's own sentence has: quoted ones that become others."""


def paired(words: str) -> bool:
    """Are the quotation marks in pairs, each opened before it is closed?

    >>> paired("“甲”乙"), paired("甲”，“乙")
    (True, False)
    """
    open_ = 0
    for ch in words:
        open_ += (ch == "“") - (ch == "”")
        if open_ < 0:
            return False
    return not open_


_UNIT: Final = Expression(
    rf"^(?:[“\"]|第{N}+[编章节条]|[一二三四五六七八九十]+、|[（(]?[一二三四五六七八九十0-9]+[）).．])"
)


def _goes_on(text: str, line: str) -> bool:
    """Inside a quotation, does a line go on with a sentence that filled the line before it? Tables have short lines."""
    before = text.rpartition("\n")[2]
    broken = len(before) >= 28 and before[-1] not in "。；：”" and "附" not in text[: text.find("“")]
    if is_row_of_table(before) or is_row_of_table(line):
        return False
    return broken and not _UNIT.match(line) and not re.match(rf"(?:.*“)?第{N}+[编章节]", before)


def _breaks_off(text: str, line: str) -> bool:
    """Does a line of new text end in the middle of a sentence that the next one may go on with?"""
    before = text.rpartition("\n")[2]
    if line[0] in OPENERS or _UNIT.match(line) or is_row_of_table(before) or is_row_of_table(line):
        return False
    plain = (
        re.match(rf"(?:.*“)?(?:第{N}+[编章节]|附[件表录])", before) is None
        and "附" not in text[: text.find("“")]
    )
    return plain and before[-1] not in "。；：！？”" and line.rstrip("”")[-1:] in "。；："


_ENDS_OPEN: Final = re.compile(r"[的和及或与并且对由在向为被将不应、，等其该各有]$")
_STARTS_OPEN: Final = re.compile(r"^(?:[的和及或与并且当得能、，]|应当|可以|不得|以及|但是?)")


def _in_mid_sentence(text: str, line: str) -> bool:
    """Does the break stand where no paragraph can end or begin: 应 | 当, 甲类 | 和乙类?"""
    return _ENDS_OPEN.search(text) is not None or _STARTS_OPEN.match(line) is not None


def _unfolded(text: str) -> str:
    """Paragraphs that were run together on one line: “甲。“乙。” has a line break where the quotation is reopened."""
    out, open_ = [], False
    for index, ch in enumerate(text):
        if ch == "“" and open_ and text[index - 1] in "。；：":
            out.append("\n")
            continue
        open_ = ch == "“" or (open_ and ch != "”")
        out.append(ch)
    return "".join(out)


_TITLE_OR_OWN: Final = rf"|(?P<title>{TITLES.source})|(?P<own>[\ue000-\uf8ff])"
_CURLY: Final = Expression(rf"(?P<quote>“(?:[^“”]|“[^“”]*”)*(?:”|$)){_TITLE_OR_OWN}")
_STRAIGHT: Final = Expression(rf"(?P<quote>\"[^\"]*(?:\"|$)){_TITLE_OR_OWN}")


def _marked(sentence: Sentence, text: str) -> str:
    """`text` with a sign for each quotation and each title; characters of its own that look like signs are masked."""
    quotes, titles = sentence.quotes, sentence.titles
    straight = "“" not in text

    def mark(match: re.Match[str]) -> str:
        words = match[0]
        if match["quote"] and len(quotes) < MOST:
            closed = len(words) > 1 and words[-1] in '”"'
            quotes.append(unquote(words[1:-1] if closed else words[1:], straight))
            sentence.open_end |= not closed
            sentence.swallows |= _QUOTED_WORDS.search(words[1:]) is not None
            return chr(QUOTES_FROM + len(quotes) - 1)
        if match["title"] and len(titles) < MOST_TITLES:
            titles.append(words[1:-1])
            return chr(TITLES_FROM + len(titles) - 1)
        return _OWN.sub("\ufffd", words)

    return (_STRAIGHT if straight else _CURLY).sub(mark, text)


_OWN: Final = Expression(r"[\ue000-\uf8ff]")


def unquote(text: str, straight: bool = False) -> str:
    """Quoted words as they stand in the law: inside a quotation ‘ ’ stand for “ ” (立法技术规范（一）12).

    >>> unquote("称为‘二年’的期间"), unquote("坚持'三个代表'重要思想", straight=True)
    ('称为“二年”的期间', '坚持“三个代表”重要思想')
    """
    if straight:
        return _SINGLE.sub(r"“\1”", text) if "'" in text else text
    if "‘" in text or "’" in text:
        return text.translate(_SWAP)
    return text


_SWAP: Final = {ord("‘"): "“", ord("’"): "”", ord("“"): "‘", ord("”"): "’"}
_SINGLE: Final = Expression(r"'([^']*)'")


def numeral(text: str) -> int:
    """The count in 增加两款; 0 where it is none."""
    try:
        return to_int(text)
    except ValueError:
        return 0
