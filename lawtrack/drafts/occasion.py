"""When a text was where, and who says so: the two values that go along with every save.

`Occasion` is what a version's record says of its stage; `Signature` who made the commit. Methods that users call take the
fields of both by keyword: `Saved`, `Resaved` and `Signed` name these keywords for type checkers (PEP 692).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import wraps
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, cast

from lawtrack.drafts.names import iso_date, stage_id

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from lawtrack.drafts.commit import Author


Function = TypeVar("Function", bound="Callable[..., Any]")


class Signed(TypedDict, total=False):
    """Keywords of everything that makes a commit; git's user and this moment hold where one is left out or None.

    >>> signed: Signed = {"author": None}
    """

    author: Author | None
    committer: Author | None
    when: dt.datetime | None


class Resaved(Signed, total=False):
    """Keywords of a save that takes stage and date from an earlier version where they are left out.

    >>> Occasion(**Resaved(stage="passed", meeting="第三十一次会议"))
    Occasion(stage='passed', date='', meeting='第三十一次会议', message='')
    """

    stage: str | None
    date: str | dt.date | None
    meeting: str | None
    message: str


class Occasioned(TypedDict):
    """Keywords of every first save: `stage` is an id or a label (first-reading, 一审), `date` the stage's own date.

    >>> told: Occasioned = {"stage": "一审", "date": "2020-07-30"}
    """

    stage: str
    date: str | dt.date


class Saved(Occasioned, Signed, total=False):
    """Keywords of a save.

    >>> told: Saved = {"stage": "一审", "date": "2020-07-30", "meeting": "第三十一次会议"}
    """

    meeting: str
    message: str


def spelled_out(keywords: Any) -> Callable[[Function], Function]:
    """Let a function that takes `**these: Unpack[keywords]` be shown and called as if each stood in its signature.

    Help and tooltips list them; one that is missing or unknown raises TypeError, which names the function and, for an
    unknown one, those that there are.

    >>> @spelled_out(Saved)
    ... def save(slug, **saved): return sorted(saved)
    >>> save("a", stage="一审", date="2020-07-30")
    ['date', 'stage']
    >>> save("a", stage="一审")
    Traceback (most recent call last):
    TypeError: save(): missing a required argument: 'date'
    >>> save("a", stage="一审", date="2020-07-30", day="30")
    Traceback (most recent call last):
    TypeError: save(): got an unexpected keyword argument 'day' (keywords: stage, date, author, committer, when, meeting, message)
    """

    def spell(function: Function) -> Function:
        plain = signature(function)
        kept = [one for one in plain.parameters.values() if one.kind is not Parameter.VAR_KEYWORD]
        told = []
        for name, hint in keywords.__annotations__.items():
            kind = getattr(hint, "__forward_arg__", hint)
            usual = Parameter.empty if name in keywords.__required_keys__ else "" if kind == "str" else None
            told.append(Parameter(name, Parameter.KEYWORD_ONLY, default=usual, annotation=kind))
        whole = plain.replace(parameters=[*kept, *told])
        names = set(whole.parameters)

        @wraps(function)
        def called(*given: Any, **named: Any) -> Any:
            try:
                whole.bind(*given, **named)
            except TypeError as problem:
                there = f" (keywords: {', '.join(one.name for one in told)})" if set(named) - names else ""
                message = f"{function.__name__}(): {problem}{there}"
                raise TypeError(message) from None
            return function(*given, **named)

        vars(called)["__signature__"] = whole
        return cast("Function", called)

    return spell


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who wrote, who saved (`committer`) and when; None is what git knows: its user, and this moment.

    >>> from lawtrack.drafts import Author
    >>> Signature.of({"author": Author("王小明", "wang@example.cn"), "stage": "passed"}).author.name
    '王小明'
    """

    author: Author | None = None
    committer: Author | None = None
    when: dt.datetime | None = None

    @classmethod
    def of(cls, keywords: Mapping[str, Any]) -> Signature:
        """The signature among the `keywords` of a save; others are passed over."""
        return cls(**{name: value for name, value in keywords.items() if name in _SIGNED})

    @property
    def keywords(self) -> Signed:
        """The fields as keywords of a commit."""
        return {"author": self.author, "committer": self.committer, "when": self.when}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Stage and date of a text, the meeting that dealt with it, and what the commit says.

    >>> Occasion(stage="一审", date="2020年7月30日").checked()
    Occasion(stage='first-reading', date='2020-07-30', meeting='', message='')
    """

    stage: str = ""
    date: str = ""
    meeting: str = ""
    message: str = ""

    @classmethod
    def of(cls, keywords: Mapping[str, Any]) -> Occasion:
        """The occasion among the `keywords` of a save, empty where one is None. Raises TypeError for an unknown keyword."""
        told = {name: value for name, value in keywords.items() if name not in _SIGNED}
        return cls(**{name: "" if value is None else str(value) for name, value in told.items()})

    def filled(self, usual: Occasion) -> Occasion:
        """With stage, date and message taken from `usual` where they are left out; another meeting is another occasion.

        >>> Occasion(date="2020-08").filled(Occasion(stage="passed", date="2020-07-30"))
        Occasion(stage='passed', date='2020-08', meeting='', message='')
        """
        return replace(
            self,
            stage=self.stage or usual.stage,
            date=self.date or usual.date,
            message=self.message.strip() or usual.message,
        )

    def checked(self) -> Occasion:
        """With the stage's id and the date in ISO form. Raises UnusableInput for a date and NotFound for a stage there is not."""
        return replace(self, stage=stage_id(self.stage), date=iso_date(self.date))


_SIGNED = frozenset(Signed.__annotations__)
