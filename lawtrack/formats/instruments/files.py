"""An instrument as a file: the ending of its name says which kind."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from lawtrack.formats.writing import write_in_format
from lawtrack.law import render

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path

    from lawtrack.formats.layout import Layout
    from lawtrack.law import Instrument


def write_instrument(doc: Instrument, path: str | PathLike[str], layout: Layout | None = None) -> Path:
    r"""Put `doc` at `path`, whole or not at all; the path written. Kinds: WRITERS. The same text gives the same bytes.

    Raises UnusableInput for an ending that nobody writes, NotSaved where the system refuses (a full disk, a file that
    Word holds open).

    >>> import tempfile
    >>> from lawtrack.law import parse
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_instrument(parse("某市公园条例\n第一条　公园开放。"), f"{folder}/公园条例.docx").name
    '公园条例.docx'
    """
    return write_in_format(path, WRITERS, doc, layout)


def to_json(doc: Instrument, layout: Layout | None = None) -> bytes:  # noqa: ARG001 - a writer's signature
    """The tree in the shape of the contract, UTF-8."""
    return (json.dumps(doc.to_dict(), ensure_ascii=False, indent=2) + "\n").encode()


def to_markdown(doc: Instrument, layout: Layout | None = None) -> bytes:  # noqa: ARG001 - a writer's signature
    """The canonical text, as a workspace keeps it."""
    return render(doc).encode()


def to_text(doc: Instrument, layout: Layout | None = None) -> bytes:  # noqa: ARG001 - a writer's signature
    """The text as it was read, UTF-8."""
    return doc.text.encode()


WRITERS: Final = {
    ".docx": "instruments.docx:docx_bytes",
    ".html": "instruments.html:to_html",
    ".md": "instruments.files:to_markdown",
    ".txt": "instruments.files:to_text",
    ".json": "instruments.files:to_json",
    ".xml": "akn.writing:akn_bytes",
}
"""Ending → the function that gives the bytes, for `write_in_format`; .xml is Akoma Ntoso."""
