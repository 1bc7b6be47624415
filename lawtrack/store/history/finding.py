"""Which version somebody means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.drafts import is_date, iso_date, last_day, stage_id
from lawtrack.errors import NotFound

if TYPE_CHECKING:
    from lawtrack.drafts import Version

_SHA: Final = re.compile(r"[0-9a-f]{4,64}")


def find_version(slug: str, ref: str, versions: tuple[Version, ...]) -> Version:
    """The one of `versions` (of the draft `slug`, in the order saved) that `ref` means; "" is the last.

    Tried in this order: a stage's id or label (the last version of that stage), a date (the last stage on or before
    it), the first digits of a commit. Raises NotFound with the list of what there is.
    """
    if not versions:
        raise NotFound("store.no-version", slug=slug, ref=ref or "–", known="–")
    if not ref:
        return versions[-1]
    version = _by_stage(ref, versions) or _by_date(ref, versions) or _by_commit(slug, ref, versions)
    if version is None:
        raise NotFound("store.no-version", slug=slug, ref=ref, known=listed(versions))
    return version


def listed(versions: tuple[Version, ...]) -> str:
    """The versions as an error names them: stage, date, commit."""
    return "; ".join(f"{one.stage} {one.stage_label} {one.date} {one.sha[:10]}" for one in versions)


def _by_stage(ref: str, versions: tuple[Version, ...]) -> Version | None:
    try:
        stage = stage_id(ref)
    except NotFound:
        return None
    return next((one for one in reversed(versions) if one.stage == stage), None)


def _by_date(ref: str, versions: tuple[Version, ...]) -> Version | None:
    if not is_date(ref):
        return None
    limit = last_day(iso_date(ref))
    before = [one for one in versions if is_date(one.date) and last_day(iso_date(one.date)) <= limit]
    # max gives the first of equals: looked at from the end, that is the one saved last
    return max(reversed(before), key=lambda one: last_day(iso_date(one.date)), default=None)


def _by_commit(slug: str, ref: str, versions: tuple[Version, ...]) -> Version | None:
    if not _SHA.fullmatch(ref):
        return None
    matching = tuple(one for one in versions if one.sha.startswith(ref))
    if len(matching) > 1:
        raise NotFound("store.many-versions", slug=slug, ref=ref, known=listed(matching))
    return matching[0] if matching else None
