"""`parse`: a string becomes an Instrument. Total, lossless, one pass over the lines.

The reading follows 立法法 (2023) art. 65: 编、章、节、条 are numbered 第X, 款 is an unnumbered paragraph, 项 （一）, 目 1.;
and the untidiness of real files (wrapped lines, a number alone on its line, both bracket widths).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law.around import with_bare_pages
from lawtrack.law.before import PAGE
from lawtrack.law.building import Builder
from lawtrack.law.lines import GAP, LEFTOVER, plain_text, read_lines
from lawtrack.law.model import Block, Instrument, Level, Problem, without_marks
from lawtrack.law.numerals import NUMERAL_CLASS
from lawtrack.law.regions import find_regions
from lawtrack.law.run_on import cut_run_on
from lawtrack.law.script import SIGN, TO_SIMPLIFIED, simplified
from lawtrack.law.shapes import EXPLAINS, is_reference
from lawtrack.law.shown import BLANK
from lawtrack.law.titles import ORDER_NAME, TITLE_END
from lawtrack.law.unnumbered import with_named_headings
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.law.lines import Line
    from lawtrack.law.model import Provision
    from lawtrack.law.regions import Regions


LONGEST_TITLE: Final = 100
"""No title is longer than this, in characters."""
_SENTENCE: Final = compile_on_use("[。；;]")
_LIKE_A_NUMBER: Final = compile_on_use(
    rf"第(?<=[^\n一-鿿（(]第)[{NUMERAL_CLASS}]{{1,8}}[条章](?=[{GAP}：:】])"
)
_NO_WORDS: Final = compile_on_use("[^一-鿿（(]+")
_MOST_SIGNS: Final = 6
"""A line with something before 第一条 that no reading knows (1 第一条, “第一条): the number, and what stands before it."""


def parse(text: str) -> Instrument:
    r"""The instrument that `text` holds; `parse(text).text == text` for every string, and nothing is ever raised.

    >>> doc = parse("某市控烟条例\n第一条　为了健康，制定本条例。\n第二条　禁止：\n（一）吸烟；\n（二）乱扔。")
    >>> doc.title, [article.label for article in doc.articles]
    ('某市控烟条例', ['第一条', '第二条'])
    >>> doc.by_eid["art_2__para_1__item_2"].words
    '乱扔。'
    """
    plain = plain_text(text)
    every, shown = read_lines(plain), plain
    if SIGN in plain:
        plain = simplified(plain)
        every = [
            line._replace(label=shown[line.start : line.start + len(line.label)])
            for line in read_lines(plain)
        ]
    every = with_bare_pages(plain, every)
    lines = cut_run_on(plain, [line for line in every if line.kind != "page"])
    pages = [Block("page-number", line.start, line.end, text) for line in every if line.kind == "page"]
    regions = find_regions(plain, lines, text)
    own = with_named_headings(plain, lines[regions.first : regions.last], regions.units)
    builder = Builder(plain, regions.units, own, text, shown)
    builder.read()
    running = tuple(sorted([*pages, *regions.running], key=lambda block: block.start))
    body = builder.body()
    around = *_of_conversion(text, pages), *_around(text, regions), *_unread(plain, body, regions)
    problems = *around, *builder.problems()
    return Instrument(text, body, regions.blocks, problems, running)


def _of_conversion(text: str, pages: Sequence[Block]) -> Iterator[Problem]:
    """What a converter left behind: page numbers between the lines, tags of a web page; one problem for all of a kind."""
    if pages:
        yield Problem("law.page-number", _line(text, pages[0].start), {"count": len(pages)})
    if ("<" in text or "&" in text) and (left := LEFTOVER.search(text)):
        yield Problem("law.markup", _line(text, left.start()), {"words": left[0][:20]})


def _is_doubtful(block: Block) -> bool:
    """Are the words that stand for the title a sentence, or none that a title ends with?"""
    words = without_marks("".join("".join(block.lines).split())).translate(TO_SIMPLIFIED)
    ended = TITLE_END.search(words) is not None or ORDER_NAME.search(words) is not None
    return not ended or _SENTENCE.search(words) is not None or len(words) > LONGEST_TITLE


def _around(text: str, regions: Regions) -> Iterator[Problem]:
    """What stands around the text and is not of it: a notice, an order, lines of a web page, another instrument."""
    told: set[str] = set()
    for block in regions.blocks:
        if block.kind == "title" and _is_doubtful(block):
            yield Problem("law.title-doubtful", _line(text, block.start), {"words": block.lines[0][:40]})
        if block.kind in ("notice", "order") and block.kind not in told:  # the page's lines may part it
            told.add(block.kind)
            yield Problem(f"law.{block.kind}", _line(text, block.start), {"words": block.lines[0][:40]})
        if block.kind == "tail" and regions.odd:
            yield Problem("law.behind", _line(text, block.start), {"words": block.lines[0][:20]})
    furniture = [block for block in regions.running if block.kind == PAGE]
    if furniture:
        count = sum(len(block.lines) for block in furniture)
        place = furniture[0]
        yield Problem(
            "law.page-lines", _line(text, place.start), {"count": count, "words": place.lines[0][:20]}
        )
    for block in regions.blocks:
        if block.instrument:
            titles = "》、《".join(regions.others) or block.lines[0][:60]
            yield Problem("law.another-instrument", _line(text, block.start), {"title": titles})
        elif (
            block.kind == "annex"
            and block.lines
            and EXPLAINS.fullmatch(block.lines[0].translate(TO_SIMPLIFIED))
        ):
            yield Problem("law.explanation", _line(text, block.start), {"words": block.lines[0][:40]})


def _unread(plain: str, body: Sequence[Provision], regions: Regions) -> Iterator[Problem]:
    """That no article was found, that the first one is not the first, that a line looks like one and was not read so."""
    first = next((node for top in body for node in top.walk() if node.level is Level.ARTICLE), None)
    if first is None and (words := plain.lstrip("\n" + BLANK)):
        yield Problem("law.no-article", _line(plain, len(plain) - len(words)))
    if _amends(regions):
        return
    if first is not None and first.number > (1, 0) and regions.units == "article" and regions.blocks:
        yield Problem("law.first-number", _line(plain, first.start), {"label": first.label})
    for block in regions.blocks:
        if block.kind == "preamble" and (swallowed := _units_in(plain, block, regions.units)):
            yield Problem("law.unread-number", _line(plain, swallowed.start), {"words": swallowed.label})
    odd = [
        (match.start(), before + match[0])
        for match in _LIKE_A_NUMBER.finditer(plain)
        if (before := _alone_before(plain, match.start()))
    ]
    begun = {node.start for top in body for node in top.walk()} if odd else set()
    contents = [block for block in regions.blocks if block.kind == "contents"]
    for at, words in odd:
        if at not in begun and not any(block.start <= at < block.end for block in contents):
            yield Problem("law.unread-number", _line(plain, at), {"words": "".join(words.split())})


def _alone_before(text: str, at: int) -> str:
    """The few signs and letters that are all that stands before this place in its line; "" for none, and for words."""
    before = text[max(at - _MOST_SIGNS, 0) : at].rpartition("\n")[2]
    begin = at - len(before)
    while begin and text[begin - 1] in GAP:
        begin -= 1
    alone = begin == 0 or text[begin - 1] == "\n"
    before = before.lstrip(GAP)
    return before if alone and _NO_WORDS.fullmatch(before) else ""


def _units_in(plain: str, block: Block, units: str) -> Line | None:
    """The first of several lines in a preamble that begin like articles; None for one, which may be cited."""
    words = plain[block.start : block.end]
    found = [line for line in read_lines(words) if line.kind == units and not is_reference(words, line)]
    if len(found) < 2:
        return None
    return found[0]._replace(start=found[0].start + block.start)


def _amends(regions: Regions) -> bool:
    """Does the title say that the text changes another, whose articles it quotes?"""
    titles = ("".join(block.lines) for block in regions.blocks if block.kind == "title")
    return any("修改" in title or "修正" in title for title in titles)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
