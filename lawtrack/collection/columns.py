"""The tables of a collection and what each column holds: the one place that says so; `docs/collection.md` prints it."""

from __future__ import annotations

from typing import Final, NamedTuple

FORMAT: Final = 5
"""Raised when a column changes or is filled otherwise, so that an older collection is read anew."""


class ColumnOf(NamedTuple):
    """One column of a Parquet file: its name, its type in SQL, what it holds."""

    name: str
    type: str
    meaning: str


TABLES: Final[dict[str, tuple[ColumnOf, ...]]] = {
    "instruments": (
        ColumnOf("instrument", "VARCHAR", "id: the folder's name and the file's path below it, with /; "
                 "#2 and so on behind it for further instruments in one file"),
        ColumnOf("title", "VARCHAR", "title as printed, wrapped lines joined; the file's name where there is none"),
        ColumnOf("key", "VARCHAR", "title without 中华人民共和国, marks and a bracket at its end: what citations are matched by"),
        ColumnOf("kind", "VARCHAR", "law, administrative-regulation, local-regulation, government-rule, judicial-interpretation, "
                 "amending-decision, other"),
        ColumnOf("body", "VARCHAR", "who made it, as the header note says; '' where it says nothing"),
        ColumnOf("adopted", "VARCHAR", "ISO 8601, as precise as the note; '' where it says nothing"),
        ColumnOf("changed", "VARCHAR", "the last adoption, revision or amendment that the note tells"),
        ColumnOf("in_force", "VARCHAR", "commencement that the text states"),
        ColumnOf("articles", "INTEGER", "how many articles"),
        ColumnOf("characters", "INTEGER", "length of the text"),
        ColumnOf("sha256", "VARCHAR", "of the file's bytes"),
    ),
    "texts": (
        ColumnOf("instrument", "VARCHAR", "as above"),
        ColumnOf("text", "VARCHAR", "the text whole; `start` and `end` of the other tables are offsets in it"),
    ),
    "clauses": (
        ColumnOf("instrument", "VARCHAR", "as above"),
        ColumnOf("n", "INTEGER", "place in the instrument, from 0"),
        ColumnOf("level", "VARCHAR", "article, paragraph, item, point; preamble, annex, order, tail for what is no article"),
        ColumnOf("eid", "VARCHAR", "address in Akoma Ntoso's form: art_3__para_2"),
        ColumnOf("article", "VARCHAR", "eid of the article that holds the clause; its own for an article"),
        ColumnOf("label", "VARCHAR", "number as printed: 第三条, 第二款, （三）"),
        ColumnOf("place", "VARCHAR", "the place as it is cited: 第三条第二款第三项"),
        ColumnOf("chapter", "VARCHAR", "label and name of the headings above, joined by a blank"),
        ColumnOf("penalties", "BOOLEAN", "does it stand in a chapter of penalties (法律责任, 罚则, 奖惩)?"),
        ColumnOf("text", "VARCHAR", "its words without its own number, one structural unit a line"),
        ColumnOf("start", "INTEGER", "offset of the clause in the text"),
        ColumnOf("end", "INTEGER", "offset behind it"),
    ),
    "references": (
        ColumnOf("instrument", "VARCHAR", "as above"),
        ColumnOf("eid", "VARCHAR", "the clause whose words they are; '' in a preamble or an annex"),
        ColumnOf("start", "INTEGER", "offset of the pointing words in the text"),
        ColumnOf("end", "INTEGER", "offset behind them"),
        ColumnOf("words", "VARCHAR", "the pointing words, for a whole instrument its title"),
        ColumnOf("cited", "VARCHAR", "title of the instrument cited, as printed (该法: the one named before); '' for the text"),
        ColumnOf("key", "VARCHAR", "the cited title as `instruments.key` has it"),
        ColumnOf("label", "VARCHAR", "the place as the norms print it: 第十条第二款第三项; '' for a whole instrument"),
        ColumnOf("targets", "VARCHAR", "eids in the text itself, joined by a blank; '' for another's, or where nothing is there"),
        ColumnOf("quoted", "BOOLEAN", "do the words stand in a quotation, as in amending decisions?"),
        ColumnOf("sure", "BOOLEAN", "false where 该法 can mean several, which have a row each, or nothing was named before it"),
    ),
    "facts": (
        ColumnOf("instrument", "VARCHAR", "as above"),
        ColumnOf("eid", "VARCHAR", "the article"),
        ColumnOf("kind", "VARCHAR", "fine, money, deadline, body, licence, coercive, penalty"),
        ColumnOf("low", "DOUBLE", "least amount; number of a deadline; null for words"),
        ColumnOf("high", "DOUBLE", "greatest amount; null where nothing limits it"),
        ColumnOf("unit", "VARCHAR", "yuan, times, percent; workday, day, hour, week, month, year"),
        ColumnOf("words", "VARCHAR", "the words"),
        ColumnOf("start", "INTEGER", "offset in the article's `text`; -1 for words that are listed once"),
    ),
    "findings": (
        ColumnOf("instrument", "VARCHAR", "as above"),
        ColumnOf("eid", "VARCHAR", "the clause"),
        ColumnOf("code", "VARCHAR", "the rule's: see docs/checks.md, and docs/collection.md for duties and penalties"),
        ColumnOf("severity", "VARCHAR", "error, warning, hint"),
        ColumnOf("words", "VARCHAR", "the words objected to"),
        ColumnOf("better", "VARCHAR", "what to write, where the rule knows"),
        ColumnOf("basis", "VARCHAR", "its legal or technical source"),
        ColumnOf("start", "INTEGER", "offset in the text"),
        ColumnOf("end", "INTEGER", "offset behind the words"),
    ),
    "unread": (
        ColumnOf("file", "VARCHAR", "the file, named as an instrument would be"),
        ColumnOf("code", "VARCHAR", "why: a code of the catalogue"),
        ColumnOf("message", "VARCHAR", "the sentence, in Chinese"),
        ColumnOf("details", "VARCHAR", "what the sentence names, as JSON, so that it can be said in another language"),
    ),
}  # fmt: skip
"""Table → columns. Rows stand in the order of the instruments' ids, within one in the order of the text."""

Rows = dict[str, list[tuple[object, ...]]]
"""Table → rows: what a worker sends back. Rows, not trees: a parsed tree costs more to send than to make."""


def empty() -> Rows:
    """No rows for each table."""
    return {table: [] for table in TABLES}
