"""Compound files, in which the old office keeps its documents ([MS-CFB]): looked at just enough to refuse the unreadable."""

from __future__ import annotations

import struct
from typing import Final

COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of a compound file."""
_HEADER: Final = 512
_REGULAR: Final = 0xFFFFFFFA
"""Sector numbers from here on mean something else than a place in the file ([MS-CFB] 2.1)."""


def refusal(data: bytes, *, wps: bool) -> str:
    """Why a compound file cannot be read: a code of the catalogue; "" where a converter may try.

    `wps` says that the name ends in .wps, whose streams may have other names than Word's.
    """
    if len(data) < _HEADER or _missing_sectors(data):
        return "formats.cut-off"
    if _named(data, "EncryptedPackage"):
        return "formats.encrypted"
    if not (wps or _named(data, "WordDocument")):
        return "formats.other-package"
    return "formats.encrypted" if _locked(data) else ""


def _missing_sectors(data: bytes) -> bool:
    """Does the header point at tables behind the end of the file ([MS-CFB] 2.2)?"""
    (shift,) = struct.unpack_from("<H", data, 30)
    (directory,) = struct.unpack_from("<I", data, 48)
    (short,) = struct.unpack_from("<I", data, 60)
    tables = struct.unpack_from("<109I", data, 76)
    last: int = max((sector for sector in (directory, short, *tables) if sector < _REGULAR), default=0)
    return bool((last + 1) << min(shift, 12) >= len(data))


def _named(data: bytes, stream: str) -> bool:
    """Does the directory name such a stream? Names stand there in UTF-16 ([MS-CFB] 2.6)."""
    return stream.encode("utf-16-le") in data


def _locked(data: bytes) -> bool:
    """Does Word's own header say that the text is encrypted ([MS-DOC] 2.5.2: FibBase, bit 8 of the flags)?"""
    at = data.find(b"\xec\xa5", _HEADER)
    return at >= 0 and at % _HEADER == 0 and len(data) > at + 12 and bool(data[at + 11] & 1)
