r"""lawtrack: drafts of ordinances in git, compared clause by clause.

The front door: every name loads what it needs on first use.

>>> import lawtrack
>>> doc = lawtrack.parse("某市控烟条例\n第一条　为了健康，制定本条例。")
>>> doc.title, doc.articles[0].label
('某市控烟条例', '第一条')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lawtrack import amend
    from lawtrack.check import check
    from lawtrack.collection import Collection
    from lawtrack.compare import Comparison, Concordance, compare, concordance
    from lawtrack.errors import LawtrackError
    from lawtrack.formats import PowersList, read
    from lawtrack.law import Instrument, parse
    from lawtrack.merge import merge
    from lawtrack.plan import Plan
    from lawtrack.store import Workspace

__version__ = "0.1.0"
__all__ = [
    "Collection",
    "Comparison",
    "Concordance",
    "Instrument",
    "LawtrackError",
    "Plan",
    "PowersList",
    "Workspace",
    "amend",
    "check",
    "compare",
    "concordance",
    "merge",
    "parse",
    "read",
]

_ROOMS: Final = frozenset({"amend", "check", "compare", "merge"})
"""Rooms that the front door opens whole; the last three are called like their verb (`lawtrack.faces`)."""

_ON_FIRST_USE: Final = {
    "Collection": "lawtrack.collection",
    "Comparison": "lawtrack.compare",
    "Concordance": "lawtrack.compare",
    "Instrument": "lawtrack.law",
    "LawtrackError": "lawtrack.errors",
    "Plan": "lawtrack.plan",
    "PowersList": "lawtrack.formats",
    "Workspace": "lawtrack.store",
    "concordance": "lawtrack.compare",
    "parse": "lawtrack.law",
    "read": "lawtrack.formats",
}


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return import_module(f"lawtrack.{name}")
    if name not in _ON_FIRST_USE:
        message = f"module 'lawtrack' has no attribute {name!r}"
        raise AttributeError(message)
    value = globals()[name] = getattr(import_module(_ON_FIRST_USE[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
