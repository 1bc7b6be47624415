"""The rules as a table: each is one function that finds what breaks it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lawtrack.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lawtrack.check.model import Severity
    from lawtrack.check.subject import Subject


class Hit(NamedTuple):
    """One place that a rule objects to; `better` replaces it where the rule knows what to write."""

    start: int
    end: int
    better: str | None = None
    details: dict[str, object] = {}  # noqa: RUF012 - never written to; a NamedTuple has no default factory


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code, how much it matters, its basis, and the function that finds what breaks it."""

    code: str
    severity: Severity
    source: str
    find: Callable[[Subject], Iterator[Hit]]

    @property
    def title(self) -> str:
        """What it asks for, in the language in use."""
        return say(f"check.title-{self.code}")


_RULES: Final[dict[str, Rule]] = {}
_MODULES: Final = ("structure", "references", "wording", "figures", "notes")

NORM_1: Final = "立法技术规范（试行）（一）"
NORM_2: Final = "立法技术规范（试行）（二）"
LEGISLATION_LAW: Final = "立法法（2023）"

ENACTING: Final = frozenset({"宪法", "法", "法典", "条例", "规定", "办法", "规则", "细则"})
"""The kinds of instrument that lay down rules of their own; resolutions and replies are written more freely."""


def rule(
    code: str, severity: Severity, source: str
) -> Callable[[Callable[[Subject], Iterator[Hit]]], Callable[[Subject], Iterator[Hit]]]:
    """Enter a function into the table under `code`."""

    def enter(find: Callable[[Subject], Iterator[Hit]]) -> Callable[[Subject], Iterator[Hit]]:
        _RULES[code] = Rule(code, severity, source, find)
        return find

    return enter


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code, in the order of the table. The rules load on first use: their expressions take a while.

    >>> rules()["account"].source
    '立法技术规范（试行）（一）第23项'
    """
    for module in _MODULES:
        import_module(f"lawtrack.check.{module}")
    table = sorted(_RULES.values(), key=lambda each: _MODULES.index(each.find.__module__.rpartition(".")[2]))
    return MappingProxyType({each.code: each for each in table})


def rules_table() -> list[dict[str, Any]]:
    """One row a rule: code, severity, title, source."""
    return [
        {"code": each.code, "severity": str(each.severity), "title": each.title, "source": each.source}
        for each in rules().values()
    ]
