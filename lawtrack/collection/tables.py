"""Parquet in and out, through DuckDB: one engine, in this process, that fetches nothing."""

from __future__ import annotations

import json
import shutil
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lawtrack.atomic import atomic_write
from lawtrack.collection.columns import FORMAT, TABLES, Rows
from lawtrack.errors import NotFound, NotSaved, UnusableInput

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

STAMP: Final = "collection.json"
_ORDER: Final = {
    "instruments": "instrument", "texts": "instrument", "clauses": "instrument, n",
    "references": 'instrument, "start", "end", label', "facts": 'instrument, eid_n, "start", kind, words, low, high',
    "findings": 'instrument, "start", "end", code', "unread": "file",
}  # fmt: skip
_PIECE: Final = 200_000
"""Rows that are made into a frame at a time."""


def engine(folder: str | None = None) -> Any:
    """A connection of DuckDB that fetches nothing; `folder` is where it may put what does not fit into memory."""
    import duckdb

    connection = duckdb.connect()
    for setting in ("autoinstall_known_extensions", "autoload_known_extensions"):
        connection.execute(f"SET {setting}=false")
    if folder:
        connection.execute("SET temp_directory=?", [folder])
    return connection


class Writer:
    """Takes rows in and writes the tables, sorted, the same bytes for the same rows."""

    def __init__(self, out: Path) -> None:
        self.out = out
        try:
            out.mkdir(parents=True, exist_ok=True)
            self.folder = Path(tempfile.mkdtemp(prefix=".building-", dir=out))
        except OSError as problem:
            raise NotSaved("formats.not-written", path=out, reason=problem.strerror or problem) from problem
        self.engine = engine(str(self.folder))
        for table, columns in TABLES.items():
            told = ", ".join(f'"{column.name}" {column.type}' for column in columns)
            self.engine.execute(f"CREATE TABLE {_name(table)} ({told})")

    def keep(self, instruments: Iterable[str]) -> None:
        """Take over the rows of these files from the tables that are there; further instruments in one file are `id#2`."""
        import pandas as pd

        frame = pd.DataFrame({"instrument": pd.Series(list(instruments), dtype=object)})
        self.engine.register("kept", frame)
        for table in TABLES:
            if table != "unread":
                self.engine.execute(
                    f"INSERT INTO {_name(table)} SELECT * FROM read_parquet(?) "
                    "WHERE regexp_replace(instrument, '#[0-9]+$', '') IN (SELECT instrument FROM kept)",
                    [str(self.out / f"{table}.parquet")],
                )
        self.engine.unregister("kept")

    def add(self, rows: Rows) -> None:
        """Take rows in."""
        import pandas as pd

        for table, new in rows.items():
            names = [column.name for column in TABLES[table]]
            for at in range(0, len(new), _PIECE):
                frame = pd.DataFrame(new[at : at + _PIECE], columns=names, dtype=object)
                self.engine.register("new", frame)
                self.engine.execute(f"INSERT INTO {_name(table)} SELECT * FROM new")
                self.engine.unregister("new")

    def write(self) -> None:
        """Put the files in place, the stamp last. Raises NotSaved where the system refuses."""
        self.engine.execute(
            "SET threads=1"
        )  # with more, the place where row groups end is a matter of chance
        try:
            for table in TABLES:
                target = self.folder / f"{table}.parquet"
                self.engine.execute(
                    f"COPY ({_sorted(table)}) TO '{_quoted(target)}' (FORMAT parquet, COMPRESSION zstd)"
                )
            for table in TABLES:
                (self.folder / f"{table}.parquet").replace(self.out / f"{table}.parquet")
            atomic_write(self.out / STAMP, json.dumps(_stamp()).encode())
        except OSError as problem:
            raise NotSaved(
                "formats.not-written", path=self.out, reason=problem.strerror or problem
            ) from problem

    def close(self) -> None:
        """Leave nothing behind."""
        self.engine.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def _sorted(table: str) -> str:
    names = ", ".join(f'"{column.name}"' for column in TABLES[table])
    if table != "facts":
        return f"SELECT {names} FROM {_name(table)} ORDER BY {_ORDER[table]}"
    names = ", ".join(f'f."{column.name}"' for column in TABLES[table])
    return (
        f"SELECT {names} FROM facts f LEFT JOIN clauses c ON c.instrument = f.instrument AND c.eid = f.eid "
        'ORDER BY f.instrument, c.n, f."start", f.kind, f.words, f.low, f.high'
    )


def _stamp() -> dict[str, object]:
    """What made the tables: another version of lawtrack may read the same files otherwise."""
    try:
        return {"format": FORMAT, "lawtrack": version("lawtrack")}
    except PackageNotFoundError:  # run from a checkout that nobody installed
        return {"format": FORMAT, "lawtrack": ""}


def hashes_in(folder: Path) -> dict[str, str]:
    """Instrument → hash of the file that it was read from, of a collection that this version made; {} for any other."""
    try:
        if json.loads((folder / STAMP).read_text(encoding="utf-8")) != _stamp():
            return {}
        frame = read_table(folder, "instruments", "instrument, sha256")
    except (OSError, ValueError, UnusableInput):
        return {}
    return dict(zip(frame["instrument"], frame["sha256"], strict=True))


def read_table(folder: Path, table: str, columns: str = "*") -> pd.DataFrame:
    """One table as a DataFrame. Raises UnusableInput for a damaged file, NotFound where there is no collection."""
    return query(folder, f"SELECT {columns} FROM {_name(table)}")


def query(folder: Path, sql: str, given: Iterable[object] = ()) -> pd.DataFrame:
    """What `sql` gives over the tables of the collection in `folder`, as a DataFrame."""
    import duckdb

    check_folder(folder)
    connection = engine()
    try:
        for table in TABLES:
            file = _quoted(folder / f"{table}.parquet")
            connection.execute(f"CREATE VIEW {_name(table)} AS SELECT * FROM read_parquet('{file}')")
        frame: pd.DataFrame = connection.execute(sql, list(given)).df()
    except duckdb.ParserException as problem:
        raise UnusableInput("collection.bad-sql", reason=str(problem).splitlines()[0]) from problem
    except duckdb.BinderException as problem:
        raise UnusableInput("collection.bad-sql", reason=str(problem).splitlines()[0]) from problem
    except duckdb.Error as problem:
        raise UnusableInput("collection.damaged", path=folder) from problem
    finally:
        connection.close()
    return frame


def check_folder(folder: Path) -> None:
    """Raise NotFound where `folder` holds no collection."""
    if not (folder / "instruments.parquet").is_file():
        raise NotFound("collection.none", path=folder)


def _name(table: str) -> str:
    return f'"{table}"'


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
