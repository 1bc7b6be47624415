"""One project: the line of its versions, and what one reads of them: one, two, or several side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.errors import LawtrackError, NotFound, UnusableInput
from lawtrack.messages import language, translate
from lawtrack.notebook.page.answers import Done
from lawtrack.notebook.page.naming import file_name, say_version
from lawtrack.notebook.page.written import as_file
from lawtrack.plan import stage_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.check import FindingRecord
    from lawtrack.compare import ViewerRow
    from lawtrack.law import Instrument, Provision
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import (
        Beside,
        ClauseRead,
        ComparedVersions,
        FileMade,
        ProjectShown,
        Restored,
        VersionRead,
        VersionShown,
    )
    from lawtrack.store import Version

_NO_TEXT: Final = frozenset({"unknown", "suspended", "withdrawn", "carried-over", "terminated"})


def show(desk: Desk, given: Given) -> ProjectShown:
    """The project's title and its versions in the order of their days; what was made by hand outside is told."""
    slug = given.words("draft")
    stages = [[stage, stage_label(stage)] for stage in _stages()]
    drafts = [[draft.slug, draft.title] for draft in desk.workspace.drafts()]
    if slug not in desk.workspace.slugs():
        return {
            "draft": "",
            "title": "",
            "notice": "",
            "versions": [],
            "newest": "",
            "stages": stages,
            "drafts": drafts,
            "opinions": 0,
            "unanswered": 0,
            "suggestions": 0,
            "shallow": desk.workspace.shallow,
            "outside": False,
            "today": desk.today().isoformat(),
        }
    draft = desk.workspace.draft(slug)
    versions = in_time(desk.workspace.log(slug))
    tally = desk.workspace.opinions(slug).register().tally
    return {
        "draft": slug,
        "title": draft.title,
        "notice": draft.notice,
        "versions": [_version(version) for version in versions],
        "newest": desk.workspace.log(slug)[-1].sha if versions else "",
        "stages": stages,
        "drafts": drafts,
        "opinions": tally.total,
        "unanswered": tally.results["none"],
        "suggestions": desk.open_suggestions(slug),
        "shallow": desk.workspace.shallow,
        "outside": bool(versions) and _outside(desk, slug),
        "today": desk.today().isoformat(),
    }


def in_time(versions: Sequence[Version]) -> list[Version]:
    """The versions by the days of their stages; those of one day as they were saved."""
    return sorted(versions, key=lambda version: version.date)


def _stages() -> list[str]:
    from lawtrack.messages import catalogue

    stages = [code.partition(".")[2] for code in catalogue("stages")]
    return [stage for stage in stages if stage not in _NO_TEXT]


def _version(version: Version) -> VersionShown:
    return {
        "sha": version.sha,
        "name": say_version(version),
        "stage": version.stage,
        "label": version.stage_label,
        "date": version.date,
        "meeting": version.meeting,
        "source": version.source.name if version.source else "",
        "author": version.author.name,
        "message": version.message,
        "saved": version.saved[:16].replace("T", " "),
    }


def _outside(desk: Desk, slug: str) -> bool:
    """Does the file in the folder say something else than the last version?"""
    try:
        return desk.workspace.working_text(slug) != desk.workspace.text(slug)
    except LawtrackError:
        return False


def version_of(desk: Desk, given: Given, name: str = "version") -> Version:
    """The version that the request names by its full hash. Raises NotFound."""
    slug, sha = given.words("draft", needed=True), given.words(name, needed=True)
    for version in desk.workspace.log(slug):
        if version.sha == sha:
            return version
    raise NotFound("bench.no-version")


def read(desk: Desk, given: Given) -> VersionRead:
    """One version as it reads: its outline, its clauses, and what the checks found, each at its place."""
    from lawtrack.check import check

    version = version_of(desk, given)
    doc = desk.instrument(version)
    findings = [finding.to_dict() for finding in check(doc) if not finding.reason]
    asked = opinions_at(desk, version)
    return {
        "version": _version(version),
        "title": doc.title,
        "note": "\n".join(line for block in doc.blocks if block.kind == "header" for line in block.lines),
        "rows": [_row(node, findings, asked) for node in _shown(doc)],
        "outline": [
            {"eid": node.eid, "label": node.label, "heading": node.heading, "level": str(node.level)}
            for node in doc.headings
        ],
        "findings": findings,
        "problems": [problem.to_dict() for problem in doc.problems],
        "count": len(doc.articles),
    }


def _shown(doc: Instrument) -> list[Provision]:
    kept = {node.eid for node in (*doc.headings, *doc.articles)}
    return [node for node in doc.provisions if node.eid in kept]


def _row(node: Provision, findings: list[FindingRecord], asked: dict[str, list[str]]) -> ClauseRead:
    own = [each for each in findings if each["eid"] == node.eid or each["eid"].startswith(node.eid + "__")]
    article = str(node.level) == "article"
    return {
        "eid": node.eid,
        "level": str(node.level),
        "label": node.label,
        "heading": node.heading,
        "lines": node.words.split("\n") if article else [],
        "findings": len(own) if article else 0,
        "severe": any(each["severity"] == "error" for each in own),
        "opinions": len(asked.get(node.eid, ())),
    }


def opinions_at(desk: Desk, version: Version) -> dict[str, list[str]]:
    """By article of the version: the ids of the opinions on it or on a part of it, followed there from where they were made."""
    slug = version.draft
    if not desk.workspace.opinions(slug).register().opinions:
        return {}
    opinions: dict[str, list[str]] = {}
    for followed in desk.follow(version).rows:
        for eid in {place.eid.split("__")[0] for place in followed.places}:
            opinions.setdefault(eid, []).append(followed.opinion.id)
    return opinions


_FIRST_SCREEN: Final = 30
"""Changed rows that come before all others when the page asks for the first of them."""


def compare(desk: Desk, given: Given) -> ComparedVersions:
    """Two versions clause by clause, the earlier first whatever the order in which they were chosen.

    With `first` the rows of the first screen, and `more` where there are others.
    """
    from lawtrack.compare import summary_sentence, viewer_rows
    from lawtrack.formats import comparison_columns

    old, new = in_time([version_of(desk, given, "old"), version_of(desk, given, "new")])
    comparison = desk.comparison(old, new, given.words("sure"))
    addresses = _by_label(desk.instrument(old)), _by_label(desk.instrument(new))
    heads = say_version(old), say_version(new)
    rows = viewer_rows(comparison, changes=_FIRST_SCREEN if given.flag("first") else None)
    return {
        "old": old.sha,
        "new": new.sha,
        "rows": rows,
        "more": len(rows) < len(comparison.rows) + len(comparison.other),
        "columns": comparison_columns(heads, language()),
        "summary": summary_sentence(comparison),
        "places": {row["id"]: _place(row, *addresses) for row in rows},
    }


def ahead(desk: Desk, given: Given) -> bool:
    """Was the comparison made with which a draft opens, and kept? The page asks while the pointer rests on the draft."""
    versions = in_time(desk.workspace.log(given.words("draft", needed=True)))[-2:]
    if len(versions) == 2:
        desk.comparison(versions[0], versions[1])
    return len(versions) == 2


def _by_label(doc: Instrument) -> dict[str, str]:
    """The address of each article by its number; of two with one number the first."""
    return {article.label: article.eid for article in reversed(doc.articles)}


def _place(row: ViewerRow, old: dict[str, str], new: dict[str, str]) -> list[str]:
    """Where the clause of a row is: "new" or "old", and its address there; nothing for what is no article."""
    for side, labels, addresses in (("new", row["new"], new), ("old", row["old"], old)):
        for label in labels:
            if label in addresses and row["level"] == "article":
                return [side, addresses[label]]
    return []


def beside(desk: Desk, given: Given) -> Beside:
    """Two to eight versions side by side, each clause followed through all of them."""
    from lawtrack.compare import FEWEST, MOST
    from lawtrack.formats import Layout, concordance_columns, concordance_rows

    wanted = set(given.many("versions"))
    chosen = in_time(
        [
            version
            for version in desk.workspace.log(given.words("draft", needed=True))
            if version.sha in wanted
        ]
    )
    if not FEWEST <= len(chosen) <= MOST:
        raise UnusableInput("notebook.tick-count", count=len(chosen), fewest=FEWEST, most=MOST)
    heads = tuple(f"{version.stage_label}\n{version.date}" for version in chosen)
    together = desk.concordance(tuple(chosen))
    last = desk.instrument(chosen[-1])
    rows = concordance_rows(together)
    articles = {article.label: article.eid for article in last.articles}
    places = {
        row["id"]: ["new", articles[row["cells"][-1]["labels"][0]]]
        for row in rows
        if row["level"] == "article"
        and row["cells"][-1]["labels"]
        and row["cells"][-1]["labels"][0] in articles
    }
    return {
        "rows": rows,
        "columns": concordance_columns(together, Layout(heads=heads)),
        "places": places,
        "new": chosen[-1].sha,
    }


def download(desk: Desk, given: Given) -> FileMade:
    """A version as a file under a name that says what it is."""
    from lawtrack.formats import write_instrument

    version = version_of(desk, given)
    doc = desk.instrument(version)
    title = doc.title or desk.workspace.draft(version.draft).title
    ending = given.words("kind") or ".docx"
    return as_file(
        file_name(title, version.stage_label, version.date) + ending, lambda path: write_instrument(doc, path)
    )


def correct(desk: Desk, given: Given) -> Done[None]:
    """A version's stage, day or meeting put right; what was there before stays in the record."""
    version = version_of(desk, given)
    right = desk.workspace.correct(
        version,
        stage=given.words("stage") or None,
        date=given.words("date") or None,
        meeting=given.words("meeting"),
        when=desk.now(),
    )
    return Done(
        translate("bench.corrected" if right.fresh else "bench.nothing-to-correct", name=say_version(right)),
        None,
    )


def restore(desk: Desk, given: Given) -> Done[Restored]:
    """An earlier version's text as the newest version."""
    version = version_of(desk, given)
    saved = given.saved(desk.now())
    saved["message"] = saved.get("message") or translate(
        "bench.restored-message", lang="zh", name=say_version(version)
    )
    made = desk.workspace.restore(version.draft, version.sha, **saved)
    code = "bench.restored" if made.fresh else "bench.there-already"
    return Done(translate(code, name=say_version(made)), {"version": made.sha}, desk.remember_save(made))


def undo_newest(desk: Desk, given: Given) -> Done[None]:
    """The newest version taken back by a new one with the text before it; both stay in the record."""
    version = version_of(desk, given)
    return Done(desk.undo_save(version.draft, version.sha), None)


ACTIONS: Final = {
    "project.undo-newest": undo_newest,
    "project.show": show,
    "project.ahead": ahead,
    "project.read": read,
    "project.compare": compare,
    "project.beside": beside,
    "project.download": download,
    "project.correct": correct,
    "project.restore": restore,
}
