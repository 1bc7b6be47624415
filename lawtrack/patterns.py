"""Regular expressions that are compiled when they are first used, so that importing a room compiles none of its long ones."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern", "flags")


class _Compiled:
    """What an `_Uncompiled` becomes: without `__getattr__`, which makes every look-up of a method slow."""


class _Uncompiled:
    """Stands for a pattern until something is asked of it; from then on its methods are the pattern's own."""

    def __init__(self, expression: str, flags: int) -> None:
        self._given = expression, flags

    def __getattr__(self, name: str) -> Any:
        """Compile, and keep the pattern's methods as our own, so that every later call goes straight to them."""
        compiled = re.compile(*self._given)
        self.__dict__.update((each, getattr(compiled, each)) for each in _METHODS)
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(compiled, name)


def compile_on_use(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled at its first use: for expressions that take a millisecond and more.

    A mistake in the expression shows at that use, as `re.error`. Functions of `re` do not take it as their pattern: call
    its methods.

    >>> number = compile_on_use("第[一二三]+条")
    >>> number.search("依照第三条").group()
    '第三条'
    """
    return cast("re.Pattern[str]", _Uncompiled(expression, flags))
