"""One clause: its way through the versions, the opinions on it, what the checks found, its references, and editing it."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from lawtrack.atomic import atomic_write
from lawtrack.errors import Conflict, NotFound, UnusableInput
from lawtrack.law import citations, edit, parse
from lawtrack.messages import translate
from lawtrack.notebook.page.answers import Done
from lawtrack.notebook.page.naming import say_version
from lawtrack.notebook.page.project import in_time, version_of
from lawtrack.opinions import KINDS, RESULTS, WHOLE, Clauses, kind_label, result_label

if TYPE_CHECKING:
    from pathlib import Path

    from lawtrack.check import FindingRecord
    from lawtrack.law import Edited, Instrument
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import (
        ClauseShown,
        EditShown,
        Fixed,
        Kept,
        Landing,
        OpinionShown,
        Reference,
        References,
        Step,
        TypedKept,
    )
    from lawtrack.opinions import Followed
    from lawtrack.store import Version

_MOST: Final = 8
"""So many versions, the last up to the one in hand, are told of; a concordance takes no more."""


def show(desk: Desk, given: Given) -> ClauseShown:
    """All that there is to say about one article of a version."""
    version = version_of(desk, given)
    doc = desk.instrument(version)
    article = doc.by_eid.get(given.words("eid", needed=True))
    if article is None:
        raise NotFound("bench.no-clause", eid=given.words("eid"), name=say_version(version))
    clauses = Clauses(doc)
    return {
        "eid": article.eid,
        "label": article.label,
        "lines": article.words.split("\n"),
        "history": _history(desk, version, article.label),
        "opinions": _opinions(desk, version, article.eid),
        "findings": _findings(doc, article.eid),
        **_references(doc, article.eid, clauses),
        "results": [[result, result_label(result)] for result in RESULTS],
        "kinds": [[kind, kind_label(kind)] for kind in KINDS],
        "clauses": [[each.eid, each.label] for each in doc.articles],
        "today": desk.today().isoformat(),
    }


def _history(desk: Desk, version: Version, label: str) -> list[Step]:
    """The article in each version up to this one: its number there, how it came from the one before, its words marked."""
    from lawtrack.formats import concordance_rows

    ordered = in_time(desk.workspace.log(version.draft))
    at = next(place for place, each in enumerate(ordered) if each.sha == version.sha)
    chosen = tuple(ordered[max(0, at + 1 - _MOST) : at + 1])
    if len(chosen) < 2:
        return []
    rows = concordance_rows(desk.concordance(chosen))
    thread = next(
        (row for row in rows if row["level"] == "article" and label in row["cells"][-1]["labels"]), None
    )
    if thread is None:
        return []
    return [
        {
            "name": say_version(each),
            "labels": cell["labels"],
            "kind": cell["kind"] or "",
            "moved": cell["moved"],
            "in_place": cell["in_place"],
            "doubtful": cell["doubtful"],
            "runs": cell["runs"],
            "who": each.author.name,
            "why": each.message,
            "meeting": each.meeting,
        }
        for each, cell in zip(chosen, thread["cells"], strict=True)
    ]


def _opinions(desk: Desk, version: Version, eid: str) -> list[OpinionShown]:
    if not desk.workspace.opinions(version.draft).register().opinions:
        return []
    return [
        opinion_record(row)
        for row in desk.follow(version).rows
        if any(place.eid.split("__")[0] == eid for place in row.places)
    ]


def opinion_record(row: Followed) -> OpinionShown:
    """What the page shows of one opinion: its words, its source, what it is on, and its answer."""
    one = row.opinion
    return {
        "id": one.id,
        "seen": one.seen,
        "text": one.text,
        "suggestion": one.suggestion,
        "no_comment": one.no_comment,
        "source": one.source,
        "date": one.date,
        "on": f"{row.label} · {say_version(row.anchored)}" if row.anchored else one.anchor.label,
        "result": one.answer.result if one.answer else "",
        "result_label": one.result_label if one.answer else "",
        "reason": one.answer.reason if one.answer else "",
        "remarks": [remark.message for remark in row.remarks],
    }


def _findings(doc: Instrument, eid: str) -> list[FindingRecord]:
    from lawtrack.check import check

    own = (finding for finding in check(doc) if finding.eid == eid or finding.eid.startswith(eid + "__"))
    return [finding.to_dict() for finding in own if not finding.reason]


def _references(doc: Instrument, eid: str, clauses: Clauses) -> References:
    """Where the article points, and who points at it."""
    out: list[Reference] = []
    into: list[Reference] = []
    for cited in citations(doc):
        holder = cited.holder.split("__")[0]
        targets = [target.split("__")[0] for target in cited.targets]
        if holder == eid:
            out.append({"words": cited.words, "law": cited.instrument, "eid": targets[0] if targets else ""})
        elif eid in targets and cited.internal and cited.holder:
            into.append(
                {"words": cited.words, "law": "", "eid": holder, "label": clauses.label(cited.holder)}
            )
    return {"points": out, "pointed": into}


def add_opinion(desk: Desk, given: Given) -> Done[None]:
    """An opinion on the clause, as it stands in the version in hand."""
    version = version_of(desk, given)
    book = desk.workspace.opinions(version.draft)
    if not given.text("text").strip():
        raise UnusableInput("bench.needed", field=translate("bench.field-opinion"))
    opinion = book.new(
        given.text("text"),
        clause=given.words("eid"),
        on=version.sha,
        source=given.words("source"),
        kind=given.words("kind") or "other",
        date=given.words("date"),
        suggestion=given.text("suggestion"),
    )
    what = translate("bench.commit-opinion", lang="zh", clause=opinion.anchor.label)
    _, token = desk.undoable(lambda: book.add(opinion, when=desk.now()), what)
    return Done(translate("bench.opinion-added", clause=opinion.anchor.label), None, token)


def answer_opinion(desk: Desk, given: Given) -> Done[None]:
    """What was done with an opinion, and why. Raises Conflict where somebody answered since the page showed it."""
    book = desk.workspace.opinions(given.words("draft", needed=True))
    held = book.get(given.words("opinion", needed=True))
    seen = given.words("seen")
    shown = book.register(seen).by_id.get(held.id) if seen else held
    if shown is not None and shown.answer != held.answer:
        told = held.answer
        raise Conflict(
            "bench.answered-since",
            result=held.result_label,
            by=(told.by if told else "") or translate("bench.somebody"),
            reason=told.reason if told else "",
        )
    done, token = desk.undoable(
        lambda: book.answer(
            held,
            given.words("result", needed=True),
            reason=given.text("reason"),
            by=given.words("by"),
            date=given.words("date"),
            when=desk.now(),
        ),
        translate("bench.commit-answer", lang="zh", clause=held.anchor.label),
    )
    return Done(translate("bench.opinion-answered", result=done.result_label), None, token)


def correct_opinion(desk: Desk, given: Given) -> Done[None]:
    """The clause that an opinion is about put right: an article of the version in hand, or the whole text."""
    version = version_of(desk, given)
    book = desk.workspace.opinions(version.draft)
    held = book.get(given.words("opinion", needed=True))
    clause = given.words("eid") or WHOLE
    right, token = desk.undoable(
        lambda: book.correct(held, clause=clause, on=version.sha, when=desk.now()),
        translate("bench.commit-opinion", lang="zh", clause=held.anchor.label),
    )
    return Done(translate("bench.opinion-corrected", clause=right.anchor.label), None, token)


def fix(desk: Desk, given: Given) -> Fixed:
    """The words of the article with one finding put right, to be looked at before they are saved."""
    from lawtrack.check import apply_fixes, check

    doc = desk.instrument(version_of(desk, given))
    start, code = given.number("start"), given.words("code", needed=True)
    chosen = [
        finding for finding in check(doc) if finding.start == start and finding.code == code and finding.fix
    ]
    if not chosen:
        raise NotFound("bench.no-fix")
    eid = chosen[0].eid.split("__")[0]
    return {"eid": eid, "words": parse(apply_fixes(doc.text, chosen)).by_eid[eid].words}


def _edited(desk: Desk, given: Given) -> tuple[Version, Edited]:
    version = version_of(desk, given)
    inserted = []
    for line in given.many("inserted"):
        after, _, words = line.partition("\n")
        if words.strip():
            inserted.append((after, _NUMBERED.sub("", words)))
    doc = desk.instrument(version)
    done = edit(
        doc,
        rewritten={eid: _unnumbered(doc, eid, words) for eid, words in given.mapping("rewritten").items()},
        inserted=inserted,
        deleted=given.many("deleted"),
    )
    return version, done


_NUMBERED: Final = re.compile(
    r"\A\s*第[零〇一二三四五六七八九十百千0-9０-９]+条(?:之[一二三四五六七八九十]+)?\s+"
)
"""The number with which an article begins, as it is pasted from elsewhere."""


def _unnumbered(doc: Instrument, eid: str, words: str) -> str:
    """The words of an article without its own number before them, which the text has already."""
    began = _NUMBERED.match(words)
    label = doc.by_eid[eid].label if eid in doc.by_eid else ""
    return words[began.end() :] if began and began.group().strip() == label else words


def preview_edit(desk: Desk, given: Given) -> EditShown:
    """What an edit would make of the text: which articles get other numbers, which references follow, which are lost."""
    from lawtrack.compare import compare, summary_sentence, viewer_rows
    from lawtrack.formats import comparison_columns
    from lawtrack.messages import language

    version, done = _edited(desk, given)
    before = desk.instrument(version)
    comparison = compare(before, parse(done.text))
    clauses = Clauses(before)

    def holder(eid: str) -> str:
        return clauses.label(eid) if eid in before.by_eid else ""

    return {
        "summary": summary_sentence(comparison),
        "renumbered": [list(pair) for pair in done.renumbered],
        "references": [[holder(each.holder), each.old, each.new] for each in done.references],
        "lost": [[holder(each.holder), each.words] for each in done.lost],
        "problems": _new_problems(before, parse(done.text)),
        "rows": viewer_rows(comparison),
        "columns": comparison_columns((say_version(version), translate("bench.edited")), language()),
    }


def _new_problems(before: Instrument, after: Instrument) -> list[str]:
    """What looks wrong in the text now and did not before."""
    known = {problem.code for problem in before.problems}
    return [problem.message for problem in after.problems if problem.code not in known]


def save_edit(desk: Desk, given: Given) -> Done[Landing]:
    """The edited text as the next version, with its stage and the reason."""
    version, done = _edited(desk, given)
    if parse(done.text).text == desk.instrument(version).text:
        raise UnusableInput("bench.nothing-edited")
    made = desk.workspace.save(
        version.draft,
        done.text,
        **given.saved(desk.now()),
    )
    with suppress(OSError):
        _typed_file(desk, version.draft).unlink(missing_ok=True)
    return Done(
        translate("bench.saved", name=say_version(made)),
        {"chosen": [version.sha, made.sha], "version": made.sha},
        desk.remember_save(made),
    )


def keep(desk: Desk, given: Given) -> Kept:
    """What is being typed, kept on disk until it is a version; nothing typed takes the file away."""
    file = _typed_file(desk, given.words("draft", needed=True))
    typed = given.text("typed")
    if typed:
        file.parent.mkdir(exist_ok=True)
        atomic_write(file, typed.encode("utf-8", "replace"))
    else:
        file.unlink(missing_ok=True)
    return {"kept": bool(typed)}


def kept(desk: Desk, given: Given) -> TypedKept:
    """What was being typed when the page was left; nothing where there is none."""
    file = _typed_file(desk, given.words("draft", needed=True))
    with suppress(OSError, ValueError):
        typed = file.read_text(encoding="utf-8")
        json.loads(typed)
        return {"typed": typed}
    return {"typed": ""}


def _typed_file(desk: Desk, slug: str) -> Path:
    if slug not in desk.workspace.slugs():
        raise NotFound("bench.no-version")
    return desk.workspace.repository.git_dir / "lawtrack-typed" / f"{slug}.json"


ACTIONS: Final = {
    "clause.show": show,
    "clause.fix": fix,
    "opinion.add": add_opinion,
    "opinion.answer": answer_opinion,
    "opinion.correct": correct_opinion,
    "edit.preview": preview_edit,
    "edit.save": save_edit,
    "edit.keep": keep,
    "edit.kept": kept,
}
