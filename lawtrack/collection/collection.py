"""`Collection`: what users meet of many instruments at once; every method only calls what lies below."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.collection.building import build as build_tables
from lawtrack.collection.columns import TABLES
from lawtrack.collection.searching import SHOWN, Search, find, search_words
from lawtrack.collection.tables import check_folder, query, read_table

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Executor

    import pandas as pd


class Collection:
    """Many instruments: tables in Parquet, a search index, and the questions that an office asks of them.

    `Collection.build` makes one, `Collection.open` opens it. Nothing is fetched and no server runs.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def build(
        cls,
        places: Iterable[str | os.PathLike[str]],
        out: str | os.PathLike[str],
        *,
        executor: Executor | None = None,
        progress: Callable[[int, int], object] | None = None,
        again: bool = False,
    ) -> Collection:
        r"""The collection of everything at and below `places`, in the folder `out`; only changed files are read again.

        `executor` is any of `concurrent.futures`, a cluster's too; `progress` is called with (files done, files in all).
        Raises NotFound for a place that is not there, NotSaved where the system refuses. What could not be read is in
        `unread`.

        >>> import pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as name:
        ...     _ = (pathlib.Path(name) / "控烟.txt").write_text("某市控烟条例\n第一条　室内禁止吸烟。", encoding="utf-8")
        ...     city = Collection.build([name], f"{name}/out")
        ...     [(hit.title, hit.label) for hit in city.search("吸烟").itertuples()]
        [('某市控烟条例', '第一条')]
        """
        return cls(build_tables(places, out, executor=executor, progress=progress, again=again))

    @classmethod
    def open(cls, folder: str | os.PathLike[str]) -> Collection:
        """The collection in `folder`. Raises NotFound where there is none."""
        check_folder(Path(folder))
        return cls(Path(folder))

    @cached_property
    def instruments(self) -> pd.DataFrame:
        """One row an instrument; the columns of every table stand in docs/collection.md."""
        return read_table(self.folder, "instruments")

    @cached_property
    def clauses(self) -> pd.DataFrame:
        """One row an article, paragraph, item or point, and a preamble or an annex whole."""
        return read_table(self.folder, "clauses")

    @cached_property
    def references(self) -> pd.DataFrame:
        """One row a place or an instrument that a text cites."""
        return read_table(self.folder, "references")

    @cached_property
    def facts(self) -> pd.DataFrame:
        """One row an amount, deadline, body or measure that an article names."""
        return read_table(self.folder, "facts")

    @cached_property
    def findings(self) -> pd.DataFrame:
        """One row a place that breaks a rule of drafting, or a thing left out when the file was read."""
        return read_table(self.folder, "findings")

    @cached_property
    def unread(self) -> pd.DataFrame:
        """One row a file that is not in the collection, and why."""
        return read_table(self.folder, "unread")

    def sql(self, question: str, *given: object) -> pd.DataFrame:
        """What a question in SQL gives over the tables, `given` for its question marks.

        Raises UnusableInput for a question that DuckDB does not understand.
        """
        return query(self.folder, question, given)

    def text(self, instrument: str) -> str:
        """The text of an instrument, whole; "" where there is none of that id."""
        found = query(self.folder, "SELECT text FROM texts WHERE instrument = ?", [instrument])["text"]
        return str(found.iloc[0]) if len(found) else ""

    def search(
        self,
        words: str | Sequence[str] = "",
        *,
        kind: str | Sequence[str] | None = None,
        level: str = "article",
        pattern: str = "",
        penalties: bool = False,
        fine: tuple[float, float] | None = None,
        since: str = "",
        until: str = "",
        body: str = "",
        title: str = "",
        limit: int | None = None,
    ) -> pd.DataFrame:
        """The clauses of `level` (article, paragraph, item, point) that hold all of `words`, in the order of the instruments.

        Every further condition must hold too: `pattern` a regular expression; `kind` of instrument, one or several;
        `penalties` only in chapters of penalties; `fine` a range in yuan that the clause's fine touches; `since`,
        `until` the instrument's last change (ISO 8601); `body` who made it; `title` words of its title. What is no
        article (preamble, annex) is searched with every level. `marks` are the places of the hits in `text`; with a
        `limit`, `attrs["total"]` says how many there are in all. Raises UnusableInput.
        """
        import pandas as pd

        kinds = (kind,) if isinstance(kind, str) else tuple(kind or ())
        wanted = Search(
            search_words(words), pattern, kinds, level, penalties, fine, since, until, body, title, limit
        )
        hits = find(self.folder, wanted)
        frame = pd.DataFrame(list(hits.rows), columns=list(SHOWN))
        frame.attrs["total"] = hits.total
        return frame

    def __repr__(self) -> str:
        counts = ", ".join(f"{name} {len(getattr(self, name))}" for name in ("instruments", "unread"))
        return f"<Collection {self.folder}: {counts}>"


COLUMNS: Final[dict[str, dict[str, str]]] = {
    table: {column.name: column.meaning for column in columns} for table, columns in TABLES.items()
}
"""Table → column → what it holds."""
