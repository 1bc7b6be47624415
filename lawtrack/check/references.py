"""References, and the names of instruments."""

from __future__ import annotations

import re
from collections import Counter
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Final

from lawtrack.check.borders import OWN_NAME, names_itself
from lawtrack.check.laws import FORMER, LAWS, SUCCEEDED
from lawtrack.check.model import Hit, Severity
from lawtrack.check.rule import NORM_1, rule
from lawtrack.law import Level, renumber

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.check.subject import Subject
    from lawtrack.law import Citation, Instrument, Provision

_NATION: Final = "中华人民共和国"
_LAW_TITLE: Final = re.compile(rf"《({_NATION}[^《》〈〉\n]{{2,40}}?法(?:典)?)》")
_CONSTITUTION: Final = re.compile(
    rf"《((?:{_NATION})?宪法)》(?!修正案|[^，。；、第的]{{0,4}}(?:读本|文本|摘编|知识|宣传|宣誓|学习|活动|单行本|[日周栏墙课展]))"
)
_CITED: Final = re.compile(
    r"(?:根据|依据|依照|按照|违反|遵守|维护|贯彻|实施|抵触|适用|符合|违背|遵循|执行)(?:了|我国|国家|有关|《[^》\n]*》|宪法|[、和及与以])*$"
)
"""What makes the constitution a law that is cited; in an oath, a gift or a lesson it is a book with a title."""
_BACK_THEN: Final = re.compile(
    r"(?:[（(][^（()）]*[)）])?(?:公布|发布|颁布)?(?:施行|实施|生效|公布|颁布)(?:之?[前时日]|以前|期间|后)"
)
"""《合同法》施行前已经订立的: the law as it was then is meant."""
_NEAR: Final = 60
_SHORT: Final = re.compile(r"[（(]以下(?:统称|简称)(?:为)?[:：]?(?P<short>[^，。；（）()\n]{2,20})[）)]")
_SIMILAR: Final = 0.86  # one or two characters off in a name of ten; the list's own names lie further apart


@rule("dangling", Severity.ERROR, f"{NORM_1}第7项")
def dangling(subject: Subject) -> Iterator[Hit]:
    """A reference to a provision that is not there, unless it is told as moved, or leans on one that is."""
    if subject.amends:
        return
    lost = [cited for cited in subject.citations if cited.dangling]
    moved = [cited for cited, _ in _moved(subject)] if lost else []
    for cited in lost:
        if not any(_follows(cited, other) for other in moved):
            yield Hit(cited.start, cited.end)


@rule("moved-away", Severity.ERROR, f"{NORM_1}第7项")
def moved_away(subject: Subject) -> Iterator[Hit]:
    """A reference left as it was while the provision that it named moved: it means another one now."""
    for cited, better in _moved(subject):
        yield Hit(cited.start, cited.end, better, {"better": better})


def _moved(subject: Subject) -> Iterator[tuple[Citation, str]]:
    """The references that were left as they were, and what each must be; none without the version before."""
    previous = subject.previous
    if previous is None:
        return
    mapping = _moves(previous, subject.doc)
    after = {
        (cited.holder, cited.words, cited.start - _start(subject.doc, cited.holder)): cited
        for cited in subject.citations
    }
    for change in renumber(previous, mapping).changes:
        place = mapping.get(change.holder.partition("__")[0], change.holder.partition("__")[0])
        holder = "__".join([place or "", *change.holder.split("__")[1:]])
        cited = after.get((holder, change.old, change.start - _start(previous, change.holder)))
        if cited is not None:
            yield cited, change.new


def _follows(cited: Citation, moved: Citation) -> bool:
    """Is it the moved reference, or does it take its article from it (第三条第三项、第四项)?"""
    taken = cited.pointer.carried
    same = cited.holder == moved.holder and cited.pointer.steps[:taken] == moved.pointer.steps[:taken]
    return cited.start == moved.start or (taken > 0 and same and moved.start < cited.start)


@rule("item-brackets", Severity.WARNING, f"{NORM_1}第9项")
def item_brackets(subject: Subject) -> Iterator[Hit]:
    """An item cited with brackets: 第（三）项; （一）至（三）项 at the head of a line names the list above it as it is printed."""
    for cited in subject.citations:
        if cited.quoted and not subject.given_anew(cited.start):
            continue  # “第（二）项”修改为“第二项”: the words of another text
        begins_so = subject.text[cited.run] in "（("
        if ("）" in cited.words or ")" in cited.words) and not begins_so:
            joined = any(other.start == cited.end for other in subject.citations)  # 第（一）（二）项
            yield Hit(cited.start, cited.end, _unbracketed(cited) + ("、" if joined else ""))


@rule("that-law", Severity.WARNING, f"{NORM_1}第6项")
def that_law(subject: Subject) -> Iterator[Hit]:
    """该法第三条 where nothing of the kind was named before, or several were."""
    if subject.amends:
        return
    for cited in subject.citations:
        if cited.among and not cited.quoted and not cited.pointer.carried:
            yield Hit(
                cited.start, cited.end, details={"among": "、".join(f"《{title}》" for title in cited.among)}
            )


@rule("own-name", Severity.ERROR, f"{NORM_1}第6项")
def own_name(subject: Subject) -> Iterator[Hit]:
    """A text that calls itself by another kind: 本法 in a 条例."""
    if not subject.kind or subject.kind in ("宪法", "决定", "决议", "批复", "意见"):
        return
    own = "本" + subject.kind
    if subject.text.count(own, subject.start, subject.end) < 2:
        return
    for match in subject.find(OWN_NAME):
        other = match.group() != own and not own.startswith(match.group())
        if other and names_itself(subject.text, *match.span()):
            yield Hit(*match.span(), own, {"own": own})


@rule("constitution-marks", Severity.WARNING, f"{NORM_1}第6项")
def constitution_marks(subject: Subject) -> Iterator[Hit]:
    """The constitution in title marks."""
    for match in _CONSTITUTION.finditer(subject.text, subject.start, subject.end):
        before = subject.text[max(match.start() - _NEAR, subject.start) : match.start()]
        inside = before.count("《") > before.count("》")
        if _CITED.search(before) and not inside:
            # two titles side by side need no mark between them, a name without 《》 does
            before = "、" if subject.text[: match.start()].endswith("》") else ""
            after = "、" if subject.text.startswith("《", match.end()) else ""
            yield Hit(*match.span(), f"{before}宪法{after}")


@rule("law-name", Severity.ERROR, f"{NORM_1}第6项")
def law_name(subject: Subject) -> Iterator[Hit]:
    """A national law whose name is nearly, but not quite, that of one on the list."""
    for match in _LAW_TITLE.finditer(subject.text, subject.start, subject.end):
        name = match[1].removeprefix(_NATION)
        known = LAWS | subject.laws
        if name in known or name in SUCCEEDED or name in FORMER:
            continue
        near = _nearest(name, known)
        if near:  # no fix: a law that the list does not have yet may be called nearly like one that it has
            yield Hit(*match.span(1), details={"better": _NATION + near})


@rule("law-succeeded", Severity.WARNING, f"{NORM_1}第28项")
def law_succeeded(subject: Subject) -> Iterator[Hit]:
    """A national law that is no longer in force, named as if it were."""
    for match in _LAW_TITLE.finditer(subject.text, subject.start, subject.end):
        name = match[1].removeprefix(_NATION)
        sentence = subject.text[match.end() : match.end() + 40].partition("。")[0]
        told_of_then = _BACK_THEN.match(sentence)
        if name in SUCCEEDED and name not in subject.laws and "废止" not in sentence and not told_of_then:
            yield Hit(*match.span(1), details={"better": SUCCEEDED[name]})


@rule("short-name-twice", Severity.ERROR, f"{NORM_1}第2项")
def short_name_twice(subject: Subject) -> Iterator[Hit]:
    """A short name that is introduced a second time."""
    seen: set[str] = set()
    for match in _SHORT.finditer(subject.text, subject.start, subject.end):
        short = _plain(match["short"])
        if short in seen:
            yield Hit(*match.span("short"), details={"short": short})
        seen.add(short)


@rule("short-name-unused", Severity.WARNING, f"{NORM_1}第2项")
def short_name_unused(subject: Subject) -> Iterator[Hit]:
    """A short name that is introduced and never used."""
    if subject.amends:
        return
    for match in _SHORT.finditer(subject.text, subject.start, subject.end):
        short = _plain(match["short"])
        if subject.text.count(short, match.end()) == 0 and "、" not in short:
            yield Hit(*match.span("short"), details={"short": short})


@rule("short-name-early", Severity.WARNING, f"{NORM_1}第2项")
def short_name_early(subject: Subject) -> Iterator[Hit]:
    """A short name of an instrument that is used before it is introduced."""
    for match in _SHORT.finditer(subject.text, subject.start, subject.end):
        short = match["short"].strip('“”"')
        at = subject.text.find(short, subject.start, match.start())
        if short.startswith("《") and at >= 0:
            yield Hit(at, at + len(short), details={"short": short})


def _unbracketed(cited: Citation) -> str:
    """The reference's own words in the form of the norms; what the one before it says is not repeated."""
    pointer = cited.pointer
    relative = pointer.relative if pointer.relative and cited.words.startswith(pointer.relative) else ""
    own = pointer._replace(
        relative=relative, steps=pointer.steps[pointer.carried :], until=pointer.until[pointer.carried :]
    )
    return own.label


def _moves(previous: Instrument, doc: Instrument) -> dict[str, str | None]:
    """Where the articles and paragraphs of the version before stand now, as far as equal words can tell."""
    levels = (Level.ARTICLE, Level.PARAGRAPH)
    now: dict[tuple[Level, str], list[str]] = {}
    for node in doc.provisions:
        if node.level in levels:
            now.setdefault((node.level, _faceless(node.words)), []).append(node.eid)
    moves: dict[str, str | None] = {}
    for node in previous.provisions:
        places = now.get((node.level, _faceless(node.words)), [])
        if len(places) == 1 and len(node.words) >= 12:
            moves[node.eid] = places[0]
            moves.setdefault(node.eid.partition("__")[0], places[0].partition("__")[0])
    _move_lists(previous, doc, moves)
    return moves


def _move_lists(previous: Instrument, doc: Instrument, moves: dict[str, str | None]) -> None:
    """Add where the items of a list stand now that has lost or got some: most of those that it had stand in one new list."""
    now = {node.eid: _items(node) for node in doc.provisions if node.level is Level.PARAGRAPH}
    for node in previous.provisions:
        if node.level is not Level.PARAGRAPH or node.eid in moves or not (before := _items(node)):
            continue
        kept = {eid: before.keys() & items.keys() for eid, items in now.items()}
        best = sorted(kept, key=lambda eid: -len(kept[eid]))[:2]
        most = [len(kept[eid]) for eid in best]
        if most[0] * 2 <= len(before) or most[1:] == most[:1]:
            continue
        moves[node.eid] = best[0]
        moves.setdefault(node.eid.partition("__")[0], best[0].partition("__")[0])
        moves |= {before[words]: now[best[0]][words] for words in kept[best[0]]}


def _items(paragraph: Provision) -> dict[str, str]:
    """The items of a list by their words, without the mark behind them; words that stand twice in it tell nothing."""
    words = [(_faceless(item.words).rstrip("。；，、;"), item.eid) for item in paragraph.children]
    count = Counter(said for said, _ in words)
    return {said: eid for said, eid in words if count[said] == 1}


def _faceless(words: str) -> str:
    """The words with every number of a reference left out: a reference that followed its provision changed nothing else."""
    return re.sub(r"第[一二三四五六七八九十百零〇]+(?=[条款项])", "第", words)


def _start(doc: Instrument, eid: str) -> int:
    node = doc.by_eid.get(eid)
    return node.start if node else 0


def _plain(short: str) -> str:
    return short.strip('“”"《》〈〉 ')


@cache
def _nearest(name: str, known: frozenset[str]) -> str:
    close = get_close_matches(name, known, n=1, cutoff=_SIMILAR)
    return close[0] if close else ""
