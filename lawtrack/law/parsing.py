"""`parse`: a string becomes an Instrument. Total, lossless, one pass over the lines.

The reading follows 立法法 (2023) art. 65: 编、章、节、条 are numbered 第X, 款 is an unnumbered paragraph, 项 （一）, 目 1.;
and the untidiness of real files (wrapped lines, a number alone on its line, both bracket widths).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law.before import PAGE
from lawtrack.law.building import Builder
from lawtrack.law.lines import LEFTOVER, plain_text, read_lines
from lawtrack.law.model import Block, Instrument, Problem
from lawtrack.law.regions import INSTRUMENT, find_regions
from lawtrack.law.run_on import cut_run_on
from lawtrack.law.script import SIGN, TO_SIMPLIFIED, simplified
from lawtrack.law.shapes import EXPLAINS
from lawtrack.law.unnumbered import with_named_headings
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.law.regions import Regions


LONGEST_TITLE: Final = 160
"""No title is longer than this, in characters, wrapped and with blanks."""
_SENTENCE: Final = compile_on_use("[。；]")
_PART: Final = compile_on_use(
    r"(?:^|\n)[ 　\t#*]*(?P<words>第[一二三四五六七八九十]{1,3}(?:部分|单元)[ 　\t：:]*[^\n。；，]{0,30})(?=\r?\n|$)"
)


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
    lines = cut_run_on(plain, [line for line in every if line.kind != "page"])
    pages = [Block("page-number", line.start, line.end, text) for line in every if line.kind == "page"]
    regions = find_regions(plain, lines, text)
    body = with_named_headings(plain, lines[regions.first : regions.last], regions.units)
    builder = Builder(plain, regions.units, body, text, shown)
    builder.read()
    running = tuple(sorted([*pages, *regions.running], key=lambda block: block.start))
    around = *_of_conversion(text, pages), *_around(text, regions), *_parts(text, regions.units)
    problems = *around, *builder.problems()
    return Instrument(text, builder.body(), regions.blocks, problems, running)


def _of_conversion(text: str, pages: Sequence[Block]) -> Iterator[Problem]:
    """What a converter left behind: page numbers between the lines, tags of a web page; one problem for all of a kind."""
    if pages:
        yield Problem("law.page-number", _line(text, pages[0].start), {"count": len(pages)})
    if ("<" in text or "&" in text) and (left := LEFTOVER.search(text)):
        yield Problem("law.markup", _line(text, left.start()), {"words": left[0][:20]})


def _around(text: str, regions: Regions) -> Iterator[Problem]:
    """What stands around the text and is not of it: a notice, lines of a web page, another instrument."""
    for block in regions.blocks:
        if block.kind == "title" and (
            _SENTENCE.search(block.text) or block.end - block.start > LONGEST_TITLE
        ):
            yield Problem("law.title-doubtful", _line(text, block.start), {"words": block.lines[0][:40]})
        if block.kind == "notice":
            yield Problem("law.notice", _line(text, block.start), {"words": block.lines[0][:40]})
    furniture = [block for block in regions.running if block.kind == PAGE]
    if furniture:
        count = sum(len(block.lines) for block in furniture)
        place = furniture[0]
        yield Problem(
            "law.page-lines", _line(text, place.start), {"count": count, "words": place.lines[0][:20]}
        )
    for block in regions.blocks:
        if block.kind == "annex" and block.label == INSTRUMENT:
            yield Problem(
                "law.another-instrument", _line(text, block.start), {"title": "".join(block.lines[:1])[:60]}
            )
        elif (
            block.kind == "annex"
            and block.lines
            and EXPLAINS.fullmatch(block.lines[0].translate(TO_SIMPLIFIED))
        ):
            yield Problem("law.explanation", _line(text, block.start), {"words": block.lines[0][:40]})


def _parts(text: str, units: str) -> Iterator[Problem]:
    """Headings 第N部分 over articles that are numbered 一、二、: a level that no norm names, so it stays in the text."""
    if units == "ordinal":
        for match in _PART.finditer(text):
            yield Problem(
                "law.part-line", _line(text, match.start("words")), {"words": match["words"].strip()[:40]}
            )


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
