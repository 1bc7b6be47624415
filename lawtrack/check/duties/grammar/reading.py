"""The grammar as the rest of the room reads it: expressions by the names of their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.check.duties.grammar.addressee_rows import ADDRESSEES
from lawtrack.check.duties.grammar.duty_rows import DUTIES
from lawtrack.check.duties.grammar.penalty_rows import PENALTIES
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    import re

GRAMMAR: Final = (*DUTIES, *PENALTIES, *ADDRESSEES)
"""Every row, in the order in which a reader meets them: duties, penalties, whom they address."""
_FORMS: Final = {row.name: row.forms for row in GRAMMAR}


def words_of(name: str) -> str:
    """The forms of a row as one expression's source, for expressions that are put together of several.

    >>> words_of("prohibition")
    '不得|禁止|严禁'
    """
    return "|".join(_FORMS[name])


def expression_of(name: str) -> re.Pattern[str]:
    """The expression of a row, compiled at its first use.

    >>> expression_of("prohibition").findall("严禁停放，不得转让")
    ['严禁', '不得']
    """
    return compile_on_use(words_of(name))
