"""A comparison as a file: the ending of its name says which kind."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.formats.atomic import write_bytes
from lawtrack.messages import say

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from lawtrack.compare import Comparison, Row


def write_comparison(comparison: Comparison, path: str | os.PathLike[str]) -> Path:
    """Write `comparison` to `path`, whole or not at all, and return the path; kinds: WRITERS.

    Raises UnusableInput for an ending that nobody writes, NotSaved where the system refuses.
    """
    target = Path(path)
    writer = WRITERS.get(target.suffix.lower())
    if writer is None:
        raise UnusableInput("formats.no-writer", suffix=target.suffix or target.name, known=" ".join(WRITERS))
    return write_bytes(target, writer(comparison))


def to_json(comparison: Comparison) -> bytes:
    """The comparison in the shape of the contract, UTF-8."""
    return (json.dumps(comparison.to_dict(), ensure_ascii=False, indent=2) + "\n").encode()


def to_csv(comparison: Comparison) -> bytes:
    """One clause group a line, UTF-8 with the mark by which Excel and WPS know it; formulas are made harmless."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(
        [say(f"compare.column-{name}") for name in ("kind", "flags", "old", "new", "old-text", "new-text")]
    )
    for row in (*comparison.other, *comparison.rows):
        cells = [
            kind_of(row),
            flags_of(row),
            "、".join(row.old),
            "、".join(row.new),
            row.old_text,
            row.new_text,
        ]
        table.writerow([harmless(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def to_markdown(comparison: Comparison) -> bytes:
    """A table of the changed clauses, deleted words struck through and new words bold."""
    lines = [
        f"# {escape_markdown(comparison.old.title)} → {escape_markdown(comparison.new.title)}",
        "",
        f"| {say('compare.column-kind')} | {say('compare.column-old-text')} | {say('compare.column-new-text')} |",
        "|---|---|---|",
    ]
    for row in (*comparison.other, *comparison.rows):
        if row.changed or row.moved:
            old = "".join(
                f"~~{_cell(t)}~~" if op == "delete" else _cell(t) for op, t in row.ops if op != "insert"
            )
            new = "".join(
                f"**{_cell(t)}**" if op == "insert" else _cell(t) for op, t in row.ops if op != "delete"
            )
            lines.append(f"| {kind_of(row)} {flags_of(row)} | {old} | {new} |")
    return ("\n".join(lines) + "\n").encode()


def to_html(comparison: Comparison) -> bytes:
    """The self-contained page."""
    from lawtrack.formats.comparison_html import page

    return page(comparison, title=f"{comparison.old.title} → {comparison.new.title}").encode()


def kind_of(row: Row) -> str:
    """The row's kind in the language in use."""
    return say(f"compare.kind-{row.kind}")


def flags_of(row: Row) -> str:
    """Renumbered, moved, in the language in use; "" where neither."""
    return " ".join(say(f"compare.flag-{name}") for name in ("renumbered", "moved") if getattr(row, name))


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> harmless("=cmd|' /C calc'!A0")
    "'=cmd|' /C calc'!A0"
    """
    return f"'{cell}" if cell.lstrip()[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def escape_markdown(text: str) -> str:
    """Document words that Markdown and HTML leave alone."""
    for mark in "\\`*_[]<>|~#":
        text = text.replace(mark, f"&#{ord(mark)};")
    return text


def _cell(text: str) -> str:
    return "<br>".join(escape_markdown(line) for line in text.split("\n"))


WRITERS: Final[dict[str, Callable[[Comparison], bytes]]] = {
    ".html": to_html,
    ".md": to_markdown,
    ".csv": to_csv,
    ".json": to_json,
}
"""What can be written, by the ending of the name."""
