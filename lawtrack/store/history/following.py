"""The story of a draft that opinions are followed through, with what was worked out before.

What is kept lies by the version that it leads to (`remembering`): the next version's ways go on from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lawtrack.opinions import Memory, Story
from lawtrack.store.history.past import Past, TextsOf
from lawtrack.store.history.remembering import key_of, recall, remember

if TYPE_CHECKING:
    from lawtrack.drafts import Version
    from lawtrack.store.git.repository import Repository

BACK: Final = 8
"""How many versions before the target are looked up."""


def story_of(repository: Repository, slug: str, target: Version) -> tuple[Story, Past]:
    """The versions of a draft and what is known of the ways to `target`, one of them, or to a version not long before."""
    past = Past.of(repository, slug)
    at = next(place for place, version in enumerate(past.versions) if version.sha == target.sha)
    known = next(filter(None, (_known(past, slug, was) for was in range(at, max(-1, at - BACK), -1))), {})
    return Story(past.versions, TextsOf(past), Memory(past.names, known)), past


def keep(past: Past, slug: str, target: Version, memory: Memory) -> None:
    """Keep what an answer used, unless it is known already or a text was not what git says that it is."""
    if past.sound and any(map(memory.is_new, memory.used)):
        at = next(place for place, version in enumerate(past.versions) if version.sha == target.sha)
        remember(_name(past, slug, at), memory.used)


def _known(past: Past, slug: str, at: int) -> dict[str, Any]:
    told = recall(_name(past, slug, at))
    return told if isinstance(told, dict) else {}


def _name(past: Past, slug: str, at: int) -> str:
    return key_of(["trails", slug, past.names[at]])
