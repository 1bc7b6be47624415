"""What an amending instrument says, and what came of applying it.

    AmendingInstrument            the decision: title, form, the instruments it amends, when it takes force
    └── Instruction               one numbered instruction (or one sentence of it that names its own article)
        └── Operation             one thing to do at one place: replace, insert, delete, renumber, …

Two numberings meet in one instruction and are kept apart by type: `Operation.at` is a place of the text before the
amendment (原第五条), `Operation.to` a place of the text after it (作为第六条).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from lawtrack.law import article_label, to_chinese
from lawtrack.messages import translate

if TYPE_CHECKING:
    from lawtrack.law import Number

HEADING_NAMES: Final = {"part": "编", "subpart": "分编", "chapter": "章", "section": "节"}
PART_NAMES: Final = {
    "lead": "引述部分",
    "start": "开头",
    "end": "末尾",
    "proviso": "但书",
    "items": "各项",
    "points": "各目",
    "natural": "（自然段）",
    "table": "表",
}


@dataclass(frozen=True, slots=True)
class Address:
    """A place in an instrument, as an instruction names it. Numbers are None where nothing was named.

    `block` names what is not an article: title, preamble, body (the whole text), heading, annex, contents. `headings`
    are the 编章节 named, outermost first. `part` narrows to the lead-in (lead), the beginning (start) or end (end),
    `sentence` to a sentence of it (-1: the last), items to all items of it. `amended` says that the numbers are those of
    the amended text (修改后的第七条). `annex` is the annex as it is called, with its number in Arabic figures (附件2, 附表).
    `inner` are the numbers named below an annex (附件1第二项), which are its own and never those of the text.
    `called` is the name that the heading must have (附则).
    `under` are the headings that were named before the article (第二章第六条), which must be those that it stands under.

    >>> Address(article=(16, 0), paragraph=1, item=2).label
    '第十六条第一款第二项'
    """

    article: Number | None = None
    paragraph: int | None = None
    item: int | None = None
    point: int | None = None
    part: str = ""
    sentence: int = 0
    block: str = ""
    headings: tuple[tuple[str, int], ...] = ()
    name: str = ""
    amended: bool = False
    annex: str = ""
    inner: tuple[tuple[str, int], ...] = ()
    under: tuple[tuple[str, int], ...] = field(default=(), compare=False)
    called: str = field(default="", compare=False)

    @property
    def label(self) -> str:
        """The place in the words of a citation (立法技术规范（一）9: items without brackets)."""
        text = "".join(
            f"第{to_chinese(n)}{HEADING_NAMES[level]}" if n > 0 else f"最后一{HEADING_NAMES[level]}"
            for level, n in self.headings
        )
        if self.article:
            text += article_label(self.article) if self.article[0] > 0 else "最后一条"
        for number, unit in ((self.paragraph, "款"), (self.item, "项"), (self.point, "目")):
            if number:
                text += f"第{to_chinese(number)}{unit}" if number > 0 else f"最后一{unit}"
        text += (
            self.annex or BLOCK_NAMES.get(self.block, "")
            if not self.headings or self.block in ("heading", "sections")
            else ""
        )
        text += "".join(f"第{to_chinese(n)}{unit}" if n else unit for unit, n in self.inner)
        if self.sentence:
            text += f"第{to_chinese(self.sentence)}句" if self.sentence > 0 else "最后一句"
        return text + PART_NAMES.get(self.part, "")

    @property
    def level(self) -> str:
        """The level of the unit named: article, paragraph, item, point; else the block or heading level."""
        for level in ("point", "item", "paragraph", "article"):
            if getattr(self, level):
                return level
        if self.block:
            return self.block
        return self.headings[-1][0] if self.headings else ""


BLOCK_NAMES: Final = {
    "title": "名称",
    "preamble": "引言",
    "body": "全文",
    "heading": "章名",
    "headings": "所有章名",
    "sections": "各节节名",
    "annex": "附件",
    "contents": "目录",
    "order": "条文序号",
    "after": "正文后的内容",
    "chapters": "各章节的名称和起始条文",
}


@dataclass(frozen=True, slots=True)
class Operation:
    r"""One thing to do.

    `words` are the words to find (replace-words, insert-words, delete-words), `text` the new ones, one structural
    unit a line. `nth` is which of the places of the words is meant, where only one is (-1: the last). `side` is
    before or after for inserted words and units, start or end for words without an anchor. `count` is how many
    units are inserted or split off. Where one text serves several places, `sources` are all the old ones (join,
    replace) and `targets` all the new ones (insert, split). `besides` are places that the operation leaves out
    (除第五条外); of a move without a new number the one source is the unit to stand beside, or the heading to stand
    under (`side` is under). `between` are the two quotations that new words come between, and these. `holds` the articles, by
    their new numbers, of a new heading (by the old ones, of one that goes). `restates` marks a text
    that repeats in full what the words before it changed (这一款相应修改为).

    >>> from lawtrack.amend import read
    >>> one, = read("关于修改《某市公园条例》的决定\n一、将第二条中的“甲”修改为“乙”。").instructions
    >>> [(each.op, each.words, each.text) for each in one.operations]
    [('replace-words', '甲', '乙')]
    """

    op: str
    at: Address | None = None
    to: Address | None = None
    words: str = ""
    text: str | None = None
    side: str = ""
    count: int = 0
    level: str = ""
    everywhere: bool = False
    nth: int = 0
    restates: bool = False
    sources: tuple[Address, ...] = ()
    besides: tuple[Address, ...] = ()
    holds: tuple[Address, ...] = ()
    targets: tuple[Address, ...] = ()
    between: tuple[str, ...] = ()
    shown: str = ""

    @property
    def target(self) -> str:
        """What the operation is about, as a lawyer would cite it."""
        if self.shown:
            return self.shown
        place = self.at or self.to
        return place.label if place else ""

    def to_dict(self) -> dict[str, Any]:
        """`{"op", "target"}`, with "to", "words" and "text" where there are any."""
        record: dict[str, Any] = {"op": self.op, "target": self.target}
        if self.to and self.op in ("renumber", "move", "split", "join"):
            record["to"] = self.to.label
        if self.words:
            record["words"] = self.words
        if self.text is not None:
            record["text"] = self.text
        return record


@dataclass(frozen=True, slots=True)
class Fault:
    """Why something could not be read or done: a code of the catalogue and what its sentence names."""

    code: str
    details: tuple[tuple[str, object], ...] = ()

    @property
    def message(self) -> str:
        """The sentence in the language in use."""
        details: dict[str, Any] = dict(self.details)
        return translate(self.code, **details)


def fault(code: str, **details: object) -> Fault:
    """A Fault with its details.

    >>> fault("amend.no-such-place", place="第九条").message
    '原文中没有第九条。'
    """
    return Fault(code, tuple(details.items()))


@dataclass(frozen=True, slots=True)
class Instruction:
    r"""One instruction: its number (二, 二十五（一）), its words, and the operations that they mean.

    `instrument` is the title of the text it amends; `effect` is text, or, for what changes nothing, commencement,
    republication, heading, note or clause (a provision of the decision itself); `problem` says why it could not be understood.

    >>> from lawtrack.amend import read
    >>> one, = read("关于修改《某市公园条例》的决定\n一、删去第五条。").instructions
    >>> one.number, one.source, [each.op for each in one.operations]
    ('一', '一、删去第五条。', ['delete'])
    """

    number: str
    source: str
    operations: tuple[Operation, ...] = ()
    instrument: str = ""
    effect: str = "text"
    fault: Fault | None = None

    @property
    def problem(self) -> str | None:
        """Why the instruction could not be understood, in the language in use, or None."""
        return self.fault.message if self.fault else None

    def to_dict(self) -> dict[str, Any]:
        """The shape of the contract."""
        return {
            "number": self.number,
            "source": self.source,
            "instrument": self.instrument,
            "operations": [operation.to_dict() for operation in self.operations],
            "problem": self.problem,
        }


@dataclass(frozen=True, slots=True)
class AmendingInstrument:
    r"""What `read` returns. `form` is decision (修改决定), amendment (修正案: numbers are kept) or package.

    `whole` says that the text begins as such an instrument begins, with title and opening, and is no excerpt; `closed`
    that it ends as one ends (施行, 重新公布), or is an excerpt.

    >>> from lawtrack.amend import read
    >>> told = read("关于修改《某市公园条例》的决定\n一、将第一条中的“开放”修改为“免费开放”。")
    >>> told.form, told.amends, told.instructions[0].operations[0].op
    ('decision', ('某市公园条例',), 'replace-words')
    """

    title: str
    form: str
    amends: tuple[str, ...]
    effective: str | None
    instructions: tuple[Instruction, ...]
    text: str = field(default="", repr=False)
    closed: bool = True
    whole: bool = False
    adopted: str = ""

    @property
    def problems(self) -> tuple[Instruction, ...]:
        """The instructions that could not be understood."""
        return tuple(instruction for instruction in self.instructions if instruction.fault)

    def to_dict(self) -> dict[str, Any]:
        """The shape of the contract."""
        return {
            "title": self.title,
            "form": self.form,
            "amends": list(self.amends),
            "effective": self.effective,
            "instructions": [instruction.to_dict() for instruction in self.instructions],
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    r"""What came of one instruction: applied, failed (with the reasons), or ignored.

    `touched_old` and `touched_new` are the labels of the articles that it changed, before and after.

    >>> from lawtrack.amend import apply
    >>> old = "某市公园条例\n第一条　公园开放。\n第二条　公园由市园林局管理。"
    >>> decision = "关于修改《某市公园条例》的决定\n一、将第二条中的“市园林局”修改为“市绿化局”。"
    >>> [(one.status, one.touched_old, one.touched_new) for one in apply(old, decision).instructions]
    [('applied', ('第二条',), ('第二条',))]
    """

    instruction: Instruction
    status: str
    faults: tuple[Fault, ...] = ()
    touched_old: tuple[str, ...] = ()
    touched_new: tuple[str, ...] = ()

    @property
    def reason(self) -> str | None:
        """Why it failed, in the language in use, or None."""
        return "；".join(dict.fromkeys(fault.message for fault in self.faults)) if self.faults else None

    def to_dict(self) -> dict[str, Any]:
        """The shape of the contract, with the articles touched."""
        return {
            "number": self.instruction.number,
            "source": self.instruction.source,
            "status": self.status,
            "reason": self.reason,
            "operations": [operation.to_dict() for operation in self.instruction.operations],
            "touched": {"old": list(self.touched_old), "new": list(self.touched_new)},
        }


@dataclass(frozen=True, slots=True)
class Applied:
    r"""What `apply` returns: the amended text, whether it is complete, and what came of each instruction.

    `doubts` are reasons against calling the text complete: those that belong to no single instruction (`apart`), and
    what has to be checked of instructions that were carried out, so that a text that is not complete has a reason
    in `doubts` or a failed instruction. `choices` are what the
    decision leaves open and was done as is usual, such as the chapter of a new article that comes between two.

    >>> from lawtrack.amend import apply
    >>> decision = "关于修改《某市公园条例》的决定\n一、将第一条中的“开放”修改为“免费开放”。\n本决定自公布之日起施行。"
    >>> done = apply("某市公园条例\n第一条　公园开放。\n", decision)
    >>> done.complete, done.text.splitlines()[1]
    (True, '第一条　公园免费开放。')
    """

    text: str
    complete: bool
    instructions: tuple[Outcome, ...]
    doubts: tuple[Fault, ...] = ()
    choices: tuple[Fault, ...] = ()

    @property
    def apart(self) -> tuple[Fault, ...]:
        """The doubts that stand at no instruction."""
        said = {reason for outcome in self.instructions for reason in outcome.faults}
        return tuple(doubt for doubt in self.doubts if doubt not in said)

    def to_dict(self) -> dict[str, Any]:
        """The shape of the contract, with "doubts" and "choices"."""
        return {
            "text": self.text,
            "complete": self.complete,
            "instructions": [outcome.to_dict() for outcome in self.instructions],
            "doubts": [doubt.message for doubt in self.doubts],
            "choices": [choice.message for choice in self.choices],
        }
