"""A workbook that came from elsewhere, opened with care."""

from __future__ import annotations

import io
import warnings
from typing import Any

from lawtrack.errors import UnusableInput
from lawtrack.formats.packages import Package


def open_workbook(data: bytes, name: str) -> Any:
    """A workbook of openpyxl, with the values that its formulas had. Raises UnusableInput for what is none, or damaged."""
    from openpyxl import load_workbook

    Package(data, name)  # refuses zip bombs and broken packages before openpyxl unpacks
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # what openpyxl cannot show of a workbook's looks is nothing to us
            return load_workbook(io.BytesIO(data), data_only=True)
    except Exception as problem:  # a damaged part fails anywhere in openpyxl, zlib or the XML parser
        raise UnusableInput("formats.damaged", name=name) from problem
