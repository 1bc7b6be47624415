"""lawtrack: drafts of ordinances in git, compared clause by clause."""

from lawtrack.compare import compare
from lawtrack.law import parse

__version__ = "0.1.0"
__all__ = ["compare", "parse"]
