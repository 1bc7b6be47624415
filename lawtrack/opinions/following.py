"""Opinions followed to a version: where each one's clause is there, whether its words changed, what needs attention."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from lawtrack.compare import fold, inline_ops
from lawtrack.drafts import first_day, is_date
from lawtrack.law import HEADING_LEVELS, Level
from lawtrack.messages import translate
from lawtrack.opinions.model import TITLE
from lawtrack.opinions.quotes import NO_QUOTE, Quote, find_quote
from lawtrack.opinions.sheets import Texts
from lawtrack.opinions.tracing import Tracer
from lawtrack.opinions.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare import Op
    from lawtrack.drafts import Version
    from lawtrack.law import Provision
    from lawtrack.opinions.model import Anchor, Opinion
    from lawtrack.opinions.tracing import Successors

Fate = Literal["unchanged", "amended", "split", "merged", "deleted", "unknown"]
"""What became of the clause of an opinion; unknown where it is not known which one it is."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody should look at: a code of the catalogue, and what its sentence names."""

    code: str
    details: tuple[tuple[str, str], ...] = ()

    @property
    def message(self) -> str:
        """The sentence in the language in use."""
        return translate(self.code, **dict(self.details))


@dataclass(frozen=True, slots=True)
class Place:
    """A clause in the version followed to: its address, its label as the norms print it, its words."""

    eid: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way: the version that it leads to, how the clause came there, and its labels there."""

    version: Version
    kind: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Followed:
    """One opinion, and its clause in the version `version`.

    `anchored` is the version that the opinion is on, None where the draft has no such version. `fate` compares the
    clause there with the one here; `renumbered` and `moved` are flags of their own. `before` are its words there,
    `places` the clauses here: several where it was split, none where it was deleted. `label` is its label there.
    `steps` lead from version to version. `quote` is the quoted words here. `remarks` is what needs attention.
    """

    opinion: Opinion
    version: Version
    anchored: Version | None = None
    fate: Fate = "unknown"
    renumbered: bool = False
    moved: bool = False
    label: str = ""
    before: str = ""
    places: tuple[Place, ...] = ()
    steps: tuple[Step, ...] = ()
    quote: Quote = NO_QUOTE
    remarks: tuple[Remark, ...] = ()

    @property
    def label_now(self) -> str:
        """The labels here, joined by 、; 全文 or 标题 for what is no clause, "" where nothing is left or known."""
        if self.opinion.anchor.whole:
            return self.opinion.anchor.label
        return "、".join(place.label for place in self.places)

    @property
    def after(self) -> str:
        """The words here, several clauses joined by a line break."""
        return "\n".join(place.text for place in self.places)

    @cached_property
    def ops(self) -> tuple[Op, ...]:
        """The operations from the words there to the words here, () where they are the same or not known."""
        return inline_ops(self.before, self.after) if self.changed and self.before else ()

    @property
    def changed(self) -> bool:
        """Did the words of the clause change?"""
        return self.fate not in {"unchanged", "unknown"}

    @property
    def ended(self) -> Version | None:
        """The version in which the clause is no longer there, None while it is."""
        return self.steps[-1].version if self.steps and not self.steps[-1].labels else None

    def to_dict(self) -> dict[str, Any]:
        """The opinion's flat record with `fate`, `fate_label`, `clause_now`, `quote_now`, `before`, `after`, `warnings`."""
        return {
            **self.opinion.to_dict(),
            "fate": self.fate,
            "fate_label": translate(f"opinions.fate-{self.fate}"),
            "renumbered": self.renumbered,
            "moved": self.moved,
            "clause_now": self.label_now,
            "eids_now": " ".join(place.eid for place in self.places),
            "quote_state": self.quote.state,
            "quote_now": self.quote.words,
            "before": self.before,
            "after": self.after,
            "warnings": [remark.message for remark in self.remarks],
        }


class Follower:
    """Follows opinions through the versions of one draft to the version `target`."""

    def __init__(self, versions: Sequence[Version], texts: Sequence[str], target: Version) -> None:
        pairs = in_time(versions, texts)
        self.versions = [version for version, _ in pairs]
        self.tracer = Tracer(Texts([text for _, text in pairs]))
        self.ways = Ways(self.versions)
        self.target = self._at(target.sha)
        self.rows: dict[Opinion, Followed] = {}

    def followed(self, opinion: Opinion) -> Followed:
        """The opinion with the fate of its clause, without what needs attention."""
        anchor, version = opinion.anchor, self.versions[self.target]
        start = place_of(anchor, self.versions)
        if start is None:
            return Followed(opinion, version, label=anchor.label)
        anchored = self.versions[start]
        if anchor.whole:
            return self._whole(opinion, anchored, start)
        if not anchor.eids or self.tracer.nodes(start, anchor.eids) is None:
            return Followed(opinion, version, anchored, label=anchor.label)
        return self._clause(opinion, anchored, start)

    def was_new(self, at: int, eids: Sequence[str], since: int) -> bool:
        """Did the clauses of version `at` come, or change their words, after version `since`?"""
        way = self.tracer.follow(self.ways.between(at, since), eids)
        words = fold(_words(self.tracer.nodes(at, eids) or ()))
        return not way or not way[-1][1].nodes or fold(_words(way[-1][1].nodes)) != words

    def order(self, followed: Followed) -> tuple[int, int, int, int, str, str]:
        """The key that sorts by the clauses of this version: the whole text first, what is gone where it stood."""
        rest = (followed.opinion.date or "~", followed.opinion.id)
        if followed.opinion.anchor.whole:
            return (0, 0, 0, 0, *rest)
        if followed.places:
            first = self.tracer.nodes(self.target, [followed.places[0].eid])
            assert first is not None, "it was followed to there"
            return (1, *self.tracer.order(self.target, first[0]), 0, *rest)
        return (1, *self._stood(followed), *rest) if followed.fate == "deleted" else (2, 0, 0, 0, *rest)

    def _stood(self, followed: Followed) -> tuple[int, int, int]:
        """Where a clause that is gone stood: behind the last article before it that is still there."""
        start = place_of(followed.opinion.anchor, self.versions)
        assert start is not None, "it was followed from there"
        nodes = self.tracer.nodes(start, followed.opinion.anchor.eids[:1])
        assert nodes is not None, "as above"
        gone = self.tracer.order(start, nodes[0])
        way = self.ways.between(start, self.target)
        for article in reversed(self.tracer.articles(start)):
            if self.tracer.order(start, article) >= gone:
                continue
            became = self.tracer.follow(way, [article.eid])
            if became and became[-1][1].nodes:
                return *self.tracer.order(self.target, became[-1][1].nodes[-1]), gone[0] + 1
        return -1, 0, gone[0] + 1

    def _at(self, sha: str) -> int:
        return next(at for at, version in enumerate(self.versions) if version.sha == sha)

    def _whole(self, opinion: Opinion, anchored: Version, start: int) -> Followed:
        if opinion.anchor.label == TITLE:
            before, after = (self.tracer.docs[at].title for at in (start, self.target))
        else:
            before, after = (_words(self.tracer.articles(at)) for at in (start, self.target))
        fate: Fate = "unchanged" if fold(before) == fold(after) else "amended"
        version = self.versions[self.target]
        label = opinion.anchor.label
        if label == TITLE:
            places = (Place("", label, after),)
            return Followed(opinion, version, anchored, fate, label=label, before=before, places=places)
        return Followed(opinion, version, anchored, fate, label=label)

    def _clause(self, opinion: Opinion, anchored: Version, start: int) -> Followed:
        label_at, eids = self.tracer.label, opinion.anchor.eids
        nodes = self.tracer.nodes(start, eids)
        assert nodes is not None, "whoever follows a clause has looked for it"
        way = self.tracer.follow(self.ways.between(start, self.target), eids)
        now = way[-1][1].nodes if way else nodes
        places = tuple(Place(node.eid, label_at(self.target, node), node.text) for node in now)
        label = "、".join(label_at(start, node) for node in nodes)
        return Followed(
            opinion,
            self.versions[self.target],
            anchored,
            _fate(way, same=fold(_words(nodes)) == fold(_words(now)), count=(len(nodes), len(now))),
            renumbered=bool(now) and label != "、".join(place.label for place in places),
            moved=any(successors.moved for _, successors in way),
            label=label,
            before="\n".join(node.text for node in nodes),
            places=places,
            steps=tuple(self._steps(way)),
            quote=find_quote(opinion.anchor.quote, tuple(place.text for place in places)),
        )

    def _steps(self, way: Sequence[tuple[int, Successors]]) -> Iterator[Step]:
        for at, successors in way:
            labels = tuple(self.tracer.label(at, node) for node in successors.nodes)
            yield Step(self.versions[at], successors.kind, labels)


def place_of(anchor: Anchor, versions: Sequence[Version]) -> int | None:
    """Which of `versions` an opinion is on: by commit, else the last of its stage and date, else of its stage."""
    last = range(len(versions) - 1, -1, -1)
    commit, told = anchor.commit, (anchor.stage, anchor.date)
    at = next((at for at in last if versions[at].sha.startswith(commit)), None) if commit else None
    if at is None:
        at = next((at for at in last if (versions[at].stage, versions[at].date) == told), None)
    return place_of_stage(anchor.stage, versions) if at is None else at


def place_of_stage(stage: str, versions: Sequence[Version]) -> int | None:
    """Which of `versions` is the last of a stage, None where there is none."""
    return next((at for at in range(len(versions) - 1, -1, -1) if versions[at].stage == stage), None)


def in_time(versions: Sequence[Version], texts: Sequence[str]) -> list[tuple[Version, str]]:
    """Versions with their texts by the dates of their stages; as saved where a date is missing."""
    pairs = list(zip(versions, texts, strict=True))
    if all(is_date(version.date) for version in versions):
        pairs.sort(key=lambda pair: first_day(pair[0].date))
    return pairs


def _fate(way: Sequence[tuple[int, Successors]], *, same: bool, count: tuple[int, int]) -> Fate:
    """The kind of the whole way from the two ends of it."""
    before, now = count
    if not now:
        return "deleted"
    if any(successors.kind == "merged" for _, successors in way):
        return "merged"
    if now > before:
        return "split"
    return "unchanged" if same else "amended"


def _words(nodes: Sequence[Provision]) -> str:
    """The words of clauses, of a chapter those of its articles: numbers do not count."""
    below = (
        each
        for node in nodes
        for each in (node.walk() if node.level in HEADING_LEVELS else (node,))
        if each.level not in HEADING_LEVELS
    )
    return "\n".join(node.words for node in below if node.level is Level.ARTICLE or node in nodes)
