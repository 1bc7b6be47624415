"""Old names of bodies and laws and what took their place: a sourced list, as data (`names.yaml`)."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import yaml

from lawtrack.collection.cleaning.versions import texts_aside
from lawtrack.collection.tables import query
from lawtrack.errors import InvalidRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

COLUMNS: Final = (
    "instrument",
    "title",
    "eid",
    "label",
    "place",
    "text",
    "start",
    "words",
    "kind",
    "now",
    "basis",
    "note",
    "source",
)
UNVERIFIED: Final = "unverified"
_TAILS: Final = ("行政主管部门", "行政管理部门", "主管部门", "管理部门", "部门")
"""What a list of bodies says once for all of them, at its end."""
_CLAUSES: Final = """
    SELECT c.instrument, i.title, c.eid, a.label, c.place, c.text, c.level
    FROM clauses c JOIN instruments i USING (instrument)
    JOIN clauses a ON a.instrument = c.instrument AND a.eid = c.article
    WHERE c.level = 'article' AND i.kind NOT IN ('amending-decision', 'law') AND regexp_matches(c.text, ?)
    ORDER BY c.instrument, c.n
"""


class OldName(NamedTuple):
    """One name: `old` as it is written, what stands now in its place, on what ground; `note` what to look at.

    `source` says where the change was checked; UNVERIFIED where it was not, "" in a list of one's own that says nothing.

    >>> from lawtrack.collection import OldName
    >>> OldName("bodies", "工商行政管理部门", "市场监督管理部门", "机构改革", "").now
    '市场监督管理部门'
    """

    kind: str
    old: str
    now: str
    basis: str
    note: str
    source: str = ""


@cache
def old_names() -> tuple[OldName, ...]:
    """The list that comes with lawtrack, the longer names first.

    >>> next(name.now for name in old_names() if name.old == "工商行政管理部门")
    '市场监督管理部门'
    """
    return read_names(
        files("lawtrack.collection.cleaning").joinpath("names.yaml").read_text(encoding="utf-8")
    )


def read_names(text: str) -> tuple[OldName, ...]:
    r"""A list of names in YAML: `bodies` and `laws`, each entry with old (one or several), now, basis, note, source.

    Raises InvalidRecord for an entry without them.

    >>> text = "bodies:\n- {old: [卫生部门, 卫生局], now: 卫生健康部门, basis: 机构改革}"
    >>> [(name.old, name.now) for name in read_names(text)]
    [('卫生部门', '卫生健康部门'), ('卫生局', '卫生健康部门')]
    """
    names_read = []
    data: Any = yaml.safe_load(text) or {}
    for kind in ("bodies", "laws"):
        for entry in data.get(kind) or ():
            olds = entry.get("old") if isinstance(entry, dict) else None
            if not olds or not entry.get("now") or not entry.get("basis"):
                raise InvalidRecord("collection.bad-name", entry=str(entry)[:80])
            names = [olds] if isinstance(olds, str) else olds
            names_read += [
                OldName(
                    kind, name, entry["now"], entry["basis"], entry.get("note", ""), entry.get("source", "")
                )
                for name in names
            ]
    return tuple(sorted(names_read, key=lambda name: (-len(name.old), name.old)))


def outdated(folder: Path, names: Sequence[OldName] | None = None) -> list[tuple[Any, ...]]:
    """The rows of `COLUMNS`: every old name in an article, the longest that fits, in the order of the instruments.

    Of one text with several versions or copies the newest is read once. A name in a sentence that itself repeals or
    explains it (废止, 原…) is left out.
    """
    known = {name.old: name for name in (old_names() if names is None else names)}
    if not known:
        return []
    spelled = "|".join(map(re.escape, sorted(known, key=lambda old: (-len(old), old))))
    expression = re.compile(spelled)
    in_lists, stems = _in_lists(name.old for name in known.values() if name.kind == "bodies")
    listed = re.compile(in_lists)
    rows = []
    aside = frozenset().union(*texts_aside(folder))
    for clause in query(folder, _CLAUSES, [f"{spelled}|{stems}" if stems != "(?!)" else spelled]).to_dict(
        "records"
    ):
        if clause["instrument"] in aside:
            continue
        text = clause["text"]
        for start, end, name in sorted(_names_in(text, expression, listed, known)):
            if _told_apart(text, start, end, name):
                continue
            rows.append(
                (clause["instrument"], clause["title"], clause["eid"], clause["label"], clause["place"], text,
                 start, text[start:end], name.kind, name.now, name.basis, name.note, name.source)
            )  # fmt: skip
    return rows


def _names_in(
    text: str, expression: re.Pattern[str], listed: re.Pattern[str], known: dict[str, OldName]
) -> Iterator[tuple[int, int, OldName]]:
    """(start, end, name) of every old name, those too whose last word stands only at the end of a list."""
    for match in expression.finditer(text):
        yield (*match.span(), known[match.group()])
    for match in listed.finditer(text):
        if name := known.get(match["stem"] + match["tail"]):
            yield (*match.span("stem"), name)


def _in_lists(known: Iterable[str]) -> tuple[str, str]:
    """(what finds names in lists that share their last word: 质量技术监督、环境保护部门; the words that such a list has)."""
    stems = {old.removesuffix(tail) for old in known for tail in _TAILS if old.endswith(tail)} - {""}
    said = "|".join(map(re.escape, sorted(stems, key=lambda stem: (-len(stem), stem)))) or "(?!)"
    joined, tail = "(?:[、和及与]|以及)", "|".join(_TAILS)
    item = r"[^\W是有各所的应不得可负对在由为以、和及与]{2,12}"
    return (
        rf"(?<![^\W、和及与由市县区省州])(?P<stem>{said})(?={joined}(?:{item}{joined}){{0,8}}{item}?(?P<tail>{tail}))",
        said,
    )


def _told_apart(text: str, start: int, end: int, name: OldName) -> bool:
    """Does the sentence say itself that the name is an old one, or is it part of a longer name (反垄断法 holds no 断法)?"""
    opens = max(text.rfind(mark, 0, start) for mark in "。；\n") + 1
    stop = min((at for mark in "。；\n" if (at := text.find(mark, end)) >= 0), default=len(text))
    if text[max(0, start - 1) : start] == "原" or "废止" in text[end:stop]:
        return True
    if name.kind == "laws":
        before = text[max(0, start - 7) : start]
        named = before.endswith(("中华人民共和国", "《", "〈"))
        return not (named or re.search(r"[^一-鿿]$", text[opens:start]))
    return False
