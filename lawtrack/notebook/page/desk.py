"""One open page: its workspace, the day, and what can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, TypeVar

from lawtrack.errors import Conflict, LawtrackError, NotFound
from lawtrack.messages import language, translate
from lawtrack.opinions import NONE
from lawtrack.plan import Plan, plans_in
from lawtrack.records import read_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lawtrack.compare import Comparison, Concordance
    from lawtrack.law import Instrument
    from lawtrack.notebook.page.library.building import Building
    from lawtrack.opinions import Report
    from lawtrack.store import Version, Workspace

Made = TypeVar("Made")
_KEPT: Final = 50
"""So many steps can be taken back."""
_CACHED: Final = 40
"""So many texts and comparisons are kept."""
TRUSTS: Final = {"fairly": 0.7, "very": 0.9}
"""How likely two articles have to be one another's to stand in one row, by what the page calls it."""


@dataclass(slots=True)
class Desk:
    """The workspace of one page. `today` is passed in by tests; a face may ask the clock."""

    workspace: Workspace
    today: Callable[[], date] = date.today
    building: Building | None = None
    _undo: dict[str, Callable[[], str]] = field(default_factory=dict)
    _cache: dict[tuple[object, ...], Any] = field(default_factory=dict)
    _count: int = 0

    def now(self) -> datetime:
        """This moment with the local offset, by which what is saved is dated."""
        return datetime.now().astimezone().replace(microsecond=0)

    def instrument(self, version: Version) -> Instrument:
        """The text of a version, parsed once: a commit never changes."""
        return self._once(("text", version.sha), lambda: self.workspace.instrument(version))

    def comparison(self, old: Version, new: Version, sure: str = "") -> Comparison:
        """The comparison of two versions, made once; `sure` (`TRUSTS`) is how sure a pair of articles has to be."""
        from lawtrack.compare import compare

        trust = TRUSTS.get(sure)
        given = {"trust": trust} if trust else {}
        key = ("comparison", old.sha, new.sha, trust)
        return self._once(key, lambda: compare(self.instrument(old), self.instrument(new), **given))

    def concordance(self, versions: tuple[Version, ...]) -> Concordance:
        """The concordance of two to eight versions, made once."""
        from lawtrack.compare import concordance

        key = ("concordance", *(version.sha for version in versions))
        return self._once(key, lambda: concordance([self.instrument(version) for version in versions]))

    def follow(self, version: Version) -> Report:
        """Every opinion on the draft, followed to the version; made once for each state of the workspace."""
        key = ("follow", self.workspace.repository.head(), version.sha)
        return self._once(key, lambda: self.workspace.opinions(version.draft).follow(version.sha))

    def tallies(self) -> dict[str, tuple[int, int]]:
        """By draft: how many opinions there are on it, and how many wait for an answer.

        Counted once for each state of the workspace, because each count asks git.
        """

        def count(slug: str) -> tuple[int, int]:
            tally = self.workspace.opinions(slug).register().tally
            return tally.total, tally.results[NONE]

        return self.for_head("tallies", lambda: {slug: count(slug) for slug in self.workspace.slugs()})

    def for_head(self, name: str, make: Callable[[], Made]) -> Made:
        """What `make` gives, made once for each state of the workspace."""
        return self._once((name, language(), self.workspace.repository.head()), make)

    def for_rounds(self, name: str, make: Callable[[], Made]) -> Made:
        """What `make` gives, made once for each state of the workspace and of the branches of its rounds of review."""
        tips = self.workspace.repository.branches("refs/heads/round/")
        return self._once((name, self.workspace.repository.head(), *tips.items()), make)

    def open_suggestions(self, slug: str) -> int:
        """So many suggestions in open rounds of review wait for a decision, or are still talked about."""

        def count() -> int:
            held = [one for one in self.workspace.rounds(slug).all() if not one.closed]
            every = [one for round_ in held for one in round_.suggestions]
            return sum(one.decision == "open" or one.to_be_discussed for one in every)

        try:
            return self.for_rounds(f"suggestions {slug}", count)
        except LawtrackError:
            return 0

    def _once(self, key: tuple[object, ...], make: Callable[[], Made]) -> Made:
        if key not in self._cache:
            self._cache[key] = make()
            for old in list(self._cache)[:-_CACHED]:
                del self._cache[old]
        made: Made = self._cache[key]
        return made

    @property
    def plan_folder(self) -> Path:
        """Where the plans lie."""
        return self.workspace.root / "plans"

    def plan_file(self, year: int) -> Path:
        """The file of that year's plan. Raises NotFound."""
        for file in self.plan_files():
            if file.stem == str(year):
                return file
        raise NotFound("bench.no-plan", year=year)

    def plan_files(self) -> list[Path]:
        """The plans of the workspace, by year. Raises UnusableInput for a link out of it."""
        return plans_in(self.workspace.root)

    def plans(self) -> list[Plan]:
        """All plans. Raises InvalidRecord for one that cannot be read."""
        return [Plan.load(file) for file in self.plan_files()]

    def edit_plan(self, year: int, change: Callable[[str], str], message: str) -> str:
        """The token that takes back the `change` of that year's plan, which is one commit now."""
        file = self.plan_file(year)
        head = (
            self.workspace.repository.head()
        )  # before the file is read: who changes it meanwhile is not overruled
        before = read_file(file)
        return self._put(file, before, change(before), message, head)

    def add_plan(self, year: int, text: str, message: str) -> None:
        """A new year's plan in one commit; `undoable` takes it back. Raises Conflict where there is one."""
        file = self.plan_folder / f"{year}.yaml"
        if file.exists():
            raise Conflict("plan.there-already", file=file.name)
        self._commit(file, text, message, self.workspace.repository.head())

    def undoable(self, act: Callable[[], Made], message: str) -> tuple[Made, str]:
        """What `act` gives, and the token that takes back every file that it changed; "" where it changed none.

        `message` is what was done, for git's log. Taking back is refused where somebody changed one of them since.
        """
        repository = self.workspace.repository
        before = repository.head()
        made = act()
        after = repository.head()
        if after is None or after == before:
            return made, ""
        changed = repository.difference(before, after)

        def back() -> str:
            now = repository.head()
            if now is None or any(repository.read(now, path) != held for path, held in changed.items()):
                raise Conflict("bench.touched-since")
            files = {path: repository.read(before, path) if before else None for path in changed}
            undone = translate("bench.commit-undone", lang="zh", what=message)
            self.workspace.commit_files(files, undone, base=now, when=self.now())
            return translate("bench.undone")

        return made, self.remember(back)

    def remember(self, take_back: Callable[[], str]) -> str:
        """A token for `take_back`, which undoes something and gives the sentence that says so."""
        self._count += 1
        token = f"u{self._count}"
        self._undo[token] = take_back
        for old in list(self._undo)[:-_KEPT]:
            del self._undo[old]
        return token

    def take_back(self, token: str) -> str:
        """Undoes what the token stands for, once; the sentence that says so. Raises NotFound."""
        act = self._undo.get(token)
        if act is None:
            raise NotFound("bench.no-undo")
        sentence = act()
        del self._undo[token]
        return sentence

    def remember_save(self, version: Version) -> str:
        """A token that takes back the save of `version`: "" where nothing was saved, or nothing stood before it."""
        if not version.fresh or len(self.workspace.versions(version.draft)) < 2:
            return ""
        return self.remember(lambda: self.undo_save(version.draft, version.sha))

    def undo_save(self, slug: str, sha: str) -> str:
        """Takes back the draft's newest version, which must be `sha`; the sentence that says so. Raises Conflict."""
        if self.workspace.versions(slug)[-1].sha != sha:
            raise Conflict("bench.saved-since")
        self.workspace.undo(f"{slug}@{sha}", when=self.now())
        return translate("bench.undone-version")

    def _put(self, file: Path, before: str, after: str, message: str, head: str | None) -> str:
        self._commit(file, after, message, head)

        def back() -> str:
            now = self.workspace.repository.head()
            if read_file(file) != after:
                raise Conflict("bench.changed-since")
            self._commit(file, before, translate("bench.commit-undone", lang="zh", what=message), now)
            return translate("bench.undone")

        return self.remember(back)

    def _commit(self, file: Path, text: str, message: str, head: str | None) -> None:
        place = file.relative_to(self.workspace.root).as_posix()
        self.workspace.commit_files({place: text.encode("utf-8")}, message, base=head, when=self.now())
