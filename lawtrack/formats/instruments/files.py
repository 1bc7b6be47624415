"""An instrument as a file: the ending of its name says which kind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.formats.atomic import write_bytes
from lawtrack.law import render

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

    from lawtrack.law import Instrument


def write_instrument(doc: Instrument, path: str | PathLike[str]) -> Path:
    """Put `doc` at `path`, whole or not at all; the path written. Kinds: WRITERS. The same text gives the same bytes.

    Raises UnusableInput for an ending that nobody writes, NotSaved where the system refuses (a full disk, a file that
    Word holds open).
    """
    target = Path(path)
    writer = WRITERS.get(target.suffix.lower())
    if writer is None:
        raise UnusableInput("formats.no-writer", suffix=target.suffix or target.name, known=" ".join(WRITERS))
    return write_bytes(target, writer(doc))


def to_docx(doc: Instrument) -> bytes:
    """A clean copy in Word, in the layout of official documents."""
    from lawtrack.formats.instruments.docx import docx_bytes

    return docx_bytes(doc)


def to_akn(doc: Instrument) -> bytes:
    """Akoma Ntoso 3.0."""
    from lawtrack.formats.akn.writing import akn_bytes

    return akn_bytes(doc)


def to_html(doc: Instrument) -> bytes:
    """A web page that needs nothing beside it."""
    from lawtrack.formats.instruments.html import instrument_html

    return instrument_html(doc).encode()


def to_json(doc: Instrument) -> bytes:
    """The tree in the shape of the contract, UTF-8."""
    return (json.dumps(doc.to_dict(), ensure_ascii=False, indent=2) + "\n").encode()


def to_markdown(doc: Instrument) -> bytes:
    """The canonical text, as a workspace keeps it."""
    return render(doc).encode()


def to_text(doc: Instrument) -> bytes:
    """The text as it was read, UTF-8."""
    return doc.text.encode()


WRITERS: Final[dict[str, Callable[[Instrument], bytes]]] = {
    ".docx": to_docx,
    ".html": to_html,
    ".md": to_markdown,
    ".txt": to_text,
    ".json": to_json,
    ".xml": to_akn,
}
"""What can be written, by the ending of the name; .xml is Akoma Ntoso."""
