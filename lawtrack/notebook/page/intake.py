"""A file or pasted text becomes a version: first shown as it was read, then saved."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.compare import shared, summary_sentence
from lawtrack.drafts import likely, slug_for
from lawtrack.errors import UnusableInput
from lawtrack.law import parse
from lawtrack.messages import translate
from lawtrack.notebook.page.answers import Done
from lawtrack.notebook.page.naming import say_version
from lawtrack.notebook.page.project import in_time
from lawtrack.notebook.page.returned import is_form
from lawtrack.plan import Plan, library_for, set_fields
from lawtrack.store import Source

if TYPE_CHECKING:
    from lawtrack.drafts import Table
    from lawtrack.formats import ReturnedTable
    from lawtrack.law import Instrument
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import (
        Belonging,
        Brought,
        Compared,
        ComparedFiles,
        Landing,
        Resemblance,
    )
    from lawtrack.store import Version

_TABLES: Final = frozenset({".docx", ".xlsx", ".csv", ".html", ".htm"})
_STRANGER: Final = 0.25
"""A text of which less than this stands in the draft's newest version, under another title, is asked about."""


class _Brought(NamedTuple):
    text: str
    name: str
    sha256: str
    warnings: list[str]
    columns: list[list[str]] = []  # noqa: RUF012 -- of a comparison table: number and head of each that holds a text
    column: str = ""
    reasons: list[str] = []  # noqa: RUF012 -- what stands beside the clauses of that column
    tables: tuple[Table, ...] = ()


def _brought(given: Given) -> _Brought:
    """What came with the request: a file, or pasted text."""
    pasted = given.text("text")
    if pasted.strip():
        digest = hashlib.sha256(pasted.encode("utf-8", "replace")).hexdigest()
        return _Brought(pasted, translate("bench.pasted"), digest, [])
    from lawtrack.formats import comparison_in, read_data

    data, name = given.file("file")
    table = comparison_in(data, name) if PurePath(name).suffix.lower() in _TABLES else None
    if table is not None:
        return _column(table, data, name, given.words("column"))
    read = read_data(data, name)
    told = [translate("bench.form-as-text")] if is_form(data, name) else []
    told += [one.message() for one in read.warnings]
    return _Brought(read.text, read.source_name, read.sha256, told, tables=read.tables)


def _column(table: ReturnedTable, data: bytes, name: str, wanted: str) -> _Brought:
    """One column of a comparison table that came back: that asked for, else the last, which has the new text."""
    columns = [[str(at + 1), table.heads[at] or str(at + 1)] for at in table.texts]
    column = wanted if wanted in {number for number, _ in columns} else columns[-1][0]
    text, told = table.text(column)
    head = next(head for number, head in columns if number == column)
    warnings = [
        translate("bench.from-column", head=head),
        *(translate(code, count=count) for code, count in told),
    ]
    said = table.remarks() if column != columns[0][0] else ()
    reasons = [f"{one.label}　{one.head}：{' '.join(one.words.split())}" for one in said]
    reasons += [
        translate("opinions.comment-by", author=note.author or "–", words=" ".join(note.text.split()))
        for note in table.loose
        if note.kind == "comment"
    ]
    return _Brought(text, name, hashlib.sha256(data).hexdigest(), warnings, columns, column, reasons)


def preview(desk: Desk, given: Given) -> Brought:
    """The text as it was read, what it says about itself, and how it resembles the draft that it is meant for."""
    brought = _brought(given)
    doc = parse(brought.text)
    told = likely(doc, brought.name)
    slug = given.words("draft")
    return {
        "name": brought.name,
        "title": doc.title,
        "count": len(doc.articles),
        "lines": [article.label + article.words[:48].replace("\n", " ") for article in doc.articles[:40]],
        "warnings": brought.warnings,
        "problems": [problem.message for problem in doc.problems],
        "stage": told.stage,
        "date": told.date,
        "meeting": told.meeting,
        **_against(desk, slug, doc),
        "columns": brought.columns,
        "column": brought.column,
        "reasons": brought.reasons,
        "elsewhere": _elsewhere(desk, slug, doc),
    }


def _against(desk: Desk, slug: str, doc: Instrument) -> Resemblance:
    versions = desk.workspace.log(slug) if slug in desk.workspace.slugs() else ()
    if not versions:
        return {"before": "", "summary": "", "strange": False, "alike": None, "known_title": ""}
    from lawtrack.compare import compare

    last = versions[-1]
    before = desk.instrument(last)
    comparison = compare(before, doc)
    alike = shared(comparison)
    titles = _bare(before.title), _bare(doc.title)
    strange = alike < _STRANGER and (titles[0] != titles[1] or not titles[1])
    return {
        "before": say_version(last),
        "summary": summary_sentence(comparison),
        "strange": strange,
        "alike": round(alike * 100),
        "known_title": before.title or desk.workspace.draft(slug).title,
    }


def _elsewhere(desk: Desk, slug: str, doc: Instrument) -> list[str]:
    """Another draft of the same title, which the text may be meant for: its name and title."""
    wanted = _bare(doc.title)
    return next(
        (
            [draft.slug, draft.title]
            for draft in desk.workspace.drafts()
            if wanted and draft.slug != slug and _bare(draft.title) == wanted
        ),
        [],
    )


def belongs(desk: Desk, given: Given) -> Belonging:
    """Where a file belongs that was let fall on a year: the draft or the project that has its title, "" where none has."""
    brought = _brought(given)
    title = parse(brought.text).title
    draft = (_elsewhere(desk, "", parse(brought.text)) or [""])[0]
    year = given.number("year")
    items = Plan.load(desk.plan_file(year)).items if year is not None else ()
    wanted = _bare(title)
    own = [
        each for each in items if (draft and each.draft == draft) or (wanted and _bare(each.title) == wanted)
    ]
    return {"title": title or brought.name, "draft": draft, "item": own[0].id if own else ""}


def _bare(title: str) -> str:
    """A title without what changes from stage to stage: 草案, 修订草案, 征求意见稿 and the like."""
    import re

    return re.sub(r"[（(][^（）()]{0,20}[)）]|[\s《》]+|(?:修订|修正)?草案$", "", title)


def save(desk: Desk, given: Given) -> Done[Landing]:
    """The text as the next version of the draft; a draft that is not there is begun, its name made from the title."""
    brought = _brought(given)
    doc = parse(brought.text)
    slug = given.words("draft")
    title = given.words("title") or doc.title
    if not slug and not title:
        raise UnusableInput("bench.needed", field=translate("bench.field-title"))
    fresh_slug = not slug
    slug = slug or slug_for(title, desk.workspace.slugs())
    saved = given.saved(desk.now())
    saved["message"] = "\n".join(filter(None, (saved.get("message"), *brought.reasons)))
    version = desk.workspace.import_version(
        slug,
        brought.text,
        title=title if fresh_slug else "",
        source=None if given.text("text").strip() else Source(brought.name, brought.sha256),
        tables=brought.tables,
        **saved,
    )
    _join_with_item(desk, given, slug)
    code = "bench.saved" if version.fresh else "bench.there-already"
    return Done(
        translate(code, name=say_version(version)),
        {"draft": slug, **_landing(desk, version)},
        desk.remember_save(version),
    )


def _join_with_item(desk: Desk, given: Given, slug: str) -> None:
    """The plan's project learns which draft is its own, where it has none."""
    year, item = given.number("year"), given.words("item")
    if year is None or not item or Plan.load(desk.plan_file(year)).item(item).draft:
        return
    desk.edit_plan(
        year,
        lambda text: set_fields(text, item, {"draft": slug}, library_for(desk.plan_file(year))),
        translate("bench.commit-draft", lang="zh", year=year, draft=slug),
    )


def _landing(desk: Desk, version: Version) -> Landing:
    """What to show after a save: the version against the one before it in time."""
    ordered = in_time(desk.workspace.log(version.draft))
    at = next(place for place, each in enumerate(ordered) if each.sha == version.sha)
    chosen = [ordered[at - 1].sha, version.sha] if at else [version.sha]
    return {"chosen": chosen, "version": version.sha}


def outside(desk: Desk, given: Given) -> Compared:
    """What was changed in the draft's file by hand, against its last version."""
    from lawtrack.compare import compare, viewer_rows
    from lawtrack.formats import comparison_columns
    from lawtrack.messages import language

    slug = given.words("draft", needed=True)
    last = desk.workspace.log(slug)[-1]
    comparison = compare(desk.instrument(last), parse(desk.workspace.working_text(slug)))
    heads = say_version(last), translate("bench.outside")
    return {
        "rows": viewer_rows(comparison),
        "columns": comparison_columns(heads, language()),
        "places": {},
        "summary": summary_sentence(comparison),
    }


def take_outside(desk: Desk, given: Given) -> Done[Landing]:
    """What was changed by hand as the next version."""
    slug = given.words("draft", needed=True)
    version = desk.workspace.save(slug, **given.saved(desk.now()))
    return Done(
        translate("bench.saved", name=say_version(version)),
        _landing(desk, version),
        desk.remember_save(version),
    )


def compare_files(_desk: Desk, given: Given) -> ComparedFiles:
    """Two files clause by clause; nothing is saved."""
    from lawtrack.compare import compare, viewer_rows
    from lawtrack.formats import comparison_columns, read_data
    from lawtrack.messages import language

    old, new = (read_data(*given.file(name)) for name in ("old", "new"))
    comparison = compare(parse(old.text), parse(new.text))
    return {
        "rows": viewer_rows(comparison),
        "columns": comparison_columns((old.source_name, new.source_name), language()),
        "summary": summary_sentence(comparison),
        "warnings": [one.message() for one in (*old.warnings, *new.warnings)],
        "places": {},
    }


ACTIONS: Final = {
    "file.compare": compare_files,
    "file.belongs": belongs,
    "file.preview": preview,
    "file.save": save,
    "file.outside": outside,
    "file.take-outside": take_outside,
}
