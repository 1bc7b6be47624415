"""Three texts: two revisions of one text become one, clause by clause."""

from lawtrack.faces import present
from lawtrack.merge.deciding import DEPTHS, Depth
from lawtrack.merge.merging import merge
from lawtrack.merge.model import Conflict, ConflictRecord, Merge, MergeRow, Note
from lawtrack.merge.units import HEADINGS

__all__ = [
    "DEPTHS",
    "HEADINGS",
    "Conflict",
    "ConflictRecord",
    "Depth",
    "Merge",
    "MergeRow",
    "Note",
    "merge",
]

present(__name__, call=True)
