"""What is wrong with a regular expression, in the reader's language: Python's own parser says it in English only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.messages import translate

if TYPE_CHECKING:
    import re

_KINDS: Final = (
    ("unterminated character set", "set"),
    ("missing )", "open"),
    ("unterminated", "open"),
    ("unbalanced parenthesis", "close"),
    ("nothing to repeat", "nothing"),
    ("multiple repeat", "twice"),
    ("bad escape", "escape"),
    ("incomplete escape", "escape"),
    ("bad character range", "range"),
    ("min repeat greater", "times"),
    ("the repetition number", "times"),
    ("invalid group reference", "group"),
    ("cannot refer to", "group"),
    ("unknown group", "group"),
    ("look-behind", "behind"),
    ("unknown extension", "extension"),
    ("unexpected end", "extension"),
)
"""How a message of `re.error` begins, and the code of ours that says the same."""


def what_is_wrong(problem: re.error) -> str:
    """The reason in the reader's language, with its place; in Python's words where it is of a kind that is not known.

    >>> import re
    >>> try:
    ...     re.compile("处(罚款")
    ... except re.error as problem:
    ...     what_is_wrong(problem)
    '第2个字：“(”没有对应的“)”'
    """
    kind = next((code for begins, code in _KINDS if problem.msg.startswith(begins)), "other")
    told = translate(f"collection.pattern-{kind}", reason=problem.msg)
    return translate("collection.pattern-at", place=(problem.pos or 0) + 1, told=told)
