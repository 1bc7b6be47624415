"""A version's record put right: stage, date or meeting that were typed wrong.

Nothing is rewritten. A later commit without files repeats the record as it should have been, and says in a trailer of
its own which record it corrects:

    Lawtrack-Draft: patriotic-health
    Lawtrack-Stage: first-reading
    Lawtrack-Date: 2020-07-30
    Lawtrack-Corrects: first-reading 2020-07-03

It speaks of the last version before it that is recorded so and came from the same file; a commit's hash would not
survive a rebase.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lawtrack.drafts import Occasion, Version, iso_date, one_line, stage_id, stage_label, write_message
from lawtrack.errors import Conflict, NotFound
from lawtrack.messages import translate
from lawtrack.store.history.finding import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def correction(version: Version, versions: Sequence[Version], keywords: Mapping[str, Any]) -> Version | None:
    """`version` as it should be recorded, or None where it is recorded so already.

    `keywords` are those of `Resaved`; what is left out or None stays as it is now. Raises NotFound for a stage there is
    not, and where `version` is not among `versions`, UnusableInput for what is no date, Conflict where a later version
    from the same file is recorded alike.
    """
    now = next((held for held in versions if held.sha == version.sha), None)
    if now is None:
        raise NotFound(
            "store.no-version", slug=version.draft, ref=version.sha[:10], known=listed(tuple(versions))
        )
    told = {name: value for name, value in keywords.items() if value is not None}
    wanted = Occasion.of({"stage": now.stage, "date": now.date, "meeting": now.meeting, **told})
    right = replace(
        now,
        stage=stage_id(wanted.stage) if "stage" in told else now.stage,
        date=iso_date(wanted.date) if "date" in told else now.date,
        meeting=one_line(wanted.meeting),
        corrects=_recorded(now),
    )
    if (right.stage, right.date, right.meeting) == (now.stage, now.date, now.meeting):
        return None
    at = place_meant(versions, right)
    assert at is not None, "it is among them"
    if versions[at].sha != now.sha:
        raise Conflict("store.correct-later-first", reference=versions[at].reference)
    subject = translate("store.corrected", "zh", stage=stage_label(now.stage, "zh"), date=now.date)
    return replace(right, message=wanted.message.strip() or subject)


def message_of(right: Version) -> str:
    """The message of the commit that makes the correction."""
    return write_message(right.draft, right.occasion, source=right.source, corrects=right.corrects)


def _recorded(version: Version) -> str:
    return f"{version.stage} {version.date}".strip()


def place_meant(versions: Sequence[Version], told: Version) -> int | None:
    """The place of the version that the correction `told` speaks of."""
    for at in range(len(versions) - 1, -1, -1):
        held = versions[at]
        if (held.draft, _recorded(held), held.source) == (told.draft, told.corrects, told.source):
            return at
    return None


def put_right(version: Version, told: Version) -> Version:
    """`version` with the record that `told` gives it; what it said before stands in the message."""
    message = "\n".join(filter(None, [version.message, told.message]))
    return replace(version, stage=told.stage, date=told.date, meeting=told.meeting, message=message)
