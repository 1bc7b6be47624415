"""`PowersList`: a list of powers read from what departments keep it in, compared, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lawtrack.errors import UnusableInput
from lawtrack.formats.tables_in import read_tables
from lawtrack.powers import PowersComparison, PowersData, Reading, compare_powers

if TYPE_CHECKING:
    from os import PathLike

    import pandas as pd


class PowersList(PowersData):
    r"""A list of powers: `PowersList.read(path)` reads one; `compare` holds it against an older one.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "清单.csv")
    ...     _ = file.write_text("事项名称,类型,实施主体\n养犬登记,行政确认,市公安局\n", encoding="utf-8")
    ...     [(item.name, item.body) for item in PowersList.read(file).items]
    [('养犬登记', '市公安局')]
    """

    @classmethod
    def read(cls, source: str | PathLike[str], *, body: str = "", date: str = "") -> PowersList:
        """The list in a file (xlsx, Word, CSV, HTML): columns by their headings, merged cells filled, sums left out.

        `body` is whose list it is where neither the table nor its title (某市水务局权责清单) says, `date` when it was kept
        (ISO 8601). What could not be placed is in `doubts`. Raises UnusableInput for a file without a table of powers,
        NotFound for none at all.
        """
        from dataclasses import replace
        from pathlib import Path

        reading = Reading()
        file = read_tables(source)
        ends = file.begins or (len(file.lines),) * len(file.tables)
        for table, start, end in zip(file.tables, (0, *ends), ends, strict=False):
            reading.headed(file.lines[start:end])
            reading.table(table.rows, name=table.name, below=table.below)
        if not reading.items:
            raise UnusableInput("powers.no-items", file=Path(source).name)
        whose = body or reading.owner
        items = tuple(item if item.body or not whose else replace(item, body=whose) for item in reading.items)
        reading.items = list(items)
        return cls(items, (*reading.doubts, *reading.contradictions()), reading.title, date)

    def compare(self, old: PowersData) -> PowersComparison:
        """What became of each item of the `old` list in this one."""
        return compare_powers(self, old)

    def to_frame(self) -> pd.DataFrame:
        """A DataFrame, one row an item, a column for each field."""
        import pandas as pd

        from lawtrack.powers import FIELDS

        rows: list[dict[str, Any]] = [{name: getattr(item, name) for name in FIELDS} for item in self.items]
        return pd.DataFrame(rows, columns=list(FIELDS))
