"""What somebody should look at in an opinion that was followed: unanswered, adopted without effect, anchored nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.compare import fold
from lawtrack.opinions.following import Remark, place_of_stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.opinions.following import Followed, Follower
    from lawtrack.opinions.model import Answer


def remarks(followed: Followed, follower: Follower) -> Iterator[Remark]:
    """The remarks on one opinion, most pressing first."""
    yield from _on_anchor(followed)
    opinion = followed.opinion
    if opinion.no_comment:
        return
    start = follower.start_of(opinion.anchor)
    later = start is not None and start < follower.target
    if opinion.answer is None:
        if later and followed.anchored:
            stages = {"stage": followed.anchored.stage_label, "next": followed.version.stage_label}
            yield Remark("opinions.warn-unanswered", tuple(stages.items()))
        return
    if opinion.answer.result in {"not-adopted", "partly-adopted"} and not opinion.answer.reason:
        yield Remark("opinions.warn-no-reason", (("result", opinion.result_label),))
    if opinion.answer.result in {"adopted", "partly-adopted"} and start is not None:
        if opinion.answer.clause:
            yield from _on_carrying_out(opinion.answer, follower, start)
        elif later and followed.fate == "unchanged" and not followed.moved:
            stages = {"clause": followed.label_now, "next": followed.version.stage_label}
            yield Remark("opinions.warn-no-effect", tuple(stages.items()))


def _on_anchor(followed: Followed) -> Iterator[Remark]:
    anchor = followed.opinion.anchor
    if followed.anchored is None:
        yield Remark("opinions.warn-no-version", (("stage", f"{anchor.stage} {anchor.date}".strip() or "–"),))
    elif not anchor.label and not anchor.eids:
        if not followed.opinion.no_comment:
            yield Remark("opinions.warn-no-clause-given")
    elif followed.fate == "unknown":
        told = (("clause", anchor.label or " ".join(anchor.eids)), ("stage", followed.anchored.stage_label))
        yield Remark("opinions.warn-no-clause", told)
    elif anchor.quote and followed.before and fold(anchor.quote) not in fold(followed.before):
        yield Remark("opinions.warn-no-quote", (("quote", anchor.quote), ("clause", followed.label)))


def _on_carrying_out(answer: Answer, follower: Follower, start: int) -> Iterator[Remark]:
    """The clause in which an opinion is said to be carried out has to be there, and to have changed since."""
    at = place_of_stage(answer.stage, follower.versions) if answer.stage else follower.target
    told = (
        ("clause", answer.clause),
        ("stage", answer.stage or follower.versions[follower.target].stage_label),
    )
    if at is None:
        yield Remark("opinions.warn-no-version", told[1:])
        return
    named = follower.tracer.clauses(at).named(answer.clause)
    if not named.eids:
        yield Remark("opinions.warn-no-clause", told)
    elif at > start and not follower.was_new(at, named.eids, start):
        yield Remark("opinions.warn-not-carried-out", told)
