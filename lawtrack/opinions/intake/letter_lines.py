"""What the lines of a letter are to each other: heads of parts, bodies above what they say, who speaks."""

from __future__ import annotations

import re
from itertools import pairwise

from lawtrack.opinions.intake.letter_words import (
    ADDRESSED,
    BODY,
    CHAPTER,
    COMMENT,
    DATE,
    HEAD_OF_SOURCE,
    LONGEST_PART,
    MANNERS,
    NUMBERED,
    PEOPLE,
    SIGNED,
    SPEAKER,
)
from lawtrack.opinions.intake.sentences import first_clause, headed
from lawtrack.opinions.model import Opinion


def parts_of(lines: list[str]) -> frozenset[int]:
    """The lines, from 1, that head what is numbered anew or said by several below them, and say nothing themselves.

    （一）关于座椅设置 over 1.……; 第二组 over 王某委员：……
    """
    said = [(at, line.strip()) for at, line in enumerate(lines, 1) if line.strip()]
    heads = []
    for (_, above), (at, words), (_, below) in zip([(0, "。"), *said], said, said[1:], strict=False):
        if HEAD_OF_SOURCE.fullmatch(words) or BODY.fullmatch(words) or CHAPTER.fullmatch(words):
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


def manner_of(match: re.Match[str]) -> str:
    """The manner of a number: 一、 or 1. or （一）."""
    return next(name for name in MANNERS if match[name])


def speaks(line: str) -> re.Match[str] | None:
    """Who speaks in a line, and what of the text: 陈述人甲（居民）：第三条……"""
    match = SPEAKER.fullmatch(line)
    said = match["words"] if match else ""
    return match if first_clause(said) or COMMENT.search(said) or Opinion("", said).no_comment else None


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


def with_heads(lines: list[str]) -> list[str]:
    """The lines, bodies that stand alone above what each of them says with the colon that heads have.

    市水务局 · 1.第一条…… · 市民政局 · 无意见。: a round-up. A body at the end of a letter signed it.
    """
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
