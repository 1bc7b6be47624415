"""What the writers share: an article's first line, rows of a table, words with the references in them."""

from __future__ import annotations

import re
from itertools import combinations, groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from lawtrack.formats.shapes import arranged, rows_marked
from lawtrack.law import CAPTION, SPACE, citations, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.drafts import Table
    from lawtrack.law import Citation, Instrument, Provision

TITLE_LINE: Final = 20
"""Characters of a title on a line: 22 points on 156 mm."""
_SENSE: Final = re.compile(r"(?<=.{4})(?:(?=关于)|(?=《)|(?<=》)(?![的、])(?=.{3})|(?=（))(?=.)")
"""Where a title may break; 关于 does not stand alone on a line, nor 的说明 without its noun."""
_PLACES: Final = 8
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


def title_lines(title: str) -> str:
    r"""A title on as few lines as it needs, which break where its sense does and are about as long as each other.

    GB/T 9704-2012, 7.3.1. It breaks before 关于, before 《 and behind 》, and before （ only where nothing else will do;
    a title that fits on a line, or has no such place, stays whole.

    >>> title_lines("关于《某市爱国卫生工作条例（草案）》审议结果的报告")
    '关于《某市爱国卫生工作条例（草案）》\n审议结果的报告'
    >>> title_lines("关于《某市城市市容和环境卫生管理条例（修订草案）》的说明")
    '关于《某市城市市容和环境卫生管理条例\n（修订草案）》的说明'
    """
    if len(title) <= TITLE_LINE:
        return title
    places = [match.start() for match in _SENSE.finditer(title)][:_PLACES]
    ways = (way for count in range(len(places) + 1) for way in combinations(places, count))
    best = min(ways, key=lambda way: _ill_broken(title, way))
    return "\n".join(title[start:end] for start, end in pairwise((0, *best, len(title))))


def _ill_broken(title: str, way: Sequence[int]) -> tuple[int, int, int]:
    """How ill a title is broken at these places: what stands out of its lines, how many there are, how they look."""
    lengths = [end - start for start, end in pairwise((0, *way, len(title)))]
    over = sum(max(length - TITLE_LINE, 0) for length in lengths)
    inside = sum(title[at] == "（" for at in way)
    return over, len(lengths), max(lengths) - min(lengths) + TITLE_LINE * inside


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
