"""The 清理建议表: one row a clause, what it cites, what became of that, what to do and on what ground."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from lawtrack.collection.cleaning.names import UNVERIFIED
from lawtrack.formats import Listing, marked_words
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.compare import Span

HEADS: Final = ("number", "title", "place", "text", "cites", "fate", "todo", "basis")
WIDTHS: Final = (8, 15, 10, 36, 13, 17, 21, 20)
MOST_PLACES: Final = 12
"""Articles that are named where an old name stands in many."""
LONGEST: Final = 400
"""Characters of a clause that the table shows around what it cites."""


def cleaning_table(
    rows: Sequence[dict[str, Any]],
    names: Sequence[dict[str, Any]] = (),
    *,
    law: str,
    basis: str = "",
    everything: bool = False,
) -> Listing:
    """The table of `affected` rows, and of `outdated` names below; citations that need nothing only with `everything`.

    `law` names the changed law in the title, `basis` is the ground for renumbering (the decision, the new law's date).

    >>> listing = cleaning_table([], law="某法")
    >>> listing.title, listing.rows
    ('某法修改后的法规清理建议表', [])
    """
    shown = [row for row in rows if everything or to_be_shown(row)]
    lines: list[tuple[Any, ...]] = [
        (number, *cells) for number, cells in enumerate(_clauses(shown, basis or law), 1)
    ]
    if names:
        if lines:
            lines.append((translate("collection.names-heading"),))
        lines += [
            (number, *cells) for number, cells in enumerate(_names(names), len(lines) + (0 if lines else 1))
        ]
    counts = {todo: sum(row["todo"] == todo for row in rows) for todo in ("renumber", "look", "gone", "keep")}
    note = translate("collection.cleaning-note", count=len(rows), **counts)
    notes = [note, translate("collection.cleaning-caution")]
    if names:
        told = len({(row["instrument"], row["now"]) for row in names})
        notes.append(translate("collection.cleaning-names", count=len(names), rows=told))
    if older := len({row["instrument"] for row in rows if row["doubt"] == "older"}):
        notes.append(translate("collection.cleaning-older", count=older))
    heads = tuple(translate(f"collection.head-{head}") for head in HEADS)
    title = translate("collection.cleaning-title", law=law)
    return Listing(title, heads, WIDTHS, lines, tuple(notes))


def to_be_shown(row: dict[str, Any]) -> bool:
    """Does a row of `affected` ask for something, or was it asked for: a place that names the law without a provision?

    >>> to_be_shown({"todo": "keep", "cites": "第二条", "doubt": ""}), to_be_shown({"todo": "keep", "cites": "", "doubt": ""})
    (False, True)
    """
    return row["todo"] != "keep" or not (row["cites"] or row["doubt"])


def _clauses(rows: Iterable[dict[str, Any]], basis: str) -> Iterator[tuple[Any, ...]]:
    """One row a clause, with all that it cites."""
    for _, group in groupby(rows, key=lambda row: (row["instrument"], row["eid"])):
        cited = list(group)
        first = cited[0]
        todos = "\n".join(dict.fromkeys(todo_words(row) for row in cited))
        yield (first["title"], first["place"] or first["eid"], _extract(first["text"], [row["words"] for row in cited]),
               _cites(cited), _fates(cited), todos, basis)  # fmt: skip


def _cites(rows: Sequence[dict[str, Any]]) -> str:
    """The provisions that a clause cites, a line each; the law's title where it begins or changes."""
    places = list(dict.fromkeys((row["cited"], row["cites"]) for row in rows))
    before = ("", *(title for title, _ in places))
    return "\n".join(
        place if title == last else f"《{title}》{place}"
        for (title, place), last in zip(places, before, strict=False)
    )


def _fates(rows: Sequence[dict[str, Any]]) -> str:
    """What became of the provisions; each is named where there are several."""
    several = len({(row["cited"], row["cites"]) for row in rows}) > 1
    return "\n".join(
        dict.fromkeys((f"{row['cites']}：" if several else "") + fate_words(row) for row in rows)
    )


def _names(names: Iterable[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    """One row an instrument and a name of today: where the old names stand, the first place with its words."""
    ordered = sorted(names, key=lambda row: (row["instrument"], row["now"]))
    for _, group in groupby(ordered, key=lambda row: (row["instrument"], row["now"])):
        rows = list(group)
        first = rows[0]
        olds = "\n".join(dict.fromkeys(row["words"] for row in rows))
        news = "\n".join(dict.fromkeys(f"{row['words']} → {row['now']}" for row in rows))
        notes = dict.fromkeys(
            "。".join(filter(None, (row["basis"], row["note"], _unverified(row)))) for row in rows
        )
        here = [row["words"] for row in rows if row["eid"] == first["eid"]]
        yield (first["title"], places_words(rows), _extract(first["text"], here), olds, news,
               translate("collection.todo-name", now=first["now"]), "\n".join(notes))  # fmt: skip


def places_words(rows: Sequence[dict[str, Any]]) -> str:
    """The articles of some places, the first of many by name: 第二条、第五条……共30条.

    >>> places_words([{"label": "第二条"}, {"label": "第五条"}, {"label": "第二条"}])
    '第二条、第五条'
    """
    labels = list(dict.fromkeys(row["label"] for row in rows))
    shown = "、".join(labels[:MOST_PLACES])
    if len(labels) <= MOST_PLACES:
        return shown
    return translate("collection.places-more", shown=shown, count=len(labels))


def _unverified(row: dict[str, Any]) -> str:
    """What the user is told of a basis that nobody has checked."""
    return translate("collection.unverified") if row.get("source") == UNVERIFIED else ""


def fate_words(row: dict[str, Any]) -> str:
    """What became of the cited provision, in words.

    >>> fate_words({"fate": "renumbered", "now": "第三条", "how": ""})
    '内容未变，现为第三条'
    """
    told = translate(f"collection.fate-{row['fate']}", now=row["now"])
    how = translate(f"collection.how-{row['how']}") if row["how"] else ""
    return told + (f"（{how}）" if how else "")


def todo_words(row: dict[str, Any]) -> str:
    """What to do, in words.

    >>> todo_words({"todo": "renumber", "cites": "第二条", "now": "第三条", "doubt": ""})
    '“第二条”改为“第三条”'
    """
    if row["doubt"]:
        return translate(f"collection.todo-{row['doubt']}")
    if row.get("how") == "repealed":
        return translate("collection.todo-repealed")
    instead = row.get("instead", "")
    if (
        instead and not row["cites"].endswith(instead) and not row["now"].endswith(instead)
    ):  # with the law's new name
        return translate("collection.todo-renumber", cites=row["words"], now=instead)
    return translate(f"collection.todo-{row['todo']}", cites=row["cites"], now=row["now"])


def _extract(text: str, words: Sequence[str]) -> tuple[Span, ...]:
    """The clause, or the part of a long one around the words, which stand out."""
    at = min((text.find(word) for word in words if word in text), default=0)
    start = 0 if len(text) <= LONGEST else max(0, at - LONGEST // 2)
    shown = (
        ("…" if start else "") + text[start : start + LONGEST] + ("…" if start + LONGEST < len(text) else "")
    )
    spans: list[tuple[int, int]] = []
    for word in sorted(dict.fromkeys(words), key=len, reverse=True):
        place = shown.find(word)
        while place >= 0:
            if all(place >= end or place + len(word) <= begin for begin, end in spans):
                spans.append((place, place + len(word)))
            place = shown.find(word, place + 1)
    return marked_words(shown, sorted(spans))


def repealed_listing(rows: Sequence[dict[str, Any]]) -> Listing:
    """The places of `Collection.repealed` as a table, one row a place.

    >>> repealed_listing([]).notes
    ('引用已废止法规的共0处。',)
    """
    lines: list[tuple[Any, ...]] = [
        (number, row["title"], row["label"], _extract(row["text"], [row["cited"]]), f"《{row['cited']}》{row['cites']}",
         row["by"], translate("collection.repealed-basis") if row["basis"] else "")
        for number, row in enumerate(rows, 1)
    ]  # fmt: skip
    heads = tuple(
        translate(f"collection.head-{head}")
        for head in ("number", "title", "place", "text", "cites", "by", "basis")
    )
    count = translate("collection.repealed-count", count=len(rows))
    return Listing(
        translate("collection.repealed-title"), heads, (8, 18, 12, 46, 24, 24, 12), lines, (count,)
    )
