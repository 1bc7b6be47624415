"""What a rule is: a function that finds what breaks it, with its code, how much it matters, and its basis.

A module of rules is a list of functions below `@rule(...)`; `rulebook.py` puts the modules together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lawtrack.check.model import Hit, Severity
    from lawtrack.check.subject import Subject

NORM_1: Final = "立法技术规范（试行）（一）"
NORM_2: Final = "立法技术规范（试行）（二）"
LEGISLATION_LAW: Final = "立法法（2023）"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `source` is its legal or technical basis as cited, `find` gives each place that breaks it.

    >>> from lawtrack.check import rules
    >>> rule = rules()["account"]
    >>> str(rule.severity), rule.source
    ('warning', '立法技术规范（试行）（一）第23项')
    """

    code: str
    severity: Severity
    source: str
    find: Callable[[Subject], Iterator[Hit]]

    @property
    def title(self) -> str:
        """What it asks for, in the language in use."""
        return translate(f"check.title-{self.code}")


def rule(code: str, severity: Severity, source: str) -> Callable[[Callable[[Subject], Iterator[Hit]]], Rule]:
    """Make the function below it a rule."""
    return lambda find: Rule(code, severity, source, find)
