"""What every spreadsheet that we write keeps to: text stays text, and the same content is the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.cell.rich_text import CellRichText

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula (OWASP, CSV injection); the last four with an IME."""
LONGEST: Final = 32_767
"""Characters that a cell of Excel holds."""

_ZIP_DAY: Final = (1980, 1, 1, 0, 0, 0)
_UNSPEAKABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_Value = TypeVar("_Value")


def inert(value: _Value) -> _Value | str:
    """A cell of a CSV file that no spreadsheet takes for a formula; numbers stay numbers.

    >>> inert("=HYPERLINK(1)"), inert(-35), inert("条例")
    ("'=HYPERLINK(1)", -35, '条例')
    """
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA) else value


def sayable(text: str) -> str:
    """`text` without the characters that a workbook's XML cannot hold."""
    return _UNSPEAKABLE.sub("", text)


def put_text(cell: Cell | MergedCell, text: str | CellRichText) -> None:
    """Make `text` the value of `cell`, as text even where it begins with =, now and when somebody edits it."""
    words = sayable(text) if isinstance(text, str) else text
    cell.value = words
    cell.data_type = "s"
    if str(words).startswith(FORMULA):
        cell.quotePrefix = True


def timeless(package: bytes) -> bytes:
    """An Office package without the times at which it was made, nor the program that made it.

    So the same content is the same bytes.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(\w+)[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", data)
            if name == "docProps/app.xml":
                data = re.sub(rb"<(Application|AppVersion)>[^<]*</\1>", b"", data)
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, data)
    return out.getvalue()
