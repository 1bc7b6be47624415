"""A draft's next version from an amending decision: applied, checked, and ready to be saved."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from lawtrack.amend import apply, read
from lawtrack.drafts import Source, one_line, stage_id, stage_label
from lawtrack.errors import NotApplied
from lawtrack.messages import translate, use_language
from lawtrack.store.new_version import NewVersion

if TYPE_CHECKING:
    from lawtrack.amend import Applied
    from lawtrack.drafts import Occasion, Version
    from lawtrack.law import Instrument


def amended(
    base: Version,
    doc: Instrument,
    decision: str,
    occasion: Occasion,
    *,
    source: Source | None,
    partial: bool,
) -> tuple[NewVersion, Applied]:
    """The version to be saved, and what came of each instruction; `doc` is the text of `base`.

    Raises NotApplied where nothing could be applied, and unless `partial` where not all of it could be.
    """
    told = read(decision)
    applied = apply(doc, told)
    reached = any(outcome.status == "applied" for outcome in applied.instructions)
    if not reached or not (applied.complete or partial):
        code = "store.not-applied" if reached else "store.nothing-applied"
        raise NotApplied(code, reference=base.reference, reasons="\n".join(reasons(applied)))
    named = _named(told.title, decision, source)
    saying = replace(occasion, message=_message(occasion, named, applied))
    return NewVersion.of(base.draft, applied.text, saying, decision=named), applied


def reasons(applied: Applied) -> list[str]:
    """Why the result is not complete, one reason a line, with the number of the instruction that it is about."""
    lines = [
        f"{outcome.instruction.number or '–'}　{outcome.reason}"
        for outcome in applied.instructions
        if outcome.reason
    ]
    return lines + [doubt.message for doubt in applied.apart]


def _named(title: str, decision: str, source: Source | None) -> Source:
    """The decision by its title and the hash of the file that it came from, else of its text."""
    digest = source.sha256 if source else hashlib.sha256(decision.encode("utf-8", "replace")).hexdigest()
    name = one_line(title) or (source.name if source else "") or "修改决定"
    return Source(name, digest)


def _message(occasion: Occasion, named: Source, applied: Applied) -> str:
    # git's history is read by everybody: it does not change language with whoever saves
    label = stage_label(stage_id(occasion.stage), lang="zh")
    decision = named.name.replace("《", "〈").replace("》", "〉")
    subject = occasion.message.strip() or translate(
        "store.amended-subject", lang="zh", label=label, decision=decision
    )
    if applied.complete:
        return subject
    with use_language("zh"):
        return "\n".join([subject, "", translate("store.amended-partly"), *reasons(applied)])
