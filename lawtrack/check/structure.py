"""Numbers, lists, headings and the contents page."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lawtrack.check.model import Hit, Severity
from lawtrack.check.rule import LEGISLATION_LAW, NORM_1, rule
from lawtrack.law import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.check.subject import Subject
    from lawtrack.law import Provision

_LIST_LINE: Final = re.compile(r"[一-鿿）)]$")
_ANNOUNCED: Final = re.compile(
    r"下列|如下|以下(?!简称|统称|罚款|的)[^，。；]{0,12}$|以下(?:情形|行为|条件|事项|规定|要求|材料|人员)"
)
_LEADS_ON: Final = re.compile(
    "(?:为|是|指|包括|公式[^，。；]{0,6}|如下|下列[^，。；]{0,10}|以下[^，。；]{0,10})$"
)
"""What comes behind stands in the next line: 按下列公式计算."""
_HEADING_LENGTH: Final = 40
_SENTENCE: Final = re.compile(r"[，；：。,;:]")

_HAN_END: Final = re.compile("[一-鿿]$")


@rule("no-article", Severity.ERROR, f"{LEGISLATION_LAW}第六十五条")
def no_article(subject: Subject) -> Iterator[Hit]:
    """A text in which no article was found: nothing of it could be checked."""
    if not subject.doc.articles:
        at = len(subject.text) - len(subject.text.lstrip())
        stop = subject.text.find("\n", at)
        yield Hit(at, len(subject.text) if stop < 0 else stop)


@rule("number-gap", Severity.ERROR, f"{LEGISLATION_LAW}第六十五条")
def number_gap(subject: Subject) -> Iterator[Hit]:
    """Articles whose numbers leave a gap; in a text that amends another they count there."""
    if not subject.amends:
        yield from _articles(subject, "law.number-gap")


@rule("number-repeated", Severity.ERROR, f"{LEGISLATION_LAW}第六十五条")
def number_repeated(subject: Subject) -> Iterator[Hit]:
    """Two articles with one number."""
    yield from _articles(subject, "law.number-repeated")


@rule("number-order", Severity.ERROR, f"{LEGISLATION_LAW}第六十五条")
def number_order(subject: Subject) -> Iterator[Hit]:
    """An article whose number comes too late."""
    yield from _articles(subject, "law.number-order")


@rule("heading-order", Severity.ERROR, f"{LEGISLATION_LAW}第六十五条")
def heading_order(subject: Subject) -> Iterator[Hit]:
    """Chapters or sections that are not numbered one after the other."""
    for before, node in pairwise(subject.doc.headings):
        same = before.level is node.level and before.label.startswith("第") and node.label.startswith("第")
        if same and node.number[0] != before.number[0] + 1 and node.number[0] != 1:
            yield _label_hit(node, {"before": before.label})


@rule("item-order", Severity.ERROR, f"{LEGISLATION_LAW}第六十五条")
def item_order(subject: Subject) -> Iterator[Hit]:
    """Items that are not numbered one after the other. No fix: references may count on the numbers as they are."""
    if subject.amends:
        return
    for _, listed in subject.enumerated:
        for before, node in pairwise(listed if listed[0].number[0] == 1 else ()):
            expected = before.number[0] + 1
            if node.level is before.level and node.number[0] != expected:
                yield _label_hit(node, {"before": before.label})


@rule("list-without-lead-in", Severity.WARNING, f"{NORM_1}第8、9项")
def list_without_lead_in(subject: Subject) -> Iterator[Hit]:
    """A list whose opening words are missing or do not announce it."""
    for node, listed in subject.enumerated:
        first = listed[0]
        bracketed = first.number[0] == 1 and first.label.startswith(("（", "("))
        announced = node.lead.endswith(("：", ":")) or _ANNOUNCED.search(node.lead)
        if node.level is Level.PARAGRAPH and bracketed and not announced:
            yield Hit(first.start, first.start + len(first.label))


@rule("list-of-one", Severity.HINT, f"{NORM_1}第8项")
def list_of_one(subject: Subject) -> Iterator[Hit]:
    """A list with a single item."""
    for article in subject.doc.articles:
        items = [node for node in article.walk() if node.level is Level.ITEM]
        if len(items) == 1 and items[0].label.startswith(("（", "(")):
            yield _label_hit(items[0], {})


@rule("item-mark", Severity.WARNING, f"{NORM_1}第12项")
def item_mark(subject: Subject) -> Iterator[Hit]:
    """An item that ends in neither a semicolon nor, being the last, a full stop; or in no mark where the others have one."""
    if subject.amends:
        return
    ends = {listed[-1].eid for _, listed in subject.enumerated}
    for holder, listed in subject.enumerated:
        inner = holder.level is Level.ITEM and holder.eid not in ends  # the list that it is in goes on
        goes_on = inner and listed[-1].text.rstrip()[-1:] in "；;"
        last = None if goes_on else listed[-1]
        wrong = [node for node in listed if _misses(node, "。" if node is last else "；")]
        if len(wrong) * 2 < len(listed) and all("。" not in node.text[:-1] for node in listed):
            for node in wrong:
                at = node.start + len(node.text.rstrip())
                yield Hit(at - 1, at, "。" if node is last else "；")
        bare = [node for node in listed if not node.children and _HAN_END.search(node.text.rstrip())]
        for node in bare if len(bare) * 2 < len(listed) else ():
            at, mark = node.start + len(node.text.rstrip()), "。" if node is last else "；"
            yield Hit(at - 1, at, subject.text[at - 1] + mark, {"better": mark})


@rule("contents-differ", Severity.ERROR, f"{NORM_1}第1项")
def contents_differ(subject: Subject) -> Iterator[Hit]:
    """A contents page that does not list the headings of the text."""
    block = subject.doc.block("contents")
    if block is None:
        return
    lines = [line for line in block.lines if _squeezed(line) not in ("目录", "目次")]
    listed = {_squeezed(line) for line in lines}
    joined = _squeezed("".join(lines))
    for node in subject.doc.headings:
        name = _squeezed(node.label + node.heading)
        if node.label.startswith("第") and name not in listed and name not in joined:
            yield Hit(node.start, node.words_start)
    headings = "".join(_squeezed(node.label + node.heading) for node in subject.doc.headings)
    for line in lines:
        if _squeezed(line).startswith("第") and _squeezed(line) not in headings:
            at = subject.text.find(line, block.start)  # a line with markup in it is not there as shown
            yield Hit(at, at + len(line)) if at >= 0 else Hit(block.start, block.end)


@rule("empty-article", Severity.ERROR, f"{LEGISLATION_LAW}第六十五条")
def empty_article(subject: Subject) -> Iterator[Hit]:
    """An article without words."""
    for article in subject.doc.articles:
        if not article.words.strip():
            yield _label_hit(article, {})


@rule("stray-line", Severity.WARNING, f"{LEGISLATION_LAW}第六十五条")
def stray_line(subject: Subject) -> Iterator[Hit]:
    """Words under a heading that belong to no article."""
    for problem in subject.doc.problems:
        if problem.code == "law.stray-line":
            yield subject.line_hit(problem.line)


@rule("end-mark", Severity.HINT, f"{NORM_1}第12项")
def end_mark(subject: Subject) -> Iterator[Hit]:
    """A paragraph of an article that ends without a full stop."""
    if not subject.enacting:
        return
    for node in subject.paragraphs:
        words = node.text.rstrip()
        if (
            not node.children
            and len(words) > 12
            and "\t" not in words
            and _LIST_LINE.search(words)
            and words[-1] not in "）)"
        ):
            at = node.start + len(words)
            sentence = (_SENTENCE.search(words) or len(words) > _HEADING_LENGTH) and not _LEADS_ON.search(
                words
            )
            yield Hit(at - 1, at, words[-1] + "。" if sentence else None)


def _misses(node: Provision, wanted: str) -> bool:
    """Does the item end in another of the marks that can end one? Sub-lists and half-width marks are others' business."""
    mark = node.text.rstrip()[-1:]
    return not node.children and mark in "，、,：。；." and mark not in (wanted, "：")


def _articles(subject: Subject, code: str) -> Iterator[Hit]:
    by_line = {subject.doc.line_of(article.start): article for article in subject.doc.articles}
    for problem in subject.doc.problems:
        if problem.code == code and problem.line in by_line:
            yield _label_hit(by_line[problem.line], {"before": problem.details.get("before", "")})


def _label_hit(node: Provision, details: dict[str, object], better: str | None = None) -> Hit:
    end = node.start + len(node.label) if node.label else node.words_start
    return Hit(node.start, max(end, node.start + 1), better, details)


def _squeezed(line: str) -> str:
    """A heading without spaces, dot leaders and page numbers."""
    return re.sub(r"[\s　]+|[.…·．]+\d*$", "", line)
