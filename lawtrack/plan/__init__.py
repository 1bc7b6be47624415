"""The annual plan: items, procedure profiles, statutory time limits, progress as of a date."""

from lawtrack.faces import present
from lawtrack.plan.board import BoardRecord, TrackStep, board_records, opening_day, running_year
from lawtrack.plan.changes import Outcome, aims_of
from lawtrack.plan.dates import Precision, VagueDate, as_day
from lawtrack.plan.deadlines import OPEN, Deadline, State, deadlines_of
from lawtrack.plan.editing import add_change, add_item, add_milestone, new_plan, set_fields
from lawtrack.plan.folder import plans_in
from lawtrack.plan.frames import DEADLINE_COLUMNS, MILESTONE_COLUMNS, deadline_frame, milestone_frame
from lawtrack.plan.intake.choosing import read_text
from lawtrack.plan.intake.lines import is_heading
from lawtrack.plan.intake.lists import read_list
from lawtrack.plan.intake.pages import without_page
from lawtrack.plan.intake.tables import read_table
from lawtrack.plan.intake.taken import Intake
from lawtrack.plan.intake.telling import read_prose
from lawtrack.plan.joining import followed, with_versions
from lawtrack.plan.model import (
    Action,
    Certainty,
    Change,
    ChangeKind,
    InstrumentKind,
    Item,
    Milestone,
    Source,
    Target,
    Task,
)
from lawtrack.plan.plan import Plan
from lawtrack.plan.procedure import Library, library_for
from lawtrack.plan.progress import UNKNOWN, Progress, progress_in
from lawtrack.plan.stages import END, stage_label
from lawtrack.plan.status import StatusRecord, status_records

__all__ = [
    "DEADLINE_COLUMNS",
    "END",
    "MILESTONE_COLUMNS",
    "OPEN",
    "UNKNOWN",
    "Action",
    "BoardRecord",
    "Certainty",
    "Change",
    "ChangeKind",
    "Deadline",
    "InstrumentKind",
    "Intake",
    "Item",
    "Library",
    "Milestone",
    "Outcome",
    "Plan",
    "Precision",
    "Progress",
    "Source",
    "State",
    "StatusRecord",
    "Target",
    "Task",
    "TrackStep",
    "VagueDate",
    "add_change",
    "add_item",
    "add_milestone",
    "aims_of",
    "as_day",
    "board_records",
    "deadline_frame",
    "deadlines_of",
    "followed",
    "is_heading",
    "library_for",
    "milestone_frame",
    "new_plan",
    "opening_day",
    "plans_in",
    "progress_in",
    "read_list",
    "read_prose",
    "read_table",
    "read_text",
    "running_year",
    "set_fields",
    "stage_label",
    "status_records",
    "with_versions",
    "without_page",
]

present(__name__)
