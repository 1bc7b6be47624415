"""A suggested wording 修改建议 in a round of review: which clause, which words, by whom, why, and what was decided.

drafts/<slug>/rounds/<round>/round.yaml     the question, the due day, the version that it is about
drafts/<slug>/rounds/<round>/<id>.yaml      one suggestion a file, so that two people never collide
"""

# no postponed annotations here: pydantic reads these at run time, by the name of the room's face

import hashlib
import re
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from lawtrack.drafts.names import DRAFTS, valid_slug
from lawtrack.law import NUMERAL_CLASS, Number, number_of
from lawtrack.records import Record, write_mapping

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Decision = Literal["open", "accepted", "rejected"]
DECISIONS: Final[tuple[Decision, ...]] = get_args(Decision)
Spot = Literal["instead", "after"]
"""Whether the words take the place of the clause, or come behind it as new ones."""
_NOT_IN_FILES: Final = frozenset({"id", "slug", "name", "suggestions"})
"""What the place of the file says, or other files."""
_NUMERAL: Final = rf"[{NUMERAL_CLASS}\d]+"
_STEP: Final = re.compile(rf"第?{_NUMERAL}条(?:之{_NUMERAL})?|{_NUMERAL}")
"""The numbers in the path or address of a clause, from the article down."""


@dataclass(frozen=True, slots=True)
class Comment:
    """One contribution to a thread: who, when, what.

    >>> Comment(by="某某", date="2020-08-01", text="同意").text
    '同意'
    """

    by: str
    text: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One suggested change of a clause.

    `clause` is its path or address in the version that the round is about, `before` its words there, `text` the words
    wanted ("": delete the clause). `thread` is what was said about it; `resolved` once nothing is left to be said.
    """

    id: str
    clause: str
    text: str = ""
    before: str = ""
    spot: Spot = "instead"
    author: str = ""
    reason: str = ""
    date: str = ""
    decision: Decision = "open"
    decided_by: str = ""
    decided: str = ""
    why: str = ""
    thread: tuple[Comment, ...] = ()
    resolved: bool = False

    @property
    def place(self) -> tuple[Number, ...]:
        """The key that sorts suggestions by their clauses, as the text has them.

        >>> Suggestion("s-1", "第三条之一第二款").place, Suggestion("s-2", "第十条（三）").place
        (((3, 1), (2, 0)), ((10, 0), (3, 0)))
        """
        return tuple(number_of(step) for step in _STEP.findall(self.clause))

    @property
    def to_be_discussed(self) -> bool:
        """Was something said about it, and not settled?"""
        return bool(self.thread) and not self.resolved

    def to_dict(self) -> dict[str, Any]:
        """The record as plain data, every field there."""
        plain = {each.name: getattr(self, each.name) for each in fields(self)}
        return {
            **plain,
            "thread": [{"by": one.by, "text": one.text, "date": one.date} for one in self.thread],
        }


@dataclass(frozen=True, slots=True)
class Round:
    """A round of review 征求修改意见: its name, question and due day, the version `on` (a commit) that it is about.

    `suggestions` come in the order of their clauses, those on one clause by date.
    `closed` is the commit of nothing else than its end's day.

    >>> from lawtrack.drafts import Round, Suggestion
    >>> round_ = Round("park", "first", "第三章怎样修改？", suggestions=(Suggestion("s-1", "第三条", "公园全天开放。"),))
    >>> [one.clause for one in round_.open], round_.tally["open"]
    (['第三条'], 1)
    """

    slug: str
    name: str
    question: str = ""
    due: str = ""
    on: str = ""
    opened_by: str = ""
    opened: str = ""
    closed: str = ""
    suggestions: tuple[Suggestion, ...] = field(default=())

    @property
    def open(self) -> tuple[Suggestion, ...]:
        """The suggestions that nobody has decided."""
        return tuple(one for one in self.suggestions if one.decision == "open")

    @property
    def tally(self) -> dict[str, int]:
        """How many suggestions are there, decided each way, and under discussion."""
        counts: dict[str, int] = {
            name: sum(one.decision == name for one in self.suggestions) for name in DECISIONS
        }
        threads = sum(one.to_be_discussed for one in self.suggestions)
        return {"total": len(self.suggestions), **counts, "threads": threads}

    def is_over(self, day: str) -> bool:
        """Is the due day before `day` (2026-03-20)? A due month or year is over when its last day is.

        >>> Round("park", "first", due="2026-03").is_over("2026-03-31"), Round("park", "first", due="2026-03").is_over("2026-04-01")
        (False, True)
        """
        return bool(self.due) and self.due < day[: len(self.due)]

    def to_dict(self) -> dict[str, Any]:
        """The round, its tally and its suggestions as plain data."""
        plain = {each.name: getattr(self, each.name) for each in fields(self)}
        return {**plain, "tally": self.tally, "suggestions": [one.to_dict() for one in self.suggestions]}


def round_folder(slug: str, name: str) -> str:
    """Where a round lies in the repository.

    >>> round_folder("clean-air", "first")
    'drafts/clean-air/rounds/first/'
    """
    return f"{DRAFTS}{valid_slug(slug)}/rounds/{valid_slug(name)}/"


def suggestion_id(slug: str, name: str, clause: str, text: str, author: str, nth: int = 0) -> str:
    """An id made of what is suggested, so that nobody hands out numbers; `nth` tells apart what is the very same.

    >>> suggestion_id("clean-air", "first", "第三条", "删去。", "王小明")
    's-933ce5ddd2'
    """
    told = "\x1f".join((slug, name, clause, text, author, str(nth)))
    return "s-" + hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:10]


def read_suggestion(path: str, text: str) -> Suggestion:
    r"""The suggestion in the YAML `text` of the file `path`. Raises InvalidRecord: file, line, field, remedy.

    >>> read_suggestion("drafts/park/rounds/first/s-1.yaml", "clause: 第三条\ntext: 公园全天开放。").clause
    '第三条'
    """
    record = Record.read(text, path, example="clause: 第三条")
    record.refuse_others(record.data, Suggestion, hidden=_NOT_IN_FILES)
    thread = record.data.get("thread")
    for at, comment in enumerate(thread if isinstance(thread, list) else ()):
        record.refuse_others(comment, Comment, ("thread", at))
    data = {name: _read(value) for name, value in record.data.items() if value is not None}
    name = path.rpartition("/")[2].removesuffix(".yaml")
    suggestion: Suggestion = record.checked(_suggestions(), {**data, "id": name})
    return suggestion


def read_round(slug: str, name: str, text: str) -> Round:
    r"""The round in the YAML `text`, without its suggestions. Raises InvalidRecord.

    >>> read_round("park", "first", "question: 第三章怎样修改？\ndue: 2020-08-31").due
    '2020-08-31'
    """
    record = Record.read(text, f"{round_folder(slug, name)}round.yaml", example="question: 第三章怎样修改？")
    record.refuse_others(record.data, Round, hidden=_NOT_IN_FILES)
    data = {key: _read(value) for key, value in record.data.items() if value is not None}
    round_: Round = record.checked(_rounds(), {**data, "slug": slug, "name": name, "suggestions": ()})
    return round_


def write_record(record: Suggestion | Round) -> str:
    """The text of the file of a suggestion or of a round; what is not known is left out.

    >>> from lawtrack.drafts import Draft
    >>> print(write_record(Draft("clean-air", "某市清洁空气条例")), end="")
    title: 某市清洁空气条例
    """
    plain = {
        each.name: _plain(getattr(record, each.name))
        for each in fields(record)
        if each.name not in _NOT_IN_FILES
    }
    return write_mapping({name: value for name, value in plain.items() if value not in ("", [], False)})


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return value if isinstance(value, bool | str | dict) else str(value)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        return {each.name: held for each in fields(value) if (held := getattr(value, each.name))}
    return value


@cache
def _suggestions() -> "TypeAdapter[Suggestion]":
    from pydantic import TypeAdapter

    return TypeAdapter(Suggestion)


@cache
def _rounds() -> "TypeAdapter[Round]":
    from pydantic import TypeAdapter

    return TypeAdapter(Round)
