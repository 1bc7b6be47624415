"""The state of an amendment under way: one dataclass that every operation reads and changes.

What depends on the new numbering is kept here for the end (renumbering.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from lawtrack.amend.applying.blocks import Blocks
from lawtrack.amend.applying.places import Places

if TYPE_CHECKING:
    from lawtrack.amend.applying.tree import Node, Span, Tree
    from lawtrack.amend.model import Address, AmendingInstrument, Fault, Operation
    from lawtrack.law import Number


@dataclass(slots=True)
class Move:
    """A unit on its way to a place of the new numbering that may not exist yet.

    `followers` are more units of its new text; `within` says that it stays in its article, whatever number that gets.
    """

    node: Node
    to: Address
    by: int
    followers: list[Node] = field(default_factory=list)
    within: bool = False


class Housed(NamedTuple):
    """An article that an instruction moves to a chapter: where it was, the chapter as named, and who says so."""

    node: Node
    left: Node | None
    to: Address
    by: int


@dataclass(slots=True)
class Amendment:
    """The base as a tree, what the decision says, and what its instructions have asked for so far.

    `by` is the index of the instruction being carried out, `notes` what it leaves to check, `faults` why each
    instruction could not be done, `doubts` what belongs to no single one.
    """

    tree: Tree
    told: AmendingInstrument
    places: Places = field(init=False)
    blocks: Blocks = field(init=False)
    faults: list[list[Fault]] = field(init=False)
    doubts: list[Fault] = field(default_factory=list)
    choices: list[Fault] = field(default_factory=list)  # what the decision leaves open
    by: int = 0
    notes: list[Fault] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    new_articles: list[Node] = field(default_factory=list)
    inserted: set[Node] = field(
        default_factory=set
    )  # new articles that 增加一条 puts in by their number alone
    new_headings: list[Node] = field(default_factory=list)
    kept_numbers: bool = False
    carried_out: set[int] = field(default_factory=set)  # the instructions that amend this text
    declared_by: dict[Node, int] = field(default_factory=dict)
    into: dict[Node, Node] = field(default_factory=dict)  # what an absorbed unit is part of now
    beside: dict[Node, tuple[Node, str]] = field(
        default_factory=dict
    )  # units that come to stand before or after another
    moved: set[Node] = field(default_factory=set)  # units that change places on purpose
    housed: set[Node] = field(default_factory=set)  # articles whose chapter is named
    made_of: set[Node] = field(default_factory=set)  # articles made of a paragraph of another
    chapters: list[str] = field(default_factory=list)  # all headings given anew, each with its first article
    printed: dict[Node, Number] = field(default_factory=dict)  # the number that a new text prints before it
    overruled: list[tuple[Span, Node]] = field(
        default_factory=list
    )  # words changed in what then got a new text
    holds: dict[Node, list[Number]] = field(
        default_factory=dict
    )  # the articles that a new heading says it has
    taken: dict[Node, list[Node]] = field(default_factory=dict)  # the old articles that a new heading takes
    said_beside: list[tuple[Node, Node]] = field(
        default_factory=list
    )  # 移至第三条之后，作为第四条: these are neighbours
    anchored: list[tuple[Node, Node, str]] = field(
        default_factory=list
    )  # new units with a number, the old one that they are said to stand beside, and the side
    paths: dict[Node, tuple[tuple[str, int], ...]] = field(
        default_factory=dict
    )  # where a heading is to stand
    later: list[tuple[int, Operation]] = field(
        default_factory=list
    )  # edits of the amended text (修改后的第七条)
    cited: list[tuple[Node, Number, int]] = field(default_factory=list)  # the article that a new place names
    cut_from: list[tuple[Node, Number, int]] = field(
        default_factory=list
    )  # articles of which a later paragraph becomes an article, its number, and who says so
    leads: list[tuple[Node, Span, str]] = field(default_factory=list)  # with the text as it was given
    rehoused: list[Housed] = field(default_factory=list)  # articles that go to a chapter named by its number
    swapped: list[tuple[Node, Node]] = field(default_factory=list)  # articles that change places
    turned: dict[Node, list[Node]] = field(
        default_factory=dict
    )  # headings that change places: below which heading, in what order
    ranks: dict[Node, int] = field(default_factory=dict)  # the articles in the order that this gives
    poured: list[tuple[Node, list[Node]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.places = Places(self.tree)
        self.blocks = Blocks(self.tree)
        self.faults = [[] for _ in self.told.instructions]

    def begin(self, by: int) -> None:
        """Start the instruction with that index."""
        self.by, self.notes = by, []
