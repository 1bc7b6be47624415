"""Drafts and their versions in git. The only room that imports git."""

from lawtrack.store.drafts import Draft
from lawtrack.store.repository import Author
from lawtrack.store.version import Source, Version
from lawtrack.store.workspace import Workspace

__all__ = ["Author", "Draft", "Source", "Version", "Workspace"]
