"""All rules together, in the order in which they are listed."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lawtrack.check.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code. They load on first use: to compile their expressions takes a while.

    >>> rules()["account"].source
    '立法技术规范（试行）（一）第23项'
    """
    from lawtrack.check import figures, notes, penalties, references, structure, wording

    modules = (structure, references, wording, figures, penalties, notes)
    every = [each for module in modules for each in vars(module).values() if isinstance(each, Rule)]
    return MappingProxyType({each.code: each for each in every})


def rules_table() -> list[dict[str, Any]]:
    """One row a rule: code, severity, title, source.

    >>> sorted(rules_table()[0])
    ['code', 'severity', 'source', 'title']
    """
    return [
        {"code": each.code, "severity": str(each.severity), "title": each.title, "source": each.source}
        for each in rules().values()
    ]
