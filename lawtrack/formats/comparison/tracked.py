"""The new text over the old in Word, as tracked changes: accept all and the new text is left, reject all and the old.

The paragraphs are those of a clean copy of either text. Articles follow the comparison, so that what only got another
number stays in place and shows its number as the change; what moved is Word's own move from here to there, with
what changed in it marked besides. Rows of tables stay rows.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from lawtrack.compare import word_ops
from lawtrack.formats.comparison.tracked_pairs import LawLine, Paired, lines_paired
from lawtrack.formats.comparison.tracked_xml import Piece, TrackedXml
from lawtrack.formats.instruments.docx import STYLES
from lawtrack.formats.layout import Layout
from lawtrack.formats.word.package import package
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from lawtrack.compare import Comparison

_OLD: Final = frozenset({"delete", "from", "from-start", "from-end"})
_NEW: Final = frozenset({"insert", "to", "to-start", "to-end"})
_BREAK: Final = Piece("equal", "\n")


def tracked_docx(comparison: Comparison, layout: Layout | None = None) -> bytes:
    r"""The bytes of the document; `layout.author` and `layout.date` sign the changes, else the version's own.

    >>> from lawtrack.compare import compare
    >>> tracked_docx(compare("第一条　甲。", "第一条　乙。"))[:4]
    b'PK\x03\x04'
    """
    layout = layout or Layout()
    title = comparison.new.title or comparison.old.title or translate("compare.untitled")
    return package(_body(lines_paired(comparison, layout.tables), layout), STYLES, title, layout)


def _body(paired: Paired, layout: Layout) -> Iterator[Element]:
    """Stretches of paragraphs and tables; what is a row on one side only stands alone."""
    pairs = [pair for pair in paired.pairs for pair in _of_one_kind(*pair, paired.rows)]
    stretches = [(tabbed, list(run)) for tabbed, run in groupby(pairs, paired.in_table)]
    xml = TrackedXml(layout.signed, layout.moment)
    for at, (tabbed, stretch) in enumerate(stretches):
        if tabbed:
            yield xml.table([(old and old.text, new and new.text) for old, new in stretch], layout.tables)
            continue
        pieces = _pieces(stretch, paired)
        if at == len(stretches) - 1:
            pieces = _without_last_break(pieces)
        old = [line for line, _ in stretch if line]
        new = [line for _, line in stretch if line]
        yield from xml.paragraphs(pieces, old, new, ends=at < len(stretches) - 1)
    if not stretches:
        yield from xml.paragraphs([], [], [], ends=False)


def _of_one_kind(
    old: LawLine | None, new: LawLine | None, rows: frozenset[int]
) -> list[tuple[LawLine | None, LawLine | None]]:
    """The pair; two pairs where a paragraph became a row or a row a paragraph."""
    if old and new and (id(old) in rows) != (id(new) in rows):
        return [(old, None), (None, new)]
    return [(old, new)]


def _pieces(pairs: list[tuple[LawLine | None, LawLine | None]], paired: Paired) -> list[Piece]:
    """What happens to the words of a stretch of paragraphs; each line ends in a line break."""
    pieces: list[Piece] = []
    for old, new in pairs:
        if old and new:
            pieces += [*(Piece(op, words) for op, words in word_ops(old.text, new.text)), _BREAK]
        elif old:
            _append(pieces, _gone(old, paired), "from" if id(old) in paired.moves else "delete")
        elif new:
            _append(pieces, _come(new, paired), "to" if id(new) in paired.moves else "insert")
    return pieces


def _gone(line: LawLine, paired: Paired) -> list[Piece]:
    """A line that is no more here: deleted, or moved away with what was deleted in it."""
    if id(line) not in paired.moves:
        return [Piece("delete", line.text)]
    number, partner = paired.moves[id(line)]
    words = (Piece("from" if op == "equal" else op, said) for op, said in word_ops(line.text, partner.text))
    inside = [piece for piece in words if piece.op != "insert"]
    return [Piece("from-start", str(number)), *inside, Piece("from-end", str(number))]


def _come(line: LawLine, paired: Paired) -> list[Piece]:
    """A line that is new here: inserted, or moved to this place with what was inserted in it."""
    if id(line) not in paired.moves:
        return [Piece("insert", line.text)]
    number, partner = paired.moves[id(line)]
    words = (Piece("to" if op == "equal" else op, said) for op, said in word_ops(partner.text, line.text))
    inside = [piece for piece in words if piece.op != "delete"]
    return [Piece("to-start", str(number)), *inside, Piece("to-end", str(number))]


def _append(pieces: list[Piece], line: list[Piece], op: str) -> None:
    """Add a whole line; behind a paragraph that ends in the same side's change, as part of that change.

    LibreOffice takes two such changes with only a paragraph's end between them for one, and would lose that end.
    """
    side = _OLD if op in _OLD else _NEW
    if pieces[-1:] == [_BREAK] and len(pieces) > 1 and pieces[-2].op in side:
        pieces[-1:] = [Piece(op, "\n"), *line, _BREAK]
    else:
        pieces += [*line, Piece(op, "\n")]


def _without_last_break(pieces: list[Piece]) -> list[Piece]:
    """The last paragraph's end is Word's own and cannot be tracked: both texts share it.

    Where only one text goes on at the end, its lines get their breaks in front: equal "A⏎", insert "B⏎" becomes
    equal "A", insert "⏎B".
    """
    last = max((at for at, piece in enumerate(pieces) if piece.op == "equal"), default=-1)
    before, tail = pieces[: last + 1], pieces[last + 1 :]
    gone = [piece for piece in tail if piece.op in _OLD]
    come = [piece for piece in tail if piece.op in _NEW]
    if last >= 0 and not (gone and come):
        before[-1] = Piece("equal", pieces[last].words.removesuffix("\n"))
        gone, come = (([Piece(side[-1].op, "\n"), *side[:-1]] if side else []) for side in (gone, come))
    else:
        gone, come = gone[:-1], come[:-1]
    return [piece for piece in (*before, *gone, *come) if piece.words]
