"""The lines of an amending decision and what each is on paper: title, header note, instruction, new text, signature."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from lawtrack.amend import HEAD, TITLE_END, N, sentences
from lawtrack.formats.instruments.docx import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLANK: Final = " \t　\xa0\ufeff"
_TITLE_LINES: Final = 4
"""A title that a converter wrapped takes at most so many lines."""
_LABEL: Final = re.compile(rf"[“\"]?第{N}+条(?:之{N}+)?(?=[ 　])")
"""The number of an article inside new text, as the copy of an ordinance prints it."""
_FINISHED: Final = ("。", "；", "：", "”", '"', "！", "）")
_SIGNATURE: Final = 40
"""Characters of the longest line of a signature: the body and the day."""


def decision_lines(text: str) -> list[Line]:
    r"""The lines of the decision `text`, each in the style in which it is printed; no word is lost.

    >>> told = "关于修改《某市控烟条例》的决定\n（2024年5月1日通过）\n一、删去第三条。\n某市人民政府\n2024年5月1日"
    >>> [(line.style, line.label, line.words) for line in decision_lines(told)][1:4]
    [('LawNote', '', '（2024年5月1日通过）'), ('LawBody', '一、', '删去第三条。'), ('LawSignature', '', '某市人民政府')]
    """
    lines = [line for raw in text.splitlines() if (line := raw.strip(_BLANK))]
    front = _title(lines)
    note = front + _note(lines[front:])
    tail = max(note, len(lines) - _signature(lines))
    begins = {sentence.source.partition("\n")[0] for sentence in sentences(text) if sentence.head}
    return [
        *([Line("LawTitle", "".join(lines[:front]))] if front else []),
        *(Line("LawNote", line) for line in lines[front:note]),
        *(_body(line, begins) for line in lines[note:tail]),
        *(Line("LawSignature", line) for line in lines[tail:]),
    ]


def _title(lines: Sequence[str]) -> int:
    """How many lines the title takes; 0 where the text has none."""
    return next((at for at, line in enumerate(lines[:_TITLE_LINES], 1) if TITLE_END.search(line)), 0)


def _note(lines: Sequence[str]) -> int:
    """How many lines the note under the title takes: from its bracket to the one that closes it."""
    if not lines or lines[0][0] not in "（(":
        return 0
    return next((at for at, line in enumerate(lines[:_TITLE_LINES], 1) if line.endswith(("）", ")"))), 0)


def _signature(lines: Sequence[str]) -> int:
    """How many lines at the end are a signature: short, and no sentences."""
    short = list(
        takewhile(lambda line: not line.endswith(_FINISHED) and len(line) <= _SIGNATURE, reversed(lines))
    )
    return len(short) if len(short) < len(lines) else 0


def _body(line: str, begins: set[str]) -> Line:
    """A line of the body, with the number that is set apart from its words."""
    match = (HEAD.match(line) if line in begins else None) or _LABEL.match(line)
    if match is None:
        return Line("LawBody", line)
    return Line("LawBody", line[match.end() :], match[0])
