"""How one opinion looks on the screen: a row of the list, a record in full, its clause then and now for the viewer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lawtrack.drafts import stage_label
from lawtrack.law import HEADING_LEVELS, Level
from lawtrack.messages import translate
from lawtrack.opinions import NONE, TITLE
from lawtrack.opinions import WHOLE as ALL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.opinions import Answer, Clauses, Followed, Opinion

Piece = tuple[str, str]
"""A tone of the table's style sheet, and words."""

COLUMNS: Final = ("clause", "words", "source", "date", "answer")
WHOLE: Final = "whole"
"""The scope of what is said about the text as a whole."""


def cells(row: Followed) -> list[list[Piece]]:
    """The row's cells under COLUMNS; words that are not there make no piece."""
    opinion = row.opinion
    found: list[list[Piece]] = [
        [("strong", clause_label(row)), *_fates(row)],
        [("words", opinion.text)],
        [
            ("strong", opinion.source or translate("notebook.opinion-no-source")),
            ("quiet", " · ".join(filter(None, (opinion.kind_label, opinion.channel)))),
        ],
        [("date", opinion.date)],
        [*_answer(opinion), *(("warning", remark.message) for remark in row.remarks)],
    ]
    return [[piece for piece in pieces if piece[1]] for pieces in found]


def clause_label(row: Followed) -> str:
    """The clause then and now: 第三条 → 第四条; once where its number stayed, 第三条 alone where it is gone."""
    labels = dict.fromkeys(filter(None, (row.label, row.label_now)))
    return " → ".join(labels) or translate("notebook.opinion-no-clause")


def _fates(row: Followed) -> Iterator[Piece]:
    """What became of the clause; that a whole text changed is nothing to tell."""
    if not row.opinion.anchor.whole and row.fate not in {"unchanged", "unknown"}:
        yield row.fate, translate(f"opinions.fate-{row.fate}")
    if row.moved:
        yield "moved", translate("viewer.kind-moved")


def _answer(opinion: Opinion) -> Iterator[Piece]:
    answer = opinion.answer
    if opinion.no_comment and answer is None:
        yield "quiet", translate("notebook.opinion-no-comment")
        return
    yield (answer.result if answer else NONE), opinion.result_label
    if answer:
        yield "words", answer.reason
        yield "quiet", " ".join(filter(None, (answer.by, answer.date)))


def scopes(row: Followed, clauses: Clauses) -> frozenset[str]:
    """The addresses of the headings and articles that the row's clause lies in, or its fate where it has no place."""
    if row.opinion.anchor.whole:
        return frozenset({WHOLE})
    paths = (clauses.targets.paths.get(place.eid, ()) for place in row.places)
    return frozenset(node.eid for path in paths for node in path) or frozenset({row.fate})


def scope_options(present: frozenset[str], clauses: Clauses) -> list[tuple[str, str]]:
    """Name and value of each scope in `present`, in the order of the text; the articles of a chapter stand below it."""
    within = "　" if clauses.doc.headings else ""
    options = [(translate("notebook.opinion-all-clauses"), "")]
    if WHOLE in present:
        options.append((translate("notebook.opinion-on-whole"), WHOLE))
    for path in clauses.targets.paths.values():
        node = path[-1]
        if node.eid in present and node.level in HEADING_LEVELS:
            options.append((f"{node.label} {node.heading}".strip(), node.eid))
        elif node.eid in present and node.level is Level.ARTICLE:
            options.append((within + node.label, node.eid))
    gone = [fate for fate in ("deleted", "unknown") if fate in present]
    return [*options, *((translate(f"opinions.fate-{fate}"), fate) for fate in gone)]


def searched(row: Followed) -> str:
    """The words that a search looks through."""
    opinion = row.opinion
    reason = opinion.answer.reason if opinion.answer else ""
    told = (
        row.label,
        row.label_now,
        opinion.text,
        opinion.suggestion,
        opinion.grounds,
        opinion.source,
        reason,
    )
    return "\n".join(told)


def record(row: Followed) -> list[list[str]]:
    """The opinion in full, as rows of a name and words; what nobody said is left out."""
    opinion, anchored = row.opinion, row.anchored
    on = f"{anchored.stage_label} {anchored.date}" if anchored else ""
    source = (opinion.source, opinion.kind_label, opinion.channel, opinion.date)
    told = {
        "words": opinion.text,
        "suggestion": opinion.suggestion,
        "grounds": opinion.grounds,
        "quote": _quote(row),
        "on": " · ".join(filter(None, (row.label, on))),
        "clause": row.before if anchored == row.version else "",
        "way": _way(row),
        "source": " · ".join(filter(None, source)),
        "note": opinion.note,
        "answer": _told(opinion.answer) if opinion.answer else "",
    }
    return [[translate(f"notebook.opinion-{name}"), words] for name, words in told.items() if words]


def _quote(row: Followed) -> str:
    quote = row.opinion.anchor.quote
    if row.quote.state == "changed":
        return f"{quote} → {row.quote.words}"
    return translate("notebook.opinion-quote-gone", quote=quote) if row.quote.state == "gone" else quote


def _way(row: Followed) -> str:
    """From version to version, where it took more than one step."""
    steps = (
        f"{step.version.stage_label} {'、'.join(step.labels) or translate('opinions.fate-deleted')}"
        for step in row.steps
    )
    return " → ".join((row.label, *steps)) if len(row.steps) > 1 else ""


def _told(answer: Answer) -> str:
    done = " ".join(filter(None, (stage_label(answer.stage) if answer.stage else "", answer.clause)))
    told = (
        answer.result_label,
        answer.reason,
        translate("notebook.opinion-done-in", clause=done) if done else "",
        " ".join(filter(None, (answer.by, answer.date))),
    )
    return "\n".join(filter(None, told))


def clause_row(row: Followed) -> dict[str, Any] | None:
    """The clause then and now as a row of a comparison; None where there are no words of it."""
    if not row.before:
        return None
    unmarked = [("delete", row.before), ("insert", row.after)]
    return {
        "kind": row.fate,
        "renumbered": row.renumbered,
        "moved": row.moved,
        "old": [row.label],
        "new": [place.label for place in row.places],
        "ops": row.ops or unmarked,
    }


def clause_names(clauses: Clauses) -> Sequence[str]:
    """Every clause of a text as the norms print it, in order, behind 全文 and 标题."""
    named = (clauses.label(eid) for eid in clauses.targets.paths)
    return tuple(dict.fromkeys((ALL, TITLE, *named)))
