"""`apply`: the base text, amended, with an account of every instruction.

All instructions address the base in its old numbering, so each finds its place in the tree as it was; then everything is
put in its new place, numbered, and the declared numbers are checked against the derived ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.contents import relisted
from lawtrack.amend.applying.guards import look_over
from lawtrack.amend.applying.header import noted
from lawtrack.amend.applying.operations import do, reordered, touched
from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.renumbering import settle
from lawtrack.amend.applying.state import Amendment
from lawtrack.amend.applying.tree import Tree
from lawtrack.amend.applying.word_edits import one_of_several
from lawtrack.amend.applying.words import fold
from lawtrack.amend.model import AmendingInstrument, Applied, Fault, Outcome, fault
from lawtrack.amend.reading.instruments import read
from lawtrack.amend.reading.wholeness import gaps, unmoved
from lawtrack.amend.understanding import FOREIGN, unread
from lawtrack.law import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.amend.model import Instruction
    from lawtrack.law import Instrument

_PREFIX: Final = re.compile(r"^(?:中华人民共和国|最高人民法院|最高人民检察院|国务院)*(?:关于)?")
CHECK: Final = frozenset(
    {
        "amend.dangling",
        "amend.mark-inferred",
        "amend.no-mark",
        "amend.restated-differs",
        "amend.table-dropped",
        "amend.unlisted-moves",
    }
)
"""Reasons to check an instruction that was carried out all the same."""

ELSEWHERE: Final = frozenset({"amend.instrument-unknown", "amend.other-instrument"})
"""What is not about this text, or may not be: nothing of it is carried out."""

_DATED: Final = re.compile(r"[（(][0-9]{4}(?:年)?[^（）()]{0,6}(?:修正|修订|修改|版)[^（）()]{0,4}[）)]$")
"""What collections of law put after a title: （2019修正）, (2020年修订版)."""

_ITSELF: Final = re.compile(
    r"(?:法|条例|办法|规定|细则|规则|决定|解释|意见|批复|通知|章程|刑法|宪法|民法典)$"
)
"""What an instrument is called in short: 《解释》 for a long title of the Supreme Court."""

_REGION: Final = re.compile(r"(?:省|自治区|自治州|(?<!城)市|州|县|[^地小社园辖]区|旗|盟|国)(?:实施)?$")
"""The place that a short title leaves out: 《公园条例》 for 某市公园条例, never 城市公园条例 for 公园条例."""

_STRIP: Final = str.maketrans("", "", '《》〈〉<>＜＞“”"（）() \t　·、，')


def apply(base: str | Instrument, decision: str | AmendingInstrument) -> Applied:
    r"""The base amended as the decision says; never raises for what the two texts hold.

    What cannot be applied is listed with its reason, the rest is applied; `complete` says that nothing was left and
    that every declared number came out.

    >>> decision = "将第二条改为第三条，其中的“市民”修改为“公民”。\n增加一条，作为第二条：“丙。”"
    >>> done = apply("某市河道条例\n第一条　甲。\n第二条　乙市民。", decision)
    >>> done.text.splitlines()[2:], done.complete
    (['第二条　丙。', '第三条　乙公民。'], True)
    """
    doc = parse(base) if isinstance(base, str) else base
    told = read(decision) if isinstance(decision, str) else decision
    reason = unread(doc)
    if reason and reason.code in FOREIGN:
        return _refused(doc, told, reason)
    doubts: list[Fault] = [reason] if reason and reason.code != "amend.no-articles" else []
    mine = _own_instructions(doc, told, doubts)
    state = Amendment(Tree(doc), told, doubts=doubts)
    for index, instruction in enumerate(told.instructions):
        if index in mine:
            _carry_out(state, index, instruction)
    settle(state)
    if not told.closed:
        doubts.append(fault("amend.cut-off"))
    doubts += gaps(told, mine)
    doubts += unmoved(told, moved=reordered(state))
    if note := noted(doc, told, mine):
        state.blocks.edits.append(note)
    if contents := relisted(state.tree):
        state.blocks.edits.append(contents)
    tree = state.tree
    tree.head = state.blocks.head(tree.head)
    tree.tail = state.blocks.tail(tree.tail)
    _check_texts(state)
    text = tree.render()
    doubts += look_over(state, text)
    outcomes = tuple(_outcomes(state, told.instructions, mine))
    if not any(outcome.instruction.operations for outcome in outcomes if outcome.status != "ignored"):
        doubts.append(fault("amend.nothing-to-do"))
    state.choices += _title_left(doc, told, mine)
    complete = not doubts and not any(outcome.faults for outcome in outcomes)
    doubts += [reason for outcome in outcomes if outcome.status == "applied" for reason in outcome.faults]
    return Applied(text, complete, outcomes, tuple(dict.fromkeys(doubts)), tuple(state.choices))


def _title_left(doc: Instrument, told: AmendingInstrument, mine: set[int]) -> list[Fault]:
    """将条例中的“甲”修改为“乙”: the title has the words too, and nothing says that it changes."""
    operations = [op for index in mine for op in told.instructions[index].operations]
    if any(op.at and op.at.block == "title" for op in operations):
        return []
    swept = [op for op in operations if op.op == "replace-words" and op.at and op.at.block == "body"]
    words = sorted({op.words for op in swept if op.words and op.words in doc.title})
    return [fault("amend.title-left", words=one) for one in words]


def _check_texts(state: Amendment) -> None:
    """Every new text that an instruction gives must stand in the amended text, whatever else was done to its place."""
    printed = state.tree.render()
    said, whole = fold(printed)[0], set(printed.split("\n"))
    for index, instruction in enumerate(state.told.instructions):
        if state.faults[index] or state.later:
            continue
        for operation in instruction.operations:
            if operation.op in ("replace", "insert") and index in state.carried_out:
                told = (operation.text or operation.words or "").split("\n")
                other = "\n".join(line for line in told if line not in whole)
                lost = next((line for line in _lines(other) if line not in said), "")
                if lost:
                    state.faults[index].append(fault("amend.text-lost", words=lost[:40]))


def _lines(text: str) -> Iterator[str]:
    """The lines of a new text as they stand in a law whatever their numbers: without the label, and the mark at the end."""
    for line in text.split("\n"):
        bare = fold(_LABEL.sub("", line))[0].rstrip(";。；.:：")
        if bare:
            yield bare


_LABEL: Final = re.compile(
    r"^(?:第[^条章节编 　]{1,8}(?:条(?:之[一二三四五六七八九十]+)?|[章节编])"
    r"|[（(][一二三四五六七八九十百]+[）)]|[0-9]{1,3}[.．、])[ 　\t]*"
)


def _refused(doc: Instrument, told: AmendingInstrument, reason: Fault) -> Applied:
    """Nothing is applied to a text of another system of law: the base as it is, and why."""
    outcomes = tuple(
        Outcome(one, "failed", (reason,)) if one.effect == "text" else Outcome(one, "ignored")
        for one in told.instructions
    )
    return Applied(doc.text, False, outcomes, (reason,))


def _carry_out(state: Amendment, index: int, instruction: Instruction) -> None:
    faults = state.faults[index]
    state.carried_out.add(index)
    if instruction.fault:
        faults.append(instruction.fault)
        if instruction.fault.code in ELSEWHERE:
            return
    state.begin(index)
    done, refused = [], []
    for operation in instruction.operations:
        try:
            do(state, operation)
            done.append(operation)
        except Refusal as refusal:
            refused.append((operation, refusal.fault))
    for operation, reason in refused:
        (state.choices if one_of_several(state, operation, done) else faults).append(reason)
    faults.extend(state.notes)


def _own_instructions(doc: Instrument, told: AmendingInstrument, doubts: list[Fault]) -> set[int]:
    """The instructions that amend this instrument: of a package, those under its title."""
    title = _bare(doc.title)
    named = list(
        dict.fromkeys(
            i.instrument
            for i in told.instructions
            if i.effect == "text" and i.instrument and not (i.fault and i.fault.code in ELSEWHERE)
        )
    )
    everything = {index for index, instruction in enumerate(told.instructions)}
    matching = [name for name in named if _bare(name) == title] or [
        name for name in named if _same_title(_bare(name), title)
    ]
    if len(named) > 1 and not title:  # whose instructions these are cannot be told
        doubts.append(fault("amend.other-instrument", named=named[0], title=doc.title))
        return set()
    if not named or not title:
        return everything
    if not matching:
        shorts = [name for name in named if _ITSELF.match(name)]
        if len(named) > 1 and not shorts:
            doubts.append(fault("amend.other-instrument", named=named[0], title=doc.title))
            return set()
        if not shorts:  # applied all the same, for the title may have been changed meanwhile
            doubts.append(fault("amend.other-instrument", named=named[0], title=doc.title))
        return everything
    return {
        index
        for index, instruction in enumerate(told.instructions)
        if not instruction.instrument
        or (instruction.fault is not None and instruction.fault.code in ELSEWHERE)
        or instruction.instrument in matching
        or _ITSELF.match(instruction.instrument)
    }


def _bare(title: str) -> str:
    return _PREFIX.sub("", _DATED.sub("", title.strip())).translate(_STRIP)


def _same_title(a: str, b: str) -> bool:
    if not a or not b or a == b:
        return a == b != ""
    short, long = sorted((a, b), key=len)
    return len(short) > 3 and long.endswith(short) and _REGION.search(long[: -len(short)]) is not None


def _outcomes(state: Amendment, instructions: Sequence[Instruction], mine: set[int]) -> list[Outcome]:
    labels = touched(state)
    outcomes = []
    for index, instruction in enumerate(instructions):
        old, new = labels.get(index, ((), ()))
        reasons = tuple(dict.fromkeys(state.faults[index]))
        if index not in mine:
            status = "ignored"
        elif any(reason.code not in CHECK for reason in reasons):
            status = "failed"
        else:
            status = "applied" if instruction.operations else "ignored"
        outcomes.append(Outcome(instruction, status, reasons, old, new))
    return outcomes
