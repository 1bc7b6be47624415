"""`lawtrack document`: the documents of the procedure, from what is recorded of a draft."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawtrack.cli.layouts import LAYOUT
from lawtrack.cli.workspaces import IN_WORKSPACE, workspace_at
from lawtrack.formats import Layout
from lawtrack.messages import translate, use_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.formats import Dossier, Fact
    from lawtrack.store import Version, Workspace


@click.command(short_help="Write a document of the procedure. 程序文书")
@click.argument("kind", metavar="KIND")
@click.argument("slug", metavar="SLUG")
@click.option("--from", "old", metavar="REF", help="The older version; the one before --to if left out.")
@click.option(
    "--to", "new", metavar="REF", help="The version that the document is about; the last if left out."
)
@click.option(
    "--template",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The office's own .docx with {{fields}}.",
)
@LAYOUT
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="Write a file: .docx .pdf"
)
@IN_WORKSPACE
def document(
    kind: str,
    slug: str,
    old: str | None,
    new: str | None,
    template: Path | None,
    output: Path,
    place: Path,
) -> None:
    """Write a document of the procedure, with everything that is recorded filled in and the rest marked 【…】.

    KIND: 征求意见表 solicitation, 审议意见表 deliberation (to be filled in; `lawtrack opinion import` reads them back),
    花脸稿 marked-text, 草案说明 explanation, 修改情况的汇报 changes, 审议结果的报告 review, 备案报告 filing.

    \b
    Examples:
      lawtrack document 征求意见表 clean-air -o 征求意见表.docx
      lawtrack document 花脸稿 clean-air --from 一审 --to 二审 -o 花脸稿.docx
      lawtrack document 备案报告 clean-air -o 报告.docx --template 模板.docx
    """
    from lawtrack.formats import WITH_OPINIONS, kind_of_document, write_document

    kind = kind_of_document(kind)
    workspace = workspace_at(place)
    with use_language("zh"):  # the document speaks the language of the instrument
        dossier = _dossier(workspace, kind, slug, old, new)
    own = template or _own_template(workspace, dossier.layout.office.templates, kind)
    if own or kind in WITH_OPINIONS:
        dossier = replace(dossier, report=workspace.opinions(slug).follow(dossier.version.sha))
    click.echo(translate("cli.written", path=write_document(kind, dossier, output, own)))


def _dossier(workspace: Workspace, kind: str, slug: str, old: str | None, new: str | None) -> Dossier:
    from lawtrack.formats import Dossier, origin_of

    versions = workspace.log(slug)
    version = workspace.version(slug, new) if new else versions[-1] if versions else workspace.version(slug)
    before = workspace.version(slug, old) if old else _before(versions, version)
    about = (before, version) if before else (version,)
    draft = workspace.draft(slug)
    return Dossier(
        new=workspace.instrument(version),
        version=version,
        old=workspace.instrument(before) if before else None,
        before=before,
        versions=versions,
        steps=tuple(_steps(workspace.root, draft.plan_item)),
        notice=draft.notice,
        layout=Layout(
            origin=origin_of(kind, about),
            tables=tuple(table for one in about for table in workspace.tables(one)),
        ),
    )


def _before(versions: tuple[Version, ...], version: Version) -> Version | None:
    """The version that was saved before that one."""
    at = next((at for at, one in enumerate(versions) if one.sha == version.sha), 0)
    return versions[at - 1] if at else None


def _steps(root: Path, item_id: str) -> Iterator[Fact]:
    """What the workspace's plans know of the project's steps."""
    from lawtrack.formats import Fact, dates_in_words
    from lawtrack.plan import Plan, plans_in, stage_label

    for path in plans_in(root) if item_id else ():
        plan = Plan.load(path)
        for item in plan.items:
            for step in item.milestones if item.id == item_id else ():
                day = dates_in_words(step.date.iso)
                yield Fact(step.stage, stage_label(step.stage), day, step.meeting or step.body or "")


def _own_template(workspace: Workspace, folder: str, kind: str) -> Path | None:
    """The office's own template for that kind of document, by its name in either language; None where it has none."""
    from lawtrack.formats import DOCUMENTS

    if not folder:
        return None
    base = workspace.root / folder
    names = (f"{DOCUMENTS[kind]}.docx", f"{kind}.docx")
    return next((base / name for name in names if (base / name).is_file()), None)
