"""Published plans from files: Word, HTML, Excel, CSV and text, as rows of a table or as lines of a list."""

from __future__ import annotations

from pathlib import Path

from lawtrack.errors import UnusableInput
from lawtrack.formats.reading import read_data
from lawtrack.formats.tables_in import read_tables_data
from lawtrack.plan import Intake, read_list, read_prose, read_table


def read_published(path: str | Path, *, year: int, title: str, jurisdiction: str) -> Intake:
    r"""The plan in the file, from its tables where one is headed 名称, else from its lines.

    Raises UnusableInput for a file that cannot be read, or in which nothing is a plan item.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from lawtrack.formats import read_published
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "计划.txt")
    ...     _ = file.write_text("一、审议项目\n1.某市清洁空气条例（市环保局起草）\n", encoding="utf-8")
    ...     intake = read_published(file, year=2020, title="计划", jurisdiction="某市")
    >>> [(item.title, item.drafting_unit) for item in intake.plan.items]
    [('某市清洁空气条例', '市环保局')]
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnusableInput("records.no-file", file=str(path), reason=error.strerror or str(error)) from error
    rows = [row for table in read_tables_data(data, path.name).tables for row in table.rows]
    intake = read_table(rows, year=year, title=title, jurisdiction=jurisdiction)
    if not intake.plan.items and path.suffix.lower() not in {".xlsx", ".csv"}:
        text = read_data(data, path.name, as_shown=True).text
        intake = read_list(text, year=year, title=title, jurisdiction=jurisdiction)
        if not intake.plan.items:
            intake = read_prose(text, year=year, title=title, jurisdiction=jurisdiction)
    if not intake.plan.items:
        raise UnusableInput("plan.no-items", file=path.name)
    return intake
