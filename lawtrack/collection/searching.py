"""`search`: clauses that hold words, fit a pattern, or fine within a range; hits marked."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from lawtrack.check import amounts
from lawtrack.collection.blurring import Sought
from lawtrack.collection.index import open_index
from lawtrack.collection.refusing import what_is_wrong
from lawtrack.collection.requiring import Need, required
from lawtrack.collection.spelling import asked_word
from lawtrack.collection.titles import KINDS
from lawtrack.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LEVELS: Final = ("article", "paragraph", "item", "point")
SHOWN: Final = (
    "instrument",
    "title",
    "eid",
    "label",
    "text",
    "place",
    "chapter",
    "kind",
    "changed",
    "start",
    "marks",
)
"""Columns of what a search gives."""
ENOUGH: Final = 10_000
"""So many clauses are read for a page and to count hits beyond it, a sixth of a second at most; `count` reads on."""
ENOUGH_FINES: Final = 500
"""And so many where their fines must be understood."""
_PIECE: Final = 500
_DAY: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_DETAILS: Final = (
    "SELECT c.id, i.instrument, i.title, c.eid, c.label, c.text, c.place, c.chapter, i.kind, i.changed, c.start "
    "FROM clauses c JOIN instruments i ON i.id = c.instrument WHERE c.id IN"
)
_OTHER: Final = "'preamble', 'annex', 'order', 'tail'"
_MATCH: Final = "words MATCH ?"
_Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for. Everything that is given must hold of a clause.

    `words`: all of them stand in the clause; `pattern`: a regular expression of Python; `kind`: kinds of instruments;
    `penalties`: only in chapters of penalties; `fine`: a fine whose range touches this one, in yuan; `since`, `until`:
    when the instrument was last changed, ISO 8601; `body`: words in the name of who made it; `title`: words in the title.
    `limit`: so many are shown; `count`: how many there are is counted, however long it takes.
    """

    words: tuple[str, ...] = ()
    pattern: str = ""
    kind: tuple[str, ...] = ()
    level: str = "article"
    penalties: bool = False
    fine: tuple[float, float] | None = None
    since: str = ""
    until: str = ""
    body: str = ""
    title: str = ""
    limit: int | None = None
    count: bool = False


@dataclass(frozen=True, slots=True)
class Hits:
    """The clauses as tuples in the order of `SHOWN`; how many there are in all, and `at_least`.

    `total` is None where they were not counted to the end: only so much is known as `at_least` says. `read` is how many
    clauses were read where reading ended before the page was full, so that more may stand in the rest; None otherwise.
    """

    rows: tuple[tuple[Any, ...], ...] = field(repr=False)
    total: int | None
    at_least: int
    read: int | None = None


def search_words(said: str | Sequence[str]) -> tuple[str, ...]:
    """The words of a search: one string is cut at blanks, except within quotation marks.

    >>> search_words('罚款 "城市 管理"')
    ('罚款', '城市 管理')
    """
    if not isinstance(said, str):
        return tuple(word for word in said if word.strip())
    pairs = re.findall(r'["“”]([^"“”]+)["“”]|(\S+)', said)
    return tuple(quoted or plain for quoted, plain in pairs)


def find(folder: Path, search: Search) -> Hits:
    """The clauses of the collection in `folder` that `search` asks for, in the order of the instruments.

    Raises UnusableInput for a pattern that is none, an unknown level or kind, a date in another form;
    NotFound where there is no collection.
    """
    if search.level not in LEVELS:
        raise UnusableInput("collection.no-level", level=search.level, known=LEVELS)
    for kind in search.kind:
        if kind not in KINDS:
            raise UnusableInput("collection.no-kind", kind=kind, known=KINDS)
    for day in filter(None, (search.since, search.until)):
        if not _DAY.fullmatch(day):
            raise UnusableInput("collection.bad-date", date=day)
    if search.fine and search.fine[0] > search.fine[1]:
        search = replace(search, fine=(search.fine[1], search.fine[0]))
    wanted = _wanted(search)
    with contextlib.closing(open_index(folder)) as db:
        try:
            return _counted(db, search, wanted) or _held(db, search, wanted)
        except sqlite3.DatabaseError as problem:
            raise UnusableInput("collection.damaged", path="search.sqlite") from problem


def _counted(db: sqlite3.Connection, search: Search, wanted: Sequence[Sought]) -> Hits | None:
    """The first clauses, and how many there are, counted by the index without reading them.

    None where the index alone cannot say it: for a pattern, for numbers, for parts of articles, or should a clause not bear
    it out.
    """
    numbers = any(asked_word(word).number for word in search.words)
    if search.limit is None or search.pattern or numbers or search.level != "article":
        return None
    asked = _question(search, Need(search.words))
    first = db.execute(asked.sql("a.id, a.text", ordered=True) + " LIMIT ?", [*asked.given, search.limit])
    marked = [(number, _marks(text, wanted)) for number, text in first]
    if any(marks is None for _, marks in marked):
        return None
    rows = _rows(db, marked)
    if len(rows) < search.limit:
        return Hits(rows, len(rows), len(rows))
    ((total,),) = db.execute(asked.count(), asked.given)
    return Hits(rows, total, total)


def _held(db: sqlite3.Connection, search: Search, wanted: Sequence[Sought]) -> Hits:
    """The clauses, each of them held against the words and the pattern.

    Where only the first are asked for, and not how many there are, reading ends when enough was read; where the first were
    not all found by then, it is told how far that was.
    """
    ((known,),) = db.execute("SELECT seen FROM characters")
    needs = (asked_word(word).need for word in search.words)
    asked = _question(search, Need((*needs, required(search.pattern, known))))
    fines = search.fine if search.level != "article" else None  # the index knows of fines by article
    enough = ENOUGH_FINES if fines else ENOUGH
    marked: list[tuple[int, _Marks | None]] = []
    total = 0
    candidates = db.execute(asked.sql(f"{asked.shown}.id, {asked.shown}.text", ordered=True), asked.given)
    for read, (number, text) in enumerate(candidates):
        full = search.limit is not None and total >= search.limit
        if search.limit is not None and not search.count and read >= enough:
            return Hits(_rows(db, marked), None, total, None if full else read)
        if not all(each.stands(text) for each in wanted) or (fines and not _fines(text, *fines)):
            continue
        total += 1
        if not full:
            marked.append((number, _marks(text, wanted)))
    return Hits(_rows(db, marked), total, total)


def _fines(text: str, low: float, high: float) -> bool:
    """Does `text` itself fine within a range?"""
    return any(
        each.fine and each.unit == "yuan" and each.low <= high and (each.high is None or each.high >= low)
        for each in amounts(text)
    )


def _rows(db: sqlite3.Connection, marked: Sequence[tuple[int, _Marks | None]]) -> tuple[tuple[Any, ...], ...]:
    """The clauses of those numbers as rows, each with its marks."""
    rows: list[tuple[Any, ...]] = []
    for at in range(0, len(marked), _PIECE):
        piece = dict(marked[at : at + _PIECE])
        rows += [
            (*row, piece[number])
            for number, *row in db.execute(
                f"{_DETAILS} ({','.join('?' * len(piece))}) ORDER BY c.id", [*piece]
            )
        ]
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Question:
    """A search in SQL: where the clauses come from, in which order, what must hold, what stands for the question marks.

    `shown` is the clause that is shown: the article (a), or a part of it (c).
    """

    source: str
    order: str
    wheres: tuple[str, ...]
    given: tuple[Any, ...]
    shown: str

    def sql(self, columns: str, *, ordered: bool = False) -> str:
        """The statement; `ordered` as the instruments and their clauses are."""
        order = f" ORDER BY {self.order}" if ordered else ""
        return f"SELECT {columns} FROM {self.source} WHERE {' AND '.join(self.wheres)}{order}"

    def count(self) -> str:
        """The statement that counts articles; where only words are asked for, in the index alone."""
        if self.wheres[:-1] == (_MATCH,):
            return (
                f"SELECT count(*) FROM words WHERE {_MATCH} AND ? = 'article'"  # no parts stand in the index
            )
        return self.sql("count(*)")


def _question(search: Search, need: Need) -> _Question:
    """The SQL of a search for clauses that hold what is needed and lie within its conditions."""
    whole = search.level == "article"
    shown = "a" if whole else "c"
    match, (about, values) = need.match(), _about(search)
    source, order = _source(bool(match), bool(about), shown)
    wheres: list[str] = [_MATCH] if match else []
    given: list[Any] = [match] if match else []
    if search.fine:
        wheres.append("a.id IN (SELECT clause FROM fines WHERE low <= ? AND (high IS NULL OR high >= ?))")
        given += [search.fine[1], search.fine[0]]
        if not whole:
            wheres.append("instr(c.text, '罚')")  # no other clause fines: the words themselves are read after
    if search.penalties:
        wheres.append("a.penalties")
    wheres += [*about, f"{shown}.level IN (?, {_OTHER})"]
    return _Question(source, order, tuple(wheres), (*given, *values, search.level), shown)


def _source(by_words: bool, by_instrument: bool, shown: str) -> tuple[str, str]:
    """Where clauses come from, and the order in which they do so: what is rare first, and nothing is sorted that comes in order.

    The words of the index come in the order of the clauses, and the parts of an article too, which are of one level.
    """
    parts = "" if shown == "a" else " CROSS JOIN clauses c ON c.article = a.id"
    if by_words:
        more = " CROSS JOIN instruments i ON i.id = a.instrument" if by_instrument else ""
        return f"words w CROSS JOIN clauses a ON a.id = w.rowid{more}{parts}", "w.rowid"
    if by_instrument:
        return f"instruments i CROSS JOIN clauses a ON a.instrument = i.id{parts}", f"i.id, {shown}.id"
    return f"clauses a{parts}", "a.id"


def _about(search: Search) -> tuple[list[str], list[Any]]:
    """What a search asks of the instruments: conditions, and what stands for their question marks."""
    wheres: list[str] = []
    given: list[Any] = []
    if search.kind:
        wheres.append(f"i.kind IN ({','.join('?' * len(search.kind))})")
        given += search.kind
    for operator, value in ((">=", search.since), ("<=", search.until)):
        if value:
            wheres.append(f"i.changed != '' AND i.changed {operator} ?")
            given.append(value + ("￿" if operator == "<=" else ""))
    for column, value in (("body", search.body), ("title", search.title)):
        if value:
            wheres.append(f"instr(i.{column}, ?)")
            given.append(value.strip("《》〈〉 　"))
    return wheres, given


def _wanted(search: Search) -> list[Sought]:
    """What must stand in the clause: each word, white space between its characters let pass, and the pattern."""
    wanted = [Sought(asked_word(word).expression) for word in search.words]
    if search.pattern:
        try:
            wanted.append(Sought(re.compile(search.pattern)))
        except re.error as problem:
            raise UnusableInput(
                "collection.bad-pattern", pattern=search.pattern, reason=what_is_wrong(problem)
            ) from problem
    return wanted


def _marks(text: str, wanted: Sequence[Sought]) -> _Marks | None:
    """Where the hits stand in `text`, sorted and apart; None where something wanted is not there."""
    spans: list[tuple[int, int]] = []
    for each in wanted:
        hits = each.spans(text)
        if not hits:
            return None
        spans += hits
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
