"""Files for the user: the ending of a name says which kind; written whole, or a sentence about why not."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from lawtrack.atomic import atomic_write
from lawtrack.compare import collector_paused
from lawtrack.errors import MissingTool, NotSaved, UnusableInput

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping


def write_in_format(path: str | os.PathLike[str], formats: Mapping[str, str], *content: object) -> Path:
    """The file written at `path`, by the function of `formats` that its ending names, called with `content`.

    `formats`: ending → the function that gives the bytes, as `room.module:function` below `lawtrack.formats`; named by
    words, so that a library loads when its kind of file is asked for.

    What has a .docx has a .pdf too, where LibreOffice is there to print it.

    Raises UnusableInput, which lists the endings that there are, for any other; NotSaved where the system refuses;
    MissingTool for a PDF without LibreOffice.
    """
    target = Path(path)
    write = writer_for(target, formats)
    with collector_paused():  # a long document is hundreds of thousands of elements that all stay
        data = write(*content)
    return write_bytes(target, data)


def writer_for(path: str | os.PathLike[str], formats: Mapping[str, str]) -> Callable[..., bytes]:
    """The function that gives the bytes of the kind of file that `path` names. Raises UnusableInput where none does."""
    target = Path(path)
    suffix = target.suffix.lower()
    if suffix == ".pdf" and ".docx" in formats:
        return _as_pdf(writer_for("a.docx", formats), target.name)
    place = formats.get(suffix)
    if place is None:
        known = [*formats, ".pdf"] if ".docx" in formats else formats
        raise UnusableInput("formats.no-writer", suffix=target.suffix or target.name, known=" ".join(known))
    module, _, function = place.partition(":")
    writer: Callable[..., bytes] = getattr(import_module(f"lawtrack.formats.{module}"), function)
    return writer


def _as_pdf(writer: Callable[..., bytes], name: str) -> Callable[..., bytes]:
    """What `writer` makes for Word, printed by LibreOffice. It raises MissingTool where there is none."""

    def printed(*content: object) -> bytes:
        from lawtrack.formats.pdf.printing import print_pages
        from lawtrack.formats.word.office import soffice

        if soffice() is None:
            raise MissingTool("formats.pdf-needs-libreoffice", name=name)
        return print_pages(writer(*content), name)

    return printed


def write_bytes(path: str | os.PathLike[str], data: bytes) -> Path:
    """Put `data` at `path` in one step, replacing what was there; the path written.

    A reader never sees half a file, and a failure (full disk, no permission, a file held open by Word) leaves the old
    one as it was. Raises NotSaved, which names the path and the system's reason.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from lawtrack.formats import write_bytes
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_bytes(Path(folder, "a.txt"), b"abc").read_bytes()
    b'abc'
    """
    target = Path(path)
    try:
        atomic_write(target, data)
    except OSError as error:
        raise NotSaved("formats.not-written", path=target, reason=error.strerror or error) from error
    return target


def write_text(path: str | os.PathLike[str], text: str) -> Path:
    r"""Put `text` at `path` in one step, in UTF-8 with the line breaks it has; the path written.

    Raises NotSaved, as `write_bytes`.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from lawtrack.formats import write_text
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_text(Path(folder, "a.txt"), "第一条　公园开放。\n").read_text(encoding="utf-8")
    '第一条\u3000公园开放。\n'
    """
    return write_bytes(path, text.encode("utf-8"))
