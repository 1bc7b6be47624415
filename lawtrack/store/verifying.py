"""`verify`: are the workspace's records what they should be?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lawtrack.drafts import KEBAB, Version, is_date, is_slug, read_message, text_path
from lawtrack.errors import InvalidRecord
from lawtrack.law import parse
from lawtrack.messages import known, translate
from lawtrack.store import unsaved
from lawtrack.store.lineage import trace
from lawtrack.store.opinions import Opinions
from lawtrack.store.reading import drafts_in, slugs_in, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.drafts import Commit
    from lawtrack.store.repository import Repository


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where: a draft, a commit or a file; the sentence stands in the catalogue under `code`."""

    code: str
    where: str
    detail: str = ""

    @property
    def message(self) -> str:
        """The sentence in the language in use."""
        return translate(self.code, where=self.where, detail=self.detail)

    def to_dict(self) -> dict[str, Any]:
        """`{"code", "where", "message"}`."""
        return {"code": self.code, "where": self.where, "message": self.message}


def verify(repository: Repository) -> tuple[Finding, ...]:
    """Every finding: the trailers and the text of each version, each draft.yaml and opinion, texts that were never saved."""
    head = repository.head()
    line = trace(repository.history(head) if head else ())
    recorded = [
        commit for commit in line.commits if read_message(commit.message).fields.keys() & {"Draft", "Stage"}
    ]
    found = [finding for commit in recorded for finding in _trailers(commit)]
    found += [Finding("store.verify-correction", one.sha[:10], one.corrects) for one in line.loose]
    versions = tuple(version for version in line.versions if is_slug(version.draft))
    for version, content in zip(versions, texts_of(repository, versions), strict=True):
        found += _text(version, content)
    for slug in slugs_in(repository):
        try:
            drafts_in(repository, (slug,))
        except InvalidRecord as error:
            found.append(Finding("store.verify-record", slug, error.message()))
        broken = Opinions(repository, slug).register().problems
        found += [Finding("store.verify-record", slug, problem.message()) for problem in broken]
    return (*found, *(Finding("store.verify-unsaved", str(path)) for path in unsaved.left(repository)))


def _trailers(commit: Commit) -> Iterator[Finding]:
    where = commit.sha[:10]
    record = read_message(commit.message)
    version = Version.of(commit)
    for key in record.doubled:
        yield Finding("store.verify-doubled", where, key)
    if version is None:
        yield Finding("store.verify-incomplete", where)
        return
    if not is_slug(version.draft):
        yield Finding("store.verify-draft", where, version.draft)
    if not KEBAB.fullmatch(version.stage) and not known(f"stages.{version.stage}"):
        yield Finding("store.verify-stage", where, version.stage)
    if not is_date(version.date):
        yield Finding("store.verify-date", where, version.date or "–")
    for told in (version.source, version.decision):
        if told and not told.well_formed:
            yield Finding("store.verify-source", where, str(told))


def _text(version: Version, content: bytes | None) -> Iterator[Finding]:
    where = f"{version.sha[:10]}:{text_path(version.draft)}"
    if content is None:
        yield Finding("store.verify-no-text", where)
        return
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        yield Finding("store.verify-not-utf8", where, str(error.start))
        return
    if not parse(text).articles:
        yield Finding("store.verify-no-articles", where)
