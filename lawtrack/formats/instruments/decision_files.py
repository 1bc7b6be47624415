"""An amending decision as a file: the ending of its name says which kind."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.formats.writing import write_in_format

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path

    from lawtrack.formats.layout import Layout

_MARKS: Final = re.compile(r"[\\`*_\[\]<>|#!]|(?<=\])\(|^[-+]")
"""What Markdown would take for a mark of its own."""


def write_decision(text: str, path: str | PathLike[str], layout: Layout | None = None) -> Path:
    r"""Put the decision `text` at `path`, whole or not at all; the path written. Kinds: WRITERS.

    Raises UnusableInput for an ending that nobody writes, NotSaved where the system refuses.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_decision("关于修改《某市公园条例》的决定\n一、删去第五条。", f"{folder}/决定.docx").name
    '决定.docx'
    """
    return write_in_format(path, WRITERS, text, layout)


def to_docx(text: str, layout: Layout | None = None) -> bytes:
    r"""The bytes of the decision in Word, in the layout of official documents (GB/T 9704-2012), the same each time.

    >>> to_docx("关于修改《某市控烟条例》的决定\n一、删去第三条。")[:4]
    b'PK\x03\x04'
    """
    from lawtrack.formats.flow import title_lines
    from lawtrack.formats.instruments.decision_lines import decision_lines
    from lawtrack.formats.instruments.docx import STYLES, blocks_printed
    from lawtrack.formats.word.package import package

    lines = decision_lines(text)
    title = next((line.words for line in lines if line.style == "LawTitle"), "")
    shown = [replace(one, words=title_lines(one.words)) if one.style == "LawTitle" else one for one in lines]
    return package(blocks_printed(shown, layout), STYLES, title, layout)


def to_markdown(text: str, layout: Layout | None = None) -> bytes:  # noqa: ARG001 - a writer's signature
    r"""The decision in Markdown: its title a heading, every line a paragraph; read back, it is the same decision.

    >>> print(to_markdown("关于修改《某市控烟条例》的决定\n一、删去第三条。").decode(), end="")
    # 关于修改《某市控烟条例》的决定
    <BLANKLINE>
    一、删去第三条。
    """
    from lawtrack.formats.instruments.decision_lines import decision_lines

    blocks = [
        ("# " if line.style == "LawTitle" else "") + _MARKS.sub(r"\\\g<0>", line.label + line.words)
        for line in decision_lines(text)
    ]
    return ("\n\n".join(blocks) + "\n").encode()


def to_text(text: str, layout: Layout | None = None) -> bytes:  # noqa: ARG001 - a writer's signature
    """The decision as it is, UTF-8."""
    return text.encode()


WRITERS: Final = {
    ".docx": "instruments.decision_files:to_docx",
    ".md": "instruments.decision_files:to_markdown",
    ".txt": "instruments.decision_files:to_text",
}
"""Ending → the function that gives the bytes, for `write_in_format`."""
