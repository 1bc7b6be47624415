"""The table of a merge as every kind of file shows it: 条款 | 原稿 | 甲稿 | 乙稿 | 合并结果, conflicts first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from lawtrack.compare import Piece, Span, overlaid, sides, word_ops
from lawtrack.merge import HEADINGS
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lawtrack.merge import Conflict, Merge, MergeRow

COLUMNS: Final = ("base", "ours", "theirs", "merged")
BEGINNING: Final = 12
"""So many characters name a clause without a number."""
_NAMED: Final = frozenset({"order", "title", "header", "preamble", "annex", "tail"})
_HIDDEN: Final = frozenset({"contents"})
"""A contents page repeats the headings, which have rows of their own."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of the table: a band across it, or a clause's name, what to say about it, and the four texts.

    `kind` is conflict, changed, heading or band; a heading is a band to find one's way by.
    """

    kind: str
    name: str
    remark: str = ""
    cells: tuple[tuple[Span, ...], ...] = ()


def heads_of(names: Sequence[str]) -> list[str]:
    """The head row: the five columns, the first three texts with their names on a second line."""
    shown = [translate(f"merging.{side}") for side in COLUMNS]
    named = [f"{head}\n{name}" if name else head for head, name in zip(shown, names, strict=False)]
    return [translate("merging.clause"), *named, *shown[len(named) :]]


def notes_of(merge: Merge) -> list[str]:
    """What stands above the table: counts, what is open, what to look at."""
    open_ = (
        translate("merging.open", count=len(merge.conflicts))
        if merge.conflicts
        else translate("merging.whole")
    )
    return [counts_of(merge), open_, *(note.message for note in merge.notes)]


def counts_of(merge: Merge) -> str:
    """How many clauses come from where, in a sentence.

    >>> from lawtrack.formats import counts_of
    >>> from lawtrack.merge import merge
    >>> counts_of(merge("第一条　公园开放。", "第一条　公园全天开放。", "第一条　公园开放。"))
    '未改 0，取甲稿 1，取乙稿 0，两稿相同 0，两稿合并 0，冲突 0'
    """
    counts: dict[str, Any] = {**merge.summary}
    told = translate("merging.summary", **counts, open=len(merge.conflicts))
    decided = len(merge.ids) - len(merge.conflicts)
    return told + (translate("merging.decided", count=decided) if decided else "")


def joined_of(merge: Merge) -> tuple[str, ...]:
    """The clauses that both sides changed and whose changes stand together now: somebody has to read them.

    >>> from lawtrack.formats import joined_of
    >>> from lawtrack.merge import merge
    >>> joined_of(merge("第一条　公园每日开放。", "第一条　公园每日开放八小时。", "第一条　公园全天开放。"))
    ('第一条',)
    """
    rows = [row for row in merge.rows if row.origin == "words" and row.kind not in _HIDDEN]
    names = (row.labels["merged"] or name_of(row) or row.texts["merged"][:BEGINNING] for row in rows)
    return tuple(dict.fromkeys(names))


def name_of(row: MergeRow | Conflict) -> str:
    r"""What a clause without a number is called: 标题, 题注; "" for any other.

    >>> from lawtrack.formats import name_of
    >>> from lawtrack.merge import merge
    >>> [name_of(row) for row in merge("某市公园条例\n第一条　甲。", "某市公园条例\n第一条　乙。", "").rows][:1]
    ['标题']
    """
    return translate(f"merging.kind-{row.kind}") if row.kind in _NAMED else ""


def rows_of(merge: Merge) -> Iterator[Shown]:
    """The lines of the table, in order."""
    if merge.conflicts:
        yield Shown("band", translate("merging.band-conflicts", count=len(merge.conflicts)))
        yield from (_conflict(one) for one in merge.conflicts)
        yield Shown("band", translate("merging.band-rest"))
    rows = [row for row in merge.rows if row.kind not in _HIDDEN]
    for quiet, run in groupby(rows, lambda row: not row.changed and row.kind not in HEADINGS):
        if not quiet:
            yield from (_row(row) for row in run)
            continue
        labels = [row.labels["merged"] for row in run if row.labels["merged"]]
        if labels:
            span = (
                labels[0] if len(labels) == 1 else translate("compare.span", first=labels[0], last=labels[-1])
            )
            yield Shown("band", translate("compare.unchanged-run", old=span, new=span))


def _conflict(conflict: Conflict) -> Shown:
    name = conflict.merged or next(filter(None, conflict.labels.values()), "")
    bare = {"merged": ("", "")}
    for side, text in conflict.texts.items():
        label = conflict.labels[side] if text.startswith(conflict.labels[side]) else ""
        bare[side] = text.removeprefix(label), label
    cells = _marked(bare)[:3]
    standing = translate("merging.standing-ours" if conflict.texts["ours"] else "merging.standing-theirs")
    return Shown(
        "conflict",
        f"{name}\n{translate('merging.number', number=conflict.id.removeprefix('c'))}".strip(),
        conflict.message,
        (*cells, (Span(standing),)),
    )


def _row(row: MergeRow) -> Shown:
    name = row.labels["merged"] or next((row.labels[side] for side in COLUMNS if row.labels[side]), "")
    if row.kind in HEADINGS and not row.changed:
        return Shown("heading", row.texts["merged"])
    texts = {side: (row.texts[side].removeprefix(row.labels[side]), row.labels[side]) for side in COLUMNS}
    name = name or name_of(row) or row.texts["merged"][:BEGINNING]
    return Shown("changed", name, _remark(row), tuple(_marked(texts)))


def _remark(row: MergeRow) -> str:
    """From where the words come; that it was deleted, moved, or stands beside another insertion."""
    said = [translate(f"merging.origin-{row.origin}")] if row.origin != "base" else []
    if not row.texts["merged"]:
        said = [translate("merging.deleted", side=translate(f"merging.side-{row.origin}"))]
    elif not row.texts["base"] and row.origin in ("ours", "theirs"):
        said = [translate("merging.added", side=translate(f"merging.side-{row.origin}"))]
    said += [translate("merging.moved", side=translate(f"merging.side-{side}")) for side in row.moved]
    if row.beside:
        said.append(translate("merging.beside-here"))
    return "\n".join(said)


def _marked(texts: Mapping[str, tuple[str, str]]) -> list[tuple[Span, ...]]:
    """The four texts, each as (words, number before them): new words against the base; in it, what somebody took out."""
    base, label = _parted(*texts["base"])
    gone = [Piece(base, changed=False)]
    cells = []
    # most texts are those of the base, and what was merged mostly is one of the others
    against = {base: ([Piece(base, changed=False)], [Piece(base, changed=False)])}
    for side in COLUMNS[1:]:
        words, number = _parted(*texts[side])
        new = [Piece(words, changed=True)]
        if base:
            if words not in against:
                against[words] = sides(word_ops(base, words), (), ())
            old, new = against[words]
            if side != "merged" and words != base:
                gone = [Piece(run, one or other) for run, one, other in overlaid(gone, old)]
        cells.append(_cell([Span(number), *(Span(run, new=changed) for run, changed in new)]))
    return [_cell([Span(label), *(Span(run, gone=changed) for run, changed in gone)]), *cells]


def _parted(words: str, label: str) -> tuple[str, str]:
    """The words, and the number with the space that stands between."""
    bare = words.lstrip(" 　")
    return bare, label + words[: len(words) - len(bare)]


def _cell(spans: list[Span]) -> tuple[Span, ...]:
    """Runs of one mark joined; a text that is not there says so."""
    said = groupby([span for span in spans if span.words], lambda span: (span.new, span.gone))
    joined = tuple(Span("".join(span.words for span in run), *marks) for marks, run in said)
    return joined or (Span(translate("merging.absent")),)
