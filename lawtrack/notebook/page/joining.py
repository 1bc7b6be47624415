"""A decision applied to a version, and two people's texts made one: shown first, then saved as the next version."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from lawtrack.errors import NotApplied, UnusableInput
from lawtrack.law import parse
from lawtrack.messages import translate
from lawtrack.notebook.page.answers import Done
from lawtrack.notebook.page.naming import say_version
from lawtrack.notebook.page.project import version_of
from lawtrack.store import Source

if TYPE_CHECKING:
    from lawtrack.merge import Merge
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import Applied, Landing, Merged, Outcome


def _text_of(given: Given, name: str) -> tuple[str, str]:
    """Text and name of what came as a file or was pasted."""
    pasted = given.text("text")
    if pasted.strip():
        return pasted, translate("bench.pasted")
    from lawtrack.formats import read_data

    read = read_data(*given.file(name))
    return read.text, read.source_name


def preview_apply(desk: Desk, given: Given) -> Applied:
    """What a decision does to a version: what came of each instruction, with the reason where it could not be done."""
    from lawtrack.amend import apply, read
    from lawtrack.compare import compare, summary_sentence, viewer_rows
    from lawtrack.formats import comparison_columns
    from lawtrack.messages import language

    version = version_of(desk, given)
    text, name = _text_of(given, "file")
    decision = read(text)
    base = desk.instrument(version)
    applied = apply(base, decision)
    comparison = compare(base, parse(applied.text))
    told: list[Outcome] = [
        {
            "number": outcome.instruction.number,
            "source": outcome.instruction.source,
            "status": outcome.status,
            "reason": outcome.reason or "",
            "old": "、".join(outcome.touched_old),
            "new": "、".join(outcome.touched_new),
        }
        for outcome in applied.instructions
    ]
    return {
        "name": name,
        "title": decision.title,
        "amends": list(decision.amends),
        "complete": applied.complete,
        "instructions": told,
        "doubts": [doubt.message for doubt in applied.apart],
        "rows": viewer_rows(comparison),
        "columns": comparison_columns((say_version(version), translate("bench.applied-head")), language()),
        "summary": summary_sentence(comparison),
    }


def save_apply(desk: Desk, given: Given) -> Done[Landing]:
    """The amended text as the next version, which names the decision; one not applied whole only where that is ticked."""
    version = version_of(desk, given)
    text, name = _text_of(given, "file")
    try:
        made, _ = desk.workspace.amend(
            version.draft,
            text,
            on=version.sha,
            partial=given.flag("partial"),
            source=Source(name, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()),
            **given.saved(desk.now()),
        )
    except NotApplied as error:
        raise UnusableInput("bench.not-whole", reason=error.message()) from error
    return Done(
        translate("bench.saved", name=say_version(made)),
        {"chosen": [version.sha, made.sha], "version": made.sha},
        desk.remember_save(made),
    )


def preview_merge(desk: Desk, given: Given) -> Merged:
    """Ours and theirs made one over the version that both began from: every conflict with its three wordings."""
    merged = _merged(desk, given)
    return {
        "complete": merged.complete,
        "conflicts": [{**each.to_dict(), "message": each.message} for each in merged.conflicts],
        "summary": {name: count for name, count in merged.summary.items() if count},
        "notes": [note.message for note in merged.notes],
        "text": merged.text,
        "all": len(merged.ids),
    }


def save_merge(desk: Desk, given: Given) -> Done[Landing]:
    """The merged text as the next version, once nothing is in conflict."""
    merged = _merged(desk, given)
    if not merged.complete:
        raise UnusableInput("bench.still-open", count=len(merged.conflicts))
    ours = version_of(desk, given, "ours")
    saved = given.saved(desk.now())
    saved["message"] = saved.get("message") or translate("bench.merged-message", lang="zh")
    made = desk.workspace.save(ours.draft, merged.text, **saved)
    return Done(
        translate("bench.saved", name=say_version(made)),
        {"chosen": [ours.sha, made.sha], "version": made.sha},
        desk.remember_save(made),
    )


def _merged(desk: Desk, given: Given) -> Merge:
    from lawtrack.merge import merge

    base = desk.instrument(version_of(desk, given, "base"))
    ours = desk.instrument(version_of(desk, given, "ours"))
    chosen = given.words("theirs")
    theirs = (
        desk.instrument(version_of(desk, given, "theirs")) if chosen else parse(_text_of(given, "file")[0])
    )
    merged = merge(base, ours, theirs)
    choices = {name: choice for name, choice in given.mapping("choices").items() if name in merged.ids}
    return merged.resolve(choices) if choices else merged


ACTIONS: Final = {
    "apply.preview": preview_apply,
    "apply.save": save_apply,
    "merge.preview": preview_merge,
    "merge.save": save_merge,
}
