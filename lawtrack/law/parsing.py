"""`parse`: a string becomes an Instrument. Total, lossless, one pass over the lines.

The reading follows 立法法 (2023) art. 65: 编、章、节、条 are numbered 第X, 款 is an unnumbered paragraph, 项 （一）, 目 1.;
and the untidiness of real files (wrapped lines, a number alone on its line, both bracket widths).
"""

from __future__ import annotations

from lawtrack.law.building import Builder
from lawtrack.law.captions import BRACKETS, captions_above, with_numbered_groups
from lawtrack.law.doubts import doubts
from lawtrack.law.lines import plain_text, read_lines
from lawtrack.law.model import Block, Instrument
from lawtrack.law.pages import with_pages
from lawtrack.law.regions import find_regions
from lawtrack.law.run_on import cut_run_on
from lawtrack.law.script import simplified
from lawtrack.law.unnumbered import with_named_headings


def parse(text: str) -> Instrument:
    r"""The instrument that `text` holds; `parse(text).text == text` for every string, and nothing is ever raised.

    >>> doc = parse("某市控烟条例\n第一条　为了健康，制定本条例。\n第二条　禁止：\n（一）吸烟；\n（二）乱扔。")
    >>> doc.title, [article.label for article in doc.articles]
    ('某市控烟条例', ['第一条', '第二条'])
    >>> doc.by_eid["art_2__para_1__item_2"].words
    '乱扔。'
    """
    plain = plain_text(text)
    shown, plain = plain, simplified(plain)
    every = read_lines(plain)
    if plain is not shown:
        for line in every:
            line.label = shown[line.start : line.start + len(line.label)]
    every = with_pages(plain, every)
    pages = [line for line in every if line.kind == "page"]
    lines = cut_run_on(plain, [line for line in every if line.kind != "page"] if pages else every)
    captions = captions_above(plain, lines)
    if captions:
        apart = {line.start for line in captions.values()}
        lines = [line for line in lines if line.start not in apart]
    lines = with_numbered_groups(plain, lines)
    regions = find_regions(plain, lines, text)
    own = with_named_headings(plain, lines[regions.first : regions.last], regions.units)
    names = {at: shown[line.start : line.end].strip(BRACKETS) for at, line in captions.items()}
    builder = Builder(plain, regions.units, own, text, shown, names)
    builder.read()
    between = [Block("page-number", line.start, line.end, text) for line in pages]
    above = [Block("caption", line.start, line.end, text) for line in captions.values()]
    running = tuple(sorted([*between, *above, *regions.running], key=lambda block: block.start))
    body = builder.body()
    problems = (
        *doubts(text, plain, between, regions, body, builder.articles, builder.jumps),
        *builder.problems(),
    )
    return Instrument(text, body, regions.blocks, problems, running)
