"""Opinions 意见 on clauses: taken in, followed through versions, answered, reported. No git, no files."""

from lawtrack.faces import present
from lawtrack.opinions.clauses import Clauses
from lawtrack.opinions.files import (
    SUFFIX,
    edit_opinion,
    is_opinion_id,
    opinion_path,
    opinions_folder,
    read_opinion,
    write_opinion,
)
from lawtrack.opinions.following import Followed, place_of
from lawtrack.opinions.intake.across import has_head
from lawtrack.opinions.intake.heads import head_fields
from lawtrack.opinions.intake.letters import read_letter, sender_of
from lawtrack.opinions.intake.received import Intake, Leftover, Received, Shown
from lawtrack.opinions.intake.tables import completed, read_table
from lawtrack.opinions.intake.upright import laid_down
from lawtrack.opinions.making import Sorter, Taken, Usual, anchored, made, told_apart
from lawtrack.opinions.model import (
    ANNEX,
    KINDS,
    RESULTS,
    TITLE,
    WHOLE,
    Anchor,
    Answer,
    Opinion,
    kind_label,
    result_label,
)
from lawtrack.opinions.recalling import kept_opinion, opinion_of
from lawtrack.opinions.register import NONE, Register, Report, Story, report
from lawtrack.opinions.sheets import Texts, article_alone, carried
from lawtrack.opinions.trails import Memory
from lawtrack.opinions.vocabulary import kind_of_source, new_answer
from lawtrack.opinions.wording import change_of, paragraphs, sentences

__all__ = [
    "ANNEX",
    "KINDS",
    "NONE",
    "RESULTS",
    "SUFFIX",
    "TITLE",
    "WHOLE",
    "Anchor",
    "Answer",
    "Clauses",
    "Followed",
    "Intake",
    "Leftover",
    "Memory",
    "Opinion",
    "Received",
    "Register",
    "Report",
    "Shown",
    "Sorter",
    "Story",
    "Taken",
    "Texts",
    "Usual",
    "anchored",
    "article_alone",
    "carried",
    "change_of",
    "completed",
    "edit_opinion",
    "has_head",
    "head_fields",
    "is_opinion_id",
    "kept_opinion",
    "kind_label",
    "kind_of_source",
    "laid_down",
    "made",
    "new_answer",
    "opinion_of",
    "opinion_path",
    "opinions_folder",
    "paragraphs",
    "place_of",
    "read_letter",
    "read_opinion",
    "read_table",
    "report",
    "result_label",
    "sender_of",
    "sentences",
    "told_apart",
    "write_opinion",
]

present(__name__)
