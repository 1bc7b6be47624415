"""Many instruments at once: tables, search, what a change affects, what stands beside a draft."""

from lawtrack.collection.collection import COLUMNS, Collection
from lawtrack.collection.working import executor_at
from lawtrack.faces import present

__all__ = ["COLUMNS", "Collection", "executor_at"]

present(__name__)
