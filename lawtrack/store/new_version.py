"""A version before it is one: checked, rendered, compared with what is there, and saved or kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Final

from lawtrack.drafts import (
    LONGEST_TITLE,
    Draft,
    Version,
    first_day,
    one_line,
    read_table,
    record_path,
    stage_label,
    table_path,
    tables_folder,
    tables_kept,
    text_path,
    valid_slug,
    write_draft,
    write_message,
    write_table,
)
from lawtrack.errors import Conflict, LawtrackError, NotSaved, UnusableInput
from lawtrack.law import parse, render
from lawtrack.records import decoded
from lawtrack.store import unsaved
from lawtrack.store.git.saving import Change, commit
from lawtrack.store.git.stamps import stamp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawtrack.drafts import Occasion, Signature, Source, Table
    from lawtrack.law import Instrument
    from lawtrack.store.git.repository import Repository

CHINA: Final = timezone(timedelta(hours=8))
MARKERS: Final = ("<<<<<<< ", ">>>>>>> ")
"""What git writes around a conflict that nobody has decided."""
_TABLE_FILE: Final = re.compile(r"[\w-]{1,64}\.yaml")
OPENING: Final = time(9, tzinfo=CHINA)
"""The hour of a commit of which only the day is known."""


@dataclass(frozen=True, slots=True)
class NewVersion:
    """What is to be saved; `text` is the canonical text as git will hold it, `credits_` are further trailers."""

    slug: str
    occasion: Occasion
    text: bytes
    title: str
    source: Source | None
    decision: Source | None = None
    merges: tuple[str, ...] = ()
    adopts: str = ""
    undoes: str = ""
    credits_: tuple[tuple[str, str], ...] = ()
    tables: tuple[Table, ...] = ()
    """How the tables of the text lay in its file; those of the version before stay where their rows are in the text."""

    @classmethod
    def of(
        cls,
        slug: str,
        doc: Instrument | str,
        occasion: Occasion,
        *,
        source: Source | None = None,
        title: str = "",
        decision: Source | None = None,
        merges: tuple[str, ...] = (),
        adopts: str = "",
        undoes: str = "",
        credits_: tuple[tuple[str, str], ...] = (),
        tables: tuple[Table, ...] = (),
    ) -> NewVersion:
        """All of it checked, before anything is written. Raises UnusableInput and NotFound (stage)."""
        instrument = parse(doc) if isinstance(doc, str) else doc
        if not instrument.text.strip():
            raise UnusableInput("store.empty-text")
        if any(line.startswith(MARKERS) for line in instrument.text.splitlines()):
            raise UnusableInput("store.conflict-markers")
        for told in (source, decision):
            if told and not told.well_formed:
                raise UnusableInput("store.bad-source", source=told)
        return cls(
            slug=valid_slug(slug),
            occasion=occasion.checked(),
            text=_encoded(render(instrument)),
            title=(one_line(title) or one_line(instrument.title) or slug)[:LONGEST_TITLE],
            source=source,
            decision=decision,
            merges=merges,
            adopts=adopts,
            undoes=undoes,
            credits_=credits_,
            tables=tables,
        )

    def among(self, repository: Repository, versions: tuple[Version, ...]) -> Version | None:
        """The one of `versions` that is this already: the same source or decision, stage and text."""
        origin = _origin(self)
        alike = [
            old
            for old in versions
            if old.origin == "saved" and old.stage == self.occasion.stage and _origin(old) == origin
        ]
        texts = repository.read_many([(old.sha, text_path(self.slug)) for old in alike])
        return next((old for old, (_, text) in zip(alike, texts, strict=True) if text == self.text), None)

    def save(
        self,
        repository: Repository,
        signature: Signature,
        *,
        base: str,
        known: frozenset[bytes] = frozenset(),
        extra: Mapping[str, bytes | None] | None = None,
        joins: tuple[str, ...] = (),
    ) -> Version:
        """The version, committed on top of `base` with the files `extra`; `joins` are further commits that it stands on.

        Raises Conflict and NotSaved; both name the file with the text.
        """
        files = {text_path(self.slug): self.text, **self._table_files(repository, base), **(extra or {})}
        if repository.read(base, record_path(self.slug)) is None:
            files[record_path(self.slug)] = write_draft(Draft(self.slug, self.title)).encode("utf-8")
        kept = unsaved.keep(repository, self.slug, self.occasion.stage, self.text)
        try:
            opened = datetime.combine(first_day(self.occasion.date), OPENING)
            signed = stamp(repository, signature, opened)
            change = Change(files, self._message(), signed, base, known, joins)
            sha = commit(repository, change)
        except Conflict as problem:
            raise Conflict("store.conflict", reason=problem, kept=kept) from problem
        except (LawtrackError, OSError) as problem:
            raise NotSaved("store.not-saved", reason=problem, kept=kept) from problem
        unsaved.drop(kept)
        version = Version.of(repository.told(sha))
        assert version is not None
        return replace(version, fresh=True)

    def _table_files(self, repository: Repository, base: str) -> dict[str, bytes | None]:
        """The files of tables in which this version differs from what `base` has."""
        try:
            there = tables_at(repository, base, self.slug)
        except LawtrackError:  # a file that somebody broke keeps nobody from saving
            there = {}
        if not (there or self.tables):
            return {}
        kept = {
            table_path(self.slug, table): write_table(table).encode("utf-8")
            for table in tables_kept(self.text.decode("utf-8"), there.values(), self.tables)
        }
        gone: dict[str, bytes | None] = dict.fromkeys(there.keys() - kept.keys())
        return gone | {path: content for path, content in kept.items() if path not in there}

    def _message(self) -> str:
        # git's history is read by everybody: it does not change language with whoever saves
        subject = f"{stage_label(self.occasion.stage, lang='zh')}：{self.title}"
        return write_message(
            self.slug,
            replace(self.occasion, message=self.occasion.message.strip() or subject),
            source=self.source,
            decision=self.decision,
            merges=self.merges,
            more={"Adopts": self.adopts, "Undoes": self.undoes, **dict(self.credits_)},
        )


def tables_at(repository: Repository, commit: str, slug: str) -> dict[str, Table]:
    """The tables of a draft in a commit, by their files. Raises InvalidRecord for a file that cannot be read."""
    folder = tables_folder(slug)
    paths = [folder + name for name in repository.names(commit, folder) if _TABLE_FILE.fullmatch(name)]
    contents = repository.read_many([(commit, path) for path in paths]) if paths else []
    return {
        path: read_table(decoded(content or b"", path), path)
        for path, (_, content) in zip(paths, contents, strict=True)
    }


def _origin(version: NewVersion | Version) -> tuple[str, str, tuple[str, ...]]:
    """What a version came from: the hashes of its file, of its decision, of the versions merged."""
    source, decision = version.source, version.decision
    return source.sha256 if source else "", decision.sha256 if decision else "", version.merges


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise UnusableInput("store.not-utf8", path="text.md") from None
