"""What the reader of a text is told beside the tree: what stands around it, what was not read, where it breaks off."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from lawtrack.law.before import PAGE
from lawtrack.law.lines import GAP, LEFTOVER, SPACED, number_of, read_lines
from lawtrack.law.model import Level, Problem, without_marks
from lawtrack.law.numerals import NUMERAL_CLASS
from lawtrack.law.pages import breaks_off
from lawtrack.law.script import TO_SIMPLIFIED
from lawtrack.law.shapes import EXPLAINS, ISSUED, REFERENCE, is_reference
from lawtrack.law.shown import BLANK
from lawtrack.law.titles import ORDER_NAME, TITLE_END
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.law.lines import Line
    from lawtrack.law.model import Block, Provision
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
_CUT: Final = rf"[{GAP}\n]{{0,3}}"
_LABEL: Final = compile_on_use(
    rf"第{_CUT}(?P<number>[{NUMERAL_CLASS}](?:{_CUT}[{NUMERAL_CLASS}]){{0,11}}){_CUT}条"
)
"""The number of an article, cut at the end of a line or not."""
_NAME: Final = f"(?![{NUMERAL_CLASS}]+[】〕\\]］）):：])[一-鿿]{{2,6}}"
_LIKE_A_LABEL: Final = compile_on_use(
    rf"^[^\n。；，将把在对删]{{0,8}}?(?P<number>{SPACED})[{GAP}]{{0,3}}条", re.MULTILINE
)
"""A line whose first words end like the number of an article, whatever stands before it (苐一条, [新增]第一条)."""
_BLANK_NUMBER: Final = compile_on_use(rf"第[{GAP}_＿×xX＊*…·?？]{{1,8}}条(?=[{GAP}：:])")
"""A number that is still to be written: 第　　条, 第××条."""
_REMARK: Final = compile_on_use(
    rf"[{GAP}]*(?:[【〔\[［（(](?P<framed>{_NAME})[】〕\]］）)]|(?P<named>{_NAME})：(?=.))"
)
_FRAMES: Final = frozenset("【〔[［（(" + BLANK)
_LONGEST_NAME: Final = 8
_FEWEST: Final = 3
"""So many in a row are articles."""
_WHOLE: Final = frozenset("。！？!?”’」』")
"""What the last sentence of a text ends with, in brackets or not."""
_CLOSES: Final = "）)】〗]"
_IN_FORCE: Final = compile_on_use("(?:施行|实施|执行|生效|废止|失效)$")
_MARK: Final = compile_on_use("[。；：，、！？;:,]")
_FULL: Final = 20
"""A line so long may be a wrapped one."""


def doubts(
    text: str,
    plain: str,
    pages: Sequence[Block],
    regions: Regions,
    body: Sequence[Provision],
    articles: Sequence[Provision],
    jumps: Sequence[Provision],
) -> Iterator[Problem]:
    """What the text's own words cannot show: `plain` is `text` as it was read, `pages` the lines between its lines.

    `articles` are all of the body's, `jumps` those behind which numbers are missing.
    """
    title = next((block.start for block in regions.blocks if block.kind == "title"), 0)
    yield from _of_conversion(text, pages, title)
    yield from _around(text, regions)
    amends = _amends(regions)
    yield from _unread(plain, body, articles, regions, amends=amends)
    if not amends:
        yield from _missed(plain, body, articles, jumps, regions)
    yield from _remarks(plain, articles)
    yield from _broken_off(text, articles, regions)


def _of_conversion(text: str, pages: Sequence[Block], begin: int) -> Iterator[Problem]:
    """What a converter or a site left between the lines: page numbers, tags, 点击查看全文; one problem for all of a kind."""
    partly = [page for page in pages if breaks_off(page.lines[0])]
    if len(partly) < len(pages):
        first = next(page for page in pages if page not in partly)
        yield Problem("law.page-number", _line(text, first.start), {"count": len(pages) - len(partly)})
    if below := [page for page in partly if page.start > begin]:
        yield Problem("law.in-part", _line(text, below[0].start), {"words": below[0].lines[0][:40]})
    if ("<" in text or "&" in text) and (left := LEFTOVER.search(text)):
        yield Problem("law.markup", _line(text, left.start()), {"words": left[0][:20]})


def _is_doubtful(block: Block) -> bool:
    """Are the words that stand for the title a sentence, or none that a title ends with?"""
    words = without_marks("".join("".join(block.lines).split())).translate(TO_SIMPLIFIED)
    ended = TITLE_END.search(words) is not None or ORDER_NAME.search(words) is not None
    return not ended or _SENTENCE.search(words) is not None or len(words) > LONGEST_TITLE


def _no_sentence(block: Block) -> str:
    """The first line of a preamble that is none: without any mark of a sentence, and no wrapped line of one; or ""."""
    words = [line for line in block.lines if line.strip("序前言" + BLANK)]
    odd = (line for line in words if (len(line) < _FULL or line is words[-1]) and not _MARK.search(line))
    return next(odd, "")


def _around(text: str, regions: Regions) -> Iterator[Problem]:
    """What stands around the text and is not of it: a notice, an order, lines of a web page, another instrument."""
    told: set[str] = set()
    for block in regions.blocks:
        if block.kind == "title" and _is_doubtful(block):
            yield Problem("law.title-doubtful", _line(text, block.start), {"words": block.lines[0][:40]})
        if block.kind in ("notice", "order") and block.kind not in told:  # the page's lines may part it
            told.add(block.kind)
            yield Problem(f"law.{block.kind}", _line(text, block.start), {"words": block.lines[0][:40]})
        if block.kind == "preamble" and (odd := _no_sentence(block)):
            yield Problem("law.preamble-doubtful", _line(text, block.start), {"words": odd[:40]})
        if block.kind == "tail" and regions.odd:
            said = next((line for line in block.lines if ISSUED.match(line)), block.lines[0])
            yield Problem("law.behind", _line(text, block.start), {"words": said[:20]})
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


def _unread(
    plain: str, body: Sequence[Provision], articles: Sequence[Provision], regions: Regions, *, amends: bool
) -> Iterator[Problem]:
    """That no article was found, that the first one is not the first, that a line looks like one and was not read so."""
    first = articles[0] if articles else None
    if first is None and (words := plain.lstrip("\n" + BLANK)):
        yield Problem("law.no-article", _line(plain, len(plain) - len(words)))
    if amends:
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
    return replace(found[0], start=found[0].start + block.start)


def _amends(regions: Regions) -> bool:
    """Does the title say that the text changes another, whose articles it quotes?"""
    titles = ("".join(block.lines) for block in regions.blocks if block.kind == "title")
    return any("修改" in title or "修正" in title for title in titles)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _missed(
    plain: str,
    body: Sequence[Provision],
    articles: Sequence[Provision],
    jumps: Sequence[Provision],
    regions: Regions,
) -> Iterator[Problem]:
    """A number that stands within an article as if it were the next one, or the first of another row of 一、二、."""
    blanks = (blank for blank in _BLANK_NUMBER.finditer(plain) if not _before_in_line(plain, blank.start()))
    yield from (_unread_at(plain, blank.start(), blank[0]) for blank in islice(blanks, _FEWEST))
    if regions.units == "ordinal":
        every = (node for top in body for node in top.walk() if node.level is Level.ITEM)
        again = (node for node in every if node.label[:1] == "一" and node.label[1:2] in "、．.")
        yield from (_unread_at(plain, node.start, node.label) for node in islice(again, 1))
    if regions.units != "article":
        yield from _rows_of_articles(plain)
        return
    for node in (*jumps, *articles[-1:]):
        due = (node.number[0] + 1, 0)
        inside = node.start + len(node.label), node.end
        labels = *_LABEL.finditer(plain, *inside), *_LIKE_A_LABEL.finditer(plain, *inside)
        missed = (found for found in labels if number_of("".join(found["number"].split())) == due)
        plainly = (found for found in missed if REFERENCE.match(plain, found.end()) is None)
        yield from (_unread_at(plain, found.start(), found[0].strip(GAP)) for found in islice(plainly, 1))


def _before_in_line(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at].strip(BLANK)


def _remarks(plain: str, articles: Sequence[Provision]) -> Iterator[Problem]:
    """Paragraphs that begin alike under several articles (【说明】……, 依据：……): what a drafter says of each."""
    begun: dict[str, list[int]] = {}
    further = (article.children[1:] for article in articles if len(article.children) > 1)
    for children in further:
        for node in children:
            at = node.start
            likely = plain[at] in _FRAMES or plain.find("：", at, at + _LONGEST_NAME) > 0
            if likely and (found := _REMARK.match(plain, at, node.end)):
                begun.setdefault(found["framed"] or found["named"], []).append(at)
    for words, places in begun.items():
        if len(places) >= _FEWEST:
            yield Problem("law.remarks", _line(plain, places[0]), {"count": len(places), "words": words})


def _rows_of_articles(plain: str) -> Iterator[Problem]:
    """Lines that begin like 第一条, 第二条, 第三条 in a text in which nothing was read as one."""
    row = 0
    for found in _LIKE_A_LABEL.finditer(plain):
        row = row + 1 if number_of(found["number"]) == (row + 1, 0) else 0
        if row == _FEWEST:
            yield _unread_at(plain, found.start(), found[0].strip(GAP))
            return


def _unread_at(plain: str, at: int, label: str) -> Problem:
    return Problem("law.unread-number", _line(plain, at), {"words": label})


def _broken_off(text: str, articles: Sequence[Provision], regions: Regions) -> Iterator[Problem]:
    """That the last sentence of the text has no end, as the article's before it has."""
    behind = any(block.kind in ("tail", "annex") for block in regions.blocks)
    if behind or regions.units != "article" or not articles:
        return
    *_, before, words = "。", *(text[node.start : node.end].rstrip(BLANK + "\n") for node in articles[-2:])
    ends = before.rstrip(_CLOSES)[-1:], words.rstrip(_CLOSES)[-1:]
    if ends[0] in _WHOLE and ends[1] not in _WHOLE and not _IN_FORCE.search(words):
        end = articles[-1].start + len(words)
        yield Problem(
            "law.cut-off", _line(text, end), {"words": words.rpartition("\n")[2].strip(BLANK)[-20:]}
        )
