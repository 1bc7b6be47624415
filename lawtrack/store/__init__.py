"""Drafts and their versions in git. The only room that imports git."""

from lawtrack.drafts import Author, Draft, Source, Version
from lawtrack.faces import present
from lawtrack.store.powers import PowersLists, PowersVersion
from lawtrack.store.sample import replay, sample_lists, sample_root
from lawtrack.store.team.asides import Asides, Pending
from lawtrack.store.team.looking import Standing, standing
from lawtrack.store.team.rounds import Rounds
from lawtrack.store.team.syncing import Sync
from lawtrack.store.workspace import Workspace

__all__ = [
    "Asides",
    "Author",
    "Draft",
    "Pending",
    "PowersLists",
    "PowersVersion",
    "Rounds",
    "Source",
    "Standing",
    "Sync",
    "Version",
    "Workspace",
    "replay",
    "sample_lists",
    "sample_root",
    "standing",
]

present(__name__)
