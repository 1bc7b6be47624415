"""出文: what is handed out, by purpose; each with a preview and a file under a name that says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.law import parse
from lawtrack.messages import translate, use_language
from lawtrack.notebook.page.dossiers import document_shown, dossier_of, template_of
from lawtrack.notebook.page.naming import file_name, say_version
from lawtrack.notebook.page.project import in_time
from lawtrack.notebook.page.written import as_file
from lawtrack.plan import Plan, as_day, with_versions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lawtrack.compare import Comparison
    from lawtrack.drafts import Table
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import (
        ComparisonPreview,
        DecisionPreview,
        LinesPreview,
        Offer,
        Paper,
        Preview,
        TablePreview,
    )
    from lawtrack.opinions import Report
    from lawtrack.store import Version

    Made = tuple[Preview, Callable[[Path], object], str]
    """What to show of it, how to write it, and the ending of its file."""

_TWO: Final = ("table", "tracked", "decision")
_DOCUMENTS: Final = ("solicitation", "deliberation", "explanation", "changes", "review", "filing")
"""Documents of the procedure: two forms to be filled in, four with what is recorded filled in."""
_PURPOSES: Final = (
    "table", "tracked", "decision", "beside", "solicitation", "deliberation", "opinions", "report",
    "explanation", "changes", "review", "filing", "clean", "duties", "month", "plan",
)  # fmt: skip


def offer(desk: Desk, given: Given) -> Offer:
    """The purposes, each with why it cannot be served now, "" where it can."""
    versions = _chosen(desk, given)
    slug = given.words("draft")
    asked = slug in desk.workspace.slugs() and desk.workspace.opinions(slug).register().opinions
    no = translate("bench.out-needs-two") if len(versions) < 2 else ""
    bare = "" if versions else translate("bench.out-needs-version")
    reasons = (
        dict.fromkeys(_TWO, no)
        | dict.fromkeys(_DOCUMENTS, bare)
        | {
            "beside": no,
            "opinions": "" if asked else translate("bench.out-needs-opinions"),
            "report": "" if asked else translate("bench.out-needs-opinions"),
            "clean": bare,
            "duties": bare,
            "month": "" if desk.plan_files() else translate("bench.out-needs-plan"),
            "plan": "" if desk.plan_files() else translate("bench.out-needs-plan"),
        }
    )
    return {
        "purposes": [
            {
                "id": each,
                "name": translate(f"bench.out-{each}"),
                "what": translate(f"bench.out-{each}-what"),
                "no": reasons[each],
            }
            for each in _PURPOSES
        ]
    }


def make(desk: Desk, given: Given) -> Paper:
    """What is handed out for one purpose: its preview, and with `file` the file itself."""
    purpose = given.words("purpose", needed=True)
    if purpose not in _PURPOSES:
        raise UnusableInput("bench.no-such-action", name=purpose)
    versions = _chosen(desk, given)
    shown, write, ending = _MAKERS[purpose](desk, given, versions)
    name = _name(desk, given, purpose, versions) + ending
    answer: Paper = {"preview": shown, "name": name}
    if given.flag("file"):
        answer["file"] = as_file(name, write)
    return answer


def _chosen(desk: Desk, given: Given) -> list[Version]:
    """The versions that the request names, in time."""
    slug = given.words("draft")
    if slug not in desk.workspace.slugs():
        return []
    wanted = given.many("versions")
    return in_time([version for version in desk.workspace.log(slug) if version.sha in wanted])


def _name(desk: Desk, given: Given, purpose: str, versions: list[Version]) -> str:
    """爱国卫生工作条例_对照表_一审-表决通过_2020-09-01: the ordinance, what it is, the versions, the day."""
    day = desk.today().isoformat()
    if purpose in {"month", "plan"}:
        plan = Plan.load(desk.plan_file(given.number("year") or 0))
        return file_name(plan.title, translate(f"bench.out-{purpose}"), given.words("as_of") or day)
    title = desk.workspace.draft(given.words("draft")).title
    stages = "-".join(version.stage_label for version in versions)
    return file_name(title, translate(f"bench.out-{purpose}"), stages, day)


def _pair(versions: list[Version]) -> tuple[Version, Version]:
    if len(versions) < 2:
        raise UnusableInput("bench.out-needs-two")
    return versions[0], versions[-1]


def _tables(desk: Desk, *versions: Version) -> tuple[Table, ...]:
    """How the tables of the versions' texts lay in their files."""
    return tuple(table for version in versions for table in desk.workspace.tables(version))


def _table(desk: Desk, given: Given, versions: list[Version]) -> Made:
    from lawtrack.formats import Layout, write_comparison

    old, new = _pair(versions)
    comparison = desk.comparison(old, new, given.words("sure"))
    layout = Layout(
        given.flag("changed_only"), heads=(say_version(old), say_version(new)), tables=_tables(desk, old, new)
    )
    kind = given.words("kind") or ".docx"
    return _compared(comparison, layout.heads), lambda path: write_comparison(comparison, path, layout), kind


def _tracked(desk: Desk, given: Given, versions: list[Version]) -> Made:
    from lawtrack.formats import Layout, origin_of, write_comparison

    old, new = _pair(versions)
    comparison = desk.comparison(old, new, given.words("sure"))
    layout = Layout(
        heads=(say_version(old), say_version(new)),
        tracked=True,
        origin=origin_of("tracked", (old, new)),
        tables=_tables(desk, old, new),
    )
    return (
        _compared(comparison, layout.heads),
        lambda path: write_comparison(comparison, path, layout),
        ".docx",
    )


def _compared(comparison: Comparison, heads: tuple[str, ...]) -> ComparisonPreview:
    from lawtrack.compare import summary_sentence, viewer_rows
    from lawtrack.formats import comparison_columns
    from lawtrack.messages import language

    rows = [row for row in viewer_rows(comparison) if row["kind"] != "unchanged" or row["moved"]][:8]
    return {
        "kind": "comparison",
        "rows": rows,
        "columns": comparison_columns((heads[0], heads[1]), language()),
        "summary": summary_sentence(comparison),
    }


def _beside(desk: Desk, given: Given, versions: list[Version]) -> Made:
    from lawtrack.formats import Layout, concordance_columns, concordance_rows, write_concordance

    _pair(versions)
    together = desk.concordance(tuple(versions))
    layout = Layout(
        given.flag("changed_only"), heads=tuple(map(say_version, versions)), tables=_tables(desk, *versions)
    )
    shown: ComparisonPreview = {
        "kind": "comparison",
        "rows": concordance_rows(together)[:8],
        "columns": concordance_columns(together, layout),
        "summary": "",
    }
    return shown, lambda path: write_concordance(together, path, layout), given.words("kind") or ".docx"


def _decision(desk: Desk, given: Given, versions: list[Version]) -> Made:
    """The decision that turns the earlier version into the later, with its proof: applied, it gives the later, to the word."""
    from lawtrack.amend import apply, write
    from lawtrack.formats import write_decision

    old, new = _pair(versions)
    before, after = desk.instrument(old), desk.instrument(new)
    text = write(
        before,
        after,
        body=given.words("body"),
        meeting=given.words("meeting"),
        adopted=given.words("adopted"),
        effective=given.words("effective"),
    )
    applied = apply(before, text)
    proved = applied.complete and [each.words for each in parse(applied.text).articles] == [
        each.words for each in after.articles
    ]
    code = "bench.proof" if proved else "bench.no-proof"
    effects = [
        [
            outcome.instruction.number,
            "、".join(outcome.touched_old) or "–",
            "、".join(outcome.touched_new) or "–",
            outcome.reason or "",
        ]
        for outcome in applied.instructions
    ]
    shown: DecisionPreview = {
        "kind": "decision",
        "lines": text.splitlines(),
        "proof": translate(code, old=say_version(old), new=say_version(new)),
        "proved": proved,
        "effects": effects,
        "doubts": [doubt.message for doubt in applied.apart],
    }
    return shown, lambda path: write_decision(text, path), ".docx"


def _opinions(desk: Desk, given: Given, versions: list[Version]) -> Made:
    from lawtrack.formats import write_opinions

    report = _report(desk, given, versions)
    rows = [
        [
            row.label_now or row.opinion.anchor.label,
            row.opinion.text,
            row.opinion.source,
            row.opinion.result_label,
            row.opinion.answer.reason if row.opinion.answer else "",
        ]
        for row in report.rows
    ]
    heads = [translate(f"screen.col-{each}") for each in ("clause", "opinion", "source", "result", "reason")]
    shown: TablePreview = {"kind": "table", "heads": heads, "rows": rows}
    return shown, lambda path: write_opinions(report, path), given.words("kind") or ".docx"


def _sentences(desk: Desk, given: Given, versions: list[Version]) -> Made:
    from lawtrack.formats import write_text
    from lawtrack.opinions import paragraphs, sentences

    report = _report(desk, given, versions)
    with use_language("zh"):  # they go into a Chinese report
        lines = [*sentences(report), *paragraphs(report)]
    return {"kind": "lines", "lines": lines}, lambda path: write_text(path, "\n".join(lines) + "\n"), ".txt"


def _report(desk: Desk, given: Given, versions: list[Version]) -> Report:
    slug = given.words("draft", needed=True)
    last = versions[-1] if versions else desk.workspace.version(slug)
    return desk.follow(last)


def _clean(desk: Desk, given: Given, versions: list[Version]) -> Made:
    from lawtrack.formats import Layout, write_instrument

    if not versions:
        raise UnusableInput("bench.out-needs-version")
    doc = desk.instrument(versions[-1])
    lines = [line for line in doc.text.splitlines() if line.strip("#　 ")][:60]
    shown: LinesPreview = {"kind": "lines", "lines": [line.lstrip("# ") for line in lines]}
    layout = Layout(tables=_tables(desk, versions[-1]))
    return shown, lambda path: write_instrument(doc, path, layout), given.words("kind") or ".docx"


def _duties(desk: Desk, given: Given, versions: list[Version]) -> Made:
    """Which duty of the newest chosen version has which penalty; with `lacking` only what wants looking at."""
    from dataclasses import replace

    from lawtrack.check import duty_table
    from lawtrack.collection import duties_listing
    from lawtrack.formats import plain_words, write_listing

    if not versions:
        raise UnusableInput("bench.out-needs-version")
    table = duty_table(desk.instrument(versions[-1]))
    if given.flag("lacking"):
        table = replace(table, rows=tuple(row for row in table.rows if row.wants_looking_at))
    listing = duties_listing(table)
    rows = [[plain_words(cell) for cell in row] for row in listing.rows]
    shown: TablePreview = {
        "kind": "table",
        "heads": list(listing.heads),
        "rows": rows,
        "notes": list(listing.notes),
    }
    return shown, lambda path: write_listing(listing, path), given.words("kind") or ".docx"


def _document(desk: Desk, given: Given, versions: list[Version]) -> Made:
    """A document of the procedure, with all that is recorded filled in and the rest marked 【…】."""
    from lawtrack.formats import write_document

    kind = given.words("purpose")
    with use_language("zh"):  # in the language of the instrument, whatever that of the page
        dossier = dossier_of(desk, kind, versions)
        template = template_of(desk, dossier, kind)
        shown = document_shown(dossier, kind, template)
    return shown, lambda path: write_document(kind, dossier, path, template), ".docx"


def _month(desk: Desk, given: Given, _versions: list[Version]) -> Made:
    return _plan_file(desk, given, ".docx")


def _plan_table(desk: Desk, given: Given, _versions: list[Version]) -> Made:
    return _plan_file(desk, given, given.words("kind") or ".xlsx")


def _plan_file(desk: Desk, given: Given, ending: str) -> Made:
    from lawtrack.formats import write_status
    from lawtrack.plan import status_records

    plan = with_versions(Plan.load(desk.plan_file(given.number("year") or 0)), desk.workspace.log())
    day = as_day(given.words("as_of") or desk.today())
    records = status_records([plan], day)
    heads = [
        translate(f"screen.{each}")
        for each in ("head-project", "head-track", "field-date", "head-next", "due")
    ]
    rows = [
        [
            each["title"],
            each["stage_label"],
            each["stage_date"] or "",
            each["next_label"] or "",
            each["due"] or "",
        ]
        for each in records
    ]
    return (
        {"kind": "table", "heads": heads, "rows": rows},
        lambda path: write_status([plan], day, path),
        ending,
    )


_MAKERS: Final = dict.fromkeys(_DOCUMENTS, _document) | {
    "table": _table,
    "tracked": _tracked,
    "decision": _decision,
    "beside": _beside,
    "opinions": _opinions,
    "report": _sentences,
    "clean": _clean,
    "duties": _duties,
    "month": _month,
    "plan": _plan_table,
}


ACTIONS: Final = {"out.offer": offer, "out.make": make}
