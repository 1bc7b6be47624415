"""Word edits: which words to quote so that a reader, and `apply`, find the one place that is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.amend.quoting import quoted
from lawtrack.amend.words import inserted, occurrences, without_marks
from lawtrack.compare.inline import inline

if TYPE_CHECKING:
    from collections.abc import Sequence

STOPS: Final = "，。；：、“”（）《》"
LEAST: Final = 2
FAR: Final = 24


@dataclass(frozen=True, slots=True)
class WordEdit:
    """`old` becomes `new` where it stands; `start` is its offset in the unit's words."""

    old: str
    new: str
    start: int

    @property
    def end(self) -> int:
        """The offset after the old words."""
        return self.start + len(self.old)


def word_edits(old: str, new: str, scope: Sequence[str], most: int) -> list[WordEdit] | None:
    """The edits that turn `old` into `new`, each with words that stand only there in `scope`; None for too many."""
    spans = _spans(old, new)
    if not spans or len(spans) > most * 3:
        return None
    grown = [_grow(old, *span, scope) for span in spans]
    if any(span is None for span in grown):
        return None
    merged = _merge(old, [span for span in grown if span is not None])
    edits = [WordEdit(old[a:b], text, a) for a, b, text in merged]
    if len(edits) > most or any(_places(scope, edit.old) != 1 or not edit.new for edit in edits):
        return None
    return edits


def _spans(old: str, new: str) -> list[tuple[int, int, str]]:
    """(start, end, new words) for each difference."""
    found: list[tuple[int, int, str]] = []
    at, open_at, text = 0, None, ""
    for op, words in inline(old, new):
        if op == "equal":
            if open_at is not None:
                found.append((open_at, at, text))
                open_at, text = None, ""
            at += len(words)
            continue
        open_at = at if open_at is None else open_at
        if op == "delete":
            at += len(words)
        else:
            text += words
    if open_at is not None:
        found.append((open_at, at, text))
    return found


def _places(scope: Sequence[str], words: str) -> int:
    return sum(len(occurrences(text, words)) for text in scope)


def _grow(old: str, start: int, end: int, text: str, scope: Sequence[str]) -> tuple[int, int, str] | None:
    """Widen a difference to a phrase of its own that stands only here."""
    low, high = start, end
    left = right = True
    while high - low < FAR * 3:
        words = old[low:high]
        if len(words) >= LEAST and low + (old[high:] != "") >= 0 and _whole(old, low, high) and _places(scope, words) == 1:
            return low, high, old[low:start] + text + old[end:high]
        if left and low > 0:
            low -= 1
            left = old[low] not in STOPS or high >= len(old)
            if old[low] in STOPS:
                low += 1
                left = False
                if not right:
                    low -= 1
        elif right and high < len(old):
            if old[high] in STOPS:
                right = False
                if not left and low == 0:
                    high += 1
            else:
                high += 1
        elif low > 0:
            low -= 1
        elif high < len(old):
            high += 1
        else:
            break
    words = old[low:high]
    if words and _places(scope, words) == 1:
        return low, high, old[low:start] + text + old[end:high]
    return None


def _whole(old: str, low: int, high: int) -> bool:
    """Are the words free of half a pair of marks, and not only a mark?"""
    words = old[low:high]
    return (
        any(ch not in STOPS for ch in words)
        and words.count("“") == words.count("”")
        and words.count("《") == words.count("》")
        and words.count("（") == words.count("）")
    )


def _merge(old: str, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Join what touches after growing."""
    merged: list[tuple[int, int, str]] = []
    for low, high, text in spans:
        if merged and low < merged[-1][1]:
            before = merged.pop()
            if not text.startswith(old[low : before[1]]) and not before[2].endswith(old[low : before[1]]):
                return []
            overlap = before[1] - low
            tail = text[overlap:] if text.startswith(old[low : before[1]]) else None
            if tail is None:
                merged.append((before[0], high, before[2][: len(before[2]) - overlap] + text))
            else:
                merged.append((before[0], high, before[2] + tail))
        else:
            merged.append((low, high, text))
    return merged


def phrase(edit: WordEdit, old: str) -> tuple[str, str]:
    """(form, words) of one edit: replaced “A”修改为“B”, inserted 在“A”后增加“B”, deleted 删去“A”."""
    if edit.new.startswith(edit.old):
        added = edit.new[len(edit.old) :]
        ready = inserted(added, old[: edit.start], old[edit.end :], side="after", anchor=edit.old)
        if ready.text == added and ready.sure:
            return "after", f"{quoted(edit.old)}后增加{quoted(added)}"
    if edit.new.endswith(edit.old):
        added = edit.new[: -len(edit.old)]
        ready = inserted(added, old[: edit.start], old[edit.end :], side="before", anchor=edit.old)
        if ready.text == added and ready.sure:
            return "before", f"{quoted(edit.old)}前增加{quoted(added)}"
    return "replace", f"{quoted(edit.old)}修改为{quoted(edit.new)}"


def deletion(edit: WordEdit, old: str, scope: Sequence[str]) -> str | None:
    """The words to delete, where the edit only takes words away and no mark has to be mended."""
    if edit.new and edit.new not in edit.old:
        return None
    head = 0
    while head < len(edit.new) and edit.old[head] == edit.new[head]:
        head += 1
    gone = len(edit.old) - len(edit.new)
    if edit.old[head + gone :] != edit.new[head:]:
        return None
    start = edit.start + head
    words = old[start : start + gone]
    if len(words) < LEAST or _places(scope, words) != 1 or not _whole(old, start, start + gone):
        return None
    return words if without_marks(old, start, start + gone) == (start, start + gone) else None
