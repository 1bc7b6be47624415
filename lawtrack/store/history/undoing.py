"""Which save `undo` takes back: the newest that still stands, so that undoing twice goes back two saves.

A version that takes one back says so in a trailer of its own, `Lawtrack-Undoes: <commit>`; both stay in the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.drafts import Version


def to_take_back(versions: Sequence[Version], slug: str | None) -> tuple[Version, Version]:
    """The newest save that nobody took back, and the version before it. Raises NotFound where there is none."""
    taken = {version.undoes for version in versions}
    standing = [version for version in versions if not version.undoes and version.sha not in taken]
    if not standing:
        raise NotFound("store.nothing-to-undo", slug=slug or "–")
    return standing[-1], version_before(standing[-1], versions)


def version_before(version: Version, versions: Sequence[Version]) -> Version:
    """The version of the draft that `version` came after. Raises NotFound for the first one."""
    before = next((one for one in versions if one.sha in version.predecessors[:1]), None)
    if before is None:
        raise NotFound("store.nothing-to-undo", slug=version.draft)
    return before
