"""Procedure profiles: the stages that an instrument passes and the time limits on its way, as data.

A profile is a YAML file (`lawtrack/plan/profiles/`, or `profiles/` beside a workspace's `plans/`). One profile may
extend another: it then says only what differs. Which edition of a law a limit cites is picked by the day on which
the limit starts, because 立法法 2015 and 2023 number their articles differently.
"""

# pydantic reads the annotations of this module at run time, so its imports are real
from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date  # noqa: TC003 -- see above
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lawtrack.errors import NotFound
from lawtrack.messages import translate
from lawtrack.plan.model import InstrumentKind  # noqa: TC001 -- see above
from lawtrack.plan.periods import Period  # noqa: TC001 -- see above
from lawtrack.records import explained, first_problem, read_file, read_record

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from lawtrack.plan.model import Item

_STRICT = {"extra": "forbid"}
_PROVINCE_ENDINGS = ("省", "自治区", "北京市", "天津市", "上海市", "重庆市")


@dataclass(frozen=True, slots=True)
class Basis:
    """The article that a limit rests on, in one edition of its law, in force `since`–`until` (both included)."""

    __pydantic_config__ = _STRICT

    law: str
    article: str = ""
    edition: str | None = None
    since: date | None = None
    until: date | None = None

    def in_force(self, day: date) -> bool:
        """Was this edition in force on `day`?"""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def __str__(self) -> str:
        return f"{self.law}（{self.edition}）{self.article}" if self.edition else self.law + self.article


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit: `to` must come `within` a period after `after`, or only when `at_least` one has passed.

    `or_after` lists events that may stand in for an unknown `after`, the nearest first. `usual` marks a rule with
    一般 in it; `task` one that binds only an item that lists such a task.
    """

    __pydantic_config__ = _STRICT

    id: str
    to: str
    after: str
    basis: tuple[Basis, ...]
    or_after: tuple[str, ...] = ()
    within: Period | None = None
    at_least: Period | None = None
    who: str | None = None
    usual: bool = False
    task: bool = False
    note: str | None = None

    @property
    def period(self) -> Period:
        """The one of `within` and `at_least` that is given."""
        period = self.within or self.at_least
        assert period is not None, "checked when the profile was read"
        return period

    def basis_on(self, day: date) -> Basis | None:
        """The edition in force on `day`, or None: then there is no such limit."""
        return next((basis for basis in self.basis if basis.in_force(day)), None)


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of the procedure. An `independent` one (施行) may come before or after those that follow it."""

    __pydantic_config__ = _STRICT

    id: str
    optional: bool = False
    repeated: bool = False
    independent: bool = False
    requires: tuple[str, ...] = ()


@dataclass(frozen=True)
class Profile:
    """The procedure of one kind of instrument in one place."""

    __pydantic_config__ = _STRICT

    id: str
    title: str
    instrument: InstrumentKind
    jurisdictions: tuple[str, ...] = ()
    level: str | None = None
    extends: str | None = None
    steps: tuple[Step, ...] = ()
    limits: tuple[Limit, ...] = ()
    omits: tuple[str, ...] = ()
    note: str | None = None

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of every stage in the procedure."""
        return {step.id: place for place, step in enumerate(self.steps)}

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The stages that every instrument passes."""
        return tuple(step.id for step in self.steps if not step.optional)

    @cached_property
    def by_stage(self) -> dict[str, Step]:
        """Every step by its stage id."""
        return {step.id: step for step in self.steps}

    @cached_property
    def limit_by_id(self) -> dict[str, Limit]:
        """Every time limit by its id."""
        return {limit.id: limit for limit in self.limits}

    def over(self, parent: Profile) -> Profile:
        """This profile with what it does not say taken from `parent`."""
        own = {limit.id for limit in self.limits} | set(self.omits)
        kept = tuple(limit for limit in parent.limits if limit.id not in own)
        return replace(self, steps=self.steps or parent.steps, limits=kept + self.limits, extends=None)


@dataclass(frozen=True)
class Library:
    """The profiles at hand, by id, each already whole.

    >>> from lawtrack.plan import Item, library_for
    >>> item = Item("air", "某市清洁空气条例", "local-regulation", "enact")
    >>> library_for(None).of(item, "昆明市").id
    'kunming-ordinance'
    """

    profiles: dict[str, Profile]

    def __getitem__(self, profile_id: str) -> Profile:
        """The profile of that id. Raises NotFound, naming those there are."""
        try:
            return self.profiles[profile_id]
        except KeyError:
            known = ", ".join(sorted(self.profiles))
            raise NotFound("plan.no-profile", profile=profile_id, known=known) from None

    def of(self, item: Item, jurisdiction: str) -> Profile:
        """The item's own profile, or its jurisdiction's for such an instrument, or the national default.

        Raises NotFound for a profile that there is not, and for a kind of instrument that none is for.
        """
        return self[item.profile] if item.profile else self._usual(item.instrument, jurisdiction)

    @cached_property
    def stages(self) -> frozenset[str]:
        """Every stage of every profile; one that the catalogue has no name for is its own name."""
        return frozenset(step.id for profile in self.profiles.values() for step in profile.steps)

    @cached_property
    def _chosen(self) -> dict[tuple[str, str], Profile]:
        """What `_choose` has answered: a plan asks the same for each of its items."""
        return {}

    def _usual(self, instrument: str, jurisdiction: str) -> Profile:
        wanted = (instrument, jurisdiction)
        if wanted not in self._chosen:
            self._chosen[wanted] = self._choose(instrument, jurisdiction)
        return self._chosen[wanted]

    def _choose(self, instrument: str, jurisdiction: str) -> Profile:
        fitting = [profile for profile in self.profiles.values() if profile.instrument == instrument]
        level = "province" if jurisdiction.endswith(_PROVINCE_ENDINGS) else "city"
        for profile in fitting:
            if jurisdiction in profile.jurisdictions:
                return profile
        for profile in fitting:
            if not profile.jurisdictions and profile.level in {None, level}:
                return profile
        raise NotFound("plan.no-profile", profile=instrument, known=", ".join(sorted(self.profiles)))


def library_for(path: Path | None) -> Library:
    """The profiles for the plan at `path`: those shipped, over them those in `profiles/` beside its folder `plans/`.

    Raises InvalidRecord for a profile that breaks the schema, NotFound for one that goes on from one there is not.

    >>> from pathlib import Path
    >>> len(library_for(Path("plans/2021.yaml")).profiles) > 0
    True
    """
    folder = path.resolve().parent.parent / "profiles" if path else None
    return library(folder if folder and folder.is_dir() else None)


def library(folder: Path | None = None) -> Library:
    """The shipped profiles, and over them those in `folder`. Raises InvalidRecord for one that breaks the schema.

    >>> library()["kunming-ordinance"].limit_by_id["approval"].within
    Period(amount=4, unit='months')
    """
    folders = [Path(__file__).parent / "profiles", *([folder] if folder else [])]
    files = [path for where in folders for path in sorted(where.glob("*.yaml"))]
    return _library(tuple((path, path.stat().st_mtime_ns) for path in files))


@cache
def _library(files: tuple[tuple[Path, int], ...]) -> Library:
    """Read once for each state of the files: a workbench stays open while somebody edits a profile."""
    raw = {profile.id: profile for profile in (_read(path) for path, _ in files)}
    return Library({profile_id: _whole(profile_id, raw) for profile_id in sorted(raw)})


def _whole(profile_id: str, raw: dict[str, Profile], seen: tuple[str, ...] = ()) -> Profile:
    profile = raw[profile_id]
    if profile.extends is None:
        return profile
    if profile.extends not in raw or profile.extends in seen:
        raise NotFound("plan.no-profile", profile=profile.extends, known=", ".join(sorted(raw)))
    return profile.over(_whole(profile.extends, raw, (*seen, profile_id)))


@cache
def _adapter() -> TypeAdapter[Profile]:
    from pydantic import TypeAdapter

    return TypeAdapter(Profile)


def _read(path: Path) -> Profile:
    from pydantic import ValidationError

    text = read_file(path)
    try:
        profile = _adapter().validate_python(read_record(text, path.name))
    except ValidationError as error:
        raise explained(first_problem(error, Profile), text, path.name) from error
    for number, limit in enumerate(profile.limits):
        if (limit.within is None) == (limit.at_least is None):
            raise explained((("limits", number), translate("plan.one-period")), text, path.name)
        if not limit.basis:
            raise explained((("limits", number, "basis"), translate("plan.no-basis")), text, path.name)
    return profile
