"""`verify`: is the workspace what its record says, and the record what it was?

Findings that `lawtrack.store` promises by name: text-changed, record-changed, version-removed, draft-removed,
opinion-changed, object-missing, object-damaged, object-replaced, shallow, detached, conflict-markers, outside-edit,
unsigned, receipt-broken. Others, about records that were typed wrong, are codes of the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lawtrack.drafts import KEBAB, Version, is_date, is_slug, read_message, text_path
from lawtrack.errors import InvalidRecord
from lawtrack.law import parse
from lawtrack.messages import known, translate
from lawtrack.store import unsaved
from lawtrack.store.git.process import GitFailed
from lawtrack.store.history.lineage import trace
from lawtrack.store.history.reading import drafts_in, slugs_in
from lawtrack.store.new_version import MARKERS
from lawtrack.store.opinions import Opinions
from lawtrack.store.record.chaining import chain
from lawtrack.store.record.sealing import holds_receipt
from lawtrack.store.record.signing import unsigned
from lawtrack.store.record.witnesses import (
    Damage,
    broken_links,
    changed_outside,
    damaged_objects,
    lost_commits,
    place_of_head,
    removed_drafts,
    replaced_objects,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.drafts import Commit
    from lawtrack.store.git.repository import Repository
    from lawtrack.store.history.lineage import Lineage
    from lawtrack.store.record.chaining import Chain


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong, where: a commit or a file, and the draft ("" where it is none); the sentence is in the catalogue."""

    code: str
    where: str
    detail: str = ""
    draft: str = ""

    @property
    def message(self) -> str:
        """The sentence in the language in use."""
        key = self.code if self.code.startswith("store.") else f"store.finding-{self.code}"
        return translate(key, where=self.where, detail=self.detail)

    def to_dict(self) -> dict[str, Any]:
        """`{"code", "draft", "where", "message"}`."""
        return {"code": self.code, "draft": self.draft, "where": self.where, "message": self.message}


def verify(repository: Repository, receipt: str | None = None) -> tuple[Finding, ...]:
    """Every finding: objects, HEAD, the chain of records, each version and opinion, texts that were never saved.

    With a `receipt` (`seal`) also whether all that it speaks of is untouched. Raises UnusableInput for what is none.
    """
    repository = repository.afresh()
    damages = [*damaged_objects(repository), *replaced_objects(repository), *place_of_head(repository)]
    head = repository.head()
    try:
        line = trace(repository.history(head) if head else (), repository.cut)
        links = chain(repository, line.commits)
        damages += _history(repository, line, links)
        records = list(_records(repository, line))
        # a record typed by hand is told once: by what is wrong with it, else as what it is
        wrong = {one.where[:10] for one in records}
        told = [one for one in damages if not (one.by_hand and one.where in wrong)]
        findings = [
            Finding(code=one.code, where=one.where, detail=one.detail, draft=one.draft) for one in told
        ] + records
        broken = holds_receipt(repository, links, receipt) if receipt is not None else None
        if broken and repository.shallow:
            findings.append(Finding(code="store.verify-receipt-unknown", where=broken[0]))
        elif broken:
            findings.append(Finding(code="receipt-broken", where=broken[0], detail=broken[1]))
    except GitFailed as failure:
        if not damages:
            raise
        findings = [
            Finding(code=one.code, where=one.where, detail=one.detail, draft=one.draft) for one in damages
        ]
        if receipt is not None:
            findings.append(Finding(code="receipt-broken", where=receipt, detail=str(failure)))
    left = [Finding(code="store.verify-unsaved", where=str(path)) for path in unsaved.left(repository)]
    return tuple(dict.fromkeys([*findings, *left]))


def _history(repository: Repository, line: Lineage, links: Chain) -> Iterator[Damage]:
    """What the history itself tells."""
    yield from broken_links(repository, links)
    yield from lost_commits(repository, links)
    yield from removed_drafts(line)
    yield from changed_outside(line)
    for commit, why in unsigned(repository, line.commits, links.links):
        yield Damage("unsigned", commit.sha[:10], f"{_by(commit)}: {translate(f'store.signature-{why}')}")


def _by(commit: Commit) -> str:
    return f"{(commit.committer or commit.author).name} {commit.committed[:10]}"


def _records(repository: Repository, line: Lineage) -> Iterator[Finding]:
    """What is wrong with the records, the texts and the files of drafts, each by itself."""
    for commit in line.commits:
        if read_message(commit.message).fields.keys() & {"Draft", "Stage"}:
            yield from _trailers(commit)
    for one in line.loose:
        yield Finding(
            code="store.verify-correction", where=one.sha[:10], detail=one.corrects, draft=one.draft
        )
    held: dict[str, bytes | None] = {}
    for version, blob in zip(line.versions, line.texts, strict=True):
        if is_slug(version.draft):
            if blob and blob not in held:
                held[blob] = _content(repository, blob)
            yield from _text(version, held.get(blob), blob)
    for slug in slugs_in(repository):
        try:
            drafts_in(repository, (slug,))
        except InvalidRecord as error:
            yield Finding(code="store.verify-record", where=slug, detail=error.message(), draft=slug)
        for problem in Opinions(repository, slug).register().problems:
            yield Finding(code="store.verify-record", where=slug, detail=problem.message(), draft=slug)


def _content(repository: Repository, blob: str) -> bytes | None:
    try:
        return repository.blobs([blob])[0]
    except GitFailed:  # damaged: told by `damaged_objects`
        return None


def _trailers(commit: Commit) -> Iterator[Finding]:
    where = commit.sha[:10]
    record = read_message(commit.message)
    version = Version.of(commit)
    draft = record.fields.get("Draft", "")
    for key in record.doubled:
        yield Finding(code="store.verify-doubled", where=where, detail=key, draft=draft)
    if version is None:
        yield Finding(code="store.verify-incomplete", where=where, draft=draft)
        return
    if not is_slug(version.draft):
        yield Finding(code="store.verify-draft", where=where, detail=version.draft, draft=draft)
    if not KEBAB.fullmatch(version.stage) and not known(f"stages.{version.stage}"):
        yield Finding(code="store.verify-stage", where=where, detail=version.stage, draft=draft)
    if not is_date(version.date):
        yield Finding(code="store.verify-date", where=where, detail=version.date or "–", draft=draft)
    for told in (version.source, version.decision):
        if told and not told.well_formed:
            yield Finding(code="store.verify-source", where=where, detail=str(told), draft=draft)


def _text(version: Version, content: bytes | None, blob: str) -> Iterator[Finding]:
    where, draft = f"{version.sha[:10]}:{text_path(version.draft)}", version.draft
    if content is None:
        code = "object-missing" if blob else "store.verify-no-text"
        yield Finding(code=code, where=where, detail=blob[:10], draft=draft)
        return
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        yield Finding(code="store.verify-not-utf8", where=where, detail=str(error.start), draft=draft)
        return
    if any(line.startswith(MARKERS) for line in text.splitlines()):
        yield Finding(code="conflict-markers", where=where, draft=draft)
    if not parse(text).articles:
        yield Finding(code="store.verify-no-articles", where=where, draft=draft)
