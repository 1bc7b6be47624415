"""`read`: the text of an amending instrument becomes an AmendingInstrument."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.model import AmendingInstrument, Instruction, fault
from lawtrack.amend.reading.addresses import N
from lawtrack.amend.reading.context import QUOTE, Reading
from lawtrack.amend.reading.expressions import Expression
from lawtrack.amend.reading.lines import START
from lawtrack.amend.reading.patterns import OPENING, SEVERAL
from lawtrack.amend.reading.resolve import visit
from lawtrack.amend.reading.sentences import TITLES, sentences
from lawtrack.law import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.amend.reading.sentences import Sentence
    from lawtrack.law import Instrument

_DRAFT: Final = r"[（(](?:修正|修改)案?草案[^（）()]{0,8}[）)](?:[（(][^（）()]{1,14}[）)])*$"
TITLE_END: Final = re.compile(
    rf"(?:决定|修正案|补充安排|补充规定|修改补充规定)(?:（[^）]{{1,8}}）|\([^)]{{1,8}}\))?$|{_DRAFT}"
)
_OF_DRAFT: Final = re.compile(_DRAFT)
"""Behind the title of what a draft amends: 某市立法条例（修正草案）（征求意见稿） gives instructions, no text."""
_AROUND: Final = frozenset({"page", "notice"})
"""Blocks and running lines that are not of the instrument: a page's, and the notice that sends it out."""
_HASHES: Final = re.compile(r"^#{1,6}[ \u3000]+(?=\S)", re.MULTILINE)
"""Before the headings of a text in Markdown."""
_CORNERS: Final = str.maketrans("「」『』", "“”‘’")
_OUTER: Final = str.maketrans("『』", "“”")
DATE: Final = re.compile(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")
_MOST_LINES: Final = 5
"""Lines of a title."""
IN_FORCE: Final = re.compile(r"自([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日起(?:施行|生效|实施)")
ANNOUNCED: Final = re.compile(r"(?:作|做)(?:出)?(?:如下|以下|下列)|次会议.{0,8}决定|关于修改")


def read(text: str) -> AmendingInstrument:
    r"""What the amending instrument `text` says, instruction by instruction; never raises.

    What is not understood is an instruction with a `problem`; nothing is dropped.

    >>> decision = read("一、将第四条改为第五条，其中的“市民”修改为“公民”。\n本决定自2024年5月1日起施行。")
    >>> [(o.op, o.target) for o in decision.instructions[0].operations], decision.effective
    ([('renumber', '第四条'), ('replace-words', '第五条')], '2024-05-01')
    """
    doc = parse(_HASHES.sub("", text))
    said = sentences(_in_usual_marks(_alone(doc)))
    front = _front(said, doc.title)
    title = _title(said[:front], doc.title)
    reading = Reading()
    opening = "".join(sentence.skeleton for sentence in said[:front])
    reading.several = SEVERAL.search(opening) is not None
    if not reading.several:
        reading.instrument = _named(title)
        for sentence in said[:front]:
            if sentence.titles and not reading.instrument:
                reading.instrument = sentence.titles[0]
    reading.own = reading.instrument
    instructions = _instructions(said[front:], reading)
    amends = tuple(dict.fromkeys(i.instrument for i in instructions if i.operations and i.instrument))
    if not amends and reading.instrument:
        amends = (reading.instrument,)
    form = "amendment" if "修正案" in title else "package" if len(amends) > 1 else "decision"
    whole = front > 0 and bool(ANNOUNCED.search("".join(s.source for s in said[:front])))
    closed = not whole or any(i.effect in ("commencement", "republication") for i in instructions)
    return AmendingInstrument(
        title,
        form,
        amends,
        _effective(text),
        instructions,
        text,
        closed=closed,
        whole=whole,
        adopted=_adopted(said[:front]),
    )


def _alone(doc: Instrument) -> str:
    """The text with blanks for what stands around it, where a page or a notice does."""
    text = doc.text
    for block in (*doc.blocks, *doc.running):
        if block.kind in _AROUND:
            blank = re.sub(r"[^\n]", " ", text[block.start : block.end])
            text = text[: block.start] + blank + text[block.end :]
    return text


def _in_usual_marks(text: str) -> str:
    """「」 quote as “ ” do, in a text that has no others."""
    if set('“”"') & set(text):
        return text
    return text.translate(_CORNERS if "「" in text else _OUTER)


def _title_lines(said: list[Sentence], whole: str) -> int:
    """How many sentences are one title over several lines (……关于 | 修改《…… | ……办法》的决定), 0 for a title in one line."""
    if not said or TITLE_END.search(said[0].source) or said[0].head:
        return 0
    whole, so_far = "".join(whole.split()), ""
    for index, sentence in enumerate(said[:_MOST_LINES]):
        so_far += "".join(sentence.source.split())
        if so_far == whole and TITLE_END.search(whole):
            return index + 1
    return 0


def _front(said: list[Sentence], whole: str) -> int:
    """How many sentences are title, date and opening: up to the first numbered one, or the first that amends."""
    limit = next((index for index, sentence in enumerate(said) if sentence.head), len(said))
    titled = _title_lines(said, whole)
    for index, sentence in enumerate(said[titled:limit], titled):
        opens = OPENING.search(sentence.skeleton) is not None
        if opens and not QUOTE.search(sentence.skeleton):
            return index + 1
        if _amends(sentence) and (index or not TITLE_END.search(sentence.source)):
            return index
    return limit if limit < len(said) or len(said) < 2 else 1


def _amends(sentence: Sentence) -> bool:
    """Does the sentence change something, or begin with a place, whatever it then says of it?"""
    skeleton = sentence.skeleton
    return any((QUOTE.search(skeleton), START.match(skeleton), _PLACE_FIRST.match(skeleton)))


_PLACE_FIRST: Final = Expression(
    rf"^(?:将|把|对|在|原|删[去除])*第{N}+[编章节条款项](?:之|、|和|与|第|中|的|[^ 　])"
)


def _title(front: list[Sentence], whole: str) -> str:
    """The sentence that ends like a title; whole, where the text has it over several lines."""
    for sentence in front:
        if TITLE_END.search(sentence.source) and len(sentence.source) < 200:
            return whole if whole.endswith("".join(sentence.source.split())) else sentence.source
    return ""


def _named(title: str) -> str:
    """The instrument named in 关于修改《X》的决定, or 刑法 in 刑法修正案."""
    if "修正案" in title and "关于" not in title:
        name = re.sub(r"修正案.*$", "", title)
        whole = TITLES.fullmatch(name)
        return whole[0][1:-1] if whole else name
    match = TITLES.search(title)
    if match is None and "关于" not in title and (draft := _OF_DRAFT.search(title)):
        return title[: draft.start()].strip()
    return match[0][1:-1] if match else ""


def _adopted(front: list[Sentence]) -> str:
    dated = [sentence.source.strip("（）()") for sentence in front if DATE.search(sentence.source)]
    notes = [
        source for source in dated if DATE.match(source) and "通过" in source
    ]  # no order of promulgation
    return next(iter([*notes, *dated]), "")


def _effective(text: str) -> str | None:
    """The day on which the amending instrument takes force, where it gives one."""
    days = list(IN_FORCE.finditer(text))
    if not days:
        return None
    year, month, day = days[-1].groups()
    return f"{year}-{int(month):02}-{int(day):02}"


def _another(reading: Reading) -> bool:
    """Does a place name another instrument than the decision, and not the same in short (《解释》)?"""
    own, named = reading.own, reading.instrument
    return not (own.endswith(named) or named.endswith(own))


def _by_instrument(instruction: Instruction) -> Iterator[Instruction]:
    """将《甲》第三条、《乙》第七条中的……: one instruction for each of the instruments that the sentence names."""
    names = dict.fromkeys(op.at.name for op in instruction.operations if op.at and op.at.name)
    for name in names:
        mine = [
            replace(op, at=replace(op.at, name=""))
            for op in instruction.operations
            if op.at and op.at.name == name
        ]
        yield replace(instruction, instrument=name, operations=tuple(mine))


def _instructions(said: list[Sentence], reading: Reading) -> tuple[Instruction, ...]:
    """One instruction a numbered sentence; a sentence without a number goes with the one before it.

    It stands for itself where it changes nothing, or names an article of its own after one that did.
    """
    result: list[Instruction] = []
    for sentence in said:
        if sentence.head:
            reading.begin(sentence.head)
        before = reading.here
        operations, effect, problem = visit(reading, sentence)
        if (
            reading.several
            and operations
            and not reading.instrument
            and not any(o.at and o.at.name for o in operations)
        ):
            problem = problem or fault("amend.instrument-unknown", words=sentence.source[:40])
        if operations and reading.strayed and not reading.several and _another(reading):
            problem = problem or fault("amend.other-instrument", named=reading.instrument, title=reading.own)
        if reading.above and reading.several and operations:
            named = dict.fromkeys(one.instrument for one in result if one.instrument and one.operations)
            result += [
                Instruction(sentence.number, sentence.source, operations, name, effect, problem)
                for name in named
            ]
            continue
        instruction = Instruction(
            sentence.number, sentence.source, operations, reading.instrument, effect, problem
        )
        if problem and not operations and len(set(sentence.titles)) > 1 and reading.leads:
            result += [replace(instruction, instrument=title) for title in dict.fromkeys(sentence.titles)]
            continue
        if any(op.at is not None and op.at.name for op in operations):
            result += _by_instrument(instruction)
            continue
        general = all(op.at is not None and op.at.block in ("order", "body") for op in operations)
        own = (
            sentence.head
            or (general and bool(operations))
            or effect != "text"
            or not result
            or result[-1].effect != "text"
        )
        moved = before.article is not None and reading.here.article != before.article
        if own or moved or before.article is None or not operations:
            if effect != "text" and not sentence.head:
                instruction = replace(instruction, number="")
            result.append(instruction)
        else:
            last = result[-1]
            result[-1] = replace(
                last,
                source=f"{last.source}\n{sentence.source}",
                operations=(*last.operations, *operations),
                fault=last.fault or problem,
            )
    return tuple(result)
