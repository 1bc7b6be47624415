"""Word edits: which words to quote so that a reader, and `apply`, find the one place that is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.words import inserted, occurrences, same, without_marks
from lawtrack.amend.writing.quoting import quoted
from lawtrack.compare import inline_ops
from lawtrack.law import NUMERAL_CLASS
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Sequence

STOPS: Final = frozenset("，。；：、“”（）《》\n")
EDGES: Final = compile_on_use(
    r"应当|可以|不得|根据|按照|依照|以及|或者|并且"
    r"|(?<![平温缓总])(?!(?<=共)和国)和(?![谐解平睦])|(?<![针相反绝面])对(?![象外方策口面比照应])|(?<![服听遵自])从(?![业事而严重轻宽属])"
    r"|(?<![已曾财])经(?![营济费办验常理过贸由纪历典手])|(?<![^项科条栏节题书账数]目)的(?!确)|(?<![参给赠])与(?![会否])|(?<![涉普以])及(?![时其格至])"
    r"|或(?!许)|(?<![所存现正实内外潜])在(?![职场编建册校岗押逃])|(?<![方意走流导倾面])向|(?<![理自缘事])由(?!于)|将(?![来近])"
    r"|被(?![告害申执保征监选诉审])|把(?![关握])|(?<!合)并(?![购联入轨处])"
)
"""Words that join phrases: a quotation does better to begin or end beside one than to cut a term."""
JOINED: Final = frozenset("，、；")
JOINS: Final = re.compile(r"[、，]|和|以及|或者")
"""What begins so goes on from the words before it."""
LISTED: Final = frozenset("、和或等及以")
"""What goes on a list after one of its members."""
LONGEST: Final = 60
LEAST: Final = 2
ALL: Final = 4
"""A term of this length may be meant everywhere; whether it is, is checked for all edits together; if not, more is quoted."""
BOUND: Final = frozenset("况们性率员度量额化者力")
"""What ends a word and seldom begins one: new words that begin so go on with the word before them."""
CLOSES: Final = frozenset("。；：\n")
NEAR: Final = 8
"""Differences with no more than so many characters between them, in one clause, belong to one phrase."""
NAMES_ON: Final = ("和", "与", "及", "或", "或者")
"""What ends so is one name with the words after it (宪法和 + 法律委员会): the name is replaced, nothing inserted."""
CITED: Final = compile_on_use(
    rf"第[（(]?[{NUMERAL_CLASS}]+[）)]?[条款项]?(?:之[一二三四五六七八九十]+)?|[{NUMERAL_CLASS}万亿]+(?:元|倍|日|年|月|人|个|％|%)?"
)
"""What is not cut: a citation, a number with its unit."""


@dataclass(frozen=True, slots=True)
class WordEdit:
    """Every `old` in the unit becomes `new`; `start` is the offset of the first."""

    old: str
    new: str
    start: int

    @property
    def end(self) -> int:
        """The offset after the old words."""
        return self.start + len(self.old)

    @property
    def size(self) -> int:
        """How many characters really change."""
        return sum(len(text) for op, text in inline_ops(self.old, self.new) if op != "equal")


def word_edits(old: str, new: str, scope: Sequence[str], most: int) -> list[WordEdit] | None:
    """The edits that turn `old` into `new`, each with words that stand nowhere else in `scope`; None for too many.

    >>> old = "公园在夏季开放。"
    >>> [(edit.old, edit.new) for edit in word_edits(old, "公园在冬季开放。", [old], 3)]
    [('夏季开放', '冬季开放')]
    """
    spans = stretches(old, new)
    if not spans or len(spans) > most:
        return None
    atoms = [match.span() for match in CITED.finditer(old)]
    edges = {offset for match in EDGES.finditer(old) for offset in match.span()} | {0, len(old)}
    edges |= {offset for index, ch in enumerate(old) if ch in STOPS for offset in (index, index + 1)}
    for term in (ALL, LONGEST):
        grown = [_grow(old, *span, scope, atoms, edges, term) for span in spans]
        edited = _edits(old, [wide for wide in grown if wide])
        if None not in grown and len(edited) <= most and _clear(edited, old, scope):
            return [edit for edit, _ in edited]
    return None


def cell_edits(old: str, new: str, table: Sequence[str]) -> list[WordEdit] | None:
    """The cells of a row of a table that change, each said whole and standing nowhere else in the table; None for no such."""
    before, after = old.split("\t"), new.split("\t")
    if len(before) != len(after) or len(before) < 2:
        return None
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    cells = [cell for line in table for cell in line.split("\t")]
    if any(not a or not b or sum(a in cell for cell in cells) != 1 for a, b in changed):
        return None
    return [WordEdit(a, b, old.index(a)) for a, b in changed]


def _edits(old: str, grown: list[tuple[int, int, str]]) -> list[tuple[WordEdit, int]]:
    """The edits, the same one at several places said once, each with how often it is made."""
    edits: dict[tuple[str, str], list[int]] = {}
    for low, wide, said in _merge(old, grown):
        doubled = said[-1:] in CLOSING and old[wide - 1 : wide] == said[-1:]
        less = int(doubled and wide - low > LEAST and len(said) > 1)  # “……。”修改为“……。”。 prints no better
        high, text = wide - less, said[: len(said) - less]
        edits.setdefault((old[low:high], text), []).append(low)
    return [(WordEdit(a, b, starts[0]), len(starts)) for (a, b), starts in edits.items()]


def _clear(counted: list[tuple[WordEdit, int]], old: str, scope: Sequence[str]) -> bool:
    """Do the words of each edit stand nowhere but where they change, and none of them in another's?"""
    edits = [edit for edit, _ in counted]
    if any(not edit.new and deletion(edit, old, scope) is None for edit in edits):
        return False
    everywhere = all(_places(scope, edit.old) == times for edit, times in counted)
    return everywhere and all(a is b or a.old not in b.old for a in edits for b in edits)


def carried_out(edits: Sequence[WordEdit], words: str) -> str:
    """The words after the edits, each made everywhere; "" where one finds no place."""
    for edit in edits:
        if edit.old not in words:
            return ""
        words = words.replace(edit.old, edit.new)
    return words


def stretches(old: str, new: str) -> list[tuple[int, int, str]]:
    """The differences, those within one phrase taken together: a drafter quotes the phrase once."""
    spans: list[tuple[int, int, str]] = []
    for start, end, text in changes(old, new):
        between = old[spans[-1][1] : start] if spans else ""
        if spans and len(between) <= NEAR and not CLOSES & set(between):
            low, _, before = spans.pop()
            spans.append((low, end, before + between + text))
        else:
            spans.append((start, end, text))
    return spans


def changes(old: str, new: str) -> list[tuple[int, int, str]]:
    """(start, end, new words) for each difference; the width of a mark is none."""
    spans: list[tuple[int, int, str]] = []
    at, open_at, text = 0, None, ""
    for op, words in inline_ops(old, new):
        if op == "equal":
            if open_at is not None:
                spans.append((open_at, at, text))
                open_at, text = None, ""
            at += len(words)
            continue
        open_at = at if open_at is None else open_at
        if op == "delete":
            at += len(words)
        else:
            text += words
    if open_at is not None:
        spans.append((open_at, at, text))
    return [(start, end, words) for start, end, words in spans if not same(old[start:end], words)]


CLOSING: Final = ("。", "；")


def _hangs(new: str, old: str, after: str) -> bool:
    """Would the new words end in a mark that the old ones have not, so that a second one stands behind the quotation?"""
    return new.endswith(CLOSING) and new[-1] != old[-1:] and bool(after)


def _places(scope: Sequence[str], words: str) -> int:
    return sum(len(occurrences(text, words)) for text in scope)


def _grow(
    old: str,
    start: int,
    end: int,
    text: str,
    scope: Sequence[str],
    atoms: list[tuple[int, int]],
    edges: set[int],
    term: int,
) -> tuple[int, int, str] | None:
    """Widen a difference to a phrase: to the nearest joining words or marks, further where it is not the only one.

    What has `term` characters or more may stand at several places.
    """
    low, high = _off_atoms(start, end, atoms)
    joined = low > 0 and old[low - 1] not in STOPS and JOINS.match(text)
    if low == high and low in edges and high < len(old) and old[high] not in STOPS and not joined:
        high = _right(old, high, edges)  # something put in before a phrase
    elif low == high and text.endswith("的"):
        high = _right(old, high, edges)  # it stands before what it qualifies
    elif low == high and low in edges:
        low = _left(old, low, edges)
    else:
        low = low if low in edges else _left(old, low, edges)
        high = high if high in edges else _right(old, high, edges)
    if old[low : low + 1] in JOINED or (low == start and text[:1] in JOINED):
        low = _left(
            old, low, edges
        )  # a quotation does not begin with the mark that goes on from what stands before
    if low == start and text[:1] in BOUND and old[low - 1 : low] not in STOPS:
        low = _left(old, low, edges)  # 视情 that becomes 视情况: the word is not cut
    for _ in range(12):
        low, high = _off_atoms(low, high, atoms)
        low = _list_start(old, low, high, edges)
        words = old[low:high]
        hangs = _hangs(old[low:start] + text + old[end:high], words, old[high:])
        if (
            len(words) >= LEAST
            and not hangs
            and _whole(words)
            and (len(words) >= term or _places(scope, words) == 1)
        ):
            return low, high, old[low:start] + text + old[end:high]
        if len(words) > LONGEST or (low == 0 and high == len(old)):
            return None
        if high < len(old) and (old[high] not in STOPS or low == 0 or not _whole(words)):
            high = _right(old, high + 1, edges)
        else:
            low = _left(old, max(low - 1, 0), edges)
    return None


def _list_start(old: str, low: int, high: int, edges: set[int]) -> int:
    """Where to begin so as not to cut a list: what goes on beyond its last member (市、县开具的) is quoted with the first."""
    if old[high : high + 1] in LISTED or LISTED & set(old[low:high]):
        return low
    while low > 0 and old[low - 1] == "、":
        low = _left(old, low - 1, edges)
    return low


def _off_atoms(low: int, high: int, atoms: list[tuple[int, int]]) -> tuple[int, int]:
    for a, b in atoms:
        if a < low < b:
            low = a
        if a < high < b:
            high = b
    return low, high


def _left(old: str, low: int, edges: set[int]) -> int:
    start = low
    while low > 0 and old[low - 1] not in STOPS:
        low -= 1
        if start - low > 1 and low in edges:
            break
    return low


def _right(old: str, high: int, edges: set[int]) -> int:
    start = high
    while high < len(old) and old[high] not in STOPS:
        high += 1
        if high - start > 1 and high in edges:
            break
    return high


def _whole(words: str) -> bool:
    """Are the words free of half a pair of marks, and not only a mark?"""
    return any(ch not in STOPS for ch in words) and all(
        words.count(a) == words.count(b) for a, b in ("“”", "《》", "（）")
    )


def _merge(old: str, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Join what overlaps after growing: the words between are the old ones in both."""
    merged: list[tuple[int, int, str]] = []
    for low, high, text in spans:
        if not merged or low >= merged[-1][1]:
            merged.append((low, high, text))
            continue
        first, middle, before = merged.pop()
        shared = old[low:middle]
        if before.endswith(shared):
            merged.append((first, high, before[: len(before) - len(shared)] + text))
        elif text.startswith(shared):
            merged.append((first, high, before + text[len(shared) :]))
        else:
            return [(0, len(old), "")]
    return merged


def phrase(edit: WordEdit, old: str) -> tuple[str, str]:
    """(form, words) of one edit: replaced “A”修改为“B”, inserted 在“A”后增加“B”.

    A comma at the place goes without saying, as in the decisions of the national congress; a member of a list that is
    joined to one name by 、 is said with that name, “A”修改为“A、B”.

    >>> from lawtrack.amend import word_edits
    >>> old = "公园由区人民政府管理。"
    >>> (edit,) = word_edits(old, "公园由区人民政府和镇人民政府管理。", [old], 3)
    >>> phrase(edit, old)
    ('replace', '“区人民政府管理”修改为“区人民政府和镇人民政府管理”')
    """
    added = edit.new[len(edit.old) :]
    if edit.new.startswith(edit.old) and not added.startswith("、"):
        for words in (added.removeprefix("，"), added):
            ready = inserted(words, old[: edit.start], old[edit.end :], side="after", anchor=edit.old)
            if ready.text == added and ready.sure:
                return "after", f"{quoted(edit.old)}后增加{quoted(words)}"
    if edit.new.endswith(edit.old) and not edit.new[: -len(edit.old)].endswith(NAMES_ON):
        added = edit.new[: -len(edit.old)]
        ready = inserted(added, old[: edit.start], old[edit.end :], side="before", anchor=edit.old)
        if ready.text == added and ready.sure:
            return "before", f"{quoted(edit.old)}前增加{quoted(added)}"
    return "replace", f"{quoted(edit.old)}修改为{quoted(edit.new)}"


def deletion(edit: WordEdit, old: str, scope: Sequence[str]) -> str | None:
    """The words to delete, where the edit only takes words away; the mark beside them goes without saying."""
    gone = len(edit.old) - len(edit.new)
    if gone <= 0:
        return None
    head = 0
    while head < len(edit.new) and edit.old[head] == edit.new[head]:
        head += 1
    if edit.old[head + gone :] != edit.new[head:]:
        return None
    start = edit.start + head
    end = start + gone
    for low, high in ((start + (old[start] in STOPS), end - (old[end - 1] in STOPS)), (start, end)):
        words = old[low:high]
        if len(words) < LEAST or _places(scope, words) != 1 or not _whole(words):
            continue
        beside = {old[low - 1 : low], old[high : high + 1]}
        if len(words) < ALL and not beside & STOPS and not EDGES.match(words):
            continue  # half a term (行政处分 becomes 处分): the term is replaced
        a, b = without_marks(old, low, high)
        if old[:a] + old[b:] == old[:start] + old[end:]:
            return words
    return None
