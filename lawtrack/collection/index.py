"""The search index: SQLite's FTS5 from Python's own library, one character a token, so that a word is a phrase.

Chinese has no spaces: FTS5's own tokenizers find nothing for words of two characters or lose what a dictionary cuts
elsewhere. Every character a token, marks too, finds every word and nothing else, so that hits can be counted without
being read; what is shown is held against the words themselves. The file can be thrown away: it is made from the tables.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lawtrack.collection.tables import check_folder, engine
from lawtrack.errors import NotSaved

if TYPE_CHECKING:
    from collections.abc import Iterator

INDEX: Final = "search.sqlite"
_NARROW: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PIECE: Final = 20_000
_MAPPED: Final = 1 << 34
"""So much of the file is read as memory, where the system can: a third faster than page by page."""
_FORM: Final = 3
"""Of the index; one of another form is made again."""
_SCHEMA: Final = (
    "CREATE TABLE instruments (id INTEGER PRIMARY KEY, instrument TEXT, title TEXT, kind TEXT, body TEXT, changed TEXT)",
    (
        "CREATE TABLE clauses (id INTEGER PRIMARY KEY, instrument INTEGER, level TEXT, eid TEXT, label TEXT, place TEXT, "
        "chapter TEXT, penalties INTEGER, text TEXT, start INTEGER, article INTEGER)"
    ),
    (
        "CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, "
        "tokenize=\"unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'\")"
    ),
    "CREATE TABLE fines (clause INTEGER, low REAL, high REAL)",
    "CREATE TABLE characters (seen TEXT)",
)
_CLAUSES: Final = (
    'SELECT i.k, c.level, c.eid, c.label, c.place, c.chapter, c.penalties, c.text, c."start", c.article, c.n '
    "FROM clauses c JOIN (SELECT instrument, row_number() OVER (ORDER BY instrument) k FROM instruments) i "
    "USING (instrument) ORDER BY i.k, c.n"
)
_FINES: Final = (
    "SELECT i.k, f.eid, f.low, f.high FROM facts f JOIN (SELECT instrument, row_number() OVER (ORDER BY instrument) k "
    "FROM instruments) i USING (instrument) WHERE f.kind = 'fine' AND f.unit = 'yuan' ORDER BY i.k, f.eid, f.low, f.high"
)


def folded(text: str) -> str:
    """`text` as the index knows it, character for character: half-width, small letters.

    >>> folded("ＡＢ，条例")
    'ab,条例'
    """
    narrow = text.translate(_NARROW)
    small = narrow.lower()
    return small if len(small) == len(narrow) else narrow


class _Kept(dict[int, int]):
    """Every character as the index keeps it: one that it could not keep (controls, unassigned) stands as U+FFFD."""

    def __missing__(self, code: int) -> int:
        kind = unicodedata.category(chr(code))
        self[code] = 0xFFFD if kind[0] == "C" and kind != "Co" else code
        return self[code]


_KEPT: Final = _Kept()


def tokens(text: str) -> str:
    """The characters of `text` apart, without white space."""
    return " ".join("".join(folded(text).split()).translate(_KEPT))


def build_index(tables: Any, folder: Path) -> Path:
    """The index file in `folder`, made from the tables that the connection `tables` of DuckDB has."""
    handle, name = tempfile.mkstemp(prefix=".building-", suffix=".sqlite", dir=folder)
    os.close(handle)
    try:
        with contextlib.closing(sqlite3.connect(name)) as db:
            _fill(db, tables)
        Path(name).chmod(0o644)
        Path(name).replace(folder / INDEX)
    except OSError as problem:
        raise NotSaved("formats.not-written", path=folder, reason=problem.strerror or problem) from problem
    finally:
        Path(name).unlink(missing_ok=True)
    return folder / INDEX


def _fill(db: sqlite3.Connection, tables: Any) -> None:
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "page_size=8192", "cache_size=-64000"):
        db.execute(f"PRAGMA {pragma}")
    for statement in _SCHEMA:
        db.execute(statement)
    db.execute(f"PRAGMA user_version={_FORM}")
    listed = tables.execute(
        "SELECT row_number() OVER (ORDER BY instrument), instrument, title, kind, body, changed FROM instruments ORDER BY 1"
    )
    db.executemany("INSERT INTO instruments VALUES (?,?,?,?,?,?)", listed.fetchall())
    articles: dict[tuple[int, str], int] = {}
    seen: set[str] = set()
    for row in _numbered(tables.execute(_CLAUSES)):
        number, (k, level, eid, label, place, chapter, penalties, text, start, article, _) = row
        if eid == article:
            articles[k, eid] = number
            said = tokens(text)
            seen.update(said)
            db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, said))
        db.execute(
            "INSERT INTO clauses VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            (
                number,
                k,
                level,
                eid,
                label,
                place,
                chapter,
                penalties,
                text,
                start,
                articles.get((k, article), number),
            ),
        )
    fines = [
        (articles[k, eid], low, high)
        for k, eid, low, high in tables.execute(_FINES).fetchall()
        if (k, eid) in articles
    ]
    db.executemany("INSERT INTO fines VALUES (?,?,?)", fines)
    db.execute("INSERT INTO characters VALUES (?)", ("".join(sorted(seen - {" "})),))
    db.execute("INSERT INTO words (words) VALUES ('optimize')")
    db.execute("CREATE INDEX below ON clauses (article, level)")
    db.execute("CREATE INDEX fine ON fines (clause)")
    db.execute("CREATE INDEX of_instrument ON clauses (instrument, level)")
    db.commit()


def _numbered(result: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
    number = 0
    while piece := result.fetchmany(_PIECE):
        for row in piece:
            number += 1
            yield number, row


def open_index(folder: Path) -> sqlite3.Connection:
    """A connection that only reads; the index is made where it is missing. Raises NotFound without a collection."""
    check_folder(folder)
    file = folder / INDEX
    if not _is_of_form(file):
        tables = engine()
        for table in ("instruments", "clauses", "facts"):
            path = str(folder / f"{table}.parquet").replace("'", "''")
            tables.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{path}')")
        build_index(tables, folder)
    db = _reading(file)
    db.execute(f"PRAGMA mmap_size={_MAPPED}")
    return db


def _reading(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def _is_of_form(file: Path) -> bool:
    """Is there an index of this form? A damaged one is left for the search to tell of."""
    if not file.is_file():
        return False
    with contextlib.closing(_reading(file)) as db:
        try:
            return bool(db.execute("PRAGMA user_version").fetchone()[0] == _FORM)
        except sqlite3.DatabaseError:
            return True
