"""The rows of a comparison as a front end takes them: plain data, with what to mark in the old text and in the new."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict

from lawtrack.compare.showing.marks import marked
from lawtrack.compare.showing.order import AFTER_BODY, in_order
from lawtrack.messages import language, translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare.model import ComparisonData
    from lawtrack.compare.model import Row as ComparedRow

Row = dict[str, Any]
Sides = tuple[list[list[str]], list[list[str]]]
"""What to mark in the old text and in the new, as (op, words)."""


class ViewerRow(TypedDict):
    """A row of a comparison as the front end takes it; `ops` and `parts` are pairs: op and words, part and kind.

    >>> from lawtrack.compare import compare
    >>> row, = viewer_rows(compare("第一条　公园开放。", "第一条　公园全天开放。"))
    >>> row["old"], row["kind"]
    (['第一条'], 'amended')
    """

    id: str
    level: str
    kind: str
    renumbered: bool
    moved: bool
    in_place: bool
    doubtful: bool
    old: list[str]
    new: list[str]
    ops: list[list[str]]
    sides: Sides | None
    parts: list[list[str]]


def summary_sentence(comparison: ComparisonData | Mapping[str, Any], *, lang: str | None = None) -> str:
    """How many clauses of each kind, in one sentence.

    >>> summary_sentence({"rows": [], "summary": {"added": 2, "amended": 1}}, lang="zh")
    '新增 2　修改 1'
    """
    summary = as_dict(comparison).get("summary", {})
    kinds = ("added", "deleted", "amended", "split", "merged", "moved", "renumbered", "unchanged")
    counted = [
        f"{translate(f'viewer.kind-{kind}', lang)} {summary[kind]}" for kind in kinds if summary.get(kind)
    ]
    return ("　" if (lang or language()) == "zh" else ", ").join(counted)


def viewer_rows(
    comparison: ComparisonData | Mapping[str, Any], *, changes: int | None = None
) -> list[ViewerRow]:
    r"""The rows in reading order as the front end takes them: title and preamble, then the body, then annexes.

    `sides` is what to mark in the old text and in the new, None where the ops say it. A ComparisonData knows where its
    headings stand and which differences are noise; its `to_dict()` does not, there headings come before the articles.
    With `changes` the rows end with that many that change something: enough for a first screen.

    >>> from lawtrack.compare import compare
    >>> [row["kind"] for row in viewer_rows(compare("第一条　甲。", "第一条　甲。\n第二条　乙。"))]
    ['unchanged', 'added']
    """
    shown: list[ViewerRow] = []
    left = -1 if changes is None else changes
    for row, sides in _with_sides(comparison):
        if left == 0:
            break
        shown.append(_viewer_row(row, sides, f"r{len(shown)}"))
        left -= row["kind"] != "unchanged" or bool(row.get("moved"))
    return shown


def _with_sides(comparison: ComparisonData | Mapping[str, Any]) -> Iterator[tuple[Row, Sides | None]]:
    if isinstance(comparison, Mapping):
        yield from ((row, None) for row in _in_order(comparison))
    else:
        yield from ((row.to_dict(), _sides(row)) for row in in_order(comparison))


def as_dict(comparison: ComparisonData | Mapping[str, Any]) -> Mapping[str, Any]:
    """The comparison in the shape of the contract."""
    return comparison.to_dict() if not isinstance(comparison, Mapping) else comparison


def _in_order(comparison: Mapping[str, Any]) -> list[Row]:
    other: list[Row] = list(comparison.get("other", ()))
    after = [row for row in other if row["level"] in AFTER_BODY]
    before = [row for row in other if row["level"] not in AFTER_BODY]
    return [*before, *comparison["rows"], *after]


def _sides(row: ComparedRow) -> Sides | None:
    """Both sides of a row that has words on both, as operations each."""
    if row.kind not in {"amended", "split", "merged"}:
        return None
    old, new = marked(row)
    return (
        [["delete" if piece.changed else "equal", piece.words] for piece in old],
        [["insert" if piece.changed else "equal", piece.words] for piece in new],
    )


def _changed_parts(parts: Sequence[Row], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Name and kind of each changed part, the innermost that say something: ("第二款（三）", "added")."""
    for part in parts:
        name = prefix + "、".join(part["new"] or part["old"])
        if part.get("parts"):
            yield from _changed_parts(part["parts"], name)
        elif part["kind"] != "unchanged":
            yield name, part["kind"]


def _viewer_row(row: Mapping[str, Any], sides: Sides | None, row_id: str) -> ViewerRow:
    return {
        "id": row_id,
        "level": row.get("level", "article"),
        "kind": row["kind"],
        "renumbered": bool(row.get("renumbered")),
        "moved": bool(row.get("moved")),
        "in_place": bool(row.get("in_place")),
        "doubtful": bool(row.get("doubtful")),
        "old": list(row["old"]),
        "new": list(row["new"]),
        "ops": [list(op) for op in row["ops"]],
        "sides": sides,
        "parts": [list(part) for part in _changed_parts(row.get("parts", ()))],
    }
