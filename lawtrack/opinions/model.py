"""An opinion 意见 on a clause of a draft: who said what, on which clause of which version, and what was done with it.

Every field may be unknown ("" or None), except what was said. An opinion that nobody has answered has no answer; that
is not the same as one that was not adopted.
"""

# no postponed annotations here: pydantic reads these at run time, by the name of the room's face

import hashlib
import re
from dataclasses import dataclass, field
from typing import Any, Final, Literal, get_args

from lawtrack.drafts import stage_label
from lawtrack.errors import UnusableInput
from lawtrack.messages import translate
from lawtrack.opinions.replies import says_nothing

Kind = Literal["department", "public", "committee", "expert", "other"]
Result = Literal["adopted", "partly-adopted", "not-adopted", "explained"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
"""Who has opinions: 部门和单位, 社会公众, 常委会组成人员和专门委员会, 专家, others."""
RESULTS: Final[tuple[Result, ...]] = get_args(Result)
"""What can become of one: 采纳, 部分采纳, 未采纳, 解释说明 (answered by an explanation, no change was asked for)."""

WHOLE: Final = "全文"
TITLE: Final = "标题"
ANNEX: Final = "附件"
WHOLE_LABELS: Final = frozenset({WHOLE, TITLE})
"""Labels of what is no clause: the whole text, its title."""

_ANNEX: Final = re.compile(r"附(?:件|表|录|图)[0-9０-９一二三四五六七八九十]{0,4}")
_LETTERS: Final = "bcdfghjkmnpqrstvwxyz"
_SIGNS: Final = _LETTERS + "0123456789"
_ID_LENGTH: Final = 8
_UNSPEAKABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The clause that an opinion is about, as it stood in the version that its author read.

    `stage` and `date` name the version, `commit` exactly (a hash does not survive a rebase: the other two do). `eids`
    are the addresses of the clauses in it, `label` the clause as printed (第三条第二款). Without eids the opinion is on
    the whole text where the label is 全文 or 标题, on an annex where it is one's (附件2), else on a clause that is not
    known. `quote` are words of the clause.

    >>> from lawtrack.opinions import Anchor
    >>> Anchor("first-reading", eids=("art_3",), label="第三条").known, Anchor(label="那一条").known
    (True, False)
    """

    stage: str = ""
    date: str = ""
    commit: str = ""
    eids: tuple[str, ...] = ()
    label: str = ""
    quote: str = ""

    @property
    def whole(self) -> bool:
        """Is the opinion about the text as a whole, its title, or an annex?"""
        return not self.eids and (self.label in WHOLE_LABELS or self.annexed)

    @property
    def annexed(self) -> bool:
        """Is the opinion about an annex?"""
        return not self.eids and _ANNEX.fullmatch(self.label) is not None

    @property
    def known(self) -> bool:
        """Is it known what the opinion is about?"""
        return bool(self.eids) or self.whole


@dataclass(frozen=True, slots=True)
class Answer:
    """What was done with an opinion, why, by whom, when; `clause` of the version `stage` is where it was carried out.

    >>> Answer("partly-adopted", reason="与上位法一致").result_label
    '部分采纳'
    """

    result: Result
    reason: str = ""
    by: str = ""
    date: str = ""
    clause: str = ""
    stage: str = ""

    @property
    def result_label(self) -> str:
        """采纳, 部分采纳, 未采纳 or 解释说明, in the language in use."""
        return result_label(self.result)


@dataclass(frozen=True, slots=True)
class Opinion:
    """One opinion: `text` 意见内容, `suggestion` 建议修改为, `grounds` the reasons that its author gave.

    `source` is who has it, `kind` which sort of body or person that is, `channel` how it came, `date` (YYYY-MM-DD,
    YYYY-MM or YYYY) when. `answer` is None until somebody answers. `seen` is the commit in which it was read; `fresh` is
    True only on what a save has just made.

    >>> Opinion("s7dh1fkn", "建议删去第三条。", source="某局", kind="department").kind_label
    '部门和单位'
    """

    id: str
    text: str
    anchor: Anchor = field(default_factory=Anchor)
    source: str = ""
    kind: Kind = "other"
    channel: str = ""
    date: str = ""
    suggestion: str = ""
    grounds: str = ""
    note: str = ""
    answer: Answer | None = None
    seen: str = field(default="", compare=False, repr=False)
    fresh: bool = field(default=False, compare=False, repr=False)

    @property
    def no_comment(self) -> bool:
        """Is it a reply that there is no opinion (无意见)? It is kept, and counted apart."""
        return not self.suggestion and says_nothing(self.text)

    @property
    def kind_label(self) -> str:
        """Which sort of body or person, in the language in use."""
        return kind_label(self.kind)

    @property
    def result_label(self) -> str:
        """What became of it, in the language in use: 未答复 where nobody has answered, 无需答复 where nobody has to."""
        if self.answer:
            return self.answer.result_label
        return translate("opinions.result-no-comment" if self.no_comment else "opinions.result-none")

    def to_dict(self) -> dict[str, Any]:
        """One flat record, every field a string: the row of a table, the shape of the JSON that goes out and comes in."""
        answer = self.answer
        return {
            "id": self.id,
            "clause": self.anchor.label,
            "eids": " ".join(self.anchor.eids),
            "text": self.text,
            "suggestion": self.suggestion,
            "grounds": self.grounds,
            "quote": self.anchor.quote,
            "source": self.source,
            "kind": self.kind,
            "kind_label": self.kind_label,
            "channel": self.channel,
            "date": self.date,
            "stage": self.anchor.stage,
            "stage_label": stage_label(self.anchor.stage) if self.anchor.stage else "",
            "stage_date": self.anchor.date,
            "commit": self.anchor.commit,
            "note": self.note,
            "result": answer.result if answer else "",
            "result_label": self.result_label,
            "reason": answer.reason if answer else "",
            "answered_by": answer.by if answer else "",
            "answered": answer.date if answer else "",
            "carried_out_clause": answer.clause if answer else "",
            "carried_out_stage": answer.stage if answer else "",
        }


def kind_label(kind: str) -> str:
    """The name of a sort of body or person in the language in use.

    >>> kind_label("department")
    '部门和单位'

    Raises UnusableInput for another kind, with those that there are.
    """
    if kind not in KINDS:
        raise UnusableInput("opinions.bad-kind", kind=kind, known=", ".join(KINDS))
    return translate(f"opinions.kind-{kind}")


def result_label(result: str) -> str:
    """The name of a result in the language in use.

    "none" is that of an opinion that nobody has answered, "no-comment" of one that asks for no answer.

    >>> result_label("partly-adopted"), result_label("none")
    ('部分采纳', '未答复')

    Raises UnusableInput for another result, with those that there are.
    """
    if result not in {*RESULTS, "none", "no-comment"}:
        raise UnusableInput("opinions.bad-result", result=result)
    return translate(f"opinions.result-{result}")


def opinion_id(opinion: Opinion, nth: int = 0) -> str:
    """The id of an opinion: eight letters and digits made of its content, so that nobody has to hand out numbers.

    It is a hash (39 bits of SHA-256) of what was said, by whom, when, on which clause of which version; `nth` tells
    apart those that say the very same. It begins with a letter and has no vowel: no spreadsheet takes it for a number
    or a date, and it is no word.

    >>> opinion_id(Opinion("", "建议删去第三条。", source="某局", date="2020-08-05"))
    's7dh1fkn'
    """
    told = (
        opinion.text,
        opinion.suggestion,
        opinion.grounds,
        opinion.source,
        opinion.date,
        opinion.anchor.stage,
        opinion.anchor.date,
        opinion.anchor.label,
        opinion.anchor.quote,
        str(nth),
    )
    number = int.from_bytes(hashlib.sha256("\x1f".join(told).encode()).digest()[:8], "big")
    number, first = divmod(number, len(_LETTERS))
    letters = _LETTERS[first]
    while len(letters) < _ID_LENGTH:
        number, place = divmod(number, len(_SIGNS))
        letters += _SIGNS[place]
    return letters


def tidy(text: str) -> str:
    r"""`text` as a record holds it: without control characters, line breaks as \n, no white space at its edges.

    >>> tidy("　建议删去。\r\n理由如下：\x07 \n")
    '建议删去。\n理由如下：'
    """
    kept = _UNSPEAKABLE.sub("", _BREAKS.sub("\n", text))
    return "\n".join(line.rstrip() for line in kept.split("\n")).strip()
