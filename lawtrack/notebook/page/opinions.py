"""The opinions on a draft together: in the order of the clauses of a version, and taken in from letters and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.messages import translate
from lawtrack.notebook.page.answers import Done
from lawtrack.notebook.page.clause import opinion_record
from lawtrack.notebook.page.project import version_of
from lawtrack.notebook.page.returned import is_form
from lawtrack.opinions import KINDS, RESULTS, Usual, kind_label, result_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawtrack.law import Instrument
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import Left, OpinionsRead, RegisterShown
    from lawtrack.opinions import Intake, Leftover


def show(desk: Desk, given: Given) -> RegisterShown:
    """Every opinion followed to a version: where its clause is now, what became of it, what needs attention."""
    version = version_of(desk, given)
    register = desk.workspace.opinions(version.draft).register()
    rows = desk.follow(version).rows if register.opinions else ()
    doc = desk.instrument(version)
    chapters = chapters_of(doc)
    return {
        "rows": [
            {
                **opinion_record(row),
                "clause": row.label_now or row.opinion.anchor.label or translate("bench.whole-text"),
                "eid": row.places[0].eid.split("__")[0] if row.places else "",
                "chapter": chapters.get(row.places[0].eid.split("__")[0], "") if row.places else "",
                "fate": translate(f"opinions.fate-{row.fate}"),
                "changed": row.changed,
            }
            for row in rows
        ],
        "clauses": [[each.eid, each.label] for each in doc.articles],
        "chapters": list(dict.fromkeys(filter(None, chapters.values()))),
        "problems": [problem.message() for problem in register.problems],
        "results": [[result, result_label(result)] for result in RESULTS],
        "kinds": [[kind, kind_label(kind)] for kind in KINDS],
        "today": desk.today().isoformat(),
    }


def chapters_of(doc: Instrument) -> dict[str, str]:
    """The heading of the chapter in which each article stands, by the article's address; "" before the first."""
    found, chapter = {}, ""
    for node in doc.provisions:
        if str(node.level) == "chapter":
            chapter = f"{node.label} {node.heading}".strip()
        elif str(node.level) == "article":
            found[node.eid] = chapter
    return found


def preview(_desk: Desk, given: Given) -> OpinionsRead:
    """What a letter or a table says: the opinions as read, and every line that was not understood."""
    intake = _intake(given)
    return {
        "rows": [
            [one.clause, "\n".join(filter(None, (one.text, one.suggestion))), one.source]
            for one in intake.received
        ],
        "left": _left(intake.leftovers),
    }


def take(desk: Desk, given: Given) -> Done[Left]:
    """What a letter or a table brought, in one commit: new opinions, and answers to those that it names."""
    version = version_of(desk, given)
    usual = Usual(
        on=version.sha, source=given.words("source"), kind=given.words("kind"), date=given.words("date")
    )
    book, intake = desk.workspace.opinions(version.draft), _intake(given)
    what = translate("bench.commit-taken", lang="zh")
    taken, token = desk.undoable(lambda: book.take(intake, usual, when=desk.now()), what)
    sentence = translate(
        "opinions.taken", added=len(taken.added), answered=len(taken.answered), same=len(taken.same)
    )
    if taken.loose:
        sentence += translate("bench.loose", count=len(taken.loose))
    return Done(sentence, {"left": _left(taken.leftovers)}, token)


def _intake(given: Given) -> Intake:
    from lawtrack.formats import read_opinions_text

    source = given.words("source")
    pasted = given.text("text")
    if not pasted.strip():
        return _of_file(*given.file("file"), source)
    intake = read_opinions_text(pasted, source)
    if not intake.received:
        raise UnusableInput("opinions.none-read", file=translate("bench.pasted"))
    return intake


def _of_file(data: bytes, name: str, source: str) -> Intake:
    """What a file says. Raises UnusableInput, which calls a form that nobody filled in what it is."""
    from lawtrack.formats import read_opinions_data

    try:
        intake = read_opinions_data(data, name, source)
    except UnusableInput:
        if is_form(data, name):
            raise UnusableInput("bench.form-empty", file=name) from None
        raise
    if not intake.received and is_form(data, name):
        raise UnusableInput("bench.form-empty", file=name)
    return intake


def _left(leftovers: Iterable[Leftover]) -> list[list[str]]:
    return [[str(one.line), one.words, one.why] for one in leftovers]


ACTIONS: Final = {"register.show": show, "register.preview": preview, "register.take": take}
