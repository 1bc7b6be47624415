"""Zip packages and XML from strangers, opened so that they can do no harm.

A package may not unpack to more than `LIMIT` bytes (a zip bomb), XML may not have a document type (entities that grow
or fetch), and nothing is ever fetched. Whatever is broken raises UnusableInput.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from lxml import etree

from lawtrack.errors import UnusableInput

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT: Final = 200_000_000
"""Bytes that a package may unpack to. The longest law with pictures stays below a tenth of it."""
PARTS: Final = 20_000
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, struct.error, ValueError, KeyError,
    NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip
_ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL: Final = b"http://schemas.openxmlformats.org/"


def safe_xml(data: bytes, name: str) -> _Element:
    """The root of an XML file. Raises UnusableInput where it is not well-formed or declares a document type.

    >>> safe_xml(b"<a>1</a>", "x.xml").text
    '1'
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise UnusableInput("formats.damaged", name=name) from problem
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs forget that a root has a tree
        raise UnusableInput("formats.unsafe", name=name)
    return root


def legal_xml(words: str) -> str:
    r"""`words` without the characters that XML cannot hold (XML 1.0, 2.2).

    >>> legal_xml("第一\x00条")
    '第一条'
    """
    return _ILLEGAL.sub("", words)


class Package:
    """The parts of an Office package: `read` their bytes, parse them as `xml`, follow their `related` parts.

    Raises UnusableInput for a package that is cut off, broken, encrypted, or far too large.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _BROKEN as problem:
            raise UnusableInput("formats.cut-off", name=name) from problem
        if len(entries) > PARTS or sum(entry.file_size for entry in entries) > LIMIT:
            raise UnusableInput("formats.too-large", name=name, limit=LIMIT // 1_000_000)
        if any(entry.flag_bits & 1 for entry in entries):
            raise UnusableInput("formats.encrypted", name=name)
        self.parts: Final = frozenset(entry.filename for entry in entries)

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises UnusableInput where it is missing or broken."""
        try:
            with self._zip.open(part) as stream:
                return stream.read(LIMIT)
        except _BROKEN as problem:
            raise UnusableInput("formats.damaged", name=self.name) from problem

    def xml(self, part: str) -> _Element:
        """The root of a part; the strict dialect of Office's XML comes out in the ordinary one's namespaces."""
        data = self.read(part)
        if _STRICT in data:
            data = data.replace(
                _STRICT + b"officeDocument/relationships",
                _TRANSITIONAL + b"officeDocument/2006/relationships",
            )
            data = data.replace(
                _STRICT + b"wordprocessingml/main", _TRANSITIONAL + b"wordprocessingml/2006/main"
            )
        return safe_xml(data, self.name)

    def related(self, part: str, kind: str) -> str | None:
        """The part that `part` ("" for the package) names as its `kind` (officeDocument, styles, …), or None."""
        folder, file = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations not in self.parts:
            return None
        for relation in self.xml(relations).iter(_RELATIONS):
            if relation.get("Type", "").endswith("/" + kind) and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:]
                return target if target in self.parts else None
        return None
