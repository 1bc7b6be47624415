"""A comparison on a terminal: clause by clause, what went struck through in red, what came underlined in green.

Without colours (a pipe, NO_COLOR, a dumb terminal) the same marks are written [-gone-]{+come+}, as git's word diff
writes them. What a document says never reaches the terminal as a command: control characters are shown, not sent.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import click

from lawtrack.cli.printing import visible
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Row = dict[str, Any]

INDENT: Final = "  "
_COLOURS: Final = {
    "amended": "yellow",
    "added": "green",
    "deleted": "red",
    "split": "magenta",
    "merged": "magenta",
    "unchanged": "cyan",
}
_ARROW: Final = " → "
_BEHIND: Final = frozenset({"annex", "tail"})
"""Levels of rows that stand behind the articles."""
_FLAGS: Final = ("renumbered", "moved")


def print_rows(comparison: dict[str, Any], *, only_changed: bool) -> None:
    """Print a comparison in the contract's shape; `only_changed` leaves out what reads as before.

    Clauses that only got another number are told in one line a run, so that none goes unnoticed.
    """
    pen = Pen(coloured=_coloured())
    click.echo("\n".join(_lines(comparison, pen, only_changed=only_changed)), color=pen.coloured or None)


@dataclass(frozen=True, slots=True)
class Pen:
    """How words are marked; `coloured` with colours and lines, else with brackets."""

    coloured: bool

    def inline(self, ops: Iterable[tuple[str, str]]) -> str:
        """The operations of one clause as one text.

        >>> Pen(coloured=False).inline([("equal", "应当"), ("delete", "七"), ("insert", "五"), ("equal", "日前")])
        '应当[-七-]{+五+}日前'
        """
        return "".join(self._mark(kind, visible(words)) for kind, words in ops)

    def head(self, kind: str, words: str) -> str:
        """The line above a clause."""
        return click.style(words, fg=_COLOURS[kind], bold=True) if self.coloured else words

    def faint(self, words: str) -> str:
        """What is there to be passed over."""
        return click.style(words, dim=True) if self.coloured else words

    def _mark(self, kind: str, words: str) -> str:
        if kind == "equal":
            return words
        # line by line: a mark that spans a line break would take the indent of the next line with it
        return "\n".join(self._mark_line(kind, line) if line else "" for line in words.split("\n"))

    def _mark_line(self, kind: str, line: str) -> str:
        gone = kind == "delete"
        if not self.coloured:
            return f"[-{line}-]" if gone else f"{{+{line}+}}"
        return click.style(
            line, fg="red" if gone else "green", strikethrough=gone or None, underline=not gone or None
        )


def _coloured() -> bool:
    """Colours for a person at a terminal who has not declined them (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _lines(comparison: dict[str, Any], pen: Pen, *, only_changed: bool) -> Iterator[str]:
    yield pen.head("unchanged", _heading(comparison))
    yield _summary(comparison["summary"])
    behind = [row for row in comparison.get("other", []) if row.get("level") in _BEHIND]
    yield from _annexes(behind)
    for row in comparison.get("other", []):
        if row not in behind:
            yield from _changed(row, pen)
    for quiet, run in groupby(comparison["rows"], key=_only_renumbered):
        if quiet and only_changed:
            yield from ("", pen.faint(_renumbered_run(list(run))))
            continue
        for row in run:
            if not only_changed or row["kind"] != "unchanged" or row["moved"] or row.get("doubtful"):
                yield from _row(row, pen)
    for row in behind:
        yield from _changed(row, pen)


def _changed(row: Row, pen: Pen) -> Iterator[str]:
    if row["kind"] != "unchanged" or row["renumbered"]:
        yield from _row(row, pen)


def _annexes(rows: list[Row]) -> Iterator[str]:
    """The annexes, counted apart from the articles; nothing where there are none."""
    kinds = Counter(row["kind"] for row in rows if row["level"] == "annex")
    if kinds:
        told = "，".join(f"{translate(f'compare.kind-{kind}')} {count}" for kind, count in kinds.items())
        yield f"{translate('viewer.level-annex')}：{told}"


def _heading(comparison: dict[str, Any]) -> str:
    titles = [visible(comparison.get(name, "")) for name in ("old_title", "new_title")]
    return titles[0] if titles[0] == titles[1] else _ARROW.join(titles)


def _summary(summary: dict[str, int]) -> str:
    names = {name: f"compare.{'flag' if name in _FLAGS else 'kind'}-{name}" for name in summary}
    told = [f"{translate(names[name])} {count}" for name, count in summary.items() if count]
    return "，".join(told)


def _only_renumbered(row: Row) -> bool:
    return row["kind"] == "unchanged" and row["renumbered"] and not row["moved"] and not row.get("doubtful")


def _renumbered_run(rows: list[Row]) -> str:
    sides = [[label for row in rows for label in row[side]] for side in ("old", "new")]
    spans = [side[0] if len(side) == 1 else f"{side[0]}–{side[-1]}" for side in sides]
    return f"{translate('compare.flag-renumbered')}  {visible(_ARROW.join(spans))}"


def _row(row: Row, pen: Pen) -> Iterator[str]:
    kind = row["kind"]
    yield ""
    yield pen.head(kind, "  ".join([translate(f"compare.kind-{kind}"), _labels(row), *_flags(row)]))
    words = pen.faint(visible(row["new_text"])) if kind == "unchanged" else pen.inline(row["ops"])
    for line in words.split("\n"):
        if line.strip():
            yield INDENT + line.lstrip()


def _labels(row: Row) -> str:
    old, new = ("、".join(map(visible, row[side])) for side in ("old", "new"))
    if not old and not new:
        return translate(f"viewer.level-{row['level']}")
    return old or new if old == new or not (old and new) else f"{old}{_ARROW}{new}"


def _flags(row: Row) -> list[str]:
    from lawtrack.compare import DOUBTS

    flags = [flag for flag in (*_FLAGS, "in_place", "doubtful") if row.get(flag)]
    doubt = DOUBTS.get(row["kind"], "doubtful")
    return [translate(f"compare.flag-{doubt if flag == 'doubtful' else flag}") for flag in flags]
