"""The one catalogue of everything lawtrack says, in Chinese and English.

A code is `room.what`; the room's sentences stand in the module of that name beside this file, as
`MESSAGES = {"room.what": ("中文", "English")}`, and load on first use.

>>> translate("stages.first-reading", lang="zh"), translate("stages.first-reading", lang="en")
('一审', 'first reading')
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import import_module
from string import Formatter
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Language = Literal["zh", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
_language: ContextVar[Language] = ContextVar("lawtrack_language", default="zh")


def language() -> Language:
    """The language in use: "zh" unless a face has chosen otherwise."""
    return _language.get()


def set_language(lang: str) -> None:
    """Use `lang` from here on; only the faces call this. Raises ValueError for a language without a catalogue."""
    _language.set(checked_language(lang))


def checked_language(lang: str) -> Language:
    """`lang` where there is a catalogue for it; else a ValueError that says which languages there are.

    >>> checked_language("en")
    'en'
    """
    for each in LANGUAGES:
        if lang == each:
            return each
    raise ValueError(translate("languages.none", lang=None, given=lang, known=LANGUAGES))


@contextmanager
def use_language(lang: str) -> Iterator[None]:
    """Use `lang` for the length of a block.

    >>> with use_language("en"):
    ...     translate("stages.passed")
    'passed'
    """
    before = language()
    set_language(lang)
    try:
        yield
    finally:
        _language.set(before)


def translate(code: str, /, lang: str | None = None, **details: object) -> str:
    """The sentence behind `code` with `details` filled in. Raises KeyError for a code nobody wrote down.

    A count names its noun in both numbers, `{count:article|articles}`, and takes the one that fits; a tuple is listed as
    the language lists things. Raises ValueError for a language without a catalogue.

    >>> translate("cli.counts", lang="en", articles=1, headings=2)
    '1 article, 2 headings'
    >>> translate("merging.depth", lang="en", given="word", known=("words", "lines"))
    "There is no depth 'word' of merging. There are: words, lines."
    """
    zh, en = catalogue(code.partition(".")[0])[code]
    chosen = checked_language(lang) if lang else language()
    sentence = en if chosen == "en" else zh
    if not details:
        return sentence
    comma = ", " if chosen == "en" else "、"
    details = {
        name: comma.join(map(str, value)) or "–" if isinstance(value, tuple) else value
        for name, value in details.items()
    }
    return _COUNTING.format(sentence, **details) if "|" in sentence else sentence.format(**details)


class _Counting(Formatter):
    """Knows the field `{count:article|articles}`: the number, and the noun that goes with it."""

    def format_field(self, value: Any, format_spec: str) -> str:
        one, bar, many = format_spec.partition("|")
        if bar:
            return f"{value} {one if str(value) == '1' else many}"
        return str(super().format_field(value, format_spec))


_COUNTING: Final = _Counting()


def known(code: str) -> bool:
    """Is there a sentence behind `code`?"""
    try:
        return code in catalogue(code.partition(".")[0])
    except ModuleNotFoundError:
        return False


@cache
def catalogue(room: str) -> Mapping[str, tuple[str, str]]:
    """All sentences of one room: code → (Chinese, English)."""
    messages: Mapping[str, tuple[str, str]] = import_module(f"{__name__}.{room}").MESSAGES
    return messages
