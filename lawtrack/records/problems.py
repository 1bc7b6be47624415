"""What is wrong with a record, said so that a person can put it right: file, line, field, remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.errors import InvalidRecord
from lawtrack.messages import translate
from lawtrack.records.reading import Place, read_record

if TYPE_CHECKING:
    from pydantic import ValidationError

Problem = tuple[Place, str]
"""Where in the data, and what is wrong with it in words."""


def first_problem(error: ValidationError) -> Problem:
    """The first thing that the schema found, in the language in use."""
    first = error.errors(include_url=False)[0]
    kind, place = first["type"], first["loc"]
    if kind in {"missing", "missing_argument"}:
        return place, translate("plan.missing-field")
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        return place, translate("plan.extra-field")
    if kind == "literal_error":
        return place, translate("plan.one-of", value=first["input"], allowed=first["ctx"]["expected"])
    if kind == "value_error":
        return place, str(first["ctx"]["error"])
    return place, translate("plan.wrong-value", value=first["input"], problem=first["msg"])


def explained(problem: Problem, text: str, name: str) -> InvalidRecord:
    """The error with the line of the field in `text`; of what should hold it, where the field is missing."""
    place, words = problem
    lines: dict[Place, int] = {}
    read_record(text, name, lines)
    near = place
    while near and near not in lines:
        near = near[:-1]
    field = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in place).lstrip(".")
    return InvalidRecord(
        "plan.invalid", file=name, line=lines.get(near, 1), field=field or "-", problem=words
    )
