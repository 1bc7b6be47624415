"""What git holds of a workspace at this moment: drafts, versions, texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.drafts import DRAFTS, Draft, is_slug, read_draft, record_path, text_path
from lawtrack.errors import NotFound
from lawtrack.store.history.lineage import lineage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.drafts import Version
    from lawtrack.store.git.repository import Repository


def head_of(repository: Repository) -> str:
    """The commit that is checked out. Raises NotFound before the first."""
    head = repository.head()
    if head is None:
        raise NotFound("store.no-commit", path=repository.root)
    return head


def slugs_in(repository: Repository) -> tuple[str, ...]:
    """The drafts' names, sorted."""
    head = repository.head()
    return tuple(sorted(filter(is_slug, repository.names(head, DRAFTS)))) if head else ()


def drafts_in(repository: Repository, slugs: Sequence[str]) -> tuple[Draft, ...]:
    """The drafts of those names; one that somebody began without a draft.yaml has its folder's name for a title.

    Raises InvalidRecord for a draft.yaml that cannot be read.
    """
    if not slugs:
        return ()
    head = head_of(repository)
    records = repository.read_many([(head, record_path(slug)) for slug in slugs])
    return tuple(
        Draft(slug, title=slug) if content is None else read_draft(slug, content.decode("utf-8", "replace"))
        for slug, (_, content) in zip(slugs, records, strict=True)
    )


def versions_in(repository: Repository, slug: str | None = None) -> tuple[Version, ...]:
    """The versions of a draft, or of all drafts, each behind those that it stands on, as last corrected.

    The last one of a draft reads as HEAD does (`lineage`).
    """
    head = repository.head()
    return versions_at(repository, head, slug) if head else ()


def versions_at(repository: Repository, commit: str, slug: str | None = None) -> tuple[Version, ...]:
    """The versions up to `commit`, a full hash, as `versions_in` gives those up to HEAD."""
    versions = lineage(repository, commit).versions
    return tuple(version for version in versions if slug in {None, version.draft})


def texts_of(repository: Repository, versions: Sequence[Version]) -> tuple[bytes | None, ...]:
    """The text of each version as git holds it, None where its commit has none."""
    places = [(version.sha, text_path(version.draft)) for version in versions]
    return tuple(content for _, content in repository.read_many(places))
