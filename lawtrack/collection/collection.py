"""`Collection`: what users meet of many instruments at once; every method only calls what lies below."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lawtrack.collection.advising import advice
from lawtrack.collection.building import build as build_tables
from lawtrack.collection.cleaning.affected import COLUMNS as AFFECTED
from lawtrack.collection.cleaning.affected import affected, change_of
from lawtrack.collection.cleaning.names import COLUMNS as OUTDATED
from lawtrack.collection.cleaning.names import outdated
from lawtrack.collection.cleaning.package import Package, package_decision
from lawtrack.collection.cleaning.repealed import COLUMNS as REPEALED
from lawtrack.collection.cleaning.repealed import repealed_bases
from lawtrack.collection.cleaning.versions import texts_aside
from lawtrack.collection.columns import TABLES
from lawtrack.collection.comparing.beside import COLUMNS as BESIDE
from lawtrack.collection.comparing.beside import Beside, lay_beside
from lawtrack.collection.grounds import COLUMNS as GROUNDS
from lawtrack.collection.grounds import check_grounds
from lawtrack.collection.searching import SHOWN, Search, find, search_words
from lawtrack.collection.sources import why_unread
from lawtrack.collection.tables import check_folder, query, read_table
from lawtrack.law import parse

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Executor

    import pandas as pd

    from lawtrack.collection.cleaning.names import OldName
    from lawtrack.law import Instrument
    from lawtrack.powers import PowersData


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
        """One row a file that is not in the collection, and why: file, code, message in the language in use."""
        kept = read_table(self.folder, "unread")
        details = kept["details"] if "details" in kept else [""] * len(kept)
        said = [why_unread(*row) for row in zip(kept["code"], kept["message"], details, strict=True)]
        return kept[["file", "code"]].assign(message=said)

    def sql(self, question: str, *given: object) -> pd.DataFrame:
        """What a question in SQL gives over the tables, `given` for its question marks.

        Raises UnusableInput for a question that DuckDB does not understand.
        """
        return query(self.folder, question, given)

    def text(self, instrument: str) -> str:
        """The text of an instrument, whole; "" where there is none of that id."""
        texts = query(self.folder, "SELECT text FROM texts WHERE instrument = ?", [instrument])["text"]
        return str(texts.iloc[0]) if len(texts) else ""

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
        count: bool = False,
    ) -> pd.DataFrame:
        """The clauses of `level` (article, paragraph, item, point) that hold all of `words`, in the order of the instruments.

        Every further condition must hold too: `pattern` a regular expression; `kind` of instrument, one or several;
        `penalties` only in chapters of penalties; `fine` a range in yuan that the clause's fine touches; `since`,
        `until` the instrument's last change (ISO 8601); `body` who made it; `title` words of its title. What is no
        article (preamble, annex) is searched with every level. `marks` are the places of the hits in `text`; with a
        `limit`, `attrs["total"]` says how many there are in all, or is None where counting would take long (a pattern
        of common words) and `count` does not ask for it: then `attrs["at_least"]` is what is known. A pattern that
        needs no word and fits hardly anything is read for a while only: `attrs["read"]` says how many clauses that
        were, None where reading ended with a full page or at the end. Where nothing was found, `attrs["advice"]` says what
        the same finds asked otherwise (words apart, without a condition). Raises UnusableInput.
        """
        import pandas as pd

        kinds = (kind,) if isinstance(kind, str) else tuple(kind or ())
        wanted = Search(
            search_words(words),
            pattern,
            kinds,
            level,
            penalties,
            fine,
            since,
            until,
            body,
            title,
            limit,
            count,
        )
        hits = find(self.folder, wanted)
        frame = pd.DataFrame(list(hits.rows), columns=list(SHOWN))
        none = not hits.rows and hits.read is None
        told = tuple(each.message for each in advice(self.folder, wanted)) if none else ()
        frame.attrs.update(total=hits.total, at_least=hits.at_least, read=hits.read, advice=told)
        return frame

    def affected(
        self,
        old: str | Instrument,
        new: str | Instrument | None,
        *,
        whole: bool = False,
        executor: Executor | None = None,
    ) -> pd.DataFrame:
        r"""The clauses that cite a provision of a changed law, one row a citation.

        `new` is the text after, the amending decision, or None for a law that was repealed. Columns: instrument,
        title, eid and label (of the citing article), place, text, start, end and words (the citation), cited (the law
        as named), cites (第十条第二款), fate (same, renumbered, amended, deleted; missing where the old text has no such
        provision), now (its number in the new text), how (split, merged, moved, range), todo (keep, renumber, look,
        gone), doubt (later: the citing text was changed after the law; older: the collection has a newer
        text of the citing instrument, so there is nothing to do; unclear: 该法 may be another law; list: another
        place of its enumeration is not certain), instead (what the words are to say where that is certain; "" else).
        With `whole` also clauses that name the law without a provision.
        `executor` is any of `concurrent.futures`, a cluster's too: the rows are the same.
        Raises UnusableInput for a text without title or articles.

        >>> import pathlib, tempfile
        >>> old = "某法\n第一条　甲事由乙办。\n第二条　丙事由丁办。"
        >>> new = "某法\n第一条　新立。\n第二条　甲事由乙办。\n第三条　丙事由丁办。"
        >>> with tempfile.TemporaryDirectory() as name:
        ...     text = "某市条例\n第一条　依照《某法》第二条办理。"
        ...     _ = (pathlib.Path(name) / "a.txt").write_text(text, encoding="utf-8")
        ...     Collection.build([name], f"{name}/out").affected(old, new)[["label", "cites", "fate", "now"]].values.tolist()
        [['第一条', '第二条', 'renumbered', '第三条']]
        """
        import pandas as pd

        rows = affected(self.folder, change_of(old, new), whole=whole, executor=executor)
        found = pd.DataFrame(rows, columns=list(AFFECTED))
        copies, _ = texts_aside(self.folder)
        listed = set(found["instrument"])
        found.attrs["copies"] = {copy: first for copy, first in copies.items() if first in listed}
        return found

    def outdated(self, names: Sequence[OldName] | None = None) -> pd.DataFrame:
        """The articles that use an old name of a body or a law, one row a place, with what took its place and why.

        `names` is a list of one's own (`read_names`) instead of the sourced list that comes with lawtrack.
        """
        import pandas as pd

        return pd.DataFrame(outdated(self.folder, names), columns=list(OUTDATED))

    def repealed(self) -> pd.DataFrame:
        """The places that cite an instrument which was repealed, one row a place.

        Columns: instrument, title, eid, label and text of the article; cited and cites (the instrument and the
        provision); basis (whether the article says that the text was made on that ground); by (what repealed it or
        took its place). What repealed it stands in the collection, or in the list of old names.
        """
        import pandas as pd

        return pd.DataFrame(repealed_bases(self.folder), columns=list(REPEALED))

    def package(self, affected: pd.DataFrame, *, body: str = "") -> Package:
        """The certain changes of `affected` as one package decision, proved, ready to be looked at.

        What another body than `body` made is left out and named (`others`).
        """
        rows: list[dict[str, Any]] = [
            {str(key): value for key, value in row.items()} for row in affected.to_dict("records")
        ]
        made_by = {
            str(row.instrument): (str(row.kind), str(row.body)) for row in self.instruments.itertuples()
        }
        return package_decision(rows, self.text, body=body, made_by=made_by)

    def beside(
        self, draft: str | Instrument, titles: Sequence[str], *, executor: Executor | None = None
    ) -> pd.DataFrame:
        """For each clause of a draft the clauses of the instruments of those titles that treat the same, best first.

        Columns: label and text; instrument, title, label_there and text_there; score (how likely it is that
        a reader lays the two side by side, 0 to 1); strength (`same`, or `touches` for what is less sure); share of the draft's
        clause that stands there word for word, rare words weighing more; remarks (fines outside the range there,
        licences, measures and penalties that it has not, deadlines that differ); eid and eid_there. Where the collection
        has other versions of a text, what they say of two clauses counts too. `executor` weighs two texts
        a worker; the rows are the same. Raises NotFound for a title that the
        collection has not, with those that come near.
        """
        import pandas as pd

        doc = parse(draft) if isinstance(draft, str) else draft
        laid = lay_beside(self.folder, doc, titles, executor)
        return pd.DataFrame(laid.rows(), columns=list(BESIDE))

    def lay_beside(self, draft: str | Instrument, titles: Sequence[str]) -> Beside:
        """A draft laid beside the instruments of those titles: `rows`, `shares` of copied words, `topics` of several cities."""
        return lay_beside(self.folder, parse(draft) if isinstance(draft, str) else draft, titles)

    def check_powers(self, powers: PowersData) -> pd.DataFrame:
        """What each item of a list of powers stands on, one row a ground.

        Columns: code, name and body of the item; title and cites of the ground; status (in-force, amended, moved,
        doubtful, repealed, not-found, no-article, unread); now (where the quoted words, or the matter, stand); instrument;
        by (what repealed it); looked (words, version, topic, changed, or number: what the status rests on).
        """
        import pandas as pd

        return pd.DataFrame(check_grounds(self.folder, powers), columns=list(GROUNDS))

    def __repr__(self) -> str:
        counts = ", ".join(f"{name} {len(getattr(self, name))}" for name in ("instruments", "unread"))
        return f"<Collection {self.folder}: {counts}>"


COLUMNS: Final[dict[str, dict[str, str]]] = {
    table: {column.name: column.meaning for column in columns} for table, columns in TABLES.items()
}
"""Table → column → what it holds."""
