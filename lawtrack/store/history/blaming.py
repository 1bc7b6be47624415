"""`blame`: for each clause the version that last changed its words.

A clause is followed by its content through the comparisons of each version with those that it stands on, never by its
number and never by lines: a renumbered or moved clause keeps its version, a reworded, split or merged one gets a new one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from lawtrack.compare import collector_paused, compare
from lawtrack.errors import NotFound
from lawtrack.law import Level, parse, to_chinese
from lawtrack.opinions import Clauses, Texts, article_alone, carried
from lawtrack.store.history.remembering import recall, remember

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare import Row
    from lawtrack.drafts import Version
    from lawtrack.law import Instrument, Provision
    from lawtrack.store.history.past import Past

Ages = dict[int, "Version"]
"""By the place where a provision begins in its text: the version that last changed its words."""
Leaves = list[list[int]]
"""The ages of the clauses of each article, in the order of the text, as places in the row of versions."""

_LEVELS: Final = {Level.PARAGRAPH: "款", Level.ITEM: "项", Level.POINT: "目"}


@dataclass(frozen=True, slots=True)
class Blame:
    """One clause of the last version, and the version that gave it its present words; `path` is 第三条第二款.

    Where that version is `cut` (a shallow clone begins with it), the words are as old at least.
    """

    path: str
    eid: str
    text: str
    version: Version

    @property
    def beginning(self) -> str:
        """Its first words, for a list."""
        words = " ".join(self.text.split())
        return words if len(words) <= 30 else words[:30] + "…"

    def to_dict(self) -> dict[str, Any]:
        """The clause, and of the version the stage, date, author and commit; `cut` where the words may be older."""
        version = self.version
        return {
            "clause": self.path,
            "eid": self.eid,
            "stage": version.stage,
            "stage_label": version.stage_label,
            "date": version.date,
            "author": version.author.name,
            "sha": version.sha,
            "cut": "cut" if version.cut else "",
            "text": self.text,
        }


def blame(past: Past, clause: str | None = None) -> tuple[Blame, ...]:
    """The articles of the last version, each with its version; only the clause `clause` if given.

    `clause` is a path of labels (第三条, 第三条第二款, 第三条第二款（一）), an eid (art_3__para_2) or an article's number
    (3). Raises NotFound.
    """
    if not past.versions:
        return ()
    with collector_paused():
        ages, last = _ages(past)
    named = tuple(Blame(path, node.eid, node.text, ages[node.start]) for path, node in _clauses(last, clause))
    if clause is not None and not named:
        raise _no_clause(last, past.versions[-1].draft, clause)
    return named


def clause_in(doc: Instrument, slug: str, clause: str) -> tuple[str, Provision]:
    """The path and the provision that `clause` means in `doc`, in words as opinions use or as for `blame`.

    Raises NotFound where it is not there or means several.
    """
    eids = Clauses(doc).named(clause).eids
    named = next(_clauses(doc, eids[0] if len(eids) == 1 else clause), None)
    if named is None:
        raise _no_clause(doc, slug, clause)
    return named


def _ages(past: Past) -> tuple[Ages, Instrument]:
    """The ages of all clauses of the last text, and that text."""
    last = parse(past.text(len(past.versions) - 1))
    shape = [sum(1 for _ in one.walk()) for one in last.articles]
    try:
        leaves = _leaves(past)
    except ValueError:  # an entry that was kept does not fit a text on the way
        leaves = []
    if [len(ages) for ages in leaves] != shape:
        leaves = _leaves(past, trusting=False)
    told = zip(last.articles, leaves, strict=True)
    ages = {
        node.start: past.versions[age]
        for one, aged in told
        for node, age in zip(one.walk(), aged, strict=True)
    }
    return ages, last


def _leaves(past: Past, *, trusting: bool = True) -> Leaves:
    """The ages of the last version's clauses: remembered, or worked out from the last version that is.

    Raises ValueError where what is remembered does not fit.
    """
    keys = past.keys
    last = len(keys) - 1
    aged: dict[int, Leaves] = {}
    wanted, open_ = set(), [last]
    while open_:
        at = open_.pop()
        if at in wanted or at in aged:
            continue
        known = _known(past, keys[at]) if trusting else None
        if known is not None:
            aged[at] = known
            continue
        wanted.add(at)
        open_ += past.before(at)
    if wanted:
        read = Texts(past.texts({*wanted, *aged}))
        for at in sorted(wanted):
            aged[at] = _aged(past, read, at, aged)
        if past.sound:
            _keep_for_later(past, keys[last], aged[last])
    return aged[last]


def _keep_for_later(past: Past, key: str, leaves: Leaves) -> None:
    used = sorted({age for ages in leaves for age in ages})
    places = {age: place for place, age in enumerate(used)}
    told = {
        "versions": [past.versions[age].sha for age in used],
        "ages": [[places[age] for age in ages] for ages in leaves],
    }
    if len(_RECENT) > FEW:
        _RECENT.clear()
    _RECENT[key] = told
    remember(key, told)


FEW: Final = 64
"""Histories that a process keeps in mind."""
_RECENT: dict[str, Any] = {}
"""What this process worked out, also where nothing can be kept on the disk."""


def _known(past: Past, key: str) -> Leaves | None:
    """The ages that were worked out before, None where they were not, or an entry does not fit."""
    told = _RECENT.get(key) or recall(key)
    places = {version.sha: at for at, version in enumerate(past.versions)}
    try:
        shas = [places[sha] for sha in told["versions"]]
        return [[shas[age] for age in ages] for ages in told["ages"]]
    except (TypeError, KeyError, IndexError):
        return None


def _aged(past: Past, read: Texts, at: int, aged: dict[int, Leaves]) -> Leaves:
    """The ages of one version's clauses, from those of the versions that it stands on."""
    leaves = [[at] * len(nodes) for nodes in _nodes(read, at)]
    for was in reversed(past.before(at)):
        _keep(read, (was, at), aged[was], leaves)
    return leaves


def _no_clause(doc: Instrument, slug: str, clause: str) -> NotFound:
    labels = [article.label for article in doc.articles]
    known = f"{labels[0]}–{labels[-1]}" if labels else "–"
    return NotFound("store.no-clause", slug=slug, clause=clause, known=known)


def _nodes(read: Texts, at: int) -> list[tuple[Provision, ...]]:
    """The clauses of each article of a version."""
    sheet = read.sheet(at)
    articles = [article_alone(piece) for piece in sheet.pieces] if sheet else read[at].articles
    return [tuple(one.walk()) for one in articles]


def _keep(read: Texts, step: tuple[int, int], before: Leaves, after: Leaves) -> None:
    """Old words keep the ages that they have in the version `step` comes from; new ones have that of the one it goes to."""
    old, new = (read.sheet(at) for at in step)
    stays = carried(old, new) if old and new else None
    if stays is None:
        was, now = (read[at] for at in step)
        _keep_rows(compare(was, now).rows, _by_eid(was, before), now, after)
        return
    for old_at, new_at in stays.same.items():
        after[new_at] = before[old_at]
    for old_at, (new_at, comparison) in stays.reworded.items():
        part = [list(after[new_at])]
        _keep_rows(comparison.rows, _by_eid(comparison.old, [before[old_at]]), comparison.new, part)
        after[new_at] = part[0]


def _by_eid(doc: Instrument, leaves: Leaves) -> dict[str, int]:
    """The ages of the clauses of a text by their addresses."""
    return {
        node.eid: age
        for one, ages in zip(doc.articles, leaves, strict=True)
        for node, age in zip(one.walk(), ages, strict=True)
    }


def _keep_rows(rows: Sequence[Row], ages: dict[str, int], doc: Instrument, after: Leaves) -> None:
    kept: dict[str, int] = {}
    for row in rows:
        _collect(row, ages, kept)
    for at, one in enumerate(doc.articles):
        after[at] = [kept.get(node.eid, age) for node, age in zip(one.walk(), after[at], strict=True)]


def _collect(row: Row, ages: dict[str, int], kept: dict[str, int]) -> None:
    for part in row.parts:
        _collect(part, ages, kept)
    if row.kind == "unchanged" and not row.parts:
        for before, after in zip(row.old_provisions, row.new_provisions, strict=False):
            for was, now in zip(before.walk(), after.walk(), strict=False):
                if was.eid in ages:
                    kept[now.eid] = ages[was.eid]


def _clauses(doc: Instrument, clause: str | None) -> Iterator[tuple[str, Provision]]:
    if clause is None:
        yield from ((article.label, article) for article in doc.articles)
        return
    wanted = "".join(clause.split())
    for article in doc.articles:
        if wanted == str(article.number[0]) and not article.number[1]:
            yield article.label, article
        for path, node in _paths(article, article.label):
            if wanted in {path, node.eid, _short(path, node, article)}:
                yield path, node


def _short(path: str, node: Provision, article: Provision) -> str:
    """第三条（一）: items of an article with one paragraph are cited without it."""
    alone = len(article.children) == 1 and node.level in {Level.ITEM, Level.POINT}
    return path.replace("第一款", "", 1) if alone else path


def _paths(node: Provision, path: str) -> Iterator[tuple[str, Provision]]:
    yield path, node
    for child in node.children:
        yield from _paths(
            child, path + (child.label or f"第{to_chinese(child.number[0])}{_LEVELS[child.level]}")
        )
