"""`search`: clauses that hold words, fit a pattern, or fine within a range; hits marked."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from lawtrack.check import amounts
from lawtrack.collection.index import folded, open_index, tokens
from lawtrack.collection.titles import KINDS
from lawtrack.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
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
_TOKEN: Final = re.compile(
    r"(?P<one>\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|[^\\])(?P<times>(?:[?*+]|\{[0-9]*(?:,[0-9]*)?\})[?+]?)?",
    re.DOTALL,
)
"""One thing of a regular expression and how often it stands there."""
_OTHER: Final = "('preamble', 'annex', 'order', 'tail')"


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for. Everything that is given must hold of a clause.

    `words`: all of them stand in the clause; `pattern`: a regular expression of Python; `kind`: kinds of instruments;
    `penalties`: only in chapters of penalties; `fine`: a fine whose range touches this one, in yuan; `since`, `until`:
    when the instrument was last changed, ISO 8601; `body`: words in the name of who made it; `title`: words in the title.
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


@dataclass(frozen=True, slots=True)
class Hits:
    """The clauses as tuples in the order of `SHOWN`, and how many there are in all."""

    rows: tuple[tuple[Any, ...], ...] = field(repr=False)
    total: int


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

    Raises UnusableInput for a pattern that is none, an unknown level or kind, NotFound where there is no collection.
    """
    if search.level not in LEVELS:
        raise UnusableInput("collection.no-level", level=search.level, known=LEVELS)
    for kind in search.kind:
        if kind not in KINDS:
            raise UnusableInput("collection.no-kind", kind=kind, known=KINDS)
    expressions = _expressions(search)
    with contextlib.closing(open_index(folder)) as db:
        return _counted(db, search, expressions) or _held(db, search, expressions)


def _counted(db: sqlite3.Connection, search: Search, expressions: Sequence[re.Pattern[str]]) -> Hits | None:
    """The first clauses, and how many there are, counted by the index without reading them.

    None where the index alone cannot say it: for a pattern, for parts of articles, or should a clause not bear it out.
    """
    if search.limit is None or search.pattern or search.level != "article":
        return None
    sql, given = _statement(search)
    rows = []
    for row in _candidates(db, f"{sql} LIMIT ?", [*given, search.limit]):
        if (marks := _marks(row[4], expressions)) is None:
            return None
        rows.append((*row, marks))
    if len(rows) < search.limit:
        return Hits(tuple(rows), len(rows))
    ((total,),) = _candidates(db, *_statement(search, count=True))
    return Hits(tuple(rows), total)


def _held(db: sqlite3.Connection, search: Search, expressions: Sequence[re.Pattern[str]]) -> Hits:
    """The clauses, each of them held against the words and the pattern."""
    rows: list[tuple[Any, ...]] = []
    total = 0
    for row in _candidates(db, *_statement(search)):
        if search.fine and search.level != "article" and not _fines(row[4], *search.fine):
            continue  # the index knows of fines by article
        if search.limit is not None and total >= search.limit:
            total += _holds(row[4], expressions)  # only counted: its marks are not shown
        elif (marks := _marks(row[4], expressions)) is not None:
            total += 1
            rows.append((*row, marks))
    return Hits(tuple(rows), total)


def _fines(text: str, low: float, high: float) -> bool:
    """Does `text` itself fine within a range?"""
    return any(
        each.fine and each.unit == "yuan" and each.low <= high and (each.high is None or each.high >= low)
        for each in amounts(text)
    )


def _candidates(db: sqlite3.Connection, sql: str, given: list[Any]) -> Iterator[tuple[Any, ...]]:
    try:
        yield from db.execute(sql, given)
    except sqlite3.DatabaseError as problem:
        raise UnusableInput("collection.damaged", path="search.sqlite") from problem


def _statement(search: Search, *, count: bool = False) -> tuple[str, list[Any]]:
    """The SQL of a search, or of how many clauses there are; and what stands for its question marks."""
    wheres: list[str] = []
    given: list[Any] = []
    wanted = (*search.words, *required(search.pattern))
    if phrases := [f'"{said}"' for word in wanted if (said := tokens(word).replace('"', '""').strip())]:
        wheres.append("a.id IN (SELECT rowid FROM words WHERE words MATCH ?)")
        given.append(" AND ".join(phrases))
    if search.fine:
        wheres.append("a.id IN (SELECT clause FROM fines WHERE low <= ? AND (high IS NULL OR high >= ?))")
        given += [search.fine[1], search.fine[0]]
    if search.penalties:
        wheres.append("a.penalties")
    if search.kind:
        wheres.append(f"i.kind IN ({','.join('?' * len(search.kind))})")
        given += search.kind
    for column, operator, value in (("changed", ">=", search.since), ("changed", "<=", search.until)):
        if value:
            wheres.append(f"i.{column} != '' AND i.{column} {operator} ?")
            given.append(value + ("￿" if operator == "<=" else ""))
    for column, value in (("body", search.body), ("title", search.title)):
        if value:
            wheres.append(f"instr(i.{column}, ?)")
            given.append(value)
    shown, source = (
        ("a", "clauses a")
        if search.level == "article"
        else ("c", "clauses a JOIN clauses c ON c.article = a.id")
    )
    if search.fine and shown == "c":
        wheres.append("instr(c.text, '罚')")  # no other clause fines: the words themselves are read after
    wheres.append(f"({shown}.level = ? OR {shown}.level IN {_OTHER})")
    if count:
        whose = (
            "JOIN instruments i ON i.id = a.instrument "
            if any(re.search(r"\bi\.", one) for one in wheres)
            else ""
        )
        return f"SELECT count(*) FROM {source} {whose}WHERE {' AND '.join(wheres)}", [*given, search.level]
    columns = ", ".join(f"{shown}.{name}" for name in ("eid", "label", "text", "place", "chapter"))
    sql = (
        f"SELECT i.instrument, i.title, {columns}, i.kind, i.changed, {shown}.start FROM {source} "
        f"JOIN instruments i ON i.id = a.instrument WHERE {' AND '.join(wheres)} ORDER BY {shown}.id"
    )
    return sql, [*given, search.level]


def required(pattern: str) -> tuple[str, ...]:
    """The words that every hit of a regular expression has, as far as its form says it at once; () where it doesn't.

    >>> required("自.{1,20}之日起"), required("罚款?[0-9]+元"), required("养犬|养猫")
    (('自', '之日起'), ('罚', '元'), ())
    """
    if re.search(r"[(|]|\\[uUxN0-9]", pattern):
        return ()
    runs = [""]
    for token in _TOKEN.finditer(pattern):
        said, times = token["one"], token["times"] or ""
        literal = said[1:] if said.startswith("\\") and not said[1:].isalnum() else said
        plain = len(literal) == 1 and (literal != said or literal not in ".^$")
        if plain and not re.match(r"[?*]|\{0?[,}]|\{0+,", times):
            runs[-1] += literal
            plain = not times
        if not plain or times:
            runs.append("")
    return tuple(run for run in runs if run.strip())


def _expressions(search: Search) -> list[re.Pattern[str]]:
    """An expression for each thing that must stand in the clause; white space between its characters is let pass."""
    expressions = [
        re.compile(r"\s*".join(map(re.escape, "".join(folded(word).split())))) for word in search.words
    ]
    if search.pattern:
        try:
            expressions.append(re.compile(search.pattern))
        except re.error as problem:
            raise UnusableInput(
                "collection.bad-pattern", pattern=search.pattern, reason=str(problem)
            ) from problem
    return expressions


def _holds(text: str, expressions: Sequence[re.Pattern[str]]) -> bool:
    """Do all of the expressions stand in `text`?"""
    return all(each.search(text) for each in expressions) or _marks(text, expressions) is not None


def _marks(text: str, expressions: Sequence[re.Pattern[str]]) -> tuple[tuple[int, int], ...] | None:
    """Where the hits stand in `text`, sorted and apart; None where one of the expressions is not there."""
    plain = folded(text)
    spans: list[tuple[int, int]] = []
    for expression in expressions:
        hits = [match.span() for match in expression.finditer(plain) if match.end() > match.start()]
        if not hits and (
            text == plain
            or not (hits := [m.span() for m in expression.finditer(text) if m.end() > m.start()])
        ):
            return None
        spans += hits
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
