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
from typing import TYPE_CHECKING, Final, Literal

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
    if lang not in LANGUAGES:
        raise ValueError(lang)
    _language.set(lang)


@contextmanager
def use_language(lang: str) -> Iterator[None]:
    """The same for the length of a block.

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
    """The sentence behind `code` with `details` filled in. Raises KeyError for a code nobody wrote down."""
    zh, en = catalogue(code.partition(".")[0])[code]
    sentence = en if (lang or language()) == "en" else zh
    return sentence.format(**details) if details else sentence


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
