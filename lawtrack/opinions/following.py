"""Opinions followed to a version: where each one's clause is there, whether its words changed, what needs attention."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Literal

from lawtrack.compare import cells_moved, fold, word_ops
from lawtrack.drafts import first_day, is_date
from lawtrack.messages import language, translate
from lawtrack.opinions.clauses import Clauses
from lawtrack.opinions.model import TITLE
from lawtrack.opinions.quotes import NO_QUOTE, Quote, find_quote
from lawtrack.opinions.sheets import Texts
from lawtrack.opinions.tracing import Tracer
from lawtrack.opinions.trails import Memory, Place, hashed, words_of
from lawtrack.opinions.walking import trail
from lawtrack.opinions.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.compare import Op
    from lawtrack.drafts import Version
    from lawtrack.law import Instrument
    from lawtrack.opinions.model import Anchor, Opinion
    from lawtrack.opinions.trails import Trail

Fate = Literal["unchanged", "amended", "split", "merged", "deleted", "unknown"]
"""What became of the clause of an opinion; unknown where it is not known which one it is."""
_LAST: Final = 1 << 30
"""More articles than a text has: behind them stand its annexes."""
Order = tuple[int, int, int, int, str, str]
"""The key that sorts followed opinions by the clauses of a text."""


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
    `trail` is its way, `past` are the versions on it behind the first. `quote` is the quoted words here. `remarks` is
    what needs attention.

    >>> from lawtrack.drafts import Author, Version
    >>> from lawtrack.opinions import Opinion
    >>> by = Author("王小明", "wang@example.cn")
    >>> version = Version("park", "second-reading", "2020-09-30", "", None, by, "3f2a9c41", "", "")
    >>> row = Followed(Opinion("kd2", "建议写明时间。"), version, fate="deleted", before="公园开放。")
    >>> row.changed, row.places
    (True, ())
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
    past: tuple[Version, ...] = field(default=(), repr=False)
    trail: Trail | None = field(default=None, repr=False)
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
    def steps(self) -> tuple[Step, ...]:
        """The way from version to version; it ends in the version in which the clause is no longer there."""
        past = iter(self.past)
        return tuple(
            Step(version, one.kind, one.labels)
            for one in (self.trail.stretches if self.trail else ())
            for version in islice(past, one.count)
        )

    @cached_property
    def ops(self) -> tuple[Op, ...]:
        """The operations from the words there to the words here, () where they are the same or not known."""
        return word_ops(self.before, self.after) if self.changed and self.before else ()

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
    """Follows opinions through the versions of one draft to the version `target`.

    `memory` holds what was worked out before, by names of `versions` in the order in which they are given.
    """

    def __init__(
        self,
        versions: Sequence[Version],
        texts: Sequence[str],
        target: Version,
        memory: Memory | None = None,
    ) -> None:
        order = in_time(versions)
        self.versions = [versions[at] for at in order]
        self.tracer = Tracer(Texts(texts, order))
        self.ways = Ways(self.versions)
        self.target = self._at(target.sha)
        names = memory.names if memory else [version.sha for version in versions]
        self.memory = Memory(tuple(names[at] for at in order), memory.known if memory else {})
        self.rows: dict[str, tuple[Followed, Order]] = {}
        self._pasts: dict[int, tuple[Version, ...]] = {}
        self._starts: dict[Anchor, int | None] = {}

    def followed(self, opinion: Opinion) -> Followed:
        """The opinion with the fate of its clause, without what needs attention."""
        anchor, version = opinion.anchor, self.versions[self.target]
        start = self.start_of(anchor)
        if start is None:
            return Followed(opinion, version, label=anchor.label)
        if anchor.whole:
            return self._whole(opinion, self.versions[start], start)
        way = self.ways.between(start, self.target)
        gone = trail(self.tracer, self.memory, way, anchor.eids) if anchor.eids else None
        if gone is None:
            return Followed(opinion, version, self.versions[start], label=anchor.label)
        quote = find_quote(anchor.quote, tuple(place.text for place in gone.end.places))
        return replace(self.row_of_clause(opinion, start, gone), quote=quote)

    def name_of_row(self, opinion: Opinion) -> str:
        """The name of what is said of an opinion: by its words, the story, and the language that it is said in."""
        return self.memory.name("row", (), self._story, language(), repr(opinion))

    def trail_name(self, start: int, eids: Sequence[str]) -> str:
        """The name of the trail of clauses from the version at `start` to the one followed to."""
        return self.memory.name("trail", self.ways.between(start, self.target), *eids)

    @property
    def text(self) -> str:
        """The text followed to."""
        return self.tracer.docs.text(self.target)

    @cached_property
    def _story(self) -> str:
        """A name of all that an answer depends on besides the opinion: versions, what they stand on, the target."""
        told = [f"{one.sha} {one.stage} {one.date} {' '.join(one.predecessors)}" for one in self.versions]
        every = range(len(self.versions))
        return self.memory.name("story", every, self.versions[self.target].sha, *told)

    def start_of(self, anchor: Anchor) -> int | None:
        """The place of the version that an opinion is on, None where it is not known."""
        if anchor not in self._starts:
            self._starts[anchor] = place_of(anchor, self.versions)
        return self._starts[anchor]

    def was_new(self, at: int, eids: Sequence[str], since: int) -> bool:
        """Did the clauses of version `at` come, or change their words, after version `since`?"""
        way = self.ways.between(at, since)
        gone = trail(self.tracer, self.memory, way, eids)
        return gone is None or len(way) == 1 or not gone.end.places or gone.start.words != gone.end.words

    def order(self, followed: Followed) -> Order:
        """The key that sorts by the clauses of this version: the whole text first, what is gone where it stood."""
        rest = (followed.opinion.date or "~", followed.opinion.id)
        if followed.opinion.anchor.annexed:
            return (1, _LAST, 0, 0, *rest)
        if followed.opinion.anchor.whole:
            return (0, 0, 0, 0, *rest)
        if followed.places:
            return (1, *self._here(followed.places[0].eid), 0, *rest)
        return (1, *self._stood(followed), *rest) if followed.fate == "deleted" else (2, 0, 0, 0, *rest)

    def _stood(self, followed: Followed) -> tuple[int, int, int]:
        """Where a clause that is gone stood: behind the last article before it that is still there."""
        start = self.start_of(followed.opinion.anchor)
        assert start is not None, "it was followed from there"
        eid = followed.opinion.anchor.eids[0]
        name = self.memory.name("stood", self.ways.between(start, self.target), eid)
        told = self.memory.once(name, _three_numbers, lambda: self._looked_for(start, eid))
        return told[0], told[1], told[2]

    def _looked_for(self, start: int, eid: str) -> list[int]:
        nodes = self.tracer.nodes(start, [eid])
        assert nodes is not None, "it was followed from there"
        gone = self.tracer.order(start, nodes[0])
        way = self.ways.between(start, self.target)
        for article in reversed(self.tracer.articles(start)):
            if self.tracer.order(start, article) >= gone:
                continue
            became = self.tracer.follow(way, [article.eid])
            if became and became[-1][1].nodes:
                return [*self._here(became[-1][1].nodes[-1].eid), gone[0] + 1]
        return [-1, 0, gone[0] + 1]

    def _here(self, eid: str) -> tuple[int, int]:
        """Where a clause stands in the text followed to: how many articles begin before it, and its own beginning."""
        start = self.tracer.docs[self.target].by_eid[eid].start
        return bisect_left(self._begins, start), start

    @cached_property
    def _begins(self) -> list[int]:
        return [article.start for article in self.tracer.docs[self.target].articles]

    def _at(self, sha: str) -> int:
        return next(at for at, version in enumerate(self.versions) if version.sha == sha)

    def _whole(self, opinion: Opinion, anchored: Version, start: int) -> Followed:
        version, label, docs = self.versions[self.target], opinion.anchor.label, self.tracer.docs
        if label == TITLE:
            after = docs[self.target].title
            name = self.memory.name("title", [start])
            before = self.memory.once(name, lambda told: isinstance(told, str), lambda: docs[start].title)
            fate: Fate = "unchanged" if fold(before) == fold(after) else "amended"
            places = (Place("", label, after),)
            return Followed(opinion, version, anchored, fate, label=label, before=before, places=places)
        if opinion.anchor.annexed:
            return self._annex(opinion, anchored, start)
        fate = "unchanged" if self._words(start) == self._words(self.target) else "amended"
        return Followed(opinion, version, anchored, fate, label=label)

    def _annex(self, opinion: Opinion, anchored: Version, start: int) -> Followed:
        """The row of an opinion on an annex: the annex of that name, as it was and as it is."""
        version, label, docs = self.versions[self.target], opinion.anchor.label, self.tracer.docs
        before, after = (_annexed(docs[at], label) for at in (start, self.target))
        fate: Fate = "amended"
        if not before or not after:
            fate = "deleted" if before else "unknown"
        elif fold(before) == fold(after) and not cells_moved(before, after):
            fate = "unchanged"
        places = (Place("", label, after),) if after else ()
        return Followed(opinion, version, anchored, fate, label=label, before=before, places=places)

    def _words(self, at: int) -> str:
        """A hash of the words of a whole version."""
        name = self.memory.name("words", [at])
        told: str = self.memory.once(
            name,
            lambda told: isinstance(told, str),
            lambda: hashed(words_of(self.tracer.articles(at))),
        )
        return told

    def row_of_clause(self, opinion: Opinion, start: int, gone: Trail) -> Followed:
        """The row of an opinion whose clause went that way from the version at `start`."""
        return Followed(
            opinion,
            self.versions[self.target],
            self.versions[start],
            _fate(gone),
            renumbered=bool(gone.end.places) and gone.start.label != gone.end.label,
            moved=any(one.moved for one in gone.stretches),
            label=gone.start.label,
            before="\n".join(place.text for place in gone.start.places),
            places=gone.end.places,
            past=self._past(start),
            trail=gone,
        )

    def _past(self, start: int) -> tuple[Version, ...]:
        """The versions on the way from the one at `start`, without that."""
        if start not in self._pasts:
            way = self.ways.between(start, self.target)
            straight = way[-1] - way[0] == len(way) - 1 and self.ways.single
            here = slice(start + 1, self.target + 1)
            self._pasts[start] = tuple(
                self.versions[here] if straight else map(self.versions.__getitem__, way[1:])
            )
        return self._pasts[start]


def _annexed(doc: Instrument, label: str) -> str:
    """The words of the annex that is called so; "" where there is none."""
    annex = Clauses(doc).annex(label)
    return annex.text if annex else ""


def place_of(anchor: Anchor, versions: Sequence[Version]) -> int | None:
    """Which of `versions` an opinion is on: by commit, else the last of its stage and date, else of its stage.

    >>> from lawtrack.drafts import Author, Version
    >>> from lawtrack.opinions import Anchor
    >>> by, stages = Author("王小明", "wang@example.cn"), ("first-reading", "second-reading")
    >>> versions = [Version("park", stage, "", "", None, by, stage, "", "") for stage in stages]
    >>> place_of(Anchor(), versions), place_of(Anchor("first-reading"), versions)
    (None, 0)
    """
    last = range(len(versions) - 1, -1, -1)
    commit, told = anchor.commit, (anchor.stage, anchor.date)
    at = next((at for at in last if versions[at].sha.startswith(commit)), None) if commit else None
    if at is None:
        at = next((at for at in last if (versions[at].stage, versions[at].date) == told), None)
    return place_of_stage(anchor.stage, versions) if at is None else at


def place_of_stage(stage: str, versions: Sequence[Version]) -> int | None:
    """Which of `versions` is the last of a stage, None where there is none."""
    return next((at for at in range(len(versions) - 1, -1, -1) if versions[at].stage == stage), None)


def in_time(versions: Sequence[Version]) -> list[int]:
    """The places of the versions by the dates of their stages; as saved where a date is missing."""
    places = list(range(len(versions)))
    if all(is_date(version.date) for version in versions):
        places.sort(key=lambda at: first_day(versions[at].date))
    return places


def _fate(gone: Trail) -> Fate:
    """The kind of the whole way from the two ends of it."""
    before, now = len(gone.start.places), len(gone.end.places)
    if not now:
        return "deleted"
    if any(one.kind == "merged" for one in gone.stretches):
        return "merged"
    if now > before:
        return "split"
    return "unchanged" if gone.start.words == gone.end.words else "amended"


def _three_numbers(told: Any) -> bool:
    return isinstance(told, list) and len(told) == 3 and all(isinstance(one, int) for one in told)
