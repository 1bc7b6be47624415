"""A sample list of powers on two days: a city, bodies and ordinances that do not exist, in sentences of our own."""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import Final

SAMPLE_YEARS: Final = (2019, 2020)
"""The list stands as of 30 June of each; between them every kind of change happens once or more."""


def sample_rows(year: int) -> tuple[tuple[str, ...], ...]:
    """The rows of the sample list of that year, its headings first; every item is marked 示例文本.

    >>> rows = sample_rows(2020)
    >>> len(rows), rows[0][1], rows[1][1], rows[1][-1]
    (15, '事项名称', '临时占用古桥桥面的许可', '示例文本')
    """
    text = files("lawtrack.powers").joinpath("sample", f"{year}.csv").read_text(encoding="utf-8")
    return tuple(map(tuple, csv.reader(text.splitlines())))
