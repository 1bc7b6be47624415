"""Lists of powers in git: `powers/<slug>/items.csv`, a version a commit with trailers, like a draft's text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple, Unpack

from lawtrack.drafts import Signature, Signed, first_day, is_date, spelled_out, valid_slug
from lawtrack.errors import NotFound, NotSaved, UnusableInput
from lawtrack.powers import PowersData, read_records, write_records
from lawtrack.store.git.saving import Change, commit
from lawtrack.store.git.stamps import stamp
from lawtrack.store.history.reading import head_of
from lawtrack.store.new_version import OPENING

if TYPE_CHECKING:
    from lawtrack.store.git.repository import Repository

_TRAILER: Final = re.compile(r"^Lawtrack-(Powers|Date|Source): (.*)$", re.MULTILINE)


class PowersVersion(NamedTuple):
    """A state of a list: its `date` (ISO 8601), the commit, and the file that it came from.

    >>> from lawtrack.store import PowersVersion
    >>> PowersVersion("2020-07-30", "3f2a9c41", "权责清单.xlsx").source
    '权责清单.xlsx'
    """

    date: str
    sha: str
    source: str


@dataclass(frozen=True, slots=True)
class PowersLists:
    """The lists of powers of one workspace; `Workspace.repository` holds them.

    >>> import tempfile
    >>> from lawtrack.drafts import Author
    >>> from lawtrack.store import PowersLists, Workspace
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     workspace = Workspace.create(folder, author=Author("王小明", "wang@example.cn"))
    ...     PowersLists(workspace.repository).versions("city")
    ()
    """

    repository: Repository

    @spelled_out(Signed)
    def save(
        self,
        slug: str,
        items: PowersData,
        *,
        date: str,
        source: str = "",
        **signed: Unpack[Signed],
    ) -> PowersVersion | None:
        """The list kept as the version of that date, in one commit; None where HEAD's reads the same already.

        `signed` as in `Signed`: git's user and the date of the list, unless given. Raises UnusableInput for a bad name
        or date, Conflict and NotSaved.
        """
        path = _path(slug)
        if not is_date(date):
            raise UnusableInput("powers.bad-date", date=date)
        text = write_records(items.items).encode("utf-8")
        head = head_of(self.repository)
        known = self.versions(slug)
        if known and known[-1].date == date and self.repository.read(head, path) == text:
            return None
        lines = [f"Lawtrack-Powers: {slug}", f"Lawtrack-Date: {date}"]
        lines += [f"Lawtrack-Source: {' '.join(source.split())}"] if source else []
        message = f"权责清单：{slug} {date}\n\n" + "\n".join(lines) + "\n"
        opened = datetime.combine(first_day(date), OPENING)
        by = stamp(self.repository, Signature(**signed), opened)
        try:
            sha = commit(self.repository, Change({path: text}, message, by, head))
        except OSError as problem:
            raise NotSaved("formats.not-written", path=path, reason=problem.strerror or problem) from problem
        return PowersVersion(date, sha, source)

    def versions(self, slug: str) -> tuple[PowersVersion, ...]:
        """The versions of a list by date; where a date was saved twice the later one counts."""
        path = _path(slug)
        head = self.repository.head()
        versions: dict[str, PowersVersion] = {}
        there = False  # a list that stood unchanged on a later day is a version of that day too
        for told in self.repository.history(head) if head else ():
            trailers = dict(_TRAILER.findall(told.message))
            there = there or any(name == path for name, _ in told.changes)
            if there and trailers.get("Powers") == slug:
                date = trailers.get("Date", "")
                versions[date] = PowersVersion(date, told.sha, trailers.get("Source", ""))
        return tuple(sorted(versions.values()))

    def read(self, slug: str, date: str = "") -> PowersData:
        """The list as of a version's date; the last one if left out. Raises NotFound, and InvalidRecord for a damaged file."""
        versions = self.versions(slug)
        if not versions:
            raise NotFound("powers.none", slug=slug)
        chosen = (
            next((version for version in versions if version.date == date), None) if date else versions[-1]
        )
        if chosen is None:
            known = "、".join(version.date for version in versions)
            raise NotFound("powers.no-version", slug=slug, date=date, known=known)
        content = self.repository.read(chosen.sha, _path(slug)) or b""
        items = read_records(content.decode("utf-8", "replace"), _path(slug))
        return PowersData(items, title=slug, date=chosen.date)


def _path(slug: str) -> str:
    return f"powers/{valid_slug(slug)}/items.csv"
