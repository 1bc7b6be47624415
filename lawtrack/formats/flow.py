"""What the writers share: an article's first line, rows of a table, words with the references in them."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from lawtrack.formats.shapes import arranged, rows_marked
from lawtrack.law import CAPTION, SPACE, citations, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.drafts import Table
    from lawtrack.law import Citation, Instrument, Provision

_OPEN, _CLOSE = "\x01", "\x02"
_PIECE: Final = re.compile(f"{_OPEN}([0-9]+);([^{_OPEN}{_CLOSE}]*){_CLOSE}")


def heading_line(label: str, heading: str) -> str:
    """The line of a chapter or section.

    >>> heading_line("第一章", "总则"), heading_line("", "附则"), heading_line("一、", "管辖")
    ('第一章　总则', '附则', '一、管辖')
    """
    gap = SPACE if label and heading and not label.endswith("、") else ""
    return f"{label}{gap}{heading}"


def printed_label(article: Provision) -> str:
    """An article's label as printed, with its caption: 第一条〖目的〗."""
    return article.source[article.start : article.words_start].strip() if article.heading else article.label


def article_lines(label: str, first: str) -> tuple[tuple[str, str], ...]:
    """Label and words of an article's first line; the label alone where the words would be taken for a caption.

    >>> article_lines("第一条", "为了健康。"), article_lines("第二条", "（目的）为了健康。")
    ((('第一条', '　为了健康。'),), (('第二条', ''), ('', '（目的）为了健康。')))
    """
    if CAPTION.match(first):
        return (label, ""), ("", first)
    gap = SPACE if first and not label.endswith(("、", "）", ")")) else ""
    return ((label, gap + first),)


def rows_apart(lines: Iterable[str], tables: Iterable[Table] = ()) -> Iterator[tuple[bool, list[str]]]:
    r"""Stretches of lines: whether they are rows of a table (cells between tabs), and the lines.

    >>> list(rows_apart(["甲", "乙\t丙"]))
    [(False, ['甲']), (True, ['乙\t丙'])]
    """
    told = list(lines)
    for tabbed, group in groupby(zip(rows_marked(told, tables), told, strict=True), key=itemgetter(0)):
        yield tabbed, [line for _, line in group]


def laid_cells(
    lines: Iterable[str], tables: Iterable[Table] = ()
) -> Iterator[list[tuple[str, dict[str, str]]]]:
    r"""Rows of a table as cells: the words, and colspan and rowspan where a cell spans; what is spanned is left out.

    >>> list(laid_cells(["甲\t乙", "丙"]))
    [[('甲', {}), ('乙', {})], [('丙', {'colspan': '2'})]]
    """
    said = [line.split("\t") for line in lines]
    plan = arranged(said, tables)
    for at, (cells, spots) in enumerate(zip(said, plan.rows, strict=True)):
        made = []
        for spot in spots:
            spans = {"colspan": spot.across, "rowspan": plan.down(at, spot)}
            words = cells[spot.cell] if spot.cell is not None else ""
            if spot.above != "continue":
                made.append((words, {name: str(count) for name, count in spans.items() if count > 1}))
        yield made


def column_shares(lines: Iterable[str], tables: Iterable[Table] = ()) -> list[int]:
    """The columns' widths in hundredths, where a file says them; [] where the words decide."""
    plan = arranged([line.split("\t") for line in lines], tables)
    return [round(100 * share / sum(plan.shares)) for share in plan.shares] if plan.known else []


def citations_by_holder(doc: Instrument) -> dict[str, list[Citation]]:
    """The references that can be followed, by the eid of the provision whose words they are."""
    by_holder: dict[str, list[Citation]] = {}
    for cited in citations(doc):
        if cited.holder and not cited.quoted and (cited.targets or cited.instrument):
            by_holder.setdefault(cited.holder, []).append(cited)
    return by_holder


def linked(node: Provision, cited: Sequence[Citation]) -> list[tuple[str, Citation | None]]:
    """A provision's own words (its `lead`) in pieces, each with the reference that it is, if it is one.

    `cited` are the references that it holds, in order. The marks that carry them through the unwrapping are control
    characters, which no reader lets in; a text that has them all the same loses them here.
    """
    end = node.children[0].start if node.children else node.end
    raw, at = [], node.words_start
    for key, citation in enumerate(cited):
        if at <= citation.start and citation.end <= end:
            words = _plain(node.source[citation.start : citation.end])
            raw += [_plain(node.source[at : citation.start]), f"{_OPEN}{key};{words}{_CLOSE}"]
            at = citation.end
    whole = unwrap("".join([*raw, _plain(node.source[at:end])]))
    pieces: list[tuple[str, Citation | None]] = []
    done = 0
    for piece in _PIECE.finditer(whole):
        pieces += [(whole[done : piece.start()], None), (piece[2], cited[int(piece[1])])]
        done = piece.end()
    return [(words, citation) for words, citation in (*pieces, (whole[done:], None)) if words]


def _plain(words: str) -> str:
    return words.replace(_OPEN, "").replace(_CLOSE, "")
