"""What a workspace answers: drafts, versions, texts, opinions, blame, the record. `Workspace` adds what changes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawtrack.drafts import COLUMNS, Draft, Version, text_path, valid_slug, with_edges
from lawtrack.errors import NotFound, UnusableInput
from lawtrack.law import parse
from lawtrack.store import unsaved
from lawtrack.store.git.stamps import moment
from lawtrack.store.history.finding import find_version
from lawtrack.store.history.reading import drafts_in, head_of, slugs_in, texts_of, versions_in
from lawtrack.store.new_version import tables_at
from lawtrack.store.opinions import Opinions
from lawtrack.store.record.sealing import seal
from lawtrack.store.record.verifying import verify
from lawtrack.store.team.asides import Asides

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    import pandas as pd

    from lawtrack.drafts import Table
    from lawtrack.law import Instrument
    from lawtrack.store.git.repository import Repository
    from lawtrack.store.history.blaming import Blame
    from lawtrack.store.record.verifying import Finding


@dataclass(frozen=True, slots=True)
class Answers:
    """The questions that can be put to a workspace; it keeps nothing, every answer is git's answer of the moment."""

    repository: Repository

    @property
    def root(self) -> Path:
        """The folder of the workspace."""
        return self.repository.root

    def slugs(self) -> tuple[str, ...]:
        """The drafts' names, sorted."""
        return slugs_in(self.repository)

    def drafts(self) -> tuple[Draft, ...]:
        """All drafts, by name. Raises InvalidRecord for a draft.yaml that cannot be read."""
        return drafts_in(self.repository, self.slugs())

    def draft(self, slug: str) -> Draft:
        """One draft. Raises NotFound, and InvalidRecord for a draft.yaml that cannot be read."""
        self._require(slug)
        return drafts_in(self.repository, (slug,))[0]

    def working_text(self, slug: str) -> str:
        """What lies in `drafts/<slug>/text.md` now, saved or not. Raises NotFound, UnusableInput when not UTF-8 or elsewhere."""
        file = self.root / text_path(valid_slug(slug))
        if not file.resolve().is_relative_to(self.root.resolve()):  # a link out of the workspace
            raise UnusableInput("store.outside", path=text_path(slug))
        if not file.is_file():
            raise NotFound("store.no-text", path=text_path(slug))
        try:
            return file.read_bytes().decode("utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError:
            raise UnusableInput("store.not-utf8", path=text_path(slug)) from None

    def edited(self) -> tuple[str, ...]:
        """The drafts whose text lies there otherwise than HEAD has it: edits that nobody has saved, and no sync sends."""
        slugs = self.slugs()
        if not slugs:
            return ()
        head = head_of(self.repository)
        saved = self.repository.read_many([(head, text_path(slug)) for slug in slugs])
        return tuple(
            slug for slug, (_, text) in zip(slugs, saved, strict=True) if self._lies_otherwise(slug, text)
        )

    def _lies_otherwise(self, slug: str, saved: bytes | None) -> bool:
        file = self.root / text_path(slug)
        if not file.is_file() or not file.resolve().is_relative_to(self.root.resolve()):
            return False
        return file.read_bytes().replace(b"\r\n", b"\n") != saved

    def unsaved(self) -> tuple[Path, ...]:
        """The texts of saves that failed."""
        return unsaved.left(self.repository)

    def versions(self, slug: str | None = None) -> tuple[Version, ...]:
        """The versions of a draft, or of all drafts, each behind those that it stands on. Raises NotFound.

        The last one of a draft reads as HEAD does: what git merged is a version of both lines (`origin` merged), what
        was committed without lawtrack one that says so (`origin` outside).
        """
        versions = versions_in(self.repository, slug)
        if slug is not None and not versions:
            self._require(slug)
        return versions

    def log(self, slug: str | None = None) -> tuple[Version, ...]:
        """What `versions` gives, by the name of the command."""
        return self.versions(slug)

    def log_frame(self, slug: str | None = None) -> pd.DataFrame:
        """The versions as a DataFrame, one row a version, with the fields of `Version.to_dict`."""
        import pandas as pd

        return pd.DataFrame([version.to_dict() for version in self.log(slug)], columns=list(COLUMNS))

    def version(self, slug: str, ref: str | None = None) -> Version:
        """One version: `ref` is a stage (id or label), a date (the last on or before it), or a commit's first digits.

        `slug@ref` in one word is the same; without `ref` the last version saved. A stage with several versions gives
        the last of them. Raises NotFound, with what there is.
        """
        slug, _, within = slug.partition("@")
        return find_version(slug, ref or within, self.log(slug))

    def text(self, slug: str | Version, ref: str | None = None) -> str:
        """The text of a version, as git holds it. Raises NotFound."""
        version = slug if isinstance(slug, Version) else self.version(slug, ref)
        content = texts_of(self.repository, (version,))[0]
        if content is None:
            raise NotFound("store.no-text", path=f"{version.sha[:10]}:{text_path(version.draft)}")
        return content.decode("utf-8", "replace")

    def texts(self, versions: tuple[Version, ...]) -> tuple[str, ...]:
        """The texts of many versions at once; "" where a commit has none."""
        contents = texts_of(self.repository, versions)
        return tuple((content or b"").decode("utf-8", "replace") for content in contents)

    def instrument(self, slug: str | Version, ref: str | None = None) -> Instrument:
        """The version's text, parsed."""
        return parse(self.text(slug, ref))

    def tables(self, version: Version) -> tuple[Table, ...]:
        """How the tables of a version's text lay in the file that it came from. Raises InvalidRecord."""
        return tuple(tables_at(self.repository, version.sha, version.draft).values())

    def laid_out(self, version: Version) -> Instrument:
        """The version's text, parsed, with the empty cells before the words of its tables' rows. Raises InvalidRecord.

        For comparison: in which column a word stands is not told by the text alone.
        """
        return parse(with_edges(self.text(version), self.tables(version)))

    def blame(self, slug: str, clause: str | None = None) -> tuple[Blame, ...]:
        """For each article of the last version, or for one clause, the version that last changed its words."""
        from lawtrack.store.history.blaming import blame
        from lawtrack.store.history.past import Past

        self.log(slug)  # raises NotFound
        return blame(Past.of(self.repository, slug), clause)

    def opinions(self, slug: str) -> Opinions:
        """The register of the opinions on a draft. Raises NotFound."""
        self._require(slug)
        return Opinions(self.repository, slug)

    def asides(self) -> Asides:
        """The fields of plans and records that a sync put aside, and their decision."""
        return Asides(self.repository)

    @property
    def shallow(self) -> bool:
        """Is the past cut off? Then whatever depends on history (log, blame, opinions, verify) knows a part of it only."""
        return self.repository.shallow

    def verify(self, receipt: str | None = None) -> tuple[Finding, ...]:
        """What is wrong with the workspace and its record; nothing when all is well.

        With a `receipt` that `seal` gave, also whether everything up to it is untouched. Raises UnusableInput for what
        is no receipt.
        """
        return verify(self.repository, receipt)

    def seal(self, day: dt.date | None = None) -> str:
        """One line that proves the record as it is now (`sealing`); `day` is today unless given."""
        return seal(self.repository, day or moment().date())

    def _require(self, slug: str) -> None:
        slugs = self.slugs()
        if slug not in slugs:
            raise NotFound("store.no-draft", slug=slug, known=", ".join(slugs) or "–")
