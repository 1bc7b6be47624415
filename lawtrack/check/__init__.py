"""Drafting-technique rules: one rule, one function, one code, one legal source."""

from lawtrack.check.checking import check
from lawtrack.check.frames import findings_frame
from lawtrack.check.model import Finding, Fix, Severity, apply_fixes, before_and_after
from lawtrack.check.rule import Rule
from lawtrack.check.rulebook import rules, rules_table
from lawtrack.faces import present

__all__ = [
    "Finding",
    "Fix",
    "Rule",
    "Severity",
    "apply_fixes",
    "before_and_after",
    "check",
    "findings_frame",
    "rules",
    "rules_table",
]

present(__name__, call=True)
