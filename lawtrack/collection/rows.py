"""One text becomes rows: what a worker does with a file. Pure: no files, no engine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.check import amounts, check
from lawtrack.collection.columns import Rows, empty
from lawtrack.collection.facts.bodies import bodies
from lawtrack.collection.facts.deadlines import deadlines
from lawtrack.collection.facts.measures import measures
from lawtrack.collection.titles import dates_of, history_of, kind_of_instrument, title_key
from lawtrack.law import HEADING_LEVELS, Level, citations, named_again, unwrap
from lawtrack.law import numeral as chinese

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.law import Instrument, Provision

PENALTIES: Final = re.compile(r"法律责任|罚则|处罚|奖惩|奖励(?:与|和)处罚|责任追究")
_TITLE: Final = re.compile(r"《((?:[^《》\n]|《[^《》\n]{1,80}》){2,120})》")
_THEN_PLACE: Final = re.compile(
    r"[ 　]*(?:[（(][^（）()\n]{1,40}[）)])?[ 　]*(?:中的?|的)?[ 　]*第[ 　]?[〇零一二三四五六七八九十百千0-9]+[ 　]?[条章编]"
)
_BLOCKS: Final = frozenset({"preamble", "annex", "order", "tail"})


def rows_of(doc: Instrument, instrument: str, sha256: str) -> Rows:
    r"""The rows of every table for one text; `instrument` is its id, the title where the text has none.

    >>> from lawtrack.law import parse
    >>> doc = parse("某市控烟条例\n第一条　违反《烟草法》第九条的，处二百元罚款。")
    >>> rows = rows_of(doc, "a/控烟.txt", "")
    >>> [(row[5], row[7]) for row in rows["references"]], rows["facts"][0][2:6]
    ([('烟草法', '第九条')], ('fine', 200.0, 200.0, 'yuan'))
    """
    rows = empty()
    events = history_of(doc)
    title = doc.title or instrument.rpartition("/")[2].rpartition(".")[0]
    body, adopted, changed, force = dates_of(events)
    rows["instruments"].append(
        (instrument, title, title_key(title), kind_of_instrument(doc, events), body, adopted, changed, force,
         len(doc.articles), len(doc.text), sha256)
    )  # fmt: skip
    rows["texts"].append((instrument, doc.text))
    rows["clauses"] += _clauses(doc, instrument)
    rows["references"] += sorted(
        [*_cited(doc, instrument), *_named(doc, instrument)], key=lambda row: row[2:4]
    )
    for article in doc.articles:
        rows["facts"] += _facts(article.words, instrument, article.eid)
    for finding in check(doc):
        better = finding.fix.replacement if finding.fix else ""
        rows["findings"].append(
            (instrument, finding.eid, finding.code, str(finding.severity), finding.words, better, finding.source,
             finding.start, finding.end)
        )  # fmt: skip
    return rows


def place_of(path: tuple[Provision, ...]) -> str:
    """The place of the last of `path` as it is cited, from its article on: 第三条第二款第三项.

    The only paragraph of an article is not named (立法技术规范（试行）（一）第9项).
    """
    words = ""
    for above, node in zip((None, *path), path, strict=False):
        if node.level is Level.ARTICLE:
            words = "".join(node.label.split())
        elif node.level is Level.PARAGRAPH:
            words += f"第{chinese(node.number[0])}款" if above is None or len(above.children) > 1 else ""
        elif node.level in {Level.ITEM, Level.POINT}:
            words += f"第{chinese(node.number[0])}{'项' if node.level is Level.ITEM else '目'}"
    return words


def clauses_of(doc: Instrument) -> Iterator[tuple[tuple[Provision, ...], tuple[Provision, ...]]]:
    """Every clause as (headings above it, path from its article down to it), in the order of the text."""
    yield from _walk(doc.body, (), ())


def _walk(
    nodes: tuple[Provision, ...], headings: tuple[Provision, ...], path: tuple[Provision, ...]
) -> Iterator[tuple[tuple[Provision, ...], tuple[Provision, ...]]]:
    for node in nodes:
        if node.level in HEADING_LEVELS:
            yield from _walk(node.children, (*headings, node), path)
            continue
        yield headings, (*path, node)
        yield from _walk(node.children, headings, (*path, node))


def _clauses(doc: Instrument, instrument: str) -> Iterator[tuple[object, ...]]:
    number = 0
    for block in doc.blocks:
        if block.kind in _BLOCKS:
            words = "\n".join(block.lines)
            if words:
                eid = f"{block.kind}_{number}"
                yield (
                    instrument,
                    number,
                    block.kind,
                    eid,
                    eid,
                    block.label,
                    block.label,
                    "",
                    False,
                    words,
                    block.start,
                    block.end,
                )
                number += 1
    for headings, path in clauses_of(doc):
        node = path[-1]
        chapter = " ".join(" ".join(filter(None, (head.label, unwrap(head.heading)))) for head in headings)
        yield (
            instrument, number, str(node.level), node.eid, path[0].eid, node.label, place_of(path), chapter,
            bool(PENALTIES.search(chapter)), node.words, node.start, node.end,
        )  # fmt: skip
        number += 1


def _cited(doc: Instrument, instrument: str) -> Iterator[tuple[object, ...]]:
    for cited in citations(doc):
        for title in cited.among or (cited.instrument,):
            yield (
                instrument, cited.holder, cited.start, cited.end, cited.words, title,
                title_key(title) if title else "", cited.label, " ".join(cited.targets), cited.quoted,
                not cited.among,
            )  # fmt: skip


def _named(doc: Instrument, instrument: str) -> Iterator[tuple[object, ...]]:
    """Every instrument named whole: 依照《……法》的有关规定, and 依照该法的规定 after it."""
    spans = [(block.start, block.end, "") for block in doc.blocks if block.kind in {"preamble", "annex"}]
    for _, path in clauses_of(doc):
        node = path[-1]
        end = node.children[0].start if node.children else node.end
        spans.append((node.words_start, end, node.eid))
    for start, end, eid in spans:
        for match in _TITLE.finditer(doc.text, start, end):
            if not _THEN_PLACE.match(doc.text, match.end()):
                title = match[1]
                yield _whole(instrument, eid, match.start(1), match.end(1), title, title)
    for again in named_again(doc):
        words = doc.text[again.start : again.end]
        for title in again.titles:
            yield _whole(instrument, again.holder, again.start, again.end, words, title, sure=again.sure)


def _whole(
    instrument: str, eid: str, start: int, end: int, words: str, title: str, *, sure: bool = True
) -> tuple[object, ...]:
    """The row of an instrument that is named without a place."""
    return instrument, eid, start, end, words, title, title_key(title), "", "", False, sure


def _facts(words: str, instrument: str, eid: str) -> Iterator[tuple[object, ...]]:
    for amount in amounts(words):
        kind = "fine" if amount.fine else "money"
        yield (instrument, eid, kind, amount.low, amount.high, amount.unit, amount.words, amount.start)
    for limit in deadlines(words):
        yield (
            instrument,
            eid,
            "deadline",
            float(limit.number),
            float(limit.number),
            limit.unit,
            limit.words,
            limit.start,
        )
    for name in bodies(words):
        yield (instrument, eid, "body", None, None, "", name, -1)
    for kind, said in measures(words).items():
        for word in said:
            yield (instrument, eid, kind, None, None, "", word, -1)
