"""How a comparison is laid out on paper, chosen by its writer: what is shown, and how changes are marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Marks = Literal["print", "frame", "colour"]
MARKS: Final[tuple[Marks, ...]] = ("print", "frame", "colour")
"""print: new words in 黑体, deleted ones shaded; frame: deleted ones boxed; colour: green underlined, red struck."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a table of a comparison shows.

    `changed_only` leaves out clauses whose words stay where they stood. `noise` marks also what differs only in width
    or white space. `heads` name the versions (一审稿 2020-07-30); where there are none, the titles do. `tracked` asks
    for the new text over the old with Word's own tracked changes, which `author` and `date` (ISO 8601, UTC) sign.
    """

    changed_only: bool = False
    marks: Marks = "print"
    noise: bool = False
    heads: tuple[str, ...] = ()
    tracked: bool = False
    author: str = "lawtrack"
    date: str = ""
