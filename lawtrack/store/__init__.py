"""Drafts and their versions in git. The only room that imports git."""

from lawtrack.drafts.commit import Author
from lawtrack.drafts.draft import Draft
from lawtrack.drafts.version import Source, Version
from lawtrack.store.workspace import Workspace

__all__ = ["Author", "Draft", "Source", "Version", "Workspace"]
