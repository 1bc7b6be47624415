"""`Plan`: the annual plan, and every question that this room answers about it.

The face of the room. Below it stand the data (`model`) and functions over them, which know nothing of this class.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from lawtrack.plan.changes import as_it_stood
from lawtrack.plan.frames import (
    deadline_frame,
    history_frame,
    milestone_frame,
    status_frame,
    target_frame,
    task_frame,
)
from lawtrack.plan.loading import load_plan, plain, read_plan
from lawtrack.plan.model import PlanData

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from typing import Self

    import pandas as pd

    from lawtrack.plan.procedure import Library


@dataclass(frozen=True)
class Plan(PlanData):
    """The annual plan of one place. `Plan.load("plans/2020.yaml")` makes one; its fields are those of `PlanData`."""

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """The plan in the YAML file at `path`. Raises UnusableInput and InvalidRecord, naming line and remedy."""
        return cls._of(load_plan(path))

    @classmethod
    def read(cls, text: str, name: str = "plan.yaml", profiles: Library | None = None) -> Self:
        """The plan in the YAML `text`; `name` is what messages call it, `profiles` those that it may use.

        Raises InvalidRecord.

        >>> Plan.read("{year: 2020, title: 计划, jurisdiction: 昆明市}").to_dict()
        {'year': 2020, 'title': '计划', 'jurisdiction': '昆明市', 'records': 'office'}
        """
        return cls._of(read_plan(text, name, profiles))

    @classmethod
    def _of(cls, data: PlanData) -> Self:
        return cls(**{each.name: getattr(data, each.name) for each in fields(data)})

    def status(self, as_of: date | str) -> pd.DataFrame:
        """Where every item stands at the end of `as_of`: one row an item, the fields of `frames.STATUS_COLUMNS`."""
        return status_frame([self], as_of)

    def milestones(self) -> pd.DataFrame:
        """Everything that happened, one row a milestone (`frames.MILESTONE_COLUMNS`)."""
        return milestone_frame([self])

    def deadlines(self, as_of: date | str) -> pd.DataFrame:
        """Every time limit that has started by `as_of` (`frames.DEADLINE_COLUMNS`)."""
        return deadline_frame([self], as_of)

    def tasks(self, as_of: date | str) -> pd.DataFrame:
        """What the instruments demand afterwards, ticked off or not (`frames.TASK_COLUMNS`)."""
        return task_frame([self], as_of)

    def targets(self, as_of: date | str) -> pd.DataFrame:
        """Planned against actual at the end of `as_of` (`frames.TARGET_COLUMNS`)."""
        return target_frame([self], as_of)

    def as_it_stood(self, day: date | str) -> Self:
        """The plan as decided by the end of `day`, from its own entries."""
        return as_it_stood(self, day)

    def history(self) -> pd.DataFrame:
        """Every change of the plan, in the order entered (`frames.HISTORY_COLUMNS`)."""
        return history_frame([self])

    def to_dict(self) -> dict[str, Any]:
        """The plan as its file would say it: plain data without the fields that no source fills."""
        data: dict[str, Any] = plain(self)
        return data
