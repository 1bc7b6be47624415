"""When a text was where, and who says so: the two values that go along with every save.

`Occasion` is what a version's record says of its stage; `Signature` who made the commit. Methods that users call take the
fields of both by keyword: `Saved`, `Resaved` and `Signed` name these keywords for type checkers (PEP 692).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Required, TypedDict

from lawtrack.drafts.names import iso_date, stage_id

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from lawtrack.drafts.commit import Author


class Signed(TypedDict, total=False):
    """Keywords of everything that makes a commit; git's user and this moment hold where one is left out or None.

    >>> signed: Signed = {"author": None}
    """

    author: Author | None
    committer: Author | None
    when: dt.datetime | None


class Resaved(Signed, total=False):
    """Keywords of a save that takes stage and date from an earlier version where they are left out."""

    stage: str | None
    date: str | dt.date | None
    meeting: str | None
    message: str


class Saved(Signed, total=False):
    """Keywords of a save: `stage` is an id or a label (first-reading, 一审), `date` the stage's own date."""

    stage: Required[str]
    date: Required[str | dt.date]
    meeting: str
    message: str


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
