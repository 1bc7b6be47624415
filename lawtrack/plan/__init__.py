"""The annual plan: items, procedure profiles, statutory time limits, progress as of a date."""

from lawtrack.plan.dates import Precision, VagueDate
from lawtrack.plan.model import Change, Item, Milestone, Source, Target, Task
from lawtrack.plan.plan import Plan

__all__ = ["Change", "Item", "Milestone", "Plan", "Precision", "Source", "Target", "Task", "VagueDate"]
