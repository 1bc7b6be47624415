"""`blame`: for each clause the version that last changed its words.

A clause is followed by its content through the comparisons of each version with those that it stands on, never by its
number and never by lines: a renumbered or moved clause keeps its version, a reworded, split or merged one gets a new one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from lawtrack.compare import compare
from lawtrack.errors import NotFound
from lawtrack.law import Level, parse, to_chinese
from lawtrack.opinions import Clauses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare import Row
    from lawtrack.drafts import Version
    from lawtrack.law import Instrument, Provision

Ages = dict[int, "Version"]
"""By the place where a provision begins in its text: the version that last changed its words."""

_LEVELS: Final = {Level.PARAGRAPH: "款", Level.ITEM: "项", Level.POINT: "目"}


@dataclass(frozen=True, slots=True)
class Blame:
    """One clause of the last version, and the version that gave it its present words; `path` is 第三条第二款."""

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
        """The clause, and of the version the stage, date, author and commit."""
        version = self.version
        return {
            "clause": self.path,
            "eid": self.eid,
            "stage": version.stage,
            "stage_label": version.stage_label,
            "date": version.date,
            "author": version.author.name,
            "sha": version.sha,
            "text": self.text,
        }


def blame(
    versions: tuple[Version, ...], texts: tuple[str, ...], clause: str | None = None
) -> tuple[Blame, ...]:
    """The articles of the last of `texts`, each with its version; only the clause `clause` if given.

    `clause` is a path of labels (第三条, 第三条第二款, 第三条第二款（一）), an eid (art_3__para_2) or an article's number
    (3). Raises NotFound.
    """
    if not versions:
        return ()
    ages, last = _ages(versions, texts)
    named = tuple(Blame(path, node.eid, node.text, ages[node.start]) for path, node in _clauses(last, clause))
    if clause is not None and not named:
        raise _no_clause(last, versions[-1].draft, clause)
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


@lru_cache(maxsize=8)
def _ages(versions: tuple[Version, ...], texts: tuple[str, ...]) -> tuple[Ages, Instrument]:
    """The ages of all clauses of the last text, and that text; remembered by what the versions are and say."""
    instruments = [parse(text) for text in texts]
    places = {version.sha: at for at, version in enumerate(versions)}
    aged: list[Ages] = []
    for at, version in enumerate(versions):
        before = [places[sha] for sha in version.predecessors if places.get(sha, at) < at]
        aged.append(_aged([(aged[was], instruments[was]) for was in before], instruments[at], version))
    return aged[-1], instruments[-1]


def _no_clause(doc: Instrument, slug: str, clause: str) -> NotFound:
    labels = [article.label for article in doc.articles]
    known = f"{labels[0]}–{labels[-1]}" if labels else "–"
    return NotFound("store.no-clause", slug=slug, clause=clause, known=known)


def _aged(before: Sequence[tuple[Ages, Instrument]], new: Instrument, version: Version) -> Ages:
    """The ages of the clauses of `new`: new words are of this version's age, old ones keep theirs.

    `before` are the versions that it stands on, two where it joins two lines: words that either had are old.
    """
    aged: Ages = dict.fromkeys((node.start for node in new.provisions), version)
    for ages, old in reversed(before):
        if not _in_place(old, new, ages, aged):
            for row in compare(old, new).rows:
                _keep(row, ages, aged)
    return aged


def _in_place(old: Instrument, new: Instrument, ages: Ages, aged: Ages) -> bool:
    """The ages of `new` where at most one article has other words than in `old`, without comparing the others.

    False, and nothing done, where more differ, or several articles say the same.
    """
    before = {article.words: article for article in old.articles}
    after = {article.words: article for article in new.articles}
    if len(before) < len(old.articles) or len(after) < len(new.articles):
        return False
    gone = [article for words, article in before.items() if words not in after]
    come = [article for words, article in after.items() if words not in before]
    if len(gone) > 1 or len(come) > 1:
        return False
    if gone and come and not _reworded(gone[0], come[0], ages, aged):
        return False
    for words, now in after.items():
        if words in before:
            _carry(before[words], now, ages, aged)
    return True


def _reworded(was: Provision, now: Provision, ages: Ages, aged: Ages) -> bool:
    """The ages inside the one article that has other words; False where it does not read alone as it does in its text."""
    old, new = parse(was.text), parse(now.text)
    older = {node.start: ages.get(node.start + was.start) for node in old.provisions}
    newer = {node.start: aged.get(node.start + now.start) for node in new.provisions}
    before = {start: version for start, version in older.items() if version is not None}
    after = {start: version for start, version in newer.items() if version is not None}
    if len(before) < len(older) or len(after) < len(newer):
        return False
    for row in compare(old, new).rows:
        _keep(row, before, after)
    aged.update({start + now.start: version for start, version in after.items()})
    return True


def _carry(was: Provision, now: Provision, ages: Ages, aged: Ages) -> None:
    """The ages of a provision and all below it, whose words stay."""
    for before, after in zip(was.walk(), now.walk(), strict=False):
        aged[after.start] = ages.get(before.start, aged[after.start])


def _keep(row: Row, ages: Ages, aged: Ages) -> None:
    for part in row.parts:
        _keep(part, ages, aged)
    if row.kind == "unchanged" and not row.parts:
        for before, after in zip(row.old_provisions, row.new_provisions, strict=False):
            for was, now in zip(before.walk(), after.walk(), strict=False):
                aged[now.start] = ages.get(was.start, aged[now.start])


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
