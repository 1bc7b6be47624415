r"""lawtrack: drafts of ordinances in git, compared clause by clause.

The front door. `parse`, `compare` and `check` are here at once; what needs git, pandas or Word loads on first use.

>>> import lawtrack
>>> doc = lawtrack.parse("某市控烟条例\n第一条　为了健康，制定本条例。")
>>> doc.title, doc.articles[0].label
('某市控烟条例', '第一条')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from lawtrack.check import check
from lawtrack.compare import Comparison, compare
from lawtrack.errors import LawtrackError
from lawtrack.law import Instrument, parse

if TYPE_CHECKING:
    from lawtrack import amend
    from lawtrack.compare import concordance
    from lawtrack.formats.reading import read
    from lawtrack.merge import merge
    from lawtrack.plan import Plan
    from lawtrack.store import Workspace

__version__ = "0.1.0"
__all__ = [
    "Comparison",
    "Instrument",
    "LawtrackError",
    "Plan",
    "Workspace",
    "amend",
    "check",
    "compare",
    "concordance",
    "merge",
    "parse",
    "read",
]

_ON_FIRST_USE: Final = {
    "Plan": "lawtrack.plan",
    "Workspace": "lawtrack.store",
    "concordance": "lawtrack.compare",
    "merge": "lawtrack.merge",
    "read": "lawtrack.formats.reading",
}


def __getattr__(name: str) -> Any:
    if name == "amend":
        return import_module("lawtrack.amend")
    if name not in _ON_FIRST_USE:
        message = f"module 'lawtrack' has no attribute {name!r}"
        raise AttributeError(message)
    found = getattr(import_module(_ON_FIRST_USE[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
