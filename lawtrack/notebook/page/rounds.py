"""征求修改建议: rounds in which several people suggest wordings, talk about them, and somebody decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.compare import word_ops
from lawtrack.drafts import DECISIONS
from lawtrack.errors import NotFound, UnusableInput
from lawtrack.law import parse
from lawtrack.messages import translate
from lawtrack.notebook.page.answers import Done
from lawtrack.notebook.page.naming import say_version
from lawtrack.notebook.page.project import version_of
from lawtrack.notebook.page.team import ASIDE
from lawtrack.plan import as_day

if TYPE_CHECKING:
    from lawtrack.drafts import Round, Suggestion
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import (
        ClauseWords,
        Landing,
        RoundOpened,
        RoundResult,
        RoundShown,
        RoundsShown,
        SuggestionShown,
    )
    from lawtrack.store import Rounds, Version


def show(desk: Desk, given: Given) -> RoundsShown:
    """Every round of a draft, open ones first, each with its suggestions against the words that they are about."""
    slug = given.words("draft", needed=True)
    versions = {version.sha: version for version in desk.workspace.log(slug)}
    rounds = sorted(
        desk.workspace.rounds(slug).all(), key=lambda one: (bool(one.closed), one.due or "~", one.name)
    )
    last = desk.workspace.version(slug)
    return {
        "rounds": [_round(desk, one, versions) for one in rounds],
        "today": desk.today().isoformat(),
        "stage": last.stage,
        "clauses": [[article.eid, article.label] for article in desk.instrument(last).articles],
    }


def open_(desk: Desk, given: Given) -> Done[RoundOpened]:
    """A new round about a version: its question, and the day by which suggestions are wanted."""
    version = version_of(desk, given)
    rounds = desk.workspace.rounds(version.draft)
    question, due = given.words("question", needed=True), given.words("due")
    if due and as_day(due) < desk.today():
        raise UnusableInput("bench.due-past", day=due)
    there = {one.name for one in rounds.all()}
    name = next(each for n in range(1, len(there) + 2) if (each := f"round-{n}") not in there)
    rounds.open(name, question, due=due, on=version.sha, when=desk.now())
    return Done(translate("bench.round-opened", question=question), {"round": name})


def clause(desk: Desk, given: Given) -> ClauseWords:
    """The words of an article of the version that a round is about, to be changed."""
    rounds, held = _held(desk, given)
    doc = desk.instrument(_about(desk, rounds.slug, held))
    article = doc.by_eid.get(given.words("eid", needed=True))
    if article is None:
        raise NotFound("bench.no-clause", eid=given.words("eid"), name=given.words("round"))
    return {"eid": article.eid, "label": article.label, "words": article.words}


def suggest(desk: Desk, given: Given) -> Done[None]:
    """A wording for a clause, with the reason; "" deletes it, `after` puts it behind the clause."""
    rounds, held = _held(desk, given)
    doc = desk.instrument(_about(desk, rounds.slug, held))
    article = doc.by_eid.get(given.words("eid", needed=True))
    text, spot = given.text("text").strip(), "after" if given.flag("after") else "instead"
    if article is None:
        raise NotFound("bench.no-clause", eid=given.words("eid"), name=held.question)
    if spot == "instead" and text == article.words.strip():
        raise UnusableInput("bench.nothing-suggested")
    rounds.suggest(held.name, article.label, text, reason=given.text("reason"), spot=spot, when=desk.now())  # type: ignore[arg-type] # one of two
    return Done(translate("bench.suggested", clause=article.label), None)


def say(desk: Desk, given: Given) -> Done[None]:
    """Something said about a suggestion."""
    rounds, held = _held(desk, given)
    rounds.say(held.name, given.words("suggestion", needed=True), given.text("words"), when=desk.now())
    return Done(translate("bench.said"), None)


def resolve(desk: Desk, given: Given) -> Done[None]:
    """Nothing is left to be said about a suggestion."""
    rounds, held = _held(desk, given)
    rounds.resolve(held.name, given.words("suggestion", needed=True), when=desk.now())
    return Done(translate("bench.resolved"), None)


def decide(desk: Desk, given: Given) -> Done[None]:
    """One or several suggestions accepted, rejected, or opened again."""
    rounds, held = _held(desk, given)
    ids, decision = given.many("suggestions"), given.words("decision", needed=True)
    if decision not in DECISIONS or not ids:
        raise UnusableInput("bench.none-chosen")
    known = {one.id: one.decision for one in held.suggestions}
    rounds.decide(held.name, ids, decision, why=given.text("why"), when=desk.now())

    def back() -> str:
        for before in DECISIONS:
            same = [one for one in ids if known.get(one) == before]
            if same:
                rounds.decide(held.name, same, before, when=desk.now())
        return translate("bench.undone")

    return Done(translate(f"bench.decided-{decision}", count=len(ids)), None, desk.remember(back))


def instead(desk: Desk, given: Given) -> Done[None]:
    """Words of one's own in place of both that clash: laid down, accepted, and the suggestion itself rejected."""
    rounds, held = _held(desk, given)
    wanted = next((one for one in held.suggestions if one.id == given.words("suggestion")), None)
    text = given.text("text").strip()
    if wanted is None or not text:
        raise UnusableInput("bench.none-chosen")
    made = rounds.suggest(held.name, wanted.clause, text, reason=wanted.reason, when=desk.now())
    rounds.decide(held.name, [wanted.id], "rejected", when=desk.now())
    rounds.decide(held.name, [made.id], "accepted", when=desk.now())
    return Done(translate("bench.decided-accepted", count=1), None)


def preview(desk: Desk, given: Given) -> RoundResult:
    """The text with all that was accepted, against the draft's newest version."""
    from lawtrack.compare import compare, summary_sentence, viewer_rows
    from lawtrack.formats import comparison_columns
    from lawtrack.messages import language

    rounds, held = _held(desk, given)
    last = desk.workspace.version(rounds.slug)
    comparison = compare(desk.instrument(last), parse(rounds.preview(held.name)))
    heads = say_version(last), translate("bench.round-result")
    return {
        "rows": viewer_rows(comparison),
        "columns": comparison_columns(heads, language()),
        "summary": summary_sentence(comparison),
        "places": {},
        "open": len(held.open),
        "threads": held.tally["threads"],
    }


def close(desk: Desk, given: Given) -> Done[Landing]:
    """The round's result as the draft's next version."""
    rounds, held = _held(desk, given)
    last = desk.workspace.version(rounds.slug)
    made = rounds.close(held.name, **given.saved(desk.now()))
    return Done(
        translate("bench.saved", name=say_version(made)),
        {"chosen": [last.sha, made.sha], "version": made.sha},
        desk.remember_save(made),
    )


def _held(desk: Desk, given: Given) -> tuple[Rounds, Round]:
    rounds = desk.workspace.rounds(given.words("draft", needed=True))
    return rounds, rounds.get(given.words("round", needed=True))


def _about(desk: Desk, slug: str, held: Round) -> Version:
    return desk.workspace.version(slug, held.on) if held.on else desk.workspace.version(slug)


def _round(desk: Desk, held: Round, versions: dict[str, Version]) -> RoundShown:
    late = held.is_over(desk.today().isoformat())
    return {
        "name": held.name,
        "aside": held.name == ASIDE,
        "question": held.question,
        "due": held.due,
        "late": late and not held.closed,
        "on": say_version(versions[held.on]) if held.on in versions else "",
        "by": held.opened_by,
        "opened": held.opened,
        "closed": held.closed,
        "tally": held.tally,
        "suggestions": [_suggestion(one) for one in held.suggestions],
    }


def _suggestion(one: Suggestion) -> SuggestionShown:
    before = "" if one.spot == "after" else one.before
    return {
        "id": one.id,
        "clause": one.clause,
        "spot": one.spot,
        "before": one.before,
        "text": one.text,
        "runs": [list(op) for op in word_ops(before, one.text)],
        "author": one.author,
        "date": one.date,
        "reason": one.reason,
        "decision": one.decision,
        "decided_by": one.decided_by,
        "decided": one.decided,
        "why": one.why,
        "thread": [{"by": said.by, "text": said.text, "date": said.date} for said in one.thread],
        "talked": one.to_be_discussed,
    }


ACTIONS: Final = {
    "round.show": show,
    "round.open": open_,
    "round.clause": clause,
    "round.suggest": suggest,
    "round.say": say,
    "round.resolve": resolve,
    "round.decide": decide,
    "round.instead": instead,
    "round.preview": preview,
    "round.close": close,
}
