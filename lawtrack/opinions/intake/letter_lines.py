"""What the lines of a letter are to each other: heads of parts, bodies above what they say, who speaks."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from lawtrack.opinions.intake.letter_words import (
    ADDRESSED,
    ALSO_APART,
    APART,
    BODY,
    CHAPTER,
    COMMENT,
    DATE,
    HEAD_OF_SOURCE,
    LONGEST_PART,
    MANNERS,
    NUMBERED,
    PEOPLE,
    PERSON,
    SAID_BY,
    SETTING,
    SIGNED,
    SPEAKER,
    TITLE,
)
from lawtrack.opinions.intake.sentences import first_clause, headed
from lawtrack.opinions.model import Opinion
from lawtrack.opinions.vocabulary import kind_of_source

_BRACKETED: Final = re.compile(
    r"\s*(?P<number>(?:\d{1,3}[、.．]|[（(]\d{1,3}[)）])?)\s*[【〔\[](?P<head>[^【】〔〕\[\]]{2,20})[】〕\]]\s*[：:]?\s*(?P<rest>.*)"
)
_SENTENCES: Final = re.compile("[。；]\\s*")
_ANSWERS: Final = re.compile(
    "(?:采纳情况|是否采纳|处理(?:情况|意见|结果)|研究(?:处理)?意见|办理(?:情况|结果)|答复)[：:]"
)
_COUNTED: Final = re.compile(r"(?<=[。；])\s*(?=(?:\d{1,2}[.．、]|[（(]\d{1,2}[)）])\D)")
_POINTS: Final = (
    re.compile("(?:^|(?<=[：；。，]))第([一二三四五六七八九十])[，,、]"),
    re.compile("(?:^|(?<=[：；。，]))([一二三四五六七八九十])是"),
)
_SEVERAL: Final = 2


def parts_of(lines: list[str]) -> frozenset[int]:
    """The lines, from 1, that head what is numbered anew or said by several below them, and say nothing themselves.

    （一）关于座椅设置 over 1.……; 第二组 over 王某委员：……
    """
    said = [(at, line.strip()) for at, line in enumerate(lines, 1) if line.strip()]
    heads = []
    for (_, above), (at, words), (_, below) in zip([(0, "。"), *said], said, said[1:], strict=False):
        if any(form.fullmatch(words) for form in (HEAD_OF_SOURCE, BODY, CHAPTER, TITLE)):
            continue
        match, under = NUMBERED.fullmatch(words), NUMBERED.fullmatch(below)
        bare = match["words"] if match else words
        if COMMENT.search(bare) or first_clause(bare) or headed(bare)[0]:
            continue
        first = under is not None and re.match(r"[（(]?(?:1|一|①)(?![0-9十])", below)
        if match is None:
            ends = above.endswith(("。", "；", "！", "？")) and re.search("[，。；：、？！]", words) is None
            if ends and len(words) <= LONGEST_PART and (first or speaks(below)):
                heads.append(at)
        elif under is not None and first and manner_of(match) != manner_of(under):
            heads.append(at)
    return frozenset(heads)


def plain_head(line: str) -> str:
    """A line with what it sets in 【】 before its words as a head: 【第二条】职责不清 as 第二条：职责不清.

    >>> plain_head("【市财政局】"), plain_head("【第二条】职责不清"), plain_head("【注】略")
    ('市财政局：', '第二条：职责不清', '【注】略')
    """
    match = _BRACKETED.fullmatch(line)
    if match is None:
        return line
    head, rest = match["head"].strip(), match["rest"]
    known = (
        BODY.fullmatch(head) or PERSON.fullmatch(head) or CHAPTER.fullmatch(head) or headed(f"{head}：")[0]
    )
    return f"{match['number']}{head}：{rest}" if known else line


def said_by(words: str, at: int = 0) -> re.Match[str] | None:
    """Who says what follows, wherever it was said: 在分组审议时，有的委员提出……"""
    setting = SETTING.match(words, at)
    return SAID_BY.match(words, setting.end() if setting else at)


def each_speaker(line: str) -> list[str]:
    """The sentences of a line in which several speak, each with who says it: 甲局提出，……。乙局认为，……。"""
    ends = [0, *(mark.end() for mark in _SENTENCES.finditer(line))]
    starts = [at for at in ends if said_by(line, at)]
    if len(starts) < _SEVERAL:
        return each_point(line) if line else []
    pieces = [line[start:end].strip() for start, end in pairwise(sorted({0, *starts, len(line)}))]
    return [piece for piece in pieces if piece]


def named_within(words: str) -> str:
    """Who is named in what is said: 有市民提出，…… or ……应当写明。（市林业局）; "" where nobody is, or several are."""
    ends = [0, *(mark.end() for mark in _SENTENCES.finditer(words))]
    said = {match["source"] for at in ends if (match := said_by(words, at))}
    behind = re.search(r"[（(]([^（()）]{2,20})[)）][。；]?\s*$", words)
    if behind and (BODY.fullmatch(behind[1]) or kind_of_source(behind[1]) == "public"):
        said = said or {behind[1]}
    return said.pop() if len(said) == 1 else ""


def each_point(line: str) -> list[str]:
    """The points that one line counts: ……提两点意见：第一，……；第二，…….

    >>> each_point("两点意见：第一，第三条太严；第二，第五条太高。")
    ['两点意见：', '第一，第三条太严；', '第二，第五条太高。']
    """
    if len(_ANSWERS.findall(line)) >= _SEVERAL:  # 1.……采纳情况：采纳。2.……采纳情况：……
        return [piece for piece in _COUNTED.split(line) if piece]
    for form in _POINTS:
        marks = [*form.finditer(line)]
        counted = "".join(mark[1] for mark in marks)
        if len(marks) < _SEVERAL or not "一二三四五六七八九十".startswith(counted):
            continue
        starts = [mark.start() for mark in marks]
        points = [line[start:end].strip() for start, end in pairwise([*starts, len(line)])]
        if form is _POINTS[0] or all(first_clause(point) or "建议" in point for point in points):
            return [piece for piece in (line[: starts[0]].strip(), *points) if piece]
    return [line]


def manner_of(match: re.Match[str]) -> str:
    """The manner of a number: 一、 or 1. or （一）."""
    return next(name for name in MANNERS if match[name])


def speaks(line: str) -> re.Match[str] | None:
    """Who speaks in a line, and what of the text: 陈述人甲（居民）：第三条……"""
    match = SPEAKER.fullmatch(line)
    return match if match and (len(match["source"]) == 1 or _is_said(match["words"])) else None


def last_words(lines: list[str]) -> int:
    """The last line, from 1, that is no date: where a letter is signed."""
    said = [at for at, line in enumerate(lines, 1) if line.strip() and not DATE.fullmatch(line.strip())]
    return said[-1] if len(said) > 1 else 0


def is_person(source: str) -> bool:
    """Is it somebody who speaks in a meeting, rather than a body?"""
    return source.endswith(PEOPLE)


def is_sole_head(text: str) -> bool:
    """Does 市财政局： stand above what it says, rather than for whom a letter is?

    A letter has words to whom it is sent, a title or a signature; an excerpt of one body's opinions has none of them.
    """
    said = [line.strip() for line in text.splitlines() if line.strip()]
    if len(said) < 2 or ADDRESSED.search(text) or DATE.fullmatch(said[-1]) or SIGNED.fullmatch(said[-1]):
        return False
    head = HEAD_OF_SOURCE.fullmatch(said[0])
    numbered = NUMBERED.fullmatch(said[1])
    below = numbered["words"] if numbered else said[1]
    return bool(head and not head["words"] and (first_clause(below) or Opinion("", below).no_comment))


def _with_apart(lines: list[str]) -> list[str]:
    """The lines, those of a round-up that parts the bodies from their words by a space with a colon: 市总工会　无意见."""
    apart = {
        at: match
        for at, line in enumerate(lines)
        if (match := APART.fullmatch(line.strip())) and _is_said(match["words"])
    }
    if len({match["source"] for match in apart.values()}) < _SEVERAL:
        return lines
    between = range(min(apart), len(lines))
    for at in between:
        if (
            at not in apart
            and (match := ALSO_APART.fullmatch(lines[at].strip()))
            and _is_said(match["words"])
        ):
            apart[at] = match
    return [
        f"{apart[at]['source']}：{apart[at]['words']}" if at in apart else line
        for at, line in enumerate(lines)
    ]


def _is_said(words: str) -> bool:
    return bool(first_clause(words) or COMMENT.search(words) or Opinion("", words).no_comment)


def with_heads(lines: list[str]) -> list[str]:
    """The lines, bodies that stand alone above what each of them says with the colon that heads have.

    市水务局 · 1.第一条…… · 市民政局 · 无意见。: a round-up. A body at the end of a letter signed it.
    """
    lines = _with_apart(lines)
    said = [(at, line.strip()) for at, line in enumerate(lines) if line.strip()]
    heads = [
        at
        for (at, words), (_, below) in pairwise(said)
        if BODY.fullmatch(words)
        and (NUMBERED.fullmatch(below) or Opinion("", below).no_comment or headed(below)[0])
    ]
    bodies = {at: body["source"] for at in heads if (body := BODY.fullmatch(lines[at].strip()))}
    if len({*bodies.values()}) < 2 or SIGNED.fullmatch(said[-1][1]) or DATE.fullmatch(said[-1][1]):
        return lines
    return [f"{bodies[at]}：" if at in bodies else line for at, line in enumerate(lines)]
