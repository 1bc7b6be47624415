"""What a file of somebody else is, by its content: its bytes with care, its kind, and Word out of older formats."""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from typing import Final, Literal, get_args

from lawtrack.errors import NotFound, UnusableInput
from lawtrack.formats.word.compound import COMPOUND, refusal

SIZE_LIMIT: Final = 100_000_000
"""Bytes of the largest file that is read. The Civil Code in Word has half a million."""

Kind = Literal["docx", "office", "pdf", "html", "archive", "akn", "markdown", "text"]
Tracked = Literal["accepted", "rejected"]
TRACKED: Final[tuple[Tracked, ...]] = get_args(Tracked)
"""How tracked changes of a Word file are read."""

_REFUSED: Final = {
    b"\x89PNG": "formats.picture", b"\xff\xd8\xff": "formats.picture", b"GIF8": "formats.picture",
    b"II*\0": "formats.picture", b"MM\0*": "formats.picture", b"Rar!": "formats.archive", b"7z\xbc\xaf": "formats.archive",
    b"\x1f\x8b": "formats.archive",
}  # fmt: skip


def kind_of(data: bytes, name: str) -> Kind:
    """What the bytes are. Raises UnusableInput for what is known and not read: OFD, pictures, archives, encrypted files.

    >>> kind_of(b"<html><p>...", "a.txt"), kind_of("第一条".encode(), "a.md")
    ('html', 'markdown')
    """
    for magic, code in _REFUSED.items():
        if data.startswith(magic):
            raise UnusableInput(code, name=name)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        if b"OFD.xml" in data:
            raise UnusableInput("formats.ofd", name=name)
        return "office" if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:120] else "docx"
    if data.startswith(COMPOUND):
        return _ole_kind(data, name)
    if data.startswith(b"{\\rtf"):
        return "office"
    return _text_kind(data[:5000], name)


_MARKS: Final = re.compile(r"^(?:#{1,6} |\*\*|:{3,}|> )|markdown=", re.MULTILINE)
"""Marks by which a Markdown file that begins with a tag is still one."""


def _text_kind(head: bytes, name: str) -> Kind:
    from lawtrack.formats.web.reading import looks_html

    plain = head.replace(b"\0", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe")
    if "Word.Document" in plain[:300] or "office:mimetype=" in plain[:3000]:
        return "office"
    marked = PurePath(name).suffix.lower() in {".md", ".markdown"}
    if looks_html(plain) and not (marked and _MARKS.search(plain)):
        return "html"
    if plain[:12].lower() == "mime-version" and "multipart/" in plain:
        return "archive"
    if plain.lstrip().startswith(("<?xml", "<akomaNtoso", "<!DOCTYPE")):
        return "akn"
    return "markdown" if marked else "text"


def _ole_kind(data: bytes, name: str) -> Kind:
    code = refusal(data, wps=PurePath(name).suffix.lower() == ".wps")
    if code:
        raise UnusableInput(code, name=name)
    return "office"


def bytes_of(path: Path) -> bytes:
    """The bytes of a file, one more than `SIZE_LIMIT` of them at most. Raises NotFound and UnusableInput."""
    try:
        with path.open("rb") as stream:
            return stream.read(SIZE_LIMIT + 1)
    except FileNotFoundError as problem:
        raise NotFound("formats.no-file", path=str(path)) from problem
    except IsADirectoryError as problem:
        raise UnusableInput("formats.folder", path=str(path)) from problem
    except OSError as problem:
        code = "formats.folder" if path.is_dir() else "formats.unreadable"
        raise UnusableInput(code, path=str(path), reason=problem.strerror or str(problem)) from problem


def converted(data: bytes, name: str) -> bytes:
    """What LibreOffice makes of a .doc, .wps, .rtf or .odt: a .docx. Raises MissingTool and UnusableInput."""
    from lawtrack.formats.word.office import convert

    return convert(data, _suffix(data, name), name)


def _suffix(data: bytes, name: str) -> str:
    """The suffix that tells LibreOffice what `data` is; a compound file is .doc or .wps as its name says."""
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(b"PK"):
        return ".odt"
    if not data.startswith(COMPOUND):
        return ".xml"
    return ".wps" if PurePath(name).suffix.lower() == ".wps" else ".doc"
