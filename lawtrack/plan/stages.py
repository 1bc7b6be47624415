"""The names of stages: as a reader sees them, and as events."""

from __future__ import annotations

from typing import Final

from lawtrack.messages import known, translate

END: Final = ".end"
"""`public-comment.end` names the end of a stage that lasts."""


def stage_label(stage: str) -> str:
    """The stage's name in the language in use; its id where the catalogue has none.

    >>> stage_label("passed"), stage_label("public-comment.end")
    ('表决通过', '征求意见截止')
    """
    if stage.endswith(END):
        return translate("plan.end-of", stage=stage_label(stage.removesuffix(END)))
    return translate(f"stages.{stage}") if known(f"stages.{stage}") else stage


def event_name(stage: str) -> str:
    """The event that reaches the stage, as a noun."""
    return translate(f"plan.event.{stage}") if known(f"plan.event.{stage}") else stage_label(stage)
