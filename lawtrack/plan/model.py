"""A year's legislative plan as its file says it: items, milestones, changes, sources.

These dataclasses are also the schema of `plans/<year>.yaml` (see `loading.py`): a field here is a field there, and
what is not a field is refused. `None` always means "no source says".

    PlanData ── Source
     ├── Item ── Milestone   what happened, when, who says so
     │    ├── Target         what the plan set out to reach, and when
     │    ├── Task           what the instrument demands afterwards: 配套规定, filing, measures
     │    └── Name           another title of the instrument
     └── Change              延期, 调出, 新增, 结转…: append-only
"""

# no postponed annotations here: pydantic reads these at run time, by the name of the room's face

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from lawtrack.errors import NotFound
from lawtrack.plan.dates import VagueDate

Certainty = Literal["A", "B", "C", "D"]
"""A official text seen, B repost of it, C news or third party, D inference (reason in the note)."""

InstrumentKind = Literal["local-regulation", "government-rule", "normative-document", "document", "list"]
Action = Literal["enact", "revise", "amend", "repeal", "package", "adopt", "maintain"]
ChangeKind = Literal["added", "removed", "postponed", "carried-over", "renamed", "waived"]

_STRICT = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read.

    >>> Source(title="市人大常委会2020年立法计划").title
    '市人大常委会2020年立法计划'
    """

    __pydantic_config__ = _STRICT

    title: str
    url: str | None = None
    seen: str | None = None
    note: str | None = None

    @property
    def cited(self) -> str:
        """Title and address in one line."""
        return f"{self.title} {self.url}" if self.url else self.title


@dataclass(frozen=True, slots=True)
class Milestone:
    """One thing that happened to an item. `until` ends a stage that lasts (征求意见).

    >>> from lawtrack.plan import Milestone, VagueDate
    >>> opened, closed = VagueDate.parse("2020-06-01"), VagueDate.parse("2020-07-01")
    >>> str(Milestone("soliciting", opened, until=closed).until)
    '2020-07-01'
    """

    __pydantic_config__ = _STRICT

    stage: str
    date: VagueDate
    until: VagueDate | None = None
    body: str | None = None
    meeting: str | None = None
    number: str | None = None
    source: str | None = None
    certainty: Certainty | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A stage that the plan means to reach, and by when; `date` None is the plan's own 待定.

    >>> from lawtrack.plan import Target, VagueDate
    >>> str(Target("first-reading", VagueDate.parse("2020-08")).date)
    '2020-08'
    """

    __pydantic_config__ = _STRICT

    stage: str
    date: VagueDate | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """Something that the instrument demands after it is made, ticked off when `done`.

    `limit` names a time limit of the procedure profile that sets its due date; `due` sets one with its own `basis`.
    `count` stands for that many tasks whose single wording no source gives, `finished` for how many of them are done.

    >>> from lawtrack.plan import Task, VagueDate
    >>> task = Task("制定配套办法", due=VagueDate.parse("2021-06-30"), basis="第九条")
    >>> str(task.due), task.done
    ('2021-06-30', None)
    """

    __pydantic_config__ = _STRICT

    title: str
    id: str | None = None
    limit: str | None = None
    due: VagueDate | None = None
    basis: str | None = None
    done: VagueDate | None = None
    who: str | None = None
    count: int | None = None
    finished: int | None = None
    source: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """Another title of the instrument, and where it was used."""

    __pydantic_config__ = _STRICT

    title: str
    used: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One project of the plan (立法项目). `title` is its present name, `names` the others.

    A `renamed` change dates the present name; before it the item is shown under the one of `names`.

    >>> from lawtrack.plan import Plan
    >>> air = "{id: air, title: 某市清洁空气条例, instrument: local-regulation, action: enact}"
    >>> plan = Plan.read(f"{{year: 2020, title: 计划, jurisdiction: 昆明市, items: [{air}]}}")
    >>> plan.items[0].title
    '某市清洁空气条例'
    """

    __pydantic_config__ = _STRICT

    id: str
    title: str
    instrument: InstrumentKind
    action: Action
    names: tuple[Name, ...] = ()
    category: str | None = None
    profile: str | None = None
    draft: str | None = None
    continues: int | None = None
    sponsor: str | None = None
    drafting_unit: str | None = None
    review_unit: str | None = None
    committee: str | None = None
    contact: str | None = None
    milestones: tuple[Milestone, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    source: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A decision that changed the plan: one entry, never edited afterwards.

    `stage` and `to` say which target a postponement moved and where to; `limit` which time limit was waived; `title`
    the new name.

    >>> from lawtrack.plan import Change, VagueDate
    >>> change = Change(VagueDate.parse("2020-06-10"), "air", "postponed", to=VagueDate.parse("2020-10"))
    >>> change.kind, str(change.to)
    ('postponed', '2020-10')
    """

    __pydantic_config__ = _STRICT

    date: VagueDate
    item: str
    kind: ChangeKind
    body: str | None = None
    reason: str | None = None
    stage: str | None = None
    to: VagueDate | None = None
    limit: str | None = None
    title: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class PlanData:
    """What the file of one annual plan says; `plan.Plan` adds the answers.

    `records` says what silence means: `office`, the office enters every step, so what is not entered has not been
    done; `public`, the plan is compiled from public sources, so what is not entered is unknown.
    """

    __pydantic_config__ = _STRICT

    year: int
    title: str
    jurisdiction: str
    items: tuple[Item, ...] = ()
    records: Literal["office", "public"] = "office"
    changes: tuple[Change, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)
    source: str | None = None
    note: str | None = None
    path: Annotated[Path | None, "where it was read; not a field of the file"] = None

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """Every item by its id."""
        return {item.id: item for item in self.items}

    def item(self, item_id: str) -> Item:
        """The item of that id. Raises NotFound, naming those there are."""
        try:
            return self.by_id[item_id]
        except KeyError:
            raise NotFound("plan.no-item", item=item_id, known=", ".join(self.by_id)) from None

    def cited(self, source: str | None) -> str | None:
        """The source behind a key of `sources`, as title and address."""
        return self.sources[source].cited if source else None


AnyPlan = TypeVar("AnyPlan", bound=PlanData)
"""For functions that give back a plan of the class they were given."""
