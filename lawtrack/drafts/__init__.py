"""What a draft and a version are, and the names that become paths, dates and stages: data, without git."""

from lawtrack.drafts.commit import Author, Commit, git_date
from lawtrack.drafts.draft import LONGEST_TITLE, Draft, read_draft, write_draft
from lawtrack.drafts.guessing import Likely, likely
from lawtrack.drafts.names import (
    DRAFTS,
    KEBAB,
    LONGEST_SLUG,
    first_day,
    is_date,
    is_slug,
    iso_date,
    last_day,
    record_path,
    stage_id,
    stage_label,
    text_path,
    valid_slug,
)
from lawtrack.drafts.occasion import Occasion, Resaved, Saved, Signature, Signed, spelled_out
from lawtrack.drafts.slugs import slug_for
from lawtrack.drafts.suggestion import (
    DECISIONS,
    Comment,
    Decision,
    Round,
    Spot,
    Suggestion,
    read_round,
    read_suggestion,
    round_folder,
    suggestion_id,
    write_record,
)
from lawtrack.drafts.version import (
    COLUMNS,
    Source,
    Version,
    one_line,
    read_message,
    with_trailers,
    write_message,
)
from lawtrack.faces import present

__all__ = [
    "COLUMNS",
    "DECISIONS",
    "DRAFTS",
    "KEBAB",
    "LONGEST_SLUG",
    "LONGEST_TITLE",
    "Author",
    "Comment",
    "Commit",
    "Decision",
    "Draft",
    "Likely",
    "Occasion",
    "Resaved",
    "Round",
    "Saved",
    "Signature",
    "Signed",
    "Source",
    "Spot",
    "Suggestion",
    "Version",
    "first_day",
    "git_date",
    "is_date",
    "is_slug",
    "iso_date",
    "last_day",
    "likely",
    "one_line",
    "read_draft",
    "read_message",
    "read_round",
    "read_suggestion",
    "record_path",
    "round_folder",
    "slug_for",
    "spelled_out",
    "stage_id",
    "stage_label",
    "suggestion_id",
    "text_path",
    "valid_slug",
    "with_trailers",
    "write_draft",
    "write_message",
    "write_record",
]

present(__name__)
