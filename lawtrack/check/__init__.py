"""Drafting-technique rules: one rule, one function, one code, one legal source."""

from lawtrack.check.checking import check
from lawtrack.check.duties.money import Amount, amounts
from lawtrack.check.duties.norms import Duty
from lawtrack.check.duties.sanctions import Sanction
from lawtrack.check.duties.table import DutyRow, DutyTable, duty_table
from lawtrack.check.frames import findings_frame
from lawtrack.check.model import Finding, FindingRecord, Fix, Severity, apply_fixes, before_and_after
from lawtrack.check.rule import Rule
from lawtrack.check.rulebook import rules, rules_table
from lawtrack.faces import present

__all__ = [
    "Amount",
    "Duty",
    "DutyRow",
    "DutyTable",
    "Finding",
    "FindingRecord",
    "Fix",
    "Rule",
    "Sanction",
    "Severity",
    "amounts",
    "apply_fixes",
    "before_and_after",
    "check",
    "duty_table",
    "findings_frame",
    "rules",
    "rules_table",
]

present(__name__, call=True)
