"""Documents of the procedure (征求意见表, 审议结果的报告 and so on): what they are computed from, and how they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.notebook.page.written import written
from lawtrack.plan import stage_label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lawtrack.formats import Dossier, Fact
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import LinesPreview, TablePreview
    from lawtrack.store import Version

FORMS: Final = frozenset({"solicitation", "deliberation"})
"""Documents that are a table to be filled in."""
_MOST: Final = 120
"""So many lines of a document are shown before it is handed out."""


def dossier_of(desk: Desk, kind: str, versions: list[Version]) -> Dossier:
    """What the document is computed from: the last of `versions`, against the first where there are several."""
    from lawtrack.formats import Dossier, Layout, origin_of

    if not versions:
        raise UnusableInput("bench.out-needs-version")
    version = versions[-1]
    before = versions[0] if len(versions) > 1 else None
    about = tuple(filter(None, (before, version)))
    draft = desk.workspace.draft(version.draft)
    return Dossier(
        new=desk.instrument(version),
        version=version,
        old=desk.instrument(before) if before else None,
        before=before,
        versions=desk.workspace.log(version.draft),
        report=desk.follow(version),
        steps=tuple(_steps(desk, draft.plan_item)),
        notice=draft.notice,
        layout=Layout(
            origin=origin_of(kind, about),
            tables=tuple(table for one in about for table in desk.workspace.tables(one)),
        ),
    )


def template_of(desk: Desk, dossier: Dossier, kind: str) -> Path | None:
    """The office's own template for documents of that kind, by its name in either language; None where it has none."""
    from lawtrack.formats import DOCUMENTS

    folder = dossier.layout.office.templates
    names = (f"{DOCUMENTS[kind]}.docx", f"{kind}.docx") if folder else ()
    places = (desk.workspace.root / folder / name for name in names)
    return next((place for place in places if place.is_file()), None)


def document_shown(dossier: Dossier, kind: str, template: Path | None) -> TablePreview | LinesPreview:
    """The document as it will read: line by line, or a form as the table that it is."""
    from lawtrack.formats import read_data, read_tables_data, write_document

    name = "out.docx"
    data = written(".docx", lambda path: write_document(kind, dossier, path, template))
    tables = read_tables_data(data, name).tables if kind in FORMS else ()
    text = read_data(data, name, as_shown=True).text
    lines = list(filter(None, (line.strip("# 　") for line in text.splitlines())))
    if not tables:
        return {"kind": "lines", "lines": lines[:_MOST]}
    heads, *rows = tables[0].rows_once
    above = next((at for at, line in enumerate(lines) if line.split()[:1] == heads[:1]), 0)
    return {"kind": "table", "heads": heads, "rows": rows[:_MOST], "notes": lines[:above]}


def _steps(desk: Desk, item: str) -> Iterator[Fact]:
    """What the plans know of the project's steps."""
    from lawtrack.formats import Fact, dates_in_words

    for plan in desk.plans() if item else ():
        for step in plan.by_id[item].milestones if item in plan.by_id else ():
            day = dates_in_words(step.date.iso)
            yield Fact(step.stage, stage_label(step.stage), day, step.meeting or step.body or "")
