"""What to try where a search found nothing: the same asked otherwise, so that nobody takes a way of writing for an answer."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.collection.searching import Search, find, search_words
from lawtrack.law import NUMERAL_CLASS
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_JOINT: Final = re.compile(
    r"[、，,；;＋+＆&｜|/／]|(?<![A-Za-z])(?:AND|OR|NOT|NEAR|and|or|not)(?![A-Za-z])|[()（）*^]"
)
"""What other searches join words by; here a blank joins them."""
_MARKS: Final = "[《》〈〉“”‘’（）()]*"
_NUMBER: Final = re.compile(f"[{NUMERAL_CLASS}]")
"""A number has no marks within, and stands whole."""
_LONG: Final = 4
_MOST: Final = 5
_CONDITIONS: Final = ("penalties", "fine", "kind", "level", "since", "until", "body", "title")
_NONE: Final = Search()


class Advice(NamedTuple):
    """Another search: how it differs, as a code with its words, and how many clauses it finds."""

    code: str
    words: str
    found: int

    @property
    def message(self) -> str:
        """The sentence in the language in use."""
        named = translate(f"collection.condition-{self.words}") if self.code == "without" else self.words
        return translate(f"collection.advice-{self.code}", words=named, count=self.found)


def advice(folder: Path, search: Search) -> tuple[Advice, ...]:
    r"""What finds something where `search` found nothing; () where nothing else does either.

    >>> import pathlib, tempfile
    >>> from lawtrack.collection import Collection
    >>> with tempfile.TemporaryDirectory() as name:
    ...     _ = (pathlib.Path(name) / "a.txt").write_text("某市条例\n第一条　养犬应当登记。", encoding="utf-8")
    ...     Collection.build([name], f"{name}/out").search("养犬、登记").attrs["advice"][:1]
    ('分开找“养犬 登记”：1处',)
    """
    found = []
    for code, words, other in _others(search):
        hits = find(folder, replace(other, limit=1, count=False))
        if hits.at_least:
            found.append(Advice(code, words, hits.at_least))
    return tuple(found[:_MOST])


def _others(search: Search) -> Iterator[tuple[str, str, Search]]:
    """(how it differs, the words that say so, the search) for each other way of asking."""
    parted = search_words(" ".join(_JOINT.sub(" ", word) for word in search.words))
    if parted and parted != search.words:
        yield "parted", " ".join(parted), replace(search, words=parted)
    long = [word for word in search.words if len(word) >= _LONG and not _NUMBER.match(word)]
    if long and not search.pattern and len(search.words) == 1:
        pattern = _MARKS.join(map(re.escape, _plain(long[0])))
        yield "marks", long[0], replace(search, words=(), pattern=pattern)
    for name in _CONDITIONS:
        if getattr(search, name) != getattr(_NONE, name):
            yield "without", name, replace(search, **{name: getattr(_NONE, name)})
    if len(parted) > 1:
        for word in dict.fromkeys(parted):
            yield "alone", word, replace(search, words=(word,))


def _plain(word: str) -> str:
    return re.sub(r"[\s《》〈〉“”‘’（）()]", "", word)
