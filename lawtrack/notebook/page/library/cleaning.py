"""法规清理 after a law changed, and a draft laid beside its superior law or the laws of other cities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lawtrack.errors import UnusableInput
from lawtrack.law import parse
from lawtrack.messages import translate
from lawtrack.notebook.page.library.listings import listing_shown
from lawtrack.notebook.page.library.shelf import library_of, text_given
from lawtrack.notebook.page.naming import file_name
from lawtrack.notebook.page.project import version_of
from lawtrack.notebook.page.written import as_file

if TYPE_CHECKING:
    from lawtrack.collection import Collection
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import Affected, ListingShown, Package


def affected(desk: Desk, given: Given) -> Affected:
    """Which clauses cite what a law changed, and what to do; with `names` also old names of bodies and laws."""
    from lawtrack.collection import cleaning_table

    library = library_of(desk)
    law, touched = _found(desk, given, library)
    rows = _records(touched)
    olds = _records(library.outdated()) if given.flag("names") else []
    table = cleaning_table(rows, olds, law=f"《{law}》", everything=given.flag("everything"))
    shown = listing_shown(desk, given, table)
    certain = sum(row["todo"] == "renumber" for row in rows)
    return {**shown, "certain": certain}


def package(desk: Desk, given: Given) -> Package:
    """What is certain of it as one decision, proved; with `file` as Word. What needs a hand is named."""
    from lawtrack.formats import write_decision

    library = library_of(desk)
    law, touched = _found(desk, given, library)
    made = library.package(touched, body=given.words("body"))
    titles = {str(row.instrument): str(row.title) for row in library.instruments.itertuples()}
    name = file_name(law, translate("bench.out-package"), desk.today().isoformat()) + ".docx"
    shown: Package = {
        "lines": made.text.splitlines(),
        "titles": [titles.get(each, each) for each in made.instruments],
        "left": [
            *(titles.get(each, each) for each in made.left_out),
            *(
                translate("collection.package-other", instrument=titles.get(each, each))
                for each in made.others
            ),
        ],
        "name": name,
    }
    if given.flag("file"):
        if not made.text:
            raise UnusableInput("bench.package-empty")
        shown["file"] = as_file(name, lambda path: write_decision(made.text, path))
    return shown


def beside(desk: Desk, given: Given) -> ListingShown:
    """A version of a draft, or a file, beside instruments of the collection: clause by clause, or one column a city."""
    from lawtrack.collection import cities_listing, pairs_listing

    chosen = given.many("instruments")
    if not chosen:
        raise UnusableInput("bench.beside-none")
    draft = (
        desk.instrument(version_of(desk, given))
        if given.words("draft")
        else parse(text_given(desk, given, "text"))
    )
    laid = library_of(desk).lay_beside(draft, chosen)
    return listing_shown(desk, given, (cities_listing if given.flag("cities") else pairs_listing)(laid))


def _found(desk: Desk, given: Given, library: Collection) -> tuple[str, Any]:
    """The changed law's title, and the rows of `Collection.affected`; without a new text the law was repealed."""
    old = parse(text_given(desk, given, "old"))
    new = None if given.flag("repealed") else text_given(desk, given, "new")
    return old.title, library.affected(old, new, whole=given.flag("whole"))


def _records(frame: Any) -> list[dict[str, Any]]:
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


ACTIONS: Final = {"library.affected": affected, "library.package": package, "library.beside": beside}
