"""Which versions are merged, on what they both stand, and the version that comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypedDict

from lawtrack.drafts import Occasion, stage_label, text_path
from lawtrack.errors import NotFound, UnusableInput
from lawtrack.messages import translate
from lawtrack.store.history.finding import find_version, listed
from lawtrack.store.history.reading import versions_at, versions_in
from lawtrack.store.new_version import NewVersion
from lawtrack.store.team.joining import join
from lawtrack.store.team.syncing import put_aside

if TYPE_CHECKING:
    from lawtrack.drafts import Version
    from lawtrack.merge import Merge
    from lawtrack.store.git.repository import Repository
    from lawtrack.store.git.stamps import Stamp


class Three(NamedTuple):
    """The versions of a merge."""

    base: Version
    ours: Version
    theirs: Version


def three_of(repository: Repository, slug: str, ours: str, theirs: str, base: str | None) -> Three:
    """The versions that `ours`, `theirs` and `base` mean: refs as in `Workspace.version`, or names of branches.

    A branch means its last version of the draft. Where `base` is None: the last version that both branches have; on
    one branch the version before the earlier of the two. Raises NotFound where there is none, UnusableInput where both
    mean one version.
    """
    mine, first = _meant(repository, slug, ours)
    other, second = _meant(repository, slug, theirs)
    if first.sha == second.sha:
        raise UnusableInput("store.one-version", ours=ours, theirs=theirs, reference=first.reference)
    if base is not None:
        return Three(_meant(repository, slug, base)[1], first, second)
    shas = {one.sha for one in other}
    common = [one for one in mine if one.sha in shas]
    if first in common or second in common:
        at = min(common.index(one) for one in (first, second) if one in common)
        common = common[:at]
    if not common:
        raise NotFound("store.no-base", slug=slug, known=listed(mine))
    return Three(common[-1], first, second)


def _meant(repository: Repository, slug: str, ref: str) -> tuple[tuple[Version, ...], Version]:
    """The versions among which `ref` is looked for, and the one that it means."""
    branch = _branches(repository).get(ref)
    if branch is None:
        versions = versions_in(repository, slug)
        return versions, find_version(slug, ref, versions)
    own = versions_at(repository, branch, slug)
    return own, find_version(slug, "", own)


def _branches(repository: Repository) -> dict[str, str]:
    """The commits of the branches, here and elsewhere, by name: harbour, origin/harbour."""
    tips = repository.tips("refs/heads", "refs/remotes")
    return {name.split("/", 2)[2]: sha for name, sha in tips.items()}


class OtherLine(TypedDict):
    """What a merge with another line adds to the save: the commit it joins, and what else was saved there."""

    extra: dict[str, bytes | None]
    joins: tuple[str, ...]


def other_line(repository: Repository, head: str, three: Three, signed: Stamp) -> OtherLine:
    """The lines that a merge joins to `head`, none where all its versions stand below it already.

    A commit that named the other line as a parent and left out what else was saved there would make git take that for
    deleted; so it comes along, joined as by `sync`. Raises Conflict where the two lines have nothing in common.
    """
    slug, extra, joins = three.ours.draft, dict[str, bytes | None](), []
    for sha in dict.fromkeys((three.ours.sha, three.theirs.sha)):
        if repository.attempt("merge-base", "--is-ancestor", sha, head)[0] == 0:
            continue
        joined = join(repository, head, sha)
        other = tuple(one for one in joined.aside if one.path != text_path(slug))
        extra |= joined.files | put_aside(repository, sha, other, signed)
        joins.append(sha)
    extra.pop(text_path(slug), None)
    return {"extra": extra, "joins": tuple(joins)}


def merged_version(three: Three, merge: Merge, occasion: Occasion) -> NewVersion:
    """What is to be saved: the merged text, and in its record the three commits that it comes from."""
    told = translate(
        "store.merged-subject",
        lang="zh",  # git's history is read by everybody
        ours=f"{stage_label(three.ours.stage, 'zh')} {three.ours.sha[:10]}",
        theirs=f"{stage_label(three.theirs.stage, 'zh')} {three.theirs.sha[:10]}",
    )
    day = max(three.ours.date, three.theirs.date)
    return NewVersion.of(
        three.ours.draft,
        merge.text,
        occasion.filled(Occasion(stage=three.ours.stage, date=day, message=told)),
        merges=(three.ours.sha, three.theirs.sha, three.base.sha),
    )
