"""Word's fields: which of their words a reader sees (ECMA-376 part 1, 17.16).

A complex field is spread over runs: begin, code, separate, result, end. The code is never seen; the result is text,
but for page numbers, which belong to the page. The field behind 带圈字符 has a code and no result.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lawtrack.formats.word.number_formats import format_number

_PAGE_FIELDS: Final = frozenset({"PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES"})
_RINGED: Final = re.compile(r"\\ac\([○◯〇],\s*(\w{1,2})\)", re.IGNORECASE)


def prints_page(code: str) -> bool:
    """Does the field with this code print a page number?

    >>> prints_page(" PAGEREF _Toc1 "), prints_page(" DATE ")
    (True, False)
    """
    return code.strip().partition(" ")[0].upper() in _PAGE_FIELDS


@dataclass(slots=True)
class _Field:
    code: str = ""
    shown: bool = False


class Fields:
    """The fields that are open where the reader stands."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def silent(self) -> bool:
        """Are words here a field's code, or a page number?"""
        return any(not field.shown or prints_page(field.code) for field in self._open)

    def code(self, words: str) -> None:
        """Take in a piece of the innermost field's code."""
        if self._open:
            self._open[-1].code += words

    def mark(self, kind: str) -> str:
        """Take in a begin, separate or end; the words that a field without result stands for, else ""."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shown = True
        elif kind == "end" and self._open:
            ringed = _RINGED.search(self._open.pop().code)
            if ringed:
                return (
                    format_number(int(ringed[1]), "decimalEnclosedCircle")
                    if ringed[1].isdecimal()
                    else ringed[1]
                )
        return ""

    def end_paragraph(self) -> None:
        """Forget fields that never ended: only results, as of a 目录, run on over paragraphs."""
        self._open = [field for field in self._open if field.shown and not prints_page(field.code)]
