"""Three texts: two revisions of one text become one, clause by clause."""

from lawtrack.merge.deciding import DEPTHS, Depth
from lawtrack.merge.merging import merge
from lawtrack.merge.model import Conflict, Merge, MergeRow, Note

__all__ = ["DEPTHS", "Conflict", "Depth", "Merge", "MergeRow", "Note", "merge"]
