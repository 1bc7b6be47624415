"""Many opinions together: the register 意见台账 as read, and the report that follows each to one version."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final

from lawtrack.compare import collector_paused
from lawtrack.errors import InvalidRecord
from lawtrack.law import parse
from lawtrack.opinions.files import opinion_path
from lawtrack.opinions.following import Followed, Follower
from lawtrack.opinions.model import KINDS, RESULTS, Opinion
from lawtrack.opinions.recalling import kept_row, row_of
from lawtrack.opinions.remarks import remarks
from lawtrack.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from lawtrack.drafts import Draft, Version
    from lawtrack.opinions.following import Order
    from lawtrack.opinions.trails import Memory

NONE: Final = "none"
"""The result of an opinion that nobody has answered."""
COLUMNS: Final = tuple(Opinion("", "").to_dict())
FOLLOWED_COLUMNS: Final = (
    "fate", "fate_label", "renumbered", "moved", "clause_now", "eids_now", "quote_state", "quote_now", "before",
    "after", "warnings",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """Opinions in numbers: `results` and `kinds` have every id, also those with 0; `none` counts the unanswered.

    Replies that say there is no opinion (无意见) are in `no_comment` alone. `sources` counts the different bodies and
    persons that are named, those without an opinion among them.
    """

    total: int
    results: Mapping[str, int]
    kinds: Mapping[str, int]
    sources: int
    no_comment: int

    @classmethod
    def of(cls, opinions: Sequence[Opinion]) -> Tally:
        """The numbers of `opinions`."""
        told = [one for one in opinions if not one.no_comment]
        results = Counter(one.answer.result if one.answer else NONE for one in told)
        kinds = Counter(one.kind for one in told)
        return cls(
            total=len(told),
            results={result: results[result] for result in (*RESULTS, NONE)},
            kinds={kind: kinds[kind] for kind in KINDS},
            sources=len({one.source for one in opinions if one.source}),
            no_comment=len(opinions) - len(told),
        )


@dataclass(frozen=True)
class Register:
    """The opinions of a draft as git holds them, by date and id; `problems` are the files that cannot be read.

    `seen` is the commit in which they were read.

    >>> Register("clean-air", (Opinion("s7dh1fkn", "建议删去第三条。"),)).opinions[0].text
    '建议删去第三条。'
    """

    slug: str
    opinions: tuple[Opinion, ...]
    problems: tuple[InvalidRecord, ...] = ()
    seen: str = ""
    files: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __iter__(self) -> Iterator[Opinion]:
        return iter(self.opinions)

    def __len__(self) -> int:
        return len(self.opinions)

    @cached_property
    def by_id(self) -> dict[str, Opinion]:
        """Every opinion by its id."""
        return {one.id: one for one in self.opinions}

    @property
    def tally(self) -> Tally:
        """The opinions in numbers."""
        return Tally.of(self.opinions)

    def to_frame(self) -> pd.DataFrame:
        """A DataFrame, one row an opinion; the columns are the keys of `Opinion.to_dict`."""
        import pandas as pd

        return pd.DataFrame([one.to_dict() for one in self.opinions], columns=list(COLUMNS))


@dataclass(frozen=True)
class Report:
    """Every opinion of a draft followed to `version`, in the order of its clauses; the whole text comes first.

    `problems` are files that cannot be read, and opinions on a clause that their version does not have: file, line,
    field, remedy. `notice` is what has to stand beside the draft's text, `seen` the commit in which all was read.

    >>> from lawtrack.drafts import Author, Version
    >>> by = Author("王小明", "wang@example.cn")
    >>> version = Version("park", "first-reading", "2020-07-30", "", None, by, "3f2a9c41", "", "")
    >>> rows = (Followed(Opinion("kd2", "建议删去第三条。", source="市财政局"), version),)
    >>> Report("park", "某市公园条例", version, rows).tally.total
    1
    """

    slug: str
    title: str
    version: Version
    rows: tuple[Followed, ...]
    problems: tuple[InvalidRecord, ...] = ()
    notice: str = ""
    seen: str = ""

    @property
    def tally(self) -> Tally:
        """The opinions in numbers."""
        return Tally.of([row.opinion for row in self.rows])

    @property
    def by_id(self) -> dict[str, Followed]:
        """Every row by its opinion's id."""
        return {row.opinion.id: row for row in self.rows}

    def to_dict(self) -> dict[str, Any]:
        """`{"draft", "title", "notice", "stage", "date", "tally", "opinions", "problems"}` as plain data."""
        tally = self.tally
        return {
            "draft": self.slug,
            "title": self.title,
            "notice": self.notice,
            "stage": self.version.stage,
            "date": self.version.date,
            "tally": {
                "total": tally.total,
                **tally.results,
                "kinds": dict(tally.kinds),
                "sources": tally.sources,
                "no_comment": tally.no_comment,
            },
            "opinions": [row.to_dict() for row in self.rows],
            "problems": [problem.message() for problem in self.problems],
        }

    def to_frame(self) -> pd.DataFrame:
        """A DataFrame, one row an opinion: the columns of `Register.to_frame` and those of FOLLOWED_COLUMNS."""
        import pandas as pd

        rows = [{**row.to_dict(), "warnings": "\n".join(r.message for r in row.remarks)} for row in self.rows]
        return pd.DataFrame(rows, columns=[*COLUMNS, *FOLLOWED_COLUMNS])


@dataclass(frozen=True)
class Story:
    """The versions of a draft with their texts; `memory` names them by commit and content, and knows what was told before.

    >>> from lawtrack.opinions import Memory
    >>> Story((), (), Memory(("3f2a", "9c41"))).names
    ('3f2a', '9c41')
    """

    versions: tuple[Version, ...]
    texts: Sequence[str] = field(compare=False, repr=False)
    memory: Memory = field(compare=False, repr=False)
    names: tuple[str, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", self.memory.names)


_BEGINNING: Final = 4000
"""Characters of a text in which its title stands."""


def report(register: Register, draft: Draft, story: Story, target: Version) -> Report:
    """Every opinion of `register`, of `draft`, followed through the versions of `story` to `target`.

    >>> from lawtrack.drafts import Author, Draft, Version
    >>> from lawtrack.law import parse
    >>> from lawtrack.opinions import Clauses, Memory, anchored, made
    >>> by, texts = Author("王小明", "wang@example.cn"), ("第一条　公园开放。", "第一条　公园全天开放。")
    >>> old, new = (Version("park", stage, "", "", None, by, stage, "", "") for stage in ("other", "passed"))
    >>> opinion = made("建议写明时间。", anchored(old, Clauses(parse(texts[0])), "第一条", ""))
    >>> story = Story((old, new), texts, Memory(("3f2a", "9c41")))
    >>> report(Register("park", (opinion,)), Draft("park", "某市公园条例"), story, new).rows[0].fate
    'amended'
    """
    follower = _follower(story, target)
    with collector_paused():
        placed = [_row(opinion, follower) for opinion in register]
        rows = [row for row, _ in sorted(placed, key=lambda one: one[1])]
    story.memory.used.update(follower.memory.used)
    lost = [problem for row in rows if (problem := _lost(row, register, follower))]
    problems = (*register.problems, *lost)
    title = parse(follower.text[:_BEGINNING]).title or draft.title
    return Report(draft.slug, title, target, tuple(rows), problems, draft.notice, register.seen)


def _row(opinion: Opinion, follower: Follower) -> tuple[Followed, Order]:
    """An opinion followed, and the key of its place: as it was told before, recalled, or worked out."""
    name = follower.name_of_row(opinion)
    if name not in follower.rows:
        told = follower.memory.recall(name)
        placed = row_of(told, opinion, follower) if told is not None else None
        if placed is None:
            row = follower.followed(opinion)
            row = replace(row, remarks=tuple(remarks(row, follower)))
            placed = row, follower.order(row)
            told = kept_row(*placed, follower)
        if told is not None:
            follower.memory.used[name] = told
        follower.rows[name] = placed
    row, order = follower.rows[name]
    return (row if row.opinion is opinion else replace(row, opinion=opinion)), order


@lru_cache(maxsize=2)
def _follower(story: Story, target: Version) -> Follower:
    """Asked a second time it knows the ways: versions never change."""
    return Follower(story.versions, story.texts, target, story.memory)


def _lost(row: Followed, register: Register, follower: Follower) -> InvalidRecord | None:
    """The error about an address that the opinion's version does not have."""
    anchor = row.opinion.anchor
    start = follower.start_of(anchor) if row.fate == "unknown" and anchor.eids else None
    if start is None:
        return None
    doc = follower.tracer.docs[start]  # whole: what it does not have has no place in it
    file = opinion_path(register.slug, row.opinion.id)
    labels = [article.label for article in doc.articles]
    return InvalidRecord(
        "opinions.no-clause",
        file=file,
        line=Record.read(register.files[row.opinion.id], file).line(("anchor", "eids")),
        field="anchor.eids",
        clause=" ".join(eid for eid in anchor.eids if eid not in doc.by_eid),
        stage=follower.versions[start].stage_label,
        known=f"{labels[0]}–{labels[-1]}" if labels else "–",
    )
